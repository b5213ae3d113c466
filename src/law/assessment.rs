//! The whole outcome of a case: findings with the answers they rest on, and what would change them.
//!
//! Reasons and changes come from one mechanism: run the same rules with an answer changed.

use super::{
    answers::Answers,
    case::{Asked, Case},
    date::{Date, Freshness},
    fact::{Answer, Kind, NOT_SURE, Question, SaidEnded, Value},
    finding::{Finding, FindingId, FindingKind, Reason, Shape, Strength},
    journey::{Claims, Journey},
    notes, right,
    right::Claim,
    steps,
    ways::Given,
};

/// What the rules make of a case on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assessment {
    /// Claims (the right first), then notes, then steps, the main one first. Empty until the right is settled.
    pub findings: Vec<Finding>,
    /// What to ask next; nothing once the journey is done.
    pub next: Option<Question>,
    /// How fresh the law is on that day.
    pub freshness: Freshness,
}

impl Assessment {
    /// The claims.
    pub fn claims(&self) -> impl Iterator<Item = &Finding> {
        self.of_kind(FindingKind::Claim)
    }

    /// The findings of one kind.
    pub fn of_kind(&self, kind: FindingKind) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.id.kind() == kind)
    }
}

/// Something that would change the answer, if it were so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// The question that would have another answer.
    pub question: Question,
    /// That answer.
    pub value: &'static str,
    /// The claim that would follow: the only one, or the one most worth finding out about.
    pub claim: Claim,
    /// Whether that claim is certain to follow, or more would have to be asked.
    pub certain: bool,
}

impl From<Claim> for Shape {
    fn from(claim: Claim) -> Self {
        Self { strength: Some(claim.strength), timing: Some(claim.timing), nation: None }
    }
}

/// Claims and notes: what can rest on an answer.
struct Found {
    claims: Claims,
    notes: Vec<FindingId>,
}

fn found(journey: Journey, case: &Case) -> Asked<Found> {
    let claims = journey.claims(case)?;
    Ok(Found { notes: notes::notes(case, &claims)?, claims })
}

/// The findings of a case in which everything that the journey asks has been answered.
pub(super) fn findings(journey: Journey, case: &Case, today: Date) -> Asked<Vec<Finding>> {
    let base = found(journey, case)?;
    let mut findings: Vec<Finding> = base
        .claims
        .iter()
        .map(|claim| Finding { id: claim.id, shape: claim.into(), because: vec![] })
        .chain(base.notes.iter().map(|id| Finding { id: *id, shape: Shape::default(), because: vec![] }))
        .collect();

    for question in case.asked() {
        let Some(answer) = case.answer(question) else { continue };
        let matters = changed_by(journey, case, answer, other_answers(case, answer), &findings)?;
        for (place, _) in matters.iter().enumerate().filter(|(_, matters)| **matters) {
            let values = values_that_matter(journey, case, answer, &findings, place)?;
            findings[place].because.push(Reason { question, values });
        }
    }

    // A step rests on what its claim rests on: the last claim, which is the one that steps follow.
    let because =
        findings.iter().rfind(|finding| finding.id.kind() == FindingKind::Claim).map(|f| f.because.clone());
    findings.extend(steps::steps(case, &base.claims)?.into_iter().map(|(id, nation)| Finding {
        id,
        shape: Shape { nation, ..Shape::default() },
        because: because.clone().unwrap_or_default(),
    }));

    if Freshness::on(today) == Freshness::Stale {
        for finding in &mut findings {
            if finding.shape.strength == Some(Strength::S0) {
                finding.shape.strength = Some(Strength::S4);
            }
        }
    }
    Ok(findings)
}

/// The definite answers that this one is not.
fn other_answers(case: &Case, answer: Answer) -> Answers {
    case.offered(answer.question).without(answer.question.unsure_answers()).without(answer.alone())
}

/// For each finding: is there a way, with one of these answers instead, in which it is not made?
fn changed_by(
    journey: Journey,
    case: &Case,
    answer: Answer,
    instead: Answers,
    findings: &[Finding],
) -> Asked<Vec<bool>> {
    let mut changed = vec![false; findings.len()];
    if instead.is_empty() {
        return Ok(changed);
    }
    Given::new(*case).freeing(answer.question, instead).every_way(
        |way| found(journey, way),
        |_, found| {
            for (finding, changed) in findings.iter().zip(&mut changed) {
                let still_made = found.notes.contains(&finding.id)
                    || found
                        .claims
                        .iter()
                        .any(|claim| claim.id == finding.id && Shape::from(claim) == finding.shape);
                *changed |= !still_made;
            }
            changed.contains(&false)
        },
    )?;
    Ok(changed)
}

/// Of an answer that matters to a finding, the values that matter: for ticks, those without which it would not be made.
fn values_that_matter(
    journey: Journey,
    case: &Case,
    answer: Answer,
    findings: &[Finding],
    place: usize,
) -> Asked<Vec<&'static str>> {
    let all = answer.ids();
    if answer.question.kind() == Kind::One {
        return Ok(all);
    }
    let mut matter = vec![];
    for id in &all {
        let others = all.iter().copied().filter(|other| other != id);
        let Ok(without) = Answer::from_ids(answer.question, others) else { continue };
        if changed_by(journey, case, answer, without.alone(), findings)?[place] {
            matter.push(*id);
        }
    }
    Ok(if matter.is_empty() { all } else { matter })
}

/// What would change the answer, nearest first: what is not sure, then what could be mistaken.
///
/// Only what the past or the records may show to be otherwise, and never what a person could bring
/// about; at most three (8.7.9).
pub(super) fn changes(journey: Journey, case: &Case, order: &[Question]) -> Asked<Vec<Change>> {
    const MOST: usize = 3;
    let now = journey.claims(case)?;
    let mut changes: Vec<(bool, u32, Change)> = vec![];
    for question in order {
        let Some(answer) = case.answer(*question) else { continue };
        let mut nearest: Option<(u32, Change)> = None;
        for (value, instead) in alternatives(case, answer) {
            let Some((more, change)) = change(journey, case, &now, instead, value)? else { continue };
            if nearest.as_ref().is_none_or(|(least, _)| more < *least) {
                nearest = Some((more, change));
            }
        }
        if let Some((more, change)) = nearest {
            changes.push((!answer.is_unsure(), more, change));
        }
    }
    changes.sort_by_key(|(sure, more, _)| (*sure, *more));
    Ok(changes.into_iter().map(|(_, _, change)| change).take(MOST).collect())
}

/// What follows with one answer instead, and how many more questions that might take; nothing if no claim would change.
fn change(
    journey: Journey,
    case: &Case,
    now: &Claims,
    instead: Answer,
    value: &'static str,
) -> Asked<Option<(u32, Change)>> {
    let mut outcomes: Vec<(usize, Claims)> = vec![];
    Given::new(*case).freeing(instead.question, instead.alone()).every_way(
        |way| journey.claims(way),
        |way, claims| {
            let more = way.asked().filter(|question| case.possible(*question).is_empty()).count();
            if !outcomes.contains(&(more, claims)) {
                outcomes.push((more, claims));
            }
            true
        },
    )?;
    let changed = |claims: &Claims| -> Option<Claim> {
        if claims.right != now.right {
            Some(claims.right)
        } else if claims.ending != now.ending {
            claims.ending
        } else {
            None
        }
    };
    let most = outcomes.iter().map(|(more, _)| *more).max().unwrap_or_default();
    let certain = outcomes.iter().all(|(_, claims)| *claims == outcomes[0].1);
    let claim = outcomes
        .iter()
        .filter_map(|(more, claims)| Some((*more, claims.ending.is_some(), changed(claims)?)))
        // Among equals the plainest: fewest questions, and nobody has said that it ended.
        .min_by_key(|(more, ended, claim)| (worth(now.right.strength, claim.strength), *more, *ended))
        .map(|(.., claim)| claim);
    Ok(claim.map(|claim| (most as u32, Change { question: instead.question, value, claim, certain })))
}

/// Which of several outcomes to name, the first being the lowest.
///
/// To somebody who has no right so far, the firmest they may find; to somebody who has one, what would
/// then have to be found out, and never the firmest: that would read as if nothing had changed.
fn worth(now: Strength, outcome: Strength) -> usize {
    use Strength::*;
    let order = if matches!(now, S1 | S2) { [S4, S5, S3, S0, S2, S1] } else { [S1, S2, S5, S4, S3, S0] };
    order.iter().position(|strength| *strength == outcome).unwrap_or(order.len())
}

/// The answers that might be true instead of this one, each with the value that makes the difference.
fn alternatives(case: &Case, answer: Answer) -> Vec<(&'static str, Answer)> {
    let question = answer.question;
    let given = answer.ids();
    let offered = case.offered(question);
    question
        .value_ids()
        .filter(|value| *value != NOT_SURE && !given.contains(value) && could_be_so(answer, value))
        .filter_map(|value| {
            let ticks = given.iter().copied().filter(|id| {
                question.kind() == Kind::Ticks
                    && *id != NOT_SURE
                    && Some(value) != question.none_id()
                    && Some(*id) != question.none_id()
            });
            let instead = Answer::from_ids(question, ticks.chain([value])).ok()?;
            instead.alone().within(offered).then_some((value, instead))
        })
        .collect()
}

/// May a visitor be told that this value would change the answer (8.7.9)?
///
/// Yes for what is not sure, and for what memory or papers often get wrong. Never for what a person
/// could bring about: being held, prison, conditions, moving country.
pub fn could_be_so(given: Answer, value: &str) -> bool {
    use Question as Q;
    let unsure = given.is_unsure();
    match given.question {
        Q::NationNow => unsure,
        Q::Whereabouts => unsure && value == "out",
        Q::PrisonSince => unsure && value == "no",
        Q::LeftSince => unsure,
        Q::LastLeft => unsure || value != "before-october-1983",
        Q::SaidEnded if unsure => value != "not-sure-who",
        // Nobody has told them: both may have decided all the same. Somebody has: the other may not have.
        Q::SaidEnded if SaidEnded::NO.iter().any(|no| given.alone() == no.answers()) => value == "both",
        Q::SaidEnded => value == "other-has-not-decided",
        Q::Leave | Q::Sure => false,
        Q::HeldUnder
        | Q::EverHeld
        | Q::CourtOrder
        | Q::MovedIn
        | Q::Clue
        | Q::EndedOnCto
        | Q::EndingReason
        | Q::EndingDone => true,
    }
}

/// Something that is already certain while questions remain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Settled {
    /// A stay that counts has been named; what is left checks that nothing has ended the right.
    QualifyingStay,
    /// The right is settled; what is left is whether it goes on.
    Right(Claim),
}

/// What is certain so far in an unfinished case.
pub(super) fn settled(journey: Journey, case: &Case) -> Option<Settled> {
    if journey.asked(case).is_ok() {
        return None;
    }
    // ELIG-28 is only as firm as `ending`, which is still open.
    if let Ok(claim) = right::right(case)
        && claim.id != FindingId::Elig28
    {
        return Some(Settled::Right(claim));
    }
    matches!(right::route(case), Ok(Some(_))).then_some(Settled::QualifyingStay)
}
