//! The compiler of `content/`: reads the texts, checks that none is missing, packs them.
//!
//! Run by `build.rs`, so that the Wasm holds the texts alone and checks nothing; compiled into the
//! library only for its tests. To add a language, add its folder to `content/` and its line to
//! [`LANGUAGES`].

mod adviser;
mod findings;
pub mod format;
mod house_style;
mod language;
#[cfg(test)]
mod languages_tests;
mod letters;
mod myths;
mod names;
pub mod notation;
mod others;
mod pack;
mod page;
mod pool;
mod questions;
mod reading;
mod reviewed;
// The library has it too; only its tests have both.
#[allow(clippy::duplicate_mod)]
#[path = "../sentence.rs"]
mod sentence;
mod short;
pub mod signatures;
#[allow(clippy::duplicate_mod)]
#[path = "../squeeze.rs"]
mod squeeze;
mod tags;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod voices_tests;

use format::Problem;
use language::Made;
use notation::Model;
pub use pack::Packed;
pub use reviewed::RULES;
use std::collections::BTreeMap;
use std::path::Path;

/// A language that `content/` has.
#[derive(Clone, Copy, Debug)]
pub struct LanguageFolder {
    /// Its folder in `content/`, which is also its code in HTML.
    pub code: &'static str,
    /// Its name in English, which is its name in the code too.
    pub name: &'static str,
    /// What it calls itself.
    pub own: &'static str,
    /// Its tag in HTML, where that says more than the code.
    pub tag: &'static str,
}

/// Every language. The first is the one that names terms, contacts, letters and page texts; the
/// others must have the same.
pub const LANGUAGES: &[LanguageFolder] = &[
    LanguageFolder { code: "en", name: "English", own: "English", tag: "en-GB" },
    LanguageFolder { code: "cy", name: "Welsh", own: "Cymraeg", tag: "cy" },
];

/// The paths of the files that the words are made from, below the workspace.
pub fn paths() -> impl Iterator<Item = String> {
    LANGUAGES
        .iter()
        .flat_map(|language| language::names().map(|name| format!("content/{}/{name}", language.code)))
}

/// The files of `content/` by path, such as `content/en/right.txt`; and those that say what was reviewed.
pub type Files = BTreeMap<String, Vec<u8>>;

/// Reads the files of every language below `root`, the signatures, and the fingerprints of the rules.
pub fn read(root: &Path) -> std::io::Result<Files> {
    let mut files = Files::new();
    for language in LANGUAGES {
        let folder = format!("content/{}", language.code);
        // A folder that is not there is a language without files, which `compile` reports.
        let Ok(listed) = std::fs::read_dir(root.join(&folder)) else { continue };
        for file in listed {
            let file = file?;
            let name = file.file_name().to_string_lossy().into_owned();
            if !name.starts_with('.') {
                files.insert(format!("{folder}/{name}"), std::fs::read(file.path())?);
            }
        }
    }
    for path in [signatures::FILE, reviewed::RULES] {
        match std::fs::read(root.join(path)) {
            Ok(bytes) => files.insert(path.to_owned(), bytes),
            // Without signatures, or without fingerprints of the rules, nothing counts as reviewed.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
    }
    Ok(files)
}

/// What is made of the files.
#[derive(Debug)]
pub struct Compiled {
    /// Rust code: the names that content gives to code, and what was reviewed.
    pub code: String,
    /// Every language, in the order in which they were given.
    pub languages: Vec<Language>,
}

/// A language, compiled.
#[derive(Debug)]
pub struct Language {
    /// Its code in HTML.
    pub code: &'static str,
    /// Everything that it says, in the notation that [`notation`] reads.
    pub model: String,
    /// The same, as the Wasm holds it.
    pub packed: Packed,
}

/// What these files make, or everything that is wrong with them.
pub fn compile(files: &Files, languages: &[LanguageFolder]) -> Result<Compiled, Vec<Problem>> {
    let mut problems = Vec::new();
    let Made { code, models, texts } = language::made(files, languages, &mut problems);
    if problems.is_empty() {
        let pack = |(language, model): (&LanguageFolder, String)| {
            let packed = pack::pack(&Model::read(&model), &texts[0]);
            Language { code: language.code, model, packed }
        };
        return Ok(Compiled { code, languages: languages.iter().zip(models).map(pack).collect() });
    }
    problems.sort();
    problems.dedup();
    Err(problems)
}
