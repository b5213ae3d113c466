//! The law: facts, rules, findings, sources. Pure: no text, no clock, no browser.

pub mod answers;
pub mod date;
pub mod fact;
pub mod finding;
pub mod source;
