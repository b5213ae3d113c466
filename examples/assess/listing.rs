//! Lists: the questions, the classes of paths, every path.

use std::io::{self, Write};

use s117_checker::{
    law::{
        answers::Answers,
        case::Case,
        classes::{self, Outcome, classes, describe, name, tables},
        commencement::InForce,
        fact::{Kind, Question},
        journey::Journey,
    },
    words::{self, Language, Speech, Voice},
};

/// Listings are for people who keep the law right: in English, to the person themselves.
pub const ENGLISH: Speech = Speech::new(Language::English, Voice::Me);

/// Every question with its values and words.
pub fn questions(out: &mut impl Write) -> io::Result<()> {
    for question in Question::ALL {
        let text = words::question(*question, ENGLISH);
        let kind = match question.kind() {
            Kind::One => "one answer",
            Kind::Ticks => "tick all",
        };
        writeln!(out, "{} ({kind}): {}", question.id(), text.ask)?;
        for (id, value) in question.value_ids().zip(text.values) {
            let law = value.law.map(|law| format!(" [{law}]")).unwrap_or_default();
            writeln!(out, "    {id:<32} {}{law}", value.label)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn outcome(findings: &Outcome) -> String {
    findings.iter().map(|(id, shape)| name(*id, *shape)).collect::<Vec<_>>().join(", ")
}

/// Every class of paths of the first journey: what is found, then the answers that lead there.
pub fn classes_of_paths(out: &mut impl Write) -> io::Result<()> {
    for class in classes() {
        let answers: Vec<_> = class
            .answers
            .iter()
            .map(|(question, answers)| format!("{} = {}", question.id(), describe(*question, *answers)))
            .collect();
        writeln!(out, "{} <- {}", outcome(&class.findings), answers.join("; "))?;
    }
    Ok(())
}

/// The decisions of every topic; where provisions are previewed, only those that would change.
pub fn decisions(in_force: InForce, out: &mut impl Write) -> io::Result<()> {
    let today = tables(InForce::TODAY);
    for (before, after) in today.iter().zip(tables(in_force)) {
        let (old, new) = (before.lines(), after.lines());
        let preview = in_force != InForce::TODAY;
        let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("- {line}"));
        let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("+ {line}"));
        let lines: Vec<String> = if preview { gone.chain(come).collect() } else { new.clone() };
        if !lines.is_empty() {
            writeln!(out, "## {}\n{}\n", after.name, lines.join("\n"))?;
        }
    }
    Ok(())
}

/// Every path of the first journey: the answers, then what is found.
pub fn every_path(out: &mut impl Write) -> io::Result<()> {
    fn walk(journey: Journey, case: Case, line: &str, out: &mut impl Write) -> io::Result<()> {
        match journey.asked(&case) {
            Ok(_) => {
                let found = classes::outcome(journey, &case).unwrap_or_default();
                writeln!(out, "{line}-> {}", outcome(&found))
            }
            Err(ask) => {
                for code in case.offered(ask.question).codes() {
                    let next = case.with(ask.question, Answers::only(code));
                    let values = next.answer(ask.question).map(|answer| answer.ids().join("+"));
                    let line = format!("{line}{}={} ", ask.question.id(), values.unwrap_or_default());
                    walk(journey, next, &line, out)?;
                }
                Ok(())
            }
        }
    }
    walk(Journey::Entitled, Case::EMPTY, "", out)
}
