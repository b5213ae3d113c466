//! Texts of the checker with paragraphs, lists and marks, as HTML: one drawing for the guide page and the review pack.

use crate::guide::escape;
use s117_checker::words::{Block, Span, Term};
use std::fmt::Write;

/// In what a document differs from others.
pub struct Markup<'a> {
    /// Words to say out loud, already as HTML.
    pub say: fn(&str) -> String,
    /// How a list begins.
    pub list: &'a str,
    /// A term that is explained elsewhere in the document, and the words by which it is shown.
    pub term: &'a dyn Fn(Term, &str) -> String,
}

/// Draws a text.
pub fn rich(text: &[Block], markup: &Markup<'_>) -> String {
    let line = |spans: &[Span]| -> String {
        let span = |span: &Span| match span {
            Span::Text(text) => escape(text),
            Span::Strong(text) => format!("<strong>{}</strong>", escape(text)),
            Span::Term { text, term } => (markup.term)(*term, text),
        };
        spans.iter().map(span).collect()
    };
    let mut html = String::new();
    for block in text {
        let _ = match block {
            Block::Para(spans) => writeln!(html, "<p>{}</p>", line(spans)),
            Block::Say(spans) => writeln!(html, "{}", (markup.say)(&line(spans))),
            Block::List(items) => {
                let items: String = items.iter().map(|item| format!("<li>{}</li>\n", line(item))).collect();
                writeln!(html, "{}\n{items}</ul>", markup.list)
            }
        };
    }
    html
}
