//! The sheet for a section 117 meeting: what was told, what the law says, what to ask for, and room to write.

use yew::prelude::*;

use super::{blank, part, ruled, tick};
use crate::{
    law::{
        assessment::Assessment,
        finding::{Finding, Nation},
        meeting::{Ask, Kind, Meeting, Want},
    },
    view::{because::reasons, element::html, law_says::cites, rich::rich, state::State, strength},
    words::{self, Speech},
};

/// Rows for what was agreed.
const AGREED_ROWS: usize = 5;

/// With more claims than these, their headlines and sources fill the first page.
const QUOTED_CLAIMS: usize = 4;

/// Lines to write on under each of four headings: what the claims leave of the first page.
fn lines_beside(claims: usize) -> usize {
    match claims {
        0..=2 => 5,
        3..=QUOTED_CLAIMS => 3,
        _ => 1,
    }
}

/// Lines for the answer to each question: what the questions leave of the second page.
fn lines_for(questions: usize) -> usize {
    match questions {
        0..=4 => 4,
        5 | 6 => 2,
        _ => 1,
    }
}

/// The sheet.
pub fn view(state: &State, assessment: &Assessment, speech: Speech) -> Html {
    let page = words::page(speech);
    let Some(meeting) = state.interview.meeting() else { return html! {} };
    let kind = match meeting.kind {
        Kind::Review => page.meeting_review,
        Kind::BeforeLeaving => page.meeting_before_leaving,
        Kind::BeforeRelease => page.meeting_before_release,
        Kind::FindingOut => page.meeting_finding_out,
    };
    html! {
        <>
            <header class="sheet-head">
                <h1 id="heading" tabindex="-1">{ page.meeting_name }</h1>
                <p>{ kind }</p>
            </header>
            <div class="sheet-fields">{ blank(page.meeting_day, 1) }{ blank(page.meeting_place, 1) }</div>
            { before(speech) }
            { facts(state, assessment, speech) }
            { law(&meeting, assessment, speech) }
            { wants(&meeting, lines_beside(assessment.claims().count()), speech) }
            <div class="sheet-break">{ there(&meeting, speech) }</div>
            { asks(&meeting, speech) }
            { agreed(speech) }
        </>
    }
}

fn before(speech: Speech) -> Html {
    let page = words::page(speech);
    let ticks = [page.meeting_before_ask, page.meeting_before_plan, page.meeting_before_bring];
    part("before", page.meeting_before, html! { <ul class="ticks">{ for ticks.map(tick) }</ul> })
}

fn facts(state: &State, assessment: &Assessment, speech: Speech) -> Html {
    let reasons = reasons(state, assessment);
    let facts = reasons.iter().filter(|reason| Meeting::tells(reason.question));
    let facts =
        facts.map(|reason| html! { <li>{ words::told(reason.question, &reason.values, speech) }</li> });
    part(
        "facts",
        words::page(speech).meeting_facts,
        html! { <ul class="bullets sheet-two">{ for facts }</ul> },
    )
}

fn law(meeting: &Meeting, assessment: &Assessment, speech: Speech) -> Html {
    let page = words::page(speech);
    let mut cited = vec![];
    let quotes = assessment.claims().count() <= QUOTED_CLAIMS;
    let claims = assessment.claims().map(|claim| one(claim, quotes, &mut cited, speech)).collect::<Html>();
    let inside = html! {
        <>
            <ul class="sheet-law">{ claims }</ul>
            if meeting.charged {
                <p class="sheet-warning"><b>{ page.meeting_charge }</b></p>
            }
        </>
    };
    part("law", page.meeting_law, inside)
}

fn one(claim: &Finding, quotes: bool, cited: &mut Vec<&'static str>, speech: Speech) -> Html {
    let words = words::finding(claim.id, claim.shape, speech);
    html! {
        <li data-finding={claim.id.id()}>
            { claim.shape.strength.map(strength::mark) }
            <div>
                <p><b>{ words.headline }</b></p>
                if let (true, Some(law)) = (quotes, words.law) {
                    <div class="law">{ rich(law, speech) }</div>
                }
                { cites(claim, cited, speech) }
            </div>
        </li>
    }
}

fn wants(meeting: &Meeting, lines: usize, speech: Speech) -> Html {
    let page = words::page(speech);
    let want = |want: &Want| match want {
        Want::Sections => page.meeting_want_sections,
        Want::Answer => page.meeting_want_answer,
        Want::Plan => page.meeting_want_plan,
        Want::HelpOnTheDay => page.meeting_want_on_the_day,
        Want::LookAgain => page.meeting_want_look_again,
        Want::KeepGoing => page.meeting_want_keep_going,
        Want::ChargePaused => page.meeting_want_charge,
        Want::Assessment => page.meeting_want_assessment,
    };
    let write = [page.meeting_helps, page.meeting_stops, page.meeting_signs, page.meeting_change];
    let inside = html! {
        <>
            <p>{ page.meeting_wants_more }</p>
            <ul class="ticks sheet-two">{ for meeting.wants.iter().map(|it| tick(want(it))) }</ul>
            <div class="sheet-fields">{ for write.map(|name| blank(name, lines)) }</div>
        </>
    };
    part("wants", page.meeting_wants, inside)
}

fn asks(meeting: &Meeting, speech: Speech) -> Html {
    let page = words::page(speech);
    let responsible = match meeting.bodies {
        Some(Nation::England) => page.meeting_ask_responsible_england,
        Some(Nation::Wales) => page.meeting_ask_responsible_wales,
        _ => page.meeting_ask_responsible,
    };
    let ask = |ask: &Ask| match ask {
        Ask::Sections => page.meeting_ask_sections,
        Ask::Agree => page.meeting_ask_agree,
        Ask::Responsible => responsible,
        Ask::Plan => page.meeting_ask_plan,
        Ask::CarePlanWales => page.meeting_ask_care_plan_wales,
        Ask::OnTheDay => page.meeting_ask_on_the_day,
        Ask::BothDeciding => page.meeting_ask_both_deciding,
        Ask::NoLongerNeeded => page.meeting_ask_no_longer,
        Ask::IfItEnds => page.meeting_ask_if_it_ends,
        Ask::Meanwhile => page.meeting_ask_meanwhile,
        Ask::Charge => page.meeting_ask_charge,
        Ask::TopUp => page.meeting_ask_top_up,
        Ask::BothParts => page.meeting_ask_both_parts,
        Ask::DirectPayment => page.meeting_ask_direct_payment,
        Ask::Notes => page.meeting_ask_notes,
    };
    let lines = lines_for(meeting.asks.len());
    let asks = meeting.asks.iter().map(|it| html! { <li><p>{ ask(it) }</p>{ ruled(lines) }</li> });
    part("asks", page.meeting_asks, html! { <ol class="sheet-asks">{ for asks }</ol> })
}

fn there(meeting: &Meeting, speech: Speech) -> Html {
    let page = words::page(speech);
    let nhs = match meeting.bodies {
        Some(Nation::England) => page.meeting_there_nhs_england,
        Some(Nation::Wales) => page.meeting_there_nhs_wales,
        _ => page.meeting_there_nhs,
    };
    let rows = [nhs, page.meeting_there_council, page.meeting_there_me, page.meeting_there_others];
    let inside = html! { <div class="sheet-fields">{ for rows.map(|name| blank(name, 1)) }</div> };
    part("there", page.meeting_there, inside)
}

fn agreed(speech: Speech) -> Html {
    let page = words::page(speech);
    let names = [page.meeting_agreed_what, page.meeting_agreed_who, page.meeting_agreed_when];
    // The empty rows say nothing to those who hear the page.
    let row = |place: usize| {
        html! {
            <li class="cells" aria-hidden={(place > 0).then_some("true")}>
                { for names.map(|name| html! { <p>{ name }</p> }) }
            </li>
        }
    };
    part("agreed", page.meeting_agreed, html! { <ol class="agreed">{ for (0..AGREED_ROWS).map(row) }</ol> })
}
