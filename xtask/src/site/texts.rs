//! The words of a page: `content/<language>/NAME.txt`, and `site.txt` for what all pages share.

use super::format::{Block, Entry, Field, Keys, Problems, Span, entries, plain, rich};
use super::house_style;
use crate::guide::{escape, link};
use crate::{Result, paths};
use s117_checker::words::fill;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;

const KEYS: Keys = Keys { entry: &["text", "rich"], value: &[] };

/// The texts of one file.
pub struct Texts {
    file: String,
    entries: Vec<Entry>,
    used: RefCell<BTreeSet<String>>,
}

/// What texts may have filled in, by name: `{date}`.
pub type With<'a> = &'a [(&'a str, &'a str)];

impl Texts {
    /// Reads a file below the workspace, such as `content/en/privacy.txt`.
    pub fn read(root: &Path, file: &str, english: bool) -> Result<Self> {
        let text = paths::read_text(&root.join(file))?;
        Self::of(file, &text, english)
    }

    fn of(file: &str, text: &str, english: bool) -> Result<Self> {
        let mut found = Vec::new();
        let mut problems = Problems::of(file, &mut found);
        let entries = entries(text.as_bytes(), KEYS, &mut problems);
        for entry in &entries {
            house_style::check_setting(entry, &mut problems);
            if english {
                house_style::check_sentences(entry, &mut problems);
            }
            match entry.fields.as_slice() {
                [field] if !field.tags.is_empty() => {
                    problems.add(field.line, format!("{}: these pages have one voice, so no tags", entry.id));
                }
                [field] if field.key == "text" => drop(plain(field, &mut problems)),
                [field] => drop(rich(field, &mut problems)),
                _ => problems.add(entry.line, format!("{} needs either “text” or “rich”", entry.id)),
            }
        }
        if found.is_empty() {
            return Ok(Self { file: file.to_owned(), entries, used: RefCell::default() });
        }
        found.sort();
        Err(found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    }

    /// The file it was read from.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Is there such a text?
    pub fn has(&self, id: &str) -> bool {
        self.entries.iter().any(|entry| entry.id == id)
    }

    /// A plain text, as it is written.
    pub fn text(&self, id: &str, with: With<'_>) -> Option<Result<String>> {
        let field = self.field(id)?;
        if field.key != "text" {
            return Some(Err(self.wrong(field, &format!("{id} stands in a line and must be “text”"))));
        }
        let mut unseen = Vec::new();
        let text = plain(field, &mut Problems::of(&self.file, &mut unseen));
        Some(self.filled(field, &text, with))
    }

    /// A text with paragraphs, as HTML. `own` gives the address of a page in this language.
    pub fn rich(&self, id: &str, with: With<'_>, own: &dyn Fn(&str) -> String) -> Option<Result<String>> {
        let field = self.field(id)?;
        if field.key != "rich" {
            return Some(Err(self.wrong(field, &format!("{id} has paragraphs and must be “rich”"))));
        }
        let mut unseen = Vec::new();
        let blocks = rich(field, &mut Problems::of(&self.file, &mut unseen));
        Some(self.filled(field, &draw(&blocks, own), with))
    }

    /// The ids that nobody has asked for, as problems.
    pub fn unused(&self) -> Vec<String> {
        let used = self.used.borrow();
        let unused = self.entries.iter().filter(|entry| !used.contains(&entry.id));
        unused
            .map(|entry| format!("{}:{}: no page has a place for {}", self.file, entry.line, entry.id))
            .collect()
    }

    fn field(&self, id: &str) -> Option<&Field> {
        let entry = self.entries.iter().find(|entry| entry.id == id)?;
        self.used.borrow_mut().insert(id.to_owned());
        entry.fields.first()
    }

    fn filled(&self, field: &Field, text: &str, with: With<'_>) -> Result<String> {
        let text = fill(text, with);
        match text.find('{') {
            None => Ok(text),
            Some(at) => {
                let what: String = text[at..].chars().take(12).collect();
                Err(self.wrong(field, &format!("nothing is filled in for “{what}”")))
            }
        }
    }

    fn wrong(&self, field: &Field, what: &str) -> String {
        format!("{}:{}: {what}", self.file, field.line)
    }
}

/// With a capital first.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn draw(blocks: &[Block], own: &dyn Fn(&str) -> String) -> String {
    let mut html = String::new();
    for block in blocks {
        let _ = match block {
            Block::Para(spans) => writeln!(html, "<p>{}</p>", line(spans, own)),
            Block::Say(spans) => writeln!(html, "<p class=\"say\">“{}”</p>", line(spans, own)),
            Block::List(items) => {
                let items: String =
                    items.iter().map(|item| format!("<li>{}</li>\n", line(item, own))).collect();
                writeln!(html, "<ul class=\"bullets\">\n{items}</ul>")
            }
        };
    }
    html
}

fn line(spans: &[Span], own: &dyn Fn(&str) -> String) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Text(text) => link(text),
            Span::Strong(text) => format!("<strong>{}</strong>", link(text)),
            Span::Term { text, term, .. } => anchor(text, term, own),
        })
        .collect()
}

/// `[[text|target]]`: another page, a place on this one, an address, or an entry of the glossary in the guide.
fn anchor(text: &str, target: &str, own: &dyn Fn(&str) -> String) -> String {
    let shown = escape(text);
    if target.starts_with("https://") {
        return format!(
            "<a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\">{shown}</a>",
            escape(target)
        );
    }
    let target = match target.split_once('#').unwrap_or((target, "")) {
        ("", _) => target.to_owned(),
        (page, "") if page.contains(['.', '/']) => own(page),
        (page, place) if page.contains(['.', '/']) => format!("{}#{place}", own(page)),
        _ => format!("{}#term-{target}", own("guide.html")),
    };
    format!("<a href=\"{}\">{shown}</a>", escape(&target))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(page: &str) -> String {
        page.replace(".html", "-cy.html")
    }

    #[test]
    fn draws_marks_links_and_what_is_filled_in() {
        let texts = Texts::of(
            "a.txt",
            "## a\nrich: Law of {date}, *now*. See [[the guide|guide.html#costs]] & [[below|#b]].\n\n\
             - [[CTO|cto]]\n- [[code|https://example.org/?a&b]]\n\n> Hello.\n\n## b\ntext: Checked {date}.\n",
            true,
        )
        .expect("texts");
        let with: With<'_> = &[("date", "today")];
        assert_eq!(
            texts.rich("a", with, &own),
            Some(Ok("<p>Law of today, <strong>now</strong>. See <a href=\"guide-cy.html#costs\">the guide</a> \
                     &amp; <a href=\"#b\">below</a>.</p>\n\
                     <ul class=\"bullets\">\n<li><a href=\"guide-cy.html#term-cto\">CTO</a></li>\n\
                     <li><a href=\"https://example.org/?a&amp;b\" target=\"_blank\" rel=\"noopener noreferrer\">\
                     code</a></li>\n</ul>\n<p class=\"say\">“Hello.”</p>\n"
                .into()))
        );
        assert_eq!(texts.unused(), ["a.txt:9: no page has a place for b"]);
        assert_eq!(texts.text("b", with), Some(Ok("Checked today.".into())));
        assert_eq!(texts.unused(), [""; 0]);
        assert_eq!(texts.text("c", with), None);
    }

    #[test]
    fn problems_name_file_and_line() {
        for (text, wrong) in [
            ("## a\ntext: Wow!\n", "a.txt:2: a: “text” has “!”: no exclamation marks"),
            ("## a\ntext: You will win.\n", "a.txt:2: a: “you will win” is never to be said"),
            ("## a\ntext: A\nrich: B\n", "a.txt:1: a needs either “text” or “rich”"),
            ("## a\ntext (client): A\n", "a.txt:2: a: these pages have one voice, so no tags"),
            ("## a\ntext: A\n\n## b\nsay: B\n", "a.txt:4: b has no text"),
        ] {
            let said = Texts::of("a.txt", text, true).err().unwrap_or_default();
            assert!(said.starts_with(wrong), "{said}");
        }
        let texts = Texts::of("a.txt", "## a\n\ntext: {who} knows\n## b\nrich: B\n", true).expect("texts");
        let said = |outcome: Option<Result<String>>| outcome.expect("an entry").expect_err("a problem");
        assert_eq!(said(texts.text("a", &[])), "a.txt:3: nothing is filled in for “{who} knows”");
        assert_eq!(said(texts.text("b", &[])), "a.txt:5: b stands in a line and must be “text”");
        assert_eq!(said(texts.rich("a", &[], &own)), "a.txt:3: a has paragraphs and must be “rich”");
    }
}
