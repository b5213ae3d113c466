//! Measures the built file beside what people would pick instead, in one Chromium under one throttling.
//!
//! `cargo xtask bench` runs it. What each page carries, and what is and is not measured, is in `bench/README.md`.
#![forbid(unsafe_code)]

mod chart;
mod flow;
mod growth;
mod html;
mod measure;
mod peers;
mod report;
mod server;
mod texts;
mod visit;
mod workload;

use browser_tests::{
    tools,
    visitors::{self, Visitor},
};
use peers::{Kitchen, Page};
use report::{Column, Round};
use serde_json::{Value, json};
use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};
use visit::Press;

/// How many times the processor is slowed: a middling phone, and an old one.
const CPUS: [u32; 2] = [4, 6];

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    let (out, runs) = (args.next(), args.next().and_then(|runs| runs.to_str()?.parse().ok()));
    let (Some(out), Some(runs)) = (out, runs) else {
        eprintln!("error: run `cargo xtask bench`, which finds the browser and builds the page");
        return ExitCode::from(2);
    };
    let out = PathBuf::from(out);
    let grown: Vec<OsString> = args.collect();
    let done = if grown.is_empty() { compare(&out, runs) } else { growth::run(&out, runs, &grown) };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            eprintln!("error: {wrong}");
            ExitCode::FAILURE
        }
    }
}

/// `bench/` of the workspace.
fn sources() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// What it means that a page does not get the visitor to their result.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Failing {
    /// The benchmark is wrong.
    IsAnError,
    /// The page has no times, and the table says so.
    IsAResult,
}

/// Opens the pages so many times on each of these processors, in turn. Gives the browser's version too.
fn rounds(
    pages: &[Page],
    visitor: &Visitor,
    runs: usize,
    cpus: &[u32],
    failing: Failing,
) -> Result<(Vec<Round>, String), String> {
    let server = server::Server::start().map_err(|error| error.to_string())?;
    for page in pages {
        for (name, bytes) in &page.files {
            server.put(&format!("/{}/{name}", page.id), bytes).map_err(|error| error.to_string())?;
        }
    }
    let robot =
        String::from_utf8(peers::read(&sources().join("robot.js"))?).map_err(|error| error.to_string())?;
    let visits = visit::Visits { server: &server, visitor, robot };
    let (mut rounds, mut browser) = (Vec::new(), String::new());
    for cpu in cpus.iter().copied() {
        let column = |page: &Page| Column { id: page.id, name: page.name.clone(), runs: Vec::new() };
        let mut columns: Vec<Column> = pages.iter().map(column).collect();
        // Not counted: it also fills the machine's own caches.
        let press = |page: &Page| {
            if visit::keeps_an_early_press(page, cpu, &visits) {
                return Press::Once;
            }
            eprintln!("{} loses a press that is made as soon as it can be", page.name);
            Press::UntilItCounts
        };
        let presses: Vec<Press> = pages.iter().map(press).collect();
        let mut failed = Vec::new();
        for run in 0..runs {
            // Interleaved, and each run begins with another page: a machine that warms up is fair to all.
            for place in (0..pages.len()).map(|place| (place + run) % pages.len()) {
                if failed.contains(&place) {
                    continue;
                }
                match visit::visit(&pages[place], cpu, presses[place], &visits) {
                    Ok((measured, version)) => {
                        columns[place].runs.push(measured);
                        browser = version;
                    }
                    Err(wrong) if failing == Failing::IsAResult => {
                        eprintln!("{wrong}");
                        columns[place].runs.clear();
                        failed.push(place);
                    }
                    Err(wrong) => return Err(wrong),
                }
            }
            eprintln!("processor slowed {cpu} times: run {} of {runs}", run + 1);
        }
        rounds.push(Round { cpu, columns });
    }
    Ok((rounds, browser))
}

/// Where, when and how it was measured.
struct About {
    date: String,
    commit: String,
    machine: String,
    browser: String,
    network: String,
    runs: usize,
    load: String,
}

impl About {
    fn now(browser: String, runs: usize) -> Self {
        let commit = said("git", &["rev-parse", "--short", "HEAD"]);
        let changed = !said("git", &["status", "--porcelain"]).is_empty();
        Self {
            date: said("date", &["-u", "+%Y-%m-%d"]),
            commit: if changed { format!("{commit}, with changes") } else { commit },
            machine: machine(),
            browser,
            network: format!("{} ms, {} Mbit/s", visit::LATENCY_MS, f64::from(visit::DOWN) / 1e6),
            runs,
            load: fs::read_to_string("/proc/loadavg").unwrap_or_default().trim().to_owned(),
        }
    }

    fn line(&self) -> String {
        let Self { date, commit, machine, browser, network, runs, .. } = self;
        format!("{date}, commit {commit}, {browser}, {network}, {runs} runs, {machine}")
    }

    fn json(&self) -> Value {
        json!({
            "date": self.date, "commit": self.commit, "machine": self.machine, "browser": self.browser,
            "network": self.network, "runs": self.runs, "loadAverage": self.load,
        })
    }
}

/// Ours beside the peers.
fn compare(out: &Path, runs: usize) -> Result<(), String> {
    let visitor = &visitors::CHARGED_IN_WALES;
    let kitchen = Kitchen { sources: sources(), work: out.to_owned() };
    let work = workload::Workload::new(visitor);
    let pages = peers::pages(&kitchen, tools::page(), &work)?;
    let (rounds, browser) = rounds(&pages, visitor, runs, &CPUS, Failing::IsAnError)?;
    let about = About::now(browser, runs);
    let line = about.line();
    let about = json!({ "measured": about.json(), "visitor": visitor.name, "peersCarry": work.about() });
    let text: String = rounds.iter().map(report::table).collect::<Vec<_>>().join("\n");
    let json =
        serde_json::to_vec_pretty(&report::json(&about, &rounds)).map_err(|error| error.to_string())?;
    peers::write(&out.join("bench.txt"), format!("{line}\n\n{text}").as_bytes())?;
    peers::write(&out.join("bench.json"), &json)?;
    let svg = chart::draw("The same questions, answered by the same visitor", &line, &rounds);
    peers::write(&out.join("bench.svg"), svg.as_bytes())?;
    println!("\n{text}\n{line}\nbench.txt, bench.json and bench.svg are in {}", out.display());
    Ok(())
}

/// The processor and how many of it there are.
fn machine() -> String {
    let about = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = about.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!("{}, {cores} cores", model.map_or("unknown processor", |(_, model)| model))
}

/// What a program says, without the end of the line; nothing if it cannot.
fn said(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}
