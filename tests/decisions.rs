//! The decisions, kept as tables: a change of law is a difference that a solicitor can read.
//!
//! After a change that is meant: `UPDATE_DECISIONS=1 cargo test --test decisions`, then read `git diff`.

#[path = "decisions/rules.rs"]
mod rules;

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write,
    fs,
    path::Path,
};

use s117_checker::law::{
    answers::Answers,
    classes::{classes, describe, name, tables},
    commencement::{InForce, Provision},
    fact::Question,
    finding::{FindingId, FindingKind},
    journey::Journey,
};

/// For each claim, the notes and steps that may go with it.
fn advice(head: &str) -> String {
    let mut lists: BTreeMap<FindingId, Vec<Vec<String>>> = BTreeMap::new();
    for class in classes() {
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
fn every_topic_decides_as_kept() {
    let heads = [
        (
            "right",
            "# Topic `right`: claim, strength and timing <- the answers that lead there. ELIG-28 has the strength of \
             `ending`.\n# +x ticked, -x not ticked, unnamed: either way.",
        ),
        (
            "ending",
            "# Topic `ending`, before `right` and \"not sure\" cap it: claim <- the answers that lead there.",
        ),
        (
            "later",
            "# The later topics, for a right that is S1 now, before \"not sure\" caps them: claim <- the answers \
             that lead there.",
        ),
    ];
    let mut files = heads.map(|(_, head)| format!("{head}\n"));
    for table in tables(InForce::TODAY) {
        let lines = table.lines().join("\n");
        match heads.iter().position(|(name, _)| *name == table.name) {
            Some(own) => writeln!(files[own], "{lines}"),
            None => writeln!(files[2], "\n## {}\n{lines}", table.name),
        }
        .expect("writing to a string");
    }
    for ((name, _), text) in heads.iter().zip(&files) {
        check(&format!("{name}.txt"), text);
    }
}

#[test]
fn a_provision_that_starts_changes_what_its_section_says_and_nothing_else() {
    let changed = |provision: Provision| -> Vec<(String, String)> {
        let before = tables(InForce::TODAY);
        let after = tables(InForce::TODAY.with(provision));
        let lines = before.iter().zip(&after).flat_map(|(before, after)| {
            let old = before.lines();
            let new = after.lines().into_iter().filter(move |line| !old.contains(line));
            new.map(|line| (after.name.clone(), line)).collect::<Vec<_>>()
        });
        lines.collect()
    };
    let notice = changed(Provision::NoticeAndDeeming);
    assert!(notice.iter().all(|(topic, _)| topic == "ending" || topic == "council"), "{notice:?}");
    assert!(
        notice.iter().any(|(topic, line)| topic == "council" && line.starts_with("O-09 S2")),
        "placed by a council: that council"
    );
    assert!(
        notice.iter().any(|(_, line)| line.starts_with("END-04") && line.contains("-in-writing")),
        "without notice in writing the ending can be challenged: {notice:?}"
    );
    assert_eq!(changed(Provision::TribunalMayRecommend), vec![]);
    // Nothing that users are told turns on section 51.
    assert_eq!(changed(Provision::ProvidersArePublicAuthorities), vec![]);
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

#[test]
fn every_rule_has_the_fingerprint_that_signatures_are_compared_with() {
    check("hashes.txt", &rules::file());
}

#[test]
fn the_made_up_cases_reach_every_note_and_step() {
    let found: BTreeSet<FindingId> = Journey::ALL
        .iter()
        .flat_map(|journey| rules::laws().flat_map(|law| rules::examples(*journey, law)))
        .flat_map(|example| example.findings)
        .map(|(id, _)| id)
        .collect();
    let missing: Vec<_> = FindingId::ALL
        .iter()
        .filter(|id| id.kind() != FindingKind::Claim && !found.contains(id))
        .map(|id| id.id())
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}
