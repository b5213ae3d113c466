//! Calendar dates, without clock or time zone, and how long a version of the law may be relied on.

use std::fmt;

/// A calendar date. Ordered by time.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// The day on which the law behind this version was checked.
pub const LAW_CHECKED: Date = Date::new(2026, 11, 22);

/// After this day (three months on) every result says that a check of the law is due.
pub const REVIEW_BY: Date = LAW_CHECKED.months_later(3);

/// After this day (twelve months on) claims read "as the law stood", and S0 is withheld.
pub const HARD_DATE: Date = LAW_CHECKED.months_later(12);

/// How fresh the law of this version is on a given day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Freshness {
    /// Up to the review-by date.
    Current,
    /// Past the review-by date: a check is due.
    ReviewDue,
    /// Past the hard date: check before relying on anything.
    Stale,
}

impl Freshness {
    /// How fresh the law is on this day. A day before the law was checked counts as that day.
    pub fn on(today: Date) -> Self {
        match today {
            _ if today > HARD_DATE => Self::Stale,
            _ if today > REVIEW_BY => Self::ReviewDue,
            _ => Self::Current,
        }
    }
}

impl Date {
    /// This date; in a constant, a date that does not exist does not compile.
    pub const fn new(year: u16, month: u8, day: u8) -> Self {
        match Self::checked(year, month, day) {
            Some(date) => date,
            None => panic!("no such date"),
        }
    }

    /// This date, if there is one in the years 1 to 9999.
    pub const fn checked(year: u16, month: u8, day: u8) -> Option<Self> {
        if year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month) {
            Some(Self { year, month, day })
        } else {
            None
        }
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Self> {
        let part = |from: usize, to: usize| -> Option<u16> {
            let digits = text.get(from..to)?;
            if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
        };
        if text.len() != 10 || text.get(4..5) != Some("-") || text.get(7..8) != Some("-") {
            return None;
        }
        Self::checked(part(0, 4)?, part(5, 7)? as u8, part(8, 10)? as u8)
    }

    /// The same day of a later month, or its last day where that month is shorter.
    pub const fn months_later(self, months: u16) -> Self {
        let total = self.year * 12 + self.month as u16 - 1 + months;
        let (year, month) = (total / 12, (total % 12) as u8 + 1);
        let last = days_in(year, month);
        Self { year, month, day: if self.day < last { self.day } else { last } }
    }

    /// The year.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub const fn day(self) -> u8 {
        self.day
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dates_that_exist_are_read() {
        for good in ["2024-02-29", "1983-09-30", "2026-12-31", "0001-01-01"] {
            assert_eq!(Date::parse(good).map(|date| date.to_string()).as_deref(), Some(good));
        }
        for bad in [
            "2023-02-29",
            "1900-02-29",
            "2026-04-31",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "0000-01-01",
            "2026-1-01",
            "2026/01/01",
            "2026/01-01",
            "2026-01/01",
            "2026-01-011",
            "+026-01-01",
            "2026-01-0x",
            "",
            "2026-01-é",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
        assert!(Date::parse("2000-02-29").is_some());
    }

    #[test]
    fn months_end_where_the_month_ends() {
        assert_eq!(Date::new(2026, 11, 30).months_later(3), Date::new(2027, 2, 28));
        assert_eq!(Date::new(2026, 12, 31).months_later(0), Date::new(2026, 12, 31));
        assert_eq!(Date::new(2027, 11, 29).months_later(3), Date::new(2028, 2, 29));
        assert_eq!(Date::new(2026, 12, 1).months_later(12), Date::new(2027, 12, 1));
        assert_eq!(
            (REVIEW_BY.to_string(), HARD_DATE.to_string()),
            ("2027-02-22".into(), "2027-11-22".into())
        );
    }

    #[test]
    fn the_law_ages_the_day_after_each_date() {
        for (today, expected) in [
            ("2020-01-01", Freshness::Current),
            ("2027-02-22", Freshness::Current),
            ("2027-02-23", Freshness::ReviewDue),
            ("2027-11-22", Freshness::ReviewDue),
            ("2027-11-23", Freshness::Stale),
        ] {
            assert_eq!(Freshness::on(Date::parse(today).unwrap()), expected, "{today}");
        }
    }
}
