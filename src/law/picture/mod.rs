//! What the pictures of a result show. The view only draws them.
//!
//! Each is decided from the same case and claims as the findings, and says no more than they do. Nothing here asks.

pub mod owed;
pub mod road;
pub mod rungs;
pub mod stays;

use self::{owed::Owed, road::Road, stays::Stays};
use super::{
    case::{Asked, Case},
    journey::Claims,
};

/// The pictures of a finished case.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pictures {
    /// The two bodies and the person.
    pub owed: Option<Owed>,
    /// The homes and stays that decide the council.
    pub stays: Option<Stays>,
    /// What must happen before the help can end.
    pub road: Option<Road>,
}

/// The pictures that these claims call for.
pub(super) fn pictures(case: &Case, claims: &Claims) -> Asked<Pictures> {
    Ok(Pictures {
        owed: owed::owed(case, claims)?,
        stays: stays::stays(case, claims)?,
        road: road::road(case, claims)?,
    })
}
