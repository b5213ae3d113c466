//! Reads the marks in a text: paragraphs, lists, strong words and terms. `compile::pack` says what each sign means.

use crate::words::{Block, Rich, Span, Term};

/// Reads the marks in a text.
pub fn rich(text: &'static str) -> Rich {
    let mut blocks = vec![];
    let mut items: Vec<&'static [Span]> = vec![];
    for line in text.split('\n') {
        let (start, rest) = match line.as_bytes() {
            [start @ 4..=6, ..] => (*start, &line[1..]),
            _ => (0, line),
        };
        if start != 5 && !items.is_empty() {
            blocks.push(Block::List(std::mem::take(&mut items).leak()));
        }
        let spans = spans(rest);
        match start {
            4 | 5 => items.push(spans),
            6 => blocks.push(Block::Say(spans)),
            _ => blocks.push(Block::Para(spans)),
        }
    }
    if !items.is_empty() {
        blocks.push(Block::List(items.leak()));
    }
    blocks.leak()
}

fn spans(line: &'static str) -> &'static [Span] {
    let mut spans = vec![];
    for piece in line.split('\u{3}') {
        let (plain, marked) = match piece.bytes().position(|byte| matches!(byte, 1 | 2)) {
            Some(at) => piece.split_at(at),
            None => (piece, ""),
        };
        if !plain.is_empty() {
            spans.push(Span::Text(plain));
        }
        let mut rest = marked.chars();
        match rest.next() {
            Some('\u{1}') => spans.push(Span::Strong(rest.as_str())),
            Some(_) => {
                let place = rest.next().map_or(0, |char| char as usize - 0x20);
                spans.push(Span::Term { term: Term::ALL[place], text: rest.as_str() });
            }
            None => {}
        }
    }
    spans.leak()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read() {
        let text = |text| Span::Text(text);
        let term = Span::Term { text: "d", term: Term::ALL[1] };
        let [a, b]: [&'static [Span]; 2] = [vec![text("a")].leak(), vec![text("b")].leak()];
        for (packed, expected) in [
            ("a", vec![Block::Para(a)]),
            ("a\nb", vec![Block::Para(a), Block::Para(b)]),
            ("\u{4}a\n\u{5}b\n\u{4}b", vec![Block::List(vec![a, b].leak()), Block::List(vec![b].leak())]),
            ("\u{4}a\n\u{6}b\na", vec![Block::List(vec![a].leak()), Block::Say(b), Block::Para(a)]),
            (
                "\u{1}c\u{3}\u{2}!d\u{3} “e”",
                vec![Block::Para(vec![Span::Strong("c"), term, text(" “e”")].leak())],
            ),
        ] {
            let expected: Vec<Block> = expected;
            assert_eq!(rich(packed), expected, "{packed:?}");
        }
    }
}
