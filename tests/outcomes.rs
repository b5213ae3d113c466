//! What falls out of the rules beside the claims: what is settled early, what would change the answer.

use s117_checker::{
    law::{
        assessment::{Change, Settled, could_be_so},
        classes::name,
        commencement::{InForce, Provision},
        date::{Date, LAW_CHECKED},
        deadline::{DateKind, Dates, Given},
        fact::{Answer, NOT_SURE, Question},
        finding::{FindingKind, Nation, Reason},
        interview::Interview,
        journey::Journey,
    },
    words::{self, Language, Speech, Voice},
};

/// Reads `F-WHERE=out F-SECTS=section-3+not-sure`.
fn interview(answers: &str) -> Interview {
    answers.split_whitespace().fold(Interview::new(Journey::Entitled), |interview, part| {
        let (id, values) = part.split_once('=').expect("question=value");
        let question = Question::from_id(id).expect("a question");
        interview.answered(Answer::from_ids(question, values.split('+')).expect("an answer"))
    })
}

#[test]
fn what_is_settled_is_said_at_once() {
    let settled = |answers: &str| match interview(answers).settled() {
        None => "nothing".to_owned(),
        Some(Settled::QualifyingStay) => "stay".to_owned(),
        Some(Settled::Right(claim)) => format!("{} {}", claim.id.id(), claim.strength.id()),
    };
    let table = [
        ("", "nothing"),
        ("F-NAT-NOW=england F-WHERE=out", "nothing"),
        ("F-NAT-NOW=england F-WHERE=out F-SECTS=court", "nothing"),
        ("F-NAT-NOW=england F-WHERE=out F-SECTS=section-3", "stay"),
        ("F-NAT-NOW=england F-WHERE=out F-SECTS=court F-COURT=hospital-order", "stay"),
        ("F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=both", "stay"),
        (
            "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=both F-JAIL=no",
            "stay",
        ),
        (
            "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=both F-JAIL=yes",
            "ELIG-20 S5",
        ),
        ("F-NAT-NOW=wales F-WHERE=conditionally-discharged", "ELIG-03 S1"),
        // Once nothing is left to ask, the result says it all.
        ("F-NAT-NOW=wales F-WHERE=on-cto", "nothing"),
        ("F-NAT-NOW=england F-WHERE=out F-SECTS=only-other-kinds", "nothing"),
    ];
    for (answers, expected) in table {
        assert_eq!(settled(answers), expected, "{answers}");
    }
}

#[test]
fn what_would_change_the_answer_comes_nearest_first() {
    let changes = |answers: &str| -> Vec<String> {
        let interview = interview(answers);
        assert_eq!(interview.next(), None, "{answers}");
        let line = |change: Change| {
            let surely = if change.certain { "" } else { "?" };
            let (id, strength) = (change.claim.id.id(), change.claim.strength.id());
            format!("{}={} {id} {strength}{surely}", change.question.id(), change.value)
        };
        interview.changes().into_iter().map(line).collect()
    };
    assert_eq!(
        changes("F-NAT-NOW=england F-WHERE=out F-SECTS=only-other-kinds F-CLUE=none F-SURE=yes"),
        ["F-CLUE=more-than-28-days ELIG-32 S4", "F-SECTS=section-3 ELIG-01 S1?"]
    );
    // Somebody who has the right hears what would have to be found out, not that nothing changes.
    assert_eq!(
        changes(
            "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=no-gets-help F-JAIL=no"
        ),
        [
            "F-WHEN=october-1983-to-march-2015 ELIG-10 S2",
            "F-SECTS=only-other-kinds ELIG-32 S4?",
            "F-END=both ELIG-28 S4?"
        ]
    );
    assert_eq!(changes("F-NAT-NOW=wales F-WHERE=on-cto"), Vec::<String>::new());
    // What is not sure comes first, however far away the rest is.
    let unsure = changes(
        "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=no-gets-help F-JAIL=not-sure",
    );
    assert_eq!(unsure[0], "F-JAIL=no ELIG-01 S1");
    assert_eq!(unsure.len(), 3);
    // Beside ticks, the ticks stand.
    let ended = changes(
        "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=both F-JAIL=no \
         F-ENDWHY=no-need-now F-ENDDOC=needs-reassessed+took-part+not-sure",
    );
    assert_eq!(ended[0], "F-ENDDOC=reasons-given ELIG-28 S3");
    for change in ended.iter().chain(&unsure) {
        for never in ["F-WHERE=", "F-JAIL=yes", "F-NAT-NOW="] {
            assert!(!change.starts_with(never), "{change}");
        }
    }
}

#[test]
fn an_answer_counts_while_its_question_is_asked() {
    let interview = interview("F-NAT-NOW=england F-WHERE=out F-SECTS=section-3+not-sure");
    assert_eq!(interview.given(Question::EverHeld).map(Answer::ids), Some(vec!["section-3", "not-sure"]));
    assert_eq!(interview.given(Question::LastLeft), None);
    let on_cto = interview.answered(Answer::from_ids(Question::Whereabouts, ["on-cto"]).expect("an answer"));
    assert_eq!(on_cto.given(Question::EverHeld), None);
}

#[test]
fn what_could_still_be_asked_is_known() {
    let start = interview("");
    let first = Question::ALL.iter().filter(|question| **question < Question::Issue);
    assert!(first.into_iter().all(|question| start.could_ask(*question)));
    assert!(!start.could_ask(Question::Issue));
    assert!(start.on(Journey::Problem).could_ask(Question::Issue));
    assert!(start.on(Journey::WhoPays).could_ask(Question::HomeBefore));
    assert!(!start.on(Journey::WhoPays).could_ask(Question::Under18));
    // The problem has not been named: any may be.
    let problem = start.on(Journey::Problem);
    for later in [Question::AskedToPay, Question::Under18, Question::DrugCondition, Question::WhoArgues] {
        assert!(problem.could_ask(later), "{}", later.id());
    }
    let named = problem.answered(Answer::from_ids(Question::Issue, ["direct-payment"]).expect("an answer"));
    assert!(named.could_ask(Question::Under18) && !named.could_ask(Question::WhoArgues));
    let held = interview("F-NAT-NOW=england F-WHERE=hospital-held");
    assert!(held.could_ask(Question::HeldUnder) && held.could_ask(Question::LeftSince));
    assert!(!held.could_ask(Question::Leave));
}

#[test]
fn a_value_that_the_court_question_has_asked_better_is_not_offered() {
    let before = interview("F-NAT-NOW=england F-WHERE=out F-SECTS=only-other-kinds");
    assert!(before.offered(Question::Clue).contains(&"judge"));
    let after = interview("F-NAT-NOW=england F-WHERE=out F-SECTS=court F-COURT=not-sure");
    assert_eq!(
        after.offered(Question::Clue),
        ["more-than-28-days", "from-prison", "conditions-at-home", "none", "not-sure"]
    );
    assert_eq!(after.offered(Question::Sure), ["yes", "no", "not-sure"]);
}

/// Only what was told, and only where it is one section by one number: a letter begins with it.
#[test]
fn one_section_is_named_where_one_was_told() {
    for (answers, expected) in [
        ("F-NAT-NOW=england F-WHERE=out F-SECTS=section-3", Some("F-SECTS section-3")),
        ("F-NAT-NOW=england F-WHERE=out F-SECTS=section-3+court", None),
        ("F-NAT-NOW=england F-WHERE=out F-SECTS=section-3+not-sure", None),
        ("F-NAT-NOW=england F-WHERE=out F-SECTS=from-prison", None),
        ("F-NAT-NOW=england F-WHERE=hospital-held F-HELD=section-37-41", Some("F-HELD section-37-41")),
        ("F-NAT-NOW=england F-WHERE=hospital-held F-HELD=section-47", None),
        (
            "F-NAT-NOW=england F-WHERE=hospital-held F-HELD=another F-SECTS=section-3",
            Some("F-SECTS section-3"),
        ),
        (
            "F-NAT-NOW=england F-WHERE=out F-SECTS=court F-COURT=hospital-direction",
            Some("F-COURT hospital-direction"),
        ),
        ("F-NAT-NOW=england F-WHERE=out F-SECTS=court F-COURT=hospital-order", None),
        ("F-NAT-NOW=england F-WHERE=on-cto", None),
    ] {
        let named = interview(answers).named_section();
        let named = named.map(|answer| format!("{} {}", answer.question.id(), answer.ids().join("+")));
        assert_eq!(named.as_deref(), expected, "{answers}");
    }
}

/// A charge is decided by the nation of the bodies, and told by the same headline: that it was another is no news.
#[test]
fn the_same_claim_in_another_nation_is_no_change() {
    let charged = interview(
        "F-ISSUE=charged F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=no-gets-help \
         F-JAIL=no F-PAY=help F-NEED=mental-health F-NAT-BEFORE=england F-PAYWHY=savings",
    )
    .on(Journey::Problem);
    assert_eq!(charged.next(), None);
    let changes = charged.changes();
    assert!(!changes.is_empty());
    for change in changes {
        assert_ne!(change.question, Question::HomeBefore, "{change:?}");
    }
}

#[test]
fn every_change_that_may_be_offered_has_words() {
    let speech = Speech::new(Language::English, Voice::Me);
    for question in Question::ALL {
        let values = words::question(*question, speech).values;
        let given: Vec<_> =
            question.all_answers().codes().filter_map(|code| Answer::from_code(*question, code)).collect();
        for (id, value) in question.value_ids().zip(values) {
            if id != NOT_SURE && given.iter().any(|given| could_be_so(*given, id)) {
                assert!(value.if_so.is_some(), "{} {id} has no \"if so\"", question.id());
            }
        }
    }
}

#[test]
fn the_questions_left_shrink_as_answers_come() {
    let left = |answers: &str| {
        let left = interview(answers).remaining();
        (left.least, left.most)
    };
    let table = [
        ("", (2, 13)),
        ("F-NAT-NOW=england", (1, 12)),
        ("F-NAT-NOW=england F-WHERE=conditionally-discharged", (1, 1)),
        ("F-NAT-NOW=england F-WHERE=on-cto", (0, 0)),
        ("F-NAT-NOW=england F-WHERE=out F-SECTS=section-3", (1, 5)),
        ("F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=no-gets-help", (1, 1)),
    ];
    for (answers, expected) in table {
        assert_eq!(left(answers), expected, "{answers}");
    }
}

#[test]
fn a_finding_rests_on_the_answers_that_would_change_it() {
    let reasons = |answers: &str, id: &str| -> String {
        let assessment = interview(answers).assess(LAW_CHECKED);
        let finding = assessment.findings.iter().find(|finding| finding.id.id() == id);
        let finding = finding.unwrap_or_else(|| panic!("no {id} for {answers}"));
        let line = |reason: &Reason| format!("{}={}", reason.question.id(), reason.values.join("+"));
        finding.because.iter().map(line).collect::<Vec<_>>().join(" ")
    };
    let moved = "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=both F-JAIL=no \
                 F-ENDWHY=moved-area";
    let table = [
        // Of the ticks, only the one that decides.
        (
            "F-NAT-NOW=england F-WHERE=prison F-SECTS=section-3+other-country",
            "ELIG-19",
            "F-NAT-NOW=england F-WHERE=prison F-SECTS=section-3",
        ),
        (
            "F-NAT-NOW=england F-WHERE=prison F-SECTS=section-3+court+other-country",
            "ELIG-19",
            "F-NAT-NOW=england F-WHERE=prison F-SECTS=section-3",
        ),
        // Either would do: both are named.
        (
            "F-NAT-NOW=england F-WHERE=prison F-SECTS=section-3+from-prison",
            "ELIG-19",
            "F-NAT-NOW=england F-WHERE=prison F-SECTS=section-3+from-prison",
        ),
        (
            "F-NAT-NOW=england F-WHERE=prison F-SECTS=section-3+not-sure",
            "ELIG-19",
            "F-NAT-NOW=england F-WHERE=prison F-SECTS=section-3",
        ),
        // Without permission, it does not matter where.
        (
            "F-NAT-NOW=wales F-WHERE=on-leave F-LEAVE=without-permission",
            "ELIG-27",
            "F-WHERE=on-leave F-LEAVE=without-permission",
        ),
        // A note has reasons of its own; a step those of the last claim.
        (
            moved,
            "END-11",
            "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=both F-ENDWHY=moved-area",
        ),
        (
            moved,
            "END-05",
            "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=both F-JAIL=no F-ENDWHY=moved-area",
        ),
        (
            moved,
            "5.1-2",
            "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=both F-JAIL=no F-ENDWHY=moved-area",
        ),
    ];
    for (answers, id, expected) in table {
        assert_eq!(reasons(answers, id), expected, "{id}: {answers}");
    }
    let steps = interview("F-NAT-NOW=wales F-WHERE=on-cto").assess(LAW_CHECKED);
    let advocate = steps.findings.iter().find(|finding| finding.id.id() == "ACT-05").expect("an advocate");
    assert_eq!(advocate.shape.nation, Some(Nation::Wales));
}

#[test]
fn what_others_may_have_decided_could_be_otherwise() {
    let ended = |given: &str| -> Vec<&'static str> {
        let answers = format!(
            "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END={given} F-JAIL=no"
        );
        let changes = interview(&answers).changes();
        changes.iter().filter(|one| one.question == Question::SaidEnded).map(|one| one.value).collect()
    };
    assert_eq!(ended("no-gets-help"), ["both"]);
    assert_eq!(ended("only-one"), ["other-has-not-decided"]);
    assert_eq!(ended("not-sure"), ["no-gets-help"]);
}

/// The steps of a problem on 20 December 2026, with dates such as `decision=2026-12-01` or `decision~2026-12-01` (about).
fn dated_steps(answers: &str, dates: &str) -> Vec<String> {
    let dates = dates.split_whitespace().fold(Dates::NONE, |dates, part| {
        let (id, date) = part.split_once(['=', '~']).expect("kind=date");
        let kind = DateKind::ALL.iter().find(|kind| kind.id() == id).expect("a kind of date");
        let given = Given { date: Date::parse(date).expect("a date"), approximate: part.contains('~') };
        dates.with(*kind, Some(given))
    });
    let undated = interview(answers).on(Journey::Problem);
    let interview = if dates.is_empty() { undated } else { undated.dated(dates) };
    assert_eq!(interview.next(), None, "{answers}");
    let assessment = interview.assess(Date::new(2026, 12, 20));
    assessment.of_kind(FindingKind::Step).map(|step| name(step.id, step.shape)).collect()
}

#[test]
fn the_courts_clock_is_a_step_while_it_runs_or_may_run() {
    const STAY: &str = "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=no-gets-help \
                        F-JAIL=no F-NAT-BEFORE=england";
    let court = |issue: &str, dates: &str| {
        let steps = dated_steps(&format!("{STAY} {issue}"), dates);
        let place = steps.iter().position(|step| step.starts_with("ACT-02"))?;
        Some((place, steps[place].trim_start_matches("ACT-02").trim_start().to_owned()))
    };
    let table = [
        // The bands of DL-01, by the day before three months are over.
        ("decision=2026-12-01", Some("over-8-weeks")),
        ("decision=2026-10-20", Some("3-to-8-weeks")),
        ("decision=2026-09-25", Some("under-3-weeks")),
        ("decision=2026-09-20", Some("perhaps-late")),
        ("decision=2026-09-19", None),
        // About then may have been later, within the year.
        ("decision~2026-12-01", Some("over-8-weeks")),
        ("decision~2026-09-19", Some("perhaps-late")),
        ("decision~2025-12-20", Some("perhaps-late")),
        ("decision~2025-12-19", None),
        // It was made before the person found out.
        ("found-out=2026-09-01", Some("perhaps-late")),
        ("decision=2026-09-01 found-out=2026-12-01", None),
    ];
    for (dates, urgency) in table {
        for issue in ["F-ISSUE=refused F-NEED=both", "F-ISSUE=cut F-NEED=both", "F-ISSUE=ended"] {
            let expected = urgency.map(|urgency| (0, urgency.to_owned()));
            assert_eq!(court(issue, dates), expected, "{issue} {dates}");
        }
        // A blocked complaint, and anything else: first too. A charge is disputed first.
        for (issue, place) in [
            ("F-ISSUE=complaint-blocked", 0),
            ("F-ISSUE=something-else", 0),
            ("F-ISSUE=charged F-PAY=help F-NEED=both F-PAYWHY=nothing", 1),
        ] {
            let expected = urgency.map(|urgency| (place, urgency.to_owned()));
            assert_eq!(court(issue, dates), expected, "{issue} {dates}");
        }
    }
    // Without a date: only where something has been decided.
    for dates in ["", "complaint=2026-12-01"] {
        for decided in ["F-ISSUE=refused F-NEED=both", "F-ISSUE=cut F-NEED=both", "F-ISSUE=ended"] {
            assert_eq!(court(decided, dates), Some((0, String::new())), "{decided}");
        }
    }
    for issue in ["F-ISSUE=complaint-blocked F-DATES=not-sure", "F-ISSUE=no-plan", "F-ISSUE=prescriptions"] {
        assert_eq!(court(issue, ""), None, "{issue}");
    }
}

#[test]
fn the_ward_comes_first_where_there_is_no_plan_and_two_weeks_or_less() {
    let first = |plan: &str, dates: &str| {
        let answers = format!(
            "F-NAT-NOW=wales F-WHERE=hospital-held F-HELD=section-3 F-ISSUE=leaving-soon F-PLAN={plan} \
             F-DATES=not-sure F-NAT-BEFORE=wales"
        );
        dated_steps(&answers, dates)[0].clone()
    };
    for (plan, dates, expected) in [
        ("no-plan", "leaving=2027-01-03", "ACT-08"),
        ("no-plan", "leaving=2027-01-04", "5.1-1"),
        ("plan-without-this", "leaving~2027-01-17", "ACT-08"),
        ("not-sure", "leaving~2027-01-18", "5.1-1"),
        // The visitor said soon.
        ("not-sure", "decision=2026-12-01", "ACT-08"),
        ("yes", "leaving=2026-12-21", "5.1-1"),
    ] {
        assert_eq!(first(plan, dates), expected, "{plan} {dates}");
    }
}

#[test]
fn a_provision_that_starts_takes_away_what_is_only_true_today() {
    const ENDED: &str = "F-NAT-NOW=england F-WHERE=out F-SECTS=section-3 F-WHEN=since-july-2022 F-END=both F-JAIL=no \
                         F-ENDWHY=no-need-now F-ENDDOC=needs-reassessed+took-part+reasons-given";
    const PLACED: &str = "F-NAT-NOW=england F-WHERE=on-cto F-WHEN=since-july-2022 F-NAT-BEFORE=placed-by-england \
                          F-TIMES=one F-ARGUE=nobody F-PAY=nothing";
    let at_home = PLACED.replace("placed-by-england", "england");
    let found = |answers: &str, journey, in_force| -> Vec<&str> {
        let interview = interview(answers).on(journey).under(in_force);
        assert_eq!(interview.next(), None, "{answers}");
        interview.assess(LAW_CHECKED).findings.iter().map(|finding| finding.id.id()).collect()
    };
    let table = [
        // Section 46: notice in writing ends it, and the placing council stays responsible.
        (
            ENDED,
            Journey::Entitled,
            Provision::NoticeAndDeeming,
            &["END-06", "END-10", "END-18"][..],
            &["END-04"][..],
        ),
        (PLACED, Journey::WhoPays, Provision::NoticeAndDeeming, &["PAY-19", "PAY-26"], &["O-09"]),
        (&at_home, Journey::WhoPays, Provision::NoticeAndDeeming, &["PAY-26"], &[]),
        // Section 45: the Tribunal may recommend.
        (PLACED, Journey::WhoPays, Provision::TribunalMayRecommend, &["ACT-15"], &["4.6-45"]),
    ];
    for (answers, journey, provision, today, then) in table {
        let before = found(answers, journey, InForce::TODAY);
        let after = found(answers, journey, InForce::TODAY.with(provision));
        for id in today {
            assert!(before.contains(id) && !after.contains(id), "{id}: {before:?}, then {after:?}");
        }
        for id in then {
            assert!(!before.contains(id) && after.contains(id), "{id}: {before:?}, then {after:?}");
        }
    }
}
