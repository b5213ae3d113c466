//! Deadlines as a calendar file (iCalendar, RFC 5545), made here and sent nowhere.
//!
//! Calendars are shared, synchronised and shown on locked screens. So an event tells that there is something to do by
//! a day and never what: no title, note, id or file name says anything about health, the law or anybody.

use super::{Speech, page};
use crate::law::{date::Date, deadline::Deadline};

/// The media type of such a file.
pub const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";

/// How many days before its day an event speaks up, at nine in the morning.
const ALARM_DAYS: [i32; 2] = [7, 1];

/// The calendar with each day that has not passed; none if all have.
///
/// What looks alike is one event: two deadlines of one day would be told apart by nothing.
pub fn calendar(deadlines: &[Deadline], today: Date, speech: Speech) -> Option<String> {
    let mut events: Vec<(Date, bool)> = Vec::new();
    for deadline in deadlines.iter().filter(|deadline| deadline.safe >= today) {
        let looks = (deadline.safe, deadline.id.is_reply());
        if !events.contains(&looks) {
            events.push(looks);
        }
    }
    if events.is_empty() {
        return None;
    }
    let mut lines = Lines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Dates//Dates//EN");
    for (day, is_reply) in events {
        event(&mut lines, day, is_reply, today, speech);
    }
    lines.add("END", "VCALENDAR");
    Some(lines.0)
}

/// What a calendar with these deadlines is called as a file.
pub fn file_name(deadlines: &[Deadline], speech: Speech) -> String {
    let page = page(speech);
    let name = match deadlines {
        [one] if one.id.is_reply() => page.file_reply,
        [_] => page.file_act,
        _ => page.file_dates,
    };
    format!("{name}.ics")
}

/// An event of the whole day, which leaves the day free.
fn event(lines: &mut Lines, day: Date, is_reply: bool, today: Date, speech: Speech) {
    let page = page(speech);
    let title = if is_reply { page.calendar_reply } else { page.calendar_act };
    let kind = if is_reply { "reply" } else { "act" };
    lines.add("BEGIN", "VEVENT");
    // Always the same for this day, so that adding it again does not double it. No host has a name under .invalid.
    lines.add("UID", &format!("{kind}-{}@dates.invalid", compact(day)));
    lines.add("DTSTAMP", &format!("{}T000000Z", compact(today)));
    lines.add("DTSTART;VALUE=DATE", &compact(day));
    lines.add("DTEND;VALUE=DATE", &compact(day.day_after()));
    lines.add("SUMMARY", &escaped(title));
    lines.add("DESCRIPTION", &escaped(page.calendar_note));
    lines.add("CLASS", "PRIVATE");
    lines.add("TRANSP", "TRANSPARENT");
    for days in ALARM_DAYS.into_iter().filter(|days| day.days_later(-days) > today) {
        lines.add("BEGIN", "VALARM");
        lines.add("ACTION", "DISPLAY");
        lines.add("DESCRIPTION", &escaped(title));
        // From midnight, when the day begins, back to nine o'clock.
        lines.add("TRIGGER", &format!("-P{}DT15H", days - 1));
        lines.add("END", "VALARM");
    }
    lines.add("END", "VEVENT");
}

/// A date as iCalendar writes it.
fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A text as the value of a property (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '\\' | ';' | ',' => escaped.extend(['\\', char]),
            '\n' => escaped.push_str("\\n"),
            control if control.is_control() => {}
            plain => escaped.push(plain),
        }
    }
    escaped
}

/// Content lines, each folded and ended as RFC 5545 says in 3.1.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// The longest line, in octets.
    const LONGEST: usize = 75;

    fn add(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for char in name.chars().chain([':']).chain(value.chars()) {
            // Between characters: some programs unfold only after reading the octets as text.
            if length + char.len_utf8() > Self::LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(char);
            length += char.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escaped("a, b; c\\d\r\ne: “f”\t"), "a\\, b\\; c\\\\d\\ne: “f”");
    }

    #[test]
    fn lines_are_folded_between_characters() {
        for filler in ["x", "é", "’", "𝄞"] {
            for length in 0..200 {
                let mut lines = Lines::default();
                let value = format!("{}{}", "y".repeat(length % 4), filler.repeat(length));
                lines.add("SUMMARY", &value);
                let folded = lines.0.strip_suffix("\r\n").expect("the line ends");
                for line in folded.split("\r\n") {
                    assert!(line.len() <= 75, "{} octets: {line}", line.len());
                }
                assert_eq!(folded.replace("\r\n ", ""), format!("SUMMARY:{value}"));
            }
        }
    }
}
