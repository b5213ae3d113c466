//! Text with paragraphs, lists, words to say, and terms that explain themselves.

use yew::prelude::*;

use super::{
    adapter::words::{Block, Rich, Span, Speech},
    term::Term,
};

/// The text as the page shows it.
pub fn rich(text: Rich, speech: Speech) -> Html {
    text.iter().map(|block| view(block, speech)).collect()
}

fn view(block: &'static Block, speech: Speech) -> Html {
    match block {
        Block::Para(spans) => html! { <p>{ inline(spans, speech) }</p> },
        Block::List(items) => html! {
            <ul class="bullets">{ for items.iter().map(|spans| html! { <li>{ inline(spans, speech) }</li> }) }</ul>
        },
        Block::Say(spans) => html! { <p class="say">{ inline(spans, speech) }</p> },
    }
}

fn inline(spans: &'static [Span], speech: Speech) -> Html {
    spans
        .iter()
        .map(|span| match span {
            Span::Text(text) => html! { text },
            Span::Strong(text) => html! { <strong>{ text }</strong> },
            Span::Term { text, term } => html! { <Term text={*text} term={*term} {speech} /> },
        })
        .collect()
}

/// The text as one line without marks, for places that take no more: the meaning of a term, a copy as text.
pub fn plain(text: Rich) -> String {
    let mut out = String::new();
    for block in text {
        match block {
            Block::Para(spans) | Block::Say(spans) => push(&mut out, " ", spans),
            Block::List(items) => items.iter().for_each(|spans| push(&mut out, " ", spans)),
        }
    }
    out
}

/// The text in lines, a list with dashes: for a copy as text.
pub fn lines(text: Rich) -> String {
    let mut out = String::new();
    for block in text {
        match block {
            Block::Para(spans) | Block::Say(spans) => push(&mut out, "\n", spans),
            Block::List(items) => {
                for spans in *items {
                    push(&mut out, "\n- ", spans);
                }
            }
        }
    }
    out
}

fn push(out: &mut String, between: &str, spans: &[Span]) {
    out.push_str(if out.is_empty() { between.trim_start() } else { between });
    for span in spans {
        out.push_str(match span {
            Span::Text(text) | Span::Strong(text) | Span::Term { text, .. } => text,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: Rich = &[
        Block::Para(&[Span::Text("Ask "), Span::Strong("both"), Span::Text(".")]),
        Block::List(&[&[Span::Text("the NHS")], &[Span::Text("the council")]]),
        Block::Say(&[Span::Text("“Please”")]),
    ];

    #[test]
    fn text_without_marks_keeps_every_word() {
        assert_eq!(plain(TEXT), "Ask both. the NHS the council “Please”");
        assert_eq!(lines(TEXT), "Ask both.\n- the NHS\n- the council\n“Please”");
        assert_eq!((plain(&[]), lines(&[])), (String::new(), String::new()));
    }
}
