//! The guide page: all that the checker can say, as a document without script.
//!
//! Which place a finding has is here and in `site/guide.html`; when a claim holds is told in
//! `content/<language>/guide-page.txt`; everything else comes from the words of the checker.

mod cases;
mod findings;
mod lists;

use super::{sheet::Sheet, texts::capital};
use crate::guide::escape;
use crate::rich::{self, Markup};
use crate::{Result, paths};
use findings::Findings;
use s117_checker::{
    law::{
        finding::{FindingId, FindingKind, Topic},
        source::Source,
    },
    words::{Block, Speech, Term, Voice},
};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The findings about the right, by the case in which a reader finds themselves; and the steps, by what they are for.
const GROUPS: &[(&str, &[&str])] = &[
    (
        "out",
        &["ELIG-01", "ELIG-10", "ELIG-02", "ELIG-03", "ELIG-28", "ELIG-31", "ELIG-26", "ELIG-17", "ELIG-24"],
    ),
    (
        "hospital",
        &[
            "ELIG-04",
            "ELIG-05",
            "ELIG-06",
            "W-13-long",
            "ELIG-07",
            "W-13-short",
            "ELIG-29",
            "ELIG-08",
            "ELIG-14",
            "ELIG-16",
            "ELIG-27",
        ],
    ),
    ("not-sure", &["ELIG-13", "ELIG-32", "ELIG-15", "ELIG-12"]),
    ("depends", &["ELIG-19", "ELIG-20", "ELIG-21", "ELIG-30"]),
    ("no", &["ELIG-11", "ELIG-25", "ELIG-18", "ELIG-33"]),
    ("more", &["ELIG-09", "W-16", "ELIG-22", "ELIG-23"]),
    ("steps-first", &["1.7-2", "1.7-5", "5.1-1", "5.1-2", "ACT-08", "5.10", "5.9"]),
    ("steps-say-no", &["ACT-02", "ACT-16", "5.8"]),
    ("steps-complain", &["ACT-03", "ACT-04", "ACT-10", "ACT-11", "5.4-provider", "5.4-powers"]),
    ("steps-advocate", &["5.2", "ACT-05", "ACT-06"]),
    ("steps-more", &["ACT-13", "ACT-17", "ACT-14", "ACT-15", "ACT-07", "ACT-12", "ACT-09"]),
    // Not in force, so none of them stands among the others.
    ("coming", &["END-18", "PAY-26", "O-09", "4.6-45"]),
];

/// Claims in the order in which readers look for them. The rules have an order of their own: what settles a case first.
#[rustfmt::skip]
const ORDER: &[&str] = &[
    "PAY-01", "PAY-04", "PAY-02", "PAY-19", "PAY-05", "PAY-22", "PAY-18", "PAY-23", // which council
    "PAY-03", "PAY-24", "PAY-25", // which NHS body
    "PAY-07", "WHAT-04", "PAY-16", "PAY-28", "PAY-17", "WHAT-02", "PAY-29", // charges
    "PAY-09", "PAY-08", "PAY-10", "PAY-21", "PAY-27", // top-ups
    "WHAT-08", "WHAT-09", "WHAT-07", "PAY-14", // prescriptions; not covered
    "WHAT-03", "WHAT-11", "WHAT-05", // rent
    "DP-01", "DP-03", "DP-02", "DP-04", "DP-05", "DP-07", "DP-08", // direct payments
];

/// How the part of a case begins that stands beside its heading.
const CASE_IN: &str = "<div class=\"case-in flow\">\n";

/// The guide in one language, while it is being drawn.
pub struct Guide<'a> {
    sheet: &'a Sheet<'a>,
    speech: Speech,
    marks: Vec<String>,
    drawn: RefCell<Vec<FindingId>>,
    cited: RefCell<BTreeSet<Source>>,
}

impl<'a> Guide<'a> {
    /// An empty guide.
    pub fn of(sheet: &'a Sheet<'a>) -> Result<Self> {
        let mut marks = Vec::new();
        for strength in 0..6 {
            let file = format!("src/view/drawings/strength-s{strength}.svg");
            marks.push(paths::read_text(&sheet.root.join(file))?.trim().to_owned());
        }
        Ok(Self {
            sheet,
            speech: Speech::new(sheet.language, Voice::Me),
            marks,
            drawn: RefCell::default(),
            cited: RefCell::default(),
        })
    }

    /// What goes into a slot of `site/guide.html`.
    pub fn slot(&self, name: &str) -> Result<String> {
        let (what, which) = name.split_once(' ').unwrap_or((name, ""));
        match what {
            "group" => self.group(which),
            "topic" => self.topic(which),
            "find-out" => self.find_out(which),
            "deadlines" => self.deadlines(),
            "letters" => Ok(self.letters()),
            "myths" => Ok(self.myths()),
            "glossary" => Ok(self.glossary()),
            "contacts" => self.contacts(),
            "sources" => self.sources(),
            _ => Err(format!("there is no slot `{name}`")),
        }
    }

    /// A finding that the page has left out, or has twice.
    pub fn check(&self) -> Result<()> {
        let drawn = self.drawn.borrow();
        let wrong = FindingId::ALL.iter().filter(|id| drawn.iter().filter(|drawn| drawn == id).count() != 1);
        let wrong: Vec<&str> = wrong.map(|id| id.id()).collect();
        if wrong.is_empty() {
            return Ok(());
        }
        Err(format!("site/guide.html: these findings must stand in it once: {}", wrong.join(", ")))
    }

    fn group(&self, name: &str) -> Result<String> {
        let group = GROUPS.iter().find(|(group, _)| *group == name);
        let (_, ids) = group.ok_or_else(|| format!("there is no group `{name}`"))?;
        let mut html = String::new();
        for id in *ids {
            let id = FindingId::ALL.iter().find(|known| known.id() == *id);
            html += &self.finding(*id.ok_or("GROUPS names a finding that is not there")?)?;
        }
        if name == "coming" {
            // On each of them, since links lead to one alone.
            let not_yet = format!("<p class=\"case-where\">{}</p>\n", self.text("not-started")?);
            html = html.replace(CASE_IN, &format!("{CASE_IN}{not_yet}"));
            // No part stands between them and the heading of the section.
            for (low, high) in [("h4>", "h3>"), ("h5>", "h4>")] {
                html = html.replace(low, high);
            }
        }
        Ok(html)
    }

    /// The claims of a topic, then its notes, then how it speaks when the right is uncertain.
    fn topic(&self, name: &str) -> Result<String> {
        let topic = Topic::ALL.iter().find(|topic| topic.id() == name);
        let topic = *topic.ok_or_else(|| format!("there is no topic `{name}`"))?;
        let coming = GROUPS.iter().find(|(group, _)| *group == "coming").map_or(&[][..], |(_, ids)| ids);
        let ids = || {
            let all = FindingId::ALL.iter().copied();
            all.filter(|id| id.topic() == topic && !coming.contains(&id.id()))
        };
        let mut html = String::new();
        for kind in [FindingKind::Claim, FindingKind::Note] {
            let mut ids: Vec<FindingId> = ids().filter(|id| id.kind() == kind).collect();
            ids.sort_by_key(|id| ORDER.iter().position(|known| *known == id.id()));
            for id in ids {
                html += &self.finding(id)?;
            }
        }
        Ok(html + &self.resting(topic)?)
    }

    fn finding(&self, id: FindingId) -> Result<String> {
        self.drawn.borrow_mut().push(id);
        Findings { guide: self }.html(id)
    }

    fn text(&self, id: &str) -> Result<String> {
        self.sheet.text(id)
    }

    /// A paragraph-wise text of the checker, with its terms linked to the glossary.
    fn rich(&self, text: &[Block]) -> String {
        let term = |term: Term, text: &str| {
            format!("<a class=\"term\" href=\"#{}\">{}</a>", anchor("term", term.id()), escape(text))
        };
        let say = |line: &str| format!("<p class=\"say\">“{line}”</p>");
        rich::rich(text, &Markup { say, list: "<ul class=\"bullets\">", term: &term })
    }

    /// The sources of a finding, as links into the list at the end. Two points may rest on one text.
    fn cites(&self, sources: impl Iterator<Item = Source>) -> String {
        let mut titles = Vec::new();
        let mut html = String::new();
        for source in sources {
            self.cited.borrow_mut().insert(source);
            let title = s117_checker::words::source(source, self.speech).title;
            if !titles.contains(&title) {
                titles.push(title);
                let _ = writeln!(
                    html,
                    "<li><a class=\"cite\" href=\"#{}\">{}</a></li>",
                    anchor("source", source.facts().id),
                    escape(title)
                );
            }
        }
        format!("<ul class=\"cites\">\n{html}</ul>\n")
    }
}

/// The anchor of a text. Ids hold brackets and spaces, which addresses must not.
fn anchor(kind: &str, id: &str) -> String {
    crate::review::anchor(kind, id)
}

/// A sentence from pieces: a capital first, commas between.
fn label(pieces: &[String]) -> String {
    capital(&pieces.join(", "))
}

#[cfg(test)]
mod tests;
