//! Makes the pages: ours as built, the peers from npm, bundled and minified as their users would.

use crate::workload::Workload;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A page that is measured.
pub struct Page {
    /// Its name in addresses and in the JSON.
    pub id: &'static str,
    /// How the scripted visitor finds its way in it.
    pub kind: &'static str,
    /// What the table calls it, with its version.
    pub name: String,
    /// Its files, by the end of their address; the page itself has none.
    pub files: Vec<(&'static str, Vec<u8>)>,
}

impl Page {
    /// The floor.
    pub fn empty(html: Vec<u8>) -> Self {
        Self { id: "empty", kind: "empty", name: "empty page".to_owned(), files: vec![("", html)] }
    }
}

/// Where the sources of the pages are, and where they are put together.
pub struct Kitchen {
    /// `bench/` of the workspace.
    pub sources: PathBuf,
    /// A folder that may be deleted at any time.
    pub work: PathBuf,
}

/// Our page, the peers, and the empty page, in the order of the table.
pub fn pages(kitchen: &Kitchen, ours: Vec<u8>, work: &Workload) -> Result<Vec<Page>, String> {
    kitchen.install()?;
    let source = kitchen.work.join("src");
    copy(&kitchen.sources.join("peers"), &source)?;
    let json = serde_json::to_vec(work).map_err(|error| error.to_string())?;
    write(&source.join("workload.json"), &json)?;
    let html = read(&source.join("page.html"))?;
    let empty = read(&kitchen.sources.join("peers/empty.html"))?;
    let page = |id, name: &str, packages: &[&str]| -> Result<Page, String> {
        let out = kitchen.bundle(id)?;
        let mut files = vec![("", html.clone()), ("app.js", read(&out.join("app.js"))?)];
        files.push(("app.css", read(&out.join("app.css"))?));
        let versions = packages.iter().map(|package| kitchen.version(package));
        Ok(Page {
            id,
            kind: id,
            name: format!("{name} {}", versions.collect::<Result<Vec<_>, _>>()?.join(" + ")),
            files,
        })
    };
    Ok(vec![
        Page { id: "ours", kind: "ours", name: "s117-checker".to_owned(), files: vec![("", ours)] },
        page("preact", "Preact", &["preact"])?,
        page("formjs", "form-js viewer", &["@bpmn-io/form-js-viewer"])?,
        page("surveyjs", "SurveyJS", &["survey-core"])?,
        Page::empty(empty),
    ])
}

impl Kitchen {
    /// Installs the exact versions of the lock file, unless they are there.
    fn install(&self) -> Result<(), String> {
        fs::create_dir_all(&self.work).map_err(|error| format!("{}: {error}", self.work.display()))?;
        let lock = read(&self.sources.join("package-lock.json"))?;
        let done = self.work.join("installed-lock.json");
        if fs::read(&done).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        for file in ["package.json", "package-lock.json"] {
            write(&self.work.join(file), &read(&self.sources.join(file))?)?;
        }
        println!("npm ci: what the checker is compared with, into {}", self.work.display());
        // No package gets to run anything.
        let args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
        run(Command::new("npm").args(args).current_dir(&self.work))?;
        write(&done, &lock)
    }

    /// Bundles a peer; gives the folder with its `app.js` and `app.css`.
    fn bundle(&self, id: &str) -> Result<PathBuf, String> {
        let out = self.work.join("pages").join(id);
        run(Command::new("node")
            .arg("node_modules/esbuild/bin/esbuild")
            .arg(format!("app=src/{id}.js"))
            .args(["--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=none"])
            .args(["--define:process.env.NODE_ENV=\"production\"", "--log-level=error"])
            .arg(format!("--outdir={}", out.display()))
            .current_dir(&self.work))?;
        Ok(out)
    }

    fn version(&self, package: &str) -> Result<String, String> {
        let path = self.work.join("node_modules").join(package).join("package.json");
        let about: serde_json::Value =
            serde_json::from_slice(&read(&path)?).map_err(|error| format!("{}: {error}", path.display()))?;
        Ok(about["version"].as_str().unwrap_or("?").to_owned())
    }
}

fn run(command: &mut Command) -> Result<(), String> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{command:?} failed: {status}")),
        Err(error) => Err(format!("cannot run {command:?}: {error}")),
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    fs::create_dir_all(to).map_err(|error| format!("{}: {error}", to.display()))?;
    let list = fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?;
    for entry in list.flatten() {
        write(&to.join(entry.file_name()), &read(&entry.path())?)?;
    }
    Ok(())
}

/// The bytes of a file.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Writes a file.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
