//! A checker for section 117 aftercare: who is entitled, who provides and pays, what to do.
//!
//! One way down, and nothing looks up: [`law`] decides, [`words`] says it, `view` draws it.
#![forbid(unsafe_code)]

pub mod law;
#[cfg(feature = "view")]
pub mod view;
pub mod words;
