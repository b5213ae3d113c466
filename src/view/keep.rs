//! Keep this: on paper, copied as text, or saved. And a way to start again.

use yew::prelude::*;

use super::{
    browser,
    copy::Copy,
    download,
    drawing::drawing,
    element::html,
    result::row,
    sheet, sheets,
    state::{Action, State},
    whom::Outcome,
};
use crate::{
    law::date::Date,
    words::{self, Speech, document},
};

/// Print, copy, save, start again.
pub fn view(state: &State, outcome: &Outcome, today: Date, speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    // Whoever is shown it later needs all of it.
    let sheet = sheet::paragraphs(state, outcome, today, speech.in_full());
    let text = document::plain(page.sheet_name, &sheet);
    let inside = html! {
        <>
            <p>{ page.keep_more }</p>
            <div class="buttons">
                <button type="button" class="button button-second" data-action="print" onclick={Callback::from(|_| browser::print())}>
                    { drawing!("print") }{ " " }{ page.print }
                </button>
                <Copy {text} label={page.copy_result} {speech} />
            </div>
            { download::view(page.file_sheet, page.sheet_name, sheet, speech.language, speech) }
            <p>{ page.sheet_offer }</p>
            <div class="buttons">{ for sheets::of(state).into_iter().map(|sheet| sheets::open(sheet, speech, on)) }</div>
            <div class="buttons">
                <button type="button" class="plain" data-action="restart" onclick={on.reform(|_| Action::Clear)}>{ page.restart }</button>
            </div>
        </>
    };
    row("keep", page.keep, inside)
}
