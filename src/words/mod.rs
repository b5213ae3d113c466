//! The words: what each question and finding says, in each language and voice.
//!
//! Everything is packed from `content/` when the crate is built (see `content/README.md`); a text that is missing fails
//! the build. A language is unpacked once, when the first of its words is asked for, and stays.

use crate::law::{
    date::Date,
    deadline::DeadlineId,
    fact::{Answer, Question},
    finding::{FindingId, Nation, Shape},
    journey::Journey,
    shapes::shapes,
    source::{Mark, Source},
    stays::Under,
};

pub mod calendar;
pub mod case_notes;
#[cfg(test)]
#[allow(unused_imports)]
mod compile;
pub mod document;
mod fill;
pub mod letter;
pub mod reviewed;
mod rich;
mod sentence;
#[cfg(test)]
mod short_tests;
mod squeeze;
#[cfg(test)]
mod tests;
mod unpack;

/// What `build.rs` makes from `content/`.
mod generated {
    use super::Rich;
    use super::reviewed::{Reviewed, Text};
    use super::unpack::Reader;
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

pub use fill::{date, fill, month};
pub use generated::{Contact, Gap, Language, Letter, PageWords, Term};
pub use letter::LetterWords;
pub use rich::{Block, Rich, Span, line, plain, sentences};
use unpack::{short, tables};

/// Who is spoken to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Voice {
    /// The person whose aftercare it is.
    #[default]
    Me,
    /// Someone who supports that person: family, a friend, a carer.
    Supporter,
    /// Someone who advises that person. Spoken to as a supporter, where no text is tagged for clients.
    Client,
}

/// How much is said.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Length {
    /// Everything.
    #[default]
    Full,
    /// The questions and the main results in fewer and shorter sentences, where they have such texts.
    Short,
}

/// How the page speaks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Speech {
    /// In which language.
    pub language: Language,
    /// To whom.
    pub voice: Voice,
    /// At which length.
    pub length: Length,
}

impl Speech {
    /// Everything, in a language and a voice.
    pub const fn new(language: Language, voice: Voice) -> Self {
        Self { language, voice, length: Length::Full }
    }

    /// The same in another language.
    pub const fn in_language(self, language: Language) -> Self {
        Self { language, ..self }
    }

    /// The same in full, as what is kept, sent or shown to others must be.
    pub const fn in_full(self) -> Self {
        Self { length: Length::Full, ..self }
    }

    /// The same in short.
    pub const fn in_short(self) -> Self {
        Self { length: Length::Short, ..self }
    }

    /// Is only the short version said?
    pub fn is_short(self) -> bool {
        self.length == Length::Short
    }
}

/// The words of a question.
#[derive(Clone, Copy, Debug)]
pub struct QuestionWords {
    /// The question.
    pub ask: &'static str,
    /// What helps to answer it.
    pub hint: Option<Rich>,
    /// Why we ask.
    pub why: Rich,
    /// How to find out.
    pub find_out: Rich,
    /// What to do, when nothing was chosen.
    pub error: &'static str,
    /// Its values, in the order of [`Question::value_ids`].
    pub values: &'static [ValueWords],
}

/// The words of one value of a question.
#[derive(Clone, Copy, Debug)]
pub struct ValueWords {
    /// The choice.
    pub label: &'static str,
    /// The law's own name for it.
    pub law: Option<&'static str>,
    /// What helps to choose it.
    pub hint: Option<&'static str>,
    /// For "because you told us".
    pub told: &'static str,
    /// For "what would change this": the condition, without a full stop.
    pub if_so: Option<&'static str>,
}

/// The words of a finding in one shape.
#[derive(Clone, Copy, Debug)]
pub struct FindingWords {
    /// It in one line, as firmly as the shape allows.
    pub headline: &'static str,
    /// What stands before it where the right that it rests on is itself uncertain.
    pub lead: Option<&'static str>,
    /// It in a few sentences.
    pub say: Rich,
    /// What the law says.
    pub law: Option<Rich>,
    /// Both views, where the law is unsettled.
    pub views: Option<[Rich; 2]>,
    /// The one thing to do.
    pub do_this: Option<Rich>,
    /// Who can help.
    pub contacts: &'static [Contact],
    /// The letters that do it, the best one first.
    pub letters: &'static [Letter],
}

/// The words of a source.
#[derive(Clone, Copy, Debug)]
pub struct SourceWords {
    /// What it is, and which part.
    pub title: &'static str,
    /// Where it is read.
    pub address: &'static str,
    /// Which copy was read, or that none was.
    pub copy: &'static str,
    /// What it says.
    pub says: &'static str,
}

/// An entry of the glossary.
#[derive(Clone, Copy, Debug)]
pub struct TermWords {
    /// The term.
    pub term: &'static str,
    /// What it means.
    pub means: Rich,
}

/// Somebody to turn to.
#[derive(Clone, Copy, Debug)]
pub struct ContactWords {
    /// Who it is.
    pub name: &'static str,
    /// What they are for.
    pub says: &'static str,
    /// Where they help.
    pub nations: &'static [Nation],
    /// The number to ring, as it is read out.
    pub phone: Option<&'static str>,
    /// What to text, and where.
    pub text: Option<&'static str>,
    /// The address on the web.
    pub address: Option<&'static str>,
    /// How well the number was confirmed.
    pub mark: Mark,
    /// When it was checked.
    pub checked: Date,
}

/// The words of a deadline.
#[derive(Clone, Copy, Debug)]
pub struct DeadlineWords {
    /// What it is for, in few words.
    pub name: &'static str,
    /// What to do by its date.
    pub says: Rich,
    /// What may still be possible after its date.
    pub late: Rich,
}

/// A short name, for the adviser view.
#[derive(Clone, Copy, Debug)]
pub struct NameWords {
    /// The name.
    pub name: &'static str,
}

/// Something that people may have heard and that is not so.
#[derive(Clone, Copy, Debug)]
pub struct MythWords {
    /// What they may have heard.
    pub myth: &'static str,
    /// How it is.
    pub fact: Rich,
    /// Where that comes from.
    pub source: Source,
    /// The findings beside which it helps.
    pub beside: &'static [FindingId],
}

/// The words of a deadline.
#[inline(never)]
pub fn deadline(deadline: DeadlineId, speech: Speech) -> &'static DeadlineWords {
    tables(speech.language).deadlines[deadline as usize][speech.voice as usize]
}

/// What the adviser view calls a fact.
#[inline(never)]
pub fn fact(question: Question, speech: Speech) -> &'static str {
    tables(speech.language).facts[question as usize][speech.voice as usize].name
}

/// What the adviser view calls a kind of stay.
#[inline(never)]
pub fn stay(under: Under, speech: Speech) -> &'static str {
    tables(speech.language).stays[under as usize][speech.voice as usize].name
}

/// What people may have heard.
#[inline(never)]
pub fn myths(speech: Speech) -> &'static [&'static MythWords] {
    &tables(speech.language).myths[speech.voice as usize]
}

/// The words of a question.
#[inline(never)]
pub fn question(question: Question, speech: Speech) -> &'static QuestionWords {
    let place = speech.voice as usize;
    match speech.length {
        Length::Full => tables(speech.language).questions[question as usize][place],
        Length::Short => short(speech.language).questions[question as usize][place],
    }
}

/// What was chosen, in the words it was chosen by.
pub fn labels(answer: Answer, speech: Speech) -> String {
    let chosen = answer.ids();
    let labels = of_values(answer.question, &chosen, speech).map(|words| words.label);
    labels.collect::<Vec<_>>().join("; ")
}

/// What was told by these values, in sentences.
pub fn told(question: Question, values: &[&str], speech: Speech) -> String {
    of_values(question, values, speech).map(|words| words.told).collect::<Vec<_>>().join(" ")
}

fn of_values(
    question: Question,
    values: &[&str],
    speech: Speech,
) -> impl Iterator<Item = &'static ValueWords> {
    let words = self::question(question, speech).values;
    question.value_ids().zip(words).filter(|(value, _)| values.contains(value)).map(|(_, words)| words)
}

/// What a journey is called.
#[inline(never)]
pub fn journey(journey: Journey, speech: Speech) -> &'static str {
    let page = page(speech);
    match journey {
        Journey::Entitled => page.journey_entitled,
        Journey::WhoPays => page.journey_who_pays,
        Journey::Problem => page.journey_problem,
    }
}

/// The words of a finding in this shape, which must be one of its [`shapes`].
#[inline(never)]
pub fn finding(id: FindingId, shape: Shape, speech: Speech) -> &'static FindingWords {
    // Words for another shape would be more or less firm than the finding is: better none than those.
    let shapes = shapes(id);
    let place = shapes.iter().position(|known| *known == shape).expect("a shape of the finding");
    let place = speech.voice as usize * shapes.len() + place;
    match speech.length {
        Length::Full => tables(speech.language).findings[id as usize][place],
        Length::Short => short(speech.language).findings[id as usize][place],
    }
}

/// The words of a source.
#[inline(never)]
pub fn source(source: Source, speech: Speech) -> &'static SourceWords {
    tables(speech.language).sources[source as usize][speech.voice as usize]
}

/// An entry of the glossary.
#[inline(never)]
pub fn glossary(term: Term, speech: Speech) -> &'static TermWords {
    tables(speech.language).terms[term as usize][speech.voice as usize]
}

/// The words of a contact.
#[inline(never)]
pub fn contact(contact: Contact, speech: Speech) -> &'static ContactWords {
    tables(speech.language).contacts[contact as usize][speech.voice as usize]
}

/// A letter, in the voice of the one who writes it: [`letter::compose`] puts it together.
#[inline(never)]
pub fn letter(letter: Letter, speech: Speech) -> &'static LetterWords {
    tables(speech.language).letters[letter as usize][speech.voice as usize]
}

/// The words of the page itself.
#[inline(never)]
pub fn page(speech: Speech) -> &'static PageWords {
    &tables(speech.language).pages[speech.voice as usize]
}
