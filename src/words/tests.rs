use super::*;
use crate::law::{finding::FindingKind, finding::Strength, finding::Timing};

const ME: Speech = Speech::new(Language::English, Voice::Me);

fn speeches() -> impl Iterator<Item = Speech> {
    Language::ALL.iter().flat_map(|language| {
        [Voice::Me, Voice::Supporter, Voice::Client].map(|voice| Speech::new(*language, voice))
    })
}

#[test]
fn every_text_is_found_where_it_belongs() {
    for speech in speeches() {
        for question in Question::ALL {
            let words = super::question(*question, speech);
            assert_eq!(words.values.len(), question.value_ids().count(), "{question:?}");
        }
        for id in FindingId::ALL {
            for shape in shapes(*id) {
                let words = finding(*id, *shape, speech);
                assert!(!words.headline.is_empty() && !words.say.is_empty(), "{id:?} {shape:?}");
                let claim = id.kind() == FindingKind::Claim;
                if claim && matches!(shape.strength, Some(Strength::S4 | Strength::S5)) {
                    assert!(words.do_this.is_some(), "{id:?} {shape:?}");
                }
            }
        }
        for term in Term::ALL {
            assert!(!glossary(*term, speech).means.is_empty(), "{term:?}");
        }
        for contact in Contact::ALL {
            assert!(!super::contact(*contact, speech).nations.is_empty(), "{contact:?}");
        }
        for source in Source::ALL {
            assert!(super::source(*source, speech).address.starts_with("https://"), "{source:?}");
        }
        for letter in Letter::ALL {
            assert!(!super::letter(*letter, speech).parts.is_empty(), "{letter:?}");
        }
    }
}

/// The words of a table, entry by entry, as `{:?}` writes them.
fn shown<T: std::fmt::Debug>(table: &unpack::Table<T>) -> Vec<Vec<String>> {
    table.iter().map(|cells| cells.iter().map(|words| format!("{words:?}")).collect()).collect()
}

#[test]
fn what_was_packed_is_unpacked() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = compile::read(root).expect("content/ can be read");
    let made = compile::compile(&files, compile::LANGUAGES).expect("content/ compiles");
    assert_eq!(made.languages.len(), Language::ALL.len());
    for (language, made) in Language::ALL.iter().zip(&made.languages) {
        assert_eq!(made.code, language.id());
        assert!((made.packed.text.as_str(), made.packed.index.as_slice()) == generated::packed(*language));
        let (model, words) = (compile::notation::Model::read(&made.model), tables(*language));
        let named = |name: &str| model.get(name).unwrap_or_else(|| panic!("no {name}"));
        for (name, shown) in [
            ("QUESTIONS", shown(&words.questions)),
            ("FINDINGS", shown(&words.findings)),
            ("DEADLINES", shown(&words.deadlines)),
            ("TERMS", shown(&words.terms)),
            ("CONTACTS", shown(&words.contacts)),
            ("SOURCES", shown(&words.sources)),
            ("LETTERS", shown(&words.letters)),
            ("GAPS", shown(&words.gaps)),
            ("FACTS", shown(&words.facts)),
            ("STAYS", shown(&words.stays)),
            ("SHORT_QUESTIONS", shown(&words.short_questions)),
            ("SHORT_FINDINGS", shown(&words.short_findings)),
        ] {
            let voices = model.items(named(name));
            assert!(!shown.is_empty() && voices.len() == 3, "{name}");
            for (entry, cells) in shown.iter().enumerate() {
                let packed: Vec<String> = voices
                    .iter()
                    .flat_map(|voice| match &model.items(voice)[entry] {
                        shapes if matches!(model.resolve(shapes), compile::notation::Value::List(_)) => {
                            model.items(shapes).iter().map(|words| model.debug(words)).collect()
                        }
                        words => vec![model.debug(words)],
                    })
                    .collect();
                assert_eq!(*cells, packed, "{name} {entry}");
            }
        }
        for (name, shown) in [
            ("MYTHS", format!("{:?}", words.myths)),
            ("PAGE", format!("{:?}", words.pages)),
            ("PHONE", format!("{:?}", words.phone)),
            ("MONTHS", format!("{:?}", words.months)),
        ] {
            assert!(shown == model.debug(named(name)), "{name}: {shown}");
        }
    }
}

#[test]
fn words_follow_the_order_of_the_values() {
    let words = question(Question::NationNow, ME);
    let labels: Vec<&str> = words.values.iter().map(|value| value.label).collect();
    assert_eq!(labels[..2], ["England", "Wales"]);
}

#[test]
fn words_are_as_firm_as_the_shape() {
    let say = |strength, timing| {
        let shape = Shape { strength: Some(strength), timing: Some(timing), ..Shape::default() };
        let id = if timing == Timing::Now { FindingId::Elig02 } else { FindingId::Elig04 };
        finding(id, shape, ME).headline
    };
    assert!(say(Strength::S2, Timing::Now).contains("probably"));
    assert!(!say(Strength::S1, Timing::Now).contains("probably"));
    assert_ne!(say(Strength::S1, Timing::Now), say(Strength::S1, Timing::OnLeaving));
}

#[test]
#[should_panic(expected = "a shape of the finding")]
fn there_are_no_words_for_a_shape_that_a_finding_cannot_have() {
    let shape = Shape { strength: Some(Strength::S0), timing: Some(Timing::Now), ..Shape::default() };
    finding(FindingId::Elig02, shape, ME);
}

#[test]
fn same_texts_are_stored_once() {
    let [me, client, supporter] =
        [Voice::Me, Voice::Client, Voice::Supporter].map(|voice| Speech { voice, ..ME });
    assert!(std::ptr::eq(question(Question::CourtOrder, client), question(Question::CourtOrder, supporter)));
    let source = |speech| super::source(Source::ALL[0], speech);
    assert!(std::ptr::eq(source(me), source(client)));
}

#[test]
fn placeholders_are_filled_once() {
    for (text, expected) in [
        ("{least} to {most}", "3 to {least}"),
        ("{least}{least}", "33"),
        ("{other} {least", "{other} {least"),
        ("{{least}}", "{3}"),
        ("} {} {least}", "} {} 3"),
        ("", ""),
        ("’{least}’", "’3’"),
    ] {
        assert_eq!(fill(text, &[("least", "3"), ("most", "{least}")]), expected);
    }
}

#[test]
fn dates_are_words() {
    assert_eq!(date(Date::new(2026, 11, 22), Language::English), "22 November 2026");
    assert_eq!(date(Date::new(2027, 1, 1), Language::English), "1 January 2027");
    assert_eq!(date(Date::new(2027, 12, 31), Language::English), "31 December 2027");
}

#[test]
fn plain_text_keeps_paragraphs_lists_and_words_to_say() {
    const TEXT: Rich = &[
        Block::Para(&[
            Span::Text("You are "),
            Span::Term { text: "held", term: Term::ALL[0] },
            Span::Text("."),
        ]),
        Block::List(&[&[Span::Strong("One")], &[Span::Text("Two")]]),
        Block::Say(&[Span::Text("Please tell me.")]),
    ];
    assert_eq!(plain(TEXT), "You are held.\n\n- One\n- Two\n\n“Please tell me.”");
}

/// The hosts whose pages texts may name: public bodies, and those that the legal specification names.
const HOSTS: &[&str] = &[
    "111.nhs.uk",
    "adferiad.org",
    "birminghamcs.proceduresonline.com",
    "callhelpline.org.uk",
    "caselaw.nationalarchives.gov.uk",
    "contactcentreservices.nhsbsa.nhs.uk",
    "find-legal-advice.justice.gov.uk",
    "forum.mentalhealthlaw.co.uk",
    "giveusashout.org",
    "guidance.nrpfnetwork.org.uk",
    "ico.org.uk",
    "lag.org.uk",
    "mentalhealthlaw.co.uk",
    "publications.parliament.uk",
    "solicitors.lawsociety.org.uk",
    "www.careinspectorate.wales",
    "www.carersuk.org",
    "www.cascaidr.org.uk",
    "www.childline.org.uk",
    "www.citizensadvice.org.uk",
    "www.cqc.org.uk",
    "www.england.nhs.uk",
    "www.gov.uk",
    "www.hiw.org.uk",
    "www.islington.gov.uk",
    "www.lag.org.uk",
    "www.legislation.gov.uk",
    "www.lexisnexis.co.uk",
    "www.lgo.org.uk",
    "www.llaiswales.org",
    "www.mentalhealthlaw.co.uk",
    "www.mind.org.uk",
    "www.mwcscot.org.uk",
    "www.nhs.uk",
    "www.nrpfnetwork.org.uk",
    "www.ombudsman.org.uk",
    "www.ombudsman.wales",
    "www.pohwer.net",
    "www.rdash.nhs.uk",
    "www.rethink.org",
    "www.samaritans.org",
    "www.southtynesidesafeguardingappp.co.uk",
    "www.supremecourt.uk",
    "www.voiceability.org",
    "www.wired-gov.net",
];

#[test]
fn addresses_are_those_of_bodies_we_know() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut strange = Vec::new();
    for (path, bytes) in compile::read(root).expect("content/ can be read") {
        let text = String::from_utf8(bytes).expect("text");
        for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim_start().starts_with("//"))
        {
            for (at, _) in line.match_indices("://") {
                let scheme = line[..at].rsplit(|char: char| !char.is_ascii_lowercase()).next();
                let host = line[at + 3..].split(['/', ' ', ',', ')', '?', '#']).next().unwrap_or_default();
                let host = host.trim_end_matches('.');
                // "https://" alone says how an address begins.
                let is_known = host.is_empty() || HOSTS.contains(&host);
                if scheme != Some("https") || !is_known {
                    strange.push(format!("{path}:{number}: {host}"));
                }
            }
            if line.contains("www.") && !line.contains("://") {
                strange.push(format!("{path}:{number}: an address without https://"));
            }
        }
    }
    assert!(
        strange.is_empty(),
        "mend these, or add the host after opening its page:\n{}",
        strange.join("\n")
    );
}
