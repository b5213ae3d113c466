//! What a text says, apart from how the code stores it: a fingerprint of its words, and which others it names.
//!
//! A fingerprint is taken of the words, their marks and their order, in every shape and voice, never of the names of fields: so
//! a change of code leaves it as it is, and a change of a word does not.

use sha2::{Digest, Sha256};
use std::collections::{BTreeSet, HashMap};
use std::fmt::Write;

/// What a piece of generated code says.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Said {
    /// The fingerprint of its words.
    pub print: String,
    /// The other texts that it names, as code does: `Term::Cto`, `Contact::Nhs111`, `FindingId::Elig01`.
    pub names: BTreeSet<String>,
}

/// A text that somebody can sign.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Text {
    /// What sort of text, such as `finding`.
    pub kind: &'static str,
    /// Its id, such as `ELIG-01`.
    pub id: String,
    /// What it says in each voice.
    pub voices: Vec<Said>,
}

impl Text {
    /// The fingerprint of its words in every voice.
    pub fn print(&self) -> String {
        let prints: Vec<&str> = self.voices.iter().map(|said| said.print.as_str()).collect();
        fingerprint(&prints.join("\n"))
    }

    /// The other texts that it names.
    pub fn names(&self) -> impl Iterator<Item = &String> {
        self.voices.iter().flat_map(|said| &said.names)
    }
}

/// The first 16 digits of the SHA-256 of a text: short enough to read out, long enough that no two texts share it.
pub fn fingerprint(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Reads what a value in generated code says. `known` is what the names in it say.
pub fn said(value: &str, known: &HashMap<String, Said>) -> Said {
    let (mut words, mut names) = (String::new(), BTreeSet::new());
    let mut rest = value;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => literal(rest),
            _ if first.is_ascii_alphabetic() => rest
                .find(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '_' | ':')))
                .unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        if first == '"' {
            let _ = writeln!(words, "{token}");
        } else if let Some(said) = known.get(token) {
            let _ = writeln!(words, "{}", said.print);
            names.extend(said.names.iter().cloned());
        } else if token.trim_end_matches(':').contains("::") && token != "Date::new" {
            let _ = writeln!(words, "{token}");
            if ["Term::", "Contact::", "Letter::", "Gap::", "FindingId::", "Source::"]
                .iter()
                .any(|kind| token.starts_with(kind))
            {
                names.insert(token.to_owned());
            }
        }
    }
    Said { print: fingerprint(&words), names }
}

/// The length of the string literal that a text starts with.
fn literal(text: &str) -> usize {
    let mut escaped = false;
    for (place, char) in text.char_indices().skip(1) {
        match char {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return place + 1,
            _ => {}
        }
    }
    text.len()
}
