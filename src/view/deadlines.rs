//! Dates to keep in mind: each a card with the day to act by on a leaf of a calendar, the most pressing first.

use yew::prelude::*;

use super::{
    download::{self, File, Form},
    element::{classes, html},
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
    words::{self, Speech, calendar, fill},
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
    // Filled: the first that can still be kept.
    let first = deadlines.iter().position(|deadline| deadline.safe >= today);
    let inside = if deadlines.is_empty() {
        html! { <><p>{ page.deadlines_none }</p>{ dates(page.deadlines_add) }</> }
    } else {
        html! {
            <>
                <p>{ page.deadlines_more }</p>
                <ol class="deadlines">
                    { for deadlines.iter().enumerate().map(|(place, it)| one(it, Some(place) == first, today, speech)) }
                </ol>
                if first.is_some() {
                    <div class="buttons">{ add(Form::Button, page.calendar_add_all, None, deadlines, today, speech) }</div>
                    <p class="download-more">{ page.calendar_more }{ " " }{ page.calendar_not_saved }</p>
                }
                { dates(page.deadlines_change) }
            </>
        }
    };
    row("deadlines", page.deadlines, inside)
}

fn one(deadline: &Deadline, first: bool, today: Date, speech: Speech) -> Html {
    let (page, words) = (words::page(speech), words::deadline(deadline.id, speech));
    let urgency = urgency(deadline.safe, today);
    let late = urgency == Urgency::PerhapsLate;
    let key = format!("{}-{}", deadline.id.id(), deadline.nation.map_or("", Nation::id));
    let start = words::date(deadline.start, speech.language);
    html! {
        <li class={classes!(late.then_some("deadline-late"))} data-deadline={deadline.id.id()} data-urgency={urgency.id()} {key}>
            <div class="deadline-top">
                { leaf(deadline.safe, first, speech) }
                <div>
                    <h3>{ words.name }</h3>
                    <p><b>{ by_when(deadline, today, speech) }</b>{ " " }{ fill(page.deadline_counts, &[("date", &start)]) }</p>
                </div>
            </div>
            <div class="deadline-more">
                { rich(if late { words.late } else { words.says }, speech) }
                <p>{ cite(deadline.id.sources().deciding, speech) }</p>
                if !late {
                    <p>{ add(Form::Plain, page.calendar_add, Some(words.name), vec![*deadline], today, speech) }</p>
                    <details class="open-up open-up-inline" data-open-up="after">
                        <summary>{ page.deadline_after }</summary>
                        <div class="open-up-in flow">{ rich(words.late, speech) }</div>
                    </details>
                }
            </div>
        </li>
    }
}

/// The day as a leaf of a calendar. Only a picture: the words beside it say the same.
fn leaf(day: Date, first: bool, speech: Speech) -> Html {
    html! {
        <time class={classes!("leaf", first.then_some("leaf-first"))} datetime={day.to_string()} aria-hidden="true">
            <span class="leaf-says">{ words::page(speech).deadline_leaf }</span>
            <span class="leaf-day">{ day.day().to_string() }</span>
            <span class="leaf-month">{ words::month(day, speech.language) }</span>
            <span class="leaf-month">{ day.year().to_string() }</span>
        </time>
    }
}

/// A button that saves these as a calendar file. There is one only where a day is still to come.
fn add(
    form: Form,
    label: &'static str,
    about: Option<&'static str>,
    deadlines: Vec<Deadline>,
    today: Date,
    speech: Speech,
) -> Html {
    download::button(form, label, about, move || File {
        name: calendar::file_name(&deadlines, speech),
        media_type: calendar::MEDIA_TYPE,
        contents: calendar::calendar(&deadlines, today, speech).unwrap_or_default().into_bytes(),
    })
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
