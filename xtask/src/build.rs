//! Builds the page: compiles the checker to Wasm, writes its JavaScript, packs both into one file.

use crate::page::{self, Parts};
use crate::paths::{self, Places, Rustc};
use crate::progress::{Step, say};
use crate::shell::Runs;
use crate::site::{Files, Place};
use crate::sizes::{self, Size, Sizes, Words};
use crate::tools::JavaScript;
use crate::{Result, css, javascript, script, shell, site, tools};
use s117_checker::words::Language;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// How to build.
#[derive(Clone, Debug)]
pub struct Build {
    /// Where.
    pub places: Places,
    /// Whether Cargo.lock must already fit Cargo.toml. Not while somebody is editing.
    pub locked: bool,
    /// What writes the checker as JavaScript too, if that is wanted.
    pub javascript: Option<JavaScript>,
}

/// The checker that runs as JavaScript.
pub const WITHOUT_WASM: &str = "without-wasm.html";

/// What both forms of the checker have in common.
struct Common {
    template: String,
    style: String,
    guide: String,
    first: String,
}

impl Common {
    fn parts<'a>(
        &'a self,
        link: &'a str,
        watchdog: &'a str,
        module: &'a str,
        wasm: &'a [u8],
        words: &'a [Words],
    ) -> Parts<'a> {
        let Self { style, guide, first, .. } = self;
        Parts { style, guide, first, link, watchdog, module, wasm, words }
    }
}

/// What a build made.
pub struct Made {
    /// Its bytes, by part.
    pub sizes: Sizes,
}

impl Build {
    /// A build of this workspace.
    pub fn here() -> Result<Self> {
        Ok(Self::of(Places::here()?))
    }

    /// A build of the workspace in these places.
    pub const fn of(places: Places) -> Self {
        Self { places, locked: true, javascript: None }
    }

    /// The same, with the checker as JavaScript too.
    pub fn with_javascript(mut self) -> Result<Self> {
        self.javascript = Some(tools::javascript(&self.places)?);
        Ok(self)
    }

    /// Builds everything that is published and writes it into a folder.
    pub fn write(&self, out: &Path) -> Result<Made> {
        let (files, sizes) = self.files()?;
        sizes.check()?;
        let out = self.places.root.join(out);
        for (name, bytes) in &files {
            write(&out, name, bytes)?;
        }
        // One of an earlier build would not fit this one.
        for folder in [out.clone(), out.join(format!("v{}", site::version()))] {
            let old = folder.join(WITHOUT_WASM);
            if self.javascript.is_none() && old.is_file() {
                std::fs::remove_file(&old)
                    .map_err(|error| format!("cannot remove {}: {error}", old.display()))?;
            }
        }
        say(&format!("wrote {} files into {}", files.len(), out.display()));
        Ok(Made { sizes })
    }

    /// Writes the pages beside the checker into a folder.
    pub fn write_pages(&self, out: &Path) -> Result<()> {
        let out = self.places.root.join(out);
        for site::Made { file, html } in &site::pages(&self.places.root, Place::Root)? {
            write(&out, file, html.as_bytes())?;
            say(&format!("wrote {}", out.join(file).display()));
        }
        Ok(())
    }

    /// Builds everything that is published, by its path.
    pub fn files(&self) -> Result<(Files, Sizes)> {
        // The other pages first: they take no time.
        let rest = site::files(&self.places.root)?;
        let common = self.common()?;
        let (page, sizes) = self.page_of(&common)?;
        let javascript =
            self.javascript.as_ref().map(|tools| self.javascript_of(&common, tools)).transpose()?;
        let mut checkers = vec![("index.html", page)];
        checkers.extend(javascript.map(|page| (WITHOUT_WASM, page)));
        Ok((rest.with_checkers(&checkers)?, sizes))
    }

    /// Builds the page.
    pub fn page(&self) -> Result<(String, Sizes)> {
        self.page_of(&self.common()?)
    }

    fn common(&self) -> Result<Common> {
        // The texts first: they take no time, and their errors are the commonest.
        let root = &self.places.root;
        Ok(Common {
            template: shell::with_words(&paths::read_text(&root.join("index.html"))?, &root.join("content"))?,
            style: css::read(&[root.join("xtask/shell/shell.css")], &root.join("style"))?,
            guide: shell::guides(root)?,
            first: self.first_screen()?,
        })
    }

    fn page_of(&self, common: &Common) -> Result<(String, Sizes)> {
        let root = &self.places.root;
        let watchdog = shell::first_script(root, Runs::Wasm)?;
        let start = shell::start(root, Runs::Wasm)?;
        let link = if self.javascript.is_some() { shell::link_to_javascript(root)? } else { String::new() };
        let (glue, wasm) = bindgen(&self.compile(Runs::Wasm)?)?;
        let module = script::squeeze(&format!("{glue}\n{start}"));

        let step = Step::begin("Packing one file");
        let words = self.words(&wasm)?;
        let parts = common.parts(&link, &watchdog, &module, &wasm, &words);
        let (page, sizes) = page::pack(&common.template, &parts)?;
        page::no_paths(&page, &wasm, &self.places.private())?;
        step.done();
        Ok((page, sizes))
    }

    /// The page that runs as JavaScript: the same, from the same sources.
    fn javascript_of(&self, common: &Common, tools: &JavaScript) -> Result<String> {
        let root = &self.places.root;
        let watchdog = shell::first_script(root, Runs::JavaScript)?;
        let start = shell::start(root, Runs::JavaScript)?;
        let compiled = self.compile(Runs::JavaScript)?;
        let whole = std::fs::read(&compiled).map_err(|error| format!("{}: {error}", compiled.display()))?;
        let stripped = compiled.with_extension("mvp.wasm");
        std::fs::write(&stripped, javascript::without_target_features(&whole)?)
            .map_err(|error| format!("cannot write {}: {error}", stripped.display()))?;
        let (glue, wasm) = bindgen(&stripped)?;
        let module = javascript::module(tools, &self.places.target, &glue, &wasm, &start)?;
        let page = page::pack_javascript(&common.template, &common.parts("", &watchdog, &module, &[], &[]))?;
        page::no_paths(&page, &wasm, &self.places.private())?;
        let size = Size::of(page.as_bytes())?;
        say(&format!("{WITHOUT_WASM}: {} bytes, {} after gzip -9", size.raw, size.gzip));
        sizes::check_javascript(size)?;
        Ok(page)
    }

    /// The words of each language, as this Wasm holds them and as they stand in `content/`.
    fn words(&self, wasm: &[u8]) -> Result<Vec<Words>> {
        // Cargo keeps what earlier builds packed; the folder to take is the one whose words are in the Wasm.
        let builds = self.places.target.join(tools::WASM).join("release/build");
        let wrong = |error: std::io::Error| format!("cannot read {}: {error}", builds.display());
        let folders = std::fs::read_dir(&builds).map_err(wrong)?;
        let folders: Vec<PathBuf> =
            folders.filter_map(|folder| Some(folder.ok()?.path().join("out"))).collect();
        let read = |language: &Language| {
            let code = language.id();
            let packed = folders.iter().find_map(|folder| {
                let part = |kind: &str| std::fs::read(folder.join(format!("{code}.{kind}"))).ok();
                let packed = [part("text")?, part("index")?];
                packed.iter().all(|part| sizes::find(wasm, part).is_some()).then_some(packed)
            });
            let packed = packed
                .ok_or_else(|| format!("the words of {code} are not in the Wasm as they were packed"))?;
            let files = paths::read_texts(&self.places.root.join("content").join(code), |name| {
                !site::has_words(name)
            })?;
            Ok(Words { language: code.to_owned(), packed, plain: Words::plain(&files) })
        };
        Language::ALL.iter().map(read).collect()
    }

    /// The first screen as HTML, drawn by the view itself. By a program of its own, so that it has today's words while
    /// somebody is editing.
    fn first_screen(&self) -> Result<String> {
        let step = Step::begin("Drawing the first screen");
        let locked: &[&str] = if self.locked { &["--locked"] } else { &[] };
        let made = self
            .places
            .cargo()
            .args([
                "run",
                "--quiet",
                "--package",
                "s117-checker",
                "--bin",
                "first-screen",
                "--features",
                "first",
            ])
            .args(locked)
            .stderr(std::process::Stdio::inherit())
            .output()
            .map_err(|error| format!("cannot run cargo: {error}"))?;
        if !made.status.success() {
            return Err("the first screen cannot be drawn; cargo's messages are above".into());
        }
        step.done();
        String::from_utf8(made.stdout).map_err(|error| format!("the first screen is no text: {error}"))
    }

    fn compile(&self, runs: Runs) -> Result<PathBuf> {
        tools::wasm_target()?;
        let locked: &[&str] = if self.locked { &["--locked"] } else { &[] };
        // The folders to rename must be there before they can be listed.
        self.cargo(&["fetch", "--target", tools::WASM], locked, "Fetching sources")?;
        let mut flags = Vec::new();
        for flag in self.places.remap_flags()? {
            flags.push(flag);
        }
        let what = match runs {
            Runs::Wasm => "to Wasm",
            Runs::JavaScript => {
                flags.push(javascript::TARGET_CPU.into());
                "for JavaScript"
            }
        };
        let step = Step::begin(&format!("Compiling the checker {what} ({})", Rustc::installed()?.version));
        let status = self
            .places
            .cargo()
            .args(["build", "--release", "--package", "s117-checker", "--bin", "s117-checker"])
            .args(["--features", "view", "--target", tools::WASM])
            .args(locked)
            // In this form the variable wins over every other place where flags can be set.
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"))
            .status()
            .map_err(|error| format!("cannot run cargo: {error}"))?;
        if !status.success() {
            return Err("the checker does not compile; cargo's messages are above".into());
        }
        step.done();
        Ok(self.places.target.join(tools::WASM).join("release/s117-checker.wasm"))
    }

    fn cargo(&self, args: &[&str], more: &[&str], name: &str) -> Result<()> {
        let step = Step::begin(name);
        let status = self
            .places
            .cargo()
            .args(args)
            .args(more)
            .status()
            .map_err(|error| format!("cannot run cargo: {error}"))?;
        if !status.success() {
            return Err(format!("`cargo {}` failed; its messages are above", args.join(" ")));
        }
        step.done();
        Ok(())
    }
}

/// Writes a file. Not in place: whoever is served it meanwhile gets the old one whole.
pub fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let file = folder.join(name);
    let inside = file.parent().unwrap_or(folder);
    let new = inside.join(".new");
    std::fs::create_dir_all(inside)
        .and_then(|()| std::fs::write(&new, bytes))
        .and_then(|()| std::fs::rename(&new, &file))
        .map_err(|error| format!("cannot write {}: {error}", file.display()))
}

/// Lets wasm-bindgen write the JavaScript for a compiled checker, and gives the Wasm that goes with it.
fn bindgen(compiled: &Path) -> Result<(String, Vec<u8>)> {
    let wrong =
        |error: &dyn std::fmt::Display| format!("wasm-bindgen cannot read {}: {error}", compiled.display());
    let mut bindgen = Bindgen::new();
    let mut written = bindgen
        .input_path(compiled)
        .web(true)
        .map_err(|error| wrong(&error))?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .omit_default_module_path(true)
        .generate_output()
        .map_err(|error| wrong(&format!("{error:#}")))?;
    let glue = written.js().to_owned();
    // Some dependencies list files that nothing uses; only an import matters.
    if let Some(import) =
        glue.lines().find(|line| line.starts_with("import ") || line.contains("import.meta"))
    {
        return Err(format!(
            "the page is one file and cannot load another, but wasm-bindgen wrote: {import}"
        ));
    }
    let wasm = written.wasm_mut();
    let mut names = ShortNames::default();
    for import in wasm.imports.iter_mut() {
        import.name = names.shorten(&import.name);
    }
    for export in wasm.exports.iter_mut() {
        export.name = names.shorten(&export.name);
    }
    Ok((names.in_script(&glue)?, wasm.emit_wasm()))
}

/// Short names for what Wasm and script call of each other. wasm-bindgen's end in hashes, which no compression makes
/// smaller: with them, the page is 4 kB larger.
#[derive(Default)]
struct ShortNames(BTreeMap<String, String>);

impl ShortNames {
    /// The name to write in place of this one: a new one if it ends in a hash.
    fn shorten(&mut self, name: &str) -> String {
        let hash = name.rsplit('_').next().unwrap_or_default().trim_start_matches('h');
        if hash.len() != 16 || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return name.to_owned();
        }
        let number = self.0.len();
        self.0.entry(name.to_owned()).or_insert_with(|| format!("w{number}")).clone()
    }

    /// The script, with these names in it. An error if one of the new ones meant something else.
    fn in_script(&self, script: &str) -> Result<String> {
        let mut out = String::with_capacity(script.len());
        for word in script.split_inclusive(|character: char| !is_in_name(character)) {
            let name = word.trim_end_matches(|character| !is_in_name(character));
            if self.0.values().any(|short| short == name) {
                return Err(format!("the script that wasm-bindgen wrote has a name `{name}` already"));
            }
            out.push_str(self.0.get(name).map_or(name, String::as_str));
            out.push_str(&word[name.len()..]);
        }
        Ok(out)
    }
}

fn is_in_name(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_hash_become_short_on_both_sides() {
        let mut names = ShortNames::default();
        for (name, short) in [
            ("__wbg_top_2d45cda4e060d8bf", "w0"),
            ("wasm_bindgen__convert__closures_____invoke__h5cb1dd1cae79fdaa", "w1"),
            ("__wbg_top_2d45cda4e060d8bf", "w0"),
            ("__wbindgen_malloc", "__wbindgen_malloc"),
            ("memory", "memory"),
        ] {
            assert_eq!(names.shorten(name), short);
        }
        assert_eq!(
            names.in_script(
                "({ __wbg_top_2d45cda4e060d8bf: () => a.__wbg_top_2d45cda4e060d8bf2($w0, w00) })\n\
                 wasm.wasm_bindgen__convert__closures_____invoke__h5cb1dd1cae79fdaa(“é”)"
            ),
            Ok("({ w0: () => a.__wbg_top_2d45cda4e060d8bf2($w0, w00) })\nwasm.w1(“é”)".to_owned())
        );
        assert!(names.in_script("let w1 = 2;").is_err_and(|said| said.contains("`w1`")));
    }
}
