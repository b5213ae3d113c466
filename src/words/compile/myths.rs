//! What people may have heard, and the findings beside which it is put right.

use super::format::{Field, Problem, Problems, plain, rich};
use super::language::{Texts, write_table};
use super::pool::Pool;
use super::tags::{self, Chooser, VOICES};
use crate::law::{finding::FindingId, source::Source};

/// Writes `MYTHS`: for each voice, every myth in the order of the file.
pub fn write(code: &mut String, pool: &mut Pool, texts: &Texts, found: &mut Vec<Problem>) {
    let file = texts.file("myths.txt");
    let mut problems = Problems::of(&file.path, found);
    let mut voices = vec![Vec::new(); VOICES.len()];
    for entry in file.entries() {
        tags::check(&entry.id, &entry.fields, tags::OF_OTHERS, &mut problems);
        let mut chooser = Chooser::of(entry);
        for (voice, row) in voices.iter_mut().enumerate() {
            let [myth, fact, source, beside] =
                ["myth", "fact", "source", "beside"].map(|key| chooser.need(key, &[], voice, &mut problems));
            let (Some(myth), Some(fact), Some(source), Some(beside)) = (myth, fact, source, beside) else {
                continue;
            };
            let myth = plain(myth, &mut problems);
            let fact = rich(fact, &mut problems);
            let fact = pool.rich(&fact, &texts.terms, &mut problems);
            let Some(source) = source_of(source, &mut problems) else { continue };
            let beside = findings(beside, &mut problems);
            let beside = pool.many("FindingId", &beside);
            let value = format!(
                "MythWords {{ myth: {myth:?}, fact: {fact}, source: Source::{source:?}, beside: {beside} }}"
            );
            pool.note("myth", &entry.id, &value);
            row.push(pool.one("MythWords", &value));
        }
        chooser.report_unused(&mut problems);
    }
    write_table(code, pool, "MYTHS", "&MythWords", &voices);
}

fn source_of(field: &Field, problems: &mut Problems) -> Option<Source> {
    let id = plain(field, problems);
    let source = Source::ALL.iter().copied().find(|source| source.facts().id == id);
    if source.is_none() {
        problems.add(field.line, format!("there is no source {id}"));
    }
    source
}

fn findings(field: &Field, problems: &mut Problems) -> Vec<String> {
    let ids = plain(field, problems);
    let mut names = Vec::new();
    for id in ids.split(',').map(str::trim) {
        match FindingId::ALL.iter().find(|finding| finding.id() == id) {
            Some(finding) => names.push(format!("FindingId::{finding:?}")),
            None => problems.add(field.line, format!("there is no finding {id}")),
        }
    }
    names
}
