//! What is put into texts when they are shown: placeholders and dates.

use super::{Language, unpack::tables};
use crate::law::date::Date;

/// The text with its placeholders filled: `{least}` by what is paired with `least`.
///
/// What is filled in is not read again, so that nothing in it counts as a placeholder. One that
/// has no pair stays as it is.
pub fn fill(text: &str, with: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        let found = rest[open..].find('}').map(|close| open + close);
        let value = found.and_then(|close| {
            let name = &rest[open + 1..close];
            with.iter().find(|(known, _)| *known == name).map(|(_, value)| (close, *value))
        });
        let (from, put) = match value {
            Some((close, value)) => (close + 1, value),
            None => (open + 1, "{"),
        };
        filled.push_str(&rest[..open]);
        filled.push_str(put);
        rest = &rest[from..];
    }
    filled.push_str(rest);
    filled
}

/// The date in words, such as "22 November 2026".
pub fn date(date: Date, language: Language) -> String {
    format!("{} {} {}", date.day(), month(date, language), date.year())
}

/// The name of the date's month.
pub fn month(date: Date, language: Language) -> &'static str {
    tables(language).months[usize::from(date.month()) - 1]
}
