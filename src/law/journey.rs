//! What a journey asks, and the caps that lie over every claim: "not sure", and resting on the right.

use super::{
    answers::Answers,
    case::{Ask, Asked, Case},
    ending,
    fact::{Kind, Question},
    finding::{FindingId, Strength::S1},
    right::{self, Claim},
    ways::Given,
};

/// Which question the visitor came with.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Journey {
    /// Am I entitled? Topic `right`, and `ending` where it is opened.
    Entitled,
}

impl Journey {
    /// Its id in a case written as data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Entitled => "entitled",
        }
    }
}

/// The claims of a journey.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Claims {
    /// Is there a right?
    pub right: Claim,
    /// Does it go on? Only where that topic is opened.
    pub ending: Option<Claim>,
}

impl Claims {
    /// The claims, the right first.
    pub fn iter(self) -> impl Iterator<Item = Claim> {
        std::iter::once(self.right).chain(self.ending)
    }
}

impl Journey {
    /// The claims as the tables have them, before "not sure" caps them. This alone decides what is asked.
    pub fn asked(self, case: &Case) -> Asked<Claims> {
        match self {
            Self::Entitled => {
                let mut right = right::right(case)?;
                if !ending::opens(case)? {
                    return Ok(Claims { right, ending: None });
                }
                let ending = resting_on(right, ending::ending(case)?);
                // Had the right, and somebody says that it ended: as firm as `ending`.
                if right.id == FindingId::Elig28 {
                    right.strength = ending.strength;
                }
                Ok(Claims { right, ending: Some(ending) })
            }
        }
    }

    /// The claims of a finished case.
    ///
    /// A "not sure" never gives S1 unless every definite answer to that question, followed every way,
    /// would also give S1 (8.7.5); and no claim that rests on the right is firmer than the right (8.7.4).
    pub fn claims(self, case: &Case) -> Asked<Claims> {
        let Claims { mut right, mut ending } = self.asked(case)?;
        if right.strength == S1 && !self.firm(case, |claims| Some(claims.right))? {
            right.strength = right.strength.probably();
        }
        if let Some(claim) = &mut ending {
            if claim.strength == S1 && !self.firm(case, |claims| claims.ending)? {
                claim.strength = claim.strength.probably();
            }
            *claim = resting_on(right, *claim);
        }
        Ok(Claims { right, ending })
    }

    /// For each "not sure" in the case: would every definite answer give S1 too?
    fn firm(self, case: &Case, topic: fn(Claims) -> Option<Claim>) -> Asked<bool> {
        for question in case.asked() {
            if !case.unsure(question)? {
                continue;
            }
            let definite = definite_answers(case, question);
            let firm = Given::new(*case).freeing(question, definite).every_way(
                |way| self.claims(way),
                |_, claims| topic(claims).is_some_and(|claim| claim.strength == S1),
            )?;
            if !firm {
                // Several answers at once that are not sure may stand for different ticks: tell them apart.
                let possible = case.possible(question);
                if let (Kind::Ticks, None) = (question.kind(), possible.single()) {
                    let telling = possible.codes().next().map_or(Answers::NONE, Answers::only);
                    return Err(Ask { question, telling });
                }
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// A claim that rests on the right has its timing and is never firmer (8.7.4).
fn resting_on(right: Claim, claim: Claim) -> Claim {
    Claim { strength: claim.strength.resting_on(right.strength), timing: right.timing, ..claim }
}

/// The answers without "not sure" that a "not sure" may turn out to be. Beside ticks, the ticks stand.
fn definite_answers(case: &Case, question: Question) -> Answers {
    let definite = case.offered(question).without(question.unsure_answers());
    match question.kind() {
        Kind::One => definite,
        Kind::Ticks => {
            let unsure = 1 << question.values().len();
            case.possible(question)
                .codes()
                .fold(Answers::NONE, |set, code| set.or(definite.and(Answers::holding(code & !unsure))))
        }
    }
}
