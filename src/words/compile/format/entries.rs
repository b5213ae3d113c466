//! From lines to entries, their fields and their values.

use super::{Line, Problems, lines};

/// An entry: what stands below one `## id`.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What the texts are for.
    pub id: String,
    /// The line of its `## id`.
    pub line: usize,
    /// Its fields, in the order of the file.
    pub fields: Vec<Field>,
    /// The values of a question.
    pub values: Vec<Value>,
}

/// A field: `key (tags): text`.
#[derive(Clone, Debug)]
pub struct Field {
    /// What the text is.
    pub key: String,
    /// The line of its key.
    pub line: usize,
    /// When it is used, as written: `S2`, `on-leaving`, `england`, `supporter`.
    pub tags: Vec<String>,
    /// Its text, line by line; empty lines part paragraphs.
    pub text: Vec<Line>,
}

/// A value of a question: `- id: label`, with fields of its own below.
#[derive(Clone, Debug)]
pub struct Value {
    /// The id of the value.
    pub id: String,
    /// Its line.
    pub line: usize,
    /// Its fields; the label is the first.
    pub fields: Vec<Field>,
}

/// The keys that a file may use.
#[derive(Clone, Copy, Debug)]
pub struct Keys {
    /// The keys of an entry.
    pub entry: &'static [&'static str],
    /// The keys of a value beside its label; no values if there are none.
    pub value: &'static [&'static str],
}

/// Reads the entries of a file.
pub fn entries(bytes: &[u8], keys: Keys, problems: &mut Problems) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in lines(bytes, problems) {
        let text = line.text.trim_start();
        let indented = text.len() < line.text.len();
        if text.starts_with("//") {
            continue;
        }
        if !indented && text.starts_with('#') {
            if let Some(entry) = heading(&line, &entries, problems) {
                entries.push(entry);
            }
            continue;
        }
        let Some(entry) = entries.last_mut() else {
            if !text.is_empty() {
                problems.add(line.number, "text before the first entry; an entry starts with ## and its id");
            }
            continue;
        };
        if !keys.value.is_empty()
            && !indented
            && let Some((id, label)) = value_start(text)
        {
            start_value(entry, id, label, line.number, problems);
            continue;
        }
        match Start::of(text, indented, !entry.values.is_empty(), keys) {
            Start::Field(key, tags, rest) => {
                let field = new_field(key, tags, rest, line.number);
                add_field(entry, field, indented, problems);
            }
            Start::Unknown(key, known) => problems.add(
                line.number,
                format!(
                    "{} has no field “{key}”; it can have {}. If this is text, it must not start like a field",
                    entry.id,
                    known.join(", "),
                ),
            ),
            Start::Broken(what) => problems.add(line.number, what),
            Start::Text => {
                let text = Line { number: line.number, text: text.to_owned() };
                match last_field(entry) {
                    Some(field) => field.text.push(text),
                    None if text.text.is_empty() => {}
                    None => problems.add(
                        line.number,
                        format!("{} has text before its first field; a field starts with its key and a colon", entry.id),
                    ),
                }
            }
        }
    }
    for entry in &entries {
        if entry.fields.is_empty() && entry.values.is_empty() {
            problems.add(entry.line, format!("{} has no text", entry.id));
        }
    }
    entries
}

fn heading(line: &Line, before: &[Entry], problems: &mut Problems) -> Option<Entry> {
    let id = match line.text.strip_prefix("## ").map(str::trim) {
        Some(id) if !id.is_empty() && !id.starts_with('#') => id,
        _ => {
            problems.add(line.number, "an entry starts with ## then a space and its id");
            return None;
        }
    };
    // A second entry is read all the same, so that the problems in its text show too.
    if let Some(first) = before.iter().find(|entry| entry.id == id) {
        problems.add(line.number, format!("{id} is there twice; the first is on line {}", first.line));
    }
    Some(Entry { id: id.to_owned(), line: line.number, fields: Vec::new(), values: Vec::new() })
}

fn value_start(text: &str) -> Option<(&str, &str)> {
    let (id, label) = text.strip_prefix("- ")?.split_once(':')?;
    let is_id = !id.is_empty()
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    (is_id && (label.is_empty() || label.starts_with(' '))).then_some((id, label))
}

fn start_value(entry: &mut Entry, id: &str, label: &str, number: usize, problems: &mut Problems) {
    if let Some(first) = entry.values.iter().find(|value| value.id == id) {
        problems.add(number, format!("{} has {id} twice; the first is on line {}", entry.id, first.line));
    }
    let label = new_field("label", Vec::new(), label, number);
    entry.values.push(Value { id: id.to_owned(), line: number, fields: vec![label] });
}

fn new_field(key: &str, tags: Vec<String>, rest: &str, number: usize) -> Field {
    let text = Line { number, text: rest.trim().to_owned() };
    Field { key: key.to_owned(), line: number, tags, text: vec![text] }
}

fn add_field(entry: &mut Entry, field: Field, indented: bool, problems: &mut Problems) {
    // An indented field below a value is the value's; one at the margin is always the entry's.
    let (owner, fields) = match entry.values.last_mut() {
        Some(value) if indented => (format!("{}, {}", entry.id, value.id), &mut value.fields),
        _ => (entry.id.clone(), &mut entry.fields),
    };
    let same = |other: &&Field| {
        other.key == field.key
            && other.tags.len() == field.tags.len()
            && other.tags.iter().all(|tag| field.tags.contains(tag))
    };
    if let Some(first) = fields.iter().find(same) {
        problems.add(
            field.line,
            format!("{owner} has {} twice; the first is on line {}", name(&field), first.line),
        );
    }
    fields.push(field);
}

/// The text goes on in the field that was started last, be it the entry's or a value's.
fn last_field(entry: &mut Entry) -> Option<&mut Field> {
    let of_entry = entry.fields.last_mut();
    let of_value = entry.values.last_mut().and_then(|value| value.fields.last_mut());
    match (of_entry, of_value) {
        (Some(one), Some(other)) => Some(if one.line > other.line { one } else { other }),
        (one, other) => one.or(other),
    }
}

/// A field as its writer would name it: the key, and the tags in brackets.
fn name(field: &Field) -> String {
    if field.tags.is_empty() {
        format!("“{}”", field.key)
    } else {
        format!("“{} ({})”", field.key, field.tags.join(" "))
    }
}

impl Field {
    /// The field as its writer would name it.
    pub fn name(&self) -> String {
        name(self)
    }
}

/// How a line starts.
enum Start<'a> {
    /// A field: key, tags, and the rest of the line.
    Field(&'a str, Vec<String>, &'a str),
    /// Like a field, but no such key; and the keys there are.
    Unknown(&'a str, &'static [&'static str]),
    /// Like a field, but broken.
    Broken(String),
    /// Text.
    Text,
}

impl<'a> Start<'a> {
    fn of(text: &'a str, indented: bool, in_values: bool, keys: Keys) -> Self {
        let known = if indented && in_values { keys.value } else { keys.entry };
        let Some(end) = text.find(['(', ':']) else { return Self::Text };
        let key = text[..end].trim_end();
        let listed = known.contains(&key);
        // Sentences start with a capital, so two lower-case words and a colon are a key, known or not.
        let like_a_key = key.split(' ').count() <= 2
            && key.starts_with(|char: char| char.is_ascii_lowercase())
            && key.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b' ' | b'-'));
        if !listed && !like_a_key {
            return Self::Text;
        }
        let (tags, rest) = match text[end..].strip_prefix('(') {
            None => (Vec::new(), &text[end..]),
            Some(rest) => match rest.split_once(')') {
                Some((tags, rest)) => {
                    (tags.split([' ', ',']).filter(|tag| !tag.is_empty()).map(str::to_owned).collect(), rest)
                }
                None if listed => return Self::Broken(format!("“{key} (” needs a closing bracket")),
                None => return Self::Text,
            },
        };
        let bracketed = text[end..].starts_with('(');
        match rest.strip_prefix(':') {
            Some(rest) if rest.is_empty() || rest.starts_with(' ') => {
                if !listed {
                    Self::Unknown(key, known)
                } else if bracketed && tags.is_empty() {
                    Self::Broken(format!("“{key} ()” has no tag in its brackets"))
                } else {
                    Self::Field(key, tags, rest)
                }
            }
            // `key (tags)` without its colon would otherwise go on as text of the field before.
            None if listed && bracketed && !indented => {
                Self::Broken(format!("“{key} (…)” needs a colon after the bracket"))
            }
            _ => Self::Text,
        }
    }
}
