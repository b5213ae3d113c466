//! The page's own scripts, and the words of `content/` that stand in `index.html`.
//!
//! These words must be there when the checker is not: before it has started, and after it has stopped.

use crate::guide::{self, blocks, escape, format};
use crate::{Result, paths, script, site};
use format::{Keys, Problems};
use s117_checker::words::Language;
use std::path::Path;

/// The parts of the first script, in their order.
const FIRST: [&str; 4] = ["settings.js", "host.js", "first.js", "watchdog.js"];

/// What the checker runs as, in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Runs {
    /// WebAssembly.
    Wasm,
    /// JavaScript, where WebAssembly is switched off.
    JavaScript,
}

impl Runs {
    /// As the page's scripts know it.
    const fn id(self) -> &'static str {
        match self {
            Self::Wasm => "wasm",
            Self::JavaScript => "javascript",
        }
    }
}

/// The keys of `page.txt`.
const KEYS: Keys = Keys { entry: &["text", "rich", "with"], value: &[] };

/// The first script: reads the settings, stands up to the host, shows the first screen, watches over the start.
pub fn first_script(root: &Path, runs: Runs) -> Result<String> {
    let mut all = format!("var s117Runs = \"{}\";\n", runs.id());
    for name in FIRST {
        all.push_str(&script::squeeze(&paths::read_text(&root.join("xtask/shell").join(name))?));
    }
    Ok(all)
}

/// What follows the code that wasm-bindgen writes: unpacks the Wasm and starts the checker; or starts it as JavaScript.
pub fn start(root: &Path, runs: Runs) -> Result<String> {
    let names: &[&str] = match runs {
        Runs::Wasm => &["lzip.js", "drawn.js", "start.js"],
        Runs::JavaScript => &["drawn.js", "start-javascript.js"],
    };
    let parts = names.iter().map(|name| paths::read_text(&root.join("xtask/shell").join(name)));
    Ok(parts.collect::<Result<Vec<_>>>()?.join("\n"))
}

/// The link from the page to its other form, which runs as JavaScript.
pub fn link_to_javascript(root: &Path) -> Result<String> {
    paths::read_text(&root.join("xtask/shell/without-wasm.html"))
}

/// Puts the entries of `page.txt` where the template says `<!-- words: id -->`, or of another language where it says
/// `<!-- words cy: id -->`.
pub fn with_words(template: &str, content: &Path) -> Result<String> {
    let mut page = template.to_owned();
    for language in Language::ALL {
        let file = content.join(language.id()).join("page.txt");
        let mark = match language {
            Language::English => "<!-- words:".to_owned(),
            other => format!("<!-- words {}:", other.id()),
        };
        page = fill(&page, &mark, &paths::read_text(&file)?, &file.display().to_string())?;
    }
    Ok(page)
}

/// The short guide in every language, each in a part of its own.
pub fn guides(root: &Path) -> Result<String> {
    let content = root.join("content");
    let mut guides = String::new();
    for language in Language::ALL {
        let (id, lang) = (language.id(), language.tag());
        let guide = guide::guide_html(&content.join(id))?;
        guides += &format!("<div class=\"guide\" data-in=\"{id}\" lang=\"{lang}\">\n{}\n", guide.trim_end());
        let file = site::address(root, "guide", *language);
        guides += &fill(
            &format!(
                "<p><a href=\"{file}\" target=\"_blank\" rel=\"noopener\"><!-- words: full-guide --></a></p>\n</div>\n"
            ),
            "<!-- words:",
            &paths::read_text(&content.join(id).join("page.txt"))?,
            &format!("content/{id}/page.txt"),
        )?;
    }
    Ok(guides)
}

fn fill(template: &str, mark: &str, words: &str, file: &str) -> Result<String> {
    let mut found = Vec::new();
    let mut problems = Problems::of(file, &mut found);
    let entries = format::entries(words.as_bytes(), KEYS, &mut problems);
    let mut page = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once(mark) {
        let (id, after) = after.split_once("-->").ok_or("index.html: a comment has no end (`-->`)")?;
        let id = id.trim();
        // Those without tags are the words for everyone.
        let field = entries
            .iter()
            .find(|entry| entry.id == id)
            .and_then(|entry| entry.fields.iter().find(|field| field.key != "with" && field.tags.is_empty()))
            .ok_or_else(|| format!("index.html: {file} has no words for `{id}`"))?;
        page.push_str(before);
        if field.key == "rich" {
            page.push_str(&blocks(&format::rich(field, &mut problems)));
        } else {
            page.push_str(&escape(&format::plain(field, &mut problems)));
        }
        rest = after;
    }
    page.push_str(rest);
    if found.is_empty() {
        return Ok(page);
    }
    found.sort();
    Err(found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_drawn_where_they_are_named() {
        let words = "## leave\ntext: Leave & go\n\n## how\nrich: One *strong* line.\n\nAnother.\n";
        assert_eq!(
            fill(
                "<b><!-- words: leave --></b><!-- slot: a --><i><!-- words: how --></i>",
                "<!-- words:",
                words,
                "page.txt"
            )
            .as_deref(),
            Ok(
                "<b>Leave &amp; go</b><!-- slot: a --><i><p>One <strong>strong</strong> line.</p>\n<p>Another.</p>\n</i>"
            )
        );
        let missing = fill("<!-- words: none -->", "<!-- words:", words, "page.txt")
            .expect_err("there are no such words");
        assert!(missing.contains("page.txt has no words for `none`"), "{missing}");
    }

    #[test]
    fn the_page_finds_its_words_and_its_scripts() {
        let root = paths::Places::here().expect("a workspace").root;
        let template = paths::read_text(&root.join("index.html")).expect("the template");
        let page = with_words(&template, &root.join("content")).expect("words");
        assert!(page.contains("id=\"leave\">") && !page.contains("<!-- words"));
        let script = first_script(&root, Runs::Wasm).expect("scripts");
        // Old browsers must be able to read it, or they could not say that they are too old.
        for new in ["=>", "`", "const ", "let ", "async ", "?.", "??", "..."] {
            assert!(!script.contains(new), "{new}");
        }
    }
}
