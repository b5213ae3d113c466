//! The fields of F-DATES: a day, a month and a year each. No date picker: it would not take “about then”.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{
    draft::{self, Part, WrongDate},
    element::{classes, html},
    state::{Action, State},
};
use crate::{
    law::deadline::{
        DateKind,
        plausible::{ACT_BEGAN, Implausible},
    },
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

/// What is wrong with a date, and what to write instead.
pub fn says(kind: DateKind, wrong: WrongDate, speech: Speech) -> String {
    let page = words::page(speech);
    let says = match wrong {
        WrongDate::Unfinished => page.date_unfinished,
        WrongDate::NotADate => page.date_wrong,
        WrongDate::Implausible(Implausible::StillToCome) => page.date_still_to_come,
        WrongDate::Implausible(Implausible::BeforeTheAct) => page.date_before_the_act,
        WrongDate::Implausible(Implausible::FarOff) => page.date_far_off,
    };
    let began = words::date(ACT_BEGAN, speech.language);
    fill(says, &[("which", name(kind, speech)), ("date", &began)])
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
    let wrong = state.wrong_dates.iter().find(|(wrong, _)| *wrong == kind).map(|(_, why)| *why);
    let (about, wrong_id) = (format!("date-{}-about", kind.id()), format!("date-{}-wrong", kind.id()));
    html! {
        <fieldset class={classes!("date", wrong.map(|_| "date-wrong"))} data-date={kind.id()} key={kind.id()}>
            <legend>{ name(kind, speech) }</legend>
            if let Some(wrong) = wrong {
                <p class="wrong-says" id={wrong_id.clone()}>
                    <span class="unseen">{ page.mistake_prefix }{ " " }</span>{ says(kind, wrong, speech) }
                </p>
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
                                aria-invalid={wrong.map(|_| "true")}
                                aria-describedby={wrong.map(|_| wrong_id.clone())}
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
