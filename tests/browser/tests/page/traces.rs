//! After a whole journey nothing is left: no request, no storage, no trace in address, title or history.

use browser_tests::{
    engine::Engine, in_every_engine, page::Checker, server::Server, session::Session, traces, traces::Traces,
    visitors,
};
use serde_json::json;

in_every_engine!(
    a_whole_journey_leaves_nothing,
    traces_are_found_on_a_control_page,
    the_policy_stops_requests_and_says_so,
);

fn a_whole_journey_leaves_nothing(engine: Engine) {
    let checker = Checker::open(engine);
    let (session, server) = (&checker.session, &checker.server);
    traces::watch(session);
    let before = Traces::of(session, server);
    for visitor in [visitors::TOLD_BY_ONE, visitors::ONLY_OTHER_KINDS] {
        checker.go_to_result(visitor.told);
        session.script("document.querySelectorAll('#app details').forEach(part => part.open = true)", &[]);
        settle(session);
        let after = Traces::of(session, server);
        assert!(after.nothing_stored(), "{engine:?}: stored: {after:?}");
        assert!(after.nothing_seen(), "{engine:?}: called: {after:?}");
        assert_eq!(after, before, "{engine:?}: the journey of {} left something", visitor.name);
        session.click("#app [data-action=restart]");
        session.wait_for("the first screen", || session.is_shown("#app [data-screen=start]").then_some(()));
    }
    assert_eq!(before.fetched, json!([]), "{engine:?}: fetched at the start");
    assert_eq!(server.requests(), ["GET /"], "{engine:?}: the page is the only thing asked for");
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations");
}

fn traces_are_found_on_a_control_page(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    server.put_html("/control", "<p>Leaves everything behind.</p>");
    session.open(&server.address("/control"));
    traces::watch(&session);
    let before = Traces::of(&session, &server);
    assert!(before.nothing_stored() && before.nothing_seen(), "nothing yet: {before:?}");
    leave_everything(&session);
    let after = Traces::of(&session, &server);
    assert!(!after.nothing_stored() && !after.nothing_seen(), "{engine:?}: something was left: {after:?}");
    assert_eq!(after.cookies, json!(["marker"]));
    assert_eq!(after.stored["cookie"], "marker=1");
    for store in ["local", "session", "databases", "caches"] {
        assert_eq!(after.stored[store], json!(["marker"]), "{engine:?}: {store} is looked into");
    }
    let calls = after.seen["calls"].to_string();
    assert!(calls.contains("fetch") && calls.contains("pushState"), "{engine:?}: calls are counted: {calls}");
    let has_webrtc = session.script("return typeof RTCPeerConnection === 'function'", &[]) == json!(true);
    assert_eq!(
        calls.contains("RTCPeerConnection"),
        has_webrtc,
        "{engine:?}: connections are counted: {calls}"
    );
    assert_ne!(after.seen["titles"], json!(0), "{engine:?}: a change of title is seen");
    assert_ne!(after.seen["navigations"], json!([]), "{engine:?}: a change of fragment is seen");
    assert!(
        after.fetched.to_string().contains("/beacon"),
        "{engine:?}: fetches are listed: {}",
        after.fetched
    );
    assert_ne!(after.address, before.address);
    assert_ne!(after.title, before.title);
    assert_ne!(after.history, before.history);
    assert!(after.requests > before.requests);
    assert!(server.requests().contains(&"GET /beacon".to_owned()), "{:?}", server.requests());
    session.open(&server.address("/elsewhere"));
    let left = Traces::of(&session, &server);
    assert!(!left.nothing_seen(), "{engine:?}: leaving the page is seen");
}

/// The page's own list of violations must be able to find something, or an empty one proves nothing.
fn the_policy_stops_requests_and_says_so(engine: Engine) {
    let checker = Checker::open(engine);
    assert_eq!(checker.violations(), json!([]));
    checker.session.script(
        "const picture = document.createElement('img');
         picture.src = '/beacon-picture';
         document.body.append(picture);
         fetch('/beacon-fetch').catch(() => {});
         const form = document.createElement('form');
         form.action = '/beacon-form';
         document.body.append(form);
         setTimeout(() => form.submit());",
        &[],
    );
    for directive in ["img-src", "connect-src", "form-action"] {
        checker.session.wait_for(&format!("a violation of {directive}: {}", checker.violations()), || {
            checker.violations().to_string().contains(directive).then_some(())
        });
    }
    settle(&checker.session);
    assert_eq!(checker.server.requests(), ["GET /"], "{engine:?}: nothing got through");
}

/// Lets late things happen, so that they are counted too.
fn settle(session: &Session) {
    session.script_with_callback("setTimeout(arguments[arguments.length - 1], 400)", &[]);
}

/// Leaves each kind of trace that [`Traces`] knows.
fn leave_everything(session: &Session) {
    let done = session.script_with_callback(
        "const done = arguments[arguments.length - 1];
         (async () => {
            document.cookie = 'marker=1';
            localStorage.setItem('marker', '1');
            sessionStorage.setItem('marker', '1');
            await new Promise((ready, failed) => {
                const opening = indexedDB.open('marker');
                opening.onsuccess = () => { opening.result.close(); ready() };
                opening.onerror = failed;
            });
            await caches.open('marker');
            await fetch('/beacon');
            if (window.RTCPeerConnection) new RTCPeerConnection();
            document.title = 'Another title';
            history.pushState(null, '', '#marker');
            location.hash = 'another';
            await new Promise(ready => setTimeout(ready, 300));
         })().then(() => done('done'), error => done(String(error)));",
        &[],
    );
    assert_eq!(done, json!("done"), "the control page leaves its traces");
}
