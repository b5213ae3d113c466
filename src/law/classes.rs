//! Classes of paths: every way through a journey, with ways that differ in nothing that matters put together.

use std::collections::BTreeMap;

use super::{
    answers::Answers,
    case::{Asked, Case},
    claim::Claim,
    commencement::InForce,
    date::LAW_CHECKED,
    deadline::{Circumstances, Dates},
    ending,
    fact::{EverHeld, Kind, NOT_SURE, Question, Whereabouts},
    finding::{FindingId, Nation, Shape, Strength, Timing, Urgency},
    journey::{Claims, Journey, Subject, Summary},
    money::Thing,
    notes,
    order::sort_by_key,
    steps,
    ways::Given,
};

/// Paths that ask the same questions and end in the same findings.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Class {
    /// The questions asked, each with the answers that belong to the class.
    pub answers: Way,
    /// What is found: claims, notes, steps.
    pub findings: Outcome,
}

/// A finding in the form it takes.
pub type Outcome = Vec<(FindingId, Shape)>;
/// Questions, each with the answers that belong together.
pub type Way = Vec<(Question, Answers)>;

/// Every finding of a finished case on the day the law was checked and without dates, without the reasons.
pub fn outcome(journey: Journey, case: &Case) -> Asked<Outcome> {
    let summary = journey.summary(case)?;
    let mut findings: Outcome = summary.iter().map(|claim| (claim.id, claim.into())).collect();
    let notes = notes::of_the_right(case, &summary)?;
    findings.extend(notes.into_iter().map(|note| (note, Shape::default())));
    for later in later_outcome(journey, case, &summary)? {
        if !findings.contains(&later) {
            findings.push(later);
        }
    }
    sort_by_key(&mut findings, |(id, _)| id.kind());
    Ok(findings)
}

/// The findings that a journey adds to a summary of the right: claims, notes, and all its steps.
pub fn later_outcome(journey: Journey, case: &Case, summary: &Summary) -> Asked<Outcome> {
    let claims = Claims { others: journey.later(case, summary)?, summary: *summary };
    let circumstances = Circumstances::new(Dates::NONE, LAW_CHECKED);
    let rest = claims.iter().skip(summary.iter().count());
    let mut findings: Outcome = rest.map(|claim| (claim.id, claim.into())).collect();
    let notes = notes::of_the_rest(case, &claims)?;
    findings.extend(notes.into_iter().map(|note| (note, Shape::default())));
    findings.extend(steps::steps(journey, case, &claims, &circumstances)?);
    Ok(findings)
}

/// The classes of the first journey; every path is in exactly one. In order of findings, then of answers.
pub fn classes() -> Vec<Class> {
    put_together(InForce::TODAY, |case| outcome(Journey::Entitled, case), |_| true)
}

/// A topic, or one thing that it is asked about, with its classes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// Its name: that of the topic, with the thing where it is asked about several.
    pub name: String,
    /// Every class; each path through the topic is in exactly one.
    pub classes: Vec<Class>,
}

impl Table {
    /// One class a line: what is found, then the answers that lead there, in the order of the questions.
    pub fn lines(&self) -> Vec<String> {
        let line = |class: &Class| {
            let findings: Vec<_> = class.findings.iter().map(|(id, shape)| name(*id, *shape)).collect();
            let answers: Vec<_> = class
                .answers
                .iter()
                .map(|(question, answers)| format!("{} = {}", question.id(), describe(*question, *answers)))
                .collect();
            format!("{:<24} <- {}", findings.join(", "), answers.join("; "))
        };
        self.classes.iter().map(line).collect()
    }
}

/// The decisions of every topic under the law with these provisions in force.
///
/// `right` with its caps, where ELIG-28 has no strength: it has that of `ending`. `ending` before `right` and
/// "not sure" cap it. The later topics for somebody who plainly has the right now, before "not sure" caps
/// them: where the right is less firm, 8.7.4 caps each claim alike.
pub fn tables(in_force: InForce) -> Vec<Table> {
    let mut tables = vec![
        Table { name: "right".into(), classes: right_classes(in_force) },
        Table { name: "ending".into(), classes: ending_classes(in_force) },
    ];
    let subjects = [
        ("council".to_owned(), Subject::Council),
        ("nhs".to_owned(), Subject::Nhs),
        ("dispute".to_owned(), Subject::Dispute),
    ];
    let money = Thing::ALL.iter().map(|thing| (format!("charge {}", thing.id()), Subject::Money(*thing)));
    let help = [
        ("what".to_owned(), Subject::What),
        ("dp council".to_owned(), Subject::CouncilPayment),
        ("dp nhs".to_owned(), Subject::NhsPayment),
    ];
    for (name, subject) in subjects.into_iter().chain(money).chain(help) {
        tables.push(Table { name, classes: later_classes(in_force, subject) });
    }
    tables
}

fn right_classes(in_force: InForce) -> Vec<Class> {
    put_together(
        in_force,
        |case| {
            let right = Journey::Entitled.summary(case)?.right;
            let shape = if right.id == FindingId::Elig28 { Shape::default() } else { right.into() };
            Ok(vec![(right.id, shape)])
        },
        |question| !matches!(question, Question::EndedOnCto | Question::EndingReason | Question::EndingDone),
    )
}

fn ending_classes(in_force: InForce) -> Vec<Class> {
    put_together(
        in_force,
        |case| {
            if !case.is_any(&[Whereabouts::OnCto, Whereabouts::ConditionallyDischarged])? {
                case.is(EverHeld::CtoOrConditional)?;
            }
            let claim = ending::ending(case)?;
            Ok(vec![(claim.id, claim.into())])
        },
        |_| true,
    )
}

fn later_classes(in_force: InForce, subject: Subject) -> Vec<Class> {
    let right = Claim::new(FindingId::Elig01, Strength::S1, Timing::Now);
    let summary = Summary { right, ending: None };
    put_together(
        in_force,
        |case| {
            let claim = subject.claim(case, &summary)?;
            Ok(claim.into_iter().map(|claim| (claim.id, claim.into())).collect())
        },
        |_| true,
    )
}

/// Follows every way, keeps the questions that are wanted, and puts ways with one outcome together.
fn put_together(
    in_force: InForce,
    rules: impl Fn(&Case) -> Asked<Outcome> + Copy,
    wanted: fn(Question) -> bool,
) -> Vec<Class> {
    let mut ways: BTreeMap<Outcome, Vec<Way>> = BTreeMap::new();
    let followed = Given::new(Case::under(in_force)).every_way(rules, |case, findings| {
        let asked = case.asked().filter(|question| wanted(*question));
        let answers = asked.map(|question| (question, case.possible(question))).collect();
        ways.entry(findings).or_default().push(answers);
        true
    });
    debug_assert_eq!(followed, Ok(true), "nothing is given, so nothing is left to tell apart");
    let mut classes = vec![];
    for (findings, mut ways) in ways {
        ways.sort();
        ways.dedup();
        while merge_once(&mut ways) {}
        ways.sort();
        classes.extend(ways.into_iter().map(|answers| Class { answers, findings: findings.clone() }));
    }
    classes
}

/// Puts together ways that differ in the answers to one question only. Says whether any were.
fn merge_once(ways: &mut Vec<Way>) -> bool {
    let before = ways.len();
    for free in Question::ALL {
        let mut groups: BTreeMap<Way, Answers> = BTreeMap::new();
        let mut rest = vec![];
        for mut way in ways.drain(..) {
            let Some(place) = way.iter().position(|(question, _)| question == free) else {
                rest.push(way);
                continue;
            };
            let answers = std::mem::replace(&mut way[place].1, Answers::NONE);
            let group = groups.entry(way).or_insert(Answers::NONE);
            *group = group.or(answers);
        }
        rest.extend(groups.into_iter().map(|(mut way, answers)| {
            for (question, slot) in &mut way {
                if question == free {
                    *slot = answers;
                }
            }
            way
        }));
        *ways = rest;
    }
    ways.len() < before
}

/// A finding with its form, such as `ELIG-01 S1 now`.
pub fn name(id: FindingId, shape: Shape) -> String {
    let parts = [
        Some(id.id()),
        shape.strength.map(Strength::id),
        shape.timing.map(Timing::id),
        shape.nation.map(Nation::id),
        shape.urgency.map(Urgency::id),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A set of answers in words made of value ids: `england|wales`, `section-3 (others free)`, `not …`.
pub fn describe(question: Question, answers: Answers) -> String {
    if answers == question.all_answers() {
        return "any".into();
    }
    match question.kind() {
        Kind::One => {
            let ids = |set: Answers| -> Vec<&str> {
                let places: Vec<_> = question.values().iter().copied().chain([NOT_SURE]).collect();
                set.codes().map(|code| places[code as usize]).collect()
            };
            let others = question.all_answers().without(answers);
            if others.len() < answers.len() {
                format!("not {}", ids(others).join("|"))
            } else {
                ids(answers).join("|")
            }
        }
        Kind::Ticks => ticks(question, answers),
    }
}

/// Sets of ticks, as a few patterns: `+x` ticked, `-x` not ticked, what is not named either way; `or` between patterns.
fn ticks(question: Question, answers: Answers) -> String {
    let names: Vec<&str> = question.values().iter().copied().chain([NOT_SURE]).collect();
    let all = question.all_answers();
    let mut patterns = vec![];
    let mut rest = answers;
    // The widest pattern that fits around the lowest code left, again and again.
    while let Some(code) = rest.codes().next() {
        let mut pattern: Vec<(usize, bool)> =
            names.iter().enumerate().map(|(tick, _)| (tick, code >> tick & 1 == 1)).collect();
        for tick in (0..names.len()).rev() {
            let wider: Vec<_> = pattern.iter().copied().filter(|(other, _)| *other != tick).collect();
            if covers(&wider, all).within(answers) {
                pattern = wider;
            }
        }
        rest = rest.without(covers(&pattern, all));
        let none_only = pattern.len() == names.len() && pattern.iter().all(|(_, ticked)| !ticked);
        patterns.push(match question.none_id() {
            Some(none) if none_only => none.to_owned(),
            _ => pattern
                .iter()
                .map(|(tick, ticked)| format!("{}{}", if *ticked { '+' } else { '-' }, names[*tick]))
                .collect::<Vec<_>>()
                .join(" "),
        });
    }
    patterns.join(" or ")
}

/// The codes that a pattern of ticks covers.
fn covers(pattern: &[(usize, bool)], all: Answers) -> Answers {
    pattern.iter().fold(all, |set, (tick, ticked)| {
        let with = Answers::with_tick(*tick as u8);
        if *ticked { set.and(with) } else { set.without(with) }
    })
}
