//! The pages beside the checker: guide, privacy, “not found”, and whatever else is published as a page.

use browser_tests::{
    axe,
    engine::{Engine, Without},
    in_every_engine,
    page::texts,
    pdf,
    server::Server,
    session::Session,
    tools,
};
use serde_json::json;
use std::{fs, path::PathBuf};

in_every_engine!(
    site_pages_ask_for_nothing,
    site_pages_do_not_scroll_sideways,
    the_site_works_below_a_folder,
    lost_addresses_lead_back,
);

/// The folder of what is published.
fn dist() -> PathBuf {
    tools::file(tools::PAGE).parent().expect("a folder").to_path_buf()
}

fn read(name: &str) -> Vec<u8> {
    let file = dist().join(name);
    fs::read(&file)
        .unwrap_or_else(|error| panic!("{}: {error}; `cargo xtask build` makes it", file.display()))
}

/// The pages at the root of the site, without the checker in its two forms. The embed builder has tests of its own.
fn pages() -> Vec<String> {
    let files = fs::read_dir(dist()).expect("the folder of the page");
    let names = files.map(|file| file.expect("a file").file_name().to_string_lossy().into_owned());
    let of_others =
        |name: &String| ["index", "without-wasm", "builder"].iter().any(|it| name.starts_with(it));
    let mut pages: Vec<String> = names.filter(|name| name.ends_with(".html") && !of_others(name)).collect();
    pages.sort();
    assert!(
        ["guide.html", "privacy.html", "404.html"].iter().all(|page| pages.contains(&(*page).to_owned()))
    );
    pages
}

/// Serves the site below `folder`, such as `/s117/`.
fn serve_below(folder: &str) -> Server {
    let server = Server::start();
    for page in pages().into_iter().chain(["index.html".to_owned()]) {
        server.put(&format!("{folder}{page}"), read(&page));
    }
    server
}

#[test]
fn site_pages_are_accessible() {
    let (session, server) = (Session::start(Engine::Chromium), serve_below("/"));
    for scheme in ["light", "dark"] {
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        session.devtools("Emulation.setEmulatedMedia", features);
        for page in pages() {
            session.open(&server.address(&format!("/{page}")));
            let is_dark = session.script("return matchMedia('(prefers-color-scheme: dark)').matches", &[]);
            assert_eq!(is_dark, json!(scheme == "dark"));
            session.script("document.querySelectorAll('details').forEach(part => part.open = true)", &[]);
            let found = axe::findings(&session);
            assert!(found.is_empty(), "axe on {page}, {scheme}:\n{}", found.join("\n"));
        }
    }
}

fn site_pages_ask_for_nothing(engine: Engine) {
    let (session, server) = (Session::start(engine), serve_below("/"));
    server.put_html("/control", "<img alt='' src='/asked-for'>");
    session.open(&server.address("/control"));
    session.wait_for("the control's request", || {
        server.requests().contains(&"GET /asked-for".to_owned()).then_some(())
    });
    for page in pages() {
        let before = server.requests().len();
        session.open(&server.address(&format!("/{page}")));
        session.wait_for_script("the page", "return document.readyState === 'complete'", &[]);
        assert_eq!(server.requests()[before..], [format!("GET /{page}")], "{engine:?}");
        assert_eq!(session.script("return document.cookie", &[]), json!(""), "{engine:?}: {page}");
        let ran = session.script("return document.querySelectorAll('script').length", &[]);
        assert_eq!(ran, json!(usize::from(page.starts_with("404"))), "{engine:?}: scripts of {page}");
    }
}

/// On a small phone, and with text at 200% on a tablet.
fn site_pages_do_not_scroll_sideways(engine: Engine) {
    let (session, server) = (Session::start(engine), serve_below("/"));
    server.put_html("/wide", "<p style='width: 40rem'>Wide</p>");
    let wide = |page: &str, width: u32, size: &str| {
        let frame =
            format!("<iframe title=Page src='/{page}' width={width} height=480 frameborder=0></iframe>");
        server.put_html("/frame", &frame);
        session.open(&server.address("/frame"));
        session.enter_frame();
        session.wait_for_script("the page", "return document.readyState === 'complete'", &[]);
        let found = session.script(
            "document.documentElement.style.fontSize = arguments[0];
             document.querySelectorAll('details').forEach(part => part.open = true);
             const root = document.documentElement;
             if (root.scrollWidth <= root.clientWidth) return [];
             const wide = [...document.body.querySelectorAll('*')]
                .filter(node => node.getBoundingClientRect().right > root.clientWidth + 0.5)
                .map(node => `${node.tagName} ${node.className} ${node.textContent.slice(0, 60)}`);
             return [`${root.scrollWidth} in ${root.clientWidth} px`, ...wide.slice(-8)]",
            &[json!(size)],
        );
        session.leave_frame();
        texts(&found)
    };
    assert_ne!(wide("wide", 320, "100%"), [""; 0], "{engine:?}: the control is too wide");
    for page in pages() {
        for (width, size) in [(320, "100%"), (640, "200%")] {
            assert_eq!(wide(&page, width, size), [""; 0], "{engine:?}: {page} at {width} px, text {size}");
        }
    }
}

fn the_site_works_below_a_folder(engine: Engine) {
    let (session, server) = (Session::start(engine), serve_below("/s117/"));
    session.open(&server.address("/s117/guide.html"));
    for (link, arrives) in [
        ("header a[href^=privacy]", "/s117/privacy.html"),
        ("header a[href^=guide]", "/s117/guide.html"),
        (".panel a.button", "/s117/index.html"),
    ] {
        session.click(link);
        session.wait_for(arrives, || (session.address() == server.address(arrives)).then_some(()));
    }
    session.wait_for_script(
        "the checker",
        "return document.documentElement.dataset.state === 'started'
            && !!document.querySelector('#app [data-screen=start]')",
        &[],
    );
}

/// GitHub Pages shows the one page for every address that is not there, however deep.
fn lost_addresses_lead_back(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    for (lost, leads_to) in [
        ("/guid.html", "/"),
        ("/s117/guid.html", "/s117/"),
        ("/s117/v0.1.0/gone.html", "/s117/"),
        ("/s117/v0.1.0/gone/deep/", "/s117/"),
        ("/v12.0.3", "/"),
        ("/s117/review/gone", "/s117/"),
    ] {
        server.put(lost, read("404.html"));
        session.open(&server.address(lost));
        let found = session
            .script("return [...document.querySelectorAll('main a.button')].map(link => link.pathname)", &[]);
        let expected = ["index.html", "guide.html"].map(|page| format!("{leads_to}{page}"));
        assert_eq!(texts(&found), expected, "{engine:?}: {lost}");
    }
}

#[test]
fn chromium_reads_the_guide_with_script_off() {
    guide_with_script_off(Engine::Chromium);
}

#[test]
fn firefox_reads_the_guide_with_script_off() {
    guide_with_script_off(Engine::Firefox);
}

/// Not in WebKitGTK, whose driver works through script in the page and cannot look at one without.
fn guide_with_script_off(engine: Engine) {
    let (session, server) = (Session::start_without(engine, Without::Script), serve_below("/"));
    server.put_html("/control", "<p id=said>off</p><script>said.textContent = 'on'</script>");
    session.open(&server.address("/control"));
    assert_eq!(session.text("#said"), "off", "{engine:?}: the test switches script off");
    session.open(&server.address("/guide.html"));
    assert!(session.is_shown("#ELIG-01 .case-says"), "{engine:?}: an answer is shown");
    session.click("nav a[href='#charge']");
    let address = server.address("/guide.html#charge");
    session.wait_for("the place", || (session.address() == address).then_some(()));
    assert!(session.is_shown("#PAY-07"), "{engine:?}");
    // What is folded unfolds by itself.
    assert!(!session.is_shown("#ELIG-02 details .case-else"), "{engine:?}");
    session.click("#ELIG-02 details summary");
    session.wait_for("what was folded", || session.is_shown("#ELIG-02 details .case-else").then_some(()));
}

#[test]
fn chromium_prints_the_guide() {
    let (session, server) = (Session::start(Engine::Chromium), serve_below("/"));
    session.open(&server.address("/guide.html"));
    let pages = pdf::pages(&session.print());
    assert!((10..=80).contains(&pages), "{pages} pages");
}
