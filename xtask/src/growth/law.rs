//! More facts, findings and rules, put into the sources of the law.

use super::write;
use crate::{Result, paths};
use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

/// Makes the law below `root` so many times as large. Gives the ids of the facts and findings that there were.
pub fn grow(root: &Path, times: usize) -> Result<Vec<String>> {
    let change = |file: &str, with: &dyn Fn(&str) -> Result<String>| {
        let path = root.join(file);
        let changed = with(&paths::read_text(&path)?).map_err(|wrong| format!("{file}: {wrong}"))?;
        write(&path, &changed)
    };
    let facts = facts(&paths::read_text(&root.join("src/law/fact.rs"))?)?;
    let findings = findings(&paths::read_text(&root.join("src/law/finding.rs"))?)?;
    change("src/law/fact.rs", &|text| {
        appended(text, "\nfacts! {\n", "\n}\n", times, |block, copy| {
            renamed(block, &facts.iter().map(|it| (&*it.name, &*it.id)).collect::<Vec<_>>(), copy)
        })
    })?;
    change("src/law/finding.rs", &|text| {
        appended(text, "\nfindings! {\n", "\n}\n", times, |block, copy| {
            renamed(block, &findings.iter().map(|it| (&*it.name, &*it.id)).collect::<Vec<_>>(), copy)
        })
    })?;
    change("src/law/shapes.rs", &|text| {
        appended(text, "    match id {\n", "\n    }\n}\n", times, |block, copy| {
            renamed(block, &findings.iter().map(|it| (&*it.name, "")).collect::<Vec<_>>(), copy)
        })
    })?;
    // An array may be too long to derive this for.
    change("src/law/case.rs", &|text| {
        let derived = ", Default)]\npub struct Case {";
        let written = ")]\npub struct Case {";
        let default =
            "\nimpl Default for Case {\n    fn default() -> Self {\n        Self::EMPTY\n    }\n}\n";
        Ok(if text.contains(derived) { text.replace(derived, written) + default } else { text.to_owned() })
    })?;
    // What is added would change an answer where it is not sure.
    change("src/law/assessment.rs", &|text| {
        appended(text, "    match given.question {\n", "\n    }\n}\n", times.min(2), |_, _| {
            "        _ => unsure,".to_owned()
        })
    })?;
    change("src/view/picture.rs", &|text| {
        appended(text, "    match question {\n", "\n    }\n}\n", times.min(2), |_, _| {
            "        _ => drawing!(\"ask-need\"),".to_owned()
        })
    })?;
    change("src/law/mod.rs", &|text| Ok(format!("{text}\nmod grown;\n")))?;
    write(&root.join("src/law/grown.rs"), &rules(&facts, &findings, times))?;
    change("src/law/journey.rs", &|text| {
        let start = "claims: &mut Vec<(Subject, Claim)>) -> Asked<()> {\n";
        let collect = text.find("fn collect(").ok_or("there is no `fn collect`")?;
        let at = collect + text[collect..].find(start).ok_or("`fn collect` takes something else now")?;
        let (before, after) = text.split_at(at + start.len());
        let grown = "        if super::grown::claims(case, summary.right, claims)? {\n            return Ok(());\n        }\n";
        Ok(format!("{before}{grown}{after}"))
    })?;
    // Ways are followed by recursion, and are longer here.
    change("build.rs", &|text| {
        let (before, after) = text.split_once("fn main() {").ok_or("there is no `fn main`")?;
        let thread = "std::thread::Builder::new().stack_size(1 << 30).spawn(pack).expect(\"a thread\")";
        Ok(format!(
            "{before}fn main() {{\n    {thread}.join().expect(\"packed\");\n}}\n\nfn pack() {{{after}"
        ))
    })?;
    // What is a mistake in a text of people's is none here.
    change("src/words/compile/format/lines.rs", &|text| {
        let is_limit = |line: &&str| line.starts_with("pub const LONGEST_FILE: usize = ");
        let limit = text.lines().find(is_limit).ok_or("there is no limit to the length of a file")?;
        Ok(text.replace(limit, "pub const LONGEST_FILE: usize = 100_000_000;"))
    })?;
    Ok(facts.into_iter().map(|fact| fact.id).chain(findings.into_iter().map(|finding| finding.id)).collect())
}

/// A fact: its name in the code, its id, and the names of its values.
struct Fact {
    name: String,
    id: String,
    values: Vec<String>,
}

/// A finding: its name in the code, and its id.
struct Finding {
    name: String,
    id: String,
    is_claim: bool,
}

fn block<'a>(text: &'a str, start: &str, end: &str) -> Result<&'a str> {
    let from = text.find(start).ok_or_else(|| format!("there is no {start:?}"))? + start.len();
    let to = text[from..].find(end).ok_or_else(|| format!("there is no {end:?} after {start:?}"))?;
    Ok(&text[from..from + to])
}

/// The text with copies of a block behind it.
fn appended(
    text: &str,
    start: &str,
    end: &str,
    times: usize,
    of: impl Fn(&str, usize) -> String,
) -> Result<String> {
    let block = block(text, start, end)?;
    let at = text.find(block).expect("it is of the text") + block.len();
    let copies: String = (1..times).map(|copy| format!("\n{}", of(block, copy))).collect();
    Ok(format!("{}{copies}{}", &text[..at], &text[at..]))
}

/// The block with other names and ids, which stand in it as words.
fn renamed(block: &str, names: &[(&str, &str)], copy: usize) -> String {
    let names: HashMap<&str, &str> = names.iter().copied().collect();
    let mut text = String::new();
    for line in block.lines().filter(|line| !line.trim_start().starts_with("//")) {
        let mut rest = line;
        let is_name = |char: char| char.is_ascii_alphanumeric() || char == '_';
        // An id follows its name; the values of a fact may be called as other facts are, and stand deeper.
        let is_value =
            line.starts_with("        ") && !line.contains("=>") && names.values().any(|id| !id.is_empty());
        while let Some(from) = rest.find(is_name) {
            let length = rest[from..].find(|char| !is_name(char)).unwrap_or(rest.len() - from);
            let word = &rest[from..from + length];
            text.push_str(&rest[..from + length]);
            rest = &rest[from + length..];
            let Some(id) = names.get(word).filter(|_| !is_value) else { continue };
            let _ = write!(text, "G{copy}");
            let quoted = format!(" = \"{id}\"");
            if let Some(after) = rest.strip_prefix(&quoted).filter(|_| !id.is_empty()) {
                let _ = write!(text, " = \"{id}-G{copy}\"");
                rest = after;
                // What follows, such as the sources of a finding, is the same.
                break;
            }
        }
        text.push_str(rest);
        text.push('\n');
    }
    text
}

fn facts(text: &str) -> Result<Vec<Fact>> {
    let mut facts: Vec<Fact> = Vec::new();
    for line in block(text, "\nfacts! {\n", "\n}\n")?.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match (line.len() - line.trim_start().len(), words.as_slice()) {
            (4, ["One" | "Ticks", name, "=", id, "{"]) => {
                facts.push(Fact {
                    name: (*name).into(),
                    id: id.trim_matches('"').into(),
                    values: Vec::new(),
                });
            }
            (8, [value, "=", _]) => {
                facts.last_mut().ok_or("a value before a fact")?.values.push((*value).into());
            }
            _ => {}
        }
    }
    if facts.is_empty() { Err("no facts are found".into()) } else { Ok(facts) }
}

fn findings(text: &str) -> Result<Vec<Finding>> {
    let block = block(text, "\nfindings! {\n", "\n}\n")?;
    let finding = |line: &str| match line.split_whitespace().collect::<Vec<_>>().as_slice() {
        [name, "=", id, kind @ ("Claim" | "Note" | "Step"), ..] => Some(Finding {
            name: (*name).into(),
            id: id.trim_matches('"').into(),
            is_claim: *kind == "Claim",
        }),
        _ => None,
    };
    let findings: Vec<Finding> = block.lines().filter_map(finding).collect();
    if findings.is_empty() { Err("no findings are found".into()) } else { Ok(findings) }
}

/// Questions in one topic.
const IN_A_TOPIC: usize = 6;

/// Rules as the checker's are written: each topic asks its questions in turn, and the first that decides is the last that
/// is asked. For whom a topic opens, the rest of the law is closed: ways would multiply, and they are followed when it is
/// compiled.
fn rules(facts: &[Fact], findings: &[Finding], times: usize) -> String {
    let claims: Vec<&Finding> = findings.iter().filter(|finding| finding.is_claim).collect();
    let (mut code, mut topics, mut rule) = (String::new(), String::new(), 0);
    for copy in 1..times {
        for (place, asked) in facts.chunks(IN_A_TOPIC).enumerate() {
            // Two answers away from the visitor: no single other answer, as reasons try them, opens a topic.
            let nation = ["Scotland", "NorthernIreland", "OutsideUk"][(copy + place) % 3];
            let place_now = ["Prison", "OnLeave", "Recalled", "HospitalByChoice"][(copy + place) % 4];
            let _ = writeln!(
                code,
                "fn topic_{copy}_{place}(case: &Case, right: Claim) -> Asked<(bool, Option<Claim>)> {{\n\
                 if !case.is(fact::NationNow::{nation})? || !case.known(fact::Whereabouts::{place_now})? {{\n\
                 return Ok((false, None));\n}}\n\
                 let claim = |id| Ok((true, Some(Claim::new(id, S2, right.timing))));"
            );
            for fact in asked {
                for value in &fact.values {
                    let (name, claim) = (&fact.name, &claims[rule % claims.len()].name);
                    let _ = writeln!(
                        code,
                        "if case.is(fact::{name}G{copy}::{value})? {{ return claim({claim}G{copy}); }}"
                    );
                    rule += 1;
                }
            }
            code.push_str("Ok((true, None))\n}\n");
            let _ = write!(topics, "topic_{copy}_{place}, ");
        }
    }
    format!(
        "//! Generated.\n#![allow(unused_imports)]\n\n\
         use super::{{case::{{Asked, Case}}, claim::Claim, fact, finding::{{FindingId::*, Strength::S2}}, journey::Subject}};\n\n\
         type Topic = fn(&Case, Claim) -> Asked<(bool, Option<Claim>)>;\n\
         const TOPICS: &[Topic] = &[{topics}];\n\n\
         /// Whether a topic opened.\n\
         pub(super) fn claims(case: &Case, right: Claim, claims: &mut Vec<(Subject, Claim)>) -> Asked<bool> {{\n\
         let mut any = false;\n\
         for topic in TOPICS {{\n\
         let (opens, claim) = topic(case, right)?;\n\
         any |= opens;\n\
         if let Some(claim) = claim {{ claims.push((Subject::What, claim)); return Ok(true); }}\n\
         }}\nOk(any)\n}}\n\n{code}"
    )
}

/// How many facts and findings the law below `root` has.
#[cfg(test)]
pub fn count(root: &Path) -> Result<(usize, usize)> {
    let facts = facts(&paths::read_text(&root.join("src/law/fact.rs"))?)?;
    let findings = findings(&paths::read_text(&root.join("src/law/finding.rs"))?)?;
    Ok((facts.len(), findings.len()))
}
