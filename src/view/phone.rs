//! What to say on the phone: lines to read out, and what to write down. Folded away until it is wanted.

use yew::prelude::*;

use super::{element::html, writing::Writing};
use crate::{
    law::date::Date,
    words::{
        self,
        letter::{self, Piece, Telling},
    },
};

/// The lines, with what has been typed into letters so far.
pub fn view(writing: &Writing, telling: &Telling, today: Date) -> Html {
    let page = words::page(telling.speech);
    let call = letter::call(telling);
    let line = |pieces: &Vec<Piece>| {
        letter::text(pieces, |gap| {
            let filled = writing.filled(gap, telling, today);
            if filled.trim().is_empty() { letter::empty(gap, telling) } else { filled }
        })
    };
    html! {
        <details class="open-up open-up-alone" data-open-up="phone">
            <summary>{ page.phone }</summary>
            <div class="open-up-in flow phone">
                <p><b>{ page.phone_say }</b></p>
                <ol class="bullets">{ for call.say.iter().map(|it| html! { <li class="say">{ line(it) }</li> }) }</ol>
                <p><b>{ page.phone_note }</b></p>
                <ul class="bullets">{ for call.note.iter().map(|it| html! { <li>{ line(it) }</li> }) }</ul>
            </div>
        </details>
    }
}
