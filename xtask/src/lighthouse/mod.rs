//! Lets Lighthouse judge the checker, the builder and the guide, served as a host would serve them.
//!
//! What it finds below full marks fails, unless `tests/lighthouse.txt` says why it stays so. Performance is measured on
//! whatever machine this is: what it misses must be explained there, and by how much is for people to judge.

mod explained;
mod report;
mod table;

use crate::build::Build;
use crate::paths::{self, Places};
use crate::progress::{Step, say};
use crate::{Result, serve, tools};
use report::Report;
use s117_checker::words::Language;
use std::path::Path;
use std::process::{Command, Stdio};

/// The misses that stay, with their reasons.
const EXPLAINED: &str = "tests/lighthouse.txt";
/// How often a run may end without a result.
const TRIES: u32 = 3;

/// A page that is judged, in both languages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Page {
    /// The checker.
    Checker,
    /// The embed builder.
    Builder,
    /// The static guide.
    Guide,
}

impl Page {
    /// All, in the order of the table.
    pub const ALL: [Self; 3] = [Self::Checker, Self::Builder, Self::Guide];

    /// What it is called on the command line and in the list.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Checker => "checker",
            Self::Builder => "builder",
            Self::Guide => "guide",
        }
    }

    const fn address(self, language: Language) -> &'static str {
        match (self, language) {
            (Self::Checker, Language::English) => "index.html",
            (Self::Checker, Language::Welsh) => "index.html#lang=cy",
            (Self::Builder, Language::English) => "builder.html",
            (Self::Builder, Language::Welsh) => "builder-cy.html",
            (Self::Guide, Language::English) => "guide.html",
            (Self::Guide, Language::Welsh) => "guide-cy.html",
        }
    }
}

/// The device that Lighthouse plays.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Form {
    Mobile,
    Desktop,
}

impl Form {
    const fn name(self) -> &'static str {
        match self {
            Self::Mobile => "mobile",
            Self::Desktop => "desktop",
        }
    }
}

/// One page in one language on one device.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Visit {
    page: Page,
    language: Language,
    form: Form,
}

impl Visit {
    fn all(pages: &[Page]) -> Vec<Self> {
        let mut visits = Vec::new();
        for page in Page::ALL.into_iter().filter(|page| pages.is_empty() || pages.contains(page)) {
            for language in Language::ALL.iter().copied() {
                for form in [Form::Mobile, Form::Desktop] {
                    visits.push(Self { page, language, form });
                }
            }
        }
        visits
    }

    /// Such as `guide-cy-mobile`.
    fn name(self) -> String {
        format!("{}-{}-{}", self.page.name(), self.language.id(), self.form.name())
    }
}

/// Judges these pages, or all if none is named.
pub fn run(pages: &[Page]) -> Result<()> {
    let places = Places::here()?;
    // Before the build, so that a mistake in it is not found out minutes later.
    let explained = explained::read(&paths::read_text(&places.root.join(EXPLAINED))?)?;
    let found = tools::lighthouse(&places)?;
    let build = Build::of(places.clone());
    print!("{}", build.write(Path::new("dist"))?.sizes);
    let site = serve::as_hosted(&places.root.join("dist"))?;

    let folder = places.target.join("lighthouse");
    std::fs::create_dir_all(&folder).map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    let mut reports = Vec::new();
    for visit in Visit::all(pages) {
        let step = Step::begin(&format!("Lighthouse: {}", visit.name()));
        let file = folder.join(format!("{}.json", visit.name()));
        reports.push((visit, judge(visit, &site, &found, &file)?));
        step.done();
    }

    let shown = table::table(&reports);
    let file = folder.join("lighthouse.txt");
    std::fs::write(&file, &shown).map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    print!("{shown}");
    say(&format!("the table and the reports are in {}", folder.display()));
    let problems = explained::problems(&reports, &explained);
    if problems.is_empty() { Ok(()) } else { Err(format!("Lighthouse:\n{}", problems.join("\n"))) }
}

/// Runs Lighthouse until it has a result: on a busy machine it loses the trace of a page and says to run it again.
/// A result, whatever it is, is never tried again.
fn judge(visit: Visit, site: &str, found: &tools::Lighthouse, file: &Path) -> Result<Report> {
    let mut tries = 1;
    loop {
        let outcome =
            visit_once(visit, site, found, file).and_then(|()| Report::read(&paths::read_text(file)?));
        match outcome {
            Ok(report) => return Ok(report),
            Err(wrong) if tries < TRIES => say(&format!("{}: {wrong}; once more", visit.name())),
            Err(wrong) => return Err(format!("{}: {wrong}, {TRIES} times", visit.name())),
        }
        tries += 1;
    }
}

/// Runs Lighthouse in a browser of its own.
fn visit_once(visit: Visit, site: &str, found: &tools::Lighthouse, file: &Path) -> Result<()> {
    // A report of an earlier run must not be taken for this one's.
    if file.exists() {
        std::fs::remove_file(file).map_err(|error| format!("cannot remove {}: {error}", file.display()))?;
    }
    let mut lighthouse = Command::new("node");
    lighthouse
        .arg(&found.script)
        // First: what takes lists would swallow it.
        .arg(format!("{site}{}", visit.page.address(visit.language)))
        .args(["--quiet", "--no-enable-error-reporting", "--disable-full-page-screenshot", "--output=json"])
        .arg(format!("--output-path={}", file.display()))
        .arg(format!("--only-categories={}", report::CATEGORIES.join(",")))
        // The browser knows no address but this machine's, so nothing can be told to anybody.
        .arg(
            "--chrome-flags=--headless=new --no-sandbox --disable-dev-shm-usage --disable-gpu \
             --host-resolver-rules=\"MAP * ~NOTFOUND , EXCLUDE 127.0.0.1\"",
        )
        .env("CHROME_PATH", &found.chromium)
        .stdin(Stdio::null());
    if visit.form == Form::Desktop {
        lighthouse.arg("--preset=desktop");
    }
    match lighthouse.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("Lighthouse failed ({status}); its messages are above")),
        Err(error) => Err(format!("cannot run node: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_visited_in_each_language_on_each_device() {
        let all = Visit::all(&[]);
        assert_eq!(all.len(), 12);
        let mut names: Vec<_> = all.iter().map(|visit| visit.name()).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 12);
        let guide = Visit::all(&[Page::Guide]);
        assert!(guide.len() == 4 && guide.iter().all(|visit| visit.page == Page::Guide));
    }
}
