//! The accessibility check: axe-core, run inside the page.

use crate::{page::texts, session::Session, tools};
use serde_json::json;

/// What is checked: WCAG 2.0, 2.1 and 2.2 at A and AA, and what axe's authors hold to be good practice.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// Rules that axe leaves off by itself: the size of targets, and visible labels that are no part of the name.
const ALSO: [&str; 2] = ["target-size", "label-content-name-mismatch"];

/// Text whose ground axe cannot decide, and why it is well: elements by selector.
pub const UNDECIDED: [(&str, &str); 4] = [
    (".scene-name", "a name on the drawing of the street; in ink on the hero's ground"),
    (".sweep-name", "a name beside the drawn strands, on paper"),
    (
        ".hero p, .hero p *",
        "beside the drawing of the street, whose box reaches under the text and whose lines do not",
    ),
    (".road-from", "its dot is a pseudo-element beside the text"),
];

/// Which rules to run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rules {
    /// All that there are.
    All,
    /// Contrast alone: all that another colour scheme changes.
    Contrast,
}

/// What axe found on a screen.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Report {
    /// What is wrong, one line for each thing; also what axe could not decide and nobody has decided here.
    pub wrong: Vec<String>,
    /// What axe could not decide and is decided in [`UNDECIDED`]: the selectors.
    pub undecided: Vec<String>,
    /// How many rules there were.
    pub rules: u64,
    /// How many elements the page has.
    pub elements: u64,
}

/// Runs axe on the page as it is now.
///
/// # Panics
///
/// Panics where axe does not run.
pub fn run(session: &Session, rules: Rules) -> Report {
    install(session);
    let decided: Vec<_> = UNDECIDED.iter().map(|(selector, _)| *selector).collect();
    let arguments = [json!(rules == Rules::All), json!(TAGS), json!(ALSO), json!(decided)];
    let found = session.script_with_callback(RUN, &arguments);
    assert!(found["error"].is_null(), "axe did not run: {found}");
    let number = |name: &str| found[name].as_u64().unwrap_or_default();
    Report {
        wrong: texts(&found["wrong"]),
        undecided: texts(&found["undecided"]),
        rules: number("rules"),
        elements: number("elements"),
    }
}

/// What axe finds wrong on the page, one line for each thing; empty if nothing. Not what it cannot decide: that is
/// decided where the checker's screens are walked.
pub fn findings(session: &Session) -> Vec<String> {
    run(session, Rules::All).wrong.into_iter().filter(|line| !line.starts_with("undecided: ")).collect()
}

/// Puts axe into the page, once for as long as the page stays: it is large.
fn install(session: &Session) {
    if session.script("return typeof axe", &[]) != "object" {
        let axe = String::from_utf8(tools::read(tools::AXE)).expect("axe.min.js is text");
        session.script(&format!("{axe}\nwindow.axe = axe"), &[]);
    }
}

const RUN: &str = "
    const [all, tags, also, decided, done] = arguments;
    const line = rule => node => `${rule.id}: ${node.html} ${node.failureSummary || ''}`.replace(/\\s+/g, ' ');
    const options = all
        ? { runOnly: { type: 'tag', values: tags }, rules: Object.fromEntries(also.map(id => [id, { enabled: true }])) }
        : { runOnly: { type: 'rule', values: ['color-contrast'] } };
    const selectors = rule => node => decided.filter(it => rule.id === 'color-contrast' && node.element && node.element.matches(it));
    const open = rule => node => !selectors(rule)(node).length;
    // What sticks to the top covers text that is scrolled under it, and axe cannot tell which is read.
    scrollTo(0, 0);
    axe.run(document, { ...options, preload: false, elementRef: true, resultTypes: ['violations', 'incomplete'] }).then(
        found => done({
            wrong: [
                ...found.violations.flatMap(rule => rule.nodes.map(line(rule))),
                ...found.incomplete.flatMap(rule => rule.nodes.filter(open(rule)).map(line(rule)).map(it => `undecided: ${it}`)),
            ],
            undecided: found.incomplete.flatMap(rule => rule.nodes.flatMap(selectors(rule))),
            rules: ['violations', 'incomplete', 'passes', 'inapplicable'].reduce((sum, kind) => sum + found[kind].length, 0),
            elements: document.querySelectorAll('*').length,
        }),
        error => done({ error: `${error}` }));";
