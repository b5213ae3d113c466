//! What is said to a supporter or an adviser speaks to them, and about the person: on the texts themselves, and on
//! what is made of them. English only, as the sentences never to be used are.

use super::LANGUAGES;
use super::format::{Block, Problems, Span};
use super::format::{Field, rich};
use super::language::Texts;
use super::tags::VOICES;
use crate::law::{fact::Question, finding::FindingId, shapes::shapes};
use crate::words::{self, Language, Rich, Speech, Voice};
use std::collections::BTreeSet;

/// The files that speak to somebody. A letter speaks to a body, and has tests of its own.
const RESULTS: [&str; 14] = [
    "right.txt",
    "ending.txt",
    "council.txt",
    "nhs.txt",
    "dispute.txt",
    "charge.txt",
    "home.txt",
    "what.txt",
    "dp.txt",
    "steps.txt",
    "strengths.txt",
    "deadlines.txt",
    "myths.txt",
    "glossary.txt",
];
const OTHERS: [&str; 2] = ["questions.txt", "page.txt"];

/// Texts of results that say “you” to the reader, whoever that is, and so are the same in every voice.
const SAME: &[(&str, &str)] = &[
    ("PAY-02", "who writes to both councils is told"),
    ("PAY-19", "who writes to both councils is told"),
    ("DL-08", "who asked for the records is told"),
    ("DL-11", "who complained can ask"),
    ("DL-15", "who complained waits for the reply"),
    ("ELIG-33", "what you told us: who answered"),
    ("ACT-12", "who worries about someone tells the council"),
    ("5.8", "who writes says that they dispute the charge"),
];

/// How a text may say “you” or “your” to a supporter: as the one who answers, asks, writes, reads.
const TO_THE_READER: &[&str] = &[
    // Who answers.
    "you told us",
    "your answer",
    "your answers",
    "your other answers",
    "your result",
    "you gave us",
    "you passed over",
    "you are not sure",
    "you were not sure",
    "are you sure",
    "you are sure",
    "you do not know any",
    "do you know any",
    "those you know",
    "what you know",
    "that you know of",
    "you ticked",
    "you ask about",
    "you cannot tell",
    "you do not have to tell us",
    "before you go on",
    "you answer",
    "you can answer",
    "you can stop",
    "you can come back",
    "you can pass",
    "you do not need their papers",
    "you find out",
    "you may have heard",
    "would you like",
    "if you find a plan",
    "or you find papers",
    "if you or they ever find papers",
    // Who asks, writes and helps.
    "you can ask",
    "you can say",
    "you can do",
    "you can show",
    "you can still ask",
    "you can still write",
    "you can go to",
    "you can check",
    "you think",
    "you dispute",
    "you are worried",
    "you have heard nothing",
    "you ask or write",
    "how you know them",
    "what your role is",
    "you may be able to act",
    "you may be asked",
    "if you may look",
    "you or an advocate",
    "you look after",
    "of your own",
    "you and they do not have to",
    "you do not either",
    "or you or their family",
    "you or the family",
    "not for you or",
    // Who is answered and shown.
    "tell you",
    "show you",
    "help you check",
    "send you both",
    "come with you",
    // Who uses the device.
    "you rely on",
    "you print",
    "you put it",
    "your browser’s",
    "your device",
    "copy them yourself",
    "to the ombudsman yourself",
    // Who keeps dates, papers and a sheet for a meeting.
    "if you do not know the day",
    "your calendar",
    "you chose to keep",
    "your own papers",
    "take it with you",
    "unless you write",
    "on your own",
    "add your own",
    "what you have",
    "you asked for it",
    // The bodies, who are asked at a meeting.
    "while you look at",
    "both of you deciding",
    "will you pause it while you look",
    "did you offer",
    "give your reasons",
    "what do you need",
    // Who writes a letter.
    "letters you can write",
    "what you can",
    "words you like",
    "you send it",
    "how will you show",
    "you may write for them",
    "only for you",
    // Who chooses for whom this is.
    "do you advise",
    "as you go",
    "if you need them",
    "my client",
    "in my work",
];

/// How a supporter may say “I”, “me” or “my”: as the one who asks for another.
const AS_THE_ASKER: &[&str] = &[
    "i support",
    "i am asking",
    "i am writing",
    "i think",
    "tell me",
    "let me come",
    "show me",
    "i’m not sure",
    "i’m sure",
    "i’d rather not say",
    "i don’t know",
    "i know",
];

/// A text, and where it stands.
struct Said {
    place: String,
    owner: String,
    key: String,
    by_voice: bool,
    /// In one line, without marks.
    text: String,
}

/// All that is said in a voice. A text without a voice is said in it unless the same is there for supporters.
fn said(files: &[&str], voice: &str) -> Vec<Said> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = super::read(root).expect("content/ can be read");
    let mut found = Vec::new();
    let texts = Texts::read(&read, LANGUAGES[0].code, &mut found);
    let mut said = Vec::new();
    for name in files {
        let file = texts.file(name);
        for entry in file.entries() {
            let values =
                entry.values.iter().map(|value| (format!("{}, {}", entry.id, value.id), &value.fields));
            for (owner, fields) in std::iter::once((entry.id.clone(), &entry.fields)).chain(values) {
                for field in fields.iter().filter(|field| is_said(field, fields, voice)) {
                    said.push(Said {
                        place: format!("{}:{}: {owner}: {}", file.path, field.line, field.name()),
                        owner: owner.clone(),
                        key: field.key.clone(),
                        by_voice: voice_of(field).is_some(),
                        text: in_one_line(field),
                    });
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:?}");
    said
}

fn voice_of(field: &Field) -> Option<&str> {
    field.tags.iter().map(String::as_str).find(|tag| VOICES.contains(tag))
}

fn is_said(field: &Field, fields: &[Field], voice: &str) -> bool {
    let instead = |voice: &str| {
        let others = |of: &Field| -> BTreeSet<String> {
            of.tags.iter().filter(|tag| !VOICES.contains(&tag.as_str())).cloned().collect()
        };
        fields.iter().any(|other| {
            other.key == field.key && others(other) == others(field) && voice_of(other) == Some(voice)
        })
    };
    let ids = matches!(field.key.as_str(), "contacts" | "letter" | "source" | "beside" | "with");
    !ids && match (voice_of(field), voice) {
        (None, "me") => !instead("me"),
        (None, "client") => !instead("supporter") && !instead("client"),
        (None, voice) => !instead(voice),
        (Some("supporter"), "client") => !instead("client"),
        (Some(tag), voice) => tag == voice,
    }
}

fn in_one_line(field: &Field) -> String {
    let mut found = Vec::new();
    let spans = |spans: &[Span]| -> String {
        spans
            .iter()
            .map(|span| match span {
                Span::Text(text) | Span::Strong(text) => text.as_str(),
                Span::Term { text, .. } => text.as_str(),
            })
            .collect()
    };
    let blocks: Vec<String> = rich(field, &mut Problems::of("", &mut found))
        .iter()
        .map(|block| match block {
            Block::Para(inside) => spans(inside),
            Block::Say(inside) => format!("“{}”", spans(inside)),
            Block::List(items) => items.iter().map(|item| spans(item)).collect::<Vec<_>>().join("; "),
        })
        .collect();
    blocks.join(" ")
}

/// The words, in lower case, without what stands beside them.
fn words_of(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|char: char| !char.is_alphanumeric()).to_lowercase();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// The parts outside quotes, and those inside.
fn parts(text: &str) -> (String, String) {
    let (mut outside, mut inside) = (String::new(), String::new());
    for piece in text.split_inclusive(['“', '”']) {
        let quoted = piece.ends_with('”');
        let part = if quoted { &mut inside } else { &mut outside };
        part.push_str(piece.trim_end_matches(['“', '”']));
        part.push(' ');
    }
    (outside, inside)
}

/// Takes these phrases out, where they stand as whole words.
fn without(text: &str, phrases: &[&str]) -> String {
    let mut text = format!(" {} ", words_of(text).join(" "));
    for phrase in phrases {
        text = text.replace(&format!(" {phrase} "), "  ");
    }
    text
}

/// The words by which this text speaks to the person whose aftercare it is.
fn speaks_to_the_person(text: &str) -> Vec<&'static str> {
    let (outside, inside) = parts(text);
    let people = ["the person you support", "the person you support’s", "your client", "your client’s"];
    let outside = without(&without(&outside, &people), TO_THE_READER);
    let inside = without(&inside, AS_THE_ASKER);
    let has = |text: &str, word: &str| text.split_whitespace().any(|other| other == word);
    let found = ["you", "your", "yours", "yourself", "my"].into_iter().filter(|word| has(&outside, word));
    found.chain(["i", "my", "me", "mine"].into_iter().filter(|word| has(&inside, word))).collect()
}

#[test]
fn what_speaks_to_the_person_is_noticed() {
    for text in [
        "You have this right.",
        "The NHS must give you help.",
        "It goes on until both decide that you no longer need it.",
        "Ask for your right. You can say: what you told us.",
        "You were held under section 3.",
        "Ask: “Which section am I under? Please send me my plan.”",
        "When you leave hospital, the person you support has this right.",
    ] {
        assert!(!speaks_to_the_person(text).is_empty(), "{text}");
    }
    for text in [
        "The person you support has this right. You can say: “I am asking for someone I support.”",
        "Your client has it, from what you told us.",
    ] {
        assert!(speaks_to_the_person(text).is_empty(), "{text}");
    }
}

#[test]
fn nothing_said_to_supporters_and_advisers_speaks_to_the_person() {
    let mut wrong = Vec::new();
    for voice in ["supporter", "client"] {
        for said in said(&[RESULTS.as_slice(), &OTHERS].concat(), voice) {
            let found = speaks_to_the_person(&said.text);
            if !found.is_empty() && said.key != "label" || found.contains(&"my") {
                wrong.push(format!("{}: {found:?}: {}", said.place, said.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_said_to_the_person_speaks_about_them() {
    for said in said(&[RESULTS.as_slice(), &["questions.txt"]].concat(), "me") {
        let text = said.text.to_lowercase();
        for about in ["the person you support", "someone you support", "your client"] {
            assert!(!text.contains(about), "{}: {about}", said.place);
        }
    }
}

/// A text of a result that says “you” is another one for supporters, unless its “you” is the reader in any voice.
#[test]
fn results_differ_by_voice_unless_there_is_a_reason() {
    let has_you = |said: &Said| words_of(&said.text).iter().any(|word| word == "you" || word == "your");
    let same: Vec<Said> =
        said(&RESULTS, "supporter").into_iter().filter(|said| !said.by_voice && has_you(said)).collect();
    for said in &same {
        assert!(SAME.iter().any(|(id, _)| *id == said.owner), "{}: {}", said.place, said.text);
    }
    for (id, why) in SAME {
        assert!(same.iter().any(|said| said.owner == *id), "{id} is no longer the same: {why}");
    }
}

#[test]
fn words_about_the_person_agree_and_none_is_doubled() {
    let singular = [
        "is", "was", "has", "does", "needs", "wants", "gets", "lives", "goes", "says", "agrees", "leaves",
        "asks", "stays", "owns", "earns", "pays", "moves", "comes", "hears",
    ];
    let plural = [
        "are", "were", "have", "do", "want", "get", "live", "go", "leave", "agree", "own", "earn", "pay",
        "move", "come", "hear", "say", "stay", "ask",
    ];
    for voice in VOICES {
        for said in said(&[RESULTS.as_slice(), &OTHERS].concat(), voice) {
            let written: Vec<String> =
                said.text.to_lowercase().split_whitespace().map(str::to_owned).collect();
            for pair in written.windows(2) {
                assert_ne!(pair[0], pair[1], "{}: a word is doubled", said.place);
            }
            let words = words_of(&said.text);
            for (at, pair) in words.windows(2).enumerate() {
                let wrong = pair[0] == "they" && singular.contains(&pair[1].as_str());
                assert!(!wrong, "{}: “{} {}”", said.place, pair[0], pair[1]);
                // “Does the person you support leave …”; “the needs of the person you support have …”.
                let person = at.checked_sub(3).map(|start| words[start..=at].join(" "));
                let about = (person.as_deref() == Some("the person you support") && at >= 3).then(|| at - 3);
                let about = about.or((pair[0] == "client").then(|| at.saturating_sub(1)));
                if let Some(start) = about
                    && plural.contains(&pair[1].as_str())
                {
                    let before = start.checked_sub(1).map(|before| words[before].as_str());
                    let helped = matches!(before, Some("of" | "did" | "does" | "help" | "let"));
                    assert!(helped, "{}: “{}”", said.place, words[start..=at + 1].join(" "));
                }
            }
        }
    }
}

/// On a page that somebody else reads, “they” is the person only where the person was named.
#[test]
fn what_a_finding_says_names_the_person_before_they_do_anything() {
    let person = ["they", "them", "their", "theirs"];
    for said in
        said(&RESULTS[..10], "supporter").into_iter().filter(|said| said.key == "say" && said.by_voice)
    {
        let (outside, _) = parts(&said.text);
        let named = outside.to_lowercase().find("the person you support");
        let words = words_of(&outside);
        let stands = words.iter().any(|word| person.contains(&word.as_str()));
        assert!(!stands || named.is_some(), "{}: {}", said.place, said.text);
    }
}

#[test]
fn every_voice_has_the_same_help_beside_its_words() {
    let speech = |voice| Speech::new(Language::English, voice);
    for voice in [Voice::Supporter, Voice::Client] {
        for id in FindingId::ALL {
            for shape in shapes(*id) {
                let [me, other] = [Voice::Me, voice].map(|voice| words::finding(*id, *shape, speech(voice)));
                assert_eq!(me.contacts, other.contacts, "{id:?} {shape:?}");
                assert_eq!(me.letters, other.letters, "{id:?} {shape:?}");
                assert_eq!(me.lead.is_some(), other.lead.is_some(), "{id:?} {shape:?}");
                assert_eq!(terms(me.say), terms(other.say), "{id:?} {shape:?}");
                for (me, other) in [(me.law, other.law), (me.do_this, other.do_this)] {
                    assert_eq!(me.map(terms), other.map(terms), "{id:?} {shape:?}");
                }
                assert_eq!(me.views.is_some(), other.views.is_some(), "{id:?} {shape:?}");
            }
        }
        for question in Question::ALL {
            let [me, other] = [Voice::Me, voice].map(|voice| words::question(*question, speech(voice)));
            assert_eq!(me.hint.map(terms), other.hint.map(terms), "{question:?}");
            assert_eq!(terms(me.why), terms(other.why), "{question:?}");
            assert_eq!(terms(me.find_out), terms(other.find_out), "{question:?}");
            for (me, other) in me.values.iter().zip(other.values) {
                assert_eq!(me.law, other.law, "{question:?}");
                assert_eq!(me.hint.is_some(), other.hint.is_some(), "{question:?}");
                assert_eq!(me.if_so.is_some(), other.if_so.is_some(), "{question:?}");
            }
        }
    }
}

/// The terms that a text explains.
fn terms(text: Rich) -> BTreeSet<words::Term> {
    let lines = text.iter().flat_map(|block| match block {
        words::Block::Para(spans) | words::Block::Say(spans) => vec![*spans],
        words::Block::List(items) => items.to_vec(),
    });
    let spans = lines.flat_map(|spans| spans.iter());
    let term = |span: &words::Span| match span {
        words::Span::Term { term, .. } => Some(*term),
        words::Span::Text(_) | words::Span::Strong(_) => None,
    };
    spans.filter_map(term).collect()
}
