//! The one-screen guide, `guide.txt`, which `xtask` draws into the page itself.

use super::{Block, Entry, Field, Keys, Problems, entries, plain, rich};

/// The keys of `guide.txt`.
pub const GUIDE_KEYS: Keys = Keys { entry: &["heading", "text"], value: &[] };

/// A section of the guide.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// Its id. The first is `title`.
    pub id: String,
    /// The line of its `## id`.
    pub line: usize,
    /// Its heading, if it has one.
    pub heading: Option<String>,
    /// Its text.
    pub text: Vec<Block>,
}

/// Reads the guide.
pub fn guide(bytes: &[u8], problems: &mut Problems) -> Vec<Section> {
    let entries = entries(bytes, GUIDE_KEYS, problems);
    sections(&entries, problems)
}

/// The sections that these entries make.
pub fn sections(entries: &[Entry], problems: &mut Problems) -> Vec<Section> {
    let sections: Vec<Section> = entries.iter().map(|entry| section(entry, problems)).collect();
    match sections.first() {
        Some(Section { id, text, .. }) if id == "title" && matches!(text.as_slice(), [Block::Para(_)]) => {}
        _ => problems.add(0, "the guide starts with ## title, which is one line"),
    }
    sections
}

fn section(entry: &Entry, problems: &mut Problems) -> Section {
    for field in entry.fields.iter().filter(|field| !field.tags.is_empty()) {
        problems.add(field.line, format!("the guide has no voices: {} cannot be tagged", field.name()));
    }
    let field = |key: &str| -> Option<&Field> {
        entry.fields.iter().find(|field| field.key == key && field.tags.is_empty())
    };
    let heading = field("heading").map(|field| plain(field, problems));
    let text = field("text").map(|field| rich(field, problems)).unwrap_or_else(|| {
        problems.add(entry.line, format!("{} has no “text”", entry.id));
        Vec::new()
    });
    Section { id: entry.id.clone(), line: entry.line, heading, text }
}
