//! Who owes the right: two bodies, one duty, and what it costs the person.

use super::super::{
    bodies,
    case::{Asked, Case},
    finding::{
        FindingId::*,
        Nation,
        Strength::{self, S1, S2},
        Timing, Topic,
    },
    journey::Claims,
};

/// The two bodies and the person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Owed {
    /// The nation of the bodies; none where it is not known.
    pub bodies: Option<Nation>,
    /// From when they owe it.
    pub timing: Timing,
    /// What the person pays; none where a claim leaves that open.
    pub price: Option<Price>,
}

/// What the person pays for the help.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Price {
    /// Nothing.
    Nothing,
    /// Probably nothing.
    ProbablyNothing,
}

/// Only where there is a right, or probably one.
pub(super) fn owed(case: &Case, claims: &Claims) -> Asked<Option<Owed>> {
    let right = claims.summary.right;
    if !matches!(right.strength, S1 | S2) {
        return Ok(None);
    }
    Ok(Some(Owed {
        bodies: bodies::nation_if_known(case)?,
        timing: right.timing,
        price: price(claims).map(|strength| match strength {
            S1 => Price::Nothing,
            _ => Price::ProbablyNothing,
        }),
    }))
}

/// How firmly the claims say that it is free. The right itself says so; a claim about money that does not say so
/// too leaves it open.
fn price(claims: &Claims) -> Option<Strength> {
    let money = claims.others.iter().map(|(_, claim)| claim);
    let mut money = money.filter(|claim| matches!(claim.id.topic(), Topic::Charge | Topic::Home));
    let right = claims.summary.right.strength;
    money.try_fold(right, |firm, claim| {
        let free = matches!(claim.id, Pay07 | Pay09 | Pay10 | Pay16 | Pay29 | What03 | What04)
            && matches!(claim.strength, S1 | S2);
        free.then(|| firm.max(claim.strength))
    })
}
