//! The mark of a strength: a shape of two strands, never a tick or a cross, and never without words.

use yew::prelude::*;

use super::drawing::drawing;
use crate::law::finding::Strength;

/// The strands go on, pause, go round, wait, fork, or turn to other help.
pub fn mark(strength: Strength) -> Html {
    match strength {
        Strength::S0 => drawing!("strength-s0"),
        Strength::S1 => drawing!("strength-s1"),
        Strength::S2 => drawing!("strength-s2"),
        Strength::S3 => drawing!("strength-s3"),
        Strength::S4 => drawing!("strength-s4"),
        Strength::S5 => drawing!("strength-s5"),
    }
}
