//! The one-screen guide: plain HTML in the page itself, for when the checker cannot run.
//!
//! Its words are in `content/en/guide.txt`; `content/README.md` says how to write them. Here web addresses and
//! telephone numbers become links.

// One reader for all of `content/`. The rest of it has other users.
#[allow(dead_code, unused_imports)]
#[path = "../../src/words/compile/format/mod.rs"]
pub mod format;

use crate::Result;
use format::{Block, Problems, Section, Span};
use std::fmt::Write;
use std::path::Path;

/// Draws the guide from a language's content folder.
pub fn guide_html(content: &Path) -> Result<String> {
    Ok(sections(content)?.iter().map(draw).collect())
}

/// Draws some of its sections, in the order asked for.
pub fn sections_html(content: &Path, ids: &[&str]) -> Result<String> {
    let sections = sections(content)?;
    let mut html = String::new();
    for id in ids {
        let section = sections.iter().find(|section| section.id == *id);
        html += &draw(section.ok_or_else(|| format!("there is no ## {id} in guide.txt"))?);
    }
    Ok(html)
}

fn sections(content: &Path) -> Result<Vec<Section>> {
    let file = content.join("guide.txt");
    let text = std::fs::read(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    let mut found = Vec::new();
    let sections = format::guide(&text, &mut Problems::of(&file.display().to_string(), &mut found));
    if found.is_empty() {
        return Ok(sections);
    }
    found.sort();
    Err(found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

fn draw(section: &Section) -> String {
    let mut html = String::new();
    if let ("title", [Block::Para(title)]) = (section.id.as_str(), section.text.as_slice()) {
        let _ = writeln!(html, "<h1>{}</h1>", inline(title));
        return html;
    }
    if let Some(heading) = &section.heading {
        let _ = writeln!(html, "<h2>{}</h2>", link(heading));
    }
    html.push_str(&blocks(&section.text));
    html
}

/// Draws paragraphs, lists and quotations.
pub fn blocks(text: &[Block]) -> String {
    let mut html = String::new();
    for block in text {
        let _ = match block {
            Block::Para(text) => writeln!(html, "<p>{}</p>", inline(text)),
            Block::Say(text) => writeln!(html, "<blockquote><p>{}</p></blockquote>", inline(text)),
            Block::List(items) => {
                let items: String = items.iter().map(|item| format!("<li>{}</li>\n", inline(item))).collect();
                writeln!(html, "<ul>\n{items}</ul>")
            }
        };
    }
    html
}

fn inline(text: &[Span]) -> String {
    let mut html = String::new();
    for span in text {
        match span {
            Span::Text(text) => html.push_str(&link(text)),
            Span::Strong(text) => {
                let _ = write!(html, "<strong>{}</strong>", link(text));
            }
            // Only what is shown: the glossary is in the checker.
            Span::Term { text, .. } => html.push_str(&link(text)),
        }
    }
    html
}

/// Escapes a text, and makes links of its web addresses and telephone numbers.
pub fn link(text: &str) -> String {
    let mut html = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let at_word = !rest_follows_word(text, rest);
        if let (true, Some(length)) = (at_word, address(rest)) {
            let (address, after) = rest.split_at(length);
            let shown = escape(address.trim_start_matches("https://"));
            // In a new tab: the page empties itself when it is left.
            let _ = write!(
                html,
                "<a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\">{shown}</a>",
                escape(address)
            );
            rest = after;
        } else if let (true, Some(length)) = (at_word, telephone(rest)) {
            let (number, after) = rest.split_at(length);
            let dialled: String = number.chars().filter(char::is_ascii_digit).collect();
            let _ = write!(html, "<a href=\"tel:{dialled}\">{}</a>", number.replace(' ', "\u{a0}"));
            rest = after;
        } else {
            let mut letters = rest.chars();
            if let Some(letter) = letters.next() {
                html.push_str(&escape(letter.encode_utf8(&mut [0; 4])));
            }
            rest = letters.as_str();
        }
    }
    html
}

fn rest_follows_word(text: &str, rest: &str) -> bool {
    text[..text.len() - rest.len()]
        .chars()
        .next_back()
        .is_some_and(|before| before.is_alphanumeric() || before == '£')
}

/// The length of the web address that a text starts with.
fn address(text: &str) -> Option<usize> {
    text.strip_prefix("https://")?;
    let end = text
        .find(|letter: char| !letter.is_ascii_graphic() || "\"'<>()".contains(letter))
        .unwrap_or(text.len());
    Some(text[..end].trim_end_matches(['.', ',', ';', ':', '?']).len())
}

/// The length of the telephone number that a text starts with.
fn telephone(text: &str) -> Option<usize> {
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != ' ').unwrap_or(text.len());
    let number = text[..end].trim_end();
    if text[number.len()..]
        .chars()
        .next()
        .is_some_and(|after| after.is_alphanumeric() || "-/%".contains(after))
    {
        return None;
    }
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let known = ["999", "111", "116 123"].contains(&number);
    let full = number.starts_with('0') && (10..=11).contains(&digits) && !number.contains("  ");
    (known || full).then_some(number.len())
}

/// Escapes what HTML would read.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> (String, Vec<format::Problem>) {
        let mut found = Vec::new();
        let sections = format::guide(text.as_bytes(), &mut Problems::of("guide.txt", &mut found));
        (sections.iter().map(draw).collect(), found)
    }

    #[test]
    fn draws_sections_in_the_order_of_the_file() {
        let (html, found) = drawn(
            "// note\n## title\ntext: In short\n\n## who\nheading: Who < what\ntext: One *strong*\n  line.\n\n\
             Two [[held|detained]].\n\n- first\n- second & last\n\n> Please tell me.\n\n## last\ntext: End.\n",
        );
        assert_eq!(found, []);
        assert_eq!(
            html,
            "<h1>In short</h1>\n<h2>Who &lt; what</h2>\n<p>One <strong>strong</strong> line.</p>\n\
             <p>Two held.</p>\n<ul>\n<li>first</li>\n<li>second &amp; last</li>\n</ul>\n\
             <blockquote><p>Please tell me.</p></blockquote>\n<p>End.</p>\n"
        );
    }

    #[test]
    fn errors_name_file_and_line() {
        let (_, found) = drawn("## title\ntext: a\n\n## b\nlead: c\ntext: d\n");
        assert!(found.iter().any(|problem| problem.to_string().starts_with("guide.txt:5: ")), "{found:?}");
        let missing = guide_html(Path::new("nowhere")).expect_err("there is no such folder");
        assert!(missing.contains("guide.txt"), "{missing}");
    }

    #[test]
    fn escapes_what_html_would_read() {
        assert_eq!(link("<script> & \"a\""), "&lt;script&gt; &amp; &quot;a&quot;");
    }

    #[test]
    fn makes_links() {
        for (text, html) in [
            ("Call 999.", "Call <a href=\"tel:999\">999</a>."),
            ("Call 116 123 now", "Call <a href=\"tel:116123\">116\u{a0}123</a> now"),
            ("0808 802 5525", "<a href=\"tel:08088025525\">0808\u{a0}802\u{a0}5525</a>"),
            ("Section 117, 1999, £999, 111a", "Section 117, 1999, £999, 111a"),
            (
                "See https://www.legislation.gov.uk/a?b=1&c=2.",
                "See <a href=\"https://www.legislation.gov.uk/a?b=1&amp;c=2\" target=\"_blank\" \
                 rel=\"noopener noreferrer\">www.legislation.gov.uk/a?b=1&amp;c=2</a>.",
            ),
        ] {
            assert_eq!(link(text), html);
        }
    }
}
