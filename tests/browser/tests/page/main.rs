//! The built page, in every engine.

mod accessibility;
mod adviser;
mod builder;
mod changes;
mod disk;
mod downloads;
mod embed;
mod errors;
mod exit;
mod framed;
mod freshness;
mod hosts;
mod journeys;
mod keyboard;
mod layout;
mod letters;
mod messages;
mod pictures;
mod print;
mod returning;
mod settings;
mod site;
mod traces;
mod trap;
mod voices;
mod without_wasm;
