//! From the lines of a field to paragraphs, lists, words to say, and the marks inside them.

use super::{Field, Problems};

/// A piece of a text.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Block {
    /// A paragraph.
    Para(Vec<Span>),
    /// A list, one item each.
    List(Vec<Vec<Span>>),
    /// Words to say out loud, or to copy.
    Say(Vec<Span>),
}

/// A run of text.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Span {
    /// As it is.
    Text(String),
    /// Strong.
    Strong(String),
    /// A term of the glossary.
    Term {
        /// What is shown.
        text: String,
        /// The id of the term, as written.
        term: String,
        /// The line of the mark.
        line: usize,
    },
}

/// The text of a field with everything that texts can have.
pub fn rich(field: &Field, problems: &mut Problems) -> Vec<Block> {
    let blocks: Vec<Block> = parts(field)
        .into_iter()
        .map(|part| match part {
            Part::Para(text) => Block::Para(text.spans(problems)),
            Part::Say(text) => Block::Say(text.spans(problems)),
            Part::List(items) => Block::List(items.iter().map(|item| item.spans(problems)).collect()),
        })
        .collect();
    if blocks.is_empty() {
        problems.add(field.line, format!("{} is empty", field.name()));
    }
    blocks
}

/// The text of a field that is one plain sentence or name: no paragraphs, lists or marks.
pub fn plain(field: &Field, problems: &mut Problems) -> String {
    let parts = parts(field);
    match parts.as_slice() {
        [] => problems.add(field.line, format!("{} is empty", field.name())),
        [Part::Para(joined)] => {
            if let Some(at) = joined.text.find(['*']).or_else(|| joined.text.find("[[")) {
                problems.add(
                    joined.line_at(at),
                    format!("{} is plain text and can have no * and no [[", field.name()),
                );
            }
            return joined.text.clone();
        }
        [_, ..] => problems.add(
            field.line,
            format!("{} is plain text and can have no list, no > and no empty line", field.name()),
        ),
    }
    String::new()
}

/// The text of a field line by line, as it is copied: line breaks count, and marks have no meaning.
pub fn verbatim(field: &Field, problems: &mut Problems) -> String {
    for line in field.text.iter().filter(|line| line.text.contains('*') || line.text.contains("[[")) {
        problems.add(line.number, format!("{} is copied as it is and can have no * and no [[", field.name()));
    }
    let lines: Vec<&str> = field.text.iter().map(|line| line.text.as_str()).collect();
    let text = lines.join("\n").trim_matches('\n').to_owned();
    if text.is_empty() {
        problems.add(field.line, format!("{} is empty", field.name()));
    }
    text
}

enum Part {
    Para(Joined),
    List(Vec<Joined>),
    Say(Joined),
}

/// Lines joined into one text that still knows where each began.
struct Joined {
    text: String,
    starts: Vec<(usize, usize)>,
}

impl Joined {
    fn new(text: &str, line: usize) -> Self {
        Self { text: text.to_owned(), starts: vec![(0, line)] }
    }

    fn push(&mut self, text: &str, line: usize) {
        self.text.push(' ');
        self.starts.push((self.text.len(), line));
        self.text.push_str(text);
    }

    fn line_at(&self, at: usize) -> usize {
        self.starts.iter().rev().find(|(start, _)| *start <= at).map_or(0, |(_, line)| *line)
    }

    fn spans(&self, problems: &mut Problems) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut from = 0;
        while let Some(found) = self.text[from..].find(['*', '[']) {
            let at = from + found;
            let rest = &self.text[at..];
            let (open, close) = match rest {
                _ if rest.starts_with('*') => ("*", "*"),
                _ if rest.starts_with("[[") => ("[[", "]]"),
                _ => {
                    // One bracket is a gap for the person to fill in, such as [your name].
                    push_text(&mut spans, &self.text[from..=at]);
                    from = at + 1;
                    continue;
                }
            };
            push_text(&mut spans, &self.text[from..at]);
            let line = self.line_at(at);
            let Some(end) = rest[open.len()..].find(close) else {
                problems.add(line, format!("“{open}” is not closed with “{close}”"));
                return spans;
            };
            let inner = &rest[open.len()..open.len() + end];
            from = at + open.len() + end + close.len();
            if inner.is_empty() || inner != inner.trim() {
                problems.add(
                    line,
                    format!("{open}{inner}{close}: no space may stand just inside, and something must"),
                );
            } else if inner.contains(['*', '[', ']']) {
                problems.add(line, format!("{open}{inner}{close}: a mark cannot stand inside another"));
            } else if open == "*" {
                spans.push(Span::Strong(inner.to_owned()));
            } else {
                let (text, term) = inner.split_once('|').unwrap_or((inner, inner));
                if text.is_empty()
                    || term.is_empty()
                    || term.contains('|')
                    || text != text.trim()
                    || term != term.trim()
                {
                    problems.add(line, format!("[[{inner}]]: write [[shown text|glossary entry]]"));
                }
                spans.push(Span::Term { text: text.to_owned(), term: term.to_owned(), line });
            }
        }
        push_text(&mut spans, &self.text[from..]);
        if let Some(at) = self.text.find("]]").filter(|_| !self.text.contains("[[")) {
            problems.add(self.line_at(at), "“]]” has no “[[” before it");
        }
        spans
    }
}

fn push_text(spans: &mut Vec<Span>, text: &str) {
    match spans.last_mut() {
        _ if text.is_empty() => {}
        Some(Span::Text(before)) => before.push_str(text),
        _ => spans.push(Span::Text(text.to_owned())),
    }
}

fn parts(field: &Field) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut open = false;
    for line in &field.text {
        let (text, number) = (line.text.as_str(), line.number);
        if text.is_empty() {
            open = false;
        } else if let Some(item) = after(text, "-") {
            let item = Joined::new(item, number);
            // An empty line between two items does not part the list.
            match parts.last_mut() {
                Some(Part::List(items)) => items.push(item),
                _ => parts.push(Part::List(vec![item])),
            }
            open = true;
        } else if let Some(said) = after(text, ">") {
            match parts.last_mut() {
                Some(Part::Say(joined)) if open => joined.push(said, number),
                _ => parts.push(Part::Say(Joined::new(said, number))),
            }
            open = true;
        } else {
            match parts.last_mut() {
                Some(Part::Para(joined) | Part::Say(joined)) if open => joined.push(text, number),
                Some(Part::List(items)) if open => {
                    if let Some(item) = items.last_mut() {
                        item.push(text, number);
                    }
                }
                _ => parts.push(Part::Para(Joined::new(text, number))),
            }
            open = true;
        }
    }
    parts
}

/// The text after a mark at the start of a line and the space behind it.
fn after<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    text.strip_prefix(mark)?.strip_prefix(' ').map(str::trim_start)
}
