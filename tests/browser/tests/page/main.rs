//! The built page, in every engine.

mod accessibility;
mod adviser;
mod builder;
mod builder_page;
mod changes;
mod disk;
mod downloads;
mod embed;
mod errors;
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
mod site;
mod traces;
mod trap;
mod voices;
mod without_wasm;
