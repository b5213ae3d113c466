//! Whoever uses the device next sees a fresh first screen: after Back, after reload, after coming back.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, SANDBOX},
    server::{ELSEWHERE, Server},
    session::Session,
    visitors,
};
use serde_json::{Value, json};

in_every_engine!(
    a_question_does_not_come_back,
    a_result_does_not_come_back,
    answers_do_not_come_back_in_a_frame,
    answers_come_back_on_a_control_page,
    kept_answers_come_back_on_a_control_page,
);

/// The ways to leave a page and see it again.
const RETURNS: [&str; 4] = ["Back", "reload", "opening it again", "Forward"];

fn a_question_does_not_come_back(engine: Engine) {
    let checker = Checker::open(engine);
    let first = fresh(&checker);
    for way in RETURNS {
        checker.session.click("label[for=whom-supporter]");
        checker.go_to_question(visitors::AT_HOME.told, "F-SECTS");
        // Chosen and not yet sent: browsers like to bring fields back.
        checker.choose("F-SECTS", "section-3");
        return_by(&checker.session, &checker.server, "/", way);
        checker.wait_until_ready();
        assert_eq!(fresh(&checker), first, "{engine:?}: after {way}");
        checker.begin();
        assert_eq!(checker.chosen(), [""; 0], "{engine:?}: after {way} the first question has no answer");
        checker.session.reload();
        checker.wait_until_ready();
    }
}

fn a_result_does_not_come_back(engine: Engine) {
    let checker = Checker::open(engine);
    let first = fresh(&checker);
    for way in RETURNS {
        checker.session.click("label[for=whom-supporter]");
        checker.go_to_result(visitors::AT_HOME.told);
        return_by(&checker.session, &checker.server, "/", way);
        checker.wait_until_ready();
        assert_eq!(fresh(&checker), first, "{engine:?}: after {way}");
    }
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations");
}

/// In a sandbox, and in the frame that the page makes itself where there is none.
fn answers_do_not_come_back_in_a_frame(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    let checker = Checker { session, server };
    for (depth, sandbox) in [(1, format!("sandbox='{SANDBOX}'")), (2, String::new())] {
        checker.server.put_html(
            "/framed",
            &format!("<iframe title=Checker src='/#nation=wales' width=800 height=480 frameborder=0 {sandbox}></iframe>"),
        );
        checker.session.open(&checker.server.address(ELSEWHERE));
        checker.session.open(&checker.server.address("/framed"));
        for way in RETURNS {
            enter(&checker, depth);
            checker.go_to_question(visitors::AT_HOME.told, "F-SECTS");
            checker.choose("F-SECTS", "section-3");
            (0..depth).for_each(|_| checker.session.leave_frame());
            return_by(&checker.session, &checker.server, "/framed", way);
            enter(&checker, depth);
            fresh(&checker);
            checker.begin();
            assert_eq!(checker.chosen(), [""; 0], "{engine:?}: after {way}, {depth} deep");
            (0..depth).for_each(|_| checker.session.leave_frame());
            checker.session.reload();
        }
    }
}

/// Goes into the frame, and into the frame in it, and waits for the first screen.
fn enter(checker: &Checker, depth: usize) {
    for _ in 0..depth {
        checker.session.wait_for_script(
            "a frame",
            "return document.querySelectorAll('iframe').length === 1",
            &[],
        );
        checker.session.enter_frame();
    }
    checker.wait_until_ready();
}

/// An ordinary page does bring a choice back on Back, in every engine: so the tests above could fail.
fn answers_come_back_on_a_control_page(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    server.put_html(
        "/control",
        "<form><label><input type=radio name=answer value=section-3> Section 3</label></form>",
    );
    session.open(&server.address("/control"));
    session.click("input");
    assert_eq!(checked(&session), json!(["section-3"]));
    return_by(&session, &server, "/control", "Back");
    session.wait_for("the control page to bring the choice back", || {
        (checked(&session) == json!(["section-3"])).then_some(())
    });
}

/// A page that keeps answers shows them however one returns.
fn kept_answers_come_back_on_a_control_page(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    server.put_html(
        "/control",
        "<p id=kept></p><script>kept.textContent = sessionStorage.answer || ''</script>",
    );
    for way in RETURNS {
        session.open(&server.address("/control"));
        session.script("kept.textContent = sessionStorage.answer = 'section 3'", &[]);
        return_by(&session, &server, "/control", way);
        session.wait_for(&format!("the kept answer after {way}"), || {
            let kept = session.try_script("return kept.textContent", &[]);
            (kept == Some(json!("section 3"))).then_some(())
        });
        session.script("sessionStorage.clear()", &[]);
    }
}

/// Leaves and comes back.
fn return_by(session: &Session, server: &Server, page: &str, way: &str) {
    match way {
        "Back" => {
            session.open(&server.address(ELSEWHERE));
            session.back();
            let address = server.address(page);
            session.wait_for("Back to arrive", || (session.address() == address).then_some(()));
        }
        "reload" => session.reload(),
        // What was there before must be another page.
        "Forward" => {
            session.back();
            let (before, address) = (server.address(ELSEWHERE), server.address(page));
            session.wait_for("Back to arrive", || (session.address() == before).then_some(()));
            session.script("history.forward()", &[]);
            session.wait_for("Forward to arrive", || (session.address() == address).then_some(()));
        }
        _ => {
            session.open(&server.address(ELSEWHERE));
            session.open(&server.address(page));
        }
    }
}

/// What can be seen and read on the first screen.
fn fresh(checker: &Checker) -> Value {
    checker.session.wait_for_script(
        "the first screen alone",
        "return !document.querySelector('#app form[data-question], #app [data-screen=result], #app :checked:not(#whom-me)')",
        &[],
    );
    json!({ "words": checker.words(), "chosen": checker.chosen(), "focus": checker.focused() })
}

fn checked(session: &Session) -> Value {
    session
        .try_script("return [...document.querySelectorAll('input:checked')].map(input => input.value)", &[])
        .unwrap_or_default()
}
