//! Reads what `compile::pack` packed: once for each language, when the first of its words is asked for.
//!
//! The page holds a language as its texts, each once, and a small index; that compresses far better than the same words
//! laid out as values. A test compares every word with what was packed.

mod kinds;
mod marks;
mod short;

use super::generated::packed;
use super::letter::{GapWords, LetterWords, PartWords, TaggedText};
use super::{
    ContactWords, DeadlineWords, FindingWords, Language, MythWords, NameWords, PageWords, QuestionWords,
    Rich, SourceWords, TermWords,
};
use crate::words::squeeze::expand;
use short::{ShortFinding, ShortQuestion};
use std::sync::OnceLock;

pub use short::short;

/// For each entry, its words in each voice; where they differ by shape too, in each shape of the first voice, then of the
/// second, then of the third.
pub type Table<T> = Vec<Vec<&'static T>>;

/// The words of a language.
pub struct Tables {
    pub questions: Table<QuestionWords>,
    pub findings: Table<FindingWords>,
    pub deadlines: Table<DeadlineWords>,
    /// By voice.
    pub myths: [Vec<&'static MythWords>; 3],
    pub terms: Table<TermWords>,
    pub contacts: Table<ContactWords>,
    pub sources: Table<SourceWords>,
    pub letters: Table<LetterWords>,
    /// By nation too: unknown, England, Wales.
    pub gaps: Table<GapWords>,
    pub facts: Table<NameWords>,
    pub stays: Table<NameWords>,
    /// What the short version says otherwise. An entry that it does not shorten has no words here.
    pub short_questions: Table<ShortQuestion>,
    pub short_findings: Table<ShortFinding>,
    /// What to read out, and what to write down.
    pub phone: [&'static [&'static PartWords]; 2],
    pub months: &'static [&'static str],
    /// By voice.
    pub pages: &'static [PageWords; 3],
}

/// The words of a language.
#[inline(never)]
pub fn tables(language: Language) -> &'static Tables {
    static TABLES: [OnceLock<Tables>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    TABLES[language as usize].get_or_init(|| {
        let (text, index) = packed(language);
        let text = expand(text).leak();
        Reader { text, index, texts: vec![], riches: vec![], parts: vec![], phrases: vec![] }.tables()
    })
}

/// What is read from a packed language.
trait Unpack: Copy + 'static {
    fn unpack(from: &mut Reader) -> Self;
}

/// What is left to read, and what has been read and may be referred to.
pub struct Reader {
    text: &'static str,
    index: &'static [u8],
    texts: Vec<&'static str>,
    riches: Vec<Rich>,
    parts: Vec<&'static PartWords>,
    phrases: Vec<&'static [TaggedText]>,
}

impl Reader {
    fn tables(mut self) -> Tables {
        let from = &mut self;
        Tables {
            questions: from.table(),
            findings: from.table(),
            deadlines: from.table(),
            myths: {
                let myths = from.table();
                [0, 1, 2].map(|voice| myths.iter().map(|voices| voices[voice]).collect())
            },
            terms: from.table(),
            contacts: from.table(),
            sources: from.table(),
            letters: from.table(),
            gaps: from.table(),
            facts: from.table(),
            stays: from.table(),
            short_questions: from.table(),
            short_findings: from.table(),
            phone: {
                from.number();
                [from.list(), from.list()]
            },
            months: from.list(),
            pages: {
                let mut pages = Box::new([PageWords::EMPTY; 3]);
                pages.iter_mut().for_each(|page| page.unpack(from));
                Box::leak(pages)
            },
        }
    }

    fn number(&mut self) -> usize {
        let mut number = 0;
        let mut shift = 0;
        while let Some((byte, rest)) = self.index.split_first() {
            self.index = rest;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if *byte < 0x80 {
                break;
            }
        }
        number
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.number()]
    }

    /// The next text that has not been read.
    fn next(&mut self) -> &'static str {
        let (text, rest) = self.text.split_once('\0').unwrap_or_default();
        self.text = rest;
        text
    }

    fn may(&mut self) -> Option<&'static str> {
        match self.number() {
            0 => return None,
            1 => {
                let text = self.next();
                self.texts.push(text);
            }
            back => return Some(self.texts[self.texts.len() + 1 - back]),
        }
        self.texts.last().copied()
    }

    /// Puts a plain text where it belongs: less code for each of the hundreds of fields of the page than a value.
    #[inline(never)]
    pub fn put(&mut self, field: &mut &'static str) {
        *field = self.text();
    }

    /// The same for a text with paragraphs and marks.
    #[inline(never)]
    pub fn put_rich(&mut self, field: &mut Rich) {
        *field = self.rich();
    }

    fn text(&mut self) -> &'static str {
        self.may().unwrap_or_default()
    }

    fn may_rich(&mut self) -> Option<Rich> {
        match self.number() {
            0 => return None,
            1 => {
                let text = marks::rich(self.next());
                self.riches.push(text);
            }
            back => return Some(self.riches[self.riches.len() + 1 - back]),
        }
        self.riches.last().copied()
    }

    fn rich(&mut self) -> Rich {
        self.may_rich().unwrap_or_default()
    }

    fn list<T: Unpack>(&mut self) -> &'static [T] {
        let length = self.number();
        let items: Vec<T> = (0..length).map(|_| T::unpack(self)).collect();
        items.leak()
    }

    fn table<T: Unpack>(&mut self) -> Table<T> {
        (0..self.number()).map(|_| self.cells()).collect()
    }

    fn cells<T: Unpack>(&mut self) -> Vec<&'static T> {
        let mut seen: Vec<&'static T> = vec![];
        let mut cells = vec![];
        for _ in 0..self.number() {
            cells.push(match self.number() {
                0 => {
                    let new: &T = Box::leak(Box::new(T::unpack(self)));
                    seen.push(new);
                    new
                }
                known => seen[known - 1],
            });
        }
        cells
    }
}
