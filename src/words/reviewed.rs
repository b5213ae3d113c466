//! Which words a solicitor has read as they stand now: `reviews.txt`, compared when the crate is built.
//!
//! A signature holds the fingerprint of the words and of the rule that were read. Once either changes, it no longer counts.

use super::{Language, Speech, generated};
use crate::law::{fact::Question, finding::FindingId};

/// A text that can be signed, with the fingerprints of what it is now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text {
    /// What sort of text: `question`, `finding`, `source`, `term`, `contact`, `letter`, `gap`, `phone`, `deadline`, `fact`,
    /// `stay`, `myth`, `page` or `guide`.
    pub kind: &'static str,
    /// Its id, such as `ELIG-01`.
    pub id: &'static str,
    /// The fingerprint of its words, in every shape and voice.
    pub words: &'static str,
    /// The fingerprint of the rule of a finding; the mark of a source.
    pub rule: Option<&'static str>,
}

/// What has been reviewed in a language. A text counts when it and all that it shows are signed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reviewed {
    /// Every text there is.
    pub(super) everything: bool,
    /// What stands round every screen: the page’s own words, and whom to turn to.
    pub(super) round: bool,
    /// Every deadline.
    pub(super) deadlines: bool,
    /// A bit for each question.
    pub(super) questions: &'static [u64],
    /// A bit for each finding.
    pub(super) findings: &'static [u64],
    /// Every text was read by somebody who speaks the language, or is in the language of the law, English.
    pub(super) all_read: bool,
    /// The same for the words of each finding alone, a bit for each.
    pub(super) read: &'static [u64],
}

/// What a screen shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shown<'a> {
    /// Only what leads to the questions: then every text counts.
    Start,
    /// These questions and findings.
    These {
        /// The questions, asked or answered.
        questions: &'a [Question],
        /// The findings.
        findings: &'a [FindingId],
        /// Are there deadlines?
        deadlines: bool,
    },
}

impl Reviewed {
    /// Has everything that is shown been reviewed?
    pub fn covers(&self, shown: Shown) -> bool {
        match shown {
            Shown::Start => self.everything,
            Shown::These { questions, findings, deadlines } => {
                self.round
                    && (self.deadlines || !deadlines)
                    && questions.iter().all(|question| bit(self.questions, *question as usize))
                    && findings.iter().all(|finding| bit(self.findings, *finding as usize))
            }
        }
    }

    /// Has every text been read by somebody who speaks its language?
    ///
    /// English, in which the law was read, is the measure itself.
    pub fn is_all_read(&self) -> bool {
        self.all_read
    }

    /// Have the words of this finding? Where not, the English stands below.
    pub fn is_read(&self, finding: FindingId) -> bool {
        bit(self.read, finding as usize)
    }

    /// Has anything been reviewed that could stand on a screen alone? Where not, nobody need look what is shown.
    pub fn is_any(&self) -> bool {
        self.round
    }
}

fn bit(bits: &[u64], place: usize) -> bool {
    bits.get(place / 64).is_some_and(|word| word >> (place % 64) & 1 == 1)
}

/// What has been reviewed of the words that a speech uses.
pub fn reviewed(speech: Speech) -> &'static Reviewed {
    generated::reviewed(speech.language)
}

/// Every text of a language that can be signed.
pub fn texts(language: Language) -> &'static [Text] {
    generated::texts(language)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PART: Reviewed = Reviewed {
        everything: false,
        round: true,
        deadlines: false,
        questions: &[1 << Question::NationNow as u64],
        findings: &[0, 1 << (FindingId::Pay12 as u64 - 64)],
        all_read: false,
        read: &[],
    };

    fn these<'a>(questions: &'a [Question], findings: &'a [FindingId]) -> Shown<'a> {
        Shown::These { questions, findings, deadlines: false }
    }

    #[test]
    fn a_screen_is_reviewed_when_all_that_it_shows_is() {
        use FindingId::{Pay11, Pay12};
        let (nation, whereabouts) = (Question::NationNow, Question::Whereabouts);
        for (shown, expected) in [
            (these(&[nation], &[]), true),
            (these(&[nation], &[Pay12]), true),
            (these(&[nation, whereabouts], &[Pay12]), false),
            (these(&[nation], &[Pay12, Pay11]), false),
            (Shown::These { questions: &[nation], findings: &[Pay12], deadlines: true }, false),
            (Shown::Start, false),
        ] {
            assert_eq!(PART.covers(shown), expected, "{shown:?}");
        }
        assert!(!Reviewed { round: false, ..PART }.covers(these(&[nation], &[])), "the page round it");
        assert!(Reviewed { everything: true, ..PART }.covers(Shown::Start));
    }

    #[test]
    fn every_text_has_a_fingerprint_and_an_id_of_its_own() {
        for language in Language::ALL {
            let texts = texts(*language);
            for (place, text) in texts.iter().enumerate() {
                assert_eq!(text.words.len(), 16, "{text:?}");
                assert!(
                    texts[..place].iter().all(|other| (other.kind, other.id) != (text.kind, text.id)),
                    "{text:?}"
                );
            }
            for id in FindingId::ALL {
                assert!(texts.iter().any(|text| (text.kind, text.id) == ("finding", id.id())), "{id:?}");
            }
            for question in Question::ALL {
                assert!(
                    texts.iter().any(|text| (text.kind, text.id) == ("question", question.id())),
                    "{question:?}"
                );
            }
        }
    }
}
