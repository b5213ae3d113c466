//! Builds, serves, tests, measures, reviews and publishes the checker: `cargo xtask build`, `serve`, `test`, `bench`,
//! `lighthouse`, `review`, `publish`, `screenshots`.
#![forbid(unsafe_code)]

mod args;
mod bench;
mod build;
mod css;
mod growth;
mod guide;
mod javascript;
mod lighthouse;
mod page;
mod paths;
mod progress;
mod reproducible;
mod review;
mod rich;
mod screenshots;
mod script;
mod serve;
mod shell;
mod site;
mod sizes;
mod test;
mod tools;
mod wordpress;

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
        Command::Build { out, made: args::Made::Pages } => {
            build::Build::here().and_then(|build| build.write_pages(&out))
        }
        Command::Build { out, made } => build::Build::here()
            .and_then(
                |build| if made == args::Made::WithoutWasm { build.with_javascript() } else { Ok(build) },
            )
            .and_then(|build| build.write(&out))
            .map(|made| print!("{}", made.sizes)),
        Command::Bench(options) => bench::run(&options),
        Command::Lighthouse { pages } => lighthouse::run(&pages),
        Command::Review(options) => review::run(&options),
        Command::Publish { dist, into } => paths::Places::here()
            .and_then(|places| site::publish::publish(&places.root.join(dist), &places.root.join(into))),
        Command::Notes { tag } => paths::Places::here()
            .and_then(|places| site::publish::notes(&places.root, &tag))
            .map(|notes| print!("{notes}")),
        Command::Screenshots { only } => screenshots::run(&only),
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
