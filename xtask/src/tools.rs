//! What the commands need beside Rust: looks for it, says what it adds and why, adds it.
//!
//! Where it cannot add something, it gives the command that would, and fails. Nothing is skipped in silence.

use crate::Result;
use crate::paths::{Places, Rustc, output};
use crate::progress::{Step, say};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What the page is compiled to.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Exact, so that a new version never decides by itself whether the tests pass.
const AXE: &str = "axe-core@4.14.1";
const HTML_VALIDATE: &str = "html-validate@10.17.0";
// Later ones need a newer Node than Debian's. It brings axe-core too, and gets ours, for the same reason.
const LIGHTHOUSE: &str = "lighthouse@12.8.2";
const GECKODRIVER: &str = "0.37.1";
/// Write the checker as JavaScript: what they write is published, and so it must always be the same.
const BINARYEN: &str = "binaryen@132.0.0";
const ESBUILD: &str = "esbuild@0.28.2";

/// Makes sure that rustc can compile for [`WASM`].
pub fn wasm_target() -> Result<()> {
    let rustc = Rustc::installed()?;
    if rustc.sysroot.join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM], "the page is compiled for it")
}

/// Makes sure that there is a formatter and a linter.
pub fn components() -> Result<()> {
    for (component, subcommand, why) in [
        ("rustfmt", "fmt", "the tests check the formatting"),
        ("clippy", "clippy", "the tests run its lints"),
    ] {
        if !quiet(Command::new("cargo").args([subcommand, "--version"])) {
            rustup(&["component", "add", component], why)?;
        }
    }
    Ok(())
}

/// Runs rustup, having said why.
fn rustup(args: &[&str], why: &str) -> Result<()> {
    let shown = format!("rustup {}", args.join(" "));
    say(&format!("adding with `{shown}`: {why}"));
    match Command::new("rustup").args(args).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{shown}` failed ({status}); run it yourself and try again")),
        Err(error) => Err(format!(
            "cannot run `{shown}`: {error}. If your Rust did not come from rustup, add this part the way you installed Rust"
        )),
    }
}

/// A program that the browser tests need.
struct Program {
    /// Where to tell the tests about it.
    variable: Option<&'static str>,
    /// What it may be called in PATH, or where it is.
    names: &'static [&'static str],
    /// The Debian package that has it.
    package: &'static str,
    why: &'static str,
}

const PROGRAMS: [Program; 6] = [
    Program {
        variable: Some("S117_CHROMIUM"),
        names: &["chromium"],
        package: "chromium",
        why: "one of the three browsers",
    },
    Program {
        variable: Some("S117_CHROMEDRIVER"),
        names: &["chromedriver"],
        package: "chromium-driver",
        why: "drives Chromium",
    },
    Program {
        variable: Some("S117_FIREFOX"),
        names: &["firefox-esr", "firefox"],
        package: "firefox-esr",
        why: "one of the three browsers",
    },
    Program {
        variable: Some("S117_WEBKITDRIVER"),
        names: &["WebKitWebDriver"],
        package: "webkit2gtk-driver",
        why: "WebKitGTK, one of the three browsers, and what drives it",
    },
    Program {
        variable: None,
        names: &["Xvfb"],
        package: "xvfb",
        why: "a screen for WebKitGTK where there is none",
    },
    Program {
        variable: None,
        names: &["npm"],
        package: "npm",
        why: "fetches axe-core and html-validate for the tests, Lighthouse, what writes the checker as JavaScript, and what \
              the benchmark compares with",
    },
];

/// What a WordPress needs beside the browsers. Its own package brings PHP's parts.
const WORDPRESS: [Program; 4] = [
    Program {
        variable: None,
        names: &["/usr/share/wordpress/wp-load.php"],
        package: "wordpress",
        why: "the site that the plugin is tried in",
    },
    Program {
        variable: None,
        names: &["/usr/share/wordpress/wp-content/themes/twentytwentythree/theme.json"],
        package: "wordpress-theme-twentytwentythree",
        why: "a stock theme for it",
    },
    Program {
        variable: None,
        names: &["mariadb-install-db"],
        package: "mariadb-server",
        why: "its database; a server of its own is started for each test",
    },
    Program { variable: None, names: &["php"], package: "php-cli", why: "runs and serves it" },
];

/// Makes sure that a WordPress can be started.
pub fn wordpress() -> Result<()> {
    let missing: Vec<&Program> = WORDPRESS
        .iter()
        .filter(|program| !program.names.iter().any(|name| in_path(name).is_some()))
        .collect();
    if missing.is_empty() { Ok(()) } else { packages(&missing) }
}

/// Finds everything the browser tests need, adds what is missing, and gives the variables that tell them.
pub fn browsers(places: &Places) -> Result<Vec<(&'static str, PathBuf)>> {
    let tools = places.target.join("tools");
    let axe = tools.join("node_modules/axe-core/axe.min.js");
    let axe_given = given("S117_AXE")?;
    let validator = tools.join("node_modules/html-validate/bin/html-validate.mjs");
    let validator_given = given("S117_HTML_VALIDATE")?;
    let needs_npm = (axe_given.is_none() && !current(&tools, AXE))
        || (validator_given.is_none() && !current(&tools, HTML_VALIDATE));

    let missing: Vec<&Program> = PROGRAMS
        .iter()
        .filter(|program| program.package != "npm" || needs_npm)
        .map(|program| Ok((program, locate(program)?)))
        .filter_map(|found: Result<_>| match found {
            Ok((_, Some(_))) => None,
            Ok((program, None)) => Some(Ok(program)),
            Err(wrong) => Some(Err(wrong)),
        })
        .collect::<Result<_>>()?;
    if !missing.is_empty() {
        packages(&missing)?;
    }

    let mut found = Vec::new();
    for program in &PROGRAMS {
        if let Some(variable) = program.variable {
            let path = locate(program)?.ok_or_else(|| {
                let names = program.names.join(" or ");
                format!(
                    "{} is installed, but there is no {names} in PATH; set {variable} to where it is",
                    program.package
                )
            })?;
            found.push((variable, path));
        }
    }
    found.push(("S117_GECKODRIVER", geckodriver(places, &tools)?));
    if needs_npm {
        let other = "set S117_AXE to an axe.min.js and S117_HTML_VALIDATE to an html-validate.mjs";
        npm(&tools, &[AXE, HTML_VALIDATE], "the checks of accessibility and of HTML", other)?;
    }
    found.push(("S117_AXE", axe_given.unwrap_or(axe)));
    found.push(("S117_HTML_VALIDATE", validator_given.unwrap_or(validator)));
    Ok(found)
}

/// Finds what the benchmark needs, adds what is missing, and gives the variables that tell it.
pub fn chromium() -> Result<Vec<(&'static str, PathBuf)>> {
    of_packages(&["chromium", "chromium-driver", "npm"])
}

/// What Lighthouse is run with.
pub struct Lighthouse {
    /// Its command, for Node.
    pub script: PathBuf,
    /// The browser.
    pub chromium: PathBuf,
}

/// Finds Lighthouse and its browser, and adds what is missing.
pub fn lighthouse(places: &Places) -> Result<Lighthouse> {
    // Apart from the tools of the tests: npm takes out what a command does not name.
    let tools = places.target.join("tools/lighthouse");
    let script = given("S117_LIGHTHOUSE")?;
    let needs_npm = script.is_none() && !(current(&tools, LIGHTHOUSE) && current(&tools, AXE));
    let found = of_packages(if needs_npm { &["chromium", "npm"] } else { &["chromium"] })?;
    let (_, chromium) = found.into_iter().next().ok_or("there is no Chromium")?;
    if needs_npm {
        let other = "set S117_LIGHTHOUSE to its cli/index.js";
        npm(&tools, &[LIGHTHOUSE, AXE], "judges the pages", other)?;
    }
    let script = script.unwrap_or_else(|| tools.join("node_modules/lighthouse/cli/index.js"));
    Ok(Lighthouse { script, chromium })
}

/// Finds the programs of these packages, adds what is missing, and gives the variables that tell of them.
fn of_packages(wanted: &[&str]) -> Result<Vec<(&'static str, PathBuf)>> {
    let needed = || PROGRAMS.iter().filter(|program| wanted.contains(&program.package));
    let mut missing = Vec::new();
    for program in needed() {
        if locate(program)?.is_none() {
            missing.push(program);
        }
    }
    if !missing.is_empty() {
        packages(&missing)?;
    }
    let mut found = Vec::new();
    for program in needed() {
        if let Some(variable) = program.variable {
            let path = locate(program)?.ok_or_else(|| {
                format!("{} is not in PATH; set {variable} to where it is", program.package)
            })?;
            found.push((variable, path));
        }
    }
    Ok(found)
}

/// A tool that the caller has named by the variable.
fn given(variable: &str) -> Result<Option<PathBuf>> {
    match std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
        Some(path) if path.is_file() => Ok(Some(path)),
        Some(path) => Err(format!("{variable} is {}, which is no file", path.display())),
        None => Ok(None),
    }
}

fn locate(program: &Program) -> Result<Option<PathBuf>> {
    if let Some(variable) = program.variable
        && let Some(path) = given(variable)?
    {
        return Ok(Some(path));
    }
    Ok(program.names.iter().find_map(|name| in_path(name)))
}

fn in_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Installs Debian packages, or says how to.
fn packages(missing: &[&Program]) -> Result<()> {
    let names: Vec<_> = missing.iter().map(|program| program.package).collect();
    let install =
        format!("apt-get update && apt-get install --yes --no-install-recommends {}", names.join(" "));
    for program in missing {
        say(&format!("missing: {} ({}): {}", program.names.join(" or "), program.package, program.why));
    }
    if in_path("apt-get").is_none() {
        let variables: Vec<_> = missing.iter().filter_map(|program| program.variable).collect();
        return Err(format!(
            "this is not Debian, so these must be installed by hand. On Debian it would be: {install}. \
             If they are there but not in PATH, set {}",
            if variables.is_empty() { "PATH".to_owned() } else { variables.join(", ") }
        ));
    }
    if output(Command::new("id").arg("-u"))?.trim() != "0" {
        return Err(format!("installing these takes root; run: sudo sh -c '{install}'"));
    }
    say(&format!("adding with `{install}`"));
    let step = Step::begin("Installing Debian packages");
    for args in [&["update"][..], &[&["install", "--yes", "--no-install-recommends"][..], &names].concat()] {
        let done = Command::new("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive").status();
        match done {
            Ok(status) if status.success() => {}
            _ => {
                return Err(format!(
                    "`apt-get {}` failed; run `{install}` yourself and try again",
                    args.join(" ")
                ));
            }
        }
    }
    step.done();
    Ok(())
}

/// Finds geckodriver, which Debian does not have, or builds it into a folder of this workspace.
fn geckodriver(places: &Places, tools: &Path) -> Result<PathBuf> {
    let own = tools.join("bin").join("geckodriver");
    if let Some(path) = given("S117_GECKODRIVER")? {
        return Ok(path);
    }
    if own.is_file() {
        return Ok(own);
    }
    if let Some(path) = in_path("geckodriver") {
        return Ok(path);
    }
    // Unoptimised: it waits for the browser anyway, and compiles in half the time.
    let args = ["install", "geckodriver", "--debug", "--locked", "--version", GECKODRIVER, "--root"];
    let shown = format!("cargo {} {}", args.join(" "), tools.display());
    say(&format!("adding with `{shown}`: drives Firefox. This takes a few minutes, once"));
    let step = Step::begin("Building geckodriver");
    let status = places
        .cargo()
        .args(args)
        .arg(tools)
        // Kept apart from the workspace's own artefacts.
        .env("CARGO_TARGET_DIR", tools.join("build"))
        .status()
        .map_err(|error| format!("cannot run cargo: {error}"))?;
    if !status.success() {
        return Err(format!("`{shown}` failed; cargo's messages are above"));
    }
    step.done();
    Ok(own)
}

/// Whether the wanted version of a package from npm is in the tools folder.
fn current(tools: &Path, wanted: &str) -> bool {
    let Some((name, version)) = wanted.rsplit_once('@') else { return false };
    let about = std::fs::read_to_string(tools.join("node_modules").join(name).join("package.json"));
    about.is_ok_and(|about| about.contains(&format!("\"version\": \"{version}\"")))
}

/// Installs packages into a folder, all that are wanted there at once: npm would take out what a command does not name.
fn npm(tools: &Path, wanted: &[&str], why: &str, other: &str) -> Result<()> {
    std::fs::create_dir_all(tools).map_err(|error| format!("cannot make {}: {error}", tools.display()))?;
    let mut args: Vec<OsString> = vec!["install".into(), "--prefix".into(), tools.into()];
    args.extend(["--no-save", "--no-audit", "--no-fund", "--ignore-scripts"].map(OsString::from));
    args.extend(wanted.iter().map(OsString::from));
    let shown = format!("npm install --prefix {} --no-save {}", tools.display(), wanted.join(" "));
    say(&format!("adding with `{shown}`: {why}"));
    match Command::new("npm").args(args).current_dir(tools).status() {
        Ok(status) if status.success() && wanted.iter().all(|package| current(tools, package)) => Ok(()),
        _ => Err(format!("`{shown}` failed; run it yourself and try again, or {other}")),
    }
}

/// What writes the checker as JavaScript.
#[derive(Clone, Debug)]
pub struct JavaScript {
    /// Runs the others.
    pub node: PathBuf,
    /// From Wasm to simpler Wasm.
    pub wasm_opt: PathBuf,
    /// From Wasm to JavaScript.
    pub wasm2js: PathBuf,
    /// Makes it small.
    pub esbuild: PathBuf,
}

/// Finds what writes the checker as JavaScript, and adds what is missing.
pub fn javascript(places: &Places) -> Result<JavaScript> {
    // Apart from the tools of the tests, which do without.
    let tools = places.target.join("tools").join("javascript");
    let missing = |name: &str| in_path(name).is_none();
    if missing("node") || missing("npm") {
        // Its package brings node.
        packages(&PROGRAMS.iter().filter(|program| program.package == "npm").collect::<Vec<_>>())?;
    }
    let node = in_path("node").ok_or("npm is installed, but there is no node in PATH")?;
    let wanted = [BINARYEN, ESBUILD];
    if !wanted.iter().all(|wanted| current(&tools, wanted)) {
        npm(&tools, &wanted, "they write the checker as JavaScript", "build without --without-wasm")?;
    }
    let inside = |path: &str| tools.join("node_modules").join(path);
    Ok(JavaScript {
        node,
        wasm_opt: inside("binaryen/bin/wasm-opt"),
        wasm2js: inside("binaryen/bin/wasm2js"),
        esbuild: inside("esbuild/bin/esbuild"),
    })
}

fn quiet(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
