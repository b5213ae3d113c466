//! What a journey asks, and the caps that lie over every claim: "not sure", and resting on the right.

use super::{
    answers::Answers,
    bodies,
    case::{Ask, Asked, Case},
    claim::Claim,
    ending,
    fact::{Issue, Kind, Question},
    finding::{
        FindingId::{self, *},
        Strength::{S0, S1, S3},
        Topic,
    },
    help,
    money::{self, Thing},
    right,
    ways::Given,
};

/// Which question the visitor came with.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Journey {
    /// Am I entitled? Topic `right`, and `ending` where it is opened.
    Entitled,
    /// Who provides and who pays? Then `council`, `nhs`, `dispute`, `charge` and `home`.
    WhoPays,
    /// What can I do? The problem first; then what it calls for.
    Problem,
}

/// All that the later topics know of the right: its state, strength and timing, never the history behind it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Summary {
    /// Is there a right?
    pub right: Claim,
    /// Does it go on? Only where that topic is opened.
    pub ending: Option<Claim>,
}

/// What a later claim is about: each journey makes at most one claim about each.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Subject {
    /// Which council.
    Council,
    /// Which NHS body.
    Nhs,
    /// A dispute between them.
    Dispute,
    /// A thing that money is asked for.
    Money(Thing),
    /// Is it section 117 aftercare?
    What,
    /// Direct payments: the council's part.
    CouncilPayment,
    /// Direct payments: the NHS's part.
    NhsPayment,
}

/// The claims of a journey.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Claims {
    /// The right, and whether it goes on.
    pub summary: Summary,
    /// The others, each with what it is about.
    pub others: Vec<(Subject, Claim)>,
}

impl Summary {
    /// The claims, the right first.
    pub fn iter(self) -> impl Iterator<Item = Claim> {
        std::iter::once(self.right).chain(self.ending)
    }

    /// Had the right, and it has probably ended, or that cannot be told yet (PAY-17).
    pub(super) fn may_have_ended(&self) -> bool {
        self.right.id == Elig28 && self.ending.is_some_and(|ending| matches!(ending.id, End06 | End13))
    }

    /// Is there plainly or probably no right?
    pub(super) fn is_no(&self) -> bool {
        matches!(self.right.strength, S0 | S3)
    }
}

impl Claims {
    /// The claims, the right first; each once, though it may be about several things.
    pub fn iter(&self) -> impl Iterator<Item = Claim> {
        let once =
            self.others.iter().enumerate().filter(|(place, (_, claim))| {
                !self.others[..*place].iter().any(|(_, earlier)| earlier == claim)
            });
        self.summary.iter().chain(once.map(|(_, (_, claim))| *claim)).collect::<Vec<_>>().into_iter()
    }

    /// The claim on this subject.
    pub fn about(&self, subject: Subject) -> Option<Claim> {
        self.others.iter().find(|(about, _)| *about == subject).map(|(_, claim)| *claim)
    }

    /// Was any claim of this topic made?
    pub(super) fn has_topic(&self, topic: Topic) -> bool {
        self.others.iter().any(|(_, claim)| claim.id.topic() == topic)
    }

    /// Was any of these claims made?
    pub(super) fn has_any(&self, ids: &[FindingId]) -> bool {
        self.others.iter().any(|(_, claim)| ids.contains(&claim.id))
    }
}

impl Journey {
    /// Every journey, in the order they are offered.
    pub const ALL: &[Self] = &[Self::Entitled, Self::WhoPays, Self::Problem];

    /// Its id in a case written as data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Entitled => "entitled",
            Self::WhoPays => "who-pays",
            Self::Problem => "problem",
        }
    }

    /// The journey with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|journey| journey.id() == id)
    }

    /// What may be asked after the right, as far as the case tells; no other question comes there. Where the
    /// problem has not been named: what a charge asks, which is the most.
    pub fn later_questions(self, case: &Case) -> &'static [Question] {
        use Question as Q;
        const MONEY: &[Question] =
            &[Q::AskedToPay, Q::Need, Q::Plan, Q::KindOfHome, Q::TopUpChoice, Q::HomeBefore, Q::ReasonToPay];
        let is = |issues: &[Issue]| issues.iter().any(|issue| case.known(*issue) == Ok(true));
        match self {
            Self::Entitled => &[],
            Self::WhoPays => &[
                Q::LastLeft,
                Q::HomeBefore,
                Q::WhoArgues,
                Q::Stays,
                Q::AskedToPay,
                Q::Need,
                Q::Plan,
                Q::KindOfHome,
                Q::TopUpChoice,
                Q::ReasonToPay,
            ],
            Self::Problem if case.possible(Q::Issue).is_empty() || is(&[Issue::Charged]) => MONEY,
            Self::Problem if is(&[Issue::TopUp]) => &[Q::Need, Q::TopUpChoice, Q::HomeBefore, Q::ReasonToPay],
            Self::Problem if is(&[Issue::NoPlan, Issue::Prescriptions, Issue::Ended]) => &[Q::HomeBefore],
            Self::Problem if is(&[Issue::Refused, Issue::Cut]) => &[Q::Need, Q::HomeBefore],
            Self::Problem if is(&[Issue::LeavingSoon]) => &[Q::Plan, Q::DatesGiven, Q::HomeBefore],
            Self::Problem if is(&[Issue::BodiesArgue]) => {
                &[Q::LastLeft, Q::HomeBefore, Q::WhoArgues, Q::Stays]
            }
            Self::Problem if is(&[Issue::DirectPayment]) => &[Q::Under18, Q::HomeBefore, Q::DrugCondition],
            Self::Problem => &[Q::DatesGiven, Q::HomeBefore],
        }
    }

    /// The claims as the tables have them, before "not sure" caps them. This alone decides what is asked.
    pub fn asked(self, case: &Case) -> Asked<Claims> {
        let summary = self.asked_of_the_right(case)?;
        Ok(Claims { others: self.others(case, &summary)?, summary })
    }

    /// The claims of a finished case.
    pub fn claims(self, case: &Case) -> Asked<Claims> {
        let summary = self.summary(case)?;
        Ok(Claims { others: self.later(case, &summary)?, summary })
    }

    /// The right and the ending as the tables have them, before "not sure" caps them.
    pub fn asked_of_the_right(self, case: &Case) -> Asked<Summary> {
        if self == Self::Problem {
            case.asks(Question::Issue)?;
        }
        let mut right = right::right(case)?;
        // Only ELIG-28 waits for the ending elsewhere: it is as firm as that.
        let wanted = match self {
            Self::Entitled => true,
            Self::WhoPays => right.id == Elig28,
            Self::Problem => right.id == Elig28 || case.is(Issue::Ended)?,
        };
        if !wanted || !ending::opens(case)? {
            return Ok(Summary { right, ending: None });
        }
        let ending = ending::ending(case)?.resting_on(right);
        // Had the right, and somebody says that it ended: as firm as `ending`.
        if right.id == Elig28 {
            right.strength = ending.strength;
        }
        Ok(Summary { right, ending: Some(ending) })
    }

    /// The right and the ending of a finished case.
    ///
    /// A "not sure" never gives S1 unless every definite answer to that question, followed every way,
    /// would also give S1 (8.7.5); and no claim that rests on the right is firmer than the right (8.7.4).
    pub fn summary(self, case: &Case) -> Asked<Summary> {
        let Summary { mut right, mut ending } = self.asked_of_the_right(case)?;
        let rules = |case: &Case| self.summary(case);
        if right.strength == S1 && !firm(case, rules, |found| Some(found.right))? {
            right = right.probably();
        }
        if let Some(claim) = &mut ending {
            if claim.strength == S1 && !firm(case, rules, |found| found.ending)? {
                *claim = claim.probably();
            }
            *claim = claim.resting_on(right);
        }
        Ok(Summary { right, ending })
    }

    /// The later claims of a finished case, over a summary of the right, with both caps.
    pub fn later(self, case: &Case, summary: &Summary) -> Asked<Vec<(Subject, Claim)>> {
        let mut claims = self.others(case, summary)?;
        for (subject, claim) in &mut claims {
            let rules = |way: &Case| self.others(way, summary);
            let on_subject = |found: &Vec<(Subject, Claim)>| {
                found.iter().find(|(about, _)| about == subject).map(|(_, claim)| *claim)
            };
            if claim.strength == S1 && !firm(case, rules, |found| on_subject(&found))? {
                *claim = claim.probably();
            }
        }
        Ok(claims)
    }

    /// The later claims before "not sure" caps them, and what else the journey asks, in the order of asking.
    pub fn others(self, case: &Case, summary: &Summary) -> Asked<Vec<(Subject, Claim)>> {
        let mut claims = vec![];
        self.collect(case, summary, &mut claims)?;
        Ok(claims)
    }

    /// The later claims that are certain already, with both caps, though the journey may ask more.
    pub fn later_so_far(self, case: &Case, summary: &Summary) -> Vec<(Subject, Claim)> {
        let mut claims = vec![];
        // What it would ask next is told elsewhere.
        let _ = self.collect(case, summary, &mut claims);
        for (subject, claim) in &mut claims {
            let rules = |way: &Case| subject.claim(way, summary);
            if claim.strength == S1 && firm(case, rules, |found| found) != Ok(true) {
                *claim = claim.probably();
            }
        }
        claims
    }

    /// Adds each later claim once it is certain, and returns early where something must be asked.
    fn collect(self, case: &Case, summary: &Summary, claims: &mut Vec<(Subject, Claim)>) -> Asked<()> {
        let asked = match self {
            Self::Entitled => Ok(()),
            Self::WhoPays => {
                responsible(case, summary, claims).and_then(|()| asked_to_pay(case, summary, claims))
            }
            Self::Problem => about_the_problem(case, summary, claims),
        };
        for (_, claim) in claims.iter_mut() {
            // These speak of what lies outside the right: it cannot make them less firm.
            if !matches!(claim.id, Pay14 | Pay17 | What02 | What05 | What07 | Dp02) {
                *claim = claim.resting_on(summary.right);
            }
        }
        asked?;
        // Only notes read it, so it comes last.
        let charged =
            |(subject, _): &(Subject, Claim)| matches!(subject, Subject::Money(thing) if thing.is_charged());
        if claims.iter().any(charged) && !summary.is_no() {
            case.asks(Question::ReasonToPay)?;
        }
        Ok(())
    }
}

impl Subject {
    /// The claim on this subject over a summary of the right, before either cap.
    pub(super) fn claim(self, case: &Case, summary: &Summary) -> Asked<Option<Claim>> {
        let right = summary.right;
        Ok(match self {
            Subject::Council => Some(bodies::council(case, right)?),
            Subject::Nhs => Some(bodies::nhs(case, right)?),
            Subject::Dispute => bodies::dispute(case, right)?,
            Subject::Money(thing) => Some(money::money(case, summary, thing)?),
            Subject::What => {
                case.is(Issue::NoPlan)?;
                Some(help::what(case, right)?)
            }
            Subject::CouncilPayment => Some(help::direct_payment(case, right)?[0]),
            Subject::NhsPayment => Some(help::direct_payment(case, right)?[1]),
        })
    }
}

/// Topics `council`, `nhs` and `dispute`. Under S0 nobody owes the help.
fn responsible(case: &Case, summary: &Summary, claims: &mut Vec<(Subject, Claim)>) -> Asked<()> {
    let right = summary.right;
    if right.strength != S0 {
        claims.push((Subject::Council, bodies::council(case, right)?));
        claims.push((Subject::Nhs, bodies::nhs(case, right)?));
        claims.extend(bodies::dispute(case, right)?.map(|claim| (Subject::Dispute, claim)));
    }
    Ok(())
}

/// Topics `charge` and `home`, for each thing that money is asked for.
fn asked_to_pay(case: &Case, summary: &Summary, claims: &mut Vec<(Subject, Claim)>) -> Asked<()> {
    for thing in money::things(case)? {
        claims.push((Subject::Money(thing), money::money(case, summary, thing)?));
    }
    Ok(())
}

/// What each problem calls for (8.0, "Journeys").
fn about_the_problem(case: &Case, summary: &Summary, claims: &mut Vec<(Subject, Claim)>) -> Asked<()> {
    let right = summary.right;
    if case.is_any(&[Issue::Charged, Issue::TopUp, Issue::Prescriptions])? {
        asked_to_pay(case, summary, claims)?;
    } else if case.is_any(&[Issue::NoPlan, Issue::Refused, Issue::Cut])? {
        claims.push((Subject::What, help::what(case, right)?));
    } else if case.is(Issue::LeavingSoon)? {
        case.asks(Question::Plan)?;
        case.asks(Question::DatesGiven)?;
    } else if case.is(Issue::BodiesArgue)? {
        responsible(case, summary, claims)?;
    } else if case.is(Issue::DirectPayment)? {
        let [council, nhs] = help::direct_payment(case, right)?;
        claims.extend([(Subject::CouncilPayment, council), (Subject::NhsPayment, nhs)]);
    } else if !case.is(Issue::Ended)? {
        // A complaint is late or blocked, something else, or not sure.
        case.asks(Question::DatesGiven)?;
    }
    // Complaints go by the nation of the bodies.
    if !summary.is_no() {
        case.asks(Question::HomeBefore)?;
    }
    Ok(())
}

/// For each "not sure" in the case: would every definite answer give S1 too (8.7.5)?
fn firm<T>(
    case: &Case,
    rules: impl Fn(&Case) -> Asked<T> + Copy,
    topic: impl Fn(T) -> Option<Claim>,
) -> Asked<bool> {
    for question in case.asked() {
        if !case.unsure(question)? {
            continue;
        }
        let definite = definite_answers(case, question);
        let firm = Given::new(*case)
            .freeing(question, definite)
            .every_way(rules, |_, found| topic(found).is_some_and(|claim| claim.strength == S1))?;
        if !firm {
            // Several answers at once that are not sure may stand for different ticks: tell them apart.
            let possible = case.possible(question);
            if let (Kind::Ticks, None) = (question.kind(), possible.single()) {
                let telling = possible.codes().next().map_or(Answers::NONE, Answers::only);
                return Err(Ask { question, telling });
            }
            return Ok(false);
        }
    }
    Ok(true)
}

/// The answers without "not sure" that a "not sure" may turn out to be. Beside ticks, the ticks stand.
fn definite_answers(case: &Case, question: Question) -> Answers {
    let definite = case.offered(question).without(question.unsure_answers());
    match question.kind() {
        Kind::One => definite,
        Kind::Ticks => {
            let unsure = 1 << question.values().len();
            case.possible(question)
                .codes()
                .fold(Answers::NONE, |set, code| set.or(definite.and(Answers::holding(code & !unsure))))
        }
    }
}
