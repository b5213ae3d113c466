//! Topics `what` and `dp`: whether the help is section 117 aftercare, and direct payments. The rows of 8.5.

use super::{
    bodies,
    case::{Asked, Case},
    claim::Claim,
    fact::{DrugCondition, Issue, Need, Question, Under18},
    finding::{
        FindingId::*,
        Nation::{England, Wales},
        Strength::*,
    },
};

/// MHA 1983 s.117(6), for help that was refused or cut, or never came.
pub(super) fn what(case: &Case, right: Claim) -> Asked<Claim> {
    let claim = |id, strength| Ok(Claim::new(id, strength, right.timing));
    if matches!(right.strength, S0 | S3) {
        return claim(Pay14, S2);
    }
    if case.known(Issue::NoPlan)? {
        return claim(What10, S2);
    }
    if case.is(Need::OnlyPhysical)? { claim(What02, S3) } else { claim(What01, S2) }
}

/// Direct payments: the council's part, then the NHS's part.
pub(super) fn direct_payment(case: &Case, right: Claim) -> Asked<[Claim; 2]> {
    let claim = |id, strength| Claim::new(id, strength, right.timing);
    let both = |id, strength| Ok([claim(id, strength); 2]);
    if matches!(right.strength, S0 | S3) {
        return both(Pay14, S2);
    }
    if case.is(Under18::Yes)? {
        return both(Dp07, S4);
    }
    match bodies::nation(case)? {
        Some(England) => {
            let council = if case.is(DrugCondition::Yes)? {
                claim(Dp02, S3)
            } else {
                claim(Dp01, if case.unsure(Question::DrugCondition)? { S4 } else { S2 })
            };
            Ok([council, claim(Dp03, S2)])
        }
        Some(Wales) => Ok([claim(Dp04, S2), claim(Dp05, S4)]),
        _ => both(Dp08, S4),
    }
}
