//! The answers that the result rests on, and those that were "not sure".

use yew::prelude::*;

use super::{
    element::html,
    result::row,
    rich::rich,
    so_far::{self, change},
    state::{Action, State},
};
use crate::{
    law::{assessment::Assessment, fact::Answer, finding::Reason},
    words::{self, Speech},
};

/// The reasons of every claim, in the order they were asked.
pub fn view(state: &State, assessment: &Assessment, speech: Speech, on: &Callback<Action>) -> Html {
    let reasons = reasons(state, assessment);
    if reasons.is_empty() {
        return html! {};
    }
    let inside = html! {
        <>
            <ul class="because">{ for reasons.iter().map(|reason| html! {
                <li>
                    <p>{ words::told(reason.question, &reason.values, speech) }</p>
                    { change(reason.question, speech, on) }
                </li>
            }) }</ul>
            if reasons.len() < state.interview.trail().len() {
                { so_far::folded(words::page(speech).all_answers, state, speech, on) }
            }
        </>
    };
    row("because", words::page(speech).because, inside)
}

/// What the claims of the result rest on, each question once, in the order asked.
pub fn reasons(state: &State, assessment: &Assessment) -> Vec<Reason> {
    let of_claims = || assessment.claims().flat_map(|claim| &claim.because);
    let reason = |answer: Answer| {
        let values: Vec<_> = of_claims()
            .filter(|reason| reason.question == answer.question)
            .flat_map(|reason| reason.values.iter().copied())
            .collect();
        (!values.is_empty()).then_some(Reason { question: answer.question, values })
    };
    state.interview.trail().into_iter().filter_map(reason).collect()
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
                    <details class="open-up open-up-inline prints" data-open-up="find-out">
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
