//! Proves that what is published does not depend on who builds it, or where.

use crate::Result;
use crate::build::{Build, write};
use crate::paths::Places;
use crate::progress::{Step, say};
use crate::site::Files;
use std::path::{Path, PathBuf};

/// Builds everything here, and again from a copy of the sources in another folder with another cargo home.
///
/// The bytes must be the same. The second cargo home gets the packages already downloaded, unpacks them anew, and
/// so needs no network.
pub fn run(places: &Places) -> Result<()> {
    let other = Elsewhere::new(places)?;
    let build = Build::of(places.clone()).with_javascript()?;
    let (here, _) = build.files()?;
    say(&format!("and again in {}", other.folder.display()));
    let (there, _) = Build { places: other.places(), ..build }.files()?;
    if here == there {
        say(&format!("the same {} bytes in both folders, in {} files", size(&here), here.len()));
        return Ok(());
    }
    let kept = places.target.join("reproducible");
    let names = here.keys().chain(there.keys().filter(|name| !here.contains_key(*name)));
    let mut differ = Vec::new();
    for name in names.filter(|name| here.get(*name) != there.get(*name)) {
        for (side, files) in [("here", &here), ("there", &there)] {
            if let Some(bytes) = files.get(name) {
                write(&kept.join(side), name, bytes)?;
            }
        }
        differ.push(name.as_str());
    }
    Err(format!("these files differ: {}; compare them in {}", differ.join(", "), kept.display()))
}

fn size(files: &Files) -> usize {
    files.values().map(Vec::len).sum()
}

/// A copy of the workspace with a cargo home of its own, gone when the comparison is over.
struct Elsewhere {
    folder: PathBuf,
}

impl Elsewhere {
    fn new(places: &Places) -> Result<Self> {
        let folder = std::env::temp_dir().join(format!("s117-elsewhere-{}", std::process::id()));
        let elsewhere = Self { folder };
        let step = Step::begin("Copying the sources and the downloaded packages");
        let there = elsewhere.places();
        copy(&places.root, &there.root, &[".git", "target", "dist"])?;
        for part in ["registry/cache", "registry/index"] {
            copy(&places.cargo_home.join(part), &there.cargo_home.join(part), &[])?;
        }
        // Mirrors and proxies are set here.
        for settings in ["config.toml", "config"] {
            copy(&places.cargo_home.join(settings), &there.cargo_home.join(settings), &[])?;
        }
        step.done();
        Ok(elsewhere)
    }

    fn places(&self) -> Places {
        Places {
            root: self.folder.join("another folder"),
            cargo_home: self.folder.join("another-cargo-home"),
            target: self.folder.join("another-target"),
        }
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.folder) {
            say(&format!("cannot remove {}: {error}", self.folder.display()));
        }
    }
}

/// Copies a file or a folder, if it is there. The names left out are those of the top folder.
pub fn copy(from: &Path, to: &Path, left_out: &[&str]) -> Result<()> {
    let wrong = |error| format!("cannot copy {} to {}: {error}", from.display(), to.display());
    let Ok(about) = from.symlink_metadata() else { return Ok(()) };
    if about.is_dir() {
        std::fs::create_dir_all(to).map_err(wrong)?;
        for entry in std::fs::read_dir(from).map_err(wrong)? {
            let name = entry.map_err(wrong)?.file_name();
            if !left_out.iter().any(|left_out| name == *left_out) {
                copy(&from.join(&name), &to.join(&name), &[])?;
            }
        }
    } else if about.is_file() {
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder).map_err(wrong)?;
        }
        std::fs::copy(from, to).map_err(wrong)?;
    }
    Ok(())
}
