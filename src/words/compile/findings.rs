//! The findings: claims, notes and steps, in every shape that each can have.

use super::format::{Entry, Field, Problem, Problems, plain, rich};
use super::language::{File, Texts, write_table};
use super::pool::Pool;
use super::short;
use super::tags::{self, Chooser, VOICES};
use crate::law::finding::{FindingId, FindingKind, Shape, Strength, Topic};
use crate::law::shapes::shapes;

const TOPICS: [(Topic, &str); 10] = [
    (Topic::Right, "right.txt"),
    (Topic::Ending, "ending.txt"),
    (Topic::Council, "council.txt"),
    (Topic::Nhs, "nhs.txt"),
    (Topic::Dispute, "dispute.txt"),
    (Topic::Charge, "charge.txt"),
    (Topic::Home, "home.txt"),
    (Topic::What, "what.txt"),
    (Topic::DirectPayment, "dp.txt"),
    (Topic::Steps, "steps.txt"),
];

/// Writes `FINDINGS`: for each voice and finding, its words in each of its shapes; and `SHORT_FINDINGS`, what the short version
/// says otherwise.
pub fn write(code: &mut String, pool: &mut Pool, texts: &Texts, found: &mut Vec<Problem>) {
    for (topic, name) in TOPICS {
        check_ids(topic, texts.file(name), found);
    }
    let strengths = texts.file("strengths.txt");
    let mut voices = vec![Vec::new(); VOICES.len()];
    let mut short_voices = vec![Vec::new(); VOICES.len()];
    for finding in FindingId::ALL {
        let file = file_of(texts, finding.topic());
        let Some(entry) = file.entries().iter().find(|entry| entry.id == finding.id()) else { continue };
        let fallback = match &strengths.entries {
            None => Fallback::Unknown,
            Some(entries) => Fallback::Entry(entries.iter().find(|entry| entry.id == finding.topic().id())),
        };
        let mut problems = Problems::of(&file.path, found);
        let words = words(*finding, entry, fallback, pool, texts, &mut problems);
        for (voice, (full, short)) in words.into_iter().enumerate() {
            // Who signs a finding has read both versions.
            let both = if short::shortens(entry) { format!("{full} {short}") } else { full.clone() };
            pool.note("finding", finding.id(), &both);
            voices[voice].push(full);
            short_voices[voice].push(short);
        }
    }
    check_strengths(strengths, found);
    write_table(code, pool, "FINDINGS", "&[&FindingWords]", &voices);
    write_table(code, pool, "SHORT_FINDINGS", "&[&ShortFinding]", &short_voices);
}

fn file_of(texts: &Texts, topic: Topic) -> &File {
    let name = TOPICS.iter().find(|(known, _)| *known == topic).map_or("right.txt", |(_, name)| *name);
    texts.file(name)
}

fn check_ids(topic: Topic, file: &File, found: &mut Vec<Problem>) {
    let Some(entries) = &file.entries else { return };
    let mut problems = Problems::of(&file.path, found);
    for finding in FindingId::ALL.iter().filter(|finding| finding.topic() == topic) {
        if !entries.iter().any(|entry| entry.id == finding.id()) {
            problems.add(0, format!("there is no ## {}", finding.id()));
        }
    }
    for entry in entries {
        match FindingId::ALL.iter().find(|finding| finding.id() == entry.id) {
            None => problems.add(entry.line, format!("there is no finding {}", entry.id)),
            Some(finding) if finding.topic() != topic => {
                let (_, home) =
                    TOPICS.iter().find(|(known, _)| *known == finding.topic()).unwrap_or(&TOPICS[0]);
                problems.add(entry.line, format!("{} belongs in {home}", entry.id));
            }
            Some(_) => {}
        }
    }
}

/// Where a claim finds a headline if it has none of its own.
#[derive(Clone, Copy)]
enum Fallback<'a> {
    /// `strengths.txt` is missing, which is reported: without it, no headline can be.
    Unknown,
    /// The entry of the topic in `strengths.txt`, if there is one.
    Entry(Option<&'a Entry>),
}

/// For each voice, references to the words in each shape, and to what the short version says otherwise.
fn words(
    finding: FindingId,
    entry: &Entry,
    fallback: Fallback,
    pool: &mut Pool,
    texts: &Texts,
    problems: &mut Problems,
) -> Vec<(String, String)> {
    tags::check(&entry.id, &entry.fields, tags::OF_FINDINGS, problems);
    let mut chooser = Chooser::of(entry);
    let mut voices = Vec::new();
    for voice in 0..VOICES.len() {
        let (mut rows, mut short_rows) = (Vec::new(), Vec::new());
        for shape in shapes(finding) {
            let situation = &situation(*shape);
            let mut telling =
                Telling { finding, shape: *shape, situation, voice, chooser: &mut chooser, texts, problems };
            rows.push(telling.words(fallback, pool));
            let short = telling.short_words(pool);
            if short::shortens(entry) {
                short_rows.push(short);
            }
        }
        voices.push((pool.many("&FindingWords", &rows), pool.many("&ShortFinding", &short_rows)));
    }
    chooser.report_unused(problems);
    voices
}

/// One finding, as it is told in one shape and one voice.
struct Telling<'a, 'b, 'c> {
    finding: FindingId,
    shape: Shape,
    /// The shape, as tags.
    situation: &'b [&'b str],
    voice: usize,
    chooser: &'b mut Chooser<'a>,
    texts: &'b Texts,
    problems: &'b mut Problems<'c>,
}

impl<'a> Telling<'a, '_, '_> {
    /// A reference to the words.
    fn words(&mut self, fallback: Fallback, pool: &mut Pool) -> String {
        let headline = self.headline(fallback);
        let lead = self.lead(fallback).map_or("None".to_owned(), |lead| format!("Some({lead:?})"));
        let say = self.need("say").map(|field| self.rich(field, pool)).unwrap_or_default();
        let law = self.may("law").map(|field| self.rich(field, pool));
        let views = self.views().map(|views| views.map(|view| self.rich(view, pool)).join(", "));
        let must_do = self.finding.kind() == FindingKind::Claim
            && matches!(self.shape.strength, Some(Strength::S4 | Strength::S5));
        let do_this = if must_do { self.need("do this") } else { self.may("do this") };
        let do_this = do_this.map(|field| self.rich(field, pool));
        let contacts = pool.many("Contact", &self.contacts());
        let letters = pool.many("Letter", &self.letters());

        let or_none =
            |value: Option<String>| value.map_or("None".to_owned(), |value| format!("Some({value})"));
        let [law, do_this] = [law, do_this].map(or_none);
        let views = or_none(views.map(|views| format!("[{views}]")));
        let value = format!(
            "FindingWords {{ headline: {headline:?}, lead: {lead}, say: {say}, law: {law}, views: {views}, do_this: {do_this}, \
             contacts: {contacts}, letters: {letters} }}"
        );
        pool.one("FindingWords", &value)
    }

    /// A reference to what the short version says otherwise.
    fn short_words(&mut self, pool: &mut Pool) -> String {
        let mut telling = short::Telling {
            chooser: self.chooser,
            situation: self.situation,
            voice: self.voice,
            measured: short::is_main(self.finding),
            texts: self.texts,
            problems: self.problems,
        };
        let [say, do_this] = ["say", "do this"].map(|key| telling.rich(key, pool));
        pool.one("ShortFinding", &format!("ShortFinding {{ say: {say}, do_this: {do_this} }}"))
    }

    fn need(&mut self, key: &str) -> Option<&'a Field> {
        self.chooser.need(key, self.situation, self.voice, self.problems)
    }

    fn may(&mut self, key: &str) -> Option<&'a Field> {
        self.chooser.choose(key, self.situation, self.voice, self.problems)
    }

    fn report_gap(&mut self, key: &str) {
        self.chooser.report_gap(key, self.situation, self.voice, self.problems);
    }

    fn rich(&mut self, field: &Field, pool: &mut Pool) -> String {
        let blocks = rich(field, self.problems);
        pool.rich(&blocks, &self.texts.terms, self.problems)
    }

    fn headline(&mut self, fallback: Fallback) -> String {
        if let Some(field) = self.may("headline") {
            return plain(field, self.problems);
        }
        let headline = match fallback {
            _ if self.finding.kind() != FindingKind::Claim => None,
            Fallback::Unknown => Some(String::new()),
            Fallback::Entry(entry) => entry.and_then(|entry| self.of_the_topic(entry, "headline")),
        };
        headline.unwrap_or_else(|| {
            self.report_gap("headline");
            String::new()
        })
    }

    /// What stands before the text of a claim where the right it rests on makes it less firm than it is by itself.
    ///
    /// None where the claim has a text of its own for that strength.
    fn lead(&mut self, fallback: Fallback) -> Option<String> {
        let strength = self.shape.strength?;
        let rests = !matches!(self.finding.topic(), Topic::Right | Topic::Ending);
        let less_firm = matches!(strength, Strength::S3 | Strength::S4 | Strength::S5);
        let own = self.may("say").is_some_and(|say| say.tags.iter().any(|tag| tag == strength.id()));
        let Fallback::Entry(entry) = fallback else { return None };
        if !rests || !less_firm || own {
            return None;
        }
        let lead = entry.and_then(|entry| self.of_the_topic(entry, "lead"));
        if lead.is_none() {
            self.report_gap("lead");
        }
        lead
    }

    /// A text of the topic in `strengths.txt`. What is wrong there is reported once, by `check_strengths`.
    fn of_the_topic(&self, entry: &Entry, key: &str) -> Option<String> {
        let mut reported = Vec::new();
        let mut problems = Problems::of("", &mut reported);
        let field = Chooser::of(entry).choose(key, self.situation, self.voice, &mut problems)?;
        Some(plain(field, &mut problems))
    }

    /// Both views where the law is unsettled. A claim on the right that says "it depends" must have them.
    fn views(&mut self) -> Option<[&'a Field; 2]> {
        let keys = ["view a", "view b"];
        let views = keys.map(|key| self.may(key));
        let must = self.finding.topic() == Topic::Right && self.shape.strength == Some(Strength::S5);
        if must || views.iter().any(Option::is_some) {
            for (key, _) in keys.iter().zip(views).filter(|(_, view)| view.is_none()) {
                self.report_gap(key);
            }
        }
        match views {
            [Some(a), Some(b)] => Some([a, b]),
            _ => None,
        }
    }

    fn contacts(&mut self) -> Vec<String> {
        let Some(field) = self.may("contacts") else { return Vec::new() };
        let ids = plain(field, self.problems);
        ids.split(',')
            .filter_map(|id| self.texts.contacts.find(id.trim(), field.line, self.problems))
            .map(|name| format!("Contact::{name}"))
            .collect()
    }

    fn letters(&mut self) -> Vec<String> {
        let Some(field) = self.may("letter") else { return Vec::new() };
        let ids = plain(field, self.problems);
        ids.split(',')
            .filter_map(|id| self.texts.letters.find(id.trim(), field.line, self.problems))
            .map(|name| format!("Letter::{name}"))
            .collect()
    }
}

/// A shape as tags.
fn situation(shape: Shape) -> Vec<&'static str> {
    let strength = shape.strength.map(|strength| strength.id());
    let timing = shape.timing.map(|timing| timing.id());
    let nation = shape.nation.map(|nation| nation.id());
    let urgency = shape.urgency.map(|urgency| urgency.id());
    [strength, timing, nation, urgency].into_iter().flatten().collect()
}

/// The topics that claims are about.
fn topics() -> String {
    let claims = TOPICS.iter().filter(|(topic, _)| *topic != Topic::Steps);
    claims.map(|(topic, _)| topic.id()).collect::<Vec<_>>().join(", ")
}

/// Reports what is wrong with the default headlines: a tie, or tags that no claim of the topic has.
fn check_strengths(file: &File, found: &mut Vec<Problem>) {
    let mut problems = Problems::of(&file.path, found);
    for entry in file.entries() {
        tags::check(&entry.id, &entry.fields, tags::OF_FINDINGS, &mut problems);
        let Some((topic, _)) =
            TOPICS.iter().find(|(topic, _)| topic.id() == entry.id && *topic != Topic::Steps)
        else {
            problems.add(
                entry.line,
                format!("there are no claims about “{}”; there are about {}", entry.id, topics()),
            );
            continue;
        };
        let mut chooser = Chooser::of(entry);
        for finding in FindingId::ALL {
            if finding.topic() == *topic && finding.kind() == FindingKind::Claim {
                for shape in shapes(*finding) {
                    for voice in 0..VOICES.len() {
                        for key in ["headline", "lead"] {
                            chooser.choose(key, &situation(*shape), voice, &mut problems);
                        }
                    }
                }
            }
        }
        chooser.report_unused(&mut problems);
        for field in &entry.fields {
            plain(field, &mut problems);
        }
    }
}
