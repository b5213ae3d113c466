//! What must hold of every deadline, from every day of 2014 to 2040; and the examples that the sources themselves give.

use s117_checker::law::{
    date::{Date, LAW_CHECKED},
    deadline::*,
    finding::{Nation, Urgency},
};

const FIRST: Date = Date::new(2014, 1, 1);
const LAST: Date = Date::new(2040, 12, 31);

fn days() -> impl Iterator<Item = Date> {
    std::iter::successors(Some(FIRST), |day| Some(day.day_after())).take_while(|day| *day <= LAST)
}

fn date(text: &str) -> Date {
    Date::parse(text).expect(text)
}

/// A rule with its period in months, and whether the period begins with its first day.
struct Rule {
    count: fn(Date) -> Deadline,
    months: u16,
    counts_first_day: bool,
}

/// Every rule whose day is a number of months from its start.
const RULES: &[Rule] = &[
    Rule { count: judicial_review, months: 3, counts_first_day: false },
    Rule { count: lgsco, months: 12, counts_first_day: true },
    Rule { count: phso, months: 12, counts_first_day: false },
    Rule { count: nhs_complaint_england, months: 12, counts_first_day: false },
    Rule { count: council_complaint_england, months: 12, counts_first_day: false },
    Rule { count: |day| nhs_concern_wales(day, day), months: 12, counts_first_day: false },
    Rule { count: council_complaint_wales, months: 12, counts_first_day: false },
    Rule { count: human_rights, months: 12, counts_first_day: true },
    Rule { count: psow, months: 12, counts_first_day: true },
    Rule { count: psow_referral, months: 12, counts_first_day: true },
    Rule { count: |day| referring_back(day).expect("after June 2012"), months: 36, counts_first_day: true },
    Rule { count: refund, months: 72, counts_first_day: false },
    Rule { count: equality, months: 6, counts_first_day: true },
];

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn length_of_month(year: u16, month: u8) -> u8 {
    match month {
        2 => 28 + u8::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The corresponding day, counted by hand: the same number, or the end of a shorter month.
fn corresponding(day: Date, months: u16) -> Date {
    let (mut year, mut month) = (day.year(), u16::from(day.month()) + months);
    while month > 12 {
        (year, month) = (year + 1, month - 12);
    }
    let month = month as u8;
    Date::new(year, month, day.day().min(length_of_month(year, month)))
}

#[test]
fn every_period_ends_on_the_corresponding_day_or_the_day_before() {
    for Rule { count, months, counts_first_day } in RULES {
        let mut before = None;
        for day in days() {
            let deadline = count(day);
            let end = corresponding(day, *months);
            let id = deadline.id.id();
            let last = if *counts_first_day { end.day_before() } else { end };
            assert_eq!(deadline.start, day, "{id}");
            assert_eq!(deadline.safe, end.day_before(), "{id} from {day}: the safe day");
            match deadline.id {
                DeadlineId::Refund => assert_eq!(deadline.last, None),
                _ => assert_eq!(deadline.last, Some(last), "{id} from {day}: the last day"),
            }
            assert!(
                deadline.last.is_none_or(|last| deadline.safe <= last && last.days_since(deadline.safe) <= 1)
            );
            assert!(deadline.safe > day, "{id} from {day}");
            assert!(before <= Some(deadline.safe), "{id} from {day}: a later start gave an earlier day");
            before = Some(deadline.safe);
        }
    }
}

/// Easter Sundays as published, so that nothing here rests on the law's own counting.
const EASTERS: [&str; 27] = [
    "2014-04-20",
    "2015-04-05",
    "2016-03-27",
    "2017-04-16",
    "2018-04-01",
    "2019-04-21",
    "2020-04-12",
    "2021-04-04",
    "2022-04-17",
    "2023-04-09",
    "2024-03-31",
    "2025-04-20",
    "2026-04-05",
    "2027-03-28",
    "2028-04-16",
    "2029-04-01",
    "2030-04-21",
    "2031-04-13",
    "2032-03-28",
    "2033-04-17",
    "2034-04-09",
    "2035-03-25",
    "2036-04-13",
    "2037-04-05",
    "2038-04-25",
    "2039-04-10",
    "2040-04-01",
];

/// A Saturday, a Sunday or a public holiday that comes every year.
fn nobody_works(day: Date) -> bool {
    let (weekday, month, number) = (day.weekday(), day.month(), day.day());
    let easter = EASTERS.iter().map(|easter| date(easter)).find(|easter| easter.year() == day.year());
    let from_easter = easter.map(|easter| day.days_since(easter));
    let monday = |month_is: bool, days: std::ops::RangeInclusive<u8>| {
        month_is && weekday == 0 && days.contains(&number)
    };
    // A day off for one that fell on the weekend before.
    let substitute = (month == 12 && (number == 27 || number == 28) && weekday < 2)
        || (month == 1 && (2..=3).contains(&number) && weekday == 0);
    weekday >= 5
        || from_easter == Some(-2)
        || from_easter == Some(1)
        || (month == 12 && (number == 25 || number == 26))
        || (month == 1 && number == 1)
        || monday(month == 5, 1..=7)
        || monday(month == 5, 25..=31)
        || monday(month == 8, 25..=31)
        || substitute
}

#[test]
fn a_reply_about_records_is_due_on_the_first_working_day_from_its_month_on() {
    let mut before = None;
    for day in days().filter(|day| *day < Date::new(2040, 11, 15)) {
        let deadline = records_reply(day);
        let mut due = corresponding(day, 1);
        while nobody_works(due) {
            due = due.day_after();
        }
        assert_eq!((deadline.safe, deadline.last), (due, Some(due)), "received on {day}");
        assert!(before <= Some(due), "{day}");
        before = Some(due);
    }
}

#[test]
fn an_unanswered_complaint_is_asked_after_in_order_and_first_after_three_working_days() {
    for day in days().filter(|day| *day < Date::new(2040, 12, 15)) {
        let [first, second, third] = reply_overdue(day);
        let working = (1..=first.days_since(day)).filter(|days| !nobody_works(day.days_later(*days))).count();
        assert!(working == 3 && !nobody_works(first), "{day}: {working} working days until {first}");
        assert_eq!(second.days_since(day), 84);
        assert_eq!(third, corresponding(day, 6));
        assert!(day < first && first < second && second < third, "{day}");
    }
}

#[test]
fn councils_argue_for_four_months_and_a_concern_in_wales_stops_after_three_years() {
    for day in days() {
        let dispute = councils_dispute(day);
        assert_eq!((dispute.safe, dispute.last), (corresponding(day, 4), Some(corresponding(day, 4))));
        let stop = corresponding(day, 36);
        let mut before = None;
        for noticed in [0, 1, 365, 366, 700, 729, 730, 731, 732, 1095, 1096, 4000] {
            let learned = day.days_later(noticed);
            let concern = nhs_concern_wales(day, learned);
            assert_eq!(concern.last, Some(corresponding(learned, 12).min(stop)), "{day}, noticed {learned}");
            assert!(before <= concern.last);
            before = concern.last;
        }
    }
}

#[test]
fn less_time_is_never_less_pressing() {
    use Urgency::*;
    let rank = |urgency| match urgency {
        PerhapsLate => 0,
        UnderThreeWeeks => 1,
        ThreeToEightWeeks => 2,
        OverEightWeeks => 3,
    };
    for today in days().step_by(13) {
        let ranks: Vec<_> = (-400..400).map(|days| rank(urgency(today.days_later(days), today))).collect();
        assert!(ranks.is_sorted());
        assert_eq!(
            (ranks[399], ranks[400], ranks[420], ranks[421], ranks[456], ranks[457]),
            (0, 1, 1, 2, 2, 3)
        );
    }
}

/// The list of a decision, on each day from it until all its times are over.
#[test]
fn on_every_day_the_list_has_each_deadline_once_and_the_courts_first_within_three_months() {
    let given = |date| Some(Given { date, approximate: false });
    for decision in days().step_by(29) {
        for (passed, bodies) in
            (0..400).step_by(11).zip([None, Some(Nation::England), Some(Nation::Wales)].into_iter().cycle())
        {
            let today = decision.days_later(passed);
            let dates = Dates::NONE.with(DateKind::Decision, given(decision)).with(
                DateKind::Complaint,
                given(decision.days_later(passed / 2)).filter(|_| passed % 2 == 1),
            );
            let circumstances = Circumstances::new(dates, today);
            let list = deadlines(&circumstances, bodies, true);
            let mut ids: Vec<_> = list.iter().map(|one| (one.id, one.nation)).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), list.len(), "{decision} on {today}: twice the same");
            for one in &list {
                assert!(
                    bodies.is_none() || one.nation.is_none_or(|nation| Some(nation) == bodies),
                    "{one:?}"
                );
                assert!(one.start >= decision && one.safe > one.start, "{one:?}");
            }
            let under_three_months = circumstances.today <= corresponding(decision, 3);
            assert_eq!(list[0].id == DeadlineId::JudicialReview, under_three_months, "{decision} on {today}");
            if under_three_months {
                assert!(list[1..].is_sorted_by_key(|one| one.safe), "{decision} on {today}");
            }
        }
    }
}

/// Every kind of date, on every day that people can type: taken or refused, and never counted into a panic.
#[test]
fn no_date_that_can_be_typed_is_out_of_reach() {
    for year in (1000..=9999).step_by(7) {
        for (month, day) in [(1, 1), (2, 28), (12, 31)] {
            let typed = Date::new(year, month, day);
            for kind in DateKind::ALL {
                let taken = kind.check(typed, LAW_CHECKED).is_ok();
                assert!(!taken || (1983..=2031).contains(&year), "{kind:?} {typed}");
                let dates = Dates::NONE.with(*kind, Some(Given { date: typed, approximate: true }));
                deadlines(&Circumstances::new(dates, LAW_CHECKED), None, true);
            }
        }
    }
}

/// Examples from the sources, or made by their plain words (legal specification, section 7).
#[test]
fn the_sources_own_examples() {
    for (count, start, last, source) in [
        // ICO, “How long do we have to comply?”: its own three examples.
        (records_reply as fn(Date) -> Deadline, "2026-09-03", "2026-10-05", "3 October 2026 is a Saturday"),
        (records_reply, "2025-09-03", "2025-10-03", "from 3 September to 3 October"),
        (records_reply, "2026-03-31", "2026-04-30", "there is no 31 April: the last day of the month"),
        (records_reply, "2026-11-25", "2026-12-29", "25 December is a holiday: the next working day"),
        // CPR 54.5: not later than three months after the grounds first arose.
        (judicial_review, "2026-11-30", "2027-02-28", "no 30 February"),
        (judicial_review, "2026-10-02", "2027-01-02", "a Saturday is not moved"),
        // LGA 1974 s.26B: twelve months beginning with the day of notice.
        (lgsco, "2026-10-02", "2027-10-01", "beginning with"),
        // HSCA 1993 s.9(4): not more than a year after the day.
        (phso, "2026-10-02", "2027-10-02", "after the day"),
        // HRA 1998 s.7(5)(a): one year beginning with the date of the act.
        (human_rights, "2024-02-29", "2025-02-27", "the anniversary of 29 February is 28 February"),
        // PSOW Act 2019 s.8(1)(c): one year starting on the day.
        (psow, "2023-03-01", "2024-02-29", "the day before the anniversary is a leap day"),
        // WSI 2011/2500 reg 3: three years from the date of discharge.
        (|day| referring_back(day).expect("after June 2012"), "2024-03-01", "2027-02-28", "beginning with"),
        // Equality Act 2010 s.118: six months starting with the date of the act.
        (equality, "2026-08-31", "2027-02-27", "the day before the end of February"),
        // SI 2014/2829 reg 3(7): four months from the date of the dispute.
        (councils_dispute, "2026-10-31", "2027-02-28", "no 31 February"),
    ] {
        let deadline = count(date(start));
        assert_eq!(deadline.last, Some(date(last)), "{} from {start}: {source}", deadline.id.id());
    }
}
