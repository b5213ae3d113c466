//! The questions, as they are asked and answered.

use super::html::{escape, rich};
use super::page::Pack;
use s117_checker::{
    law::fact::{Kind, Question},
    words::{self, QuestionWords, Speech, Voice, plain},
};
use std::fmt::Write;

/// Every question.
pub fn all(pack: &Pack) -> String {
    Question::ALL.iter().map(|question| one(pack, *question)).collect()
}

fn one(pack: &Pack, question: Question) -> String {
    let told = |voice| words::question(question, Speech::new(pack.given.language, voice));
    let me = told(Voice::Me);
    let mut html = body(question, me);
    let mut said = vec![in_plain(me)];
    let mut fold = |how: String, words: &QuestionWords| {
        said.push(in_plain(words));
        let _ = writeln!(
            html,
            "<details class=voice><summary>{how} is asked</summary><h4>{}</h4>{}</details>",
            escape(words.ask),
            body(question, words)
        );
    };
    for (voice, before, name) in
        [(Voice::Supporter, me, "a supporter"), (Voice::Client, told(Voice::Supporter), "an adviser")]
    {
        let words = told(voice);
        if body(question, words) != body(question, before) {
            fold(format!("As {name}"), words);
        }
    }
    for (voice, name) in
        [(Voice::Me, "the person"), (Voice::Supporter, "a supporter"), (Voice::Client, "an adviser")]
    {
        let words = words::question(question, Speech::new(pack.given.language, voice).in_short());
        if body(question, words) != body(question, told(voice)) || words.ask != told(voice).ask {
            fold(format!("The short version, as {name}"), words);
        }
    }
    pack.article("question", question.id(), &escape(me.ask), &said, &html)
}

fn body(question: Question, words: &QuestionWords) -> String {
    let mut html = words.hint.map(rich).unwrap_or_default();
    let _ = writeln!(
        html,
        "<table class=answers><thead><tr><th scope=col>{}</th><th scope=col>Told again as</th>\
         <th scope=col>As a condition</th></tr></thead><tbody>",
        if question.kind() == Kind::Ticks { "Tick all that fit" } else { "Choose one" },
    );
    for value in words.values {
        let small = |class: &str, text: Option<&str>| {
            text.map_or(String::new(), |text| format!("<br><span class={class}>{}</span>", escape(text)))
        };
        let _ = writeln!(
            html,
            "<tr><td>{}{}{}</td><td>{}</td><td>{}</td></tr>",
            escape(value.label),
            small("law", value.law),
            small("hint", value.hint),
            escape(value.told),
            escape(value.if_so.unwrap_or_default()),
        );
    }
    let _ = write!(
        html,
        "</tbody></table>\n<h4>Why we ask</h4>\n{}<h4>How to find out</h4>\n{}<p class=hint>If nothing is chosen: {}</p>\n",
        rich(words.why),
        rich(words.find_out),
        escape(words.error),
    );
    html
}

fn in_plain(words: &QuestionWords) -> String {
    let mut text = format!("{}\n{}\n{}", words.ask, plain(words.why), plain(words.find_out));
    for value in words.values {
        let _ = write!(text, "\n{}\n{}", value.label, value.told);
    }
    text + "\n" + &words.hint.map(plain).unwrap_or_default()
}
