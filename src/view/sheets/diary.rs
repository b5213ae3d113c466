//! The diary of calls and letters, and the list of what to keep as proof.

use yew::prelude::*;

use super::part;
use crate::{
    law::evidence::Evidence,
    view::{element::html, state::State},
    words::{self, Speech},
};

/// As many entries as fill a page of A4.
const ENTRIES: usize = 9;

/// The sheet.
pub fn view(state: &State, speech: Speech) -> Html {
    let page = words::page(speech);
    let cells = [page.diary_day, page.diary_time, page.diary_who, page.diary_said, page.diary_next];
    // The empty entries say nothing to those who hear the page.
    let entry = |place: usize| {
        html! {
            <li class="cells" aria-hidden={(place > 0).then_some("true")}>
                { for cells.map(|name| html! { <p>{ name }</p> }) }
            </li>
        }
    };
    html! {
        <>
            <header class="sheet-head"><h1 id="heading" tabindex="-1">{ page.diary_name }</h1></header>
            <ol class="diary">{ for (0..ENTRIES).map(entry) }</ol>
            <div class="sheet-break">{ proof(&state.interview.evidence(), speech) }</div>
        </>
    }
}

fn proof(keep: &[Evidence], speech: Speech) -> Html {
    let page = words::page(speech);
    let item = |it: &Evidence| {
        html! {
            <li>
                <span class="box" aria-hidden="true"></span>
                <p>{ name(*it, speech) }</p>
                <p class="asked">{ page.proof_asked }</p>
            </li>
        }
    };
    let inside =
        html! { <><p>{ page.proof_more }</p><ul class="ticks proof">{ for keep.iter().map(item) }</ul></> };
    part("proof", page.proof, inside)
}

fn name(evidence: Evidence, speech: Speech) -> &'static str {
    let page = words::page(speech);
    match evidence {
        Evidence::SectionPapers => page.proof_section_papers,
        Evidence::DischargeSummary => page.proof_discharge_summary,
        Evidence::Admissions => page.proof_admissions,
        Evidence::Plans => page.proof_plans,
        Evidence::Minutes => page.proof_minutes,
        Evidence::Names => page.proof_names,
        Evidence::Messages => page.proof_messages,
        Evidence::EndingLetters => page.proof_ending_letters,
        Evidence::Bills => page.proof_bills,
        Evidence::BankStatements => page.proof_bank_statements,
        Evidence::FinancialAssessment => page.proof_financial_assessment,
        Evidence::TopUpContract => page.proof_top_up,
        Evidence::Tenancy => page.proof_tenancy,
    }
}
