//! How each kind of words is read: field by field, in the order in which they are written.

use super::{
    Reader, Unpack,
    short::{ShortFinding, ShortQuestion},
};
use crate::law::{
    date::Date,
    finding::{FindingId, Nation},
    source::{Mark, Source},
};
use crate::words::letter::{GapKind, GapWords, LetterWords, PartWords, Run, Set, TaggedText};
use crate::words::{
    Contact, ContactWords, DeadlineWords, FindingWords, Gap, Letter, MythWords, NameWords, QuestionWords,
    SourceWords, TermWords, ValueWords,
};

const NATIONS: [Nation; 4] = [Nation::England, Nation::Wales, Nation::Scotland, Nation::NorthernIreland];
const MARKS: [Mark; 4] = [Mark::Read, Mark::ReadSecondHand, Mark::Recalled, Mark::Unconfirmed];
const SETS: [Set; 6] = [Set::From, Set::To, Set::Subject, Set::Body, Set::Plain, Set::Foot];
const GAP_KINDS: [GapKind; 7] = [
    GapKind::Line,
    GapKind::Lines,
    GapKind::Optional,
    GapKind::Today,
    GapKind::InFourteenDays,
    GapKind::InOneMonth,
    GapKind::Section,
];

impl Unpack for &'static str {
    fn unpack(from: &mut Reader) -> Self {
        from.text()
    }
}

impl Unpack for Contact {
    fn unpack(from: &mut Reader) -> Self {
        from.one_of(Self::ALL)
    }
}

impl Unpack for Letter {
    fn unpack(from: &mut Reader) -> Self {
        from.one_of(Self::ALL)
    }
}

impl Unpack for FindingId {
    fn unpack(from: &mut Reader) -> Self {
        from.one_of(Self::ALL)
    }
}

impl Unpack for Nation {
    fn unpack(from: &mut Reader) -> Self {
        from.one_of(&NATIONS)
    }
}

impl Unpack for QuestionWords {
    fn unpack(from: &mut Reader) -> Self {
        Self {
            ask: from.text(),
            hint: from.may_rich(),
            why: from.rich(),
            find_out: from.rich(),
            error: from.text(),
            values: from.list(),
        }
    }
}

impl Unpack for ShortQuestion {
    fn unpack(from: &mut Reader) -> Self {
        Self {
            ask: from.may(),
            hint: from.may_rich(),
            why: from.may_rich(),
            find_out: from.may_rich(),
            hints: from.list(),
        }
    }
}

impl Unpack for ShortFinding {
    fn unpack(from: &mut Reader) -> Self {
        Self { say: from.may_rich(), do_this: from.may_rich() }
    }
}

impl Unpack for Option<&'static str> {
    fn unpack(from: &mut Reader) -> Self {
        from.may()
    }
}

impl Unpack for ValueWords {
    fn unpack(from: &mut Reader) -> Self {
        Self { label: from.text(), law: from.may(), hint: from.may(), told: from.text(), if_so: from.may() }
    }
}

impl Unpack for FindingWords {
    fn unpack(from: &mut Reader) -> Self {
        Self {
            headline: from.text(),
            lead: from.may(),
            say: from.rich(),
            law: from.may_rich(),
            views: (from.number() > 0).then(|| [from.rich(), from.rich()]),
            do_this: from.may_rich(),
            contacts: from.list(),
            letters: from.list(),
        }
    }
}

impl Unpack for DeadlineWords {
    fn unpack(from: &mut Reader) -> Self {
        Self { name: from.text(), says: from.rich(), late: from.rich() }
    }
}

impl Unpack for MythWords {
    fn unpack(from: &mut Reader) -> Self {
        Self { myth: from.text(), fact: from.rich(), source: from.one_of(Source::ALL), beside: from.list() }
    }
}

impl Unpack for TermWords {
    fn unpack(from: &mut Reader) -> Self {
        Self { term: from.text(), means: from.rich() }
    }
}

impl Unpack for ContactWords {
    fn unpack(from: &mut Reader) -> Self {
        Self {
            name: from.text(),
            says: from.text(),
            nations: from.list(),
            phone: from.may(),
            text: from.may(),
            address: from.may(),
            mark: from.one_of(&MARKS),
            checked: Date::new(from.number() as u16, from.number() as u8, from.number() as u8),
        }
    }
}

impl Unpack for SourceWords {
    fn unpack(from: &mut Reader) -> Self {
        Self { title: from.text(), address: from.text(), copy: from.text(), says: from.text() }
    }
}

impl Unpack for NameWords {
    fn unpack(from: &mut Reader) -> Self {
        Self { name: from.text() }
    }
}

impl Unpack for LetterWords {
    fn unpack(from: &mut Reader) -> Self {
        Self { title: from.text(), when: from.text(), parts: from.list(), foot: from.list() }
    }
}

impl Unpack for &'static PartWords {
    fn unpack(from: &mut Reader) -> Self {
        match from.number() {
            0 | 1 => {
                let part: &PartWords = Box::leak(Box::new(PartWords {
                    name: from.text(),
                    set: from.one_of(&SETS),
                    of_right: from.number() > 0,
                    texts: from.list(),
                }));
                from.parts.push(part);
                part
            }
            back => from.parts[from.parts.len() + 1 - back],
        }
    }
}

impl Unpack for TaggedText {
    fn unpack(from: &mut Reader) -> Self {
        Self { tags: from.number() as u32, runs: from.list() }
    }
}

impl Unpack for Run {
    fn unpack(from: &mut Reader) -> Self {
        match from.number() {
            0 => Self::Text(from.text()),
            1 => Self::Phrase(match from.number() {
                0 | 1 => {
                    let phrase = from.list();
                    from.phrases.push(phrase);
                    phrase
                }
                back => from.phrases[from.phrases.len() + 1 - back],
            }),
            gap => Self::Gap(Gap::ALL[gap - 2]),
        }
    }
}

impl Unpack for GapWords {
    fn unpack(from: &mut Reader) -> Self {
        Self { label: from.text(), hint: from.may(), empty: from.text(), kind: from.one_of(&GAP_KINDS) }
    }
}
