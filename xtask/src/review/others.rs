//! The other texts: sources, deadlines, what people may have heard, who can help, terms, the page itself, the guide.

use super::findings::{mark, sources};
use super::html::{escape, link, rich};
use super::letters;
use super::page::Pack;
use super::rows::ENGLISH;
use crate::Result;
use crate::guide::format::{Keys, Problems, entries};
use s117_checker::{
    law::{
        deadline::DeadlineId,
        fact::Question,
        finding::{FindingId, Nation},
        source::Source,
        stays::Under,
    },
    words::{self, Contact, Speech, Term, Voice, plain},
};
use std::fmt::Write;

/// Every part, with its id and heading.
pub fn all(pack: &Pack) -> Result<Vec<(&'static str, &'static str, String)>> {
    Ok(vec![
        ("sources", "Sources", all_sources(pack)),
        ("deadlines", "Deadlines", deadlines(pack)),
        ("letters", "Letters", letters::letters(pack)),
        ("gaps", "Gaps in letters", letters::gaps(pack)),
        ("phone", "What to say on the phone", letters::phone(pack)),
        ("myths", "What people may have heard", myths(pack)),
        ("contacts", "Who can help", contacts(pack)),
        ("terms", "Terms", terms(pack)),
        ("adviser", "Names in the adviser view", names(pack)),
        ("page", "The page’s own words", page_texts(pack)?),
        ("guide", "The one-screen guide", guide(pack)),
    ])
}

/// The same text for each voice, once where it is the same.
fn by_voice(of: impl Fn(Speech) -> String) -> String {
    let mut html = of(ENGLISH);
    let mut before = html.clone();
    for (voice, name) in [(Voice::Supporter, "a supporter"), (Voice::Client, "an adviser")] {
        let text = of(Speech { voice, ..ENGLISH });
        if text != before {
            let _ = writeln!(html, "<details class=voice><summary>For {name}</summary>{text}</details>");
        }
        before = text;
    }
    html
}

fn all_sources(pack: &Pack) -> String {
    let one = |source: &Source| {
        let (facts, words) = (source.facts(), words::source(*source, ENGLISH));
        let rest = FindingId::ALL.iter().filter(|id| id.sources().iter().any(|other| other == *source));
        let rest: Vec<String> = rest.map(|id| link("finding", id.id())).collect();
        let used = if rest.is_empty() {
            String::new()
        } else {
            format!("<p class=ids>Carries: {}</p>", rest.join(" "))
        };
        let address = escape(words.address);
        let inside = format!(
            "<div class=law><p>{}</p></div>\n<p><span class=mark>{}</span>, checked {}. {}</p>\n\
             <p><a href=\"{address}\" rel=\"noreferrer\">{address}</a></p>\n{used}",
            escape(words.says),
            mark(facts.mark),
            words::date(facts.checked, ENGLISH.language),
            escape(words.copy),
        );
        pack.article("source", facts.id, &escape(words.title), &[words.says.to_owned()], &inside)
    };
    Source::ALL.iter().map(one).collect()
}

fn deadlines(pack: &Pack) -> String {
    let one = |id: &DeadlineId| {
        let words = words::deadline(*id, ENGLISH);
        let inside = by_voice(|speech| {
            let words = words::deadline(*id, speech);
            format!("{}<h4>Once the date has passed</h4>{}", rich(words.says), rich(words.late))
        }) + &sources(id.sources().iter());
        pack.article(
            "deadline",
            id.id(),
            &escape(words.name),
            &[plain(words.says), plain(words.late)],
            &inside,
        )
    };
    DeadlineId::ALL.iter().map(one).collect()
}

fn myths(pack: &Pack) -> String {
    let all = words::myths(ENGLISH);
    let one = |(place, text): (usize, &'static words::reviewed::Text)| {
        let Some(words) = all.get(place) else { return String::new() };
        let beside: Vec<String> = words.beside.iter().map(|id| link("finding", id.id())).collect();
        let inside = by_voice(|speech| {
            words::myths(speech).get(place).map_or(String::new(), |words| rich(words.fact))
        }) + &sources(std::iter::once(words.source))
            + &format!("<p class=ids>Beside: {}</p>", beside.join(" "));
        pack.article("myth", text.id, &escape(words.myth), &[plain(words.fact)], &inside)
    };
    // Both are in the order of the file.
    pack.of_kind("myth").enumerate().map(one).collect()
}

fn contacts(pack: &Pack) -> String {
    let one = |contact: &Contact| {
        let words = words::contact(*contact, ENGLISH);
        let nations: Vec<&str> = words.nations.iter().copied().map(Nation::id).collect();
        let ways: Vec<String> =
            [words.phone, words.text, words.address].into_iter().flatten().map(escape).collect();
        let inside = format!(
            "<p>{}</p><p><b>{}</b></p><p>{}. <span class=mark>{}</span>, checked {}</p>\n",
            escape(words.says),
            ways.join("; "),
            nations.join(", "),
            mark(words.mark),
            words::date(words.checked, ENGLISH.language),
        );
        pack.article("contact", contact.id(), &escape(words.name), &[words.says.to_owned()], &inside)
    };
    Contact::ALL.iter().map(one).collect()
}

fn terms(pack: &Pack) -> String {
    let one = |term: &Term| {
        let words = words::glossary(*term, ENGLISH);
        let inside = by_voice(|speech| rich(words::glossary(*term, speech).means));
        pack.article("term", term.id(), &escape(words.term), &[plain(words.means)], &inside)
    };
    Term::ALL.iter().map(one).collect()
}

fn names(pack: &Pack) -> String {
    let one =
        |kind: &'static str, id: &str, name: &'static str| pack.article(kind, id, &escape(name), &[], "");
    let facts = Question::ALL
        .iter()
        .map(|fact| one("fact", &format!("{}-name", fact.id()), words::fact(*fact, ENGLISH)));
    let stays = Under::ALL.iter().map(|under| one("stay", under.id(), words::stay(*under, ENGLISH)));
    facts.chain(stays).collect()
}

/// As they stand in the file, with their marks and what the page fills in.
fn page_texts(pack: &Pack) -> Result<String> {
    let mut found = Vec::new();
    let keys = Keys { entry: &["text", "rich", "with"], value: &[] };
    let entries = entries(pack.given.page_texts.as_bytes(), keys, &mut Problems::of("page.txt", &mut found));
    if let Some(problem) = found.first() {
        return Err(problem.to_string());
    }
    let mut html = String::new();
    for text in pack.of_kind("page") {
        let entry = entries.iter().find(|entry| entry.id == text.id);
        let fields = entry.into_iter().flat_map(|entry| &entry.fields).filter(|field| field.key != "with");
        let (mut inside, mut said) = (String::new(), Vec::new());
        for field in fields {
            let lines: Vec<&str> = field.text.iter().map(|line| line.text.trim()).collect();
            let tags = if field.tags.is_empty() {
                String::new()
            } else {
                format!("<b>{}:</b> ", escape(&field.tags.join(" ")))
            };
            let _ = writeln!(inside, "<p class=plain>{tags}{}</p>", escape(&lines.join("\n")));
            said.push(lines.join("\n"));
        }
        html += &pack.article("page", text.id, "", &said, &inside);
    }
    Ok(html)
}

/// The guide in one piece, then a line to sign for each of its sections.
fn guide(pack: &Pack) -> String {
    let sections: String =
        pack.of_kind("guide").map(|text| pack.article("guide", text.id, "", &[], "")).collect();
    // Its headings are those of a page of their own.
    let guide = pack.given.guide.replace("<h1>", "<h3>").replace("</h1>", "</h3>");
    let guide = guide.replace("<h2>", "<h4>").replace("</h2>", "</h4>");
    format!("<div class=guide>{guide}</div>\n{sections}")
}
