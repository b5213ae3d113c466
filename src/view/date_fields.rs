//! The fields of F-DATES: a day, a month and a year each. No date picker: it would not take “about then”.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    draft::{self, Part},
    state::{Action, State},
};
use crate::{
    law::deadline::DateKind,
    words::{self, Speech, fill},
};

/// The `id` of a date's first field.
pub fn first_field_id(kind: DateKind) -> String {
    field_id(kind, Part::Day)
}

fn field_id(kind: DateKind, part: Part) -> String {
    format!("date-{}-{}", kind.id(), part as u8)
}

/// What a date is called.
pub fn name(kind: DateKind, speech: Speech) -> &'static str {
    let page = words::page(speech);
    match kind {
        DateKind::Decision => page.date_decision,
        DateKind::FoundOut => page.date_found_out,
        DateKind::Complaint => page.date_complaint,
        DateKind::Leaving => page.date_leaving,
    }
}

/// The dates that help with the problem.
pub fn view(state: &State, speech: Speech, on: &Callback<Action>) -> Html {
    all(state, draft::asked(&state.interview), speech, on)
}

/// These dates.
pub fn all(state: &State, kinds: &[DateKind], speech: Speech, on: &Callback<Action>) -> Html {
    let fields = kinds.iter().map(|kind| one(state, *kind, speech, on));
    html! { <div class="dates">{ for fields }</div> }
}

fn one(state: &State, kind: DateKind, speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    let draft = &state.drafts[kind as usize];
    let wrong = state.wrong_dates.contains(&kind);
    let (about, wrong_id) = (format!("date-{}-about", kind.id()), format!("date-{}-wrong", kind.id()));
    html! {
        <fieldset class={classes!("date", wrong.then_some("date-wrong"))} data-date={kind.id()} key={kind.id()}>
            <legend>{ name(kind, speech) }</legend>
            if wrong {
                <p class="wrong-says" id={wrong_id.clone()}>{ fill(page.date_wrong, &[("which", name(kind, speech))]) }</p>
            }
            <div class="date-parts">
                { for Part::ALL.into_iter().map(|part| {
                    let label = match part {
                        Part::Day => page.date_day,
                        Part::Month => page.date_month,
                        Part::Year => page.date_year,
                    };
                    let id = field_id(kind, part);
                    let oninput = on.reform(move |event: InputEvent| {
                        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                        Action::Type(kind, part, input.map(|input| input.value()).unwrap_or_default())
                    });
                    html! {
                        <p>
                            <label for={id.clone()}>{ label }</label>
                            <input
                                {id}
                                type="text"
                                inputmode="numeric"
                                maxlength={if part == Part::Year { "4" } else { "2" }}
                                class={if part == Part::Year { "date-year" } else { "date-short" }}
                                value={draft.text(part).to_owned()}
                                autocomplete="off"
                                autocorrect="off"
                                autocapitalize="off"
                                spellcheck="false"
                                aria-invalid={wrong.then_some("true")}
                                aria-describedby={wrong.then(|| wrong_id.clone())}
                                {oninput}
                            />
                        </p>
                    }
                }) }
            </div>
            <div class="choice">
                <input
                    type="checkbox"
                    id={about.clone()}
                    checked={draft.approximate}
                    autocomplete="off"
                    onchange={on.reform(move |_| Action::About(kind))}
                />
                <label for={about}>{ page.date_approximate }</label>
            </div>
        </fieldset>
    }
}
