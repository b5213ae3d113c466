//! Welsh: on any screen, with nothing lost; and no English in it but names and what is marked as English.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, texts},
    visitors,
};
use serde_json::json;
use std::{collections::BTreeSet, fs, path::Path};

in_every_engine!(the_language_changes_anywhere_and_loses_nothing, no_english_is_on_a_welsh_screen);

fn the_language_changes_anywhere_and_loses_nothing(engine: Engine) {
    let checker = Checker::open(engine);
    let title = checker.session.title();
    assert_eq!(language(&checker), "en-GB", "{engine:?}");
    speak(&checker, "cy");
    checker.begin();

    // A choice that is not sent yet stays, and so does the focus, on the button that now leads back.
    checker.choose("F-NAT-NOW", "wales");
    let welsh = checker.words();
    speak(&checker, "en");
    assert!(checker.words().contains("Where do you live now?"), "{engine:?}: {}", checker.words());
    assert_eq!(
        (checker.question().as_str(), checker.chosen()),
        ("F-NAT-NOW", vec!["wales".to_owned()]),
        "{engine:?}"
    );
    speak(&checker, "cy");
    assert_eq!(checker.words(), welsh, "{engine:?}");

    checker.walk(visitors::AT_HOME.told);
    checker.expect_claims(visitors::AT_HOME.claims);
    let findings = checker.claims();
    speak(&checker, "en");
    assert_eq!(checker.claims(), findings, "{engine:?}: the same findings");
    assert!(checker.words().contains("You have this right"), "{engine:?}");
    assert_eq!(originals(&checker), 0, "{engine:?}: English needs no English below it");
    speak(&checker, "cy");

    // Nobody who speaks Welsh has read it: the sentence stands in English too, and is marked.
    assert!(originals(&checker) > 0, "{engine:?}");
    let english = checker.session.script(
        "return document.querySelector('#app .answer [data-finding] .original [lang=en]').textContent",
        &[],
    );
    assert_eq!(english, json!("You have this right"), "{engine:?}");
    for sheet in ["meeting", "diary"] {
        checker.open_sheet(sheet);
        speak(&checker, "en");
        speak(&checker, "cy");
        checker.back_to_result();
    }
    checker.session.click("[data-action=clear]");
    checker.wait_until_ready();
    assert_eq!(language(&checker), "cy", "{engine:?}: clearing answers is no wish for English");
    assert_eq!(checker.session.title(), title, "{engine:?}: one title");
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations");
}

/// Screens of every kind, found by walking on.
fn no_english_is_on_a_welsh_screen(engine: Engine) {
    let english = English::read();
    let checker = Checker::open(engine);
    assert!(english.on(&checker).len() > 10, "{engine:?}: a control: the first screen in English");
    speak(&checker, "cy");
    expect_none(&english, &checker, "start");
    for visitor in [visitors::LATER, visitors::EVERY_STRENGTH].concat() {
        checker.begin_on(visitor.journey);
        checker.walk_by(visitor.told, |question, values| {
            expect_none(&english, &checker, question);
            checker.answer(question, values);
        });
        expect_none(&english, &checker, visitor.name);
        if visitor.name == visitors::CHARGED_IN_WALES.name {
            for sheet in ["meeting", "diary"] {
                checker.open_sheet(sheet);
                expect_none(&english, &checker, sheet);
                checker.back_to_result();
            }
            let letter = checker
                .session
                .script("return document.querySelector('#app [data-write]').dataset.write", &[]);
            checker.write(letter.as_str().expect("a letter"));
            expect_none(&english, &checker, "letter");
            // The letter alone in English, beside Welsh fields.
            checker.session.click("#app input[name=letter-language][value='0']");
            checker.session.wait_for_script(
                "an English letter",
                "return document.querySelector('#app .paper').lang === 'en'",
                &[],
            );
            expect_none(&english, &checker, "English letter");
        }
        checker.session.reload();
        checker.wait_until_ready();
        speak(&checker, "cy");
    }
    checker.begin();
    checker.press_continue();
    checker.wait_for_focus("error-summary");
    expect_none(&english, &checker, "a mistake");
    checker.session.reload();
    checker.wait_until_ready();
    speak(&checker, "cy");
    checker.session.click("#app [data-action=advise]");
    checker.session.wait_for_script(
        "the adviser page",
        "return !!document.querySelector('#app [data-screen=adviser]')",
        &[],
    );
    expect_none(&english, &checker, "adviser");
}

/// Presses the button to another language, and waits for it.
fn speak(checker: &Checker, language: &str) {
    checker.session.click(&format!("#app button[data-language={language}]"));
    checker.session.wait_for_script(
        language,
        "return document.documentElement.lang.startsWith(arguments[0])
            && !document.querySelector(`#app button[data-language=${arguments[0]}]`)",
        &[json!(language)],
    );
}

fn language(checker: &Checker) -> String {
    let language = checker.session.script("return document.documentElement.lang", &[]);
    language.as_str().unwrap_or_default().to_owned()
}

fn originals(checker: &Checker) -> u64 {
    let count = checker.session.script("return document.querySelectorAll('#app .original').length", &[]);
    count.as_u64().unwrap_or_default()
}

fn expect_none(english: &English, checker: &Checker, screen: &str) {
    let found = english.on(checker);
    assert!(found.is_empty(), "{:?}: English on {screen}:\n{}", checker.session.engine, found.join("\n"));
}

/// What the English files say and the Welsh ones do not: lines, cut at what is filled in or marked.
struct English(BTreeSet<String>);

impl English {
    fn read() -> Self {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let [english, welsh] = ["en", "cy"].map(|language| {
            let files = fs::read_dir(content.join(language)).expect("a folder of content/");
            files
                .map(|file| fs::read_to_string(file.expect("a file").path()).expect("UTF-8"))
                .flat_map(|text| pieces(&text))
                .collect::<BTreeSet<String>>()
        });
        Self(english.difference(&welsh).cloned().collect())
    }

    /// The English that stands on the screen, folded away or not, and is not marked as English.
    fn on(&self, checker: &Checker) -> Vec<String> {
        let seen = texts(&checker.session.script(
            "const walker = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT);
             const seen = [];
             for (let node; (node = walker.nextNode());) {
                const marked = node.parentElement.closest('[lang]');
                if (!marked || marked === document.documentElement || !marked.lang.startsWith('en')) seen.push(node.data);
             }
             for (const named of document.querySelectorAll('#app [aria-label]')) seen.push(named.getAttribute('aria-label'));
             return seen",
            &[],
        ));
        let seen = seen.iter().flat_map(|text| pieces(text));
        seen.filter(|piece| self.0.contains(piece)).collect()
    }
}

/// Lines of some length, without marks and placeholders.
fn pieces(text: &str) -> Vec<String> {
    let plain = text.replace("[[", "\n").replace("]]", "\n").replace(['*', '{', '}', '|'], "\n");
    plain
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .map(|line| line.trim().trim_start_matches(['-', '>', ' ']).trim())
        .map(|line| {
            line.split_once(": ")
                .filter(|(key, _)| key.len() < 24 && !key.contains(' '))
                .map_or(line, |(_, text)| text)
        })
        .filter(|line| line.chars().count() > 8 && line.contains(' '))
        .map(str::to_owned)
        .collect()
}
