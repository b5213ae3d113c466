//! The built page, in every engine.

mod accessibility;
mod adviser;
mod changes;
mod disk;
mod downloads;
mod errors;
mod freshness;
mod journeys;
mod keyboard;
mod layout;
mod letters;
mod pictures;
mod print;
mod returning;
mod traces;
mod voices;
mod welsh;
mod without_wasm;
