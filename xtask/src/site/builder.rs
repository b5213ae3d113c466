//! What only the builder needs: the embed builder for editors, `site/builder.html`.

use super::{Sheet, Texts, dist, file_of, has, name_of};
use crate::guide::escape;
use crate::{Result, paths};
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

/// The integrity of the script that web pages load; nothing where there is none.
pub fn integrity(root: &Path) -> Result<String> {
    let script = root.join("embed/embed.js");
    if !script.is_file() {
        return Ok(String::new());
    }
    Ok(dist::integrity_of(paths::read_text(&script)?.as_bytes()))
}

/// A choice for each language of the checker, with what a block says in it.
pub fn languages(sheet: &Sheet<'_>) -> Result<String> {
    let mut choices = String::new();
    for language in Language::ALL.iter().copied() {
        let code = language.id();
        let own = has(sheet.root, language, "builder");
        let words = if own { language } else { sheet.language };
        let texts = Texts::read(sheet.root, &file_of(words, "builder"), words.id() == "en")?;
        let says = |id: &str| {
            // Asked of the page too, which counts what it uses.
            sheet.text(id)?;
            let missing = || Err(format!("there is no ## {id} in {}", texts.file()));
            texts.text(id, &[]).unwrap_or_else(missing).map(|text| escape(&text))
        };
        let name = if own { says("language-name")? } else { escape(&name_of(sheet.root, language)?) };
        let plain = language == Language::ALL[0];
        choices += &format!(
            "<label class=\"pick\"><input type=\"radio\" name=\"lang\" value=\"{}\" \
             data-title=\"{}\" data-alone=\"{}\" autocomplete=\"off\"{}>\
             <span lang=\"{code}\">{name}</span></label>\n",
            if plain { "" } else { code },
            says("frame-title")?,
            says("frame-alone")?,
            if plain { " checked" } else { "" },
        );
    }
    Ok(choices)
}
