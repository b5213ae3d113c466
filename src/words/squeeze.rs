//! Makes the texts of a language smaller before they are compressed, and as they were again. Used by the compiler of
//! `content/` too.
//!
//! The commonest words become one character each, and the capital at the start of a sentence a mark before a small letter,
//! so that compression finds the word again. That saves a fortieth of what the texts weigh in the page.

/// Before a letter that was a capital.
const CAPITAL: char = '\u{7f}';

/// Characters that no text has, each for a piece of text.
const CODES: [char; 22] = [
    '\u{7}', '\u{8}', '\u{b}', '\u{c}', '\u{e}', '\u{f}', '\u{10}', '\u{11}', '\u{12}', '\u{13}', '\u{14}',
    '\u{15}', '\u{16}', '\u{17}', '\u{18}', '\u{19}', '\u{1a}', '\u{1b}', '\u{1c}', '\u{1d}', '\u{1e}',
    '\u{1f}',
];

/// Behind each piece, which stand before the text in the order of their codes.
const END: char = '\0';

/// Signs of more than one byte that are in every other sentence.
#[cfg_attr(not(test), allow(dead_code))]
const SIGNS: [&str; 3] = ["’", "“", "”"];

/// The text with its pieces before it.
///
/// # Panics
///
/// If the text has one of the characters that stand for something else.
#[cfg_attr(not(test), allow(dead_code))]
pub fn squeeze(text: &str) -> String {
    assert!(!text.contains(CODES) && !text.contains(CAPITAL), "a text has a control character");
    let text = without_capitals(text);
    let words = common_words(&text);
    let pieces: Vec<&str> = SIGNS.into_iter().chain(words.iter().map(String::as_str)).collect();
    let mut squeezed = String::new();
    for place in 0..CODES.len() {
        squeezed += pieces.get(place).copied().unwrap_or_default();
        squeezed.push(END);
    }
    for token in tokens(&text) {
        match pieces.iter().position(|piece| *piece == token) {
            Some(place) => squeezed.push(CODES[place]),
            None => squeezed += token,
        }
    }
    squeezed
}

/// The text as it was before it was squeezed.
pub fn expand(squeezed: &str) -> String {
    let mut rest = squeezed;
    let pieces = CODES.map(|_| {
        let (piece, after) = rest.split_once(END).unwrap_or_default();
        rest = after;
        piece
    });
    let mut text = String::with_capacity(rest.len() + rest.len() / 4);
    // This runs before the first screen is alive: what lies between marks is taken over whole.
    let is_mark = |char: char| char == CAPITAL || (char < ' ' && CODES.contains(&char));
    while let Some(at) = rest.find(is_mark) {
        text += &rest[..at];
        // Every mark is one byte.
        let mark = char::from(rest.as_bytes()[at]);
        rest = &rest[at + 1..];
        if let Some(place) = CODES.iter().position(|code| *code == mark) {
            text += pieces[place];
        } else if let Some(small) = rest.chars().next() {
            text.push(small.to_ascii_uppercase());
            rest = &rest[small.len_utf8()..];
        }
    }
    text + rest
}

/// A mark and a small letter for each capital that starts a word with more letters.
fn without_capitals(text: &str) -> String {
    let mut marked = String::with_capacity(text.len());
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        let starts = matches!(before, ' ' | '\n' | END) && chars.peek().is_some_and(char::is_ascii_lowercase);
        if starts && char.is_ascii_uppercase() {
            marked.push(CAPITAL);
            marked.push(char.to_ascii_lowercase());
        } else {
            marked.push(char);
        }
        before = char;
    }
    marked
}

/// Words with the space before them, signs, and what is between.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let letters = rest[first.len_utf8()..].find(|char: char| !char.is_alphabetic());
        let length = match first {
            ' ' => first.len_utf8() + letters.unwrap_or(rest.len() - first.len_utf8()),
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        Some(token)
    })
}

/// The words that take most room, the largest first.
fn common_words(text: &str) -> Vec<String> {
    let mut counts = std::collections::BTreeMap::<&str, usize>::new();
    for word in tokens(text).filter(|token| token.len() > 2) {
        *counts.entry(word).or_default() += word.len() - 1;
    }
    let mut words: Vec<(&str, usize)> =
        counts.into_iter().filter(|(word, _)| word.starts_with(' ')).collect();
    words.sort_by_key(|(_, room)| std::cmp::Reverse(*room));
    words.truncate(CODES.len() - SIGNS.len());
    words.into_iter().map(|(word, _)| word.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_squeezed_comes_back() {
        for text in [
            "",
            "A",
            "The NHS\0and the council’s plan.\nÔl-ofal Yn ŵyl “Oes?”\0 Two  spaces ’\0\0",
            "the the the the the\0 the",
            &"Ask the ward. You can say: “Which section am I under?”\0".repeat(50),
        ] {
            assert_eq!(expand(&squeeze(text)), text);
        }
        let many = "Ask the ward about the plan. ".repeat(50);
        assert!(squeeze(&many).len() < many.len() * 3 / 4);
    }

    #[test]
    #[should_panic(expected = "a control character")]
    fn a_text_cannot_have_what_stands_for_something_else() {
        squeeze("a\u{7}");
    }
}
