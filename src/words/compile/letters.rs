//! Letters: their parts, the gaps in them, and what to say on the phone.
//!
//! A part has a text for every case that can be; which one, its tags say. A letter is a list of parts.

use super::format::{Entry, Field, Problem, Problems, plain, verbatim};
use super::language::{File, Texts};
use super::page;
use super::pool::{Names, Pool};
use super::tags::{self, CONSENTS, Chooser, VOICES};
use crate::law::finding::{Nation, Strength, Timing};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const NATIONS: [Option<&str>; 3] = [None, Some(Nation::England.id()), Some(Nation::Wales.id())];
const TIMINGS: [Timing; 3] = [Timing::Now, Timing::OnLeaving, Timing::OnRelease];

/// The parts of a language, compiled once, and which of them letters use.
pub struct Parts {
    /// References by id, and whether they stand at the foot.
    compiled: BTreeMap<String, (String, bool)>,
    used: RefCell<BTreeSet<String>>,
    /// Nothing is looked up in a file that is missing.
    missing: bool,
}

impl Parts {
    /// A reference to the parts that a field lists: those on the paper, or those at its foot.
    pub fn list(&self, field: &Field, pool: &mut Pool, problems: &mut Problems) -> String {
        let listed = plain(field, problems);
        let mut parts = Vec::new();
        for id in listed.split(',').map(str::trim).filter(|id| !id.is_empty()) {
            match self.compiled.get(id) {
                Some((part, foot)) if *foot == (field.key == "foot") => parts.push(part.clone()),
                Some(_) => problems.add(
                    field.line,
                    format!("{id}: only parts with “set: foot” stand in “foot”, and they stand nowhere else"),
                ),
                None if self.missing => {}
                None => problems.add(field.line, format!("there is no part in letter-parts.txt “{id}”")),
            }
            self.used.borrow_mut().insert(id.to_owned());
        }
        pool.many("&PartWords", &parts)
    }

    /// Reports parts that no letter uses.
    pub fn report_unused(&self, texts: &Texts, found: &mut Vec<Problem>) {
        if texts.file("letters.txt").entries.is_none() {
            return;
        }
        let file = texts.file("letter-parts.txt");
        let mut problems = Problems::of(&file.path, found);
        for entry in file.entries().iter().filter(|entry| !self.used.borrow().contains(&entry.id)) {
            if self.compiled.contains_key(&entry.id) {
                problems.add(entry.line, format!("{} is in no letter", entry.id));
            }
        }
    }
}

/// What texts are filled with: gaps and phrases, and which of them are used.
struct Filling<'a> {
    gaps: &'a Names,
    phrases: BTreeMap<String, String>,
    used: BTreeSet<String>,
}

/// Compiles the parts, and writes `GAPS` and `PHONE`.
pub fn write(code: &mut String, pool: &mut Pool, texts: &Texts, found: &mut Vec<Problem>) -> Parts {
    let file = texts.file("letter-parts.txt");
    let mut filling = Filling { gaps: &texts.gaps, phrases: BTreeMap::new(), used: BTreeSet::new() };
    let is_phrase = |entry: &&Entry| entry.fields.iter().any(|field| field.key == "phrase");
    let mut problems = Problems::of(&file.path, found);
    for entry in file.entries().iter().filter(is_phrase) {
        let list = tagged(entry, "phrase", tags::OF_PHRASES, &mut filling, pool, &mut problems);
        filling.phrases.insert(entry.id.clone(), list);
    }
    let mut compiled = BTreeMap::new();
    for entry in file.entries().iter().filter(|entry| !is_phrase(entry)) {
        let foot = entry.fields.iter().any(|field| field.key == "set" && is(field, "foot"));
        let part = part(entry, "text", &mut filling, pool, &mut problems);
        compiled.insert(entry.id.clone(), (part, foot));
    }
    write_phone(code, pool, texts.file("phone.txt"), &mut filling, found);
    report_unused(texts, &filling, found);
    write_gaps(code, pool, texts, found);
    Parts { compiled, used: RefCell::default(), missing: file.entries.is_none() }
}

/// Is this all that a field says?
fn is(field: &Field, text: &str) -> bool {
    field.text.first().is_some_and(|line| line.text.trim() == text)
}

/// A reference to a part.
fn part(entry: &Entry, key: &str, filling: &mut Filling, pool: &mut Pool, problems: &mut Problems) -> String {
    let text = |key: &str, problems: &mut Problems| {
        let field = entry.fields.iter().find(|field| field.key == key)?;
        Some((plain(field, problems), field.line))
    };
    let set = match text("set", problems) {
        None => "Body",
        Some((set, line)) => match set.as_str() {
            "from" => "From",
            "to" => "To",
            "subject" => "Subject",
            "plain" => "Plain",
            "foot" => "Foot",
            _ => {
                problems.add(line, format!("{}: set must be from, to, subject, plain or foot", entry.id));
                ""
            }
        },
    };
    let of_right = match text("rests on", problems) {
        None => false,
        Some((right, _)) if right == "right" => true,
        Some((_, line)) => {
            problems.add(line, format!("{}: only “right” can stand there", entry.id));
            false
        }
    };
    let name = text("name", problems).map(|(name, _)| name);
    if name.is_none() && set == "Body" && key == "text" {
        problems.add(entry.line, format!("{} has no “name”", entry.id));
    }
    let texts = tagged(entry, key, tags::OF_LETTERS, filling, pool, problems);
    let name = name.unwrap_or_default();
    pool.one(
        "PartWords",
        &format!("PartWords {{ name: {name:?}, set: Set::{set}, of_right: {of_right}, texts: {texts} }}"),
    )
}

/// A reference to the texts of an entry with their tags. In every case exactly one must be the best.
fn tagged(
    entry: &Entry,
    key: &str,
    allowed: &[tags::About],
    filling: &mut Filling,
    pool: &mut Pool,
    problems: &mut Problems,
) -> String {
    tags::check(&entry.id, &entry.fields, allowed, problems);
    check_every_case(entry, key, problems);
    let fields = entry.fields.iter().filter(|field| field.key == key);
    let list: Vec<String> = fields
        .map(|field| {
            let tags: Vec<String> = field
                .tags
                .iter()
                .map(|tag| format!("tag::{}", tag.to_ascii_uppercase().replace('-', "_")))
                .collect();
            let tags = if tags.is_empty() { "0".to_owned() } else { tags.join(" | ") };
            let runs = runs(entry, field, filling, problems);
            format!("TaggedText {{ tags: {tags}, runs: &[{runs}] }}")
        })
        .collect();
    pool.many("TaggedText", &list)
}

/// Reports cases without a text, ties, and texts that no case chooses.
fn check_every_case(entry: &Entry, key: &str, problems: &mut Problems) {
    let mut chooser = Chooser::of(entry);
    for other in ["name", "set", "rests on"] {
        chooser.choose(other, &[], 0, problems);
    }
    for strength in Strength::ALL {
        for timing in TIMINGS {
            for nation in NATIONS {
                for consent in std::iter::once(None).chain(CONSENTS.map(Some)) {
                    let case = [Some(strength.id()), Some(timing.id()), nation, consent];
                    let case: Vec<&str> = case.into_iter().flatten().collect();
                    for voice in 0..VOICES.len() {
                        if chooser.choose(key, &case, voice, problems).is_none() {
                            chooser.report_gap(key, &case, voice, problems);
                            return;
                        }
                    }
                }
            }
        }
    }
    chooser.report_unused(problems);
}

/// The runs of a text. A text that is only `-` leaves its part out.
fn runs(entry: &Entry, field: &Field, filling: &mut Filling, problems: &mut Problems) -> String {
    let text = verbatim(field, problems);
    if text == "-" {
        return String::new();
    }
    let line = field.line;
    let mut runs = Vec::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(['{', '}']) {
        if at > 0 {
            runs.push(format!("Run::Text({:?})", &rest[..at]));
        }
        let Some(Some(name)) = page::placeholders(&rest[at..]).into_iter().next() else {
            problems.add(line, format!("{}: a gap is {{name}}, and nothing else has {{ or }}", entry.id));
            return String::new();
        };
        rest = &rest[at + name.len() + 2..];
        filling.used.insert(name.to_owned());
        if let Some(list) = filling.phrases.get(name) {
            runs.push(format!("Run::Phrase({list})"));
        } else if let Some(gap) = filling.gaps.find(name, line, problems) {
            runs.push(format!("Run::Gap(Gap::{gap})"));
        }
    }
    if !rest.is_empty() {
        runs.push(format!("Run::Text({rest:?})"));
    }
    runs.join(", ")
}

/// Writes `PHONE`: what to read out, and what to write down.
fn write_phone(
    code: &mut String,
    pool: &mut Pool,
    file: &File,
    filling: &mut Filling,
    found: &mut Vec<Problem>,
) {
    let mut problems = Problems::of(&file.path, found);
    let mut lists = [Vec::new(), Vec::new()];
    for entry in file.entries() {
        let noted = entry.fields.iter().any(|field| field.key == "note");
        let key = if noted { "note" } else { "say" };
        let compiled = part(entry, key, filling, pool, &mut problems);
        pool.note("phone", &entry.id, &compiled);
        lists[usize::from(noted)].push(compiled);
    }
    let [say, note] = lists.map(|list| pool.many("&PartWords", &list));
    let _ = writeln!(code, "static PHONE: [&[&PartWords]; 2] = [{say}, {note}];");
}

/// Reports gaps and phrases that no text has.
fn report_unused(texts: &Texts, filling: &Filling, found: &mut Vec<Problem>) {
    if texts.file("letter-parts.txt").entries.is_none() || texts.file("phone.txt").entries.is_none() {
        return;
    }
    for name in ["gaps.txt", "letter-parts.txt"] {
        let file = texts.file(name);
        let mut problems = Problems::of(&file.path, found);
        for entry in file.entries() {
            let filled = name == "gaps.txt" || filling.phrases.contains_key(&entry.id);
            if filled && !filling.used.contains(&entry.id) {
                problems.add(entry.line, format!("no text has {{{}}}", entry.id));
            }
        }
    }
}

/// Writes `GAPS`: for each voice and gap, its words by the nation of the bodies.
fn write_gaps(code: &mut String, pool: &mut Pool, texts: &Texts, found: &mut Vec<Problem>) {
    let file = texts.file("gaps.txt");
    let mut problems = Problems::of(&file.path, found);
    let mut voices = vec![Vec::new(); VOICES.len()];
    for entry in file.entries() {
        tags::check(&entry.id, &entry.fields, tags::OF_PHRASES, &mut problems);
        let mut chooser = Chooser::of(entry);
        for (voice, row) in voices.iter_mut().enumerate() {
            let nations = NATIONS.map(|nation| {
                let case: Vec<&str> = nation.into_iter().collect();
                let words = gap_words(entry, &mut chooser, &case, voice, &mut problems);
                pool.one("GapWords", &words)
            });
            let value = pool.one("[&GapWords; 3]", &format!("[{}]", nations.join(", ")));
            pool.note("gap", &entry.id, &value);
            row.push(value);
        }
        chooser.report_unused(&mut problems);
    }
    super::language::write_table(code, pool, "GAPS", "&[&GapWords; 3]", &voices);
}

fn gap_words(
    entry: &Entry,
    chooser: &mut Chooser,
    case: &[&str],
    voice: usize,
    problems: &mut Problems,
) -> String {
    let mut need = |key: &str, problems: &mut Problems| {
        let field = chooser.need(key, case, voice, problems);
        field.map(|field| plain(field, problems)).unwrap_or_default()
    };
    let label = need("label", problems);
    let empty = need("empty", problems);
    let hint = chooser.choose("hint", case, voice, problems).map(|field| plain(field, problems));
    let kind = match chooser.choose("kind", case, voice, problems) {
        None => "Line",
        Some(field) => match plain(field, problems).as_str() {
            "lines" => "Lines",
            "optional" => "Optional",
            "today" => "Today",
            "in 14 days" => "InFourteenDays",
            "in one month" => "InOneMonth",
            "section" => "Section",
            _ => {
                problems.add(
                    field.line,
                    format!(
                        "{}: kind must be lines, optional, today, in 14 days, in one month or section",
                        entry.id
                    ),
                );
                ""
            }
        },
    };
    format!("GapWords {{ label: {label:?}, hint: {hint:?}, empty: {empty:?}, kind: GapKind::{kind} }}")
}
