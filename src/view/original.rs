//! English in the midst of another language: names that have no other, and the sentences of the law beside words that
//! nobody who speaks the language has read yet.

use yew::prelude::*;

use super::{element::html, rich::rich};
use crate::{
    law::finding::Finding,
    words::{self, FindingWords, Language, Speech, reviewed::reviewed},
};

/// The `lang` of a text that is the same in English as in the language of the page: a name.
pub fn lang(text: &str, english: &str, speech: Speech) -> Option<&'static str> {
    (speech.language != Language::English && text == english).then_some(Language::English.id())
}

/// The headline of a claim in English.
pub fn headline(claim: &Finding, speech: Speech) -> Html {
    below(claim, speech, |words, _| html! { <p>{ words.headline }</p> })
}

/// What the law says of a claim, in English.
pub fn law(claim: &Finding, speech: Speech) -> Html {
    below(claim, speech, |words, english| words.law.map_or_else(Html::default, |law| rich(law, english)))
}

fn below(claim: &Finding, speech: Speech, draw: fn(&'static FindingWords, Speech) -> Html) -> Html {
    let english = speech.in_language(Language::English);
    let words = words::finding(claim.id, claim.shape, english);
    let inside = draw(words, english);
    if reviewed(speech).is_read(claim.id) || inside == Html::default() {
        return html! {};
    }
    html! {
        <div class="original">
            <p class="original-name">{ words::page(speech).also_in_english }</p>
            <div class="flow" lang={Language::English.id()}>{ inside }</div>
        </div>
    }
}
