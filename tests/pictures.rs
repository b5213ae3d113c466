//! What the pictures, the ladder and the sheets show: over every named case, and in detail where it is easily wrong.

#[path = "cases/reading.rs"]
#[allow(dead_code)]
mod reading;

use std::{collections::BTreeSet, sync::LazyLock};

use s117_checker::law::{
    assessment::Assessment,
    commencement::{InForce, Provision},
    date::{Date, LAW_CHECKED},
    deadline::{DateKind, Dates, DeadlineId, Given},
    evidence::Evidence,
    fact::{Answer, Question},
    finding::{Finding, FindingId::*, FindingKind, Nation, Strength, Timing, Topic},
    interview::Interview,
    journey::Journey,
    meeting::{Ask, Kind, Meeting, Want},
    picture::{
        owed::Price,
        road::{Happened, Way},
        rungs::{Clock, CourtClock, Ladder},
        stays::{Counts, Part, Remark},
    },
};

/// A finished case: its name, its answers, its findings.
struct Named {
    name: String,
    interview: Interview,
    assessment: Assessment,
}

impl Named {
    fn right(&self) -> &Finding {
        self.assessment.claims().find(|claim| claim.id.topic() == Topic::Right).expect("a claim on the right")
    }

    fn is_right(&self) -> bool {
        matches!(self.right().shape.strength, Some(Strength::S1 | Strength::S2))
    }

    fn claim(&self, topic: Topic) -> Option<&Finding> {
        self.assessment.claims().find(|claim| claim.id.topic() == topic)
    }

    fn answer(&self, question: Question) -> Vec<&'static str> {
        self.interview.given(question).map(Answer::ids).unwrap_or_default()
    }
}

/// Every named case. Their reasons take a while to find: once for all tests.
static NAMED: LazyLock<Vec<Named>> = LazyLock::new(|| {
    let cases = reading::cases().into_iter().map(|(_, case)| {
        let interview = case.interview().expect("the case reads");
        Named { name: case.name, assessment: interview.assess(LAW_CHECKED), interview }
    });
    cases.collect()
});

/// Reads `who-pays F-WHERE=out F-SECTS=section-3+not-sure`.
fn interview(text: &str) -> Interview {
    let mut parts = text.split_whitespace();
    let journey = Journey::from_id(parts.next().expect("a journey")).expect("a journey");
    parts.fold(Interview::new(journey), |interview, part| {
        let (id, values) = part.split_once('=').expect("question=value");
        let question = Question::from_id(id).expect("a question");
        interview.answered(Answer::from_ids(question, values.split('+')).expect("an answer"))
    })
}

const AT_HOME: &str = "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=no-gets-help \
    F-JAIL=no F-ARGUE=nobody F-PAY=nothing";

#[test]
fn the_named_cases_have_every_strength() {
    let strengths: BTreeSet<_> = NAMED.iter().filter_map(|case| case.right().shape.strength).collect();
    assert_eq!(strengths.into_iter().collect::<Vec<_>>(), Strength::ALL);
}

#[test]
fn the_two_bodies_say_no_more_than_the_claims() {
    let mut prices = [0; 3];
    for case in NAMED.iter() {
        let owed = case.interview.pictures().expect("pictures").owed;
        assert_eq!(owed.is_some(), case.is_right(), "{}", case.name);
        let Some(owed) = owed else { continue };
        assert_eq!(Some(owed.timing), case.right().shape.timing, "{}", case.name);
        let home = case.answer(Question::HomeBefore);
        let nation = match home.first() {
            Some(&("england" | "placed-by-england")) => Some(Nation::England),
            Some(&("wales" | "placed-by-wales")) => Some(Nation::Wales),
            _ => None,
        };
        assert_eq!(owed.bodies, nation, "{}: the bodies go by the home before", case.name);
        let money: Vec<_> = case
            .assessment
            .claims()
            .filter(|it| matches!(it.id.topic(), Topic::Charge | Topic::Home))
            .collect();
        let strongest = |claim: &&Finding| claim.shape.strength == Some(Strength::S1);
        let open = |claim: &&Finding| !matches!(claim.shape.strength, Some(Strength::S1 | Strength::S2));
        prices[owed.price.map_or(0, |price| 1 + price as usize)] += 1;
        match owed.price {
            Some(Price::Nothing) => {
                assert!(money.iter().all(strongest) && strongest(&case.right()), "{}", case.name);
            }
            Some(Price::ProbablyNothing) => assert!(!money.iter().any(open), "{}", case.name),
            None => assert!(!money.is_empty(), "{}: the right itself says that it is free", case.name),
        }
        // A top-up for a chosen place may be lawful, and free prescriptions are another matter.
        if money.iter().any(|it| matches!(it.id, Pay08 | What02 | What05 | What11 | Pay17)) {
            assert_eq!(owed.price, None, "{}", case.name);
        }
    }
    assert!(prices.iter().all(|count| *count > 5), "each is shown somewhere: {prices:?}");
}

#[test]
fn the_line_of_stays_is_as_firm_as_its_claim() {
    for case in NAMED.iter() {
        let council = case.claim(Topic::Council).filter(|_| case.is_right());
        let stays = case.interview.pictures().expect("pictures").stays;
        assert_eq!(stays.is_some(), council.is_some(), "{}", case.name);
        let (Some(stays), Some(council)) = (stays, council) else { continue };
        let counts: Vec<_> = stays.spans.iter().filter_map(|span| span.counts).collect();
        let decides = counts.contains(&Counts::Decides);
        assert_eq!(decides, council.shape.strength == Some(Strength::S1), "{}: {counts:?}", case.name);
        assert!(!counts.is_empty(), "{}: {stays:?}", case.name);
        assert!(counts.len() == 1 || counts == [Counts::OneView, Counts::OtherView], "{}", case.name);
        let last = stays.spans.last().map(|span| span.part);
        let end = if council.shape.timing == Some(Timing::Now) { Part::Now } else { Part::WillGo };
        assert_eq!(last, Some(end), "{}", case.name);
    }
}

#[test]
fn the_line_of_stays_shows_where_the_law_looks() {
    let line = |more: &str| {
        let interview = interview(&format!("who-pays {AT_HOME} {more}"));
        assert_eq!(interview.next(), None, "{more}");
        let stays = interview.pictures().expect("pictures").stays.expect("a line");
        let span = |part: &Part, counts: &Option<Counts>| match counts {
            Some(counts) => format!("{part:?} ({counts:?})"),
            None => format!("{part:?}"),
        };
        let spans: Vec<_> = stays.spans.iter().map(|it| span(&it.part, &it.counts)).collect();
        (spans.join(", "), stays.remark)
    };
    let leaving = "F-WHERE=hospital-held F-HELD=section-3";
    let moving = Some(Remark::MovingLater);
    for (more, expected, remark) in [
        ("F-NAT-BEFORE=england F-TIMES=one", "HomeBefore (Decides), Stay, Now", moving),
        ("F-NAT-BEFORE=wales F-TIMES=more", "Earlier, HomeBefore (Probably), Stay, Now", moving),
        ("F-NAT-BEFORE=england F-TIMES=not-sure", "HomeBefore (Probably), Stay, Now", moving),
        ("F-NAT-BEFORE=placed-by-england F-TIMES=one", "HomeBefore (IfSettled), Stay, Now", None),
        ("F-NAT-BEFORE=no-fixed-home F-TIMES=one", "HomeBefore, Stay, WentTo (Probably), Now", None),
        (
            "F-NAT-BEFORE=no-fixed-home F-TIMES=one F-ARGUE=nhs-and-council",
            "HomeBefore, Stay, WentTo (Disputed), Now",
            None,
        ),
        ("F-NAT-BEFORE=not-sure F-TIMES=one", "HomeBefore (OnceKnown), Stay, Now", None),
        (
            "F-NAT-BEFORE=england F-TIMES=one F-WHEN=october-1983-to-march-2015",
            "HomeBefore (OneView), Stay, Now",
            Some(Remark::OlderRules),
        ),
        (
            "F-NAT-BEFORE=england F-TIMES=one F-WHERE=recalled",
            "HomeBefore (OneView), Stay, Between (OtherView), Recall, WillGo",
            None,
        ),
        (
            &format!("F-NAT-BEFORE=england F-TIMES=one {leaving}"),
            "HomeBefore (Decides), Stay, WillGo",
            moving,
        ),
        (
            &format!("F-NAT-BEFORE=scotland F-TIMES=one {leaving}"),
            "HomeBefore, Stay, WillGo (Probably)",
            None,
        ),
    ] {
        assert_eq!(line(more), (expected.to_owned(), remark), "{more}");
    }
}

#[test]
fn the_road_says_what_was_told_and_no_more() {
    for case in NAMED.iter() {
        let road = case.interview.pictures().expect("pictures").road;
        let ending = case.claim(Topic::Ending);
        assert_eq!(road.is_some(), ending.is_some(), "{}", case.name);
        let (Some(road), Some(ending)) = (road, ending) else { continue };
        let ways: Vec<_> = road.milestones.iter().map(|it| it.way).collect();
        assert_eq!(ways, [Way::NeedsReassessed, Way::TookPart, Way::ReasonsGiven, Way::BothSatisfied]);
        let happened = |way| road.milestones.iter().find(|it| it.way == way).expect("a milestone").happened;
        let told_both = case.answer(Question::SaidEnded) == ["both"];
        let both = happened(Way::BothSatisfied);
        assert_eq!(both == Happened::Yes, told_both && ending.id != End01, "{}: {both:?}", case.name);
        assert_eq!(both == Happened::CouldNot, ending.id == End01, "{}", case.name);
        // All the way only where it has probably ended, or where the reason itself is not known.
        let all = road.milestones.iter().all(|it| it.happened == Happened::Yes);
        assert!(all || ending.id != End06, "{}", case.name);
        assert!(!all || matches!(ending.id, End06 | End13), "{}", case.name);
        let ticked = case.answer(Question::EndingDone);
        for (way, tick) in [(Way::NeedsReassessed, "needs-reassessed"), (Way::TookPart, "took-part")] {
            let expected = match &ticked[..] {
                ticks if ticks.contains(&tick) => Happened::Yes,
                [] => Happened::NotKnown,
                ticks if ticks.contains(&"not-sure") => Happened::NotKnown,
                _ => Happened::No,
            };
            assert_eq!(happened(way), expected, "{}: {tick}", case.name);
        }
    }
}

#[test]
fn the_reasons_on_the_road_follow_what_was_told() {
    let reasons = |more: &str| {
        let interview = interview(&format!("entitled {AT_HOME} F-END=both {more}"));
        let road = interview.pictures().expect("pictures").road.expect("a road");
        road.milestones.iter().find(|it| it.way == Way::ReasonsGiven).expect("reasons").happened
    };
    assert_eq!(reasons("F-ENDWHY=budget"), Happened::NotEnough);
    assert_eq!(reasons("F-ENDWHY=none-given F-ENDDOC=needs-reassessed+took-part"), Happened::No);
    assert_eq!(reasons("F-ENDWHY=no-need-now F-ENDDOC=reasons-given"), Happened::Yes);
    assert_eq!(reasons("F-ENDWHY=no-need-now F-ENDDOC=took-part"), Happened::No);
    assert_eq!(reasons("F-ENDWHY=no-need-now F-ENDDOC=took-part+not-sure"), Happened::NotKnown);
}

/// Passed, not started: section 46 of the Mental Health Act 2025.
#[test]
fn a_provision_that_starts_changes_the_pictures() {
    let placed = interview(&format!("who-pays {AT_HOME} F-NAT-BEFORE=placed-by-wales F-TIMES=one"));
    let both = interview(&format!(
        "entitled {AT_HOME} F-END=both F-ENDWHY=no-need-now F-ENDDOC=in-writing+took-part"
    ));
    let counts = |interview: &Interview| {
        let stays = interview.pictures().and_then(|it| it.stays).expect("a line");
        stays.spans.iter().find_map(|span| span.counts)
    };
    let in_writing = |interview: &Interview| {
        let road = interview.pictures().and_then(|it| it.road).expect("a road");
        road.milestones.iter().find(|it| it.way == Way::InWriting).map(|it| it.happened)
    };
    assert_eq!((counts(&placed), in_writing(&both)), (Some(Counts::IfSettled), None));
    let started = InForce::TODAY.with(Provision::NoticeAndDeeming);
    assert_eq!(counts(&placed.under(started)), Some(Counts::Placer));
    assert_eq!(in_writing(&both.under(started)), Some(Happened::Yes));
}

#[test]
fn the_ladder_holds_every_step_once_in_its_order() {
    for case in NAMED.iter() {
        let steps: Vec<&Finding> = case.assessment.of_kind(FindingKind::Step).collect();
        let ladder = Ladder::new(&steps, &case.interview.deadlines(LAW_CHECKED), LAW_CHECKED);
        let place = |step: &Finding| steps.iter().position(|it| **it == *step).expect("a step of the result");
        let rungs: Vec<_> = ladder.rungs.iter().map(|rung| place(rung.step)).collect();
        let beside: Vec<_> = ladder.beside.iter().map(|step| place(step)).collect();
        assert!(rungs.is_sorted() && beside.is_sorted(), "{}: {rungs:?} {beside:?}", case.name);
        let mut all = [rungs, beside].concat();
        all.sort_unstable();
        assert_eq!(all, (0..steps.len()).collect::<Vec<_>>(), "{}", case.name);
        let court = steps.iter().any(|step| matches!(step.id, Act02 | Act16));
        assert_eq!(ladder.court.is_some(), court, "{}: no date was given", case.name);
        for rung in &ladder.rungs {
            let complaint = matches!(rung.step.id, Act03 | Act04 | Act10 | Act11);
            assert_eq!(matches!(rung.clock, Some(Clock::TwelveMonths(_))), complaint, "{}", case.name);
        }
    }
}

#[test]
fn the_clocks_of_the_ladder_have_the_dates_of_their_deadlines() {
    let date = |text: &str| Date::parse(text).expect("a date");
    let given = |text: &str| Some(Given { date: date(text), approximate: false });
    let blocked = "problem F-ISSUE=complaint-blocked F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 \
        F-WHEN=since-july-2022 F-END=no-gets-help F-JAIL=no F-NAT-BEFORE=england";
    let dates = Dates::NONE.with(DateKind::Decision, given("2026-11-02"));
    let interview = interview(blocked).dated(dates);
    let clocks = |today: &str| {
        let (today, assessment) = (date(today), interview.assess(date(today)));
        let steps: Vec<&Finding> = assessment.of_kind(FindingKind::Step).collect();
        let ladder = Ladder::new(&steps, &interview.deadlines(today), today);
        let Some(CourtClock::Running(court)) = ladder.court else { panic!("the court’s clock runs") };
        assert_eq!((court.id, court.start), (DeadlineId::JudicialReview, date("2026-11-02")));
        let of = |id| ladder.rungs.iter().find(|rung| rung.step.id == id).and_then(|rung| rung.clock);
        (of(Act03), of(Act16))
    };
    let safe = |clock| match clock {
        Some(Clock::TwelveMonths(Some(deadline)) | Clock::Promptly(Some(deadline))) => {
            deadline.safe.to_string()
        }
        other => panic!("{other:?} has no date"),
    };
    let (complaint, court) = clocks("2026-12-01");
    assert_eq!((safe(complaint), safe(court)), ("2027-11-01".to_owned(), "2027-02-01".to_owned()));
    // Past its date a clock still shows it: there may still be a way.
    let (complaint, court) = clocks("2028-01-01");
    assert_eq!((safe(complaint), safe(court)), ("2027-11-01".to_owned(), "2027-02-01".to_owned()));
}

#[test]
fn the_meeting_sheet_asks_and_asserts_nothing_more() {
    let mut kinds = vec![];
    for case in NAMED.iter() {
        let strength = case.right().shape.strength.expect("a strength");
        let meeting = case.interview.meeting();
        assert_eq!(meeting.is_none(), strength == Strength::S0, "{}", case.name);
        let Some(meeting) = meeting else { continue };
        kinds.push(meeting.kind);
        let sure = case.is_right();
        assert_eq!(meeting.asks.contains(&Ask::Agree), strength != Strength::S1, "{}", case.name);
        assert_eq!(
            meeting.wants.contains(&Want::Plan),
            sure,
            "{}: only who has the right wants its plan",
            case.name
        );
        assert_eq!(meeting.kind == Kind::FindingOut, !sure && case.right().shape.timing == Some(Timing::Now));
        let leaving = case.right().shape.timing != Some(Timing::Now);
        assert_eq!(meeting.asks.contains(&Ask::OnTheDay), leaving, "{}", case.name);
        assert_eq!(meeting.asks.last(), Some(&Ask::Notes), "{}", case.name);
        // It is to fit on two pages.
        assert!((3..=11).contains(&meeting.asks.len()), "{}: {:?}", case.name, meeting.asks);
        assert!((1..=6).contains(&meeting.wants.len()), "{}: {:?}", case.name, meeting.wants);
        // Every claim about a charge warns against stopping payment on one's own: so does the sheet.
        let charged = case
            .assessment
            .claims()
            .any(|it| matches!(it.id, Pay07 | What04 | What03 | Pay09 | Pay10 | Pay16));
        assert!(meeting.charged || !charged, "{}", case.name);
        assert_eq!(meeting.asks.contains(&Ask::Charge), meeting.charged, "{}", case.name);
    }
    for kind in [Kind::Review, Kind::BeforeLeaving, Kind::BeforeRelease, Kind::FindingOut] {
        assert!(kinds.contains(&kind), "{kind:?} is in no named case");
    }
    assert!(!Meeting::tells(Question::PrisonSince) && !Meeting::tells(Question::DrugCondition));
}

#[test]
fn the_meeting_sheet_goes_by_the_nation() {
    let welsh = |nation: &str| {
        let text = AT_HOME.replace("F-NAT-NOW=england", &format!("F-NAT-NOW={nation}"));
        let interview = interview(&format!("who-pays {text} F-NAT-BEFORE=wales F-TIMES=one"));
        let meeting = interview.meeting().expect("a meeting");
        (meeting.bodies, meeting.asks.contains(&Ask::CarePlanWales))
    };
    // The plan goes by where the person is, the bodies by where home was.
    assert_eq!(welsh("wales"), (Some(Nation::Wales), true));
    assert_eq!(welsh("england"), (Some(Nation::Wales), false));
}

#[test]
fn the_proof_to_keep_suits_the_problem() {
    use Evidence::*;
    let base = [SectionPapers, DischargeSummary, Admissions, Plans, Minutes, Names, Messages];
    let more = |issue: &str, more: &str| {
        let text = format!("problem F-ISSUE={issue} {AT_HOME} F-NAT-BEFORE=england {more}");
        let keep = interview(&text).evidence();
        assert_eq!(keep[..base.len()], base, "{issue}");
        keep[base.len()..].to_vec()
    };
    assert_eq!(more("no-plan", ""), []);
    assert_eq!(more("cut", "F-NEED=mental-health"), [EndingLetters]);
    let charged = "F-PAY=help F-NEED=mental-health F-PAYWHY=nothing";
    assert_eq!(more("charged", charged), [Bills, BankStatements, FinancialAssessment]);
    assert_eq!(
        more("top-up", "F-NEED=mental-health F-TOPUP=no F-PAYWHY=nothing"),
        [Bills, BankStatements, FinancialAssessment, TopUpContract, Tenancy]
    );
    let anything = [EndingLetters, Bills, BankStatements, FinancialAssessment, TopUpContract, Tenancy];
    assert_eq!(more("something-else", "F-DATES=not-sure"), anything);
    for case in NAMED.iter() {
        assert!(case.interview.evidence().starts_with(&base), "{}", case.name);
    }
}
