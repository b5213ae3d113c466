//! The short version: the texts that it has for itself, beside those of the full one, and how long they may be.
//!
//! Its texts are tagged `short`. A text for the short version must have every tag of the full text that it stands for: fewer
//! tags tie or lose, so that it never says of two cases what the full one says of each in its own way.

use super::format::{Entry, Field, Problems, plain, rich};
use super::language::Texts;
use super::pool::Pool;
use super::sentence;
use super::tags::{Chooser, SHORT};
use crate::law::finding::{FindingId, FindingKind, Topic};

/// Of so many words a sentence may be, in English.
const MOST_WORDS: usize = 15;

/// Does the short version say anything of this entry otherwise?
pub fn shortens(entry: &Entry) -> bool {
    let of_values = entry.values.iter().flat_map(|value| &value.fields);
    entry.fields.iter().chain(of_values).any(is_short)
}

fn is_short(field: &Field) -> bool {
    field.tags.iter().any(|tag| tag == SHORT)
}

/// Is this one of the main results, whose sentences are short in the short version?
pub fn is_main(finding: FindingId) -> bool {
    finding.kind() == FindingKind::Claim
        && matches!(finding.topic(), Topic::Right | Topic::Ending | Topic::Charge)
}

/// What the short version says of one owner, in one situation and voice.
pub struct Telling<'a, 'b, 'c> {
    pub chooser: &'b mut Chooser<'a>,
    pub situation: &'b [&'b str],
    pub voice: usize,
    /// Must its sentences be short?
    pub measured: bool,
    pub texts: &'b Texts,
    pub problems: &'b mut Problems<'c>,
}

impl<'a> Telling<'a, '_, '_> {
    fn field(&mut self, key: &str) -> Option<&'a Field> {
        let field = self.chooser.choose_short(key, self.situation, self.voice, self.problems)?;
        if self.measured && self.texts.code == "en" {
            self.check_length(field);
        }
        Some(field).filter(|field| is_short(field))
    }

    /// A plain text as an `Option`.
    pub fn plain(&mut self, key: &str) -> String {
        format!("{:?}", self.field(key).map(|field| plain(field, self.problems)))
    }

    /// A text with paragraphs and marks, as an `Option`.
    pub fn rich(&mut self, key: &str, pool: &mut Pool) -> String {
        let Some(field) = self.field(key) else { return "None".to_owned() };
        let blocks = rich(field, self.problems);
        format!("Some({})", pool.rich(&blocks, &self.texts.terms, self.problems))
    }

    /// Words to say to somebody else are left out: they are copied, and said as they are.
    fn check_length(&mut self, field: &Field) {
        for line in field.text.iter().filter(|line| !line.text.starts_with("> ")) {
            let mut rest = line.text.as_str();
            while !rest.is_empty() {
                let (sentence, after) = rest.split_at(sentence::end(rest).unwrap_or(rest.len()));
                rest = after.trim_start();
                // A term that is shown with other words has its id behind a bar.
                let words = sentence.split_whitespace().filter(|word| !word.starts_with('|')).count();
                if words > MOST_WORDS {
                    let tags: Vec<&str> = [SHORT]
                        .into_iter()
                        .chain(field.tags.iter().map(String::as_str).filter(|tag| *tag != SHORT))
                        .collect();
                    self.problems.add(
                        line.number,
                        format!(
                            "{}: a sentence of {words} words, and the short version has {MOST_WORDS} at most; \
                             write “{} ({})” with shorter ones",
                            self.chooser.owner(),
                            field.key,
                            tags.join(" "),
                        ),
                    );
                }
            }
        }
    }
}
