//! Builds, serves, tests and reviews the checker: `cargo xtask build`, `serve`, `test` and `review`.
#![forbid(unsafe_code)]

mod args;
mod build;
mod css;
mod guide;
mod page;
mod paths;
mod progress;
mod reproducible;
mod review;
mod script;
mod serve;
mod sizes;
mod test;
mod tools;

use args::Command;
use std::process::ExitCode;

/// What went wrong, in a sentence for whoever typed the command.
type Result<T> = std::result::Result<T, String>;

fn main() -> ExitCode {
    let command = match args::parse(std::env::args_os().skip(1)) {
        Ok(command) => command,
        Err(wrong) => {
            eprintln!("error: {wrong}");
            return ExitCode::from(2);
        }
    };
    let outcome = match command {
        Command::Help(text) => {
            print!("{text}");
            Ok(())
        }
        Command::Build { out } => {
            build::Build::here().and_then(|build| build.write(&out)).map(|made| print!("{}", made.sizes))
        }
        Command::Review(options) => review::run(&options),
        Command::Serve(options) => serve::run(&options),
        Command::Test(options) => test::run(&options),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            eprintln!("error: {wrong}");
            ExitCode::FAILURE
        }
    }
}
