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

/// The pictures of the journeys, and the choice that is made, have the colours of the theme, whichever it is.
#[test]
fn forced_colours_hold_for_drawings_and_choices() {
    let checker = Checker::open(Engine::Chromium);
    for scheme in ["light", "dark"] {
        let features = json!({ "features": [
            { "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": scheme },
        ] });
        checker.session.devtools("Emulation.setEmulatedMedia", features);
        let other = checker.session.script(
            "const of = (node, name) => getComputedStyle(node)[name], probe = document.createElement('i');
             document.body.append(probe);
             const system = name => (probe.style.color = name, of(probe, 'color'));
             const svgs = [...document.querySelectorAll('#app .journey svg')];
             const radio = document.querySelector('#app .whom input:checked');
             const found = [svgs.length < 6 && 'too few drawings',
                ...svgs.map(it => of(it, 'color') !== system('ButtonText') && it.outerHTML),
                of(radio, 'backgroundColor') !== system('Highlight') && 'inside',
                of(radio, 'borderTopColor') !== system('CanvasText') && 'ring'];
             probe.remove();
             return found.filter(Boolean)",
            &[],
        );
        assert_eq!(other, json!([]), "{scheme}: other colours than the theme's");
    }
}

/// The picture of a journey stands beside its words in the large card, and above them in the two smaller ones.
#[test]
fn smaller_journeys_have_their_picture_above() {
    let checker = Checker::open(Engine::Chromium);
    for width in [768, 1280] {
        let metrics = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
        checker.session.devtools("Emulation.setDeviceMetricsOverride", metrics);
        let above = checker.session.script(
            "return [...document.querySelectorAll('#app .journey')].map(it => {
                const [picture, name] = ['.journey-picture', '.journey-name'].map(css => it.querySelector(css).getBoundingClientRect());
                return picture.bottom <= name.top;
             })",
            &[],
        );
        assert_eq!(above, json!([false, true, true]), "{width} px");
    }
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
