//! The interview: what has been answered, what comes next, what is left. It falls out of the rules.

use super::{
    answers::Answers,
    assessment::{self, Assessment, Change, Settled},
    case::Case,
    date::{Date, Freshness},
    fact::{Answer, Question},
    journey::Journey,
    ways::Given,
};

/// One visitor's interview.
///
/// It keeps every answer given. Only those on the trail count: an answer that no longer matters after a
/// change is set aside, unread, and stands again if the change is taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Interview {
    journey: Journey,
    given: Case,
}

/// How many questions are left, the one on screen included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Remaining {
    /// On the shortest way to the end.
    pub least: u32,
    /// On the longest.
    pub most: u32,
}

impl Interview {
    /// An interview in which nothing has been answered.
    pub fn new(journey: Journey) -> Self {
        Self { journey, given: Case::EMPTY }
    }

    /// The journey it is for.
    pub fn journey(&self) -> Journey {
        self.journey
    }

    /// The same interview with this answer, in place of any earlier one to the same question.
    pub fn answered(&self, answer: Answer) -> Self {
        Self { given: self.given.answered(answer), ..self.clone() }
    }

    /// The answers that count, as the rules see them, and the questions in the order asked, with what comes next.
    fn asked(&self) -> (Case, Vec<Question>, Option<Question>) {
        let (case, order, result) = Given::new(self.given).trail(|case| self.journey.asked(case));
        (case, order, result.err().map(|ask| ask.question))
    }

    /// The answers that count, as the rules see them.
    pub fn case(&self) -> Case {
        self.asked().0
    }

    /// The answers that count, in the order asked.
    pub fn trail(&self) -> Vec<Answer> {
        let (case, order, _) = self.asked();
        order.into_iter().filter_map(|question| case.answer(question)).collect()
    }

    /// The answer that counts for a question.
    pub fn given(&self, question: Question) -> Option<Answer> {
        self.case().answer(question)
    }

    /// The next question; none once everything is answered.
    pub fn next(&self) -> Option<Question> {
        self.asked().2
    }

    /// The ids of the values that a question offers now.
    pub fn offered(&self, question: Question) -> Vec<&'static str> {
        let offered = self.case().offered(question);
        let is_offered = |value: &&str| {
            Answer::from_ids(question, [*value]).is_ok_and(|answer| answer.alone().within(offered))
        };
        question.value_ids().filter(is_offered).collect()
    }

    /// The question before this one on the trail; before the end of the trail if `question` is none.
    pub fn before(&self, question: Option<Question>) -> Option<Question> {
        let (_, order, _) = self.asked();
        let place = question.and_then(|question| order.iter().position(|asked| *asked == question));
        order[..place.unwrap_or(order.len())].last().copied()
    }

    /// How many questions are left: a true least and most, whatever is answered.
    pub fn remaining(&self) -> Remaining {
        let (case, order, next) = self.asked();
        if next.is_none() {
            return Remaining { least: 0, most: 0 };
        }
        let (mut least, mut most) = (u32::MAX, 0);
        let finished = Given::new(case).every_way(
            |way| self.journey.asked(way),
            |way, _| {
                let left = (way.asked().count() - order.len()) as u32;
                least = least.min(left);
                most = most.max(left);
                true
            },
        );
        debug_assert_eq!(finished, Ok(true), "one answer each leaves nothing to tell apart");
        Remaining { least, most }
    }

    /// What is already certain while questions remain.
    pub fn settled(&self) -> Option<Settled> {
        assessment::settled(self.journey, &self.case())
    }

    /// What the rules make of the case on this day.
    pub fn assess(&self, today: Date) -> Assessment {
        let (case, _, next) = self.asked();
        let findings = assessment::findings(self.journey, &case, today).unwrap_or_default();
        Assessment { findings, next, freshness: Freshness::on(today) }
    }

    /// What would change the answer, nearest first, at most three.
    pub fn changes(&self) -> Vec<Change> {
        let (case, order, _) = self.asked();
        assessment::changes(self.journey, &case, &order).unwrap_or_default()
    }

    /// Could this question be asked, with every other answer given as it is?
    pub fn could_ask(&self, question: Question) -> bool {
        let others = Given::new(self.given.with(question, Answers::NONE));
        let never =
            others.every_way(|way| self.journey.asked(way), |way, _| way.possible(question).is_empty());
        never != Ok(true)
    }
}
