//! The law: facts, rules, findings, sources. Pure: no text, no clock, no browser.
//!
//! The rules are ordered tables written as functions (`right`, `ending`): each asks the [`case`] for the
//! facts it needs, and a missing fact *is* the next question. Everything else (the interview, what is left,
//! the reasons, what would change the answer, the list of every path) runs these same functions.

pub mod answers;
pub mod assessment;
mod bodies;
pub mod case;
pub mod claim;
pub mod classes;
pub mod commencement;
pub mod date;
pub mod deadline;
pub mod diagram;
mod ending;
pub mod evidence;
pub mod fact;
pub mod finding;
mod help;
mod holiday;
pub mod interview;
pub mod journey;
mod ladder;
pub mod meeting;
pub mod money;
mod notes;
mod order;
pub mod overview;
pub mod picture;
// Not while the diagram that it reads is still being made, in `build.rs`.
#[cfg(diagram)]
pub mod remaining;
pub mod right;
pub mod shapes;
pub mod source;
pub mod standing;
pub mod stays;
mod steps;
pub mod ways;
