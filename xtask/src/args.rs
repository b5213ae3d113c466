//! The command line.

use lexopt::{Arg, Parser};
use std::ffi::OsString;
use std::path::PathBuf;

/// What to do.
#[derive(Debug, PartialEq)]
pub enum Command {
    /// Print this text.
    Help(&'static str),
    /// Write the release page into a folder.
    Build {
        /// The folder.
        out: PathBuf,
    },
}

const HELP: &str = "\
Usage: cargo xtask <command>

Commands:
  build   write the checker, one file, to dist/index.html
  serve   build it and serve it on http://127.0.0.1:8117/
  test    run every check and every test

`cargo xtask <command> --help` says more.
";

const BUILD: &str = "\
Writes the checker, one file, to dist/index.html.

Usage: cargo xtask build [--out FOLDER]

  --out FOLDER   where to write index.html (default: dist)
";

/// Reads the arguments that follow `cargo xtask`.
///
/// An error is one line that names the argument and what is allowed instead.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Command, String> {
    let mut args = Parser::from_args(args);
    match args.next().map_err(say)? {
        None => Err("which command? There are build, serve and test (`cargo xtask --help`)".into()),
        Some(Arg::Short('h') | Arg::Long("help")) => Ok(Command::Help(HELP)),
        Some(Arg::Value(name)) => match name.to_str() {
            Some("help") => Ok(Command::Help(HELP)),
            Some("build") => build(args),
            _ => Err(format!(
                "there is no command {:?}; there are build, serve and test (`cargo xtask --help`)",
                name.to_string_lossy()
            )),
        },
        Some(other) => Err(format!(
            "{} must come after a command: build, serve or test (`cargo xtask --help`)",
            shown(&other)
        )),
    }
}

fn build(mut args: Parser) -> Result<Command, String> {
    let mut out = PathBuf::from("dist");
    while let Some(arg) = args.next().map_err(say)? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help(BUILD)),
            Arg::Long("out") => out = args.value().map_err(say)?.into(),
            other => return Err(unknown("build", &other, "--out FOLDER")),
        }
    }
    Ok(Command::Build { out })
}

fn unknown(command: &str, arg: &Arg<'_>, allowed: &str) -> String {
    format!("`{command}` does not know {}; it knows {allowed}", shown(arg))
}

fn shown(arg: &Arg<'_>) -> String {
    match arg {
        Arg::Short(letter) => format!("-{letter}"),
        Arg::Long(name) => format!("--{name}"),
        Arg::Value(value) => format!("{:?}", value.to_string_lossy()),
    }
}

fn say(error: lexopt::Error) -> String {
    error.to_string()
}
