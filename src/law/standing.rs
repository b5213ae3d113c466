//! How firmly a letter may speak: never more than the findings do.
//!
//! A letter says two sorts of things: that there is a right, and what it is about (a charge, an ending). Each is as
//! firm as its own claim.

use super::{
    assessment::Assessment,
    date::Freshness,
    finding::{
        Finding,
        FindingId::{self, *},
        FindingKind, Nation,
        Strength::{self, *},
        Timing, Topic,
    },
};

/// What a letter may rely on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Standing {
    /// How firmly it may say that there is a right.
    pub right: Strength,
    /// How firmly it may say what it is about. Never firmer than the right.
    pub point: Strength,
    /// From when the right holds.
    pub timing: Timing,
    /// The nation of the bodies that it goes to, where that is known: England or Wales.
    pub nation: Option<Nation>,
}

impl Standing {
    /// The standing of a letter that this finding calls for; nothing until the right is settled.
    ///
    /// A claim gives its own strength. A step gives that of the claims it follows from: disputing a charge, the least
    /// firm of what is said of money; every other step, the right.
    pub fn of(assessment: &Assessment, from: FindingId, nation: Option<Nation>) -> Option<Self> {
        let right = assessment.claims().find(|claim| claim.id.topic() == Topic::Right)?;
        let stale = assessment.freshness == Freshness::Stale;
        let strength = |claim: &Finding| {
            let strength = claim.shape.strength.unwrap_or(S4);
            // Past the hard date nothing is said as if it were certain.
            if stale { strength.probably() } else { strength }
        };
        let points: Vec<Strength> =
            assessment.claims().filter(|claim| is_about(from, claim.id)).map(strength).collect();
        let right_is = strength(right);
        let point = points.into_iter().max_by_key(|point| doubt(*point)).unwrap_or(right_is);
        Some(Self {
            right: right_is,
            point: point.resting_on(right_is),
            timing: right.shape.timing.unwrap_or(Timing::Now),
            nation,
        })
    }
}

/// Is this claim what a letter from that finding is about?
fn is_about(from: FindingId, claim: FindingId) -> bool {
    match from {
        DisputeCharge => {
            matches!(claim.topic(), Topic::Charge | Topic::Home)
                && !matches!(claim, Pay29 | What07 | What08 | What09)
        }
        _ => from.kind() == FindingKind::Claim && from == claim,
    }
}

/// What may be said least firmly has most doubt.
fn doubt(strength: Strength) -> usize {
    match strength {
        S1 => 0,
        S2 => 1,
        S0 | S3 | S4 | S5 => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::finding::Shape;

    fn assessment(freshness: Freshness, claims: &[(FindingId, Strength)]) -> Assessment {
        let finding = |(id, strength): &(FindingId, Strength)| {
            let shape = Shape { strength: Some(*strength), timing: Some(Timing::Now), ..Shape::default() };
            Finding { id: *id, shape, because: vec![] }
        };
        Assessment { findings: claims.iter().map(finding).collect(), next: None, freshness }
    }

    #[test]
    fn a_letter_is_as_firm_as_what_it_rests_on() {
        use Freshness::{Current, Stale};
        for (freshness, claims, from, right, point) in [
            (Current, &[(Elig01, S1), (Pay07, S2)][..], Pay07, S1, S2),
            (Current, &[(Elig01, S1), (Pay07, S1)], DisputeCharge, S1, S1),
            // The least firm of what is charged, and not what is free anyway.
            (Current, &[(Elig01, S1), (Pay07, S1), (What11, S5)], DisputeCharge, S1, S5),
            (Current, &[(Elig01, S1), (Pay07, S1), (What08, S4)], DisputeCharge, S1, S1),
            (Current, &[(Elig01, S1), (Pay07, S1), (What11, S5)], Pay07, S1, S1),
            // What does not rest on the right is no firmer than it here.
            (Current, &[(Elig12, S4), (Pay14, S2)], Pay14, S4, S4),
            (Current, &[(Elig10, S2), (Pay07, S1)], Pay07, S2, S2),
            (Current, &[(Elig20, S5)], Act13, S5, S5),
            (Stale, &[(Elig01, S1), (Pay07, S1)], Pay07, S2, S2),
        ] {
            let standing = Standing::of(&assessment(freshness, claims), from, None).expect("a right");
            assert_eq!((standing.right, standing.point), (right, point), "{claims:?} {from:?}");
        }
        assert_eq!(Standing::of(&assessment(Current, &[]), Act13, None), None);
    }
}
