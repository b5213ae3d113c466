//! What to do next: at most three steps, one of them the main one; the rest folded away.

use yew::prelude::*;

use super::{contact, phone, result::row, rich::rich, state::State, write::Desk};
use crate::{
    law::{
        date::Date,
        finding::{Finding, FindingKind, Nation},
    },
    words::{self, letter},
};

/// How many steps stand in sight.
const IN_SIGHT: usize = 3;

/// The steps.
pub fn view(state: &State, today: Date, desk: &Desk) -> Html {
    let now = state.interview.nation_now();
    let page = words::page(desk.speech);
    let steps: Vec<&Finding> = desk.assessment.of_kind(FindingKind::Step).collect();
    if steps.is_empty() {
        return html! {};
    }
    let one = |step: &Finding, main: bool| one(step, main, now, desk, call(step, state, today, desk));
    let (first, more) = steps.split_at(steps.len().min(IN_SIGHT));
    let inside = html! {
        <>
            <ol class="next">
                { for first.iter().enumerate().map(|(place, step)| one(step, place == 0)) }
            </ol>
            if !more.is_empty() {
                <details class="open-up open-up-alone" data-open-up="more">
                    <summary>{ page.next_more }</summary>
                    <ul class="next next-rest">{ for more.iter().map(|step| one(step, false)) }</ul>
                </details>
            }
        </>
    };
    row("next", page.next, inside)
}

/// What to say, where the step is to ring somebody.
fn call(step: &Finding, state: &State, today: Date, desk: &Desk) -> Html {
    match desk.standing(step) {
        Some(standing) if letter::is_call(step.id) => {
            phone::view(&state.writing, &state.writing.telling(standing, desk.speech), today)
        }
        _ => html! {},
    }
}

fn one(step: &Finding, main: bool, now: Option<Nation>, desk: &Desk, call: Html) -> Html {
    let speech = desk.speech;
    let contacts = if main { contact::helping(step, now, speech) } else { vec![] };
    // The same step may stand for two nations.
    let key = format!("{}-{}", step.id.id(), step.shape.nation.map_or("", Nation::id));
    let words = words::finding(step.id, step.shape, speech);
    html! {
        <li class={classes!(main.then_some("next-main"))} data-finding={step.id.id()} {key}>
            <div class="flow">
                <h3>{ words.headline }</h3>
                { rich(words.say, speech) }
                if let Some(do_this) = words.do_this {
                    { rich(do_this, speech) }
                }
                { desk.buttons(step, main) }
                if !contacts.is_empty() {
                    <ul class="contacts">{ for contacts.into_iter().map(|it| contact::view(it, speech)) }</ul>
                }
                { call }
            </div>
        </li>
    }
}
