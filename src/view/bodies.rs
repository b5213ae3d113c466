//! The picture of who owes the right: two bodies, one duty, nothing to pay. All of it is text.

use yew::prelude::*;

use super::{
    adapter::{
        interview::Assessment,
        words::{self, Speech},
    },
    drawing::drawing,
    result::{claims, row},
};
use crate::law::finding::Nation;

/// The two bodies and you.
pub fn view(assessment: &Assessment, speech: Speech) -> Html {
    let page = words::page(speech);
    let nation = claims(assessment).find_map(|claim| claim.nation);
    let nhs = match nation {
        Some(Nation::England) => page.nhs_england,
        Some(Nation::Wales) => page.nhs_wales,
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
