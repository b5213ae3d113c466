//! The answers that the result rests on, and those that were "not sure".

use yew::prelude::*;

use super::{
    adapter::{
        interview::Assessment,
        words::{self, Speech},
    },
    result::{claims, row},
    rich::rich,
    so_far::{self, change, told},
    state::{Action, State},
};
use crate::law::fact::Answer;

/// The reasons of every claim, in the order they were asked.
pub fn view(state: &State, assessment: &Assessment, speech: Speech, on: &Callback<Action>) -> Html {
    let reasons = reasons(state, assessment);
    if reasons.is_empty() {
        return html! {};
    }
    let inside = html! {
        <>
            <ul class="because">{ for reasons.iter().map(|answer| html! {
                <li>
                    <p>{ told(*answer, speech) }</p>
                    { change(answer.question, speech, on) }
                </li>
            }) }</ul>
            { so_far::view(state, speech, on) }
        </>
    };
    row("because", words::page(speech).because, inside)
}

/// The answers that a claim of the result rests on.
pub fn reasons(state: &State, assessment: &Assessment) -> Vec<Answer> {
    let rests = |answer: &Answer| claims(assessment).any(|claim| claim.because.contains(answer));
    state.interview.trail().into_iter().filter(rests).collect()
}

/// What was not sure, and how to find out.
pub fn assumed(state: &State, speech: Speech, on: &Callback<Action>) -> Html {
    let unsure = state.interview.trail().into_iter().filter(|answer| answer.is_unsure());
    let items: Vec<Html> = unsure
        .map(|answer| {
            let words = words::question(answer.question, speech);
            html! {
                <li>
                    <p>{ words.ask }</p>
                    { change(answer.question, speech, on) }
                    <details class="open-up open-up-inline" data-open-up="find-out">
                        <summary>{ words::page(speech).find_out }<span class="unseen">{ ": " }{ words.ask }</span></summary>
                        <div class="open-up-in flow">{ rich(words.find_out, speech) }</div>
                    </details>
                </li>
            }
        })
        .collect();
    if items.is_empty() {
        return html! {};
    }
    let page = words::page(speech);
    let inside = html! { <><p>{ page.assumed_more }</p><ul class="because assumed">{ for items }</ul></> };
    row("assumed", page.assumed, inside)
}
