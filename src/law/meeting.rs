//! What to take to a section 117 review or discharge meeting (5.10): what to ask for, and what to ask.
//!
//! It asks, and asserts nothing that the claims do not.

use super::{
    bodies,
    case::{Asked, Case},
    fact::{Issue, Question},
    finding::{
        FindingId::*,
        Nation::{self, Wales},
        Strength::{S0, S1, S2, S3, S4},
        Timing::{Now, OnLeaving, OnRelease},
        Topic,
    },
    journey::{Claims, Subject},
    steps::nation_now,
};

/// A meeting to prepare for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Meeting {
    /// What it is about.
    pub kind: Kind,
    /// The nation of the bodies; none where it is not known.
    pub bodies: Option<Nation>,
    /// What to ask for, in words to start from.
    pub wants: Vec<Want>,
    /// What to ask.
    pub asks: Vec<Ask>,
    /// Is money asked for? Then the warning not to stop paying on one's own goes with it.
    pub charged: bool,
}

/// What the meeting is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A review of help that there is, or should be.
    Review,
    /// Before leaving hospital.
    BeforeLeaving,
    /// Before release from prison or immigration detention.
    BeforeRelease,
    /// It is not certain that there is a right.
    FindingOut,
}

/// Something to ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Want {
    /// Every section, with dates, in writing.
    Sections,
    /// An answer about the right, with reasons, in writing.
    Answer,
    /// A plan in writing.
    Plan,
    /// Help in place on the day of leaving.
    HelpOnTheDay,
    /// Needs looked at again before anything changes.
    LookAgain,
    /// Help that goes on while it is looked at.
    KeepGoing,
    /// The charge paused, and an answer about money paid.
    ChargePaused,
    /// An assessment of needs, whatever comes of this.
    Assessment,
}

/// Something to ask in the meeting.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ask {
    /// Which sections, from when to when?
    Sections,
    /// Does each body agree that there is a right?
    Agree,
    /// Which bodies are responsible?
    Responsible,
    /// The plan in writing, and what of it is section 117.
    Plan,
    /// Is it in the care and treatment plan (Wales)?
    CarePlanWales,
    /// What is in place on the day of leaving?
    OnTheDay,
    /// Are both bodies deciding today?
    BothDeciding,
    /// What shows that the help is no longer needed?
    NoLongerNeeded,
    /// What happens if it ends?
    IfItEnds,
    /// Who keeps help going meanwhile?
    Meanwhile,
    /// Who decided to charge, and under which law?
    Charge,
    /// Which suitable place without a top-up?
    TopUp,
    /// Reasons on both parts of the test of section 117(6).
    BothParts,
    /// A direct payment or a budget.
    DirectPayment,
    /// Notes, reasons, and how to challenge, in writing.
    Notes,
}

impl Meeting {
    /// Is this answer for the sheet? What was told about prison since, and about drugs, is nobody's business there.
    pub fn tells(question: Question) -> bool {
        !matches!(question, Question::PrisonSince | Question::DrugCondition)
    }
}

/// The meeting that these claims call for. Under S0 none is due.
pub(super) fn meeting(case: &Case, claims: &Claims) -> Asked<Option<Meeting>> {
    let right = claims.summary.right;
    if right.strength == S0 {
        return Ok(None);
    }
    let kind = match right.timing {
        OnLeaving => Kind::BeforeLeaving,
        OnRelease => Kind::BeforeRelease,
        Now if matches!(right.strength, S1 | S2) => Kind::Review,
        Now => Kind::FindingOut,
    };
    let sure = matches!(right.strength, S1 | S2);
    let find_sections = matches!(right.strength, S3 | S4) && right.id != Elig28;
    let leaving = matches!(kind, Kind::BeforeLeaving | Kind::BeforeRelease);
    let may_end = kind == Kind::Review || claims.summary.ending.is_some();
    let unsettled = claims.has_topic(Topic::Dispute)
        || claims.summary.ending.is_some()
        || case.known(Issue::Cut)?
        || case.known(Issue::Refused)?;
    let charged =
        claims.others.iter().any(|(about, _)| matches!(about, Subject::Money(thing) if thing.is_charged()));
    let top_up = claims.has_any(&[Pay08, Pay09, Pay10, Pay21, Pay27]);
    let in_wales = nation_now(case)? == Some(Wales);

    let wants = [
        (find_sections, Want::Sections),
        (right.strength != S1, Want::Answer),
        (sure, Want::Plan),
        (leaving, Want::HelpOnTheDay),
        (kind == Kind::Review, Want::LookAgain),
        (unsettled, Want::KeepGoing),
        (charged, Want::ChargePaused),
        (!sure, Want::Assessment),
    ];
    let asks = [
        (find_sections, Ask::Sections),
        (right.strength != S1, Ask::Agree),
        (true, Ask::Responsible),
        (sure, Ask::Plan),
        (sure && in_wales, Ask::CarePlanWales),
        (leaving, Ask::OnTheDay),
        (may_end, Ask::BothDeciding),
        (may_end, Ask::NoLongerNeeded),
        (may_end, Ask::IfItEnds),
        (unsettled, Ask::Meanwhile),
        (charged, Ask::Charge),
        (top_up, Ask::TopUp),
        (claims.has_any(&[What01]), Ask::BothParts),
        (claims.has_topic(Topic::DirectPayment), Ask::DirectPayment),
        (true, Ask::Notes),
    ];
    Ok(Some(Meeting {
        kind,
        bodies: bodies::nation_if_known(case)?,
        wants: wants.into_iter().filter_map(|(fits, want)| fits.then_some(want)).collect(),
        asks: asks.into_iter().filter_map(|(fits, ask)| fits.then_some(ask)).collect(),
        charged,
    }))
}
