//! Where WebAssembly is switched off, the guide leads to the same checker as JavaScript: it asks the same, finds the same and
//! shows the same words, in the page, in a frame and from the disk, and sends and stores as little.

use browser_tests::{
    engine::{Engine, Without},
    host::Host,
    in_every_engine,
    page::Checker,
    server::Server,
    session::Session,
    tools, traces,
    traces::Traces,
    visitors,
    walk::{Stops, Walker},
};
use s117_checker::words::Language;
use serde_json::{Value, json};
use std::collections::BTreeMap;

in_every_engine!(
    the_guide_leads_to_it_with_the_settings,
    a_frame_leads_to_it_within_the_policy_of_its_host,
    without_a_sandbox_it_opens_in_a_tab,
    every_screen_says_the_same_in_english,
    every_screen_says_the_same_in_welsh,
    a_journey_leaves_nothing,
    it_says_so_when_it_breaks,
    from_the_disk,
);

/// The other form of the checker.
const FILE: &str = "without-wasm.html";

/// A browser without Wasm, and a server with both forms.
fn start(engine: Engine) -> (Session, Server) {
    let (session, server) = (Session::start_without(engine, Without::Wasm), Server::start());
    server.put(&format!("/{FILE}"), tools::beside(FILE));
    (session, server)
}

/// The other form itself, open in a browser without Wasm.
fn open(engine: Engine) -> Checker {
    open_page(engine, tools::beside(FILE))
}

fn open_page(engine: Engine, page: Vec<u8>) -> Checker {
    let session = Session::start_without(engine, Without::Wasm);
    let checker = Checker::open_in(session, Server::with_page(page));
    expect_no_wasm(&checker.session);
    checker
}

fn expect_no_wasm(session: &Session) {
    assert_eq!(session.script("return typeof WebAssembly", &[]), json!("undefined"), "the test blocks Wasm");
}

/// The link in this language, once the guide shows it.
fn link(session: &Session, language: &str) -> String {
    let css = format!("#without-wasm [data-in={language}] a");
    session.wait_for("the link", || session.is_shown(&css).then_some(()));
    css
}

fn the_guide_leads_to_it_with_the_settings(engine: Engine) {
    let (session, server) = start(engine);
    let settings = "#journey=who-pays&help-phone=0300%20123%204567&radius=4";
    // No language was set, so the guide stands in English, and the other one can be had.
    session.open(&server.address(&format!("/{settings}")));
    let english = link(&session, "en");
    let address = session.script("return document.querySelector(arguments[0]).href", &[json!(english)]);
    assert_eq!(address, json!(server.address(&format!("/{FILE}{settings}"))), "{engine:?}");
    let settings = format!("{settings}&lang=cy");
    let welsh = session.script("return document.querySelector('#without-wasm [data-in=cy] a').href", &[]);
    assert_eq!(welsh, json!(server.address(&format!("/{FILE}{settings}"))), "{engine:?}");

    session.open(&server.address(&format!("{}{settings}", "/elsewhere")));
    session.open(&server.address(&format!("/{settings}")));
    let welsh = link(&session, "cy");
    expect_no_wasm(&session);
    assert!(!session.is_shown(&english), "{engine:?}: one language");
    session.click(&welsh);
    let checker = Checker { session, server };
    checker.wait_until_ready();
    let session = &checker.session;
    expect_no_wasm(session);
    assert_eq!(session.address(), checker.server.address(&format!("/{FILE}{settings}")), "{engine:?}");
    assert_eq!(session.script("return document.documentElement.lang", &[]), json!("cy"), "{engine:?}");
    assert!(checker.words().contains("0300 123 4567"), "{engine:?}: the charity’s helpline");
    let radius = "return document.documentElement.style.getPropertyValue('--radius')";
    assert_eq!(session.script(radius, &[]), json!("0.25rem"), "{engine:?}");
    let first = session.script("return document.querySelector('#app [data-journey]').dataset.journey", &[]);
    assert_eq!(first, json!("who-pays"), "{engine:?}: the journey that comes first");
    assert_eq!(session.count("#without-wasm"), 0, "{engine:?}: it does not lead to itself");
    checker.go_to_result(visitors::AT_HOME.told);
    checker.expect_claims(visitors::AT_HOME.claims);
    assert_eq!(checker.violations(), json!([]), "{engine:?}");
    let asked: Vec<String> = checker.server.requests();
    let file = format!("GET /{FILE}");
    assert_eq!(asked, ["GET /", "GET /elsewhere", "GET /", file.as_str()], "{engine:?}: nothing else");
}

fn a_frame_leads_to_it_within_the_policy_of_its_host(engine: Engine) {
    let host = Host::start_in(Session::start_without(engine, Without::Wasm));
    host.checker.put(&format!("/s117/{FILE}"), tools::beside(FILE));
    let (script, folder) = (host.checker.address("/s117/embed.js"), host.checker.address("/s117/"));
    // As the builder writes it.
    let policy = format!("default-src 'none'; script-src {script} 'unsafe-inline'; frame-src {folder}");
    host.open_page(
        &[("Content-Security-Policy", &policy)],
        &format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>A charity</title>\
             <script>
               window.heard = [];
               addEventListener('message', event => heard.push(event.data['s117-checker']));
             </script>\
             <script src='{script}'></script></head>\
             <body><s117-checker lang=cy help-phone='0300 123 4567'></s117-checker></body></html>"
        ),
    );
    let Host { session, charity: _charity, checker: server } = host;
    session.heighten();
    session
        .wait_for("the frame", || (session.count("iframe") == 1 && session.is_shown("iframe")).then_some(()));
    session.enter_frame();
    let welsh = link(&session, "cy");
    session.click(&welsh);
    let checker = Checker { session, server };
    checker.wait_until_ready();
    expect_no_wasm(&checker.session);
    assert!(checker.words().contains("0300 123 4567"), "{engine:?}: the settings went along");
    checker.go_to_result(visitors::ON_CTO.told);
    checker.expect_claims(visitors::ON_CTO.claims);
    assert_eq!(checker.violations(), json!([]), "{engine:?}");
    checker.session.leave_frame();
    assert!(checker.session.is_shown("iframe"), "{engine:?}: the element shows the frame");
    let heard = checker.session.script("return window.heard", &[]);
    let count = |what: &str| heard.as_array().map_or(0, |all| all.iter().filter(|it| *it == what).count());
    assert_eq!((count("ready"), count("top")), (2, 3), "{engine:?}: of both pages, and the steps: {heard}");
}

fn without_a_sandbox_it_opens_in_a_tab(engine: Engine) {
    let (session, server) = start(engine);
    server.put_html("/host", "<iframe title=Checker src='/#nation=wales' width=800 height=600></iframe>");
    session.open(&server.address("/host"));
    session.enter_frame();
    session.wait_for("the inner page", || (session.count("#nested") == 1).then_some(()));
    session.enter_frame();
    let english = link(&session, "en");
    let found = session.script(
        "const link = document.querySelector(arguments[0]); return [link.href, link.target, link.rel]",
        &[json!(english)],
    );
    let address = server.address(&format!("/{FILE}#nation=wales"));
    assert_eq!(found, json!([address, "_blank", "noopener noreferrer"]), "{engine:?}");
    session.click(&english);
    let file = format!("GET /{FILE}");
    session.wait_for("the new tab", || server.requests().contains(&file).then_some(()));
}

fn every_screen_says_the_same_in_english(engine: Engine) {
    says_the_same(engine, Language::English);
}

fn every_screen_says_the_same_in_welsh(engine: Engine) {
    says_the_same(engine, Language::Welsh);
}

/// Every screen in one engine, one of each kind in the others: the program is the same.
fn says_the_same(engine: Engine, language: Language) {
    let (stops, least) = match engine {
        Engine::Chromium => (Stops::Every, 100),
        Engine::Firefox | Engine::WebKit => (Stops::OneOfEachKind, 8),
    };
    let wasm = screens(&Checker::open(engine), language, stops);
    let javascript = screens(&open(engine), language, stops);
    assert!(wasm.len() > least, "{engine:?}: only {} screens", wasm.len());
    assert_eq!(wasm.keys().collect::<Vec<_>>(), javascript.keys().collect::<Vec<_>>(), "{engine:?}");
    for (screen, said) in &wasm {
        assert_eq!(&javascript[screen], said, "{engine:?}: {screen}");
    }
}

/// What is on every screen of the walk: its words, what its fields hold, and what it claims.
fn screens(checker: &Checker, language: Language, stops: Stops) -> BTreeMap<String, Value> {
    let mut screens = BTreeMap::new();
    Walker::new(checker, stops).walk(language, &mut |screen| {
        let said = checker.session.script(
            "const all = (css, read) => [...document.querySelectorAll(css)].map(read);
             return {
                 words: document.body.innerText.replace(/\\s+/g, ' '),
                 fields: all('#app input:not([type=radio]):not([type=checkbox]), #app textarea', it => it.value),
                 chosen: all('#app input:checked', it => it.name + '=' + it.value),
                 claims: all('#app [data-finding]', it => it.dataset.finding + ' ' + (it.dataset.strength || '')),
             }",
            &[],
        );
        screens.insert(screen.to_owned(), said);
    });
    assert_eq!(checker.violations(), json!([]), "{:?}", checker.session.engine);
    screens
}

fn a_journey_leaves_nothing(engine: Engine) {
    let checker = open(engine);
    let (session, server) = (&checker.session, &checker.server);
    traces::watch(session);
    let before = Traces::of(session, server);
    checker.visit(&visitors::REFUSED_IN_WALES);
    session.script("document.querySelectorAll('#app details').forEach(part => part.open = true)", &[]);
    let after = Traces::of(session, server);
    assert!(after.nothing_stored() && after.nothing_seen(), "{engine:?}: {after:?}");
    assert_eq!(after, before, "{engine:?}: the journey left something");
    assert_eq!(server.requests(), ["GET /"], "{engine:?}: the page is the only thing asked for");
    assert_eq!(checker.violations(), json!([]), "{engine:?}");
}

fn it_says_so_when_it_breaks(engine: Engine) {
    let checker = open(engine);
    checker.break_drawing();
    let session = &checker.session;
    session.wait_for("the guide", || session.is_shown("#notice [data-when=failed]").then_some(()));
    assert_eq!(checker.words(), "", "{engine:?}: nothing of the stopped checker is left");
    // A byte changed on its way: the policy knows the script by its hash.
    let mut page = tools::beside(FILE);
    let module = page.windows(15).position(|it| it == b"<script type=\"m").expect("a module");
    let place = module + (page.len() - module) / 3;
    let digit = page[place..].iter().position(u8::is_ascii_digit).expect("a digit") + place;
    page[digit] = if page[digit] == b'1' { b'2' } else { b'1' };
    let server = Server::with_page(page);
    session.open(&server.address("/"));
    session.wait_for("the guide", || session.is_shown("#notice [data-when=broken]").then_some(()));
}

fn from_the_disk(engine: Engine) {
    let session = Session::start_without(engine, Without::Wasm);
    let page = url::Url::from_file_path(tools::file(tools::PAGE)).expect("an absolute path");
    session.open(&format!("{page}#lang=en"));
    session.click(&link(&session, "en"));
    let checker = Checker { session, server: Server::start() };
    checker.wait_until_ready();
    checker.go_to_result(visitors::ON_CTO.told);
    checker.expect_claims(visitors::ON_CTO.claims);
}
