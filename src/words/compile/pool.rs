//! The model of a language: each value once, however often it is used.

use super::format::{Block, Problems, Span};
use super::reading::{Said, Text, said};
use std::collections::HashMap;
use std::fmt::Write;

/// Statics made so far, and the names of those that are the same.
#[derive(Default)]
pub struct Pool {
    code: String,
    names: HashMap<String, String>,
    /// What each name stands for.
    said: HashMap<String, Said>,
    /// The texts that can be signed.
    texts: Vec<Text>,
}

impl Pool {
    /// The name of a static with this type and value; made if there is none yet.
    pub fn share(&mut self, kind: &str, value: &str) -> String {
        let definition = format!("{kind} = {value};\n");
        if let Some(name) = self.names.get(&definition) {
            return name.clone();
        }
        let name = format!("W{}", self.names.len());
        let _ = write!(self.code, "static {name}: {definition}");
        self.said.insert(name.clone(), said(value, &self.said));
        self.names.insert(definition, name.clone());
        name
    }

    /// A reference to a shared static with this value.
    pub fn one(&mut self, kind: &str, value: &str) -> String {
        format!("&{}", self.share(kind, value))
    }

    /// A reference to a shared array of these values.
    pub fn many(&mut self, kind: &str, values: &[String]) -> String {
        format!(
            "&{}",
            self.share(&format!("[{kind}; {}]", values.len()), &format!("[{}]", values.join(", ")))
        )
    }

    /// A text with paragraphs, lists and marks.
    pub fn rich(&mut self, blocks: &[Block], terms: &Names, problems: &mut Problems) -> String {
        let blocks: Vec<String> = blocks
            .iter()
            .map(|block| match block {
                Block::Para(text) => format!("Block::Para({})", self.spans(text, terms, problems)),
                Block::Say(text) => format!("Block::Say({})", self.spans(text, terms, problems)),
                Block::List(items) => {
                    let items: Vec<String> =
                        items.iter().map(|item| self.spans(item, terms, problems)).collect();
                    format!("Block::List({})", self.many("&[Span]", &items))
                }
            })
            .collect();
        self.many("Block", &blocks)
    }

    fn spans(&mut self, spans: &[Span], terms: &Names, problems: &mut Problems) -> String {
        let spans: Vec<String> = spans
            .iter()
            .map(|span| match span {
                Span::Text(text) => format!("Span::Text({text:?})"),
                Span::Strong(text) => format!("Span::Strong({text:?})"),
                Span::Term { text, term, line } => {
                    let name = terms.find(term, *line, problems).unwrap_or_default();
                    format!("Span::Term {{ text: {text:?}, term: Term::{name} }}")
                }
            })
            .collect();
        format!("&[{}]", spans.join(", "))
    }

    /// Notes what a text that can be signed says in one more voice.
    pub fn note(&mut self, kind: &'static str, id: &str, value: &str) {
        let said = said(value, &self.said);
        match self.texts.iter_mut().find(|text| text.kind == kind && text.id == id) {
            Some(text) => text.voices.push(said),
            None => self.texts.push(Text { kind, id: id.to_owned(), voices: vec![said] }),
        }
    }

    /// Takes over the texts that were noted in another pool.
    pub fn take_texts(&mut self, other: Self) {
        self.texts.extend(other.texts);
    }

    /// Everything made so far, and the texts that were noted.
    pub fn into_model(self) -> (String, Vec<Text>) {
        (self.code, self.texts)
    }
}

/// The Rust names of ids that are themselves content: terms, contacts, letters.
pub struct Names {
    what: &'static str,
    /// Nothing, if the file that has them is missing: then no id is looked up.
    names: Option<Vec<(String, String)>>,
}

impl Names {
    /// Names for these ids; `what` says in problems what they are.
    pub fn new(what: &'static str, ids: Option<Vec<String>>) -> Self {
        Self {
            what,
            names: ids
                .map(|ids| ids.into_iter().map(|id| (camel(&id), id)).map(|(name, id)| (id, name)).collect()),
        }
    }

    /// The name for an id, whatever its capitals; a problem if there is none.
    pub fn find(&self, id: &str, line: usize, problems: &mut Problems) -> Option<String> {
        let names = self.names.as_ref()?;
        let name = names.iter().find(|(known, _)| known.to_lowercase() == id.to_lowercase());
        if name.is_none() {
            problems.add(line, format!("there is no {} “{id}”", self.what));
        }
        name.map(|(_, name)| name.clone())
    }

    /// Ids and names, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &(String, String)> {
        self.names.iter().flatten()
    }
}

/// `ordinary residence` → `OrdinaryResidence`.
pub fn camel(id: &str) -> String {
    id.split(|char: char| !char.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word[..1].to_ascii_uppercase() + &word[1..].to_ascii_lowercase())
        .collect()
}
