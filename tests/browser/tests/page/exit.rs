//! A quick exit: only where the charity asked for it, always in reach, and first of all the case is gone.

use browser_tests::{
    axe,
    engine::Engine,
    in_every_engine,
    page::{Checker, ENTER, SANDBOX, TAB},
    server::Server,
    session::Session,
    visitors,
};
use serde_json::json;

in_every_engine!(
    there_is_none_unless_asked_for,
    the_button_leaves_by_mouse_and_by_keyboard,
    escape_three_times_leaves,
    from_a_frame_it_leaves_the_whole_page,
    where_it_may_not_leave_the_screen_is_blank_and_says_so,
    it_is_in_reach_on_the_guide,
    it_is_accessible_in_the_colours_of_a_charity,
);

const ESCAPE: char = '\u{e00c}';

/// Where the tests leave to: nobody answers there in this way, so that the browser shows a page of its own.
fn away(server: &Server) -> String {
    server.address("/").replacen("http:", "https:", 1)
}

fn open(engine: Engine) -> Checker {
    let (session, server) = (Session::start(engine), Server::start());
    session.open(&server.address(&format!("/?1#exit={}", away(&server))));
    let checker = Checker { session, server };
    checker.wait_until_ready();
    checker
}

fn there_is_none_unless_asked_for(engine: Engine) {
    let checker = Checker::open(engine);
    assert!(!checker.session.is_shown("#exit"), "{engine:?}");
    (0..3).for_each(|_| checker.session.key(ESCAPE));
    checker.begin();
    checker.session.open(&checker.server.address("/?1#exit=javascript:alert(1)"));
    checker.wait_until_ready();
    assert!(!checker.session.is_shown("#exit"), "{engine:?}: an unsafe address is none");
}

fn has_left(session: &Session) {
    session.wait_for("the page to be gone", || {
        let here = session.try_script("return !!document.getElementById('app') || !!window.heard", &[]);
        (here != Some(json!(true)) && session.try_script("return 1", &[]).is_some()).then_some(())
    });
}

fn the_button_leaves_by_mouse_and_by_keyboard(engine: Engine) {
    let checker = open(engine);
    let session = &checker.session;
    checker.go_to_result(visitors::AT_HOME.told);
    session.script("scrollTo(0, 1500)", &[]);
    session.wait_for_script(
        "the button in reach on a long screen",
        "const at = document.getElementById('leave').getBoundingClientRect();
         return scrollY > 500 && at.top >= 0 && at.bottom <= innerHeight && at.height >= 44 && at.right <= innerWidth",
        &[],
    );
    session.click_and_leave("#leave");
    has_left(session);
    session.back();
    // Whatever was there before, it is not the result.
    let seen = session.try_script("return !!document.querySelector('[data-screen=result]')", &[]);
    assert_ne!(seen, Some(json!(true)), "{engine:?}: nothing to come back to");

    session.open(&checker.server.address(&format!("/?2#exit={}", away(&checker.server))));
    checker.wait_until_ready();
    checker.begin();
    session.script("document.querySelector('#exit summary').focus()", &[]);
    session.key(TAB);
    checker.wait_for_focus("leave");
    session.key(ENTER);
    has_left(session);
}

fn escape_three_times_leaves(engine: Engine) {
    let checker = open(engine);
    checker.go_to_question(visitors::AT_HOME.told, "F-SECTS");
    (0..2).for_each(|_| checker.session.key(ESCAPE));
    assert_eq!(checker.question(), "F-SECTS", "{engine:?}: twice is not enough");
    (0..2).for_each(|_| checker.session.key(ESCAPE));
    has_left(&checker.session);
}

/// A host with a frame, in this sandbox, and a visitor who has answered.
fn framed(engine: Engine, more: &str) -> Checker {
    let (session, server, other) = (Session::start(engine), Server::start(), Server::start());
    let address = server.address(&format!("/#exit={}", away(&server)));
    other.put_html(
        "/host",
        &format!(
            "<script>window.heard = []; addEventListener('message', event => heard.push(event.data['s117-checker']))
             </script><iframe title=Checker src='{address}' width=800 height=480 frameborder=0 sandbox='{SANDBOX} {more}'></iframe>"
        ),
    );
    session.open(&other.address("/host"));
    session.enter_frame();
    let checker = Checker { session, server };
    checker.wait_until_ready();
    checker.begin();
    let first = checker.screen();
    // By script: WebKit's driver misses what it must scroll to below the bar in a frame.
    checker.session.script("document.getElementById('F-NAT-NOW-england').click()", &[]);
    checker.session.script("document.querySelector('#app button[type=submit]').click()", &[]);
    checker.wait_for_other_screen(&first);
    // The host stays served while its page is open.
    std::mem::forget(other);
    checker
}

fn from_a_frame_it_leaves_the_whole_page(engine: Engine) {
    let checker = framed(engine, "allow-top-navigation-by-user-activation");
    checker.session.click_and_leave("#leave");
    checker.session.wait_for("the host page to be gone", || {
        (!checker.session.address().ends_with("/host")).then_some(())
    });
}

fn where_it_may_not_leave_the_screen_is_blank_and_says_so(engine: Engine) {
    for by_key in [false, true] {
        let checker = framed(engine, "");
        let session = &checker.session;
        if by_key {
            (0..3).for_each(|_| session.key(ESCAPE));
        } else {
            session.click("#leave");
        }
        session.wait_for("the plain words", || session.is_shown("#gone").then_some(()));
        let shown = session.script("return document.body.innerText.trim()", &[]);
        assert_eq!(shown, json!(session.text("#gone")), "{engine:?}: nothing else is on the screen");
        assert_eq!(checker.words(), "", "{engine:?}: nothing is left of the case");
        checker.wait_for_focus("gone");
        session.leave_frame();
        let heard = session.script("return window.heard", &[]);
        let heard = heard.as_array().expect("a list");
        assert_eq!(
            heard.last(),
            Some(&json!("exit")),
            "{engine:?}: the host is told, and nothing after: {heard:?}"
        );
        assert_eq!(heard.iter().filter(|it| **it == json!("exit")).count(), 1, "{engine:?}: once");
    }
}

fn it_is_in_reach_on_the_guide(engine: Engine) {
    let checker = open(engine);
    checker.begin();
    checker.session.script("window.s117.failed()", &[]);
    checker.session.wait_for("the guide", || checker.session.is_shown("#guide").then_some(()));
    assert!(checker.session.is_shown("#exit details"), "{engine:?}");
    checker.session.click_and_leave("#leave");
    has_left(&checker.session);
}

/// With everything set that a charity can set, and an accent that has to be put right.
fn it_is_accessible_in_the_colours_of_a_charity(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    session.open(&server.address(&format!(
        "/?1#exit={}&accent=%23ffd500&radius=0&help-name=Ann&help-phone=0300%20123%204567&help-url=https://example.org",
        away(&server)
    )));
    let checker = Checker { session, server };
    checker.wait_until_ready();
    for scheme in ["light", "dark"] {
        checker.session.script(
            "document.documentElement.dataset.scheme = arguments[0];
             document.querySelector('#exit details').open = true",
            &[json!(scheme)],
        );
        let found = axe::findings(&checker.session);
        assert!(found.is_empty(), "{engine:?}: {scheme}: {found:?}");
    }
    checker.session.script("window.s117.failed()", &[]);
    checker.session.wait_for("the guide", || checker.session.is_shown("#guide").then_some(()));
    let found = axe::findings(&checker.session);
    assert!(found.is_empty(), "{engine:?}: the guide: {found:?}");
}
