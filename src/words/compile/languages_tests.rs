//! The languages beside each other, as their files stand: the same texts in other words.

use super::format::{Field, Line};
use super::language::Texts;
use super::{LANGUAGES, page::placeholders, read};
use std::collections::BTreeSet;
use std::path::Path;

/// What a program reads, or nobody translates: the same in every language.
const SAME: &[&str] = &[
    "contacts", "letter", "source", "beside", "nation", "phone", "web", "mark", "with", "set", "kind",
    "rests on", "parts", "foot", "address",
];

/// Names, which may be the same in every language.
const NAMES: &[(&str, &str)] = &[("contacts.txt", "name"), ("sources.txt", "title")];

/// Other texts that are the same: there is no other word.
const ALIKE: &[(&str, &str, &str)] = &[("glossary.txt", "llais", "term")];

/// A text, and where it stands.
struct Text<'a> {
    file: &'static str,
    entry: &'a str,
    value: Option<&'a str>,
    field: &'a Field,
}

impl Text<'_> {
    /// Where it stands, to compare.
    fn place(&self) -> (&str, Option<&str>, &str, &[String]) {
        (self.entry, self.value, &self.field.key, &self.field.tags)
    }

    fn lines(&self) -> impl Iterator<Item = &str> {
        self.field.text.iter().map(|line: &Line| line.text.trim())
    }

    fn whole(&self) -> String {
        self.lines().collect::<Vec<_>>().join("\n").trim().to_owned()
    }

    fn placeholders(&self) -> BTreeSet<&str> {
        self.lines().flat_map(placeholders).flatten().collect()
    }

    /// The terms that it explains.
    fn terms(&self) -> BTreeSet<String> {
        let whole = self.whole();
        let marks = whole.split("[[").skip(1).filter_map(|rest| rest.split_once("]]"));
        marks.map(|(mark, _)| mark.rsplit('|').next().unwrap_or_default().to_lowercase()).collect()
    }

    fn count(&self, mark: &str) -> usize {
        self.lines().filter(|line| line.starts_with(mark)).count()
    }

    /// Has it words, apart from placeholders?
    fn has_words(&self) -> bool {
        let mut whole = self.whole();
        for name in self.placeholders() {
            whole = whole.replace(&format!("{{{name}}}"), "");
        }
        whole.chars().filter(|char| char.is_alphabetic()).count() > 1
    }
}

fn texts_of(texts: &Texts) -> Vec<Text<'_>> {
    let entries = texts.all().flat_map(|(file, entries)| entries.iter().map(move |entry| (file, entry)));
    entries
        .flat_map(|(file, entry)| {
            let own = entry.fields.iter().map(|field| (None, field));
            let of_values = entry
                .values
                .iter()
                .flat_map(|value| value.fields.iter().map(|field| (Some(value.id.as_str()), field)));
            own.chain(of_values).map(move |(value, field)| Text { file, entry: &entry.id, value, field })
        })
        .collect()
}

#[test]
fn every_text_stands_in_every_language_in_other_words() {
    let files = read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the files of content/");
    let mut found = Vec::new();
    let languages: Vec<Texts> =
        LANGUAGES.iter().map(|language| Texts::read(&files, language.code, &mut found)).collect();
    assert!(found.is_empty(), "{found:?}");
    let (english, others) = languages.split_first().expect("English");
    let english = texts_of(english);
    assert!(english.len() > 4000 && !others.is_empty(), "{} texts", english.len());
    let mut wrong = Vec::new();
    for other in others {
        let other = texts_of(other);
        for (one, two) in english.iter().zip(&other) {
            assert_eq!(one.place(), two.place(), "{}: another entry, field or order", one.file);
            let mut note = |what: &str| wrong.push(format!("{} {:?}: {what}", one.file, two.place()));
            let key = one.field.key.as_str();
            if SAME.contains(&key) {
                if one.whole() != two.whole() {
                    note("differs from the English");
                }
                continue;
            }
            if one.placeholders() != two.placeholders() {
                note("other placeholders");
            }
            if one.terms() != two.terms() {
                note("other terms");
            }
            if ["- ", "> "].iter().any(|mark| one.count(mark) != two.count(mark)) {
                note("another number of items or of words to say");
            }
            let may_be_same = NAMES.contains(&(one.file, key)) || ALIKE.contains(&(one.file, one.entry, key));
            if one.whole() == two.whole() && one.has_words() && !may_be_same {
                note("still English");
            }
        }
        assert_eq!(english.len(), other.len());
    }
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}
