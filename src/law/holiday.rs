//! Public holidays in England and Wales, which DL-08 counts round: the Banking and Financial Dealings Act 1971
//! as it is usually proclaimed. Holidays proclaimed for a single year are not known here; without them a
//! date is at worst a day early, which is the safe side.

use super::date::Date;

const SATURDAY: u8 = 5;
const MONDAY: u8 = 0;

/// Is this neither a Saturday, a Sunday nor a public holiday?
pub(super) fn is_working_day(day: Date) -> bool {
    day.weekday() < SATURDAY && !is_holiday(day)
}

/// This day, or the next working day after it.
pub(super) fn working_day_from(mut day: Date) -> Date {
    // At the end of the calendar there is no later day.
    for _ in 0..10 {
        if is_working_day(day) {
            break;
        }
        day = day.day_after();
    }
    day
}

fn is_holiday(day: Date) -> bool {
    let easter = easter_sunday(day.year());
    let first_monday = day.weekday() == MONDAY && day.day() <= 7;
    let last_monday = |month| {
        let later = day.days_later(7);
        day.weekday() == MONDAY && day.month() == month && later.month() != month
    };
    day == easter.days_later(-2)
        || day == easter.days_later(1)
        || (day.month() == 5 && (first_monday || last_monday(5)))
        || last_monday(8)
        || is_new_year(day)
        || is_christmas(day)
}

/// 1 January, or the Monday after it where it falls on a weekend.
fn is_new_year(day: Date) -> bool {
    let first = Date::new(day.year(), 1, 1);
    day == first || (first.weekday() >= SATURDAY && day == first.days_later(7 - i32::from(first.weekday())))
}

/// 25 and 26 December, or the weekdays after them where they fall on a weekend.
fn is_christmas(day: Date) -> bool {
    let christmas = Date::new(day.year(), 12, 25);
    let substitutes: &[i32] = match christmas.weekday() {
        // Friday: Boxing Day is a Saturday. Saturday: both. Sunday: Christmas Day.
        4 => &[3],
        5 => &[2, 3],
        6 => &[2],
        _ => &[],
    };
    let after = day.days_since(christmas);
    after == 0 || after == 1 || substitutes.contains(&after)
}

/// Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher.
fn easter_sunday(year: u16) -> Date {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    let days = epact + sunday - 7 * late + 114;
    Date::new(year as u16, (days / 31) as u8, (days % 31 + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holidays_are_those_that_were_kept() {
        for holiday in [
            // 2021 and 2022: substitute days; 2026 and 2027: years to come.
            "2021-01-01",
            "2021-04-02",
            "2021-04-05",
            "2021-05-03",
            "2021-05-31",
            "2021-08-30",
            "2021-12-27",
            "2021-12-28",
            "2022-01-03",
            "2022-12-26",
            "2022-12-27",
            "2023-01-02",
            "2026-04-03",
            "2026-04-06",
            "2026-05-04",
            "2026-05-25",
            "2026-08-31",
            "2026-12-25",
            "2026-12-28",
            "2027-03-26",
            "2027-03-29",
            "2028-12-25",
            "2028-12-26",
        ] {
            assert!(!is_working_day(Date::parse(holiday).unwrap()), "{holiday}");
        }
        for plain in
            ["2021-01-04", "2021-12-29", "2022-01-04", "2026-04-02", "2026-04-07", "2026-05-11", "2026-12-29"]
        {
            assert!(is_working_day(Date::parse(plain).unwrap()), "{plain}");
        }
    }

    #[test]
    fn the_next_working_day_passes_over_a_long_weekend() {
        for (from, to) in
            [("2026-04-02", "2026-04-02"), ("2026-04-03", "2026-04-07"), ("2021-12-25", "2021-12-29")]
        {
            assert_eq!(working_day_from(Date::parse(from).unwrap()).to_string(), to);
        }
    }

    /// Another way to the same day, by the golden number and the epact (Clavius; Knuth, TAOCP 1.3.2, exercise 14).
    fn easter_by_the_epact(year: i32) -> (i32, i32) {
        let (golden, century) = (year % 19 + 1, year / 100 + 1);
        let (no_leap_day, moon) = (3 * century / 4 - 12, (8 * century + 5) / 25 - 5);
        let sunday = 5 * year / 4 - no_leap_day - 10;
        let mut epact = (11 * golden + 20 + moon - no_leap_day).rem_euclid(30);
        if (epact == 25 && golden > 11) || epact == 24 {
            epact += 1;
        }
        let full_moon = if epact > 23 { 74 - epact } else { 44 - epact };
        let day = full_moon + 7 - (sunday + full_moon) % 7;
        if day > 31 { (4, day - 31) } else { (3, day) }
    }

    #[test]
    fn easter_is_where_the_church_tables_put_it() {
        for year in 1600..4100 {
            let easter = easter_sunday(year);
            let found = (i32::from(easter.month()), i32::from(easter.day()));
            assert_eq!(found, easter_by_the_epact(i32::from(year)), "{year}");
        }
        // The earliest and the latest there can be, and the two that the plain rule would put a week late.
        for easter in ["2285-03-22", "2038-04-25", "2049-04-18", "2076-04-19"] {
            let easter = Date::parse(easter).unwrap();
            assert_eq!(easter_sunday(easter.year()), easter);
        }
    }
}
