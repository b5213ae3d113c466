//! Stays in order, as an adviser reads them off the papers, and the facts that follow from them.
//!
//! F-SECTS, F-COURT, F-MOVEDIN, F-TIMES, F-WHEN, F-NAT-BEFORE, F-HELD and F-STAY ask a visitor in plain groups for
//! what a list of stays holds. Only what the list says for certain follows from it; the rest is asked as ever.

use super::{
    answers::Answers,
    fact::{
        Answer, CourtOrder, EverHeld, HeldUnder, HomeBefore, LastLeft, LeftSince, MovedIn, Question, Stays,
        Value,
    },
    interview::Interview,
};

/// How a kind of stay counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counts {
    /// Section 117(1) names it, or it is treated as one that is named, or may be: a stay for F-TIMES.
    AsStay,
    /// A recall: part of the stay before it, and not a new one.
    AsRecall,
    /// It shows that there was such a stay, and is none itself.
    AsSign,
    /// Not by itself.
    Not,
    /// The papers do not say.
    Unknown,
}

macro_rules! unders {
    ($( $(#[$doc:meta])* $under:ident = $id:literal $counts:ident [$($fact:ident::$value:ident),*], )+) => {
        /// What a stay was under, as the papers name it.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Under { $( $(#[$doc])* $under, )+ }

        impl Under {
            /// Every kind of stay, in the order of section 1 of the specification.
            pub const ALL: &[Under] = &[ $( Under::$under, )+ ];

            /// Its id in case notes.
            pub const fn id(self) -> &'static str {
                match self { $( Under::$under => $id, )+ }
            }

            /// How it counts.
            pub const fn counts(self) -> Counts {
                match self { $( Under::$under => Counts::$counts, )+ }
            }

            /// What it answers, beside others like it.
            fn says(self) -> Vec<(Question, Answers)> {
                match self { $( Under::$under => vec![ $( ($fact::QUESTION, $fact::$value.answers()), )* ], )+ }
            }
        }
    };
}

unders! {
    /// W-01: section 3.
    Section3 = "section-3" AsStay [EverHeld::Section3, HeldUnder::Section3],
    /// W-02: section 37, a hospital order, and admitted.
    Section37 = "section-37" AsStay [EverHeld::Court, CourtOrder::HospitalOrder, HeldUnder::Section37],
    /// W-03: section 37 with 41.
    Section37And41 = "section-37-41" AsStay [EverHeld::Court, CourtOrder::HospitalOrder, HeldUnder::Section37And41],
    /// W-04: section 45A.
    Section45A = "section-45a" AsStay [EverHeld::Court, CourtOrder::HospitalDirection, HeldUnder::Section45A],
    /// W-05, W-07: section 47, or 47 with 49, or a notional section 37.
    Section47 = "section-47" AsStay [EverHeld::FromPrison, HeldUnder::Section47],
    /// W-06: section 48, or 48 with 49.
    Section48 = "section-48" AsStay [EverHeld::FromPrison, HeldUnder::Section48],
    /// W-19: the Mental Health Act 1959, section 26 or 60.
    Act1959 = "act-1959" AsStay [EverHeld::Section3],
    /// W-08: unfit to plead or insanity, since 31 March 2005.
    Insanity = "insanity" AsStay [EverHeld::Court, CourtOrder::UnfitOrInsanity],
    /// W-09: the same, before 31 March 2005.
    InsanityBefore2005 = "insanity-before-2005" AsStay [EverHeld::Court, CourtOrder::UnfitOrInsanityBefore2005],
    /// W-10: section 44 or 51(5).
    OtherOrder = "section-44-51" AsStay [EverHeld::Court, CourtOrder::OtherOrder],
    /// W-20, W-23: moved here by officials while detained elsewhere in the British Isles.
    MovedDetained = "moved-detained" AsStay [EverHeld::OtherCountry, MovedIn::WhileDetained],
    /// W-21: moved here by officials while on a community order.
    MovedOnCommunityOrder = "moved-community" AsStay [EverHeld::OtherCountry, MovedIn::OnCommunityOrder],
    /// W-22: moved here by officials while conditionally discharged.
    MovedOnCondition = "moved-conditional" AsStay [EverHeld::OtherCountry, MovedIn::WhileConditionallyDischarged],
    /// W-11: out of hospital on a community treatment order.
    Cto = "cto" AsSign [EverHeld::CtoOrConditional],
    /// W-12: out of hospital, conditionally discharged.
    ConditionalDischarge = "conditional-discharge" AsSign [EverHeld::CtoOrConditional],
    /// W-32: back in hospital, recalled from either.
    Recall = "recall" AsRecall [EverHeld::CtoOrConditional],
    /// N-01: section 2.
    Section2 = "section-2" Not [HeldUnder::Another],
    /// N-02, N-03: section 4 or 5.
    Section4Or5 = "section-4-5" Not [HeldUnder::Another],
    /// N-05: section 135 or 136.
    Section135Or136 = "section-135-136" Not [HeldUnder::Another],
    /// N-04: a court's remand or interim order, section 35, 36 or 38.
    RemandOrInterim = "section-35-36-38" Not [EverHeld::Court, CourtOrder::OnlyRemandOrInterim, HeldUnder::RemandOrInterim],
    /// N-06: a court's guardianship order, section 37.
    CourtGuardianship = "guardianship-order" Not [EverHeld::Court, CourtOrder::Guardianship],
    /// N-06: guardianship, section 7.
    Guardianship = "guardianship" Not [],
    /// N-07: in hospital by choice.
    Informal = "informal" Not [],
    /// N-08: deprived of liberty under the Mental Capacity Act.
    Dols = "dols" Not [],
    /// N-09: detained under the law of another country, and came by their own choice.
    OtherCountry = "other-country" Not [EverHeld::OtherCountry, MovedIn::OwnChoice],
    /// The papers do not say.
    Unknown = "not-known" Unknown [],
}

/// When a stay ended.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Left {
    /// Not known.
    #[default]
    Unknown,
    /// In this year, or this month (1 to 12) of it.
    In {
        /// The year.
        year: u16,
        /// The month, where it is known.
        month: Option<u8>,
    },
    /// The person is still in hospital.
    StillThere,
}

/// Why a text is not a month of a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotAMonth;

impl Left {
    /// The first year that a paper about such a stay can name.
    const FIRST_YEAR: u16 = 1930;

    /// Reads a month and a year (`6 2014`, `06/2014`, `2014-06`) or a year alone; nothing typed is not known.
    ///
    /// # Errors
    ///
    /// Anything else, a month beyond 12, or a year that no such stay can have ended in.
    pub fn read(text: &str) -> Result<Self, NotAMonth> {
        let parts: Vec<&str> =
            text.split(|char: char| !char.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
        let number = |part: &str| part.parse::<u16>().map_err(|_| NotAMonth);
        let is_year = |part: &str| part.len() == 4;
        let (year, month) = match parts[..] {
            [] => return Ok(Self::Unknown),
            [year] if is_year(year) => (number(year)?, None),
            [month, year] if is_year(year) && month.len() <= 2 => (number(year)?, Some(number(month)?)),
            [year, month] if is_year(year) && month.len() <= 2 => (number(year)?, Some(number(month)?)),
            _ => return Err(NotAMonth),
        };
        let month = month.map(|month| u8::try_from(month).map_err(|_| NotAMonth)).transpose()?;
        if month.is_some_and(|month| !(1..=12).contains(&month)) || !(Self::FIRST_YEAR..2200).contains(&year)
        {
            return Err(NotAMonth);
        }
        Ok(Self::In { year, month })
    }

    /// As [`Left::read`] reads it: `2014-06`, `2014`, or nothing.
    pub fn text(self) -> String {
        match self {
            Self::In { year, month: Some(month) } => format!("{year}-{month:02}"),
            Self::In { year, month: None } => year.to_string(),
            Self::Unknown | Self::StillThere => String::new(),
        }
    }

    /// The first and the last month that it may be, counted in months.
    fn months(self) -> Option<(u32, u32)> {
        let Self::In { year, month } = self else { return None };
        let january = u32::from(year) * 12;
        Some(match month {
            Some(month) => (january + u32::from(month) - 1, january + u32::from(month) - 1),
            None => (january, january + 11),
        })
    }

    /// The period of F-WHEN that it lies in, if it is known well enough.
    fn period(self) -> Option<LastLeft> {
        const fn month(year: u32, month: u32) -> u32 {
            year * 12 + month - 1
        }
        let (first, last) = self.months()?;
        let period = |at: u32| match at {
            _ if at >= month(2022, 7) => LastLeft::SinceJuly2022,
            _ if at >= month(2015, 4) => LastLeft::April2015ToJune2022,
            _ if at >= month(1983, 10) => LastLeft::October1983ToMarch2015,
            _ => LastLeft::BeforeOctober1983,
        };
        (period(first) == period(last)).then_some(period(first))
    }
}

/// One stay.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Stay {
    /// What it was under.
    pub under: Under,
    /// When it ended.
    pub left: Left,
    /// Where home was just before it, as an answer to F-NAT-BEFORE; nothing where nobody has said.
    pub home: Option<Answer>,
}

impl Stay {
    /// A stay of which nothing is known yet.
    pub const NEW: Self = Self { under: Under::Unknown, left: Left::Unknown, home: None };
}

impl Answer {
    /// Where home was before a stay, by the id of the value.
    pub fn home_before(id: &str) -> Option<Self> {
        Self::from_ids(HomeBefore::QUESTION, [id]).ok()
    }
}

/// The questions that a list of stays can answer.
pub const ANSWERED: &[Question] = &[
    Question::HeldUnder,
    Question::EverHeld,
    Question::LeftSince,
    Question::CourtOrder,
    Question::MovedIn,
    Question::LastLeft,
    Question::HomeBefore,
    Question::Stays,
];

/// The places of stays that ended before the one listed above them: the list is in the wrong order there.
pub fn out_of_order(stays: &[Stay]) -> Vec<usize> {
    let mut latest = 0;
    let mut wrong = vec![];
    for (place, stay) in stays.iter().enumerate() {
        if let Some((first, last)) = stay.left.months() {
            if last < latest {
                wrong.push(place);
            }
            latest = latest.max(first);
        }
    }
    wrong
}

/// The facts that follow from these stays, the earliest first. Nothing follows from an empty list.
pub fn facts(stays: &[Stay]) -> Vec<Answer> {
    if stays.is_empty() {
        return vec![];
    }
    let facts =
        [ever_held(stays), held_now(stays), left_since(stays), times(stays), last_left(stays), home(stays)];
    let chosen = [strongest(stays, Question::CourtOrder, COURT), strongest(stays, Question::MovedIn, MOVED)];
    facts.into_iter().chain(chosen).flatten().collect()
}

/// The interview with what these stays say, in place of what the stays before them said.
///
/// Another answer, told by itself, stands: a list may leave out what somebody knows.
pub fn told(interview: &Interview, before: &[Stay], stays: &[Stay]) -> Interview {
    let said_before =
        facts(before).into_iter().filter(|answer| interview.told(answer.question) == Some(*answer));
    let cleared = said_before.fold(interview.clone(), |told, answer| told.without(answer.question));
    facts(stays).into_iter().fold(cleared, |told, answer| {
        if told.told(answer.question).is_none() { told.answered(answer) } else { told }
    })
}

/// A court may have ordered several things: the one by which section 117 is reached first counts.
const COURT: &[&str] = &[
    "hospital-order",
    "hospital-direction",
    "unfit-or-insanity",
    "unfit-or-insanity-before-2005",
    "other-order",
    "only-remand-or-interim",
    "guardianship",
];

/// The same for a move between countries.
const MOVED: &[&str] =
    &["on-community-order", "while-detained", "while-conditionally-discharged", "own-choice"];

fn strongest(stays: &[Stay], question: Question, order: &[&'static str]) -> Option<Answer> {
    let said =
        |answer: Answer| stays.iter().any(|stay| stay.under.says().contains(&(question, answer.alone())));
    order.iter().filter_map(|id| Answer::from_ids(question, [*id]).ok()).find(|answer| said(*answer))
}

/// F-SECTS: every group that a stay belongs to; "only other kinds" where none does.
fn ever_held(stays: &[Stay]) -> Option<Answer> {
    let question = EverHeld::QUESTION;
    let ticks = stays.iter().flat_map(|stay| stay.under.says()).filter(|(about, _)| *about == question);
    let ticks = ticks.fold(vec![], |mut ids: Vec<&str>, (_, answers)| {
        // The lowest code that holds a tick is that tick alone.
        let alone = answers.codes().next().and_then(|code| Answer::from_code(question, code));
        ids.extend(alone.map(Answer::ids).unwrap_or_default());
        ids
    });
    let unknown = stays.iter().any(|stay| stay.under.counts() == Counts::Unknown);
    let unsure = unknown.then_some(super::fact::NOT_SURE);
    let none = if ticks.is_empty() && !unknown { question.none_id() } else { None };
    Answer::from_ids(question, ticks.into_iter().chain(unsure).chain(none)).ok()
}

/// F-HELD: what the last stay is under, if the person is still there.
fn held_now(stays: &[Stay]) -> Option<Answer> {
    let last = stays.last().filter(|stay| stay.left == Left::StillThere)?;
    let (question, answers) =
        last.under.says().into_iter().find(|(question, _)| *question == HeldUnder::QUESTION)?;
    Answer::from_code(question, answers.single()?)
}

/// F-STAY: has the person left hospital since the latest stay that counts, now that they are in hospital again?
fn left_since(stays: &[Stay]) -> Option<Answer> {
    let (last, before) = stays.split_last()?;
    if last.left != Left::StillThere || last.under.counts() == Counts::AsStay {
        return None;
    }
    let value = match latest(before)?.left {
        Left::StillThere => LeftSince::StayedOn,
        Left::In { .. } => LeftSince::CameBack,
        Left::Unknown => return None,
    };
    Answer::from_code(LeftSince::QUESTION, value.place())
}

/// The latest stay that counts.
fn latest(stays: &[Stay]) -> Option<&Stay> {
    stays.iter().rfind(|stay| stay.under.counts() == Counts::AsStay)
}

/// F-TIMES. Where a kind is not known, one may be more.
fn times(stays: &[Stay]) -> Option<Answer> {
    let value = match stays.iter().filter(|stay| stay.under.counts() == Counts::AsStay).count() {
        0 => return None,
        1 if stays.iter().any(|stay| stay.under.counts() == Counts::Unknown) => {
            return Answer::from_ids(Stays::QUESTION, [super::fact::NOT_SURE]).ok();
        }
        1 => Stays::One,
        _ => Stays::More,
    };
    Answer::from_code(Stays::QUESTION, value.place())
}

/// F-WHEN: when the latest stay that counts ended; or a recall after it, which is part of that stay.
fn last_left(stays: &[Stay]) -> Option<Answer> {
    let counts = |stay: &&Stay| matches!(stay.under.counts(), Counts::AsStay | Counts::AsRecall);
    let period = stays.iter().rfind(counts)?.left.period()?;
    Answer::from_code(LastLeft::QUESTION, period.place())
}

/// F-NAT-BEFORE: home just before the latest stay that counts.
fn home(stays: &[Stay]) -> Option<Answer> {
    latest(stays)?.home
}

#[cfg(test)]
#[path = "stays_tests.rs"]
mod tests;
