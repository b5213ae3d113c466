//! In somebody else's page: what the host hears, and what the checker does where the host gave it no sandbox.

use browser_tests::{
    engine::{Engine, Without},
    in_every_engine,
    page::{Checker, SANDBOX, Screen},
    server::Server,
    session::Session,
    tools, visitors,
};
use serde_json::{Value, json};

in_every_engine!(
    two_journeys_of_as_many_steps_sound_the_same,
    the_height_follows_width_and_text_size_alone,
    long_screens_scroll_inside,
    without_a_sandbox_it_makes_its_own,
    on_the_hosts_own_origin_it_makes_its_own_too,
    where_it_cannot_it_says_so_and_offers_a_tab,
    links_leave_the_frame_alone,
    a_frame_that_fails_still_helps,
    a_frame_works_without_its_server,
);

/// The host's own page: a frame, and a list of all that it hears.
fn host(frame: &str) -> String {
    format!(
        "<script>
           window.heard = [];
           addEventListener('message', event => heard.push(JSON.stringify(event.data)));
         </script>{frame}"
    )
}

fn sandboxed(address: &str) -> String {
    host(&format!(
        "<iframe title=Checker src='{address}' width=800 height=480 frameborder=0 allow=clipboard-write
           sandbox='{SANDBOX}'></iframe>"
    ))
}

fn bare(address: &str) -> String {
    host(&format!("<iframe title=Checker src='{address}' width=800 height=480 frameborder=0></iframe>"))
}

/// Opens a host that frames a checker from another origin, and goes into the frame.
fn open(engine: Engine, frame: fn(&str) -> String) -> (Checker, Server) {
    let (session, checker, other) = (Session::start(engine), Server::start(), Server::start());
    other.put_html("/host", &frame(&checker.address("/#nation=wales&accent=%23005eb8")));
    session.open(&other.address("/host"));
    session.enter_frame();
    (Checker { session, server: checker }, other)
}

/// All that the host has heard so far. Goes out of this many frames, and in again.
fn heard(session: &Session, depth: usize) -> Vec<Value> {
    (0..depth).for_each(|_| session.leave_frame());
    let heard = session.script("return window.heard", &[]);
    (0..depth).for_each(|_| session.enter_frame());
    let heard = heard.as_array().cloned().unwrap_or_default();
    heard.iter().map(|text| serde_json::from_str(text.as_str().expect("text")).expect("JSON")).collect()
}

fn steps(heard: &[Value]) -> usize {
    heard.iter().filter(|it| **it == json!({ "s117-checker": "top" })).count()
}

/// Different answers, strengths and results; one of them with a mistake in between.
fn two_journeys_of_as_many_steps_sound_the_same(engine: Engine) {
    let (checker, other) = open(engine, sandboxed);
    // A page that is left while it arrives says that it was cut off.
    checker.wait_until_ready();
    let mut logs = vec![];
    for visitor in [&visitors::IN_PRISON, &visitors::HELD_NOW, &visitors::CONDITIONAL, &visitors::ON_CTO] {
        checker.session.open(&other.address("/host"));
        checker.session.enter_frame();
        checker.wait_until_ready();
        checker.begin();
        if visitor.name == visitors::ON_CTO.name {
            // A question less, and Continue pressed in vain: as many steps.
            checker.press_continue();
            checker.wait_for_focus("error-summary");
        }
        checker.walk(visitor.told);
        checker.expect_claims(visitor.claims);
        logs.push((visitor.name, heard(&checker.session, 1)));
    }
    let (_, first) = &logs[0];
    assert_eq!(steps(first), 4, "{engine:?}: one message for each step: {first:?}");
    for (name, log) in &logs {
        assert_eq!(log, first, "{engine:?}: {name}");
    }
    let height = first.iter().find(|it| it["s117-checker"] == "height").expect("a height");
    assert!(height["height"].is_u64() && height.as_object().is_some_and(|it| it.len() == 2), "{height}");
    let ready = json!({ "s117-checker": "ready" });
    assert_eq!(first.iter().filter(|it| **it == ready).count(), 1, "{engine:?}: {first:?}");
    assert_eq!(first.len(), 6, "{engine:?}: nothing else: {first:?}");
    // A longer journey is heard: the comparison could fail.
    checker.session.click("#app [data-action=clear]");
    checker.session.wait_for("the step", || (steps(&heard(&checker.session, 1)) == 5).then_some(()));
}

fn the_height_follows_width_and_text_size_alone(engine: Engine) {
    let (checker, _other) = open(engine, sandboxed);
    let session = &checker.session;
    let heights =
        || -> Vec<u64> { heard(session, 1).iter().filter_map(|it| it["height"].as_u64()).collect() };
    checker.wait_until_ready();
    checker.visit(&visitors::CHARGED_FOR_ALL);
    for open in ["phone", "people"] {
        session.script(
            "document.querySelectorAll(`[data-open-up=${arguments[0]}]`).forEach(it => { it.open = true })",
            &[json!(open)],
        );
    }
    let before = heights();
    assert_eq!(before.len(), 1, "{engine:?}: one height, however long the screen");
    let resize = |width: u32, height: u32| {
        session.leave_frame();
        session.script(
            "const frame = document.querySelector('iframe'); [frame.width, frame.height] = arguments",
            &[json!(width), json!(height)],
        );
        session.enter_frame();
    };
    resize(800, 900);
    resize(320, 900);
    let narrow = session.wait_for("the height for a narrow frame", || heights().get(1).copied());
    assert!(narrow > before[0], "{engine:?}: {narrow} is more than {before:?}");
    session.script("document.documentElement.style.fontSize = '150%'", &[]);
    let large = session.wait_for("the height for larger text", || heights().get(2).copied());
    assert!(large > narrow, "{engine:?}: {large} is more than {narrow}");
    session.script("document.documentElement.style.fontSize = ''", &[]);
    session.wait_for("the height for usual text", || (heights().get(3) == Some(&narrow)).then_some(()));
    resize(800, 480);
    session.wait_for("the first height", || (heights().get(4) == Some(&before[0])).then_some(()));
    assert_eq!(heights().len(), 5, "{engine:?}: no other height was told: {:?}", heights());
}

/// In the height that the frame asks for: most questions fit, and the end of every screen can be reached.
fn long_screens_scroll_inside(engine: Engine) {
    const PAGE_DOWN: char = '\u{e00f}';
    let (checker, _other) = open(engine, sandboxed);
    let session = &checker.session;
    checker.wait_until_ready();
    checker.visit(&visitors::AT_HOME);
    let (scrolled, whole) = ("return Math.round(scrollY)", "return document.documentElement.scrollHeight");
    assert!(session.script(whole, &[]).as_u64() > Some(2000), "{engine:?}: a long screen");
    let before = session.script("return document.documentElement.style.overflow + scrollY", &[]);
    assert_eq!(before, json!("0"), "{engine:?}: a step begins at the top");
    session.key(PAGE_DOWN);
    session.wait_for("the keyboard to scroll", || {
        (session.script(scrolled, &[]).as_u64() > Some(50)).then_some(())
    });
    session.script("scrollTo(0, 1e6)", &[]);
    session.wait_for_script(
        "the end of the screen",
        "return Math.abs(document.querySelector('.foot').getBoundingClientRect().bottom - innerHeight) < 60",
        &[],
    );
    session.leave_frame();
    assert_eq!(session.script("return scrollY", &[]), json!(0), "{engine:?}: the host has not moved");
}

fn without_a_sandbox_it_makes_its_own(engine: Engine) {
    let (checker, _other) = open(engine, bare);
    nests_itself(&checker);
}

fn on_the_hosts_own_origin_it_makes_its_own_too(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    server.put_html("/host", &bare("/#nation=wales&accent=%23005eb8"));
    session.open(&server.address("/host"));
    session.enter_frame();
    let checker = Checker { session, server };
    nests_itself(&checker);
    // Whoever runs in the host's page finds an empty one.
    (0..2).for_each(|_| checker.session.leave_frame());
    let seen = checker.session.script(
        "const outer = document.querySelector('iframe').contentDocument;
         return [outer.querySelector('#app').textContent, outer.querySelector('#nested').contentDocument]",
        &[],
    );
    assert_eq!(seen, json!(["", null]), "{engine:?}: the host reads the outer page and not the inner one");
}

fn nests_itself(checker: &Checker) {
    let (session, engine) = (&checker.session, checker.session.engine);
    session.wait_for_script("a frame of its own", "return !!document.querySelector('#nested')", &[]);
    session.enter_frame();
    checker.wait_until_ready();
    assert_eq!(session.script("return origin", &[]), json!("null"), "{engine:?}: the origin is opaque");
    assert_eq!(session.count("iframe"), 0, "{engine:?}: it does not nest again");
    let accent = session.script("return document.documentElement.style.getPropertyValue('--accent')", &[]);
    assert_eq!(accent, json!("#005eb8"), "{engine:?}: the settings came along");
    checker.begin();
    let first = session.script("return document.querySelector('#app input').value", &[]);
    assert_eq!(first, json!("wales"), "{engine:?}: the settings came along to the view");
    checker.walk(visitors::AT_HOME.told);
    checker.expect_claims(visitors::AT_HOME.claims);
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations");
    let log = heard(session, 2);
    assert_eq!(steps(&log), 7, "{engine:?}: the steps are passed on: {log:?}");
    assert_eq!(log.len(), 9, "{engine:?}: with one height and one ready, and nothing else: {log:?}");
    // A frame is reloaded by its guide's button.
    session.script("location.reload()", &[]);
    session.wait_for("the first screen", || (checker.screen_now() == Some(Screen::Start)).then_some(()));
}

/// Something may forbid frames inside frames. Here the inner page never comes.
fn where_it_cannot_it_says_so_and_offers_a_tab(engine: Engine) {
    let page = String::from_utf8(tools::page()).expect("text");
    let stopped = page.replacen("setAttribute(\"srcdoc\", text)", "setAttribute(\"srcdoc\", \"\")", 1);
    assert_ne!(page, stopped, "the test stops the inner page");
    // The policy names the script as it was.
    let stopped = stopped.replacen("http-equiv=\"Content-Security-Policy\"", "name=\"no-policy\"", 1);
    let (session, server) = (Session::start(engine), Server::with_page(stopped.into_bytes()));
    server.put_html("/host", &bare("/#nation=wales"));
    session.open(&server.address("/host"));
    session.enter_frame();
    session.wait_for("the plain sentence", || session.is_shown("#notice [data-when=unframed]").then_some(()));
    assert!(session.text("#guide").contains("116 123"), "{engine:?}: the guide is there");
    let link = session.script("return document.querySelector('[data-when=unframed] a').href", &[]);
    assert_eq!(link, json!(server.address("/#nation=wales")), "{engine:?}");
    let log = heard(&session, 1);
    assert!(log.contains(&json!({ "s117-checker": "ready" })), "{engine:?}: help is on the screen: {log:?}");
}

/// To the web in a new tab; to a telephone and to mail without leaving the page.
fn links_leave_the_frame_alone(engine: Engine) {
    let (session, server, other) = (Session::start(engine), Server::start(), Server::start());
    let settings = "#help-name=Ann%20%26%20Co&help-phone=0300%20123%204567&help-url=mailto:a@example.org";
    other.put_html("/host", &sandboxed(&server.address(&format!("/{settings}"))));
    let checker = Checker { session, server };
    let session = &checker.session;
    for (link, address) in [
        ("#app .crisis-lines a[href='tel:111']", "tel:111"),
        ("#app [data-section=people] [data-helpline=own] a[href^='tel:']", "tel:03001234567"),
        ("#app [data-section=people] [data-helpline=own] a[href^='mailto:']", "mailto:a@example.org"),
    ] {
        // Anew: a browser may ask what to open such a link with, and hears no press meanwhile.
        session.open(&other.address("/host"));
        session.enter_frame();
        checker.wait_until_ready();
        checker.go_to_result(visitors::ON_CTO.told);
        let own = session.text("#app [data-section=people] [data-helpline=own]");
        assert!(own.contains("Ann & Co") && own.contains("0300 123 4567"), "{engine:?}: {own}");
        session.script(
            "window.s117Pressed = null;
             addEventListener('click', event => {
                 window.s117Pressed = [event.target.closest('a').getAttribute('href'), event.defaultPrevented];
             }, { once: true })",
            &[],
        );
        session.click(link);
        let pressed = session.wait_for(&format!("the press on {address}"), || {
            session.try_script("return window.s117Pressed", &[]).filter(|it| !it.is_null())
        });
        assert_eq!(pressed, json!([address, false]), "{engine:?}");
        assert_eq!(checker.screen(), Screen::Result, "{engine:?}: {address} leaves the page as it is");
    }
    // The real links lead out of this machine; the same link to our own server shows what becomes of it.
    let before = checker.server.requests().len();
    session.script(
        "const link = document.querySelector('#app [data-section=sources] a[href^=https]');
         if (link.target !== '_blank' || !/noopener/.test(link.rel)) throw new Error(link.outerHTML);
         link.href = arguments[0]",
        &[json!(checker.server.address("/elsewhere"))],
    );
    session.script(
        "for (let folded = document.querySelector('#app [data-section=sources] a[target]').closest('details'); folded;
            folded = folded.parentElement.closest('details')) folded.open = true",
        &[],
    );
    session.click("#app [data-section=sources] a[target]");
    session.wait_for("the new tab", || {
        checker.server.requests()[before..].contains(&"GET /elsewhere".to_owned()).then_some(())
    });
    assert_eq!(checker.screen(), Screen::Result, "{engine:?}: the page is as it was");
}

/// Blocked Wasm, a file that broke off: the guide is on the screen, and the host is told that help is.
fn a_frame_that_fails_still_helps(engine: Engine) {
    let ready = json!({ "s117-checker": "ready" });
    let settings = "/#help-phone=0300%20123%204567&accent=%23ffd500";
    {
        let (session, server) = (Session::start_without(engine, Without::Wasm), Server::start());
        server.put_html("/host", &sandboxed(settings));
        session.open(&server.address("/host"));
        session.enter_frame();
        session.wait_for("the guide", || session.is_shown("#notice [data-when=unsupported]").then_some(()));
        assert!(
            session.is_shown("#helpline a[href='tel:03001234567']"),
            "{engine:?}: the charity's own helpline"
        );
        assert!(heard(&session, 1).contains(&ready), "{engine:?}: the host knows that help is there");
    }
    let (session, page) = (Session::start(engine), tools::page());
    let start = page.windows(10).position(|it| it == b"guide.html").expect("a guide");
    for tenth in 0..10 {
        let length = start + (page.len() - start) * tenth / 10;
        let server = Server::with_page(page[..length].to_vec());
        server.put_html("/host", &sandboxed(settings));
        session.open(&server.address("/host"));
        session.enter_frame();
        let what = format!("{engine:?}: cut after {length} of {}", page.len());
        session.wait_for(&what, || {
            (session.is_shown("#guide") && session.text("#guide").contains("116 123")).then_some(())
        });
        assert!(!session.is_shown("#app button"), "{what}");
        session.leave_frame();
    }
}

/// Once it has arrived, nothing more is asked for.
fn a_frame_works_without_its_server(engine: Engine) {
    let (checker, _other) = open(engine, sandboxed);
    checker.wait_until_ready();
    let Checker { session, server } = checker;
    drop(server);
    let checker = Checker { session, server: Server::start() };
    checker.go_to_result(visitors::AT_HOME.told);
    checker.expect_claims(visitors::AT_HOME.claims);
}
