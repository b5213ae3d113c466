//! A case: what has been answered so far, and the way rules ask it.

use super::{
    answers::Answers,
    commencement::{InForce, Provision},
    fact::{Answer, Clue, CourtOrder, Question, Value},
};

/// What a rule returns while it may still need an answer: its finding, or what to ask next.
pub type Asked<T> = Result<T, Ask>;

/// A missing fact is the next question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ask {
    /// What to ask.
    pub question: Question,
    /// The answers that the rule would tell from the others. To follow every way, it is enough to
    /// follow one answer inside this set and one outside it.
    pub(super) telling: Answers,
}

/// For each question, the answers that are still possible. For a question not asked yet: none.
///
/// In a visitor's case each question has one answer or none. To follow every way through the rules
/// without trying every answer, a question may hold several answers that the rules have not told apart.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Case {
    possible: [Answers; Question::COUNT],
    in_force: InForce,
}

impl Case {
    /// A case in which nothing has been answered.
    pub const EMPTY: Self = Self { possible: [Answers::NONE; Question::COUNT], in_force: InForce::TODAY };

    /// A case in which nothing has been answered, under the law with these provisions in force.
    pub const fn under(in_force: InForce) -> Self {
        Self { in_force, ..Self::EMPTY }
    }

    /// The provisions in force that had not started when the law was checked.
    pub fn in_force(&self) -> InForce {
        self.in_force
    }

    /// Has this provision started?
    pub fn has_started(&self, provision: Provision) -> bool {
        self.in_force.holds(provision)
    }

    /// The answers that a question has been narrowed to; empty if it has not been asked.
    pub fn possible(&self, question: Question) -> Answers {
        self.possible[question as usize]
    }

    /// This case with a question narrowed to these answers.
    pub fn with(mut self, question: Question, answers: Answers) -> Self {
        self.possible[question as usize] = answers;
        self
    }

    /// This case with one question answered.
    pub fn answered(self, answer: Answer) -> Self {
        self.with(answer.question, answer.alone())
    }

    /// The answer to a question, if it has exactly one.
    pub fn answer(&self, question: Question) -> Option<Answer> {
        Answer::from_code(question, self.possible(question).single()?)
    }

    /// The questions that have been asked.
    pub fn asked(&self) -> impl Iterator<Item = Question> {
        Question::ALL.iter().copied().filter(|question| !self.possible(*question).is_empty())
    }

    /// The answers that a question offers in this case.
    ///
    /// F-CLUE does not offer "a judge" once F-COURT has been answered: F-COURT has asked it better.
    pub fn offered(&self, question: Question) -> Answers {
        let all = question.all_answers();
        if question == Question::Clue && !self.possible(CourtOrder::QUESTION).is_empty() {
            return all.without(Clue::Judge.answers());
        }
        all
    }

    /// Does the answer hold this value? Asks the question if it has no answer.
    pub fn is<V: Value>(&self, value: V) -> Asked<bool> {
        self.among(V::QUESTION, value.answers())
    }

    /// Does the answer hold any of these values? Asks the question if it has no answer.
    pub fn is_any<V: Value>(&self, values: &[V]) -> Asked<bool> {
        self.among(V::QUESTION, values.iter().fold(Answers::NONE, |set, value| set.or(value.answers())))
    }

    /// Is the answer "not sure", or does it hold it? Asks the question if it has no answer.
    pub fn unsure(&self, question: Question) -> Asked<bool> {
        self.among(question, question.unsure_answers())
    }

    /// Is the answer "none of these", and nothing else? Asks the question if it has no answer.
    pub fn is_none_of_these(&self, question: Question) -> Asked<bool> {
        self.among(question, Answers::only(0))
    }

    /// Asks the question if it has no answer, whatever the answer is.
    pub fn asks(&self, question: Question) -> Asked<()> {
        if self.possible(question).is_empty() {
            return Err(Ask { question, telling: Answers::NONE });
        }
        Ok(())
    }

    /// Does the answer lie in this set? Where the question has not been asked, no: it never asks.
    pub fn lies_in(&self, question: Question, wanted: Answers) -> Asked<bool> {
        if self.possible(question).is_empty() { Ok(false) } else { self.among(question, wanted) }
    }

    /// The same as [`Case::is`], but where the question has not been asked, no: it never asks.
    pub fn known<V: Value>(&self, value: V) -> Asked<bool> {
        self.lies_in(V::QUESTION, value.answers())
    }

    /// Is the answer to any of these questions "not sure", as far as they have been asked? Asks nothing new.
    pub fn unsure_among(&self, questions: &[Question]) -> Asked<bool> {
        for question in self.asked().filter(|question| questions.contains(question)) {
            if self.unsure(question)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn among(&self, question: Question, wanted: Answers) -> Asked<bool> {
        let possible = self.possible(question);
        let inside = possible.and(wanted);
        if possible.is_empty() || (!inside.is_empty() && inside != possible) {
            return Err(Ask { question, telling: wanted });
        }
        Ok(!inside.is_empty())
    }
}
