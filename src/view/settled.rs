//! What is already certain while questions remain: said as soon as it is.

use yew::prelude::*;

use super::{element::html, state::State};
use crate::{
    law::{assessment::Settled, remaining::Remaining},
    words::{self, Speech, fill},
};

/// One line, or nothing.
pub fn view(state: &State, remaining: Remaining, speech: Speech) -> Html {
    let page = words::page(speech);
    let Some(settled) = state.interview.settled() else { return html! {} };
    let one = remaining.most == 1;
    let says = match settled {
        Settled::QualifyingStay if one => page.settled_stay_one.to_owned(),
        Settled::QualifyingStay => page.settled_stay.to_owned(),
        Settled::Right(claim) => {
            let headline = words::finding(claim.id, claim.into(), speech).headline;
            let says = if one { page.settled_right_one } else { page.settled_right };
            fill(says, &[("headline", headline)])
        }
    };
    html! { <p class="settled"><b>{ page.settled }</b>{ " " }{ says }</p> }
}
