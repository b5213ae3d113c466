//! The house has one way down, and nothing looks up: law, then words, then view.

use std::{fs, path::Path};

/// Every line of Rust below a folder, with where it stands.
fn lines(folder: &str) -> Vec<(String, String)> {
    fn collect(path: &Path, found: &mut Vec<(String, String)>) {
        for entry in fs::read_dir(path).expect("the folder is there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                collect(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("source is text");
                found.extend(
                    text.lines().enumerate().map(|(number, line)| {
                        (format!("{}:{}", path.display(), number + 1), line.to_owned())
                    }),
                );
            }
        }
    }
    let mut found = vec![];
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(folder), &mut found);
    found.retain(|(_, line)| !line.trim_start().starts_with("//"));
    assert!(!found.is_empty(), "src/{folder} is empty: this test proves nothing");
    found
}

#[track_caller]
fn forbid(folder: &str, words: &[&str]) {
    let broken: Vec<_> = lines(folder)
        .into_iter()
        .filter(|(_, line)| words.iter().any(|word| line.contains(word)))
        .map(|(place, line)| format!("{place}: {}", line.trim()))
        .collect();
    assert!(broken.is_empty(), "src/{folder} must not know {words:?}:\n{}", broken.join("\n"));
}

#[test]
fn law_knows_no_words_no_view_no_browser_no_clock() {
    forbid("law", &["crate::words", "crate::view", "yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"]);
    forbid("law", &["std::time", "SystemTime", "Instant::", "std::env", "std::fs", "std::net", "println!"]);
    forbid("law", &["unsafe ", "serde"]);
}

#[test]
fn words_know_no_view_and_no_browser() {
    forbid("words", &["crate::view", "yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"]);
}

#[test]
fn the_view_keeps_nothing_and_sends_nothing() {
    forbid(
        "view",
        &["local_storage", "session_storage", "indexed_db", "set_cookie", "push_state", "replace_state"],
    );
    forbid(
        "view",
        &["set_hash", "set_href", "set_title", "fetch_with", "XmlHttpRequest", "WebSocket", "send_beacon"],
    );
    forbid("view", &["style=", "document.write", "set_inner_html", "dangerously_set_inner_html"]);
}

#[test]
fn only_drawings_compiled_in_become_markup() {
    let unchecked: Vec<_> =
        lines("view").into_iter().filter(|(_, line)| line.contains("from_html_unchecked")).collect();
    let broken: Vec<_> =
        unchecked.iter().filter(|(_, line)| !line.contains("(AttrValue::Static(svg")).collect();
    assert!(unchecked.len() == 1 && broken.is_empty(), "a text could become markup: {unchecked:?}");
}

#[test]
fn the_rules_decide_and_the_view_does_not() {
    // Facts are read in the law alone: the view passes answers on by question and value id.
    forbid(
        "view",
        &["EverHeld::", "Whereabouts::", "SaidEnded::", "CourtOrder::", "LastLeft::", "HeldUnder::"],
    );
}
