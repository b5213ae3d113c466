//! A second statement of the law, by another hand: `tests/statement/*.toml`, written from the legal specification
//! alone. Compared with the rules on every path, before "not sure" caps them (that cap has its own second
//! statement in `paths.rs` and `later_paths.rs`).
//!
//! A row is `when` it holds, what is claimed and how firmly. Expressions: `F-X is (a, b)`, `F-X has a`,
//! `F-X asked`, `anything not-sure`, `RIGHT is …`, `RIGHT-STRENGTH is …`, `RIGHT-TIMING is …`, `ENDING is …`, `THING is …`,
//! names from `[define]`, `always`, `and`, `or`, `not`, parentheses.

#[path = "statement/expression.rs"]
mod expression;

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    fs,
    path::Path,
};

use expression::{Defined, Expression, View};
use s117_checker::law::{
    case::{Asked, Case},
    fact::{Question, Value, Whereabouts},
    finding::{Strength, Timing},
    journey::{Journey, Subject, Summary},
    ways::Given,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    define: BTreeMap<String, String>,
    row: Vec<RowText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RowText {
    id: String,
    when: String,
    strength: Choice,
    timing: Option<Choice>,
    #[serde(default)]
    at_most: Vec<(String, String)>,
    #[serde(default)]
    capped: bool,
    #[allow(dead_code)]
    source: Option<String>,
}

/// One value for all, or the first whose condition holds.
#[derive(Deserialize, Clone)]
#[serde(untagged)]
enum Choice {
    Always(String),
    By(Vec<(String, String)>),
}

struct Table {
    name: &'static str,
    rows: Vec<Row>,
    in_hospital: Option<Expression>,
}

struct Row {
    id: String,
    when: Expression,
    strength: Vec<(String, Expression)>,
    timing: Option<Vec<(String, Expression)>>,
    at_most: Vec<(String, Expression)>,
    capped: bool,
}

/// What a row says: id, strength, timing where it gives one, and whether it rests on the right.
struct Said {
    id: String,
    strength: String,
    timing: Option<String>,
    at_most: Option<String>,
    capped: bool,
}

fn table(name: &'static str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/statement/{name}.toml"));
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let defined = Defined::new(file.define);
    let read = |text: &str| {
        Expression::read(text, &defined).unwrap_or_else(|error| panic!("{name}: {text}: {error}"))
    };
    let choices = |choice: Choice| match choice {
        Choice::Always(value) => vec![(value, read("always"))],
        Choice::By(list) => list.into_iter().map(|(value, when)| (value, read(&when))).collect(),
    };
    let rows = file.row.into_iter().map(|row| Row {
        when: read(&row.when),
        strength: choices(row.strength),
        timing: row.timing.map(choices),
        at_most: row.at_most.iter().map(|(value, when)| (value.clone(), read(when))).collect(),
        id: row.id,
        capped: row.capped,
    });
    let in_hospital = defined.has("IN-HOSPITAL").then(|| read("IN-HOSPITAL"));
    Table { name, rows: rows.collect(), in_hospital }
}

impl Table {
    /// The first row that holds.
    fn says(&self, view: &View) -> Asked<Option<Said>> {
        let first = |list: &[(String, Expression)]| -> Asked<Option<String>> {
            for (value, when) in list {
                if when.holds(view)? {
                    return Ok(Some(value.clone()));
                }
            }
            Ok(None)
        };
        for row in &self.rows {
            if row.when.holds(view)? {
                let strength = first(&row.strength)?;
                return Ok(Some(Said {
                    id: row.id.clone(),
                    strength: strength
                        .unwrap_or_else(|| panic!("{}: {} has no strength here", self.name, row.id)),
                    timing: match &row.timing {
                        Some(list) => first(list)?,
                        None => None,
                    },
                    at_most: first(&row.at_most)?,
                    capped: row.capped,
                }));
            }
        }
        Ok(None)
    }
}

fn strength(id: &str) -> Strength {
    *Strength::ALL.iter().find(|strength| strength.id() == id).unwrap_or_else(|| panic!("no strength {id}"))
}

/// Where the two statements read an unclear point of the specification in two ways. Each must occur, or it is out
/// of date; everything else is a disagreement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Reading {
    /// 8.0: is somebody on leave "in hospital now"? The rules: yes, detention has not ended, so the right comes on
    /// leaving. The statement: no, so now.
    OnLeaveIsInHospital,
    /// ELIG-08, "in hospital now … under another section": the rules take leave from such a section in, the statement
    /// ends at ELIG-01, which says the same at the same strength.
    OnLeaveFromAnotherSection,
    /// ELIG-28, "before April 2015": the rules count "not sure" in at once, as ELIG-10 does; the statement leaves it to
    /// 8.7.5, which gives S2 too. PAY-01 and PAY-04 the other way round.
    NotSureWhenLeft,
}

fn reading(rules: &str, statement: &str, way: &Case) -> Option<Reading> {
    let on_leave = way.lies_in(Whereabouts::QUESTION, Whereabouts::OnLeave.answers()) == Ok(true);
    let not_sure_when = way.lies_in(Question::LastLeft, Question::LastLeft.unsure_answers()) == Ok(true);
    if on_leave && statement == rules.replace("on-leaving", "now") {
        return Some(Reading::OnLeaveIsInHospital);
    }
    if on_leave && statement == rules.replace("ELIG-08", "ELIG-01") {
        return Some(Reading::OnLeaveFromAnotherSection);
    }
    if not_sure_when && statement.replace("S2", "S1") == rules.replace("S2", "S1") {
        return Some(Reading::NotSureWhenLeft);
    }
    None
}

/// Disagreements: each once, with a path that shows it.
#[derive(Default)]
struct Disagreements {
    unexplained: BTreeMap<String, String>,
    readings: BTreeSet<Reading>,
}

impl Disagreements {
    fn note(&mut self, rules: String, statement: String, way: &Case) {
        if rules == statement {
            return;
        }
        if let Some(reading) = reading(&rules, &statement, way) {
            self.readings.insert(reading);
            return;
        }
        let answers: Vec<_> = way
            .asked()
            .filter_map(|question| {
                let code = way.possible(question).codes().next()?;
                let answer = s117_checker::law::fact::Answer::from_code(question, code)?;
                Some(format!("{}={}", question.id(), answer.ids().join("+")))
            })
            .collect();
        self.unexplained
            .entry(format!("rules {rules}, statement {statement}"))
            .or_insert_with(|| answers.join(" "));
    }

    #[track_caller]
    fn expect_only(self, readings: &[Reading]) {
        let lines: Vec<_> =
            self.unexplained.iter().map(|(what, path)| format!("{what}\n    {path}")).collect();
        assert!(lines.is_empty(), "{} disagreements:\n{}", lines.len(), lines.join("\n"));
        assert_eq!(self.readings.into_iter().collect::<Vec<_>>(), readings, "a reading is out of date");
    }
}

#[test]
fn the_right_and_its_ending_agree_on_every_path() {
    let (right, ending) = (table("right"), table("ending"));
    let mut disagreements = Disagreements::default();
    let followed = Given::new(Case::EMPTY).every_way(
        |case| {
            let rules = Journey::Entitled.asked_of_the_right(case)?;
            let view = View::new(case);
            let said = right.says(&view)?;
            let ends = if rules.ending.is_some() { ending.says(&view)? } else { None };
            let in_hospital = match &right.in_hospital {
                Some(in_hospital) => in_hospital.holds(&view)?,
                None => case.lies_in(Whereabouts::QUESTION, Whereabouts::HospitalHeld.answers())?,
            };
            Ok((rules, said, ends, in_hospital))
        },
        |way, (rules, said, ends, in_hospital)| {
            let timing = |said: &Said| {
                said.timing.clone().unwrap_or(if in_hospital { "on-leaving" } else { "now" }.into())
            };
            let claim = |claim: s117_checker::law::claim::Claim| {
                format!("{} {} {}", claim.id.id(), claim.strength.id(), claim.timing.id())
            };
            let Some(said) = said else {
                disagreements.note(claim(rules.right), "no row".into(), way);
                return true;
            };
            let cap = strength(said.at_most.as_deref().unwrap_or("S1"));
            let right_strength = if said.strength == "ending" { cap } else { strength(&said.strength) };
            let ended = ends.as_ref().map(|ends| strength(&ends.strength).resting_on(right_strength));
            let final_right = if said.strength == "ending" { ended.unwrap_or(cap) } else { right_strength };
            let stated = format!("{} {} {}", said.id, final_right.id(), timing(&said));
            disagreements.note(claim(rules.right), stated, way);
            if let Some(ending) = rules.ending {
                let stated = match (&ends, ended) {
                    (Some(ends), Some(strength)) => {
                        format!("{} {} {}", ends.id, strength.id(), timing(&said))
                    }
                    _ => "no row".into(),
                };
                disagreements.note(claim(ending), stated, way);
            }
            true
        },
    );
    assert_eq!(followed, Ok(true));
    disagreements.expect_only(&[
        Reading::OnLeaveIsInHospital,
        Reading::OnLeaveFromAnotherSection,
        Reading::NotSureWhenLeft,
    ]);
}

#[test]
fn the_later_topics_agree_on_every_path() {
    let tables = ["council", "nhs", "dispute", "money", "what", "dp"].map(table);
    let mut disagreements = Disagreements::default();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (summary, kept) in summaries() {
        let followed = Given::any_of(kept).every_way(
            |case| {
                let claims = Journey::Problem.others(case, &summary)?;
                let mut said = vec![];
                for (subject, _) in &claims {
                    let (table, thing) = match subject {
                        Subject::Council => (0, None),
                        Subject::Nhs => (1, None),
                        Subject::Dispute => (2, None),
                        Subject::Money(thing) => (3, Some(thing.id())),
                        Subject::What => (4, None),
                        Subject::CouncilPayment => (5, Some("council")),
                        Subject::NhsPayment => (5, Some("nhs")),
                    };
                    said.push(tables[table].says(&View { case, summary: Some(&summary), thing })?);
                }
                // Nobody disagrees: then the statement must not make a claim either.
                let argued = claims.iter().any(|(subject, _)| *subject == Subject::Dispute);
                let bodies = claims.iter().any(|(subject, _)| *subject == Subject::Council);
                let silent = if bodies && !argued {
                    tables[2].says(&View { case, summary: Some(&summary), thing: None })?
                } else {
                    None
                };
                Ok((claims, said, silent))
            },
            |way, (claims, said, silent)| {
                for ((_, claim), said) in claims.iter().zip(said) {
                    let stated = said.map_or("no row".into(), |said| {
                        let own = strength(&said.strength);
                        let capped = if said.capped { own.resting_on(summary.right.strength) } else { own };
                        format!("{} {}", said.id, capped.id())
                    });
                    seen.insert(claim.id.id().to_owned());
                    disagreements.note(format!("{} {}", claim.id.id(), claim.strength.id()), stated, way);
                }
                if let Some(said) = silent {
                    disagreements.note("no dispute".into(), said.id, way);
                }
                true
            },
        );
        assert_eq!(followed, Ok(true));
    }
    println!("{} claims compared", seen.len());
    assert_eq!(seen.len(), 40, "every claim of 8.4 and 8.5: {seen:?}");
    disagreements.expect_only(&[Reading::NotSureWhenLeft]);
}

/// Every summary of the right that later tables tell apart, with what else they read.
fn summaries() -> Vec<(Summary, Case)> {
    let mut told_apart = HashSet::new();
    let mut all = vec![];
    let followed = Given::new(Case::EMPTY).every_way(
        |case| Journey::Problem.summary(case),
        |way, summary: Summary| {
            let read = [Question::Issue, Question::NationNow, Question::Whereabouts, Question::LastLeft];
            let kept =
                read.iter().fold(Case::EMPTY, |case, question| case.with(*question, way.possible(*question)));
            let state: (&str, Strength, Timing, Option<&str>) = (
                if summary.right.id.id() == "ELIG-28" { "ELIG-28" } else { "" },
                summary.right.strength,
                summary.right.timing,
                summary.ending.map(|ending| ending.id.id()),
            );
            if told_apart.insert((state, kept)) {
                all.push((summary, kept));
            }
            true
        },
    );
    assert_eq!(followed, Ok(true));
    all
}
