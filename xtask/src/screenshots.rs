//! Takes pictures of the built page's screens: finds the browser, builds where nothing is built, and runs the
//! `screenshots` of `tests/browser`.

use crate::Result;
use crate::build::Build;
use crate::paths::Places;
use crate::progress::say;
use crate::tools;
use std::fs;
use std::path::Path;

/// Writes the pictures and a page that shows them all to `target/screenshots/`.
pub fn run(only: &[String]) -> Result<()> {
    let places = Places::here()?;
    let variables = tools::chromium()?;
    let page = places.root.join("dist/index.html");
    if !page.is_file() {
        let build = Build::of(places.clone());
        print!("{}", build.write(Path::new("dist"))?.sizes);
    }
    let folder = places.target.join("screenshots");
    // Emptied, so that no picture of an older build stands among the new ones.
    if folder.is_dir() {
        fs::remove_dir_all(&folder).map_err(|error| format!("cannot empty {}: {error}", folder.display()))?;
    }
    let status = places
        .cargo()
        .args(["run", "--locked", "--package", "browser-tests", "--bin", "screenshots", "--"])
        .arg(&folder)
        .args(only)
        .env("S117_PAGE", page)
        .envs(variables)
        .status()
        .map_err(|error| format!("cannot run cargo: {error}"))?;
    if !status.success() {
        return Err("the pictures failed; the messages are above".into());
    }
    say(&format!("open {}", folder.join("index.html").display()));
    Ok(())
}
