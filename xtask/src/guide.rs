//! The one-screen guide: plain HTML in the page itself, for when the checker cannot run.
//!
//! Its words are in `content/en/guide.txt`:
//!
//! ```text
//! // A note to editors.
//! ## title
//! text: Section 117 aftercare in short
//!
//! ## who
//! heading: Who has the right
//! text: A paragraph, with a *strong* word.
//!
//! - a list item
//! > Words to say out loud.
//! ```
//!
//! The entry `title` comes first. Web addresses and telephone numbers become links.

use crate::progress::say;
use crate::{Result, paths};
use std::fmt::Write;
use std::path::Path;

/// What stands in for the guide until its words are there.
const BARE: &str = "\
## title
text: Section 117 aftercare
## crisis
heading: Get help now
text: If a life is in danger, call 999.
- NHS mental health help, day or night: call 111
- Samaritans, day or night, free: call 116 123
";

/// Draws the guide from a language's content folder.
pub fn guide_html(content: &Path) -> Result<String> {
    let file = content.join("guide.txt");
    if !file.exists() {
        say(&format!("{} is missing: the page's guide is a title and the crisis lines", file.display()));
        return render(BARE).map_err(|(_, wrong)| wrong);
    }
    let text = paths::read_text(&file)?;
    render(&text).map_err(|(line, wrong)| format!("{}:{line}: {wrong}", file.display()))
}

/// An error, with the number of its line.
type Wrong = (usize, String);

#[derive(Default)]
struct Entry {
    line: usize,
    key: String,
    heading: String,
    blocks: Vec<Block>,
}

enum Block {
    Para(String),
    List(Vec<String>),
    Say(String),
}

fn render(text: &str) -> std::result::Result<String, Wrong> {
    let entries = read(text)?;
    if entries.first().is_none_or(|first| first.key != "title") {
        return Err((1, "the first entry must be `## title`".into()));
    }
    let mut html = String::new();
    for entry in &entries {
        draw(entry, &mut html).map_err(|wrong| (entry.line, format!("entry `{}`: {wrong}", entry.key)))?;
    }
    Ok(html)
}

fn read(text: &str) -> std::result::Result<Vec<Entry>, Wrong> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut field = "";
    // A blank line ends a paragraph.
    let mut open = false;
    for (line, raw) in (1..).zip(text.lines()) {
        let said = raw.trim();
        if said.starts_with("//") {
            continue;
        }
        if let Some(key) = raw.strip_prefix("## ") {
            let key = key.trim();
            if entries.iter().any(|entry| entry.key == key) {
                return Err((line, format!("there are two entries `{key}`")));
            }
            entries.push(Entry { line, key: key.to_owned(), ..Entry::default() });
            (field, open) = ("", false);
            continue;
        }
        if said.is_empty() {
            open = false;
            continue;
        }
        let Some(entry) = entries.last_mut() else {
            return Err((line, "text before the first entry; an entry starts with `## key`".into()));
        };
        let mut said = said;
        if let Some((name, value)) = field_name(raw) {
            field = match name {
                "heading" => "heading",
                "text" => "text",
                _ => {
                    return Err((
                        line,
                        format!("there is no field `{name}`; there are `heading` and `text`"),
                    ));
                }
            };
            open = false;
            said = value;
            if said.is_empty() {
                continue;
            }
        }
        match field {
            "heading" => join(&mut entry.heading, said),
            "text" => {
                add(&mut entry.blocks, said, open);
                open = true;
            }
            _ => return Err((line, "expected `heading:` or `text:`".into())),
        }
    }
    Ok(entries)
}

/// `key: value` at the start of a line, the key in small letters. Sentences start with a capital.
fn field_name(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let small = name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
    small.then(|| (name, value.trim()))
}

fn add(blocks: &mut Vec<Block>, said: &str, open: bool) {
    if let Some(item) = said.strip_prefix("- ") {
        match blocks.last_mut() {
            Some(Block::List(items)) => items.push(item.trim().to_owned()),
            _ => blocks.push(Block::List(vec![item.trim().to_owned()])),
        }
    } else if let Some(words) = said.strip_prefix("> ") {
        match blocks.last_mut() {
            Some(Block::Say(before)) if open => join(before, words.trim()),
            _ => blocks.push(Block::Say(words.trim().to_owned())),
        }
    } else {
        match blocks.last_mut() {
            Some(Block::Para(before) | Block::Say(before)) if open => join(before, said),
            Some(Block::List(items)) if open => {
                if let Some(last) = items.last_mut() {
                    join(last, said);
                }
            }
            _ => blocks.push(Block::Para(said.to_owned())),
        }
    }
}

fn join(before: &mut String, more: &str) {
    if !before.is_empty() {
        before.push(' ');
    }
    before.push_str(more);
}

fn draw(entry: &Entry, html: &mut String) -> std::result::Result<(), String> {
    if entry.key == "title" {
        let [Block::Para(title)] = entry.blocks.as_slice() else {
            return Err("needs `text:` with one paragraph".into());
        };
        let _ = writeln!(html, "<h1>{}</h1>", inline(title)?);
        return Ok(());
    }
    if !entry.heading.is_empty() {
        let _ = writeln!(html, "<h2>{}</h2>", inline(&entry.heading)?);
    }
    if entry.blocks.is_empty() {
        return Err("needs `text:`".into());
    }
    for block in &entry.blocks {
        let _ = match block {
            Block::Para(text) => writeln!(html, "<p>{}</p>", inline(text)?),
            Block::Say(text) => writeln!(html, "<blockquote><p>{}</p></blockquote>", inline(text)?),
            Block::List(items) => {
                html.push_str("<ul>\n");
                for item in items {
                    let _ = writeln!(html, "<li>{}</li>", inline(item)?);
                }
                writeln!(html, "</ul>")
            }
        };
    }
    Ok(())
}

/// `*strong*`, `[[shown|glossary id]]` (only what is shown: the guide has no glossary), and links.
fn inline(text: &str) -> std::result::Result<String, String> {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[[") {
        let (term, after) = after.split_once("]]").ok_or("`[[` without `]]`")?;
        plain.push_str(before);
        plain.push_str(term.split('|').next().unwrap_or(term));
        rest = after;
    }
    plain.push_str(rest);

    if plain.matches('*').count() % 2 == 1 {
        return Err("`*` without a second one; `*strong*` needs both".into());
    }
    let mut html = String::new();
    for (index, part) in plain.split('*').enumerate() {
        let linked = link(part);
        if index % 2 == 1 {
            let _ = write!(html, "<strong>{linked}</strong>");
        } else {
            html.push_str(&linked);
        }
    }
    Ok(html)
}

/// Escapes a text, and makes links of its web addresses and telephone numbers.
fn link(text: &str) -> String {
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

fn escape(text: &str) -> String {
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

    fn wrong(text: &str) -> (usize, String) {
        render(text).expect_err("must not be accepted")
    }

    #[test]
    fn draws_entries_in_the_order_of_the_file() {
        let html = render(
            "// note\n## title\ntext: In short\n\n## who\nheading: Who is *covered*\ntext: One\n  line.\n\nTwo.\n\
             - first\n- second,\n  longer\n\n> Please\n> tell me.\n\n## last\ntext:\nEnd: here.\n",
        );
        assert_eq!(
            html.as_deref(),
            Ok(
                "<h1>In short</h1>\n<h2>Who is <strong>covered</strong></h2>\n<p>One line.</p>\n<p>Two.</p>\n\
                <ul>\n<li>first</li>\n<li>second, longer</li>\n</ul>\n\
                <blockquote><p>Please tell me.</p></blockquote>\n<p>End: here.</p>\n"
            )
        );
    }

    #[test]
    fn escapes_what_html_would_read() {
        assert_eq!(inline("a < b & \"c\" > d").as_deref(), Ok("a &lt; b &amp; &quot;c&quot; &gt; d"));
        assert_eq!(inline("<script>").as_deref(), Ok("&lt;script&gt;"));
        assert_eq!(inline("[[held|detained]] and [[term]]").as_deref(), Ok("held and term"));
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

    #[test]
    fn errors_name_the_line() {
        assert_eq!(wrong("").0, 1);
        assert_eq!(wrong("text: hello").0, 1);
        assert_eq!(
            wrong("## title\ntext: a\n## b\nlead: c"),
            (4, "there is no field `lead`; there are `heading` and `text`".into())
        );
        assert_eq!(
            wrong("## title\ntext: a\n\n## b\ntext: *c"),
            (4, "entry `b`: `*` without a second one; `*strong*` needs both".into())
        );
        assert_eq!(wrong("## title\ntext: a\n## title\ntext: a").0, 3);
    }
}
