//! Builds the page: compiles the checker to Wasm, writes its JavaScript, packs both into one file.

use crate::page::{self, Parts};
use crate::paths::{self, Places, Rustc};
use crate::progress::{Step, say};
use crate::site::{Files, Place};
use crate::sizes::{self, Sizes, Words};
use crate::{Result, css, script, shell, site, tools};
use s117_checker::words::Language;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// How to build.
#[derive(Clone, Debug)]
pub struct Build {
    /// Where.
    pub places: Places,
    /// Whether Cargo.lock must already fit Cargo.toml. Not while somebody is editing.
    pub locked: bool,
}

/// What a build made.
pub struct Made {
    /// Its bytes, by part.
    pub sizes: Sizes,
}

impl Build {
    /// A build of this workspace.
    pub fn here() -> Result<Self> {
        Ok(Self { places: Places::here()?, locked: true })
    }

    /// Builds everything that is published and writes it into a folder.
    pub fn write(&self, out: &Path) -> Result<Made> {
        let (files, sizes) = self.files()?;
        sizes.check()?;
        let out = self.places.root.join(out);
        for (name, bytes) in &files {
            write(&out, name, bytes)?;
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
        let (page, sizes) = self.page()?;
        Ok((rest.with_checker(&page)?, sizes))
    }

    /// Builds the page.
    pub fn page(&self) -> Result<(String, Sizes)> {
        // The texts first: they take no time, and their errors are the commonest.
        let root = &self.places.root;
        let template =
            shell::with_words(&paths::read_text(&root.join("index.html"))?, &root.join("content"))?;
        let style = css::read(&[root.join("xtask/shell/shell.css")], &root.join("style"))?;
        let guide = shell::guides(root)?;
        let watchdog = shell::first_script(root)?;
        let start = shell::start(root)?;

        let first = self.first_screen()?;
        let compiled = self.compile()?;
        let (glue, wasm) = bindgen(&compiled)?;
        let module = script::squeeze(&format!("{glue}\n{start}"));

        let step = Step::begin("Packing one file");
        let words = self.words(&wasm)?;
        let parts = Parts {
            style: &style,
            guide: &guide,
            first: &first,
            watchdog: &watchdog,
            module: &module,
            wasm: &wasm,
            words: &words,
        };
        let (page, sizes) = page::pack(&template, &parts)?;
        page::no_paths(&page, &wasm, &self.places.private())?;
        step.done();
        Ok((page, sizes))
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

    fn compile(&self) -> Result<PathBuf> {
        tools::wasm_target()?;
        let locked: &[&str] = if self.locked { &["--locked"] } else { &[] };
        // The folders to rename must be there before they can be listed.
        self.cargo(&["fetch", "--target", tools::WASM], locked, "Fetching sources")?;
        let mut flags = Vec::new();
        for flag in self.places.remap_flags()? {
            flags.push(flag);
        }
        let step = Step::begin(&format!("Compiling the checker to Wasm ({})", Rustc::installed()?.version));
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
    let wasm = written.wasm_mut().emit_wasm();
    Ok((glue, wasm))
}
