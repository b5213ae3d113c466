//! Nothing that was answered is written to the browser's profile folder.
//!
//! WebKitGTK's MiniBrowser keeps no session files under automation, so there is nothing to look into.

use browser_tests::{disk, engine::Engine, page::Checker, visitors};
use serde_json::json;

#[test]
fn chromium_writes_no_answer() {
    nothing_is_written(Engine::Chromium);
}

#[test]
fn firefox_writes_no_answer() {
    nothing_is_written(Engine::Firefox);
}

/// The checker waits in one tab with ticks not yet sent; a control page in another tab does the same without
/// `autocomplete="off"`. As soon as the browser has written down the control's field, it would have written down
/// the checker's.
fn nothing_is_written(engine: Engine) {
    let checker = Checker::open(engine);
    let session = &checker.session;
    checker.go_to_question(visitors::AT_HOME.told, "F-SECTS");
    checker.choose("F-SECTS", "section-3");
    checker.choose("F-SECTS", "not-sure");
    // The names are put together by script, since the page's own source stands in the browser's cache.
    checker.server.put_html(
        "/control",
        "<form><label for=box>Tick</label><input type=checkbox id=box></form>
         <script>box.name = box.value = box.id = ['S117', 'CONTROL'].join('-')</script>",
    );
    session.new_tab();
    session.open(&checker.server.address("/control"));
    session.click("input");
    assert_eq!(session.script("return document.querySelector('input').checked", &[]), json!(true));
    session.wait_for("the browser to write the control page's field down", || {
        (!disk::files_with(session.home(), "S117-CONTROL").is_empty()).then_some(())
    });
    let written = disk::files_with(session.home(), "F-SECTS");
    assert!(written.is_empty(), "{engine:?}: the question and its answers are on the disk: {written:?}");
}
