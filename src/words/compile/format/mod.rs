//! The content format: how texts are written in `content/`, and read from there.
//!
//! Knows nothing of the law or of what a text is for, so that whoever needs the texts can read them
//! with it: the compiler beside this folder, and `xtask` for the one-screen guide.
//! `content/README.md` is the guide for those who write.

mod entries;
mod guide;
mod lines;
mod markup;
#[cfg(test)]
mod tests;

pub use entries::{Entry, Field, Keys, Value, entries};
pub use guide::{GUIDE_KEYS, Section, guide, sections};
#[cfg(test)]
use lines::LONGEST_FILE;
pub use lines::{Line, lines};
pub use markup::{Block, Span, plain, rich, verbatim};

use std::fmt;

/// Something wrong in a content file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Problem {
    /// The file, as the person who mends it would name it.
    pub file: String,
    /// The line, from 1; 0 where the problem is the whole file.
    pub line: usize,
    /// What is wrong, and what to do.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(out, "{}: {}", self.file, self.what),
            line => write!(out, "{}:{line}: {}", self.file, self.what),
        }
    }
}

/// The problems of one file, gathered so that all of them can be shown at once.
#[derive(Debug)]
pub struct Problems<'a> {
    file: &'a str,
    found: &'a mut Vec<Problem>,
}

impl<'a> Problems<'a> {
    /// Gathers the problems of `file` into `found`.
    pub fn of(file: &'a str, found: &'a mut Vec<Problem>) -> Self {
        Self { file, found }
    }

    /// Adds a problem on a line; 0 stands for the whole file.
    pub fn add(&mut self, line: usize, what: impl Into<String>) {
        self.found.push(Problem { file: self.file.to_owned(), line, what: what.into() });
    }
}
