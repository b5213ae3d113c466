//! The result as a text of its own: to copy into a message or a note, or to save.

use super::{
    because::reasons, changes, contact, deadlines::by_when, frame::is_result_reviewed, sources, state::State,
    whom::Outcome,
};
use crate::{
    law::{
        date::{Date, Freshness, LAW_CHECKED, REVIEW_BY},
        finding::{Finding, FindingKind, Nation},
    },
    words::{
        self, Rich, Speech,
        document::{self, Paragraph},
        fill,
    },
};

/// The whole result, without its title.
pub fn paragraphs(state: &State, outcome: &Outcome, today: Date, speech: Speech) -> Vec<Paragraph> {
    let Outcome { assessment, nearest } = outcome;
    let (page, now) = (words::page(speech), state.interview.nation_now());
    let date = words::date(LAW_CHECKED, speech.language);
    let made = fill(page.sheet_made, &[("date", &words::date(today, speech.language))]);
    let mut sheet = vec![Paragraph::Text(made)];
    if assessment.freshness == Freshness::Stale {
        sheet.push(Paragraph::Text(fill(page.as_the_law_stood, &[("date", &date)])));
    }
    let mut told = Vec::new();
    for claim in assessment.claims() {
        in_full(&mut sheet, claim, &mut told, now, speech);
    }
    let because = reasons(state, assessment);
    let because = because.iter().map(|it| words::told(it.question, &it.values, speech)).collect();
    list(&mut sheet, page.because, because);
    let steps: Vec<_> = assessment.of_kind(FindingKind::Step).collect();
    headed(&mut sheet, page.next, &steps, &mut told, now, speech);
    let deadlines = state.interview.deadlines(today);
    let deadlines = deadlines.iter().map(|deadline| {
        let words = words::deadline(deadline.id, speech);
        format!("{}. {}", words.name, by_when(deadline, today, speech))
    });
    list(&mut sheet, page.deadlines, deadlines.collect());
    let nearest = nearest.iter().filter_map(|it| changes::in_words(it, speech));
    list(&mut sheet, page.changes, nearest.map(|(if_so, then)| format!("{if_so} {then}")).collect());
    let notes: Vec<_> = assessment.of_kind(FindingKind::Note).collect();
    headed(&mut sheet, page.notes, &notes, &mut told, now, speech);
    let answers = state.interview.trail();
    let answers = answers
        .iter()
        .map(|it| format!("{} {}", words::question(it.question, speech).ask, words::labels(*it, speech)));
    list(&mut sheet, page.all_answers, answers.collect());
    let from = sources::all(assessment).into_iter().map(|source| {
        let words = words::source(source, speech);
        format!("{}: {}", words.title, words.address)
    });
    list(&mut sheet, page.sources, from.collect());
    let unread = if is_result_reviewed(&state.interview, outcome, today, speech) {
        String::new()
    } else {
        format!("{} ", page.not_reviewed)
    };
    sheet.push(Paragraph::Text(format!(
        "{} {}\n{unread}{}",
        fill(page.law_checked, &[("date", &date)]),
        fill(page.next_check, &[("date", &words::date(REVIEW_BY, speech.language))]),
        page.not_advice,
    )));
    sheet
}

/// A finding in all its words; what to do only where it was not told with an earlier one.
fn in_full(
    sheet: &mut Vec<Paragraph>,
    finding: &Finding,
    told: &mut Vec<Rich>,
    now: Option<Nation>,
    speech: Speech,
) {
    let words = words::finding(finding.id, finding.shape, speech);
    sheet.push(Paragraph::Heading(words.headline.to_owned()));
    let mut say = document::paragraphs(words.say);
    match (words.lead, say.first_mut()) {
        (Some(lead), Some(Paragraph::Text(first))) => first.insert_str(0, &format!("{lead} ")),
        (Some(lead), _) => sheet.push(Paragraph::Text(lead.to_owned())),
        (None, _) => {}
    }
    sheet.append(&mut say);
    let do_this = words.do_this.filter(|do_this| !told.contains(do_this));
    told.extend(do_this);
    for more in words.views.into_iter().flatten().chain(do_this).chain(words.law) {
        sheet.append(&mut document::paragraphs(more));
    }
    for contact in contact::helping(finding, now, speech) {
        let words = words::contact(contact, speech);
        let ways = [Some(words.name), words.phone, words.text, words.address];
        let ways: Vec<_> = ways.into_iter().flatten().collect();
        sheet.push(Paragraph::Item(ways.join(", ")));
    }
}

/// Findings under a heading; nothing where there are none.
fn headed(
    sheet: &mut Vec<Paragraph>,
    heading: &str,
    findings: &[&Finding],
    told: &mut Vec<Rich>,
    now: Option<Nation>,
    speech: Speech,
) {
    if !findings.is_empty() {
        sheet.push(Paragraph::Heading(heading.to_owned()));
    }
    for finding in findings {
        in_full(sheet, finding, told, now, speech);
    }
}

/// A list under a heading; nothing where it is empty.
fn list(sheet: &mut Vec<Paragraph>, heading: &str, items: Vec<String>) {
    if !items.is_empty() {
        sheet.push(Paragraph::Heading(heading.to_owned()));
    }
    for item in items {
        sheet.push(Paragraph::Item(item));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        law::{fact::NOT_SURE, journey::Journey},
        view::state::{Action, Screen},
        words::{Language, Voice},
    };

    const SPEECH: Speech = Speech::new(Language::English, Voice::Me);

    /// The text of a visitor who chooses what each question offers of these, or is not sure.
    fn text_of(journey: Journey, chosen: &[&'static str]) -> (State, Outcome, String) {
        let mut state = State::default().after(Action::Begin(journey));
        while let Screen::Question(question) = state.screen {
            let offered = state.interview.offered(question);
            let mut values: Vec<_> = chosen.iter().copied().filter(|value| offered.contains(value)).collect();
            if values.is_empty() {
                values.push(NOT_SURE);
            }
            for value in values {
                state = state.after(Action::Choose(value));
            }
            state = state.after(Action::Continue);
        }
        let outcome = Outcome::new(&state.interview, LAW_CHECKED, SPEECH.voice);
        let sheet = paragraphs(&state, &outcome, LAW_CHECKED, SPEECH);
        let text = document::plain(words::page(SPEECH).sheet_name, &sheet);
        (state, outcome, text)
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
            let (state, outcome, text) = text_of(Journey::Entitled, chosen);
            for answer in state.interview.trail() {
                assert!(text.contains(words::question(answer.question, SPEECH).ask), "{chosen:?}: {text}");
            }
            for finding in &outcome.assessment.findings {
                let headline = words::finding(finding.id, finding.shape, SPEECH).headline;
                assert!(text.contains(headline), "{chosen:?}: {headline}");
            }
            for source in sources::all(&outcome.assessment) {
                assert!(text.contains(words::source(source, SPEECH).address), "{chosen:?}");
            }
            let reviewed = is_result_reviewed(&state.interview, &outcome, LAW_CHECKED, SPEECH);
            assert_eq!(text.contains(words::page(SPEECH).not_reviewed), !reviewed, "{chosen:?}");
            assert!(!text.contains(['{', '}', '*']), "{chosen:?}: a mark is left in {text}");
            assert!(!text.contains("\n\n\n"), "{chosen:?}: an empty part in {text}");
        }
    }

    #[test]
    fn what_to_do_is_told_once() {
        let mut shared = 0;
        let told =
            ["wales", "out", "section-3", "since-july-2022", "no-gets-help", "help", "rent", "mental-health"];
        for journey in Journey::ALL {
            let (_, outcome, text) = text_of(*journey, &told);
            let to_do = outcome.assessment.findings.iter().filter_map(|finding| {
                let do_this = words::finding(finding.id, finding.shape, SPEECH).do_this?;
                Some(document::plain("", &document::paragraphs(do_this)).trim().to_owned())
            });
            let to_do: Vec<String> = to_do.collect();
            for one in &to_do {
                shared += to_do.iter().filter(|other| *other == one).count() - 1;
                assert_eq!(text.matches(one.as_str()).count(), 1, "{journey:?}: {one}");
            }
        }
        assert!(shared > 0, "no two findings of these have the same to do: choose others");
    }
}
