//! What is on the page of a result: the list leads to each part, and what matters most is never folded away.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, texts},
    visitors,
};
use serde_json::json;

in_every_engine!(
    the_list_leads_to_every_part,
    what_matters_most_is_not_folded,
    one_thing_to_do_is_said_once,
    the_header_has_two_rows_on_a_phone_and_one_on_a_tablet,
);

/// By scrolling and focus alone: the address and the history stay as they are.
fn the_list_leads_to_every_part(engine: Engine) {
    let checker = Checker::open_narrow(engine, 320);
    checker.visit(&visitors::CHARGED_IN_WALES);
    let place = || checker.session.script("return [location.href, history.length]", &[]);
    let before = place();
    let parts = texts(&checker.session.script(
        "return [...document.querySelectorAll('#app .contents button')].map(it => it.dataset.to)",
        &[],
    ));
    let claims = ["PAY-04", "PAY-24", "PAY-07", "WHAT-11"];
    let rows = ["because", "law", "next", "deadlines", "notes", "keep", "people"];
    assert_eq!(parts, [&claims[..], &rows[..]].concat(), "{engine:?}");
    for part in parts {
        checker.session.click(&format!("#app .contents [data-to='{part}']"));
        checker.wait_for_focus(&format!("{part}-heading"));
        let seen = checker.session.script(
            "const box = document.activeElement.getBoundingClientRect();
             return box.top > -1 && box.bottom < innerHeight && box.height > 0",
            &[],
        );
        assert_eq!(seen, json!(true), "{engine:?}: the heading of {part} is in sight");
        assert_eq!(place(), before, "{engine:?}: {part} is nothing for the history");
    }
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations");
}

/// The answer and its strength, the one thing to do, the main step, deadlines, and who can help.
fn what_matters_most_is_not_folded(engine: Engine) {
    let checker = Checker::open(engine);
    for visitor in [&visitors::CHARGED_IN_WALES, &visitors::COMPLAINT_BLOCKED] {
        checker.visit(visitor);
        let found = |css: &str| count(&checker, css, "true");
        let folded = |css: &str| count(&checker, css, "node.closest('details')");
        for css in ["[data-strength]", ".answer .mark", ".next-main", "[data-section=people] .contact"] {
            assert!(found(css) > 0, "{engine:?}: {css} of {}", visitor.name);
        }
        for css in ["[data-strength]", ".answer .mark", ".do-this", ".next-main", "[data-deadline]"] {
            assert_eq!(folded(css), 0, "{engine:?}: {css} of {}", visitor.name);
        }
        let people = "[data-section=people] .contact";
        assert!(found(people) - folded(people) >= 6.min(found(people)), "{engine:?}: {}", visitor.name);
        assert!(folded(".sources > li") > 0 && folded("[data-section=notes] p") > 0, "{engine:?}: a control");
        checker.session.reload();
        checker.wait_until_ready();
    }
}

fn count(checker: &Checker, css: &str, if_so: &str) -> u64 {
    let script = format!(
        "return [...document.querySelectorAll('#app [data-screen=result] ' + arguments[0])].filter(node => {if_so}).length"
    );
    checker.session.script(&script, &[json!(css)]).as_u64().unwrap_or_default()
}

/// Two claims ask for the same; each still offers its own letter.
fn one_thing_to_do_is_said_once(engine: Engine) {
    let checker = Checker::open(engine);
    checker.visit(&visitors::CHARGED_IN_WALES);
    assert_eq!(checker.session.count("#app .answer [data-write=dispute-charge]"), 2, "{engine:?}: a control");
    assert_eq!(checker.session.count("#app .do-this"), 1, "{engine:?}");
    assert!(checker.session.text("#app [data-finding=PAY-07]").contains("Keep paying for now"), "{engine:?}");
}

/// With the longest words, and with room for one more button.
fn the_header_has_two_rows_on_a_phone_and_one_on_a_tablet(engine: Engine) {
    // Rows of what can be pressed, and the space around them, in rems.
    for (width, high) in [(320, 5.5..7.0), (640, 3.0..4.5)] {
        let checker = Checker::open_narrow(engine, width);
        checker.visit(&visitors::AT_HOME);
        for language in ["cy", "en"] {
            checker.session.click(&format!("#app button[data-language={language}]"));
            let spoken = "return document.documentElement.lang.startsWith(arguments[0])";
            checker.session.wait_for_script("the language", spoken, &[json!(language)]);
            for version in ["short", "full"] {
                checker.session.click("#app button[data-action=shorten]");
                let height = checker.session.script(
                    "return document.querySelector('#app .top').getBoundingClientRect().height
                        / parseFloat(getComputedStyle(document.documentElement).fontSize)",
                    &[],
                );
                let rems = height.as_f64().expect("a height");
                assert!(
                    high.contains(&rems),
                    "{engine:?}: {rems} rem in {language}, {version}, at {width} px"
                );
            }
        }
    }
}
