//! Every page and every kind of screen is HTML as the standard has it, says html-validate, a validator not ours.

use browser_tests::{engine::Engine, page::Checker, tools, visitors};
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// What the standard forbids and we do all the same: the rule, what the message begins with, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    (
        "no-multiple-main",
        "Multiple <main> elements present in document",
        "the guide stands beside the checker, held hidden by the style so that it needs no script; others are in templates",
    ),
    (
        "valid-autocomplete",
        "autocomplete attribute cannot be used on <input type=\"radio\">",
        "Firefox brings answers back after a reload unless the field itself says off",
    ),
    (
        "valid-autocomplete",
        "autocomplete attribute cannot be used on <input type=\"checkbox\">",
        "Firefox brings answers back after a reload unless the field itself says off",
    ),
];

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

    let found = validate(&folder);
    let (control, found): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|(file, ..)| file.ends_with("control.html"));
    assert!(control.iter().any(|(_, rule, _)| rule == "no-dup-id"), "finds a fault: {control:?}");
    for (rule, begins, why) in EXCEPTIONS {
        let used = found.iter().any(|(_, found, message)| found == rule && message.starts_with(begins));
        assert!(used, "nothing needs the exception {begins} ({why}) now: take it out");
    }
    let faults: Vec<String> = found
        .iter()
        .filter(|(_, rule, message)| {
            !EXCEPTIONS.iter().any(|(excepted, begins, _)| rule == excepted && message.starts_with(begins))
        })
        .map(|(file, rule, message)| format!("{file}: {rule}: {message}"))
        .collect();
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
    let keep = |screen: &str| {
        let html =
            checker.session.script("return '<!doctype html>' + document.documentElement.outerHTML", &[]);
        let html = html.as_str().expect("HTML");
        fs::write(folder.join(format!("{language}-{screen}.html")), html).expect("a screen is written");
    };
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

/// The file, rule and message of each thing that html-validate finds in a folder.
fn validate(folder: &Path) -> Vec<(String, String, String)> {
    let config = folder.join("config.json");
    fs::write(&config, json!({ "root": true, "extends": ["html-validate:standard"] }).to_string())
        .expect("the settings are written");
    let found = folder.with_extension("json");
    let _ = fs::remove_file(&found);
    let output = Command::new("node")
        .arg(tools::file(tools::HTML_VALIDATE))
        // Into a file: it ends before a pipe has taken a long report.
        .arg("--formatter")
        .arg(format!("json={}", found.display()))
        .arg("--config")
        .arg(&config)
        .arg(folder)
        .output()
        .expect("node runs");
    let report = fs::read_to_string(&found).unwrap_or_else(|error| {
        panic!("html-validate wrote nothing ({error}): {}", String::from_utf8_lossy(&output.stderr))
    });
    let report: Value = serde_json::from_str(&report).expect("html-validate writes JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let files = report.as_array().expect("a list of files");
    files
        .iter()
        .flat_map(|file| {
            let messages = file["messages"].as_array().expect("messages");
            messages.iter().map(|found| {
                let place = format!("{}:{}:{}", text(&file["filePath"]), found["line"], found["column"]);
                (
                    text(&file["filePath"]),
                    text(&found["ruleId"]),
                    format!("{} at {place}", text(&found["message"])),
                )
            })
        })
        .collect()
}
