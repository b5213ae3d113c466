//! The rows of the decision tables, in the words of the questions.

use super::html::join;
use s117_checker::{
    law::{
        answers::Answers,
        classes::{describe, name, tables},
        commencement::InForce,
        fact::{NOT_SURE, Question},
        finding::{FindingId, Shape},
        shapes::shapes,
    },
    words::{self, Language, Speech, Voice},
};

/// In English, to the person themselves: how the pack tells questions and headlines.
pub const ENGLISH: Speech = Speech::new(Language::English, Voice::Me);

/// The answers that lead to a finding together.
pub struct Way {
    /// The table it stands in, such as `council`.
    pub table: String,
    /// What is found.
    pub finding: FindingId,
    /// In which form.
    pub shape: Shape,
    /// The answers that belong to each question.
    pub answers: Vec<(Question, Answers)>,
    /// The conditions, as the tables write them: `F-WHERE = on-cto`.
    pub conditions: Vec<String>,
}

impl Way {
    /// The file that holds its table.
    pub fn file(&self) -> &'static str {
        match self.table.as_str() {
            "right" => "tests/decisions/right.txt",
            "ending" => "tests/decisions/ending.txt",
            _ => "tests/decisions/later.txt",
        }
    }
}

/// The ways to every claim: the decision tables under today’s law.
pub fn ways() -> Vec<Way> {
    let mut ways = Vec::new();
    for table in tables(InForce::TODAY) {
        for class in table.classes {
            let conditions: Vec<String> = class
                .answers
                .iter()
                .map(|(question, answers)| format!("{} = {}", question.id(), describe(*question, *answers)))
                .collect();
            ways.extend(class.findings.into_iter().map(|(finding, shape)| Way {
                table: table.name.clone(),
                finding,
                shape,
                answers: class.answers.clone(),
                conditions: conditions.clone(),
            }));
        }
    }
    ways
}

/// A condition of a table in words: the question, and the answers. Ids that no longer exist stay ids.
pub fn in_words(condition: &str) -> (String, String) {
    let (id, answers) = condition.split_once(" = ").unwrap_or((condition, ""));
    let Some(question) = Question::from_id(id.trim()) else { return (id.trim().into(), answers.into()) };
    let ask = words::question(question, ENGLISH).ask.to_owned();
    (ask, answers_in_words(question, answers.trim()))
}

fn answers_in_words(question: Question, answers: &str) -> String {
    if answers == "any" {
        return "any answer".into();
    }
    let labels = |ids: &str, and: &str| join(ids.split('|').map(|id| label(question, id)), and);
    if let Some(others) = answers.strip_prefix("not ") {
        return format!("anything but {}", labels(others, "or"));
    }
    if !answers.starts_with(['+', '-']) && !answers.contains(" or ") {
        return labels(answers, "or");
    }
    let patterns = answers.split(" or ").map(|pattern| {
        if !pattern.starts_with(['+', '-']) {
            return label(question, pattern);
        }
        let marked = |mark: char| {
            let ids = pattern.split(' ').filter_map(|part| part.strip_prefix(mark));
            let labels: Vec<String> = ids.map(|id| label(question, id)).collect();
            (!labels.is_empty()).then(|| join(labels.into_iter(), if mark == '+' { "and" } else { "or" }))
        };
        let ticked = marked('+').map(|labels| format!("ticked {labels}"));
        let not = marked('-').map(|labels| format!("did not tick {labels}"));
        ticked.into_iter().chain(not).collect::<Vec<_>>().join(" and ")
    });
    patterns.collect::<Vec<_>>().join("; or ")
}

/// The label of a value in quotes, or its id if there is none such.
pub fn label(question: Question, id: &str) -> String {
    let labels = words::question(question, ENGLISH).values;
    let found = question.value_ids().zip(labels).find(|(value, _)| *value == id);
    match found {
        Some((NOT_SURE, _)) => "“not sure”".into(),
        Some((_, words)) => format!("“{}”", words.label),
        None => format!("“{id}” (no longer an answer)"),
    }
}

/// A finding of a table, such as `ELIG-01 S1 now`: its id and headline. What is no longer found stays as it is.
pub fn finding_in_words(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() {
        return "nothing is found".into();
    }
    let Some(id) = finding(text) else { return format!("{text} (no longer there)") };
    let known = shapes(id);
    let shape = known.iter().find(|shape| name(id, **shape) == text).or(known.first());
    let headline = shape.map_or("", |shape| words::finding(id, *shape, ENGLISH).headline);
    format!("{text}: “{headline}”")
}

/// The finding that a name starts with.
pub fn finding(text: &str) -> Option<FindingId> {
    let id = text.split(' ').next()?;
    FindingId::ALL.iter().copied().find(|known| known.id() == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_become_words() {
        for (condition, ask, answers) in [
            ("F-NAT-NOW = england|wales", "live", "“England” or “Wales”"),
            ("F-NAT-NOW = any", "live", "any answer"),
            ("F-NAT-NOW = not england|not-sure", "live", "anything but “England” or “not sure”"),
            ("F-NAT-NOW = mars", "live", "“mars” (no longer an answer)"),
            ("F-GONE = yes", "F-GONE", "yes"),
        ] {
            let (question, said) = in_words(condition);
            assert!(question.contains(ask), "{question}");
            assert_eq!(said, answers);
        }
        let (_, ticks) = in_words("F-ENDDOC = -needs-reassessed +took-part or none");
        assert!(ticks.starts_with("ticked “") && ticks.contains("” and did not tick “"), "{ticks}");
        assert!(ticks.contains("”; or “"), "{ticks}");
    }

    #[test]
    fn every_row_of_every_table_becomes_words_without_ids() {
        for way in ways() {
            for condition in &way.conditions {
                let (ask, answers) = in_words(condition);
                assert!(
                    !ask.starts_with("F-") && !answers.contains("(no longer an answer)"),
                    "{condition}: {ask} {answers}"
                );
            }
            assert!(finding_in_words(&name(way.finding, way.shape)).contains("“"));
        }
    }
}
