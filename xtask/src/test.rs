//! Every check and every test, in the order in which they find mistakes soonest.

use crate::Result;
use crate::build::Build;
use crate::paths::Places;
use crate::progress::{Step, say};
use crate::{reproducible, tools};
use std::ffi::OsString;
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

/// The view is checked and tested natively too: its state needs no browser.
const VIEW: &str = "s117-checker/first";
/// The tests in WordPress are linted always, and run when asked for.
const LINTED: &str = "s117-checker/first,browser-tests/wordpress";

/// What to run.
#[derive(Debug, Default, PartialEq)]
pub struct Options {
    /// Only what needs no browser.
    pub native: bool,
    /// Only these steps, if any are named.
    pub only: Vec<Check>,
    /// Only: build, and try the plugin in a real WordPress.
    pub wordpress: bool,
    /// Only: build twice in different places, and compare.
    pub reproducible: bool,
    /// Passed on to the test programs: the name of a test, say.
    pub passed_on: Vec<OsString>,
}

/// A step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Check {
    /// Formatting.
    Fmt,
    /// Lints, natively.
    Clippy,
    /// Lints of the law and the words, which build without the view.
    ClippyPlain,
    /// Lints of the view, for the browser.
    ClippyWasm,
    /// Documentation.
    Doc,
    /// The tests that need no browser.
    Native,
    /// The release page.
    Build,
    /// The release page in three browsers.
    Browsers,
    /// The plugin, and what editors paste, in a real WordPress. Not among those that run when none is named.
    WordPress,
}

impl Check {
    /// All, in order.
    pub const ALL: [Self; 9] = [
        Self::Fmt,
        Self::Clippy,
        Self::ClippyPlain,
        Self::ClippyWasm,
        Self::Doc,
        Self::Native,
        Self::Build,
        Self::Browsers,
        Self::WordPress,
    ];

    /// What it is called on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fmt => "fmt",
            Self::Clippy => "clippy",
            Self::ClippyPlain => "clippy-plain",
            Self::ClippyWasm => "clippy-wasm",
            Self::Doc => "doc",
            Self::Native => "native",
            Self::Build => "build",
            Self::Browsers => "browsers",
            Self::WordPress => "wordpress",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Fmt => "Formatting",
            Self::Clippy => "Lints",
            Self::ClippyPlain => "Lints of the law and the words alone",
            Self::ClippyWasm => "Lints of the view, for the browser",
            Self::Doc => "Documentation",
            Self::Native => "Native tests",
            Self::Build => "The release page",
            Self::Browsers => "The release page in three browsers",
            Self::WordPress => "The plugin in WordPress",
        }
    }

    /// Whether `--native` leaves it out.
    pub const fn needs_browser(self) -> bool {
        matches!(self, Self::Build | Self::Browsers | Self::WordPress)
    }
}

/// Runs the checks until one fails, and says how long each took.
pub fn run(options: &Options) -> Result<()> {
    let places = Places::here()?;
    if options.reproducible {
        return reproducible::run(&places);
    }
    let wanted: Vec<Check> = Check::ALL
        .into_iter()
        .filter(|check| match check {
            _ if options.wordpress => matches!(check, Check::Build | Check::WordPress),
            Check::WordPress => options.only.contains(check),
            _ => options.only.is_empty() || options.only.contains(check),
        })
        .filter(|check| !options.native || !check.needs_browser())
        .collect();

    // First, so that nobody waits five minutes to be told what is missing.
    tools::components()?;
    tools::wasm_target()?;
    let drives = |check| matches!(check, Check::Browsers | Check::WordPress);
    let variables =
        if wanted.iter().any(|check| drives(*check)) { tools::browsers(&places)? } else { Vec::new() };
    if wanted.contains(&Check::WordPress) {
        tools::wordpress()?;
    }

    let mut took = Vec::new();
    for check in wanted {
        let step = Step::begin(check.title());
        let outcome = perform(check, &places, &variables, &options.passed_on);
        if let Err(wrong) = outcome {
            took.push((check, step.stop(), false));
            summary(&took);
            return Err(format!(
                "{} failed: {wrong}. Run it alone with `cargo xtask test --only {}`",
                check.name(),
                check.name()
            ));
        }
        took.push((check, step.done(), true));
    }
    summary(&took);
    Ok(())
}

fn perform(
    check: Check,
    places: &Places,
    variables: &[(&'static str, std::path::PathBuf)],
    passed_on: &[OsString],
) -> Result<()> {
    let deny = ["--", "-D", "warnings"];
    let mut cargo = places.cargo();
    match check {
        Check::Fmt => cargo.args(["fmt", "--all", "--check"]),
        Check::Clippy => cargo
            .args(["clippy", "--locked", "--workspace", "--all-targets", "--features", LINTED])
            .args(deny),
        Check::ClippyPlain => cargo.args(["clippy", "--locked", "--package", "s117-checker"]).args(deny),
        Check::ClippyWasm => {
            let view = ["--package", "s117-checker", "--features", "view", "--target", tools::WASM];
            cargo.args(["clippy", "--locked"]).args(view).args(deny)
        }
        Check::Doc => cargo
            .args(["doc", "--locked", "--workspace", "--no-deps", "--features", VIEW])
            .env("RUSTDOCFLAGS", "-D warnings"),
        // What a test prints is shown: how many paths there are, and how long they took.
        Check::Native => cargo
            .args(["test", "--locked", "--workspace", "--exclude", "browser-tests", "--features", VIEW])
            .args(["--", "--show-output"])
            .args(passed_on),
        Check::Build => {
            let build = Build::of(places.clone()).with_javascript()?;
            print!("{}", build.write(Path::new("dist"))?.sizes);
            return Ok(());
        }
        Check::Browsers | Check::WordPress => {
            let page = places.root.join("dist/index.html");
            if !page.is_file() {
                return Err(format!("there is no {}; `cargo xtask build` makes it", page.display()));
            }
            cargo.args(["test", "--locked", "--package", "browser-tests"]);
            if check == Check::WordPress {
                cargo.args(["--features", "wordpress", "--test", "wordpress"]);
            } else {
                // Nearly every test has one browser, and waits for it about a third of its time.
                let cores = thread::available_parallelism().map_or(1, NonZero::get);
                cargo.env("RUST_TEST_THREADS", (cores + cores.div_ceil(2)).to_string());
            }
            cargo.args(rest(passed_on));
            cargo.env("S117_PAGE", page).envs(variables.iter().map(|(name, path)| (name, path)))
        }
    };
    run_through(&mut cargo)
}

fn rest(passed_on: &[OsString]) -> Vec<OsString> {
    if passed_on.is_empty() {
        return Vec::new();
    }
    [&["--".into()], passed_on].concat()
}

/// Runs a program whose messages go straight to the screen.
fn run_through(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| format!("cannot run cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err("its messages are above".into()) }
}

fn summary(took: &[(Check, Duration, bool)]) {
    let mut all = Duration::ZERO;
    say("");
    for (check, time, passed) in took {
        all += *time;
        let outcome = if *passed { "passed" } else { "FAILED" };
        say(&format!("{:<12} {outcome} {:>7.1} s", check.name(), time.as_secs_f32()));
    }
    say(&format!("{:<12}        {:>7.1} s", "together", all.as_secs_f32()));
}
