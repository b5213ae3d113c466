//! Texts as HTML, for pages that know nothing of the checker's own marks.

use s117_checker::words::{Block, Span};
use std::fmt::Write;

/// A text as HTML. Terms of the glossary are plain words where they stand.
pub fn rich(text: &[Block]) -> String {
    let line = |spans: &[Span]| -> String {
        let part = |span: &Span| match span {
            Span::Strong(text) => format!("<strong>{}</strong>", escape(text)),
            other => escape(other.text()),
        };
        spans.iter().map(part).collect()
    };
    let mut html = String::new();
    for block in text {
        let _ = match block {
            Block::Para(spans) => write!(html, "<p>{}</p>", line(spans)),
            Block::Say(spans) => write!(html, "<blockquote>{}</blockquote>", line(spans)),
            Block::List(items) => {
                let items: String = items.iter().map(|item| format!("<li>{}</li>", line(item))).collect();
                write!(html, "<ul>{items}</ul>")
            }
        };
    }
    html
}

/// The same of a text as the checker's file holds it, with control characters for marks.
pub fn packed(text: &str) -> String {
    let mut html = String::new();
    for line in text.split('\n') {
        let mut chars = line.chars();
        while let Some(char) = chars.next() {
            match char {
                // A term: the next character says which, and nobody needs it here.
                '\u{2}' => drop(chars.next()),
                char if char < ' ' => {}
                char => html.push(char),
            }
        }
        html.push('\n');
    }
    escape(html.trim_end())
}

/// The words of HTML alone, to see whether two texts say the same.
pub fn bare(html: &str) -> String {
    let mut words = String::new();
    let mut inside = false;
    for char in html.chars() {
        match char {
            '<' => inside = true,
            '>' => inside = false,
            char if !inside && !char.is_whitespace() => words.push(char),
            _ => {}
        }
    }
    words
}

/// A text that is no HTML.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_read_as_html() {
        let text = [Block::Para(&[Span::Strong("<b>"), Span::Text(" & </p>")])];
        assert_eq!(rich(&text), "<p><strong>&lt;b&gt;</strong> &amp; &lt;/p&gt;</p>");
        assert_eq!(packed("\u{4}one <b>\n\u{5}\u{2}!two\u{3} three"), "one &lt;b&gt;\ntwo three");
        assert_eq!(bare("<p>one <b>two</b></p>\n<p>three</p>"), "onetwothree");
    }
}
