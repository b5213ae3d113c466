//! Letters as they are being written: what was typed into gaps, and which paragraphs were changed.
//!
//! Kept in memory with the answers and forgotten with them. Pure, so that it is tested without a browser.

use crate::{
    law::{date::Date, fact::Answer, standing::Standing},
    words::{
        Gap, Language, Letter, Speech, Voice, document,
        letter::{self, Consent, GapKind, Paragraph, Piece, Set, Telling},
    },
};

/// All that was typed for letters. Gaps are shared between them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Writing {
    /// Who writes, if that was chosen beside a letter.
    pub voice: Option<Voice>,
    /// In which language letters are, if that was chosen beside one.
    pub language: Option<Language>,
    /// How a supporter shows that they may write, if they said.
    pub consent: Option<Consent>,
    /// The answer that names the section, if one does: letters begin with it.
    section: Option<Answer>,
    typed: Vec<(Gap, String)>,
    changed: Vec<Changed>,
}

/// A paragraph with other words. It stands as long as its first words are the same: with another voice or other
/// answers the letter says something else, and the change waits.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Changed {
    letter: Letter,
    first: Paragraph,
    text: String,
}

/// What a person can do on a letter’s screen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Act {
    /// Say who writes.
    Voice(Voice),
    /// Say in which language letters are.
    Language(Language),
    /// Say how a supporter shows that they may write.
    Consent(Consent),
    /// Type into a gap.
    Fill(Gap, String),
    /// Change the words of a paragraph, known by its first words.
    Change(Letter, Paragraph, String),
    /// Put back its first words.
    PutBack(Letter, Paragraph),
}

impl Writing {
    /// The same after a person has done this.
    pub fn after(mut self, act: Act) -> Self {
        match act {
            Act::Voice(voice) => self.voice = Some(voice),
            Act::Language(language) => self.language = Some(language),
            Act::Consent(consent) => self.consent = Some(consent),
            Act::Fill(gap, text) => {
                self.typed.retain(|(known, _)| *known != gap);
                self.typed.push((gap, text));
            }
            Act::Change(letter, first, text) => {
                self.forget(letter, &first);
                self.changed.push(Changed { letter, first, text });
            }
            Act::PutBack(letter, first) => self.forget(letter, &first),
        }
        self
    }

    /// The same about a case that names this section.
    pub fn about(self, section: Option<Answer>) -> Self {
        Self { section, ..self }
    }

    fn forget(&mut self, letter: Letter, first: &Paragraph) {
        self.changed.retain(|changed| changed.letter != letter || changed.first != *first);
    }

    /// How letters speak: in the voice and the language chosen here, or those of the page.
    pub fn telling(&self, standing: Standing, speech: Speech) -> Telling {
        let voice = self.voice.unwrap_or(speech.voice);
        let language = self.language.unwrap_or(speech.language);
        Telling { speech: Speech::new(language, voice), standing, consent: self.consent }
    }

    /// What stands in a gap.
    pub fn filled(&self, gap: Gap, telling: &Telling, today: Date) -> String {
        let typed = self.typed.iter().find(|(known, _)| *known == gap);
        typed.map_or_else(|| self.suggested(gap, telling, today), |(_, text)| text.clone())
    }

    /// What stands in a gap that nobody has typed into.
    fn suggested(&self, gap: Gap, telling: &Telling, today: Date) -> String {
        let is_section = letter::gap(gap, telling).kind == GapKind::Section;
        let section = self.section.filter(|_| is_section);
        match section.and_then(|told| letter::section(told, telling.speech)) {
            Some(section) => section.to_owned(),
            None => letter::suggested(gap, telling, today),
        }
    }

    /// A letter as it stands now.
    pub fn sheet(&self, letter: Letter, telling: Telling, today: Date) -> Sheet {
        let shown = letter::compose(letter, &telling).into_iter().map(|first| {
            let changed = self.changed.iter().find(|it| it.letter == letter && it.first == first);
            let pieces = changed
                .map_or_else(|| first.pieces.clone(), |changed| letter::pieces(&changed.text, &telling));
            Shown { pieces, text: changed.map(|changed| changed.text.clone()), first }
        });
        Sheet {
            letter,
            shown: shown.collect(),
            values: Gap::ALL.iter().map(|gap| self.filled(*gap, &telling, today)).collect(),
            telling,
        }
    }
}

/// A letter as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// Which letter.
    pub letter: Letter,
    /// How it speaks.
    pub telling: Telling,
    /// Its paragraphs.
    pub shown: Vec<Shown>,
    values: Vec<String>,
}

/// A paragraph as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shown {
    /// With its first words.
    pub first: Paragraph,
    /// With the words it has now.
    pub pieces: Vec<Piece>,
    /// The text that it was changed to, if it was.
    pub text: Option<String>,
}

impl Sheet {
    /// What stands in a gap; empty where nothing does.
    pub fn value(&self, gap: Gap) -> &str {
        &self.values[gap as usize]
    }

    /// Is there nothing in this gap?
    pub fn is_empty(&self, gap: Gap) -> bool {
        self.value(gap).trim().is_empty()
    }

    /// May this gap stay empty, so that its line goes?
    pub fn is_optional(&self, gap: Gap) -> bool {
        letter::gap(gap, &self.telling).kind == GapKind::Optional
    }

    /// The gaps of this letter, in the order of their fields.
    pub fn gaps(&self) -> Vec<Gap> {
        let has = |gap: &&Gap| self.shown.iter().any(|shown| shown.first.pieces.contains(&Piece::Gap(**gap)));
        Gap::ALL.iter().filter(has).copied().collect()
    }

    /// How many gaps are still empty, of those that should not be.
    pub fn left(&self) -> usize {
        let stands = |gap: &&Gap| self.shown.iter().any(|shown| shown.pieces.contains(&Piece::Gap(**gap)));
        let open = |gap: &&Gap| self.is_empty(**gap) && !self.is_optional(**gap);
        Gap::ALL.iter().filter(stands).filter(open).count()
    }

    /// A paragraph as text to change: empty gaps in brackets.
    pub fn to_change(&self, shown: &Shown) -> String {
        shown.text.clone().unwrap_or_else(|| {
            letter::text(&shown.pieces, |gap| {
                if self.is_empty(gap) {
                    letter::empty(gap, &self.telling)
                } else {
                    self.value(gap).to_owned()
                }
            })
        })
    }

    /// The whole letter as plain text, to copy.
    pub fn plain_text(&self) -> String {
        let parts: Vec<String> = self.parts().into_iter().map(|(_, text)| text).collect();
        parts.join("\n\n") + "\n"
    }

    /// The whole letter as a document, to save: its subject is a heading, its lists are lists.
    pub fn document(&self) -> Vec<document::Paragraph> {
        let mut pieces = vec![];
        for (set, text) in self.parts() {
            let mut plain: Vec<&str> = vec![];
            for line in text.lines() {
                match line.strip_prefix("- ") {
                    Some(item) => {
                        pieces.extend(together(&mut plain, set));
                        pieces.push(document::Paragraph::Item(item.to_owned()));
                    }
                    None => plain.push(line),
                }
            }
            pieces.extend(together(&mut plain, set));
        }
        pieces
    }

    /// Each part that says something, and where it stands. Lines whose optional gap is empty are not there.
    fn parts(&self) -> Vec<(Set, String)> {
        /// No text has this character.
        const NOTHING: &str = "\u{0}";
        let one = |shown: &Shown| {
            let text = letter::text(&shown.pieces, |gap| match self.is_empty(gap) {
                false => self.value(gap).trim().to_owned(),
                true if self.is_optional(gap) => NOTHING.to_owned(),
                true => letter::empty(gap, &self.telling),
            });
            let lines: Vec<&str> = text.lines().filter(|line| !line.contains(NOTHING)).collect();
            (shown.first.set, lines.join("\n").trim().to_owned())
        };
        self.shown.iter().map(one).filter(|(_, text)| !text.is_empty()).collect()
    }
}

/// The lines so far as one paragraph, if there are any.
fn together(lines: &mut Vec<&str>, set: Set) -> Option<document::Paragraph> {
    let text = std::mem::take(lines).join("\n").trim().to_owned();
    match set {
        _ if text.is_empty() => None,
        Set::Subject => Some(document::Paragraph::Heading(text)),
        _ => Some(document::Paragraph::Text(text)),
    }
}

impl Shown {
    /// Can its words be changed here? The head follows the fields.
    pub fn can_change(&self) -> bool {
        matches!(self.first.set, Set::To | Set::Subject | Set::Body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        law::{
            date::LAW_CHECKED,
            fact::Question,
            finding::{Strength, Timing},
        },
        words::Language,
    };

    const SPEECH: Speech = Speech::new(Language::English, Voice::Me);
    const STANDING: Standing =
        Standing { right: Strength::S1, point: Strength::S1, timing: Timing::Now, nation: None };

    fn sheet(writing: &Writing) -> Sheet {
        writing.sheet(Letter::DisputeCharge, writing.telling(STANDING, SPEECH), LAW_CHECKED)
    }

    fn after(acts: impl IntoIterator<Item = Act>) -> Writing {
        acts.into_iter().fold(Writing::default(), Writing::after)
    }

    /// The paragraph about the hospital stay.
    fn held(sheet: &Sheet) -> &Shown {
        sheet.shown.iter().find(|shown| shown.pieces.contains(&Piece::Gap(Gap::Section))).expect("the stay")
    }

    #[test]
    fn gaps_are_filled_everywhere_and_counted() {
        let (before, writing) =
            (sheet(&Writing::default()), after([Act::Fill(Gap::Name, "Sam Okafor".into())]));
        let now = sheet(&writing);
        assert_eq!(now.left() + 1, before.left());
        assert!(before.plain_text().contains("[your name]"));
        assert_eq!(now.plain_text().matches("Sam Okafor").count(), 2, "at the head and at the end");
        assert!(now.plain_text().contains("Please say who leads") && now.plain_text().contains("2026"));
        // Gaps are shared between letters.
        let other = writing.sheet(Letter::Records, writing.telling(STANDING, SPEECH), LAW_CHECKED);
        assert!(other.plain_text().contains("Sam Okafor"));
        let emptied = writing.after(Act::Fill(Gap::Name, " ".into()));
        assert_eq!(sheet(&emptied).left(), before.left());
    }

    #[test]
    fn a_letter_begins_with_the_section_that_was_told() {
        let told = |question, id| Answer::from_ids(question, [id]).expect("an answer");
        for (section, text) in [
            (None, "under [section] of"),
            (Some(told(Question::EverHeld, "section-3")), "under section 3 of"),
            (Some(told(Question::HeldUnder, "section-37-41")), "under section 37/41 of"),
        ] {
            let writing = Writing::default().about(section);
            assert!(sheet(&writing).plain_text().contains(text), "{text}");
            let other = writing.after(Act::Fill(Gap::Section, "section 48".into()));
            assert!(sheet(&other).plain_text().contains("under section 48 of"), "what is typed stands");
        }
    }

    #[test]
    fn a_line_with_an_optional_gap_goes_while_it_is_empty() {
        assert!(!sheet(&Writing::default()).plain_text().contains("NHS number"));
        let writing = after([Act::Fill(Gap::NhsNumber, "943 476 5919".into())]);
        assert!(sheet(&writing).plain_text().contains("NHS number 943 476 5919"));
    }

    #[test]
    fn a_changed_paragraph_keeps_its_words_when_a_gap_changes_and_its_gaps_stay_gaps() {
        let first = sheet(&Writing::default());
        let stay = held(&first);
        let text = first.to_change(stay) + " It was long.";
        let writing = after([Act::Change(first.letter, stay.first.clone(), text)]);
        let changed = sheet(&writing);
        assert_eq!(changed.left(), first.left(), "its gaps are still gaps");
        let writing = writing.after(Act::Fill(Gap::Hospital, "Larch House".into()));
        let text = sheet(&writing).plain_text();
        assert!(text.contains("at Larch House, [from when to when]. It was long."), "{text}");
        let back = writing.after(Act::PutBack(first.letter, stay.first.clone()));
        assert!(!sheet(&back).plain_text().contains("It was long."));
    }

    #[test]
    fn a_change_waits_while_the_letter_says_something_else() {
        let first = sheet(&Writing::default());
        let stay = held(&first);
        let writing = after([Act::Change(first.letter, stay.first.clone(), "Mine.".into())]);
        let other = writing.clone().after(Act::Voice(Voice::Supporter));
        assert!(!sheet(&other).plain_text().contains("Mine."));
        assert!(sheet(&other.after(Act::Voice(Voice::Me))).plain_text().contains("Mine."));
    }
}
