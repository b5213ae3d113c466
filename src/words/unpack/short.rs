//! The short version: what it says otherwise, laid over the full words when somebody first asks for it.

use super::{Language, Table, tables};
use crate::words::{FindingWords, QuestionWords, Rich, ValueWords};
use std::sync::OnceLock;

/// What the short version says otherwise of a question. Where there is nothing, it says the same.
#[derive(Clone, Copy, Debug)]
pub struct ShortQuestion {
    pub ask: Option<&'static str>,
    pub hint: Option<Rich>,
    pub why: Option<Rich>,
    pub find_out: Option<Rich>,
    /// For each of the values.
    pub hints: &'static [Option<&'static str>],
}

/// The same of a finding.
#[derive(Clone, Copy, Debug)]
pub struct ShortFinding {
    pub say: Option<Rich>,
    pub do_this: Option<Rich>,
}

/// The words of the short version. In all else it speaks as the full one.
pub struct Short {
    pub questions: Table<QuestionWords>,
    pub findings: Table<FindingWords>,
}

/// The short version of a language.
#[inline(never)]
pub fn short(language: Language) -> &'static Short {
    static SHORT: [OnceLock<Short>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    SHORT[language as usize].get_or_init(|| {
        let full = tables(language);
        Short {
            questions: laid_over(&full.questions, &full.short_questions, question),
            findings: laid_over(&full.findings, &full.short_findings, |full, short| FindingWords {
                say: short.say.unwrap_or(full.say),
                do_this: short.do_this.or(full.do_this),
                ..*full
            }),
        }
    })
}

/// An entry without a short version stays as it is.
fn laid_over<T, S>(full: &Table<T>, short: &Table<S>, lay: fn(&T, &S) -> T) -> Table<T> {
    let entry = |(full, short): (&Vec<&'static T>, &Vec<&'static S>)| {
        let lay = |(place, full): (usize, &&'static T)| match short.get(place) {
            Some(short) => &*Box::leak(Box::new(lay(full, short))),
            None => *full,
        };
        full.iter().enumerate().map(lay).collect()
    };
    full.iter().zip(short).map(entry).collect()
}

fn question(full: &QuestionWords, short: &ShortQuestion) -> QuestionWords {
    let value = |(value, hint): (&ValueWords, &Option<&'static str>)| ValueWords {
        hint: hint.or(value.hint),
        ..*value
    };
    let values: Vec<ValueWords> = full.values.iter().zip(short.hints).map(value).collect();
    QuestionWords {
        ask: short.ask.unwrap_or(full.ask),
        hint: short.hint.or(full.hint),
        why: short.why.unwrap_or(full.why),
        find_out: short.find_out.unwrap_or(full.find_out),
        values: values.leak(),
        ..*full
    }
}
