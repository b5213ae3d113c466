//! Proves that the page does not depend on who builds it, or where.

use crate::Result;
use crate::build::Build;
use crate::paths::Places;
use crate::progress::{Step, say};
use std::path::{Path, PathBuf};

/// Builds the page here, and again from a copy of the sources in another folder with another cargo home.
///
/// The bytes must be the same. The second cargo home gets the packages already downloaded, unpacks them anew, and
/// so needs no network.
pub fn run(places: &Places) -> Result<()> {
    let other = Elsewhere::new(places)?;
    let (here, _) = Build { places: places.clone(), locked: true }.page()?;
    say(&format!("and again in {}", other.folder.display()));
    let (there, _) = Build { places: other.places(), locked: true }.page()?;
    if here == there {
        say(&format!("the same {} bytes in both folders", here.len()));
        return Ok(());
    }
    let kept = places.target.join("reproducible");
    std::fs::create_dir_all(&kept).map_err(|error| format!("cannot make {}: {error}", kept.display()))?;
    for (name, page) in [("here.html", &here), ("there.html", &there)] {
        std::fs::write(kept.join(name), page).map_err(|error| format!("cannot write {name}: {error}"))?;
    }
    let at = here.bytes().zip(there.bytes()).take_while(|(one, two)| one == two).count();
    Err(format!("the two pages differ from byte {at} on; compare them in {}", kept.display()))
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
fn copy(from: &Path, to: &Path, left_out: &[&str]) -> Result<()> {
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
