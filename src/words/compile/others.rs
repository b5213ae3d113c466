//! Sources, the glossary, contacts, letters and the guide.

use super::format::{Block, Entry, Problem, Problems, plain, rich, sections};
use super::language::{File, Texts, write_table};
use super::letters::Parts;
use super::page;
use super::pool::{Names, Pool};
use super::tags::{self, Chooser, VOICES};
use crate::law::{date::Date, deadline::DeadlineId, source::Source};

/// Writes `SOURCES`, `TERMS`, `CONTACTS` and `LETTERS`.
pub fn write_tables(
    code: &mut String,
    pool: &mut Pool,
    texts: &Texts,
    parts: &Parts,
    found: &mut Vec<Problem>,
) {
    let sources: Vec<&str> = Source::ALL.iter().map(|source| source.facts().id).collect();
    let file = texts.file("sources.txt");
    for entry in file.entries().iter().filter(|entry| !sources.contains(&entry.id.as_str())) {
        Problems::of(&file.path, found).add(entry.line, format!("there is no source {}", entry.id));
    }
    let ids = |names: &Names| -> Vec<String> { names.iter().map(|(id, _)| id.clone()).collect() };
    let sources: Vec<String> = sources.into_iter().map(str::to_owned).collect();
    write_all(code, pool, ("SOURCES", "SourceWords"), file, &sources, found, &mut source);
    let mut term = |at: &mut At, pool: &mut Pool| self::term(at, pool, &texts.terms);
    write_all(
        code,
        pool,
        ("TERMS", "TermWords"),
        texts.file("glossary.txt"),
        &ids(&texts.terms),
        found,
        &mut term,
    );
    let months = page::month_names(texts);
    let mut contact = |at: &mut At, pool: &mut Pool| self::contact(at, pool, months.as_ref());
    write_all(
        code,
        pool,
        ("CONTACTS", "ContactWords"),
        texts.file("contacts.txt"),
        &ids(&texts.contacts),
        found,
        &mut contact,
    );
    let mut letter = |at: &mut At, pool: &mut Pool| self::letter(at, pool, parts);
    write_all(
        code,
        pool,
        ("LETTERS", "LetterWords"),
        texts.file("letters.txt"),
        &ids(&texts.letters),
        found,
        &mut letter,
    );
}

/// Writes `DEADLINES`.
pub fn write_deadlines(code: &mut String, pool: &mut Pool, texts: &Texts, found: &mut Vec<Problem>) {
    let ids: Vec<String> = DeadlineId::ALL.iter().map(|deadline| deadline.id().to_owned()).collect();
    let file = texts.file("deadlines.txt");
    for entry in file.entries().iter().filter(|entry| !ids.contains(&entry.id)) {
        Problems::of(&file.path, found).add(entry.line, format!("there is no deadline {}", entry.id));
    }
    let mut words = |at: &mut At, pool: &mut Pool| {
        let name = at.need("name");
        let [says, late] = ["says", "late"].map(|key| {
            let blocks = at.need_rich(key);
            pool.rich(&blocks, &texts.terms, at.problems)
        });
        format!("DeadlineWords {{ name: {name:?}, says: {says}, late: {late} }}")
    };
    write_all(code, pool, ("DEADLINES", "DeadlineWords"), file, &ids, found, &mut words);
}

/// The words of one entry for one voice, being made.
pub struct At<'a, 'b, 'c> {
    entry: &'a Entry,
    chooser: &'b mut Chooser<'a>,
    voice: usize,
    problems: &'b mut Problems<'c>,
}

impl At<'_, '_, '_> {
    /// A plain text that must be there.
    pub fn need(&mut self, key: &str) -> String {
        let field = self.chooser.need(key, &[], self.voice, self.problems);
        field.map(|field| plain(field, self.problems)).unwrap_or_default()
    }

    /// A plain text that may be there.
    fn may(&mut self, key: &str) -> Option<String> {
        let field = self.chooser.choose(key, &[], self.voice, self.problems)?;
        Some(plain(field, self.problems))
    }

    /// A text with paragraphs that must be there.
    fn need_rich(&mut self, key: &str) -> Vec<Block> {
        let field = self.chooser.need(key, &[], self.voice, self.problems);
        field.map(|field| rich(field, self.problems)).unwrap_or_default()
    }

    /// Reports a text that is there and is not what it must be.
    fn report(&mut self, key: &str, must: &str) {
        if let Some(field) = self.chooser.choose(key, &[], self.voice, self.problems) {
            self.problems.add(field.line, format!("{}: {} must be {must}", self.entry.id, field.name()));
        }
    }

    /// Reports an address that is not secure.
    fn check_address(&mut self, key: &str, address: Option<&str>) {
        if address.is_some_and(|address| !address.starts_with("https://") || address.contains(' ')) {
            self.report(key, "one address that starts with https://");
        }
    }
}

/// What the texts of a table are called in signatures.
fn text_kind(table: &str) -> &'static str {
    match table {
        "SOURCES" => "source",
        "TERMS" => "term",
        "CONTACTS" => "contact",
        "LETTERS" => "letter",
        "FACTS" => "fact",
        "STAYS" => "stay",
        _ => "deadline",
    }
}

/// Writes a table: for each voice, the words of each of these entries.
pub fn write_all(
    code: &mut String,
    pool: &mut Pool,
    (table, kind): (&str, &str),
    file: &File,
    ids: &[String],
    found: &mut Vec<Problem>,
    words: &mut dyn FnMut(&mut At, &mut Pool) -> String,
) {
    let Some(entries) = &file.entries else { return };
    let mut problems = Problems::of(&file.path, found);
    let mut voices = vec![Vec::new(); VOICES.len()];
    for id in ids {
        let Some(entry) = entries.iter().find(|entry| entry.id == *id) else {
            problems.add(0, format!("there is no ## {id}"));
            continue;
        };
        tags::check(&entry.id, &entry.fields, tags::OF_OTHERS, &mut problems);
        let mut chooser = Chooser::of(entry);
        for (voice, row) in voices.iter_mut().enumerate() {
            let mut at = At { entry, chooser: &mut chooser, voice, problems: &mut problems };
            let value = words(&mut at, pool);
            // A fact shares its id with its question; who signs one has not read the other.
            let signed = if table == "FACTS" { format!("{id}-name") } else { id.clone() };
            pool.note(text_kind(table), &signed, &value);
            row.push(pool.one(kind, &value));
        }
        chooser.report_unused(&mut problems);
    }
    write_table(code, pool, table, &format!("&{kind}"), &voices);
}

fn source(at: &mut At, _: &mut Pool) -> String {
    let [title, address, copy, says] = ["title", "address", "copy", "says"].map(|key| at.need(key));
    at.check_address("address", Some(&address));
    format!("SourceWords {{ title: {title:?}, address: {address:?}, copy: {copy:?}, says: {says:?} }}")
}

fn term(at: &mut At, pool: &mut Pool, terms: &Names) -> String {
    let term = at.may("term").unwrap_or_else(|| at.entry.id.clone());
    let means = at.need_rich("means");
    let means = pool.rich(&means, terms, at.problems);
    format!("TermWords {{ term: {term:?}, means: {means} }}")
}

fn contact(at: &mut At, pool: &mut Pool, months: Option<&[String; 12]>) -> String {
    let [name, says, nation, mark, checked] =
        ["name", "for", "nation", "mark", "checked"].map(|key| at.need(key));
    let [phone, text, address] = ["phone", "text", "web"].map(|key| at.may(key));
    at.check_address("web", address.as_deref());
    let nations = match nation.as_str() {
        "england" => "Nation::England",
        "wales" => "Nation::Wales",
        "scotland" => "Nation::Scotland",
        "northern-ireland" => "Nation::NorthernIreland",
        "england-wales" => "Nation::England, Nation::Wales",
        "uk" => "Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland",
        _ => {
            at.report("nation", "england, wales, scotland, northern-ireland, england-wales or uk");
            ""
        }
    };
    let nations: Vec<String> = nations.split(", ").map(str::to_owned).collect();
    let nations = pool.many("Nation", &nations);
    let mark = match mark.as_str() {
        "R" => "Read",
        "R2" => "ReadSecondHand",
        "K" => "Recalled",
        "?" => "Unconfirmed",
        _ => {
            at.report("mark", "R, R2, K or ?");
            ""
        }
    };
    let checked = match months.map(|months| date(&checked, months)) {
        Some(Some(date)) => format!("Date::new({}, {}, {})", date.year(), date.month(), date.day()),
        Some(None) => {
            at.report("checked", "a date such as 22 November 2026");
            String::new()
        }
        // Without the names of the months, which is reported, no date can be read.
        None => String::new(),
    };
    format!(
        "ContactWords {{ name: {name:?}, says: {says:?}, nations: {nations}, phone: {phone:?}, text: {text:?}, \
         address: {address:?}, mark: Mark::{mark}, checked: {checked} }}"
    )
}

/// Checks the guide, which `xtask` draws into the page itself.
pub fn check_guide(pool: &mut Pool, texts: &Texts, found: &mut Vec<Problem>) {
    let file = texts.file("guide.txt");
    let Some(entries) = &file.entries else { return };
    let mut problems = Problems::of(&file.path, found);
    let mut unused = Pool::default();
    for section in sections(entries, &mut problems) {
        // Nothing explains a term there, but one that does not exist is a mistake all the same.
        let text = unused.rich(&section.text, &texts.terms, &mut problems);
        unused.note("guide", &section.id, &format!("{:?} {text}", section.heading.unwrap_or_default()));
    }
    pool.take_texts(unused);
}

/// A date in words.
fn date(text: &str, months: &[String; 12]) -> Option<Date> {
    let [day, month, year] = text.split(' ').collect::<Vec<_>>().try_into().ok()?;
    let month = months.iter().position(|name| name == month)? as u8 + 1;
    Date::checked(year.parse().ok()?, month, day.parse().ok()?)
}

/// A letter: what it is for, and its parts.
fn letter(at: &mut At, pool: &mut Pool, parts: &Parts) -> String {
    let [title, when] = ["title", "when"].map(|key| at.need(key));
    let [listed, foot] = ["parts", "foot"].map(|key| {
        let field = at.chooser.need(key, &[], at.voice, at.problems);
        field.map(|field| parts.list(field, pool, at.problems)).unwrap_or_default()
    });
    format!("LetterWords {{ title: {title:?}, when: {when:?}, parts: {listed}, foot: {foot} }}")
}
