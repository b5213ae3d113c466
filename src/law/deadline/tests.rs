//! The list of a case, and what lies outside its answers.

use super::{
    super::{
        date::Date,
        finding::{
            Nation::{England, Wales},
            Urgency::*,
        },
    },
    *,
};

fn date(text: &str) -> Date {
    Date::parse(text).expect(text)
}

fn on(today: &str, given: &[(DateKind, &str)]) -> Circumstances {
    let dates = given.iter().fold(Dates::NONE, |dates, (kind, text)| {
        dates.with(*kind, Some(Given { date: date(text), approximate: false }))
    });
    Circumstances::new(dates, date(today))
}

fn ids(circumstances: &Circumstances, bodies: Option<Nation>) -> Vec<&'static str> {
    deadlines(circumstances, bodies, false).iter().map(|deadline| deadline.id.id()).collect()
}

#[test]
fn bands_change_on_their_days() {
    let today = date("2026-12-01");
    for (days, expected) in [
        (-1, PerhapsLate),
        (0, UnderThreeWeeks),
        (20, UnderThreeWeeks),
        (21, ThreeToEightWeeks),
        (56, ThreeToEightWeeks),
        (57, OverEightWeeks),
    ] {
        assert_eq!(urgency(today.days_later(days), today), expected, "{days} days left");
    }
}

#[test]
fn the_age_of_a_decision_decides_what_comes_first() {
    use DateKind::*;
    let decided = [(Decision, "2026-12-15")];
    // The last day of three months, and the day after; of twelve months, and the day after.
    for (today, court_first, age) in [
        ("2026-12-20", true, Age::UnderThreeMonths),
        ("2027-03-15", true, Age::UnderThreeMonths),
        ("2027-03-16", false, Age::UnderTwelveMonths),
        ("2027-12-15", false, Age::UnderTwelveMonths),
        ("2027-12-16", false, Age::Older),
    ] {
        let circumstances = on(today, &decided);
        assert_eq!(circumstances.age_of_decision().map(|(age, _)| age), Some(age), "{today}");
        let ids = ids(&circumstances, Some(England));
        assert_eq!(ids[0] == "DL-01", court_first, "{today}: {ids:?}");
        assert!(ids.contains(&"DL-01"), "court stays in the list, as perhaps out of time");
    }
}

#[test]
fn each_nation_has_its_own_and_both_stand_where_it_is_not_known() {
    use DateKind::*;
    let circumstances = on("2026-12-20", &[(Decision, "2026-12-15")]);
    let mut england = ids(&circumstances, Some(England));
    england.sort_unstable();
    assert_eq!(england, ["DL-01", "DL-02", "DL-03", "DL-04", "DL-05", "DL-09"]);
    let sorted = |circumstances: &Circumstances, bodies| {
        let mut ids = ids(circumstances, bodies);
        ids.sort_unstable();
        ids
    };
    assert_eq!(sorted(&circumstances, Some(Wales)), ["DL-01", "DL-06", "DL-07", "DL-09", "DL-10"]);
    let both = ["DL-01", "DL-02", "DL-03", "DL-04", "DL-05", "DL-06", "DL-07", "DL-09", "DL-10"];
    assert_eq!(sorted(&circumstances, None), both);
    // Who has complained goes on to the ombudsman.
    let complained = on("2026-12-20", &[(Decision, "2026-06-15"), (Complaint, "2026-12-01")]);
    assert_eq!(sorted(&complained, Some(England)), ["DL-01", "DL-02", "DL-03", "DL-09", "DL-15"]);
    assert_eq!(sorted(&complained, Some(Wales)), ["DL-01", "DL-09", "DL-10", "DL-11", "DL-15"]);
    assert_eq!(sorted(&on("2026-12-20", &[(Complaint, "2026-12-01")]), None), ["DL-11", "DL-15"]);
    assert!(ids(&on("2026-12-20", &[]), None).is_empty());
}

#[test]
fn the_clock_never_runs_before_the_law_was_checked() {
    let circumstances = on("2001-01-01", &[(DateKind::Leaving, "2026-12-06")]);
    assert_eq!(circumstances.today, LAW_CHECKED);
    assert_eq!(circumstances.leaving_within_two_weeks(), Some(true));
    assert_eq!(
        on("2026-11-22", &[(DateKind::Leaving, "2026-12-07")]).leaving_within_two_weeks(),
        Some(false)
    );
    assert_eq!(on("2026-11-22", &[]).leaving_within_two_weeks(), None);
}

#[test]
fn notice_counts_from_finding_out_and_the_court_from_the_decision() {
    use DateKind::*;
    let circumstances = on("2026-12-20", &[(Decision, "2025-01-10"), (FoundOut, "2026-12-01")]);
    let list = deadlines(&circumstances, Some(England), true);
    let of = |id: &str| list.iter().find(|deadline| deadline.id.id() == id).expect(id);
    assert_eq!(of("DL-02").start, date("2026-12-01"));
    assert_eq!(of("DL-01").start, date("2025-01-10"));
    assert_eq!(of("DL-13").safe, date("2031-01-09"));
    let only_found = on("2026-12-20", &[(FoundOut, "2026-12-01")]);
    assert!(only_found.decided().unwrap().approximate);
}

#[test]
fn complaints_come_before_claims_once_the_courts_months_are_over() {
    use DateKind::*;
    let given = [(Decision, "2026-01-10"), (FoundOut, "2026-06-01")];
    // The Human Rights Act's year from the decision ends before the complaints' from notice.
    for today in ["2026-12-20", "2027-05-01"] {
        let list = deadlines(&on(today, &given), Some(England), true);
        let ids: Vec<_> = list.iter().map(|deadline| deadline.id.id()).collect();
        assert_eq!(ids, ["DL-05", "DL-04", "DL-02", "DL-03", "DL-09", "DL-13", "DL-01"], "{today}");
    }
}

#[test]
fn within_each_part_the_earlier_day_comes_first() {
    use DateKind::*;
    for (given, expected) in [
        // Within the court's three months: its clock, then the claims among the complaints.
        (
            &[(Decision, "2026-12-01"), (FoundOut, "2026-12-10")][..],
            &["DL-01", "DL-09", "DL-05", "DL-04", "DL-02", "DL-03"][..],
        ),
        // Later: all complaints first; the reply is due before the ombudsmen's year is over.
        (
            &[(Decision, "2026-06-15"), (Complaint, "2026-12-01")],
            &["DL-15", "DL-02", "DL-03", "DL-09", "DL-01"],
        ),
    ] {
        assert_eq!(ids(&on("2026-12-20", given), Some(England)), expected);
    }
}

#[test]
fn notice_before_the_event_does_not_start_a_complaint_early() {
    use DateKind::*;
    let list =
        deadlines(&on("2026-12-20", &[(Decision, "2026-12-10"), (FoundOut, "2026-12-01")]), None, false);
    for (id, start) in [
        ("DL-02", "2026-12-01"),
        ("DL-03", "2026-12-01"),
        ("DL-04", "2026-12-10"),
        ("DL-05", "2026-12-10"),
        ("DL-06", "2026-12-10"),
        ("DL-07", "2026-12-10"),
        ("DL-09", "2026-12-10"),
        ("DL-10", "2026-12-01"),
    ] {
        let deadline = list.iter().find(|deadline| deadline.id.id() == id).expect(id);
        assert_eq!(deadline.start, date(start), "{id}");
    }
}

#[test]
fn a_concern_in_wales_stops_three_years_from_the_decision() {
    use DateKind::*;
    let old = on("2026-12-20", &[(Decision, "2023-02-10"), (FoundOut, "2026-12-01")]);
    let list = deadlines(&old, Some(Wales), false);
    let concern = list.iter().find(|deadline| deadline.id.id() == "DL-06").expect("DL-06");
    assert_eq!((concern.start, concern.safe), (date("2023-02-10"), date("2026-02-09")));
    assert_eq!(urgency(concern.safe, old.today), PerhapsLate);
}

#[test]
fn a_deadline_is_as_exact_as_the_day_it_counts_from() {
    use DateKind::*;
    let given = |text, approximate| Some(Given { date: date(text), approximate });
    let approximate = |dates| {
        let list = deadlines(&Circumstances::new(dates, date("2026-12-20")), None, true);
        list.iter().filter(|one| one.approximate).map(|one| one.id.id()).collect::<Vec<_>>()
    };
    let exact = Dates::NONE.with(Decision, given("2026-12-01", false));
    assert!(approximate(exact).is_empty());
    // Counted from the decision alone.
    let about = Dates::NONE.with(Decision, given("2026-12-01", true));
    let mut from_decision = approximate(about.with(FoundOut, given("2026-12-05", false)));
    from_decision.sort_unstable();
    assert_eq!(from_decision, ["DL-01", "DL-09", "DL-13"]);
    // Only finding out is known: exact for notice, and not for the decision.
    let mut from_decision = approximate(Dates::NONE.with(FoundOut, given("2026-12-05", false)));
    from_decision.sort_unstable();
    assert_eq!(from_decision, ["DL-01", "DL-09", "DL-13"]);
    // Three years from the decision, though it was noticed on a day that is known.
    let long_ago = Dates::NONE.with(Decision, given("2023-02-10", true));
    assert!(approximate(long_ago.with(FoundOut, given("2026-12-01", false))).contains(&"DL-06"));
    let complained = exact.with(Complaint, given("2026-12-10", true));
    let mut from_complaint = approximate(complained);
    from_complaint.sort_unstable();
    assert_eq!(from_complaint, ["DL-11", "DL-15"]);
}

#[test]
fn a_late_reply_is_asked_after_on_the_next_day_to_ask() {
    use DateKind::*;
    for (today, ask) in [
        // Three working days; twelve weeks; six months; then still that day.
        ("2026-12-01", "2026-12-04"),
        ("2026-12-04", "2026-12-04"),
        ("2026-12-05", "2027-02-23"),
        ("2027-02-23", "2027-02-23"),
        ("2027-02-24", "2027-06-01"),
        ("2027-06-01", "2027-06-01"),
        ("2027-06-02", "2027-06-01"),
    ] {
        let list = deadlines(&on(today, &[(Complaint, "2026-12-01")]), Some(England), false);
        assert_eq!(list.iter().map(|one| one.safe).collect::<Vec<_>>(), [date(ask)], "{today}");
        assert_eq!((list[0].start, list[0].last), (date("2026-12-01"), None));
    }
}

#[test]
fn dates_are_kept_each_by_its_kind() {
    let ids: Vec<_> = DateKind::ALL.iter().map(|kind| kind.id()).collect();
    assert_eq!(ids, ["decision", "found-out", "complaint", "leaving"]);
    assert!(Dates::NONE.is_empty());
    for kind in DateKind::ALL {
        let given = Given { date: date("2026-12-01"), approximate: false };
        let dates = Dates::NONE.with(*kind, Some(given));
        assert!(!dates.is_empty());
        assert!(dates.with(*kind, None).is_empty());
        for other in DateKind::ALL {
            assert_eq!(dates.get(*other), (other == kind).then_some(given));
        }
    }
}

#[test]
fn the_day_of_the_decision_is_exact_only_where_it_was_given_so() {
    use DateKind::*;
    let about = |kind, approximate| {
        let given = Given { date: date("2026-12-01"), approximate };
        Circumstances::new(Dates::NONE.with(kind, Some(given)), date("2026-12-20"))
    };
    assert!(!about(Decision, false).is_decision_approximate());
    assert!(about(Decision, true).is_decision_approximate());
    assert!(about(FoundOut, false).is_decision_approximate(), "it was made before they found out");
    assert!(!about(Complaint, true).is_decision_approximate(), "no decision is known");
}

#[test]
fn about_then_counts_as_soon_for_longer() {
    for (approximate, leaving, soon) in [
        (false, "2026-12-06", true),
        (false, "2026-12-07", false),
        (true, "2026-12-20", true),
        (true, "2026-12-21", false),
        // The day has passed, and they are still there.
        (false, "2026-11-01", true),
    ] {
        let given = Given { date: date(leaving), approximate };
        let dates = Dates::NONE.with(DateKind::Leaving, Some(given));
        let circumstances = Circumstances::new(dates, date("2026-11-22"));
        assert_eq!(circumstances.leaving_within_two_weeks(), Some(soon), "{leaving}, about: {approximate}");
    }
}

#[test]
fn no_dates_are_out_of_reach() {
    use DateKind::*;
    let far = ["0001-01-01", "1582-10-15", "1982-12-31", "2024-02-29", "2099-12-31", "9999-12-31"];
    for decision in far {
        for found_out in far {
            for complaint in far {
                for today in ["0001-01-01", "2026-12-20", "9999-12-31"] {
                    let given = [(Decision, decision), (FoundOut, found_out), (Complaint, complaint)];
                    let circumstances = on(today, &given);
                    let list = deadlines(&circumstances, None, true);
                    assert!(list.iter().any(|one| one.id == DeadlineId::JudicialReview));
                    circumstances.leaving_within_two_weeks();
                }
            }
        }
    }
}
