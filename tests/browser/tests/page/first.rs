//! The first screen is there before the checker: it is the one that the checker draws, and what is done on it is kept.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, SANDBOX, Screen},
    server::{ELSEWHERE, Server},
    session::Session,
    tools,
};
use serde_json::{Value, json};

in_every_engine!(
    it_is_the_screen_that_the_checker_draws,
    what_is_done_early_is_done_once,
    a_checker_that_does_not_come_leaves_the_guide,
);

/// The page, whose checker starts only when a test says `go()`, and never after `go(false)`; and whose fifteen seconds
/// are so many milliseconds. By a script that stands before the policy.
fn held(slow: u32) -> Server {
    let page = String::from_utf8(tools::page()).expect("text");
    let mark = "<meta charset=\"utf-8\">";
    assert_eq!(page.matches(mark).count(), 1);
    let hold = format!(
        "{mark}<script>{{
            const start = WebAssembly.instantiate, wait = setTimeout;
            const allowed = new Promise((yes, no) => window.go = sound => sound === false ? no(new Error('a test')) : yes());
            WebAssembly.instantiate = async (...given) => (window.held = true, await allowed, start(...given));
            window.setTimeout = (call, after) => wait(call, after === 15000 ? {slow} : after);
            // The clock of a visit when the law should long have been checked again.
            const late = new Date('2027-06-01T12:00:00Z').getTime(), Real = Date;
            if (location.search === '?late') window.Date = class extends Real {{
                constructor(...given) {{ if (given.length) super(...given); else super(late); }}
            }};
            window.shifts = [];
            if (window.PerformanceObserver && PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
                new PerformanceObserver(list => shifts.push(...list.getEntries().map(it => it.value)))
                    .observe({{ type: 'layout-shift', buffered: true }});
        }}</script>"
    );
    Server::with_page(page.replacen(mark, &hold, 1).into_bytes())
}

/// Waits until all is there but the checker.
fn wait_until_held(session: &Session) {
    session.wait_for_script(
        "the first screen, without the checker",
        "return window.held === true && !!document.querySelector('#first [data-screen=start] input')
            && document.documentElement.dataset.state === 'starting' && !document.querySelector('#app *')",
        &[],
    );
}

/// What can be told of a drawing: every element with its attributes, text, place and colours.
const DRAWING: &str = "
    const seen = [];
    for (const it of document.querySelectorAll(arguments[0] + ' *')) {
        // What is ticked is read below: the checker ticks without the attribute.
        const attributes = [...it.attributes].filter(one => one.name !== 'checked').map(one => one.name + '=' + one.value).sort();
        const text = [...it.childNodes].filter(one => one.nodeType === 3).map(one => one.data).join('');
        const box = it.getBoundingClientRect(), style = getComputedStyle(it);
        seen.push([it.tagName, ...attributes, text, it.checked, it.open, document.activeElement === it,
            [box.x, box.y, box.width, box.height].map(Math.round).join(' '), style.color, style.backgroundColor,
            style.fontFamily, style.borderRadius].join('|'));
    }
    seen.push(document.documentElement.lang, Math.round(scrollY));
    return seen;";

fn it_is_the_screen_that_the_checker_draws(engine: Engine) {
    let checker = Checker { session: Session::start(engine), server: held(15_000) };
    let session = &checker.session;
    for (fragment, says) in [
        ("?1", "Next check due by"),
        ("?late", "The next check was due by"),
        ("?2#lang=cy&scheme=dark&accent=%23663399", "adran 117"),
        (
            "?3#journey=who-pays&radius=3&font=Noto+Serif&scheme=dark&help-name=Ann+%26+Co&help-phone=0300+123+4567\
             &help-url=https://example.org/help/",
            "Ann & Co",
        ),
        ("?4#lang=cy&journey=problem&exit=on&help-url=mailto:ann@example.org", "ann@example.org"),
        ("?6#words=short&lang=cy&journey=who-pays", "Fersiwn fer"),
        ("?5#journey=entitled&nation=wales&help-phone=%2B44+300+123", "+44 300 123"),
    ] {
        session.open(&checker.server.address(&format!("/{fragment}")));
        wait_until_held(session);
        assert!(session.text("#first").contains(says), "{engine:?}: {fragment} shows");
        assert!(!session.is_shown("#guide"), "{engine:?}: {fragment}");
        session.script(
            "document.querySelector('#first [data-open-up=check]').open = true;
             const choice = document.querySelector('#whom-client');
             choice.focus();
             scrollTo(0, 150);",
            &[],
        );
        let jumped = session.script_with_callback(
            "const done = arguments[arguments.length - 1];
             requestAnimationFrame(() => setTimeout(() => done(shifts.splice(0).length > 0), 100));",
            &[],
        );
        assert_eq!(
            jumped,
            json!(engine == Engine::Chromium),
            "{engine:?}: the test sees what jumps, where it can"
        );
        let before = session.script(DRAWING, &[json!("#first")]);
        session.script("go()", &[]);
        checker.wait_until_ready();
        let after = session.script(DRAWING, &[json!("#app")]);
        let [before, after] = [&before, &after].map(|drawing| drawing.as_array().expect("a list"));
        for (one, other) in before.iter().zip(after) {
            assert_eq!(one, other, "{engine:?}: {fragment}");
        }
        assert!(before.len() == after.len() && before.len() > 60, "{engine:?}: {fragment}: {}", before.len());
        assert_eq!(checker.focused(), "whom-client", "{engine:?}: {fragment}");
        assert_eq!(session.count("#first *"), 0, "{engine:?}: {fragment}");
        assert_eq!(session.script("return shifts", &[]), json!([]), "{engine:?}: {fragment}: nothing jumps");
        assert_eq!(checker.violations(), json!([]), "{engine:?}: {fragment}");
    }
}

fn what_is_done_early_is_done_once(engine: Engine) {
    let (session, server) = (Session::start(engine), held(15_000));
    server.put_html(
        "/frame",
        &format!(
            "<script>window.told = []; addEventListener('message', event => told.push(event.data['s117-checker']))</script>
             <iframe title=Checker src='/' width=800 height=480 frameborder=0 sandbox='{SANDBOX}'></iframe>"
        ),
    );
    let checker = Checker { session, server };
    let session = &checker.session;
    let told = || {
        session.leave_frame();
        let told = session.script("return told.filter(it => it !== 'height')", &[]);
        session.enter_frame();
        told
    };
    let enter = || {
        session.open(&checker.server.address("/frame"));
        session.enter_frame();
        wait_until_held(session);
    };
    let press = |css: &str| session.script("document.querySelector(arguments[0]).click()", &[json!(css)]);

    // A choice and the way on, pressed twice as people do; then another way on.
    enter();
    assert_eq!(told(), json!(["ready"]), "{engine:?}: somebody who can help is on the screen");
    session.click("label[for=whom-supporter]");
    for journey in ["entitled", "entitled"] {
        press(&format!("#first [data-journey={journey}]"));
    }
    session.click("#first [data-journey=problem]");
    assert!(session.is_shown("#starting"), "{engine:?}: the press was felt");
    session.script("go()", &[]);
    session.wait_for("the journey", || {
        checker.screen_now().filter(|now| matches!(now, Screen::Question(question) if question == "F-ISSUE"))
    });
    checker.wait_for_focus("heading");
    assert_eq!(
        session.script("return document.querySelector('#whom').value", &[]),
        "supporter",
        "{engine:?}"
    );
    assert_eq!(told(), json!(["ready", "top"]), "{engine:?}: one step");
    assert!(!session.is_shown("#starting"), "{engine:?}");

    // A choice, a term opened, another one closed again, another language.
    enter();
    session.click("label[for=whom-client]");
    press("#first .term");
    session.script("document.querySelector('#first [data-language=cy]').focus()", &[]);
    press("#first [data-language=cy]");
    assert!(session.text("#first").contains("adran 117"), "{engine:?}: at once");
    assert_eq!(
        session.script(
            "return [document.activeElement.dataset.language, document.documentElement.lang,
                document.querySelector('#first input:checked').id, document.querySelectorAll('#first #heading').length]",
            &[],
        ),
        json!(["en", "cy", "whom-client", 1]),
        "{engine:?}: the other language keeps what was done"
    );
    session.script("document.querySelector('#first [data-action=shorten]').focus()", &[]);
    press("#first [data-action=shorten]");
    let shortens =
        "const it = document.activeElement; return [it.dataset.action, it.getAttribute('aria-pressed')]";
    assert_eq!(session.script(shortens, &[]), json!(["shorten", "true"]), "{engine:?}: at once");
    session.script("document.querySelector('#first [data-language=en]').focus()", &[]);
    let mouse =
        "document.querySelector(arguments[0]).dispatchEvent(new MouseEvent(arguments[1], { bubbles: true }))";
    session.script(mouse, &[json!("#first [data-journey=entitled]"), json!("mousedown")]);
    session.script("go()", &[]);
    checker.wait_until_ready();
    session.wait_for_script(
        "the term's meaning",
        "return !!document.querySelector('#app .term[aria-expanded=true]') && !!document.querySelector('#app .term-means')",
        &[],
    );
    assert_eq!(checker.chosen(), ["client"], "{engine:?}");
    assert_eq!(session.script("return document.activeElement.dataset.language", &[]), "en", "{engine:?}");
    assert_eq!(session.script("return document.documentElement.lang", &[]), "cy", "{engine:?}");
    assert_eq!(session.count("#app [data-action=shorten][aria-pressed=true]"), 1, "{engine:?}");
    assert_eq!(told(), json!(["ready"]), "{engine:?}: nobody went anywhere");
    // The mouse was pressed on one drawing of the button, and is let go of on the other.
    session.script(mouse, &[json!("#app [data-journey=entitled]"), json!("mouseup")]);
    checker.wait_for_focus("heading");
    assert_eq!(told(), json!(["ready", "top"]), "{engine:?}: a press is a press");
}

fn a_checker_that_does_not_come_leaves_the_guide(engine: Engine) {
    let checker = Checker { session: Session::start(engine), server: held(300) };
    let session = &checker.session;
    let open = || {
        session.open(&checker.server.address(ELSEWHERE));
        session.open(&checker.server.address("/"));
        wait_until_held(session);
    };
    let state = || session.script("return document.documentElement.dataset.state", &[]);

    // It fails after somebody chose.
    open();
    session.click("label[for=whom-supporter]");
    session.script("go(false)", &[]);
    session.wait_for("the guide", || session.is_shown("#guide").then_some(()));
    assert_eq!(state(), "failed", "{engine:?}");
    assert!(session.is_shown("#notice [data-when=failed]"), "{engine:?}: the plain sentence");
    assert_eq!(session.count("#first *, #app *"), 0, "{engine:?}: nothing that does nothing");
    checker.wait_for_focus("notice");

    // It is slow. Who only reads is left to it; who waits for it is told, and goes on when it comes after all.
    open();
    session.script_with_callback("setTimeout(arguments[arguments.length - 1], 600)", &[]);
    assert_eq!(state(), "starting", "{engine:?}");
    assert!(session.is_shown("#first input") && !session.is_shown("#guide"), "{engine:?}");
    session.click("#first [data-journey=problem]");
    session.wait_for("the guide", || session.is_shown("#guide").then_some(()));
    assert_eq!(state(), "slow", "{engine:?}");
    assert!(!session.is_shown("#first"), "{engine:?}");
    checker.wait_for_focus("notice");
    session.script("go()", &[]);
    session.wait_for("the journey", || {
        checker.screen_now().filter(|now| matches!(now, Screen::Question(question) if question == "F-ISSUE"))
    });
    assert_eq!(state(), "started", "{engine:?}");

    // The page is left before it comes.
    open();
    session.click("label[for=whom-supporter]");
    let left: Value = session.script(
        "dispatchEvent(new Event('pagehide')); return document.querySelectorAll('#first *').length",
        &[],
    );
    assert_eq!(left, json!(0), "{engine:?}: nothing is left for whoever presses Back");
}
