//! The built page, in every engine.

mod journeys;
