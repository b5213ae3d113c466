//! For people who advise: every fact on one dense page, and what follows from it.
//!
//! Keyboard first. Fields are the browser's own, so a number chooses, Tab goes on, and Enter goes to the next fact
//! that a rule needs.

use web_sys::KeyboardEvent;
use yew::prelude::*;

use super::{
    browser,
    state::{Action, State},
};
use crate::{
    law::{date::Date, fact::Question, interview::Interview, journey::Journey},
    view::element::html,
    words::{self, Speech, case_notes::open},
};

pub mod desk;
mod facts;
mod found;
mod notes;
mod stays;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub state: State,
    pub today: Date,
    pub speech: Speech,
    pub on: Callback<Action>,
}

/// The adviser page.
#[component]
pub fn Adviser(props: &Props) -> Html {
    let Props { state, today, speech, on } = props;
    let (page, speech) = (words::page(*speech), *speech);
    let overview = use_memo((state.interview.clone(), *today), |(interview, today): &(Interview, Date)| {
        interview.overview(*today)
    });
    let first_open = overview.first_open();
    let onsubmit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        go_to_next(first_open);
    });
    // A form is not sent by Enter on a choice in every browser.
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        let on_choice = event.target_dyn_into::<web_sys::HtmlSelectElement>().is_some();
        if event.key() == "Enter" && on_choice {
            event.prevent_default();
            go_to_next(first_open);
        }
    });
    let open = open(&overview, speech);
    html! {
        <div class="page desk" data-screen="adviser">
            <button type="button" class="back" data-action="back" onclick={on.reform(|_| Action::Back)}>{ page.back }</button>
            <h1 id="heading" tabindex="-1">{ page.desk_heading }</h1>
            <p class="lead">{ page.desk_lead }</p>
            <div class="desk-keys">{ super::rich::rich(page.desk_keys, speech) }</div>
            { notes::told(&state.desk, speech) }
            <div class="desk-parts">
                <form class="desk-facts" autocomplete="off" novalidate=true method="dialog" {onsubmit} {onkeydown}>
                    <h2>{ page.desk_facts }</h2>
                    { facts::view(state, &overview, speech, on) }
                    <div class="buttons"><button type="submit" class="button">{ page.desk_next }</button></div>
                </form>
                <section class="desk-found" aria-labelledby="desk-found-heading">
                    <h2 id="desk-found-heading" tabindex="-1">{ page.desk_findings }</h2>
                    { found::in_short(&overview, speech) }
                    if open.is_empty() {
                        <p>{ page.desk_none_open }</p>
                    } else {
                        <h3>{ page.desk_open }</h3>
                        <ul class="desk-list">{ for open.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
                    }
                    { found::in_full(&overview, speech) }
                </section>
            </div>
            { notes::view(state, &overview, *today, speech, on) }
            <div class="buttons desk-visitor">
                <button
                    type="button"
                    class="button button-second"
                    data-action="visitor"
                    onclick={on.reform(|_| Action::Begin(Journey::Entitled))}
                >
                    { page.desk_visitor }
                </button>
            </div>
        </div>
    }
}

/// The `id` of the first field of a fact.
fn field_id(question: Question) -> String {
    format!("desk-{}", question.id())
}

/// To the next fact that a rule needs; to what follows, where none is open.
fn go_to_next(open: Option<Question>) {
    match open {
        Some(question) => browser::go_to(&field_id(question)),
        None => browser::go_to("desk-found-heading"),
    }
}
