//! A legal term that opens its meaning where it stands.

use yew::prelude::*;

use super::{element::html, rich::in_line};
use crate::words::{self, Speech};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub text: &'static str,
    pub term: words::Term,
    pub speech: Speech,
}

/// The term as a button; pressed, its meaning follows it in the line. On paper only the term is left.
#[component]
pub fn Term(props: &Props) -> Html {
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_| open.set(!*open))
    };
    let means = open.then(|| {
        let words = words::glossary(props.term, props.speech);
        html! { <>{ " (" }{ in_line(words.means, props.speech) }{ ")" }</> }
    });
    html! {
        <>
            <button type="button" class="term" aria-expanded={open.to_string()} onclick={toggle}>{ props.text }</button>
            // Always there: were it added to the list, the button before it would be made anew and lose the focus.
            <span class={open.then_some("term-means")}>{ means }</span>
        </>
    }
}
