//! What the rules may still ask, as a decision diagram.
//!
//! After every answer the screen says how many questions are left. Following the rules every way for that takes a tenth
//! of a second, and many times that on an old phone. But most places on these ways are alike in what may be asked
//! from there: the 6,000 ways of the right come to 200 different places. So the rules are followed once, when the
//! checker is compiled, and places that are alike become one. Nothing here knows a rule.

use std::collections::HashMap;

use super::{
    answers::Answers,
    case::{Asked, Case},
    commencement::InForce,
    fact::Question,
    journey::{Journey, Summary},
    ways::Given,
};

/// A place in the diagram. Those that it leads to have lower numbers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Node {
    /// Nothing more is asked.
    End,
    /// A question is asked, and then it goes on there.
    Ask(Question, u16),
    /// The answers to a question that was asked are told apart: those in this set (by its number) go on at the first place.
    Tell(Question, u8, u16, u16),
}

/// A diagram, and where it begins.
#[derive(Debug)]
pub struct Diagram<'a> {
    /// The places.
    pub nodes: &'a [Node],
    /// The sets of answers by their numbers.
    pub tellings: &'a [Answers],
    /// For each journey: where the questions about the right begin.
    pub right: [u16; Journey::ALL.len()],
    /// For each journey, and each of the [`Summary::branch`]es: where the later questions begin. Where there are none, at 0.
    pub later: [[u16; Summary::BRANCHES]; Journey::ALL.len()],
}

impl Summary {
    /// How many kinds of summary there are for what is asked later.
    pub const BRANCHES: usize = 16;

    /// What decides which later questions may come: two summaries with the same number ask the same.
    pub fn branch(&self) -> usize {
        use super::finding::{Strength::S0, Timing::OnLeaving};
        let right = self.right;
        [right.strength == S0, self.is_no(), self.may_have_ended(), right.timing == OnLeaving]
            .iter()
            .fold(0, |number, bit| number << 1 | usize::from(*bit))
    }
}

impl Diagram<'_> {
    /// The least and the most questions that may be asked from here, apart from those answered in the case.
    pub fn left(&self, from: u16, case: &Case) -> (u32, u32) {
        let mut left: Vec<(u8, u8)> = Vec::with_capacity(usize::from(from) + 1);
        for node in &self.nodes[..=usize::from(from)] {
            left.push(match *node {
                Node::End => (0, 0),
                Node::Ask(question, then) => {
                    let asked = u8::from(case.possible(question).is_empty());
                    let (least, most) = left[usize::from(then)];
                    (least + asked, most + asked)
                }
                Node::Tell(question, telling, inside, outside) => {
                    let (possible, telling) = (case.possible(question), self.tellings[usize::from(telling)]);
                    let (one, other) = (left[usize::from(inside)], left[usize::from(outside)]);
                    if possible.is_empty() {
                        (one.0.min(other.0), one.1.max(other.1))
                    } else if possible.and(telling).is_empty() {
                        other
                    } else if possible.within(telling) {
                        one
                    } else {
                        (one.0.min(other.0), one.1.max(other.1))
                    }
                }
            });
        }
        left.last().map_or((0, 0), |(least, most)| ((*least).into(), (*most).into()))
    }
}

/// Puts a diagram together from below.
#[derive(Default)]
struct Builder {
    nodes: Vec<Node>,
    places: HashMap<Node, u16>,
    tellings: Vec<Answers>,
    /// Where F-PAY is asked: the place that was found for what matters from there.
    paid: HashMap<Case, u16>,
}

impl Builder {
    fn place(&mut self, node: Node) -> u16 {
        let nodes = &mut self.nodes;
        *self.places.entry(node).or_insert_with(|| {
            nodes.push(node);
            (nodes.len() - 1).try_into().expect("far fewer places")
        })
    }

    /// The place at which these rules stand after this trail.
    fn follow<T>(&mut self, trail: Case, rules: impl Fn(&Case) -> Asked<T> + Copy) -> u16 {
        let Err(ask) = rules(&trail) else { return self.place(Node::End) };
        let (question, possible) = (ask.question, trail.possible(ask.question));
        if possible.is_empty() {
            let then = trail.with(question, trail.offered(question));
            let then = match question {
                Question::AskedToPay => self.asked_to_pay(then, rules),
                _ => self.follow(then, rules),
            };
            return self.place(Node::Ask(question, then));
        }
        let inside = self.follow(trail.with(question, possible.and(ask.telling)), rules);
        let outside = self.follow(trail.with(question, possible.without(ask.telling)), rules);
        if inside == outside {
            return inside;
        }
        let telling = self.tellings.iter().position(|known| *known == ask.telling).unwrap_or_else(|| {
            self.tellings.push(ask.telling);
            self.tellings.len() - 1
        });
        self.place(Node::Tell(question, telling.try_into().expect("far fewer sets"), inside, outside))
    }

    /// What money is asked for turns on none of what was asked about the bodies, but for the home before. So that is
    /// followed once, and not for every way there.
    fn asked_to_pay<T>(&mut self, trail: Case, rules: impl Fn(&Case) -> Asked<T> + Copy) -> u16 {
        let bodies = [Question::LastLeft, Question::WhoArgues, Question::Stays];
        let matters = bodies.into_iter().fold(trail, |case, question| case.with(question, Answers::NONE));
        if let Some(known) = self.paid.get(&matters) {
            return *known;
        }
        let place = self.follow(trail, rules);
        self.paid.insert(matters, place);
        place
    }
}

/// Follows the rules and writes the diagram as Rust, for `remaining` to include.
pub fn written() -> String {
    let mut builder = Builder::default();
    builder.place(Node::End);
    let empty = Case::under(InForce::TODAY);
    let right = [0, 1, 2].map(|place| {
        let journey: Journey = Journey::ALL[place];
        builder.follow(empty, |case| journey.asked_of_the_right(case))
    });
    let later = [0, 1, 2].map(|place| {
        let journey: Journey = Journey::ALL[place];
        let mut roots = [None; Summary::BRANCHES];
        let mut summaries: Vec<Summary> = Vec::new();
        let _ = Given::new(empty).every_way(
            |case| journey.summary(case),
            |_, found| {
                summaries.push(found);
                true
            },
        );
        // The right has asked for the problem where the journey begins with it.
        let begun = match journey {
            Journey::Problem => empty.with(Question::Issue, Question::Issue.all_answers()),
            Journey::Entitled | Journey::WhoPays => empty,
        };
        for summary in summaries {
            let root = &mut roots[summary.branch()];
            if root.is_none() {
                builder.paid.clear();
                *root = Some(builder.follow(begun, |case| journey.others(case, &summary)));
            }
        }
        roots.map(|root| root.unwrap_or(0))
    });
    let nodes: String = builder
        .nodes
        .iter()
        .map(|node| match node {
            Node::End => "Node::End,".to_owned(),
            Node::Ask(question, then) => format!("Node::Ask(Question::{question:?},{then}),"),
            Node::Tell(question, telling, inside, outside) => {
                format!("Node::Tell(Question::{question:?},{telling},{inside},{outside}),")
            }
        })
        .collect();
    let tellings: String =
        builder.tellings.iter().map(|set| format!("Answers::of_bits({}),", set.bits())).collect();
    format!("Diagram{{nodes:&[{nodes}],tellings:&[{tellings}],right:{right:?},later:{later:?}}}")
}
