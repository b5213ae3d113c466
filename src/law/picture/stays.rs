//! The homes and stays that decide the council, in the order in which they came (section 117(3), 3.2).

use super::super::{
    case::{Asked, Case},
    claim::Claim,
    fact::{Answer, HomeBefore, LastLeft, Stays as HowMany, Value, Whereabouts},
    finding::{
        FindingId::*,
        Strength::{S1, S2},
        Timing, Topic,
    },
    journey::Claims,
};

/// The line of homes and stays.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stays {
    /// The earliest first.
    pub spans: Vec<Span>,
    /// What is to be said beside it.
    pub remark: Option<Remark>,
}

/// What is to be said beside the line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Remark {
    /// Moving later changes nothing.
    MovingLater,
    /// The latest stay ended before April 2015: older rules may look elsewhere.
    OlderRules,
}

/// A stretch of the line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// Which.
    pub part: Part,
    /// What the person told about it.
    pub told: Option<Answer>,
    /// Whether the law looks at it.
    pub counts: Option<Counts>,
}

/// A home, a stay, or a time between them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// Earlier homes and stays.
    Earlier,
    /// The home just before the latest such stay.
    HomeBefore,
    /// The latest stay under a section that counts.
    Stay,
    /// Out of hospital, before being called back.
    Between,
    /// Called back to hospital.
    Recall,
    /// Where the person lived, or was sent, on leaving hospital.
    WentTo,
    /// Where the person is now.
    Now,
    /// Where the person will live on leaving hospital.
    WillGo,
}

/// Whether the law looks at a stretch of the line to find the council.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counts {
    /// This one decides.
    Decides,
    /// Probably this one.
    Probably,
    /// Probably this one, if the person had settled where a council placed them.
    IfSettled,
    /// This one, once it is known.
    OnceKnown,
    /// The council that placed the person there, once that rule has started.
    Placer,
    /// One view looks here.
    OneView,
    /// The other view looks here.
    OtherView,
    /// Not agreed.
    Disputed,
}

impl Part {
    /// Is it in hospital?
    pub const fn is_in_hospital(self) -> bool {
        matches!(self, Self::Stay | Self::Recall)
    }

    /// Does the help go on through it, or begin with it?
    pub const fn is_after(self) -> bool {
        matches!(self, Self::Between | Self::WentTo | Self::Now | Self::WillGo)
    }
}

/// Only where there is a right, or probably one, and the result says which council.
pub(super) fn stays(case: &Case, claims: &Claims) -> Asked<Option<Stays>> {
    let right = claims.summary.right;
    let council = claims.others.iter().map(|(_, claim)| *claim).find(|it| it.id.topic() == Topic::Council);
    let (S1 | S2, Some(council)) = (right.strength, council) else { return Ok(None) };
    let recalled = case.known(Whereabouts::Recalled)?;
    let leaving = council.timing == Timing::OnLeaving;
    let span = |part, told| Span { part, told, counts: counts(council, recalled, part) };
    let now = case.answer(Whereabouts::QUESTION);

    let mut spans = vec![];
    if case.known(HowMany::More)? {
        spans.push(span(Part::Earlier, None));
    }
    spans.push(span(Part::HomeBefore, case.answer(HomeBefore::QUESTION)));
    let left = if leaving && !recalled { now } else { case.answer(LastLeft::QUESTION) };
    spans.push(span(Part::Stay, left));
    if recalled {
        spans.extend([span(Part::Between, None), span(Part::Recall, None)]);
    }
    if leaving {
        spans.push(span(Part::WillGo, None));
    } else {
        if matches!(council.id, Pay05 | Pay22) {
            spans.push(span(Part::WentTo, None));
        }
        spans.push(span(Part::Now, now));
    }
    let remark = match council.id {
        Pay18 if !recalled => Some(Remark::OlderRules),
        Pay01 | Pay02 | Pay04 => Some(Remark::MovingLater),
        _ => None,
    };
    Ok(Some(Stays { spans, remark }))
}

/// Does this claim look at this stretch?
fn counts(council: Claim, recalled: bool, part: Part) -> Option<Counts> {
    let looked_at = match council.id {
        Pay05 | Pay22 => matches!(part, Part::WentTo | Part::WillGo),
        Pay18 => part == Part::HomeBefore || part == Part::Between,
        _ => part == Part::HomeBefore,
    };
    looked_at.then_some(match council.id {
        Pay22 => Counts::Disputed,
        Pay23 => Counts::OnceKnown,
        Pay19 => Counts::IfSettled,
        PlacingCouncil => Counts::Placer,
        Pay18 if recalled && part == Part::Between => Counts::OtherView,
        Pay18 => Counts::OneView,
        _ if council.strength == S1 => Counts::Decides,
        _ => Counts::Probably,
    })
}
