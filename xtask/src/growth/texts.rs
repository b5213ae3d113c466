//! More texts: those of each fact and finding again, in other words.

use super::write;
use crate::{Result, paths};
use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

/// Adds copies of the texts of these facts and findings to every language below `root`.
pub fn grow(root: &Path, ids: &[String], times: usize) -> Result<()> {
    for folder in ["content/en", "content/cy"] {
        let vocabulary = vocabulary(&paths::read_texts(&root.join(folder), |_| true)?);
        for file in std::fs::read_dir(root.join(folder)).map_err(|error| format!("{folder}: {error}"))? {
            let path = file.map_err(|error| format!("{folder}: {error}"))?.path();
            // Some sources are called as the findings that they are about.
            if path.ends_with("sources.txt") {
                continue;
            }
            let text = paths::read_text(&path)?;
            write(&path, &texts(&text, ids, &vocabulary, times))?;
        }
    }
    Ok(())
}

/// How many words the texts of the checker below `root` have, in all languages.
pub fn words(root: &Path) -> Result<usize> {
    let mut words = 0;
    for folder in ["content/en", "content/cy"] {
        for text in paths::read_texts(&root.join(folder), |name| !crate::site::has_words(name))? {
            let lines = text.lines().filter(|line| !line.starts_with("//") && !line.starts_with("##"));
            words += lines.map(|line| line.split_whitespace().count()).sum::<usize>();
        }
    }
    Ok(words)
}

/// The words of a language that may stand for one another: the most frequent first.
fn vocabulary(texts: &[String]) -> Vec<String> {
    let mut counted: HashMap<String, usize> = HashMap::new();
    for line in texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with("//")) {
        let (_, said) = line.split_at(head(line));
        each_word(said, |word| {
            *counted.entry(word.to_owned()).or_default() += 1;
            None
        });
    }
    let mut words: Vec<(String, usize)> = counted.into_iter().collect();
    words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    words.into_iter().map(|(word, _)| word).collect()
}

/// The text with copies of the entries with these ids, in other words that are as frequent.
fn texts(text: &str, ids: &[String], vocabulary: &[String], times: usize) -> String {
    /// Words so near in frequency stand for one another. More than there are copies, so that no two are alike.
    const NEAR: usize = 16;
    let places: HashMap<&str, usize> =
        vocabulary.iter().enumerate().map(|(place, word)| (word.as_str(), place)).collect();
    let mut grown = text.to_owned();
    for copy in 1..times {
        let mut wanted = false;
        for line in text.lines().filter(|line| !line.starts_with("//")) {
            if let Some(id) = line.strip_prefix("## ") {
                wanted = ids.iter().any(|known| known == id);
                if wanted {
                    let _ = writeln!(grown, "\n## {id}-G{copy}");
                }
            } else if wanted {
                let (key, said) = line.split_at(head(line));
                grown.push_str(key);
                // These name entries of other files.
                if ["letter", "contacts"].iter().any(|names| key.starts_with(names)) {
                    grown.push_str(said);
                } else {
                    grown.push_str(&each_word(said, |word| {
                        let place = places.get(word)?;
                        let near = place / NEAR * NEAR;
                        let size = NEAR.min(vocabulary.len() - near);
                        vocabulary.get(near + (place - near + copy) % size).map(String::as_str)
                    }));
                }
                grown.push('\n');
            }
        }
    }
    grown
}

/// How much of a line is its key, such as `say (supporter): ` or `- wales: `.
fn head(line: &str) -> usize {
    let is_key = |key: &str| {
        let key = key.trim_start().trim_start_matches("- ");
        let name = key.split(" (").next().unwrap_or_default();
        !name.is_empty()
            && name
                .chars()
                .all(|char| char.is_ascii_lowercase() || "- ".contains(char) || char.is_ascii_digit())
    };
    line.split_once(": ").filter(|(key, _)| is_key(key)).map_or(0, |(key, _)| key.len() + 2)
}

/// The text with other words in the place of its longer ones in lower case. What stands in brackets is no word.
fn each_word<'a>(text: &str, mut with: impl FnMut(&str) -> Option<&'a str>) -> String {
    let (mut made, mut word, mut depth) = (String::new(), String::new(), 0usize);
    for char in text.chars().chain(['\n']) {
        if char.is_alphabetic() || (!word.is_empty() && (char == '-' || char == '’')) {
            word.push(char);
            continue;
        }
        let is_plain = word.chars().count() > 3 && word.chars().all(char::is_lowercase);
        let instead = if depth == 0 && is_plain { with(&word) } else { None };
        made.push_str(instead.unwrap_or(&word));
        word.clear();
        match char {
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        made.push(char);
    }
    made.pop();
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_say_something_else_in_as_many_words() {
        let vocabulary = ["help", "free", "home"].map(str::to_owned);
        let text = "// about\n## A-1\nsay (s1): Get help at [[home|home]], free.\nletter: help\n- free: Home free\n\n## B\nsay: free\n";
        let grown = texts(text, &["A-1".to_owned()], &vocabulary, 3);
        assert_eq!(
            grown.strip_prefix(text).expect("what was there stays"),
            "\n## A-1-G1\nsay (s1): Get free at [[home|home]], home.\nletter: help\n- free: Home home\n\n\
             \n## A-1-G2\nsay (s1): Get home at [[home|home]], help.\nletter: help\n- free: Home help\n\n"
        );
    }
}
