//! How far it is: what is behind is certain, what is ahead is not, and it looks so.

use std::iter::repeat_n;

use yew::prelude::*;

use super::{element::html, state::State};
use crate::{
    law::{fact::Question, remaining::Remaining},
    words::{self, Speech, fill},
};

/// Beyond this many, only the least is told.
const FAR: usize = 14;
/// So many dots at most for questions that may still come.
const MOST_MAYBE: usize = 12;

/// The words, and dots for those who like to see it.
pub fn view(state: &State, question: Question, remaining: Remaining, speech: Speech) -> Html {
    // A question that is being changed is answered already: it is not among those left.
    let trail = state.interview.trail();
    let place = trail.iter().position(|answer| answer.question == question);
    let before = place.unwrap_or(trail.len());
    let after = place.map_or(0, |place| trail.len() - place - 1);
    let (least, most) = (remaining.least as usize, remaining.most as usize);
    let this = usize::from(place.is_none());
    let sure = least.saturating_sub(this);
    let maybe = most.saturating_sub(this + sure);
    let dots = repeat_n("done", before)
        .chain(["now"])
        .chain(repeat_n("done", after))
        .chain(repeat_n("left", sure))
        .chain(repeat_n("maybe", maybe.min(MOST_MAYBE)));
    html! {
        <div class="thread" data-progress={format!("{least}-{most}")}>
            <p class="thread-words">{ words_left(least, most, speech) }</p>
            <p class="thread-dots" aria-hidden="true">{ for dots.map(|dot| html! { <i class={dot}></i> }) }</p>
        </div>
    }
}

fn words_left(least: usize, most: usize, speech: Speech) -> String {
    let page = words::page(speech);
    let (low, high) = (least.to_string(), most.to_string());
    match (least, most) {
        (0, 0) => page.left_none.to_owned(),
        (_, 1) if least == most => page.left_one.to_owned(),
        // So far off, the most says little and frightens.
        _ if most > FAR => fill(page.left_at_least, &[("least", &low)]),
        _ if least == most => fill(page.left_exact, &[("most", &high)]),
        (0, _) => fill(page.left_up_to, &[("most", &high)]),
        _ => fill(page.left, &[("least", &low), ("most", &high)]),
    }
}
