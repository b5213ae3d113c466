//! The command's words, and what each of them does.

use std::io::{self, Write};

use s117_checker::law::{
    commencement::{InForce, Provision},
    date::Date,
};

use super::{case_file, listing, report};

const HELP: &str = r#"assess: what the rules find in a case, without a browser

  cargo run --example assess < case.json           findings as JSON
  cargo run --example assess -- --text < case.json the same in words
  cargo run --example assess -- --questions        every question, its values and their words
  cargo run --example assess -- --decisions        the decisions of every topic, as tables
  cargo run --example assess -- --paths            every class of paths of "entitled" with its findings, one a line
  cargo run --example assess -- --paths --all      every single path of it (millions of lines)

  --as-at DATE      with a case: that day stands for the case's "date"
  --commenced ID    as if a provision had started (mha2025.45, mha2025.46, mha2025.51): with a case, what would
                    then be found; with --decisions, only the decisions that would change. May be given again.

A case:
  {"journey": "entitled",
   "date": "2026-11-22",
   "answers": {"F-NAT-NOW": "england", "F-WHERE": "out", "F-SECTS": ["section-3", "not-sure"]},
   "dates": {"decision": "2026-10-01", "leaving": {"about": "2026-12-01"}}}

"journey" is "entitled", "who-pays" or "problem". "dates" are "decision", "found-out", "complaint" and "leaving", each
if known. "date" is today's; without it, the day the law was checked. A question with one answer takes a value id,
a tick-all question a list of them; "not-sure" is a value of each. Answers may be left out: "next" is then
the question that the interview asks. Anything that is not understood ends with exit code 2 and one line
that names the key and what is allowed.
"#;

/// Why the command stops early.
#[derive(Debug)]
pub enum Stop {
    /// What was asked for, or the case, is not right.
    Input(String),
    /// The output cannot be written.
    Output(io::Error),
}

impl From<String> for Stop {
    fn from(problem: String) -> Self {
        Self::Input(problem)
    }
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// Runs the command: its words, where its case comes from, where the outcome goes.
pub fn run(
    arguments: &[String],
    input: impl FnOnce() -> Result<String, String>,
    out: &mut impl Write,
) -> Result<(), Stop> {
    let options = Options::read(arguments)?;
    let words: Vec<&str> = options.words.iter().map(String::as_str).collect();
    let plain = options.as_at.is_none() && options.in_force == InForce::TODAY;
    match words[..] {
        ["--help" | "-h"] if plain => Ok(write!(out, "{HELP}")?),
        ["--questions"] if plain => Ok(listing::questions(out)?),
        ["--decisions"] if options.as_at.is_none() => Ok(listing::decisions(options.in_force, out)?),
        ["--paths"] if plain => Ok(listing::classes_of_paths(out)?),
        ["--paths", "--all"] | ["--all", "--paths"] if plain => Ok(listing::every_path(out)?),
        [] | ["--text"] => {
            let mut case = case_file::read(&input()?)?;
            case.date = options.as_at.unwrap_or(case.date);
            case.interview = case.interview.under(options.in_force);
            if words.is_empty() {
                Ok(writeln!(out, "{}", report::json(&case))?)
            } else {
                Ok(write!(out, "{}", report::text(&case))?)
            }
        }
        [word, ..] => Err(Stop::Input(format!(
            "{word}: not understood here; allowed: --text, --questions, --decisions, --paths, --paths --all, --help"
        ))),
    }
}

/// The options that may stand beside a command's words.
struct Options {
    words: Vec<String>,
    as_at: Option<Date>,
    in_force: InForce,
}

impl Options {
    fn read(arguments: &[String]) -> Result<Self, String> {
        let mut options = Self { words: vec![], as_at: None, in_force: InForce::TODAY };
        let mut arguments = arguments.iter();
        while let Some(word) = arguments.next() {
            match word.as_str() {
                "--as-at" => {
                    let given = arguments.next().map_or("", String::as_str);
                    let date = Date::parse(given).ok_or_else(|| {
                        format!("--as-at: {given:?} is none; allowed: a date that exists, as YYYY-MM-DD")
                    })?;
                    options.as_at = Some(date);
                }
                "--commenced" => {
                    let given = arguments.next().map_or("", String::as_str);
                    let provision = Provision::from_id(given).ok_or_else(|| {
                        let known: Vec<_> = Provision::ALL.iter().map(|provision| provision.id()).collect();
                        format!("--commenced: no provision {given:?}; allowed: {}", known.join(", "))
                    })?;
                    options.in_force = options.in_force.with(provision);
                }
                _ => options.words.push(word.clone()),
            }
        }
        Ok(options)
    }
}
