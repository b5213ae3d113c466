//! The questions.

use super::format::{Entry, Problem, Problems, Value, plain, rich};
use super::language::{Texts, write_table};
use super::pool::Pool;
use super::short;
use super::tags::{self, Chooser, VOICES};
use crate::law::fact::Question;

/// Writes `QUESTIONS`: for each voice, the words of each question in the order of `Question::ALL`; and `SHORT_QUESTIONS`,
/// what the short version says otherwise.
pub fn write(code: &mut String, pool: &mut Pool, texts: &Texts, found: &mut Vec<Problem>) {
    let file = texts.file("questions.txt");
    let Some(entries) = &file.entries else { return };
    let mut problems = Problems::of(&file.path, found);
    let mut voices = vec![Vec::new(); VOICES.len()];
    let mut short_voices = vec![Vec::new(); VOICES.len()];
    for question in Question::ALL {
        match entries.iter().find(|entry| entry.id == question.id()) {
            None => problems.add(0, format!("there is no ## {}", question.id())),
            Some(entry) => {
                let words = words(entry, *question, pool, texts, &mut problems);
                for (voice, Words { full, short }) in words.into_iter().enumerate() {
                    let short = short.into_iter().collect::<Vec<_>>();
                    // Who signs a question has read both versions.
                    pool.note(
                        "question",
                        question.id(),
                        &[std::slice::from_ref(&full), &short].concat().join(" "),
                    );
                    voices[voice].push(full);
                    short_voices[voice].push(pool.many("&ShortQuestion", &short));
                }
            }
        }
    }
    for entry in entries.iter().filter(|entry| Question::from_id(&entry.id).is_none()) {
        problems.add(entry.line, format!("there is no question {}", entry.id));
    }
    write_table(code, pool, "QUESTIONS", "&QuestionWords", &voices);
    write_table(code, pool, "SHORT_QUESTIONS", "&[&ShortQuestion]", &short_voices);
}

/// References to the words of a question, or of its values, in one voice.
struct Words {
    full: String,
    /// What the short version says otherwise, if anything.
    short: Option<String>,
}

fn words(
    entry: &Entry,
    question: Question,
    pool: &mut Pool,
    texts: &Texts,
    problems: &mut Problems,
) -> Vec<Words> {
    tags::check(&entry.id, &entry.fields, tags::OF_QUESTIONS, problems);
    let values = values(entry, question, pool, texts, problems);
    let mut chooser = Chooser::of(entry);
    let words = values.iter().enumerate().map(|(voice, values)| {
        let ask = chooser.need("ask", &[], voice, problems).map(|field| plain(field, problems)).unwrap_or_default();
        let error = chooser.need("error", &[], voice, problems).map(|field| plain(field, problems)).unwrap_or_default();
        let terms = &texts.terms;
        let hint = match chooser.choose("hint", &[], voice, problems) {
            Some(field) => format!("Some({})", pool.rich(&rich(field, problems), terms, problems)),
            None => "None".to_owned(),
        };
        let [why, find_out] = ["why", "find out"].map(|key| match chooser.need(key, &[], voice, problems) {
            Some(field) => pool.rich(&rich(field, problems), terms, problems),
            None => String::new(),
        });
        let Words { full: values, short: hints } = values;
        let value = format!(
            "QuestionWords {{ ask: {ask:?}, hint: {hint}, why: {why}, find_out: {find_out}, error: {error:?}, values: {values} }}"
        );
        let full = pool.one("QuestionWords", &value);
        let mut telling =
            short::Telling { chooser: &mut chooser, situation: &[], voice, measured: true, texts, problems };
        let ask = telling.plain("ask");
        let [hint, why, find_out] = ["hint", "why", "find out"].map(|key| telling.rich(key, pool));
        let short = hints.as_ref().map(|hints| {
            let value = format!(
                "ShortQuestion {{ ask: {ask}, hint: {hint}, why: {why}, find_out: {find_out}, hints: {hints} }}"
            );
            pool.one("ShortQuestion", &value)
        });
        Words { full, short }
    });
    let words = words.collect();
    chooser.report_unused(problems);
    words
}

/// The values for each voice, as references to arrays in the order of `Question::value_ids`: their words, and their hints in the
/// short version.
fn values(
    entry: &Entry,
    question: Question,
    pool: &mut Pool,
    texts: &Texts,
    problems: &mut Problems,
) -> Vec<Words> {
    let mut voices = vec![(Vec::new(), Vec::new()); VOICES.len()];
    for id in question.value_ids() {
        match entry.values.iter().find(|value| value.id == id) {
            None => problems.add(entry.line, format!("{} has no “- {id}: …”", entry.id)),
            Some(value) => {
                for ((full, short), (words, hint)) in
                    voices.iter_mut().zip(value_words(&entry.id, value, texts, problems))
                {
                    full.push(words);
                    short.push(hint);
                }
            }
        }
    }
    for value in entry.values.iter().filter(|value| question.value_ids().all(|id| id != value.id)) {
        let ids: Vec<&str> = question.value_ids().collect();
        problems
            .add(value.line, format!("{} has no value “{}”; it has {}", entry.id, value.id, ids.join(", ")));
    }
    let shortens = short::shortens(entry);
    let words = voices.iter().map(|(full, short)| Words {
        full: pool.many("ValueWords", full),
        short: shortens.then(|| pool.many("Option<&str>", short)),
    });
    words.collect()
}

/// The words of a value in each voice, and its hint in the short version.
fn value_words(
    question: &str,
    value: &Value,
    texts: &Texts,
    problems: &mut Problems,
) -> Vec<(String, String)> {
    let owner = format!("{question}, {}", value.id);
    tags::check(&owner, &value.fields, tags::OF_QUESTIONS, problems);
    let mut chooser = Chooser::new(owner, value.line, &value.fields);
    let words = (0..VOICES.len()).map(|voice| {
        let [label, told] = ["label", "told"].map(|key| {
            chooser.need(key, &[], voice, problems).map(|field| plain(field, problems)).unwrap_or_default()
        });
        let [law, hint, if_so] = ["law", "hint", "if so"]
            .map(|key| chooser.choose(key, &[], voice, problems).map(|field| plain(field, problems)));
        let words = format!(
            "ValueWords {{ label: {label:?}, law: {law:?}, hint: {hint:?}, told: {told:?}, if_so: {if_so:?} }}"
        );
        let mut telling =
            short::Telling { chooser: &mut chooser, situation: &[], voice, measured: true, texts, problems };
        (words, telling.plain("hint"))
    });
    let words = words.collect();
    chooser.report_unused(problems);
    words
}
