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

/// How much time a deadline leaves, in the bands of DL-01.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Urgency {
    /// More than eight weeks.
    OverEightWeeks,
    /// Three to eight weeks.
    ThreeToEightWeeks,
    /// Less than three weeks.
    UnderThreeWeeks,
    /// The date has passed: perhaps out of time, and there may still be a way.
    PerhapsLate,
}

impl Urgency {
    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::OverEightWeeks => "over-8-weeks",
            Self::ThreeToEightWeeks => "3-to-8-weeks",
            Self::UnderThreeWeeks => "under-3-weeks",
            Self::PerhapsLate => "perhaps-late",
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
    /// Which council is responsible?
    Council,
    /// Which NHS body is responsible?
    Nhs,
    /// What if the bodies disagree?
    Dispute,
    /// May this be charged for?
    Charge,
    /// May rent be charged here?
    Home,
    /// Is this section 117 aftercare?
    What,
    /// Direct payments and personal health budgets.
    DirectPayment,
    /// What to do.
    Steps,
}

impl Topic {
    /// Every topic, in the order in which their claims are told.
    pub const ALL: &[Self] = &[
        Self::Right,
        Self::Ending,
        Self::Council,
        Self::Nhs,
        Self::Dispute,
        Self::Charge,
        Self::Home,
        Self::What,
        Self::DirectPayment,
        Self::Steps,
    ];

    /// Its id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Ending => "ending",
            Self::Council => "council",
            Self::Nhs => "nhs",
            Self::Dispute => "dispute",
            Self::Charge => "charge",
            Self::Home => "home",
            Self::What => "what",
            Self::DirectPayment => "dp",
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
    /// Whose law or bodies, where it matters.
    pub nation: Option<Nation>,
    /// How much time the court's clock leaves; ACT-02 only.
    pub urgency: Option<Urgency>,
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

    /// Recalled, or the latest stay ended before April 2015: two views.
    Pay18 = "PAY-18" Claim Council [Recall, Before2015],
    /// No fixed home, or a home outside England and Wales, and the bodies disagree.
    Pay22 = "PAY-22" Claim Council [NoSettledHome, Mha117Subsection3],
    /// No fixed home, or a home outside England and Wales: where the person lived, or was sent, on leaving.
    Pay05 = "PAY-05" Claim Council [Mha117Subsection3],
    /// Not sure where home was: start where the person is now.
    Pay23 = "PAY-23" Claim Council [NoSettledHome, Mha117Subsection3],
    /// Placed there by a council, one stay: usually the area the person had settled in.
    Pay19 = "PAY-19" Claim Council [SettledWherePlaced, NoDeeming],
    /// Placed there by a council, once section 46(3) of the Mental Health Act 2025 is in force.
    PlacingCouncil = "O-09" Claim Council [NoDeeming],
    /// More than one stay: home just before the latest.
    Pay02 = "PAY-02" Claim Council [WorcestershireLatest, Mha117Subsection3],
    /// Home in Wales, one stay.
    Pay04 = "PAY-04" Claim Council [Mha117Subsection3],
    /// Home in England, one stay.
    Pay01 = "PAY-01" Claim Council [Mha117Subsection3],
    /// Passed, not started: Mental Health Act 2025 s.46 will change which council.
    Pay26 = "PAY-26" Note Council [NoDeeming],

    /// Home in Wales, or placed by a Welsh council: the health board of that area.
    Pay24 = "PAY-24" Claim Nhs [Mha117Subsection3],
    /// Home in England, or placed by an English council: usually the board responsible when detained.
    Pay03 = "PAY-03" Claim Nhs [IcbRegs, WhoPays],
    /// Otherwise: start where the person is now.
    Pay25 = "PAY-25" Claim Nhs [IcbRegs, Mha117Subsection3],

    /// The bodies disagree: help must not wait.
    Pay06 = "PAY-06" Claim Dispute [DisputeRegs, Mha117Subsection4],

    /// Prescriptions in Wales are free for all.
    What07 = "WHAT-07" Claim Charge [FreePrescriptionsWales],
    /// Charged, but it may have ended: the decision first.
    Pay17 = "PAY-17" Claim Charge [Mha117Subsection2],
    /// Not covered: what people pay who are not.
    Pay14 = "PAY-14" Claim Charge [NotCovered],
    /// Only for physical health.
    What02 = "WHAT-02" Claim Charge [PhysicalOnly, Mha117Subsection6],
    /// A care home or supported housing, not in the plan as section 117.
    What04 = "WHAT-04" Claim Charge [NeededAccommodation, NoCharge],
    /// Help, a care home or supported housing charged.
    Pay07 = "PAY-07" Claim Charge [NoCharge, ChargingWales],
    /// Nothing is charged.
    Pay29 = "PAY-29" Claim Charge [NoCharge, ChargingWales],
    /// Not sure what is charged for, or what the help is for.
    Pay28 = "PAY-28" Claim Charge [MixedNeeds, NoCharge],
    /// Only a form about money.
    Pay16 = "PAY-16" Claim Charge [NoCharge, ChargingWales],
    /// A top-up in England without a suitable place or a choice.
    Pay09 = "PAY-09" Claim Charge [TopUpsEngland, ChoiceEngland],
    /// A top-up in England for a dearer place that was chosen.
    Pay08 = "PAY-08" Claim Charge [TopUpCost, ChoiceEngland],
    /// A top-up in Wales without a suitable place or a choice.
    Pay10 = "PAY-10" Claim Charge [ChargingWales],
    /// A top-up in Wales for a dearer place that was chosen.
    Pay21 = "PAY-21" Claim Charge [ChoiceWales, ChargingWales],
    /// A top-up, and not known whether there was a choice, or where the bodies are.
    Pay27 = "PAY-27" Claim Charge [TopUpsEngland],
    /// Prescriptions on a community treatment order in England.
    What09 = "WHAT-09" Claim Charge [PrescriptionsOnCto],
    /// Prescriptions otherwise.
    What08 = "WHAT-08" Claim Charge [Prescriptions],

    /// Only the part that is not section 117 may be charged.
    Pay11 = "PAY-11" Note Charge [MixedPackage],
    /// Refunds and their time limits.
    Pay12 = "PAY-12" Note Charge [Refunds, Limitation],
    /// Savings or compensation make no difference.
    Pay13 = "PAY-13" Note Charge [Tinsley, NoCharge],
    /// NHS continuing healthcare and section 117: one can have both.
    Pay15 = "PAY-15" Note Charge [ContinuingHealthcare, NursingByNhs],
    /// Housing Benefit: benefits and housing advice first.
    Pay20 = "PAY-20" Note Charge [BenefitsAndRent],
    /// Relatives need not pay.
    Relatives = "P-09" Note Charge [RelativesDoNotPay],
    /// Overseas visitor charges.
    Overseas = "P-10" Note Charge [OverseasCharges],

    /// Rent for an ordinary home.
    What05 = "WHAT-05" Claim Home [OrdinaryHousing, Mha117Subsection6],
    /// Rent for supported housing that the plan lists as section 117.
    What03 = "WHAT-03" Claim Home [NeededAccommodation, NoCharge],
    /// Rent otherwise: it depends.
    What11 = "WHAT-11" Claim Home [Rent],
    /// The ombudsmen called a blanket "everyone pays rent" rule flawed.
    What06 = "WHAT-06" Note Home [Rent],

    /// Refused, cut or told that it is not section 117: both limbs of the test.
    What01 = "WHAT-01" Claim What [Mha117Subsection6, Breadth],
    /// No plan, or help never came.
    What10 = "WHAT-10" Claim What [NoPlan],

    /// Under 18.
    Dp07 = "DP-07" Claim DirectPayment [DirectPaymentsUnder18],
    /// England, the council's part.
    Dp01 = "DP-01" Claim DirectPayment [DirectPaymentsEngland, DirectPaymentLimitsEngland],
    /// England, the council's part, with a drug or alcohol condition.
    Dp02 = "DP-02" Claim DirectPayment [DirectPaymentLimitsEngland],
    /// England, the NHS part: a personal health budget.
    Dp03 = "DP-03" Claim DirectPayment [HealthBudgetEngland],
    /// Wales, the council's part.
    Dp04 = "DP-04" Claim DirectPayment [DirectPaymentsWales],
    /// Wales, the NHS part.
    Dp05 = "DP-05" Claim DirectPayment [NhsDirectPaymentsWales],
    /// The nation of the bodies is not known.
    Dp08 = "DP-08" Claim DirectPayment [DirectPaymentsEngland, DirectPaymentsWales],
    /// Someone suitable can ask for a person who lacks capacity.
    Dp06 = "DP-06" Note DirectPayment [DirectPaymentsEngland],

    /// Under 18: the same right.
    Elig22 = "ELIG-22" Note Right [NoAgeLimit],
    /// Cut, not ended.
    End15 = "END-15" Note Ending [Reduced],

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
    /// A decision under three months old: the court's clock, and a solicitor.
    Act02 = "ACT-02" Step Steps [JudicialReviewTime, LegalAidAndReview],
    /// Acting for someone else: consent and capacity.
    Act07 = "ACT-07" Step Steps [ActingForAnother],
    /// Leaving hospital within two weeks and no plan.
    Act08 = "ACT-08" Step Steps [PlanningStarts, NoPlan],
    /// Complain about the NHS alone, England.
    Act10 = "ACT-10" Step Steps [ComplaintsEngland, Phso],
    /// Complain about the council alone, England.
    Act11 = "ACT-11" Step Steps [ComplaintsEngland, Lgsco],
    /// Safeguarding.
    Act12 = "ACT-12" Step Steps [Safeguarding],
    /// What the Tribunal can and cannot do.
    Act15 = "ACT-15" Step Steps [Tribunal],
    /// What the Tribunal may recommend, once section 45 of the Mental Health Act 2025 is in force.
    TribunalMay = "4.6-45" Step Steps [Tribunal],
    /// An advocate in the community (5.2).
    CommunityAdvocate = "5.2" Step Steps [CareAct67, Wales2014Act10],
    /// Complain about detention or the use of powers (5.4).
    ComplainOfPowers = "5.4-powers" Step Steps [ComplaintsOfPowers],
    /// Complain about a care provider (5.4).
    ComplainOfProvider = "5.4-provider" Step Steps [ComplaintsOfProviders],
    /// Dispute a charge in writing (5.8).
    DisputeCharge = "5.8" Step Steps [Ladder, Refunds],
    /// Evidence to keep (5.9).
    KeepProof = "5.9" Step Steps [Ladder],
    /// Prepare for a review (5.10).
    PrepareReview = "5.10" Step Steps [Ladder],
}
