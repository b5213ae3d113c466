//! Pages that are hard on a frame, and pages in which something is broken: the visitor always has the checker or help.

use browser_tests::{
    engine::{Engine, Without},
    host::{HEIGHT, Host, QUIET, READY, SCRIPT, SILENT, State},
    in_every_engine,
    session::Session,
};
use serde_json::json;

in_every_engine!(
    the_least_policy_is_enough_and_nothing_of_it_too_much,
    whatever_fails_leaves_help,
    hostile_pages_show_the_checker_whole,
    what_is_hidden_waits_until_it_is_shown,
);

const ELEMENT: &str = "<s117-checker><a href='/elsewhere'>Open the checker</a></s117-checker>";
const HELP: &str = "Open the checker";
const FAILED: &str = "The checker cannot be shown here. Open it in a new tab";

/// The link of the element's own, and what the script says below it.
fn has_failed(state: &State) -> bool {
    !state.is_shown()
        && state.height() == 0
        && state.text().split_whitespace().collect::<Vec<_>>().join(" ") == format!("{HELP} {FAILED}")
}

fn the_least_policy_is_enough_and_nothing_of_it_too_much(engine: Engine) {
    let host = Host::start(engine);
    let script = host.checker.address(SCRIPT);
    let origin = host.checker.address("");
    let page = host.page(ELEMENT);
    let policy = |script: &str, frame: &str| {
        format!(
            "default-src 'none'; base-uri 'none'; form-action 'none'; script-src {script}; frame-src {frame}"
        )
    };
    let open = |policy: &str| host.open_page(&[("Content-Security-Policy", policy)], &page);
    // By the address of the script alone; for the frame, a policy must name the origin.
    open(&policy(&script, &origin));
    host.wait_until_all_are_ready("the least policy");
    // Also where pages must prove that no text becomes a script.
    open(&format!("{}; require-trusted-types-for 'script'", policy(&script, &origin)));
    host.wait_until_all_are_ready("the least policy, with trusted types");
    // Without the script the children stay, and nothing else.
    open(&policy("'none'", &origin));
    host.settle();
    let all = host.state();
    assert_eq!((all.len(), all[0].text()), (1, HELP), "{engine:?}: {all:?}");
    assert_eq!(host.session.count("iframe"), 0, "{engine:?}: no script, no frame");
    // Without the frame they stay as well, and it is said.
    open(&policy(&script, "'none'"));
    assert_eq!(host.state()[0].text(), HELP, "{engine:?}: help is there from the first");
    host.wait_for("the sentence", |all| has_failed(&all[0]));
}

fn whatever_fails_leaves_help(engine: Engine) {
    let host = Host::start(engine);
    let at = |path: &str, inner: &str| {
        format!(
            "<s117-checker src='{}'>{inner}</s117-checker>",
            path.replace("HOST", &host.charity.address(""))
        )
    };
    let link = "<a href='/elsewhere'>Open the checker</a>";
    let body = [
        at("/checker/not-there.html", link),
        at(SILENT, link),
        at(QUIET, link),
        at("https://127.0.0.1:9/index.html", link),
        at("javascript:alert(1)", link),
        at(READY, link),
        at(QUIET, "<!-- nothing --><noscript>Without script</noscript>"),
        at(READY, ""),
    ]
    .concat();
    host.open(&body);
    // Help from the first, whatever comes: the element's own, or a sentence where it has none.
    let all = host.wait_for("what can be there to be there", |all| {
        all.len() == 8 && all[5].is_taken_over() && all[7].is_taken_over() && !all[6].text().is_empty()
    });
    // Chromium's driver has waited for what never comes, so there some have failed by now.
    assert!(
        all[..4].iter().all(|state| state.text().starts_with(HELP) && !state.is_shown()),
        "{engine:?}: {all:?}"
    );
    let sentences = ["The checker is loading. Open it in a new tab", FAILED];
    assert!(sentences.contains(&all[6].text()), "{engine:?}: {:?}", all[6]);
    // Nowhere safe: said at once, and no link to it.
    let unsafe_one = all[4].text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(unsafe_one, format!("{HELP} The checker cannot be shown here."), "{engine:?}");
    // Each has a clock of its own, so the sentences come one after another.
    let all = host.wait_for("all others to have failed", |all| {
        all[..4].iter().all(has_failed) && all[6].text() == FAILED
    });
    assert!(all[5].is_taken_over(), "{engine:?}: what has come stays");
    let links = host.session.script(
        "return [...document.querySelectorAll('s117-checker:nth-of-type(3) p a')].map(it => [it.href, it.rel, it.target])",
        &[],
    );
    assert_eq!(links, json!([[host.charity.address(QUIET), "noopener noreferrer", "_blank"]]), "{engine:?}");
    // Late, but there: it takes over. Its height had come before.
    host.say(2, "{ 's117-checker': 'height', height: 640 }");
    assert!(has_failed(&host.state()[2]), "{engine:?}: a height alone shows nothing");
    host.say(2, "{ 's117-checker': 'ready' }");
    let all = host.state();
    assert!(all[2].is_taken_over(), "{engine:?}: {:?}", all[2]);
}

#[test]
fn chromium_without_script_shows_the_children() {
    without_script(Engine::Chromium);
}

#[test]
fn firefox_without_script_shows_the_children() {
    without_script(Engine::Firefox);
}

/// Not in WebKitGTK, whose driver works through script in the page and cannot look at one without.
fn without_script(engine: Engine) {
    let host = Host::start_in(Session::start_without(engine, Without::Script));
    host.open(ELEMENT);
    assert_eq!(host.session.text("s117-checker"), HELP, "{engine:?}");
    assert!(host.session.is_shown("s117-checker a"), "{engine:?}");
    assert_eq!(host.session.count("iframe"), 0, "{engine:?}: the test switches script off");
}

/// Styles of charities' pages, and what encloses the element there.
const HOSTILE: &[(&str, &str, &str)] = &[
    ("nothing", "", "<div>ELEMENT</div>"),
    ("all unset", "* { all: unset !important }", "ELEMENT"),
    (
        "frames hidden",
        "iframe { display: none !important; opacity: 0 !important; position: fixed !important; left: -9999px !important;
            height: 1px !important; width: 1px !important; transform: scale(0) !important; clip-path: inset(50%) !important }",
        "<div>ELEMENT</div>",
    ),
    ("layers", "@layer theirs { * { all: unset !important; height: 3px !important } }", "<div>ELEMENT</div>"),
    ("small letters", "html { font-size: 62.5% } body { font-size: 8px; line-height: 1 }", "<div>ELEMENT</div>"),
    ("fluid frames", "iframe { max-width: 60%; height: auto; aspect-ratio: 16 / 9; border: 9px solid; margin: 2em }", "<div>ELEMENT</div>"),
    ("right to left", "html { direction: rtl }", "<div dir=rtl>ELEMENT</div>"),
    ("a dark page", ":root { color-scheme: dark; background: #000; color: #fff }", "<div>ELEMENT</div>"),
    ("a transform", "", "<div style='transform: translateX(5px) rotate(0.01deg)'>ELEMENT</div>"),
    ("a row", "", "<div style='display: flex'>ELEMENT</div>"),
    ("a centred column", "", "<div style='display: flex; flex-direction: column; align-items: center'>ELEMENT</div>"),
    ("a grid", "", "<div style='display: grid; place-items: center'>ELEMENT</div>"),
    ("320 px", "", "<div style='width: 320px'>ELEMENT</div>"),
    ("centred text", "body { text-align: center; white-space: pre; zoom: 1 }", "<center>ELEMENT</center>"),
];

fn hostile_pages_show_the_checker_whole(engine: Engine) {
    let host = Host::start(engine);
    let script = host.checker.address(SCRIPT);
    for (what, style, around) in HOSTILE {
        let body = around.replace("ELEMENT", ELEMENT);
        host.open_page(
            &[],
            &format!(
                "<!doctype html><title>A charity</title><script src='{script}'></script>
                 <style>head, script, style, title {{ display: none !important }} {style}</style><body>{body}</body>"
            ),
        );
        let all = host.wait_until_all_are_ready(what);
        let room = host
            .session
            .script("return document.documentElement.clientWidth", &[])
            .as_i64()
            .expect("a width");
        let least = if *what == "320 px" { 320 } else { room - 20 };
        let wide = all[0].width();
        assert!((least..=room).contains(&wide), "{engine:?}: {what}: {wide} px wide, of {room}");
        // What is at its middle is the frame: nothing lies on it, nothing has moved it away.
        let hit = host.session.script(
            "const frame = document.querySelector('iframe');
             const box = frame.getBoundingClientRect();
             const it = document.elementFromPoint(box.left + box.width / 2, box.top + 40);
             const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
             return [it === frame, getComputedStyle(frame).opacity, getComputedStyle(frame).borderTopWidth, sideways <= 5]",
            &[],
        );
        assert_eq!(hit, json!([true, "1", "0px", true]), "{engine:?}: {what}");
    }
    // A page of 320 px, as a window of 1,280 px is at 400 %.
    host.charity.put("/small", host.page(ELEMENT).into_bytes());
    host.open_page(
        &[],
        "<!doctype html><title>Small</title><iframe src=/small width=320 height=480></iframe>",
    );
    host.session.enter_frame();
    let all = host.wait_until_all_are_ready("a small page");
    assert!((280..=320).contains(&all[0].width()), "{engine:?}: {all:?}");
    let sideways = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
    assert_eq!(host.session.script(sideways, &[]), json!(true), "{engine:?}");
}

fn what_is_hidden_waits_until_it_is_shown(engine: Engine) {
    let host = Host::start(engine);
    let body = format!(
        "<div id=tab hidden>{ELEMENT}</div>
         <details>{ELEMENT}</details>
         <div id=clear style='visibility: hidden'>{ELEMENT}</div>
         <div style='height: 9000px'></div><div id=far>{ELEMENT}</div>"
    );
    host.open(&body);
    let loads = || host.checker.requests().iter().filter(|it| **it == format!("GET {READY}")).count();
    // Longer than a frame that may load is waited for.
    host.session.script_with_callback("setTimeout(arguments[arguments.length - 1], 9000)", &[]);
    assert!(loads() <= 1, "{engine:?}: {} were loaded in vain", loads());
    let all = host.state();
    let said = host.session.script("return document.querySelectorAll('s117-checker p').length", &[]);
    assert_eq!(said, json!(0), "{engine:?}: nobody says that what waits has failed: {all:?}");
    assert!(!all[2].is_shown(), "{engine:?}: what is invisible stays so: {all:?}");
    let show = |place: usize, script: &str| {
        host.session.script(script, &[]);
        host.wait_for(script, |all| {
            all[place].is_shown() && all[place].height() == HEIGHT && all[place].text().is_empty()
        });
    };
    show(0, "tab.hidden = false");
    show(1, "document.querySelector('details').open = true");
    show(2, "clear.style.visibility = 'visible'");
    show(3, "far.scrollIntoView()");
    // Shut and opened again, it is still the same frame.
    host.session.script("tab.hidden = true", &[]);
    host.settle();
    let loaded = loads();
    show(0, "tab.hidden = false");
    assert_eq!(loads(), loaded, "{engine:?}");
}
