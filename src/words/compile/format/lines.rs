//! From bytes to lines, with everything turned away that a reader of the file could not see.

use super::Problems;

/// No file may be longer than this many bytes: longer is a mistake, not a text.
pub const LONGEST_FILE: usize = 1_000_000;

/// No line may be longer than this many characters.
pub const LONGEST_LINE: usize = 2_000;

/// A line of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// Its number, from 1.
    pub number: usize,
    /// Its text, without spaces at the end.
    pub text: String,
}

/// The lines of a file. A byte order mark and Windows line ends are harmless and taken off; other
/// characters that cannot be seen are problems, since nobody could find them by looking.
pub fn lines(bytes: &[u8], problems: &mut Problems) -> Vec<Line> {
    if bytes.len() > LONGEST_FILE {
        problems.add(0, format!("the file is longer than {LONGEST_FILE} bytes; is it the right one?"));
        return Vec::new();
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            problems.add(line, "not UTF-8 text; save the file as UTF-8");
            return Vec::new();
        }
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let length = line.chars().count();
        if length > LONGEST_LINE {
            problems
                .add(number, format!("the line is {length} characters long; break it before {LONGEST_LINE}"));
        } else if let Some((place, unseen)) = line.chars().enumerate().find(|(_, char)| is_unseen(*char)) {
            problems.add(number, format!("character {}: {}", place + 1, say_unseen(unseen)));
        } else {
            lines.push(Line { number, text: line.trim_end().to_owned() });
        }
    }
    lines
}

fn is_unseen(char: char) -> bool {
    char.is_control()
        || (char.is_whitespace() && char != ' ')
        || matches!(char, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}')
}

fn say_unseen(char: char) -> String {
    match char {
        '\t' => "a tab; use spaces".to_owned(),
        _ if char.is_whitespace() && !char.is_control() => {
            format!("an unusual space (U+{:04X}); use an ordinary one", char as u32)
        }
        _ => format!("a character that cannot be seen (U+{:04X}); take it out", char as u32),
    }
}
