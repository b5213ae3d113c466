//! `embed.js`: the element takes over from its children and gives way to them, whichever way it comes into the page.

use browser_tests::{
    engine::Engine,
    host::{Host, OTHER_SCRIPT, QUIET, READY, SCRIPT, State},
    in_every_engine,
    page::SANDBOX,
};
use serde_json::{Value, json};

in_every_engine!(
    the_element_works_whichever_way_it_comes,
    a_move_or_a_setting_begins_afresh_and_nothing_else_does,
    a_quick_exit_leaves_by_button_and_by_key,
);

const LINK: &str = "<a href='/elsewhere'>Open the checker</a>";
const ESCAPE: char = '\u{e00c}';

fn the_element_works_whichever_way_it_comes(engine: Engine) {
    let host = Host::start(engine);
    let (script, other) = (host.checker.address(SCRIPT), host.charity.address(OTHER_SCRIPT));
    let element = format!("<s117-checker>Before {LINK} after</s117-checker>");
    let tag = |attributes: &str| format!("<script src='{script}' {attributes}></script>");
    let ways = [
        ("script first", format!("{}{element}", tag(""))),
        ("script last", format!("{element}{}", tag(""))),
        ("script async", format!("{element}{}", tag("async"))),
        ("script twice", format!("{}{element}{}", tag(""), tag("defer"))),
        ("two versions", format!("{}{element}<script src='{other}'></script>", tag(""))),
        ("three on a page", format!("{element}{}{element}{element}", tag(""))),
        (
            "written by a script",
            format!(
                "<p>{}<script>const made = document.createElement('s117-checker');
                 made.setAttribute('lang', 'en');
                 document.body.append(made);
                 made.innerHTML = made.innerHTML;
                 made.remove();
                 document.body.append(made);
                 made.append('A word');</script>",
                tag("")
            ),
        ),
    ];
    for (what, body) in ways {
        host.open_page(&[], &format!("<!doctype html><title>A charity</title>{body}"));
        let all = host.wait_until_all_are_ready(what);
        for state in &all {
            assert_eq!(
                state.src().split('#').next(),
                Some(&*host.checker.address(READY)),
                "{engine:?}: {what}"
            );
        }
        assert_eq!(all.len(), if what == "three on a page" { 3 } else { 1 }, "{engine:?}: {what}");
    }

    // What the frame is, exactly, and that a setting goes along.
    host.open(&format!(
        "<s117-checker lang=cy help-name='Mind & “us” #1'>{LINK}</s117-checker><s117-checker exit>{LINK}</s117-checker>"
    ));
    host.wait_until_all_are_ready("settings");
    let frames = host.session.script(
        "return [...document.querySelectorAll('iframe')].map(frame => Object.fromEntries(
            [...frame.attributes].filter(it => it.name !== 'style').map(it => [it.name, it.value])))",
        &[],
    );
    let address = host.checker.address(READY);
    let frame = |title: &str, sandbox: String, settings: &str| {
        json!({
            "data-s117-own": "", "title": title, "sandbox": sandbox, "allow": "clipboard-write",
            "referrerpolicy": "no-referrer", "src": format!("{address}#{settings}"),
        })
    };
    let with_exit = format!("{SANDBOX} allow-top-navigation-by-user-activation");
    assert_eq!(
        frames,
        json!([
            frame(
                "Gwiriwr ôl-ofal adran 117",
                SANDBOX.to_owned(),
                "lang=cy&help-name=Mind%20%26%20%E2%80%9Cus%E2%80%9D%20%231"
            ),
            frame("Section 117 aftercare checker", with_exit, "exit=on"),
        ]),
        "{engine:?}"
    );

    // A copy of the element, as carousels make, has one frame of its own and gets its children back.
    host.session.script(
        "const copy = document.querySelector('s117-checker').cloneNode(true); document.body.prepend(copy)",
        &[],
    );
    let all = host.wait_until_all_are_ready("a copy");
    assert_eq!(all.len(), 3, "{engine:?}");
    // Children that come late are put away too; what replaces everything stays.
    let text = |script: &str| {
        host.session.script(script, &[]);
        host.settle();
        host.state().iter().map(|state| state.text().to_owned()).collect::<Vec<_>>()
    };
    let late = text("document.querySelector('s117-checker').append('late', document.createElement('hr'))");
    assert_eq!(late, ["", "", ""], "{engine:?}");
    let replaced = text("document.querySelector('s117-checker').innerHTML = '<b>Something else</b>'");
    assert_eq!(replaced, ["Something else", "", ""], "{engine:?}");
}

/// Counts what the checker's server was asked for.
fn loads(host: &Host) -> usize {
    host.checker.requests().iter().filter(|request| **request == format!("GET {READY}")).count()
}

fn a_move_or_a_setting_begins_afresh_and_nothing_else_does(engine: Engine) {
    let host = Host::start(engine);
    host.open(&format!(
        "<div id=one><s117-checker nation=wales>{LINK}</s117-checker></div><div id=two></div>"
    ));
    host.wait_until_all_are_ready("at first");
    host.session.script("window.first = document.querySelector('iframe')", &[]);
    let began = loads(&host);
    let same = |what: &str, script: &str| {
        host.session.script(script, &[]);
        host.settle();
        let kept = host.session.script("return document.querySelector('iframe') === window.first", &[]);
        assert_eq!(kept, json!(true), "{engine:?}: {what} began the checker afresh");
        assert_eq!(loads(&host), began, "{engine:?}: {what}");
    };
    same("a class", "document.querySelector('s117-checker').className = 'wide'");
    same("a style", "document.querySelector('s117-checker').style.margin = '1px'");
    same("an unknown attribute", "document.querySelector('s117-checker').setAttribute('data-x', 1)");
    same("the same value", "document.querySelector('s117-checker').setAttribute('nation', 'wales')");
    same("a value that says nothing", "document.querySelector('s117-checker').setAttribute('accent', '')");
    let moves = host.session.script("return 'moveBefore' in Element.prototype", &[]) == json!(true);
    if moves {
        same("moveBefore", "two.moveBefore(document.querySelector('s117-checker'), null)");
    }
    println!("{engine:?}: moveBefore: {moves}");

    let settings = "const it = document.querySelector('s117-checker');
        it.setAttribute('nation', 'england'); it.setAttribute('radius', '4'); it.setAttribute('lang', 'cy');";
    host.session.script(settings, &[]);
    let all = host.wait_for("the new settings", |all| {
        all.iter().all(State::is_taken_over) && loads(&host) == began + 1
    });
    assert!(all[0].src().ends_with("#lang=cy&nation=england&radius=4"), "{engine:?}: {all:?}");
    host.session.script("one.append(document.querySelector('s117-checker'))", &[]);
    // Chromium begins to load the old frame in its new place, before the element hears of the move.
    host.wait_for("the move", |all| all.iter().all(State::is_taken_over) && loads(&host) > began + 1);

    // Begun afresh where nothing comes, the children are back.
    host.session
        .script("document.querySelector('s117-checker').setAttribute('src', '/checker/quiet.html')", &[]);
    // The frame comes a moment later, once the browser has said that its place is near.
    let all =
        host.wait_for("the children", |all| all[0].text() == "Open the checker" && !all[0].src().is_empty());
    assert!(!all[0].is_shown(), "{engine:?}: {all:?}");
    assert_eq!(all[0].src(), host.charity.address(QUIET) + "#lang=cy&nation=england&radius=4");
    // Taken out of the page for good, it lets go of its frame.
    let left = host.session.script(
        "const it = document.querySelector('s117-checker'); it.remove(); return it.querySelectorAll('iframe').length",
        &[],
    );
    assert_eq!(left, json!(0), "{engine:?}");
}

fn a_quick_exit_leaves_by_button_and_by_key(engine: Engine) {
    let host = Host::start(engine);
    // Nobody speaks TLS there, so the browser shows an error, under the address that it was sent to.
    let away = host.charity.address("/away").replace("http:", "https:");
    let escape = |times: usize| (0..times).for_each(|_| host.session.key(ESCAPE));
    let open = |attribute: &str| {
        host.open(&format!("<s117-checker {attribute}>{LINK}</s117-checker>"));
        host.wait_until_all_are_ready(attribute);
    };
    let stays = |what: &str| {
        host.settle();
        assert_eq!(host.session.address(), host.charity.address("/host"), "{engine:?}: {what}");
    };
    let leaves = |what: &str| {
        // The error has been read to its end: Firefox would take that for the end of the next page. It never says
        // `complete` of an error.
        host.session.wait_for(what, || {
            let is_read =
                "return document.readyState !== 'loading' && !document.querySelector('s117-checker')";
            (host.session.address() == away).then_some(())?;
            (host.session.try_script(is_read, &[]) == Some(json!(true))).then_some(())
        });
        host.settle();
    };
    for unsafe_one in
        ["", "exit=off", "exit=javascript:alert(1)", "exit=http://127.0.0.1/", "exit='https://a b'"]
    {
        open(unsafe_one);
        host.say(0, "{ 's117-checker': 'exit' }");
        escape(3);
        stays(unsafe_one);
        let sandbox =
            host.session.script("return document.querySelector('iframe').getAttribute('sandbox')", &[]);
        assert_eq!(sandbox, json!(SANDBOX), "{engine:?}: {unsafe_one}");
    }
    let length = |host: &Host| -> Value { host.session.script("return history.length", &[]) };
    open(&format!("exit={away}"));
    let before = length(&host);
    escape(2);
    host.settle();
    stays("two presses");
    escape(1);
    leaves("three presses");
    assert_eq!(length(&host), before, "{engine:?}: the page is replaced");
    open(&format!("exit={away}"));
    host.session.enter_frame_at(0);
    host.session.script("setTimeout(() => parent.postMessage({ 's117-checker': 'exit' }, '*'))", &[]);
    host.session.leave_frame();
    leaves("the frame's own exit");
}
