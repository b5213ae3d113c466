//! Reads the named situations of this folder.

use std::{collections::BTreeMap, fs, path::Path};

use s117_checker::law::{
    fact::{Answer, Question},
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
pub struct Case {
    pub name: String,
    #[serde(default = "entitled")]
    pub journey: String,
    pub authority: String,
    pub answers: BTreeMap<String, Given>,
    pub right: Claim,
    pub ending: Option<Claim>,
    /// All other claims, in the order they are made.
    #[serde(default)]
    pub claims: Vec<Claim>,
    #[serde(default)]
    pub with: Vec<String>,
    #[serde(default)]
    pub without: Vec<String>,
    /// All notes, in their order; a case may leave them open.
    pub notes: Option<Vec<String>>,
    /// All steps in the order to take them, each with its nation; the first ones, where `...` ends the list.
    pub steps: Option<Vec<String>>,
}

fn entitled() -> String {
    Journey::Entitled.id().into()
}

#[derive(Deserialize)]
#[serde(untagged)]
pub enum Given {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    pub id: String,
    pub strength: String,
    pub timing: Option<String>,
    /// The nation of the bodies; a case may leave it open.
    pub nation: Option<String>,
}

/// Every case, with the file it stands in.
pub fn cases() -> Vec<(String, Case)> {
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

impl Case {
    /// The interview of this case.
    pub fn interview(&self) -> Result<Interview, String> {
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
}
