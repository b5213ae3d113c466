//! Dates to keep in mind: each with the day to act by, the most pressing first.

use yew::prelude::*;

use super::{
    law_says::cite,
    result::row,
    rich::rich,
    state::{Action, State},
};
use crate::{
    law::{
        date::Date,
        deadline::{Deadline, DeadlineId, urgency},
        fact::Question,
        finding::{Nation, Urgency},
        journey::Journey,
    },
    words::{self, Speech, fill},
};

/// The deadlines, or a way to give the dates that they count from.
pub fn view(state: &State, today: Date, speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    let deadlines = state.interview.deadlines(today);
    if deadlines.is_empty() && state.interview.journey() == Journey::Entitled {
        return html! {};
    }
    let dates = |label| {
        html! {
            <p>
                <button
                    type="button"
                    class="plain change"
                    data-change={Question::DatesGiven.id()}
                    onclick={on.reform(|_| Action::Change(Question::DatesGiven))}
                >
                    { label }
                </button>
            </p>
        }
    };
    let inside = if deadlines.is_empty() {
        html! { <><p>{ page.deadlines_none }</p>{ dates(page.deadlines_add) }</> }
    } else {
        html! {
            <>
                <p>{ page.deadlines_more }</p>
                <ol class="deadlines">{ for deadlines.iter().map(|deadline| one(deadline, today, speech)) }</ol>
                { dates(page.deadlines_change) }
            </>
        }
    };
    row("deadlines", page.deadlines, inside)
}

fn one(deadline: &Deadline, today: Date, speech: Speech) -> Html {
    let words = words::deadline(deadline.id, speech);
    let urgency = urgency(deadline.safe, today);
    let late = urgency == Urgency::PerhapsLate;
    let key = format!("{}-{}", deadline.id.id(), deadline.nation.map_or("", Nation::id));
    html! {
        <li class={classes!("flow", late.then_some("deadline-late"))} data-deadline={deadline.id.id()} data-urgency={urgency.id()} {key}>
            <h3>{ words.name }</h3>
            <p><b>{ by_when(deadline, today, speech) }</b></p>
            { rich(if late { words.late } else { words.says }, speech) }
            <p class="cites">{ cite(deadline.id.sources().deciding, speech) }</p>
        </li>
    }
}

/// The day to act by, and for the court what that means now.
pub fn by_when(deadline: &Deadline, today: Date, speech: Speech) -> String {
    let page = words::page(speech);
    let date = words::date(deadline.safe, speech.language);
    let says = match (urgency(deadline.safe, today), deadline.id) {
        (Urgency::PerhapsLate, _) => page.deadline_late,
        (Urgency::OverEightWeeks, DeadlineId::JudicialReview) => page.court_over_8_weeks,
        (Urgency::ThreeToEightWeeks, DeadlineId::JudicialReview) => page.court_3_to_8_weeks,
        (Urgency::UnderThreeWeeks, DeadlineId::JudicialReview) => page.court_under_3_weeks,
        _ => page.deadline_by,
    };
    let says = fill(says, &[("date", &date)]);
    if deadline.approximate { format!("{says} {}", page.deadline_about) } else { says }
}
