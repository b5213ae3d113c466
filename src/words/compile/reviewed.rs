//! What counts as reviewed: the signatures of solicitors that still stand, worked out when the words are compiled.

use super::Files;
use super::format::{Problem, Problems};
use super::pool::camel;
use super::reading::Text;
use super::signatures::{self, Signature};
use crate::law::{deadline::DeadlineId, fact::Question, finding::FindingId, source::Source};
use std::collections::HashMap;
use std::fmt::Write;

/// The file with the fingerprints of the rules: a line for each finding, kept by a test.
pub const RULES: &str = "tests/decisions/hashes.txt";

/// Who has signed what, and what the rules are now.
pub struct Record {
    signatures: Vec<Signature>,
    rules: HashMap<String, String>,
}

impl Record {
    /// Reads both files. Where one is missing, nothing counts as reviewed.
    pub fn read(files: &Files, found: &mut Vec<Problem>) -> Self {
        let text = |path: &str| files.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        let signatures = signatures::read(&text(signatures::FILE).unwrap_or_default());
        let signatures = signatures.unwrap_or_else(|wrong| {
            let mut problems = Problems::of(signatures::FILE, found);
            wrong.into_iter().for_each(|(line, what)| problems.add(line, what));
            Vec::new()
        });
        let rules = text(RULES).unwrap_or_default();
        let rules = rules.lines().filter(|line| !line.starts_with('#'));
        let rules = rules.filter_map(|line| line.split_once(' '));
        let rules = rules.map(|(id, print)| (id.to_owned(), print.trim().to_owned())).collect();
        Self { signatures, rules }
    }

    /// What stands behind a text, beside its words: for a finding its rule, for a source its mark.
    fn rule(&self, text: &Text) -> Option<String> {
        match text.kind {
            "finding" => Some(self.rules.get(&text.id).cloned().unwrap_or_else(|| "unknown".into())),
            "source" => source(&text.id).map(|source| source.facts().mark.id().to_owned()),
            _ => None,
        }
    }

    fn is_signed(&self, text: &Text, language: &str, role: fn(&Signature) -> bool) -> bool {
        let (words, rule) = (text.print(), self.rule(text));
        rule.as_deref() != Some("unknown")
            && self.signatures.iter().any(|signature| {
                signature.is_for(text.kind, &text.id, language)
                    && role(signature)
                    && signature.stands(&words, rule.as_deref())
            })
    }

    /// Has somebody read it who speaks the language? English is the language in which the law was read.
    fn is_read(&self, text: &Text, language: &str) -> bool {
        language == "en" || self.is_signed(text, language, Signature::is_of_speaker)
    }
}

fn source(id: &str) -> Option<Source> {
    Source::ALL.iter().copied().find(|source| source.facts().id == id)
}

/// The texts of a language, and which of them are signed.
struct Standing<'a> {
    texts: &'a [Text],
    signed: Vec<bool>,
    /// The places of the texts that each text shows.
    shown: Vec<Vec<usize>>,
}

impl<'a> Standing<'a> {
    fn new(language: &str, texts: &'a [Text], record: &Record) -> Self {
        Self {
            texts,
            signed: texts
                .iter()
                .map(|text| record.is_signed(text, language, Signature::is_of_solicitor))
                .collect(),
            shown: texts.iter().map(|text| shown(text, texts)).collect(),
        }
    }

    /// Is this text signed, and everything that it shows?
    fn is_reviewed(&self, place: usize) -> bool {
        let (mut seen, mut left) = (vec![false; self.texts.len()], vec![place]);
        while let Some(place) = left.pop() {
            if !std::mem::replace(&mut seen[place], true) {
                if !self.signed[place] {
                    return false;
                }
                left.extend(&self.shown[place]);
            }
        }
        true
    }

    fn are_reviewed(&self, kinds: &[&str]) -> bool {
        let places = self.texts.iter().enumerate().filter(|(_, text)| kinds.contains(&text.kind));
        places.map(|(place, _)| place).all(|place| self.is_reviewed(place))
    }

    /// A bit for each of these texts that is reviewed.
    fn bits<'b>(&self, kind: &str, ids: impl Iterator<Item = &'b str>) -> String {
        self.bits_where(kind, ids, |place| self.is_reviewed(place))
    }

    fn bits_where<'b>(
        &self,
        kind: &str,
        ids: impl Iterator<Item = &'b str>,
        holds: impl Fn(usize) -> bool,
    ) -> String {
        let mut words: Vec<u64> = Vec::new();
        for (number, id) in ids.enumerate() {
            if number % 64 == 0 {
                words.push(0);
            }
            let place = self.texts.iter().position(|text| text.kind == kind && text.id == id);
            if place.is_some_and(&holds) {
                words[number / 64] |= 1 << (number % 64);
            }
        }
        format!("&{words:?}")
    }
}

/// The places of the texts that are shown with this one: what it names; the sources of a finding or deadline, and the
/// myths beside a finding.
fn shown(text: &Text, texts: &[Text]) -> Vec<usize> {
    let find = |kind: &str, is: &dyn Fn(&str) -> bool| {
        texts.iter().position(|other| other.kind == kind && is(&other.id))
    };
    let named = text.names().filter_map(|name| {
        let (kind, name) = name.split_once("::")?;
        find(&kind.to_lowercase(), &|id| camel(id) == name)
    });
    let finding = FindingId::ALL.iter().find(|id| text.kind == "finding" && id.id() == text.id);
    let deadline = DeadlineId::ALL.iter().find(|id| text.kind == "deadline" && id.id() == text.id);
    let sources = finding.map(|id| id.sources()).or(deadline.map(|id| id.sources()));
    let sources = sources.into_iter().flat_map(|sources| sources.iter());
    let sources = sources.filter_map(|source| find("source", &|id| id == source.facts().id));
    let myths = texts.iter().enumerate().filter(|(_, myth)| {
        finding.is_some_and(|id| {
            let name = format!("FindingId::{id:?}");
            myth.kind == "myth" && myth.names().any(|shown| *shown == name)
        })
    });
    let mut places: Vec<usize> = named.chain(sources).chain(myths.map(|(place, _)| place)).collect();
    if text.kind == "myth" {
        let source =
            Source::ALL.iter().find(|source| text.names().any(|name| *name == format!("Source::{source:?}")));
        places.extend(source.and_then(|source| find("source", &|id| id == source.facts().id)));
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// Writes `TEXTS`, for those who review, and `REVIEWED`, for the page: a bit for each question and finding.
pub fn write(code: &mut String, language: &str, texts: &[Text], record: &Record) {
    let _ = writeln!(code, "pub(super) static TEXTS: [Text; {}] = [", texts.len());
    for text in texts {
        let (kind, id, words, rule) = (text.kind, &text.id, text.print(), record.rule(text));
        let _ = writeln!(code, "Text {{ kind: {kind:?}, id: {id:?}, words: {words:?}, rule: {rule:?} }},");
    }
    let standing = Standing::new(language, texts, record);
    let kinds: Vec<&str> = texts.iter().map(|text| text.kind).collect();
    let _ = writeln!(
        code,
        "];\npub(super) static REVIEWED: Reviewed = Reviewed {{ everything: {}, round: {}, deadlines: {}, \
         questions: {}, findings: {}, all_read: {}, read: {} }};",
        standing.are_reviewed(&kinds),
        standing.are_reviewed(&["page", "contact", "phone"]),
        standing.are_reviewed(&["deadline"]),
        standing.bits("question", Question::ALL.iter().map(|question| question.id())),
        standing.bits("finding", FindingId::ALL.iter().map(|finding| finding.id())),
        texts.iter().all(|text| record.is_read(text, language)),
        standing.bits_where("finding", FindingId::ALL.iter().map(|finding| finding.id()), |place| {
            record.is_read(&texts[place], language)
        }),
    );
}

#[cfg(test)]
#[path = "reviewed_tests.rs"]
mod tests;
