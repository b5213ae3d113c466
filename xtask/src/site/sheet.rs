//! One page in one language: the shell, filled.

use super::template::{self, Ask};
use super::texts::Texts;
use super::{LINKS, PAGES, Page, Place, STYLES, address, builder, guide, has, version};
use crate::guide::{escape, sections_html};
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

/// A page in one language, being made.
pub struct Sheet<'a> {
    /// The workspace.
    pub root: &'a Path,
    /// Where the page will lie.
    pub place: Place,
    /// The language.
    pub language: Language,
    /// The page.
    pub page: &'a Page,
    /// Its words.
    pub own: &'a Texts,
    /// The words that all pages share.
    pub shared: &'a Texts,
}

impl Sheet<'_> {
    /// The page in the shell, `site/page.html`.
    pub fn html(&self, shell: &str) -> Result<String> {
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
            Ask::Value("lang") => Ok(self.language.tag().into()),
            Ask::Value("version") => Ok(version().into()),
            Ask::Value("embed-integrity") => builder::integrity(self.root),
            Ask::Value("frame-title") => builder::frame_title(self.root, self.language),
            Ask::Value(name) => match name.strip_suffix(".html") {
                Some(name) => Ok(address(self.root, name, self.language)),
                None => Err(format!("there is no value `{name}`")),
            },
            Ask::Slot(name) if name.ends_with(".svg") => {
                let drawing = self.root.join("src/view/drawings").join(name);
                Ok(paths::read_text(&drawing)?.trim().to_owned())
            }
            Ask::Slot("languages") => builder::languages(self),
            Ask::Slot(name) => match name.strip_prefix("in-short ") {
                Some(ids) => self.in_short(ids),
                None => Err(format!("there is no slot `{name}`")),
            },
        }
    }

    /// Has the page such a text of its own?
    pub fn has_text(&self, id: &str) -> bool {
        self.own.has(id)
    }

    /// A plain text, escaped.
    pub fn text(&self, id: &str) -> Result<String> {
        let with = self.with();
        let with: Vec<_> = with.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let with: Vec<_> = with.into_iter().chain(builder::FILLS).collect();
        let found = self.own.text(id, &with).or_else(|| self.shared.text(id, &with));
        found.unwrap_or_else(|| Err(self.missing(id))).map(|text| escape(&text))
    }

    /// A text with paragraphs, as HTML.
    pub fn rich(&self, id: &str) -> Result<String> {
        let with = self.with();
        let with: Vec<_> = with.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let with: Vec<_> = with.into_iter().chain(builder::FILLS).collect();
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
                language.own_name(),
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
        reviewed(Speech::new(self.language, Voice::Me)).covers(Shown::Start)
    }
}
