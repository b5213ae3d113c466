//! Continue without an answer, and ticks that rule one another out.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, Screen},
    visitors,
};
use serde_json::json;

in_every_engine!(
    a_missing_answer_is_said_and_mended,
    missing_ticks_are_said,
    ticks_that_exclude_each_other,
    each_wrong_date_is_said_at_its_field_and_nothing_is_lost,
);

fn each_wrong_date_is_said_at_its_field_and_nothing_is_lost(engine: Engine) {
    let checker = Checker::open(engine);
    checker.visit(&visitors::REFUSED_IN_WALES);
    checker.session.click("#app [data-section=deadlines] [data-change=F-DATES]");
    checker.wait_for_other_screen(&Screen::Result);
    let typed = [
        ("decision", ["1", "1", "2999"], "still to come"),
        ("found-out", ["31", "6", "2026"], "a date that exists"),
        ("complaint", ["29", "9", "1983"], "30 September 1983"),
    ];
    for (date, parts, _) in typed {
        checker.type_date_of(date, &parts);
    }
    checker.press_continue();
    checker.wait_for_focus("error-summary");
    assert_eq!(checker.session.count("#error-summary a"), 3);
    for (number, (date, parts, says)) in typed.into_iter().enumerate() {
        let at_field = checker.session.text(&format!("#app fieldset[data-date={date}] .wrong-says"));
        assert!(at_field.contains(says), "{engine:?}: {date} {parts:?}: {at_field}");
        let link = checker.session.text(&format!("#error-summary p:nth-of-type({}) a", number + 1));
        assert!(at_field.contains(&link), "{engine:?}: the summary says the same: {link}");
        let found = checker.session.script(
            "const inputs = [...document.querySelectorAll(`#app fieldset[data-date=${arguments[0]}] .date-parts input`)];
             const tied = inputs.every(it => it.getAttribute('aria-invalid') === 'true'
                && document.getElementById(it.getAttribute('aria-describedby')));
             return [inputs.map(it => it.value), tied]",
            &[json!(date)],
        );
        assert_eq!(
            found,
            json!([parts, true]),
            "{engine:?}: {date}: what was typed stands, tied to its message"
        );
    }
    checker.session.click("#error-summary p:nth-of-type(3) a");
    checker.wait_for_focus("date-complaint-0");
}

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
