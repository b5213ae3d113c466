//! What was found, as JSON and in words.

use s117_checker::{
    law::{
        classes::name,
        date::{Freshness, HARD_DATE, LAW_CHECKED, REVIEW_BY},
        deadline::Deadline,
        finding::{Finding, FindingKind},
        source::Source,
    },
    words::{self, Speech},
};
use serde_json::{Value, json};

use super::{case_file::CaseFile, listing::ENGLISH};

/// The findings and the next question.
pub fn json(case: &CaseFile) -> Value {
    let assessment = case.interview.assess(case.date);
    let findings: Vec<_> = assessment.findings.iter().map(finding).collect();
    let next = assessment
        .next
        .map(|question| json!({ "question": question.id(), "values": case.interview.offered(question) }));
    let deadlines: Vec<_> = case.interview.deadlines(case.date).iter().map(deadline).collect();
    json!({ "findings": findings, "deadlines": deadlines, "next": next })
}

fn deadline(deadline: &Deadline) -> Value {
    json!({
        "id": deadline.id.id(),
        "nation": deadline.nation.map(|nation| nation.id()),
        "from": deadline.start.to_string(),
        "act-before-the-end-of": deadline.safe.to_string(),
        "last": deadline.last.map(|last| last.to_string()),
        "sources": deadline.id.sources().iter().map(|source| source.facts().id).collect::<Vec<_>>(),
    })
}

fn finding(finding: &Finding) -> Value {
    let mut value = json!({
        "id": finding.id.id(),
        "topic": finding.id.topic().id(),
        "kind": finding.id.kind().id(),
        "strength": finding.shape.strength.map(|strength| strength.id()),
        "timing": finding.shape.timing.map(|timing| timing.id()),
        "because": finding.because.iter().map(|reason| reason.question.id()).collect::<Vec<_>>(),
        "sources": finding.id.sources().iter().map(|source| source.facts().id).collect::<Vec<_>>(),
    });
    if let Some(urgency) = finding.shape.urgency {
        value["urgency"] = json!(urgency.id());
    }
    if let Some(nation) = finding.shape.nation {
        value["nation"] = json!(nation.id());
    }
    value
}

/// The same in words, with the reasons and what would change it.
pub fn text(case: &CaseFile) -> String {
    let speech = ENGLISH;
    let assessment = case.interview.assess(case.date);
    let mut lines = vec![];
    for finding in &assessment.findings {
        let id = finding.id;
        let text = words::finding(id, finding.shape, speech);
        lines.push(format!("[{}] {}", name(id, finding.shape), text.headline));
        lines.extend(text.lead.map(indent));
        lines.push(indent(&words::plain(text.say)));
        for (name, more) in [
            ("The law", text.law),
            ("One view", text.views.map(|views| views[0])),
            ("The other view", text.views.map(|views| views[1])),
            ("Do this", text.do_this),
        ] {
            lines.extend(more.map(|more| indent(&format!("{name}: {}", words::plain(more)))));
        }
        if id.kind() == FindingKind::Claim {
            for reason in &finding.because {
                let question = words::question(reason.question, speech);
                let told = reason
                    .question
                    .value_ids()
                    .zip(question.values)
                    .filter(|(value, _)| reason.values.contains(value))
                    .map(|(_, words)| words.told);
                lines.extend(told.map(|told| indent(&format!("Because: {told} ({})", reason.question.id()))));
            }
            lines.extend(id.sources().iter().map(|source| indent(&source_line(source, speech))));
        }
        lines.push(String::new());
    }
    for change in case.interview.changes() {
        let question = words::question(change.question, speech);
        let value = change.question.value_ids().zip(question.values).find(|(id, _)| *id == change.value);
        let condition = value.and_then(|(_, words)| words.if_so).unwrap_or(change.value);
        let then = words::finding(change.claim.id, change.claim.into(), speech).headline;
        let surely = if change.certain { "then" } else { "then perhaps, after more questions" };
        lines.push(format!("{condition}, {surely}: {then} ({})", change.claim.id.id()));
    }
    for deadline in case.interview.deadlines(case.date) {
        let text = words::deadline(deadline.id, speech);
        lines.push(format!("[{}] {}: act before the end of {}", deadline.id.id(), text.name, deadline.safe));
        lines.push(indent(&words::plain(if deadline.safe < case.date { text.late } else { text.says })));
    }
    if let Some(next) = assessment.next {
        lines.push(format!("Next: {} ({})", words::question(next, speech).ask, next.id()));
    }
    lines.push(format!(
        "Law checked {LAW_CHECKED}, next check by {REVIEW_BY}.{}",
        match assessment.freshness {
            Freshness::Current => String::new(),
            Freshness::ReviewDue => " That check is overdue.".into(),
            Freshness::Stale => format!(" That was too long ago ({HARD_DATE} is past): check first."),
        }
    ));
    lines.join("\n") + "\n"
}

fn source_line(source: Source, speech: Speech) -> String {
    let text = words::source(source, speech);
    let facts = source.facts();
    format!("Source: {} [{:?}, checked {}] {}", text.title, facts.mark, facts.checked, text.address)
}

fn indent(text: &str) -> String {
    text.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}
