//! The page's own words: a field of `PageWords` for each entry, with the names of the first language.

use super::format::{Entry, Field, Problem, Problems, plain, rich};
use super::language::Texts;
use super::pool::Pool;
use super::tags::{self, Chooser, VOICES};
use std::collections::BTreeSet;
use std::fmt::Write;

/// The entry with the names of the months, parted by commas; it is a table of its own.
const MONTHS: &str = "months";

/// Is the text of this entry one with paragraphs and marks?
fn is_rich(entry: &Entry) -> bool {
    entry.fields.iter().any(|field| field.key == "rich")
}

fn entries(texts: &Texts) -> impl Iterator<Item = &Entry> {
    texts.file("page.txt").entries().iter().filter(|entry| entry.id != MONTHS)
}

fn field_name(id: &str) -> String {
    id.replace('-', "_")
}

/// Writes the struct `PageWords`, and how it is read.
pub fn write_struct(code: &mut String, first: &Texts) {
    let _ = writeln!(
        code,
        "/// The words of the page itself.\n#[derive(Clone, Copy, Debug)]\npub struct PageWords {{"
    );
    for entry in entries(first) {
        let kind = if is_rich(entry) { "Rich" } else { "&'static str" };
        let text = entry.fields.iter().find(|field| field.key != "with").map(shown).unwrap_or_default();
        let _ = writeln!(code, "    /// {text}\n    pub {}: {kind},", field_name(&entry.id));
    }
    let _ = writeln!(
        code,
        "}}\n\nimpl PageWords {{\n    /// The page without a word.\n    pub(super) const EMPTY: Self = Self {{"
    );
    for entry in entries(first) {
        let empty = if is_rich(entry) { "&[]" } else { "\"\"" };
        let _ = writeln!(code, "        {}: {empty},", field_name(&entry.id));
    }
    let _ = writeln!(
        code,
        "    }};\n\n    /// Reads the words of the page, in the order in which they were packed.\n    \
         pub(super) fn unpack(&mut self, from: &mut Reader) {{"
    );
    for entry in entries(first) {
        let put = if is_rich(entry) { "put_rich" } else { "put" };
        let _ = writeln!(code, "        from.{put}(&mut self.{});", field_name(&entry.id));
    }
    let _ = writeln!(code, "    }}\n}}\n");
}

/// The first words of a text, as a comment that cannot be read as anything else.
fn shown(field: &Field) -> String {
    let text: Vec<&str> =
        field.text.iter().map(|line| line.text.as_str()).filter(|text| !text.is_empty()).collect();
    let text: String =
        text.join(" ").chars().filter(|char| !matches!(char, '`' | '[' | ']' | '*')).take(80).collect();
    format!("`{text}`")
}

/// Writes `PAGE` and `MONTHS`.
pub fn write(code: &mut String, pool: &mut Pool, texts: &Texts, first: &Texts, found: &mut Vec<Problem>) {
    let file = texts.file("page.txt");
    if file.entries.is_none() {
        return;
    }
    let mut problems = Problems::of(&file.path, found);
    let mut voices = vec![Vec::new(); VOICES.len()];
    for entry in entries(texts) {
        check_id(entry, &mut problems);
        tags::check(&entry.id, &entry.fields, tags::OF_OTHERS, &mut problems);
        check_placeholders(entry, &mut problems);
        if let Some(same) = entries(first).find(|same| same.id == entry.id) {
            check_translation(entry, same, &mut problems);
        }
        let key = if is_rich(entry) { "rich" } else { "text" };
        let mut chooser = Chooser::of(entry);
        for (voice, row) in voices.iter_mut().enumerate() {
            let value = match chooser.need(key, &[], voice, &mut problems) {
                Some(field) if key == "rich" => {
                    let blocks = rich(field, &mut problems);
                    pool.rich(&blocks, &texts.terms, &mut problems)
                }
                Some(field) => format!("{:?}", plain(field, &mut problems)),
                None => String::new(),
            };
            pool.note("page", &entry.id, &value);
            row.push(format!("{}: {value}", field_name(&entry.id)));
        }
        chooser.choose("with", &[], 0, &mut problems);
        chooser.report_unused(&mut problems);
    }
    let pages: Vec<String> = voices
        .iter()
        .map(|fields| pool.one("PageWords", &format!("PageWords {{ {} }}", fields.join(", "))))
        .collect();
    let _ = writeln!(code, "static PAGE: [&PageWords; {}] = [{}];", pages.len(), pages.join(", "));
    let months = months(texts, &mut problems);
    let _ = writeln!(code, "static MONTHS: [&str; 12] = {months:?};");
}

/// The names of the months; nothing if they are not all there.
pub fn month_names(texts: &Texts) -> Option<[String; 12]> {
    let mut unreported = Vec::new();
    months(texts, &mut Problems::of("", &mut unreported)).try_into().ok()
}

fn months(texts: &Texts, problems: &mut Problems) -> Vec<String> {
    let Some(entry) = texts.file("page.txt").entries().iter().find(|entry| entry.id == MONTHS) else {
        problems
            .add(0, format!("there is no ## {MONTHS}, with the names of the months and commas between them"));
        return Vec::new();
    };
    let Some(field) = entry.fields.iter().find(|field| field.key == "text") else {
        problems.add(entry.line, format!("{MONTHS} has no “text”"));
        return Vec::new();
    };
    let months: Vec<String> =
        plain(field, problems).split(',').map(|month| month.trim().to_owned()).collect();
    if months.len() != 12 || months.iter().any(String::is_empty) {
        problems.add(
            field.line,
            format!("{MONTHS}: twelve names with commas between them, not {}", months.len()),
        );
    }
    months
}

/// The id is a name in Rust.
fn check_id(entry: &Entry, problems: &mut Problems) {
    let plain =
        entry.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    let good = plain && entry.id.starts_with(|char: char| char.is_ascii_lowercase());
    // The words of Rust that could also be the name of a text.
    let taken = [
        "as", "break", "continue", "else", "enum", "fn", "for", "if", "impl", "in", "let", "loop", "match",
        "mod", "move", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true", "false",
        "type", "use", "where", "while", "async", "await", "dyn", "abstract", "become", "box", "do", "final",
        "gen", "macro", "override", "priv", "try", "typeof", "unsized", "virtual", "yield", "const", "crate",
        "extern", "mut", "unsafe",
    ];
    if !good || entry.id.ends_with('-') || entry.id.contains("--") {
        problems.add(
            entry.line,
            format!("“{}”: an id here is lower-case words with hyphens between them", entry.id),
        );
    } else if taken.contains(&entry.id.as_str()) {
        problems
            .add(entry.line, format!("“{}” is a word of Rust and cannot be an id; use two words", entry.id));
    }
}

/// The text must be of one sort, the same in every language, with the same placeholders.
fn check_translation(entry: &Entry, first: &Entry, problems: &mut Problems) {
    if is_rich(entry) != is_rich(first) {
        let key = if is_rich(first) { "rich" } else { "text" };
        problems.add(entry.line, format!("{} must have “{key}”, as in the first language", entry.id));
    }
    if declared(entry) != declared(first) {
        problems.add(entry.line, format!("{} must have the same “with” as in the first language", entry.id));
    }
}

/// The placeholders that the page fills in this text, as `with` lists them.
fn declared(entry: &Entry) -> BTreeSet<String> {
    entry
        .fields
        .iter()
        .filter(|field| field.key == "with")
        .flat_map(|field| &field.text)
        .flat_map(|line| line.text.split([',', ' ']))
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Every placeholder must be declared, and every declared one used in every version of the text.
fn check_placeholders(entry: &Entry, problems: &mut Problems) {
    let declared = declared(entry);
    for field in entry.fields.iter().filter(|field| field.key != "with") {
        let mut used = BTreeSet::new();
        for line in &field.text {
            for placeholder in placeholders(&line.text) {
                match placeholder {
                    Some(name) if declared.contains(name) => {
                        used.insert(name);
                    }
                    Some(name) => problems.add(
                        line.number,
                        format!(
                            "{}: {{{name}}} is not in its “with”, which lists what the page fills in",
                            entry.id
                        ),
                    ),
                    None => problems.add(
                        line.number,
                        format!("{}: a placeholder is {{name}}, and nothing else has {{ or }}", entry.id),
                    ),
                }
            }
        }
        for name in declared.iter().filter(|name| !used.contains(name.as_str())) {
            problems.add(
                field.line,
                format!("{}: {{{name}}} is in “with” and not in {}", entry.id, field.name()),
            );
        }
    }
}

/// Reports placeholders in a file whose texts are never filled.
pub fn check_none(entry: &Entry, problems: &mut Problems) {
    let of_values = entry.values.iter().flat_map(|value| &value.fields);
    for line in entry.fields.iter().chain(of_values).flat_map(|field| &field.text) {
        if line.text.contains(['{', '}']) {
            problems.add(line.number, format!("{}: only page.txt can have {{placeholders}}", entry.id));
        }
    }
}

/// The placeholders of a line; nothing for a bracket that is not part of one.
pub fn placeholders(line: &str) -> Vec<Option<&str>> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(at) = rest.find(['{', '}']) {
        let name = rest[at..].strip_prefix('{').and_then(|inner| inner.split_once('}')).map(|(name, _)| name);
        let name = name.filter(|name| {
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
        });
        found.push(name);
        rest = &rest[at + 1 + name.map_or(0, |name| name.len() + 1)..];
    }
    found
}
