//! Whole journeys with the mouse: over http and from the disk.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, Screen},
    visitors::{self, Visitor},
};

in_every_engine!(
    a_visitor_on_a_cto_is_done_after_two_questions,
    whole_journeys_by_mouse,
    whole_journey_from_the_disk,
    start_again_forgets_everything,
);

fn a_visitor_on_a_cto_is_done_after_two_questions(engine: Engine) {
    let checker = Checker::open(engine);
    let asked = checker.go_to_result(visitors::ON_CTO.told);
    assert_eq!(asked, ["F-NAT-NOW", "F-WHERE"]);
    checker.expect_claims(visitors::ON_CTO.claims);
}

fn whole_journeys_by_mouse(engine: Engine) {
    let checker = Checker::open(engine);
    for visitor in visitors::ALL {
        walk_and_check(&checker, visitor);
        restart(&checker);
    }
}

fn whole_journey_from_the_disk(engine: Engine) {
    let checker = Checker::open_file(engine);
    assert!(checker.session.address().starts_with("file:"), "opened from the disk");
    walk_and_check(&checker, &visitors::AT_HOME);
    assert_eq!(checker.violations(), serde_json::json!([]), "{engine:?}: policy violations");
    assert_eq!(checker.server.requests(), [""; 0], "nothing is asked of a server");
}

fn start_again_forgets_everything(engine: Engine) {
    let checker = Checker::open(engine);
    let first = checker.words();
    checker.go_to_result(visitors::AT_HOME.told);
    restart(&checker);
    assert_eq!(checker.words(), first);
    checker.begin();
    for (question, values) in visitors::AT_HOME.told {
        assert_eq!(checker.chosen(), [""; 0], "{question} starts without an answer");
        checker.answer(question, values);
    }
}

/// Walks one journey and checks what stands on every result.
fn walk_and_check(checker: &Checker, visitor: &Visitor) {
    checker.go_to_result(visitor.told);
    checker.expect_claims(visitor.claims);
    for section in ["because", "law", "next"] {
        let css = format!("#app [data-screen=result] [data-section='{section}']");
        assert!(checker.session.is_shown(&css), "{}: the result has a part “{section}”", visitor.name);
    }
    assert!(checker.session.is_shown("#crisis"), "crisis help is in sight");
}

/// Presses “Start again” on the result.
fn restart(checker: &Checker) {
    checker.session.click("#app [data-action=restart]");
    checker
        .session
        .wait_for("the first screen", || (checker.screen_now() == Some(Screen::Start)).then_some(()));
}
