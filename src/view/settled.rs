//! What is already certain while questions remain: said as soon as it is.

use yew::prelude::*;

use super::{
    adapter::{
        interview::Settled,
        words::{self, Speech},
    },
    state::State,
};

/// One line, or nothing.
pub fn view(state: &State, speech: Speech) -> Html {
    let page = words::page(speech);
    let Some(settled) = state.interview.settled() else { return html! {} };
    let says = match settled {
        Settled::QualifyingStay => page.settled_stay,
        Settled::Right(finding) => words::finding(finding.id, finding.shape(), speech).headline,
    };
    html! {
        <p class="settled"><b>{ page.settled }</b>{ " " }{ says }</p>
    }
}
