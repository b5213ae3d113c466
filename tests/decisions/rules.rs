//! A fingerprint of the rule behind each finding, so that a signature does not outlive the rule that was read.
//!
//! For a claim: its rows in the decision tables. For a note or step, which no table holds: in which of many made-up
//! cases it is found. For all: the sources, with their marks.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use s117_checker::law::{
    answers::Answers,
    case::{Asked, Case},
    classes::{Outcome, name, outcome, tables},
    commencement::{InForce, Provision},
    date::LAW_CHECKED,
    deadline::{DateKind, Dates, Given},
    fact::{Answer, Kind, Question},
    finding::{FindingId, FindingKind},
    interview::Interview,
    journey::Journey,
};
use sha2::{Digest, Sha256};

/// So many made-up cases are decided in each journey.
pub const CASES: u32 = 10_000;
/// One case in so many is given dates, and decided again with them.
const DATED: u32 = 50;

/// Answered like this in every fourth case, or a proper ending would be too rare to be found.
const GIVEN: [(Question, &str); 2] = [(Question::SaidEnded, "both"), (Question::EndingReason, "no-need-now")];

/// A made-up case, with what is found.
pub struct Example {
    /// The questions asked, each with its one answer.
    pub answers: Vec<Answer>,
    /// What is found: claims, notes, steps.
    pub findings: Outcome,
}

/// The first 16 digits of the SHA-256 of a text.
fn fingerprint(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().take(8).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A number that depends on nothing but these: the answer to one question stays the same when others come or go.
fn chance(number: u32, question: Question) -> u32 {
    let digest = Sha256::digest(format!("{number} {}", question.id()).as_bytes());
    u32::from_le_bytes([digest[0], digest[1], digest[2], digest[3]])
}

/// One of the answers that are offered. Half of them are plain: not "not sure", and few ticks or all.
fn choose(number: u32, question: Question, offered: Answers) -> Answer {
    let given = GIVEN.iter().find(|(about, _)| *about == question && number.is_multiple_of(4));
    if let Some(answer) = given.and_then(|(_, value)| Answer::from_ids(question, [*value]).ok()) {
        return answer;
    }
    let chance = chance(number, question);
    let sure = offered.without(question.unsure_answers());
    let codes: Vec<u8> = match question.kind() {
        _ if chance.is_multiple_of(2) || sure.is_empty() => offered.codes().collect(),
        Kind::One => sure.codes().collect(),
        Kind::Ticks => {
            // One tick, none, or all that can be ticked together.
            let most = sure.codes().map(u8::count_ones).max();
            let plain = |code: &u8| code.count_ones() <= 1 || Some(code.count_ones()) == most;
            sure.codes().filter(plain).collect()
        }
    };
    let code = codes[(chance / 2) as usize % codes.len()];
    Answer::from_code(question, code).expect("a code that is offered")
}

/// Answers whatever the rules ask until they have found something.
fn decide(number: u32, in_force: InForce, rules: impl Fn(&Case) -> Asked<Outcome>) -> Example {
    let (mut case, mut answers) = (Case::under(in_force), Vec::new());
    loop {
        match rules(&case) {
            Ok(findings) => return Example { answers, findings },
            Err(ask) => {
                let answer = choose(number, ask.question, case.offered(ask.question));
                case = case.answered(answer);
                answers.push(answer);
            }
        }
    }
}

/// The same made-up cases every time, decided by the rules with these provisions in force.
pub fn examples(journey: Journey, in_force: InForce) -> Vec<Example> {
    (0..CASES).map(|number| decide(number, in_force, |case| outcome(journey, case))).collect()
}

/// The law today, then with each provision started that Parliament has passed.
pub fn laws() -> impl Iterator<Item = InForce> {
    let to_come = Provision::ALL.iter().filter(|provision| !InForce::TODAY.holds(**provision));
    std::iter::once(InForce::TODAY).chain(to_come.map(|provision| InForce::TODAY.with(*provision)))
}

/// What a made-up case finds on a day, once it has dates: for the few steps that turn on them.
fn with_dates(journey: Journey, example: &Example, number: u32) -> Outcome {
    let interview = example.answers.iter().fold(Interview::new(journey), |all, answer| all.answered(*answer));
    let dates = DateKind::ALL.iter().fold(Dates::NONE, |dates, kind| {
        let days = chance(number, Question::DatesGiven) as i32 / (*kind as i32 + 1) % 130;
        let date = LAW_CHECKED.days_later(if *kind == DateKind::Leaving { days / 4 } else { -days });
        dates.with(*kind, Some(Given { date, approximate: false }))
    });
    let findings = interview.dated(dates).assess(LAW_CHECKED).findings;
    findings.into_iter().map(|finding| (finding.id, finding.shape)).collect()
}

/// The fingerprint of every rule, in the order of the findings.
pub fn rules() -> Vec<(FindingId, String)> {
    let mut rows: BTreeMap<FindingId, String> = BTreeMap::new();
    let mut add = |id: FindingId, row: &str| {
        let _ = writeln!(rows.entry(id).or_default(), "{row}");
    };
    for id in FindingId::ALL {
        for source in id.sources().iter() {
            let facts = source.facts();
            add(*id, &format!("{} {:?} {}", facts.id, facts.mark, facts.firm_though_second_hand));
        }
    }
    let mut seen = BTreeSet::new();
    for (law, in_force) in laws().enumerate() {
        for table in tables(in_force) {
            for (class, line) in table.classes.iter().zip(table.lines()) {
                // Under a law to come, only what it changes.
                if seen.insert((table.name.clone(), line.clone())) {
                    class
                        .findings
                        .iter()
                        .for_each(|(id, _)| add(*id, &format!("{law} {}: {line}", table.name)));
                }
            }
        }
    }
    for journey in Journey::ALL {
        let mut seen = BTreeSet::new();
        for (law, in_force) in laws().enumerate() {
            for (number, example) in (0u32..).zip(examples(*journey, in_force)) {
                let dated = law == 0 && *journey == Journey::Problem && number.is_multiple_of(DATED);
                let dated = if dated { with_dates(*journey, &example, number) } else { vec![] };
                for (id, shape) in example.findings.into_iter().chain(dated) {
                    let row = format!("{} {number} {}", journey.id(), name(id, shape));
                    if id.kind() != FindingKind::Claim && seen.insert(row.clone()) {
                        add(id, &format!("{law} {row}"));
                    }
                }
            }
        }
    }
    rows.into_iter().map(|(id, rows)| (id, fingerprint(&rows))).collect()
}

/// What `tests/decisions/hashes.txt` must hold.
pub fn file() -> String {
    let head = "# For each finding a fingerprint of its rule, so that a signature in reviews.txt does not outlive it.\n";
    rules().into_iter().fold(head.to_owned(), |mut text, (id, print)| {
        let _ = writeln!(text, "{} {print}", id.id());
        text
    })
}
