//! Every letter in every case that can be: what it must say, and what it must never say.
//!
//! A sample is kept in `tests/letters/`, to be read as letters. After a change that is meant:
//! `UPDATE_DECISIONS=1 cargo test --test letters`, then read `git diff`.

use s117_checker::{
    law::{
        date::LAW_CHECKED,
        finding::{FindingId, FindingKind, Nation, Strength, Timing, Topic},
        shapes::shapes,
        standing::Standing,
    },
    words::{
        self, Gap, Language, Letter, Speech, Voice,
        letter::{self, Consent, Telling},
    },
};
use std::{collections::BTreeSet, env, fs, path::Path};

const VOICES: [Voice; 3] = [Voice::Me, Voice::Supporter, Voice::Client];
const TIMINGS: [Timing; 3] = [Timing::Now, Timing::OnLeaving, Timing::OnRelease];
const NATIONS: [Option<Nation>; 3] = [None, Some(Nation::England), Some(Nation::Wales)];

/// Every case that can be: what a letter is about is never firmer than the right.
fn every_telling() -> Vec<Telling> {
    let mut tellings = vec![];
    for right in Strength::ALL {
        let points: BTreeSet<Strength> = Strength::ALL.iter().map(|point| point.resting_on(*right)).collect();
        for point in points {
            for timing in TIMINGS {
                for nation in NATIONS {
                    for voice in VOICES {
                        let consents = Consent::ALL.into_iter().filter(|_| voice != Voice::Me).map(Some);
                        for consent in consents.chain([None]) {
                            let speech = Speech::new(Language::English, voice);
                            let standing = Standing { right: *right, point, timing, nation };
                            tellings.push(Telling { speech, standing, consent });
                        }
                    }
                }
            }
        }
    }
    tellings
}

/// The paragraphs of a letter, each with its name, with every gap filled by what stands there while it is empty.
fn paragraphs(letter: Letter, telling: &Telling) -> Vec<(&'static str, String)> {
    let filled = |gap: Gap| {
        let suggested = letter::suggested(gap, telling, LAW_CHECKED);
        if suggested.is_empty() { letter::empty(gap, telling) } else { suggested }
    };
    let parts = words::letter(letter, telling.speech).parts;
    letter::compose(letter, telling)
        .into_iter()
        .map(|it| (parts[it.place].name, letter::text(&it.pieces, filled)))
        .collect()
}

fn text(letter: Letter, telling: &Telling) -> String {
    paragraphs(letter, telling).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n\n")
}

/// Walks over every letter in every case, and says which ones a check finds fault with.
#[track_caller]
fn check(fault: impl Fn(Letter, &Telling, &str) -> Option<String>) {
    let mut faults = BTreeSet::new();
    for letter in Letter::ALL {
        for telling in &every_telling() {
            if let Some(fault) = fault(*letter, telling, &text(*letter, telling)) {
                faults.insert(format!("{}: {fault}", letter.id()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.into_iter().collect::<Vec<_>>().join("\n"));
}

fn words_of(text: &str) -> Vec<String> {
    let split = text.split(|it: char| !it.is_alphanumeric() && it != '’');
    split.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[test]
fn nothing_is_empty_doubled_or_left_open() {
    check(|letter, telling, text| {
        let paragraphs = paragraphs(letter, telling);
        let first_body = paragraphs.iter().find(|(_, text)| text.trim().is_empty());
        let words: Vec<String> = words_of(text).iter().map(|word| word.to_lowercase()).collect();
        let doubled =
            words.windows(2).find(|pair| pair[0] == pair[1] && pair[0].chars().all(char::is_alphabetic));
        if let Some((name, _)) = first_body {
            Some(format!("the paragraph “{name}” is empty"))
        } else if let Some(doubled) = doubled.filter(|pair| pair[0] != "that") {
            Some(format!("“{} {}”", doubled[0], doubled[1]))
        } else if ["  ", " .", " ,", "..", "{", "}", " :", "\n\n\n"].iter().any(|bad| text.contains(bad)) {
            Some(format!("badly set: {text}"))
        } else {
            // A sentence starts with a capital; an item of a list does not.
            let sentences = text.lines().flat_map(|line| {
                line.split_once(". ").into_iter().flat_map(|(_, rest)| rest.split(". ").skip(1))
            });
            let mut small = sentences.filter(|sentence| sentence.starts_with(char::is_lowercase));
            small.next().map(|sentence| format!("“{sentence}” starts small"))
        }
    });
}

#[test]
fn every_letter_names_the_law_and_asks_for_an_answer_by_a_date() {
    check(|letter, _, text| {
        let by = if letter == Letter::Records { "22 December 2026" } else { "6 December 2026" };
        let law = if letter == Letter::Records { "article 15" } else { "ection 117" };
        if !text.contains(by) {
            Some(format!("does not ask for an answer by {by}"))
        } else if !text.contains(law) || !text.contains("Mental Health Act") {
            Some("names no provision".into())
        } else {
            None
        }
    });
}

/// “My” and “me” are for one’s own letters. Whoever writes for somebody says “they”, and “I” only of their own consent
/// to write; nobody says “you” to the person, since “you” are those who get the letter.
#[test]
fn each_voice_keeps_its_pronouns() {
    check(|letter, telling, text| {
        let own = telling.speech.voice == Voice::Me;
        let wrong: &[&str] = if own {
            &["we", "We", "us", "our", "Our"]
        } else {
            &["I", "my", "My", "me", "Me", "mine", "myself"]
        };
        let theirs =
            ["they have", "they need", "their needs", "their help", "their plan", "their home", "for them."];
        let yours =
            ["you have a right", "your right", "your aftercare", "your help", "your needs", "your plan"];
        let found = paragraphs(letter, telling)
            .into_iter()
            .filter(|(name, _)| own || !["Consent", "Who you are"].contains(name))
            .flat_map(|(_, text)| words_of(&text))
            .find(|word| wrong.contains(&word.as_str()));
        let lower = text.to_lowercase();
        found
            .map(|word| format!("“{word}” in the voice of {:?}", telling.speech.voice))
            .or_else(|| yours.iter().find(|it| lower.contains(**it)).map(|it| format!("“{it}”")))
            .or_else(|| {
                theirs
                    .iter()
                    .find(|it| own && lower.contains(**it))
                    .map(|it| format!("“{it}” in one’s own letter"))
            })
    });
}

#[test]
fn a_letter_is_only_as_firm_as_the_findings() {
    let firm = ["have a right", "can have a direct payment"];
    let of_the_point = [
        "object. ",
        "aftercare goes on.",
        "this is aftercare under",
        "help must not wait",
        "should not wait",
    ];
    check(|_, telling, text| {
        let Standing { right, point, .. } = telling.standing;
        let text = text.to_lowercase();
        let sentences = text.split(['.', '\n']);
        for sentence in sentences {
            let asks = ["whether", " if ", "please tell"].iter().any(|word| sentence.contains(word));
            let believes = sentence.contains("believe");
            if firm.iter().any(|it| sentence.contains(it)) {
                let strength = if sentence.contains("direct payment") { point } else { right };
                let fits = match strength {
                    Strength::S1 => !asks && !believes,
                    Strength::S2 => !asks && believes,
                    Strength::S0 | Strength::S3 | Strength::S4 | Strength::S5 => asks && !believes,
                };
                // A list of what to confirm asks at every strength.
                if !fits && !sentence.contains("whether you agree") {
                    return Some(format!("{} {}: “{sentence}”", strength.id(), telling.standing.timing.id()));
                }
            }
            if of_the_point.iter().any(|it| format!("{sentence}. ").contains(it)) {
                let said = matches!(point, Strength::S1 | Strength::S2);
                if !said && !sentence.contains("do not know") {
                    return Some(format!("{}: “{sentence}”", point.id()));
                }
            }
        }
        let believes = text.contains("believe");
        let likely = [right, point].contains(&Strength::S2);
        (believes && !likely).then(|| format!("“believe” at {} {}", right.id(), point.id()))
    });
}

#[test]
fn a_disputed_charge_is_disputed_and_nobody_says_that_payment_stops() {
    let never =
        ["stop paying", "not pay", "stop the payment", "payment will stop", "stop payment", "withhold"];
    check(|letter, _, text| {
        let lower = text.to_lowercase();
        let said = never.iter().find(|it| lower.contains(**it)).map(|it| format!("“{it}”"));
        said.or_else(|| {
            let must = ["dispute the charge", "pause the charge", "under protest", "pay back"];
            let missing = must.iter().find(|it| letter == Letter::DisputeCharge && !lower.contains(**it));
            missing.map(|it| format!("does not say “{it}”"))
        })
    });
    let speech = Speech::new(Language::English, Voice::Me);
    let foot = words::letter(Letter::DisputeCharge, speech).foot;
    assert!(
        !foot.is_empty()
            && every_telling().iter().all(|telling| {
                letter::foot(Letter::DisputeCharge, telling)[0].starts_with("Keep paying for now")
            })
    );
}

/// Legal specification, 8.8.
#[test]
fn no_letter_says_what_is_never_to_be_said() {
    let never = [
        "you are not entitled",
        "section 117 lasts for life",
        "all housing is free",
        "prescriptions are free",
        "three months to go to court",
        "section 2 never matters",
        "they must give you written notice",
        "you must give me written notice",
        "the tribunal can order",
        "you have no advocate",
        "do not have to pay",
        "you will win",
        "i will win",
        "if you are sectioned again",
        "you can refuse",
        "i can refuse",
        "it has not ended",
    ];
    check(|_, _, text| {
        let lower = text.to_lowercase();
        never.iter().find(|it| lower.contains(**it)).map(|it| format!("“{it}”"))
    });
}

#[test]
fn consent_is_only_claimed_where_it_was_said() {
    check(|_, telling, text| {
        let claims = [
            (Consent::Signed, "enclose their signed consent"),
            (Consent::WillConfirm, "will confirm to you that they agree"),
            (Consent::ByLaw, "can act for them by law"),
        ];
        let claimed =
            claims.iter().find(|(consent, claim)| text.contains(claim) && telling.consent != Some(*consent));
        let silent = telling.speech.voice != Voice::Me
            && !text.contains("writing for")
            && !text.contains("refer them");
        if let Some((_, claim)) = claimed {
            Some(format!("“{claim}” with {:?}", telling.consent))
        } else {
            // The notes go to a solicitor together with the person, or with a letter that says it.
            silent.then(|| "does not say for whom".to_owned())
        }
        .filter(|_| !text.contains("These are notes"))
    });
}

#[test]
fn the_nation_decides_whom_it_names() {
    check(|_, telling, text| {
        let of_england =
            ["integrated care board", "Stennett", "Care Act", "Local Government and Social Care"];
        let of_wales = ["health board", "(Wales)", "Public Services Ombudsman"];
        let (wrong, nation) = match telling.standing.nation {
            Some(Nation::England) => (of_wales.to_vec(), "England"),
            Some(Nation::Wales) => (of_england.to_vec(), "Wales"),
            _ => ([&of_england[..], &of_wales[..]].concat(), "neither"),
        };
        // Records may be anywhere.
        let text = text.replace("who holds the records", "");
        wrong.into_iter().find(|it| text.contains(*it)).map(|it| format!("“{it}” for {nation}"))
    });
}

#[test]
fn what_stands_in_an_empty_gap_tells_which_gap_it_is() {
    for telling in &every_telling() {
        let empty: BTreeSet<String> = Gap::ALL.iter().map(|gap| letter::empty(*gap, telling)).collect();
        assert_eq!(empty.len(), Gap::ALL.len(), "two gaps look the same");
        let edited = format!("At {}.", letter::empty(Gap::Hospital, telling));
        assert_eq!(
            letter::pieces(&edited, telling),
            [
                letter::Piece::Text("At ".into()),
                letter::Piece::Gap(Gap::Hospital),
                letter::Piece::Text(".".into())
            ]
        );
    }
}

#[test]
fn every_finding_that_calls_for_a_letter_reaches_one() {
    let speech = Speech::new(Language::English, Voice::Me);
    let mut reached = BTreeSet::new();
    for id in FindingId::ALL {
        for shape in shapes(*id) {
            let letters = words::finding(*id, *shape, speech).letters;
            reached.extend(letters.iter().copied());
            let money = matches!(id.topic(), Topic::Charge | Topic::Home)
                && id.kind() == FindingKind::Claim
                && words::finding(*id, *shape, speech)
                    .do_this
                    .is_some_and(|it| words::plain(it).contains("dispute"));
            let must = match (id.topic(), id.kind()) {
                (Topic::Ending, FindingKind::Claim) => Some(Letter::Object),
                (Topic::Dispute, FindingKind::Claim) => Some(Letter::NameBodies),
                (Topic::DirectPayment, FindingKind::Claim) => Some(Letter::DirectPayment),
                _ if money => Some(Letter::DisputeCharge),
                _ => match id.id() {
                    "ACT-02" => Some(Letter::PreAction),
                    "ACT-03" | "ACT-04" | "ACT-10" | "ACT-11" => Some(Letter::Ombudsman),
                    "ACT-13" => Some(Letter::Records),
                    "ACT-16" => Some(Letter::Solicitor),
                    "WHAT-10" | "ACT-08" => Some(Letter::Plan),
                    "WHAT-01" => Some(Letter::Review),
                    "5.1-1" => Some(Letter::ConfirmStatus),
                    "1.7-2" => Some(Letter::AskSections),
                    _ => None,
                },
            };
            assert!(
                must.is_none_or(|letter| letters.contains(&letter)),
                "{} {shape:?}: {letters:?}",
                id.id()
            );
        }
    }
    let all: BTreeSet<Letter> = Letter::ALL.iter().copied().collect();
    assert_eq!(reached, all, "a letter that nothing calls for");
}

#[test]
fn what_to_say_on_the_phone_is_five_lines() {
    for telling in &every_telling() {
        let call = letter::call(telling);
        assert_eq!((call.say.len(), call.note.len()), (5, 4));
        let said = call.say.iter().map(|line| letter::text(line, |gap| letter::empty(gap, telling)));
        let said = said.collect::<Vec<_>>().join(" ");
        let own = telling.speech.voice == Voice::Me;
        let asks = !matches!(telling.standing.right, Strength::S1 | Strength::S2);
        assert_eq!(said.contains(" my "), own, "{said}");
        if asks {
            assert!(said.contains("tell me if I") || said.contains("tell us if they"), "{said}");
        }
    }
}

/// A letter as a person would read it, with what only its writer sees.
fn page(letter: Letter, telling: &Telling) -> String {
    let words = words::letter(letter, telling.speech);
    let foot =
        letter::foot(letter, telling).into_iter().map(|note| format!("- {note}\n")).collect::<String>();
    format!(
        "{}\n{}\n\n----\n\n{}\n\n---- Only for the writer\n\n{foot}",
        words.title,
        words.when,
        text(letter, telling)
    )
}

#[test]
fn a_sample_reads_as_kept() {
    use Letter::*;
    use Strength::{S1, S2, S3, S4, S5};
    use Timing::{Now, OnLeaving, OnRelease};
    let (england, wales) = (Some(Nation::England), Some(Nation::Wales));
    let sample = [
        (AskSections, Voice::Me, (S4, S4), Now, None, None),
        (ConfirmStatus, Voice::Me, (S2, S2), Now, None, None),
        (ConfirmStatus, Voice::Client, (S5, S5), OnRelease, england, Some(Consent::Signed)),
        (Plan, Voice::Me, (S1, S1), OnLeaving, england, None),
        (Review, Voice::Supporter, (S1, S2), Now, wales, Some(Consent::WillConfirm)),
        (Object, Voice::Me, (S1, S1), Now, england, None),
        (Object, Voice::Supporter, (S3, S3), Now, None, Some(Consent::NoneYet)),
        (DisputeCharge, Voice::Me, (S1, S1), Now, england, None),
        (DisputeCharge, Voice::Me, (S1, S5), Now, wales, None),
        (DisputeCharge, Voice::Supporter, (S2, S2), Now, wales, None),
        (NameBodies, Voice::Me, (S1, S1), Now, england, None),
        (Complaint, Voice::Client, (S1, S1), Now, wales, Some(Consent::ByLaw)),
        (Ombudsman, Voice::Me, (S2, S2), Now, england, None),
        (Records, Voice::Supporter, (S4, S4), Now, None, Some(Consent::Signed)),
        (DirectPayment, Voice::Me, (S1, S2), Now, wales, None),
        (Solicitor, Voice::Client, (S2, S2), Now, england, None),
        (PreAction, Voice::Me, (S1, S1), Now, england, None),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/letters");
    let update = env::var_os("UPDATE_DECISIONS").is_some();
    let mut names = BTreeSet::new();
    let mut changed = vec![];
    for (letter, voice, (right, point), timing, nation, consent) in sample {
        let speech = Speech::new(Language::English, voice);
        let telling = Telling { speech, standing: Standing { right, point, timing, nation }, consent };
        let by = format!("{voice:?}").to_lowercase();
        let bodies = nation.map_or("unknown", Nation::id);
        let strengths =
            if right == point { right.id().to_owned() } else { format!("{}-{}", right.id(), point.id()) };
        let name = format!("{}-{by}-{bodies}-{strengths}-{}.txt", letter.id(), timing.id());
        let (path, now) = (folder.join(&name), page(letter, &telling));
        if update {
            fs::create_dir_all(&folder).expect("the folder can be made");
            fs::write(&path, &now).expect("the letter can be written");
        } else if fs::read_to_string(&path).unwrap_or_default() != now {
            changed.push(name.clone());
        }
        names.insert(name);
    }
    let kept = fs::read_dir(&folder).expect("tests/letters").flatten();
    let kept: BTreeSet<String> = kept.map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    assert!(
        changed.is_empty() && kept == names,
        "these letters no longer read as kept; if that is meant, UPDATE_DECISIONS=1 cargo test --test letters\n{}\n{:?}",
        changed.join("\n"),
        kept.symmetric_difference(&names).collect::<Vec<_>>()
    );
}
