//! Letters: composed of parts, each as firm as the findings are; with gaps for the writer to fill.
//!
//! Pure: what is typed, and today, are given. `content/README.md` says how the parts are written.

pub mod tag;

use super::{Gap, Language, Letter, Speech, Voice, unpack::tables};
use crate::law::{
    date::Date,
    fact::Answer,
    finding::{FindingId, Nation, Strength, Timing},
    standing::Standing,
};
use std::borrow::Cow;

/// The words of a letter.
#[derive(Clone, Copy, Debug)]
pub struct LetterWords {
    /// What it is for.
    pub title: &'static str,
    /// When to send it.
    pub when: &'static str,
    /// Its parts, in their order.
    pub parts: &'static [&'static PartWords],
    /// What its writer should know, and nobody else reads.
    pub foot: &'static [&'static PartWords],
}

/// The words of a part of a letter, in every form.
#[derive(Clone, Copy, Debug)]
pub struct PartWords {
    /// What it is about, in few words.
    pub name: &'static str,
    /// Where it stands.
    pub set: Set,
    /// Is it as firm as the right? Otherwise as firm as what the letter is about.
    pub of_right: bool,
    /// Its texts: the one with the most tags that all fit is used.
    pub texts: &'static [TaggedText],
}

/// A text, and when it is used.
#[derive(Clone, Copy, Debug)]
pub struct TaggedText {
    /// Bits of [`tag`].
    pub tags: u32,
    /// The text; nothing where the part is left out.
    pub runs: &'static [Run],
}

/// A run of a text.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// As it is.
    Text(&'static str),
    /// Something that the writer fills in.
    Gap(Gap),
    /// A few words that depend on the nation or the voice.
    Phrase(&'static [TaggedText]),
}

/// Where a part stands on the paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Set {
    /// Who writes, at the top.
    From,
    /// Who it goes to.
    To,
    /// What it is about, in one line.
    Subject,
    /// A paragraph.
    Body,
    /// A greeting, or the end.
    Plain,
    /// Not on the paper: for its writer alone.
    Foot,
}

/// The words of a gap.
#[derive(Clone, Copy, Debug)]
pub struct GapWords {
    /// What its field is called.
    pub label: &'static str,
    /// What helps to fill it.
    pub hint: Option<&'static str>,
    /// What stands in the letter while it is empty.
    pub empty: &'static str,
    /// How it is filled.
    pub kind: GapKind,
}

/// How a gap is filled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GapKind {
    /// A few words.
    Line,
    /// Several lines.
    Lines,
    /// A few words, or nothing: then its line of the letter goes.
    Optional,
    /// Today, to begin with.
    Today,
    /// Fourteen days from today, to begin with.
    InFourteenDays,
    /// One month from today, to begin with.
    InOneMonth,
    /// The section that a stay was under, to begin with as it was told.
    Section,
}

/// How a supporter’s letter shows that it may be written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Consent {
    /// With a signature.
    Signed,
    /// The person will say so themselves.
    WillConfirm,
    /// By papers that let the writer act.
    ByLaw,
    /// Not yet.
    NoneYet,
}

impl Consent {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Signed, Self::WillConfirm, Self::ByLaw, Self::NoneYet];
}

/// All that decides how a letter speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Telling {
    /// In which language, and in whose voice.
    pub speech: Speech,
    /// How firmly.
    pub standing: Standing,
    /// What was said of consent, if anything.
    pub consent: Option<Consent>,
}

impl Telling {
    /// The same in another language: what stands beside a letter may be in another than the letter.
    pub fn in_language(self, language: Language) -> Self {
        Self { speech: self.speech.in_language(language), ..self }
    }
}

/// A paragraph of a letter.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paragraph {
    /// Its place among the parts of the letter.
    pub place: usize,
    /// Where it stands.
    pub set: Set,
    /// Its text.
    pub pieces: Vec<Piece>,
}

/// A piece of a paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// As it is.
    Text(Cow<'static, str>),
    /// Something that the writer fills in.
    Gap(Gap),
}

/// What to say on the phone, and what to write down.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Call {
    /// To read out, a line each.
    pub say: Vec<Vec<Piece>>,
    /// To write down.
    pub note: Vec<Vec<Piece>>,
}

/// The letter, part by part. Parts that are left out in this case are not there.
pub fn compose(letter: Letter, telling: &Telling) -> Vec<Paragraph> {
    let parts = super::letter(letter, telling.speech).parts.iter().enumerate();
    let paragraph = |(place, part): (usize, &&'static PartWords)| {
        let pieces = part.told(telling);
        (!pieces.is_empty()).then_some(Paragraph { place, set: part.set, pieces })
    };
    parts.filter_map(paragraph).collect()
}

/// What its writer should know, and nobody else reads.
pub fn foot(letter: Letter, telling: &Telling) -> Vec<String> {
    let foot = super::letter(letter, telling.speech).foot.iter().map(|part| part.told(telling));
    foot.filter(|pieces| !pieces.is_empty()).map(|pieces| text(&pieces, |_| String::new())).collect()
}

/// Is this to ring somebody, so that it helps to know what to say?
pub fn is_call(finding: FindingId) -> bool {
    finding == FindingId::AskTeam
}

/// What to say on the phone.
pub fn call(telling: &Telling) -> Call {
    let told = |parts: &[&'static PartWords]| {
        parts.iter().map(|part| part.told(telling)).filter(|pieces| !pieces.is_empty()).collect()
    };
    let [say, note] = tables(telling.speech.language).phone;
    Call { say: told(say), note: told(note) }
}

/// The words of a gap, by the nation of the bodies.
pub fn gap(gap: Gap, telling: &Telling) -> &'static GapWords {
    let nation = match telling.standing.nation {
        Some(Nation::England) => 1,
        Some(Nation::Wales) => 2,
        _ => 0,
    };
    tables(telling.speech.language).gaps[gap as usize][telling.speech.voice as usize * 3 + nation]
}

/// What stands in a gap that nobody has typed into.
pub fn suggested(gap: Gap, telling: &Telling, today: Date) -> String {
    let date = match self::gap(gap, telling).kind {
        GapKind::Line | GapKind::Lines | GapKind::Optional | GapKind::Section => return String::new(),
        GapKind::Today => today,
        GapKind::InFourteenDays => today.days_later(14),
        GapKind::InOneMonth => today.months_later(1),
    };
    super::date(date, telling.speech.language)
}

/// The law's own name for the value that was told, such as “section 3”.
pub fn section(told: Answer, speech: Speech) -> Option<&'static str> {
    let ids = told.ids();
    let values = told.question.value_ids().zip(super::question(told.question, speech).values);
    values.filter(|(id, _)| ids.contains(id)).find_map(|(_, words)| words.law)
}

/// What stands in a gap while it is empty, in brackets.
pub fn empty(gap: Gap, telling: &Telling) -> String {
    format!("[{}]", self::gap(gap, telling).empty)
}

/// These pieces as text.
pub fn text(pieces: &[Piece], filled: impl Fn(Gap) -> String) -> String {
    pieces
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Gap(gap) => filled(*gap).into(),
        })
        .collect()
}

/// A text that was edited: what stands there for an empty gap of the letter is that gap again.
pub fn pieces(edited: &str, telling: &Telling) -> Vec<Piece> {
    let mut pieces = vec![];
    let mut rest = edited;
    let first = |rest: &str| {
        let at = |gap: &Gap| {
            let empty = empty(*gap, telling);
            rest.find(&empty).map(|at| (at, *gap, empty.len()))
        };
        Gap::ALL.iter().filter_map(at).min_by_key(|(at, _, _)| *at)
    };
    while let Some((at, gap, length)) = first(rest) {
        if at > 0 {
            pieces.push(Piece::Text(rest[..at].to_owned().into()));
        }
        pieces.push(Piece::Gap(gap));
        rest = &rest[at + length..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest.to_owned().into()));
    }
    pieces
}

impl PartWords {
    fn told(&self, telling: &Telling) -> Vec<Piece> {
        let mut pieces = vec![];
        let bits = bits(telling, self.of_right);
        for run in chosen(self.texts, bits) {
            match run {
                Run::Text(text) => push(&mut pieces, text),
                Run::Gap(gap) => pieces.push(Piece::Gap(*gap)),
                Run::Phrase(texts) => {
                    for run in chosen(texts, bits) {
                        if let Run::Text(text) = run {
                            push(&mut pieces, text);
                        }
                    }
                }
            }
        }
        pieces
    }
}

fn push(pieces: &mut Vec<Piece>, text: &'static str) {
    match pieces.last_mut() {
        Some(Piece::Text(before)) => before.to_mut().push_str(text),
        _ => pieces.push(Piece::Text(text.into())),
    }
}

/// The text with the most tags that all fit. What is tagged for supporters is for clients too, unless a text that
/// fits is tagged for clients.
fn chosen(texts: &'static [TaggedText], bits: u32) -> &'static [Run] {
    let fits = |tagged: &&TaggedText, bits: u32| tagged.tags & !bits == 0;
    let own = texts.iter().any(|tagged| tagged.tags & tag::CLIENT != 0 && fits(&tagged, bits));
    let bits = if bits & tag::CLIENT != 0 && !own { bits ^ tag::CLIENT | tag::SUPPORTER } else { bits };
    let best = texts.iter().filter(|tagged| fits(tagged, bits));
    best.max_by_key(|tagged| tagged.tags.count_ones()).map_or(&[], |tagged| tagged.runs)
}

/// The case, as tags.
fn bits(telling: &Telling, of_right: bool) -> u32 {
    let Standing { right, point, timing, nation } = telling.standing;
    let strength = match if of_right { right } else { point } {
        Strength::S0 => tag::S0,
        Strength::S1 => tag::S1,
        Strength::S2 => tag::S2,
        Strength::S3 => tag::S3,
        Strength::S4 => tag::S4,
        Strength::S5 => tag::S5,
    };
    let timing = match timing {
        Timing::Now => tag::NOW,
        Timing::OnLeaving => tag::ON_LEAVING,
        Timing::OnRelease => tag::ON_RELEASE,
    };
    let nation = match nation {
        Some(Nation::England) => tag::ENGLAND,
        Some(Nation::Wales) => tag::WALES,
        _ => 0,
    };
    let voice = match telling.speech.voice {
        Voice::Me => tag::ME,
        Voice::Supporter => tag::SUPPORTER,
        Voice::Client => tag::CLIENT,
    };
    let consent = match telling.consent {
        None => 0,
        Some(Consent::Signed) => tag::SIGNED,
        Some(Consent::WillConfirm) => tag::WILL_CONFIRM,
        Some(Consent::ByLaw) => tag::BY_LAW,
        Some(Consent::NoneYet) => tag::NONE_YET,
    };
    strength | timing | nation | voice | consent
}
