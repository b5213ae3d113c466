//! The pictures of a result, and its sheets: each says in words what it draws.

use crate::layout::expect_no_sideways_scroll;
use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, texts},
    visitors,
};
use serde_json::json;

in_every_engine!(pictures_say_what_they_draw, a_sheet_opens_and_leads_back, the_longest_fits_at_320_px);

/// Every picture stands with its words: none of them in a drawing, none told by a colour alone.
fn pictures_say_what_they_draw(engine: Engine) {
    let checker = Checker::open(engine);
    checker.visit(&visitors::CHARGED_FOR_ALL);
    let owed = checker.session.text("#app [data-picture=owed]");
    assert!(owed.contains("integrated care board") && !owed.contains("health board"), "{owed}");
    assert!(!owed.contains("£0"), "{engine:?}: the rent is open: {owed}");
    let stays = checker.session.text("#app [data-picture=stays]");
    for part in ["Earlier", "A council in England had placed me there", "This probably decides", "Now"] {
        assert!(stays.contains(part), "{engine:?}: {part} is not in {stays}");
    }
    again(&checker);
    checker.visit(&visitors::COMPLAINT_BLOCKED);
    let ladder = checker.session.text("#app [data-picture=ladder]");
    for part in ["2 November 2026", "1 February 2027", "1 November 2027"] {
        assert!(ladder.contains(part), "{engine:?}: {part} is not in {ladder}");
    }
    let numbered = "return [...document.querySelectorAll('#app [data-picture=ladder] ol')].map(list =>
        `${list.start}-${list.start + list.children.length - 1}`)";
    assert_eq!(texts(&checker.session.script(numbered, &[]))[0], "1-3", "{engine:?}: one count of steps");
    assert!(texts(&checker.session.script(numbered, &[]))[1].starts_with("4-"), "{engine:?}");
    again(&checker);
    checker.visit(&visitors::TOLD_BY_ONE);
    let marks = checker.session.script(
        "return [...document.querySelectorAll('#app [data-picture=road] > ol > li')].map(step => {
            const mark = getComputedStyle(step, '::before');
            return `${step.className}: ${mark.borderTopStyle} ${mark.borderTopLeftRadius === '0px' ? 'square' : 'round'}`;
         })",
        &[],
    );
    let shapes = ["road-open: dotted round", "road-open: dotted round", "road-open: dotted round"];
    let ends = ["road-no: solid round", "road-end: solid square"];
    assert_eq!(texts(&marks), [&shapes[..], &ends[..]].concat(), "{engine:?}");
    assert_eq!(checker.session.count("#app svg text"), 0, "{engine:?}: no words in drawings");
}

fn a_sheet_opens_and_leads_back(engine: Engine) {
    let checker = Checker::open(engine);
    checker.visit(&visitors::CHARGED_IN_WALES);
    let title = checker.session.title();
    for (sheet, part) in [("meeting", "Do not stop paying on your own."), ("diary", "Bank statements")] {
        checker.open_sheet(sheet);
        checker.wait_for_focus("heading");
        let words = checker.session.text("#app .sheet");
        assert!(words.contains(part), "{engine:?}: {part} is not in {words}");
        assert!(
            !words.contains("prison"),
            "{engine:?}: what was told about prison is nobody’s business there"
        );
        assert_eq!(checker.session.count("#app .sheet :is(input, textarea, button:not(.term))"), 0);
        checker.back_to_result();
        checker.wait_for_focus("heading");
        checker.expect_claims(visitors::CHARGED_IN_WALES.claims);
    }
    assert_eq!(checker.session.title(), title);
    assert_eq!(checker.violations(), json!([]));
    again(&checker);
    // The sheet for a meeting is not offered where section 117 does not come from what was told.
    checker.visit(&visitors::ONLY_OTHER_KINDS);
    assert_eq!(checker.session.count("#app [data-sheet=meeting]"), 0);
    assert_eq!(checker.session.count("#app [data-sheet=diary]"), 1);
}

/// The result with the most in its pictures, and its sheets.
fn the_longest_fits_at_320_px(engine: Engine) {
    let checker = Checker::open_narrow(engine, 320);
    checker.visit(&visitors::CHARGED_FOR_ALL);
    expect_no_sideways_scroll(&checker, "the longest result");
    for sheet in ["meeting", "diary"] {
        checker.open_sheet(sheet);
        expect_no_sideways_scroll(&checker, sheet);
        checker.back_to_result();
    }
}

fn again(checker: &Checker) {
    checker.session.reload();
    checker.wait_until_ready();
}
