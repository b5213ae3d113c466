//! The short names of the adviser view: facts, and kinds of stays.

use super::format::{Problem, Problems};
use super::language::Texts;
use super::others::{At, write_all};
use super::pool::Pool;
use crate::law::{fact::Question, stays::Under};

/// Writes `FACTS` and `STAYS`.
pub fn write(code: &mut String, pool: &mut Pool, texts: &Texts, found: &mut Vec<Problem>) {
    let facts: Vec<String> = Question::ALL.iter().map(|question| question.id().to_owned()).collect();
    let stays: Vec<String> = Under::ALL.iter().map(|under| under.id().to_owned()).collect();
    let file = texts.file("adviser.txt");
    for entry in
        file.entries().iter().filter(|entry| !facts.contains(&entry.id) && !stays.contains(&entry.id))
    {
        Problems::of(&file.path, found).add(entry.line, format!("there is no fact or stay {}", entry.id));
    }
    let mut name = |at: &mut At, _: &mut Pool| format!("NameWords {{ name: {:?} }}", at.need("name"));
    write_all(code, pool, ("FACTS", "NameWords"), file, &facts, found, &mut name);
    write_all(code, pool, ("STAYS", "NameWords"), file, &stays, found, &mut name);
}
