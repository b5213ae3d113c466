//! `cargo xtask review`: one page for the people who keep the law right, and their signatures.

mod decisions;
mod findings;
mod html;
mod letters;
mod others;
mod page;
mod questions;
mod readable;
mod reading_age;
pub mod record;
mod rows;
mod since;

// One format for whoever reads `reviews.txt`. The compiler of the words is the other.
#[path = "../../../src/words/compile/signatures.rs"]
mod signatures;
// One fingerprint of a rule: that which a test keeps.
#[allow(dead_code)]
#[path = "../../../tests/decisions/rules.rs"]
mod rules;

pub use html::anchor;

use crate::paths::Places;
use crate::progress::{Step, say};
use crate::{Result, paths};
use record::Signing;
use s117_checker::words::Language;
use std::path::{Path, PathBuf};

/// What to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Options {
    /// Write the pack.
    Pack {
        /// Where; `index.html` in the folder `review` of the target folder if not said.
        out: Option<PathBuf>,
        /// Since which commit decisions are compared.
        since: Option<String>,
    },
    /// Sign texts.
    Sign(Signing),
}

/// Writes the pack, or signs.
pub fn run(options: &Options) -> Result<()> {
    let places = Places::here()?;
    match options {
        Options::Pack { out, since } => {
            let file = match out {
                Some(file) => std::path::absolute(file)
                    .map_err(|error| format!("cannot make {} absolute: {error}", file.display()))?,
                None => places.target.join("review/index.html"),
            };
            pack(&places.root, &file, since.as_deref())
        }
        Options::Sign(signing) => sign(&places.root, signing),
    }
}

fn pack(root: &Path, file: &Path, since: Option<&str>) -> Result<()> {
    let changes = match since {
        Some(revision) => Some((revision, since::compare(&since::at(root, revision)?, &since::now(root)?))),
        None => None,
    };
    let html = html_of(root, changes.as_ref().map(|(revision, changes)| (*revision, changes)))?;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    }
    std::fs::write(file, html).map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    if let Some((revision, changes)) = &changes {
        let count: usize = changes.tables.values().map(since::Changes::count).sum();
        say(&format!("{count} decisions changed since {revision}"));
    }
    say(&format!("wrote {}", file.display()));
    Ok(())
}

/// The pack as it is published: every text as it stands, and nothing about what it was before.
pub fn published(root: &Path) -> Result<String> {
    html_of(root, None)
}

fn html_of(root: &Path, since: Option<(&str, &since::Since)>) -> Result<String> {
    let signatures = record::read(root)?;
    let content = root.join("content/en");
    let page_texts = paths::read_text(&content.join("page.txt"))?;
    let guide = crate::guide::guide_html(&content)?;
    let step = Step::begin("Reading every text and every decision");
    let html = page::html(&page::Given {
        language: Language::English,
        signatures: &signatures,
        page_texts: &page_texts,
        guide: &guide,
        since,
    })?;
    step.done();
    Ok(html)
}

fn sign(root: &Path, signing: &Signing) -> Result<()> {
    let signatures = record::entries(signing)?;
    record::read(root)?;
    if signatures.iter().any(|signature| signature.kind == "finding") {
        record::check_rules(signing.language)?;
    }
    record::append(root, &signatures)?;
    for signature in &signatures {
        say(&format!("signed {} {}", signature.kind, signature.id));
    }
    let speaker =
        signing.language != Language::English && signatures.iter().all(signatures::Signature::is_of_speaker);
    if !speaker && !signatures.iter().all(signatures::Signature::is_of_solicitor) {
        say("the checker goes on saying that no solicitor has checked it: the role is not “solicitor”");
    }
    Ok(())
}
