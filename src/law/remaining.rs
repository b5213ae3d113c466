//! How many questions are left.

use super::{
    answers::Answers,
    case::{Asked, Case},
    commencement::InForce,
    diagram::{Diagram, Node},
    fact::Question,
    interview::Interview,
    journey::Journey,
    ways::Given,
};

/// Followed when the checker was compiled.
static DIAGRAM: Diagram<'static> = include!(concat!(env!("OUT_DIR"), "/diagram.rs"));

/// How many questions are left, the one on screen included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Remaining {
    /// On the shortest way to the end.
    pub least: u32,
    /// On the longest.
    pub most: u32,
}

impl Interview {
    /// How many questions are left, whatever is answered.
    ///
    /// A true least and most of what is asked about the right, or after it. While the right is open, what may come
    /// after it is counted by the questions that may still come.
    pub fn remaining(&self) -> Remaining {
        let case = self.case();
        let journey = self.journey();
        match journey.summary(&case) {
            Ok(summary) => {
                let from = DIAGRAM.later[journey as usize][summary.branch()];
                left(&case, from, |way| journey.others(way, &summary))
            }
            Err(_) => {
                let later = journey.later_questions(&case);
                let open =
                    later.iter().filter(|question| case.possible(**question).is_empty()).count() as u32;
                let certain = u32::from(later.contains(&Question::AskedToPay) && journey == Journey::WhoPays);
                let from = DIAGRAM.right[journey as usize];
                let right = left(&case, from, |way| journey.asked_of_the_right(way));
                Remaining { least: right.least + certain, most: right.most + open }
            }
        }
    }
}

/// The least and the most that these rules still ask, by the diagram from this place on.
fn left<T>(case: &Case, from: u16, rules: impl Fn(&Case) -> Asked<T> + Copy) -> Remaining {
    if case.in_force() != InForce::TODAY {
        // The diagram is of the law as it stands: other law is followed step by step.
        return counted(case, rules);
    }
    let (least, most) = DIAGRAM.left(from, case);
    Remaining { least, most }
}

/// The same, counted on every way.
fn counted<T>(case: &Case, rules: impl Fn(&Case) -> Asked<T> + Copy) -> Remaining {
    let (mut least, mut most) = (u32::MAX, 0);
    let _ = Given::new(*case).every_way(rules, |way, _| {
        let left = way.asked().filter(|question| case.possible(*question).is_empty()).count() as u32;
        least = least.min(left);
        most = most.max(left);
        true
    });
    Remaining { least: least.min(most), most }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::fact::Answer;

    #[test]
    fn the_diagram_counts_as_the_rules_do() {
        let mut random = 1_u32;
        let mut next = |below: usize| {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (random >> 8) as usize % below
        };
        let mut compared = 0;
        for seed in 0..60 {
            let journey = Journey::ALL[seed % 3];
            let mut interview = Interview::new(journey);
            while let Some(question) = interview.next() {
                let case = interview.case();
                let (from, slowly) = match journey.summary(&case) {
                    Ok(summary) => (
                        DIAGRAM.later[journey as usize][summary.branch()],
                        counted(&case, |way| journey.others(way, &summary)),
                    ),
                    Err(_) => (
                        DIAGRAM.right[journey as usize],
                        counted(&case, |way| journey.asked_of_the_right(way)),
                    ),
                };
                let (least, most) = DIAGRAM.left(from, &case);
                assert_eq!(Remaining { least, most }, slowly, "{}: {:?}", journey.id(), interview.trail());
                compared += 1;
                let offered: Vec<u8> = case.offered(question).codes().collect();
                let answer = Answer::from_code(question, offered[next(offered.len())]).expect("offered");
                interview = interview.answered(answer);
            }
        }
        assert!(compared > 250, "{compared}");
    }

    #[test]
    fn a_summary_asks_what_every_other_of_its_branch_asks() {
        for journey in [Journey::WhoPays, Journey::Problem] {
            let mut seen = std::collections::HashSet::new();
            let _ = Given::new(Case::EMPTY).every_way(
                |case| journey.summary(case),
                |way, summary| {
                    if seen.insert(summary) {
                        // One answer to each question of the way; money for nothing, as its ways are many.
                        let one = |case: Case, question| match way.possible(question).codes().next() {
                            Some(code) => case.with(question, Answers::only(code)),
                            None => case,
                        };
                        let case = way.asked().fold(Case::EMPTY, one);
                        let case = match journey {
                            Journey::WhoPays => case.with(Question::AskedToPay, Answers::only(0)),
                            _ => case,
                        };
                        let (least, most) =
                            DIAGRAM.left(DIAGRAM.later[journey as usize][summary.branch()], &case);
                        let slowly = counted(&case, |way| journey.others(way, &summary));
                        assert_eq!(Remaining { least, most }, slowly, "{}: {summary:?}", journey.id());
                    }
                    true
                },
            );
            assert!(seen.len() > 50, "{}: {}", journey.id(), seen.len());
        }
    }
}
