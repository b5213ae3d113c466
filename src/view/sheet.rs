//! The result as plain text, to copy into a message or a note.

use super::{
    because::reasons,
    changes, contact,
    deadlines::by_when,
    frame::is_result_reviewed,
    so_far::{labels, told},
    sources,
    state::State,
};
use crate::{
    law::{
        assessment::{Assessment, Change},
        date::{Date, Freshness, LAW_CHECKED, REVIEW_BY},
        finding::{Finding, FindingKind, Nation},
    },
    words::{self, Speech, fill},
};

/// The whole result.
pub fn text(
    state: &State,
    assessment: &Assessment,
    nearest: &[Change],
    today: Date,
    speech: Speech,
) -> String {
    let (page, now) = (words::page(speech), state.interview.nation_now());
    let date = words::date(LAW_CHECKED, speech.language);
    let mut parts = vec![format!(
        "{}\n{}",
        page.sheet_name,
        fill(page.sheet_made, &[("date", &words::date(today, speech.language))])
    )];
    if assessment.freshness == Freshness::Stale {
        parts.push(fill(page.as_the_law_stood, &[("date", &date)]));
    }
    parts.extend(assessment.claims().map(|claim| in_full(claim, now, speech)));
    parts.push(list(
        page.because,
        reasons(state, assessment).iter().map(|it| told(it.question, &it.values, speech)),
    ));
    let steps = assessment.of_kind(FindingKind::Step).map(|step| in_full(step, now, speech));
    parts.push(headed(page.next, steps));
    let deadlines = state.interview.deadlines(today);
    let deadlines = deadlines.iter().map(|deadline| {
        let words = words::deadline(deadline.id, speech);
        format!("{}. {}", words.name, by_when(deadline, today, speech))
    });
    parts.push(list(page.deadlines, deadlines));
    let nearest = nearest.iter().filter_map(|it| changes::in_words(it, speech));
    parts.push(list(page.changes, nearest.map(|(if_so, then)| format!("{if_so} {then}"))));
    let notes = assessment.of_kind(FindingKind::Note).map(|note| in_full(note, now, speech));
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
    let unread = if is_result_reviewed(&state.interview, today, speech) {
        String::new()
    } else {
        format!("{} ", page.not_reviewed)
    };
    parts.push(format!(
        "{} {}\n{unread}{}",
        fill(page.law_checked, &[("date", &date)]),
        fill(page.next_check, &[("date", &words::date(REVIEW_BY, speech.language))]),
        page.not_advice,
    ));
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

fn in_full(finding: &Finding, now: Option<Nation>, speech: Speech) -> String {
    let words = words::finding(finding.id, finding.shape, speech);
    let lead = words.lead.map(|lead| format!("{lead} ")).unwrap_or_default();
    let mut text = format!("{}\n{lead}{}", words.headline, words::plain(words.say));
    for more in words.views.into_iter().flatten().chain(words.do_this).chain(words.law) {
        text = text + "\n\n" + &words::plain(more);
    }
    for contact in contact::helping(finding, now, speech) {
        let words = words::contact(contact, speech);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        law::{fact::NOT_SURE, journey::Journey},
        view::{
            state::{Action, Screen},
            whom,
        },
        words::{Language, Voice},
    };

    const SPEECH: Speech = Speech { language: Language::English, voice: Voice::Me };

    /// The text of a visitor who chooses the first of these that each question offers, or is not sure.
    fn text_of(chosen: &[&'static str]) -> (State, String) {
        let mut state = State::default().after(Action::Begin(Journey::Entitled));
        while let Screen::Question(question) = state.screen {
            let offered = state.interview.offered(question);
            let value = chosen.iter().find(|value| offered.contains(value)).unwrap_or(&NOT_SURE);
            state = state.after(Action::Choose(value)).after(Action::Continue);
        }
        let assessment = whom::assess(&state.interview, LAW_CHECKED, SPEECH.voice);
        let text = text(&state, &assessment, &state.interview.changes(), LAW_CHECKED, SPEECH);
        (state, text)
    }

    #[test]
    fn the_sheet_tells_everything_in_plain_text() {
        for chosen in [
            &["england", "out", "section-3", "since-july-2022", "no-gets-help", "no"][..],
            &["wales", "on-cto"],
            &["england", "prison", "from-prison"],
            &["england", "out", "only-other-kinds", "none", "yes"],
            &[],
        ] {
            let (state, text) = text_of(chosen);
            for answer in state.interview.trail() {
                assert!(text.contains(words::question(answer.question, SPEECH).ask), "{chosen:?}: {text}");
            }
            let assessment = whom::assess(&state.interview, LAW_CHECKED, SPEECH.voice);
            for finding in &assessment.findings {
                let headline = words::finding(finding.id, finding.shape, SPEECH).headline;
                assert!(text.contains(headline), "{chosen:?}: {headline}");
            }
            for source in sources::all(&assessment) {
                assert!(text.contains(words::source(source, SPEECH).address), "{chosen:?}");
            }
            let reviewed = is_result_reviewed(&state.interview, LAW_CHECKED, SPEECH);
            assert_eq!(text.contains(words::page(SPEECH).not_reviewed), !reviewed, "{chosen:?}");
            assert!(!text.contains(['{', '}', '*']), "{chosen:?}: a mark is left in {text}");
            assert!(!text.contains("\n\n\n"), "{chosen:?}: an empty part in {text}");
        }
    }
}
