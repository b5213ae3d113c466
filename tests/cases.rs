//! Named situations as data, each with its authority: `tests/cases/*.toml`.

#[path = "cases/reading.rs"]
mod reading;

use reading::{Case, Claim, Given, cases};
use s117_checker::law::{
    classes::name,
    date::LAW_CHECKED,
    finding::{Finding, FindingId, FindingKind, Topic},
};

/// What was found, in as much detail as the case expects: it may leave timing and nation open.
fn found_claim(finding: &Finding, expected: Option<&Claim>) -> Claim {
    let shape = finding.shape;
    let timing = shape.timing.map(|timing| timing.id().to_owned());
    let nation = shape.nation.map(|nation| nation.id().to_owned());
    Claim {
        id: finding.id.id().into(),
        strength: shape.strength.map_or("", |strength| strength.id()).into(),
        timing: expected.and_then(|claim| claim.timing.as_ref()).and(timing),
        nation: expected.and_then(|claim| claim.nation.as_ref()).and(nation),
    }
}

/// What a case decides otherwise than it says.
fn problems_of(case: &Case) -> Vec<String> {
    let interview = match case.interview() {
        Ok(interview) => interview,
        Err(problem) => return vec![problem],
    };
    let mut problems = vec![];
    if let Some(next) = interview.next() {
        return vec![format!("{} is still asked", next.id())];
    }
    for id in case.answers.keys() {
        let asked = interview.trail().iter().any(|answer| answer.question.id() == id);
        if !asked {
            problems.push(format!("{id} is not asked"));
        }
    }
    let assessment = interview.assess(LAW_CHECKED);
    let claim = |topic| assessment.claims().find(|finding| finding.id.topic() == topic);
    let mut compare = |expected: Option<&Claim>, found: Option<&Finding>| {
        let found = found.map(|finding| found_claim(finding, expected));
        if found.as_ref() != expected {
            problems.push(format!("expected {expected:?}, found {found:?}"));
        }
    };
    compare(Some(&case.right), claim(Topic::Right));
    compare(case.ending.as_ref(), claim(Topic::Ending));
    let others: Vec<Claim> = assessment
        .claims()
        .filter(|finding| !matches!(finding.id.topic(), Topic::Right | Topic::Ending))
        .enumerate()
        .map(|(place, finding)| found_claim(finding, case.claims.get(place)))
        .collect();
    if others != case.claims {
        problems.push(format!("expected {:?}, found {others:?}", case.claims));
    }
    let all = |kind| assessment.of_kind(kind).map(|one| name(one.id, one.shape)).collect::<Vec<_>>();
    let mut compare_all = |expected: &Option<Vec<String>>, found: Vec<String>| {
        let Some(expected) = expected else { return };
        let same = match expected.split_last() {
            Some((last, first)) if last == "..." => found.starts_with(first),
            _ => found == *expected,
        };
        if !same {
            problems.push(format!("expected {expected:?}, found {found:?}"));
        }
    };
    compare_all(&case.notes, all(FindingKind::Note));
    compare_all(&case.steps, all(FindingKind::Step));
    let found = |id: &String| assessment.findings.iter().any(|finding| finding.id.id() == id);
    problems.extend(case.with.iter().filter(|id| !found(id)).map(|id| format!("{id} is missing")));
    problems.extend(case.without.iter().filter(|id| found(id)).map(|id| format!("{id} should not be there")));
    problems
}

#[test]
fn every_named_situation_is_decided_as_its_authority_says() {
    let mut problems = vec![];
    for (file, case) in cases() {
        assert!(!case.authority.trim().is_empty(), "{file}: {} has no authority", case.name);
        for problem in problems_of(&case) {
            problems.push(format!("{file}: {}\n    {problem}", case.name));
        }
    }
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn the_cases_are_many_and_hard_enough() {
    let cases = cases();
    let names: std::collections::BTreeSet<_> = cases.iter().map(|(_, case)| &case.name).collect();
    assert_eq!(names.len(), cases.len(), "two cases have one name");
    let soft = |claim: &Claim| !matches!(claim.strength.as_str(), "S1" | "S2");
    let soft = cases.iter().filter(|(_, case)| soft(&case.right) || case.claims.iter().any(soft)).count();
    let welsh = cases.iter().filter(
        |(_, case)| matches!(case.answers.get("F-NAT-NOW"), Some(Given::One(nation)) if nation == "wales"),
    );
    let welsh = welsh.count();
    println!("{} cases, {soft} with a claim of S3, S4, S5 or S0, {welsh} are Welsh", cases.len());
    let journeys = |id: &str| cases.iter().filter(|(_, case)| case.journey == id).count();
    assert!(journeys("who-pays") >= 20 && journeys("problem") >= 60);
    let claimed = |id: FindingId| {
        cases.iter().any(|(_, case)| {
            [Some(&case.right), case.ending.as_ref()]
                .into_iter()
                .flatten()
                .chain(&case.claims)
                .any(|it| it.id == id.id())
        })
    };
    let never: Vec<_> = FindingId::ALL
        .iter()
        .filter(|id| id.kind() == FindingKind::Claim && **id != FindingId::PlacingCouncil && !claimed(**id))
        .map(|id| id.id())
        .collect();
    assert!(never.is_empty(), "no named case ends in {never:?}");
    assert!(cases.len() >= 150 && soft >= 60 && welsh >= 30);
    assert!(soft * 2 >= cases.len() && welsh * 5 >= cases.len());
}
