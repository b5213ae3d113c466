//! The little language of the statement's conditions.

use std::collections::BTreeMap;

use s117_checker::law::{
    answers::Answers,
    case::{Asked, Case},
    fact::{Answer, Kind, NOT_SURE, Question},
    journey::Summary,
};

/// What an expression is asked of.
pub struct View<'a> {
    /// The answers.
    pub case: &'a Case,
    /// The right, for later topics.
    pub summary: Option<&'a Summary>,
    /// The thing that is asked about.
    pub thing: Option<&'static str>,
}

impl<'a> View<'a> {
    /// The answers alone.
    pub fn new(case: &'a Case) -> Self {
        Self { case, summary: None, thing: None }
    }
}

/// The named expressions of a file.
pub struct Defined(BTreeMap<String, String>);

impl Defined {
    /// These names, each with its text.
    pub fn new(texts: BTreeMap<String, String>) -> Self {
        Self(texts)
    }

    /// Is there one with this name?
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// A condition.
pub enum Expression {
    Always,
    All(Vec<Expression>),
    Any(Vec<Expression>),
    Not(Box<Expression>),
    Holds(Question, Answers),
    Asked(Question),
    AnythingUnsure,
    Read(Of, Vec<String>),
}

/// What later topics may read beside the answers.
#[derive(Clone, Copy)]
pub enum Of {
    Right,
    RightStrength,
    RightTiming,
    Ending,
    Thing,
}

impl Expression {
    /// Reads a text.
    pub fn read(text: &str, defined: &Defined) -> Result<Self, String> {
        let spaced = text.replace('(', " ( ").replace(')', " ) ").replace(',', " , ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut reader = Reader { words: &words, at: 0, defined };
        let expression = reader.any()?;
        if reader.at < words.len() {
            return Err(format!("“{}” was not expected", words[reader.at]));
        }
        Ok(expression)
    }

    /// Does it hold? A question that was not asked has no answer, so that nothing holds of it.
    pub fn holds(&self, view: &View) -> Asked<bool> {
        Ok(match self {
            Self::Always => true,
            Self::All(parts) => {
                for part in parts {
                    if !part.holds(view)? {
                        return Ok(false);
                    }
                }
                true
            }
            Self::Any(parts) => {
                for part in parts {
                    if part.holds(view)? {
                        return Ok(true);
                    }
                }
                false
            }
            Self::Not(part) => !part.holds(view)?,
            Self::Holds(question, answers) => view.case.lies_in(*question, *answers)?,
            Self::Asked(question) => !view.case.possible(*question).is_empty(),
            Self::AnythingUnsure => view.case.unsure_among(Question::ALL)?,
            Self::Read(of, ids) => {
                let summary = view.summary;
                let is = match of {
                    Of::Right => summary.map(|summary| summary.right.id.id()),
                    Of::RightStrength => summary.map(|summary| summary.right.strength.id()),
                    Of::RightTiming => summary.map(|summary| summary.right.timing.id()),
                    Of::Ending => summary.and_then(|summary| summary.ending).map(|ending| ending.id.id()),
                    Of::Thing => view.thing,
                };
                is.is_some_and(|is| ids.iter().any(|id| id == is))
            }
        })
    }
}

struct Reader<'a> {
    words: &'a [&'a str],
    at: usize,
    defined: &'a Defined,
}

impl Reader<'_> {
    fn next(&mut self) -> Result<String, String> {
        let word = self.words.get(self.at).ok_or("it ends too soon")?;
        self.at += 1;
        Ok((*word).to_owned())
    }

    fn takes(&mut self, word: &str) -> bool {
        let is = self.words.get(self.at) == Some(&word);
        self.at += usize::from(is);
        is
    }

    fn any(&mut self) -> Result<Expression, String> {
        let mut parts = vec![self.all()?];
        while self.takes("or") {
            parts.push(self.all()?);
        }
        Ok(Expression::Any(parts))
    }

    fn all(&mut self) -> Result<Expression, String> {
        let mut parts = vec![self.one()?];
        while self.takes("and") {
            parts.push(self.one()?);
        }
        Ok(Expression::All(parts))
    }

    fn one(&mut self) -> Result<Expression, String> {
        if self.takes("not") {
            return Ok(Expression::Not(Box::new(self.one()?)));
        }
        if self.takes("(") {
            let inside = self.any()?;
            return if self.takes(")") { Ok(inside) } else { Err("a bracket is not closed".into()) };
        }
        let word = self.next()?;
        let of = match word.as_str() {
            "always" => return Ok(Expression::Always),
            "anything" => {
                return if self.takes("not-sure") {
                    Ok(Expression::AnythingUnsure)
                } else {
                    Err("anything what?".into())
                };
            }
            "RIGHT" => Of::Right,
            "RIGHT-STRENGTH" => Of::RightStrength,
            "RIGHT-TIMING" => Of::RightTiming,
            "ENDING" => Of::Ending,
            "THING" => Of::Thing,
            name if self.defined.has(name) => return Expression::read(&self.defined.0[name], self.defined),
            id => {
                let question = Question::from_id(id).ok_or(format!("no question or name “{id}”"))?;
                return self.of_question(question);
            }
        };
        if !self.takes("is") {
            return Err(format!("{word}: “is” was expected"));
        }
        Ok(Expression::Read(of, self.values()?))
    }

    fn of_question(&mut self, question: Question) -> Result<Expression, String> {
        let verb = self.next()?;
        if verb == "asked" {
            return Ok(Expression::Asked(question));
        }
        let mut answers = Answers::NONE;
        for value in self.values()? {
            answers = answers.or(match (verb.as_str(), question.kind()) {
                ("is", _) => Answer::from_ids(question, [value.as_str()])
                    .map_err(|_| format!("no value {value}"))?
                    .alone(),
                ("has", Kind::Ticks) => {
                    let places = question.values().iter().copied().chain([NOT_SURE]);
                    let place =
                        places.into_iter().position(|id| id == value).ok_or(format!("no value {value}"))?;
                    Answers::with_tick(place as u8).and(question.all_answers())
                }
                _ => return Err(format!("{}: “{verb}” cannot be asked of it", question.id())),
            });
        }
        Ok(Expression::Holds(question, answers))
    }

    fn values(&mut self) -> Result<Vec<String>, String> {
        if !self.takes("(") {
            return Ok(vec![self.next()?]);
        }
        let mut values = vec![self.next()?];
        while self.takes(",") {
            values.push(self.next()?);
        }
        if self.takes(")") { Ok(values) } else { Err("a bracket is not closed".into()) }
    }
}
