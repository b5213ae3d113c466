//! Who has read what: the standing of each text, and new signatures.

use super::{rules, signatures};
use crate::{Result, paths};
use s117_checker::{
    law::date::Date,
    words::{
        Language,
        reviewed::{Text, texts},
    },
};
use signatures::Signature;
use std::path::Path;

/// How a text stands.
pub enum Standing<'a> {
    /// Nobody has signed it.
    Unread,
    /// Signed, and words and rule are what was read.
    Stands(&'a Signature),
    /// Signed, and the words or the rule have changed since.
    Changed(&'a Signature),
}

impl Standing<'_> {
    /// Does the text count as reviewed?
    pub fn counts(&self) -> bool {
        matches!(self, Self::Stands(signature) if signature.is_of_solicitor())
    }
}

/// How a text stands, by the signature that says most for it: one that stands, of a solicitor if any; else the latest.
pub fn standing<'a>(text: &Text, language: &str, signatures: &'a [Signature]) -> Standing<'a> {
    let own = || signatures.iter().filter(|signature| signature.is_for(text.kind, text.id, language));
    let stand = || own().filter(|signature| signature.stands(text.words, text.rule));
    match (stand().rfind(|signature| signature.is_of_solicitor()).or(stand().next_back()), own().next_back())
    {
        (Some(signature), _) => Standing::Stands(signature),
        (None, Some(signature)) => Standing::Changed(signature),
        (None, None) => Standing::Unread,
    }
}

/// Reads `reviews.txt`. One that is missing has no signatures.
pub fn read(root: &Path) -> Result<Vec<Signature>> {
    let file = root.join(signatures::FILE);
    if !file.exists() {
        return Ok(Vec::new());
    }
    signatures::read(&paths::read_text(&file)?).map_err(|wrong| {
        let wrong: Vec<String> =
            wrong.iter().map(|(line, what)| format!("{}:{line}: {what}", signatures::FILE)).collect();
        wrong.join("\n")
    })
}

/// What to sign.
#[derive(Clone, Debug, PartialEq)]
pub struct Signing {
    /// Who has read the texts.
    pub who: String,
    /// In which role.
    pub role: String,
    /// On which day: `YYYY-MM-DD`.
    pub date: String,
    /// The texts of which language.
    pub language: Language,
    /// Which texts: `ELIG-01`, or `source:W-16` where several have that id.
    pub ids: Vec<String>,
}

/// The entries for these signatures, or what is wrong with them: then nothing is signed.
pub fn entries(signing: &Signing) -> Result<Vec<Signature>> {
    let language = signing.language;
    for (option, value) in [("--sign", &signing.who), ("--role", &signing.role)] {
        if value.trim().is_empty() || value.contains(char::is_control) {
            return Err(format!("{option} takes a name on one line, not {value:?}"));
        }
    }
    Date::parse(&signing.date)
        .ok_or_else(|| format!("--date takes a day that exists, as YYYY-MM-DD, not {:?}", signing.date))?;
    let known = texts(language);
    let mut found: Vec<&Text> = Vec::new();
    let mut wrong = Vec::new();
    for id in &signing.ids {
        match find(id, known) {
            Ok(text) if !found.contains(&text) => found.push(text),
            Ok(_) => {}
            Err(why) => wrong.push(why),
        }
    }
    if !wrong.is_empty() {
        return Err(format!("nothing is signed: {}", wrong.join("; ")));
    }
    let signature = |text: &Text| Signature {
        line: 0,
        kind: text.kind.into(),
        id: text.id.into(),
        language: language.id().into(),
        who: signing.who.trim().into(),
        role: signing.role.trim().into(),
        date: signing.date.clone(),
        words: text.words.into(),
        rule: text.rule.map(Into::into),
    };
    Ok(found.into_iter().map(signature).collect())
}

/// The text with this id: alone, or with its kind and a colon or a space before it.
fn find<'a>(id: &str, texts: &'a [Text]) -> Result<&'a Text> {
    let same = |text: &&Text| {
        let rest = id.strip_prefix(text.kind).and_then(|rest| rest.strip_prefix([':', ' ']));
        text.id == id || rest.is_some_and(|rest| rest.trim() == text.id)
    };
    let found: Vec<&Text> = texts.iter().filter(same).collect();
    match found.as_slice() {
        [text] => Ok(text),
        [] => Err(format!(
            "there is no text with the id {id:?}; the pack of `cargo xtask review` shows every id"
        )),
        several => {
            let names: Vec<String> =
                several.iter().map(|text| format!("{}:{}", text.kind, text.id)).collect();
            Err(format!("{id:?} is the id of several texts: write {}", names.join(" or ")))
        }
    }
}

/// Fails if the fingerprints of the rules are not those of the rules: a signature must be for what is decided now.
pub fn check_rules(language: Language) -> Result<()> {
    for (id, print) in rules::rules() {
        let kept = texts(language).iter().find(|text| text.kind == "finding" && text.id == id.id());
        if kept.and_then(|text| text.rule) != Some(print.as_str()) {
            return Err(format!(
                "nothing is signed: the rule of {} is not the one in tests/decisions/hashes.txt; run \
                 `UPDATE_DECISIONS=1 cargo test --test decisions`, read the difference, and sign again",
                id.id()
            ));
        }
    }
    Ok(())
}

/// Adds signatures at the end of `reviews.txt`.
pub fn append(root: &Path, signatures: &[Signature]) -> Result<()> {
    let file = root.join(signatures::FILE);
    let mut text = if file.exists() { paths::read_text(&file)? } else { String::new() };
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for signature in signatures {
        text += &format!("\n{signature}");
    }
    std::fs::write(&file, text).map_err(|error| format!("cannot write {}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signing(ids: &[&str]) -> Signing {
        Signing {
            who: "A. Reader".into(),
            role: "solicitor".into(),
            date: "2026-11-24".into(),
            language: Language::English,
            ids: ids.iter().map(|id| (*id).into()).collect(),
        }
    }

    fn sign(ids: &[&str]) -> Result<Vec<Signature>> {
        entries(&signing(ids))
    }

    #[test]
    fn a_signature_stands_until_words_or_rule_change() {
        let signed = sign(&["ELIG-01"]).expect("a finding");
        let text = *find("ELIG-01", texts(Language::English)).expect("a finding");
        assert!(standing(&text, "en", &signed).counts());
        assert!(matches!(standing(&text, "cy", &signed), Standing::Unread));
        for changed in [Text { words: "another", ..text }, Text { rule: Some("another"), ..text }] {
            assert!(matches!(standing(&changed, "en", &signed), Standing::Changed(_)));
        }
        let adviser = vec![Signature { role: "adviser".into(), ..signed[0].clone() }];
        assert!(matches!(standing(&text, "en", &adviser), Standing::Stands(_)));
        assert!(!standing(&text, "en", &adviser).counts());
        let both = [signed, adviser].concat();
        assert!(standing(&text, "en", &both).counts(), "the solicitor’s says more");
    }

    #[test]
    fn ids_that_are_unknown_or_shared_are_refused_and_nothing_is_signed() {
        for (ids, named) in [
            (&["ELIG-01", "ELIG-99"][..], "\"ELIG-99\""),
            (&["W-16"], "finding:W-16 or source:W-16"),
            (&["finding:F-WHERE"], "\"finding:F-WHERE\""),
            (&[""], "\"\""),
        ] {
            let wrong = sign(ids).expect_err("unknown");
            assert!(wrong.starts_with("nothing is signed") && wrong.contains(named), "{wrong}");
        }
        let kinds = |ids: &[&str]| -> Vec<String> {
            sign(ids).expect("known").into_iter().map(|signature| signature.kind).collect()
        };
        assert_eq!(
            kinds(&["source:W-16", "question F-WHERE", "ELIG-01", "finding:ELIG-01"]),
            ["source", "question", "finding"]
        );
    }

    #[test]
    fn a_name_and_a_day_must_be_there() {
        for (change, named) in [
            (Signing { who: " ".into(), ..signing(&["ELIG-01"]) }, "--sign"),
            (Signing { role: "a\nb".into(), ..signing(&["ELIG-01"]) }, "--role"),
            (Signing { date: "2026-02-30".into(), ..signing(&["ELIG-01"]) }, "--date"),
        ] {
            assert!(entries(&change).expect_err(named).contains(named));
        }
    }

    #[test]
    fn what_is_written_is_read_back() {
        let folder = std::env::temp_dir().join(format!("s117-signing-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join(signatures::FILE), "// Notes stay.").expect("a file");
        let signed = sign(&["ELIG-01", "F-WHERE", "MHA117(1)"]).expect("known");
        append(&folder, &signed).expect("written");
        append(&folder, &signed[..1]).expect("written");
        let read: Vec<Signature> =
            read(&folder).expect("readable").into_iter().map(|one| Signature { line: 0, ..one }).collect();
        assert_eq!(read[..3], signed[..]);
        assert_eq!(read[3], signed[0]);
        assert!(
            paths::read_text(&folder.join(signatures::FILE)).expect("text").starts_with("// Notes stay.\n")
        );
        std::fs::remove_dir_all(&folder).expect("removed");
    }

    #[test]
    fn the_fingerprints_that_are_compiled_in_are_those_of_the_rules() {
        assert_eq!(check_rules(Language::English), Ok(()));
    }
}
