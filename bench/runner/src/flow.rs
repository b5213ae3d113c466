//! What follows what, as somebody would write it down for a form builder: this question after that answer.
//!
//! The checker has no such list; its rules ask. Here it is read off walks through the rules, the visitor's own first, so
//! it is exactly right for that visitor and a fair sketch for the rest. The peers therefore do less than the rules do.

use browser_tests::visitors::Visitor;
use s117_checker::law::{
    date::LAW_CHECKED,
    fact::{Answer, NOT_SURE, Question},
    finding::{FindingId, Shape},
    interview::Interview,
    journey::Journey,
};
use serde::Serialize;
use std::collections::BTreeMap;

/// Walks for each journey, beside the visitor's.
const WALKS: u32 = 600;

/// These answers to a question, on a journey; or the journey's beginning.
#[derive(Clone, PartialEq, Eq, Serialize, Debug)]
pub struct After {
    journey: &'static str,
    question: Option<&'static str>,
    values: Vec<&'static str>,
}

/// An answer on a journey: by the places of the journey and the question, and the value.
type Answered = (usize, Option<Question>, &'static str);

enum Next {
    Question(Question),
    Result(Vec<(FindingId, Shape)>),
}

/// After this last answer, these findings.
pub struct Ended {
    /// The id of the journey.
    pub journey: &'static str,
    /// The question and the id of the value; none where nothing is asked.
    pub answer: Option<(Question, &'static str)>,
    /// What is found.
    pub found: Vec<(FindingId, Shape)>,
}

/// The walks.
#[derive(Default)]
pub struct Flow {
    next: Vec<(Answered, Next)>,
    visited: Vec<Question>,
    /// For each question, the sum of its places on the walks, and how often it was asked.
    places: BTreeMap<&'static str, (usize, usize)>,
}

impl Flow {
    /// Walks through the rules as this visitor, and then many times at random, always the same.
    pub fn walked(visitor: &Visitor) -> Self {
        let mut flow = Self::default();
        let journey = Journey::from_id(visitor.journey).expect("a journey");
        let told = |interview: &Interview, question: Question| {
            let (_, values) =
                visitor.told.iter().find(|(id, _)| *id == question.id()).expect("the visitor's answer");
            assert!(values.iter().all(|value| interview.offered(question).contains(value)));
            Answer::from_ids(question, values.iter().copied()).expect("its values")
        };
        flow.visited = flow.walk(journey, told);
        let mut numbers = 117u32;
        for journey in Journey::ALL {
            for _ in 0..WALKS {
                flow.walk(*journey, |interview, question| {
                    numbers = numbers.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    let offered = interview.offered(question);
                    let value = offered[(numbers >> 8) as usize % offered.len()];
                    Answer::from_ids(question, [value])
                        .or_else(|_| Answer::from_ids(question, [NOT_SURE]))
                        .expect("an answer")
                });
            }
        }
        flow
    }

    /// One walk; gives the questions in the order asked.
    fn walk(
        &mut self,
        journey: Journey,
        mut answer: impl FnMut(&Interview, Question) -> Answer,
    ) -> Vec<Question> {
        let place = journey as usize;
        let mut interview = Interview::new(journey);
        let mut last: Vec<Answered> = vec![(place, None, "")];
        let mut asked = Vec::new();
        while let Some(question) = interview.next() {
            self.add(&last, || Next::Question(question));
            let (sum, times) = self.places.entry(question.id()).or_default();
            (*sum, *times) = (*sum + asked.len(), *times + 1);
            let answer = answer(&interview, question);
            last = answer.ids().into_iter().map(|value| (place, Some(question), value)).collect();
            interview = interview.answered(answer);
            asked.push(question);
        }
        // An assessment takes a thousand times as long as a question.
        if last.iter().any(|answered| !self.knows(answered)) {
            let findings = interview.assess(LAW_CHECKED).findings;
            self.add(&last, || {
                Next::Result(findings.iter().map(|finding| (finding.id, finding.shape)).collect())
            });
        }
        asked
    }

    fn knows(&self, answered: &Answered) -> bool {
        self.next.iter().any(|(known, _)| known == answered)
    }

    /// What is known first holds.
    fn add(&mut self, last: &[Answered], next: impl Fn() -> Next) {
        for answered in last {
            if !self.knows(answered) {
                self.next.push((*answered, next()));
            }
        }
    }

    /// All questions: the visitor's in their order, then the rest by where they are usually asked.
    pub fn order(&self) -> Vec<Question> {
        let mut all = Question::ALL.to_vec();
        all.sort_by_key(|question| match self.visited.iter().position(|visited| visited == question) {
            Some(place) => place * 1000,
            None => {
                let (sum, times) = self.places.get(question.id()).copied().unwrap_or((0, 0));
                1_000_000 + (sum * 1000).checked_div(times).unwrap_or(1_000_000)
            }
        });
        all
    }

    /// After which answers a question comes.
    pub fn before(&self, question: Question) -> Vec<After> {
        let mut list: Vec<After> = Vec::new();
        let leads_there = |next: &Next| matches!(next, Next::Question(it) if *it == question);
        for ((journey, question, value), _) in self.next.iter().filter(|(_, next)| leads_there(next)) {
            let journey = Journey::ALL[*journey].id();
            let question = question.map(Question::id);
            match list.iter_mut().find(|after| after.journey == journey && after.question == question) {
                Some(after) => after.values.push(value),
                None => {
                    let values = question.is_some().then_some(*value).into_iter().collect();
                    list.push(After { journey, question, values });
                }
            }
        }
        list
    }

    /// Every result, by the last answer before it.
    pub fn results(&self) -> impl Iterator<Item = Ended> {
        self.next.iter().filter_map(|((journey, question, value), next)| match next {
            Next::Question(_) => None,
            Next::Result(found) => Some(Ended {
                journey: Journey::ALL[*journey].id(),
                answer: question.map(|question| (question, *value)),
                found: found.clone(),
            }),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use browser_tests::visitors::CHARGED_IN_WALES;

    #[test]
    fn the_visitor_meets_their_questions_and_no_others() {
        let flow = Flow::walked(&CHARGED_IN_WALES);
        let visited: Vec<_> = flow.visited.iter().map(|question| question.id()).collect();
        assert_eq!(visited, CHARGED_IN_WALES.told.iter().map(|(id, _)| *id).collect::<Vec<_>>());
        assert_eq!(flow.order()[..visited.len()], flow.visited[..]);
        let told = |id: &str| {
            CHARGED_IN_WALES.told.iter().find(|(known, _)| *known == id).map(|(_, values)| *values)
        };
        for question in Question::ALL {
            let shown = flow.before(*question).iter().any(|after| {
                after.journey == CHARGED_IN_WALES.journey
                    && after.question.is_none_or(|asked| {
                        told(asked).is_some_and(|values| after.values.iter().any(|it| values.contains(it)))
                    })
            });
            assert_eq!(shown, flow.visited.contains(question), "{}", question.id());
        }
        let (question, values) = CHARGED_IN_WALES.told.last().expect("answers");
        let result = flow
            .results()
            .find(|ended| {
                ended.journey == CHARGED_IN_WALES.journey
                    && ended
                        .answer
                        .is_some_and(|(asked, value)| asked.id() == *question && value == values[0])
            })
            .expect("the last answer leads to a result");
        let claims = result.found.iter().filter_map(|(id, shape)| Some((id.id(), shape.strength?.id())));
        assert_eq!(claims.collect::<Vec<_>>(), CHARGED_IN_WALES.claims, "the visitor's claims, as firmly");
    }
}
