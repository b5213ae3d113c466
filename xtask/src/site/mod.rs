//! The pages beside the checker: guide, privacy, builder, “not found”. All of them are made from `site/page.html`,
//! the style of the checker, and words in `content/`, for each language that has them.
//!
//! A page is a [`Page`] in [`PAGES`]: a template `site/NAME.html` for what stands in `<main>`, words in
//! `content/<language>/NAME.txt` (with `title` and `description`), and the sheets and scripts that it needs inside.

mod dist;
mod guide;
mod links;
pub mod publish;
mod template;
mod texts;

// The words of these pages are held to the rules of all others.
use crate::guide::{format, sections_html};
#[allow(dead_code)]
#[path = "../../../src/words/compile/house_style.rs"]
mod house_style;

use crate::page::{closes, hash};
use crate::script::squeeze;
use crate::{Result, css, paths};
use s117_checker::{
    law::date::{HARD_DATE, LAW_CHECKED, REVIEW_BY},
    words::{
        self, Language, Speech, Voice,
        reviewed::{Shown, reviewed},
    },
};
use std::path::Path;
use template::Ask;
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
        styles: &["style/5-question.css", "site/builder.css"],
        scripts: &["xtask/shell/settings.js", "site/builder.js"],
        allows: "frame-src 'self'",
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
    name == "site" || PAGES.iter().any(|page| page.words == name)
}

fn has(root: &Path, language: Language, words: &str) -> bool {
    root.join(file_of(language, words)).is_file()
}

/// The file of a page in a language, or in the first one that has it.
fn address(root: &Path, name: &str, language: Language) -> String {
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

/// A page in one language, being made.
struct Sheet<'a> {
    root: &'a Path,
    place: Place,
    language: Language,
    page: &'a Page,
    own: &'a Texts,
    shared: &'a Texts,
}

impl Sheet<'_> {
    fn html(&self, shell: &str) -> Result<String> {
        let template = format!("site/{}.html", self.page.name);
        let inside = paths::read_text(&self.root.join(&template))?;
        let main = if self.page.name == "guide" {
            let guide = guide::Guide::of(self)?;
            let main = template::fill(&template, &inside, &mut |ask| match ask {
                Ask::Slot(name) if !name.ends_with(".svg") && !name.starts_with("in-short ") => {
                    guide.slot(name)
                }
                ask => self.give(ask),
            })?;
            guide.check()?;
            main
        } else {
            template::fill(&template, &inside, &mut |ask| self.give(ask))?
        };
        let style = css::read(&self.files(STYLES.iter().chain(self.page.styles)), Path::new(""))?;
        closes("style", self.page.name, &style)?;
        let mut scripts = Vec::new();
        for script in self.files(self.page.scripts.iter()) {
            let script = squeeze(&paths::read_text(&script)?);
            closes("script", self.page.name, &script)?;
            scripts.push(script);
        }
        template::fill("site/page.html", shell, &mut |ask| match ask {
            Ask::Slot("policy") => Ok(format!(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
                self.policy(&style, &scripts)
            )),
            Ask::Slot("style") => Ok(format!("<style>{style}</style>")),
            Ask::Slot("scripts") => {
                Ok(scripts.iter().map(|script| format!("<script>{script}</script>\n")).collect())
            }
            Ask::Slot("main") => Ok(main.clone()),
            Ask::Slot("crisis") => {
                if self.page.crisis {
                    self.crisis()
                } else {
                    Ok(String::new())
                }
            }
            Ask::Slot("sign") => {
                let sign = paths::read_text(&self.root.join("src/view/drawings/sign.svg"))?;
                Ok(sign.trim().to_owned())
            }
            Ask::Slot("links") => self.links(),
            Ask::Slot("robots") if self.place == Place::Root && self.page.name != "404" => Ok(String::new()),
            Ask::Slot("robots") => Ok("<meta name=\"robots\" content=\"noindex\">".to_owned()),
            Ask::Slot("alternates") => Ok(self.alternates()),
            Ask::Slot("not-reviewed") if self.is_reviewed() => Ok(String::new()),
            Ask::Slot("not-reviewed") => self.text("not-reviewed"),
            other => self.give(other),
        })
    }

    fn files<'f>(&self, names: impl Iterator<Item = &'f &'static str>) -> Vec<std::path::PathBuf> {
        names.map(|name| self.root.join(name)).collect()
    }

    fn policy(&self, style: &str, scripts: &[String]) -> String {
        let mut policy = String::from("default-src 'none'; ");
        if !scripts.is_empty() {
            let hashes: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
            policy.push_str(&format!("script-src {}; ", hashes.join(" ")));
        }
        policy.push_str(&format!("style-src {}; img-src data:; ", hash(style)));
        if !self.page.allows.is_empty() {
            policy.push_str(&format!("{}; ", self.page.allows));
        }
        policy + "base-uri 'none'; form-action 'none'"
    }

    /// What templates may ask for.
    fn give(&self, ask: Ask<'_>) -> Result<String> {
        match ask {
            Ask::Text(id) => self.text(id),
            Ask::Rich(id) => self.rich(id),
            Ask::Value("lang") => {
                Ok(if self.language.id() == "en" { "en-GB" } else { self.language.id() }.into())
            }
            Ask::Value("version") => Ok(version().into()),
            Ask::Value(name) => match name.strip_suffix(".html") {
                Some(name) => Ok(address(self.root, name, self.language)),
                None => Err(format!("there is no value `{name}`")),
            },
            Ask::Slot(name) if name.ends_with(".svg") => {
                let drawing = self.root.join("src/view/drawings").join(name);
                Ok(paths::read_text(&drawing)?.trim().to_owned())
            }
            Ask::Slot(name) => match name.strip_prefix("in-short ") {
                Some(ids) => self.in_short(ids),
                None => Err(format!("there is no slot `{name}`")),
            },
        }
    }

    fn text(&self, id: &str) -> Result<String> {
        let with = self.with();
        let with: Vec<_> = with.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let found = self.own.text(id, &with).or_else(|| self.shared.text(id, &with));
        found.unwrap_or_else(|| Err(self.missing(id))).map(|text| crate::guide::escape(&text))
    }

    fn rich(&self, id: &str) -> Result<String> {
        let with = self.with();
        let with: Vec<_> = with.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let own = |file: &str| match file.strip_suffix(".html") {
            Some(name) => address(self.root, name, self.language),
            None => file.to_owned(),
        };
        let found = self.own.rich(id, &with, &own).or_else(|| self.shared.rich(id, &with, &own));
        found.unwrap_or_else(|| Err(self.missing(id)))
    }

    /// Sections of the one-screen guide, by their ids.
    fn in_short(&self, ids: &str) -> Result<String> {
        let ids: Vec<&str> = ids.split(' ').collect();
        let folder = self.root.join("content").join(self.language.id());
        Ok(sections_html(&folder, &ids)?.replace("<h2>", "<h3>").replace("</h2>", "</h3>"))
    }

    fn missing(&self, id: &str) -> String {
        format!("there is no ## {id} in {} or {}", self.own.file(), self.shared.file())
    }

    fn with(&self) -> [(&'static str, String); 4] {
        [
            ("date", words::date(LAW_CHECKED, self.language)),
            ("due", words::date(REVIEW_BY, self.language)),
            ("hard", words::date(HARD_DATE, self.language)),
            ("version", version().to_owned()),
        ]
    }

    fn crisis(&self) -> Result<String> {
        let mut lines = String::new();
        for (number, shown, id, more) in [
            ("999", "999", "crisis-999", None),
            ("111", "111", "crisis-111", Some("crisis-111-more")),
            ("116123", "116\u{a0}123", "crisis-116123", None),
        ] {
            let more = match more {
                Some(id) => format!("<span class=\"crisis-more\"> {}</span>", self.text(id)?),
                None => String::new(),
            };
            lines += &format!(
                "<li><a href=\"tel:{number}\"><b>{shown}</b> <span>{}{more}</span></a></li>\n",
                self.text(id)?
            );
        }
        Ok(format!(
            "<aside class=\"crisis\" aria-labelledby=\"crisis-ask\">\n<div class=\"page\">\n\
             <p class=\"crisis-ask\" id=\"crisis-ask\">{}</p>\n<ul class=\"crisis-lines\">\n{lines}</ul>\n</div>\n</aside>",
            self.text("crisis-ask")?
        ))
    }

    fn links(&self) -> Result<String> {
        let mut items = String::new();
        for name in LINKS {
            let says = self.text(&format!("link-{name}"))?;
            let page = PAGES.iter().find(|page| page.name == name);
            let there = page.is_some_and(|page| {
                has(self.root, Language::ALL[0], page.words) && (self.place == Place::Root || page.in_version)
            });
            if name != "index" && !there {
                continue;
            }
            let current = if name == self.page.name { " aria-current=\"page\"" } else { "" };
            items += &format!(
                "<li><a href=\"{}\"{current}>{says}</a></li>\n",
                address(self.root, name, self.language),
            );
        }
        for language in self.others() {
            items += &format!(
                "<li><a href=\"{}\" lang=\"{code}\" hreflang=\"{code}\">{}</a></li>\n",
                address(self.root, self.page.name, language),
                crate::guide::escape(&name_of(self.root, language)?),
                code = language.id(),
            );
        }
        Ok(format!(
            "<nav aria-label=\"{}\"><ul class=\"site-links\">\n{items}</ul></nav>",
            self.text("pages")?
        ))
    }

    /// The other languages that have this page.
    fn others(&self) -> impl Iterator<Item = Language> + '_ {
        let others = Language::ALL.iter().copied().filter(|other| *other != self.language);
        others.filter(|other| has(self.root, *other, self.page.words) && has(self.root, *other, "site"))
    }

    fn alternates(&self) -> String {
        let mut links = String::new();
        if self.others().next().is_none() {
            return links;
        }
        for language in self.others().chain([self.language]) {
            links += &format!(
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">\n",
                language.id(),
                address(self.root, self.page.name, language)
            );
        }
        links
    }

    /// Has a solicitor read every text of the law? The pages beside the checker show all of it.
    fn is_reviewed(&self) -> bool {
        reviewed(Speech { language: self.language, voice: Voice::Me }).covers(Shown::Start)
    }
}

/// What a language calls itself.
fn name_of(root: &Path, language: Language) -> Result<String> {
    let texts = Texts::read(root, &file_of(language, "site"), language.id() == "en")?;
    texts.text("language", &[]).unwrap_or_else(|| Err(format!("there is no ## language in {}", texts.file())))
}

/// The version of the checker.
pub const fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
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
            assert!(html.starts_with("<!doctype html>\n<html lang=\"en"), "{file}");
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
