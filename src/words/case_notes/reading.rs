//! Reads the lines of facts back, after a mail program or a word processor has had them.

use crate::law::{
    date::Date,
    deadline::{DateKind, Dates, Given},
    fact::{Answer, Question},
    interview::Interview,
    journey::Journey,
    stays::{self, Left, Stay, Under},
};

/// A case that was read from notes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notes {
    /// The answers and dates.
    pub interview: Interview,
    /// The stays.
    pub stays: Vec<Stay>,
}

/// Why a text is not the notes of a case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// There is no line of facts in it.
    NoFacts,
    /// This line looks like one, and is none that this version knows.
    Line {
        /// Its number, from 1.
        number: usize,
        /// Its text.
        text: String,
    },
}

/// Reads the notes of a case. What is not a line of facts is passed over.
///
/// # Errors
///
/// Every line of facts with an id, a value or a date that is not known, or that is told twice; or that there is no
/// such line. Then nothing is read.
pub fn read(text: &str) -> Result<Notes, Vec<Unreadable>> {
    let mut read = Read::default();
    let mut wrong = vec![];
    for (number, told) in told(text) {
        if read.add(&told).is_none() {
            wrong.push(Unreadable::Line { number, text: told });
        }
    }
    if wrong.is_empty() && read.is_empty() {
        wrong.push(Unreadable::NoFacts);
    }
    if wrong.is_empty() { Ok(read.notes()) } else { Err(wrong) }
}

/// Programs put other spaces and hyphens in, marks of quotation, and signs that nobody sees.
fn plain(line: &str) -> String {
    let plain = line.chars().filter_map(|char| match char {
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        char if char.is_whitespace() => Some(' '),
        char => Some(char),
    });
    let plain: String = plain.collect();
    plain.trim_start_matches([' ', '>', '*', '•', '·', '-']).trim_end().to_owned()
}

/// The lines of facts without what stands after the bar, each with its number. Where a program has broken one
/// before its bar, it goes on in the next.
fn told(text: &str) -> Vec<(usize, String)> {
    let mut told: Vec<(usize, String)> = vec![];
    let mut open = false;
    for (place, line) in text.lines().enumerate() {
        let line = plain(line);
        let (head, ends) = match line.split_once('|') {
            Some((head, _)) => (head.trim_end(), true),
            None => (line.as_str(), false),
        };
        if begins(head) {
            told.push((place + 1, head.to_owned()));
            open = !ends;
        } else if open && !line.is_empty() {
            if let Some((_, told)) = told.last_mut() {
                *told = format!("{told} {head}");
            }
            open = !ends;
        } else {
            open = false;
        }
    }
    told
}

/// Does a line of facts begin here?
fn begins(line: &str) -> bool {
    line.split_once('=').is_some_and(|(key, _)| {
        let mut words = key.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some(fact), None, _) => fact.len() > 2 && fact.to_ascii_uppercase().starts_with("F-"),
            (Some(word), Some(_), None) => ["STAY", "DATE"].iter().any(|it| word.eq_ignore_ascii_case(it)),
            _ => false,
        }
    })
}

#[derive(Default)]
struct Read {
    answers: Vec<Answer>,
    dates: Dates,
    stays: Vec<Stay>,
}

impl Read {
    fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.dates.is_empty() && self.stays.is_empty()
    }

    /// Takes a line in; nothing if it cannot be read.
    fn add(&mut self, line: &str) -> Option<()> {
        let (key, value) = line.split_once('=')?;
        let value = value.to_ascii_lowercase();
        match key.split_whitespace().collect::<Vec<_>>()[..] {
            [id] => self.answer(&id.to_ascii_uppercase(), &value),
            [word, id] if word.eq_ignore_ascii_case("date") => self.date(&id.to_ascii_lowercase(), &value),
            [_, number] => self.stay(number, &value),
            _ => None,
        }
    }

    fn answer(&mut self, id: &str, value: &str) -> Option<()> {
        let question = Question::from_id(id)?;
        let ids = value.split([',', ' ']).filter(|id| !id.is_empty());
        let answer = Answer::from_ids(question, ids).ok()?;
        // A date answers it, in a line of its own.
        let by_date = question == Question::DatesGiven && !answer.is_unsure();
        if by_date || self.answers.iter().any(|known| known.question == question) {
            return None;
        }
        self.answers.push(answer);
        Some(())
    }

    fn date(&mut self, id: &str, value: &str) -> Option<()> {
        let kind = *DateKind::ALL.iter().find(|kind| kind.id() == id)?;
        let value = value.trim();
        let exact = value.strip_prefix("about ");
        let date = Date::parse(exact.unwrap_or(value).trim())?;
        if self.dates.get(kind).is_some() {
            return None;
        }
        self.dates = self.dates.with(kind, Some(Given { date, approximate: exact.is_some() }));
        Some(())
    }

    fn stay(&mut self, number: &str, value: &str) -> Option<()> {
        // In their order: a stay that is missing or moved would change what follows.
        if number.parse() != Ok(self.stays.len() + 1) {
            return None;
        }
        let mut parts = value.split(';').map(str::trim);
        let under = parts.next()?;
        let under = *Under::ALL.iter().find(|known| known.id() == under)?;
        let mut stay = Stay { under, ..Stay::NEW };
        for part in parts {
            match part.split_once(' ')? {
                ("left", "here") => stay.left = Left::StillThere,
                ("left", month) => stay.left = Left::read(month).ok()?,
                ("home", id) => stay.home = Some(Answer::home_before(id)?),
                _ => return None,
            }
        }
        self.stays.push(stay);
        Some(())
    }

    fn notes(self) -> Notes {
        let interview = Interview::new(Journey::Entitled);
        let told = self.answers.into_iter().fold(interview, |told, answer| told.answered(answer));
        let told = if self.dates.is_empty() { told } else { told.dated(self.dates) };
        Notes { interview: stays::told(&told, &[], &self.stays), stays: self.stays }
    }
}
