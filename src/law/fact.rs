//! The facts that rules read: each a closed type that ties together its question and its values.
//!
//! Every question also takes "not sure". Ids such as `F-WHERE` are those of the legal specification;
//! value ids are what a case written as data uses. Words for people live in `content/`.

use super::answers::Answers;

/// A value of a fact: one way to answer its question, or one tick of a tick-all question.
pub trait Value: Copy + 'static {
    /// The question that this value answers.
    const QUESTION: Question;
    /// The value's place among the values of its question, from 0.
    fn place(self) -> u8;
    /// All answers to the question that hold this value.
    fn answers(self) -> Answers {
        match Self::QUESTION.kind() {
            Kind::One => Answers::only(self.place()),
            Kind::Ticks => Answers::with_tick(self.place()),
        }
    }
}

/// How a question is answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Exactly one value, or "not sure".
    One,
    /// Any ticks, "not sure" among them; or "none of these", alone.
    Ticks,
}

/// The value id that stands for "not sure" in every question.
pub const NOT_SURE: &str = "not-sure";

macro_rules! facts {
    ($(
        $(#[$doc:meta])*
        $kind:ident $fact:ident = $id:literal {
            $( $(#[$vdoc:meta])* $value:ident = $vid:literal, )+
            $( ; none = $none:literal )?
        }
    )+) => {
        /// A question, one for each fact. The order is only that of listings; the order of asking is the rules'.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum Question { $( $(#[$doc])* $fact, )+ }

        impl Question {
            /// Every question.
            pub const ALL: &[Question] = &[ $( Question::$fact, )+ ];

            /// The id in the legal specification, such as `F-WHERE`.
            pub const fn id(self) -> &'static str {
                match self { $( Question::$fact => $id, )+ }
            }

            /// How the question is answered.
            pub const fn kind(self) -> Kind {
                match self { $( Question::$fact => Kind::$kind, )+ }
            }

            /// The ids of its values in the order they are offered, without "none of these" and "not sure".
            pub const fn values(self) -> &'static [&'static str] {
                match self { $( Question::$fact => &[ $( $vid, )+ ], )+ }
            }

            /// The id of "none of these", which a tick-all question has.
            pub const fn none_id(self) -> Option<&'static str> {
                match self { $( Question::$fact => facts!(@none $($none)?), )+ }
            }
        }

        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, Debug)]
            pub enum $fact { $( $(#[$vdoc])* $value, )+ }

            impl Value for $fact {
                const QUESTION: Question = Question::$fact;
                fn place(self) -> u8 { self as u8 }
            }
        )+
    };
    (@none $none:literal) => { Some($none) };
    (@none) => { None };
}

facts! {
    /// F-NAT-NOW: the nation the person lives in now; in hospital or prison, where that is.
    One NationNow = "F-NAT-NOW" {
        /// England.
        England = "england",
        /// Wales.
        Wales = "wales",
        /// Scotland.
        Scotland = "scotland",
        /// Northern Ireland.
        NorthernIreland = "northern-ireland",
        /// Outside the United Kingdom.
        OutsideUk = "outside-uk",
    }

    /// F-WHERE: where the person is now, in the terms that sections 3, 17, 17A and 42 turn on.
    One Whereabouts = "F-WHERE" {
        /// In hospital, held under a section.
        HospitalHeld = "hospital-held",
        /// In hospital by choice.
        HospitalByChoice = "hospital-by-choice",
        /// Recalled to hospital from a community treatment order or a conditional discharge.
        Recalled = "recalled",
        /// On leave from hospital (section 17).
        OnLeave = "on-leave",
        /// Out of hospital on a community treatment order (section 17A).
        OnCto = "on-cto",
        /// Out of hospital, conditionally discharged (sections 42 and 73).
        ConditionallyDischarged = "conditionally-discharged",
        /// Out of hospital, none of these: any home, or none.
        Out = "out",
        /// In prison or immigration detention.
        Prison = "prison",
    }

    /// F-HELD: the section that holds the person now. Read only where they are held or on leave.
    One HeldUnder = "F-HELD" {
        /// Section 3.
        Section3 = "section-3",
        /// Section 37, a hospital order.
        Section37 = "section-37",
        /// Section 37 with section 41, a hospital order with restrictions.
        Section37And41 = "section-37-41",
        /// Section 45A, a hospital direction.
        Section45A = "section-45a",
        /// Section 47, or 47 with 49: a sentenced prisoner moved to hospital.
        Section47 = "section-47",
        /// Section 48, or 48 with 49: an unsentenced prisoner or immigration detainee moved to hospital.
        Section48 = "section-48",
        /// A court's remand or interim order: section 35, 36 or 38.
        RemandOrInterim = "remand-or-interim",
        /// Another section: 2, 4, 5, 135 or 136.
        Another = "another",
    }

    /// F-LEAVE: the kind of leave (section 17). Read only on leave.
    One Leave = "F-LEAVE" {
        /// Escorted, or for some hours.
        EscortedOrHours = "escorted-or-hours",
        /// Overnight or longer.
        Overnight = "overnight",
        /// Living elsewhere.
        LivingElsewhere = "living-elsewhere",
        /// Left without permission.
        WithoutPermission = "without-permission",
    }

    /// F-SECTS: what has ever happened to the person. The routes into section 117(1), in plain groups.
    Ticks EverHeld = "F-SECTS" {
        /// Held under section 3.
        Section3 = "section-3",
        /// A judge sent the person to hospital; F-COURT asks how.
        Court = "court",
        /// Moved to hospital from prison or immigration detention (section 47 or 48).
        FromPrison = "from-prison",
        /// On a community treatment order, or conditionally discharged.
        CtoOrConditional = "cto-or-conditional",
        /// Held in Scotland, Northern Ireland, the Channel Islands or the Isle of Man; F-MOVEDIN asks more.
        OtherCountry = "other-country",
        ; none = "only-other-kinds"
    }

    /// F-STAY: did the person leave hospital after that earlier section? Read only in hospital now.
    One LeftSince = "F-STAY" {
        /// No, stayed on.
        StayedOn = "stayed-on",
        /// Yes, and came back.
        CameBack = "came-back",
    }

    /// F-COURT: what the court ordered. Read only where no other row settles the right.
    One CourtOrder = "F-COURT" {
        /// A hospital order (section 37, or 37 with 41), and the person was admitted.
        HospitalOrder = "hospital-order",
        /// A hospital direction (section 45A).
        HospitalDirection = "hospital-direction",
        /// Unfit to plead or not guilty by reason of insanity, since 31 March 2005.
        UnfitOrInsanity = "unfit-or-insanity",
        /// The same, before 31 March 2005.
        UnfitOrInsanityBefore2005 = "unfit-or-insanity-before-2005",
        /// Only a remand or interim order (section 35, 36 or 38).
        OnlyRemandOrInterim = "only-remand-or-interim",
        /// A guardianship order.
        Guardianship = "guardianship",
        /// Another order (section 44 or 51(5)).
        OtherOrder = "other-order",
    }

    /// F-MOVEDIN: how the person came to England or Wales (sections 80B to 80D, 82 to 85). Read like F-COURT.
    One MovedIn = "F-MOVEDIN" {
        /// Moved by officials while detained.
        WhileDetained = "while-detained",
        /// Moved by officials while on a community order.
        OnCommunityOrder = "on-community-order",
        /// Moved while conditionally discharged.
        WhileConditionallyDischarged = "while-conditionally-discharged",
        /// By their own choice.
        OwnChoice = "own-choice",
    }

    /// F-CLUE: things that hint at a qualifying section. Asked whenever no row qualifies.
    Ticks Clue = "F-CLUE" {
        /// Kept for more than 28 days against one's will.
        MoreThan28Days = "more-than-28-days",
        /// Sent to hospital by a judge. Not offered once F-COURT is answered.
        Judge = "judge",
        /// Came from prison or immigration detention.
        FromPrison = "from-prison",
        /// Had to follow conditions at home and could be called back.
        ConditionsAtHome = "conditions-at-home",
        ; none = "none"
    }

    /// F-SURE: is the person sure that there was no other stay, ever? Read only before S0.
    One Sure = "F-SURE" {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }

    /// F-WHEN: when the person last left hospital after a qualifying stay.
    One LastLeft = "F-WHEN" {
        /// July 2022 or later: integrated care boards.
        SinceJuly2022 = "since-july-2022",
        /// April 2015 to June 2022: the Care Act's wording of section 117.
        April2015ToJune2022 = "april-2015-to-june-2022",
        /// October 1983 to March 2015: the Act before the Care Act.
        October1983ToMarch2015 = "october-1983-to-march-2015",
        /// Before October 1983: the 1959 Act.
        BeforeOctober1983 = "before-october-1983",
    }

    /// F-END: has anyone said since then that this help has ended?
    One SaidEnded = "F-END" {
        /// No, and the person gets help.
        NoGetsHelp = "no-gets-help",
        /// No, but no help ever came.
        NoHelpNeverCame = "no-help-never-came",
        /// It just stopped.
        JustStopped = "just-stopped",
        /// Yes: the NHS and the council both.
        Both = "both",
        /// Yes: only one has told the person.
        OnlyOne = "only-one",
        /// Yes, and the other says that it has not decided.
        OtherHasNotDecided = "other-has-not-decided",
        /// Yes, not sure who.
        NotSureWho = "not-sure-who",
        /// The person found out later.
        FoundOutLater = "found-out-later",
    }

    /// F-JAIL: has the person been in prison since then?
    One PrisonSince = "F-JAIL" {
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
    }

    /// F-ENDCTO: was the person on a community treatment order when it was ended? Read only if one was ticked.
    One EndedOnCto = "F-ENDCTO" {
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
    }

    /// F-ENDWHY: the main reason given for the ending. The first fifteen are the bad reasons of 4.2.
    One EndingReason = "F-ENDWHY" {
        /// Discharged from specialist mental health services, for example back to the GP.
        BackToGp = "back-to-gp",
        /// A set time had passed.
        SetTime = "set-time",
        /// Deprived of liberty under the Mental Capacity Act, or no longer.
        Dols = "dols",
        /// Went back to hospital by choice or under section 2.
        BackInHospital = "back-in-hospital",
        /// No longer on a community treatment order or on leave.
        CtoOrLeaveOver = "cto-or-leave-over",
        /// Settled and doing well.
        DoingWell = "doing-well",
        /// Moved to another area.
        MovedArea = "moved-area",
        /// Money or budget.
        Budget = "budget",
        /// The other body stopped paying.
        OtherBodyStopped = "other-body-stopped",
        /// Has savings or compensation.
        SavingsOrCompensation = "savings-or-compensation",
        /// Has a job.
        Working = "working",
        /// Moved between care homes.
        MovedHome = "moved-home",
        /// Turned 65.
        Turned65 = "turned-65",
        /// A new diagnosis, such as dementia.
        NewDiagnosis = "new-diagnosis",
        /// A form was never filled in.
        MissingForm = "missing-form",
        /// Missed or refused help.
        MissedOrRefused = "missed-or-refused",
        /// No need for it now.
        NoNeedNow = "no-need-now",
        /// No reason was given.
        NoneGiven = "none-given",
        /// Another reason.
        Other = "other",
    }

    /// F-ENDDOC: what happened when both bodies ended it.
    Ticks EndingDone = "F-ENDDOC" {
        /// The person's needs were looked at again.
        NeedsReassessed = "needs-reassessed",
        /// The person, or someone for them, took part.
        TookPart = "took-part",
        /// Reasons were given.
        ReasonsGiven = "reasons-given",
        /// It was put in writing.
        InWriting = "in-writing",
        ; none = "none"
    }

    /// F-ISSUE: what is happening, in the order of how often people complain of it. First in "what can I do".
    One Issue = "F-ISSUE" {
        /// Charged, or asked about money.
        Charged = "charged",
        /// Asked for a top-up.
        TopUp = "top-up",
        /// No plan, or help never came.
        NoPlan = "no-plan",
        /// Leaving hospital soon.
        LeavingSoon = "leaving-soon",
        /// Refused, or told that it is not section 117.
        Refused = "refused",
        /// Help was cut.
        Cut = "cut",
        /// Help was ended, or stopped.
        Ended = "ended",
        /// The bodies argue about who is responsible, or it is the wrong area.
        BodiesArgue = "bodies-argue",
        /// Wants a direct payment or a budget.
        DirectPayment = "direct-payment",
        /// A complaint is late or blocked, or a refund was refused.
        ComplaintBlocked = "complaint-blocked",
        /// Prescriptions.
        Prescriptions = "prescriptions",
        /// Something else.
        SomethingElse = "something-else",
    }

    /// F-NAT-BEFORE: where home was just before the latest such stay. Gives the nation of the bodies.
    One HomeBefore = "F-NAT-BEFORE" {
        /// A home in England.
        England = "england",
        /// A home in Wales.
        Wales = "wales",
        /// Scotland.
        Scotland = "scotland",
        /// Northern Ireland.
        NorthernIreland = "northern-ireland",
        /// Outside the United Kingdom.
        OutsideUk = "outside-uk",
        /// No fixed home.
        NoFixedHome = "no-fixed-home",
        /// Placed there by a council in England.
        PlacedByEngland = "placed-by-england",
        /// Placed there by a council in Wales.
        PlacedByWales = "placed-by-wales",
    }

    /// F-TIMES: how many separate stays under qualifying sections. A recall is not a new one.
    One Stays = "F-TIMES" {
        /// One.
        One = "one",
        /// More than one.
        More = "more",
    }

    /// F-ARGUE: which bodies disagree about who is responsible.
    One WhoArgues = "F-ARGUE" {
        /// Nobody.
        Nobody = "nobody",
        /// Two councils in England.
        TwoCouncilsInEngland = "two-councils-england",
        /// The NHS and a council.
        NhsAndCouncil = "nhs-and-council",
        /// Bodies on two sides of the border between England and Wales.
        AcrossTheBorder = "across-the-border",
        /// Two NHS bodies.
        TwoNhsBodies = "two-nhs-bodies",
    }

    /// F-PAY: what the person is asked to pay for.
    Ticks AskedToPay = "F-PAY" {
        /// Help or care.
        Help = "help",
        /// A care home or supported housing.
        CareHome = "care-home",
        /// Rent or a service charge.
        Rent = "rent",
        /// A top-up.
        TopUp = "top-up",
        /// Only a form about money, so far.
        Form = "form",
        /// Prescriptions.
        Prescriptions = "prescriptions",
        ; none = "nothing"
    }

    /// F-NEED: what the help is mainly for. Section 117(6) covers needs from or related to the mental disorder.
    One Need = "F-NEED" {
        /// The person's mental health.
        MentalHealth = "mental-health",
        /// Only physical health.
        OnlyPhysical = "only-physical",
        /// Both.
        Both = "both",
    }

    /// F-PLAN: does a written plan list this as section 117?
    One Plan = "F-PLAN" {
        /// Yes.
        Listed = "yes",
        /// There is a plan, but this is not in it.
        WithoutThis = "plan-without-this",
        /// There is no plan.
        Missing = "no-plan",
    }

    /// F-HOME: the kind of place that rent is asked for.
    One KindOfHome = "F-HOME" {
        /// Supported or specialist, because of the person's mental health.
        Supported = "supported",
        /// An ordinary home.
        Ordinary = "ordinary",
    }

    /// F-TOPUP: was there a suitable place without a top-up?
    One TopUpChoice = "F-TOPUP" {
        /// Yes: the person or the family chose a dearer one.
        ChoseDearer = "chose-dearer",
        /// No.
        NoSuitablePlace = "no",
        /// Nobody offered a choice.
        NoChoiceOffered = "no-choice",
    }

    /// F-PAYWHY: the reason given for asking for money. Only notes read it; it may be passed over.
    One ReasonToPay = "F-PAYWHY" {
        /// Savings.
        Savings = "savings",
        /// Compensation.
        Compensation = "compensation",
        /// Everyone pays rent.
        EveryonePaysRent = "everyone-pays-rent",
        /// Use Housing Benefit.
        UseHousingBenefit = "housing-benefit",
        /// NHS continuing healthcare instead.
        ContinuingHealthcare = "continuing-healthcare",
        /// Nothing.
        Nothing = "nothing",
    }

    /// F-AGE: is the person under 18?
    One Under18 = "F-AGE" {
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
    }

    /// F-DRUGS: is there a court or licence condition about drugs or alcohol? Read in England only.
    One DrugCondition = "F-DRUGS" {
        /// No.
        No = "no",
        /// Yes.
        Yes = "yes",
    }

    /// F-DATES: the dates that deadlines count from. The dates themselves are beside the case, in
    /// [`Dates`](super::deadline::Dates): no claim turns on them.
    One DatesGiven = "F-DATES" {
        /// At least one date is given.
        AtLeastOne = "given",
    }
}

impl Question {
    /// How many questions there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Every answer to this question.
    pub const fn all_answers(self) -> Answers {
        let values = self.values().len() as u32;
        match self.kind() {
            Kind::One => Answers::first(values + 1),
            Kind::Ticks => Answers::first(1 << (values + 1)),
        }
    }

    /// The answers that are, or hold, "not sure".
    pub const fn unsure_answers(self) -> Answers {
        // Worked out once: the caps ask it of every question, on every way.
        const UNSURE: [Answers; Question::COUNT] = {
            let mut unsure = [Answers::NONE; Question::COUNT];
            let mut place = 0;
            while place < Question::COUNT {
                unsure[place] = Question::ALL[place].find_unsure_answers();
                place += 1;
            }
            unsure
        };
        UNSURE[self as usize]
    }

    const fn find_unsure_answers(self) -> Answers {
        let values = self.values().len() as u8;
        match self.kind() {
            Kind::One => Answers::only(values),
            Kind::Ticks => Answers::with_tick(values).and(self.all_answers()),
        }
    }
}

/// One answer to one question.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Answer {
    /// What it answers.
    pub question: Question,
    code: u8,
}

/// Why ids are not an answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotAnAnswer {
    /// No value of the question has this id.
    UnknownValue(String),
    /// "None of these" was ticked together with something else.
    NoneWithOthers,
    /// Nothing was chosen.
    Empty,
    /// More than one value, where one is asked for.
    TooMany,
}

impl Answer {
    /// The answer with this code, if the question has it.
    pub fn from_code(question: Question, code: u8) -> Option<Self> {
        let known = code < 128 && Answers::only(code).within(question.all_answers());
        known.then_some(Self { question, code })
    }

    /// The answer that these value ids make. "Not sure" may stand beside ticks.
    pub fn from_ids<'a>(
        question: Question,
        ids: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, NotAnAnswer> {
        let (mut bits, mut none, mut count) = (0u8, false, 0);
        for id in ids {
            count += 1;
            if Some(id) == question.none_id() {
                none = true;
            } else if let Some(place) = question.places().position(|value| value == id) {
                bits = match question.kind() {
                    Kind::One => place as u8,
                    Kind::Ticks => bits | 1 << place,
                };
            } else {
                return Err(NotAnAnswer::UnknownValue(id.to_owned()));
            }
        }
        match question.kind() {
            _ if count == 0 => Err(NotAnAnswer::Empty),
            Kind::One if count > 1 => Err(NotAnAnswer::TooMany),
            Kind::Ticks if none && bits != 0 => Err(NotAnAnswer::NoneWithOthers),
            _ => Ok(Self { question, code: bits }),
        }
    }

    /// The ids of the values chosen: one, or for ticks any number; "none of these" and "not sure" have ids too.
    pub fn ids(self) -> Vec<&'static str> {
        match self.question.kind() {
            Kind::One => self.question.places().skip(self.code as usize).take(1).collect(),
            Kind::Ticks if self.code == 0 => self.question.none_id().into_iter().collect(),
            Kind::Ticks => self
                .question
                .places()
                .enumerate()
                .filter_map(|(place, id)| (self.code >> place & 1 == 1).then_some(id))
                .collect(),
        }
    }

    /// The set that holds just this answer.
    pub fn alone(self) -> Answers {
        Answers::only(self.code)
    }

    /// Is it, or does it hold, "not sure"?
    pub fn is_unsure(self) -> bool {
        self.alone().within(self.question.unsure_answers())
    }
}

impl Question {
    /// The ids of its values, then "not sure".
    fn places(self) -> impl Iterator<Item = &'static str> {
        self.values().iter().copied().chain([NOT_SURE])
    }

    /// The question with this id in the legal specification.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|question| question.id() == id)
    }

    /// Every value id in the order it is offered: the values, "none of these", "not sure".
    pub fn value_ids(self) -> impl Iterator<Item = &'static str> {
        self.values().iter().copied().chain(self.none_id()).chain([NOT_SURE])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_make_an_answer_or_say_why_not() {
        use NotAnAnswer::*;
        let read = |question, ids: &[&str]| Answer::from_ids(question, ids.iter().copied());
        for (question, ids, back) in [
            (Question::Sure, &["yes"][..], &["yes"][..]),
            (Question::Sure, &["not-sure"], &["not-sure"]),
            (Question::Clue, &["none"], &["none"]),
            (Question::Clue, &["judge", "not-sure"], &["judge", "not-sure"]),
            // In the order they are offered, and a tick given twice is one tick.
            (Question::Clue, &["judge", "more-than-28-days", "judge"], &["more-than-28-days", "judge"]),
        ] {
            assert_eq!(read(question, ids).map(Answer::ids).as_deref(), Ok(back), "{ids:?}");
        }
        for (question, ids, why) in [
            (Question::Sure, &[][..], Empty),
            (Question::Clue, &[], Empty),
            (Question::Sure, &["yes", "no"], TooMany),
            (Question::Clue, &["none", "judge"], NoneWithOthers),
            (Question::Clue, &["none", "not-sure"], NoneWithOthers),
            (Question::Sure, &["none"], UnknownValue("none".into())),
        ] {
            assert_eq!(read(question, ids), Err(why), "{ids:?}");
        }
    }

    #[test]
    fn every_answer_comes_back_from_its_ids() {
        for question in Question::ALL {
            for code in question.all_answers().codes() {
                let answer = Answer::from_code(*question, code).expect("an answer of the question");
                assert_eq!(Answer::from_ids(*question, answer.ids()), Ok(answer));
                assert_eq!(answer.is_unsure(), answer.ids().contains(&NOT_SURE));
            }
            let beyond = question.all_answers().len() as u8;
            assert_eq!(Answer::from_code(*question, beyond), None, "{}", question.id());
        }
    }
}
