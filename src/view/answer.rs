//! The answer: the claims, each in its strength's own words.

use yew::prelude::*;

use super::{
    contents,
    drawing::drawing,
    element::html,
    original,
    result::{freshness, is_right, strength_id},
    rich::rich,
    state::Action,
    strength,
    write::Offers,
};
use crate::{
    law::{
        date::{Freshness, LAW_CHECKED},
        finding::{Finding, Topic},
    },
    words::{self, FindingWords, Rich, Speech, fill},
};

/// The first claim as the answer; what else is on the page; the other claims.
pub fn view(offers: &Offers, contents: Html) -> Html {
    let Offers { assessment, speech, on, .. } = *offers;
    let mut claims = assessment.claims();
    let Some(first) = claims.next() else { return html! {} };
    let told = &mut vec![];
    html! {
        <section class="row answer" aria-labelledby="heading" key="answer">
            <div class="row-side">{ beside(first, speech) }</div>
            <div class="row-main">
                <button type="button" class="back" data-action="back" onclick={on.reform(|_| Action::Back)}>
                    { words::page(speech).back }
                </button>
                { freshness(assessment.freshness, speech) }
                { answer(first, assessment.freshness, told, offers) }
                { contents }
                { for claims.map(|claim| also(claim, told, offers)) }
            </div>
        </section>
    }
}

/// Where there is a right, the two strands that the whole result hangs on.
fn beside(claim: &Finding, speech: Speech) -> Html {
    let page = words::page(speech);
    if !is_right(claim) {
        return html! {};
    }
    html! {
        <div class="sweep-in" aria-hidden="true">
            { drawing!("sweep") }
            <span class="sweep-name sweep-name-a">{ page.nhs_short }</span>
            <span class="sweep-name sweep-name-b">{ page.council_short }</span>
        </div>
    }
}

fn answer(claim: &Finding, freshness: Freshness, told: &mut Vec<Rich>, offers: &Offers) -> Html {
    let speech = offers.speech;
    let (page, words) = (words::page(speech), words::finding(claim.id, claim.shape, speech));
    let kicker = match freshness {
        Freshness::Current | Freshness::ReviewDue => page.result.to_owned(),
        Freshness::Stale => {
            fill(page.as_the_law_stood, &[("date", &words::date(LAW_CHECKED, speech.language))])
        }
    };
    html! {
        <div data-finding={claim.id.id()} data-strength={strength_id(claim)}>
            { claim.shape.strength.map(strength::mark) }
            <p class="kicker">{ kicker }</p>
            <h1 id="heading" tabindex="-1">{ words.headline }</h1>
            { original::headline(claim, speech) }
            <div class="answer-says flow">{ rich(words.say, speech) }</div>
            { views(words, speech) }
            { do_this(words, told, speech) }
            { offers.buttons(claim, false) }
        </div>
    }
}

/// Another claim, such as whether the right has ended.
fn also(claim: &Finding, told: &mut Vec<Rich>, offers: &Offers) -> Html {
    let speech = offers.speech;
    let words = words::finding(claim.id, claim.shape, speech);
    html! {
        <div class="also flow" data-finding={claim.id.id()} data-strength={strength_id(claim)} key={claim.id.id()}>
            { about(claim, speech).map(|about| html! { <p class="kicker">{ about }</p> }) }
            <div class="also-name">{ claim.shape.strength.map(strength::mark) }<h2 id={contents::heading(claim.id.id())} tabindex="-1">{ words.headline }</h2></div>
            { original::headline(claim, speech) }
            { lead(words) }
            { rich(words.say, speech) }
            { views(words, speech) }
            { do_this(words, told, speech) }
            { offers.buttons(claim, false) }
        </div>
    }
}

/// What the claim is about. Of the right and its ending, the headline says so.
pub fn about(claim: &Finding, speech: Speech) -> Option<&'static str> {
    let page = words::page(speech);
    Some(match claim.id.topic() {
        Topic::Right | Topic::Ending | Topic::Steps => return None,
        Topic::Council => page.topic_council,
        Topic::Nhs => page.topic_nhs,
        Topic::Dispute => page.topic_dispute,
        Topic::Charge => page.topic_charge,
        Topic::Home => page.topic_home,
        Topic::What => page.topic_what,
        Topic::DirectPayment => page.topic_dp,
    })
}

/// Where the right that a claim rests on is uncertain: said before its text.
fn lead(words: &'static FindingWords) -> Html {
    match words.lead {
        Some(lead) => html! { <p><b>{ lead }</b></p> },
        None => html! {},
    }
}

/// Where experts disagree: both views, side by side.
fn views(words: &'static FindingWords, speech: Speech) -> Html {
    let Some([one, other]) = words.views else { return html! {} };
    let page = words::page(speech);
    html! {
        <ul class="two-views">
            <li><p><b>{ page.one_view }</b></p>{ rich(one, speech) }</li>
            <li><p><b>{ page.other_view }</b></p>{ rich(other, speech) }</li>
        </ul>
    }
}

/// The one thing to do. What an earlier claim said already is not said again.
fn do_this(words: &'static FindingWords, told: &mut Vec<Rich>, speech: Speech) -> Html {
    let Some(do_this) = words.do_this.filter(|do_this| !told.contains(do_this)) else { return html! {} };
    told.push(do_this);
    html! {
        <div class="do-this"><p><b>{ words::page(speech).do_this }</b></p>{ rich(do_this, speech) }</div>
    }
}
