//! Every page and every kind of screen is HTML as the standard has it, says html-validate, a validator not ours.

use browser_tests::{
    builder::Builder,
    engine::Engine,
    page::Checker,
    session::Session,
    tools,
    validity::{self, EXCEPTIONS},
    visitors,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

#[test]
fn every_page_and_screen_is_valid_html() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("validity");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let control =
        "<!doctype html><html lang=\"en\"><title>Control</title><p id=\"a\"><div id=\"a\"></div></p></html>";
    fs::write(folder.join("control.html"), control).expect("the control is written");

    for page in built() {
        let name = page.strip_prefix(dist()).expect("a built page").to_string_lossy().replace('/', "-");
        fs::copy(&page, folder.join(format!("built-{name}"))).expect("a page is copied");
    }
    let checker = Checker::open(Engine::Chromium);
    for language in ["en", "cy"] {
        write_screens(&checker, &folder, language);
    }
    write_blocks(&folder);

    let found = validity::faults(&folder);
    let (control, found): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|fault| fault.file.ends_with("control.html"));
    assert!(control.iter().any(|fault| fault.rule == "no-dup-id"), "finds a fault: {control:?}");
    for exception in EXCEPTIONS {
        let used = found.iter().any(|fault| exception.covers(fault));
        assert!(
            used,
            "nothing needs the exception {} ({}) now: take it out",
            exception.begins, exception.why
        );
    }
    let faults: Vec<String> =
        found.iter().filter(|fault| !fault.is_excepted()).map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn dist() -> PathBuf {
    tools::file(tools::PAGE).parent().expect("a folder").to_path_buf()
}

/// The pages that are published, and the review pack.
fn built() -> Vec<PathBuf> {
    let pages: Vec<PathBuf> = [dist(), dist().join("review")]
        .iter()
        .flat_map(|folder| fs::read_dir(folder).expect("a folder of the build"))
        .map(|file| file.expect("a file").path())
        .filter(|file| file.extension().is_some_and(|extension| extension == "html"))
        .collect();
    for name in
        ["index.html", "guide-cy.html", "builder.html", "privacy.html", "404.html", "review/index.html"]
    {
        assert!(pages.contains(&dist().join(name)), "{name} is built");
    }
    pages
}

/// Each kind of screen as the browser holds it, written out.
fn write_screens(checker: &Checker, folder: &Path, language: &str) {
    let keep = |screen: &str| keep(&checker.session, &folder.join(format!("{language}-{screen}.html")));
    if language == "cy" {
        checker.session.reload();
        checker.wait_until_ready();
        checker.session.click("#app button[data-language=cy]");
        checker.session.wait_for_script("Welsh", "return document.documentElement.lang === 'cy'", &[]);
    }
    keep("start");
    checker.begin_on(visitors::CHARGED_IN_WALES.journey);
    keep("question");
    checker.press_continue();
    checker.wait_for_focus("error-summary");
    keep("error");
    checker.walk(visitors::CHARGED_IN_WALES.told);
    keep("result");
    for sheet in ["meeting", "diary"] {
        checker.open_sheet(sheet);
        keep(sheet);
        checker.back_to_result();
    }
    checker.write("dispute-charge");
    keep("letter");
    checker.back_to_result();
    checker.session.click("#app [data-action=advise]");
    keep("adviser");
}

/// The page as the browser holds it.
fn keep(session: &Session, file: &Path) {
    let html = session.script("return '<!doctype html>' + document.documentElement.outerHTML", &[]);
    fs::write(file, html.as_str().expect("HTML")).expect("a screen is written");
}

/// Each block that the builder writes, on a page of its own, and the builder with choices and a mistake.
fn write_blocks(folder: &Path) {
    let builder = Builder::open(Engine::Chromium);
    builder.set("accent", "#ffc20e");
    builder.set("help-name", "Fenwick & “Friends”: <the \"line\">");
    builder.set("help-phone", "0113 496 0117");
    builder.set("help-url", "fenwick.example/advice");
    builder.wait_for_preview("accent=%23ffc20e");
    keep(&builder.session, &folder.join("builder-chosen.html"));
    for paste in ["frame", "script", "link"] {
        builder.choose("paste", paste);
        fs::write(folder.join(format!("block-{paste}.html")), validity::page_of(&builder.block()))
            .expect("a block is written");
    }
}
