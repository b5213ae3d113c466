//! The picture of who owes the right: two bodies, one duty, nothing to pay. All of it is text.

use yew::prelude::*;

use super::{drawing::drawing, result::row, state::State};
use crate::{
    law::fact::{Answer, Question},
    words::{self, Speech},
};

/// The two bodies and you.
pub fn view(state: &State, speech: Speech) -> Html {
    let page = words::page(speech);
    let nation = state.interview.given(Question::NationNow).map(Answer::ids).unwrap_or_default();
    let nhs = match nation[..] {
        ["england"] => page.nhs_england,
        ["wales"] => page.nhs_wales,
        _ => page.nhs_either,
    };
    let inside = html! {
        <figure class="bodies">
            <div class="bodies-pair">
                <p class="bodies-one">{ drawing!("nhs") }<b>{ page.nhs }</b><span>{ nhs }</span></p>
                <p class="bodies-one">{ drawing!("council") }<b>{ page.council }</b><span>{ page.council_more }</span></p>
            </div>
            { drawing!("join") }
            <div class="bodies-you">
                <div><h3>{ page.aftercare }</h3><p>{ page.aftercare_more }</p></div>
                <p class="bodies-pay">{ page.you_pay }{ " " }<b>{ "£0" }</b>{ " " }{ page.for_it }</p>
            </div>
            <figcaption class="caption">{ page.bodies_caption }</figcaption>
        </figure>
    };
    row("means", page.means, inside)
}
