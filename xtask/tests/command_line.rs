//! The command as people meet it: what it prints, and how it exits.

use std::net::TcpListener;
use std::process::{Command, Output};

fn xtask(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(args).output().expect("xtask runs")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_mistake_in_the_arguments_is_one_line_and_exit_code_2() {
    for args in [
        &[][..],
        &["bild"],
        &["build", "--release"],
        &["serve", "--port", "x"],
        &["test", "--only", "law"],
        &["publish"],
    ] {
        let done = xtask(args);
        assert_eq!(done.status.code(), Some(2), "{args:?}");
        assert!(done.stdout.is_empty(), "{args:?}");
        let said = text(&done.stderr);
        assert!(said.starts_with("error: ") && said.lines().count() == 1, "{args:?}: {said}");
    }
}

#[test]
fn help_is_printed_and_no_error() {
    for args in [
        &["--help"][..],
        &["build", "--help"],
        &["serve", "--help"],
        &["test", "--help"],
        &["bench", "--help"],
        &["lighthouse", "--help"],
        &["review", "--help"],
        &["publish", "--help"],
        &["notes", "--help"],
    ] {
        let done = xtask(args);
        assert_eq!(done.status.code(), Some(0), "{args:?}");
        assert!(text(&done.stdout).contains("Usage: cargo xtask"), "{args:?}");
    }
}

#[test]
fn a_busy_port_fails_before_anything_is_built() {
    let busy = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = busy.local_addr().expect("an address").port().to_string();
    let done = xtask(&["serve", "--port", &port]);
    assert_eq!(done.status.code(), Some(1));
    let said = text(&done.stderr);
    assert!(said.contains(&port) && said.contains("--port") && said.lines().count() == 1, "{said}");
}

#[test]
fn what_cannot_be_reviewed_or_signed_is_one_line_and_changes_nothing() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../reviews.txt");
    let before = std::fs::read(file).expect("reviews.txt");
    let sign = |id, date| {
        xtask(&["review", "--sign", "A. Reader", "--role", "solicitor", "--date", date, "ELIG-01", id])
    };
    for (done, named) in [
        (sign("ELIG-99", "2026-11-24"), "ELIG-99"),
        (sign("W-16", "2026-11-24"), "source:W-16"),
        (sign("ELIG-02", "24 November"), "--date"),
        (xtask(&["review", "--since", "no-such-branch"]), "--since"),
    ] {
        assert_eq!(done.status.code(), Some(1), "{named}");
        let said = text(&done.stderr);
        assert!(said.starts_with("error: ") && said.contains(named) && said.lines().count() == 1, "{said}");
    }
    assert_eq!(std::fs::read(file).expect("reviews.txt"), before);
}
