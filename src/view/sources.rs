//! Where this comes from: every source of the result once, with what it says and when it was checked. Folded
//! away: the law of each claim names its own.

use yew::prelude::*;

use super::{element::html, law_says::cite, result::row};
use crate::{
    law::{assessment::Assessment, source::Source},
    words::{self, Speech, fill},
};

/// The sources of all findings.
pub fn view(assessment: &Assessment, speech: Speech) -> Html {
    let page = words::page(speech);
    let all = all(assessment);
    let count = all.len().to_string();
    let inside = html! {
        <details class="open-up open-up-alone prints" data-open-up="sources">
            <summary>{ fill(page.sources_all, &[("count", &count)]) }</summary>
            <div class="open-up-in"><ul class="sources">{ for all.into_iter().map(|source| one(source, speech)) }</ul></div>
        </details>
    };
    row("sources", page.sources, inside)
}

/// Each source once, those of the claims first.
pub fn all(assessment: &Assessment) -> Vec<Source> {
    let mut all = Vec::new();
    for source in assessment.findings.iter().flat_map(|finding| finding.id.sources().iter()) {
        if !all.contains(&source) {
            all.push(source);
        }
    }
    all
}

fn one(source: Source, speech: Speech) -> Html {
    let words = words::source(source, speech);
    let checked = fill(
        words::page(speech).source_checked,
        &[("date", &words::date(source.facts().checked, speech.language))],
    );
    html! {
        <li key={source.facts().id}>
            <p class="sources-name">{ cite(source, speech) }</p>
            <p class="on-paper sources-address">{ words.address }</p>
            <p>{ words.says }</p>
            <p class="sources-date">{ words.copy }{ ". " }{ checked }</p>
        </li>
    }
}
