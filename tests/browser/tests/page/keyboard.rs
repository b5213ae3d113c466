//! Whole journeys by keyboard alone. The focus goes to the heading on each screen.

use browser_tests::{
    engine::Engine,
    keys::Keys,
    page::{Checker, ENTER, SPACE, Screen},
    visitors,
};

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
    checker.walk_by(visitors::AT_HOME.told, |question, values| keys(&checker).answer(question, values));
    assert_eq!(checker.screen(), Screen::Result);
    checker.expect_claims(visitors::AT_HOME.claims);
    // “Start again” can be reached, and brings the first screen with its heading.
    keys(&checker).go_to("[data-action=restart]", false);
    checker.session.key(ENTER);
    checker.wait_for_other_screen(&Screen::Result);
    checker.wait_for_focus("heading");
}

fn a_tick_journey_by_keyboard(engine: Engine) {
    let checker = open_with_keys(engine);
    let visitor = visitors::ONLY_OTHER_KINDS;
    checker.walk_by(visitor.told, |question, values| keys(&checker).answer(question, values));
    checker.expect_claims(visitor.claims);
}

fn back_by_keyboard(engine: Engine) {
    let checker = open_with_keys(engine);
    keys(&checker).answer("F-NAT-NOW", &["wales"]);
    // Back stands before the heading that has the focus.
    keys(&checker).go_to("[data-action=back]", true);
    checker.session.key(SPACE);
    checker.wait_for_other_screen(&Screen::Question("F-WHERE".to_owned()));
    checker.wait_for_focus("heading");
    assert_eq!(checker.question(), "F-NAT-NOW");
    assert_eq!(checker.chosen(), ["wales"]);
}

/// Opens the page and begins the journey without a mouse.
fn open_with_keys(engine: Engine) -> Checker {
    let checker = Checker::open(engine);
    keys(&checker).go_to("button[data-journey=entitled]", false);
    checker.session.key(ENTER);
    checker.wait_for_other_screen(&Screen::Start);
    checker.wait_for_focus("heading");
    checker
}

fn keys(checker: &Checker) -> Keys<'_> {
    Keys { checker, look: |_| {} }
}
