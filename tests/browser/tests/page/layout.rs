//! Small phones, big fingers, dark and forced colours.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, texts},
    visitors,
};
use serde_json::json;

in_every_engine!(
    nothing_scrolls_sideways_at_320_px,
    nothing_scrolls_sideways_with_large_text,
    everything_to_press_is_44_px_high,
);

fn nothing_scrolls_sideways_at_320_px(engine: Engine) {
    let checker = Checker::open_narrow(engine, 320);
    walk(&checker, |screen| expect_no_sideways_scroll(&checker, screen));
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations in a frame");
}

/// Text at 200% on a tablet.
fn nothing_scrolls_sideways_with_large_text(engine: Engine) {
    let checker = Checker::open_narrow(engine, 640);
    walk(&checker, |screen| {
        checker.session.script("document.documentElement.style.setProperty('font-size', '200%')", &[]);
        expect_no_sideways_scroll(&checker, screen);
    });
}

fn everything_to_press_is_44_px_high(engine: Engine) {
    let checker = Checker::open_narrow(engine, 320);
    walk(&checker, |screen| {
        let small = texts(&checker.session.script(SMALL, &[]));
        assert!(small.is_empty(), "{engine:?}: too small to press on {screen}:\n{}", small.join("\n"));
    });
}

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

/// Every kind of screen, at its closed and its open state.
fn walk(checker: &Checker, look: impl Fn(&str)) {
    look("start");
    checker.begin();
    look("radio question");
    checker.press_continue();
    checker.wait_for_focus("error-summary");
    look("error state");
    checker.answer("F-NAT-NOW", &["england"]);
    checker.answer("F-WHERE", &["out"]);
    open_all(checker);
    look("tick question");
    for (question, values) in visitors::TOLD_BY_ONE.told.iter().skip(2) {
        checker.answer(question, values);
    }
    look("result");
    for sheet in ["meeting", "diary"] {
        checker.open_sheet(sheet);
        look(sheet);
        checker.back_to_result();
    }
    open_all(checker);
    look("result with everything open");
    checker.session.click("#app [data-action=restart]");
    checker.wait_until_ready();
    checker.visit_after_a_decision(&visitors::REFUSED_IN_WALES);
    open_all(checker);
    look("result with deadlines");
    checker.session.click("#app [data-action=advise]");
    checker.session.wait_for("the adviser page", || {
        (checker.session.count("#app [data-screen=adviser]") == 1).then_some(())
    });
    checker.session.click("[data-action=add-stay]");
    open_all(checker);
    look("adviser page");
}

fn open_all(checker: &Checker) {
    checker
        .session
        .script("document.querySelectorAll('#app details').forEach(part => part.open = true)", &[]);
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

/// Measures what a finger would hit: the pixels, up and down from its middle, that belong to each control.
/// A legal term that stands in a sentence is as high as its line, as links in text are.
pub(crate) const SMALL: &str = "
    const small = [];
    const controls = '#app button:not(.term), #app summary, #app select, #app label[for]';
    for (const control of document.querySelectorAll(controls)) {
        if (!control.checkVisibility({ visibilityProperty: true })) continue;
        control.scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = control.getBoundingClientRect();
        const input = control.htmlFor && document.getElementById(control.htmlFor);
        const x = box.left + Math.min(box.width / 2, 40), y = box.top + box.height / 2;
        const hits = at => {
            const hit = document.elementFromPoint(x, at);
            return !!hit && (hit === input || control.contains(hit));
        };
        let high = 0;
        if (hits(y)) {
            high = 1;
            for (let up = 1; high < 60 && hits(y - up); up++) high++;
            for (let down = 1; high < 120 && hits(y + down); down++) high++;
        }
        if (high < 43) small.push(`${high} px: ${control.outerHTML.slice(0, 160)}`);
    }
    return small";
