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

/// The headline of a claim in English: it is short, and in sight.
pub fn headline(claim: &Finding, speech: Speech) -> Html {
    let Some(words) = unread(claim, speech) else { return html! {} };
    html! {
        <div class="original">
            <p class="original-name">{ words::page(speech).also_in_english }</p>
            <p lang={Language::English.id()}>{ words.headline }</p>
        </div>
    }
}

/// What the law says of a claim, in English: it is long, and folded away.
pub fn law(claim: &Finding, speech: Speech) -> Html {
    let Some(law) = unread(claim, speech).and_then(|words| words.law) else { return html! {} };
    html! {
        <details class="original open-up open-up-inline prints" data-open-up="english">
            <summary>{ words::page(speech).also_in_english }</summary>
            <div class="flow" lang={Language::English.id()}>{ rich(law, speech.in_language(Language::English)) }</div>
        </details>
    }
}

/// A claim in English, where nobody who speaks the language of the page has read what it says in that.
fn unread(claim: &Finding, speech: Speech) -> Option<&'static FindingWords> {
    let is_read = reviewed(speech).is_read(claim.id);
    (!is_read).then(|| words::finding(claim.id, claim.shape, speech.in_language(Language::English)))
}
