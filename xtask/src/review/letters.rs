//! Letters as their readers get them: in each voice, as firmly as the findings may be, for either nation.

use super::html::escape;
use super::page::Pack;
use super::rows::ENGLISH;
use s117_checker::{
    law::{
        finding::{Nation, Strength, Timing},
        standing::Standing,
    },
    words::{
        self, Gap, Letter, Speech, Voice,
        letter::{self, Consent, Telling},
    },
};
use std::fmt::Write;

const VOICES: [(Voice, &str); 3] =
    [(Voice::Me, "oneself"), (Voice::Supporter, "a supporter"), (Voice::Client, "an adviser")];

/// Every case in which a letter may be told, with its name. S4 stands for all that only ask.
fn cases() -> Vec<(String, Telling)> {
    let mut cases = vec![];
    for (voice, by) in VOICES {
        for strength in [Strength::S1, Strength::S2, Strength::S4] {
            for timing in [Timing::Now, Timing::OnLeaving, Timing::OnRelease] {
                for nation in [None, Some(Nation::England), Some(Nation::Wales)] {
                    let consents = Consent::ALL.into_iter().map(Some);
                    let consents = consents.take(if voice == Voice::Me { 0 } else { Consent::ALL.len() });
                    for consent in std::iter::once(None).chain(consents) {
                        let standing = Standing { right: strength, point: strength, timing, nation };
                        let bodies = nation.map_or("nation not known", Nation::id);
                        let shown =
                            consent.map_or(String::new(), |consent| format!(", consent: {consent:?}"));
                        let name = format!("by {by}, {} {}, {bodies}{shown}", strength.id(), timing.id());
                        let speech = Speech { voice, ..ENGLISH };
                        cases.push((name, Telling { speech, standing, consent }));
                    }
                }
            }
        }
    }
    cases
}

/// The letters: each once in full, then each paragraph that reads otherwise in another case.
pub fn letters(pack: &Pack) -> String {
    let cases = cases();
    let one = |letter: &Letter| {
        let words = words::letter(*letter, ENGLISH);
        let (mut html, mut said) = (format!("<p>{}</p>", escape(words.when)), Vec::<String>::new());
        let mut whole = String::new();
        for (number, (name, telling)) in cases.iter().enumerate() {
            let mut others = String::new();
            let paragraphs = letter::compose(*letter, telling).into_iter().map(|it| it.pieces);
            let paragraphs = paragraphs.map(|it| letter::text(&it, |gap| letter::empty(gap, telling)));
            let foot = letter::foot(*letter, telling).into_iter().map(|it| format!("(For the writer: {it})"));
            for text in paragraphs.chain(foot) {
                if !said.contains(&text) {
                    let into = if number == 0 { &mut whole } else { &mut others };
                    let _ = write!(into, "{}\n\n", escape(&text));
                    said.push(text);
                }
            }
            if number == 0 {
                let _ = writeln!(html, "<p class=forms>{name}</p><pre class=letter>{whole}</pre>");
            } else if !others.is_empty() {
                let _ = writeln!(
                    html,
                    "<details class=voice><summary>Otherwise, {name}</summary><pre class=letter>{others}</pre></details>"
                );
            }
        }
        pack.article("letter", letter.id(), &escape(words.title), &said, &html)
    };
    Letter::ALL.iter().map(one).collect()
}

/// The gaps: what their fields are called, and what stands in the letter meanwhile.
pub fn gaps(pack: &Pack) -> String {
    let cases = cases();
    let one = |gap: &Gap| {
        let (mut html, mut said) = (String::new(), Vec::<String>::new());
        for (name, telling) in &cases {
            let words = letter::gap(*gap, telling);
            let text = format!("{} · {} · [{}]", words.label, words.hint.unwrap_or("–"), words.empty);
            if !said.contains(&text) {
                let _ = writeln!(html, "<p class=plain><b>{name}:</b> {}</p>", escape(&text));
                said.push(text);
            }
        }
        pack.article("gap", gap.id(), "", &said, &html)
    };
    Gap::ALL.iter().map(one).collect()
}

/// What to say on the phone, line by line.
pub fn phone(pack: &Pack) -> String {
    let cases = cases();
    let of = |text: (usize, &'static words::reviewed::Text)| {
        let (mut html, mut said) = (String::new(), Vec::<String>::new());
        for (name, telling) in &cases {
            let call = letter::call(telling);
            let Some(line) = call.say.iter().chain(&call.note).nth(text.0) else { continue };
            let line = letter::text(line, |gap| letter::empty(gap, telling));
            if !said.contains(&line) {
                let _ = writeln!(html, "<p class=plain><b>{name}:</b> {}</p>", escape(&line));
                said.push(line);
            }
        }
        pack.article("phone", text.1.id, "", &said, &html)
    };
    // Lines to read out stand before those to write down, in the file too.
    pack.of_kind("phone").enumerate().map(of).collect()
}
