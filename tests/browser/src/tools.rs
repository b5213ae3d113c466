//! Where the built page, the drivers and the browsers are: environment variables set by `cargo xtask test`.

use std::{env, fs, path::PathBuf};

/// The built page, `dist/index.html`.
pub const PAGE: &str = "S117_PAGE";
/// `chromedriver`.
pub const CHROMEDRIVER: &str = "S117_CHROMEDRIVER";
/// Chromium.
pub const CHROMIUM: &str = "S117_CHROMIUM";
/// `geckodriver`.
pub const GECKODRIVER: &str = "S117_GECKODRIVER";
/// Firefox.
pub const FIREFOX: &str = "S117_FIREFOX";
/// `WebKitWebDriver`.
pub const WEBKITDRIVER: &str = "S117_WEBKITDRIVER";
/// `axe.min.js`.
pub const AXE: &str = "S117_AXE";
/// `html-validate.mjs`.
pub const HTML_VALIDATE: &str = "S117_HTML_VALIDATE";

/// The file that the variable names.
///
/// # Panics
///
/// Panics, naming the fix, where the variable is not set or there is no such file: a test that cannot run must
/// not look like one that passed.
pub fn file(variable: &str) -> PathBuf {
    let Some(value) = env::var_os(variable) else {
        panic!("{variable} is not set: run the browser tests with `cargo xtask test`, which sets it");
    };
    let path = PathBuf::from(value);
    match fs::canonicalize(&path) {
        // The path as given: a driver may be a link that looks at the name it was called by.
        Ok(_) => std::path::absolute(&path).unwrap_or(path),
        Err(error) => panic!(
            "{variable} is {}, which cannot be read ({error}): run the browser tests with `cargo xtask test`",
            path.display()
        ),
    }
}

/// The built page's bytes.
pub fn page() -> Vec<u8> {
    read(PAGE)
}

/// The bytes of a file that was built beside the page, such as `embed.js`.
///
/// # Panics
///
/// Panics where there is none.
pub fn beside(name: &str) -> Vec<u8> {
    let path = file(PAGE).with_file_name(name);
    fs::read(&path).unwrap_or_else(|error| panic!("cannot read {}: {error}", path.display()))
}

/// The bytes of the file that the variable names.
pub fn read(variable: &str) -> Vec<u8> {
    let path = file(variable);
    fs::read(&path).unwrap_or_else(|error| panic!("{variable}: cannot read {}: {error}", path.display()))
}
