//! Puts a build into the published site: its root becomes this release, its version is added, and no older version goes.

use super::version;
use crate::build::write;
use crate::{Result, paths};
use std::collections::BTreeMap;
use std::path::Path;

/// Puts `dist` into `site`, the published site as it stands, or an empty folder.
///
/// What was published under a version never changes: pages on other sites hold its fingerprint. A version that is there
/// already must be the very same, as it is when a publication is done over.
pub fn publish(dist: &Path, site: &Path) -> Result<()> {
    publish_as(dist, site, version())
}

fn publish_as(dist: &Path, site: &Path, version: &str) -> Result<()> {
    let mut new = read(dist)?;
    let folder = format!("v{version}/");
    let of_version = |files: &BTreeMap<String, Vec<u8>>| -> BTreeMap<String, Vec<u8>> {
        let inside = files.iter().filter(|(name, _)| name.starts_with(&folder));
        inside.map(|(name, bytes)| (name.clone(), bytes.clone())).collect()
    };
    // What an earlier build left behind is not part of this one.
    let plugin = format!("s117-checker-wordpress-{version}.zip");
    new.retain(|name, _| !stays(name) || name.starts_with(&folder) || *name == plugin);
    let added = of_version(&new);
    if !added.contains_key(&format!("{folder}index.html")) {
        return Err(format!(
            "there is no {folder}index.html in {}; `cargo xtask build` makes it",
            dist.display()
        ));
    }
    let old = read(site)?;
    let before = of_version(&old);
    if !before.is_empty() && before != added {
        return Err(format!(
            "version {version} is published already, and differs from this build; give the change a version of its own"
        ));
    }
    for name in old.keys().filter(|name| !stays(name) && !new.contains_key(*name)) {
        std::fs::remove_file(site.join(name)).map_err(|error| format!("cannot remove {name}: {error}"))?;
    }
    for (name, bytes) in &new {
        write(site, name, bytes)?;
    }
    Ok(())
}

/// Whether a file belongs to an older release: what lies in the folder of a version, and plugins, whose names hold one.
fn stays(name: &str) -> bool {
    let numbered = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    let plugin = |name: &str| name.strip_prefix("s117-checker-wordpress-").is_some_and(numbered);
    match name.split_once('/') {
        Some((folder, _)) => folder.strip_prefix('v').is_some_and(numbered),
        None => plugin(name),
    }
}

/// Every file of a folder by its path below it, but not the repository that the folder may be.
fn read(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut left = vec![String::new()];
    while let Some(below) = left.pop() {
        let wrong = |error| format!("cannot read {}: {error}", folder.join(&below).display());
        for entry in std::fs::read_dir(folder.join(&below)).map_err(wrong)? {
            let entry = entry.map_err(wrong)?;
            let name =
                entry.file_name().into_string().map_err(|name| format!("{} is not UTF-8", name.display()))?;
            let path = format!("{below}{name}");
            if entry.file_type().map_err(wrong)?.is_dir() {
                if path != ".git" {
                    left.push(format!("{path}/"));
                }
            } else {
                let bytes = std::fs::read(entry.path()).map_err(wrong)?;
                files.insert(path, bytes);
            }
        }
    }
    files.remove(".git");
    Ok(files)
}

/// What `CHANGELOG.md` says about this version, for a release with this tag.
pub fn notes(root: &Path, tag: &str) -> Result<String> {
    notes_in(&paths::read_text(&root.join("CHANGELOG.md"))?, tag, version())
}

fn notes_in(changelog: &str, tag: &str, version: &str) -> Result<String> {
    if tag.strip_prefix('v') != Some(version) {
        return Err(format!(
            "the tag is {tag}, and Cargo.toml says version {version}: a release is tagged v{version}"
        ));
    }
    let is_heading = |line: &str| {
        let named = line.strip_prefix("## ").map(|name| name.trim_start_matches('['));
        let rest = named.and_then(|name| name.strip_prefix(version));
        rest.is_some_and(|rest| {
            !rest.starts_with(|next: char| next.is_ascii_alphanumeric() || ".-".contains(next))
        })
    };
    let section = changelog.lines().skip_while(|line| !is_heading(line)).skip(1);
    let section: Vec<&str> = section.take_while(|line| !line.starts_with("## ")).collect();
    let notes = section.join("\n").trim().to_owned();
    if notes.is_empty() {
        return Err(format!("CHANGELOG.md has no section `## {version}` with anything in it"));
    }
    Ok(notes + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    /// Two folders, gone when the test is.
    struct Folders(PathBuf);

    impl Folders {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("s117-publish-{name}-{}", std::process::id()));
            std::fs::create_dir_all(folder.join("site")).expect("a temporary folder");
            Self(folder)
        }

        /// Publishes a build of these files.
        fn publish(&self, version: &str, files: &[(&str, &str)]) -> Result<()> {
            let dist = self.0.join("dist");
            let _ = std::fs::remove_dir_all(&dist);
            for (name, text) in files {
                write(&dist, name, text.as_bytes())?;
            }
            publish_as(&dist, &self.0.join("site"), version)
        }

        fn site(&self) -> BTreeMap<String, String> {
            let files = read(&self.0.join("site")).expect("the site");
            files.into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).expect("text"))).collect()
        }
    }

    impl Drop for Folders {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    const FIRST: &[(&str, &str)] = &[
        ("index.html", "one"),
        ("gone.html", "one"),
        ("review/index.html", "one"),
        ("s117-checker-wordpress-0.1.0.zip", "one"),
        ("v0.1.0/index.html", "one"),
        ("v0.1.0/embed.js", "one"),
    ];
    const SECOND: &[(&str, &str)] = &[
        ("index.html", "two"),
        ("review/index.html", "two"),
        ("s117-checker-wordpress-0.2.0.zip", "two"),
        ("v0.2.0/index.html", "two"),
        // Left behind by an earlier build.
        ("v0.1.0/index.html", "left behind"),
        ("s117-checker-wordpress-0.1.0.zip", "left behind"),
    ];

    #[test]
    fn a_release_adds_its_version_and_removes_none() {
        let folders = Folders::new("two");
        // A worktree is a folder with a file named .git; it is not part of the site.
        std::fs::write(folders.0.join("site/.git"), "gitdir: elsewhere").expect("a file");
        folders.publish("0.1.0", FIRST).expect("the first release");
        folders.publish("0.2.0", SECOND).expect("the second release");
        let expected = [
            ("index.html", "two"),
            ("review/index.html", "two"),
            ("s117-checker-wordpress-0.1.0.zip", "one"),
            ("s117-checker-wordpress-0.2.0.zip", "two"),
            ("v0.1.0/embed.js", "one"),
            ("v0.1.0/index.html", "one"),
            ("v0.2.0/index.html", "two"),
        ];
        let expected = expected.map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(folders.site(), BTreeMap::from(expected));
        assert!(folders.0.join("site/.git").is_file());
    }

    #[test]
    fn a_version_that_is_published_never_changes() {
        let folders = Folders::new("same");
        folders.publish("0.1.0", FIRST).expect("the first time");
        let before = folders.site();
        folders.publish("0.1.0", FIRST).expect("the same again");
        assert_eq!(folders.site(), before);
        for changed in [
            &[("index.html", "new"), ("v0.1.0/index.html", "new"), ("v0.1.0/embed.js", "one")][..],
            &[("index.html", "new"), ("v0.1.0/index.html", "one")],
        ] {
            let wrong = folders.publish("0.1.0", changed).expect_err("it differs");
            assert!(wrong.contains("0.1.0 is published already"), "{wrong}");
            assert_eq!(folders.site(), before);
        }
        assert!(folders.publish("0.3.0", SECOND).is_err_and(|wrong| wrong.contains("v0.3.0/index.html")));
    }

    #[test]
    fn notes_are_the_section_of_the_version() {
        let log = "# Changelog\n\n## Unreleased\n\nNext.\n\n## 0.2.0, 1 December 2026\n\n### Added\n\n- Two.\n\n## 0.1.0\n\n- One.\n";
        assert_eq!(notes_in(log, "v0.2.0", "0.2.0").as_deref(), Ok("### Added\n\n- Two.\n"));
        assert_eq!(notes_in(log, "v0.1.0", "0.1.0").as_deref(), Ok("- One.\n"));
        for (tag, version, wrong) in [
            ("v0.2.0", "0.1.0", "tagged v0.1.0"),
            ("0.1.0", "0.1.0", "tagged v0.1.0"),
            ("v0.2", "0.2", "no section"),
            ("v1.0.0", "1.0.0", "no section"),
        ] {
            assert!(notes_in(log, tag, version).is_err_and(|said| said.contains(wrong)), "{tag} {version}");
        }
    }
}
