//! Going back, and changing an earlier answer: only what the change affects is asked again.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, Screen},
    visitors,
};

in_every_engine!(
    back_keeps_the_answers,
    back_from_the_result,
    a_change_that_affects_nothing_else,
    a_change_that_asks_more,
    a_change_that_is_restored,
);

fn back_keeps_the_answers(engine: Engine) {
    let checker = Checker::open(engine);
    checker.go_to_question(visitors::AT_HOME.told, "F-WHEN");
    back(&checker, "F-SECTS");
    assert_eq!(checker.chosen(), ["section-3"]);
    back(&checker, "F-WHERE");
    assert_eq!(checker.chosen(), ["out"]);
    // Onward again with nothing chosen anew: what was answered is not asked again.
    assert_eq!(checker.answer("F-WHERE", &[]), Screen::Question("F-WHEN".to_owned()));
    assert_eq!(checker.chosen(), [""; 0]);
    back(&checker, "F-SECTS");
    assert_eq!(checker.chosen(), ["section-3"]);
}

fn back_from_the_result(engine: Engine) {
    let checker = Checker::open(engine);
    checker.go_to_result(visitors::AT_HOME.told);
    back(&checker, "F-JAIL");
    assert_eq!(checker.chosen(), ["no"]);
    assert_eq!(checker.answer("F-JAIL", &[]), Screen::Result);
    checker.expect_claims(visitors::AT_HOME.claims);
    // And from the first question back to the first screen.
    change(&checker, "F-NAT-NOW");
    checker.answer("F-NAT-NOW", &[]);
    checker.expect_claims(visitors::AT_HOME.claims);
}

fn a_change_that_affects_nothing_else(engine: Engine) {
    let checker = Checker::open(engine);
    checker.go_to_result(visitors::AT_HOME.told);
    change(&checker, "F-WHEN");
    assert_eq!(checker.chosen(), ["since-july-2022"], "the earlier answer is still chosen");
    assert_eq!(checker.answer("F-WHEN", &["october-1983-to-march-2015"]), Screen::Result);
    checker.expect_claims(visitors::LONG_AGO.claims);
    checker.wait_for_focus("heading");
}

fn a_change_that_asks_more(engine: Engine) {
    let checker = Checker::open(engine);
    checker.go_to_result(visitors::AT_HOME.told);
    change(&checker, "F-WHERE");
    checker.answer("F-WHERE", &["hospital-by-choice"]);
    // Only what the new answer opens is asked; section, time, ending and prison are kept.
    assert_eq!(checker.walk(&[("F-STAY", &["came-back"])]), ["F-STAY"]);
    assert_eq!(checker.screen(), Screen::Result);
    checker.expect_claims(&[("ELIG-08", "S1")]);
}

fn a_change_that_is_restored(engine: Engine) {
    let checker = Checker::open(engine);
    checker.go_to_result(visitors::AT_HOME.told);
    let before = checker.words();
    change(&checker, "F-WHERE");
    assert_eq!(checker.answer("F-WHERE", &["on-cto"]), Screen::Result);
    checker.expect_claims(visitors::ON_CTO.claims);
    change(&checker, "F-WHERE");
    // The answers set aside by the first change count again: nothing is asked twice.
    assert_eq!(checker.answer("F-WHERE", &["out"]), Screen::Result);
    checker.expect_claims(visitors::AT_HOME.claims);
    assert_eq!(checker.words(), before, "the same answers make the same result");
}

/// Presses Back, and checks which question comes.
fn back(checker: &Checker, expected: &str) {
    let before = checker.screen();
    checker.session.click("#app [data-action=back]");
    assert_eq!(checker.wait_for_other_screen(&before), Screen::Question(expected.to_owned()));
    checker.wait_for_focus("heading");
}

/// Presses Change beside the answer to a question, on the result.
fn change(checker: &Checker, question: &str) {
    checker.session.click(&format!("#app [data-screen=result] button[data-change='{question}']"));
    assert_eq!(checker.wait_for_other_screen(&Screen::Result), Screen::Question(question.to_owned()));
    checker.wait_for_focus("heading");
}
