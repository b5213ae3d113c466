//! Builds, serves and tests the checker.
fn main() {}
