//! What a browser has written to its profile folder.
//!
//! Browsers' session files record fields and what was chosen in them. Text is looked for as UTF-8 and UTF-16, and
//! Firefox's packed session files are unpacked, or Firefox would look cleaner than it is.

use crate::session::Session;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Folders of what came from the server: the page's own source stands there, whatever was answered.
const CACHES: [&str; 3] = ["Cache", "Code Cache", "cache2"];

/// Puts a field without `autocomplete="off"` beside the checker, types into it, and waits until the browser has written
/// that down. It writes all fields of a page together: what is not on the disk then is not written.
pub fn wait_for_a_control(session: &Session) {
    session.script(
        "const field = document.createElement('input');
         field.id = field.name = 'S117-CONTROL-FIELD';
         document.body.prepend(field);",
        &[],
    );
    session.click("#S117-CONTROL-FIELD");
    "S117-CONTROL".chars().for_each(|key| session.key(key));
    session.wait_for("the browser to write the control field down", || {
        (!files_with(session.home(), "S117-CONTROL").is_empty()).then_some(())
    });
}

/// The files below `folder` that hold `text`, without the browser's cache of pages.
pub fn files_with(folder: &Path, text: &str) -> Vec<PathBuf> {
    look(folder, text, &CACHES)
}

/// The same in every file there is: for a text that the page itself does not have.
pub fn files_anywhere_with(folder: &Path, text: &str) -> Vec<PathBuf> {
    look(folder, text, &[])
}

fn look(folder: &Path, text: &str, passed_over: &[&str]) -> Vec<PathBuf> {
    let narrow = text.as_bytes().to_vec();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        // A browser at work removes files and folders at any moment.
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                if !passed_over.iter().any(|cache| entry.file_name() == *cache) {
                    folders.push(entry.path());
                }
            } else if kind.is_file()
                && let Ok(bytes) = fs::read(entry.path())
            {
                let bytes = unpacked(&bytes).unwrap_or(bytes);
                if holds(&bytes, &narrow) || holds(&bytes, &wide) {
                    found.push(entry.path());
                }
            }
        }
    }
    found
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

/// The contents of one of Firefox's `mozLz40` files: eight bytes of magic, four of length, one LZ4 block.
fn unpacked(file: &[u8]) -> Option<Vec<u8>> {
    let mut block = file.strip_prefix(b"mozLz40\0")?.get(4..)?.iter().copied();
    let mut out = Vec::new();
    // Each sequence: a token, literals, and a copy of what came before. The last one has no copy.
    while let Some(token) = block.next() {
        for _ in 0..length(token >> 4, &mut block)? {
            out.push(block.next()?);
        }
        let Some(low) = block.next() else { break };
        let back = usize::from(u16::from_le_bytes([low, block.next()?]));
        let start = out.len().checked_sub(back).filter(|_| back > 0)?;
        for at in start..start + length(token & 15, &mut block)? + 4 {
            out.push(out[at]);
        }
    }
    Some(out)
}

/// A length of LZ4: four bits, and more bytes while they are full.
fn length(bits: u8, block: &mut impl Iterator<Item = u8>) -> Option<usize> {
    let mut length = usize::from(bits);
    if bits == 15 {
        loop {
            let more = block.next()?;
            length += usize::from(more);
            if more < 255 {
                break;
            }
        }
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    use super::unpacked;

    #[test]
    fn a_packed_file_is_unpacked() {
        // "abc", then six bytes copied from three back, then "d" alone.
        let file = b"mozLz40\0\x0a\0\0\0\x32abc\x03\0\x10d";
        assert_eq!(unpacked(file).as_deref(), Some(b"abcabcabcd".as_slice()));
        assert_eq!(unpacked(b"plain"), None);
    }
}
