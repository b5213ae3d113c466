//! The WordPress plugin: `wordpress/` and the files it serves, as a zip that WordPress installs.

use crate::Result;
use crate::paths::read_text;
use crate::site::Files;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The name of the zip.
pub const ZIP: &str = concat!("s117-checker-wordpress-", env!("CARGO_PKG_VERSION"), ".zip");

/// The plugin's folder on a site, and so part of every address on it.
const FOLDER: &str = "s117-checker";

/// What the plugin is.
const CODE: [&str; 4] = ["s117-checker.php", "block.json", "editor.js", "readme.txt"];

/// What must go with every copy.
const LICENCES: [&str; 3] = ["LICENSE-MIT", "LICENSE-APACHE", "LICENSE-WORDS.md"];

/// What it cannot do without among the files that it serves.
const NEEDED: [&str; 4] = ["index.html", "embed.js", "guide.html", "privacy.html"];

/// The plugin, still without the files that it serves.
pub struct Plugin(Vec<(String, Vec<u8>)>);

impl Plugin {
    /// Reads it from `wordpress/`.
    pub fn read(root: &Path) -> Result<Self> {
        let mut parts = Vec::new();
        for name in CODE {
            let text = read_text(&root.join("wordpress").join(name))?;
            parts
                .push((name.to_owned(), text.replace("{{version}}", env!("CARGO_PKG_VERSION")).into_bytes()));
        }
        parts.push(("titles.php".into(), titles(&root.join("content"))?.into_bytes()));
        for name in LICENCES {
            parts.push((name.into(), read_text(&root.join(name))?.into_bytes()));
        }
        Ok(Self(parts))
    }

    /// The zip, with what a version's folder holds: those files link to nothing outside it.
    ///
    /// The same files give the same bytes: it holds no times, and its parts have a fixed order.
    pub fn zip(&self, version: &Files) -> Result<Vec<u8>> {
        if let Some(missing) = NEEDED.iter().find(|name| !version.contains_key(**name)) {
            return Err(format!("the WordPress plugin serves {missing}, but the build did not make it"));
        }
        let wrong = |error: zip::result::ZipError| format!("cannot pack the WordPress plugin: {error}");
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in self.0.iter().map(|(name, bytes)| (name, bytes)).chain(version) {
            zip.start_file(format!("{FOLDER}/{name}"), options).map_err(wrong)?;
            zip.write_all(bytes).map_err(|error| wrong(error.into()))?;
        }
        Ok(zip.finish().map_err(wrong)?.into_inner())
    }
}

/// What the checker is called in each language, as PHP. The link and the frame are named by it.
fn titles(content: &Path) -> Result<String> {
    let wrong = |error: std::io::Error| format!("cannot read {}: {error}", content.display());
    let mut titles = Vec::new();
    for entry in std::fs::read_dir(content).map_err(wrong)? {
        let folder = entry.map_err(wrong)?.path();
        let file = folder.join("page.txt");
        let Some(language) = folder.file_name().and_then(|name| name.to_str()).filter(|_| file.is_file())
        else {
            continue;
        };
        let title = title(&read_text(&file)?)
            .ok_or_else(|| format!("{} has no `## title` with a text", file.display()))?;
        titles.push(format!("\t{} => {},\n", quoted(language), quoted(&title)));
    }
    titles.sort();
    Ok(format!("<?php\n// Made from content/ by the build.\nreturn array(\n{});\n", titles.concat()))
}

fn title(page: &str) -> Option<String> {
    let entry = page.split("\n## ").find_map(|entry| entry.strip_prefix("title\n"))?;
    entry.lines().find_map(|line| line.strip_prefix("text: ")).map(|text| text.trim().to_owned())
}

/// A text between PHP's single quotation marks.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    /// What a version's folder holds, in short.
    fn version() -> Files {
        let names = NEEDED.iter().chain(&["privacy-cy.html"]);
        names.map(|name| ((*name).to_owned(), format!("this is {name}").into_bytes())).collect()
    }

    fn plugin() -> Plugin {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        Plugin::read(root).expect("the plugin")
    }

    #[test]
    fn the_zip_has_every_part_and_tells_no_time() {
        let zip = plugin().zip(&version()).expect("a plugin");
        assert_eq!(zip, plugin().zip(&version()).expect("a plugin"));

        let mut zip = zip::ZipArchive::new(Cursor::new(zip)).expect("a zip");
        let mut names: Vec<String> = zip.file_names().map(|name| name.expect("UTF-8").into_owned()).collect();
        names.sort();
        let served = version();
        let served = served.keys().map(String::as_str);
        let expected = CODE.into_iter().chain(["titles.php"]).chain(served).chain(LICENCES);
        let mut expected: Vec<_> = expected.map(|name| format!("s117-checker/{name}")).collect();
        expected.sort();
        assert_eq!(names, expected);
        for name in names {
            let mut text = String::new();
            let mut part = zip.by_name(&name).expect("listed");
            assert_eq!(part.last_modified(), Some(DateTime::default()), "{name}");
            part.read_to_string(&mut text).expect("text with the right checksum");
            assert!(!text.contains("{{"), "{name}: a slot is left open");
            if name.ends_with("s117-checker.php") {
                let version = env!("CARGO_PKG_VERSION");
                assert!(text.contains(&format!(" * Version:           {version}\n")), "{text}");
                assert!(text.contains(&format!("const S117_CHECKER_VERSION = '{version}';")), "{text}");
            }
            if name.ends_with("titles.php") {
                assert!(text.contains("\t'en' => 'Section 117 "), "{text}");
            }
        }
    }

    #[test]
    fn a_missing_page_is_named() {
        for missing in NEEDED {
            let mut version = version();
            version.remove(missing);
            let wrong = plugin().zip(&version).expect_err(missing);
            assert!(wrong.contains(&format!("serves {missing},")), "{wrong}");
        }
    }

    #[test]
    fn a_title_cannot_end_its_quotation_marks() {
        let page = "## name\ntext: Not this\n\n## title\n// said\ntext: Gwiriwr 'ôl-ofal\\ \n\n## next\ntext: Nor this\n";
        assert_eq!(title(page).map(|title| quoted(&title)).as_deref(), Some(r"'Gwiriwr \'ôl-ofal\\'"));
        assert_eq!(title("## other\ntext: A\n"), None);
    }
}
