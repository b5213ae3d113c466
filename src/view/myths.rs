//! “You may have heard …”: what is often said and is not so, where it touches what was found.

use yew::prelude::*;

use super::{element::html, law_says::cite, result::row, rich::rich};
use crate::{
    law::assessment::Assessment,
    words::{self, MythWords, Speech},
};

/// How many stand on one result.
const MOST: usize = 3;

/// Those that touch the first findings.
pub fn view(assessment: &Assessment, speech: Speech) -> Html {
    let myths = beside(assessment, speech);
    if myths.is_empty() {
        return html! {};
    }
    let one = |myth: &&'static MythWords| {
        html! {
            <li class="flow" data-myth={myth.myth} key={myth.myth}>
                <p class="myth">{ myth.myth }</p>
                { rich(myth.fact, speech) }
                <p class="cites">{ cite(myth.source, speech) }</p>
            </li>
        }
    };
    row(
        "myths",
        words::page(speech).myths,
        html! { <ul class="notes myths">{ for myths.iter().map(one) }</ul> },
    )
}

/// The myths beside these findings, in the order of the findings.
pub fn beside(assessment: &Assessment, speech: Speech) -> Vec<&'static MythWords> {
    let mut found: Vec<&'static MythWords> = vec![];
    for finding in &assessment.findings {
        for myth in words::myths(speech).iter().filter(|myth| myth.beside.contains(&finding.id)) {
            if !found.iter().any(|known| known.myth == myth.myth) {
                found.push(myth);
            }
        }
    }
    found.truncate(MOST);
    found
}
