//! The adviser page: facts by keyboard, what follows at once, stays, notes out and in, and the next person.

use browser_tests::{
    axe,
    engine::Engine,
    in_every_engine,
    page::{Checker, ENTER, SPACE, Screen, TAB, texts},
    server::Server,
    traces::{self, Traces},
    visitors,
};
use serde_json::json;
use std::{thread::sleep, time::Duration};

in_every_engine!(
    facts_by_keyboard_and_what_follows_at_once,
    stays_give_facts_and_notes_come_back,
    an_answer_goes_along_to_the_visitors_pages_and_back,
    dates_show_their_deadlines,
    notes_that_cannot_be_read_change_nothing,
    the_adviser_page_is_accessible_and_leaves_nothing,
);

/// A number chooses, Enter goes to the next fact that a rule needs, until nothing about the right is open.
fn facts_by_keyboard_and_what_follows_at_once(engine: Engine) {
    let checker = open(engine);
    focus(&checker, "desk-F-NAT-NOW");
    // England; out; section 3 ticked; July 2022 or later; no, and gets help; not in prison.
    for (fact, key) in [
        ("F-NAT-NOW", '1'),
        ("F-WHERE", '7'),
        ("F-SECTS", SPACE),
        ("F-WHEN", '1'),
        ("F-END", '1'),
        ("F-JAIL", '1'),
    ] {
        checker.wait_for_focus(&format!("desk-{fact}"));
        checker.session.key(key);
        wait_for_standing(&checker, fact, "read");
        checker.session.key(ENTER);
    }
    expect_claims(&checker, &[("ELIG-01", "S1")]);
    // Nothing about the right is open: on to who provides and who pays.
    checker.wait_for_focus("desk-F-NAT-BEFORE");
    for key in ['1', TAB, '1', TAB, '1'] {
        checker.session.key(key);
    }
    // The bodies are certain before anybody has said what is charged.
    wait_for_standing(&checker, "F-ARGUE", "read");
    expect_claims(&checker, &[("ELIG-01", "S1"), ("PAY-01", "S1"), ("PAY-03", "S2")]);
    let sources = "return [...document.querySelectorAll('[data-finding=ELIG-01] .found-sources li')]
        .map(source => source.innerText)";
    let sources = texts(&checker.session.script(sources, &[]));
    assert!(sources.len() == 2 && sources.iter().all(|source| source.contains("[R, ")), "{sources:?}");
    let rests = checker.session.text("[data-finding=ELIG-01] .found-rests");
    assert!(rests.contains("F-SECTS section-3"), "{rests}");
    // "0" is "not sure", and what follows changes at once. Browsers take keys that come within a second for one word
    // ("10"), and this list was typed into faster than anybody types.
    sleep(Duration::from_millis(1500));
    focus(&checker, "desk-F-WHEN");
    checker.session.key('0');
    checker.session.wait_for("the other claim", || {
        claims(&checker).iter().any(|claim| claim == "ELIG-10 S2").then_some(())
    });
}

fn stays_give_facts_and_notes_come_back(engine: Engine) {
    let checker = open(engine);
    let session = &checker.session;
    session.select("#desk-F-NAT-NOW", "wales");
    session.select("#desk-F-WHERE", "out");
    for (place, under, left, home) in
        [("0", "section-3", "6 2014", "wales"), ("1", "section-37-41", "2023", "england")]
    {
        session.click("[data-action=add-stay]");
        session.select(&format!("#stay-{place}-under"), under);
        session.click(&format!("#stay-{place}-left"));
        left.chars().for_each(|key| session.key(key));
        session.select(&format!("#stay-{place}-home"), home);
    }
    wait_for_standing(&checker, "F-WHEN", "read");
    let facts = "return ['F-SECTS', 'F-WHEN', 'F-TIMES', 'F-NAT-BEFORE'].map(fact =>
        document.querySelector(`[data-fact='${fact}'] .fact-told`).innerText)";
    let told = texts(&session.script(facts, &[]));
    assert_eq!(told[1..3], ["July 2022 or later", "More than one"], "{engine:?}: {told:?}");
    // The same stay in the other order is told, and decides otherwise.
    session.click("[data-stay='1'] .desk-stay-acts button");
    session
        .wait_for("the order to be told", || session.is_shown("[data-stay='1'] .wrong-says").then_some(()));
    session.click("[data-stay='1'] .desk-stay-acts button");
    session.wait_for("the first order", || (!session.is_shown(".wrong-says")).then_some(()));

    let notes = copied(&checker);
    for must in
        ["STAY 1 = section-3; left 2014-06; home wales", "F-NAT-NOW = wales", "Law checked 22 November 2026"]
    {
        assert!(notes.contains(must), "{must} is missing: {notes}");
    }
    clear(&checker);
    let empty = copied(&checker);
    assert!(!empty.contains("F-NAT-NOW =") && !empty.contains("STAY"), "{engine:?}: nothing stays: {empty}");
    let values = "return [...document.querySelectorAll('.desk select, .desk textarea, .desk input')]
        .filter(field => field.type === 'checkbox' ? field.checked : field.value).map(field => field.outerHTML)";
    assert_eq!(session.script(values, &[]), json!([]), "{engine:?}: a field still shows what was told");

    paste(&checker, &notes.lines().map(|line| format!("> {line}\r\n")).collect::<String>());
    session.wait_for("the notes to be read", || (session.count("[data-stay]") == 2).then_some(()));
    checker.wait_for_focus("heading");
    assert_eq!(texts(&session.script(facts, &[])), told, "{engine:?}");
    assert_eq!(
        session.script("return document.getElementById('desk-F-NAT-NOW').value", &[]),
        json!("wales"),
        "{engine:?}: the field shows what was read"
    );
    let again = copied(&checker);
    assert_eq!(again, notes, "{engine:?}: the same case, the same notes");
}

fn an_answer_goes_along_to_the_visitors_pages_and_back(engine: Engine) {
    let checker = Checker::open(engine);
    checker.visit(&visitors::AT_HOME);
    checker.session.click("#app [data-action=advise]");
    checker.session.wait_for("the adviser page", || is_open(&checker).then_some(()));
    expect_claims(&checker, visitors::AT_HOME.claims);
    checker.session.select("#desk-F-END", "only-one");
    checker.session.wait_for("the ending", || {
        claims(&checker).iter().any(|claim| claim.starts_with("END-16")).then_some(())
    });
    checker.session.click("#app [data-action=visitor]");
    assert_eq!(checker.screen(), Screen::Result, "{engine:?}: nothing is asked twice");
    assert!(checker.claims().iter().any(|(id, _)| id == "END-16"));
}

fn dates_show_their_deadlines(engine: Engine) {
    let checker = Checker::open(engine);
    checker.visit_after_a_decision(&visitors::REFUSED_IN_WALES);
    checker.session.click("#app [data-action=advise]");
    checker.session.wait_for("the adviser page", || is_open(&checker).then_some(()));
    let deadlines = checker.session.text("#app [data-part=deadlines]");
    assert!(deadlines.contains("DL-01") && deadlines.contains("DL-10"), "{engine:?}: {deadlines}");
    assert!(!deadlines.contains("DL-02"), "{engine:?}: the bodies are Welsh: {deadlines}");
}

fn notes_that_cannot_be_read_change_nothing(engine: Engine) {
    let checker = open(engine);
    let session = &checker.session;
    session.select("#desk-F-NAT-NOW", "england");
    let wrong = "F-NAT-NOW = wales | x\nF-NOWHERE = out | <img src=x onerror=alert(1)>";
    for (text, says) in [(wrong, "Line 2"), ("Dear colleague", "no facts")] {
        paste(&checker, text);
        session.wait_for("the mistake to be told", || {
            (session.is_shown("#desk-mistake") && session.text("#desk-mistake").contains(says)).then_some(())
        });
        let fields = "return [document.getElementById('desk-F-NAT-NOW').value, document.getElementById('desk-pasted').value]";
        assert_eq!(session.script(fields, &[]), json!(["england", text]), "{engine:?}: nothing is lost");
    }
    assert_eq!(session.count("#app img"), 0);
}

fn the_adviser_page_is_accessible_and_leaves_nothing(engine: Engine) {
    let checker = open(engine);
    traces::watch(&checker.session);
    let before = Traces::of(&checker.session, &checker.server);
    expect_accessible(&checker, "empty");
    fill(&checker);
    expect_accessible(&checker, "filled, with everything open");
    let after = Traces::of(&checker.session, &checker.server);
    assert!(after.nothing_stored() && after.nothing_seen(), "{engine:?}: {after:?}");
    assert_eq!(after, before, "{engine:?}: the adviser page left something");
    assert_eq!(checker.server.requests(), ["GET /"]);
    assert_eq!(checker.violations(), json!([]));
}

/// Colours that are told apart by day must be so by night.
#[test]
fn the_adviser_page_is_accessible_in_the_dark() {
    let checker = open(Engine::Chromium);
    let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
    checker.session.devtools("Emulation.setEmulatedMedia", dark);
    fill(&checker);
    expect_accessible(&checker, "dark");
}

/// Facts of every standing, stays, a date that does not exist, a text that cannot be read, everything open.
fn fill(checker: &Checker) {
    let session = &checker.session;
    for (fact, value) in [
        ("F-NAT-NOW", "england"),
        ("F-WHERE", "on-cto"),
        ("F-LEAVE", "overnight"),
        ("F-ISSUE", "charged"),
        ("F-NAT-BEFORE", "placed-by-wales"),
        ("F-NEED", "both"),
    ] {
        session.select(&format!("#desk-{fact}"), value);
    }
    session.click("[data-action=add-stay]");
    session.click("#stay-0-left");
    "x".chars().for_each(|key| session.key(key));
    for (part, text) in ["31", "2", "2026"].into_iter().enumerate() {
        session.click(&format!("#date-decision-{part}"));
        text.chars().for_each(|key| session.key(key));
    }
    paste(checker, "F-NOWHERE = out | x");
    session.script("document.querySelectorAll('#app details').forEach(part => part.open = true)", &[]);
    session.wait_for("the mistake", || session.is_shown("#desk-mistake").then_some(()));
    session.click("[data-action=clear-desk]");
    session.wait_for("the question", || session.is_shown("[data-action=clear-desk-yes]").then_some(()));
}

fn expect_accessible(checker: &Checker, state: &str) {
    let found = axe::findings(&checker.session);
    assert!(found.is_empty(), "{:?}: axe, {state}:\n{}", checker.session.engine, found.join("\n"));
}

fn open(engine: Engine) -> Checker {
    let checker = Checker::open(engine);
    checker.session.click("#app [data-action=advise]");
    checker.session.wait_for("the adviser page", || is_open(&checker).then_some(()));
    checker.wait_for_focus("heading");
    checker
}

fn is_open(checker: &Checker) -> bool {
    checker.session.count("#app [data-screen=adviser]") == 1
}

fn focus(checker: &Checker, id: &str) {
    checker.session.script("document.getElementById(arguments[0]).focus()", &[json!(id)]);
}

fn wait_for_standing(checker: &Checker, fact: &str, standing: &str) {
    checker.session.wait_for_script(
        &format!("{fact} to be {standing}"),
        "return document.querySelector(`[data-fact='${arguments[0]}']`).dataset.standing === arguments[1]",
        &[json!(fact), json!(standing)],
    );
}

/// The claims on the page, as `ELIG-01 S1`.
fn claims(checker: &Checker) -> Vec<String> {
    texts(&checker.session.script(
        "return [...document.querySelectorAll('.found [data-strength]')]
            .map(claim => `${claim.dataset.finding} ${claim.dataset.strength}`)",
        &[],
    ))
}

fn expect_claims(checker: &Checker, expected: &[(&str, &str)]) {
    let expected: Vec<String> = expected.iter().map(|(id, strength)| format!("{id} {strength}")).collect();
    assert_eq!(claims(checker), expected, "{:?}: the claims", checker.session.engine);
    let short = checker.session.text(".desk-short");
    assert_eq!(short, expected.join(" · "), "{:?}: the same in short", checker.session.engine);
}

/// What "Copy as text" puts on the clipboard.
fn copied(checker: &Checker) -> String {
    checker.session.script(
        "Object.defineProperty(navigator, 'clipboard', { configurable: true,
            value: { writeText: text => { window.s117Copied = text; return Promise.resolve() } } })",
        &[],
    );
    checker.session.click(".desk-notes > .buttons .button");
    checker.session.wait_for("the text to be copied", || {
        let text = checker
            .session
            .script("const text = window.s117Copied; window.s117Copied = ''; return text || ''", &[]);
        text.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
    })
}

fn paste(checker: &Checker, text: &str) {
    let session = &checker.session;
    session.script("document.querySelector('[data-open-up=paste]').open = true", &[]);
    session.script("document.getElementById('desk-pasted').value = arguments[0]", &[json!(text)]);
    session.click("[data-action=read-notes]");
}

fn clear(checker: &Checker) {
    checker.session.click("[data-action=clear-desk]");
    checker.session.click("[data-action=clear-desk-yes]");
    checker.session.wait_for("the next person", || (claims(checker).is_empty()).then_some(()));
    checker.wait_for_focus("heading");
}

/// The last place where what was told could be left: on the disk.
#[test]
fn chromium_writes_nothing_of_the_adviser_page() {
    nothing_is_written(Engine::Chromium);
}

#[test]
fn firefox_writes_nothing_of_the_adviser_page() {
    nothing_is_written(Engine::Firefox);
}

fn nothing_is_written(engine: Engine) {
    use browser_tests::disk;
    let checker = Checker::open_in(browser_tests::session::Session::start(engine), Server::start());
    let session = &checker.session;
    session.click("#app [data-action=advise]");
    session.wait_for("the adviser page", || is_open(&checker).then_some(()));
    session.select("#desk-F-WHERE", "hospital-by-choice");
    session.script("document.querySelector('[data-open-up=paste]').open = true", &[]);
    session.click("#desk-pasted");
    "S117-PASTED".chars().for_each(|key| session.key(key));
    disk::wait_for_a_control(session);
    for text in ["S117-PASTED", "desk-F-WHERE", "hospital-by-choice"] {
        let written = disk::files_with(session.home(), text);
        assert!(written.is_empty(), "{engine:?}: {text} is on the disk: {written:?}");
    }
}
