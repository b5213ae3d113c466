//! What the law says, in its own voice, with the way to read it.

use yew::prelude::*;

use super::{result::row, rich::rich};
use crate::{
    law::{assessment::Assessment, finding::Finding, source::Source},
    words::{self, Speech},
};

/// The law behind each claim.
pub fn view(assessment: &Assessment, speech: Speech) -> Html {
    let inside = assessment.claims().map(|claim| about(claim, speech)).collect();
    row("law", words::page(speech).law, inside)
}

fn about(claim: &Finding, speech: Speech) -> Html {
    let words = words::finding(claim.id, claim.shape, speech);
    html! {
        <div class="law-says flow">
            if let Some(law) = words.law {
                { rich(law, speech) }
            }
            { cites(claim, speech) }
        </div>
    }
}

/// The sources of a finding, as links.
pub fn cites(finding: &Finding, speech: Speech) -> Html {
    let cites = finding.id.sources().iter().map(|source| html! { <li>{ cite(source, speech) }</li> });
    html! { <ul class="cites">{ for cites }</ul> }
}

/// A source by its title. It opens in a new tab: leaving this one would empty the screen.
pub fn cite(source: Source, speech: Speech) -> Html {
    let words = words::source(source, speech);
    html! {
        <a class="cite" href={words.address} target="_blank" rel="noopener noreferrer">
            { words.title }<span class="unseen">{ " " }{ words::page(speech).new_tab }</span>
        </a>
    }
}
