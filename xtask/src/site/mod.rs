//! The pages beside the checker: guide, privacy, builder, “not found”. All of them are made from `site/page.html`,
//! the style of the checker, and words in `content/`, for each language that has them.
//!
//! A page is a [`Page`] in [`PAGES`]: a template `site/NAME.html` for what stands in `<main>`, words in
//! `content/<language>/NAME.txt` (with `title` and `description`), and the sheets and scripts that it needs inside.

mod builder;
mod dist;
mod embed;
mod guide;
mod links;
pub mod publish;
mod sheet;
mod template;
mod texts;

// The words of these pages are held to the rules of all others, and read as they are.
use crate::guide::format;
#[allow(dead_code)]
#[path = "../../../src/words/compile/house_style.rs"]
mod house_style;

use crate::{Result, paths};
use s117_checker::words::Language;
use sheet::Sheet;
use std::path::Path;
use texts::Texts;

/// A page, in every language that has its words.
pub struct Page {
    /// Its file, such as `privacy` for `privacy.html` and `privacy-cy.html`.
    pub name: &'static str,
    /// Its words, `content/<language>/NAME.txt`.
    pub words: &'static str,
    /// Sheets that it needs beyond those of every page, from the workspace.
    pub styles: &'static [&'static str],
    /// Scripts, from the workspace, put inside in this order.
    pub scripts: &'static [&'static str],
    /// What its policy allows beyond its own style and scripts, such as `frame-src 'self'`.
    pub allows: &'static str,
    /// Whether crisis help stands first. It does wherever visitors come.
    pub crisis: bool,
    /// Whether every version keeps a copy beside its checker.
    pub in_version: bool,
}

/// The pages, in the order in which they are linked.
pub const PAGES: &[Page] = &[
    Page {
        name: "guide",
        words: "guide-page",
        styles: &["site/guide.css"],
        scripts: &[],
        allows: "",
        crisis: true,
        in_version: true,
    },
    Page {
        name: "privacy",
        words: "privacy",
        styles: &[],
        scripts: &[],
        allows: "",
        crisis: true,
        in_version: true,
    },
    Page {
        name: "builder",
        words: "builder",
        styles: &["style/5-question.css", "style/6-letter.css", "site/builder.css"],
        scripts: &[
            "xtask/shell/settings.js",
            "site/builder-blocks.js",
            "site/builder-view.js",
            "site/builder.js",
        ],
        // In a page from the disk, “self” is no file.
        allows: "frame-src 'self' file:",
        crisis: false,
        in_version: false,
    },
    Page {
        name: "404",
        words: "not-found",
        styles: &[],
        scripts: &["site/404.js"],
        allows: "",
        crisis: true,
        in_version: false,
    },
];

/// What the header of every page links to, where it is there.
const LINKS: [&str; 4] = ["index", "guide", "builder", "privacy"];

/// The sheets of every page. The checker's own come first, so that the pages look like it.
const STYLES: [&str; 6] = [
    "style/1-tokens.css",
    "style/2-ground.css",
    "style/3-frame.css",
    "style/6-result.css",
    "style/8-print.css",
    "site/site.css",
];

pub use dist::{Files, files};

/// Where a page will lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// At the root of the site, where people and search engines should come.
    Root,
    /// In the folder of a version, which stays as it is for good. It is whole by itself, so that it can be copied: its pages
    /// link to nothing outside it. Search engines are asked to stay away, since its law grows old.
    Version,
}

/// A page that has been made. The first language has the plain file names.
pub struct Made {
    /// The name of the file.
    pub file: String,
    /// What is in it.
    pub html: String,
}

/// Makes every page in every language that has its words.
pub fn pages(root: &Path, place: Place) -> Result<Vec<Made>> {
    let shell = paths::read_text(&root.join("site/page.html"))?;
    let mut made = Vec::new();
    let mut problems = Vec::new();
    for language in Language::ALL.iter().copied().filter(|language| has(root, *language, "site")) {
        let shared = Texts::read(root, &file_of(language, "site"), language.id() == "en")?;
        for page in PAGES.iter().filter(|page| has(root, language, page.words)) {
            if place == Place::Version && !page.in_version {
                continue;
            }
            let own = Texts::read(root, &file_of(language, page.words), language.id() == "en")?;
            let sheet = Sheet { root, place, language, page, own: &own, shared: &shared };
            match sheet.html(&shell) {
                Ok(html) => made.push(Made { file: address(root, page.name, language), html }),
                Err(wrong) => problems.push(wrong),
            }
            problems.extend(own.unused());
        }
        problems.extend(shared.unused());
    }
    if problems.is_empty() { Ok(made) } else { Err(problems.join("\n")) }
}

/// The words of a page in a language.
fn file_of(language: Language, words: &str) -> String {
    format!("content/{}/{words}.txt", language.id())
}

/// Whether a file of words is for these pages alone, and so not in the checker.
pub fn has_words(name: &str) -> bool {
    ["site", "embed"].contains(&name) || PAGES.iter().any(|page| page.words == name)
}

fn has(root: &Path, language: Language, words: &str) -> bool {
    root.join(file_of(language, words)).is_file()
}

/// The file of a page in a language, or in the first one that has it.
pub fn address(root: &Path, name: &str, language: Language) -> String {
    let plain = language == Language::ALL[0];
    if name == "index" {
        return if plain { "index.html".into() } else { format!("index.html#lang={}", language.id()) };
    }
    let page = PAGES.iter().find(|page| page.name == name);
    match page.filter(|page| !plain && has(root, language, page.words)) {
        Some(_) => format!("{name}-{}.html", language.id()),
        None => format!("{name}.html"),
    }
}

/// The version of the checker.
pub const fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::page::hash;
    use std::path::PathBuf;

    pub fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_path_buf()
    }

    #[test]
    fn every_page_has_its_words_its_policy_and_nothing_from_elsewhere() {
        let made = pages(&root(), Place::Root).unwrap_or_else(|wrong| panic!("{wrong}"));
        assert!(made.iter().any(|page| page.file == "privacy.html"));
        for Made { file, html } in &made {
            let between = |from: &str, to: &str| {
                html.split_once(from).and_then(|(_, rest)| rest.split_once(to)).expect(from).0
            };
            let language = if file.ends_with("-cy.html") { "cy" } else { "en" };
            assert!(html.starts_with(&format!("<!doctype html>\n<html lang=\"{language}")), "{file}");
            assert!(
                !html.contains("<!--") && !html.contains("{{"),
                "{file}: something is left of the template"
            );
            let policy = between("Content-Security-Policy\" content=\"", "\"");
            assert!(policy.contains(&hash(between("<style>", "</style>"))), "{file}: {policy}");
            for script in html.split("<script>").skip(1).filter_map(|rest| rest.split("</script>").next()) {
                assert!(policy.contains(&hash(script)), "{file}");
            }
            for part in [" src=\"http", "<script src", "<base", " style=\"", " onclick=", "@import", "url("] {
                assert!(!html.contains(part), "{file} has {part}");
            }
            assert_eq!(html.matches("<h1").count(), 1, "{file}");
            assert!(
                !between("<title>", "</title>").is_empty()
                    && !between("description\" content=\"", "\"").is_empty()
            );
        }
    }
}
