//! Nothing that was answered is written to the browser's profile folder.
//!
//! WebKitGTK's MiniBrowser keeps no session files under automation, so there is nothing to look into.

use browser_tests::{disk, engine::Engine, page::Checker, visitors};

#[test]
fn chromium_writes_no_answer() {
    nothing_is_written(Engine::Chromium);
}

#[test]
fn firefox_writes_no_answer() {
    nothing_is_written(Engine::Firefox);
}

#[test]
fn chromium_writes_no_date() {
    no_date_is_written(Engine::Chromium);
}

#[test]
fn firefox_writes_no_date() {
    no_date_is_written(Engine::Firefox);
}

#[test]
fn chromium_writes_no_letter() {
    no_letter_is_written(Engine::Chromium);
}

#[test]
fn firefox_writes_no_letter() {
    no_letter_is_written(Engine::Firefox);
}

/// As [`nothing_is_written`], for a letter with a name that is nowhere else.
fn no_letter_is_written(engine: Engine) {
    const NAME: &str = "Zebediah Quillfeather";
    let checker = Checker::open(engine);
    let session = &checker.session;
    checker.visit(&visitors::CHARGED_IN_WALES);
    checker.write("dispute-charge");
    for field in ["#gap-name", "#gap-address"] {
        session.click(field);
        NAME.chars().for_each(|key| session.key(key));
    }
    session.click("#app .part button");
    NAME.chars().for_each(|key| session.key(key));
    disk::wait_for_a_control(session);
    let written = disk::files_anywhere_with(session.home(), NAME);
    assert!(written.is_empty(), "{engine:?}: a letter is on the disk: {written:?}");
    // The page is closed, and another one tells when the browser has written down what it had: there it is found.
    let control = "Quillfeather Control";
    checker.server.put_html("/control", "<form><input id=S117-CONTROL-FIELD name=control></form>");
    session.open(&checker.server.address("/control"));
    session.click("#S117-CONTROL-FIELD");
    control.chars().for_each(|key| session.key(key));
    session.wait_for("the browser to write the other page down", || {
        (!disk::files_anywhere_with(session.home(), control).is_empty()).then_some(())
    });
    let written = disk::files_anywhere_with(session.home(), NAME);
    assert!(written.is_empty(), "{engine:?}: a letter that was closed is on the disk: {written:?}");
}

/// As [`nothing_is_written`], for the fields that are typed into. Browsers write a field down under its id.
fn no_date_is_written(engine: Engine) {
    let checker = Checker::open(engine);
    let session = &checker.session;
    checker.begin_on("problem");
    for (question, values) in
        visitors::LEAVING_SOON.told.iter().take_while(|(question, _)| *question != "F-DATES")
    {
        checker.answer(question, values);
    }
    checker.type_date(&["27", "11", "2027"]);
    disk::wait_for_a_control(session);
    let written = disk::files_with(session.home(), "date-leaving-");
    assert!(written.is_empty(), "{engine:?}: a date is on the disk: {written:?}");
}

/// A field without `autocomplete="off"` is put beside the checker and ticked last. The browser writes down all
/// fields of a page together: when the control is on the disk, the checker's own would be too.
fn nothing_is_written(engine: Engine) {
    let checker = Checker::open(engine);
    let session = &checker.session;
    checker.go_to_question(visitors::AT_HOME.told, "F-SECTS");
    checker.choose("F-SECTS", "section-3");
    checker.choose("F-SECTS", "not-sure");
    session.script(
        "const field = document.createElement('input');
         field.type = 'checkbox';
         field.id = field.name = field.value = 'S117-CONTROL';
         document.body.prepend(field);",
        &[],
    );
    session.click("#S117-CONTROL");
    session.wait_for("the browser to write the control field down", || {
        (!disk::files_with(session.home(), "S117-CONTROL").is_empty()).then_some(())
    });
    for text in ["F-SECTS", "section-3"] {
        let written = disk::files_with(session.home(), text);
        assert!(written.is_empty(), "{engine:?}: {text} is on the disk: {written:?}");
    }
}
