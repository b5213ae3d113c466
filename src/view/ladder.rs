//! The ladder from key worker to court: each step with its clock, and the court's clock beside them all.

use yew::prelude::*;

use super::{
    deadlines::by_when,
    drawing::drawing,
    element::{classes, html},
    next::{self, Telling},
    rich::rich,
};
use crate::{
    law::{
        date::Date,
        deadline::urgency,
        finding::Urgency,
        picture::rungs::{Clock, CourtClock, Ladder, Rung},
    },
    words::{self, Speech, fill},
};

/// The ladder: its first steps in full, the next ones by their headline, to be opened.
pub fn view(ladder: &Ladder, telling: &Telling) -> Html {
    let Telling { today, speech, .. } = *telling;
    let page = words::page(speech);
    let (first, rest) = ladder.rungs.split_at(ladder.rungs.len().min(Ladder::FIRST));
    html! {
        <div class={classes!("ladder", ladder.court.map(|_| "ladder-court"))} data-picture="ladder">
            { court(ladder.court, speech) }
            <ol class="next">
                { for first.iter().enumerate().map(|(place, rung)| {
                    next::one(rung.step, place == 0, clock(rung.clock, today, speech), telling)
                }) }
            </ol>
            if !rest.is_empty() {
                <p class="ladder-rest"><b>{ page.ladder_rest }</b></p>
                <ol class="next rungs" start={(first.len() + 1).to_string()}>
                    { for rest.iter().map(|it| rung(it, telling)) }
                </ol>
            }
        </div>
    }
}

fn rung(rung: &Rung, telling: &Telling) -> Html {
    let Telling { today, speech, .. } = *telling;
    let step = rung.step;
    html! {
        <li data-finding={step.id.id()} key={next::key(step)}>
            <div>
                <details class="open-up" data-open-up="rung">
                    <summary><h3>{ words::finding(step.id, step.shape, speech).headline }</h3></summary>
                    <div class="open-up-in flow">{ next::says(step, false, telling) }</div>
                </details>
                { clock(rung.clock, today, speech) }
            </div>
        </li>
    }
}

/// Where the court's clock starts.
fn court(court: Option<CourtClock>, speech: Speech) -> Html {
    let page = words::page(speech);
    let says = match court {
        None => return html! {},
        Some(CourtClock::NoDate) => page.ladder_no_date.to_owned(),
        Some(CourtClock::Running(deadline)) => {
            let says = if deadline.approximate { page.ladder_from_about } else { page.ladder_from };
            fill(says, &[("date", &words::date(deadline.start, speech.language))])
        }
    };
    html! { <p class="ladder-start">{ says }</p> }
}

/// How much time there is for a step: by the date where it is known.
fn clock(clock: Option<Clock>, today: Date, speech: Speech) -> Html {
    let page = words::page(speech);
    let says = match clock {
        None => return html! {},
        Some(Clock::TwelveMonths(Some(deadline))) => {
            html! { <p><strong>{ by_when(&deadline, today, speech) }</strong></p> }
        }
        // Not the words of its deadline: the step has them for its headline.
        Some(Clock::Promptly(Some(deadline))) => {
            let late = urgency(deadline.safe, today) == Urgency::PerhapsLate;
            let says = if late { page.deadline_late } else { page.clock_court };
            html! { <p><strong>{ fill(says, &[("date", &words::date(deadline.safe, speech.language))]) }</strong></p> }
        }
        Some(Clock::Today) => rich(page.clock_today, speech),
        Some(Clock::FourteenDays) => rich(page.clock_fourteen_days, speech),
        Some(Clock::AnyTime) => rich(page.clock_any_time, speech),
        Some(Clock::TwelveMonths(None)) => rich(page.clock_twelve_months, speech),
        Some(Clock::Promptly(None)) => rich(page.clock_promptly, speech),
        Some(Clock::OneMonth) => rich(page.clock_one_month, speech),
    };
    html! { <div class="clock">{ drawing!("clock") }<div>{ says }</div></div> }
}
