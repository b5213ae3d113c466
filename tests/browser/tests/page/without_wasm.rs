//! Where the checker cannot run, the guide stays, says so plainly, and gives the contacts.

use browser_tests::{
    engine::{Engine, Without},
    in_every_engine,
    page::Checker,
    server::Server,
    session::Session,
    tools, visitors,
};
use serde_json::json;

in_every_engine!(
    wasm_blocked,
    damaged_wasm,
    a_panic_brings_the_guide_back,
    a_file_cut_short,
    the_guide_is_put_away_when_the_checker_starts,
);

fn wasm_blocked(engine: Engine) {
    let (session, server) = (Session::start_without(engine, Without::Wasm), Server::start());
    session.open(&server.address("/"));
    assert_eq!(session.script("return typeof WebAssembly", &[]), json!("undefined"), "the test blocks Wasm");
    expect_guide(&session, &["unsupported"]);
    assert_eq!(server.requests(), ["GET /"], "{engine:?}: the guide asks for nothing");
}

#[test]
fn chromium_with_script_off() {
    script_off(Engine::Chromium);
}

#[test]
fn firefox_with_script_off() {
    script_off(Engine::Firefox);
}

/// Not in WebKitGTK, whose driver works through script in the page and cannot look at one without.
fn script_off(engine: Engine) {
    let (session, server) = (Session::start_without(engine, Without::Script), Server::start());
    server.put_html("/control", "<p id=said>off</p><script>said.textContent = 'on'</script>");
    session.open(&server.address("/control"));
    assert_eq!(session.text("#said"), "off", "{engine:?}: the test switches script off");
    session.open(&server.address("/"));
    session.wait_for("the guide", || session.is_shown("#guide").then_some(()));
    assert!(session.is_shown("#notice noscript p"), "{engine:?}: the plain sentence is shown");
    assert_eq!(session.count("#first *"), 0, "{engine:?}: no button that does nothing");
    expect_contacts(&session);
}

/// A bit lost in the file's largest part.
fn damaged_wasm(engine: Engine) {
    let mut page = tools::page();
    let start = find(&page, b"application/octet-stream").expect("the page holds its Wasm as a data block");
    let middle = start + (page[start..].len()) / 3;
    for byte in page[middle..].iter_mut().filter(|byte| byte.is_ascii_alphanumeric()).take(400) {
        *byte = if *byte == b'A' { b'B' } else { b'A' };
    }
    let (session, server) = (Session::start(engine), Server::with_page(page));
    session.open(&server.address("/"));
    expect_guide(&session, &["broken", "failed"]);
}

fn a_panic_brings_the_guide_back(engine: Engine) {
    let checker = Checker::open(engine);
    checker.break_drawing();
    expect_guide(&checker.session, &["failed"]);
    checker.wait_for_focus("notice");
    assert_eq!(checker.words(), "", "{engine:?}: nothing of the stopped checker is left");
    // The way out that is offered works.
    checker.session.click("#again");
    checker.wait_until_ready();
    checker.go_to_result(visitors::ON_CTO.told);
    checker.expect_claims(visitors::ON_CTO.claims);
}

/// A download that broke off shows the guide, or the beginning that arrived; never a blank page.
fn a_file_cut_short(engine: Engine) {
    let page = tools::page();
    // The sentences of the notice are hidden until a script shows one; the guide's own words come after them.
    let notice = find(&page, b"id=\"notice\"").expect("the page has a guide, and a notice at its top");
    let guide = notice + find(&page[notice..], b"</div>").expect("the notice ends");
    // Whatever comes after the last script is not missed.
    let end = page.windows(9).rposition(|window| window == b"</script>").expect("the page has scripts");
    let session = Session::start(engine);
    for thousandths in [0, 20, 100, 300, 600, 900, 990, 1000] {
        let length = guide + 600 + (end - guide - 600) * thousandths / 1000;
        let server = Server::with_page(page[..length].to_vec());
        session.open(&server.address("/"));
        let what = format!("{engine:?}: cut after {length} of {} bytes", page.len());
        session.wait_for(&what, || {
            (session.is_shown("#guide") && session.text("#guide").len() > 100).then_some(())
        });
        assert_eq!(session.count("#app *, #first *"), 0, "{what}: no button that does nothing");
    }
}

fn the_guide_is_put_away_when_the_checker_starts(engine: Engine) {
    let checker = Checker::open(engine);
    checker.begin();
    assert!(
        !checker.session.is_shown("#guide"),
        "{engine:?}: a running checker is not followed by the guide"
    );
}

/// The guide is shown, with the plain sentence for what happened and the contacts.
fn expect_guide(session: &Session, states: &[&str]) {
    let state = session.wait_for(&format!("the page to say {states:?}"), || {
        let state = session.try_script("return document.documentElement.dataset.state || ''", &[])?;
        states.iter().find(|known| state == **known)
    });
    session.wait_for("the guide", || session.is_shown("#guide").then_some(()));
    assert!(session.is_shown(&format!("#notice [data-when={state}]")), "the plain sentence ({state})");
    expect_contacts(session);
}

/// The contacts can be read, and nothing looks alive that is not.
fn expect_contacts(session: &Session) {
    let words = session.text("#guide");
    for contact in ["999", "111", "116 123"] {
        assert!(words.contains(contact), "{:?}: the guide gives {contact}: {words}", session.engine);
    }
    assert!(words.to_lowercase().contains("section 117"), "{:?}: the guide: {words}", session.engine);
    assert_eq!(
        session.count("#app button, #first button"),
        0,
        "{:?}: no button that does nothing",
        session.engine
    );
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
