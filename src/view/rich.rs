//! Text with paragraphs, lists, words to say, and terms that explain themselves.

use yew::prelude::*;

use super::{element::html, term::Term};
use crate::words::{Block, Rich, Span, Speech, sentences};

/// The text as the page shows it. In the short version each sentence is a paragraph of its own.
pub fn rich(text: Rich, speech: Speech) -> Html {
    text.iter().map(|block| view(block, speech)).collect()
}

fn view(block: &'static Block, speech: Speech) -> Html {
    match block {
        Block::Para(spans) if speech.is_short() => {
            sentences(spans).iter().map(|spans| html! { <p>{ inline(spans, speech) }</p> }).collect()
        }
        Block::Para(spans) => html! { <p>{ inline(spans, speech) }</p> },
        Block::List(items) => html! {
            <ul class="bullets">{ for items.iter().map(|spans| html! { <li>{ inline(spans, speech) }</li> }) }</ul>
        },
        Block::Say(spans) => html! { <p class="say">{ "“" }{ inline(spans, speech) }{ "”" }</p> },
    }
}

fn inline(spans: &[Span], speech: Speech) -> Html {
    spans
        .iter()
        .map(|span| match span {
            Span::Text(text) => html! { { text } },
            Span::Strong(text) => html! { <strong>{ text }</strong> },
            Span::Term { text, term } => html! { <Term text={*text} term={*term} {speech} /> },
        })
        .collect()
}

/// The text in the middle of a line: the meaning of a term.
pub fn in_line(text: Rich, speech: Speech) -> Html {
    let pieces = text.iter().flat_map(|block| match block {
        Block::Para(spans) | Block::Say(spans) => std::slice::from_ref(spans),
        Block::List(items) => items,
    });
    let piece = |(place, spans): (usize, &'static &'static [Span])| {
        html! { <>{ if place > 0 { " " } else { "" } }{ inline(spans, speech) }</> }
    };
    pieces.enumerate().map(piece).collect()
}
