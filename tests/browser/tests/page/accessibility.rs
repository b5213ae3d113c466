//! axe finds nothing, at A and AA, on every kind of screen.

use browser_tests::{
    axe,
    engine::{Engine, Without},
    in_every_engine,
    page::Checker,
    server::Server,
    session::Session,
    visitors,
};
use serde_json::json;

in_every_engine!(
    axe_finds_what_is_wrong_on_a_control_page,
    questions_are_accessible,
    results_are_accessible,
    the_guide_is_accessible,
);

fn axe_finds_what_is_wrong_on_a_control_page(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    server.put_html("/control", "<img src='data:,'><input><p style='color: #ccc'>Hard to read.</p>");
    session.open(&server.address("/control"));
    let found = axe::findings(&session);
    for rule in ["image-alt", "label", "color-contrast"] {
        assert!(found.iter().any(|line| line.starts_with(rule)), "{engine:?}: axe finds {rule}: {found:?}");
    }
}

fn questions_are_accessible(engine: Engine) {
    walk_questions(&Checker::open(engine));
}

fn results_are_accessible(engine: Engine) {
    let checker = Checker::open(engine);
    walk_results(&checker);
}

/// Text and lines must stand out on a dark ground too. One engine is enough: the colours are the same in all.
#[test]
fn dark_screens_are_accessible() {
    let checker = Checker::open(Engine::Chromium);
    let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
    checker.session.devtools("Emulation.setEmulatedMedia", dark);
    assert_eq!(
        checker.session.script("return matchMedia('(prefers-color-scheme: dark)').matches", &[]),
        json!(true)
    );
    walk_questions(&checker);
    checker.session.reload();
    checker.wait_until_ready();
    walk_results(&checker);
}

fn the_guide_is_accessible(engine: Engine) {
    let (session, server) = (Session::start_without(engine, Without::Wasm), Server::start());
    session.open(&server.address("/"));
    session.wait_for("the guide", || session.is_shown("#guide").then_some(()));
    expect_nothing(&session, "guide");
}

/// Start, a question of each kind, the error state, and open-ups open.
fn walk_questions(checker: &Checker) {
    expect_nothing(&checker.session, "start");
    checker.begin();
    expect_nothing(&checker.session, "radio question");
    open_all(checker);
    expect_nothing(&checker.session, "radio question with open-ups open");
    checker.press_continue();
    checker.wait_for_focus("error-summary");
    expect_nothing(&checker.session, "error state");
    checker.answer("F-NAT-NOW", &["england"]);
    checker.answer("F-WHERE", &["out"]);
    expect_nothing(&checker.session, "tick question");
    checker.choose("F-SECTS", "section-3");
    open_all(checker);
    expect_nothing(&checker.session, "ticked question with open-ups open");
    checker.session.reload();
    checker.wait_until_ready();
    checker.begin_on("problem");
    expect_nothing(&checker.session, "problems");
    for (question, values) in
        visitors::LEAVING_SOON.told.iter().take_while(|(question, _)| *question != "F-DATES")
    {
        checker.answer(question, values);
    }
    expect_nothing(&checker.session, "dates");
    checker.type_date(&["31", "2", "2027"]);
    checker.press_continue();
    checker.wait_for_focus("error-summary");
    expect_nothing(&checker.session, "a date that does not exist");
}

/// The result of every strength, closed and open; and one with deadlines.
fn walk_results(checker: &Checker) {
    for visitor in visitors::EVERY_STRENGTH.iter().chain(visitors::LATER) {
        checker.visit(visitor);
        checker.expect_claims(visitor.claims);
        expect_nothing(&checker.session, visitor.name);
        open_all(checker);
        expect_nothing(&checker.session, &format!("{} with everything open", visitor.name));
        if visitor.name == visitors::CHARGED_IN_WALES.name {
            for sheet in ["meeting", "diary"] {
                checker.open_sheet(sheet);
                expect_nothing(&checker.session, sheet);
                checker.back_to_result();
            }
        }
        checker.session.reload();
        checker.wait_until_ready();
    }
    checker.visit_after_a_decision(&visitors::REFUSED_IN_WALES);
    open_all(checker);
    expect_nothing(&checker.session, "deadlines with everything open");
}

fn open_all(checker: &Checker) {
    checker
        .session
        .script("document.querySelectorAll('#app details').forEach(part => part.open = true)", &[]);
}

fn expect_nothing(session: &Session, screen: &str) {
    let found = axe::findings(session);
    assert!(found.is_empty(), "{:?}: axe on {screen}:\n{}", session.engine, found.join("\n"));
}
