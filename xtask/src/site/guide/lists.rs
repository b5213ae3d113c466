//! The lists of the guide: in short, how to find out, deadlines, letters, myths, terms, people, sources.

use super::{Guide, anchor};
use crate::Result;
use crate::guide::escape;
use crate::site::texts::capital;
use s117_checker::{
    law::{
        deadline::DeadlineId,
        fact::Question,
        finding::Nation,
        source::{Mark, Source},
    },
    words::{self, Block, Contact, Letter, Term, fill},
};
use std::fmt::Write;

impl Guide<'_> {
    /// How to find out what a question asks, where there is something to say to somebody.
    pub(super) fn find_out(&self, part: &str) -> Result<String> {
        let (from, to) = match part {
            "right" => (Question::NationNow, Question::LastLeft),
            "ending" => (Question::SaidEnded, Question::EndingDone),
            "who-pays" => (Question::HomeBefore, Question::ReasonToPay),
            _ => return Err(format!("there is no part `{part}`")),
        };
        let mut html = String::new();
        for question in &Question::ALL[from as usize..=to as usize] {
            let words = words::question(*question, self.speech);
            if words.find_out.iter().any(|block| matches!(block, Block::Say(_))) {
                let _ = writeln!(
                    html,
                    "<section class=\"case\" id=\"{}\">\n<h4>{}</h4>\n<div class=\"case-in flow\">\n{}</div>\n</section>",
                    question.id(),
                    escape(words.ask),
                    self.rich(words.find_out)
                );
            }
        }
        Ok(html)
    }

    pub(super) fn deadlines(&self) -> Result<String> {
        let mut html = String::new();
        for id in DeadlineId::ALL {
            let words = words::deadline(*id, self.speech);
            let _ = writeln!(
                html,
                "<section class=\"case\" id=\"{}\">\n<h3>{}</h3>\n<div class=\"case-in flow\">\n{}<p class=\"case-where\">{}</p>\n{}</div>\n</section>",
                id.id(),
                escape(words.name),
                self.rich(words.says),
                self.text("late")?,
                self.rich(words.late)
            );
        }
        Ok(html)
    }

    pub(super) fn letters(&self) -> String {
        let mut items = String::new();
        for letter in Letter::ALL {
            let words = words::letter(*letter, self.speech);
            let _ = writeln!(
                items,
                "<li id=\"{}\"><p><strong>{}</strong></p><p>{}</p></li>",
                anchor("letter", letter.id()),
                escape(words.title),
                escape(words.when)
            );
        }
        format!("<ul class=\"notes\">\n{items}</ul>\n")
    }

    pub(super) fn myths(&self) -> String {
        let mut items = String::new();
        for myth in words::myths(self.speech) {
            let _ = writeln!(
                items,
                "<li class=\"flow\"><p class=\"myth\">{}</p>\n{}{}</li>",
                escape(myth.myth),
                self.rich(myth.fact),
                self.cites(std::iter::once(myth.source))
            );
        }
        format!("<ul class=\"notes\">\n{items}</ul>\n")
    }

    pub(super) fn glossary(&self) -> String {
        let mut items = String::new();
        for term in Term::ALL {
            let words = words::glossary(*term, self.speech);
            let _ = writeln!(
                items,
                "<div id=\"{}\"><dt>{}</dt><dd>{}</dd></div>",
                anchor("term", term.id()),
                escape(&capital(words.term)),
                self.rich(words.means)
            );
        }
        format!("<dl class=\"terms\">\n{items}</dl>\n")
    }

    pub(super) fn contacts(&self) -> Result<String> {
        let page = words::page(self.speech);
        let mut items = String::new();
        for contact in Contact::ALL {
            let words = words::contact(*contact, self.speech);
            let _ = write!(
                items,
                "<li class=\"contact\" id=\"{}\">\n<h3>{}</h3>\n<p>{}</p>\n",
                anchor("contact", contact.id()),
                escape(words.name),
                escape(words.says)
            );
            if let [nation] = words.nations
                && !matches!(nation, Nation::Abroad)
            {
                let _ = writeln!(
                    items,
                    "<p class=\"contact-checked\">{}</p>",
                    self.text(&format!("nation-{}", nation.id()))?
                );
            }
            if let Some(number) = words.phone {
                let digits: String = number.chars().filter(char::is_ascii_digit).collect();
                let shown = escape(number).replace(' ', "\u{a0}");
                let _ = writeln!(items, "<a class=\"contact-call\" href=\"tel:{digits}\">{shown}</a>");
            }
            if let Some(address) = words.address {
                items += &self.outside(address, &escape(short(address)))?;
            }
            if let Some(text) = words.text {
                let _ = writeln!(items, "<p>{}</p>", escape(text));
            }
            let how = if words.mark == Mark::Read { page.contact_checked } else { page.contact_listed };
            let checked = fill(how, &[("date", &words::date(words.checked, self.speech.language))]);
            let _ = writeln!(items, "<p class=\"contact-checked\">{}</p>\n</li>", escape(&checked));
        }
        Ok(format!("<ul class=\"contacts\">\n{items}</ul>\n"))
    }

    /// Every source that was cited, once. Asked for last.
    pub(super) fn sources(&self) -> Result<String> {
        let page = words::page(self.speech);
        let mut items = String::new();
        let cited = self.cited.borrow();
        for source in Source::ALL.iter().filter(|source| cited.contains(source)) {
            let (facts, words) = (source.facts(), words::source(*source, self.speech));
            let checked = words::date(facts.checked, self.speech.language);
            let mark = match facts.mark {
                Mark::Read => "mark-R",
                Mark::ReadSecondHand => "mark-R2",
                Mark::Recalled => "mark-K",
                Mark::Unconfirmed => "mark-unconfirmed",
            };
            let _ = writeln!(
                items,
                "<li id=\"{}\">\n<p class=\"sources-name\">{}</p>\n<p class=\"on-paper\">{}</p>\n<p>{}</p>\n\
                 <p class=\"sources-date\">{}. {} {}</p>\n</li>",
                anchor("source", facts.id),
                self.outside_as("cite", words.address, &escape(words.title))?,
                escape(words.address),
                escape(words.says),
                escape(words.copy),
                escape(&fill(page.source_checked, &[("date", &checked)])),
                self.text(mark)?
            );
        }
        Ok(format!("<ul class=\"sources\">\n{items}</ul>\n"))
    }

    fn outside(&self, address: &str, shown: &str) -> Result<String> {
        self.outside_as("", address, shown)
    }

    /// A link to another site, in a new tab: the reader keeps their place.
    fn outside_as(&self, class: &str, address: &str, shown: &str) -> Result<String> {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        Ok(format!(
            "<a{class} href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\">{shown}<span class=\"unseen\"> {}</span></a>\n",
            escape(address),
            self.text("new-tab")?
        ))
    }
}

fn short(address: &str) -> &str {
    address.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/')
}
