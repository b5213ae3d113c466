//! Whole journeys by keyboard alone, with the focus asserted at each step: where it is, that its ring shows, and that
//! nothing lies over it (WCAG 2.4.7, 2.4.11). No trap: Tab goes through each page and comes round again.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    keys::Keys,
    page::{Checker, DOWN, ENTER, ESCAPE, SANDBOX, SPACE, Screen, TAB, UP, texts},
    server::Server,
    session::Session,
    visitors,
    walk::{call, install},
};
use serde_json::json;

in_every_engine!(tab_goes_through_a_frame_and_out);

// Not in Firefox: its driver loses keys where the browser's own controls have had the focus. `keyboard` walks there.
#[test]
fn chromium_whole_journey_by_keys() {
    a_whole_journey_by_keys(Engine::Chromium);
}

#[test]
fn webkit_whole_journey_by_keys() {
    a_whole_journey_by_keys(Engine::WebKit);
}

#[test]
fn chromium_tab_stops_at_everything() {
    tab_stops_at_everything_and_comes_round(Engine::Chromium);
}

#[test]
fn webkit_tab_stops_at_everything() {
    tab_stops_at_everything_and_comes_round(Engine::WebKit);
}

/// The first question to a letter and the adviser page, under the bar of a quick exit.
fn a_whole_journey_by_keys(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    session.open(&server.address("/#exit=https://away.invalid/"));
    let checker = Checker { session, server };
    checker.wait_until_ready();
    let session = &checker.session;
    install(session);

    // Past the crisis lines.
    tab_to(&checker, ".skip");
    press(&checker, ENTER, "main");
    // Language and voice, before anything else; the focus stays where it was.
    tab_to(&checker, "button[data-language=cy]");
    session.key(ENTER);
    wait_for(&checker, "button[data-language=en]", "document.documentElement.lang === 'cy'");
    session.key(SPACE);
    wait_for(&checker, "button[data-language=cy]", "document.documentElement.lang === 'en-GB'");
    tab_to(&checker, "#whom-me");
    session.key(DOWN);
    wait_for(&checker, "#whom-supporter", "document.activeElement.checked");
    session.key(UP);
    wait_for(&checker, "#whom-me", "document.activeElement.checked");

    // A question: what folds, a term in it, Continue with nothing chosen, and the way to the mistake.
    tab_to(&checker, "button[data-journey=who-pays]");
    session.key(ENTER);
    checker.wait_for_other_screen(&Screen::Start);
    checker.wait_for_focus("heading");
    tab_to(&checker, "#whom");
    let voices = texts(
        &session
            .script("return [...document.activeElement.options].map(option => option.text.trim()[0])", &[]),
    );
    session.key(voices[2].chars().next().expect("a letter"));
    wait_for(&checker, "#whom", "document.activeElement.value === 'client'");
    session.key(voices[0].chars().next().expect("a letter"));
    wait_for(&checker, "#whom", "document.activeElement.value === 'me'");
    keys(&checker).answer("F-NAT-NOW", &["wales"]);
    checker.wait_for_focus("heading");
    tab_to(&checker, "[data-open-up=find-out] > summary");
    session.key(SPACE);
    wait_for(&checker, "summary", "document.activeElement.parentElement.open");
    tab_to(&checker, "[data-open-up=find-out] .term");
    for open in ["true", "false"] {
        session.key(ENTER);
        let term = "document.querySelector('[data-open-up=find-out] .term')";
        wait_for(&checker, ".term", &format!("{term}.getAttribute('aria-expanded') === '{open}'"));
    }
    tab_to(&checker, "form[data-question] button[type=submit]");
    press(&checker, SPACE, "error-summary");
    tab_to(&checker, "#error-summary a");
    let first = session.script("return document.querySelector('#app form input').id", &[]);
    press(&checker, ENTER, first.as_str().expect("an id"));
    // Escape is no answer and turns no page.
    session.key(ESCAPE);
    assert_eq!(checker.question(), "F-WHERE", "{engine:?}");

    // Back and forth again: Back stands before the heading, and what was answered stands.
    keys(&checker).go_to("[data-action=back]", true);
    session.key(SPACE);
    checker.wait_for_other_screen(&Screen::Question("F-WHERE".to_owned()));
    checker.wait_for_focus("heading");
    assert_eq!((checker.question().as_str(), checker.chosen()), ("F-NAT-NOW", vec!["wales".to_owned()]));
    checker.walk_by(visitors::CHARGED_IN_WALES.told, |question, values| {
        keys(&checker).answer(question, values);
    });
    assert_eq!(checker.screen(), Screen::Result);
    checker.wait_for_focus("heading");
    checker.expect_claims(visitors::CHARGED_IN_WALES.claims);

    // From the result: to what to do, into a letter and back to its button, into a sheet and back.
    tab_to(&checker, ".contents [data-to=next]");
    press(&checker, ENTER, "next-heading");
    tab_to(&checker, "[data-write]");
    let button = checker.focused();
    session.key(ENTER);
    checker.wait_for_other_screen(&Screen::Result);
    checker.wait_for_focus("heading");
    tab_to(&checker, "input[name=letter-voice]");
    session.key(DOWN);
    wait_for(&checker, "input[name=letter-voice][value='1']", "document.activeElement.checked");
    tab_to(&checker, "#gap-name");
    "Sam".chars().for_each(|key| session.key(key));
    wait_for(&checker, "#gap-name", "document.querySelector('#app .paper').textContent.includes('Sam')");
    session.key(ENTER);
    assert!(matches!(checker.screen(), Screen::Letter(_)), "{engine:?}: Enter sends nothing anywhere");
    keys(&checker).go_to("[data-action=back]", true);
    session.key(ENTER);
    checker.wait_for_focus(&button);
    seen(&checker);
    for sheet in ["meeting", "diary"] {
        tab_to(&checker, &format!("[data-sheet={sheet}]"));
        session.key(ENTER);
        wait_for(&checker, "#heading", &format!("s117Look.screen() === '{sheet}'"));
        tab_to(&checker, "[data-action=print]");
        keys(&checker).go_to("[data-action=back]", true);
        session.key(ENTER);
        wait_for(&checker, "#heading", "s117Look.screen() === 'result'");
    }

    // The adviser page, its notes, and Clear, which asks once more.
    tab_to(&checker, "[data-action=advise]");
    session.key(SPACE);
    wait_for(&checker, "#heading", "s117Look.screen() === 'adviser'");
    tab_to(&checker, "[data-open-up=paste] > summary");
    session.key(ENTER);
    tab_to(&checker, "#desk-pasted");
    "no facts".chars().for_each(|key| session.key(key));
    tab_to(&checker, "[data-action=read-notes]");
    session.key(SPACE);
    wait_for(&checker, "[data-action=read-notes]", "document.getElementById('desk-mistake')");
    tab_to(&checker, "[data-action=clear-desk]");
    session.key(ENTER);
    session.wait_for("the question", || session.is_shown("[data-action=clear-desk-yes]").then_some(()));
    tab_to(&checker, "[data-action=clear-desk-yes]");
    press(&checker, ENTER, "heading");
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations");

    // Away, from wherever one is: the bar comes first.
    keys(&checker).go_to("#leave", true);
    session.key(ENTER);
    session.wait_for("the page to be gone", || {
        let here = session.try_script("return !!document.getElementById('app')", &[]);
        (here != Some(json!(true))).then_some(())
    });
}

/// Forwards and backwards, on a question with a mistake, on a result and on the adviser page.
fn tab_stops_at_everything_and_comes_round(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    session.open(&server.address("/#exit=on"));
    let checker = Checker { session, server };
    checker.wait_until_ready();
    let session = &checker.session;
    install(session);
    goes_round(&checker, "start", false);
    call(session, "press", &[json!("#app button[data-journey=who-pays]")]);
    call(session, "refused", &[]);
    call(session, "open", &[]);
    goes_round(&checker, "mistake", false);
    goes_round(&checker, "mistake, backwards", true);
    for (question, values) in visitors::CHARGED_IN_WALES.told {
        call(session, "answer", &[json!(question), json!(values)]);
    }
    goes_round(&checker, "result", false);
    goes_round(&checker, "result, backwards", true);
    call(session, "enter", &[json!("advised")]);
    goes_round(&checker, "adviser", false);
    goes_round(&checker, "adviser, backwards", true);
}

/// Tab through the whole page, and on until its first stop comes again.
fn goes_round(checker: &Checker, screen: &str, backwards: bool) {
    let session = &checker.session;
    call(session, "visit", &[json!(backwards)]);
    let count = call(session, "journey", &[])["stops"].as_array().map_or(0, Vec::len);
    // Once round, the browser's own controls may take a stop or two.
    for _ in 0..(count + 6).div_ceil(20) {
        session.key_again(TAB, 20, backwards);
    }
    let journey = call(session, "journey", &[]);
    let (visited, stops) = (texts(&journey["visited"]), texts(&journey["stops"]));
    let missing: Vec<_> = stops.iter().filter(|stop| !visited.contains(stop)).collect();
    let engine = session.engine;
    assert!(
        missing.is_empty(),
        "{engine:?}: Tab on {screen} does not stop at {missing:#?}; it does at {visited:#?}"
    );
    let first = visited.first().expect("a stop");
    // Round again, or out to the browser's own controls: Firefox's take the keys of a driver and keep them.
    let again = visited.iter().skip(1).any(|stop| stop == first) || journey["out"] == json!(true);
    assert!(again, "{engine:?}: Tab on {screen} neither comes round to {first} nor leaves: {visited:#?}");
    let mut faults = texts(&journey["faults"]);
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{engine:?}: the focus on {screen}:\n{}", faults.join("\n"));
}

/// From the host's page into the frame, through it, and out behind it; and the same way back.
fn tab_goes_through_a_frame_and_out(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    server.put_html(
        "/host",
        &format!(
            "<button id=before>Before</button><iframe title=Checker src='/' width=800 height=700 frameborder=0
                sandbox='{SANDBOX}'></iframe><button id=after>After</button>"
        ),
    );
    session.open(&server.address("/host"));
    session.enter_frame();
    let checker = Checker { session, server };
    checker.wait_until_ready();
    let session = &checker.session;
    install(session);
    let stops = call(session, "journey", &[])["stops"].as_array().map_or(0, Vec::len);
    session.leave_frame();
    let is_on = |id: &str| session.script("return document.activeElement.id", &[]) == json!(id);
    for (from, to, backwards) in [("before", "after", false), ("after", "before", true)] {
        session.script("document.getElementById(arguments[0]).focus()", &[json!(from)]);
        session.wait_for("the focus on the host's button", || is_on(from).then_some(()));
        session.key_again(TAB, 1, backwards);
        // A frame of another origin has the focus a moment later.
        let inside = "return document.activeElement.localName === 'iframe'";
        session.wait_for_script(&format!("Tab to go in from {from}"), inside, &[]);
        let out = (0..stops + 4).any(|_| {
            session.key_again(TAB, 1, backwards);
            is_on(to)
        });
        assert!(out, "{engine:?}: Tab does not come out to {to} after {stops} stops and more");
    }
}

/// The keys, with a look at the focus wherever it rests.
fn keys(checker: &Checker) -> Keys<'_> {
    Keys { checker, look: seen }
}

/// Presses Tab until an element that fits has the focus, which must be seen there.
fn tab_to(checker: &Checker, css: &str) {
    keys(checker).go_to(css, false);
}

/// Presses a key that moves the focus to the element with this id.
fn press(checker: &Checker, key: char, id: &str) {
    checker.session.key(key);
    checker.wait_for_focus(id);
    seen(checker);
}

/// Waits until this is so, with the focus on an element that fits.
fn wait_for(checker: &Checker, css: &str, so: &str) {
    checker.session.wait_for_script(
        &format!("{so} with the focus on {css} (it is on #{})", checker.focused()),
        &format!("return s117Look.isOn(arguments[0]) && !!({so})"),
        &[json!(css)],
    );
    seen(checker);
}

/// The focus has its ring, and nothing lies over it. It may still be scrolled to.
fn seen(checker: &Checker) {
    let look = || texts(&call(&checker.session, "focus", &[]));
    for _ in 0..10 {
        if look().is_empty() {
            return;
        }
    }
    panic!("{:?}: the focus cannot be seen: {:?}", checker.session.engine, look());
}
