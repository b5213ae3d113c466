//! What the commands need beside Rust: looks for it, says what it adds and why, adds it.

use crate::Result;
use crate::paths::Rustc;
use crate::progress::say;
use std::process::Command;

/// What the page is compiled to.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that rustc can compile for [`WASM`].
pub fn wasm_target() -> Result<()> {
    let rustc = Rustc::installed()?;
    if rustc.sysroot.join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM], "the page is compiled for it")
}

/// Runs rustup, having said why.
fn rustup(args: &[&str], why: &str) -> Result<()> {
    let shown = format!("rustup {}", args.join(" "));
    say(&format!("adding with `{shown}`: {why}"));
    match Command::new("rustup").args(args).status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{shown}` failed ({status}); run it yourself and try again")),
        Err(error) => Err(format!(
            "cannot run `{shown}`: {error}. If your Rust did not come from rustup, install its {WASM} standard library the way you installed Rust"
        )),
    }
}
