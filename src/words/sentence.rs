//! Where a sentence ends. Used by the compiler of `content/` too.

/// The space behind the first sentence of a text; nothing if no other follows.
///
/// No text abbreviates with a full stop (a test reads them all), so one before a space ends a sentence.
pub fn end(text: &str) -> Option<usize> {
    let ends = |(at, _): &(usize, &str)| text[..*at].trim_end_matches(['”', '’']).ends_with(['.', '?']);
    text.match_indices(' ').find(ends).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_before_a_space() {
        for (text, expected) in [
            ("", None),
            ("One", None),
            ("One. Two? Three.", Some("One.")),
            (" and more? Yes.", Some(" and more?")),
            ("Ask: “Which one?” Then write. ", Some("Ask: “Which one?”")),
            ("The last, before a term. ", Some("The last, before a term.")),
            ("It costs £3.50 at gov.uk today.", None),
        ] {
            assert_eq!(end(text).map(|at| &text[..at]), expected, "{text}");
        }
    }
}
