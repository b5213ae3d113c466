//! Where the law comes from: each source with its confidence mark, which caps how firmly anything resting on it may speak.
//!
//! Titles and addresses are words, and live in `content/`.

use super::{date::Date, finding::Strength};

/// How well a source was confirmed (legal specification, 0.1).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// `[R]`: read in a stored copy of the source itself.
    Read,
    /// `[R2]`: read in a secondary source, not in the primary text.
    ReadSecondHand,
    /// `[K]`: known law or guidance, recalled; the primary text was not read again.
    Recalled,
    /// `[?]`: not confirmed, or known to be changing.
    Unconfirmed,
}

impl Mark {
    /// The mark as the legal specification writes it, without its brackets.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Read => "R",
            Self::ReadSecondHand => "R2",
            Self::Recalled => "K",
            Self::Unconfirmed => "?",
        }
    }
}

/// What is known about one source.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// The id in the legal specification: a source key with its provision, or the point that rests on it.
    pub id: &'static str,
    /// How well it was confirmed.
    pub mark: Mark,
    /// The day it was last checked.
    pub checked: Date,
    /// Named in 8.7.7 as one of the few second-hand points that may still carry S1.
    pub firm_though_second_hand: bool,
}

/// The day on which all sources of this version were checked.
const CHECKED: Date = Date::new(2026, 11, 22);

macro_rules! sources {
    ($( $(#[$doc:meta])* $source:ident = $id:literal $mark:ident $($firm:ident)?, )+) => {
        /// A source, as exact as the finding needs it.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum Source { $( $(#[$doc])* $source, )+ }

        impl Source {
            /// Every source.
            pub const ALL: &[Source] = &[ $( Source::$source, )+ ];

            /// What is known about it.
            pub const fn facts(self) -> Facts {
                match self {
                    $( Source::$source => Facts {
                        id: $id,
                        mark: Mark::$mark,
                        checked: CHECKED,
                        firm_though_second_hand: sources!(@firm $($firm)?),
                    }, )+
                }
            }
        }
    };
    (@firm firm) => { true };
    (@firm) => { false };
}

sources! {
    /// Mental Health Act 1983 s.117(1): whom the section covers.
    Mha117Subsection1 = "MHA117(1)" Read,
    /// Mental Health Act 1983 s.117(2): both bodies, until both are satisfied; never during a CTO.
    Mha117Subsection2 = "MHA117(2)" Read,
    /// Conditional discharge counts as leaving: Mind's guide.
    ConditionalDischarge = "W-12" ReadSecondHand firm,
    /// Section 17 leave and aftercare: R v Richmond ex p Watson, and the Codes.
    LongLeave = "W-13" ReadSecondHand,
    /// Escorted and short leave: R (CXF) v Central Bedfordshire (2018) EWCA Civ 2852.
    ShortLeave = "CXF" ReadSecondHand,
    /// Section ended, stayed on informally: "whether or not immediately after so ceasing".
    StayedOnInformally = "W-14" Read,
    /// A detention long ago: the joint ombudsman report of 2012 on the link to present need.
    LongAgo = "W-15" ReadSecondHand,
    /// A later informal or s.2 stay does not end it: Worcestershire as summarised.
    LaterStay = "W-16" ReadSecondHand firm,
    /// R (Worcestershire) (2023) UKSC 31 para 44: a new qualifying detention ends the old duty and starts a new one.
    Worcestershire44 = "W-17" ReadSecondHand,
    /// The Mental Health Act 1959 and its transitional rules.
    Mha1959 = "W-19" Unconfirmed,
    /// Mental Health Act 1983 ss.80B to 80D: patients moved from Scotland; 82, 82A, 85, 85ZA: from elsewhere.
    Mha80bTo80d = "MHA80" Read,
    /// Criminal Procedure (Insanity) Act 1964 ss.5, 5A.
    Cpia5 = "W-08" Read,
    /// Admission orders before 31 March 2005.
    OldAdmissionOrder = "W-09" ReadSecondHand,
    /// Hospital orders without conviction, and s.51(5).
    OtherHospitalOrder = "W-10" Recalled,
    /// Back to prison after a qualifying stay: two views.
    BackToPrison = "W-30" ReadSecondHand,
    /// Jailed after s.3: two views.
    LaterPrison = "W-31" ReadSecondHand,
    /// Recall from a CTO: which council, two views.
    Recall = "W-32" ReadSecondHand,
    /// Moved to Scotland or Northern Ireland: two views.
    MovedWithinUk = "W-33" ReadSecondHand,
    /// Moved abroad: two views.
    MovedAbroad = "W-34" Recalled,
    /// Planning starts on admission: Code of Practice (England) 33.10; R (K) v Camden.
    PlanningStarts = "T-01" ReadSecondHand,
    /// No plan or meeting: still entitled; ombudsman decisions.
    NoPlan = "T-02" ReadSecondHand,
    /// Absent without leave: detention has not ceased.
    AbsentWithoutLeave = "T-03" Recalled,
    /// How to find out one's sections.
    FindingOut = "1.7" Recalled,
    /// Remand and interim orders are not in the closed list of s.117(1).
    RemandNotListed = "N-04" Read,
    /// Guardianship is not in the closed list of s.117(1).
    GuardianshipNotListed = "N-06" Read,
    /// Detention under another country's law is not in the closed list of s.117(1).
    OtherCountryNotListed = "N-09" Read,
    /// No immigration or residence test in s.117: NRPF Network; R (Mwanza) v Greenwich.
    NoStatusTest = "W-25" ReadSecondHand,
    /// Mental Health (Care and Treatment) (Scotland) Act 2003 ss.25 to 31.
    Scotland2003 = "SCO03" Read,
    /// Northern Ireland's general duties.
    NorthernIrelandDuties = "1.6" Recalled,
    /// No end while conditional discharge can be recalled.
    WhileRecallable = "E-04" ReadSecondHand,
    /// Reassessment, involvement and reasons before an ending: the Codes and fairness.
    ProperEnding = "E-05" Recalled,
    /// No duty in force to give written notice; Mental Health Act 2025 s.46(2) will add one.
    NoNoticeYet = "E-06" Read,
    /// Ended without the person's knowledge: ombudsman decision TEWV 24 001 522a.
    EndedUnknown = "E-07" ReadSecondHand,
    /// Reasons that are not enough on their own: Codes of Practice ch. 33.
    BadReasons = "COP-E ch. 33" Recalled,
    /// When it can properly end: Code of Practice (England) 33.20; R (Mwanza) v Greenwich.
    ProperlyEnded = "4.3" Recalled,
    /// Refusing help is not the same as not needing it: Code of Practice (England) 33.24.
    Refusing = "E-20" Recalled,
    /// Nothing in the Act lets the patient end the duty.
    SigningAway = "E-21" Read,
    /// Withdrawn too soon: Code of Practice (England) 33.23.
    TooSoon = "E-22" Recalled,
    /// Ended properly and ill again.
    IllAgain = "E-23" Recalled,
    /// Independent mental health advocates: Mental Health Act 1983 ss.130A to 130L.
    Mha130 = "MHA130" Read,
    /// Complaints about council and NHS together, England.
    ComplaintsEngland = "CR09" Read,
    /// Public Services Ombudsman (Wales) Act 2019 ss.3, 8, 9.
    Psow19 = "PSOW19" Read,
    /// Access to one's own records: the Information Commissioner.
    Ico = "ICO" Read,
    /// Legal aid for section 117 and the time limit for judicial review.
    LegalAidAndReview = "5.5" ReadSecondHand,
    /// Needs assessment, England: Care Act 2014 s.9; carers s.10.
    CareAct9 = "Care Act s.9" Recalled,
    /// Assessment, Wales: Social Services and Well-being (Wales) Act 2014 ss.19, 24.
    Wales2014Act19 = "2014 Act s.19" Recalled,
    /// Going back to secondary mental health services, Wales: Mental Health (Wales) Measure 2010 Part 3.
    WalesMeasure3 = "WSI 2011/2500" Read,
    /// What to ask one's team and both bodies.
    Ladder = "5.1" Recalled,
    /// Mental Health Act 1983 s.117(3): which bodies, by ordinary residence immediately before detention.
    Mha117Subsection3 = "MHA117(3)" Read,
    /// Mental Health Act 1983 s.117(4) and (5): who decides disputes about residence.
    Mha117Subsection4 = "MHA117(4)" Read,
    /// Mental Health Act 1983 s.117(6): both limbs of what aftercare is.
    Mha117Subsection6 = "MHA117(6)" Read,
    /// Before April 2015 the Act said "resident": R (Hertfordshire) v Hammersmith (2011) EWCA Civ 77.
    Before2015 = "O-08" Recalled,
    /// Homeless, of no settled residence, or disputed.
    NoSettledHome = "O-07" Recalled,
    /// One can become ordinarily resident where one was placed: R (Worcestershire) (2023) UKSC 31.
    SettledWherePlaced = "O-03" Read,
    /// No deeming for s.117 today; Mental Health Act 2025 s.46(3) will apply it.
    NoDeeming = "O-09" Read,
    /// Several detentions: the latest decides. R (Worcestershire) (2023) UKSC 31.
    WorcestershireLatest = "WORCS" Read,
    /// NHS (Integrated Care Boards: Responsibilities) Regulations 2022 regs 2, 5 to 8.
    IcbRegs = "ICBREG" Read,
    /// NHS England, Who Pays?, version 3, section 18.
    WhoPays = "WHOPAYS" Read,
    /// Care and Support (Disputes Between Local Authorities) Regulations 2014 regs 2 to 4.
    DisputeRegs = "DISP" Read,
    /// No charge for section 117 services: R (Stennett) v Manchester (2002) UKHL 34.
    NoCharge = "P-01" ReadSecondHand firm,
    /// Care and Support (Charging) (Wales) Regulations 2015 reg 3(c): no charge for a section 117 package.
    ChargingWales = "CHG-W" Read,
    /// Getting money back: Richards v Worcestershire (2017) EWCA Civ 1998; ombudsman decisions.
    Refunds = "P-02" ReadSecondHand,
    /// Limitation Act 1980 s.5: six years.
    Limitation = "DL-13" ReadSecondHand,
    /// Mixed packages: only the part outside section 117 may be means-tested.
    MixedPackage = "P-03" ReadSecondHand,
    /// NHS continuing healthcare is a different scheme.
    ContinuingHealthcare = "P-04" Recalled,
    /// Nursing by a registered nurse: Mental Health Act 1983 s.117B.
    NursingByNhs = "P-05" Recalled,
    /// What people pay who are not covered.
    NotCovered = "P-06" ReadSecondHand,
    /// Relatives are not liable for section 117 services.
    RelativesDoNotPay = "P-09" ReadSecondHand,
    /// Charges to overseas visitors: regulations of 2015 reg 18; NRPF Network.
    OverseasCharges = "P-10" ReadSecondHand,
    /// Compensation: Tinsley v Manchester (2017) EWCA Civ 1704.
    Tinsley = "TINS" Read,
    /// Read broadly: Code of Practice (England) 33.4.
    Breadth = "A-02" Recalled,
    /// Physical health alone is outside section 117.
    PhysicalOnly = "A-03" ReadSecondHand,
    /// Mixed needs: the plan should say which items are section 117.
    MixedNeeds = "A-04" Recalled,
    /// Specialist or supported accommodation needed because of the disorder.
    NeededAccommodation = "B-01" Read,
    /// Ordinary housing: R (Mwanza) v Greenwich (2010) EWHC 1462 (Admin); R (Afework) v Camden (2013) EWHC 1637 (Admin).
    OrdinaryHousing = "B-02" ReadSecondHand,
    /// Rent in supported housing: the ombudsmen on Kent, 24 016 385.
    Rent = "B-03" Read,
    /// Housing Benefit and Universal Credit.
    BenefitsAndRent = "B-06" Recalled,
    /// Prescriptions in Wales: free for everyone.
    FreePrescriptionsWales = "WSI 2007/121" ReadSecondHand,
    /// Prescriptions on a community treatment order in England.
    PrescriptionsOnCto = "2.4" ReadSecondHand,
    /// Prescriptions in England: no box for section 117.
    Prescriptions = "RX" Read,
    /// Choice of accommodation, England: regulations of 2014 reg 4.
    ChoiceEngland = "CHOICE" Read,
    /// Choice of accommodation, Wales: s.117A is England's.
    ChoiceWales = "C-01" Read,
    /// A top-up is only the cost above the usual: s.117A(3).
    TopUpCost = "C-02" Read,
    /// A top-up should not be asked because nothing suitable is offered at the council's price.
    TopUpsEngland = "C-03" Recalled,
    /// Council direct payments, England: Care Act 2014 ss.31 to 33; regulations of 2014 reg 11.
    DirectPaymentsEngland = "D-01" Read,
    /// Exclusions and limits, England: the same regulations reg 2, 3, 6 and Schedule 1.
    DirectPaymentLimitsEngland = "D-02" Read,
    /// The right to have a personal health budget, England.
    HealthBudgetEngland = "D-03" Read,
    /// Council direct payments, Wales: 2014 Act ss.50 to 53; regulations of 2015 regs 2 and 14.
    DirectPaymentsWales = "D-04" ReadSecondHand,
    /// NHS direct payments, Wales: whether section 117 alone is covered is not confirmed.
    NhsDirectPaymentsWales = "D-05" Unconfirmed,
    /// Under 18: direct payments.
    DirectPaymentsUnder18 = "D-06" Unconfirmed,
    /// No age limit in section 117.
    NoAgeLimit = "W-24" ReadSecondHand firm,
    /// Reduction after a proper review: ombudsman decision 24 001 411a.
    Reduced = "E-08" ReadSecondHand,
    /// Judicial review: promptly, and at most three months. CPR 54.5.
    JudicialReviewTime = "DL-01" ReadSecondHand,
    /// Complaining and asking for someone else.
    ActingForAnother = "5.3" Recalled,
    /// Health Service Commissioners Act 1993 s.9.
    Phso = "HSCA93" Read,
    /// Local Government Act 1974 s.26B.
    Lgsco = "LGA74" Read,
    /// Safeguarding adults: Care Act 2014 s.42; Social Services and Well-being (Wales) Act 2014 s.126.
    Safeguarding = "Care Act s.42" Recalled,
    /// What the Tribunal decides; recommendations about aftercare await Mental Health Act 2025 s.45.
    Tribunal = "5.6" Recalled,
    /// Care Act advocates: s.67. It does not list section 117 planning.
    CareAct67 = "Care Act s.67" Read,
    /// Advocates in Wales: Social Services and Well-being (Wales) Act 2014 Part 10.
    Wales2014Act10 = "2014 Act Part 10" Recalled,
    /// Complaints about detention and the use of powers: Mental Health Act 1983 s.120(4).
    ComplaintsOfPowers = "MHA s.120" Read,
    /// Complaints about care providers.
    ComplaintsOfProviders = "5.4" Recalled,
    /// Complaints in England, twelve months: regulations of 2009 (SI 2009/309) reg 12.
    ComplaintTimeEngland = "CR09 reg 12" ReadSecondHand,
    /// NHS concerns in Wales: regulations of 2011 reg 15, read before their amendment of 1 April 2026.
    NhsConcernsWales = "WCON reg 15" Unconfirmed,
    /// Social Services Complaints Procedure (Wales) Regulations 2014 regs 9 to 19.
    CouncilComplaintsWales = "SSCW14" Read,
    /// Human Rights Act 1998 s.7(5).
    HumanRightsAct7 = "HRA98" Read,
    /// Equality Act 2010 s.118.
    EqualityAct118 = "DL-14" Recalled,
    /// How long to wait for a reply before asking the ombudsman.
    WaitingForReply = "DL-15" Recalled,
}

impl Source {
    /// The firmest strength that a claim resting on this source may have (8.7.7).
    pub const fn ceiling(self) -> Strength {
        let facts = self.facts();
        match facts.mark {
            Mark::Read => Strength::S1,
            Mark::ReadSecondHand if facts.firm_though_second_hand => Strength::S1,
            Mark::ReadSecondHand | Mark::Recalled => Strength::S2,
            Mark::Unconfirmed => Strength::S4,
        }
    }
}

/// The sources of a finding. There is no way to make this without one.
#[derive(Clone, Copy, Debug)]
pub struct Sources {
    /// The deciding source: its mark caps the strength of a claim.
    pub deciding: Source,
    /// The others.
    pub also: &'static [Source],
}

impl Sources {
    /// All of them, the deciding one first.
    pub fn iter(self) -> impl Iterator<Item = Source> {
        std::iter::once(self.deciding).chain(self.also.iter().copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_of_a_source_is_the_ceiling_of_what_rests_on_it() {
        for (source, ceiling) in [
            (Source::Mha117Subsection1, Strength::S1),
            // Second-hand, but named in 8.7.7.
            (Source::ConditionalDischarge, Strength::S1),
            (Source::LaterStay, Strength::S1),
            (Source::LongLeave, Strength::S2),
            (Source::WhileRecallable, Strength::S2),
            (Source::FindingOut, Strength::S2),
            (Source::Mha1959, Strength::S4),
        ] {
            assert_eq!(source.ceiling(), ceiling, "{source:?}");
        }
        let firm: Vec<_> = Source::ALL.iter().filter(|one| one.facts().firm_though_second_hand).collect();
        assert_eq!(
            firm,
            [&Source::ConditionalDischarge, &Source::LaterStay, &Source::NoCharge, &Source::NoAgeLimit],
            "only those that 8.7.7 names"
        );
    }
}
