//! Whole journeys by keyboard alone. The focus goes to the heading on each screen.

use browser_tests::{
    engine::Engine,
    page::{Checker, DOWN, ENTER, SPACE, Screen, TAB},
    session::Session,
    visitors,
};
use serde_json::json;

// Chromium and WebKit walk further in `focus`.
#[test]
fn firefox_whole_journey_by_keyboard() {
    a_whole_journey_by_keyboard(Engine::Firefox);
}

#[test]
fn firefox_tick_journey_by_keyboard() {
    a_tick_journey_by_keyboard(Engine::Firefox);
}

#[test]
fn firefox_back_by_keyboard() {
    back_by_keyboard(Engine::Firefox);
}

fn a_whole_journey_by_keyboard(engine: Engine) {
    let checker = open_with_keys(engine);
    checker.walk_by(visitors::AT_HOME.told, |question, values| answer_with_keys(&checker, question, values));
    assert_eq!(checker.screen(), Screen::Result);
    checker.wait_for_focus("heading");
    checker.expect_claims(visitors::AT_HOME.claims);
    // “Start again” can be reached, and brings the first screen with its heading.
    tab_to(&checker, "[data-action=restart]");
    checker.session.key(ENTER);
    checker.wait_for_other_screen(&Screen::Result);
    checker.wait_for_focus("heading");
}

fn a_tick_journey_by_keyboard(engine: Engine) {
    let checker = open_with_keys(engine);
    let visitor = visitors::ONLY_OTHER_KINDS;
    checker.walk_by(visitor.told, |question, values| answer_with_keys(&checker, question, values));
    checker.wait_for_focus("heading");
    checker.expect_claims(visitor.claims);
}

fn back_by_keyboard(engine: Engine) {
    let checker = open_with_keys(engine);
    answer_with_keys(&checker, "F-NAT-NOW", &["wales"]);
    checker.wait_for_other_screen(&Screen::Question("F-NAT-NOW".to_owned()));
    checker.wait_for_focus("heading");
    // Back stands before the heading that has the focus.
    go_to(&checker, "[data-action=back]", Session::key_with_shift);
    checker.session.key(SPACE);
    checker.wait_for_other_screen(&Screen::Question("F-WHERE".to_owned()));
    checker.wait_for_focus("heading");
    assert_eq!(checker.question(), "F-NAT-NOW");
    assert_eq!(checker.chosen(), ["wales"]);
}

/// Opens the page and begins the journey without a mouse.
fn open_with_keys(engine: Engine) -> Checker {
    let checker = Checker::open(engine);
    tab_to(&checker, "button[data-journey=entitled]");
    checker.session.key(ENTER);
    checker.wait_for_other_screen(&Screen::Start);
    checker
}

/// Answers the question shown and goes on, by keys alone.
fn answer_with_keys(checker: &Checker, question: &str, values: &[&str]) {
    let before = Screen::Question(question.to_owned());
    assert_eq!(checker.screen(), before);
    checker.wait_for_focus("heading");
    let one = checker.session.count(&format!("#app input[type=radio][name='{question}']")) > 0;
    if one {
        let [value] = values else { panic!("{question} takes one answer") };
        tab_to(checker, &format!("input[name='{question}']"));
        if checker.chosen().is_empty() {
            checker.session.key(SPACE);
        }
        let wanted = format!("input[name='{question}'][value='{value}']");
        for _ in 0..30 {
            if has_focus(checker, &wanted) {
                break;
            }
            checker.session.key(DOWN);
        }
        assert_eq!(checker.chosen(), [*value], "{question}: arrows choose");
        checker.session.key(ENTER);
    } else {
        for value in values {
            tab_to(checker, &format!("input[name='{question}'][value='{value}']"));
            checker.session.key(SPACE);
        }
        tab_to(checker, "form[data-question] button[type=submit]");
        checker.session.key(SPACE);
    }
    checker.wait_for_other_screen(&before);
}

/// Presses Tab until an element that fits has focus.
fn tab_to(checker: &Checker, css: &str) {
    go_to(checker, css, Session::key);
}

/// Presses Tab in this way until an element that fits has focus.
fn go_to(checker: &Checker, css: &str, press: impl Fn(&Session, char)) {
    for _ in 0..120 {
        if has_focus(checker, css) {
            return;
        }
        press(&checker.session, TAB);
    }
    panic!("{:?}: Tab does not reach {css}", checker.session.engine);
}

fn has_focus(checker: &Checker, css: &str) -> bool {
    let script = "return !!document.activeElement && document.activeElement.matches(arguments[0])";
    checker.session.script(script, &[json!(css)]) == json!(true)
}
