//! One function for each deadline, from the day that starts it. "Beginning with" a day counts that day in, so
//! it ends on the day before the anniversary; "after" a day ends on the anniversary.

use super::{
    super::{
        date::Date,
        finding::Nation::{self, England, Wales},
        holiday,
    },
    Deadline,
    DeadlineId::{self, *},
};

/// A period beginning with `start`: the last day is the day before the corresponding date.
fn beginning_with(id: DeadlineId, nation: Option<Nation>, start: Date, months: u16) -> Deadline {
    ending(id, nation, start, start.months_later(months).day_before())
}

/// A period after `start`: the last day is the corresponding date, and the day before it is safe.
fn after(id: DeadlineId, nation: Option<Nation>, start: Date, months: u16) -> Deadline {
    let last = start.months_later(months);
    Deadline { safe: last.day_before(), ..ending(id, nation, start, last) }
}

/// A period whose last day is also the safe one.
fn ending(id: DeadlineId, nation: Option<Nation>, start: Date, last: Date) -> Deadline {
    Deadline { id, nation, start, safe: last, last: Some(last), approximate: false }
}

/// DL-01, CPR 54.5: from the day the grounds first arose. Promptly comes first; this is only the backstop.
pub fn judicial_review(grounds_arose: Date) -> Deadline {
    after(JudicialReview, None, grounds_arose, 3)
}

/// DL-02, Local Government Act 1974 s.26B: from the day the person first had notice.
pub fn lgsco(notice: Date) -> Deadline {
    beginning_with(Lgsco, Some(England), notice, 12)
}

/// DL-03, Health Service Commissioners Act 1993 s.9(4): from the day the person first had notice.
pub fn phso(notice: Date) -> Deadline {
    after(Phso, Some(England), notice, 12)
}

/// DL-04, SI 2009/309 reg 12: from the event, or the later day of learning of it.
pub fn nhs_complaint_england(learned: Date) -> Deadline {
    after(NhsComplaintEngland, Some(England), learned, 12)
}

/// DL-05, SI 2009/309 reg 12: as DL-04.
pub fn council_complaint_england(learned: Date) -> Deadline {
    after(CouncilComplaintEngland, Some(England), learned, 12)
}

/// DL-06, WSI 2011/704 reg 15: from the event, or the later notice of it; never more than three years from the
/// event, whenever it was noticed.
pub fn nhs_concern_wales(event: Date, learned: Date) -> Deadline {
    let from_notice = after(NhsConcernWales, Some(Wales), learned, 12);
    let long_stop = after(NhsConcernWales, Some(Wales), event, 36);
    if long_stop.safe < from_notice.safe { long_stop } else { from_notice }
}

/// DL-07, WSI 2014/1794 reg 13: from the event, or the later notice of it.
pub fn council_complaint_wales(learned: Date) -> Deadline {
    after(CouncilComplaintWales, Some(Wales), learned, 12)
}

/// DL-08: one month from the day the request was received; from a weekend or public holiday on to the next
/// working day. Two months more where it is complex.
pub fn records_reply(received: Date) -> Deadline {
    ending(RecordsReply, None, received, holiday::working_day_from(received.months_later(1)))
}

/// DL-09, Human Rights Act 1998 s.7(5): from the day of the act.
pub fn human_rights(act: Date) -> Deadline {
    beginning_with(HumanRights, None, act, 12)
}

/// DL-10, Public Services Ombudsman (Wales) Act 2019 s.8(1)(c): from the day the person first had notice.
pub fn psow(notice: Date) -> Deadline {
    beginning_with(Psow, Some(Wales), notice, 12)
}

/// DL-11, the same Act s.9(1)(d): from the day of the complaint to the body.
pub fn psow_referral(complaint: Date) -> Deadline {
    beginning_with(PsowReferral, Some(Wales), complaint, 12)
}

/// DL-12, WSI 2011/2500 reg 3: three years beginning with the discharge from secondary services. None for
/// a discharge before 6 June 2012, when that part of the Measure started.
pub fn referring_back(discharged: Date) -> Option<Deadline> {
    const STARTED: Date = Date::new(2012, 6, 6);
    (discharged >= STARTED).then(|| beginning_with(ReferringBack, Some(Wales), discharged, 36))
}

/// DL-13, Limitation Act 1980 s.5: six years, usually from each payment. No last day: mistake or concealment
/// can delay the start.
pub fn refund(payment: Date) -> Deadline {
    Deadline { last: None, ..after(Refund, None, payment, 72) }
}

/// DL-14, Equality Act 2010 s.118: six months less a day from the act.
///
/// Recalled, not read; so it is here for those who ask for it and not in the list of a result.
pub fn equality(act: Date) -> Deadline {
    beginning_with(Equality, None, act, 6)
}

/// DL-15: the days on which to ask after a complaint without a reply: 3 working days, 12 weeks, 6 months.
pub fn reply_overdue(complaint: Date) -> [Date; 3] {
    let mut acknowledged = complaint;
    for _ in 0..3 {
        acknowledged = holiday::working_day_from(acknowledged.day_after());
    }
    [acknowledged, complaint.days_later(12 * 7), complaint.months_later(6)]
}

/// DL-16, SI 2014/2829 reg 3(7): four months from the first letter in which the councils disputed residence.
///
/// The councils' letters are not the visitor's, so no result lists it; an adviser may know the day.
pub fn councils_dispute(first_letter: Date) -> Deadline {
    ending(CouncilsDispute, Some(England), first_letter, first_letter.months_later(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect(text)
    }

    /// DL-06 of an event noticed on its day.
    fn nhs_concern_at_once(event: Date) -> Deadline {
        nhs_concern_wales(event, event)
    }

    #[test]
    fn each_deadline_ends_on_the_day_its_row_says() {
        type Rule = fn(Date) -> Deadline;
        let rows: &[(Rule, &str, &str, Option<&str>)] = &[
            // Promptly, at most three months; the day before is shown.
            (judicial_review, "2026-08-24", "2026-11-23", Some("2026-11-24")),
            (judicial_review, "2026-11-30", "2027-02-27", Some("2027-02-28")),
            (judicial_review, "2023-11-29", "2024-02-28", Some("2024-02-29")),
            (judicial_review, "2024-02-29", "2024-05-28", Some("2024-05-29")),
            // Twelve months beginning with the day of notice.
            (lgsco, "2026-03-10", "2027-03-09", Some("2027-03-09")),
            (lgsco, "2024-02-29", "2025-02-27", Some("2025-02-27")),
            (lgsco, "2023-03-01", "2024-02-29", Some("2024-02-29")),
            // Not more than a year after the day.
            (phso, "2026-03-10", "2027-03-09", Some("2027-03-10")),
            (phso, "2024-02-29", "2025-02-27", Some("2025-02-28")),
            (nhs_complaint_england, "2026-01-01", "2026-12-31", Some("2027-01-01")),
            (council_complaint_england, "2026-01-01", "2026-12-31", Some("2027-01-01")),
            (nhs_concern_at_once, "2026-07-31", "2027-07-30", Some("2027-07-31")),
            (council_complaint_wales, "2026-07-31", "2027-07-30", Some("2027-07-31")),
            // One month; the last day of a shorter month; on past a weekend and Boxing Day's substitute.
            (records_reply, "2026-09-03", "2026-10-05", Some("2026-10-05")),
            (records_reply, "2026-03-31", "2026-04-30", Some("2026-04-30")),
            (records_reply, "2026-11-25", "2026-12-29", Some("2026-12-29")),
            (records_reply, "2026-03-03", "2026-04-07", Some("2026-04-07")),
            (human_rights, "2026-05-01", "2027-04-30", Some("2027-04-30")),
            (psow, "2026-05-01", "2027-04-30", Some("2027-04-30")),
            (psow_referral, "2026-05-01", "2027-04-30", Some("2027-04-30")),
            (refund, "2021-01-15", "2027-01-14", None),
            (equality, "2026-08-31", "2027-02-27", Some("2027-02-27")),
            (councils_dispute, "2026-10-31", "2027-02-28", Some("2027-02-28")),
        ];
        for (rule, start, safe, last) in rows {
            let deadline = rule(date(start));
            let id = deadline.id.id();
            assert_eq!(deadline.start, date(start), "{id} from {start}");
            assert_eq!(deadline.safe.to_string(), *safe, "{id} from {start}: safe date");
            assert_eq!(deadline.last.map(|last| last.to_string()).as_deref(), *last, "{id} from {start}");
        }
    }

    #[test]
    fn referring_back_lasts_three_years_and_began_in_june_2012() {
        assert_eq!(referring_back(date("2012-06-05")), None);
        assert_eq!(referring_back(date("2012-06-06")).unwrap().safe, date("2015-06-05"));
        assert_eq!(referring_back(date("2024-02-29")).unwrap().safe, date("2027-02-27"));
    }

    #[test]
    fn a_concern_in_wales_noticed_late_ends_three_years_from_the_event() {
        for (event, learned, start, last) in [
            // Two years are left at notice; then a day more than the year, the year itself, and a day less.
            ("2026-03-10", "2027-03-10", "2027-03-10", "2028-03-10"),
            ("2024-03-10", "2026-03-09", "2026-03-09", "2027-03-09"),
            ("2024-03-10", "2026-03-10", "2026-03-10", "2027-03-10"),
            ("2024-03-10", "2026-03-11", "2024-03-10", "2027-03-10"),
            // Noticed when the three years were over.
            ("2020-02-29", "2026-12-01", "2020-02-29", "2023-02-28"),
        ] {
            let deadline = nhs_concern_wales(date(event), date(learned));
            assert_eq!(deadline.start, date(start), "{event}, noticed {learned}");
            assert_eq!(deadline.last, Some(date(last)), "{event}, noticed {learned}");
            assert_eq!(deadline.safe, date(last).day_before(), "{event}, noticed {learned}");
        }
    }

    #[test]
    fn an_overdue_reply_is_asked_after_three_times() {
        // Over Easter 2026: Good Friday, the weekend and Easter Monday are not working days.
        assert_eq!(
            reply_overdue(date("2026-04-02")).map(|day| day.to_string()),
            ["2026-04-09", "2026-06-25", "2026-10-02"]
        );
        assert_eq!(reply_overdue(date("2026-08-31"))[2], date("2027-02-28"));
    }

    #[test]
    fn a_safe_date_is_never_after_the_last_day_and_moves_with_the_start() {
        let rules = [
            judicial_review,
            lgsco,
            phso,
            nhs_complaint_england,
            council_complaint_england,
            nhs_concern_at_once,
            council_complaint_wales,
            records_reply,
            human_rights,
            psow,
            psow_referral,
            refund,
            equality,
            councils_dispute,
        ];
        for rule in rules {
            let mut start = date("2019-12-01");
            let mut before = rule(start);
            while start < date("2033-01-01") {
                let deadline = rule(start);
                assert!(deadline.last.is_none_or(|last| deadline.safe <= last), "{deadline:?}");
                assert!(deadline.safe > start, "{deadline:?}");
                assert!(deadline.safe >= before.safe, "{deadline:?} after {before:?}");
                before = deadline;
                start = start.day_after();
            }
            // No date is out of reach.
            rule(Date::new(1, 1, 1));
            rule(Date::new(9999, 12, 31));
        }
        reply_overdue(Date::new(9999, 12, 31));
    }
}
