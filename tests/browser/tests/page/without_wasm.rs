//! Where the checker cannot run, the guide stays, says so plainly, and gives the contacts.

use browser_tests::{
    engine::{Engine, Without},
    in_every_engine,
    page::Checker,
    server::Server,
    session::Session,
    tools,
};
use serde_json::json;

in_every_engine!(
    wasm_blocked,
    script_off,
    damaged_wasm,
    a_panic_brings_the_guide_back,
    a_file_cut_short,
    the_guide_is_put_away_when_the_checker_starts,
);

fn wasm_blocked(engine: Engine) {
    let (session, server) = (Session::start_without(engine, Without::Wasm), Server::start());
    session.open(&server.address("/"));
    assert_eq!(session.script("return typeof WebAssembly", &[]), json!("undefined"), "the test blocks Wasm");
    expect_guide(&session, "Wasm blocked");
    assert_eq!(server.requests(), ["GET /"], "{engine:?}: the guide asks for nothing");
}

fn script_off(engine: Engine) {
    // WebKitGTK's driver works through script in the page, so it cannot look at a page without.
    if engine == Engine::WebKit {
        return;
    }
    let (session, server) = (Session::start_without(engine, Without::Script), Server::start());
    server.put_html("/control", "<p id=said>off</p><script>said.textContent = 'on'</script>");
    session.open(&server.address("/control"));
    assert_eq!(session.text("#said"), "off", "{engine:?}: the test switches script off");
    session.open(&server.address("/"));
    expect_guide(&session, "script off");
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
    expect_guide(&session, "damaged Wasm");
}

fn a_panic_brings_the_guide_back(engine: Engine) {
    let checker = Checker::open(engine);
    checker.begin();
    // Drawing fails from now on, which the checker takes for a bug, as it is.
    checker.session.script(
        "const refuse = () => { throw new Error('a test refuses to draw') };
         Node.prototype.insertBefore = refuse;
         Node.prototype.appendChild = refuse;",
        &[],
    );
    checker.choose("F-NAT-NOW", "england");
    checker.press_continue();
    expect_guide(&checker.session, "a panic");
}

/// A download that broke off shows the guide, or the beginning that arrived; never a blank page.
fn a_file_cut_short(engine: Engine) {
    let page = tools::page();
    let guide =
        find(&page, b"id=\"guide\"").or_else(|| find(&page, b"id=guide")).expect("the page has a guide");
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
        assert!(!session.is_shown("#app button"), "{what}: no button that does nothing");
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

/// The guide is shown, with the plain sentence and the contacts, and nothing that looks alive but is not.
fn expect_guide(session: &Session, why: &str) {
    let what = format!("{:?}: the guide ({why})", session.engine);
    session.wait_for(&what, || session.is_shown("#guide").then_some(()));
    let words = session.text("body");
    for contact in ["999", "111", "116 123"] {
        assert!(words.contains(contact), "{what} gives {contact}: {words}");
    }
    assert!(words.contains("117"), "{what} is about section 117: {words}");
    assert!(!session.is_shown("#app button"), "{what}: no button that does nothing");
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
