//! The page of the embed builder: served from anywhere, by keyboard, on small screens, on paper, without its scripts.

use super::builder::VERSION;
use browser_tests::{
    axe,
    builder::{self, Builder},
    engine::{Engine, Without},
    in_every_engine,
    page::{SANDBOX, TAB, texts},
    pdf,
    server::Server,
    session::Session,
    tools,
};
use serde_json::json;
use std::collections::BTreeSet;

in_every_engine!(
    works_from_the_disk_and_in_a_folder,
    nothing_else_is_asked_for_or_kept,
    everything_is_reached_by_keyboard,
    nothing_scrolls_sideways_at_320_px,
    is_a_document_without_its_scripts,
);

fn works_from_the_disk_and_in_a_folder(engine: Engine) {
    let builder = Builder::open_file(engine);
    assert!(builder.session.is_shown("[data-only=file]"), "{engine:?}: it says what a file needs");
    assert!(builder.block().contains("src=\"https://www.example.org/aftercare/"), "{engine:?}");
    builder.set("folder", "javascript:alert(1)");
    assert!(builder.session.is_shown("#folder-wrong"), "{engine:?}");
    builder.set("folder", "https://charity.example/s117");
    let address = format!("src=\"https://charity.example/s117/{VERSION}index.html\"");
    assert!(builder.block().contains(&address), "{engine:?}: {}", builder.block());
    drop(builder);

    let builder = Builder::open_under(Session::start(engine), "/a/b/");
    assert!(!builder.session.is_shown("[data-only=file]"), "{engine:?}");
    let address = builder.server.address(&format!("/a/b/{VERSION}index.html"));
    assert!(builder.block().contains(&format!("src=\"{address}\"")), "{engine:?}: {}", builder.block());
    // The same with a query and a fragment behind it.
    builder.session.open(&builder.server.address("/a/b/builder.html?x=\"><b>#brief"));
    builder.wait_for_preview("");
    assert!(builder.block().contains(&format!("src=\"{address}\"")), "{engine:?}: {}", builder.block());
    assert_eq!(checks(&builder), ["wasm-yes", "frame-yes", "sealed-yes", "policy-yes"]);
}

/// What the self-check says, by its names.
fn checks(builder: &Builder) -> Vec<String> {
    texts(&builder.session.script(
        "return [...document.querySelectorAll('[data-check]')].filter(one => !one.hidden).map(one => one.dataset.check)",
        &[],
    ))
}

/// A browser that cannot run the checker is told so.
#[test]
fn the_self_check_finds_a_browser_without_wasm() {
    let builder = Builder::open_under(Session::start_without(Engine::Chromium, Without::Wasm), "/");
    let found = checks(&builder);
    assert!(found.contains(&"wasm-no".to_owned()) && !found.contains(&"wasm-yes".to_owned()), "{found:?}");
}

fn nothing_else_is_asked_for_or_kept(engine: Engine) {
    let builder = Builder::open(engine);
    let before = builder.session.script("return [history.length, location.href]", &[]);
    builder.set("accent", "#7a1fa2");
    builder.wait_for_preview("accent");
    builder.set("help-name", "Zyxwvut");
    builder.wait_for_preview("Zyxwvut");
    builder.choose("paste", "script");
    builder.click("[data-copies=block]");
    let requests: BTreeSet<String> = builder.server.requests().into_iter().collect();
    assert_eq!(
        requests,
        BTreeSet::from(["GET /builder.html".to_owned(), "GET /index.html".to_owned()]),
        "{engine:?}"
    );
    assert_eq!(builder.session.script("return [history.length, location.href]", &[]), before, "{engine:?}");
    assert_eq!(builder.session.cookies(), json!([]), "{engine:?}");
    let kept = builder.session.script("return [localStorage.length, sessionStorage.length]", &[]);
    assert_eq!(kept, json!([0, 0]), "{engine:?}");
    builder.session.reload();
    builder.wait_for_preview("");
    assert_eq!(
        builder.read("return document.getElementById('help-name').value"),
        "",
        "{engine:?}: a fresh page"
    );
}

fn everything_is_reached_by_keyboard(engine: Engine) {
    let builder = Builder::open(engine);
    // The controls that Tab should reach: one of each group, and nothing that is hidden. WebKitGTK gives the focus to
    // no colour control; the field beside it takes the same colour.
    let wanted = texts(&builder.session.script(
        "return [...document.querySelectorAll('main a[href], main button, main input, main select, main summary, main pre[tabindex]')]
            .filter(one => one.checkVisibility() && (one.type !== 'radio' || one.checked)
                && (one.type !== 'color' || arguments[0]))
            .map((one, at) => one.dataset.at = String(at))",
        &[json!(engine != Engine::WebKit)],
    ));
    assert!(wanted.len() > 30, "{engine:?}: {wanted:?}");
    builder.session.script("document.getElementById('main').focus()", &[]);
    let mut reached = BTreeSet::new();
    for _ in 0..(wanted.len() + 60) {
        builder.session.key(TAB);
        let at = builder.read("return document.activeElement.dataset.at || ''");
        reached.insert(at);
        if wanted.iter().all(|at| reached.contains(at)) {
            return;
        }
    }
    let missed: Vec<String> = wanted
        .iter()
        .filter(|at| !reached.contains(*at))
        .map(|at| {
            builder
                .read(&format!("return document.querySelector('[data-at=\"{at}\"]').outerHTML.slice(0, 120)"))
        })
        .collect();
    panic!("{engine:?}: Tab does not reach {missed:?}");
}

fn nothing_scrolls_sideways_at_320_px(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    server.put("/builder.html", builder::page());
    server.put("/index.html", tools::page());
    server.put_html(
        "/narrow",
        "<iframe title=Narrow src=builder.html width=320 height=480 frameborder=0></iframe>",
    );
    session.open(&server.address("/narrow"));
    session.enter_frame();
    session.wait_for_script("the builder", "return !document.getElementById('view').hidden", &[]);
    for paste in ["frame", "script"] {
        session.script(
            "document.querySelector(`[name=paste][value=${arguments[0]}]`).click();
             document.getElementById('accent').value = '#ffc20e';
             document.getElementById('leave').click();
             document.querySelectorAll('details').forEach(part => part.open = true)",
            &[json!(paste)],
        );
        let wide = session.script(
            "const root = document.documentElement;
             return [root.scrollWidth > root.clientWidth, ...[...document.querySelectorAll('main *')]
                .filter(node => node.checkVisibility() && !node.closest('#view-frame')
                    && node.getBoundingClientRect().right > root.clientWidth + 0.5)
                .map(node => node.outerHTML.slice(0, 100))]",
            &[],
        );
        assert_eq!(wide, json!([false]), "{engine:?}: {paste}");
    }
}

/// Everything that can be read is in the page: a browser that runs none of its scripts shows a block that works.
fn is_a_document_without_its_scripts(engine: Engine) {
    let page = String::from_utf8(builder::page()).expect("text");
    let (before, scripts) = page.split_once("<script>").expect("scripts");
    assert!(scripts.contains("s117Blocks"), "the scripts come last");
    let (session, server) = (Session::start(engine), Server::start());
    server.put("/builder.html", before.as_bytes().to_vec());
    session.open(&server.address("/builder.html"));
    for part in [
        "#block",
        "[data-platform=wix]",
        "#brief",
        "#privacy-words",
        "[data-check=none]",
        "label[for=help-name]",
    ] {
        assert!(session.is_shown(part), "{engine:?}: {part}");
    }
    for part in ["[data-copies]", "#view", "#verdict", "#brief-print", "[data-only=file]"] {
        assert!(!session.is_shown(part), "{engine:?}: {part}");
    }
    assert!(session.text("#block").contains(&format!("sandbox=\"{SANDBOX}\"")), "{engine:?}");
}

/// Light and dark, as it opens and with everything open and a mistake. The colours are the same in all engines.
#[test]
fn the_builder_is_accessible() {
    let builder = Builder::open(Engine::Chromium);
    for scheme in ["light", "dark"] {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        builder.session.devtools("Emulation.setEmulatedMedia", features);
        builder.session.reload();
        builder.wait_for_preview("");
        let check = |what: &str| {
            let found = axe::findings(&builder.session);
            assert!(found.is_empty(), "{what}, {scheme}:\n{}", found.join("\n"));
        };
        check("as it opens");
        builder.set("accent", "#ffc20e");
        builder.set("help-url", "javascript:alert(1)");
        builder.set("family", "*");
        builder.click("label[for=leave]");
        builder.choose("paste", "script");
        builder.session.script("document.querySelectorAll('details').forEach(part => part.open = true)", &[]);
        builder.wait_for_preview("accent");
        check("with choices and a mistake");
    }
}

/// The page for trustees, alone, on one side of A4. WebKitGTK's driver cannot print.
#[test]
fn the_page_for_trustees_prints_on_one_side() {
    for engine in [Engine::Chromium, Engine::Firefox] {
        let builder = Builder::open(engine);
        assert_eq!(pdf::pages(&builder.session.print()), 1, "{engine:?}");
        if engine == Engine::Chromium {
            // All of it, and nothing else: what is hidden would take no room.
            builder.session.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
            assert!(builder.session.is_shown("#brief .row:first-child p"));
            assert!(builder.session.is_shown("#brief .row:last-child p"));
            for part in ["#bench", "#privacy", "#brief-print", "h1"] {
                assert!(!builder.session.is_shown(part), "{part}");
            }
        }
    }
}
