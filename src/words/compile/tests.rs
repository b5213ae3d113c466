use super::*;
use crate::law::{
    deadline::DeadlineId,
    fact::Question,
    finding::{FindingId, FindingKind, Topic},
    source::Source,
    stays::Under,
};
use std::fmt::Write;

/// English alone: the files that tests make are in one language.
pub const ENGLISH: &[LanguageFolder] = LANGUAGES.split_at(1).0;

/// What these files make, as text: the code, and what is packed.
pub(super) fn compile(files: &Files, languages: &[LanguageFolder]) -> Result<String, Vec<Problem>> {
    let made = super::compile(files, languages)?;
    let models = made.languages.into_iter().map(|language| language.model);
    Ok(models.fold(made.code, |text, model| text + &model))
}

/// The fewest files that compile, with `{code}` for the language.
pub(super) fn complete(code: &str) -> Files {
    let mut files = Files::new();
    let mut put =
        |name: &str, text: String| files.insert(format!("content/{code}/{name}"), text.into_bytes());
    let mut questions = String::new();
    for question in Question::ALL {
        let _ = writeln!(questions, "## {}\nask: A?\nwhy: B.\nfind out: C.\nerror: D", question.id());
        for value in question.value_ids() {
            let _ = writeln!(questions, "- {value}: E\n    told: F.");
        }
    }
    put("questions.txt", questions);
    for topic in Topic::ALL {
        let mut text = String::new();
        for finding in FindingId::ALL.iter().filter(|finding| finding.topic() == *topic) {
            let _ = writeln!(text, "## {}\nsay: A.", finding.id());
            let _ = match finding.kind() {
                FindingKind::Claim => writeln!(text, "view a: B.\nview b: C.\ndo this: D."),
                FindingKind::Note | FindingKind::Step => writeln!(text, "headline: E"),
            };
        }
        put(&format!("{}.txt", topic.id()), text);
    }
    let mut strengths = String::from("## right\nheadline: A\n## ending\nheadline: B\n");
    for topic in
        Topic::ALL.iter().filter(|topic| !matches!(topic, Topic::Right | Topic::Ending | Topic::Steps))
    {
        let _ = writeln!(strengths, "## {}\nheadline: C\nlead: If so:", topic.id());
    }
    put("strengths.txt", strengths);
    let mut deadlines = String::new();
    for deadline in DeadlineId::ALL {
        let _ = writeln!(deadlines, "## {}\nname: A\nsays: B.\nlate: C.", deadline.id());
    }
    put("deadlines.txt", deadlines);
    put("myths.txt", "## apply\nmyth: A.\nfact: B.\nsource: MHA117(1)\nbeside: ELIG-01, ACT-03\n".into());
    let mut sources = String::new();
    for source in Source::ALL {
        let _ = writeln!(
            sources,
            "## {}\ntitle: A\naddress: https://www.legislation.gov.uk/a\ncopy: B\nsays: C.",
            source.facts().id
        );
    }
    put("sources.txt", sources);
    put("glossary.txt", "## care-plan\nterm: care plan\nmeans: A [[CTO]].\n## cto\nmeans: B.\n".into());
    put(
        "contacts.txt",
        "## nhs-111\nname: A\nfor: B\nnation: england-wales\nphone: 111\nmark: R2\nchecked: 22 November 2026\n".into(),
    );
    put("letters.txt", "## ask\ntitle: A\nwhen: B.\nparts: from\nfoot: keep\n".into());
    put(
        "letter-parts.txt",
        "## body\nphrase: body\n## from\nname: A\ntext: {name}\nof the {body}\ntext (supporter): D\n\
         ## keep\nset: foot\ntext: E.\n"
            .into(),
    );
    put("gaps.txt", "## name\nlabel: A\nempty: name\n".into());
    put("phone.txt", "## who\nsay: A.\n## when\nnote: B\n".into());
    put(
        "page.txt",
        "## months\ntext: January, February, March, April, May, June, July, August, September, October, November, \
         December\n## left\nwith: least, most\ntext: {least} to {most} left\n## about\nrich: *A*\n"
            .into(),
    );
    let facts = Question::ALL.iter().map(|question| question.id());
    let names: String = facts
        .chain(Under::ALL.iter().map(|under| under.id()))
        .fold(String::new(), |text, id| text + &format!("## {id}\nname: A\n"));
    put("adviser.txt", names);
    put("guide.txt", "## title\ntext: A\n## who\nheading: A\ntext: B.\n".into());
    files
}

/// What is wrong with complete files once `change` has been made to one of them.
#[track_caller]
fn wrong(name: &str, change: impl Fn(String) -> String) -> Vec<String> {
    let mut files = complete("en");
    let path = format!("content/en/{name}");
    let before = String::from_utf8(files.remove(&path).expect("a file")).expect("text");
    let after = change(before.clone());
    assert_ne!(before, after, "the change changes nothing");
    files.insert(path, after.into_bytes());
    problems(&files)
}

fn problems(files: &Files) -> Vec<String> {
    let problems = compile(files, ENGLISH).err().unwrap_or_default();
    problems.iter().map(|problem| problem.to_string().replacen("content/en/", "", 1)).collect()
}

/// The text with one line put in place of the entry's line that starts with `start`.
fn line(text: String, entry: &str, start: &str, instead: &str) -> String {
    let head = format!("## {entry}\n");
    let from = text.find(&head).expect("the entry") + head.len();
    let at = from + text[from..].find(start).expect("the line");
    let end = at + text[at..].find('\n').expect("its end") + 1;
    let instead = if instead.is_empty() { String::new() } else { format!("{instead}\n") };
    format!("{}{instead}{}", &text[..at], &text[end..])
}

#[test]
fn complete_files_compile_to_constants() {
    let code = compile(&complete("en"), ENGLISH).unwrap_or_else(|problems| panic!("{problems:#?}"));
    for expected in [
        "pub enum Language {",
        "    English,",
        "    CarePlan,",
        "    Nhs111,",
        "pub left: &'static str,",
        "pub about: Rich,",
        "left: \"{least} to {most} left\"",
        "runs: &[Run::Gap(Gap::Name), Run::Text(\"\\nof the \"), Run::Phrase(&",
        "tags: tag::SUPPORTER, runs: &[Run::Text(\"D\")]",
    ] {
        assert!(code.contains(expected), "{expected}");
    }
    // Every question has the same texts here, so that they are there once.
    assert_eq!(code.matches("Block::Para(&[Span::Text(\"C.\")])").count(), 1);
}

#[test]
fn the_same_files_give_the_same_code() {
    let code = || compile(&complete("en"), ENGLISH).expect("complete files");
    assert_eq!(code(), code());
}

#[test]
fn missing_folders_and_files_are_one_problem_each() {
    assert_eq!(
        problems(&Files::new()),
        ["the folder is missing or empty; it needs questions.txt, right.txt, ending.txt, council.txt, nhs.txt, \
          dispute.txt, charge.txt, home.txt, what.txt, dp.txt, steps.txt, strengths.txt, deadlines.txt, myths.txt, sources.txt, glossary.txt, contacts.txt, letters.txt, letter-parts.txt, gaps.txt, phone.txt, adviser.txt, page.txt, guide.txt"
            .replace("the folder", ": the folder")]
    );
    for path in complete("en").keys() {
        let mut files = complete("en");
        files.remove(path);
        let name = path.trim_start_matches("content/en/");
        assert_eq!(problems(&files), [format!("{name}: the file is missing")]);
    }
    let mut files = complete("en");
    files.insert("content/en/rights.txt".into(), Vec::new());
    assert_eq!(
        problems(&files),
        ["rights.txt: no text is read from a file with this name; rename it or take it out"]
    );
    // A change of any of them, and of no other, makes the words anew.
    let mut named: Vec<String> = super::paths().filter(|path| path.starts_with("content/en/")).collect();
    named.sort();
    assert_eq!(named, complete("en").into_keys().collect::<Vec<_>>());
    // The pages beside the checker have words here too, which `xtask` reads.
    let mut files = complete("en");
    files.insert("content/en/privacy.txt".into(), b"not even an entry".to_vec());
    assert_eq!(problems(&files), [""; 0]);
}

#[test]
fn missing_and_unknown_texts_are_problems() {
    let end = |text: &str| text.lines().count() + 1;
    let count = |name: &str| {
        let files = complete("en");
        end(std::str::from_utf8(&files[&format!("content/en/{name}")]).expect("text"))
    };
    for (name, entry, start, instead, expected) in [
        ("questions.txt", "F-SURE", "find out:", "", "F-SURE has no “find out”"),
        ("questions.txt", "F-SURE", "ask:", "", "F-SURE has no “ask”"),
        ("questions.txt", "F-SURE", "- no: E", "- none: E", "F-SURE has no “- no: …”"),
        (
            "questions.txt",
            "F-SURE",
            "- no: E",
            "- none: E",
            "F-SURE has no value “none”; it has yes, no, not-sure",
        ),
        ("questions.txt", "F-SURE", "    told:", "", "F-SURE, yes has no “told”"),
        ("right.txt", "ELIG-12", "do this:", "", "ELIG-12 has no “do this” for S4 now"),
        ("right.txt", "ELIG-12", "do this:", "", "ELIG-12 has no “do this” for S4 on-leaving"),
        ("right.txt", "ELIG-24", "view a:", "", "ELIG-24 has no “view a” for S5 now"),
        ("right.txt", "ELIG-01", "say:", "say (S1): A", "ELIG-01 has no “say” for S2 now"),
        (
            "right.txt",
            "ELIG-01",
            "say:",
            "say: A\nlaw (S1 S2): B",
            "ELIG-01: “S1” and “S2” can never both be true; write the field twice",
        ),
        (
            "right.txt",
            "ELIG-01",
            "say:",
            "say: A\nsay (S3): B",
            "ELIG-01: “say (S3)” is never used: its tags fit no case that is left to it",
        ),
        (
            "right.txt",
            "ELIG-01",
            "say:",
            "say: A\nsay (S9): B",
            "ELIG-01: “say (S9)” has the unknown tag “S9”",
        ),
        (
            "right.txt",
            "ELIG-01",
            "say:",
            "say: A\nsay (S1): B\nsay (S2): B",
            "ELIG-01: “say” is never used: fields with tags cover every case",
        ),
        (
            "right.txt",
            "ELIG-01",
            "say:",
            "say: A\nsay (S1): B\nsay (now): C",
            "ELIG-01: “say (now)” ties with “say (S1)” on line 98 for S1 now; give one of them more tags",
        ),
        (
            "right.txt",
            "ELIG-01",
            "say:",
            "say: A\nsay (S1): B\nsay (short): C",
            "ELIG-01: “say (short)” ties with “say (S1)” on line 98 for S1 now short; give one of them more tags",
        ),
        (
            "right.txt",
            "ELIG-01",
            "say:",
            "say: One two three. Four five six seven eight nine ten eleven twelve of [[the plans|care-plan]] and one more, and another.",
            "ELIG-01: a sentence of 17 words, and the short version has 15 at most; write “say (short)” with shorter ones",
        ),
        (
            "right.txt",
            "ELIG-01",
            "say:",
            "say: A\nheadline (short): B",
            "ELIG-01: “headline (short)” is never used: its tags fit no case that is left to it",
        ),
        ("right.txt", "ELIG-01", "say:", "say: A [[CTQ]]", "there is no entry in glossary.txt for “CTQ”"),
        (
            "right.txt",
            "ELIG-01",
            "say:",
            "say: A\ncontacts: nhs-111, nhs-112",
            "there is no contact in contacts.txt “nhs-112”",
        ),
        ("right.txt", "ELIG-01", "say:", "say: A\nletter: asks", "there is no letter in letters.txt “asks”"),
        ("right.txt", "ELIG-01", "say:", "say: A {least}", "ELIG-01: only page.txt can have {placeholders}"),
        ("right.txt", "ELIG-09", "headline:", "", "ELIG-09 has no “headline”"),
        ("steps.txt", "ACT-09", "say:", "say (wales): A", "ACT-09 has no “say” for scotland"),
        (
            "sources.txt",
            "MHA117(1)",
            "address:",
            "address: http://a.uk",
            "MHA117(1): “address” must be one address that starts with https://",
        ),
        (
            "contacts.txt",
            "nhs-111",
            "nation:",
            "nation: britain",
            "nhs-111: “nation” must be england, wales, scotland, northern-ireland, england-wales or uk",
        ),
        ("contacts.txt", "nhs-111", "mark:", "mark: S", "nhs-111: “mark” must be R, R2, K or ?"),
        (
            "contacts.txt",
            "nhs-111",
            "checked:",
            "checked: 31 November 2026",
            "nhs-111: “checked” must be a date such as 22 November 2026",
        ),
        ("contacts.txt", "nhs-111", "name:", "", "nhs-111 has no “name”"),
        ("letters.txt", "ask", "title:", "title (me): A", "ask has no “title” for supporter"),
        (
            "letters.txt",
            "ask",
            "when:",
            "when (wales): B.",
            "ask: “when (wales)” cannot be tagged “wales” here",
        ),
        ("letters.txt", "ask", "parts:", "parts: from, form", "there is no part in letter-parts.txt “form”"),
        (
            "letters.txt",
            "ask",
            "parts:",
            "parts: from, keep",
            "keep: only parts with “set: foot” stand in “foot”, and they stand nowhere else",
        ),
        (
            "letters.txt",
            "ask",
            "foot:",
            "foot: from",
            "from: only parts with “set: foot” stand in “foot”, and they stand nowhere else",
        ),
        (
            "letter-parts.txt",
            "from",
            "text: {name}",
            "text: {name} {nam}",
            "there is no gap in gaps.txt “nam”",
        ),
        (
            "letter-parts.txt",
            "from",
            "text: {name}",
            "text: {name",
            "from: a gap is {name}, and nothing else has { or }",
        ),
        ("letter-parts.txt", "from", "text: {name}", "text: A", "no text has {name}"),
        ("letter-parts.txt", "from", "of the {body}", "of it", "no text has {body}"),
        ("letter-parts.txt", "from", "name: A", "", "from has no “name”"),
        (
            "letter-parts.txt",
            "from",
            "name: A",
            "name: A\nset: top",
            "from: set must be from, to, subject, plain or foot",
        ),
        (
            "letter-parts.txt",
            "from",
            "name: A",
            "name: A\nrests on: left",
            "from: only “right” can stand there",
        ),
        (
            "letter-parts.txt",
            "from",
            "text (supporter)",
            "text (scotland): D",
            "from: “text (scotland)” is never used: its tags fit no case that is left to it",
        ),
        ("letter-parts.txt", "keep", "text:", "text (S1): E.", "keep has no “text” for S0 now"),
        (
            "letter-parts.txt",
            "body",
            "phrase:",
            "phrase (S1): A",
            "body: “phrase (S1)” cannot be tagged “S1” here",
        ),
        (
            "gaps.txt",
            "name",
            "label:",
            "label: A\nkind: big",
            "name: kind must be lines, optional, today, in 14 days, in one month or section",
        ),
        ("gaps.txt", "name", "empty:", "", "name has no “empty”"),
        ("phone.txt", "who", "say:", "say: A {nam}.", "there is no gap in gaps.txt “nam”"),
        ("page.txt", "left", "text:", "text: {least} left", "left: {most} is in “with” and not in “text”"),
        (
            "page.txt",
            "left",
            "text:",
            "text: {least} {most} {more}",
            "left: {more} is not in its “with”, which lists what the page fills in",
        ),
        (
            "page.txt",
            "left",
            "text:",
            "text: {least} {most} {",
            "left: a placeholder is {name}, and nothing else has { or }",
        ),
        (
            "page.txt",
            "months",
            "text:",
            "text: January",
            "months: twelve names with commas between them, not 1",
        ),
        ("guide.txt", "who", "text:", "text: [[nothing]]", "there is no entry in glossary.txt for “nothing”"),
        ("guide.txt", "who", "text:", "", "who has no “text”"),
    ] {
        let wrong = wrong(name, |text| line(text, entry, start, instead));
        let wrong: Vec<&str> =
            wrong.iter().map(|problem| problem.split_once(": ").map_or("", |(_, what)| what)).collect();
        match expected {
            "" => assert_eq!(wrong, [""; 0], "{instead}"),
            _ => assert!(wrong.contains(&expected), "{instead}\n{wrong:#?}"),
        }
    }
    for (name, expected) in [
        ("questions.txt", "there is no question ELIG-01"),
        ("ending.txt", "ELIG-01 belongs in right.txt"),
        ("steps.txt", "ELIG-01 belongs in right.txt"),
        ("sources.txt", "there is no source ELIG-01"),
        (
            "strengths.txt",
            "there are no claims about “ELIG-01”; there are about right, ending, council, nhs, dispute, charge, home, what, dp",
        ),
    ] {
        let key = if name == "questions.txt" {
            "ask"
        } else if name == "sources.txt" {
            "title"
        } else {
            "headline"
        };
        let wrong = wrong(name, |text| format!("{text}## ELIG-01\n{key}: A\n"));
        assert_eq!(wrong, [format!("{name}:{}: {expected}", count(name))]);
    }
    let wrong = wrong("right.txt", |text| text.replace("## ELIG-12\n", "## ELIG-99\n"));
    assert_eq!(wrong[0], "right.txt: there is no ## ELIG-12");
    assert!(wrong[1].ends_with(": there is no finding ELIG-99"), "{wrong:?}");
}

#[test]
fn a_claim_that_rests_on_an_uncertain_right_has_a_lead_or_a_text_of_its_own() {
    let code = compile(&complete("en"), ENGLISH).expect("complete files");
    assert!(code.contains("lead: Some(\"If so:\")") && code.contains("lead: None"));
    let wrong = wrong("strengths.txt", |text| text.replace("lead: If so:", "lead (S4): If so:"));
    let expected = "home.txt:1: WHAT-05 has no “lead” for S3 now";
    assert!(wrong.iter().any(|problem| problem == expected), "{wrong:#?}");
    let own = |strength: &str| {
        let own = format!("## WHAT-05\nsay{strength}: A.");
        let mut files = complete("en");
        for (name, from, to) in [
            ("home.txt", "## WHAT-05\nsay: A.", own.as_str()),
            (
                "strengths.txt",
                "## home\nheadline: C\nlead: If so:",
                "## home\nheadline: C\nlead (S4): If so:\nlead (S5): If so:",
            ),
        ] {
            let path = format!("content/en/{name}");
            let text = String::from_utf8(files.remove(&path).expect("a file")).expect("text");
            assert!(text.contains(from), "{name}");
            files.insert(path, text.replace(from, to).into_bytes());
        }
        problems(&files)
    };
    assert_eq!(own(" (S3)"), Vec::<String>::new(), "a text for S3 needs no lead");
    assert!(own("").iter().any(|problem| problem == expected));
}

#[test]
fn myths_name_findings_and_sources_that_there_are() {
    let code = compile(&complete("en"), ENGLISH).expect("complete files");
    assert!(code.contains("source: Source::Mha117Subsection1, beside: &"));
    assert!(code.contains("[FindingId::Elig01, FindingId::Act03]"));
    for (from, to, expected) in [
        ("MHA117(1)", "MHA", "myths.txt:4: there is no source MHA"),
        ("ACT-03", "ACT-99", "myths.txt:5: there is no finding ACT-99"),
        ("fact: B.\n", "", "myths.txt:1: apply has no “fact”"),
    ] {
        assert_eq!(wrong("myths.txt", |text| text.replace(from, to)), [expected]);
    }
    for (from, to, expected) in [
        ("## F-AGE", "## F-RAGE", "adviser.txt: there is no ## F-AGE"),
        ("## dols", "## dolls", "adviser.txt: there is no ## dols"),
    ] {
        assert_eq!(wrong("adviser.txt", |text| text.replace(from, to))[0], expected);
    }
    let wrong = wrong("deadlines.txt", |text| text.replace("## DL-16", "## DL-17"));
    assert_eq!(wrong[0], "deadlines.txt: there is no ## DL-16");
}

#[test]
fn the_line_of_a_problem_is_the_line_to_mend() {
    let wrong = wrong("right.txt", |text| line(text, "ELIG-12", "do this:", ""));
    let files = complete("en");
    let text = std::str::from_utf8(&files["content/en/right.txt"]).expect("text");
    let number = 1 + text.lines().position(|line| line == "## ELIG-12").expect("the entry");
    assert_eq!(wrong[0], format!("right.txt:{number}: ELIG-12 has no “do this” for S4 now"));
}

#[test]
fn what_a_finding_does_not_say_its_strength_does() {
    let files = complete("en");
    assert!(compile(&files, ENGLISH).expect("complete files").contains("headline: \"A\""));
    let wrong = wrong("strengths.txt", |text| text.replace("headline: B", "headline (S1): B"));
    assert!(
        wrong.iter().any(|problem| problem.ends_with("END-12 has no “headline” for S2 now")),
        "{wrong:#?}"
    );
}

#[test]
fn the_most_specific_field_wins() {
    let mut files = complete("en");
    let text = String::from_utf8(files["content/en/right.txt"].clone()).expect("text");
    let text = line(text, "ELIG-13", "say:", "say: General.\nsay (S2): Firm.\nsay (S2 on-leaving): Later.");
    files.insert("content/en/right.txt".into(), text.into_bytes());
    let code = compile(&files, ENGLISH).expect("complete files");
    for text in ["General.", "Firm.", "Later."] {
        assert_eq!(code.matches(&format!("Span::Text({text:?})")).count(), 1, "{text}");
    }
}

#[test]
fn clients_hear_what_supporters_hear_unless_something_is_theirs() {
    for (title, expected) in [
        ("title: B", ["B", "B", "B"]),
        ("title: B\ntitle (supporter): C", ["B", "C", "C"]),
        ("title: B\ntitle (client): C", ["B", "B", "C"]),
        ("title (me): B\ntitle (supporter): C\ntitle (client): D", ["B", "C", "D"]),
    ] {
        let mut files = complete("en");
        files.insert(
            "content/en/letters.txt".into(),
            format!("## ask\n{title}\nwhen: A.\nparts: from\nfoot: keep\n").into_bytes(),
        );
        let code = compile(&files, ENGLISH).unwrap_or_else(|problems| panic!("{title} {problems:#?}"));
        let spoken = tables(&code, "LETTERS", "LetterWords");
        let expected = expected.map(|title| format!("LetterWords {{ title: {title:?}, when: \"A.\""));
        for (spoken, expected) in spoken.iter().zip(expected) {
            assert!(spoken.starts_with(&expected), "{title}: {spoken}");
        }
    }
    for (title, expected) in [
        ("title (me): B", "letters.txt:1: ask has no “title” for supporter"),
        ("title (supporter): B", "letters.txt:1: ask has no “title” for me"),
        (
            "title: A\ntitle (me): B\ntitle (supporter): C",
            "letters.txt:2: ask: “title” is never used: fields with tags cover every case",
        ),
    ] {
        let wrong = wrong("letters.txt", |text| text.replace("title: A", title));
        assert_eq!(wrong[0], expected);
    }
}

/// What the first row of a table says, for each voice.
fn tables(code: &str, name: &str, kind: &str) -> Vec<String> {
    let value = |name: &str| {
        let from = code.find(&format!("static {name}: ")).expect("the static");
        let line = &code[from..from + code[from..].find(";\n").expect("its end")];
        line.split_once(" = ").expect("a value").1.to_owned()
    };
    let names = |list: &str| -> Vec<String> {
        list.trim_matches(['[', ']'])
            .split(", ")
            .map(|name| name.trim_start_matches('&').to_owned())
            .collect()
    };
    let voices = names(&value(name));
    voices
        .iter()
        .map(|voice| value(&names(&value(voice))[0]))
        .inspect(|value| assert!(value.starts_with(kind)))
        .collect()
}

#[test]
fn sentences_that_are_never_said_are_found() {
    for (entry, text, bad) in [
        ("ELIG-12", "You are not entitled.", true),
        ("ELIG-12", "You’re *not* entitled.", true),
        ("ELIG-12", "You are\nnot entitled.", true),
        ("ELIG-11", "You are not entitled.", false),
        ("ELIG-12", "Section 117 lasts for life.", true),
        ("ELIG-12", "All housing is free.", true),
        ("ELIG-12", "Your prescriptions are free.", true),
        ("ELIG-12", "You have three months to go to court.", true),
        ("ELIG-12", "Section 2 never matters.", true),
        ("ELIG-12", "They must give you written notice.", true),
        ("ELIG-12", "The tribunal can order aftercare.", true),
        ("ELIG-12", "You’re not detained, so you have no advocate.", true),
        ("ELIG-12", "You can stop paying.", true),
        ("ELIG-12", "Do not stop paying on your own.", false),
        ("ELIG-12", "Don’t just stop paying.", false),
        ("ELIG-12", "This is not right. Stop paying.", true),
        ("ELIG-12", "You don’t have to pay this.", true),
        ("ELIG-12", "You’ll win.", true),
        ("ELIG-12", "If you are sectioned again you will get more.", true),
        ("ELIG-12", "You can refuse your medication.", true),
        ("ELIG-12", "It has not ended.", true),
        ("ELIG-12", "Probably. It hasn’t ended.", true),
        ("ELIG-12", "It has not ended, probably.", false),
        ("ELIG-12", "It has probably not ended.", false),
    ] {
        let wrong = wrong("right.txt", |all| line(all, entry, "say:", &format!("say: {text}")));
        assert_eq!(
            wrong.iter().any(|problem| problem.contains("is never to be said")),
            bad,
            "{text} {wrong:?}"
        );
    }
    let wrong_end = wrong("ending.txt", |all| line(all, "END-01", "say:", "say: It has not ended."));
    assert_eq!(wrong_end, [""; 0]);
    let wrong_no = wrong("right.txt", |all| line(all, "ELIG-11", "say:", "say: A.\nheadline: No."));
    assert_eq!(wrong_no.len(), 1, "{wrong_no:?}");
}

#[test]
fn texts_are_set_in_the_house_style() {
    for text in ["Now!", "It's", "\"so\"", "two  spaces", "s117", "S117 aftercare"] {
        let wrong = wrong("right.txt", |all| line(all, "ELIG-12", "say:", &format!("say: {text}")));
        assert_eq!(wrong.len(), 1, "{text} {wrong:?}");
    }
}

#[test]
fn another_language_must_have_every_text_too() {
    const BOTH: &[LanguageFolder] = LANGUAGES;
    let mut files = complete("en");
    files.extend(complete("cy"));
    let code = compile(&files, BOTH).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert!(
        code.contains("Language::Welsh => (include_str!(concat!(env!(\"OUT_DIR\"), \"/cy.text\"))"),
        "{code}"
    );

    let change = |files: &mut Files, name: &str, from: &str, to: &str| {
        let text = String::from_utf8(files[name].clone()).expect("text").replace(from, to);
        files.insert(name.into(), text.into_bytes());
    };
    change(&mut files, "content/cy/glossary.txt", "## cto", "## gtc");
    change(&mut files, "content/cy/page.txt", "rich: *A*", "text: A");
    change(
        &mut files,
        "content/cy/page.txt",
        "with: least, most\ntext: {least} to {most} left",
        "text: left",
    );
    change(&mut files, "content/cy/letters.txt", "title: A", "");
    let problems = compile(&files, BOTH).expect_err("texts are missing");
    let problems: Vec<String> = problems.iter().map(Problem::to_string).collect();
    for expected in [
        "content/cy/glossary.txt: there is no ## cto, which is in content/en/glossary.txt",
        "content/cy/glossary.txt:4: gtc is not in content/en/glossary.txt",
        "content/cy/letters.txt:1: ask has no “title”",
        "content/cy/page.txt:3: left must have the same “with” as in the first language",
        "content/cy/page.txt:5: about must have “rich”, as in the first language",
    ] {
        assert!(problems.iter().any(|problem| problem == expected), "{expected}\n{problems:#?}");
    }
    assert!(compile(&complete("en"), BOTH).is_err());
}

#[test]
fn ids_that_cannot_be_names_are_problems() {
    for (name, from, to, expected) in [
        ("contacts.txt", "## nhs-111", "## 111", "contacts.txt:1: the id “111” must start with a letter"),
        (
            "glossary.txt",
            "## cto",
            "## care plan",
            "glossary.txt:4: the ids “care-plan” and “care plan” are too much alike",
        ),
        (
            "page.txt",
            "## left",
            "## Left",
            "page.txt:3: “Left”: an id here is lower-case words with hyphens between them",
        ),
        (
            "page.txt",
            "## left",
            "## match",
            "page.txt:3: “match” is a word of Rust and cannot be an id; use two words",
        ),
    ] {
        let wrong = wrong(name, |text| text.replace(from, to));
        assert!(wrong.iter().any(|problem| problem == expected), "{wrong:#?}");
    }
}

/// A stream of numbers that looks random and is always the same.
fn numbers() -> impl FnMut(usize) -> usize {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    move |below| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    }
}

#[test]
fn no_text_however_broken_makes_the_compiler_panic() {
    const PIECES: &[&str] = &[
        "## ",
        "##",
        "# ",
        "- ",
        "> ",
        "*",
        "[[",
        "]]",
        "|",
        "{",
        "}",
        "(",
        ")",
        ":",
        " ",
        "\n",
        "\n\n",
        "\r",
        "\t",
        "\0",
        "\u{feff}",
        "é",
        "’",
        "İ",
        "🦀",
        "say",
        "say (S1): ",
        "ask: ",
        "text: ",
        "with: ",
        "//",
        "1",
    ];
    let mut number = numbers();
    let whole = complete("en");
    let mut small: Files = whole.clone();
    // The long files are all alike inside; most of them is cut off, to break more in the same time.
    for bytes in small.values_mut() {
        bytes.truncate(bytes.len().min(700));
    }
    for _ in 0..300 {
        let mut files = small.clone();
        for _ in 0..=number(6) {
            let place = number(files.len());
            let bytes = files.values_mut().nth(place).expect("a file");
            let at = number(bytes.len());
            match number(4) {
                0 => bytes.truncate(at),
                1 if !bytes.is_empty() => bytes[at] = number(256) as u8,
                2 => drop(bytes.drain(at..(at + number(20)).min(bytes.len()))),
                _ => drop(bytes.splice(at..at, PIECES[number(PIECES.len())].bytes())),
            }
        }
        drop(compile(&files, ENGLISH));
    }
}
