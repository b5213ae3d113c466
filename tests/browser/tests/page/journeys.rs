//! Whole journeys with the mouse: over http and from the disk.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, Screen},
    visitors::{self, Visitor},
};
use serde_json::json;

in_every_engine!(
    a_visitor_on_a_cto_is_done_after_two_questions,
    whole_journeys_by_mouse,
    whole_journey_from_the_disk,
    start_again_forgets_everything,
    from_any_result_to_the_next_journey_in_one_tap,
    a_date_that_does_not_exist_loses_nothing_and_a_good_one_gives_deadlines,
    another_problem_asks_only_what_it_needs,
    a_new_screen_is_shown_from_its_top_at_once,
);

/// Not for one frame where the old screen was left, however long drawing takes; and with the focus where it should be.
fn a_new_screen_is_shown_from_its_top_at_once(engine: Engine) {
    let checker = Checker::open(engine);
    let session = &checker.session;
    if engine == Engine::Chromium {
        session.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 6 }));
    }
    session.script(
        "const frames = window.framesSeen = [];
         let before = document.getElementById('heading').textContent;
         const look = () => {
             const heading = document.getElementById('heading');
             if (heading && heading.textContent !== before) {
                 before = heading.textContent;
                 frames.push([before, document.activeElement === heading, scrollY]);
             }
             requestAnimationFrame(look);
         };
         requestAnimationFrame(look);",
        &[],
    );
    let wait_for_its_frame = || {
        session.wait_for_script(
            "the screen to be shown",
            "return window.framesSeen.some(([text]) => text === document.getElementById('heading').textContent)",
            &[],
        );
    };
    let visitor = &visitors::CHARGED_IN_WALES;
    checker.begin_on(visitor.journey);
    let asked = checker.walk_by(visitor.told, |question, values| {
        wait_for_its_frame();
        checker.answer(question, values);
    });
    wait_for_its_frame();
    checker.open_sheet("meeting");
    wait_for_its_frame();
    let seen = session.script("return window.framesSeen", &[]);
    let seen = seen.as_array().cloned().unwrap_or_default();
    assert!(seen.len() > asked.len(), "{engine:?}: every question and the result: {seen:?}");
    for frame in &seen {
        assert_eq!([&frame[1], &frame[2]], [&json!(true), &json!(0)], "{engine:?}: {seen:?}");
    }
}

fn from_any_result_to_the_next_journey_in_one_tap(engine: Engine) {
    let checker = Checker::open(engine);
    checker.visit(&visitors::AT_HOME);
    checker.session.click("#app [data-onward=who-pays]");
    checker.wait_for_other_screen(&Screen::Result);
    let more = [
        ("F-NAT-BEFORE", &["england"][..]),
        ("F-TIMES", &["one"]),
        ("F-ARGUE", &["nobody"]),
        ("F-PAY", &["nothing"]),
    ];
    let asked: Vec<_> = more.iter().map(|(question, _)| (*question).to_owned()).collect();
    for (question, values) in more {
        checker.answer(question, values);
    }
    assert_eq!(checker.screen(), Screen::Result, "{engine:?}: after {asked:?}, all else is known");
    checker.expect_claims(&[("ELIG-01", "S1"), ("PAY-01", "S1"), ("PAY-03", "S2"), ("PAY-29", "S1")]);
    checker.session.click("#app [data-onward=entitled]");
    checker.session.wait_for("the first result again", || (checker.claims().len() == 1).then_some(()));
    checker.expect_claims(visitors::AT_HOME.claims);
}

fn a_date_that_does_not_exist_loses_nothing_and_a_good_one_gives_deadlines(engine: Engine) {
    let checker = Checker::open(engine);
    checker.visit(&visitors::REFUSED_IN_WALES);
    assert_eq!(checker.session.count("#app [data-deadline]"), 0, "no date, no deadline");
    checker.session.click("#app [data-section=deadlines] [data-change=F-DATES]");
    checker.wait_for_other_screen(&Screen::Result);
    checker.type_date(&["31", "2", "2027"]);
    checker.press_continue();
    checker.wait_for_focus("error-summary");
    let typed = checker.session.script(
        "return [...document.querySelectorAll('.date-parts input')].slice(0, 3).map(it => it.value)",
        &[],
    );
    assert_eq!(typed, json!(["31", "2", "2027"]), "{engine:?}: what was typed stands");
    // Long past by any clock: the court's time is over, and that is never said as “too late”.
    checker.session.click("#app fieldset[data-date] .date-parts p:nth-child(3) input");
    retype(&checker, 4);
    "2020".chars().for_each(|key| checker.session.key(key));
    checker.session.click("#app fieldset[data-date] .date-parts p:nth-child(1) input");
    retype(&checker, 2);
    checker.session.key('3');
    checker.press_continue();
    checker.session.wait_for("the result", || (checker.screen_now() == Some(Screen::Result)).then_some(()));
    let deadlines = checker.session.script(
        "return [...document.querySelectorAll('#app [data-deadline]')].map(it => it.dataset.deadline + ' ' + it.dataset.urgency)",
        &[],
    );
    assert!(deadlines.to_string().contains("DL-10 perhaps-late"), "{engine:?}: {deadlines}");
    assert!(!deadlines.to_string().contains("DL-02"), "{engine:?}: the bodies are Welsh: {deadlines}");
    assert!(!checker.words().to_lowercase().contains("too late"));
}

/// Takes away what stands in the field with the focus: from its end, that many characters.
fn retype(checker: &Checker, characters: u32) {
    const END: char = '\u{e010}';
    const BACKSPACE: char = '\u{e003}';
    checker.session.key(END);
    (0..characters).for_each(|_| checker.session.key(BACKSPACE));
}

fn another_problem_asks_only_what_it_needs(engine: Engine) {
    let checker = Checker::open(engine);
    checker.visit(&visitors::REFUSED_IN_WALES);
    checker.session.click("#app [data-section=onward] [data-change=F-ISSUE]");
    checker.wait_for_other_screen(&Screen::Result);
    checker.answer("F-ISSUE", &["direct-payment"]);
    checker.answer("F-AGE", &["no"]);
    assert_eq!(checker.screen(), Screen::Result);
    checker.expect_claims(&[("ELIG-02", "S1"), ("DP-04", "S2"), ("DP-05", "S4")]);
}

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
    checker.visit(visitor);
    checker.expect_claims(visitor.claims);
    for section in ["because", "law", "next", "onward"] {
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
