//! Sheets to print and write on: a meeting, and a diary. Nothing is typed into them.

mod diary;
mod meeting;

use yew::prelude::*;

use super::{
    browser,
    drawing::drawing,
    state::{Action, Sheet, State},
};
use crate::{
    law::{assessment::Assessment, date::Date, finding::FindingId},
    view::element::html,
    words::{self, Speech, fill},
};

/// The sheets that this result offers.
pub fn of(state: &State) -> Vec<Sheet> {
    let meeting = state.interview.meeting().map(|_| Sheet::Meeting);
    meeting.into_iter().chain([Sheet::Diary]).collect()
}

/// The sheet that helps with a step.
pub fn of_step(state: &State, step: FindingId) -> Option<Sheet> {
    let sheet = match step {
        FindingId::PrepareReview => Sheet::Meeting,
        FindingId::KeepProof => Sheet::Diary,
        _ => return None,
    };
    of(state).contains(&sheet).then_some(sheet)
}

/// The button that opens a sheet.
pub fn open(sheet: Sheet, speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    let (id, name) = match sheet {
        Sheet::Meeting => ("meeting", page.sheet_meeting),
        Sheet::Diary => ("diary", page.sheet_diary),
    };
    html! {
        <button
            type="button"
            class="button button-second"
            data-sheet={id}
            onclick={on.reform(move |_| Action::OpenSheet(sheet))}
            key={id}
        >
            { name }
        </button>
    }
}

/// A sheet on the screen, as it will be on paper.
pub fn view(
    sheet: Sheet,
    state: &State,
    assessment: &Assessment,
    today: Date,
    speech: Speech,
    on: &Callback<Action>,
) -> Html {
    let page = words::page(speech);
    let (id, how, inside) = match sheet {
        Sheet::Meeting => ("meeting", page.meeting_how, meeting::view(state, assessment, speech)),
        Sheet::Diary => ("diary", page.diary_how, diary::view(state, speech)),
    };
    html! {
        <div class="page sheet-page" data-screen={id} key={id}>
            <div class="sheet-bar">
                <button type="button" class="back" data-action="back" onclick={on.reform(|_| Action::Back)}>
                    { page.sheet_back }
                </button>
                <p>{ how }</p>
                <div class="buttons">
                    <button type="button" class="button" data-action="print" onclick={Callback::from(|_| browser::print())}>
                        { drawing!("print") }{ " " }{ page.print }
                    </button>
                </div>
            </div>
            <article class="sheet" aria-labelledby="heading">
                { inside }
                { made(assessment, today, speech) }
            </article>
        </div>
    }
}

/// From when the sheet is, and by which version of the checker.
fn made(assessment: &Assessment, today: Date, speech: Speech) -> Html {
    let page = words::page(speech);
    let made = fill(page.sheet_made, &[("date", &words::date(today, speech.language))]);
    let version = fill(page.sheet_version, &[("version", env!("CARGO_PKG_VERSION"))]);
    html! {
        <>
            { super::result::freshness(assessment.freshness, speech) }
            <p class="sheet-made">{ made }{ " " }{ version }</p>
        </>
    }
}

/// A part of a sheet under its heading.
fn part(name: &'static str, heading: &'static str, inside: Html) -> Html {
    let id = format!("sheet-{name}");
    html! {
        <section class="sheet-part" data-part={name} aria-labelledby={id.clone()} key={name}>
            <h2 {id}>{ heading }</h2>
            { inside }
        </section>
    }
}

/// Something to fill in by hand, with so many lines to write on.
fn blank(name: &'static str, lines: usize) -> Html {
    html! { <div class="write"><p>{ name }</p>{ ruled(lines) }</div> }
}

/// Lines to write on.
fn ruled(lines: usize) -> Html {
    html! { <div class="ruled" aria-hidden="true">{ for (0..lines).map(|_| html! { <span></span> }) }</div> }
}

/// Something to tick by hand.
fn tick(says: &'static str) -> Html {
    html! { <li><span class="box" aria-hidden="true"></span><p>{ says }</p></li> }
}
