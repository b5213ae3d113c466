//! What people keep: files on the disk, print and copy, in the page and in a frame; and what stands there where a
//! frame may not save.

use browser_tests::{
    downloads,
    engine::Engine,
    in_every_engine,
    page::{Checker, SANDBOX, texts},
    visitors,
};
use serde_json::json;
use std::{collections::BTreeSet, thread::sleep, time::Duration};

in_every_engine!(
    files_are_saved_from_the_page,
    files_are_saved_from_a_frame,
    a_letter_is_saved_from_a_frame,
    print_and_copy_work_in_a_frame,
    where_saving_is_refused_the_text_is_there_and_the_page_says_so,
);

fn files_are_saved_from_the_page(engine: Engine) {
    files_are_saved(&Checker::open(engine));
}

fn files_are_saved_from_a_frame(engine: Engine) {
    files_are_saved(&Checker::open_framed(engine, 1000, SANDBOX));
}

/// With what was typed into it; what is for its writer alone stays on the screen.
fn a_letter_is_saved_from_a_frame(engine: Engine) {
    let checker = Checker::open_framed(engine, 1000, SANDBOX);
    checker.visit(&visitors::CHARGED_IN_WALES);
    checker.write("dispute-charge");
    let session = &checker.session;
    session.click("#gap-name");
    "S117 WRITER".chars().for_each(|key| session.key(key));
    session.click("#app .download [data-action=save]:first-child");
    let paragraphs = downloads::paragraphs(&downloads::take(session, "letter.docx")).join("\n");
    session.click("#app .download [data-action=save]:last-child");
    let text = String::from_utf8(downloads::take(session, "letter.txt")).expect("UTF-8");
    for kept in [&paragraphs, &text] {
        assert!(kept.contains("S117 WRITER") && kept.contains("I dispute the charge"), "{engine:?}: {kept}");
        assert!(!kept.contains("Only for you"), "{engine:?}: {kept}");
    }
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations");
}

fn print_and_copy_work_in_a_frame(engine: Engine) {
    let checker = Checker::open_framed(engine, 1000, SANDBOX);
    checker.visit(&visitors::REFUSED_IN_WALES);
    let session = &checker.session;
    // The real dialogue would hold the browser for ever.
    session.script("window.s117Printed = 0; window.print = () => { window.s117Printed++ }", &[]);
    session.click("#app [data-action=print]");
    session.wait_for_script("print", "return window.s117Printed === 1", &[]);
    // Whichever way it is copied, the whole text is.
    session.script(
        "window.s117Copied = [];
         const clipboard = navigator.clipboard, write = clipboard && clipboard.writeText;
         if (write) clipboard.writeText = text => { s117Copied.push(text); return write.call(clipboard, text) };
         const command = document.execCommand;
         document.execCommand = (...given) => {
            s117Copied.push(document.activeElement.value);
            return command.apply(document, given);
         };",
        &[],
    );
    session.click("#app [data-section=keep] .buttons .buttons .button");
    session.wait_for("the page to say that it copied", || {
        (session.text("#app [data-section=keep] .copied") == "Copied").then_some(())
    });
    let copied = session.script("return window.s117Copied.at(-1)", &[]);
    assert_eq!(copied, session.script(SHEET, &[]), "{:?}: the whole text", session.engine);
}

fn where_saving_is_refused_the_text_is_there_and_the_page_says_so(engine: Engine) {
    let checker = Checker::open_framed(engine, 1000, &SANDBOX.replace("allow-downloads", ""));
    checker.visit_after_a_decision(&visitors::REFUSED_IN_WALES);
    let session = &checker.session;
    for section in ["keep", "deadlines"] {
        session.click(&format!("#app [data-section={section}] [data-action=save]"));
        let says = session.text(&format!("#app [data-section={section}] .download-more"));
        assert!(says.contains("Nothing saved?"), "{engine:?}: {section}: {says}");
    }
    // The same presses save within this time where they may: see the tests above.
    sleep(Duration::from_secs(3));
    assert_eq!(downloads::names(session), [""; 0], "{engine:?}: this frame may not save");
    session.click("#app [data-section=keep] [data-open-up=text] summary");
    session
        .wait_for("the text to select", || session.is_shown("#app [data-section=keep] .paper").then_some(()));
    let shown = session.text("#app [data-section=keep] .paper");
    assert!(shown.contains(&session.text("#heading")), "{engine:?}: {shown}");
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations");
}

/// The text of the sheet, which can be selected.
const SHEET: &str = "return document.querySelector('#app [data-section=keep] .paper').textContent";

/// Saves every kind of file, and opens each.
fn files_are_saved(checker: &Checker) {
    checker.visit_after_a_decision(&visitors::REFUSED_IN_WALES);
    let session = &checker.session;
    let address = session.address();
    let cards = texts(&session.script(
        "return [...document.querySelectorAll('#app [data-deadline] time')].map(it => it.dateTime.replaceAll('-', ''))",
        &[],
    ));
    assert!(cards.len() > 3, "{cards:?}");
    // Each card has its own button; the last one of the section is for all of them.
    session.click("#app [data-deadline]:first-child [data-action=save]");
    let file = downloads::take(session, "act-before.ics");
    assert_eq!(downloads::days(&file), BTreeSet::from([cards[0].clone()]));
    session.click("#app [data-section=deadlines] .row-main > .buttons [data-action=save]");
    let file = downloads::take(session, "dates.ics");
    assert_eq!(downloads::days(&file), cards.into_iter().collect());

    let sheet = session.script(SHEET, &[]);
    let sheet = sheet.as_str().expect("text");
    session.click("#app [data-section=keep] .download [data-action=save]:first-child");
    let paragraphs = downloads::paragraphs(&downloads::take(session, "sheet.docx"));
    assert!(paragraphs.contains(&session.text("#heading")), "{paragraphs:?}");
    let mut rest = sheet;
    for paragraph in &paragraphs {
        let at = rest.find(paragraph.as_str()).unwrap_or_else(|| panic!("{paragraph} is not next in {rest}"));
        rest = &rest[at + paragraph.len()..];
    }
    assert_eq!(rest.trim(), "", "the document has all of the sheet");
    session.click("#app [data-section=keep] .download [data-action=save]:last-child");
    let text = String::from_utf8(downloads::take(session, "sheet.txt")).expect("UTF-8");
    assert_eq!(text.strip_prefix('\u{feff}').expect("its mark").replace("\r\n", "\n"), sheet);

    assert_eq!(session.address(), address);
    assert_eq!(checker.violations(), json!([]), "{:?}: policy violations", session.engine);
}
