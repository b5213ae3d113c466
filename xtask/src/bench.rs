//! Measures the page beside what people would pick instead: finds the browser, builds, and runs `bench/runner`.

use crate::Result;
use crate::build::Build;
use crate::growth;
use crate::paths::Places;
use crate::tools;
use std::path::{Path, PathBuf};

/// What to measure.
#[derive(Debug, PartialEq)]
pub struct Options {
    /// How often each page is opened on each processor.
    pub runs: u32,
    /// A built page to measure; if none, it is built.
    pub page: Option<PathBuf>,
    /// Measure what grows with questions, findings and words instead.
    pub growth: bool,
}

/// Runs the benchmark.
pub fn run(options: &Options) -> Result<()> {
    let places = Places::here()?;
    let variables = tools::chromium()?;
    let out = places.target.join("bench");
    let mut runner = places.cargo();
    runner
        .args(["run", "--locked", "--package", "bench-runner", "--"])
        .arg(&out)
        .arg(options.runs.to_string());
    if options.growth {
        for grown in growth::build(&places, &out.join("growth"))? {
            let (times, words) = (grown.times, grown.words);
            runner.arg(format!("{times}:{words}:{}", grown.page.display()));
        }
    }
    let page = match &options.page {
        _ if options.growth => out.join("growth/1.html"),
        Some(page) => std::path::absolute(page).map_err(|error| format!("{}: {error}", page.display()))?,
        None => {
            let build = Build::of(places.clone());
            print!("{}", build.write(Path::new("dist"))?.sizes);
            places.root.join("dist/index.html")
        }
    };
    let status = runner
        .env("S117_PAGE", page)
        .envs(variables)
        .status()
        .map_err(|error| format!("cannot run cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err("the benchmark failed; its messages are above".into()) }
}
