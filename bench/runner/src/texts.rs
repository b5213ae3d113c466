//! The texts themselves: those that have a place in a question or finding, and the rest of what the checker holds.

use crate::html;
use s117_checker::words::{Language, Speech, Voice};
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// The languages, in the order in which texts are kept.
pub const LANGUAGES: [Language; 2] = [Language::English, Language::Welsh];
/// How the first of them is spoken to the person whose aftercare it is.
pub const FIRST: Speech = Speech::new(Language::English, Voice::Me);

/// Texts in both languages at the same places, each pair once.
#[derive(Serialize, Default)]
#[serde(transparent)]
pub struct Texts {
    both: [Vec<String>; 2],
    #[serde(skip)]
    known: HashMap<(String, String), usize>,
}

impl Texts {
    /// The place of this pair, which is added if it is new.
    pub fn place(&mut self, english: String, welsh: String) -> usize {
        let [first, second] = &mut self.both;
        *self.known.entry((english, welsh)).or_insert_with_key(|(english, welsh)| {
            first.push(english.clone());
            second.push(welsh.clone());
            first.len() - 1
        })
    }

    /// The texts of a language, by its place among [`LANGUAGES`].
    pub fn of(&self, language: usize) -> &[String] {
        &self.both[language]
    }
}

/// Every text that the checker's file holds in this language, as HTML, each once.
pub fn held(language: Language) -> Vec<String> {
    let texts = match language {
        Language::English => include_str!(concat!(env!("OUT_DIR"), "/en.text")),
        Language::Welsh => include_str!(concat!(env!("OUT_DIR"), "/cy.text")),
    };
    texts.split_terminator('\0').map(html::packed).collect()
}

/// What has no place among `texts`, in both languages.
pub fn rest(texts: &Texts) -> [Vec<String>; 2] {
    [0, 1].map(|place| {
        let carried: HashSet<String> = texts.of(place).iter().map(|text| html::bare(text)).collect();
        let left = held(LANGUAGES[place]).into_iter().filter(|text| !carried.contains(&html::bare(text)));
        left.collect()
    })
}
