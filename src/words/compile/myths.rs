//! What people may have heard, and the findings beside which it is put right.

use super::LanguageFolder;
use super::format::{Field, Problem, Problems, plain, rich};
use super::language::Texts;
use super::pool::Pool;
use super::tags::{self, Chooser, VOICES};
use crate::law::{finding::FindingId, source::Source};
use std::fmt::Write;

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
    let tables: Vec<String> = voices.iter().map(|rows| pool.many("&MythWords", rows)).collect();
    let _ = writeln!(
        code,
        "pub(super) static MYTHS: [&[&MythWords]; {}] = [{}];",
        tables.len(),
        tables.join(", ")
    );
}

/// Writes the function that gives a language's myths.
pub fn write_lookup(code: &mut String, languages: &[LanguageFolder]) {
    code.push_str("pub(super) fn myths(language: Language) -> &'static [&'static [&'static MythWords]; 3] {\n match language {\n");
    for language in languages {
        let _ = writeln!(code, "  Language::{} => &{}::MYTHS,", language.name, language.code);
    }
    code.push_str(" }\n}\n");
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
