//! The whole outcome of a case: findings with the answers they rest on, and what would change them.
//!
//! Reasons and changes come from one mechanism: run the same rules with an answer changed.

use super::{
    answers::Answers,
    case::{Asked, Case},
    claim::Claim,
    date::Freshness,
    deadline::Circumstances,
    fact::{Answer, Kind, NOT_SURE, Question, SaidEnded, Value},
    finding::{Finding, FindingId, FindingKind, Reason, Shape, Strength},
    journey::{Claims, Journey, Subject, Summary},
    notes,
    order::sort_by_key,
    right, steps,
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

/// What can rest on an answer: claims and notes.
#[derive(Default)]
struct Found {
    claims: Vec<Claim>,
    notes: Vec<FindingId>,
}

impl Found {
    fn has(&self, finding: &Finding) -> bool {
        self.notes.contains(&finding.id)
            || self.claims.iter().any(|claim| claim.id == finding.id && Shape::from(*claim) == finding.shape)
    }
}

/// What the answers about the right alone decide.
fn of_the_right(journey: Journey, case: &Case) -> Asked<Found> {
    let summary = journey.summary(case)?;
    Ok(Found { claims: summary.iter().collect(), notes: notes::of_the_right(case, &summary)? })
}

/// What the other answers decide, over a summary of the right.
fn of_the_rest(journey: Journey, case: &Case, summary: Summary) -> Asked<Found> {
    let claims = Claims { others: journey.later(case, &summary)?, summary };
    let rest = claims.iter().skip(summary.iter().count()).collect();
    Ok(Found { notes: notes::of_the_rest(case, &claims)?, claims: rest })
}

/// The findings of a case in which everything that the journey asks has been answered.
///
/// The right rests on its own answers; every other claim rests on the right and on the answers that its
/// own rules read.
pub(super) fn findings(journey: Journey, case: &Case, circumstances: &Circumstances) -> Asked<Vec<Finding>> {
    let claims = journey.claims(case)?;
    let summary = claims.summary;
    let right = |way: &Case| of_the_right(journey, way);
    let rest = |way: &Case| of_the_rest(journey, way, summary);
    let mut findings = with_reasons(case, right, &made(&right(case)?))?;
    let others = with_reasons(case, rest, &made(&rest(case)?))?;
    for finding in others {
        if !findings.iter().any(|made| made.id == finding.id && made.shape == finding.shape) {
            findings.push(finding);
        }
    }
    sort_by_key(&mut findings, |finding| finding.id.kind());

    // A step rests on what its claim rests on: the last claim, which is the one that steps follow.
    let because =
        findings.iter().rfind(|finding| finding.id.kind() == FindingKind::Claim).map(|f| f.because.clone());
    findings.extend(
        steps::steps(journey, case, &claims, circumstances)?.into_iter().map(|(id, shape)| Finding {
            id,
            shape,
            because: because.clone().unwrap_or_default(),
        }),
    );

    if Freshness::on(circumstances.today) == Freshness::Stale {
        for finding in &mut findings {
            if finding.shape.strength == Some(Strength::S0) {
                finding.shape.strength = Some(Strength::S4);
            }
        }
    }
    Ok(findings)
}

/// Claims and notes as findings, without their reasons.
fn made(found: &Found) -> Vec<Finding> {
    let claims = found.claims.iter().map(|claim| (claim.id, Shape::from(*claim)));
    let notes = found.notes.iter().map(|id| (*id, Shape::default()));
    claims.chain(notes).map(|(id, shape)| Finding { id, shape, because: vec![] }).collect()
}

/// These findings, each with the answers of the case that it rests on.
fn with_reasons(
    case: &Case,
    rules: impl Fn(&Case) -> Asked<Found> + Copy,
    made: &[Finding],
) -> Asked<Vec<Finding>> {
    let mut findings = made.to_vec();
    let (_, order, _) = Given::new(*case).trail(rules);
    for question in order {
        let Some(answer) = case.answer(question) else { continue };
        let matters = changed_by(case, rules, answer, other_answers(case, answer), made)?;
        if !matters.contains(&true) {
            continue;
        }
        let values = values_that_matter(case, rules, answer, made)?;
        for ((finding, matters), values) in findings.iter_mut().zip(matters).zip(values) {
            if matters {
                finding.because.push(Reason { question, values });
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
    case: &Case,
    rules: impl Fn(&Case) -> Asked<Found> + Copy,
    answer: Answer,
    instead: Answers,
    findings: &[Finding],
) -> Asked<Vec<bool>> {
    let mut changed = vec![false; findings.len()];
    if instead.is_empty() {
        return Ok(changed);
    }
    Given::new(*case).freeing(answer.question, instead).every_way(rules, |_, found| {
        for (finding, changed) in findings.iter().zip(&mut changed) {
            *changed |= !found.has(finding);
        }
        changed.contains(&false)
    })?;
    Ok(changed)
}

/// For each finding, the values of an answer that matter: for ticks, those without which it would not be made.
fn values_that_matter(
    case: &Case,
    rules: impl Fn(&Case) -> Asked<Found> + Copy,
    answer: Answer,
    findings: &[Finding],
) -> Asked<Vec<Vec<&'static str>>> {
    let all = answer.ids();
    let mut matter = vec![vec![]; findings.len()];
    if answer.question.kind() == Kind::Ticks {
        for id in &all {
            let others = all.iter().copied().filter(|other| other != id);
            let Ok(without) = Answer::from_ids(answer.question, others) else { continue };
            for (values, changed) in
                matter.iter_mut().zip(changed_by(case, rules, answer, without.alone(), findings)?)
            {
                if changed {
                    values.push(*id);
                }
            }
        }
    }
    Ok(matter.into_iter().map(|values| if values.is_empty() { all.clone() } else { values }).collect())
}

/// What would change the answer, nearest first: what is not sure, then what could be mistaken.
///
/// Only what the past or the records may show to be otherwise, and never what a person could bring
/// about; at most three (8.7.9).
pub(super) fn changes(journey: Journey, case: &Case, order: &[Question]) -> Asked<Vec<Change>> {
    const MOST: usize = 3;
    let Claims { summary: now, others } = journey.claims(case)?;
    let mut changes: Vec<(bool, u32, Change)> = vec![];
    for question in order {
        let Some(answer) = case.answer(*question) else { continue };
        let mut nearest: Option<(u32, Change)> = None;
        for (value, instead) in alternatives(case, answer) {
            let of_the_right = change(
                case,
                |way| journey.summary(way),
                instead,
                value,
                (now.right.strength, |found: &Summary| changed_right(&now, found)),
            )?;
            let of_the_rest = || {
                let strength = others.first().map_or(now.right.strength, |(_, claim)| claim.strength);
                change(
                    case,
                    |way| journey.later(way, &now),
                    instead,
                    value,
                    (strength, |found: &Vec<(Subject, Claim)>| changed_other(&others, found)),
                )
            };
            let Some((more, change)) = (match of_the_right {
                Some(change) => Some(change),
                None => of_the_rest()?,
            }) else {
                continue;
            };
            if nearest.as_ref().is_none_or(|(least, _)| more < *least) {
                nearest = Some((more, change));
            }
        }
        if let Some((more, change)) = nearest {
            changes.push((!answer.is_unsure(), more, change));
        }
    }
    sort_by_key(&mut changes, |(sure, more, _)| (*sure, *more));
    Ok(changes.into_iter().map(|(_, _, change)| change).take(MOST).collect())
}

/// The claim of the right or the ending that is not as it was.
fn changed_right(now: &Summary, found: &Summary) -> Option<Claim> {
    if found.right != now.right {
        Some(found.right)
    } else if found.ending != now.ending {
        found.ending
    } else {
        None
    }
}

/// The first of the other claims that is not as it was. The same claim under another nation's law is: it would be told
/// by the same headline, as if nothing had changed.
fn changed_other(now: &[(Subject, Claim)], found: &[(Subject, Claim)]) -> Option<Claim> {
    let as_told = |(subject, claim): &(Subject, Claim)| (*subject, Claim { nation: None, ..*claim });
    let is_new = |other: &&(Subject, Claim)| !now.iter().any(|known| as_told(known) == as_told(other));
    found.iter().find(is_new).map(|(_, claim)| *claim)
}

/// What follows with one answer instead, and how many more questions that might take; nothing if no claim would change.
fn change<T: PartialEq>(
    case: &Case,
    rules: impl Fn(&Case) -> Asked<T> + Copy,
    instead: Answer,
    value: &'static str,
    (now, changed): (Strength, impl Fn(&T) -> Option<Claim>),
) -> Asked<Option<(u32, Change)>> {
    let mut outcomes: Vec<(usize, T)> = vec![];
    Given::new(*case).freeing(instead.question, instead.alone()).every_way(rules, |way, found| {
        let more = way.asked().filter(|question| case.possible(*question).is_empty()).count();
        if !outcomes.iter().any(|outcome| outcome.0 == more && outcome.1 == found) {
            outcomes.push((more, found));
        }
        true
    })?;
    let most = outcomes.iter().map(|(more, _)| *more).max().unwrap_or_default();
    let certain = outcomes.iter().all(|(_, found)| *found == outcomes[0].1);
    let claim = outcomes
        .iter()
        .filter_map(|(more, found)| Some((*more, changed(found)?)))
        // Among equals the plainest: fewest questions, and nobody has said that it ended.
        .min_by_key(|(more, claim)| (worth(now, claim.strength), *more, claim.id == FindingId::Elig28))
        .map(|(_, claim)| claim);
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
        Q::Leave
        | Q::Sure
        | Q::Issue
        | Q::WhoArgues
        | Q::Under18
        | Q::DatesGiven
        | Q::ReasonToPay
        | Q::AskedToPay => false,
        Q::DrugCondition => value == "no",
        Q::HomeBefore
        | Q::Stays
        | Q::Need
        | Q::Plan
        | Q::KindOfHome
        | Q::TopUpChoice
        | Q::HeldUnder
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
    // A later journey goes on from a right that is settled, with both caps.
    if let Ok(summary) = journey.summary(case) {
        return Some(Settled::Right(summary.right));
    }
    // ELIG-28 is only as firm as `ending`, which is still open.
    if let Ok(claim) = right::right(case)
        && claim.id != FindingId::Elig28
    {
        return Some(Settled::Right(claim));
    }
    matches!(right::route(case), Ok(Some(_))).then_some(Settled::QualifyingStay)
}
