//! The questions.

use super::format::{Entry, Problem, Problems, Value, plain, rich};
use super::language::{Texts, write_table};
use super::pool::{Names, Pool};
use super::tags::{self, Chooser, VOICES};
use crate::law::fact::Question;

/// Writes `QUESTIONS`: for each voice, the words of each question in the order of `Question::ALL`.
pub fn write(code: &mut String, pool: &mut Pool, texts: &Texts, found: &mut Vec<Problem>) {
    let file = texts.file("questions.txt");
    let Some(entries) = &file.entries else { return };
    let mut problems = Problems::of(&file.path, found);
    let mut voices = vec![Vec::new(); VOICES.len()];
    for question in Question::ALL {
        match entries.iter().find(|entry| entry.id == question.id()) {
            None => problems.add(0, format!("there is no ## {}", question.id())),
            Some(entry) => {
                for (row, words) in
                    voices.iter_mut().zip(words(entry, *question, pool, &texts.terms, &mut problems))
                {
                    pool.note("question", question.id(), &words);
                    row.push(words);
                }
            }
        }
    }
    for entry in entries.iter().filter(|entry| Question::from_id(&entry.id).is_none()) {
        problems.add(entry.line, format!("there is no question {}", entry.id));
    }
    write_table(code, pool, "QUESTIONS", "&QuestionWords", &voices);
}

fn words(
    entry: &Entry,
    question: Question,
    pool: &mut Pool,
    terms: &Names,
    problems: &mut Problems,
) -> Vec<String> {
    tags::check(&entry.id, &entry.fields, tags::OF_OTHERS, problems);
    let values = values(entry, question, pool, problems);
    let mut chooser = Chooser::of(entry);
    let words = values.iter().enumerate().map(|(voice, values)| {
        let ask = chooser.need("ask", &[], voice, problems).map(|field| plain(field, problems)).unwrap_or_default();
        let error = chooser.need("error", &[], voice, problems).map(|field| plain(field, problems)).unwrap_or_default();
        let hint = match chooser.choose("hint", &[], voice, problems) {
            Some(field) => format!("Some({})", pool.rich(&rich(field, problems), terms, problems)),
            None => "None".to_owned(),
        };
        let [why, find_out] = ["why", "find out"].map(|key| match chooser.need(key, &[], voice, problems) {
            Some(field) => pool.rich(&rich(field, problems), terms, problems),
            None => String::new(),
        });
        let value = format!(
            "QuestionWords {{ ask: {ask:?}, hint: {hint}, why: {why}, find_out: {find_out}, error: {error:?}, values: {values} }}"
        );
        pool.one("QuestionWords", &value)
    });
    let words = words.collect();
    chooser.report_unused(problems);
    words
}

/// The values for each voice, as references to arrays in the order of `Question::value_ids`.
fn values(entry: &Entry, question: Question, pool: &mut Pool, problems: &mut Problems) -> Vec<String> {
    let mut voices = vec![Vec::new(); VOICES.len()];
    for id in question.value_ids() {
        match entry.values.iter().find(|value| value.id == id) {
            None => problems.add(entry.line, format!("{} has no “- {id}: …”", entry.id)),
            Some(value) => {
                for (row, words) in voices.iter_mut().zip(value_words(&entry.id, value, problems)) {
                    row.push(words);
                }
            }
        }
    }
    for value in entry.values.iter().filter(|value| question.value_ids().all(|id| id != value.id)) {
        let ids: Vec<&str> = question.value_ids().collect();
        problems
            .add(value.line, format!("{} has no value “{}”; it has {}", entry.id, value.id, ids.join(", ")));
    }
    voices.iter().map(|values| pool.many("ValueWords", values)).collect()
}

fn value_words(question: &str, value: &Value, problems: &mut Problems) -> Vec<String> {
    let owner = format!("{question}, {}", value.id);
    tags::check(&owner, &value.fields, tags::OF_OTHERS, problems);
    let mut chooser = Chooser::new(owner, value.line, &value.fields);
    let words = (0..VOICES.len()).map(|voice| {
        let [label, told] = ["label", "told"].map(|key| {
            chooser.need(key, &[], voice, problems).map(|field| plain(field, problems)).unwrap_or_default()
        });
        let [law, hint, if_so] = ["law", "hint", "if so"]
            .map(|key| chooser.choose(key, &[], voice, problems).map(|field| plain(field, problems)));
        format!("ValueWords {{ label: {label:?}, law: {law:?}, hint: {hint:?}, told: {told:?}, if_so: {if_so:?} }}")
    });
    let words = words.collect();
    chooser.report_unused(problems);
    words
}
