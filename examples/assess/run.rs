//! The command's words, and what each of them does.

use std::io::{self, Write};

use s117_checker::law::journey::Journey;

use super::{case_file, listing, report};

const HELP: &str = r#"assess: what the rules find in a case, without a browser

  cargo run --example assess < case.json           findings as JSON
  cargo run --example assess -- --text < case.json the same in words
  cargo run --example assess -- --questions        every question, its values and their words
  cargo run --example assess -- --paths            every class of paths with its findings, one a line
  cargo run --example assess -- --paths --all      every single path (millions of lines)

A case:
  {"journey": "entitled",
   "date": "2026-11-22",
   "answers": {"F-NAT-NOW": "england", "F-WHERE": "out", "F-SECTS": ["section-3", "not-sure"]}}

"date" is today's; without it, the day the law was checked. A question with one answer takes a value id,
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
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words[..] {
        ["--help" | "-h"] => Ok(write!(out, "{HELP}")?),
        ["--questions"] => Ok(listing::questions(out)?),
        ["--paths"] => Ok(listing::classes_of_paths(Journey::Entitled, out)?),
        ["--paths", "--all"] | ["--all", "--paths"] => Ok(listing::every_path(Journey::Entitled, out)?),
        [] | ["--text"] => {
            let case = case_file::read(&input()?)?;
            if words.is_empty() {
                Ok(writeln!(out, "{}", report::json(&case))?)
            } else {
                Ok(write!(out, "{}", report::text(&case))?)
            }
        }
        [word, ..] => Err(Stop::Input(format!(
            "{word}: not understood here; allowed: --text, --questions, --paths, --paths --all, --help"
        ))),
    }
}
