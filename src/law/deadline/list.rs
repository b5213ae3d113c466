//! Which deadlines follow from the dates given, the most pressing first.

use super::{
    super::finding::Nation::{self, England, Wales},
    Age, Circumstances, DateKind, Deadline, DeadlineId, Given,
    counting::*,
};

/// The deadlines of a case, in the order of the priority logic at the end of section 7.
///
/// `bodies` is the nation of the bodies; where it is not known, both nations' deadlines stand, labelled.
/// `refund` is whether money was paid. Deadlines that count from a day the visitor is not asked for
/// (DL-08, DL-12, DL-16), or that rest on recall alone (DL-14), are not in the list.
pub fn deadlines(circumstances: &Circumstances, bodies: Option<Nation>, refund: bool) -> Vec<Deadline> {
    let dates = &circumstances.dates;
    let in_england = bodies != Some(Wales);
    let in_wales = bodies != Some(England);

    let mut complaints = vec![];
    if let Some(decided) = circumstances.decided() {
        let noticed = dates.get(DateKind::FoundOut).unwrap_or(decided);
        // Nobody learns of an event before it: the later day counts for a complaint to the body itself.
        let learned = if noticed.date < decided.date { decided } else { noticed };
        // Who has complained already goes on to the ombudsman.
        let to_bodies = dates.get(DateKind::Complaint).is_none();
        if in_england && to_bodies {
            complaints.push(from(council_complaint_england(learned.date), learned));
            complaints.push(from(nhs_complaint_england(learned.date), learned));
        }
        if in_england {
            complaints.push(from(lgsco(noticed.date), noticed));
            complaints.push(from(phso(noticed.date), noticed));
        }
        if in_wales && to_bodies {
            let concern = nhs_concern_wales(decided.date, learned.date);
            complaints.push(from(council_complaint_wales(learned.date), learned));
            complaints.push(from(concern, if concern.start == learned.date { learned } else { decided }));
        }
        if in_wales {
            complaints.push(from(psow(noticed.date), noticed));
        }
    }
    if let Some(complaint) = dates.get(DateKind::Complaint) {
        let prompts = reply_overdue(complaint.date);
        let prompt = Deadline {
            id: DeadlineId::ReplyOverdue,
            nation: None,
            start: complaint.date,
            safe: prompts.into_iter().find(|day| *day >= circumstances.today).unwrap_or(prompts[2]),
            last: None,
            approximate: false,
        };
        complaints.push(from(prompt, complaint));
        if in_wales {
            complaints.push(from(psow_referral(complaint.date), complaint));
        }
    }
    complaints.sort_by_key(|deadline| deadline.safe);

    let Some(decided) = circumstances.decided() else { return complaints };
    let court = from(judicial_review(decided.date), decided);
    let mut claims = vec![from(human_rights(decided.date), decided)];
    if refund {
        claims.push(from(super::counting::refund(decided.date), decided));
    }
    match circumstances.age_of_decision() {
        // The court's clock first, and the rest by date.
        Some((Age::UnderThreeMonths, _)) => {
            let mut rest = [complaints, claims].concat();
            rest.sort_by_key(|deadline| deadline.safe);
            [vec![court], rest].concat()
        }
        // Complaints and ombudsmen come before any court.
        _ => [complaints, claims, vec![court]].concat(),
    }
}

/// A deadline that counts from this date.
fn from(deadline: Deadline, given: Given) -> Deadline {
    Deadline { approximate: given.approximate, ..deadline }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{
            super::{date::Date, finding::Urgency::*},
            Dates, urgency,
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
        let wales = ids(&circumstances, Some(Wales));
        assert!(
            wales.contains(&"DL-10") && wales.contains(&"DL-07") && !wales.contains(&"DL-02"),
            "{wales:?}"
        );
        let both = ids(&circumstances, None);
        assert!(both.contains(&"DL-10") && both.contains(&"DL-02"), "{both:?}");
        let complained = on("2026-12-20", &[(Decision, "2026-06-15"), (Complaint, "2026-12-01")]);
        let after = ids(&complained, Some(Wales));
        assert!(
            after.contains(&"DL-15") && after.contains(&"DL-11") && !after.contains(&"DL-07"),
            "{after:?}"
        );
        assert!(ids(&on("2026-12-20", &[]), None).is_empty());
    }

    #[test]
    fn the_clock_never_runs_before_the_law_was_checked() {
        let circumstances = on("2001-01-01", &[(DateKind::Leaving, "2026-12-06")]);
        assert_eq!(circumstances.today, super::super::LAW_CHECKED);
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
        let complained = exact.with(Complaint, given("2026-12-10", true));
        let mut from_complaint = approximate(complained);
        from_complaint.sort_unstable();
        assert_eq!(from_complaint, ["DL-11", "DL-15"]);
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
}
