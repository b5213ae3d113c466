//! A letter on a screen of its own: fields for its gaps, the paper, and what to do with it. Nothing is sent from here.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    browser,
    copy::Copy,
    download,
    drawing::drawing,
    element::html,
    fields, paper, phone,
    result::freshness,
    rich::rich,
    state::{Action, Open, State},
    writing::Sheet,
};
use crate::{
    law::date::{Date, Freshness},
    words::{self, Speech, fill, letter},
};

/// The letter.
pub fn view(state: &State, open: Open, today: Date, speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    let telling = state.writing.telling(open.standing, speech);
    let sheet = Rc::new(state.writing.sheet(open.letter, telling, today));
    let words = words::letter(open.letter, telling.in_language(speech.language).speech);
    // Enter in a field is no wish to send anything anywhere.
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    html! {
        <div class="page letter-page" data-screen="letter" data-letter={open.letter.id()}>
            <div class="letter-head">
                <button type="button" class="back" data-action="back" onclick={on.reform(|_| Action::Back)}>
                    { page.letter_back }
                </button>
                { freshness(Freshness::on(today), speech) }
                <h1 id="heading" tabindex="-1">{ words.title }</h1>
                <p class="lead">{ words.when }</p>
                <div class="letter-lead">{ rich(page.letter_lead, speech) }</div>
            </div>
            <form class="letter" autocomplete="off" novalidate=true method="dialog" {onsubmit}>
                { fields::view(&sheet, speech.language, on) }
                <div class="letter-sheet">
                    { left(&sheet, speech) }
                    { paper::view(&sheet, speech.language, on) }
                    { to_do(&sheet, speech) }
                    { foot(state, open, &sheet, speech) }
                    { phone::view(&state.writing, &telling.in_language(speech.language), today) }
                </div>
            </form>
        </div>
    }
}

/// How many gaps are left.
fn left(sheet: &Sheet, speech: Speech) -> Html {
    let page = words::page(speech);
    let count = sheet.left();
    let says = match count {
        0 => page.letter_left_none.to_owned(),
        1 => page.letter_left_one.to_owned(),
        _ => fill(page.letter_left, &[("count", &count.to_string())]),
    };
    html! {
        <p class="letter-left" data-left={count.to_string()}>
            <b>{ says }</b>
            if count > 0 {
                { " " }{ page.letter_left_more }
            }
        </p>
    }
}

/// Copy it, print it, keep it as a file.
fn to_do(sheet: &Sheet, speech: Speech) -> Html {
    let page = words::page(speech);
    let text = sheet.plain_text();
    html! {
        <>
            <div class="buttons letter-do">
                <Copy {text} label={page.copy_letter} main=true {speech} />
                <button type="button" class="button button-second" data-action="print" onclick={Callback::from(|_| browser::print())}>
                    { drawing!("print") }{ " " }{ page.letter_print }
                </button>
            </div>
            { download::view(page.file_letter, "", sheet.document(), sheet.telling.speech.language, speech) }
        </>
    }
}

/// For the writer alone: what was assumed, and what to do beside sending it.
fn foot(state: &State, open: Open, sheet: &Sheet, speech: Speech) -> Html {
    let page = words::page(speech);
    let notes = letter::foot(open.letter, &sheet.telling.in_language(speech.language));
    let unsure = state.interview.trail().into_iter().filter(|answer| answer.is_unsure());
    let unsure: Vec<&str> = unsure.map(|answer| words::question(answer.question, speech).ask).collect();
    html! {
        <section class="letter-foot flow" aria-labelledby="letter-foot">
            <h2 id="letter-foot">{ page.letter_foot }</h2>
            <p>{ page.letter_foot_more }</p>
            <ul class="bullets">{ for notes.into_iter().map(|note| html! { <li>{ note }</li> }) }</ul>
            if !unsure.is_empty() {
                <p>{ page.letter_unsure }</p>
                <ul class="bullets">{ for unsure.into_iter().map(|ask| html! { <li>{ ask }</li> }) }</ul>
            }
        </section>
    }
}
