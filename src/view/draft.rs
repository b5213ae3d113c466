//! A date as it is being typed: three texts, and whether it is only about right.

use crate::law::{
    date::Date,
    deadline::{DateKind, Dates, Given, plausible::Implausible},
    fact::{Issue, Question, Value},
    interview::Interview,
};

/// One of the three texts of a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The day of the month.
    Day,
    /// The month, as a number.
    Month,
    /// The year.
    Year,
}

impl Part {
    /// The three, in the order they are typed.
    pub const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Year];
}

/// A date being typed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    texts: [String; 3],
    /// Is it only about then?
    pub approximate: bool,
}

/// What is wrong with a date that was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WrongDate {
    /// A part of it is not there yet.
    Unfinished,
    /// There is no such date.
    NotADate,
    /// It is a date, and cannot be the one that is asked for.
    Implausible(Implausible),
}

impl Draft {
    /// The draft of a date that was given.
    pub fn of(given: Given) -> Self {
        let date = given.date;
        let texts =
            [u16::from(date.day()), u16::from(date.month()), date.year()].map(|part| part.to_string());
        Self { texts, approximate: given.approximate }
    }

    /// One of its texts.
    pub fn text(&self, part: Part) -> &str {
        &self.texts[part as usize]
    }

    /// The same with this text. No date needs more than four characters; more would be a paste gone wrong.
    pub fn with(mut self, part: Part, text: &str) -> Self {
        self.texts[part as usize] = text.trim().chars().take(4).collect();
        self
    }

    /// The same, only about right instead of exact, or the other way round.
    pub fn about_or_exact(mut self) -> Self {
        self.approximate = !self.approximate;
        self
    }

    /// The date of this kind, if one was typed. A day that is left out where the date is only about right is the
    /// first of the month: what is counted from it comes too soon rather than too late.
    pub fn read(&self, kind: DateKind, today: Date) -> Result<Option<Given>, WrongDate> {
        let [day, month, year] = &self.texts;
        if self.texts.iter().all(String::is_empty) {
            return Ok(None);
        }
        let day = if day.is_empty() && self.approximate { "1" } else { day };
        if [day, month, year].iter().any(|text| text.is_empty()) {
            return Err(WrongDate::Unfinished);
        }
        let date = date_of(day, month, year).ok_or(WrongDate::NotADate)?;
        kind.check(date, today).map_err(WrongDate::Implausible)?;
        Ok(Some(Given { date, approximate: self.approximate }))
    }
}

/// The date that these numbers make, if there is one. The year in full: two digits could be another century.
fn date_of(day: &str, month: &str, year: &str) -> Option<Date> {
    let number = |text: &str| -> Option<u16> {
        if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
    };
    let year = number(year).filter(|year| *year >= 1000)?;
    Date::checked(year, number(month)?.try_into().ok()?, number(day)?.try_into().ok()?)
}

/// The drafts of these dates, in the order of [`DateKind::ALL`].
pub fn of_dates(dates: Dates) -> [Draft; 4] {
    [DateKind::Decision, DateKind::FoundOut, DateKind::Complaint, DateKind::Leaving]
        .map(|kind| dates.get(kind).map(Draft::of).unwrap_or_default())
}

/// Which dates help with this problem.
pub fn asked(interview: &Interview) -> &'static [DateKind] {
    let issue = |issue: Issue| {
        interview.given(Question::Issue).is_some_and(|answer| answer.alone() == issue.answers())
    };
    if issue(Issue::LeavingSoon) {
        &[DateKind::Leaving]
    } else {
        &[DateKind::Decision, DateKind::FoundOut, DateKind::Complaint]
    }
}

#[cfg(test)]
mod tests {
    use super::{WrongDate::*, *};

    const TODAY: Date = Date::new(2026, 12, 1);

    fn draft(texts: [&str; 3], approximate: bool) -> Draft {
        let draft = Draft { approximate, ..Draft::default() };
        Part::ALL.into_iter().zip(texts).fold(draft, |draft, (part, text)| draft.with(part, text))
    }

    #[test]
    fn a_date_is_read_and_comes_back() {
        for (texts, approximate, expected) in [
            (["1", "2", "2026"], false, "2026-02-01"),
            (["01", "02", "2026"], false, "2026-02-01"),
            ([" 29 ", "2", "2024"], false, "2024-02-29"),
            (["", "11", "2026"], true, "2026-11-01"),
        ] {
            let read = |draft: Draft| draft.read(DateKind::Decision, TODAY);
            let given = read(draft(texts, approximate)).expect("a date").expect("typed");
            assert_eq!((given.date.to_string().as_str(), given.approximate), (expected, approximate));
            assert_eq!(read(Draft::of(given)), Ok(Some(given)));
        }
        assert_eq!(draft(["", "", ""], true).read(DateKind::Decision, TODAY), Ok(None));
    }

    #[test]
    fn what_is_no_date_is_said_and_kept() {
        use super::Implausible::*;
        for (texts, expected) in [
            (["29", "2", "2026"], NotADate),
            (["", "2", "2026"], Unfinished),
            (["1", "", "2026"], Unfinished),
            (["1", "2", ""], Unfinished),
            (["1", "13", "2026"], NotADate),
            (["0", "1", "2026"], NotADate),
            (["1", "2", "26"], NotADate),
            (["1", "2", "0026"], NotADate),
            (["x", "2", "2026"], NotADate),
            (["-1", "2", "2026"], NotADate),
            (["1", "Feb", "2026"], NotADate),
            (["256", "1", "2026"], NotADate),
            (["2", "12", "2026"], Implausible(StillToCome)),
            (["29", "9", "1983"], Implausible(BeforeTheAct)),
        ] {
            let draft = draft(texts, false);
            assert_eq!(draft.read(DateKind::Decision, TODAY), Err(expected), "{texts:?}");
            assert_eq!(Part::ALL.map(|part| draft.text(part)), texts);
        }
        let unfinished = draft(["", "", "2026"], true);
        assert_eq!(unfinished.read(DateKind::Decision, TODAY), Err(Unfinished));
        let far_off = draft(["1", "1", "2062"], false);
        assert_eq!(far_off.read(DateKind::Leaving, TODAY), Err(Implausible(FarOff)));
        assert_eq!(Draft::default().with(Part::Year, "20262026").text(Part::Year), "2026");
    }
}
