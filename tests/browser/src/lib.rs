//! Tests of the built file in three browser engines: Chromium, Firefox and WebKitGTK.
//!
//! Run them with `cargo xtask test`, which builds the page, finds the drivers and sets the variables that
//! [`tools`] reads. A missing driver or browser is a failure that says so, never a skip.
//!
//! - [`tools`]: where the page, the drivers and the browsers are
//! - [`engine`]: the three engines and how each is started
//! - [`process`]: a driver with its own home folder, ended whatever happens
//! - [`session`]: one browser, driven by blocking calls with time limits
//! - [`server`]: a server that counts every request
//! - [`host`]: a charity's page that shows the checker, and a small stand-in for the checker
//! - [`page`]: the checker as a visitor meets it
//! - [`keys`]: a visitor with a keyboard alone
//! - [`visitors`]: named visitors, their answers, and the claims they should read
//! - [`builder`]: the embed builder as an editor meets it
//! - [`axe`]: the accessibility check
//! - [`plan`]: which journeys see every screen
//! - [`walk`]: walks them fast, and measures
//! - [`traces`]: what a page may leave behind
//! - [`tree`]: what a screen reader is told, as text
//! - [`trap`]: what a charity's page can see of the checker in it
//! - [`disk`]: what a browser has written to its profile folder
//! - [`downloads`]: what a browser has saved, and parsers that open it
//! - [`pdf`]: just enough to count the pages of a print

pub mod axe;
pub mod builder;
pub mod disk;
pub mod downloads;
pub mod engine;
pub mod host;
pub mod keys;
pub mod page;
pub mod pdf;
pub mod plan;
pub mod process;
pub mod server;
pub mod session;
pub mod tools;
pub mod traces;
pub mod trap;
pub mod tree;
pub mod validity;
pub mod visitors;
pub mod walk;
