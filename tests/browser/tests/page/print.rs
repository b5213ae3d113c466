//! Print gives a clean sheet.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, texts},
    pdf, visitors,
};
use serde_json::json;

in_every_engine!(
    only_the_answer_is_printed,
    only_the_sheet_is_printed,
    the_print_button_prints,
    what_is_folded_is_printed,
);

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

#[test]
fn chromium_prints_the_sheets() {
    the_sheets_print(Engine::Chromium);
}

#[test]
fn firefox_prints_the_sheets() {
    the_sheets_print(Engine::Firefox);
}

/// The meeting on two sides of paper, one before and one in the meeting, also for the longest result; the diary on
/// one side, and what to keep on another.
fn the_sheets_print(engine: Engine) {
    let checker = Checker::open(engine);
    for visitor in [&visitors::CHARGED_FOR_ALL, &visitors::THEY_ARGUE, &visitors::LEAVING_SOON] {
        checker.visit(visitor);
        for sheet in ["meeting", "diary"] {
            checker.open_sheet(sheet);
            let pages = pdf::pages(&checker.session.print());
            assert_eq!(pages, 2, "{engine:?}: the {sheet} of {}", visitor.name);
            checker.back_to_result();
        }
        checker.session.reload();
        checker.wait_until_ready();
    }
}

/// Of a sheet's screen nothing is printed but the sheet and the foot, and nothing of it is cut at the side.
fn only_the_sheet_is_printed(engine: Engine) {
    let checker = Checker::open_narrow(engine, 680);
    checker.visit(&visitors::CHARGED_FOR_ALL);
    for sheet in ["meeting", "diary"] {
        checker.open_sheet(sheet);
        let (beside, cut) = (
            "return [...document.querySelectorAll('#app *')].filter(node =>
                node.checkVisibility() && [...node.childNodes].some(it => it.nodeType === 3 && it.data.trim())
                && !node.closest('.sheet, footer')).map(node => node.textContent)",
            "return [...document.querySelectorAll('.sheet, .sheet *')].filter(node =>
                node.getClientRects().length && node.scrollWidth > node.clientWidth + 1
                && getComputedStyle(node).display !== 'inline' && !node.closest('svg, .unseen')).map(node => node.outerHTML)",
        );
        for look in [beside, cut] {
            assert_eq!(as_printed(&checker, look), Vec::<String>::new(), "{engine:?}: {sheet}");
        }
        assert!(
            !as_printed(
                &checker,
                "return ['#heading'].filter(part => document.querySelector(part).checkVisibility())"
            )
            .is_empty()
        );
        checker.back_to_result();
    }
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

/// What a phone folds away for want of room stands on paper: notes, sources, more steps and people, and the English of
/// the law. What is there to be pressed does not, nor a second list of the answers.
fn what_is_folded_is_printed(engine: Engine) {
    let checker = Checker::open(engine);
    checker.session.click("#app button[data-language=cy]");
    checker.session.wait_for_script("Welsh", "return document.documentElement.lang === 'cy'", &[]);
    checker.visit(&visitors::CHARGED_IN_WALES);
    let folded = "return [...document.querySelectorAll('#app [data-screen=result] > .row > .row-main details')].filter(it =>
        !it.parentElement.closest('details') && it.lastElementChild.checkVisibility()).map(it => it.dataset.openUp)";
    assert_eq!(checker.session.script(folded, &[]), json!([]), "{engine:?}: a control: all of it is folded");
    let mut printed = as_printed(&checker, folded);
    printed.dedup();
    assert_eq!(printed, ["english", "more", "note", "people", "sources"], "{engine:?}");
    assert_eq!(checker.session.script(folded, &[]), json!([]), "{engine:?}: and folded again");
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
fn not_printed(checker: &Checker) -> Vec<String> {
    as_printed(
        checker,
        "const parts = ['#crisis', '#heading', '[data-action=back]', '[data-action=restart]', '[data-action=clear]',
            '[data-change]', 'form button[type=submit]', '[data-finding]', '[data-section=because]',
            '[data-section=law]', '[data-section=next]', '[data-section=keep]'];
         return parts.filter(part => {
            const found = [...document.querySelectorAll(`#app ${part}, #crisis`)].filter(node => node.matches(part));
            return found.length > 0 && found.every(node => node.getClientRects().length === 0);
         })",
    )
}

/// What this script finds on the page as it would be printed.
///
/// Not every driver can look at a page as printed, so the page's own style sheets are turned: what is for print
/// holds now, what is for the screen does not. Afterwards they are turned back.
fn as_printed(checker: &Checker, look: &str) -> Vec<String> {
    texts(&checker.session.script(
        &format!(
            "const media = [];
             const walk = rules => {{ for (const rule of rules) {{
                if (rule.media && /print|screen/.test(rule.media.mediaText)) media.push([rule.media, rule.media.mediaText]);
                if (rule.cssRules) walk(rule.cssRules);
             }} }};
             for (const sheet of document.styleSheets) walk(sheet.cssRules);
             for (const [list, text] of media) {{
                list.mediaText = text.replace(/\\bscreen\\b/g, 's117').replace(/\\bprint\\b/g, 'all').replace(/s117/g, 'print');
             }}
             const found = (() => {{ {look} }})();
             for (const [list, text] of media) list.mediaText = text;
             return found"
        ),
        &[],
    ))
}
