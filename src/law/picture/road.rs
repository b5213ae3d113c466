//! The road of an ending: what must happen before the help can end, and what of it the person says happened (4.1).

use super::super::{
    case::{Asked, Case},
    commencement::Provision,
    fact::{EndingDone, EndingReason, Question, SaidEnded},
    finding::FindingId::*,
    journey::Claims,
};

/// The road to an ending.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Road {
    /// What must happen, in the order in which it should.
    pub milestones: Vec<Milestone>,
}

/// Something that must happen before the help can end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Milestone {
    /// What.
    pub way: Way,
    /// Did it, as far as the person told?
    pub happened: Happened,
}

/// What must happen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// The person's needs are looked at again.
    NeedsReassessed,
    /// The person, or someone for them, takes part.
    TookPart,
    /// Reasons are given.
    ReasonsGiven,
    /// Both give notice in writing: once section 46 of the Mental Health Act 2025 has started.
    InWriting,
    /// The NHS body and the council are both satisfied that the person no longer needs it.
    BothSatisfied,
}

/// Did it happen, as far as the person told?
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Happened {
    /// Yes.
    Yes,
    /// No.
    No,
    /// A reason was given that is probably not enough on its own.
    NotEnough,
    /// Only one of the two has said so.
    OnlyOne,
    /// It could not, while a community treatment order lasted.
    CouldNot,
    /// That is not known.
    NotKnown,
}

impl Way {
    /// Is it in the words of the Act? If not, it comes from guidance and fairness.
    pub const fn is_in_the_act(self) -> bool {
        matches!(self, Self::BothSatisfied | Self::InWriting)
    }
}

/// Only where the result says whether the help goes on.
pub(super) fn road(case: &Case, claims: &Claims) -> Asked<Option<Road>> {
    let Some(ending) = claims.summary.ending else { return Ok(None) };
    let both = if ending.id == End01 {
        Happened::CouldNot
    } else if case.known(SaidEnded::Both)? {
        Happened::Yes
    } else if case.known(SaidEnded::OnlyOne)? {
        Happened::OnlyOne
    } else if case.known(SaidEnded::OtherHasNotDecided)? || case.known(SaidEnded::NoGetsHelp)? {
        Happened::No
    } else {
        Happened::NotKnown
    };
    let mut milestones = vec![
        Milestone { way: Way::NeedsReassessed, happened: done(case, EndingDone::NeedsReassessed)? },
        Milestone { way: Way::TookPart, happened: done(case, EndingDone::TookPart)? },
        Milestone { way: Way::ReasonsGiven, happened: reasons(case)? },
    ];
    if case.has_started(Provision::NoticeAndDeeming) {
        milestones.push(Milestone { way: Way::InWriting, happened: done(case, EndingDone::InWriting)? });
    }
    milestones.push(Milestone { way: Way::BothSatisfied, happened: both });
    Ok(Some(Road { milestones }))
}

/// Beside "not sure" an item without a tick is unknown, not absent.
fn done(case: &Case, item: EndingDone) -> Asked<Happened> {
    Ok(if case.known(item)? {
        Happened::Yes
    } else if case.possible(Question::EndingDone).is_empty() || case.unsure(Question::EndingDone)? {
        Happened::NotKnown
    } else {
        Happened::No
    })
}

/// By what was ticked; else by the reason itself.
fn reasons(case: &Case) -> Asked<Happened> {
    if !case.possible(Question::EndingReason).is_empty() {
        if case.is(EndingReason::NoneGiven)? {
            return Ok(Happened::No);
        }
        if case.is_any(EndingReason::NOT_ENOUGH)? {
            return Ok(Happened::NotEnough);
        }
    }
    done(case, EndingDone::ReasonsGiven)
}
