//! The WordPress plugin: `wordpress/` and the files it serves, as a zip that WordPress installs.

use crate::Result;
use crate::paths::read_text;
use crate::progress::say;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The plugin's folder on a site, and so part of every address on it.
const FOLDER: &str = "s117-checker";

/// What the plugin is.
const CODE: [&str; 4] = ["s117-checker.php", "block.json", "editor.js", "readme.txt"];

/// What the plugin serves, from the folder of the build; and what each is made from. Where that is there, it must be too.
const SERVED: [(&str, &str); 4] = [
    ("index.html", "index.html"),
    ("embed.js", "embed/embed.js"),
    ("guide.html", "site"),
    ("privacy.html", "site"),
];

/// What must go with every copy.
const LICENCES: [&str; 3] = ["LICENSE-MIT", "LICENSE-APACHE", "LICENSE-WORDS.md"];

/// Writes the plugin beside the pages that it bundles.
pub fn write(root: &Path, out: &Path) -> Result<()> {
    let file = out.join(format!("s117-checker-wordpress-{}.zip", env!("CARGO_PKG_VERSION")));
    let plugin = pack(root, out)?;
    std::fs::write(&file, plugin).map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    say(&format!("wrote {}", file.display()));
    Ok(())
}

/// The zip. The same files give the same bytes: it holds no times, and its parts have a fixed order.
fn pack(root: &Path, out: &Path) -> Result<Vec<u8>> {
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for name in CODE {
        let text = read_text(&root.join("wordpress").join(name))?;
        parts.push((name.into(), text.replace("{{version}}", env!("CARGO_PKG_VERSION")).into_bytes()));
    }
    parts.push(("titles.php".into(), titles(&root.join("content"))?.into_bytes()));
    for name in served(root, out)? {
        let page = std::fs::read(out.join(&name))
            .map_err(|error| format!("the WordPress plugin serves {name}, but it cannot be read: {error}"))?;
        parts.push((name, page));
    }
    for name in LICENCES {
        parts.push((name.into(), read_text(&root.join(name))?.into_bytes()));
    }

    let wrong = |error: zip::result::ZipError| format!("cannot pack the WordPress plugin: {error}");
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(format!("{FOLDER}/{name}"), options).map_err(wrong)?;
        zip.write_all(&bytes).map_err(|error| wrong(error.into()))?;
    }
    Ok(zip.finish().map_err(wrong)?.into_inner())
}

/// What the plugin serves: everything in [`SERVED`], and the same pages in other languages.
fn served(root: &Path, out: &Path) -> Result<Vec<String>> {
    let wrong = |error: std::io::Error| format!("cannot read {}: {error}", out.display());
    let made = SERVED.iter().filter(|(_, source)| root.join(source).exists());
    let mut names: Vec<String> = made.map(|(name, _)| (*name).to_owned()).collect();
    for entry in std::fs::read_dir(out).map_err(wrong)? {
        let name = entry.map_err(wrong)?.file_name().to_string_lossy().into_owned();
        if SERVED.iter().any(|(page, _)| is_translation(&name, page)) {
            names.push(name);
        }
    }
    // A folder lists its files in any order.
    names.sort();
    Ok(names)
}

/// Whether this is a page in another language: `guide-cy.html` beside `guide.html`.
fn is_translation(name: &str, page: &str) -> bool {
    let [Some(name), Some(page)] = [name, page].map(|name| name.strip_suffix(".html")) else { return false };
    name.strip_prefix(page).and_then(|rest| rest.strip_prefix('-')).is_some_and(|code| code.len() == 2)
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
    use std::path::PathBuf;
    use std::sync::atomic::{AtomicU32, Ordering};

    /// A folder with what a build writes, gone at the end.
    struct Out(PathBuf);

    impl Out {
        fn with(name: &str, files: &[&str]) -> Self {
            static COUNT: AtomicU32 = AtomicU32::new(0);
            let count = COUNT.fetch_add(1, Ordering::Relaxed);
            let folder =
                std::env::temp_dir().join(format!("s117-plugin-{name}-{}-{count}", std::process::id()));
            std::fs::create_dir_all(&folder).expect("own folder");
            for file in files {
                std::fs::write(folder.join(file), format!("this is {file}")).expect("own folder");
            }
            Self(folder)
        }
    }

    impl Drop for Out {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    /// A copy of what the plugin is made from, as if every page had its source.
    fn root() -> Out {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        let root = Out::with("root", &[]);
        for folder in ["wordpress", "embed", "site", "content/en"] {
            std::fs::create_dir_all(root.0.join(folder)).expect("own folder");
        }
        std::fs::write(root.0.join("embed/embed.js"), "").expect("own folder");
        std::fs::write(root.0.join("index.html"), "").expect("own folder");
        let code = CODE.map(|name| format!("wordpress/{name}"));
        for name in code.iter().map(String::as_str).chain(LICENCES).chain(["content/en/page.txt"]) {
            std::fs::copy(here.join(name), root.0.join(name))
                .unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        root
    }

    #[test]
    fn the_plugin_has_every_part_and_its_bytes_tell_no_time() {
        let root = root();
        let all = ["privacy-cy.html", "index.html", "guide.html", "embed.js", "privacy.html"];
        let (one, two) = (Out::with("one", &all), Out::with("two", &all));
        let plugin = pack(&root.0, &one.0).expect("a plugin");
        std::fs::write(two.0.join("builder.html"), "not for a site of somebody else").expect("own folder");
        assert_eq!(plugin, pack(&root.0, &two.0).expect("a plugin"));

        let mut zip = zip::ZipArchive::new(Cursor::new(plugin)).expect("a zip");
        let mut names: Vec<String> = zip.file_names().map(|name| name.expect("UTF-8").into_owned()).collect();
        names.sort();
        let expected = CODE.iter().chain(&["titles.php"]).chain(&all).chain(&LICENCES);
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
        let root = root();
        for (missing, _) in SERVED {
            let there = SERVED.map(|(name, _)| name).into_iter().filter(|name| *name != missing);
            let out = Out::with(missing, &there.collect::<Vec<_>>());
            let wrong = pack(&root.0, &out.0).expect_err(missing);
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
