//! What is published: every file of `dist/`, by its path. GitHub Pages serves it as it stands, under a sub-path too,
//! so no file names its own address.

use super::{Made, Place, embed, links, pages, version};
use crate::wordpress::{self, Plugin};
use crate::{Result, paths, review};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// Files by their paths, such as `v0.1.0/guide.html`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Everything but the checker itself, which takes longer.
pub struct Rest(Files, Plugin);

/// Makes everything but the checker.
pub fn files(root: &Path) -> Result<Rest> {
    let mut files = Files::new();
    for (place, folder) in [(Place::Root, String::new()), (Place::Version, format!("v{}/", version()))] {
        for Made { file, html } in pages(root, place)? {
            files.insert(format!("{folder}{file}"), html.into_bytes());
        }
        // What web pages load from here: under its version for those who want it never to change.
        files.insert(format!("{folder}embed.js"), embed::script(root)?.into_bytes());
        let manifest = paths::read_text(&root.join("embed/custom-elements.json"))?;
        files.insert(format!("{folder}custom-elements.json"), manifest.into_bytes());
    }
    files.insert("review/index.html".into(), review::published(root)?.into_bytes());
    files.insert("headers".into(), paths::read_text(&root.join("site/headers"))?.into_bytes());
    // GitHub Pages would leave out files by its own rules.
    files.insert(".nojekyll".into(), Vec::new());
    Ok(Rest(files, Plugin::read(root)?))
}

impl Rest {
    /// Adds the checker in each of its forms, at the root and under its version, and what can only be said once all files are
    /// there.
    pub fn with_checkers(self, pages: &[(&str, String)]) -> Result<Files> {
        let Self(mut files, plugin) = self;
        let folder = format!("v{}/", version());
        for (name, page) in pages {
            files.insert((*name).into(), page.clone().into_bytes());
            files.insert(format!("{folder}{name}"), page.clone().into_bytes());
        }
        links::check(&files)?;
        // A version's own list stays with it; that of the root names only what is at the root today.
        let of_version: Files = files
            .iter()
            .filter_map(|(name, bytes)| Some((name.strip_prefix(&folder)?.into(), bytes.clone())))
            .collect();
        files.insert(wordpress::ZIP.into(), plugin.zip(&of_version)?);
        files.insert(format!("{folder}hashes.txt"), hashes(&of_version).into_bytes());
        files.insert("hashes.txt".into(), hashes(&files).into_bytes());
        Ok(files)
    }
}

/// What a page writes as `integrity` of a file that it loads.
pub fn integrity_of(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(bytes)))
}

/// The SHA-256 of every file, as `sha256sum --check` reads it, and its integrity as pages write it.
fn hashes(files: &Files) -> String {
    let mut sums = String::new();
    let mut integrity = String::new();
    for (name, bytes) in files {
        let hex: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        let _ = writeln!(sums, "{hex}  {name}");
        let _ = writeln!(integrity, "# {}  {name}", integrity_of(bytes));
    }
    format!(
        "{}{sums}#\n{}{integrity}",
        include_str!("../../../site/hashes-1.txt"),
        include_str!("../../../site/hashes-2.txt")
    )
}

#[cfg(test)]
pub(in crate::site) mod tests {
    use super::super::tests::root;
    use super::*;

    /// Everything that is published, around a checker that is none. Made once: the review pack takes a while.
    pub(in crate::site) fn made() -> &'static Files {
        static MADE: std::sync::OnceLock<Files> = std::sync::OnceLock::new();
        MADE.get_or_init(|| {
            let rest = files(&root()).unwrap_or_else(|wrong| panic!("{wrong}"));
            let pages = ["index.html", crate::build::WITHOUT_WASM].map(|name| {
                (
                    name,
                    format!(
                        "<!doctype html><p>The checker</p><a href=\"{}\">Other</a>",
                        crate::build::WITHOUT_WASM
                    ),
                )
            });
            rest.with_checkers(&pages).unwrap_or_else(|wrong| panic!("{wrong}"))
        })
    }

    #[test]
    fn everything_is_there_and_the_version_stands_by_itself() {
        let files = made();
        let folder = format!("v{}/", version());
        for name in [
            "index.html",
            "without-wasm.html",
            "guide.html",
            "privacy.html",
            "embed.js",
            "custom-elements.json",
            "hashes.txt",
        ] {
            assert!(files.contains_key(name) && files.contains_key(&format!("{folder}{name}")), "{name}");
        }
        for name in ["404.html", "review/index.html", "headers", ".nojekyll", wordpress::ZIP] {
            assert!(files.contains_key(name), "{name}");
        }
        assert_eq!(files["index.html"], files[&format!("{folder}index.html")]);
        let alone: Files = files
            .iter()
            .filter_map(|(name, bytes)| Some((name.strip_prefix(&folder)?.into(), bytes.clone())))
            .collect();
        assert_eq!(links::check(&alone), Ok(()));
        let says = |name: &str| String::from_utf8_lossy(&files[name]).into_owned();
        assert!(
            says(&format!("{folder}guide.html")).contains("noindex")
                && !says("guide.html").contains("noindex")
        );
    }

    #[test]
    fn the_same_sources_make_the_same_files() {
        let again = files(&root()).unwrap_or_else(|wrong| panic!("{wrong}")).0;
        for (name, bytes) in &again {
            assert!(made().get(name) == Some(bytes), "{name}");
        }
    }

    #[test]
    fn hashes_are_those_that_others_compute() {
        let listed = hashes(&[("a/abc.txt".to_owned(), b"abc".to_vec())].into());
        // As sha256sum, and as `openssl dgst -sha384 -binary | base64`, say.
        assert!(
            listed
                .contains("\nba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a/abc.txt\n")
        );
        assert!(listed.contains(
            "\n# sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn  a/abc.txt\n"
        ));
        let files = made();
        let listed = String::from_utf8_lossy(&files["hashes.txt"]).into_owned();
        for name in files.keys().filter(|name| *name != "hashes.txt") {
            assert_eq!(listed.matches(&format!("  {name}\n")).count(), 2, "{name}");
        }
    }

    #[test]
    fn no_file_names_an_address_of_its_own() {
        for (name, bytes) in made() {
            let text = String::from_utf8_lossy(bytes);
            for own in ["github.io", "localhost", "127.0.0.1"] {
                assert!(!text.contains(own) || name == "404.html" || name == "headers", "{name} names {own}");
            }
        }
    }
}
