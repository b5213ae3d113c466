//! Continue without an answer, and ticks that rule one another out.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, Screen},
    visitors,
};
use serde_json::json;

in_every_engine!(a_missing_answer_is_said_and_mended, missing_ticks_are_said, ticks_that_exclude_each_other);

fn a_missing_answer_is_said_and_mended(engine: Engine) {
    let checker = Checker::open(engine);
    checker.begin();
    checker.answer("F-NAT-NOW", &["england"]);
    assert!(!checker.session.is_shown("#error-summary"), "no error before a mistake");
    expect_error(&checker, "F-WHERE");
    // The link goes to the first answer, and the address stays as it was.
    let address = checker.session.address();
    checker.session.click("#error-summary a");
    let first = checker.session.script("return document.querySelector(`#app input[name='F-WHERE']`).id", &[]);
    checker.wait_for_focus(first.as_str().expect("the first answer has an id"));
    assert_eq!(checker.session.address(), address);
    // Mended: the answer is taken, and still there on Back.
    assert_eq!(checker.answer("F-WHERE", &["out"]), Screen::Question("F-SECTS".to_owned()));
    assert!(!checker.session.is_shown("#error-summary"), "the error is gone");
    checker.session.click("#app [data-action=back]");
    checker.wait_for_other_screen(&Screen::Question("F-SECTS".to_owned()));
    assert_eq!(checker.chosen(), ["out"]);
    assert!(!checker.session.is_shown("#error-summary"), "the error does not come back");
}

fn missing_ticks_are_said(engine: Engine) {
    let checker = Checker::open(engine);
    checker.go_to_question(visitors::AT_HOME.told, "F-SECTS");
    expect_error(&checker, "F-SECTS");
    assert_eq!(checker.answer("F-SECTS", &["section-3"]), Screen::Question("F-WHEN".to_owned()));
}

fn ticks_that_exclude_each_other(engine: Engine) {
    let checker = Checker::open(engine);
    checker.go_to_question(visitors::AT_HOME.told, "F-SECTS");
    checker.choose("F-SECTS", "section-3");
    checker.choose("F-SECTS", "not-sure");
    wait_for_chosen(&checker, &["section-3", "not-sure"]);
    checker.choose("F-SECTS", "only-other-kinds");
    wait_for_chosen(&checker, &["only-other-kinds"]);
    checker.choose("F-SECTS", "court");
    wait_for_chosen(&checker, &["court"]);
    checker.choose("F-SECTS", "court");
    wait_for_chosen(&checker, &[]);
}

/// Presses Continue with nothing chosen, and checks the error and its ties to the field.
fn expect_error(checker: &Checker, question: &str) {
    assert_eq!(checker.chosen(), [""; 0], "nothing is chosen yet");
    checker.press_continue();
    checker.wait_for_focus("error-summary");
    assert_eq!(checker.question(), question, "the question stays");
    let ties = checker.session.script(
        "const ids = node => (node.getAttribute('aria-describedby') || '').split(' ');
         const summary = document.querySelector('#error-summary');
         const input = document.querySelector(`#app input[name='${arguments[0]}']`);
         return {
            role: summary.getAttribute('role'),
            invalid: !!input.closest('[aria-invalid=true]'),
            described: ids(input).includes('error') || ids(input.closest('fieldset')).includes('error'),
            link: summary.querySelector('a').textContent.trim() !== '',
         }",
        &[json!(question)],
    );
    assert_eq!(ties, json!({ "role": "alert", "invalid": true, "described": true, "link": true }));
    assert!(checker.session.is_shown("#error"), "the error stands at the field too");
    let (field, summary) = (checker.session.text("#error"), checker.session.text("#error-summary a"));
    assert!(field.contains(&summary), "both say the same: “{summary}”, “{field}”");
}

fn wait_for_chosen(checker: &Checker, expected: &[&str]) {
    checker.session.wait_for(&format!("{expected:?} to be ticked (now {:?})", checker.chosen()), || {
        (checker.chosen() == expected).then_some(())
    });
}
