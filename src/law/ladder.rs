//! The ladder of "who pays" and "what can I do": whom to ask first, whom next, up to the courts (section 5, 8.6).

use super::{
    case::{Asked, Case},
    commencement::Provision,
    deadline::{Age, Circumstances},
    fact::{HomeBefore, Issue, LastLeft, Plan, Under18, Whereabouts},
    finding::{
        FindingId::{self, *},
        Nation::{self, *},
        Shape, Topic,
    },
    journey::{Claims, Journey},
    steps::{Step, elsewhere, here, nation_now, plain},
};

/// The steps of a journey about a right that there is, or may be, in the order to take them.
pub(super) fn ladder(
    journey: Journey,
    case: &Case,
    claims: &Claims,
    circumstances: &Circumstances,
) -> Asked<Vec<Step>> {
    let rungs = Rungs { case, claims, circumstances };
    let mut steps = rungs.sections_first();
    steps.extend(if journey == Journey::Problem { rungs.of_the_problem()? } else { rungs.of_the_money()? });
    steps.extend(rungs.for_everyone()?);
    let mut once: Vec<Step> = vec![];
    for step in steps {
        if !once.iter().any(|(id, shape)| *id == step.0 && shape.nation == step.1.nation) {
            once.push(step);
        }
    }
    Ok(once)
}

struct Rungs<'a> {
    case: &'a Case,
    claims: &'a Claims,
    circumstances: &'a Circumstances,
}

impl Rungs<'_> {
    /// Where the section is not known, that comes first: all else rests on it.
    fn sections_first(&self) -> Vec<Step> {
        let right = self.claims.summary.right;
        match right.id {
            Elig12 | Elig13 | Elig14 | Elig32 => plain(&[AskSections]),
            Elig15 => plain(&[AskCourt, AskSections]),
            _ => vec![],
        }
    }

    fn of_the_money(&self) -> Asked<Vec<Step>> {
        let mut steps = self.disputing();
        steps.extend(plain(&[WriteToBoth, AskTeam]));
        Ok(steps)
    }

    fn of_the_problem(&self) -> Asked<Vec<Step>> {
        let case = self.case;
        let is = |issue: Issue| case.known(issue);
        if is(Issue::Charged)? || is(Issue::TopUp)? {
            return Ok([self.disputing(), self.court(false)?, plain(&[AskTeam]), self.complaints()?].concat());
        }
        if is(Issue::Prescriptions)? {
            return Ok(plain(&[AskTeam, WriteToBoth]));
        }
        if is(Issue::LeavingSoon)? {
            let planned = case.known(Plan::Listed)?;
            // With the date unknown, soon is what the person said.
            let hurry = !planned && self.circumstances.leaving_within_two_weeks() != Some(false);
            let first = if hurry { plain(&[Act08]) } else { vec![] };
            return Ok(
                [first, plain(&[AskTeam]), self.advocates()?, plain(&[PrepareReview, WriteToBoth])].concat()
            );
        }
        if is(Issue::DirectPayment)? {
            return Ok(plain(&[AskTeam, WriteToBoth]));
        }
        if is(Issue::BodiesArgue)? {
            return Ok([plain(&[WriteToBoth]), self.complaints()?, plain(&[Act16])].concat());
        }
        if is(Issue::ComplaintBlocked)? {
            return Ok([self.court(false)?, self.complaints()?, plain(&[Act16])].concat());
        }
        if is(Issue::NoPlan)? {
            return Ok([plain(&[WriteToBoth, AskTeam]), self.advocates()?, self.complaints()?].concat());
        }
        if is(Issue::Refused)? || is(Issue::Cut)? || is(Issue::Ended)? {
            let court = self.court(true)?;
            return Ok([court, plain(&[WriteToBoth]), self.complaints()?, plain(&[PrepareReview])].concat());
        }
        Ok([self.court(false)?, plain(&[AskTeam, WriteToBoth])].concat())
    }

    /// Every rung of the ladder, for those whom the first ones did not help.
    fn for_everyone(&self) -> Asked<Vec<Step>> {
        let case = self.case;
        let nation = nation_now(case)?;
        let powers = case.is_any(&DETAINED)?
            || case.is(Whereabouts::OnCto)?
            || case.is(Whereabouts::ConditionallyDischarged)?;
        let tribunal = if case.has_started(Provision::TribunalMayRecommend) { TribunalMay } else { Act15 };
        let adult_in_wales = nation == Some(Wales) && !case.known(Under18::Yes)?;
        let long_ago =
            case.known(LastLeft::BeforeOctober1983)? || case.known(LastLeft::October1983ToMarch2015)?;
        let mut steps = plain(&[AskTeam, WriteToBoth]);
        steps.extend(self.advocates()?);
        steps.extend(self.complaints()?);
        steps.extend(plain(&[Act16, Act13, KeepProof]));
        if powers {
            steps.extend(plain(&[tribunal]));
            steps.extend(here(ComplainOfPowers, nation));
        }
        steps.extend(here(ComplainOfProvider, nation));
        steps.extend(here(Act12, nation));
        // Three years from leaving the mental health team.
        if adult_in_wales && !long_ago {
            steps.extend(of(Wales, &[Act14]));
        }
        steps.extend(here(Act17, nation));
        steps.extend(elsewhere(nation));
        Ok(steps)
    }

    /// A charge is disputed in writing, with proof.
    fn disputing(&self) -> Vec<Step> {
        let only_free = self.claims.others.iter().all(|(_, claim)| {
            matches!(claim.id.topic(), Topic::Council | Topic::Nhs | Topic::Dispute)
                || matches!(claim.id, Pay29 | What07 | What08 | What09)
        });
        if only_free { vec![] } else { plain(&[DisputeCharge]) }
    }

    /// ACT-02. By the date of the decision where it is known; where it is not, only after a decision.
    fn court(&self, decided: bool) -> Asked<Vec<Step>> {
        let urgency = match self.circumstances.age_of_decision() {
            Some((Age::UnderThreeMonths, urgency)) => Some(urgency),
            // It may have been later than the person remembers.
            Some((Age::UnderTwelveMonths, urgency)) if self.circumstances.is_decision_approximate() => {
                Some(urgency)
            }
            Some(_) => return Ok(vec![]),
            None if decided => None,
            None => return Ok(vec![]),
        };
        Ok(vec![(Act02, Shape { urgency, ..Shape::default() })])
    }

    /// By right for those held, on a CTO or conditionally discharged; in the community, an advocate to ask for (5.2).
    fn advocates(&self) -> Asked<Vec<Step>> {
        let (case, nation) = (self.case, nation_now(self.case)?);
        let by_right = case.is_any(&DETAINED)?
            || case.is_any(&[Whereabouts::OnCto, Whereabouts::ConditionallyDischarged])?;
        Ok(if by_right {
            here(Act05, nation)
        } else if case.is(Whereabouts::HospitalByChoice)? {
            here(Act06, nation)
        } else {
            here(CommunityAdvocate, nation)
        })
    }

    /// By the nation of the bodies; where it is not known, both, labelled (8.7.6).
    fn complaints(&self) -> Asked<Vec<Step>> {
        let case = self.case;
        let is_any =
            |values: [HomeBefore; 2]| -> Asked<bool> { Ok(case.known(values[0])? || case.known(values[1])?) };
        let england = of(England, &[Act03, Act10, Act11]);
        let wales = of(Wales, &[Act04]);
        Ok(if is_any([HomeBefore::England, HomeBefore::PlacedByEngland])? {
            england
        } else if is_any([HomeBefore::Wales, HomeBefore::PlacedByWales])? {
            wales
        } else {
            [of(England, &[Act03]), wales, of(England, &[Act10, Act11])].concat()
        })
    }
}

/// Held, on leave or recalled.
const DETAINED: [Whereabouts; 3] = [Whereabouts::HospitalHeld, Whereabouts::OnLeave, Whereabouts::Recalled];

fn of(nation: Nation, ids: &[FindingId]) -> Vec<Step> {
    ids.iter().map(|id| (*id, Shape { nation: Some(nation), ..Shape::default() })).collect()
}
