//! A case as text, for an adviser's notes: what was told, what follows, on what authority, from when. It can be
//! pasted back in.
//!
//! What is read back are the lines of facts alone: `F-WHERE = out | …`, `STAY 1 = section-3; left 2014-06 | …`,
//! `DATE decision = 2026-10-02 | …`. What stands after the bar is for people.

use super::{Speech, date, fact, fill, finding, journey, labels, page, plain, source, stay};
use crate::law::{
    date::{Date, LAW_CHECKED},
    deadline::{DateKind, Deadline},
    fact::Question,
    finding::{Finding, FindingKind, Nation, Reason, Timing},
    interview::Interview,
    journey::Journey,
    overview::Overview,
    source::Source,
    stays::{Left, Stay},
};

mod reading;
pub use reading::{Notes, Unreadable, read};

/// The version of the checker, as its releases are named.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The notes of a case on this day. `reviewed`: has a solicitor read everything that they say?
pub fn write(
    interview: &Interview,
    stays: &[Stay],
    overview: &Overview,
    today: Date,
    reviewed: bool,
    speech: Speech,
) -> String {
    let page = page(speech);
    let on = |day| date(day, speech.language);
    let made =
        fill(page.notes_made, &[("date", &on(today)), ("version", VERSION), ("checked", &on(LAW_CHECKED))]);
    let unread = if reviewed { String::new() } else { format!("{} ", page.not_reviewed) };
    let mut parts = vec![
        format!("{}\n{made}\n{unread}{}", page.notes_title, page.not_advice),
        listed(page.notes_found, found(overview, speech)),
        listed(page.notes, names(overview, FindingKind::Note, speech)),
        listed(page.next, names(overview, FindingKind::Step, speech)),
        listed(
            page.deadlines,
            overview.deadlines.iter().map(|it| format!("- {}", deadline_line(it, speech))).collect(),
        ),
        listed(page.desk_open, open(overview, speech).iter().map(|line| format!("- {line}")).collect()),
        listed(page.notes_facts, facts(interview, stays, overview, speech)),
    ];
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n") + "\n"
}

fn listed(heading: &str, lines: Vec<String>) -> String {
    if lines.is_empty() { String::new() } else { format!("{heading}\n{}", lines.join("\n")) }
}

/// Each claim with the law, the answers and the sources that it rests on.
fn found(overview: &Overview, speech: Speech) -> Vec<String> {
    let claim = |finding: &Finding| {
        let words = finding_words(finding, speech);
        let mut text = format!("{}: {}", label(finding, speech), words.headline);
        if let Some(law) = words.law {
            text = text + "\n  " + &plain(law).split_whitespace().collect::<Vec<_>>().join(" ");
        }
        if let Some(rests) = rests(finding, speech) {
            text = text + "\n  " + &rests;
        }
        for one in finding.id.sources().iter() {
            text = text + "\n  - " + &cite(one, speech);
        }
        text
    };
    overview.of_kind(FindingKind::Claim).map(claim).collect()
}

/// The facts that a finding rests on; nothing where they are not worked out yet.
pub fn rests(finding: &Finding, speech: Speech) -> Option<String> {
    let fact = |reason: &Reason| format!("{} {}", reason.question.id(), reason.values.join(", "));
    let facts: Vec<String> = finding.because.iter().map(fact).collect();
    (!facts.is_empty()).then(|| fill(page(speech).desk_rests, &[("facts", &facts.join("; "))]))
}

fn finding_words(finding: &Finding, speech: Speech) -> &'static super::FindingWords {
    self::finding(finding.id, finding.shape, speech)
}

/// A finding by its id, and where it has them, its strength, its timing and its nation.
pub fn label(finding: &Finding, speech: Speech) -> String {
    let page = page(speech);
    let timing = finding.shape.timing.map(|timing| match timing {
        Timing::Now => page.desk_now,
        Timing::OnLeaving => page.desk_on_leaving,
        Timing::OnRelease => page.desk_on_release,
    });
    let nation = finding.shape.nation.map(|nation| match nation {
        Nation::England => page.nation_england,
        Nation::Wales => page.nation_wales,
        Nation::Scotland => page.nation_scotland,
        Nation::NorthernIreland => page.nation_northern_ireland,
        Nation::Abroad => page.nation_abroad,
    });
    let strength = finding.shape.strength.map(|strength| strength.id());
    let parts = [Some(finding.id.id()), strength, timing, nation];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A source with how well it was confirmed and when it was checked.
fn cite(one: Source, speech: Speech) -> String {
    let words = source(one, speech);
    format!(
        "{} [{}, {}] {}",
        words.title,
        one.facts().mark.id(),
        date(one.facts().checked, speech.language),
        words.address
    )
}

fn names(overview: &Overview, kind: FindingKind, speech: Speech) -> Vec<String> {
    let name = |finding: &Finding| {
        format!("- {}: {}", label(finding, speech), finding_words(finding, speech).headline)
    };
    overview.of_kind(kind).map(name).collect()
}

/// A deadline by its id, with the day to act by.
pub fn deadline_line(deadline: &Deadline, speech: Speech) -> String {
    let name = super::deadline(deadline.id, speech).name;
    format!("{}: {name}: {}", deadline.id.id(), date(deadline.safe, speech.language))
}

/// What each journey still asks.
pub fn open(overview: &Overview, speech: Speech) -> Vec<String> {
    let one = |(on, next): &(Journey, Question)| {
        format!("{} {} {}", journey(*on, speech), next.id(), fact(*next, speech))
    };
    overview.next.iter().map(one).collect()
}

/// The lines that are read back.
fn facts(interview: &Interview, stays: &[Stay], overview: &Overview, speech: Speech) -> Vec<String> {
    let mut lines = vec![];
    for (place, one) in stays.iter().enumerate() {
        lines.push(stay_line(place + 1, one, speech));
    }
    let dates = interview.dates();
    for question in Question::ALL {
        let Some(answer) = interview.told(*question) else { continue };
        if *question == Question::DatesGiven && !dates.is_empty() {
            continue;
        }
        let unread = if overview.read.contains(question) {
            String::new()
        } else {
            format!(" ({})", page(speech).desk_not_read)
        };
        let ids = answer.ids().join(", ");
        let name = fact(*question, speech);
        lines.push(format!("{} = {ids} | {name}: {}{unread}", question.id(), labels(answer, speech)));
    }
    for kind in DateKind::ALL {
        if let Some(given) = dates.get(*kind) {
            let about = if given.approximate { "about " } else { "" };
            lines.push(format!(
                "DATE {} = {about}{} | {}",
                kind.id(),
                given.date,
                date(given.date, speech.language)
            ));
        }
    }
    lines
}

fn stay_line(number: usize, one: &Stay, speech: Speech) -> String {
    let mut told = vec![one.under.id().to_owned()];
    match one.left {
        Left::Unknown => {}
        Left::StillThere => told.push("left here".into()),
        left => told.push(format!("left {}", left.text())),
    }
    let home = one.home.map(|answer| labels(answer, speech)).unwrap_or_default();
    told.extend(one.home.map(|answer| format!("home {}", answer.ids().join(" "))));
    let told = told.join("; ");
    let name = [stay(one.under, speech), home.as_str()];
    let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
    format!("STAY {number} = {told} | {}", name.join(". "))
}

#[cfg(test)]
mod tests;
