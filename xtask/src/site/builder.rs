//! What only the builder needs: the embed builder for editors, `site/builder.html`.

use super::sheet::Sheet;
use super::{Texts, dist, embed, file_of};
use crate::Result;
use crate::guide::escape;
use s117_checker::words::Language;
use std::path::Path;

/// What the builder's script fills into rich texts: `{used}` is an empty place with this name.
pub const FILLS: [(&str, &str); 7] = [
    ("address", "<b data-fill=\"address\"></b>"),
    ("given", "<b data-fill=\"given\"></b>"),
    ("used", "<b data-fill=\"used\"></b>"),
    ("used-dark", "<b data-fill=\"used-dark\"></b>"),
    ("ratio", "<b data-fill=\"ratio\"></b>"),
    ("ratio-used", "<b data-fill=\"ratio-used\"></b>"),
    ("ratio-dark", "<b data-fill=\"ratio-dark\"></b>"),
];

/// The integrity of the script that web pages load.
pub fn integrity(root: &Path) -> Result<String> {
    Ok(dist::integrity_of(embed::script(root)?.as_bytes()))
}

/// What a frame is called in a language, as `embed.js` calls it.
pub fn frame_title(root: &Path, language: Language) -> Result<String> {
    let texts = Texts::read(root, &file_of(language, "embed"), language.id() == "en")?;
    let missing = || Err(format!("there is no ## title in {}", texts.file()));
    texts.text("title", &[]).unwrap_or_else(missing).map(|text| escape(&text))
}

/// A choice for each language of the checker, with what a frame is called in it. The page's own is chosen: whoever
/// reads the builder in Welsh has visitors who do.
pub fn languages(sheet: &Sheet<'_>) -> Result<String> {
    let mut choices = String::new();
    for language in Language::ALL.iter().copied() {
        let (root, code, plain) = (sheet.root, language.id(), language == Language::ALL[0]);
        choices += &format!(
            "<label class=\"pick\"><input type=\"radio\" name=\"lang\" value=\"{}\" \
             data-title=\"{}\" autocomplete=\"off\"{}>\
             <span lang=\"{code}\">{}</span></label>\n",
            if plain { "" } else { code },
            frame_title(root, language)?,
            if language == sheet.language { " checked" } else { "" },
            language.own_name(),
        );
    }
    Ok(choices)
}

#[cfg(test)]
mod tests {
    use super::super::{Place, pages, tests::root};

    /// The builder as it is made, for each language that has it.
    fn made() -> Vec<String> {
        let pages = pages(&root(), Place::Root).unwrap_or_else(|wrong| panic!("{wrong}"));
        let builders = pages.into_iter().filter(|page| page.file.starts_with("builder"));
        builders.map(|page| page.html).collect()
    }

    #[test]
    fn chooses_the_language_that_it_is_read_in() {
        let chosen: Vec<_> = made()
            .iter()
            .map(|html| {
                let choices = html.split("<input ").filter(|input| input.contains("name=\"lang\""));
                let chosen = choices
                    .filter(|input| input.split('>').next().is_some_and(|tag| tag.ends_with(" checked")));
                chosen.filter_map(|input| input.split('"').nth(5)).map(str::to_owned).collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(chosen, [[""], ["cy"]]);
    }

    #[test]
    fn names_the_script_that_is_published() {
        let html = made().concat();
        let script = super::embed::script(&root()).unwrap_or_default();
        let integrity = super::dist::integrity_of(script.as_bytes());
        assert!(script.len() > 1000 && html.contains(&format!("data-integrity=\"{integrity}\"")));
    }

    #[test]
    fn has_no_style_of_its_own_and_lets_no_browser_remember() {
        for html in made() {
            assert!(!html.contains(" style="), "the policy would block it");
            let body = html.split_once("<main").map_or("", |(_, body)| body);
            for tag in ["<input", "<select", "<form"] {
                let all: Vec<&str> = body.split(tag).skip(1).collect();
                assert!(!all.is_empty(), "{tag}");
                for rest in all {
                    let attributes = rest.split('>').next().unwrap_or_default();
                    assert!(attributes.contains("autocomplete=\"off\""), "{tag}{attributes}");
                }
            }
        }
    }
}
