//! Good to know: what adds to the claims, each by its headline, to be opened.

use yew::prelude::*;

use super::{element::html, law_says::cites, result::row, rich::rich};
use crate::{
    law::{
        assessment::Assessment,
        finding::{Finding, FindingKind},
    },
    words::{self, Speech},
};

/// The notes.
pub fn view(assessment: &Assessment, speech: Speech) -> Html {
    let notes: Vec<Html> = assessment.of_kind(FindingKind::Note).map(|note| one(note, speech)).collect();
    if notes.is_empty() {
        return html! {};
    }
    row("notes", words::page(speech).notes, html! { <ul class="notes">{ for notes }</ul> })
}

fn one(note: &Finding, speech: Speech) -> Html {
    let words = words::finding(note.id, note.shape, speech);
    html! {
        <li data-finding={note.id.id()} key={note.id.id()}>
            <details class="open-up open-up-inline prints" data-open-up="note">
                <summary><h3>{ words.headline }</h3></summary>
                <div class="open-up-in flow">
                    { rich(words.say, speech) }
                    { cites(note, &mut Vec::new(), speech) }
                </div>
            </details>
        </li>
    }
}
