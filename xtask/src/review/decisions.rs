//! Decisions as tables: the ways to one finding, and what is decided otherwise than before.

use super::html::{anchor, escape, form};
use super::rows::{Way, finding, finding_in_words, in_words};
use super::since::{Changes, Since};
use std::fmt::Write;

/// So many ways to a finding are shown; the rest are counted.
const WAYS: usize = 12;
/// So many changes of one sort are shown for one table.
const CHANGES: usize = 60;

/// Conditions as a list: the question, then the answers.
fn conditions<'a>(all: impl Iterator<Item = &'a str>) -> String {
    let mut html = String::from("<ul class=when>");
    let all: Vec<&str> = all.filter(|condition| !condition.is_empty()).collect();
    if all.is_empty() {
        return "<p>In every case.</p>".into();
    }
    for condition in all {
        let (ask, answers) = in_words(condition);
        let _ = write!(html, "<li>{} <b>{}</b></li>", escape(&ask), escape(&answers));
    }
    html + "</ul>"
}

/// The ways to one claim, folded away.
pub fn ways(ways: &[&Way]) -> String {
    let Some(first) = ways.first() else { return String::new() };
    let mut rows = String::new();
    for way in ways.iter().take(WAYS) {
        let _ = writeln!(
            rows,
            "<tr><td>{}<br>{}</td><td>{}</td></tr>",
            form(way.shape),
            escape(&way.table),
            conditions(way.conditions.iter().map(String::as_str)),
        );
    }
    let rest = match ways.len().saturating_sub(WAYS) {
        0 => String::new(),
        rest => format!(
            "<p>and {rest} more: lines that start with <code>{}</code> in <code>{}</code></p>",
            escape(first.finding.id()),
            first.file(),
        ),
    };
    let count = if ways.len() == 1 { "One way".to_owned() } else { format!("{} ways", ways.len()) };
    format!(
        "<details class=ways><summary>{count} to it</summary><table><thead><tr><th scope=col>Form and table</th>\
         <th scope=col>When all of this is so</th></tr></thead><tbody>\n{rows}</tbody></table>{rest}</details>\n"
    )
}

/// What is decided otherwise since a revision.
pub fn since(revision: &str, since: &Since) -> String {
    let mut html = format!("<p>Compared with the decisions at <code>{}</code>.</p>\n", escape(revision));
    if since.tables.is_empty() && since.rules.is_empty() {
        return html + "<p>Every decision is the same.</p>\n";
    }
    for (table, changes) in &since.tables {
        let changed = if changes.count() == 1 { "change" } else { "changes" };
        let _ = writeln!(html, "<h3>Table “{}”: {} {changed}</h3>", escape(table), changes.count());
        html += &if table == "advice" { advice(changes) } else { of_table(changes) };
    }
    if !since.rules.is_empty() {
        let links = since.rules.iter().map(|id| match finding(id) {
            Some(known) => format!("<a href=\"#{}\">{}</a>", anchor("finding", known.id()), escape(id)),
            None => format!("{} (no longer there)", escape(id)),
        });
        let links: Vec<String> = links.collect();
        let _ = writeln!(
            html,
            "<h3>Rules that are not quite the same</h3>\n<p class=ids>{}</p>\n<p>Their rows, their sources or the \
             made-up cases that find them have changed, so signatures for them no longer count.</p>",
            links.join(" ")
        );
    }
    html
}

fn of_table(changes: &Changes) -> String {
    let mut html = String::new();
    list(
        &mut html,
        "Decided otherwise under the same answers",
        &changes.otherwise,
        |(answers, before, now)| {
            format!(
                "{}<p>was <del>{}</del></p><p>now <ins>{}</ins></p>",
                conditions(answers.split("; ")),
                escape(&finding_in_words(before)),
                escape(&finding_in_words(now)),
            )
        },
    );
    let row = |(found, answers): &(String, String)| {
        format!("<p>{}</p>{}", escape(&finding_in_words(found)), conditions(answers.split("; ")))
    };
    list(&mut html, "New rows", &changes.added, row);
    list(&mut html, "Rows that are gone", &changes.removed, row);
    html
}

fn advice(changes: &Changes) -> String {
    let row = |(claim, others): &(String, String)| {
        let others: Vec<String> = others.split(", ").map(|other| escape(&finding_in_words(other))).collect();
        format!("<p>{}</p><p>goes with: {}</p>", escape(&finding_in_words(claim)), others.join("; "))
    };
    let mut html = String::new();
    list(&mut html, "New: what may go with a claim", &changes.added, row);
    list(&mut html, "No longer: what might go with a claim", &changes.removed, row);
    html
}

fn list<T>(html: &mut String, heading: &str, items: &[T], item: impl Fn(&T) -> String) {
    if items.is_empty() {
        return;
    }
    let _ = writeln!(html, "<details open><summary>{heading}: {}</summary><ol class=changes>", items.len());
    for one in items.iter().take(CHANGES) {
        let _ = writeln!(html, "<li>{}</li>", item(one));
    }
    html.push_str("</ol>");
    if items.len() > CHANGES {
        let _ = write!(
            html,
            "<p>and {} more, which <code>git diff</code> of <code>tests/decisions/</code> shows</p>",
            items.len() - CHANGES
        );
    }
    html.push_str("</details>\n");
}

#[cfg(test)]
mod tests {
    use super::super::since::{Tables, compare};
    use super::*;

    fn told(before: &str, after: &str) -> String {
        let tables = |text: &str| Tables::from([("right.txt".to_owned(), text.to_owned())]);
        since("v1 <b>", &compare(&tables(before), &tables(after)))
    }

    #[test]
    fn a_decision_that_changed_is_told_in_the_words_of_the_questions() {
        let html = told("ELIG-02 S1 now <- F-WHERE = on-cto\n", "ELIG-01 S2 now <- F-WHERE = on-cto\n");
        assert!(
            html.contains("v1 &lt;b&gt;") && html.contains("Decided otherwise under the same answers: 1"),
            "{html}"
        );
        assert!(html.contains("<del>ELIG-02 S1 now: “") && html.contains("<ins>ELIG-01 S2 now: “"), "{html}");
        assert!(!html.contains("F-WHERE") && !html.contains("on-cto"), "ids became words: {html}");
    }

    #[test]
    fn nothing_changed_is_said_and_what_no_longer_exists_is_named() {
        let same = "ELIG-02 S1 now <- F-WHERE = on-cto\n";
        assert!(told(same, same).contains("Every decision is the same."));
        let html = told("OLD-01 S1 now <- F-OLD = <x>\n", "");
        assert!(
            html.contains("OLD-01 S1 now (no longer there)") && html.contains("F-OLD <b>&lt;x&gt;</b>"),
            "{html}"
        );
    }

    #[test]
    fn many_changes_are_counted_and_not_all_shown() {
        let many: String =
            (0..100).map(|number| format!("ELIG-02 S1 now <- F-WHERE = x{number}\n")).collect();
        let html = told("", &many);
        assert!(html.contains("New rows: 100") && html.contains("and 40 more"), "{html}");
    }
}
