//! Each wrong or stale statement of two public pages, and what the checker says instead: `tests/corrections.toml`.

use std::{collections::BTreeMap, fs, path::Path};

use s117_checker::{
    law::{
        date::LAW_CHECKED,
        fact::{Answer, Question},
        finding::FindingId,
        interview::Interview,
        journey::Journey,
    },
    words::{self, FindingWords, Language, Speech, Voice},
};
use serde::Deserialize;

const SPEECH: Speech = Speech::new(Language::English, Voice::Me);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    visitors: BTreeMap<String, Visitor>,
    row: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Visitor {
    journey: String,
    answers: BTreeMap<String, Given>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Given {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    statement: String,
    visitor: String,
    /// A finding, or the myth that stands beside one.
    finding: Option<String>,
    myth: Option<String>,
    says: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
    #[serde(default)]
    sources: Vec<String>,
}

fn file() -> File {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corrections.toml");
    toml::from_str(&fs::read_to_string(path).expect("the file is there")).expect("rows as described")
}

impl Visitor {
    fn interview(&self) -> Interview {
        let start = Interview::new(Journey::from_id(&self.journey).expect("a journey"));
        let interview = self.answers.iter().fold(start, |interview, (id, given)| {
            let values: Vec<&str> = match given {
                Given::One(value) => vec![value],
                Given::Many(values) => values.iter().map(String::as_str).collect(),
            };
            let question = Question::from_id(id).expect(id);
            interview.answered(Answer::from_ids(question, values).expect(id))
        });
        assert_eq!(interview.next(), None, "{}: something is still asked", self.journey);
        interview
    }
}

/// All that a finding says, in one text.
fn all(words: &FindingWords) -> String {
    let more = [Some(words.say), words.law, words.do_this].into_iter().flatten().map(words::plain);
    format!("{} {}", words.headline, more.collect::<Vec<_>>().join(" "))
}

#[test]
fn the_checker_says_what_the_two_pages_get_wrong() {
    let file = file();
    let mut problems = vec![];
    for row in &file.row {
        let assessment = file.visitors[&row.visitor].interview().assess(LAW_CHECKED);
        let found = row.finding.as_ref().map(|id| {
            let finding = assessment.findings.iter().find(|finding| finding.id.id() == *id);
            finding.map(|finding| (finding.id, all(words::finding(finding.id, finding.shape, SPEECH))))
        });
        let myth = row.myth.as_ref().map(|myth| {
            let known = words::myths(SPEECH).iter().find(|known| known.myth == myth);
            let seen = known
                .filter(|known| assessment.findings.iter().any(|finding| known.beside.contains(&finding.id)));
            seen.map(|known| (known.beside[0], words::plain(known.fact)))
        });
        let Some(Some((id, text))) = found.or(myth) else {
            problems.push(format!("{} ({}): this visitor does not see it", row.id, row.statement));
            continue;
        };
        for part in row.says.iter().filter(|part| !text.contains(part.as_str())) {
            problems.push(format!("{} ({}): “{part}” is not in “{text}”", row.id, row.statement));
        }
        let ids: Vec<_> = id.sources().iter().map(|source| source.facts().id).collect();
        for source in row.sources.iter().filter(|source| !ids.contains(&source.as_str())) {
            problems.push(format!("{}: {} does not rest on {source}", row.id, id.id()));
        }
    }
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn no_text_repeats_what_the_two_pages_get_wrong() {
    let mut texts = vec![];
    for id in FindingId::ALL {
        for shape in s117_checker::law::shapes::shapes(*id) {
            texts.push(all(words::finding(*id, *shape, SPEECH)));
        }
    }
    assert!(texts.iter().any(|text| text.contains("promptly")), "the control is found");
    for row in file().row {
        for wrong in &row.never {
            let found = texts.iter().find(|text| text.contains(wrong.as_str()));
            assert_eq!(found, None, "{}: “{wrong}” is said", row.id);
        }
    }
}

#[test]
fn every_row_of_both_lists_is_there() {
    let rows = file().row;
    let has = |id: &str| rows.iter().any(|row| row.id.split(',').next() == Some(id));
    let expected =
        (1..=22).map(|number| format!("A{number}")).chain((1..=20).map(|number| format!("B{number}")));
    let missing: Vec<_> = expected.filter(|id| !has(id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
