//! The `assess` command: what it reads, what it refuses, what it writes.

#[path = "../examples/assess/case_file.rs"]
mod case_file;
#[path = "../examples/assess/listing.rs"]
mod listing;
#[path = "../examples/assess/report.rs"]
mod report;
#[path = "../examples/assess/run.rs"]
mod run;

use serde_json::{Value, json};

fn assess(words: &[&str], input: &str) -> Result<String, String> {
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let mut out = vec![];
    match run::run(&words, || Ok(input.to_owned()), &mut out) {
        Ok(()) => Ok(String::from_utf8(out).expect("output is text")),
        Err(run::Stop::Input(problem)) => Err(problem),
        Err(run::Stop::Output(error)) => panic!("{error}"),
    }
}

fn json_of(input: Value) -> Value {
    let out = assess(&[], &input.to_string()).expect("a good case");
    serde_json::from_str(&out).expect("output is JSON")
}

#[test]
fn a_finished_case_gives_findings_with_reasons_and_sources() {
    let found = json_of(json!({
        "journey": "entitled", "date": "2026-11-22",
        "answers": {"F-NAT-NOW": "wales", "F-WHERE": "on-cto"}
    }));
    assert_eq!(found["next"], Value::Null);
    assert_eq!(
        found["findings"][0],
        json!({
            "id": "ELIG-02", "topic": "right", "kind": "claim", "strength": "S1", "timing": "now",
            "because": ["F-NAT-NOW", "F-WHERE"], "sources": ["MHA117(2)", "MHA117(1)"]
        })
    );
    assert_eq!(found["findings"][1]["id"], "END-01");
    let steps = found["findings"].as_array().expect("a list").iter().filter(|one| one["kind"] == "step");
    assert!(steps.count() >= 2);
}

#[test]
fn an_unfinished_case_names_the_next_question() {
    let found = json_of(json!({"answers": {"F-WHERE": "out"}}));
    assert_eq!(found["findings"], json!([]));
    assert_eq!(found["next"]["question"], "F-NAT-NOW");
    assert_eq!(json_of(json!({}))["next"]["question"], "F-NAT-NOW");
    let next = &json_of(json!({"answers": {"F-NAT-NOW": "england", "F-WHERE": "out", "F-SECTS": ["court"],
        "F-COURT": "guardianship"}}))["next"];
    assert_eq!(next["question"], "F-CLUE");
    assert!(!next["values"].as_array().expect("a list").contains(&json!("judge")));
}

#[test]
fn reasons_name_only_what_matters() {
    let found = json_of(
        json!({"answers": {"F-NAT-NOW": "england", "F-WHERE": "prison", "F-SECTS": ["from-prison"]}}),
    );
    assert_eq!(found["findings"][0]["because"], json!(["F-NAT-NOW", "F-WHERE", "F-SECTS"]));
    // Without permission, it does not matter in which nation.
    let found = json_of(
        json!({"answers": {"F-NAT-NOW": "wales", "F-WHERE": "on-leave", "F-LEAVE": "without-permission"}}),
    );
    assert_eq!(found["findings"][0]["because"], json!(["F-WHERE", "F-LEAVE"]));
}

#[test]
fn s0_is_withheld_once_the_law_is_stale() {
    let case = |date: &str| {
        json_of(json!({"date": date, "answers": {"F-NAT-NOW": "england", "F-WHERE": "out",
            "F-SECTS": ["only-other-kinds"], "F-CLUE": ["none"], "F-SURE": "yes"}}))["findings"][0]["strength"]
            .clone()
    };
    assert_eq!([case("2026-11-22"), case("2027-11-22"), case("2027-11-23")], ["S0", "S0", "S4"]);
}

#[test]
fn what_is_wrong_is_named_with_what_is_allowed() {
    let table = [
        ("", "not a case: "),
        ("[]", "not a case: "),
        ("{\"answers\": {}", "not a case: "),
        (r#"{"answer": {}}"#, "answer: no such key; allowed: answers, dates, journey, date"),
        (r#"{"answers": {}, "answers": {}}"#, "not a case: answers: given twice"),
        (r#"{"answers": []}"#, "answers: an object is allowed"),
        (
            r#"{"journey": "entitle"}"#,
            "journey: \"entitle\" is none; allowed: \"entitled\", \"who-pays\", \"problem\"",
        ),
        (r#"{"dates": []}"#, "dates: an object is allowed"),
        (r#"{"dates": {"birth": "2000-01-01"}}"#, "dates.birth: no such date; allowed: decision, found-out"),
        (r#"{"dates": {"decision": "2026-02-30"}}"#, "dates.decision: \"2026-02-30\" is none"),
        (r#"{"dates": {"leaving": {"about": 3}}}"#, "dates.leaving: 3 is none"),
        (r#"{"journey": 3}"#, "journey: 3 is none"),
        (r#"{"date": "2026-02-30"}"#, "date: \"2026-02-30\" is none; allowed: a date that exists"),
        (r#"{"date": 20261122}"#, "date: 20261122 is none"),
        (
            r#"{"answers": {"F-NOPE": "x"}}"#,
            "answers.F-NOPE: no question of the journey \"entitled\"; allowed: F-NAT-NOW",
        ),
        (
            r#"{"answers": {"F-NAT-NOW": "France"}}"#,
            "answers.F-NAT-NOW: no value \"France\"; allowed: england, wales",
        ),
        (r#"{"answers": {"F-NAT-NOW": ["england"]}}"#, "answers.F-NAT-NOW: one value as a string is allowed"),
        (r#"{"answers": {"F-NAT-NOW": null}}"#, "answers.F-NAT-NOW: one value as a string is allowed"),
        (r#"{"answers": {"F-SECTS": "section-3"}}"#, "answers.F-SECTS: a list of values is allowed"),
        (r#"{"answers": {"F-SECTS": [3]}}"#, "answers.F-SECTS: a list of values is allowed"),
        (r#"{"answers": {"F-SECTS": []}}"#, "answers.F-SECTS: at least one value is needed"),
        (
            r#"{"answers": {"F-SECTS": ["only-other-kinds", "section-3"]}}"#,
            "answers.F-SECTS: \"only-other-kinds\" excludes other values",
        ),
        (
            r#"{"answers": {"F-NAT-NOW": "england", "F-WHERE": "on-cto", "F-SECTS": ["section-3"]}}"#,
            "answers.F-SECTS: the other answers rule this question out; allowed here: F-NAT-NOW, F-WHERE",
        ),
        (
            r#"{"answers": {"F-WHERE": "out", "F-LEAVE": "overnight"}}"#,
            "answers.F-LEAVE: the other answers rule this question out",
        ),
        (
            r#"{"answers": {"F-NAT-NOW": "england", "F-WHERE": "out", "F-SECTS": ["court"],
                "F-COURT": "guardianship", "F-CLUE": ["judge"]}}"#,
            "answers.F-CLUE: judge is not offered beside the other answers; allowed: more-than-28-days",
        ),
    ];
    for (input, expected) in table {
        let problem = assess(&[], input).expect_err(input);
        assert!(problem.starts_with(expected), "{input}\n  {problem}\n  {expected}");
        assert!(!problem.contains('\n'), "one line: {problem}");
    }
    for words in [&["--texts"][..], &["--text", "--paths"], &["case.json"]] {
        let problem = assess(words, "{}").expect_err("a wrong word");
        assert!(problem.contains("allowed: --text, --questions"), "{problem}");
    }
}

#[test]
fn the_lists_are_whole() {
    let questions = assess(&["--questions"], "").expect("a list");
    for question in s117_checker::law::fact::Question::ALL {
        assert!(questions.contains(&format!("{} (", question.id())));
        for value in question.value_ids() {
            assert!(questions.contains(&format!("    {value} ")), "{value}");
        }
    }
    let paths = assess(&["--paths"], "").expect("a list");
    assert_eq!(paths.lines().count(), s117_checker::law::classes::classes().len());
    assert!(paths.lines().all(|line| line.contains(" <- F-NAT-NOW = ")));
}

#[test]
fn the_text_says_all_that_the_findings_do() {
    let input = r#"{"answers": {"F-NAT-NOW": "england", "F-WHERE": "out", "F-SECTS": ["section-3"],
        "F-WHEN": "since-july-2022", "F-END": "no-gets-help", "F-JAIL": "not-sure"}}"#;
    let text = assess(&["--text"], input).expect("a good case");
    for part in
        ["[ELIG-01 S2 now]", "Because: ", "(F-SECTS)", "Source: ", "Law checked 2026-11-22", "https://"]
    {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
}

#[test]
fn the_later_journeys_find_who_is_responsible_what_is_free_and_what_to_do() {
    let at_home = json!({"F-NAT-NOW": "wales", "F-WHERE": "out", "F-SECTS": ["section-3"], "F-WHEN": "since-july-2022",
        "F-END": "no-gets-help", "F-JAIL": "no", "F-NAT-BEFORE": "wales"});
    let with = |more: Value| {
        let mut answers = at_home.as_object().expect("an object").clone();
        answers.extend(more.as_object().expect("an object").clone());
        answers
    };
    let ids = |found: &Value, kind: &str| -> Vec<String> {
        let of_kind = found["findings"].as_array().expect("a list").iter().filter(|one| one["kind"] == kind);
        of_kind.map(|one| one["id"].as_str().expect("an id").to_owned()).collect()
    };
    let who_pays =
        json_of(json!({"journey": "who-pays", "answers": with(json!({"F-ARGUE": "nobody", "F-TIMES": "one",
        "F-PAY": ["help"], "F-NEED": "mental-health", "F-PAYWHY": "savings"}))}));
    assert_eq!(ids(&who_pays, "claim"), ["ELIG-01", "PAY-04", "PAY-24", "PAY-07"]);
    assert!(
        who_pays["findings"]
            .as_array()
            .expect("a list")
            .iter()
            .filter(|one| one["kind"] == "claim")
            .all(|one| { one["strength"] == "S1" })
    );
    assert_eq!(ids(&who_pays, "note"), ["W-16", "PAY-26", "PAY-12", "PAY-13"]);
    assert_eq!(who_pays["next"], Value::Null);

    let problem = json_of(json!({"journey": "problem", "date": "2026-12-20",
        "answers": with(json!({"F-ISSUE": "refused", "F-NEED": "mental-health"})),
        "dates": {"decision": "2026-12-01"}}));
    assert_eq!(ids(&problem, "claim"), ["ELIG-01", "WHAT-01"]);
    assert_eq!(ids(&problem, "step")[0], "ACT-02");
    let first = &problem["deadlines"][0];
    assert_eq!((&first["id"], &first["act-before-the-end-of"]), (&json!("DL-01"), &json!("2027-02-28")));
    assert!(!problem["deadlines"].to_string().contains("england"), "the bodies are Welsh: {problem}");
}

#[test]
fn passed_law_can_be_previewed_and_says_what_would_change() {
    let placed = r#"{"journey": "problem", "answers": {"F-ISSUE": "bodies-argue", "F-NAT-NOW": "england", "F-WHERE": "on-cto",
        "F-WHEN": "since-july-2022", "F-NAT-BEFORE": "placed-by-england", "F-TIMES": "one", "F-ARGUE": "nobody"}}"#;
    let now = assess(&[], placed).expect("a good case");
    assert!(
        now.contains("PAY-19") && now.contains("PAY-26") && !now.contains("O-09\",\"kind\":\"claim"),
        "{now}"
    );
    let then = assess(&["--commenced", "mha2025.46"], placed).expect("a good case");
    assert!(!then.contains("PAY-19") && !then.contains("PAY-26") && then.contains("\"O-09\""), "{then}");

    let changed = assess(&["--decisions", "--commenced", "mha2025.46"], "").expect("a list");
    assert!(changed.contains("## council") && changed.contains("## ending") && !changed.contains("## right"));
    assert!(assess(&["--decisions", "--commenced", "mha2025.51"], "").expect("a list").is_empty());
    assert!(assess(&["--decisions"], "").expect("a list").contains("## dp nhs"));

    // The day on the command line stands for the case's own.
    let stale =
        assess(&["--text", "--as-at", "2030-01-01"], r#"{"date": "2026-11-22"}"#).expect("a good case");
    assert!(stale.contains("too long ago"), "{stale}");
    for (words, expected) in [
        (&["--commenced", "mha2025.99"][..], "--commenced: no provision \"mha2025.99\"; allowed: mha2025.45"),
        (&["--as-at", "soon"], "--as-at: \"soon\" is none"),
        (&["--as-at"], "--as-at: \"\" is none"),
    ] {
        assert!(assess(words, "{}").expect_err("wrong").starts_with(expected), "{words:?}");
    }
}
