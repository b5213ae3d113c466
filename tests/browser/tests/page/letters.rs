//! A letter is opened from the result, filled, changed, copied, left and found again, and forgotten with the answers.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, Screen},
    visitors,
};
use serde_json::json;

in_every_engine!(a_letter_is_written_from_a_charge_and_loses_nothing);

/// At the charge letter of somebody who is charged in Wales.
fn at_the_letter(checker: &Checker) {
    checker.visit(&visitors::CHARGED_IN_WALES);
    checker.write("dispute-charge");
}

fn type_into(checker: &Checker, css: &str, text: &str) {
    checker.session.click(css);
    text.chars().for_each(|key| checker.session.key(key));
}

fn paper(checker: &Checker) -> String {
    let paper = checker.session.script("return document.querySelector('#app .paper').innerText", &[]);
    paper.as_str().unwrap_or_default().to_owned()
}

fn a_letter_is_written_from_a_charge_and_loses_nothing(engine: Engine) {
    let checker = Checker::open(engine);
    at_the_letter(&checker);
    let session = &checker.session;
    assert!(paper(&checker).contains("I have a right to aftercare under section 117"));
    assert!(paper(&checker).contains("Regulation 3(c)"), "{engine:?}: the law of Wales");
    assert!(paper(&checker).contains("under section 3 of"), "{engine:?}: as it was told");
    type_into(&checker, "#gap-name", "Sam Okafor");
    assert_eq!(paper(&checker).matches("Sam Okafor").count(), 2, "{engine:?}: at the head and at the end");

    // A gap leads to its field.
    session.click("#app .paper [data-gap=hospital]");
    checker.wait_for_focus("gap-hospital");
    "Larch House".chars().for_each(|key| session.key(key));

    // The paragraph of the stay, changed; a gap filled later stands in it.
    let place = session.script(
        "return [...document.querySelectorAll('#app .part')].find(it => it.innerText.includes('Larch House')).dataset.part",
        &[],
    );
    let place = place.as_str().expect("the paragraph of the stay").to_owned();
    session.click(&format!("#part-{place}-change"));
    checker.wait_for_focus(&format!("part-{place}"));
    session.script(
        "const it = document.activeElement; it.setSelectionRange(it.value.length, it.value.length)",
        &[],
    );
    " It was long.".chars().for_each(|key| session.key(key));
    session.click(&format!("#part-{place}-change"));
    checker.wait_for_focus(&format!("part-{place}-change"));
    type_into(&checker, "#gap-when", "in May 2023");
    assert!(paper(&checker).contains("in May 2023") && paper(&checker).contains("It was long."));

    // Back leads to the button that was pressed, and forth again to the same letter.
    session.click("#app [data-action=back]");
    checker.wait_for_other_screen(&Screen::Letter("dispute-charge".into()));
    session.wait_for_script(
        "the focus on the button that was pressed",
        "return /^write-.*-dispute-charge$/.test(document.activeElement.id)",
        &[],
    );
    checker.write("dispute-charge");
    assert!(paper(&checker).contains("Sam Okafor") && paper(&checker).contains("It was long."));

    session.script(
        "Object.defineProperty(navigator, 'clipboard',
            { configurable: true, value: { writeText: async text => { window.s117Copied = text } } })",
        &[],
    );
    session.click("#app .letter-do .button:not(.button-second)");
    session.wait_for_script("the copy", "return !!window.s117Copied", &[]);
    let copied = session.script("return window.s117Copied", &[]);
    let copied = copied.as_str().expect("a text");
    for part in
        ["Sam Okafor", "under section 3 of", "It was long.", "[name of the council]", "I dispute the charge."]
    {
        assert!(copied.contains(part), "{engine:?}: {part} is not in the copy: {copied}");
    }
    for part in ["Keep paying for now", "NHS number", "Change"] {
        assert!(!copied.contains(part), "{engine:?}: {part} is not for those who get the letter: {copied}");
    }

    session.click("#app [data-action=clear]");
    session.wait_for("the first screen", || (checker.screen_now() == Some(Screen::Start)).then_some(()));
    at_the_letter(&checker);
    assert!(!paper(&checker).contains("Sam Okafor") && !paper(&checker).contains("It was long."));
    assert_eq!(session.script("return document.querySelector('#gap-name').value", &[]), json!(""));
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations");
}

/// Only the paper is printed. Not in every engine: not every driver can look at a page as printed.
#[test]
fn only_the_letter_is_printed() {
    let checker = Checker::open(Engine::Chromium);
    at_the_letter(&checker);
    checker.session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    let printed = checker.session.script("return document.querySelector('#app').innerText", &[]);
    let printed = printed.as_str().expect("a text");
    for part in ["I dispute the charge.", "Dear both,", "under protest"] {
        assert!(printed.contains(part), "{part} belongs on paper: {printed}");
    }
    for part in ["Fill in the gaps", "Only for you", "Change", "Copy", "999", "Law checked", "NHS number"] {
        assert!(!printed.contains(part), "{part} is not for paper: {printed}");
    }
}
