//! Where things are, and how their absolute paths are kept out of the page.

use crate::Result;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders a build reads and writes.
#[derive(Clone, Debug)]
pub struct Places {
    /// The workspace.
    pub root: PathBuf,
    /// Cargo's own folder, where the sources of dependencies are unpacked.
    pub cargo_home: PathBuf,
    /// Where cargo puts what it builds.
    pub target: PathBuf,
}

impl Places {
    /// The places of the workspace this program was started in.
    pub fn here() -> Result<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = manifest.parent().ok_or("xtask must lie in the workspace")?.to_path_buf();
        let cargo_home = match std::env::var_os("CARGO_HOME") {
            Some(home) => absolute(&home.into())?,
            None => home()
                .ok_or("set CARGO_HOME or HOME: the build must know where cargo keeps sources")?
                .join(".cargo"),
        };
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(target) => absolute(&target.into())?,
            None => root.join("target"),
        };
        Ok(Self { root, cargo_home, target })
    }

    /// A cargo command that works in these places and nowhere else.
    pub fn cargo(&self) -> Command {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo
            .current_dir(&self.root)
            .env("CARGO_HOME", &self.cargo_home)
            .env("CARGO_TARGET_DIR", &self.target);
        // Set for us by `cargo run`; the inner cargo is to look at its own package.
        for (name, _) in std::env::vars_os() {
            if name
                .to_str()
                .is_some_and(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_"))
            {
                cargo.env_remove(name);
            }
        }
        cargo
    }

    /// Flags for rustc that give every folder which differs from machine to machine the same name.
    ///
    /// Panic messages hold the paths of source files. Without this the page would tell where its builder keeps
    /// their files, and no two people could build the same bytes.
    pub fn remap_flags(&self) -> Result<Vec<String>> {
        let rustc = Rustc::installed()?;
        let mut renamed = Vec::new();
        // rustc takes the last prefix that fits, so the widest comes first.
        if let Some(home) = home() {
            renamed.push((home, "/home-folder".to_owned()));
        }
        renamed.push((self.cargo_home.clone(), "/cargo".to_owned()));
        renamed.push((self.target.clone(), "/target".to_owned()));
        renamed.push((self.root.clone(), "/s117-checker".to_owned()));
        // One folder per registry, named after its address: mirrors must not make a difference.
        let sources = self.cargo_home.join("registry").join("src");
        let mut registries: Vec<_> = std::fs::read_dir(&sources)
            .map_err(|error| format!("cannot read {}: {error}", sources.display()))?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        registries.sort();
        renamed.extend(registries.into_iter().map(|folder| (folder, "/crates".to_owned())));
        // The name rustc gives to the standard library where its source is not installed.
        renamed.push((rustc.sysroot.join("lib/rustlib/src/rust"), format!("/rustc/{}", rustc.commit)));

        let mut flags = Vec::new();
        for (from, to) in renamed {
            let from = from.to_str().ok_or_else(|| format!("{} is not UTF-8", from.display()))?;
            flags.push(format!("--remap-path-prefix={from}={to}"));
        }
        Ok(flags)
    }

    /// Paths of this machine that must not stand in the page.
    pub fn private(&self) -> Vec<String> {
        [Some(self.root.clone()), Some(self.cargo_home.clone()), Some(self.target.clone()), home()]
            .into_iter()
            .flatten()
            .filter_map(|path| Some(path.to_str()?.to_owned()))
            .filter(|path| path.len() > 1)
            .collect()
    }
}

/// The compiler in use.
pub struct Rustc {
    /// Its folder.
    pub sysroot: PathBuf,
    /// The commit it was built from.
    pub commit: String,
    /// Its name and version, for people.
    pub version: String,
}

impl Rustc {
    /// Asks the installed rustc.
    pub fn installed() -> Result<Self> {
        let said = output(Command::new("rustc").args(["-vV"]))?;
        let field = |name: &str| {
            said.lines()
                .find_map(|line| line.strip_prefix(name))
                .map(|value| value.trim().to_owned())
                .ok_or_else(|| format!("`rustc -vV` does not say its {name}"))
        };
        Ok(Self {
            sysroot: output(Command::new("rustc").args(["--print", "sysroot"]))?.trim().into(),
            commit: field("commit-hash:")?,
            version: said.lines().next().unwrap_or_default().to_owned(),
        })
    }
}

/// Runs a program and gives what it printed.
pub fn output(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let done = command.output().map_err(|error| format!("cannot run {name}: {error}"))?;
    if !done.status.success() {
        return Err(format!(
            "{name} failed ({}): {}",
            done.status,
            String::from_utf8_lossy(&done.stderr).trim()
        ));
    }
    String::from_utf8(done.stdout).map_err(|_| format!("{name} printed something that is not UTF-8"))
}

fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| home.is_absolute())
}

fn absolute(path: &PathBuf) -> Result<PathBuf> {
    std::path::absolute(path).map_err(|error| format!("cannot make {} absolute: {error}", path.display()))
}

/// Reads a text file. Line ends are made those of a browser's parser, or the hashes would not fit.
pub fn read_text(path: &Path) -> Result<String> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n"))
}

/// Reads every text file of a folder whose name, without its ending, is wanted; in the order of their names.
pub fn read_texts(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let wrong = |error: std::io::Error| format!("cannot read {}: {error}", folder.display());
    let mut files = Vec::new();
    for file in std::fs::read_dir(folder).map_err(wrong)? {
        files.push(file.map_err(wrong)?.path());
    }
    files.retain(|path| {
        let name = path.file_stem().and_then(|name| name.to_str());
        path.extension().is_some_and(|ending| ending == "txt") && name.is_some_and(&wanted)
    });
    files.sort();
    files.iter().map(|path| read_text(path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_bindgen_and_what_reads_it_are_one_version() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        let lock = read_text(&root.join("Cargo.lock")).expect("Cargo.lock");
        let version = |package: &str| {
            let entry = lock.split_once(&format!("name = \"{package}\"\nversion = \"")).expect("an entry").1;
            entry.split('"').next().expect("a version").to_owned()
        };
        assert_eq!(version("wasm-bindgen-cli-support"), version("wasm-bindgen"));
    }

    #[test]
    fn the_flags_rename_the_narrow_folders_last() {
        let places = Places::here().expect("this workspace");
        let Ok(flags) = places.remap_flags() else { return };
        let at = |end: &str| flags.iter().position(|flag| flag.ends_with(end));
        assert!(at("=/home-folder") < at("=/cargo") && at("=/cargo") < at("=/crates"), "{flags:?}");
        assert!(flags.last().is_some_and(|flag| flag.contains("=/rustc/")), "{flags:?}");
    }
}
