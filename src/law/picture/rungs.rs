//! The steps of a result as a ladder, from key worker to court, each with its clock (5.1, section 7).

use super::super::{
    date::Date,
    deadline::{Deadline, DeadlineId as D},
    finding::{Finding, FindingId::*},
};

/// The ladder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ladder<'a> {
    /// The steps to climb, in their order.
    pub rungs: Vec<Rung<'a>>,
    /// What else one can do, in its order.
    pub beside: Vec<&'a Finding>,
    /// The court's clock, which runs beside every rung.
    pub court: Option<CourtClock>,
}

/// A step with its clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rung<'a> {
    /// The step.
    pub step: &'a Finding,
    /// How much time there is for it, or to give for it.
    pub clock: Option<Clock>,
}

/// How much time there is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Clock {
    /// It can be done today.
    Today,
    /// Ask for a reply in 14 days. That is fair to ask, and no legal limit.
    FourteenDays,
    /// At any time.
    AnyTime,
    /// Within twelve months; with the deadline that presses most, where the day it counts from is known.
    TwelveMonths(Option<Deadline>),
    /// Promptly; with the last day of the court, where it is known.
    Promptly(Option<Deadline>),
    /// They have a month to reply.
    OneMonth,
}

/// The court's clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CourtClock {
    /// It runs from a known day.
    Running(Deadline),
    /// It runs if there was a decision, and its day was not given.
    NoDate,
}

impl<'a> Ladder<'a> {
    /// So many steps come first, whatever they are.
    pub const FIRST: usize = 3;

    /// The ladder of these steps, with these deadlines, on this day.
    pub fn new(steps: &[&'a Finding], deadlines: &[Deadline], today: Date) -> Self {
        let mut ladder = Self { rungs: vec![], beside: vec![], court: None };
        for (place, step) in steps.iter().enumerate() {
            if place < Self::FIRST || is_rung(step) {
                ladder.rungs.push(Rung { step, clock: clock(step, deadlines, today) });
            } else {
                ladder.beside.push(step);
            }
        }
        let to_court = steps.iter().any(|step| matches!(step.id, Act02 | Act16));
        let running = deadlines.iter().find(|deadline| deadline.id == D::JudicialReview);
        ladder.court = running
            .map_or(to_court.then_some(CourtClock::NoDate), |deadline| Some(CourtClock::Running(*deadline)));
        ladder
    }
}

/// From the key worker to the courts. Complaints about one body alone stand beside the joint one.
fn is_rung(step: &Finding) -> bool {
    matches!(
        step.id,
        AskTeam
            | WriteToBoth
            | DisputeCharge
            | Act08
            | Act05
            | Act06
            | CommunityAdvocate
            | Act03
            | Act04
            | Act02
            | Act16
    )
}

fn clock(step: &Finding, deadlines: &[Deadline], today: Date) -> Option<Clock> {
    let pressing = |ids: &[D]| pressing(deadlines, ids, today);
    Some(match step.id {
        AskTeam | Act08 | AskSections | AskCourt => Clock::Today,
        WriteToBoth | DisputeCharge => Clock::FourteenDays,
        Act05 | Act06 | CommunityAdvocate => Clock::AnyTime,
        Act03 => Clock::TwelveMonths(pressing(&[
            D::CouncilComplaintEngland,
            D::NhsComplaintEngland,
            D::Lgsco,
            D::Phso,
        ])),
        Act10 => Clock::TwelveMonths(pressing(&[D::NhsComplaintEngland, D::Phso])),
        Act11 => Clock::TwelveMonths(pressing(&[D::CouncilComplaintEngland, D::Lgsco])),
        Act04 => Clock::TwelveMonths(pressing(&[
            D::CouncilComplaintWales,
            D::NhsConcernWales,
            D::Psow,
            D::PsowReferral,
        ])),
        Act02 | Act16 => Clock::Promptly(pressing(&[D::JudicialReview])),
        Act13 => Clock::OneMonth,
        _ => return None,
    })
}

/// The one of these that ends first and has not passed; where all have, the one that passed last.
fn pressing(deadlines: &[Deadline], ids: &[D], today: Date) -> Option<Deadline> {
    let of = || deadlines.iter().copied().filter(|deadline| ids.contains(&deadline.id));
    let ahead = of().filter(|deadline| deadline.safe >= today).min_by_key(|deadline| deadline.safe);
    ahead.or_else(|| of().max_by_key(|deadline| deadline.safe))
}
