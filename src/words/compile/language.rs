//! One language: its files, and the model that is made of them.

use super::format::{Entry, GUIDE_KEYS, Keys, Problem, Problems, entries};
use super::pool::{Names, Pool};
use super::{
    Files, LanguageFolder, adviser, findings, house_style, letters, myths, names, others, page, questions,
    reviewed,
};
use std::fmt::Write;

const FINDING: Keys = keys(&["headline", "say", "law", "view a", "view b", "do this", "contacts", "letter"]);

/// Every file of a language, with the keys that it may use.
const FILES: &[(&str, Keys)] = &[
    (
        "questions.txt",
        Keys {
            entry: &["ask", "hint", "why", "find out", "error"],
            value: &["label", "law", "hint", "told", "if so"],
        },
    ),
    ("right.txt", FINDING),
    ("ending.txt", FINDING),
    ("council.txt", FINDING),
    ("nhs.txt", FINDING),
    ("dispute.txt", FINDING),
    ("charge.txt", FINDING),
    ("home.txt", FINDING),
    ("what.txt", FINDING),
    ("dp.txt", FINDING),
    ("steps.txt", FINDING),
    ("strengths.txt", keys(&["headline", "lead"])),
    ("deadlines.txt", keys(&["name", "says", "late"])),
    ("myths.txt", keys(&["myth", "fact", "source", "beside"])),
    ("sources.txt", keys(&["title", "address", "copy", "says"])),
    ("glossary.txt", keys(&["term", "means"])),
    ("contacts.txt", keys(&["name", "for", "nation", "phone", "text", "web", "mark", "checked"])),
    ("letters.txt", keys(&["title", "when", "parts", "foot"])),
    ("letter-parts.txt", keys(&["name", "set", "rests on", "text", "phrase"])),
    ("gaps.txt", keys(&["label", "hint", "empty", "kind"])),
    ("phone.txt", keys(&["say", "note", "rests on", "set"])),
    ("adviser.txt", keys(&["name"])),
    ("page.txt", keys(&["text", "rich", "with"])),
    ("guide.txt", GUIDE_KEYS),
];

/// Files for the pages beside the checker. `xtask` reads them, and checks them as strictly.
const OF_THE_SITE: &[&str] =
    &["site.txt", "guide-page.txt", "privacy.txt", "builder.txt", "not-found.txt", "embed.txt"];

/// The names of the files that a language must have.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _)| *name)
}

const fn keys(entry: &'static [&'static str]) -> Keys {
    Keys { entry, value: &[] }
}

/// A file that has been read. Absent files have no entries and are reported once.
pub struct File {
    /// Its path, such as `content/en/right.txt`.
    pub path: String,
    /// Its entries; nothing if the file is missing.
    pub entries: Option<Vec<Entry>>,
}

impl File {
    /// Its entries; none if it is missing.
    pub fn entries(&self) -> &[Entry] {
        self.entries.as_deref().unwrap_or_default()
    }

    fn ids(&self) -> Option<Vec<String>> {
        Some(self.entries.as_ref()?.iter().map(|entry| entry.id.clone()).collect())
    }
}

/// Files whose texts have {placeholders}, each checked where it is compiled.
const FILLED: [&str; 3] = ["page.txt", "letter-parts.txt", "phone.txt"];

/// A language that has been read.
pub struct Texts {
    /// Its code, such as `en`.
    pub code: String,
    files: Vec<File>,
    /// The glossary entries there are.
    pub terms: Names,
    /// The contacts there are.
    pub contacts: Names,
    /// The letters there are.
    pub letters: Names,
    /// The gaps in letters that there are.
    pub gaps: Names,
}

impl Texts {
    /// The file with this name.
    pub fn file(&self, name: &str) -> &File {
        let place = FILES.iter().position(|(known, _)| *known == name).expect("a file of FILES");
        &self.files[place]
    }

    /// Every file by its name, with its entries.
    #[cfg(test)]
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &[Entry])> {
        FILES.iter().zip(&self.files).map(|((name, _), file)| (*name, file.entries()))
    }

    /// Reads the files of a language.
    pub fn read(files: &Files, code: &str, found: &mut Vec<Problem>) -> Self {
        let folder = format!("content/{code}/");
        let mut present: Vec<&String> = files.keys().filter(|path| path.starts_with(&folder)).collect();
        if present.is_empty() {
            let names: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
            Problems::of(&folder, found)
                .add(0, format!("the folder is missing or empty; it needs {}", names.join(", ")));
        }
        let any = !present.is_empty();
        let read = FILES
            .iter()
            .map(|(name, keys)| {
                let path = format!("{folder}{name}");
                let mut problems = Problems::of(&path, found);
                let entries = files.get(&path).map(|bytes| entries(bytes, *keys, &mut problems));
                if entries.is_none() && any {
                    problems.add(0, "the file is missing");
                }
                for entry in entries.iter().flatten() {
                    house_style::check_setting(entry, &mut problems);
                    if !FILLED.contains(name) {
                        page::check_none(entry, &mut problems);
                    }
                    if code == "en" {
                        house_style::check_sentences(entry, &mut problems);
                    }
                }
                present.retain(|known| **known != path);
                File { path, entries }
            })
            .collect();
        present.retain(|path| !OF_THE_SITE.contains(&&path[folder.len()..]));
        for path in present {
            Problems::of(path, found)
                .add(0, "no text is read from a file with this name; rename it or take it out");
        }
        let mut texts = Self {
            code: code.to_owned(),
            files: read,
            terms: Names::new("", None),
            contacts: Names::new("", None),
            letters: Names::new("", None),
            gaps: Names::new("", None),
        };
        texts.terms = Names::new("entry in glossary.txt for", texts.file("glossary.txt").ids());
        texts.contacts = Names::new("contact in contacts.txt", texts.file("contacts.txt").ids());
        texts.letters = Names::new("letter in letters.txt", texts.file("letters.txt").ids());
        texts.gaps = Names::new("gap in gaps.txt", texts.file("gaps.txt").ids());
        texts
    }
}

/// What is made of all languages.
pub struct Made {
    /// The generated code.
    pub code: String,
    /// The model of each language, in the notation that [`super::notation`] reads.
    pub models: Vec<String>,
    /// The languages as they were read.
    pub texts: Vec<Texts>,
}

/// The generated code for all languages, and what is to be packed.
pub fn made(files: &Files, languages: &[LanguageFolder], found: &mut Vec<Problem>) -> Made {
    let texts: Vec<Texts> =
        languages.iter().map(|language| Texts::read(files, language.code, found)).collect();
    let mut code = String::from("// Generated by build.rs from content/. Do not edit.\n\n");
    let mut models = Vec::new();
    let Some((first, others)) = texts.split_first() else { return Made { code, models, texts } };
    names::write_enums(&mut code, languages, first, found);
    page::write_struct(&mut code, first);
    for other in others {
        for name in ["glossary.txt", "contacts.txt", "letters.txt", "gaps.txt", "myths.txt", "page.txt"] {
            names::check_same(first.file(name), other.file(name), found);
        }
    }
    let record = reviewed::Record::read(files, found);
    for (texts, language) in texts.iter().zip(languages) {
        let mut pool = Pool::default();
        let mut tables = String::new();
        questions::write(&mut tables, &mut pool, texts, found);
        findings::write(&mut tables, &mut pool, texts, found);
        let parts = letters::write(&mut tables, &mut pool, texts, found);
        others::write_tables(&mut tables, &mut pool, texts, &parts, found);
        parts.report_unused(texts, found);
        others::write_deadlines(&mut tables, &mut pool, texts, found);
        adviser::write(&mut tables, &mut pool, texts, found);
        myths::write(&mut tables, &mut pool, texts, found);
        others::check_guide(&mut pool, texts, found);
        page::write(&mut tables, &mut pool, texts, first, found);
        let (statics, signable) = pool.into_model();
        models.push(statics + &tables);
        let _ = write!(code, "mod {} {{\nuse super::*;\n", language.code);
        reviewed::write(&mut code, language.code, &signable, &record);
        code.push_str("}\n\n");
    }
    for (function, kind, value) in [
        (
            "packed",
            "(&'static str, &'static [u8])",
            "(include_str!(concat!(env!(\"OUT_DIR\"), \"/{}.text\")), include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{}.index\")))",
        ),
        ("texts", "&'static [Text]", "&{}::TEXTS"),
        ("reviewed", "&'static Reviewed", "&{}::REVIEWED"),
    ] {
        let _ =
            writeln!(code, "pub(super) fn {function}(language: Language) -> {kind} {{\n match language {{");
        for language in languages {
            let _ =
                writeln!(code, "  Language::{} => {},", language.name, value.replace("{}", language.code));
        }
        let _ = writeln!(code, " }}\n}}");
    }
    Made { code, models, texts }
}

/// A table for each voice. Voices that are spoken to alike share one.
pub fn write_table(code: &mut String, pool: &mut Pool, name: &str, kind: &str, voices: &[Vec<String>]) {
    let tables: Vec<String> = voices.iter().map(|rows| pool.many(kind, rows)).collect();
    let length = voices[0].len();
    let _ =
        writeln!(code, "static {name}: [&[{kind}; {length}]; {}] = [{}];", voices.len(), tables.join(", "));
}
