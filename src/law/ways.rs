//! Following the rules every way, without trying every answer.
//!
//! A question that has not been answered is given *all* its answers at once, and these are told apart
//! only where a rule asks for it. So ticking section 3 is one way, whatever else is ticked beside it,
//! until some rule reads the rest. What is said of one way is true of every answer in it.

use super::{
    answers::Answers,
    case::{Ask, Asked, Case},
    fact::Question,
};

/// What has been answered, and which answers are free to vary.
///
/// A rule sees only the answers on the trail: those that it, or a rule before it, asked for.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    answers: Case,
    freed: Freed,
}

/// Questions whose answers are all to be followed, though they have been answered.
#[derive(Clone, Copy, Debug)]
enum Freed {
    None,
    One(Question),
    All,
}

impl Given {
    /// These answers; every question without one is free.
    pub fn new(answers: Case) -> Self {
        Self { answers, freed: Freed::None }
    }

    /// These answers, where a question with several of them is to be followed every way.
    pub fn any_of(answers: Case) -> Self {
        Self { answers, freed: Freed::All }
    }

    /// The same with one question answered in any of these ways.
    pub(super) fn freeing(self, question: Question, answers: Answers) -> Self {
        Self { answers: self.answers.with(question, answers), freed: Freed::One(question) }
    }

    /// The answers to a question that are given and offered on this trail.
    fn on(&self, trail: &Case, question: Question) -> Answers {
        self.answers.possible(question).and(trail.offered(question))
    }

    /// Does this question vary here, and not in the case that we were called with?
    fn varies(&self, question: Question) -> bool {
        let freed = match self.freed {
            Freed::None => false,
            Freed::One(one) => one == question,
            Freed::All => true,
        };
        freed || self.answers.possible(question).is_empty()
    }

    /// The trail of these answers as far as they go: the case that the rules may read, and what they ask next.
    pub fn trail<T>(&self, rules: impl Fn(&Case) -> Asked<T>) -> (Case, Vec<Question>, Result<T, Ask>) {
        let (mut trail, mut order) = (Case::under(self.answers.in_force()), Vec::new());
        loop {
            let result = rules(&trail);
            let Err(ask) = result else { return (trail, order, result) };
            let given = self.on(&trail, ask.question);
            if given.is_empty() || !trail.possible(ask.question).is_empty() {
                return (trail, order, result);
            }
            trail = trail.with(ask.question, given);
            order.push(ask.question);
        }
    }

    /// Does this hold of every way that these answers can go on?
    ///
    /// Where the outcome turns on telling apart answers of a question that does not vary here, that is
    /// asked of the caller.
    pub fn every_way<T>(
        &self,
        rules: impl Fn(&Case) -> Asked<T> + Copy,
        mut holds: impl FnMut(&Case, T) -> bool,
    ) -> Asked<bool> {
        self.every_way_from(Case::under(self.answers.in_force()), rules, &mut holds)
    }

    fn every_way_from<T>(
        &self,
        mut trail: Case,
        rules: impl Fn(&Case) -> Asked<T> + Copy,
        holds: &mut impl FnMut(&Case, T) -> bool,
    ) -> Asked<bool> {
        loop {
            let ask = match rules(&trail) {
                Ok(found) => return Ok(holds(&trail, found)),
                Err(ask) => ask,
            };
            let possible = trail.possible(ask.question);
            if possible.is_empty() {
                let given = self.on(&trail, ask.question);
                let offered = trail.offered(ask.question);
                trail = trail.with(ask.question, if given.is_empty() { offered } else { given });
                continue;
            }
            if !self.varies(ask.question) && !self.on(&trail, ask.question).is_empty() {
                return Err(ask);
            }
            for part in [possible.and(ask.telling), possible.without(ask.telling)] {
                if !self.every_way_from(trail.with(ask.question, part), rules, holds)? {
                    return Ok(false);
                }
            }
            return Ok(true);
        }
    }
}
