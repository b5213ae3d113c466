//! The checker without a browser: reads a case as JSON, writes what the rules find.
//!
//! `cargo run --example assess -- --help` says how. It is made for people who keep the law right.

mod case_file;
mod listing;
mod report;
mod run;

use std::{
    env,
    io::{self, BufWriter, ErrorKind, Write},
    process::ExitCode,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let mut out = BufWriter::new(io::stdout().lock());
    let done =
        run::run(&arguments, || io::read_to_string(io::stdin()).map_err(|error| error.to_string()), &mut out)
            .and_then(|()| out.flush().map_err(run::Stop::Output));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads us, such as `head`, has seen enough.
        Err(run::Stop::Output(error)) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(run::Stop::Output(error)) => {
            eprintln!("assess: cannot write: {error}");
            ExitCode::FAILURE
        }
        Err(run::Stop::Input(problem)) => {
            eprintln!("assess: {problem}");
            ExitCode::from(2)
        }
    }
}
