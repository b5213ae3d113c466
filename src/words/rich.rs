//! Texts with paragraphs, lists and marks; and their plain form.

use super::{Term, sentence};

/// A text with paragraphs, lists and marks.
pub type Rich = &'static [Block];

/// A piece of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Block {
    /// A paragraph.
    Para(&'static [Span]),
    /// A list, one item each.
    List(&'static [&'static [Span]]),
    /// Words to say out loud, or to copy.
    Say(&'static [Span]),
}

/// A run of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Span {
    /// As it is.
    Text(&'static str),
    /// Strong.
    Strong(&'static str),
    /// A term of the glossary.
    Term {
        /// What is shown.
        text: &'static str,
        /// The entry that explains it.
        term: Term,
    },
}

impl Span {
    /// The text, without the mark.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Term { text, .. } => text,
        }
    }
}

/// The text of a line, without the marks.
pub fn line(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text()).collect()
}

/// The sentences of a line, each by itself.
pub fn sentences(spans: &[Span]) -> Vec<Vec<Span>> {
    let mut all = vec![vec![]];
    let mut put = |span: Span, ends: bool| {
        if !span.text().is_empty() {
            all.last_mut().expect("one at least").push(span);
        }
        if ends {
            all.push(vec![]);
        }
    };
    for span in spans {
        let Span::Text(mut rest) = *span else {
            put(*span, false);
            continue;
        };
        while let Some(at) = sentence::end(rest) {
            put(Span::Text(&rest[..at]), true);
            rest = &rest[at + 1..];
        }
        put(Span::Text(rest), false);
    }
    all.retain(|sentence| !sentence.is_empty());
    all
}

/// The text without the marks: an empty line between its pieces, `- ` before the items of a list,
/// words to say in quotes.
pub fn plain(text: &[Block]) -> String {
    let pieces: Vec<String> = text
        .iter()
        .map(|block| match block {
            Block::Para(spans) => line(spans),
            Block::Say(spans) => format!("“{}”", line(spans)),
            Block::List(items) => {
                let items: Vec<String> = items.iter().map(|item| format!("- {}", line(item))).collect();
                items.join("\n")
            }
        })
        .collect();
    pieces.join("\n\n")
}
