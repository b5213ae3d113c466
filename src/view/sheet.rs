//! The result as plain text, to copy into a message or a note.

use super::{
    because::reasons,
    changes,
    so_far::{labels, told},
    sources,
    state::State,
};
use crate::{
    law::{
        assessment::Assessment,
        date::{Date, Freshness, LAW_CHECKED, REVIEW_BY},
        finding::{Finding, FindingKind},
    },
    words::{self, Speech, fill},
};

/// The whole result.
pub fn text(state: &State, assessment: &Assessment, today: Date, speech: Speech) -> String {
    let page = words::page(speech);
    let date = words::date(LAW_CHECKED, speech.language);
    let mut parts = vec![format!(
        "{}\n{}",
        page.sheet_name,
        fill(page.sheet_made, &[("date", &words::date(today, speech.language))])
    )];
    if assessment.freshness == Freshness::Stale {
        parts.push(fill(page.as_the_law_stood, &[("date", &date)]));
    }
    parts.extend(assessment.claims().map(|claim| in_full(claim, speech)));
    parts.push(list(
        page.because,
        reasons(state, assessment).iter().map(|it| told(it.question, &it.values, speech)),
    ));
    let steps = assessment.of_kind(FindingKind::Step).map(|step| in_full(step, speech));
    parts.push(headed(page.next, steps));
    let nearest = state.interview.changes();
    let nearest = nearest.iter().take(3).filter_map(|it| changes::in_words(it, speech));
    parts.push(list(page.changes, nearest.map(|(if_so, then)| format!("{if_so} {then}"))));
    let notes = assessment.of_kind(FindingKind::Note).map(|note| in_full(note, speech));
    parts.push(headed(page.notes, notes));
    let answers = state.interview.trail();
    let answers = answers
        .iter()
        .map(|it| format!("{} {}", words::question(it.question, speech).ask, labels(*it, speech)));
    parts.push(list(page.all_answers, answers));
    let from = sources::all(assessment).into_iter().map(|source| {
        let words = words::source(source, speech);
        format!("{}: {}", words.title, words.address)
    });
    parts.push(list(page.sources, from));
    parts.push(format!(
        "{} {}\n{} {}",
        fill(page.law_checked, &[("date", &date)]),
        fill(page.next_check, &[("date", &words::date(REVIEW_BY, speech.language))]),
        page.not_reviewed,
        page.not_advice,
    ));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

fn in_full(finding: &Finding, speech: Speech) -> String {
    let words = words::finding(finding.id, finding.shape, speech);
    let mut text = format!("{}\n{}", words.headline, words::plain(words.say));
    for more in words.views.into_iter().flatten().chain(words.do_this).chain(words.law) {
        text = text + "\n\n" + &words::plain(more);
    }
    for contact in words.contacts {
        let words = words::contact(*contact, speech);
        let ways = [Some(words.name), words.phone, words.text, words.address];
        let ways: Vec<_> = ways.into_iter().flatten().collect();
        text = text + "\n- " + &ways.join(", ");
    }
    text
}

fn list(heading: &str, items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.map(|item| format!("- {item}")).collect();
    if items.is_empty() { String::new() } else { format!("{heading}\n{}", items.join("\n")) }
}

fn headed(heading: &str, parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = parts.collect();
    if parts.is_empty() { String::new() } else { format!("{heading}\n\n{}", parts.join("\n\n")) }
}
