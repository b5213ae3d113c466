//! A claim: what a topic says, how firmly, and from when.

use super::finding::{
    FindingId, Nation, Shape,
    Strength::{self, *},
    Timing,
};

/// What a topic says: the row that matched, how firmly, and from when.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Claim {
    /// The row.
    pub id: FindingId,
    /// How firmly.
    pub strength: Strength,
    /// From when.
    pub timing: Timing,
    /// The nation of the bodies, where the claim is told by it and it is known.
    pub nation: Option<Nation>,
}

impl Claim {
    /// A claim. Its deciding source caps the strength (8.7.7).
    pub(super) fn new(id: FindingId, strength: Strength, timing: Timing) -> Self {
        let strength = match id.sources().deciding.ceiling() {
            S1 => strength,
            ceiling if strength == S1 => ceiling,
            S4 if strength == S2 => S4,
            _ => strength,
        };
        Self { id, strength, timing, nation: None }
    }

    /// A claim that rests on the right has its timing and is never firmer (8.7.4).
    pub(super) fn resting_on(self, right: Claim) -> Self {
        Self { strength: self.strength.resting_on(right.strength), timing: right.timing, ..self }
    }

    /// The same, S2 where it would be S1.
    pub(super) fn probably(self) -> Self {
        Self { strength: self.strength.probably(), ..self }
    }
}

impl From<Claim> for Shape {
    fn from(claim: Claim) -> Self {
        Self {
            strength: Some(claim.strength),
            timing: Some(claim.timing),
            nation: claim.nation,
            urgency: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::finding::FindingId::*, *};
    #[test]
    fn a_claim_is_no_firmer_than_its_deciding_source() {
        for (id, strength, expected) in [
            (Elig01, S1, S1),
            // Second-hand or recalled: S2 at most.
            (Elig13, S1, S2),
            (Elig13, S4, S4),
            // Unconfirmed: S4, S5 or silence.
            (Elig24, S1, S4),
            (Elig24, S2, S4),
            (Elig24, S5, S5),
        ] {
            assert_eq!(
                Claim::new(id, strength, Timing::Now).strength,
                expected,
                "{} {}",
                id.id(),
                strength.id()
            );
        }
    }
}
