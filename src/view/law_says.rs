//! What the law says, in its own voice, with the way to read it.

use yew::prelude::*;

use super::{element::html, original, result::row, rich::rich};
use crate::{
    law::{assessment::Assessment, finding::Finding, source::Source},
    words::{self, Language, Speech},
};

/// The law behind each claim.
pub fn view(assessment: &Assessment, speech: Speech) -> Html {
    let mut cited = Vec::new();
    let inside = assessment.claims().map(|claim| about(claim, &mut cited, speech)).collect();
    row("law", words::page(speech).law, inside)
}

fn about(claim: &Finding, cited: &mut Vec<&'static str>, speech: Speech) -> Html {
    let words = words::finding(claim.id, claim.shape, speech);
    html! {
        <div class="law-says flow">
            if let Some(law) = words.law {
                { rich(law, speech) }
                { original::law(claim, speech) }
            }
            { cites(claim, cited, speech) }
        </div>
    }
}

/// The sources of a finding that have not been cited yet, as links. Two points may rest on one text.
pub fn cites(finding: &Finding, cited: &mut Vec<&'static str>, speech: Speech) -> Html {
    let mut links = Vec::new();
    for source in finding.id.sources().iter() {
        let title = words::source(source, speech).title;
        if !cited.contains(&title) {
            cited.push(title);
            links.push(html! { <li>{ cite(source, speech) }</li> });
        }
    }
    if links.is_empty() {
        html! {}
    } else {
        html! { <ul class="cites">{ for links }</ul> }
    }
}

/// A source by its title. It opens in a new tab: leaving this one would empty the screen.
pub fn cite(source: Source, speech: Speech) -> Html {
    let words = words::source(source, speech);
    let english = words::source(source, speech.in_language(Language::English));
    html! {
        <a class="cite" href={words.address} target="_blank" rel="noopener noreferrer">
            <span lang={original::lang(words.title, english.title, speech)}>{ words.title }</span><span class="unseen">{ " " }{ words::page(speech).new_tab }</span>
        </a>
    }
}
