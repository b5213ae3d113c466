//! Which journeys to walk so that every screen is seen: found by following the rules, never listed by hand.
//!
//! Journeys are tried natively, some thousands of them: at first by chance, then by varying those that saw something new,
//! as a fuzzer does. Of these, few are kept that together ask every question and show every finding (a greedy set cover).
//! A rule that is added is walked without another word here, and one that no journey reaches fails the tests.

use s117_checker::law::{
    classes,
    fact::{Answer, Kind, NOT_SURE, Question},
    finding::{FindingId, Strength},
    interview::Interview,
    journey::Journey,
};
use std::{collections::BTreeSet, sync::LazyLock};

/// Something that must be seen on some screen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Goal {
    /// A question.
    Asks(Question),
    /// A finding on a result: a claim, a note or a step.
    Finds(FindingId),
    /// A claim of this strength, first on the result.
    Says(Strength),
}

/// Findings that rest on provisions which were passed and have not started: no journey shows them today.
const WAITING: [FindingId; 2] = [FindingId::PlacingCouncil, FindingId::TribunalMay];

impl Goal {
    /// All that there is to see.
    pub fn all() -> BTreeSet<Self> {
        let questions = Question::ALL.iter().copied().map(Self::Asks);
        let findings = FindingId::ALL.iter().copied().filter(|it| !WAITING.contains(it)).map(Self::Finds);
        questions.chain(findings).chain(Strength::ALL.iter().copied().map(Self::Says)).collect()
    }
}

/// A journey to its result.
#[derive(Clone, Debug)]
pub struct Walk {
    /// Which journey.
    pub journey: Journey,
    /// What is answered, in order.
    pub answers: Vec<Answer>,
    /// What is seen on the way.
    pub sees: BTreeSet<Goal>,
}

impl Walk {
    /// Follows the rules to a result, each answer given by `choose`.
    fn follow(journey: Journey, mut choose: impl FnMut(&Interview, Question) -> Answer) -> Self {
        let mut interview = Interview::new(journey);
        let (mut answers, mut sees) = (vec![], BTreeSet::new());
        while let Some(question) = interview.next() {
            let answer = choose(&interview, question);
            sees.insert(Goal::Asks(question));
            answers.push(answer);
            interview = interview.answered(answer);
        }
        let found = classes::outcome(journey, &interview.case()).expect("nothing is left to ask");
        sees.extend(found.first().and_then(|(_, shape)| shape.strength).map(Goal::Says));
        sees.extend(found.into_iter().map(|(finding, _)| Goal::Finds(finding)));
        Self { journey, answers, sees }
    }

    /// How firmly the first claim speaks.
    pub fn says(&self) -> &'static str {
        let says = |goal: &Goal| match goal {
            Goal::Says(strength) => Some(strength.id()),
            _ => None,
        };
        self.sees.iter().find_map(says).unwrap_or_default()
    }

    /// The same journey with one answer changed, and by chance what that makes the rules ask beside.
    fn varied(&self, numbers: &mut Numbers) -> Self {
        let changed = self.answers[numbers.below(self.answers.len())].question;
        Self::follow(self.journey, |interview, question| {
            let same = self.answers.iter().find(|answer| answer.question == question && question != changed);
            let offered = |answer: &&Answer| {
                let offered = interview.offered(question);
                answer.ids().iter().all(|id| offered.contains(id))
            };
            same.filter(offered).copied().unwrap_or_else(|| any(interview, question, numbers))
        })
    }
}

/// The same numbers each time, spread well enough to choose by.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// An answer of those that are offered. One in eight is "not sure"; ticks stand alone more often than together.
fn any(interview: &Interview, question: Question, numbers: &mut Numbers) -> Answer {
    let mut offered = interview.offered(question);
    offered.retain(|id| *id != NOT_SURE);
    if offered.is_empty() || numbers.below(8) == 0 {
        return Answer::from_ids(question, [NOT_SURE]).expect("always an answer");
    }
    let one = offered[numbers.below(offered.len())];
    if question.kind() == Kind::Ticks && numbers.below(3) == 0 {
        // Often all of them: what a rare finding needs.
        let all = numbers.below(2) == 0;
        offered.retain(|id| Some(*id) != question.none_id() && (all || numbers.below(2) == 0));
        if let Ok(several) = Answer::from_ids(question, offered) {
            return several;
        }
    }
    Answer::from_ids(question, [one]).expect("it is offered")
}

/// Journeys that saw something which none before them saw.
fn tried() -> Vec<Walk> {
    /// Enough to find what only a rare chain of answers leads to, several times over.
    const TRIES: usize = 12_000;
    let mut numbers = Numbers(117);
    let (mut walks, mut seen) = (Vec::<Walk>::new(), BTreeSet::new());
    for _ in 0..TRIES {
        let walk = if walks.is_empty() || numbers.below(4) == 0 {
            let journey = Journey::ALL[numbers.below(Journey::ALL.len())];
            Walk::follow(journey, |interview, question| any(interview, question, &mut numbers))
        } else {
            // What came last stands nearest to what was not seen yet.
            let place = numbers.below(walks.len()).max(numbers.below(walks.len()));
            walks[place].varied(&mut numbers)
        };
        // Pairs of what is seen, so that there is much to choose from.
        let pairs = walk.sees.iter().flat_map(|one| walk.sees.iter().map(move |other| (*one, *other)));
        let known = seen.len();
        seen.extend(pairs);
        if seen.len() > known {
            walks.push(walk);
        }
    }
    walks
}

/// Of these journeys, few that together see all that is wanted and any of them sees.
fn cover(walks: &[Walk], wanted: impl Fn(&Goal) -> bool) -> Vec<Walk> {
    let seen = walks.iter().flat_map(|walk| &walk.sees).copied();
    let mut open: BTreeSet<Goal> = seen.filter(wanted).collect();
    let mut chosen = vec![];
    while !open.is_empty() {
        // Of two that see as much, the shorter.
        let gain = |walk: &&Walk| (walk.sees.intersection(&open).count(), usize::MAX - walk.answers.len());
        let best = walks.iter().max_by_key(gain).expect("each goal was seen by a walk");
        open.retain(|goal| !best.sees.contains(goal));
        chosen.push(best.clone());
    }
    chosen
}

/// The journeys that together see everything.
///
/// # Panics
///
/// Panics, naming it, where no journey sees something.
pub fn walks() -> &'static [Walk] {
    static WALKS: LazyLock<Vec<Walk>> = LazyLock::new(|| {
        let chosen = cover(&tried(), |_| true);
        let seen: BTreeSet<Goal> = chosen.iter().flat_map(|walk| &walk.sees).copied().collect();
        let missing: Vec<_> = Goal::all().difference(&seen).copied().collect();
        assert!(missing.is_empty(), "no journey that was tried sees {missing:?}");
        chosen
    });
    &WALKS
}

/// Fewer journeys, with one question of each kind and one result of each strength.
pub fn few() -> &'static [Walk] {
    static FEW: LazyLock<Vec<Walk>> = LazyLock::new(|| {
        cover(walks(), |goal| {
            matches!(
                goal,
                Goal::Says(_) | Goal::Asks(Question::DatesGiven | Question::EverHeld | Question::Issue)
            )
        })
    });
    &FEW
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each journey is one that a visitor can take, and few are enough.
    #[test]
    fn few_journeys_see_everything_and_none_is_there_for_nothing() {
        let walks = walks();
        for walk in walks {
            let mut interview = Interview::new(walk.journey);
            for answer in &walk.answers {
                assert_eq!(interview.next(), Some(answer.question), "{walk:?}");
                let offered = interview.offered(answer.question);
                assert!(answer.ids().iter().all(|id| offered.contains(id)), "{walk:?}");
                interview = interview.answered(*answer);
            }
            assert_eq!(interview.next(), None, "{walk:?}");
        }
        for (place, walk) in walks.iter().enumerate() {
            let before: BTreeSet<_> = walks[..place].iter().flat_map(|walk| &walk.sees).collect();
            assert!(walk.sees.iter().any(|goal| !before.contains(goal)), "{walk:?}");
        }
        assert!(walks.len() < 60, "{} journeys", walks.len());
    }
}
