//! The built page, in every engine.

mod accessibility;
mod changes;
mod disk;
mod errors;
mod freshness;
mod journeys;
mod keyboard;
mod layout;
mod letters;
mod print;
mod returning;
mod traces;
mod without_wasm;
