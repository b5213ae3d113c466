//! The picture of who owes the right: two bodies, one duty, and what it costs. All of it is text.

use yew::prelude::*;

use super::{drawing::drawing, element::html, result::row};
use crate::{
    law::{
        finding::{Nation, Timing},
        picture::owed::{Owed, Price},
    },
    words::{self, Speech},
};

/// The two bodies and you.
pub fn view(owed: &Owed, speech: Speech) -> Html {
    let page = words::page(speech);
    let nhs = match owed.bodies {
        Some(Nation::England) => page.nhs_england,
        Some(Nation::Wales) => page.nhs_wales,
        _ => page.nhs_either,
    };
    let aftercare = match owed.timing {
        Timing::Now => page.aftercare,
        Timing::OnLeaving => page.aftercare_on_leaving,
        Timing::OnRelease => page.aftercare_on_release,
    };
    let pay = owed.price.map(|price| match price {
        Price::Nothing => page.you_pay,
        Price::ProbablyNothing => page.you_should_pay,
    });
    let inside = html! {
        <figure class="bodies" data-picture="owed">
            <div class="bodies-pair">
                <p class="bodies-one">{ drawing!("nhs") }<b>{ page.nhs }</b><span>{ nhs }</span></p>
                <p class="bodies-one">{ drawing!("council") }<b>{ page.council }</b><span>{ page.council_more }</span></p>
            </div>
            { drawing!("join") }
            <div class="bodies-you">
                <div><h3>{ aftercare }</h3><p>{ page.aftercare_more }</p></div>
                if let Some(pay) = pay {
                    <p class="bodies-pay">{ pay }{ " " }<b>{ "£0" }</b>{ " " }{ page.for_it }</p>
                }
            </div>
            <figcaption class="caption">{ page.bodies_caption }</figcaption>
        </figure>
    };
    row("means", page.means, inside)
}
