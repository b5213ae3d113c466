//! The names that content gives to code: languages, terms, contacts, letters, gaps.

use super::LanguageFolder;
use super::format::{Problem, Problems};
use super::language::{File, Texts};
use super::pool::Names;
use std::fmt::Write;

/// Writes the enums `Language`, `Term`, `Contact`, `Letter` and `Gap`.
pub fn write_enums(code: &mut String, languages: &[LanguageFolder], first: &Texts, found: &mut Vec<Problem>) {
    let names: Vec<(String, String)> =
        languages.iter().map(|language| (language.code.to_owned(), language.name.to_owned())).collect();
    write_enum(code, "Language", "A language of the words.", "Its code, such as `en`.", &names);
    let _ = writeln!(code, "impl Language {{");
    for (function, about, values) in [
        ("own_name", "What it calls itself.", languages.iter().map(|it| it.own).collect::<Vec<_>>()),
        ("tag", "How HTML names it, such as `en-GB`.", languages.iter().map(|it| it.tag).collect()),
    ] {
        let _ = writeln!(
            code,
            "    /// {about}\n    pub const fn {function}(self) -> &'static str {{\n        \
             const ALL: [&str; {}] = {values:?};\n        ALL[self as usize]\n    }}",
            values.len()
        );
    }
    let _ = writeln!(code, "}}\n");
    for (file, names, name, about) in [
        ("glossary.txt", &first.terms, "Term", "An entry of the glossary."),
        ("contacts.txt", &first.contacts, "Contact", "Somebody to turn to."),
        ("letters.txt", &first.letters, "Letter", "A letter to write and send."),
        ("gaps.txt", &first.gaps, "Gap", "Something in letters that their writer fills in."),
    ] {
        check_names(first.file(file), names, found);
        let names: Vec<(String, String)> = names.iter().cloned().collect();
        write_enum(code, name, about, "Its id in `content/`.", &names);
    }
}

fn write_enum(code: &mut String, name: &str, about: &str, about_id: &str, ids: &[(String, String)]) {
    let _ = writeln!(
        code,
        "/// {about}\n#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]\npub enum {name} {{"
    );
    for (id, variant) in ids {
        let _ = writeln!(code, "    /// `{id}`\n    {variant},");
    }
    let variants: Vec<String> = ids.iter().map(|(_, variant)| format!("{name}::{variant}")).collect();
    let texts: Vec<String> = ids.iter().map(|(id, _)| format!("{id:?}")).collect();
    let _ = writeln!(
        code,
        "}}\n\nimpl {name} {{\n    /// All of them, in the order of `content/`.\n    pub const ALL: &'static [{name}] = &[{}];\n\n    \
         /// {about_id}\n    pub const fn id(self) -> &'static str {{\n        \
         const IDS: [&str; {}] = [{}];\n        IDS[self as usize]\n    }}\n}}\n",
        variants.join(", "),
        texts.len(),
        texts.join(", "),
    );
}

/// Ids become names in Rust: they must start with a letter, and no two may become the same.
fn check_names(file: &File, names: &Names, found: &mut Vec<Problem>) {
    let mut problems = Problems::of(&file.path, found);
    let all: Vec<&(String, String)> = names.iter().collect();
    for ((id, name), entry) in all.iter().zip(file.entries()) {
        if !name.starts_with(|char: char| char.is_ascii_alphabetic()) || name == "Self" {
            problems.add(entry.line, format!("the id “{id}” must start with a letter"));
        }
        if let Some((other, _)) =
            all.iter().take_while(|(other, _)| other != id).find(|(_, other)| other == name)
        {
            problems.add(entry.line, format!("the ids “{other}” and “{id}” are too much alike"));
        }
    }
}

/// Reports entries that one language has and another has not.
pub fn check_same(first: &File, other: &File, found: &mut Vec<Problem>) {
    if first.entries.is_none() || other.entries.is_none() {
        return;
    }
    let has = |file: &File, id: &str| file.entries().iter().any(|entry| entry.id == id);
    let mut problems = Problems::of(&other.path, found);
    for entry in first.entries().iter().filter(|entry| !has(other, &entry.id)) {
        problems.add(0, format!("there is no ## {}, which is in {}", entry.id, first.path));
    }
    for entry in other.entries().iter().filter(|entry| !has(first, &entry.id)) {
        problems.add(entry.line, format!("{} is not in {}", entry.id, first.path));
    }
}
