//! The accessibility check: axe-core, run inside the page.

use crate::{session::Session, tools};
use serde_json::{Value, json};

/// The success criteria checked: WCAG 2.0, 2.1 and 2.2, levels A and AA.
const TAGS: [&str; 5] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/// What axe finds wrong on the screen, one line for each thing; empty if nothing.
pub fn findings(session: &Session) -> Vec<String> {
    let axe = String::from_utf8(tools::read(tools::AXE)).expect("axe.min.js is text");
    let script = format!(
        "const done = arguments[arguments.length - 1];
         {axe}
         const options = {{ runOnly: {{ type: 'tag', values: arguments[0] }}, preload: false }};
         window.axe.run(document, options).then(
            found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
                `${{rule.id}}: ${{node.html}} ${{node.failureSummary || ''}}`.replace(/\\s+/g, ' ')))),
            error => done([`axe did not run: ${{error}}`]));"
    );
    let found = session.script_with_callback(&script, &[json!(TAGS)]);
    let Value::Array(found) = found else { panic!("axe answered {found}") };
    found.iter().map(|line| line.as_str().unwrap_or_default().to_owned()).collect()
}
