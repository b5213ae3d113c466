//! All three journeys over one case at once: for people who give facts in any order and want all that follows.

use super::{
    date::{Date, Freshness},
    deadline::{self, Deadline},
    fact::Question,
    finding::{Finding, FindingKind, Shape, Topic},
    interview::Interview,
    journey::Journey,
};

/// What the rules make of a case on every journey.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Overview {
    /// Claims in the order of their topics, then notes, then steps; each once. A claim of a journey that still asks
    /// something stands here once it is certain, without the answers it rests on.
    pub findings: Vec<Finding>,
    /// What each unfinished journey asks next.
    pub next: Vec<(Journey, Question)>,
    /// The questions whose answers some journey has read.
    pub read: Vec<Question>,
    /// The deadlines that follow from the dates given, the most pressing first.
    pub deadlines: Vec<Deadline>,
    /// How fresh the law is on that day.
    pub freshness: Freshness,
}

impl Overview {
    /// The findings of one kind.
    pub fn of_kind(&self, kind: FindingKind) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.id.kind() == kind)
    }

    /// The question to ask next, so that the right is settled first.
    pub fn first_open(&self) -> Option<Question> {
        self.next.first().map(|(_, question)| *question)
    }
}

impl Interview {
    /// What the rules make of the case on this day, on every journey.
    pub fn overview(&self, today: Date) -> Overview {
        let mut found: Vec<Finding> = vec![];
        let (mut next, mut read) = (vec![], vec![]);
        let (mut bodies, mut refund) = (None, false);
        // The steps for the problem are more to the point than those for the right alone.
        for journey in [Journey::Problem, Journey::WhoPays, Journey::Entitled] {
            let interview = self.on(journey);
            let assessment = interview.assess(today);
            let findings = match assessment.next {
                None => assessment.findings,
                Some(_) => interview.certain_so_far(),
            };
            for finding in findings {
                add(&mut found, finding);
            }
            // What one journey knows, the deadlines may go by.
            bodies = bodies.or(interview.nation_of_bodies());
            refund |= interview.is_about_money_paid();
            next.extend(assessment.next.map(|question| (journey, question)));
            read.extend(interview.trail().into_iter().map(|answer| answer.question));
        }
        next.reverse();
        let read = Question::ALL.iter().copied().filter(|question| read.contains(question)).collect();
        let (claims, others): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|finding| finding.id.kind() == FindingKind::Claim);
        let (notes, steps): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|finding| finding.id.kind() == FindingKind::Note);
        let in_order = Topic::ALL
            .iter()
            .flat_map(|topic| claims.iter().filter(move |claim| claim.id.topic() == *topic).cloned());
        let findings = in_order.chain(notes).chain(steps).collect();
        let deadlines = deadline::deadlines(&self.circumstances(today), bodies, refund);
        Overview { findings, next, read, deadlines, freshness: Freshness::on(today) }
    }

    /// The claims that are certain while the journey asks more.
    fn certain_so_far(&self) -> Vec<Finding> {
        let case = self.case();
        let Ok(summary) = self.journey().summary(&case) else { return vec![] };
        let later = self.journey().later_so_far(&case, &summary);
        let claims = summary.iter().chain(later.into_iter().map(|(_, claim)| claim));
        claims.map(|claim| Finding { id: claim.id, shape: Shape::from(claim), because: vec![] }).collect()
    }
}

/// Adds a finding that is not there yet; one with its reasons takes the place of the same without.
fn add(found: &mut Vec<Finding>, finding: Finding) {
    match found.iter_mut().find(|known| known.id == finding.id && known.shape == finding.shape) {
        Some(known) if known.because.is_empty() => *known = finding,
        Some(_) => {}
        None => found.push(finding),
    }
}

#[cfg(test)]
#[path = "overview_tests.rs"]
mod tests;
