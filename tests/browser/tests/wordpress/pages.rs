//! The checker in pages of a real site: by shortcode, by block, by the snippet and by the plain frame.

use crate::site::Site;
use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, SANDBOX, texts},
    server::Server,
    session::Session,
    tools, visitors,
};
use serde_json::{Value, json};

in_every_engine!(
    it_works_in_each_way_and_the_theme_does_not_reach_in,
    hostile_settings_are_only_text,
    a_link_stays_where_the_script_is_blocked,
);

/// In a page, so that every way shows the same.
const SETTINGS: &str = "accent=%237a1f5c&radius=3&help-name=Cyfeillion%20%26%20Friends";

/// How something looks: nothing here depends on where in a page it stands.
const LOOK: &str = "
    const properties = ['fontFamily', 'fontSize', 'fontWeight', 'letterSpacing', 'lineHeight', 'color',
        'backgroundColor', 'borderRadius', 'padding', 'width', 'display', 'textTransform'];
    const shown = ['html', 'body', '#app', '#app h1', '#app p', '#app button[data-journey]', '#app a'];
    return shown.map(css => {
        const element = document.querySelector(css);
        if (!element) return css + ' is missing';
        const style = getComputedStyle(element);
        return css + ': ' + properties.map(property => style[property]).join(' / ');
    });";

fn it_works_in_each_way_and_the_theme_does_not_reach_in(engine: Engine) {
    let site = Site::with_plugin();
    // The charity's own copy, on another address, for the snippet and the plain frame.
    let elsewhere = Server::start();
    elsewhere.put("/index.html", tools::page());
    elsewhere
        .put("/embed.js", std::fs::read(tools::file(tools::PAGE).with_file_name("embed.js")).expect("built"));
    let element = "accent=\"#7a1f5c\" radius=\"3\" help-name=\"Cyfeillion &amp; Friends\"";
    let plain = |address: String| {
        format!(
            "<div><iframe src=\"{address}#{SETTINGS}\" title=\"Checker\" sandbox=\"{SANDBOX}\" allow=\"clipboard-write\"
                referrerpolicy=\"no-referrer\" loading=\"lazy\" width=\"100%\" height=\"800\"></iframe></div>"
        )
    };
    let snippet = format!(
        "<div><script src=\"{}\" defer></script>\
         <s117-checker {element}><a href=\"{}\">Open the checker</a></s117-checker></div>",
        elsewhere.address("/embed.js"),
        elsewhere.address("/index.html")
    );
    let shortcode = format!("[s117_checker {element}]");
    let pages = [
        // Only an administrator of a single site may paste these two.
        (
            "admin",
            "iframe",
            format!("<!-- wp:html -->{}<!-- /wp:html -->", plain(elsewhere.address("/index.html"))),
        ),
        ("admin", "snippet", format!("<!-- wp:html -->{snippet}<!-- /wp:html -->")),
        ("editor", "shortcode", format!("<!-- wp:shortcode -->{shortcode}<!-- /wp:shortcode -->")),
        ("editor", "classic", format!("<p>Before.</p>\n\n{shortcode}\n\n<p>After.</p>")),
        ("editor", "without-script", format!("[s117_checker {element} script=\"off\"]")),
        (
            "editor",
            "block",
            "<!-- wp:s117-checker/checker {\"accent\":\"#7a1f5c\",\"radius\":\"3\",\
              \"helpName\":\"Cyfeillion & Friends\",\"align\":\"wide\"} /-->"
                .to_owned(),
        ),
    ];

    let asked = site.asked();
    let session = Session::start(engine);
    let checker = Checker { session, server: elsewhere };
    for (user, name, content) in &pages {
        let address = site.publish(user, name, content);
        checker.session.open(&address);
        let host = checker.session.script(
            "const style = getComputedStyle(document.querySelector('h1'));
             return [style.color, style.letterSpacing]",
            &[],
        );
        assert_eq!(
            host,
            json!(["rgb(200, 0, 0)", "3px"]),
            "{engine:?}: the control: the theme has its way with the page"
        );
        let width = into_frame(&checker.session);
        checker.session.leave_frame();
        let places = checker.session.script(
            "return ['main h1', 'iframe'].map(css => document.querySelector(css).getBoundingClientRect().left)",
            &[],
        );
        assert!(
            *name == "block" || places[0] == places[1],
            "{engine:?}: {name} stands in the column: {places}"
        );
        checker.session.enter_frame();
        checker.wait_until_ready();
        assert_eq!(
            checker.session.script(
                "const { accent, radius, helpName } = window.s117.settings; return [accent, radius, helpName]",
                &[],
            ),
            json!(["#7a1f5c", 3, "Cyfeillion & Friends"]),
            "{engine:?}: {name}: what the charity set"
        );
        let seen = checker.session.script(LOOK, &[]);
        checker.visit(&visitors::ON_CTO);
        checker.expect_claims(visitors::ON_CTO.claims);
        assert_eq!(checker.violations(), json!([]), "{engine:?}: {name}");
        let inside = fetched(&checker.session);
        assert_eq!(inside, [""; 0], "{engine:?}: {name}: asked for from inside the frame");
        checker.session.leave_frame();
        let here = [site.address("/"), checker.server.address("/")];
        let outside = fetched(&checker.session);
        assert!(
            outside.iter().any(|it| it.starts_with(&here[0])),
            "the control: requests are listed: {outside:?}"
        );
        let known = if ["iframe", "snippet"].contains(name) { &here[..] } else { &here[..1] };
        for address in outside {
            let one = known.iter().any(|known| address.starts_with(known));
            assert!(
                one || address.starts_with("data:") || address.starts_with("blob:"),
                "{engine:?}: {name}: {address}"
            );
        }
        assert_eq!(seen, alone(&checker, width), "{engine:?}: {name} looks as it does alone");
    }
    assert_eq!(site.asked(), asked, "{engine:?}: pages ask for nothing behind the scenes");
    assert_eq!(site.complaints(), [""; 0], "{engine:?}");
    // What an editor may not paste, and why there is a plugin.
    checker.session.open(&site.publish("editor", "stripped", &pages[0].2));
    assert_eq!(checker.session.count("iframe"), 0, "{engine:?}: the control: an editor's frame is taken out");
    checker.session.open(&site.publish("editor", "stripped-too", &pages[1].2));
    assert_eq!(
        checker.session.count("s117-checker, script[src*=embed]"),
        0,
        "{engine:?}: and an editor's script"
    );
}

fn hostile_settings_are_only_text(engine: Engine) {
    let site = Site::with_plugin();
    let session = Session::start(engine);
    let attacks = [
        ("lang", "cy\" onmouseover=\"window.hit=1"),
        ("accent", "red;background:url(https://example.invalid/)"),
        ("accent", "url(javascript:window.hit=1)"),
        ("font", "x'};window.hit=1"),
        ("radius", "9999"),
        ("help-name", "<script>window.hit=1</script>"),
        ("help-name", "'>\u{202e}x"),
        ("help-url", "javascript:window.hit=1"),
        ("help-url", "https://example.invalid/\"><script>window.hit=1</script>"),
        ("exit", "data:text/html,x"),
        ("onload", "window.hit=1"),
        ("style", "position:fixed;inset:0"),
        ("src", "https://example.invalid/"),
    ];
    let mut content = String::new();
    for (name, value) in attacks {
        // As the block stores it, and as a shortcode does where the value can be written there at all.
        let camel = match name {
            "help-name" => "helpName",
            "help-url" => "helpUrl",
            other => other,
        };
        let value =
            serde_json::to_string(value).expect("JSON").replace('<', "\\u003c").replace("\\\"", "\\u0022");
        content += &format!("<!-- wp:s117-checker/checker {{\"{camel}\":{value}}} /-->\n\n");
    }
    for (name, value) in attacks {
        let quote = if value.contains('"') { '\'' } else { '"' };
        content += &format!(
            "<!-- wp:shortcode -->[s117_checker {name}={quote}{value}{quote}]<!-- /wp:shortcode -->\n\n"
        );
    }
    for user in ["admin", "editor"] {
        session.open(&site.publish(user, &format!("hostile-{user}"), &content));
        assert_eq!(session.count("s117-checker"), 2 * attacks.len(), "{engine:?}: {user}");
        let found = session.script(
            "const ours = location.origin + '/wp-content/plugins/s117-checker/index.html?';
             const names = [...document.querySelectorAll('s117-checker')].flatMap(it => [...it.attributes])
                .filter(it => it.name !== 'help-name').filter(it => it.name !== 'src' || !it.value.startsWith(ours))
                .map(it => it.name + '=' + it.value);
             const addresses = [...document.querySelectorAll('s117-checker a')].map(it => it.href)
                .filter(it => !it.startsWith(ours));
             return [...names, ...addresses, ...(window.hit ? ['script ran'] : []),
                ...[...document.querySelectorAll('main [onmouseover], main [onload]')].map(it => it.outerHTML)]",
            &[],
        );
        assert_eq!(found, json!([]), "{engine:?}: {user}");
    }
    // Editors are told, visitors are not.
    let notes = |session: &Session| session.text("main").matches("Only editors").count();
    assert_eq!(notes(&session), 0, "{engine:?}");
    site.sign_in(&session, "editor");
    session.open(&site.address("/hostile-editor/"));
    assert!(notes(&session) >= attacks.len(), "{engine:?}: {} notes", notes(&session));
    assert_eq!(site.complaints(), [""; 0], "{engine:?}");
}

fn a_link_stays_where_the_script_is_blocked(engine: Engine) {
    let site = Site::with_plugin();
    let session = Session::start(engine);
    let page = site.publish("editor", "page", "[s117_checker lang=\"en\" accent=\"#7a1f5c\"]");
    std::fs::write(site.plugin_folder().join("embed.js"), "").expect("own folder");
    session.open(&page);
    assert_eq!(session.count("s117-checker iframe"), 0, "{engine:?}: the control: nothing made a frame");
    assert!(session.is_shown("s117-checker a[href]"), "{engine:?}: the link");
    assert_eq!(session.text("s117-checker a"), "Section 117 aftercare checker");
    session.click("s117-checker a");
    let checker = Checker { session, server: Server::start() };
    checker.wait_until_ready();
    assert!(
        checker.session.address().ends_with("#accent=%237a1f5c")
            || checker.session.address().ends_with("#lang=en&accent=%237a1f5c")
    );
}

/// How the checker looks in a bare page, in a frame of this width.
fn alone(checker: &Checker, width: u64) -> Value {
    checker.server.put_html(
        "/alone",
        &format!(
            "<iframe src='/index.html#{SETTINGS}' width={width} height=800 frameborder=0 sandbox='{SANDBOX}'></iframe>"
        ),
    );
    checker.session.open(&checker.server.address("/alone"));
    checker.session.enter_frame();
    checker.wait_until_ready();
    let look = checker.session.script(LOOK, &[]);
    checker.session.leave_frame();
    look
}

/// Brings the page's frame into sight as a whole, goes into it, and gives its width. In Firefox and WebKit a press on what
/// lies below the window's edge misses.
fn into_frame(session: &Session) -> u64 {
    session.wait_for_script("a frame", "return !!document.querySelector('iframe')", &[]);
    session.script(
        "const frame = document.querySelector('iframe');
         frame.style.setProperty('max-height', '480px', 'important');
         frame.scrollIntoView()",
        &[],
    );
    let width = session.script("return document.querySelector('iframe').clientWidth", &[]);
    session.enter_frame();
    width.as_u64().expect("a width")
}

/// What the page or frame has asked for since it came.
fn fetched(session: &Session) -> Vec<String> {
    texts(&session.script("return performance.getEntriesByType('resource').map(it => it.name)", &[]))
}
