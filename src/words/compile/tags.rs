//! Tags say when a field is used; the most specific field whose tags all fit wins.

use super::format::{Entry, Field, Problems};
use crate::law::finding::{Nation, Strength, Timing, Urgency};
use std::collections::BTreeSet;

/// The voices, as tags. Their order is that of `words::Voice`.
pub const VOICES: [&str; 3] = ["me", "supporter", "client"];
/// What is said in the short version alone, as a tag.
pub const SHORT: &str = "short";
/// How a supporter’s letter shows that it may be written, as tags. Their order is that of `words::letter::Consent`.
pub const CONSENTS: [&str; 4] = ["signed", "will-confirm", "by-law", "none-yet"];

const NATIONS: [Nation; 5] =
    [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland, Nation::Abroad];
const URGENCIES: [Urgency; 4] =
    [Urgency::OverEightWeeks, Urgency::ThreeToEightWeeks, Urgency::UnderThreeWeeks, Urgency::PerhapsLate];
const TIMINGS: [Timing; 3] = [Timing::Now, Timing::OnLeaving, Timing::OnRelease];

/// What a tag is about. A field has at most one tag about each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// The strength of a claim.
    Strength,
    /// The timing of a claim.
    Timing,
    /// The nation that a finding is about.
    Nation,
    /// How pressing a step is.
    Urgency,
    /// Who is spoken to.
    Voice,
    /// What a supporter said of consent.
    Consent,
    /// How much is said.
    Length,
}

/// What a finding can be tagged with.
pub const OF_FINDINGS: &[About] =
    &[About::Strength, About::Timing, About::Nation, About::Urgency, About::Voice, About::Length];
/// What a question can be tagged with.
pub const OF_QUESTIONS: &[About] = &[About::Voice, About::Length];
/// What a text of a letter can be tagged with.
pub const OF_LETTERS: &[About] =
    &[About::Strength, About::Timing, About::Nation, About::Voice, About::Consent];
/// What a few words in a letter, and the words of a gap, can be tagged with.
pub const OF_PHRASES: &[About] = &[About::Nation, About::Voice];
/// What everything else can be tagged with.
pub const OF_OTHERS: &[About] = &[About::Voice];

fn about(tag: &str) -> Option<About> {
    match tag {
        _ if Strength::ALL.iter().any(|strength| strength.id() == tag) => Some(About::Strength),
        _ if TIMINGS.iter().any(|timing| timing.id() == tag) => Some(About::Timing),
        _ if NATIONS.iter().any(|nation| nation.id() == tag) => Some(About::Nation),
        _ if URGENCIES.iter().any(|urgency| urgency.id() == tag) => Some(About::Urgency),
        _ if VOICES.contains(&tag) => Some(About::Voice),
        _ if CONSENTS.contains(&tag) => Some(About::Consent),
        SHORT => Some(About::Length),
        _ => None,
    }
}

/// Reports tags that do not exist, do not belong, or exclude each other.
pub fn check(entry: &str, fields: &[Field], allowed: &[About], problems: &mut Problems) {
    for field in fields {
        let mut seen: Vec<(About, &str)> = Vec::new();
        for tag in &field.tags {
            match about(tag) {
                None => {
                    problems.add(field.line, format!("{entry}: {} has the unknown tag “{tag}”", field.name()))
                }
                Some(about) if !allowed.contains(&about) => problems
                    .add(field.line, format!("{entry}: {} cannot be tagged “{tag}” here", field.name())),
                Some(about) => match seen.iter().find(|(other, _)| *other == about) {
                    Some((_, other)) => problems.add(
                        field.line,
                        format!(
                            "{entry}: “{other}” and “{tag}” can never both be true; write the field twice"
                        ),
                    ),
                    None => seen.push((about, tag)),
                },
            }
        }
    }
}

/// The fields of one owner (an entry, or a value of a question), from which texts are chosen.
pub struct Chooser<'a> {
    owner: String,
    line: usize,
    fields: &'a [Field],
    used: BTreeSet<usize>,
    tied: BTreeSet<(usize, usize)>,
}

impl<'a> Chooser<'a> {
    /// Chooses from the fields of an entry.
    pub fn of(entry: &'a Entry) -> Self {
        Self::new(entry.id.clone(), entry.line, &entry.fields)
    }

    /// Chooses from these fields.
    pub fn new(owner: String, line: usize, fields: &'a [Field]) -> Self {
        Self { owner, line, fields, used: BTreeSet::new(), tied: BTreeSet::new() }
    }

    /// What the fields belong to, as their editor would name it.
    pub fn owner(&self) -> &str {
        &self.owner
    }

    /// The field with this key for someone spoken to in a voice, in a situation with these tags.
    ///
    /// What is tagged for supporters is for clients too, unless something is tagged for clients.
    pub fn choose(
        &mut self,
        key: &str,
        situation: &[&str],
        voice: usize,
        problems: &mut Problems,
    ) -> Option<&'a Field> {
        let voice = VOICES[voice];
        let own = |field: &Field| {
            field.tags.iter().any(|tag| tag == "client") && fits(field, key, situation, voice)
        };
        match voice {
            "client" if !self.fields.iter().any(own) => {
                self.choose_exactly(key, situation, "supporter", problems)
            }
            _ => self.choose_exactly(key, situation, voice, problems),
        }
    }

    /// As `choose`, and a problem if there is none.
    pub fn need(
        &mut self,
        key: &str,
        situation: &[&str],
        voice: usize,
        problems: &mut Problems,
    ) -> Option<&'a Field> {
        let field = self.choose(key, situation, voice, problems);
        if field.is_none() {
            self.report_gap(key, situation, voice, problems);
        }
        field
    }

    /// As `choose`, for the short version: the field that it has for itself, or else that of the full one.
    pub fn choose_short(
        &mut self,
        key: &str,
        situation: &[&str],
        voice: usize,
        problems: &mut Problems,
    ) -> Option<&'a Field> {
        self.choose(key, &[situation, &[SHORT]].concat(), voice, problems)
    }

    /// Reports that a text is missing, in the first voice for which it is.
    pub fn report_gap(&mut self, key: &str, situation: &[&str], voice: usize, problems: &mut Problems) {
        let by_voice = self
            .fields
            .iter()
            .any(|field| field.key == key && field.tags.iter().any(|tag| VOICES.contains(&tag.as_str())));
        if voice > 0 && (0..voice).any(|before| self.choose(key, situation, before, problems).is_none()) {
            return;
        }
        let mut when = situation.to_vec();
        if by_voice {
            when.push(VOICES[voice]);
        }
        let when = if when.is_empty() { String::new() } else { format!(" for {}", when.join(" ")) };
        problems.add(self.line, format!("{} has no “{key}”{when}", self.owner));
    }

    fn choose_exactly(
        &mut self,
        key: &str,
        situation: &[&str],
        voice: &str,
        problems: &mut Problems,
    ) -> Option<&'a Field> {
        let fits = |field: &&Field| fits(field, key, situation, voice);
        let fields: &'a [Field] = self.fields;
        let best = fields.iter().filter(fits).max_by_key(|field| field.tags.len())?;
        let rivals = fields.iter().filter(fits).filter(|field| field.tags.len() == best.tags.len());
        for rival in rivals {
            // Fields with the very same tags were reported as written twice.
            let same = rival.tags.iter().all(|tag| best.tags.contains(tag));
            self.used.insert(rival.line);
            if !same && self.tied.insert((rival.line, best.line)) {
                problems.add(
                    best.line,
                    format!(
                        "{}: {} ties with {} on line {} for {}; give one of them more tags",
                        self.owner,
                        best.name(),
                        rival.name(),
                        rival.line,
                        situation.join(" "),
                    ),
                );
            }
        }
        self.used.insert(best.line);
        Some(best)
    }

    /// Reports fields that no situation ever chooses.
    pub fn report_unused(&self, problems: &mut Problems) {
        for field in self.fields.iter().filter(|field| !self.used.contains(&field.line)) {
            let why = if field.tags.is_empty() {
                "fields with tags cover every case"
            } else {
                "its tags fit no case that is left to it"
            };
            problems.add(field.line, format!("{}: {} is never used: {why}", self.owner, field.name()));
        }
    }
}

/// Do the tags of a field fit?
fn fits(field: &Field, key: &str, situation: &[&str], voice: &str) -> bool {
    field.key == key && field.tags.iter().all(|tag| tag == voice || situation.contains(&tag.as_str()))
}
