//! What would change this: answers that are unsure or could be mistaken, at most three.

use yew::prelude::*;

use super::{drawing::drawing, element::html, result::row, so_far::change, state::Action};
use crate::{
    law::assessment::Change,
    words::{self, Speech, fill},
};

/// The nearest changes.
pub fn view(changes: &[Change], speech: Speech, on: &Callback<Action>) -> Html {
    let items: Vec<Html> = changes.iter().filter_map(|it| one(it, speech, on)).collect();
    if items.is_empty() {
        return html! {};
    }
    row("changes", words::page(speech).changes, html! { <ul class="changes">{ for items }</ul> })
}

fn one(it: &Change, speech: Speech, on: &Callback<Action>) -> Option<Html> {
    let (if_so, then) = in_words(it, speech)?;
    Some(html! {
        <li>
            { drawing!("fork") }
            <p><b>{ if_so }</b>{ " " }{ then }</p>
            { change(it.question, speech, on) }
        </li>
    })
}

/// If this were so, then that would be the answer.
pub fn in_words(it: &Change, speech: Speech) -> Option<(&'static str, String)> {
    let words = words::question(it.question, speech);
    let place = it.question.value_ids().position(|value| value == it.value)?;
    let if_so = words.values[place].if_so?;
    let page = words::page(speech);
    let then = if it.certain { page.then } else { page.then_perhaps };
    let headline = words::finding(it.claim.id, it.claim.into(), speech).headline;
    Some((if_so, fill(then, &[("headline", headline)])))
}
