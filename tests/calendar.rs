//! Calendar files, read by a parser that is not ours, for every day on which somebody may have had a decision.

use std::collections::{BTreeMap, BTreeSet};

use icalendar::parser::{Component, read_calendar, unfold};
use s117_checker::{
    law::{
        date::{Date, LAW_CHECKED},
        deadline::{Circumstances, DateKind, Dates, Deadline, Given, deadlines, records_reply},
    },
    words::{Language, Speech, Voice, calendar},
};

const VOICES: [Voice; 3] = [Voice::Me, Voice::Supporter, Voice::Client];

fn speech() -> impl Iterator<Item = Speech> {
    let of = |language: &Language| VOICES.map(|voice| Speech::new(*language, voice));
    Language::ALL.iter().flat_map(of)
}

/// The deadlines of somebody who gave these dates.
fn list(decision: Date, found_out: Option<Date>, complaint: Option<Date>, today: Date) -> Vec<Deadline> {
    let given = |date| Given { date, approximate: false };
    let dates = Dates::NONE
        .with(DateKind::Decision, Some(given(decision)))
        .with(DateKind::FoundOut, found_out.map(given))
        .with(DateKind::Complaint, complaint.map(given));
    deadlines(&Circumstances::new(dates, today), None, true)
}

/// The value of a property that must be there once.
fn value(component: &Component, name: &str) -> String {
    let found: Vec<_> = component.properties.iter().filter(|property| property.name == name).collect();
    assert_eq!(found.len(), 1, "{name} once in {}", component.name);
    found[0].val.to_string()
}

fn is_whole_day(component: &Component, name: &str) -> bool {
    let property = component.properties.iter().find(|property| property.name == name).expect(name);
    property
        .params
        .iter()
        .any(|param| param.key == "VALUE" && param.val.as_ref().is_some_and(|value| *value == "DATE"))
}

fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// Reads a calendar and checks all that RFC 5545 asks of it, and that each day to come is there once.
fn check(file: &str, deadlines: &[Deadline], today: Date) {
    assert!(file.ends_with("\r\n") && !file.replace("\r\n", "").contains(['\r', '\n']), "lines end in CRLF");
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
    let unfolded = unfold(file);
    let parsed = read_calendar(&unfolded).unwrap_or_else(|error| panic!("{error}\n{file}"));
    let header: BTreeMap<_, _> = parsed
        .properties
        .iter()
        .map(|property| (property.name.to_string(), property.val.to_string()))
        .collect();
    assert_eq!(header["VERSION"], "2.0");
    assert!(header.contains_key("PRODID"));
    let mut ids = BTreeSet::new();
    let mut days = BTreeSet::new();
    for event in &parsed.components {
        assert_eq!(event.name, "VEVENT");
        assert!(ids.insert(value(event, "UID")), "an id stands for one event");
        assert_eq!(value(event, "DTSTAMP"), format!("{}T000000Z", compact(today)));
        assert!(is_whole_day(event, "DTSTART") && is_whole_day(event, "DTEND"));
        let start = value(event, "DTSTART");
        let day = Date::parse(&format!("{}-{}-{}", &start[..4], &start[4..6], &start[6..])).expect(&start);
        assert_eq!(value(event, "DTEND"), compact(day.day_after()));
        assert!(day >= today, "{day} is over on {today}");
        assert!(!value(event, "SUMMARY").is_empty() && !value(event, "DESCRIPTION").is_empty());
        assert_eq!(
            event.components.len(),
            usize::from(day.days_since(today) > 1) + usize::from(day.days_since(today) > 7)
        );
        for alarm in &event.components {
            assert_eq!(alarm.name, "VALARM");
            assert_eq!(value(alarm, "ACTION"), "DISPLAY");
            assert_eq!(value(alarm, "DESCRIPTION"), value(event, "SUMMARY"));
            assert!(["-P6DT15H", "-P0DT15H"].contains(&value(alarm, "TRIGGER").as_str()));
        }
        days.insert(day);
    }
    let to_come: BTreeSet<_> = deadlines.iter().map(|one| one.safe).filter(|day| *day >= today).collect();
    assert_eq!(days, to_come);
}

#[test]
fn every_calendar_is_read_by_another_parser() {
    let mut read = 0;
    let mut decision = Date::new(2025, 1, 1);
    while decision < Date::new(2029, 3, 1) {
        let later = [0, 9, 40, 200].map(|days| decision.days_later(days));
        for (number, today) in later.into_iter().enumerate() {
            let today = today.max(LAW_CHECKED);
            let found_out = (number % 2 == 1).then(|| decision.days_later(5));
            let complaint = (number > 1).then(|| decision.days_later(7));
            let list = list(decision, found_out, complaint, today);
            for speech in speech() {
                let Some(file) = calendar::calendar(&list, today, speech) else {
                    assert!(list.iter().all(|one| one.safe < today));
                    continue;
                };
                check(&file, &list, today);
                read += 1;
            }
            // And each card's own.
            for one in list.iter().filter(|one| one.safe >= today) {
                let speech = speech().next().expect("a language");
                check(&calendar::calendar(&[*one], today, speech).expect("to come"), &[*one], today);
                read += 1;
            }
        }
        decision = decision.days_later(41);
    }
    assert!(read > 1_000, "{read} calendars");
}

#[test]
fn nobody_who_sees_the_calendar_learns_what_it_is_about() {
    let today = Date::new(2026, 12, 1);
    let mut list = list(Date::new(2026, 11, 20), None, Some(Date::new(2026, 11, 30)), today);
    list.push(records_reply(today));
    for speech in speech() {
        let file = calendar::calendar(&list, today, speech).expect("days to come");
        let mut told = unfold(&file).to_lowercase();
        for one in &list {
            told += &calendar::file_name(&[*one], speech);
        }
        told += &calendar::file_name(&list, speech);
        for word in [
            "117",
            "health",
            "section",
            "aftercare",
            "hospital",
            "nhs",
            "council",
            "board",
            "court",
            "solicitor",
            "ombudsman",
            "complain",
            "sanction",
            "decision",
            "law",
            "legal",
            "dl-",
            "police",
            "checker",
            "2026112",
        ] {
            assert!(!told.contains(word), "{word} in {told}");
        }
        let names = [&list[..1], &list[list.len() - 1..], &list[..]];
        let names = names.map(|some| calendar::file_name(some, speech));
        assert_eq!(BTreeSet::from_iter(&names).len(), 3, "{names:?}");
        assert!(names.iter().all(|name| name.ends_with(".ics")), "{names:?}");
    }
}

#[test]
fn adding_a_day_again_does_not_double_it() {
    let decision = Date::new(2026, 11, 20);
    let ids = |today| {
        let list = list(decision, None, None, today);
        let file =
            calendar::calendar(&list, today, speech().next().expect("a language")).expect("days to come");
        let file = unfold(&file);
        let lines = file.lines().filter(|line| line.starts_with("UID:"));
        lines.map(str::to_owned).collect::<BTreeSet<_>>()
    };
    assert_eq!(ids(Date::new(2026, 12, 1)), ids(Date::new(2027, 2, 1)));
}

#[test]
fn a_calendar_of_days_that_are_over_is_none() {
    let today = Date::new(2040, 1, 1);
    let list = list(Date::new(2026, 12, 1), None, None, today);
    assert_eq!(calendar::calendar(&list, today, speech().next().expect("a language")), None);
}
