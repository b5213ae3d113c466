//! Deadlines as pure functions of a date (legal specification, section 7).
//!
//! Dates are calendar dates. Each deadline has the last day in law and an earlier, safe date to show. A
//! date that has passed is never "too late": perhaps out of time, and there may still be a way.

mod counting;
mod list;
pub mod plausible;
#[cfg(test)]
mod tests;

pub use counting::*;
pub use list::deadlines;

use super::{
    date::{Date, LAW_CHECKED},
    finding::{Nation, Urgency},
    source::{Source::*, Sources},
};

/// One of the dates that F-DATES asks for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum DateKind {
    /// The day of the decision.
    Decision,
    /// The day the person found out about it.
    FoundOut,
    /// The day of their complaint.
    Complaint,
    /// The day they leave hospital.
    Leaving,
}

impl DateKind {
    /// Every date, in the order they are asked.
    pub const ALL: &[Self] = &[Self::Decision, Self::FoundOut, Self::Complaint, Self::Leaving];

    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::FoundOut => "found-out",
            Self::Complaint => "complaint",
            Self::Leaving => "leaving",
        }
    }
}

/// A date as the person gave it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Given {
    /// The date.
    pub date: Date,
    /// Is it only about then?
    pub approximate: bool,
}

/// The dates given, each or none.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Dates([Option<Given>; 4]);

impl Dates {
    /// No date.
    pub const NONE: Self = Self([None; 4]);

    /// The date of this kind, if it was given.
    pub fn get(&self, kind: DateKind) -> Option<Given> {
        self.0[kind as usize]
    }

    /// The same with this date, or without it.
    pub fn with(mut self, kind: DateKind, given: Option<Given>) -> Self {
        self.0[kind as usize] = given;
        self
    }

    /// Was no date given?
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

/// What lies outside the answers: the dates given, and today.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Circumstances {
    /// The dates given.
    pub dates: Dates,
    /// Today; never before the law was checked, whatever the clock says.
    pub today: Date,
}

/// How long ago a decision was made: the priority logic at the end of section 7.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Age {
    /// Within the three months of DL-01: the court's clock comes first.
    UnderThreeMonths,
    /// Within twelve months: complaint and ombudsman first; court may be out of time.
    UnderTwelveMonths,
    /// Longer ago: late complaints can be accepted, and a fresh request makes a fresh decision.
    Older,
}

impl Circumstances {
    /// These dates, on this day.
    pub fn new(dates: Dates, today: Date) -> Self {
        Self { dates, today: today.max(LAW_CHECKED) }
    }

    /// The day of the decision; where only that is known, the day the person found out.
    pub fn decided(&self) -> Option<Given> {
        self.dates.get(DateKind::Decision).or_else(|| {
            let found_out = self.dates.get(DateKind::FoundOut)?;
            Some(Given { approximate: true, ..found_out })
        })
    }

    /// Is the day of the decision only about right?
    pub fn is_decision_approximate(&self) -> bool {
        self.decided().is_some_and(|given| given.approximate)
    }

    /// How long ago the decision was made, and what time the court's clock leaves.
    pub fn age_of_decision(&self) -> Option<(Age, Urgency)> {
        let decided = self.decided()?.date;
        let age = if self.today <= decided.months_later(3) {
            Age::UnderThreeMonths
        } else if self.today <= decided.years_later(1) {
            Age::UnderTwelveMonths
        } else {
            Age::Older
        };
        Some((age, urgency(judicial_review(decided).safe, self.today)))
    }

    /// Does the person leave hospital within two weeks (ACT-08)? About a day given as approximate, within four.
    pub fn leaving_within_two_weeks(&self) -> Option<bool> {
        let leaving = self.dates.get(DateKind::Leaving)?;
        let days = if leaving.approximate { 28 } else { 14 };
        Some(leaving.date.days_since(self.today) <= days)
    }
}

/// What time a safe date leaves, in the bands of DL-01.
pub fn urgency(safe: Date, today: Date) -> Urgency {
    match safe.days_since(today) {
        ..0 => Urgency::PerhapsLate,
        0..21 => Urgency::UnderThreeWeeks,
        21..=56 => Urgency::ThreeToEightWeeks,
        _ => Urgency::OverEightWeeks,
    }
}

macro_rules! deadlines {
    ($( $(#[$doc:meta])* $deadline:ident = $id:literal [$deciding:ident $(, $also:ident)*], )+) => {
        /// A deadline of section 7.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum DeadlineId { $( $(#[$doc])* $deadline, )+ }

        impl DeadlineId {
            /// Every deadline.
            pub const ALL: &[DeadlineId] = &[ $( DeadlineId::$deadline, )+ ];

            /// The id in the legal specification, such as `DL-01`.
            pub const fn id(self) -> &'static str {
                match self { $( DeadlineId::$deadline => $id, )+ }
            }

            /// What it rests on, the deciding source first.
            pub const fn sources(self) -> Sources {
                match self { $( DeadlineId::$deadline => Sources { deciding: $deciding, also: &[$($also),*] }, )+ }
            }
        }
    };
}

deadlines! {
    /// Judicial review: promptly, and at most three months.
    JudicialReview = "DL-01" [JudicialReviewTime],
    /// Complaint to the ombudsman for councils, England.
    Lgsco = "DL-02" [Lgsco],
    /// Complaint to the ombudsman for the NHS, England.
    Phso = "DL-03" [Phso],
    /// Complaint about the NHS, England.
    NhsComplaintEngland = "DL-04" [ComplaintTimeEngland],
    /// Complaint about council social care, England.
    CouncilComplaintEngland = "DL-05" [ComplaintTimeEngland, ComplaintsEngland],
    /// Concern about the NHS, Wales.
    NhsConcernWales = "DL-06" [NhsConcernsWales],
    /// Complaint about the council, Wales.
    CouncilComplaintWales = "DL-07" [CouncilComplaintsWales],
    /// Reply to a request for one's records.
    RecordsReply = "DL-08" [Ico],
    /// Claim under the Human Rights Act.
    HumanRights = "DL-09" [HumanRightsAct7],
    /// Complaint to the ombudsman, Wales.
    Psow = "DL-10" [Psow19],
    /// Referral by the body to the ombudsman, Wales.
    PsowReferral = "DL-11" [Psow19],
    /// Referring oneself back to secondary mental health services, Wales.
    ReferringBack = "DL-12" [WalesMeasure3],
    /// Court claim for money back.
    Refund = "DL-13" [Limitation, Refunds],
    /// Claim under the Equality Act.
    Equality = "DL-14" [EqualityAct118],
    /// A complaint without a reply.
    ReplyOverdue = "DL-15" [WaitingForReply],
    /// A dispute between English councils that is not resolved.
    CouncilsDispute = "DL-16" [DisputeRegs],
}

impl DeadlineId {
    /// Is it the day on which somebody else's answer is due, and not one to act by?
    pub const fn is_reply(self) -> bool {
        matches!(self, Self::RecordsReply | Self::ReplyOverdue)
    }
}

/// A deadline on the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Deadline {
    /// Which.
    pub id: DeadlineId,
    /// The nation whose bodies it is about, where that matters.
    pub nation: Option<Nation>,
    /// The day from which it counts.
    pub start: Date,
    /// The date to show: act before the end of this day.
    pub safe: Date,
    /// The last day in law, where there is one.
    pub last: Option<Date>,
    /// Does it count from a day that is only about right, or from finding out in place of the decision?
    pub approximate: bool,
}
