use super::super::{
    Files, LANGUAGES,
    tests::{ENGLISH, compile, complete},
};
use super::*;

/// Files that compile, with a fingerprint for each rule.
fn files() -> Files {
    let mut files = complete("en");
    let rules = FindingId::ALL.iter().map(|id| format!("{} rule-of-{}\n", id.id(), id.id()));
    files.insert(RULES.into(), format!("# Fingerprints\n{}", rules.collect::<String>()).into_bytes());
    files
}

fn code(files: &Files) -> String {
    compile(files, ENGLISH).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// A signature for every English text, in this role.
fn sign(files: &mut Files, role: &str) {
    sign_in(files, "en", role);
}

/// A signature for every text of a language.
fn sign_in(files: &mut Files, language: &str, role: &str) {
    let languages = LANGUAGES.iter().take_while(|it| it.code != language).count() + 1;
    let code = compile(files, &LANGUAGES[..languages]).unwrap_or_else(|problems| panic!("{problems:?}"));
    let (_, code) = code.split_once(&format!("mod {language} {{")).expect("the language");
    let texts = code.lines().filter_map(|line| line.strip_prefix("Text { kind: "));
    let mut signed = String::from("// Who has read what.\n");
    for text in texts {
        let parts: Vec<&str> = text.split('"').collect();
        let signature = Signature {
            line: 0,
            kind: parts[1].into(),
            id: parts[3].into(),
            language: language.into(),
            who: "A. Reader".into(),
            role: role.into(),
            date: "2026-11-24".into(),
            words: parts[5].into(),
            rule: parts.get(7).map(|rule| (*rule).into()),
        };
        signed += &format!("\n{signature}");
    }
    assert!(signed.contains("## finding ELIG-01") && signed.contains("rule: rule-of-ELIG-03"));
    assert!(signed.contains("## guide who") && signed.contains("## page left"));
    files.insert(signatures::FILE.into(), signed.into_bytes());
}

fn change(files: &mut Files, path: &str, from: &str, to: &str) {
    let text = String::from_utf8(files.remove(path).expect("a file")).expect("text");
    let changed = text.replacen(from, to, 1);
    assert_ne!(text, changed, "the change changes nothing");
    files.insert(path.into(), changed.into_bytes());
}

/// What the generated code says is reviewed: everything, round, deadlines; then whether this finding is.
fn reviewed(files: &Files, finding: FindingId) -> ([bool; 3], bool) {
    let code = code(files);
    let line = code.lines().find(|line| line.contains(" REVIEWED: ")).expect("the constant");
    let says = |key: &str| line.contains(&format!("{key}: true"));
    let bits = line.split_once("findings: &[").and_then(|(_, bits)| bits.split_once(']')).expect("bits").0;
    let words: Vec<u64> = bits.split(", ").map(|word| word.parse().expect("a number")).collect();
    let place = finding as usize;
    (["everything", "round", "deadlines"].map(says), words[place / 64] >> (place % 64) & 1 == 1)
}

const NOTHING: ([bool; 3], bool) = ([false; 3], false);
const ALL: ([bool; 3], bool) = ([true; 3], true);

#[test]
fn signing_counts_and_a_changed_word_undoes_it() {
    let mut files = files();
    assert_eq!(reviewed(&files, FindingId::Elig01), NOTHING, "nothing is signed");
    sign(&mut files, "solicitor, Sample Law");
    assert_eq!(reviewed(&files, FindingId::Elig01), ALL);

    change(&mut files, "content/en/right.txt", "## ELIG-01\nsay: A.", "## ELIG-01\nsay: B.");
    assert_eq!(reviewed(&files, FindingId::Elig01), ([false, true, true], false), "another word");
    assert!(reviewed(&files, FindingId::Elig02).1, "the others stand");
    sign(&mut files, "Solicitor");
    assert_eq!(reviewed(&files, FindingId::Elig01), ALL, "signed again");
}

#[test]
fn a_changed_rule_and_a_changed_mark_undo_a_signature() {
    let mut files = files();
    sign(&mut files, "solicitor");
    change(&mut files, RULES, "rule-of-ELIG-01\n", "another\n");
    assert!(!reviewed(&files, FindingId::Elig01).1 && reviewed(&files, FindingId::Elig02).1);
    change(&mut files, RULES, "ELIG-02 rule-of-ELIG-02\n", "");
    assert!(!reviewed(&files, FindingId::Elig02).1, "a rule without a fingerprint");
    sign(&mut files, "solicitor");
    assert!(!reviewed(&files, FindingId::Elig02).1, "and it cannot be signed");
    assert!(reviewed(&files, FindingId::Elig01).1);

    // The first source is read in the primary text.
    change(&mut files, signatures::FILE, "rule: R\n", "rule: K\n");
    assert!(!reviewed(&files, FindingId::Elig01).1, "signed when its source had another mark");
}

#[test]
fn a_finding_is_as_reviewed_as_what_is_shown_with_it() {
    for (path, from, to) in [
        ("content/en/sources.txt", "## MHA117(2)\ntitle: A", "## MHA117(2)\ntitle: B"),
        ("content/en/myths.txt", "myth: A.", "myth: Z."),
        ("content/en/strengths.txt", "## right\nheadline: A", "## right\nheadline: Z"),
    ] {
        let mut files = files();
        sign(&mut files, "solicitor");
        change(&mut files, path, from, to);
        assert_eq!(reviewed(&files, FindingId::Elig01), ([false, true, true], false), "{path}");
    }
    let mut files = files();
    change(
        &mut files,
        "content/en/right.txt",
        "## ELIG-01\nsay: A.",
        "## ELIG-01\nsay: A [[care plan|care-plan]].",
    );
    sign(&mut files, "solicitor");
    assert_eq!(reviewed(&files, FindingId::Elig01), ALL);
    change(&mut files, "content/en/glossary.txt", "## cto\nmeans: B.", "## cto\nmeans: C.");
    assert!(!reviewed(&files, FindingId::Elig01).1, "a term that its term shows");
    assert!(reviewed(&files, FindingId::Elig02).1);
}

#[test]
fn only_a_solicitor_counts_and_only_in_that_language() {
    for role in ["adviser", "trainee solicitor", "not a solicitor", "solicitors"] {
        let mut files = files();
        sign(&mut files, role);
        assert_eq!(reviewed(&files, FindingId::Elig01), NOTHING, "{role}");
    }
    let mut files = files();
    sign(&mut files, "solicitor");
    let text = String::from_utf8(files[signatures::FILE].clone())
        .expect("text")
        .replace("language: en", "language: cy");
    files.insert(signatures::FILE.into(), text.into_bytes());
    assert_eq!(reviewed(&files, FindingId::Elig01), NOTHING);
}

#[test]
fn the_english_stays_below_words_that_no_speaker_has_signed() {
    let says = |files: &Files, of: usize| {
        let code = compile(files, LANGUAGES).unwrap_or_else(|problems| panic!("{problems:?}"));
        let line = code.lines().filter(|line| line.contains(" REVIEWED: ")).nth(of).expect("the constant");
        let (_, says) = line.split_once("all_read: ").expect("the field");
        let (all, bits) = says.split_once(", read: &[").expect("the bits");
        (
            all == "true",
            bits.split([',', ']']).next().and_then(|word| word.parse::<u64>().ok()).expect("a number"),
        )
    };
    let mut files = files();
    files.extend(complete("cy"));
    let every = says(&files, 0);
    assert!(every.0 && every.1 == u64::MAX, "English is the measure");
    assert_eq!(says(&files, 1), (false, 0), "nothing is signed");
    for (role, expected) in [("Welsh speaker, Sample Advice", every), ("solicitor", (false, 0))] {
        sign_in(&mut files, "cy", role);
        assert_eq!(says(&files, 1), expected, "{role}");
    }
    sign_in(&mut files, "cy", "Welsh speaker");
    change(&mut files, "content/cy/right.txt", "## ELIG-01\nsay: A.", "## ELIG-01\nsay: B.");
    assert_eq!(says(&files, 1), (false, u64::MAX ^ 1 << FindingId::Elig01 as u64), "another word");
}

#[test]
fn layout_and_notes_to_editors_leave_a_signature_alone() {
    let mut files = files();
    sign(&mut files, "solicitor");
    change(
        &mut files,
        "content/en/right.txt",
        "## ELIG-01\nsay: A.",
        "// Checked.\n\n## ELIG-01\n\nsay:\n  A.",
    );
    assert_eq!(reviewed(&files, FindingId::Elig01), ALL);
}

#[test]
fn what_is_wrong_in_the_file_is_said_with_its_line() {
    for (text, line, what) in [
        ("who: A", 1, "an entry must start before this line"),
        ("## ELIG-01\n", 1, "a kind and an id"),
        ("## finding ELIG-01\nfrom: A", 2, "there is no key “from”"),
        ("\n## finding ELIG-01\nwho: A", 2, "has no “language”"),
        ("## finding ELIG-01\nwho: A\nwho: B", 3, "“who” is written twice"),
        ("## finding ELIG-01\nwho:\n", 2, "“who” is empty"),
        ("## finding ELIG-01\nA. Reader", 2, "a line is “key: text”"),
    ] {
        let wrong = signatures::read(text).expect_err(text);
        assert!(wrong.iter().any(|(at, said)| *at == line && said.contains(what)), "{text}: {wrong:?}");
    }
}
