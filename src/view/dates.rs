//! Dates as people read them.

use crate::law::date::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date in words, such as `22 November 2026`.
pub fn in_words(date: Date) -> String {
    format!("{} {} {}", date.day(), MONTHS[usize::from(date.month()) - 1], date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_reads_day_month_year() {
        assert_eq!(in_words(Date::new(2026, 11, 22)), "22 November 2026");
        assert_eq!(in_words(Date::new(2027, 1, 1)), "1 January 2027");
        assert_eq!(in_words(Date::new(2027, 12, 31)), "31 December 2027");
    }
}
