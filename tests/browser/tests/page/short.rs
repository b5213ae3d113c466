//! The short version: chosen like a language, one idea a line, and the same findings.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, Screen, texts},
    visitors,
};
use serde_json::json;

in_every_engine!(the_short_version_says_the_same_in_less, the_short_version_can_be_set);

const PRESSED: &str =
    "return document.querySelector('[data-action=shorten]').getAttribute('aria-pressed') === 'true'";

/// Is the short version on the screen?
fn is_short(checker: &Checker) -> bool {
    let pressed = checker.session.script(PRESSED, &[]) == json!(true);
    let drawn = checker.session.count("#app .short") == 1;
    assert!(pressed == drawn || checker.screen_now() == Some(Screen::Start), "the button says what is shown");
    pressed
}

/// Presses the button, by the keyboard, and waits until it says so.
fn press(checker: &Checker, short: bool) {
    let session = &checker.session;
    session.script("document.querySelector('[data-action=shorten]').focus()", &[]);
    session.key(browser_tests::page::ENTER);
    session.wait_for("the other version", || (is_short(checker) == short).then_some(()));
    let focused = session.script("return document.activeElement.dataset.action", &[]);
    assert_eq!(focused, "shorten", "the focus stays");
}

/// Paragraphs of more than one sentence.
fn of_many_sentences(checker: &Checker, inside: &str) -> Vec<String> {
    texts(&checker.session.script(
        "return [...document.querySelectorAll(arguments[0])].map(it => it.textContent)
            .filter(it => /[.?]”? \\S/.test(it))",
        &[json!(inside)],
    ))
}

fn the_short_version_says_the_same_in_less(engine: Engine) {
    let checker = Checker::open(engine);
    let session = &checker.session;
    let address = session.address();
    assert!(!is_short(&checker), "{engine:?}: nobody chose it");
    checker.go_to_question(visitors::AT_HOME.told, "F-SECTS");
    assert_eq!(session.count("legend > svg"), 0, "{engine:?}");
    session.script("document.querySelectorAll('details').forEach(it => it.open = true)", &[]);
    let open_up = ".open-up-in > p:not(.say), .ask-hint > p";
    assert!(!of_many_sentences(&checker, open_up).is_empty(), "{engine:?}: the full version has paragraphs");
    checker.choose("F-SECTS", "section-3");

    // On a question: the choice that is not sent yet stays, and so does what is unfolded.
    press(&checker, true);
    assert_eq!(checker.chosen(), ["section-3"], "{engine:?}");
    assert_eq!(session.count("legend > svg"), 1, "{engine:?}: a picture");
    assert_eq!(session.count("details[open] > .open-up-in"), 3, "{engine:?}");
    assert_eq!(of_many_sentences(&checker, open_up), [""; 0], "{engine:?}: one idea a line");
    assert!(session.text(".open-up-in").contains("a tribunal decision"), "{engine:?}");
    press(&checker, false);
    assert_eq!(
        (session.count("legend > svg"), checker.chosen()),
        (0, vec!["section-3".to_owned()]),
        "{engine:?}"
    );
    press(&checker, true);

    // To the result: what is found is the same.
    checker.press_continue();
    for (question, values) in visitors::AT_HOME.told {
        if checker.screen_now() == Some(Screen::Question((*question).to_owned())) {
            checker.answer(question, values);
        }
    }
    assert_eq!(checker.screen(), Screen::Result, "{engine:?}");
    assert!(is_short(&checker), "{engine:?}: it stays from screen to screen");
    checker.expect_claims(visitors::AT_HOME.claims);
    assert_eq!(of_many_sentences(&checker, ".answer-says > p"), [""; 0], "{engine:?}");
    let rows = |name: &str| session.count(&format!("[data-section={name}]"));
    assert_eq!([rows("law"), rows("myths"), rows("sources"), rows("in-full")], [0, 0, 0, 1], "{engine:?}");
    // What must never be left out.
    assert_eq!([rows("next"), rows("people"), session.count("#crisis")], [1, 1, 1], "{engine:?}");

    // What others get is in full, and coming back is to the short version.
    checker.open_sheet("meeting");
    assert_eq!(session.count("[data-action=shorten], .short"), 0, "{engine:?}");
    checker.back_to_result();
    assert!(is_short(&checker), "{engine:?}");

    session.click("[data-action=in-full]");
    checker.wait_for_focus("heading");
    assert!(!is_short(&checker), "{engine:?}");
    assert_eq!([rows("law"), rows("sources"), rows("in-full")], [1, 1, 0], "{engine:?}");
    checker.expect_claims(visitors::AT_HOME.claims);
    assert_eq!(session.address(), address, "{engine:?}: nothing of it is in the address");
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations");
}

fn the_short_version_can_be_set(engine: Engine) {
    let checker = Checker::open(engine);
    let session = &checker.session;
    session.open(&checker.server.address("/?1#words=short&lang=cy"));
    checker.wait_until_ready();
    assert!(is_short(&checker), "{engine:?}");
    checker.begin();
    assert!(is_short(&checker), "{engine:?}");
    // Another language is in short too.
    session.click("[data-language=en]");
    session.wait_for("English", || checker.words().contains("Where do you live now?").then_some(()));
    assert!(is_short(&checker), "{engine:?}");
    checker.choose("F-NAT-NOW", "england");
    session.click("[data-action=clear]");
    checker.wait_until_ready();
    assert!(is_short(&checker), "{engine:?}: who clears the answers reads on as before");
}
