//! Documents to keep: as plain text, and as a file that word processors open.
//!
//! The latter is a `.docx` and no RTF: phones open it without another program, mail filters let it through, and it
//! has headings, lists and a language that screen readers use.

mod docx;
mod zip;

pub use docx::{MEDIA_TYPE as DOCX_MEDIA_TYPE, docx};

use super::{Block, Rich, line};

/// The media type of a plain text file.
pub const TEXT_MEDIA_TYPE: &str = "text/plain;charset=utf-8";

/// A piece of a document. A line break within its text stays one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Paragraph {
    /// A heading or a subject line: strong, and on the same page as what follows.
    Heading(String),
    /// Plain text.
    Text(String),
    /// An item of a list.
    Item(String),
}

impl Paragraph {
    /// Its text.
    pub fn text(&self) -> &str {
        match self {
            Self::Heading(text) | Self::Text(text) | Self::Item(text) => text,
        }
    }
}

/// A text of the page as paragraphs, without its marks; words to say in quotes.
pub fn paragraphs(text: Rich) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    for block in text {
        match block {
            Block::Para(spans) => paragraphs.push(Paragraph::Text(line(spans))),
            Block::Say(spans) => paragraphs.push(Paragraph::Text(format!("“{}”", line(spans)))),
            Block::List(items) => paragraphs.extend(items.iter().map(|item| Paragraph::Item(line(item)))),
        }
    }
    paragraphs
}

/// The document as plain text: an empty line between its paragraphs, none after a heading or before an item.
///
/// `title` stands first, as a heading; none if it is empty.
pub fn plain(title: &str, paragraphs: &[Paragraph]) -> String {
    let mut plain = title.to_owned();
    let mut after_heading = true;
    for paragraph in paragraphs {
        let is_item = matches!(paragraph, Paragraph::Item(_));
        let is_heading = matches!(paragraph, Paragraph::Heading(_));
        if !plain.is_empty() {
            plain.push_str(if is_item || (after_heading && !is_heading) { "\n" } else { "\n\n" });
        }
        if is_item {
            plain.push_str("- ");
        }
        plain.push_str(paragraph.text());
        after_heading = is_heading;
    }
    plain.push('\n');
    plain
}

/// The document as a plain text file. Its first three bytes say that it is UTF-8, without which an older Notepad and
/// the preview on some phones garble “quotes”; its lines end as Notepad needs them.
pub fn text_file(title: &str, paragraphs: &[Paragraph]) -> Vec<u8> {
    let mut file = String::from('\u{feff}');
    for line in plain(title, paragraphs).lines() {
        file.push_str(line);
        file.push_str("\r\n");
    }
    file.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::{Paragraph::*, *};

    #[test]
    fn plain_text_keeps_headings_with_what_follows() {
        let paragraphs = [
            Text("Made today".into()),
            Heading("Next".into()),
            Heading("Ask".into()),
            Text("Ask them:".into()),
            Item("one".into()),
            Item("two".into()),
            Text("Lines\nstay".into()),
        ];
        let expected = "Title\nMade today\n\nNext\n\nAsk\nAsk them:\n- one\n- two\n\nLines\nstay\n";
        assert_eq!(plain("Title", &paragraphs), expected);
        assert_eq!(plain("", &paragraphs[1..3]), "Next\n\nAsk\n");
        let file = text_file("A “b”", &paragraphs[..1]);
        assert_eq!(file, "\u{feff}A “b”\r\nMade today\r\n".as_bytes());
    }
}
