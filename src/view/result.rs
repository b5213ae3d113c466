//! The result: one sentence first, then why, on what authority, and what to do.

use yew::prelude::*;

use super::{
    answer, because, bodies, changes, contents, deadlines,
    drawing::drawing,
    element::{classes, html},
    keep, law_says, myths, next, notes, onward, people, road,
    settings::Settings,
    sources,
    state::{Action, State},
    stays,
    whom::Outcome,
    write::Offers,
};
use crate::{
    law::{
        assessment::Assessment,
        date::{Date, Freshness, LAW_CHECKED},
        finding::{Finding, Strength, Topic},
    },
    words::{self, Speech, fill},
};

/// The result page.
pub fn view(
    state: &State,
    outcome: &Outcome,
    today: Date,
    settings: &Settings,
    speech: Speech,
    on: &Callback<Action>,
) -> Html {
    let Outcome { assessment, nearest } = outcome;
    let pictures = state.interview.pictures().unwrap_or_default();
    let right = assessment.claims().any(is_right);
    let nation = state.interview.nation_of_bodies();
    let offers = Offers { assessment, nation, speech, on };
    let page = words::page(speech);
    let because = because::view(state, assessment, speech, on);
    // The short version leaves out the law, the myths and the sources, and says so.
    let in_full = |part: fn(&Assessment, Speech) -> Html| {
        if speech.is_short() {
            html! {}
        } else {
            part(assessment, speech)
        }
    };
    let law = in_full(law_says::view);
    let next = next::view(state, today, &offers);
    let deadlines = deadlines::view(state, today, speech, on);
    let notes = notes::view(assessment, speech);
    let keep = keep::view(state, outcome, today, speech, on);
    let people = people::view(state, assessment, settings.helpline.as_ref(), speech);
    let parts = [
        ("because", page.because, &because),
        ("law", page.law, &law),
        ("next", page.next, &next),
        ("deadlines", page.deadlines, &deadlines),
        ("notes", page.notes, &notes),
        ("keep", page.keep, &keep),
        ("people", page.people, &people),
    ];
    let contents = contents::view(assessment, &parts, speech);
    html! {
        <div
            class={classes!("page", "result", (!right).then_some("no-right"), speech.is_short().then_some("short"))}
            data-screen="result"
        >
            { sheet_name(today, speech) }
            { answer::view(&offers, contents) }
            { because }
            { law }
            if let Some(owed) = &pictures.owed {
                { bodies::view(owed, speech) }
            }
            if let Some(stays) = &pictures.stays {
                { stays::view(stays, speech) }
            }
            if let Some(road) = &pictures.road {
                { road::view(road, speech) }
            }
            { changes::view(nearest, speech, on) }
            { next }
            { deadlines }
            { notes }
            { in_full(myths::view) }
            { because::assumed(state, speech, on) }
            { onward::view(state, speech, on) }
            { keep }
            { people }
            { in_full(sources::view) }
            if speech.is_short() {
                { left_out(speech, on) }
            }
        </div>
    }
}

/// What the short version leaves out, and the way to it.
fn left_out(speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    let inside = html! {
        <>
            <p>{ page.full_version_more }</p>
            <div class="buttons">
                <button type="button" class="button button-second" data-action="in-full" onclick={on.reform(|_| Action::TellAll)}>
                    { page.full_version_go }
                </button>
            </div>
        </>
    };
    row("in-full", page.full_version, inside)
}

/// Does this claim say that there is a right, or probably one?
pub fn is_right(claim: &Finding) -> bool {
    claim.id.topic() == Topic::Right && matches!(claim.shape.strength, Some(Strength::S1 | Strength::S2))
}

/// A row of the result: its heading hangs beside the text, as in the margin of an Act.
pub fn row(name: &'static str, heading: &'static str, inside: Html) -> Html {
    let id = contents::heading(name);
    html! {
        <section class="row" data-section={name} aria-labelledby={id.clone()} key={name}>
            <div class="row-side"><h2 {id} tabindex="-1">{ heading }</h2></div>
            <div class="row-main">{ inside }</div>
        </section>
    }
}

/// The attributes by which a finding is known, beside its words.
pub fn strength_id(finding: &Finding) -> Option<&'static str> {
    finding.shape.strength.map(Strength::id)
}

/// On paper: what this sheet is and from when.
fn sheet_name(today: Date, speech: Speech) -> Html {
    let page = words::page(speech);
    html! {
        <p class="on-paper sheet-name">
            <b>{ page.sheet_name }</b>{ " " }{ fill(page.sheet_made, &[("date", &words::date(today, speech.language))]) }
        </p>
    }
}

/// Past the review-by date: a check is due. Past the hard date: check before relying on anything.
pub fn freshness(freshness: Freshness, speech: Speech) -> Html {
    let page = words::page(speech);
    let (heading, says) = match freshness {
        Freshness::Current => return html! {},
        Freshness::ReviewDue => (page.review_due, page.review_due_more),
        Freshness::Stale => (page.stale, page.stale_more),
    };
    let date = words::date(LAW_CHECKED, speech.language);
    let due = words::date(crate::law::date::REVIEW_BY, speech.language);
    let with = [("date", date.as_str()), ("due", due.as_str())];
    html! {
        <div class="quiet-note" data-freshness={if freshness == Freshness::Stale { "stale" } else { "review-due" }}>
            { drawing!("clock") }
            <p><b>{ fill(heading, &with) }</b>{ " " }{ fill(says, &with) }</p>
        </div>
    }
}
