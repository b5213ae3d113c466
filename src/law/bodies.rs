//! Topics `council`, `nhs` and `dispute`: who is responsible. The rows of 8.4, in their order.
//!
//! They read where the person is and when they left, and of the right only its timing.

use super::{
    case::{Asked, Case},
    claim::Claim,
    commencement::Provision,
    fact::{HomeBefore, LastLeft, Question, Stays, Whereabouts, WhoArgues},
    finding::{
        FindingId::*,
        Nation::{self, *},
        Strength::*,
        Timing::OnLeaving,
    },
};

impl HomeBefore {
    const IN_ENGLAND: &[Self] = &[Self::England, Self::PlacedByEngland];
    const IN_WALES: &[Self] = &[Self::Wales, Self::PlacedByWales];
    const PLACED: &[Self] = &[Self::PlacedByEngland, Self::PlacedByWales];
    /// No fixed home, or a home outside England and Wales: section 117(3)(c).
    const NO_HOME_HERE: &[Self] =
        &[Self::NoFixedHome, Self::Scotland, Self::NorthernIreland, Self::OutsideUk];
}

/// The nation of the bodies: that of the home before, or of the council that placed the person there.
pub(super) fn nation(case: &Case) -> Asked<Option<Nation>> {
    if case.is_any(HomeBefore::IN_ENGLAND)? {
        return Ok(Some(England));
    }
    Ok(case.is_any(HomeBefore::IN_WALES)?.then_some(Wales))
}

/// The same, where home has been asked; it never asks.
pub(super) fn nation_if_known(case: &Case) -> Asked<Option<Nation>> {
    if case.possible(Question::HomeBefore).is_empty() { Ok(None) } else { nation(case) }
}

/// Did the latest stay end before April 2015, when the Act said "resident"? Not read before leaving hospital.
fn left_before_2015(case: &Case, right: Claim) -> Asked<bool> {
    Ok(right.timing != OnLeaving
        && case.is_any(&[LastLeft::October1983ToMarch2015, LastLeft::BeforeOctober1983])?)
}

/// MHA 1983 s.117(3): the council for the area of ordinary residence immediately before detention.
pub(super) fn council(case: &Case, right: Claim) -> Asked<Claim> {
    let claim = |id, strength| Ok(Claim::new(id, strength, right.timing));
    if case.is(Whereabouts::Recalled)? || left_before_2015(case, right)? {
        return claim(Pay18, S5);
    }
    if case.is_any(HomeBefore::NO_HOME_HERE)? {
        return if case.is(WhoArgues::Nobody)? { claim(Pay05, S2) } else { claim(Pay22, S5) };
    }
    if case.is_any(HomeBefore::PLACED)? && case.has_started(Provision::NoticeAndDeeming) {
        return claim(PlacingCouncil, S2);
    }
    let in_england = case.is_any(HomeBefore::IN_ENGLAND)?;
    if !in_england && !case.is_any(HomeBefore::IN_WALES)? {
        return claim(Pay23, S4);
    }
    if !case.is(Stays::One)? {
        return claim(Pay02, S2);
    }
    if case.is_any(HomeBefore::PLACED)? {
        return claim(Pay19, S2);
    }
    claim(if in_england { Pay01 } else { Pay04 }, S1)
}

/// The NHS body: a health board by s.117(3)(b), or an integrated care board by the regulations of 2022.
pub(super) fn nhs(case: &Case, right: Claim) -> Asked<Claim> {
    let claim = |id, strength| Ok(Claim::new(id, strength, right.timing));
    if case.is_any(HomeBefore::IN_WALES)? {
        let plain = case.is(HomeBefore::Wales)?
            && !case.is(Whereabouts::Recalled)?
            && (right.timing == OnLeaving
                || case.is_any(&[LastLeft::SinceJuly2022, LastLeft::April2015ToJune2022])?)
            && case.is(Stays::One)?;
        return claim(Pay24, if plain { S1 } else { S2 });
    }
    if case.is_any(HomeBefore::IN_ENGLAND)? { claim(Pay03, S2) } else { claim(Pay25, S4) }
}

/// Disputes between bodies must not delay help: regulations of 2014 reg 2(1) for two councils in England.
pub(super) fn dispute(case: &Case, right: Claim) -> Asked<Option<Claim>> {
    if case.is(WhoArgues::Nobody)? {
        return Ok(None);
    }
    let strength = if case.is(WhoArgues::TwoCouncilsInEngland)? { S1 } else { S2 };
    Ok(Some(Claim::new(Pay06, strength, right.timing)))
}
