//! Dark and forced colours. What fits and what can be pressed is measured on every screen in `accessibility`.

use browser_tests::{
    engine::Engine,
    page::{Checker, texts},
    visitors,
};
use serde_json::json;

/// A smoke test: words can be told from their ground in dark and in forced colours, and the choice that is made
/// can be told from the others.
#[test]
fn dark_and_forced_colours_show() {
    let checker = Checker::open(Engine::Chromium);
    let colours = "const style = getComputedStyle(document.querySelector('#heading'));
        let ground = document.querySelector('#heading'), colour;
        do { colour = getComputedStyle(ground).backgroundColor; ground = ground.parentElement }
        while (ground && /, 0\\)$|transparent/.test(colour));
        return [style.color, colour]";
    let media = |name: &str, value: &str| {
        let features = json!({ "features": [{ "name": name, "value": value }] });
        checker.session.devtools("Emulation.setEmulatedMedia", features);
        texts(&checker.session.script(colours, &[]))
    };
    checker.go_to_question(visitors::AT_HOME.told, "F-WHERE");
    let light = media("prefers-color-scheme", "light");
    let dark = media("prefers-color-scheme", "dark");
    let forced = media("forced-colors", "active");
    for pair in [&light, &dark, &forced] {
        assert_ne!(pair[0], pair[1], "words differ from their ground");
    }
    assert_ne!(light, dark, "the page has a dark scheme");
    assert!(checker.session.is_shown("#app button[type=submit]"));
}

/// Everything fits into the width of the screen.
pub fn expect_no_sideways_scroll(checker: &Checker, screen: &str) {
    let found = checker.session.script(
        "const root = document.documentElement, app = document.querySelector('#app');
         if (root.scrollWidth <= root.clientWidth && app.scrollWidth <= app.clientWidth) return [];
         const wide = [...app.querySelectorAll('*')]
            .filter(node => node.getBoundingClientRect().right > root.clientWidth + 0.5)
            .map(node => `${node.tagName} ${node.className} ${node.textContent.slice(0, 60)}`);
         return [`${root.scrollWidth} and ${app.scrollWidth} in ${root.clientWidth} px`, ...wide.slice(-8)]",
        &[],
    );
    assert_eq!(found, json!([]), "{:?}: {screen} scrolls sideways", checker.session.engine);
}
