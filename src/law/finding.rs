//! What the rules return: findings, not prose. Ids are those of the legal specification, section 8.

use super::{
    fact::Question,
    source::{Source::*, Sources},
};

/// How firmly a claim speaks (legal specification, 0.2).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Strength {
    /// Section 117 does not come from this; what can help instead.
    S0,
    /// You have this right.
    S1,
    /// You probably have this right.
    S2,
    /// Probably not, unless…
    S3,
    /// We can't tell yet: find out…
    S4,
    /// It depends: get advice.
    S5,
}

impl Strength {
    /// Every strength.
    pub const ALL: &[Self] = &[Self::S0, Self::S1, Self::S2, Self::S3, Self::S4, Self::S5];

    /// Its code, such as `S1`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::S0 => "S0",
            Self::S1 => "S1",
            Self::S2 => "S2",
            Self::S3 => "S3",
            Self::S4 => "S4",
            Self::S5 => "S5",
        }
    }

    /// This strength, but S2 where it would be S1.
    pub const fn probably(self) -> Self {
        match self {
            Self::S1 => Self::S2,
            other => other,
        }
    }

    /// This strength for a claim that rests on the right, where the right has strength `right` (8.7.4).
    ///
    /// Under S0 nothing rests on the right; such claims are not made, and this returns S0.
    pub const fn resting_on(self, right: Self) -> Self {
        match right {
            Self::S1 => self,
            Self::S2 => self.probably(),
            Self::S0 | Self::S3 | Self::S4 | Self::S5 => right,
        }
    }
}

/// When a claim takes hold.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Timing {
    /// Now.
    Now,
    /// On leaving hospital.
    OnLeaving,
    /// On release from prison or immigration detention.
    OnRelease,
}

impl Timing {
    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::OnLeaving => "on-leaving",
            Self::OnRelease => "on-release",
        }
    }
}

/// The nation whose law or bodies a step is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
    /// Outside the United Kingdom.
    Abroad,
}

impl Nation {
    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::England => "england",
            Self::Wales => "wales",
            Self::Scotland => "scotland",
            Self::NorthernIreland => "northern-ireland",
            Self::Abroad => "abroad",
        }
    }
}

/// What a finding is about.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Topic {
    /// Is there a right to section 117 aftercare?
    Right,
    /// Has it ended?
    Ending,
    /// What to do.
    Steps,
}

impl Topic {
    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Ending => "ending",
            Self::Steps => "steps",
        }
    }
}

/// What sort of finding it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum FindingKind {
    /// It answers the topic's question, with a strength.
    Claim,
    /// It adds to a claim and reads only what is known.
    Note,
    /// Something to do.
    Step,
}

impl FindingKind {
    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Note => "note",
            Self::Step => "step",
        }
    }
}

/// The form a finding takes: words depend on it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default)]
pub struct Shape {
    /// How firmly; claims only.
    pub strength: Option<Strength>,
    /// From when; claims only.
    pub timing: Option<Timing>,
    /// Whose law or bodies; steps only, where it matters.
    pub nation: Option<Nation>,
}

/// One thing that the rules found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Which row.
    pub id: FindingId,
    /// In which form.
    pub shape: Shape,
    /// The answers it rests on: changing one of them would change the finding.
    pub because: Vec<Reason>,
}

/// An answer that a finding rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// The question.
    pub question: Question,
    /// The values that matter: of a tick-all question, perhaps not all that were ticked.
    pub values: Vec<&'static str>,
}

macro_rules! findings {
    ($( $(#[$doc:meta])* $finding:ident = $id:literal $kind:ident $topic:ident [$deciding:ident $(, $also:ident)*], )+) => {
        /// A row of the decision table.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum FindingId { $( $(#[$doc])* $finding, )+ }

        impl FindingId {
            /// Every finding.
            pub const ALL: &[FindingId] = &[ $( FindingId::$finding, )+ ];

            /// The id in the legal specification, such as `ELIG-01`.
            pub const fn id(self) -> &'static str {
                match self { $( FindingId::$finding => $id, )+ }
            }

            /// Claim, note or step.
            pub const fn kind(self) -> FindingKind {
                match self { $( FindingId::$finding => FindingKind::$kind, )+ }
            }

            /// What it is about.
            pub const fn topic(self) -> Topic {
                match self { $( FindingId::$finding => Topic::$topic, )+ }
            }

            /// What it rests on, the deciding source first.
            pub const fn sources(self) -> Sources {
                match self { $( FindingId::$finding => Sources { deciding: $deciding, also: &[$($also),*] }, )+ }
            }
        }
    };
}

findings! {
    /// Left hospital without permission: get advice.
    Elig27 = "ELIG-27" Claim Right [AbsentWithoutLeave],
    /// Lives in Scotland or Northern Ireland: it depends.
    Elig21 = "ELIG-21" Claim Right [MovedWithinUk, Mha117Subsection2],
    /// Lives outside the UK: ask again on return.
    Elig30 = "ELIG-30" Claim Right [MovedAbroad, Mha117Subsection2],
    /// In prison or immigration detention: experts disagree; act before release.
    Elig19 = "ELIG-19" Claim Right [BackToPrison, LaterPrison],
    /// On a community treatment order.
    Elig02 = "ELIG-02" Claim Right [Mha117Subsection2, Mha117Subsection1],
    /// Conditionally discharged.
    Elig03 = "ELIG-03" Claim Right [Mha117Subsection1, ConditionalDischarge],
    /// Recalled to hospital.
    Elig29 = "ELIG-29" Claim Right [Mha117Subsection1, Recall],
    /// Held under a qualifying section now.
    Elig04 = "ELIG-04" Claim Right [Mha117Subsection1, PlanningStarts],
    /// On longer leave from a qualifying section.
    Elig06 = "ELIG-06" Claim Right [Mha117Subsection1, LongLeave],
    /// On short or escorted leave from a qualifying section.
    Elig07 = "ELIG-07" Claim Right [Mha117Subsection1, ShortLeave, LongLeave],
    /// Stayed in hospital after the qualifying section ended.
    Elig05 = "ELIG-05" Claim Right [StayedOnInformally, Mha117Subsection1],
    /// Last left before October 1983.
    Elig24 = "ELIG-24" Claim Right [Mha1959],
    /// In prison since: experts disagree.
    Elig20 = "ELIG-20" Claim Right [LaterPrison],
    /// Had the right; somebody says that it ended, or it stopped.
    Elig28 = "ELIG-28" Claim Right [Mha117Subsection2, Mha117Subsection1],
    /// Moved by officials from another part of the British Isles.
    Elig17 = "ELIG-17" Claim Right [Mha80bTo80d, Mha117Subsection1],
    /// Unfit to plead or insanity order since 31 March 2005.
    Elig31 = "ELIG-31" Claim Right [Cpia5, Mha117Subsection1],
    /// An older such order, or section 44 or 51(5).
    Elig26 = "ELIG-26" Claim Right [OldAdmissionOrder, OtherHospitalOrder],
    /// A stay long ago.
    Elig10 = "ELIG-10" Claim Right [Mha117Subsection2, LongAgo],
    /// In hospital again, informally or under a section that gives no right of its own.
    Elig08 = "ELIG-08" Claim Right [LaterStay, Mha117Subsection2],
    /// Out of hospital after a qualifying stay.
    Elig01 = "ELIG-01" Claim Right [Mha117Subsection1, Mha117Subsection2],
    /// No section named, but from prison or with conditions at home: probably.
    Elig13 = "ELIG-13" Claim Right [FindingOut, Mha117Subsection1],
    /// No section named, but more than 28 days or a judge: may well.
    Elig32 = "ELIG-32" Claim Right [FindingOut, Mha117Subsection1],
    /// Held now, section not known.
    Elig14 = "ELIG-14" Claim Right [FindingOut, Mha117Subsection1],
    /// Remand or interim order only: was a hospital order made afterwards?
    Elig15 = "ELIG-15" Claim Right [RemandNotListed, FindingOut],
    /// Held now under a remand or interim order.
    Elig16 = "ELIG-16" Claim Right [RemandNotListed],
    /// Held only under another country's law, and came by choice.
    Elig18 = "ELIG-18" Claim Right [OtherCountryNotListed],
    /// Guardianship order only.
    Elig25 = "ELIG-25" Claim Right [GuardianshipNotListed],
    /// Something is not sure: find out.
    Elig12 = "ELIG-12" Claim Right [FindingOut, Mha117Subsection1],
    /// Not in England or Wales, and no qualifying stay.
    Elig33 = "ELIG-33" Claim Right [Mha117Subsection1, Scotland2003, NorthernIrelandDuties],
    /// Only kinds of stay that give no right.
    Elig11 = "ELIG-11" Claim Right [Mha117Subsection1],

    /// A new right each time, and the council may change.
    Elig09 = "ELIG-09" Note Right [Worcestershire44],
    /// Immigration status does not stop section 117.
    Elig23 = "ELIG-23" Note Right [NoStatusTest],
    /// A later voluntary or section 2 stay does not end it.
    LaterStayNote = "W-16" Note Right [LaterStay],
    /// On long leave the duty has probably begun.
    LongLeaveNote = "W-13-long" Note Right [LongLeave],
    /// On short leave the duty has probably not begun.
    ShortLeaveNote = "W-13-short" Note Right [ShortLeave, LongLeave],

    /// On a community treatment order: it could not end.
    End01 = "END-01" Claim Ending [Mha117Subsection2],
    /// The other body has not decided: it has not ended.
    End02 = "END-02" Claim Ending [Mha117Subsection2],
    /// Conditionally discharged: it should not end.
    End12 = "END-12" Claim Ending [WhileRecallable, Mha117Subsection2],
    /// Only one body, or not sure who: it takes both.
    End16 = "END-16" Claim Ending [Mha117Subsection2],
    /// It just stopped.
    End03 = "END-03" Claim Ending [Mha117Subsection2, ProperEnding],
    /// Found out later.
    End09 = "END-09" Claim Ending [EndedUnknown, Mha117Subsection2],
    /// Both, for a reason that is not enough alone.
    End05 = "END-05" Claim Ending [BadReasons, Mha117Subsection2],
    /// Both, without what a proper ending needs.
    End04 = "END-04" Claim Ending [ProperEnding, Mha117Subsection2],
    /// Both, properly, as far as can be seen.
    End06 = "END-06" Claim Ending [ProperlyEnded, Mha117Subsection2],
    /// Anything else: ask both bodies.
    End13 = "END-13" Claim Ending [Mha117Subsection2],

    /// Refusing help is not the same as not needing it.
    End07 = "END-07" Note Ending [Refusing],
    /// Worse soon after: ask for an urgent new look.
    End08 = "END-08" Note Ending [TooSoon],
    /// No written notice is required today, so none proves nothing.
    End10 = "END-10" Note Ending [NoNoticeYet],
    /// Moving is no reason.
    End11 = "END-11" Note Ending [Mha117Subsection2],
    /// Ended properly and ill again.
    End14 = "END-14" Note Ending [IllAgain],
    /// Asked to sign it away.
    End17 = "END-17" Note Ending [SigningAway],
    /// Passed, not started: Mental Health Act 2025 s.46.
    End18 = "END-18" Note Ending [NoNoticeYet],

    /// Ask the Mental Health Act office for every section (1.7, item 2).
    AskSections = "1.7-2" Step Steps [FindingOut],
    /// Ask the court or a solicitor for the order (1.7, item 5).
    AskCourt = "1.7-5" Step Steps [FindingOut],
    /// Ask the key worker or ward (5.1, step 1).
    AskTeam = "5.1-1" Step Steps [Ladder],
    /// Write to both bodies (5.1, step 2).
    WriteToBoth = "5.1-2" Step Steps [Ladder],
    /// Complain, England: one joint complaint, the joint ombudsman team.
    Act03 = "ACT-03" Step Steps [ComplaintsEngland],
    /// Complain, Wales: health board and council, the ombudsman, Llais.
    Act04 = "ACT-04" Step Steps [Psow19],
    /// An independent mental health advocate.
    Act05 = "ACT-05" Step Steps [Mha130],
    /// An advocate for someone in hospital by choice.
    Act06 = "ACT-06" Step Steps [Mha130],
    /// Who to ask in Scotland, in Northern Ireland, abroad.
    Act09 = "ACT-09" Step Steps [Mha117Subsection1],
    /// Ask for one's records.
    Act13 = "ACT-13" Step Steps [Ico],
    /// Wales: refer yourself back.
    Act14 = "ACT-14" Step Steps [WalesMeasure3],
    /// A solicitor, and legal aid.
    Act16 = "ACT-16" Step Steps [LegalAidAndReview],
    /// Ask for an assessment of needs.
    Act17 = "ACT-17" Step Steps [CareAct9, Wales2014Act19],
}
