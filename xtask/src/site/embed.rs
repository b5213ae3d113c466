//! `embed.js`: the script of `embed/embed.js` with its few words, in every language that has `embed.txt`.

use super::{Texts, version};
use crate::{Result, paths, script::squeeze};
use std::path::Path;

/// Where the words go in the script.
const SLOT: &str = "const words = {};";

/// What the script says, by the ids of `embed.txt`.
const IDS: [&str; 4] = ["title", "loading", "failed", "open"];

/// The script as it is published.
pub fn script(root: &Path) -> Result<String> {
    let template = paths::read_text(&root.join("embed/embed.js"))?;
    let mut languages = Vec::new();
    for code in ["en", "cy"] {
        let file = format!("content/{code}/embed.txt");
        if code == "en" || root.join(&file).is_file() {
            languages.push(format!("{code}: {}", words(&Texts::read(root, &file, code == "en")?)?));
        }
    }
    filled(&template, &languages)
}

/// One language's words, as an object of JavaScript.
fn words(texts: &Texts) -> Result<String> {
    let mut pairs = Vec::new();
    for id in IDS {
        let text =
            texts.text(id, &[]).ok_or_else(|| format!("{}: there is no entry for {id}", texts.file()))??;
        pairs.push(format!("{id}: {}", quoted(&text)));
    }
    match texts.unused().as_slice() {
        [] => Ok(format!("{{ {} }}", pairs.join(", "))),
        unused => Err(unused.join("\n")),
    }
}

/// Texts are lines without control characters, so these two are all that a string of JavaScript cannot hold.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn filled(template: &str, languages: &[String]) -> Result<String> {
    if template.matches(SLOT).count() != 1 {
        return Err(format!("embed/embed.js must have “{SLOT}” once, where the build puts the words"));
    }
    let script = template.replace(SLOT, &format!("const words = {{\n{},\n}};", languages.join(",\n")));
    Ok(format!("// Section 117 aftercare checker {}. MIT or Apache-2.0.\n{}", version(), squeeze(&script)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::root;
    use super::*;

    #[test]
    fn has_its_words_in_both_languages_and_stays_small() {
        let script = script(&root()).unwrap_or_else(|wrong| panic!("{wrong}"));
        assert!(script.contains("en: { title: \"Section 117 aftercare checker\", loading: "));
        assert!(script.contains("cy: { title: \"Gwiriwr"));
        assert!(script.starts_with("// Section 117 aftercare checker 0."));
        assert!(script.len() < 10_000, "embed.js has {} bytes: a few kB were promised", script.len());
        // What would need more of a host's policy than the script and the frame.
        for word in ["eval(", "innerHTML", "createElement(\"style\")", "setAttribute(\"style\"", "fetch("] {
            assert!(!script.contains(word), "{word}");
        }
    }

    #[test]
    fn quotes_what_a_string_cannot_hold() {
        assert_eq!(quoted(r#"a “b” "c" \d"#), r#""a “b” \"c\" \\d""#);
    }

    #[test]
    fn a_script_without_a_place_for_words_is_wrong() {
        assert!(filled("const words = { en: {} };", &[]).is_err());
        assert!(
            filled("const words = {};", &["en: {}".to_owned()]).is_ok_and(|it| it.contains("\nen: {},\n"))
        );
    }
}
