//! The plugin in the hands of an administrator: it comes, and it goes.

use crate::site::{self, Site};
use browser_tests::{engine::Engine, session::Session, validity};
use std::{fs, path::Path};

/// Wherever the plugin's pages are shown to visitors.
const SHORTCODE: &str = "<!-- wp:shortcode -->[s117_checker nation=\"wales\"]<!-- /wp:shortcode -->";
const BLOCK: &str = "<!-- wp:s117-checker/checker {\"nation\":\"wales\"} /-->";

mod chromium {
    #[test]
    fn it_comes_from_its_zip_and_goes_without_a_trace() {
        super::it_comes_from_its_zip_and_goes_without_a_trace(super::Engine::Chromium);
    }
}

/// What the plugin writes into a page, by the validator that judges the checker: the theme around it is not ours.
#[test]
fn what_it_writes_is_valid_html() {
    let (site, session) = (Site::with_plugin(), Session::start(Engine::Chromium));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("validity-wordpress");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    let settings =
        r##"accent="#1d6140" help-name="Fenwick &amp; Friends" help-phone="0113 496 0117" exit="on""##;
    let pages = [
        ("plain", "[s117_checker]".to_owned()),
        ("set", format!("[s117_checker lang=\"cy\" {settings}]")),
        ("frame", format!("[s117_checker script=\"off\" {settings}]")),
        ("twice", "[s117_checker][s117_checker]".to_owned()),
        ("among words", "Ask here: [s117_checker accent=\"none of the colours\"] or call us.".to_owned()),
        ("block", BLOCK.to_owned()),
    ];
    for (name, content) in pages {
        let content = format!("<div>first mark</div>\n\n{content}\n\n<div>last mark</div>");
        session.open(&site.publish("admin", name, &content));
        // As it was sent: the script of the page has changed it since.
        let sent = session.script_with_callback(
            "const done = arguments[0]; fetch(location).then(page => page.text()).then(done)",
            &[],
        );
        let sent = sent.as_str().expect("a page");
        let (_, after) = sent.split_once("first mark</div>").expect("the first mark");
        let (ours, _) = after.split_once("<div>last mark").expect("the last mark");
        assert!(ours.contains("s117-checker"), "{name}: {ours}");
        fs::write(folder.join(format!("{name}.html")), validity::page_of(ours)).expect("a page is written");
    }
    let faults = validity::faults(&folder);
    let faults: Vec<String> =
        faults.iter().filter(|fault| !fault.is_excepted()).map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

mod firefox {
    #[test]
    fn it_comes_from_its_zip_and_goes_without_a_trace() {
        super::it_comes_from_its_zip_and_goes_without_a_trace(super::Engine::Firefox);
    }
}

fn it_comes_from_its_zip_and_goes_without_a_trace(engine: Engine) {
    let (site, session) = (Site::start(), Session::start(engine));
    let shortcode = site.publish("admin", "shortcode", SHORTCODE);
    let block = site.publish("admin", "block", BLOCK);
    let other = site.publish("admin", "other", "<p>About us.</p>");

    site.sign_in(&session, "admin");
    session.open(&site.address("/wp-admin/plugin-install.php?tab=upload"));
    session.script("document.querySelector('.upload-plugin').style.display = 'block'", &[]);
    session.type_into("#pluginzip", site::plugin().to_str().expect("UTF-8"));
    session.click("#install-plugin-submit");
    let activate = "a.button-primary[href*='action=activate']";
    session.wait_for("the plugin to be installed", || (session.count(activate) == 1).then_some(()));
    session.click(activate);
    let deactivate = "tr[data-plugin^=s117-checker] .deactivate a";
    session.wait_for("the plugin to be active", || (session.count(deactivate) == 1).then_some(()));

    for page in [&shortcode, &block] {
        session.open(page);
        assert_eq!(session.count("s117-checker[nation=wales]"), 1, "{engine:?}: {page}");
        assert_eq!(session.count("script[src*=s117-checker]"), 1, "{engine:?}: {page}");
    }
    session.open(&other);
    assert_eq!(
        session.count("[src*=s117], [href*=s117], s117-checker"),
        0,
        "{engine:?}: nothing on other pages"
    );

    session.open(&site.address("/wp-admin/plugins.php"));
    session.click(deactivate);
    let delete = "tr[data-plugin^=s117-checker] .delete a";
    session.wait_for("the plugin to be inactive", || (session.count(delete) == 1).then_some(()));
    assert!(site.plugin_folder().is_dir(), "the control: its files are there until it is deleted");
    session.script("window.confirm = () => true", &[]);
    session.click(delete);
    session.wait_for("its files to be gone", || (!site.plugin_folder().exists()).then_some(()));

    assert!(site.name_in_database("admin_email").is_some(), "the control: names are found");
    assert_eq!(site.name_in_database("s117"), None, "{engine:?}: the database");
    session.open(&shortcode);
    assert!(
        session.text("main").contains("[s117_checker"),
        "{engine:?}: the shortcode is its own text again"
    );
    session.open(&block);
    assert!(session.is_shown("main h1"), "{engine:?}: the page is there");
    for page in [&shortcode, &block] {
        session.open(page);
        assert_eq!(session.count("iframe, s117-checker, main script, [src*=s117]"), 0, "{engine:?}: {page}");
    }
    assert_eq!(site.complaints(), [""; 0], "{engine:?}");
    let asked = site.asked();
    assert!(
        asked.iter().any(|address| address.contains("wordpress.org")),
        "the control: requests are listed"
    );
    // WordPress asks its own about updates, and itself whether its addresses work.
    let known = |address: &str| {
        address.starts_with(&site.address("/")) || address.starts_with("https://api.wordpress.org/")
    };
    assert!(asked.iter().all(|address| known(address)), "{engine:?}: {asked:?}");
}
