//! What every page has to say and ask: the words of `content/`, by way of the checker's own crate.

use crate::flow::{After, Flow};
use browser_tests::visitors::Visitor;
use s117_checker::{
    law::{
        fact::{Kind, Question},
        finding::FindingId,
        journey::Journey,
        shapes::shapes,
    },
    words::{self, Block, Language, Span, Speech, Voice},
};
use serde::Serialize;
use std::fmt::Write;

/// Everything that a peer carries, as it is written to `workload.json`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Workload {
    words: Labels,
    journeys: Vec<Choice>,
    /// In an order in which the visitor of the benchmark meets theirs from first to last.
    pub questions: Vec<Asked>,
    /// Every finding, each in one of its forms.
    pub findings: Vec<Found>,
}

/// The page's own words.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Labels {
    journeys_ask: &'static str,
    go_on: &'static str,
    back: &'static str,
    find_out: &'static str,
    why: &'static str,
}

#[derive(Serialize)]
struct Choice {
    id: &'static str,
    label: &'static str,
    more: &'static str,
}

/// A question with all that stands beside it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    id: &'static str,
    ticks: bool,
    ask: &'static str,
    hint: Option<String>,
    find_out: String,
    why: String,
    error: &'static str,
    values: Vec<Value>,
    /// After which answers it comes.
    pub after: Vec<After>,
}

#[derive(Serialize)]
struct Value {
    id: &'static str,
    label: &'static str,
    law: Option<&'static str>,
    hint: Option<&'static str>,
    told: &'static str,
}

/// A finding's texts.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    id: &'static str,
    headline: &'static str,
    say: String,
    law: Option<String>,
    do_this: Option<String>,
    /// After which last answers it is shown.
    pub after: Vec<After>,
}

const SPEECH: Speech = Speech { language: Language::English, voice: Voice::Me };

impl Workload {
    /// The words, with a flow that is right for this visitor.
    pub fn new(visitor: &Visitor) -> Self {
        let flow = Flow::walked(visitor);
        let page = words::page(SPEECH);
        let journeys = Journey::ALL.iter().map(|journey| Choice {
            id: journey.id(),
            label: words::journey(*journey, SPEECH),
            more: match journey {
                Journey::Entitled => page.journey_entitled_more,
                Journey::WhoPays => page.journey_who_pays_more,
                Journey::Problem => page.journey_problem_more,
            },
        });
        Self {
            words: Labels {
                journeys_ask: page.journeys_ask,
                go_on: page.go_on,
                back: page.back,
                find_out: page.find_out,
                why: page.why,
            },
            journeys: journeys.collect(),
            questions: flow.order().into_iter().map(|question| asked(question, &flow)).collect(),
            findings: FindingId::ALL.iter().map(|id| found(*id, &flow)).collect(),
        }
    }
}

fn asked(question: Question, flow: &Flow) -> Asked {
    let words = words::question(question, SPEECH);
    let values = question.value_ids().zip(words.values).map(|(id, words)| Value {
        id,
        label: words.label,
        law: words.law,
        hint: words.hint,
        told: words.told,
    });
    Asked {
        id: question.id(),
        ticks: question.kind() == Kind::Ticks,
        ask: words.ask,
        hint: words.hint.map(html),
        find_out: html(words.find_out),
        why: html(words.why),
        error: words.error,
        values: values.collect(),
        after: flow.before_question(question),
    }
}

fn found(id: FindingId, flow: &Flow) -> Found {
    // The form that was met, so that the visitor's result says what ours says.
    let shape = flow.shape(id).unwrap_or(shapes(id)[0]);
    let words = words::finding(id, shape, SPEECH);
    Found {
        id: id.id(),
        headline: words.headline,
        say: html(words.say),
        law: words.law.map(html),
        do_this: words.do_this.map(html),
        after: flow.before_finding(id),
    }
}

/// A text as HTML. Terms of the glossary are plain words, since the peers carry no glossary.
fn html(text: &[Block]) -> String {
    let line = |spans: &[Span]| -> String {
        let part = |span: &Span| match span {
            Span::Strong(text) => format!("<strong>{}</strong>", escape(text)),
            other => escape(other.text()),
        };
        spans.iter().map(part).collect()
    };
    let mut html = String::new();
    for block in text {
        let _ = match block {
            Block::Para(spans) => write!(html, "<p>{}</p>", line(spans)),
            Block::Say(spans) => write!(html, "<blockquote>{}</blockquote>", line(spans)),
            Block::List(items) => {
                let items: String = items.iter().map(|item| format!("<li>{}</li>", line(item))).collect();
                write!(html, "<ul>{items}</ul>")
            }
        };
    }
    html
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use browser_tests::visitors;

    #[test]
    fn the_peers_carry_every_question_and_finding_in_the_words_of_the_checker() {
        let work = Workload::new(&visitors::CHARGED_IN_WALES);
        assert_eq!(work.questions.len(), Question::COUNT);
        assert_eq!(work.findings.len(), FindingId::ALL.len());
        let json = serde_json::to_string(&work).expect("plain data");
        for question in Question::ALL {
            let words = words::question(*question, SPEECH);
            assert!(json.contains(&serde_json::to_string(words.ask).expect("text")), "{}", question.id());
            let values = words.values.len();
            let carried = work.questions.iter().find(|asked| asked.id == question.id()).expect("carried");
            assert_eq!(carried.values.len(), values, "{}", question.id());
        }
    }

    #[test]
    fn nothing_in_a_text_is_read_as_html() {
        let text = [Block::Para(&[Span::Strong("<b>"), Span::Text(" & </p>")])];
        assert_eq!(html(&text), "<p><strong>&lt;b&gt;</strong> &amp; &lt;/p&gt;</p>");
    }
}
