//! Print gives a clean sheet.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, texts},
    pdf, visitors,
};
use serde_json::json;

in_every_engine!(only_the_answer_is_printed, the_print_button_prints);

#[test]
fn chromium_prints_a_result() {
    a_result_prints(Engine::Chromium);
}

#[test]
fn firefox_prints_a_result() {
    a_result_prints(Engine::Firefox);
}

/// Not in WebKitGTK, whose driver cannot print; what would be printed is looked at below.
fn a_result_prints(engine: Engine) {
    let checker = Checker::open(engine);
    checker.go_to_result(visitors::AT_HOME.told);
    let pages = pdf::pages(&checker.session.print());
    assert!((1..=8).contains(&pages), "{engine:?}: {pages} pages");
}

fn only_the_answer_is_printed(engine: Engine) {
    let checker = Checker::open(engine);
    checker.begin();
    let question = not_printed(&checker);
    for part in ["[data-action=back]", "form button[type=submit]"] {
        assert!(question.contains(&part.to_owned()), "{engine:?}: {part} is not for paper: {question:?}");
    }
    checker.walk(visitors::AT_HOME.told);
    for part in ["[data-finding]", "#heading"] {
        assert!(checker.session.is_shown(&format!("#app {part}")));
    }
    let result = not_printed(&checker);
    for part in ["#crisis", "[data-action=back]", "[data-action=restart]", "[data-change]"] {
        assert!(result.contains(&part.to_owned()), "{engine:?}: {part} is not for paper: {result:?}");
    }
    for part in ["#heading", "[data-finding]", "[data-section=because]", "[data-section=law]"] {
        assert!(!result.contains(&part.to_owned()), "{engine:?}: {part} belongs on paper");
    }
}

fn the_print_button_prints(engine: Engine) {
    let checker = Checker::open(engine);
    checker.go_to_result(visitors::AT_HOME.told);
    // The real dialogue would hold the browser for ever.
    checker.session.script("window.s117Printed = 0; window.print = () => { window.s117Printed++ }", &[]);
    checker.session.click("#app [data-action=print]");
    checker.session.wait_for_script("print", "return window.s117Printed === 1", &[]);
    assert_eq!(checker.violations(), json!([]));
}

/// The parts on the screen that would not be on paper.
///
/// Not every driver can look at a page as printed, so the page's own style sheets are turned: what is for print
/// holds now, what is for the screen does not. Afterwards they are turned back.
fn not_printed(checker: &Checker) -> Vec<String> {
    texts(&checker.session.script(
        "const media = [];
         const walk = rules => { for (const rule of rules) {
            if (rule.media && /print|screen/.test(rule.media.mediaText)) media.push([rule.media, rule.media.mediaText]);
            if (rule.cssRules) walk(rule.cssRules);
         } };
         for (const sheet of document.styleSheets) walk(sheet.cssRules);
         for (const [list, text] of media) {
            list.mediaText = text.replace(/\\bscreen\\b/g, 's117').replace(/\\bprint\\b/g, 'all').replace(/s117/g, 'print');
         }
         const parts = ['#crisis', '#heading', '[data-action=back]', '[data-action=restart]', '[data-action=clear]',
            '[data-change]', 'form button[type=submit]', '[data-finding]', '[data-section=because]',
            '[data-section=law]', '[data-section=next]', '[data-section=keep]'];
         const hidden = parts.filter(part => {
            const found = [...document.querySelectorAll(`#app ${part}, #crisis`)].filter(node => node.matches(part));
            return found.length > 0 && found.every(node => node.getClientRects().length === 0);
         });
         for (const [list, text] of media) list.mediaText = text;
         return hidden",
        &[],
    ))
}
