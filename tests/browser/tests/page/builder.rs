//! The embed builder: what an editor chooses is in the block and in the preview, and nothing else is.

use browser_tests::{
    builder::Builder,
    engine::Engine,
    in_every_engine,
    page::{SANDBOX, texts},
    server::Server,
    tools,
};
use serde_json::json;

in_every_engine!(
    choices_change_the_block_and_the_preview,
    hostile_values_stay_values,
    blocks_work_in_a_page_as_they_are,
    contrast_is_said_in_words,
    copying_copies_the_block,
);

/// The folder of the version.
pub(crate) const VERSION: &str = concat!("v", env!("CARGO_PKG_VERSION"), "/");

fn choices_change_the_block_and_the_preview(engine: Engine) {
    let builder = Builder::open(engine);
    let plain = builder.block();
    let page = builder.server.address(&format!("/{VERSION}index.html"));
    assert!(plain.contains(&format!("src=\"{page}\"")), "{engine:?}: no setting, no fragment: {plain}");
    assert!(plain.contains(&format!("sandbox=\"{SANDBOX}\"")), "{engine:?}: {plain}");

    builder.choose("nation", "wales");
    builder.set("journey", "who-pays");
    builder.set("accent", "rebeccapurple");
    builder.set("radius", "20");
    builder.set("family", "Georgia");
    builder.choose("scheme", "dark");
    builder.set("help-name", "Fenwick & Friends “advice”");
    builder.set("help-phone", "0113 496 0117");
    builder.set("help-url", "https://fenwick.example/a?b=c&d");
    let fragment = "#nation=wales&journey=who-pays&accent=%23663399&font=Georgia&radius=20&scheme=dark\
        &help-name=Fenwick%20%26%20Friends%20%E2%80%9Cadvice%E2%80%9D&help-phone=0113%20496%200117\
        &help-url=https%3A%2F%2Ffenwick.example%2Fa%3Fb%3Dc%26d";
    let block = builder.block();
    assert!(
        block.contains(&format!("src=\"{page}{}\"", fragment.replace('&', "&amp;"))),
        "{engine:?}: {block}"
    );
    builder.wait_for_preview(fragment);
    let settings = builder.in_preview("return s117.settings");
    assert_eq!(settings["helpName"], "Fenwick & Friends “advice”", "{engine:?}: {settings}");
    assert_eq!(settings["radius"], 20, "{engine:?}: {settings}");
    assert_eq!(builder.in_preview("return document.documentElement.dataset.scheme"), "dark", "{engine:?}");

    // The quick exit asks for one more permission, and only then.
    assert!(!block.contains("top-navigation"), "{engine:?}: {block}");
    builder.click("label[for=leave]");
    let block = builder.block();
    assert!(block.contains("allow-top-navigation-by-user-activation\"") && block.contains("&amp;exit=on\""));
    builder.set("exit", "https://weather.example/");
    assert!(builder.block().contains("exit=https%3A%2F%2Fweather.example%2F\""), "{engine:?}");
    builder.click("label[for=leave]");

    // The other two blocks, and the other copy.
    builder.choose("paste", "script");
    let block = builder.block();
    for part in [
        &format!("src=\"{}\"", builder.server.address(&format!("/{VERSION}embed.js"))),
        "integrity=\"sha384-",
        "crossorigin=\"anonymous\"",
        "accent=\"#663399\"",
        "help-name=\"Fenwick &amp; Friends “advice”\"",
        "help-url=\"https://fenwick.example/a?b=c&amp;d\"",
    ] {
        assert!(block.contains(part), "{engine:?}: no {part} in {block}");
    }
    assert!(builder.session.is_shown("[data-paste=script] [data-copy=version]"), "{engine:?}");
    builder.choose("copy", "newest");
    let block = builder.block();
    assert!(!block.contains("integrity") && !block.contains(VERSION), "{engine:?}: {block}");
    builder.choose("paste", "link");
    assert!(
        builder.block().starts_with(&format!("<a href=\"{}#nation", builder.server.address("/index.html")))
    );
    assert!(!builder.session.is_shown("#policy"), "{engine:?}: a link needs no policy");

    // Where to paste it, for one platform at a time.
    builder.set("platform", "drupal");
    assert!(
        builder.session.is_shown("[data-platform=drupal]")
            && !builder.session.is_shown("[data-platform=wix]")
    );

    // The page of the host is the editor's colour, and a phone is as wide as a phone.
    builder.set("ground", "#223344");
    let ground =
        builder.read("return getComputedStyle(document.getElementById('view-host')).backgroundColor");
    assert_eq!(ground, "rgb(34, 51, 68)", "{engine:?}");
    for (size, wide) in [("page", 960), ("phone", 375)] {
        builder.click(&format!("#view-{size}"));
        assert_eq!(builder.in_preview("return innerWidth"), wide, "{engine:?}: {size}");
    }
}

/// Values that would be something else in HTML or in an address: refused at the field, or written as a value.
fn hostile_values_stay_values(engine: Engine) {
    let builder = Builder::open(engine);
    let refused = [
        ("accent", "red;}</style><script>alert(1)</script>"),
        ("accent", "url(https://evil.example/)"),
        ("help-phone", "javascript:alert(1)"),
        ("help-url", "javascript:alert(1)"),
        ("help-url", "https://evil.example/\"><script>alert(1)</script>"),
        ("help-url", "data:text/html,<script>alert(1)</script>"),
        ("exit", "javascript:alert(1)"),
        ("exit", "on"),
        ("font", "\"; } body { display: none"),
        ("help-name", "a\u{202e}b"),
        ("help-name", &"x".repeat(81)),
    ];
    builder.click("label[for=leave]");
    builder.set("family", "*");
    let before = builder.block();
    for (field, value) in refused {
        builder.set(field, value);
        assert_eq!(builder.block(), before, "{engine:?}: {field} {value}");
        assert!(builder.session.is_shown(&format!("#{field}-wrong")), "{engine:?}: {field} {value} is said");
        let kept =
            builder.session.script("return document.getElementById(arguments[0]).value", &[json!(field)]);
        assert_eq!(kept, json!(value), "{engine:?}: what was typed is not lost");
        let invalid = format!("#{field}[aria-invalid=true][aria-describedby~={field}-wrong]");
        assert_eq!(builder.session.count(&invalid), 1, "{engine:?}: {field}");
        builder.set(field, "");
        assert!(!builder.session.is_shown(&format!("#{field}-wrong")), "{engine:?}: {field} is right again");
    }

    // What is only text may be anything.
    let name = "\"><script>window.ran = 1</script><img src=x onerror=\"window.ran = 1\">&amp;'";
    builder.set("help-name", name);
    for paste in ["frame", "script", "link"] {
        builder.choose("paste", paste);
        let made = builder.session.script(
            "const page = new DOMParser().parseFromString(document.getElementById('block').textContent, 'text/html');
             const odd = [...page.querySelectorAll('body *')].filter(node =>
                !['DIV', 'IFRAME', 'P', 'A', 'S117-CHECKER'].includes(node.tagName)).length;
             const first = page.querySelector('iframe, s117-checker, a');
             return [odd, first.getAttribute('help-name') ||
                new URLSearchParams(new URL(first.src || first.href).hash.slice(1)).get('help-name')]",
            &[],
        );
        assert_eq!(made, json!([0, name]), "{engine:?}: {paste}");
    }
    builder.wait_for_preview("onerror");
    assert_eq!(builder.in_preview("return [window.ran || 0, s117.settings.helpName]"), json!([0, name]));
    assert_eq!(builder.session.script("return window.ran || 0", &[]), json!(0));
}

/// Each block, pasted into a page of another server and changed in nothing, shows the checker, apart from the page.
fn blocks_work_in_a_page_as_they_are(engine: Engine) {
    let builder = Builder::open(engine);
    builder.server.put_cross_origin_script(&format!("/{VERSION}embed.js"), tools::beside("embed.js"));
    builder.set("accent", "#7a1fa2");
    let host = Server::start();
    for paste in ["frame", "script"] {
        builder.choose("paste", paste);
        let policy = builder.read("return document.getElementById('policy-lines').textContent");
        let page = format!(
            "<!doctype html><title>A charity</title><link rel=icon href='data:,'>{}",
            builder.block()
        );
        let policy = format!("default-src 'none'; img-src data:; {policy}");
        host.put_with(&format!("/{paste}"), &[("Content-Security-Policy", &policy)], page.into_bytes());
    }
    builder.choose("paste", "link");
    host.put_html("/link", &builder.block());
    let session = &builder.session;
    for paste in ["frame", "script"] {
        session.open(&host.address(&format!("/{paste}")));
        // The script loads its frame when it is near, and puts the words of the element away when it is ready.
        session.wait_for_script(
            "a frame",
            "const words = document.querySelector('s117-checker a');
             return !!document.querySelector('iframe') && (!words || !words.checkVisibility())",
            &[],
        );
        let sealed = session.script(
            "const frame = document.querySelector('iframe');
             let seen = null;
             try { seen = frame.contentWindow.document } catch (error) {}
             return [frame.getAttribute('sandbox'), !!(seen || frame.contentDocument)]",
            &[],
        );
        assert_eq!(sealed, json!([SANDBOX, false]), "{engine:?}: {paste}");
        session.enter_frame();
        session.wait_for_script(
            &format!("the checker in the {paste}"),
            "return document.documentElement.dataset.state === 'started' && origin === 'null'
                && s117.settings.accent === '#7a1fa2'",
            &[],
        );
        session.leave_frame();
    }
    session.open(&host.address("/link"));
    session.click("main a");
    session.wait_for_script(
        "the checker",
        "return document.documentElement.dataset.state === 'started'",
        &[],
    );
}

fn contrast_is_said_in_words(engine: Engine) {
    let builder = Builder::open(engine);
    assert!(!builder.session.is_shown("#verdict"), "{engine:?}: nothing is said of no colour");
    builder.set("accent", "#ffc20e");
    let says = builder.session.text("#verdict");
    let found = builder.session.script("return s117Settings.accent('#ffc20e')", &[]);
    let used = found["light"]["used"].as_str().expect("a colour");
    assert_ne!(used, "#ffc20e", "{engine:?}: yellow is put right");
    for part in ["too pale for words", used, found["dark"]["used"].as_str().expect("a colour")] {
        assert!(says.contains(part), "{engine:?}: no {part} in {says}");
    }
    assert!(found["light"]["ratio"].as_f64().expect("a number") >= 4.5, "{engine:?}: {found}");
    // The block has what was typed; the checker corrects it by itself, to the same colour.
    assert!(builder.block().contains("accent=%23ffc20e"), "{engine:?}");
    builder.wait_for_preview("accent=%23ffc20e");
    let shown = builder
        .in_preview("return getComputedStyle(document.documentElement).getPropertyValue('--accent-strong')");
    assert!(shown.as_str().unwrap_or_default().contains(used), "{engine:?}: {shown}");
    builder.set("accent", "#003366");
    let says = builder.session.text("#verdict");
    assert!(says.contains("reads well") && !says.contains("too pale"), "{engine:?}: {says}");
}

fn copying_copies_the_block(engine: Engine) {
    let builder = Builder::open(engine);
    // What either way of copying takes: the clipboard itself is not for tests to read.
    builder.session.script(
        "window.copied = [];
         if (navigator.clipboard) navigator.clipboard.writeText = async text => { copied.push(text) };
         document.addEventListener('copy', () => copied.push(String(getSelection())))",
        &[],
    );
    for part in ["block", "privacy-words"] {
        builder.click(&format!("[data-copies={part}]"));
        builder.session.wait_for_script(
            "a word that it is copied",
            "return document.querySelector(`[data-copied=${arguments[0]}]`).textContent !== ''",
            &[json!(part)],
        );
        assert_eq!(builder.session.text(&format!("[data-copied={part}]")), "Copied.", "{engine:?}: {part}");
    }
    let copied = texts(&builder.session.script("return copied", &[]));
    assert_eq!(copied[0], builder.block(), "{engine:?}");
    assert!(
        copied[1].contains("does not send them to us") && copied[1].contains("\n\nWe can see"),
        "{engine:?}: {copied:?}"
    );
    // Another block has not been copied yet.
    builder.choose("paste", "link");
    assert_eq!(
        builder.read("return document.querySelector('[data-copied=block]').textContent"),
        "",
        "{engine:?}"
    );
}
