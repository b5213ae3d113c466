//! A case as JSON, read so strictly that nothing is lost or guessed.

use std::fmt;

use s117_checker::law::{
    date::{Date, LAW_CHECKED},
    deadline::{DateKind, Dates, Given},
    fact::{Answer, Kind, NotAnAnswer, Question},
    interview::Interview,
    journey::Journey,
};
use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::Value;

/// A case that was read.
pub struct CaseFile {
    /// The answers.
    pub interview: Interview,
    /// Today.
    pub date: Date,
}

/// The members of a JSON object in order, a key that comes twice included.
struct Members(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members;
            fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str("an object such as {\"answers\": {\"F-NAT-NOW\": \"england\"}}")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = vec![];
                while let Some((key, value)) = map.next_entry::<String, Value>()? {
                    if members.iter().any(|(known, _)| *known == key) {
                        return Err(serde::de::Error::custom(format!("{key}: given twice; once is allowed")));
                    }
                    members.push((key, value));
                }
                Ok(Members(members))
            }
        }
        from.deserialize_map(Collect)
    }
}

/// Reads a case. What is wrong is said in one line that names the key and what is allowed.
pub fn read(text: &str) -> Result<CaseFile, String> {
    let Members(members) = serde_json::from_str(text).map_err(|error| format!("not a case: {error}"))?;
    let (mut journey, mut date, mut dates) = (Journey::Entitled, LAW_CHECKED, Dates::NONE);
    let mut answers = vec![];
    for (key, value) in members {
        match key.as_str() {
            "journey" => journey = read_journey(&value)?,
            "date" => date = read_date("date", &value)?,
            "dates" => dates = read_dates(value)?,
            "answers" => {
                let Members(given) = serde_json::from_value(value)
                    .map_err(|_| "answers: an object is allowed, such as {\"F-NAT-NOW\": \"england\"}")?;
                answers = given;
            }
            other => return Err(format!("{other}: no such key; allowed: answers, dates, journey, date")),
        }
    }
    let mut given = vec![];
    for (id, value) in &answers {
        given.push(read_answer(id, value, journey)?);
    }
    let mut interview =
        given.iter().fold(Interview::new(journey), |interview, answer| interview.answered(*answer));
    if !dates.is_empty() {
        interview = interview.dated(dates);
    }
    for answer in &given {
        check_that_it_counts(&interview, *answer)?;
    }
    Ok(CaseFile { interview, date })
}

fn read_journey(value: &Value) -> Result<Journey, String> {
    match value.as_str() {
        Some(id) => Journey::from_id(id),
        None => None,
    }
    .ok_or_else(|| {
        let known: Vec<_> = Journey::ALL.iter().map(|journey| format!("\"{}\"", journey.id())).collect();
        format!("journey: {value} is none; allowed: {}", known.join(", "))
    })
}

fn read_date(key: &str, value: &Value) -> Result<Date, String> {
    value
        .as_str()
        .and_then(Date::parse)
        .ok_or_else(|| format!("{key}: {value} is none; allowed: a date that exists, as \"YYYY-MM-DD\""))
}

/// Dates by their ids; one that is only about right as `{"about": "YYYY-MM-DD"}`.
fn read_dates(value: Value) -> Result<Dates, String> {
    let Members(given) = serde_json::from_value(value)
        .map_err(|_| "dates: an object is allowed, such as {\"decision\": \"2026-10-01\"}")?;
    let mut dates = Dates::NONE;
    for (id, value) in given {
        let Some(kind) = DateKind::ALL.iter().find(|kind| kind.id() == id) else {
            let known: Vec<_> = DateKind::ALL.iter().map(|kind| kind.id()).collect();
            return Err(format!("dates.{id}: no such date; allowed: {}", known.join(", ")));
        };
        let about = value.get("about");
        let date = read_date(&format!("dates.{id}"), about.unwrap_or(&value))?;
        dates = dates.with(*kind, Some(Given { date, approximate: about.is_some() }));
    }
    Ok(dates)
}

fn read_answer(id: &str, value: &Value, journey: Journey) -> Result<Answer, String> {
    let Some(question) = Question::from_id(id) else {
        let known: Vec<_> = Question::ALL.iter().map(|question| question.id()).collect();
        return Err(format!(
            "answers.{id}: no question of the journey \"{}\"; allowed: {}",
            journey.id(),
            known.join(", ")
        ));
    };
    let allowed = || question.value_ids().collect::<Vec<_>>().join(", ");
    let ids: Option<Vec<&str>> = match (question.kind(), value) {
        (Kind::One, Value::String(id)) => Some(vec![id]),
        (Kind::Ticks, Value::Array(values)) => values.iter().map(Value::as_str).collect(),
        _ => None,
    };
    let Some(ids) = ids else {
        let form = match question.kind() {
            Kind::One => "one value as a string",
            Kind::Ticks => "a list of values",
        };
        return Err(format!("answers.{id}: {form} is allowed, of: {}", allowed()));
    };
    Answer::from_ids(question, ids).map_err(|problem| match problem {
        NotAnAnswer::UnknownValue(value) => {
            format!("answers.{id}: no value \"{value}\"; allowed: {}", allowed())
        }
        NotAnAnswer::NoneWithOthers => {
            let none = question.none_id().unwrap_or_default();
            format!(
                "answers.{id}: \"{none}\" excludes other values; allowed: \"{none}\" alone, or the others"
            )
        }
        NotAnAnswer::Empty | NotAnAnswer::TooMany => {
            format!("answers.{id}: at least one value is needed; allowed: {}", allowed())
        }
    })
}

/// An answer must be one that the interview, with the other answers, asks for or may still ask for.
fn check_that_it_counts(interview: &Interview, answer: Answer) -> Result<(), String> {
    let question = answer.question;
    if interview.given(question) == Some(answer) {
        return Ok(());
    }
    if interview.next() == Some(question) {
        return Err(format!(
            "answers.{}: {} is not offered beside the other answers; allowed: {}",
            question.id(),
            answer.ids().join(", "),
            interview.offered(question).join(", ")
        ));
    }
    if interview.next().is_some() && interview.could_ask(question) {
        return Ok(());
    }
    let asked: Vec<_> = interview.trail().iter().map(|answer| answer.question.id()).collect();
    Err(format!(
        "answers.{}: the other answers rule this question out; allowed here: {}",
        question.id(),
        asked.into_iter().chain(interview.next().map(Question::id)).collect::<Vec<_>>().join(", ")
    ))
}
