use super::*;
use crate::{
    Numbers,
    law::{
        deadline::{Dates, Given},
        fact::{Answer, Kind},
        stays::{self, Under},
    },
    words::{Language, Voice},
};

const SPEECH: Speech = Speech::new(Language::English, Voice::Client);

/// Some case: some facts, some stays, some dates.
fn some_case(numbers: &mut Numbers) -> Notes {
    let mut interview = Interview::new(Journey::Entitled);
    for question in Question::ALL.iter().copied().filter(|question| *question != Question::DatesGiven) {
        if numbers.below(3) == 0 {
            continue;
        }
        let codes: Vec<u8> = question.all_answers().codes().collect();
        let answer = Answer::from_code(question, codes[numbers.below(codes.len())]).expect("an answer");
        interview = interview.answered(answer);
    }
    let mut dates = Dates::NONE;
    for kind in DateKind::ALL {
        if numbers.below(3) == 0 {
            let date = LAW_CHECKED.days_later(numbers.below(900) as i32 - 700);
            dates = dates.with(*kind, Some(Given { date, approximate: numbers.below(2) == 0 }));
        }
    }
    if !dates.is_empty() {
        interview = interview.dated(dates);
    }
    let homes: Vec<&str> = Question::HomeBefore.value_ids().collect();
    let stays: Vec<Stay> = (0..numbers.below(4))
        .map(|_| Stay {
            under: Under::ALL[numbers.below(Under::ALL.len())],
            left: match numbers.below(4) {
                0 => Left::Unknown,
                1 => Left::StillThere,
                2 => Left::In { year: 1975 + numbers.below(50) as u16, month: None },
                _ => Left::In {
                    year: 1975 + numbers.below(50) as u16,
                    month: Some(1 + numbers.below(12) as u8),
                },
            },
            home: (numbers.below(2) == 0)
                .then(|| Answer::home_before(homes[numbers.below(homes.len())]).expect("a home")),
        })
        .collect();
    Notes { interview: stays::told(&interview, &[], &stays), stays }
}

fn text_of(notes: &Notes) -> String {
    written(notes, false)
}

fn written(notes: &Notes, reviewed: bool) -> String {
    let overview = notes.interview.overview(LAW_CHECKED);
    write(&notes.interview, &notes.stays, &overview, LAW_CHECKED, reviewed, SPEECH)
}

/// What mail programs and word processors do to a text.
fn mangled(text: &str) -> Vec<String> {
    let quoted: String = text.lines().map(|line| format!("> {line}\r\n")).collect();
    let narrow: String = text.lines().map(|line| wrapped(line, 40) + "\n").collect();
    let twice: String = narrow.lines().map(|line| format!(">> {line}\n")).collect();
    vec![
        quoted,
        narrow,
        twice,
        text.replace(' ', "\u{a0}"),
        text.replace('-', "\u{2011}"),
        text.replace('\n', "\n\n"),
        format!("\u{feff}Seen today with her mother.\n\n{text}\n\nF-WHERE she went is not known. = nothing."),
    ]
}

/// Broken at spaces so that no line is much wider than this.
fn wrapped(line: &str, width: usize) -> String {
    let (mut text, mut at) = (String::new(), 0);
    for word in line.split(' ') {
        if at > 0 && at + word.len() > width {
            text.push('\n');
            at = 0;
        } else if at > 0 || text.ends_with(' ') {
            text.push(' ');
        }
        text += word;
        at += word.len() + 1;
    }
    text
}

#[test]
fn notes_come_back_as_they_were_whatever_a_program_did_to_them() {
    let mut numbers = Numbers(1983);
    let mut told = 0;
    for _ in 0..120 {
        let notes = some_case(&mut numbers);
        let text = text_of(&notes);
        if notes.interview == Interview::new(Journey::Entitled) && notes.stays.is_empty() {
            continue;
        }
        assert_eq!(read(&text).as_ref(), Ok(&notes), "{text}");
        for mangled in mangled(&text) {
            assert_eq!(read(&mangled).as_ref(), Ok(&notes), "{mangled}");
        }
        told += 1;
    }
    assert!(told > 100, "{told}: the cases prove something");
}

#[test]
fn notes_tell_what_was_found_with_its_sources_and_from_when() {
    let mut numbers = Numbers(2025);
    for _ in 0..40 {
        let notes = some_case(&mut numbers);
        let text = text_of(&notes);
        for must in [VERSION, &date(LAW_CHECKED, SPEECH.language), page(SPEECH).not_reviewed] {
            assert!(text.contains(must), "{must} is missing: {text}");
        }
        let reviewed = written(&notes, true);
        assert!(!reviewed.contains(page(SPEECH).not_reviewed));
        let overview = notes.interview.overview(LAW_CHECKED);
        for found in &overview.findings {
            assert!(text.contains(&label(found, SPEECH)), "{}: {text}", found.id.id());
            assert!(text.contains(finding_words(found, SPEECH).headline), "{}: {text}", found.id.id());
            if found.id.kind() == FindingKind::Claim {
                for one in found.id.sources().iter() {
                    assert!(text.contains(source(one, SPEECH).address), "{}: {text}", found.id.id());
                }
            }
        }
        for deadline in &overview.deadlines {
            assert!(text.contains(&deadline_line(deadline, SPEECH)), "{}: {text}", deadline.id.id());
        }
        for (_, question) in &overview.next {
            assert!(text.contains(fact(*question, SPEECH)), "{text}");
        }
        assert!(!text.contains(['{', '}']), "a gap is left in {text}");
    }
}

#[test]
fn what_cannot_be_read_is_told_by_its_line_and_nothing_is_read() {
    let line = |number, text: &str| Unreadable::Line { number, text: text.to_owned() };
    for (text, expected) in [
        ("", vec![Unreadable::NoFacts]),
        ("Dear colleague,\n\nF-WHERE is open.", vec![Unreadable::NoFacts]),
        ("F-WHERE = out | x\nF-NOWHERE = out | x", vec![line(2, "F-NOWHERE = out")]),
        ("F-WHERE = moon | x", vec![line(1, "F-WHERE = moon")]),
        ("F-WHERE = | x", vec![line(1, "F-WHERE =")]),
        ("F-WHERE = out, prison | x", vec![line(1, "F-WHERE = out, prison")]),
        ("F-CLUE = none, judge | x", vec![line(1, "F-CLUE = none, judge")]),
        ("F-WHERE = out | x\n\nF-WHERE = prison | x", vec![line(3, "F-WHERE = prison")]),
        ("F-DATES = given | x", vec![line(1, "F-DATES = given")]),
        ("DATE decision = 2026-02-30 | x", vec![line(1, "DATE decision = 2026-02-30")]),
        ("DATE birthday = 2026-02-28 | x", vec![line(1, "DATE birthday = 2026-02-28")]),
        ("STAY 2 = section-3 | x", vec![line(1, "STAY 2 = section-3")]),
        ("STAY 1 = section-99 | x", vec![line(1, "STAY 1 = section-99")]),
        ("STAY 1 = section-3; left 2014-13 | x", vec![line(1, "STAY 1 = section-3; left 2014-13")]),
        ("STAY 1 = section-3; home moon | x", vec![line(1, "STAY 1 = section-3; home moon")]),
        ("STAY 1 = section-3; went home | x", vec![line(1, "STAY 1 = section-3; went home")]),
    ] {
        assert_eq!(read(text), Err(expected), "{text}");
    }
    // Cut off after the ids, or in another case: that much is plain.
    let read = read("f-where = OUT").expect("a fact");
    assert_eq!(read.interview.told(Question::Whereabouts).map(Answer::ids), Some(vec!["out"]));
}

/// A text as long as a book, or with signs of every kind, is read in a moment and breaks nothing.
#[test]
fn hostile_texts_break_nothing() {
    let long = "F-WHERE = out ".repeat(50_000);
    assert!(read(&long).is_err());
    for text in [
        "F-=|=|=",
        "STAY = ",
        "DATE\u{0} x = y",
        "F-É = é",
        "|||||",
        "= = =",
        "STAY 99999999999999999999 = x",
    ] {
        assert!(read(text).is_err(), "{text}");
    }
    let ticks = Question::ALL.iter().filter(|question| question.kind() == Kind::Ticks).count();
    assert!(ticks > 0);
}
