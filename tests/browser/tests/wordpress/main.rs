//! Tests in a real WordPress: the plugin from its zip, and what a web editor pastes. `cargo xtask test --wordpress`
//! builds both, installs what they need and runs them.

mod editing;
mod pages;
mod plugin;
mod site;
