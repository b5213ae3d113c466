//! What follows from the facts: ids, strengths, what each rests on, sources with their marks.

use yew::prelude::*;

use crate::{
    law::{
        finding::{Finding, FindingKind},
        overview::Overview,
        source::Source,
    },
    view::{element::html, law_says::cite, result::freshness, rich::rich},
    words::{
        self, Speech,
        case_notes::{deadline_line, label, rests},
    },
};

/// Every claim in one line, told again whenever it changes.
pub fn in_short(overview: &Overview, speech: Speech) -> Html {
    let page = words::page(speech);
    let claims = overview.of_kind(FindingKind::Claim);
    let claims: Vec<String> = claims
        .map(|claim| {
            let strength = claim.shape.strength.map(|strength| strength.id()).unwrap_or_default();
            format!("{} {strength}", claim.id.id())
        })
        .collect();
    let says = if claims.is_empty() { page.desk_nothing.to_owned() } else { claims.join(" · ") };
    html! { <p class="desk-short" role="status">{ says }</p> }
}

/// Claims, then notes, then steps.
pub fn in_full(overview: &Overview, speech: Speech) -> Html {
    let page = words::page(speech);
    let part = |kind: FindingKind, heading: Option<&'static str>| {
        let found: Vec<&Finding> = overview.of_kind(kind).collect();
        if found.is_empty() {
            return html! {};
        }
        html! {
            <>
                if let Some(heading) = heading {
                    <h3>{ heading }</h3>
                }
                <ul class="found">{ for found.into_iter().map(|finding| one(finding, speech)) }</ul>
            </>
        }
    };
    html! {
        <>
            { freshness(overview.freshness, speech) }
            { part(FindingKind::Claim, None) }
            if !overview.deadlines.is_empty() {
                <h3>{ page.deadlines }</h3>
                <ul class="desk-list" data-part="deadlines">
                    { for overview.deadlines.iter().map(|it| html! { <li>{ deadline_line(it, speech) }</li> }) }
                </ul>
            }
            { part(FindingKind::Note, Some(page.notes)) }
            { part(FindingKind::Step, Some(page.next)) }
        </>
    }
}

fn one(finding: &Finding, speech: Speech) -> Html {
    let (page, words) = (words::page(speech), words::finding(finding.id, finding.shape, speech));
    let claim = finding.id.kind() == FindingKind::Claim;
    let strength = finding.shape.strength.map(|strength| strength.id());
    html! {
        <li data-finding={finding.id.id()} data-strength={strength}>
            <p class="found-id law">{ label(finding, speech) }</p>
            <p class="found-headline">{ words.headline }</p>
            if claim {
                if let Some(rests) = rests(finding, speech) {
                    <p class="found-rests">{ rests }</p>
                }
                <ul class="found-sources">{ for finding.id.sources().iter().map(|one| source(one, speech)) }</ul>
            }
            <details class="open-up open-up-inline" data-open-up="words">
                <summary>{ page.desk_words }<span class="unseen">{ ": " }{ finding.id.id() }</span></summary>
                <div class="open-up-in flow">
                    if let Some(lead) = words.lead {
                        <p><b>{ lead }</b></p>
                    }
                    { rich(words.say, speech) }
                    { for words.views.into_iter().flatten().chain(words.do_this).chain(words.law).map(|text| rich(text, speech)) }
                </div>
            </details>
        </li>
    }
}

fn source(one: Source, speech: Speech) -> Html {
    let checked = words::date(one.facts().checked, speech.language);
    html! { <li>{ cite(one, speech) }{ format!(" [{}, {checked}]", one.facts().mark.id()) }</li> }
}
