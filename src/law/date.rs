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
    ///
    /// Not after the year 9999: there it stays in that year.
    pub const fn months_later(self, months: u16) -> Self {
        self.in_month(self.month_number() + months as u32)
    }

    /// The same day of an earlier month, or its last day where that month is shorter. Not before the year 1.
    pub const fn months_earlier(self, months: u16) -> Self {
        self.in_month(self.month_number().saturating_sub(months as u32))
    }

    /// Some years later. The anniversary of 29 February is 28 February where the year has no 29th.
    pub const fn years_later(self, years: u16) -> Self {
        self.in_month(self.month_number() + years as u32 * 12)
    }

    /// Months from January of the year 0.
    const fn month_number(self) -> u32 {
        self.year as u32 * 12 + self.month as u32 - 1
    }

    /// This day in the month with this number, or its last day where that month is shorter. Within the years
    /// 1 to 9999.
    const fn in_month(self, number: u32) -> Self {
        let number = if number < FIRST.month_number() { FIRST.month_number() } else { number };
        let number = if number > LAST.month_number() { LAST.month_number() } else { number };
        let (year, month) = ((number / 12) as u16, (number % 12) as u8 + 1);
        let last = days_in(year, month);
        Self { year, month, day: if self.day < last { self.day } else { last } }
    }

    /// The next day.
    pub const fn day_after(self) -> Self {
        self.days_later(1)
    }

    /// The day before.
    pub const fn day_before(self) -> Self {
        self.days_later(-1)
    }

    /// Some days later, or earlier where `days` is negative. Within the years 1 to 9999.
    pub const fn days_later(self, days: i32) -> Self {
        let mut number = self.number().saturating_add(days);
        if number < FIRST.number() {
            number = FIRST.number();
        }
        if number > LAST.number() {
            number = LAST.number();
        }
        Self::numbered(number)
    }

    /// How many days after `earlier` this date is; negative if before.
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.number() - earlier.number()
    }

    /// The day of the week: 0 for Monday to 6 for Sunday.
    pub const fn weekday(self) -> u8 {
        // 1 January of the year 1 was a Monday.
        ((self.number() - FIRST.number()) % 7) as u8
    }

    /// Days from 1 March of the year 0, so that a leap day ends its year.
    const fn number(self) -> i32 {
        let months = (self.month as i32 + 9) % 12;
        let year = self.year as i32 - months / 10;
        365 * year + year / 4 - year / 100 + year / 400 + (months * 306 + 5) / 10 + self.day as i32 - 1
    }

    /// The date with this number of days from 1 March of the year 0.
    const fn numbered(number: i32) -> Self {
        let mut year = ((10_000 * number as i64 + 14_780) / 3_652_425) as i32;
        let mut rest = number - (365 * year + year / 4 - year / 100 + year / 400);
        if rest < 0 {
            year -= 1;
            rest = number - (365 * year + year / 4 - year / 100 + year / 400);
        }
        let months = (100 * rest + 52) / 3060;
        let day = rest - (months * 306 + 5) / 10 + 1;
        let month = (months + 2) % 12 + 1;
        Self { year: (year + (months + 2) / 12) as u16, month: month as u8, day: day as u8 }
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

/// The first date there is.
const FIRST: Date = Date::new(1, 1, 1);
/// The last date there is.
const LAST: Date = Date::new(9999, 12, 31);

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

    #[test]
    fn days_are_counted_over_months_years_and_leap_days() {
        for (from, days, to) in [
            ("2024-02-28", 1, "2024-02-29"),
            ("2024-02-29", 1, "2024-03-01"),
            ("2023-02-28", 1, "2023-03-01"),
            ("2000-02-28", 2, "2000-03-01"),
            ("1900-02-28", 1, "1900-03-01"),
            ("2026-12-31", 1, "2027-01-01"),
            ("2027-01-01", -1, "2026-12-31"),
            ("2026-11-22", 365, "2027-11-22"),
            ("0001-01-01", -1, "0001-01-01"),
            ("9999-12-31", 1, "9999-12-31"),
        ] {
            let from = Date::parse(from).unwrap();
            assert_eq!(from.days_later(days).to_string(), to, "{from} and {days} days");
        }
        let mut day = Date::new(1999, 12, 1);
        for number in 0..2000 {
            assert_eq!(day.days_since(Date::new(1999, 12, 1)), number);
            assert_eq!(i32::from(day.weekday()), (number + 2) % 7, "{day}: 1 December 1999 was a Wednesday");
            let next = day.day_after();
            assert!(next > day && next.day_before() == day, "{day}");
            day = next;
        }
    }

    #[test]
    fn every_day_of_every_year_has_its_number_and_back() {
        let mut day = FIRST;
        while day < LAST {
            assert_eq!(Date::numbered(day.number()), day);
            let next = day.day_after();
            assert_eq!(Date::checked(next.year, next.month, next.day), Some(next), "{day}");
            day = next;
        }
    }

    #[test]
    fn months_and_years_end_where_they_end() {
        for (from, back, to) in [
            ("2026-05-31", 3, "2026-02-28"),
            ("2024-03-31", 1, "2024-02-29"),
            ("0001-02-01", 3, "0001-01-01"),
        ] {
            assert_eq!(Date::parse(from).unwrap().months_earlier(back).to_string(), to);
        }
        assert_eq!(Date::new(2024, 2, 29).years_later(1), Date::new(2025, 2, 28));
        assert_eq!(Date::new(2024, 2, 29).years_later(4), Date::new(2028, 2, 29));
        assert_eq!(Date::new(9999, 12, 31).months_later(1), Date::new(9999, 12, 31));
        assert_eq!(Date::new(2026, 11, 30).years_later(u16::MAX), Date::new(9999, 12, 30));
        assert_eq!((FIRST.days_later(i32::MAX), LAST.days_later(i32::MIN)), (LAST, FIRST));
    }
}
