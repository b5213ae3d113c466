//! Bytes of the page, layer by layer, and the bounds that they must keep.

use crate::Result;
use flate2::{Compression, write::GzEncoder};
use std::fmt;
use std::io::Write;

/// No build may be larger, after `gzip -9`: measured, and 3% for what the next change needs. Lower them when it shrinks.
const BOUNDS: Bounds = Bounds {
    // The target is 140,000, and 110,000 at best.
    whole: 308_600,
    // The target is 85,000, and 65,000 at best.
    runtime_and_style: 192_000,
};

/// The checker as JavaScript, which nobody gets who can run Wasm: measured, and 3%.
const JAVASCRIPT: usize = 470_500;

/// Words may cost so many hundredths of what their plain text does.
const WORDS: usize = 110;

/// The most bytes that a layer may have.
struct Bounds {
    whole: usize,
    runtime_and_style: usize,
}

/// Bytes of a part, as they are and after `gzip -9`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// As they are.
    pub raw: usize,
    /// After `gzip -9`.
    pub gzip: usize,
}

impl Size {
    /// The size of these bytes.
    pub fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        let packed = gzip.write_all(bytes).and_then(|()| gzip.finish());
        let gzip = packed.map_err(|error| format!("cannot compress the page: {error}"))?.len();
        Ok(Self { raw: bytes.len(), gzip })
    }
}

/// Refuses a checker as JavaScript of this size, if it is too large.
pub fn check_javascript(size: Size) -> Result<()> {
    keep_javascript(size, JAVASCRIPT)
}

fn keep_javascript(size: Size, bound: usize) -> Result<()> {
    if size.gzip <= bound {
        return Ok(());
    }
    Err(format!(
        "the checker as JavaScript has grown too large (see xtask/src/sizes.rs): after gzip, {} bytes, and only \
         {bound} are allowed",
        size.gzip
    ))
}

/// The words of a language: as the Wasm holds them, and as they stand in `content/`.
#[derive(Clone, Debug)]
pub struct Words {
    /// The code of the language.
    pub language: String,
    /// The texts, and the index that says where each is used.
    pub packed: [Vec<u8>; 2],
    /// The same as plain text.
    pub plain: String,
}

impl Words {
    /// The plain text of these files, without the notes to editors.
    pub fn plain(files: &[String]) -> String {
        let lines = files.iter().flat_map(|text| text.lines());
        lines.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    }
}

/// Where a part of the words stands.
pub fn find(wasm: &[u8], part: &[u8]) -> Option<usize> {
    wasm.windows(part.len().max(1)).position(|bytes| bytes == part)
}

/// The Wasm with zeros where the words are; an error if they are not there.
pub fn without_words(wasm: &[u8], words: &[Words]) -> Result<Vec<u8>> {
    let mut without = wasm.to_vec();
    for Words { language, packed, .. } in words {
        for part in packed.iter().filter(|part| !part.is_empty()) {
            let at = find(&without, part);
            let at =
                at.ok_or_else(|| format!("the words of {language} are not in the Wasm as they were packed"))?;
            without[at..at + part.len()].fill(0);
        }
    }
    Ok(without)
}

/// Bytes of the page, by layer. The layers compress a little better together than alone.
#[derive(Debug)]
pub struct Sizes {
    whole: Size,
    /// Wasm and scripts.
    runtime: Size,
    /// The same without the words.
    without_words: Size,
    style: Size,
    page: Size,
    /// For each language its words packed, alone; and as plain text.
    words: Vec<(String, Size, Size)>,
}

impl Sizes {
    /// Measures the page and its layers: Wasm and scripts, the same without words, style, and the rest.
    pub fn of(page: &str, runtime: [&str; 2], style: &str, rest: &str, words: &[Words]) -> Result<Self> {
        let [runtime, without_words] = runtime;
        let words = words.iter().map(|words| {
            let sizes = (Size::of(&words.packed.concat())?, Size::of(words.plain.as_bytes())?);
            Ok((words.language.clone(), sizes.0, sizes.1))
        });
        Ok(Self {
            whole: Size::of(page.as_bytes())?,
            runtime: Size::of(runtime.as_bytes())?,
            without_words: Size::of(without_words.as_bytes())?,
            style: Size::of(style.as_bytes())?,
            page: Size::of(rest.as_bytes())?,
            words: words.collect::<Result<_>>()?,
        })
    }

    /// Says which bounds are broken, if any is.
    pub fn check(&self) -> Result<()> {
        self.keep(&BOUNDS)
    }

    fn keep(&self, bounds: &Bounds) -> Result<()> {
        let runtime = self.without_words.gzip + self.style.gzip;
        let layers = [
            ("dist/index.html".to_owned(), self.whole.gzip, bounds.whole),
            ("the runtime and the style".to_owned(), runtime, bounds.runtime_and_style),
        ];
        let words = self.words.iter().map(|(language, packed, plain)| {
            (format!("the words in {language}"), packed.gzip, plain.gzip * WORDS / 100)
        });
        let broken: Vec<String> = layers
            .into_iter()
            .chain(words)
            .filter(|(_, bytes, bound)| bytes > bound)
            .map(|(what, bytes, bound)| {
                format!("after gzip, {what}: {bytes} bytes, and only {bound} are allowed")
            })
            .collect();
        if broken.is_empty() {
            return Ok(());
        }
        Err(format!("the page has grown too large (see xtask/src/sizes.rs)\n{self}{}", broken.join("\n")))
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = Size {
            raw: self.runtime.raw.saturating_sub(self.without_words.raw),
            gzip: self.runtime.gzip.saturating_sub(self.without_words.gzip),
        };
        writeln!(out, "{:<34}{:>9}  {:>9}", "bytes", "raw", "gzip -9")?;
        for (name, size) in [
            ("runtime (Wasm and scripts)", self.without_words),
            ("words, packed in the Wasm", words),
            ("style", self.style),
            ("page (guide and frame)", self.page),
            ("dist/index.html", self.whole),
        ] {
            writeln!(out, "{name:<34}{:>9}  {:>9}", size.raw, size.gzip)?;
        }
        for (language, packed, plain) in &self.words {
            for (name, size) in [("packed, alone", packed), ("as plain text", plain)] {
                let name = format!("words in {language}, {name}");
                writeln!(out, "{name:<34}{:>9}  {:>9}", size.raw, size.gzip)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(packed: [&str; 2]) -> Words {
        let plain = Words::plain(&[
            "// A note.\n## ELIG-01\nsay: Yes.\n".into(),
            "  // Another.\nmeans: B.\n".into(),
        ]);
        Words { language: "en".into(), packed: packed.map(|part| part.as_bytes().to_vec()), plain }
    }

    #[test]
    fn notes_to_editors_are_no_words() {
        let sizes = Sizes::of("page", ["run", "r"], "", "", &[words(["Yes.B.", "12"])]).expect("sizes");
        let shown = sizes.to_string();
        let line = shown.lines().last().expect("a line");
        assert!(line.starts_with("words in en, as plain text") && line.contains(" 30 "), "{line}");
        assert!(
            shown.lines().any(|line| line.starts_with("words in en, packed, alone") && line.contains(" 8 "))
        );
    }

    #[test]
    fn words_are_taken_out_of_the_wasm_where_they_are() {
        let words = [words(["Yes.B.", "12"])];
        let without = without_words(b"\0asm 12 code Yes.B. more", &words).expect("both are there");
        assert_eq!(without, b"\0asm \0\0 code \0\0\0\0\0\0 more");
        assert!(
            without_words(b"\0asm 12 code", &words)
                .is_err_and(|said| said.contains("en are not in the Wasm"))
        );
    }

    #[test]
    fn each_bound_fails_the_build() {
        let text = "all different: abcdefghijklmnopqrstuvwxyz";
        let sizes = |packed| Sizes::of(text, [text, text], text, "", &[words([packed, ""])]).expect("sizes");
        let size = Size::of(text.as_bytes()).expect("a size").gzip;
        let bounds = |whole, runtime_and_style| Bounds { whole, runtime_and_style };
        assert_eq!(sizes("Yes.").keep(&bounds(size, 2 * size)), Ok(()));
        for (packed, bounds, what) in [
            ("Yes.", bounds(size - 1, 2 * size), "dist/index.html"),
            ("Yes.", bounds(size, 2 * size - 1), "the runtime and the style"),
            (&text.repeat(2)[..70], bounds(size, 2 * size), "the words in en"),
        ] {
            assert!(sizes(packed).keep(&bounds).is_err_and(|said| said.contains(what)), "{what}");
        }
    }

    #[test]
    fn the_javascript_has_a_bound_of_its_own() {
        let size = Size { raw: 0, gzip: 100 };
        assert_eq!(keep_javascript(size, 100), Ok(()));
        assert!(keep_javascript(size, 99).is_err_and(|said| said.contains("100 bytes, and only 99")));
    }
}
