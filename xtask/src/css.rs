//! Puts the style together: the shell's own sheet, then those of `style/` by name, comments and spaces left out.

use crate::{Result, paths};
use std::path::{Path, PathBuf};

/// Reads the sheets given, and then every sheet in a folder, into one.
pub fn read(first: &[PathBuf], folder: &Path) -> Result<String> {
    let mut sheets = first.to_vec();
    if folder.is_dir() {
        let entries = std::fs::read_dir(folder)
            .map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
        let mut found: Vec<_> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
            .collect();
        // By name, since folders come in no order that two machines share.
        found.sort();
        sheets.extend(found);
    }
    let mut all = String::new();
    for sheet in sheets {
        let text = paths::read_text(&sheet)?;
        all.push_str(
            &squeeze(&text).map_err(|(line, wrong)| format!("{}:{line}: {wrong}", sheet.display()))?,
        );
    }
    Ok(all)
}

/// Leaves out comments and the spaces that mean nothing.
fn squeeze(css: &str) -> std::result::Result<String, (usize, String)> {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    // A space that is written only if what follows needs it.
    let mut space = false;
    while let Some(next) = rest.chars().next() {
        let line = 1 + css[..css.len() - rest.len()].matches('\n').count();
        if let Some(body) = rest.strip_prefix("/*") {
            let end = body.find("*/").ok_or((line, "this comment has no end (`*/`)".to_owned()))?;
            let after = &body[end + 2..];
            // `a/**/b` is two words, and `a b` would be a descendant: only an empty comment says the same.
            let glued = |letter: Option<char>| {
                letter.is_some_and(|letter| !letter.is_whitespace() && !"{};,".contains(letter))
            };
            if !space && glued(out.chars().next_back()) && glued(after.chars().next()) {
                out.push_str("/**/");
            }
            rest = after;
        } else if next.is_whitespace() {
            space = true;
            rest = rest.trim_start();
        } else {
            if "{};,".contains(next) {
                if next == '}' && out.ends_with(';') {
                    out.pop();
                }
                // A custom property may be one space: `--none: ;`
                if space && out.ends_with(':') {
                    out.push(' ');
                }
            } else if space && !out.is_empty() && !out.ends_with(['{', '}', ';', ',']) {
                out.push(' ');
            }
            space = false;
            let length = token(rest).map_err(|wrong| (line, wrong))?;
            let (kept, after) = rest.split_at(length);
            if kept.eq_ignore_ascii_case("@import") {
                return Err((line, "`@import` would be a request; put the sheet into style/ instead".into()));
            }
            out.push_str(kept);
            rest = after;
        }
    }
    Ok(out)
}

/// The length of what must be kept as it is: a string, an unquoted address, an at-word, an escape, or one letter.
fn token(css: &str) -> std::result::Result<usize, String> {
    let first = css.chars().next().map_or(0, char::len_utf8);
    if css.starts_with('\\') {
        return Ok(first + css[first..].chars().next().map_or(0, char::len_utf8));
    }
    if css.starts_with(['"', '\'']) {
        let mut escaped = false;
        for (at, letter) in css.char_indices().skip(1) {
            match letter {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '\n' => break,
                _ if css.starts_with(letter) => return Ok(at + 1),
                _ => {}
            }
        }
        return Err("this string has no end".into());
    }
    if css.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("url(")) {
        let inside = css[4..].trim_start();
        if inside.starts_with(['"', '\'']) {
            return Ok(4);
        }
        return css.find(')').map(|end| end + 1).ok_or_else(|| "this `url(` has no end".into());
    }
    if let Some(word) = css.strip_prefix('@') {
        return Ok(1 + word
            .find(|letter: char| !letter.is_alphanumeric() && letter != '-')
            .unwrap_or(word.len()));
    }
    Ok(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_out_only_what_means_nothing() {
        for (css, small) in [
            ("", ""),
            ("a {\n  color: red;\n}\n", "a{color: red}"),
            ("a,\nb > c , d{}", "a,b > c,d{}"),
            ("a :hover { x: y } b{}", "a :hover{x: y}b{}"),
            ("a { width: calc(1px + 2px) }", "a{width: calc(1px + 2px)}"),
            (
                "@media (min-width: 1px) and (scripting: enabled) { a { b: c; } }",
                "@media (min-width: 1px) and (scripting: enabled){a{b: c}}",
            ),
            ("/* one */ a /* two */ b { }", "a b{}"),
            ("a/**/.b {}", "a/**/.b{}"),
            ("a{/**/b: c/* */}", "a{b: c}"),
            (
                "a::before { content: \"/* kept ; } */  \\\" x\"; }",
                "a::before{content: \"/* kept ; } */  \\\" x\"}",
            ),
            ("a { content: 'it  is \\' ok' }", "a{content: 'it  is \\' ok'}"),
            ("a { b: url(data:image/svg+xml,/*x*/,;) }", "a{b: url(data:image/svg+xml,/*x*/,;)}"),
            ("a { b: url( \"x  y\" ) }", "a{b: url( \"x  y\" )}"),
            (".a\\,\\  b {}", ".a\\,\\  b{}"),
            ("a { --none: ; }", "a{--none: }"),
            ("a { content: “ ’ ” }", "a{content: “ ’ ”}"),
        ] {
            // The last `;` before `}` goes, which must not take the space of an empty custom property with it.
            assert_eq!(squeeze(css).as_deref(), Ok(small), "{css}");
        }
    }

    #[test]
    fn errors_name_the_line() {
        for (css, line) in
            [("a{}\n/* b", 2), ("a{\nb: \"c\n}", 2), ("\n\n@import 'x';", 3), ("a{b: url(c", 1)]
        {
            assert_eq!(squeeze(css).map_err(|(line, _)| line), Err(line), "{css}");
        }
    }
}
