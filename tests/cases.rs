//! Named situations as data, each with its authority: `tests/cases/*.toml`.

use std::{collections::BTreeMap, fs, path::Path};

use s117_checker::law::{
    classes::name,
    date::LAW_CHECKED,
    fact::{Answer, Question},
    finding::{Finding, FindingId, FindingKind, Topic},
    interview::Interview,
    journey::Journey,
};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(default = "entitled")]
    journey: String,
    authority: String,
    answers: BTreeMap<String, Given>,
    right: Claim,
    ending: Option<Claim>,
    /// All other claims, in the order they are made.
    #[serde(default)]
    claims: Vec<Claim>,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    without: Vec<String>,
    /// All notes, in their order; a case may leave them open.
    notes: Option<Vec<String>>,
    /// All steps in the order to take them, each with its nation; the first ones, where `...` ends the list.
    steps: Option<Vec<String>>,
}

fn entitled() -> String {
    Journey::Entitled.id().into()
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Given {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Claim {
    id: String,
    strength: String,
    timing: Option<String>,
    nation: Option<String>,
}

/// Every case, with the file it stands in.
fn cases() -> Vec<(String, Case)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .flat_map(|path| {
            let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(path).expect("cases are text");
            let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            file.case.into_iter().map(move |case| (name.clone(), case))
        })
        .collect()
}

impl Claim {
    /// What was found, in as much detail as the case expects: it may leave timing and nation open.
    fn found(finding: &Finding, expected: Option<&Claim>) -> Self {
        let shape = finding.shape;
        let timing = shape.timing.map(|timing| timing.id().to_owned());
        let nation = shape.nation.map(|nation| nation.id().to_owned());
        Self {
            id: finding.id.id().into(),
            strength: shape.strength.map_or("", |strength| strength.id()).into(),
            timing: expected.and_then(|claim| claim.timing.as_ref()).and(timing),
            nation: expected.and_then(|claim| claim.nation.as_ref()).and(nation),
        }
    }
}

impl Case {
    fn interview(&self) -> Result<Interview, String> {
        let journey = Journey::from_id(&self.journey).ok_or(format!("no journey {}", self.journey))?;
        self.answers.iter().try_fold(Interview::new(journey), |interview, (id, given)| {
            let question = Question::from_id(id).ok_or(format!("no question {id}"))?;
            let values: Vec<&str> = match given {
                Given::One(value) => vec![value],
                Given::Many(values) => values.iter().map(String::as_str).collect(),
            };
            let answer = Answer::from_ids(question, values).map_err(|error| format!("{id}: {error:?}"))?;
            Ok(interview.answered(answer))
        })
    }

    fn problems(&self) -> Vec<String> {
        let interview = match self.interview() {
            Ok(interview) => interview,
            Err(problem) => return vec![problem],
        };
        let mut problems = vec![];
        if let Some(next) = interview.next() {
            return vec![format!("{} is still asked", next.id())];
        }
        for id in self.answers.keys() {
            let asked = interview.trail().iter().any(|answer| answer.question.id() == id);
            if !asked {
                problems.push(format!("{id} is not asked"));
            }
        }
        let assessment = interview.assess(LAW_CHECKED);
        let claim = |topic| assessment.claims().find(|finding| finding.id.topic() == topic);
        let mut compare = |expected: Option<&Claim>, found: Option<&Finding>| {
            let found = found.map(|finding| Claim::found(finding, expected));
            if found.as_ref() != expected {
                problems.push(format!("expected {expected:?}, found {found:?}"));
            }
        };
        compare(Some(&self.right), claim(Topic::Right));
        compare(self.ending.as_ref(), claim(Topic::Ending));
        let others: Vec<Claim> = assessment
            .claims()
            .filter(|finding| !matches!(finding.id.topic(), Topic::Right | Topic::Ending))
            .enumerate()
            .map(|(place, finding)| Claim::found(finding, self.claims.get(place)))
            .collect();
        if others != self.claims {
            problems.push(format!("expected {:?}, found {others:?}", self.claims));
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
        compare_all(&self.notes, all(FindingKind::Note));
        compare_all(&self.steps, all(FindingKind::Step));
        let found = |id: &String| assessment.findings.iter().any(|finding| finding.id.id() == id);
        problems.extend(self.with.iter().filter(|id| !found(id)).map(|id| format!("{id} is missing")));
        problems
            .extend(self.without.iter().filter(|id| found(id)).map(|id| format!("{id} should not be there")));
        problems
    }
}

#[test]
fn every_named_situation_is_decided_as_its_authority_says() {
    let mut problems = vec![];
    for (file, case) in cases() {
        assert!(!case.authority.trim().is_empty(), "{file}: {} has no authority", case.name);
        for problem in case.problems() {
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
