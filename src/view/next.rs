//! What to do next: the ladder of steps, at most three of them in full, one of them the main one; the others folded
//! away.

use yew::prelude::*;

use super::{
    contact,
    element::{classes, html},
    ladder, phone,
    result::row,
    rich::rich,
    sheets,
    state::State,
    write::Offers,
};
use crate::{
    law::{
        date::Date,
        finding::{Finding, FindingKind, Nation},
        picture::rungs::Ladder,
    },
    words::{self, Speech, letter},
};

/// What a step is told with, beside its own words.
pub struct Telling<'a> {
    pub state: &'a State,
    pub today: Date,
    pub speech: Speech,
    pub offers: &'a Offers<'a>,
}

/// The steps.
pub fn view(state: &State, today: Date, offers: &Offers) -> Html {
    let speech = offers.speech;
    let steps: Vec<&Finding> = offers.assessment.of_kind(FindingKind::Step).collect();
    if steps.is_empty() {
        return html! {};
    }
    let page = words::page(speech);
    let telling = Telling { state, today, speech, offers };
    let ladder = Ladder::new(&steps, &state.interview.deadlines(today), today);
    let inside = html! {
        <>
            { ladder::view(&ladder, &telling) }
            if !ladder.beside.is_empty() {
                <details class="open-up open-up-alone prints" data-open-up="more">
                    <summary>{ page.next_more }</summary>
                    <ul class="next next-rest">{ for ladder.beside.iter().map(|step| one(step, false, html! {}, &telling)) }</ul>
                </details>
            }
        </>
    };
    row("next", page.next, inside)
}

/// A step in full, with how much time there is for it.
pub fn one(step: &Finding, main: bool, clock: Html, telling: &Telling) -> Html {
    html! {
        <li class={classes!(main.then_some("next-main"))} data-finding={step.id.id()} key={key(step)}>
            <div class="flow">
                <h3>{ words::finding(step.id, step.shape, telling.speech).headline }</h3>
                { clock }
                { says(step, main, telling) }
            </div>
        </li>
    }
}

/// The same step may stand for two nations.
pub fn key(step: &Finding) -> String {
    format!("{}-{}", step.id.id(), step.shape.nation.map_or("", Nation::id))
}

/// What a step says under its headline.
pub fn says(step: &Finding, main: bool, telling: &Telling) -> Html {
    let Telling { state, today, speech, offers } = *telling;
    let now = state.interview.nation_now();
    let contacts = if main { contact::helping(step, now, speech) } else { vec![] };
    let words = words::finding(step.id, step.shape, speech);
    html! {
        <>
            { rich(words.say, speech) }
            if let Some(do_this) = words.do_this {
                { rich(do_this, speech) }
            }
            { offers.buttons(step, main) }
            if !contacts.is_empty() {
                <ul class="contacts">{ for contacts.into_iter().map(|it| contact::view(it, true, speech)) }</ul>
            }
            if let Some(sheet) = sheets::of_step(state, step.id) {
                <div class="buttons">{ sheets::open(sheet, speech, offers.on) }</div>
            }
            { call(step, state, today, offers) }
        </>
    }
}

/// What to say, where the step is to ring somebody.
fn call(step: &Finding, state: &State, today: Date, offers: &Offers) -> Html {
    match offers.standing(step) {
        Some(standing) if letter::is_call(step.id) => {
            phone::view(&state.writing, &state.writing.telling(standing, offers.speech), today)
        }
        _ => html! {},
    }
}
