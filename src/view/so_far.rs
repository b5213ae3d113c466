//! The answers given, each with a way to change it.

use yew::prelude::*;

use super::element::html;
use super::state::{Action, State};
use crate::{
    law::fact::{Answer, Question},
    words::{self, Speech, fill},
};

/// The answers so far, folded away.
pub fn view(state: &State, speech: Speech, on: &Callback<Action>) -> Html {
    folded(words::page(speech).so_far, state, speech, on)
}

/// All answers, folded away under this name.
pub fn folded(name: &'static str, state: &State, speech: Speech, on: &Callback<Action>) -> Html {
    let trail = state.interview.trail();
    if trail.is_empty() {
        return html! {};
    }
    let answer = |answer: &Answer| {
        html! {
            <li>
                <p>
                    <span>{ words::question(answer.question, speech).ask }</span>{ " " }
                    <b>{ words::labels(*answer, speech) }</b>
                </p>
                { change(answer.question, speech, on) }
            </li>
        }
    };
    html! {
        <details class="open-up open-up-alone" data-open-up="so-far">
            <summary>{ fill(name, &[("count", &trail.len().to_string())]) }</summary>
            <div class="open-up-in"><ul class="answers">{ for trail.iter().map(answer) }</ul></div>
        </details>
    }
}

/// The button that leads back to a question. Its unseen words say which.
pub fn change(question: Question, speech: Speech, on: &Callback<Action>) -> Html {
    let ask = words::question(question, speech).ask;
    html! {
        <button
            type="button"
            class="plain change"
            data-change={question.id()}
            onclick={on.reform(move |_| Action::Change(question))}
        >
            { words::page(speech).change }<span class="unseen">{ ": " }{ ask }</span>
        </button>
    }
}
