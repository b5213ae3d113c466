//! The findings: claims, notes and steps, in every shape that each can have.

use super::format::{Entry, Field, Problem, Problems, plain, rich};
use super::language::{File, Texts, write_table};
use super::pool::Pool;
use super::tags::{self, Chooser, VOICES};
use crate::law::finding::{FindingId, FindingKind, Shape, Strength, Topic};
use crate::law::shapes::shapes;

const TOPICS: [(Topic, &str); 3] =
    [(Topic::Right, "right.txt"), (Topic::Ending, "ending.txt"), (Topic::Steps, "steps.txt")];

/// Writes `FINDINGS`: for each voice and finding, its words in each of its shapes.
pub fn write(code: &mut String, pool: &mut Pool, texts: &Texts, found: &mut Vec<Problem>) {
    for (topic, name) in TOPICS {
        check_ids(topic, texts.file(name), found);
    }
    let strengths = texts.file("strengths.txt");
    let mut voices = vec![Vec::new(); VOICES.len()];
    for finding in FindingId::ALL {
        let file = file_of(texts, finding.topic());
        let Some(entry) = file.entries().iter().find(|entry| entry.id == finding.id()) else { continue };
        let default = strengths.entries().iter().find(|entry| entry.id == finding.topic().id());
        // Without the file, every headline would be missing; the missing file is problem enough.
        let default = if strengths.entries.is_none() { Default::Unknown } else { Default::Entry(default) };
        let mut problems = Problems::of(&file.path, found);
        for (row, words) in voices.iter_mut().zip(words(*finding, entry, default, pool, texts, &mut problems))
        {
            row.push(words);
        }
    }
    check_strengths(strengths, found);
    write_table(code, pool, "FINDINGS", "&[&FindingWords]", &voices);
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
enum Default<'a> {
    Unknown,
    Entry(Option<&'a Entry>),
}

/// For each voice, a reference to the words in each shape.
fn words(
    finding: FindingId,
    entry: &Entry,
    default: Default,
    pool: &mut Pool,
    texts: &Texts,
    problems: &mut Problems,
) -> Vec<String> {
    tags::check(&entry.id, &entry.fields, tags::OF_FINDINGS, problems);
    let mut chooser = Chooser::of(entry);
    let words = (0..VOICES.len()).map(|voice| {
        let shapes: Vec<String> = shapes(finding)
            .iter()
            .map(|shape| shape_words(finding, *shape, voice, &mut chooser, default, pool, texts, problems))
            .collect();
        pool.many("&FindingWords", &shapes)
    });
    let words = words.collect();
    chooser.report_unused(problems);
    words
}

#[allow(clippy::too_many_arguments)]
fn shape_words(
    finding: FindingId,
    shape: Shape,
    voice: usize,
    chooser: &mut Chooser,
    default: Default,
    pool: &mut Pool,
    texts: &Texts,
    problems: &mut Problems,
) -> String {
    let situation = situation(shape);
    let headline = match chooser.choose("headline", &situation, voice, problems) {
        Some(field) => plain(field, problems),
        None => match default_headline(finding, default, &situation, voice) {
            Some(headline) => headline,
            None => {
                chooser.report_gap("headline", &situation, voice, problems);
                String::new()
            }
        },
    };
    let say = chooser.need("say", &situation, voice, problems);
    let law = chooser.choose("law", &situation, voice, problems);
    let must_do =
        finding.kind() == FindingKind::Claim && matches!(shape.strength, Some(Strength::S4 | Strength::S5));
    let do_this = match must_do {
        true => chooser.need("do this", &situation, voice, problems),
        false => chooser.choose("do this", &situation, voice, problems),
    };
    let views = views(finding, shape, &situation, voice, chooser, problems);
    let contacts = chooser.choose("contacts", &situation, voice, problems);
    let letter = chooser.choose("letter", &situation, voice, problems);

    let mut rich_of = |field: &Field, problems: &mut Problems| {
        let blocks = rich(field, problems);
        pool.rich(&blocks, &texts.terms, problems)
    };
    let say = say.map(|field| rich_of(field, problems)).unwrap_or_default();
    let [law, do_this] = [law, do_this].map(|field| match field {
        Some(field) => format!("Some({})", rich_of(field, problems)),
        None => "None".to_owned(),
    });
    let views = match views {
        Some(views) => format!("Some([{}])", views.map(|field| rich_of(field, problems)).join(", ")),
        None => "None".to_owned(),
    };
    let contacts: Vec<String> = contacts
        .map(|field| (field.line, plain(field, problems)))
        .iter()
        .flat_map(|(line, ids)| ids.split(',').map(|id| (*line, id.trim())))
        .filter_map(|(line, id)| texts.contacts.find(id, line, problems))
        .map(|name| format!("Contact::{name}"))
        .collect();
    let contacts = pool.many("Contact", &contacts);
    let letter = match letter {
        Some(field) => {
            let id = plain(field, problems);
            let name = texts.letters.find(&id, field.line, problems).unwrap_or_default();
            format!("Some(Letter::{name})")
        }
        None => "None".to_owned(),
    };
    let value = format!(
        "FindingWords {{ headline: {headline:?}, say: {say}, law: {law}, views: {views}, do_this: {do_this}, \
         contacts: {contacts}, letter: {letter} }}"
    );
    pool.one("FindingWords", &value)
}

/// Both views where the law is unsettled. A claim on the right that says "it depends" must have them.
fn views<'a>(
    finding: FindingId,
    shape: Shape,
    situation: &[&str],
    voice: usize,
    chooser: &mut Chooser<'a>,
    problems: &mut Problems,
) -> Option<[&'a Field; 2]> {
    let keys = ["view a", "view b"];
    let views = keys.map(|key| chooser.choose(key, situation, voice, problems));
    let must = finding.topic() == Topic::Right && shape.strength == Some(Strength::S5);
    if must || views.iter().any(Option::is_some) {
        for (key, _) in keys.iter().zip(views).filter(|(_, view)| view.is_none()) {
            chooser.report_gap(key, situation, voice, problems);
        }
    }
    match views {
        [Some(one), Some(other)] => Some([one, other]),
        _ => None,
    }
}

fn situation(shape: Shape) -> Vec<&'static str> {
    let strength = shape.strength.map(|strength| strength.id());
    let timing = shape.timing.map(|timing| timing.id());
    let nation = shape.nation.map(|nation| nation.id());
    [strength, timing, nation].into_iter().flatten().collect()
}

fn default_headline(
    finding: FindingId,
    default: Default,
    situation: &[&str],
    voice: usize,
) -> Option<String> {
    let Default::Entry(entry) = default else { return Some(String::new()) };
    if finding.kind() != FindingKind::Claim {
        return None;
    }
    // What is wrong with the defaults themselves is reported once, by `check_strengths`.
    let mut unreported = Vec::new();
    let mut problems = Problems::of("strengths.txt", &mut unreported);
    let field = Chooser::of(entry?).choose("headline", situation, voice, &mut problems)?;
    Some(plain(field, &mut problems))
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
                format!("there are no claims about “{}”; there are about right, ending", entry.id),
            );
            continue;
        };
        let mut chooser = Chooser::of(entry);
        for finding in FindingId::ALL {
            if finding.topic() == *topic && finding.kind() == FindingKind::Claim {
                for shape in shapes(*finding) {
                    for voice in 0..VOICES.len() {
                        chooser.choose("headline", &situation(*shape), voice, &mut problems);
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
