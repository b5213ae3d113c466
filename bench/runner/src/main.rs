//! Measures the built file beside what people would pick instead, in one Chromium under one throttling.
//!
//! `cargo xtask bench` runs it. What each page carries, and what is and is not measured, is in `bench/README.md`.
#![forbid(unsafe_code)]

mod chart;
mod flow;
mod measure;
mod peers;
mod report;
mod server;
mod visit;
mod workload;

use browser_tests::{tools, visitors};
use peers::Kitchen;
use report::{Column, Round};
use serde_json::json;
use std::{fs, path::PathBuf, process::Command, process::ExitCode};

/// How many times the processor is slowed: a middling phone, and an old one.
const CPUS: [u32; 2] = [4, 6];

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let given = (args.next(), args.next().and_then(|runs| runs.to_str()?.parse().ok()), args.next());
    let (Some(out), Some(runs), None) = given else {
        eprintln!("error: run `cargo xtask bench`, which finds the browser and builds the page");
        return ExitCode::from(2);
    };
    match run(&out, runs) {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            eprintln!("error: {wrong}");
            ExitCode::FAILURE
        }
    }
}

fn run(out: &PathBuf, runs: usize) -> Result<(), String> {
    let visitor = &visitors::CHARGED_IN_WALES;
    let sources = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let kitchen = Kitchen { sources, work: out.clone() };
    let work = workload::Workload::new(visitor);
    let pages = peers::pages(&kitchen, tools::page(), &work)?;
    let server = server::Server::start().map_err(|error| error.to_string())?;
    for page in &pages {
        for (name, bytes) in &page.files {
            server.put(&format!("/{}/{name}", page.id), bytes).map_err(|error| error.to_string())?;
        }
    }

    let robot = peers::read(&kitchen.sources.join("robot.js"))?;
    let robot = String::from_utf8(robot).map_err(|error| error.to_string())?;
    let visits = visit::Visits { server: &server, visitor, robot };
    let (mut rounds, mut browser) = (Vec::new(), String::new());
    for cpu in CPUS {
        let column = |page: &peers::Page| Column { id: page.id, name: page.name.clone(), runs: Vec::new() };
        let mut columns: Vec<Column> = pages.iter().map(column).collect();
        for run in 0..runs {
            // Interleaved, and each run begins with another page: a machine that warms up is fair to all.
            for place in (0..pages.len()).map(|place| (place + run) % pages.len()) {
                let (measured, version) = visit::visit(&pages[place], cpu, &visits)?;
                columns[place].runs.push(measured);
                browser = version;
            }
            eprintln!("processor slowed {cpu} times: run {} of {runs}", run + 1);
        }
        let round = Round { cpu, columns };
        println!("\n{}", report::table(&round));
        rounds.push(round);
    }

    let machine = machine();
    let (date, commit) = (said("date", &["-u", "+%Y-%m-%d"]), said("git", &["rev-parse", "--short", "HEAD"]));
    let changed = !said("git", &["status", "--porcelain"]).is_empty();
    let commit = if changed { format!("{commit}, with changes") } else { commit };
    let throttling = format!("{} ms, {} Mbit/s", visit::LATENCY_MS, f64::from(visit::DOWN) / 1e6);
    let unmet = work.questions.iter().filter(|question| question.after.is_empty()).count();
    let unshown = work.findings.iter().filter(|finding| finding.after.is_empty()).count();
    let about = json!({
        "date": date, "commit": commit, "machine": machine, "browser": browser, "network": throttling, "runs": runs,
        "visitor": visitor.name, "questionsAnswered": visitor.told.len(),
        "questionsCarried": work.questions.len(), "questionsNeverShownByPeers": unmet,
        "findingsCarried": work.findings.len(), "findingsNeverShownByPeers": unshown,
        "loadAverage": fs::read_to_string("/proc/loadavg").unwrap_or_default().trim(),
    });
    let line = format!("{date}, commit {commit}, {browser}, {throttling}, {runs} runs, {machine}");
    let text: String = rounds.iter().map(report::table).collect::<Vec<_>>().join("\n");
    let json =
        serde_json::to_vec_pretty(&report::json(&about, &rounds)).map_err(|error| error.to_string())?;
    peers::write(&out.join("bench.txt"), format!("{line}\n\n{text}").as_bytes())?;
    peers::write(&out.join("bench.json"), &json)?;
    let svg = chart::draw("The same questions, answered by the same visitor", &line, &rounds);
    peers::write(&out.join("bench.svg"), svg.as_bytes())?;
    println!("{line}\nbench.txt, bench.json and bench.svg are in {}", out.display());
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
