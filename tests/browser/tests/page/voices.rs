//! For whom it is: chosen first, changed anywhere, and it loses nothing.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, Screen},
    visitors,
};
use serde_json::json;

in_every_engine!(a_result_speaks_to_the_one_who_asks);

const SUPPORTED: &str = "the person you support";

fn a_result_speaks_to_the_one_who_asks(engine: Engine) {
    let checker = Checker::open(engine);
    let session = &checker.session;
    assert_eq!(checker.chosen(), ["me"], "{engine:?}");
    session.click("label[for=whom-supporter]");
    assert_eq!(checker.chosen(), ["supporter"], "{engine:?}");
    checker.begin();
    assert!(checker.words().contains("Where does the person you support live now?"), "{engine:?}");

    // On a question: a choice that is not sent yet stays, and the focus too.
    checker.choose("F-NAT-NOW", "england");
    speak(&checker, "client", "Where does your client live now?");
    assert_eq!(
        (checker.chosen(), checker.focused().as_str()),
        (vec!["england".to_owned()], "whom"),
        "{engine:?}"
    );
    speak(&checker, "supporter", "Where does the person you support live now?");
    for (question, values) in visitors::AT_HOME.told {
        checker.answer(question, values);
    }
    assert_eq!(checker.screen_now(), Some(Screen::Result), "{engine:?}");
    let theirs = checker.words();
    assert!(theirs.contains("The person you support has this right"), "{engine:?}: {theirs}");
    assert!(theirs.contains("They were held under section 3."), "{engine:?}: {theirs}");
    assert!(!theirs.contains("You have this right"), "{engine:?}");
    assert_eq!(steps(&checker), 3, "{engine:?}");
    assert!(steps_have(&checker, "ACT-07"), "{engine:?}: how to act for someone is in sight");

    // On the result: the same findings, in other words.
    let findings = checker.claims();
    speak(&checker, "me", "You have this right");
    let mine = checker.words();
    assert!(!mine.contains(SUPPORTED), "{engine:?}: {mine}");
    assert_eq!(checker.claims(), findings, "{engine:?}");
    assert!(!steps_have(&checker, "ACT-07"), "{engine:?}");
    speak(&checker, "supporter", "The person you support has this right");
    assert_eq!(checker.words(), theirs, "{engine:?}");

    session.click("[data-action=clear]");
    checker.wait_until_ready();
    assert_eq!(checker.chosen(), ["me"], "{engine:?}: Clear puts it back");
    assert!(!checker.words().contains(SUPPORTED), "{engine:?}");
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations");
}

/// Says for whom it is, in the small control, and waits for these words.
fn speak(checker: &Checker, voice: &str, expected: &str) {
    checker.session.script(
        "const control = document.querySelector('#whom')
        control.focus()
        control.value = arguments[0]
        control.dispatchEvent(new Event('change', { bubbles: true }))",
        &[json!(voice)],
    );
    checker.session.wait_for(expected, || checker.words().contains(expected).then_some(()));
}

/// How many steps are in sight.
fn steps(checker: &Checker) -> u64 {
    let count = checker.session.script("return document.querySelectorAll('ol.next > li').length", &[]);
    count.as_u64().unwrap_or_default()
}

/// Is this step in sight?
fn steps_have(checker: &Checker, id: &str) -> bool {
    let found = checker.session.script(
        "return !!document.querySelector(`ol.next > [data-finding=\"${arguments[0]}\"]`)",
        &[json!(id)],
    );
    found == json!(true)
}
