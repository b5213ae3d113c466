//! Copies of the checker with more questions, findings and words than it has, to see what grows with them.
//!
//! A copy is a real checker: its facts, findings, rules and texts are compiled and packed as those of the checker are.
//! What is added is asked only of people whom the benchmark's visitor is not, as most law is of most people.

mod law;
mod texts;

use crate::Result;
use crate::build::Build;
use crate::paths::Places;
use crate::progress::say;
use crate::reproducible::copy;
use std::path::{Path, PathBuf};

/// How many times the questions, findings and words there are.
pub const TIMES: [usize; 3] = [1, 4, 16];

/// A built copy.
pub struct Grown {
    /// How many times.
    pub times: usize,
    /// The page.
    pub page: PathBuf,
    /// How many words its texts have, in all languages.
    pub words: usize,
}

/// Builds a checker of each size into `out`. One folder and one target folder serve all, so that dependencies are
/// compiled once.
pub fn build(places: &Places, out: &Path) -> Result<Vec<Grown>> {
    let there = Places {
        root: out.join("sources"),
        target: out.join("target"),
        cargo_home: places.cargo_home.clone(),
    };
    let mut built = Vec::new();
    for times in TIMES {
        if there.root.exists() {
            std::fs::remove_dir_all(&there.root)
                .map_err(|error| format!("cannot remove {}: {error}", there.root.display()))?;
        }
        copy(&places.root, &there.root, &[".git", "target", "dist"])?;
        grow(&there.root, times)?;
        say(&format!("{times} times the questions, findings and words"));
        let (html, _) = Build::of(there.clone()).page()?;
        let page = out.join(format!("{times}.html"));
        write(&page, &html)?;
        built.push(Grown { times, page, words: texts::words(&there.root)? });
    }
    Ok(built)
}

/// Makes the checker below `root` so many times as large.
fn grow(root: &Path, times: usize) -> Result<()> {
    let ids = law::grow(root, times)?;
    texts::grow(root, &ids, times)
}

fn write(path: &Path, text: &str) -> Result<()> {
    std::fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sources_as_they_stand_can_grow() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        let folder = std::env::temp_dir().join(format!("s117-grown-{}", std::process::id()));
        for part in ["build.rs", "src/law", "src/view", "src/words/compile", "content"] {
            copy(&root.join(part), &folder.join(part), &[]).expect("copied");
        }
        grow(&folder, 4).expect("every place that is added to is found");
        let read = |file: &str| std::fs::read_to_string(folder.join(file)).expect("written");
        let [fact, finding] = ["src/law/fact.rs", "src/law/finding.rs"].map(read);
        let (before, after) = (law::count(root).expect("law"), law::count(&folder).expect("law"));
        assert_eq!(after, (4 * before.0, 4 * before.1));
        assert!(
            fact.contains("One NationNowG3 = \"F-NAT-NOW-G3\" {")
                && finding.contains("Elig27G1 = \"ELIG-27-G1\" Claim Right [")
        );
        assert!(read("src/law/shapes.rs").contains("Elig27G2 => &[S4_NOW]"));
        let (was, is) = (texts::words(root).expect("words"), texts::words(&folder).expect("words"));
        std::fs::remove_dir_all(&folder).expect("removed");
        // Letters, sources and the page’s own words stay as they are.
        assert!(2 * is > 5 * was && is < 4 * was, "{was} words became {is}");
    }
}
