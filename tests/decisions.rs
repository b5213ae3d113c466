//! The decisions, kept as tables: a change of law is a difference that a solicitor can read.
//!
//! After a change that is meant: `UPDATE_DECISIONS=1 cargo test --test decisions`, then read `git diff`.

use std::{collections::BTreeMap, env, fmt::Write, fs, path::Path};

use s117_checker::law::{
    answers::Answers,
    classes::{Class, classes, describe, ending_classes, name, right_classes},
    fact::Question,
    finding::{FindingId, FindingKind},
    journey::Journey,
};

const JOURNEY: Journey = Journey::Entitled;

/// One class a line: what is found, then the answers that lead there, in the order of the questions.
fn table(head: &str, classes: &[Class]) -> String {
    let mut text = format!("{head}\n");
    for class in classes {
        let findings: Vec<_> = class.findings.iter().map(|(id, shape)| name(*id, *shape)).collect();
        let answers: Vec<_> = class
            .answers
            .iter()
            .map(|(question, answers)| format!("{} = {}", question.id(), describe(*question, *answers)))
            .collect();
        writeln!(text, "{:<24} <- {}", findings.join(", "), answers.join("; ")).expect("writing to a string");
    }
    text
}

/// For each claim, the notes and steps that may go with it.
fn advice(head: &str) -> String {
    let mut lists: BTreeMap<FindingId, Vec<Vec<String>>> = BTreeMap::new();
    for class in classes(JOURNEY) {
        let claims = class.findings.iter().filter(|(id, _)| id.kind() == FindingKind::Claim);
        let claim = claims.map(|(id, _)| *id).next_back().expect("a class has a claim");
        let rest: Vec<_> = class
            .findings
            .iter()
            .filter(|(id, _)| id.kind() != FindingKind::Claim)
            .map(|(id, shape)| name(*id, *shape))
            .collect();
        let lists = lists.entry(claim).or_default();
        if !lists.contains(&rest) {
            lists.push(rest);
        }
    }
    let mut text = format!("{head}\n");
    for (claim, mut lists) in lists {
        lists.sort();
        for list in lists {
            writeln!(text, "{:<8} -> {}", claim.id(), list.join(", ")).expect("writing to a string");
        }
    }
    text
}

#[track_caller]
fn check(file: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/decisions").join(file);
    if env::var_os("UPDATE_DECISIONS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder can be made");
        fs::write(&path, now).expect("the table can be written");
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let changed: Vec<_> = now
        .lines()
        .filter(|line| !kept.lines().any(|old| old == *line))
        .map(|line| format!("+ {line}"))
        .chain(
            kept.lines().filter(|line| !now.lines().any(|new| new == *line)).map(|line| format!("- {line}")),
        )
        .take(20)
        .collect();
    assert!(
        kept == now,
        "the rules no longer decide as tests/decisions/{file} says; if that is meant, \
         UPDATE_DECISIONS=1 cargo test --test decisions\n{}",
        changed.join("\n")
    );
}

#[test]
fn topic_right_decides_as_kept() {
    let head = "# Topic `right`: claim, strength and timing <- the answers that lead there. \
                ELIG-28 has the strength of `ending`.\n# +x ticked, -x not ticked, unnamed: either way.";
    check("right.txt", &table(head, &right_classes(JOURNEY)));
}

#[test]
fn topic_ending_decides_as_kept() {
    let head =
        "# Topic `ending`, before `right` and \"not sure\" cap it: claim <- the answers that lead there.";
    check("ending.txt", &table(head, &ending_classes()));
}

#[test]
fn notes_and_steps_go_with_claims_as_kept() {
    check(
        "advice.txt",
        &advice("# What may go with each last claim: notes, then steps, the main one first."),
    );
}

#[test]
fn sets_of_answers_read_well() {
    let ticks = |codes: &[u8]| codes.iter().fold(Answers::NONE, |set, code| set.or(Answers::only(*code)));
    let q = Question::EndingDone;
    assert_eq!(describe(q, q.all_answers()), "any");
    assert_eq!(describe(q, ticks(&[0])), "none");
    assert_eq!(describe(q, Answers::with_tick(0).and(q.all_answers())), "+needs-reassessed");
    assert_eq!(
        describe(q, q.all_answers().without(Answers::with_tick(0).and(Answers::with_tick(1)))),
        "-needs-reassessed or -took-part"
    );
    assert_eq!(describe(Question::Sure, Answers::only(0)), "yes");
    assert_eq!(describe(Question::Sure, ticks(&[1, 2])), "not yes");
}
