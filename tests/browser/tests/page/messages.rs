//! What a frame, or somebody who passes for one, can tell `embed.js`; and what can stand in its attributes.

use browser_tests::{
    engine::Engine,
    host::{HEIGHT, Host, QUIET, State},
    in_every_engine,
    page::SANDBOX,
};
use serde_json::{Value, json};

in_every_engine!(only_a_sound_message_moves_the_page, nothing_in_an_attribute_runs_or_breaks);

/// Everything that a message could be and must not be. As JavaScript.
const UNSOUND: &[&str] = &[
    "null",
    "undefined",
    "''",
    "'ready'",
    "'{\"s117-checker\":\"height\",\"height\":900}'",
    "900",
    "[]",
    "['s117-checker', 'height', 900]",
    "Object.assign([], { 's117-checker': 'height', height: 900 })",
    "new Map([['s117-checker', 'height'], ['height', 900]])",
    "new Date()",
    "{}",
    "{ 's117-checker': 'Height', height: 900 }",
    "{ 's117-checker': ['height'], height: 900 }",
    "{ 's117-checker': { toString: null }, height: 900 }",
    "{ 's117-checker': 'height' }",
    "{ 's117-checker': 'height', height: NaN }",
    "{ 's117-checker': 'height', height: Infinity }",
    "{ 's117-checker': 'height', height: -900 }",
    "{ 's117-checker': 'height', height: 0 }",
    "{ 's117-checker': 'height', height: 12 }",
    "{ 's117-checker': 'height', height: 900.5 }",
    "{ 's117-checker': 'height', height: 1e9 }",
    "{ 's117-checker': 'height', height: 5001 }",
    "{ 's117-checker': 'height', height: '900' }",
    "{ 's117-checker': 'height', height: [900] }",
    "{ 's117-checker': 'height', height: new Number(900) }",
    "{ 's117-checker': 'height', height: 900n }",
    "{ 's117-checker': 'height', height: { valueOf: null } }",
    "{ 's117-checker': 'height', height: null }",
    "{ 's117-checker': 'exit' }",
    "{ 's117-checker': 'constructor' }",
    "{ 's117-checker': 'begin' }",
    "JSON.parse('{ \"__proto__\": { \"s117-checker\": \"height\", \"height\": 900 } }')",
];

fn only_a_sound_message_moves_the_page(engine: Engine) {
    let host = Host::start(engine);
    let quiet = host.checker.address(QUIET);
    let tall = |height: u32| format!("{{ 's117-checker': 'height', height: {height} }}");
    host.open(&format!(
        "<div style='height: 300px'></div><s117-checker></s117-checker>
         <div style='height: 3000px'></div><iframe title=stranger src='{quiet}'></iframe>"
    ));
    host.wait_until_all_are_ready("the page");
    host.session.script("window.errors = 0; onerror = () => { window.errors++ }", &[]);
    let place = |what: &str| {
        let scrolled = host.session.script("return Math.round(scrollY)", &[]);
        let errors = host.session.script("return window.errors", &[]);
        assert_eq!(errors, json!(0), "{engine:?}: {what} was an error");
        (host.state()[0].height(), scrolled, host.session.address())
    };
    let before = place("nothing");
    for message in UNSOUND {
        host.say(0, message);
        assert_eq!(place(message), before, "{engine:?}: {message}");
    }
    // Sound, but not from the frame: from a stranger's frame, from the page itself, and with the frame's name on it.
    for message in [&*tall(900), "{ 's117-checker': 'top' }", "{ 's117-checker': 'exit' }"] {
        host.say(1, message);
        assert_eq!(place(message), before, "{engine:?}: a stranger's {message}");
        host.session.script(
            &format!(
                "postMessage({message}, '*');
                 const source = document.querySelector('s117-checker iframe').contentWindow;
                 const lies = {{ get 's117-checker'() {{ return 'height' }}, height: 900 }};
                 for (const data of [{message}, lies]) try {{
                    dispatchEvent(new MessageEvent('message', {{ data, source, origin: 'null' }}));
                 }} catch (error) {{ // Firefox lets nobody claim another site's window as the source.
                    if (error.name !== 'TypeError') throw error;
                 }}"
            ),
            &[],
        );
        host.settle();
        assert_eq!(place(message), before, "{engine:?}: the page's own {message}");
    }
    // The control: the same, sound and from the frame.
    host.say(0, &tall(900));
    assert_eq!(host.state()[0].height(), 900, "{engine:?}: it follows what is sound");
    host.say(0, &tall(700));
    assert_eq!(host.state()[0].height(), 700, "{engine:?}: and shrinks");

    // To the top, only if that is out of sight.
    let scrolled = || host.session.script("return Math.round(scrollY)", &[]).as_i64().expect("a number");
    host.say(0, "{ 's117-checker': 'top' }");
    assert_eq!(scrolled(), 0, "{engine:?}: the top is in sight");
    host.session.script("scrollTo(0, 600)", &[]);
    host.say(0, "{ 's117-checker': 'top' }");
    let top = scrolled();
    assert!((290..=320).contains(&top), "{engine:?}: scrolled to {top}");
    // Under a header that covers what is above.
    host.session.script(
        "document.querySelector('s117-checker').style.scrollMarginTop = '100px'; scrollTo(0, 600)",
        &[],
    );
    host.say(0, "{ 's117-checker': 'top' }");
    assert!((190..=220).contains(&scrolled()), "{engine:?}: scrolled to {}", scrolled());

    // A frame that grows with every answer to its growing is left alone after a while.
    for growth in 1..=30 {
        host.say(0, &tall(900 + growth * 100));
    }
    let grown = host.state()[0].height();
    assert!((900..2600).contains(&grown), "{engine:?}: grew to {grown}");
    // A step of the visitor, and it is followed again.
    host.say(0, "{ 's117-checker': 'top' }");
    host.say(0, &tall(4000));
    assert_eq!(host.state()[0].height(), 4000, "{engine:?}");
}

/// Values that somebody could write into an attribute, for every attribute.
fn values() -> Vec<String> {
    let mut values: Vec<String> = [
        "",
        " ",
        "javascript:window.ran=1",
        "JaVaScRiPt:window.ran=1",
        "\u{1}javascript:window.ran=1",
        "java\tscript:window.ran=1",
        "data:text/html,<script>parent.ran=1</script>",
        "data:text/html;base64,PHNjcmlwdD5wYXJlbnQucmFuPTE8L3NjcmlwdD4=",
        "blob:https://example.org/1",
        "about:blank",
        "about:srcdoc",
        "vbscript:ran=1",
        "ftp://example.org/",
        "http://example.org/",
        "//example.org:99999/",
        "https://",
        "https://user:pass@/",
        "<script>window.ran=1</script>",
        "\"><img src=x onerror=window.ran=1>",
        "' onload='window.ran=1",
        "%",
        "%E0%A4%A",
        "%00",
        "&exit=on&lang=cy#accent=red",
        "#&=?",
        "\u{0}",
        "\u{202e}",
        "ff\r\nX: y",
        "__proto__",
        "constructor",
        "toString",
        "expression(window.ran=1)",
        "url(javascript:window.ran=1)",
        "red;background:url(//x)",
        "💙",
        "allow-same-origin",
        "1e400",
        "-1",
        "NaN",
        "null",
    ]
    .map(str::to_owned)
    .into();
    values.push("a".repeat(501));
    values.push("é".repeat(499));
    values.push("<b>".repeat(400_000));
    values.push("%".repeat(1_000_000));
    values
}

/// Puts every value into every attribute, one element each, and all wrong ones into one element.
fn nothing_in_an_attribute_runs_or_breaks(engine: Engine) {
    let host = Host::start(engine);
    host.open("<p id=here>");
    let values = values();
    let made = host.session.script(
        "const [values, sandbox] = arguments;
         const halves = ['\\ud800', '\\udc00x', 'a\\ud83d'];
         const names = customElements.get('s117-checker').observedAttributes.concat('onload', 'class', 'is', 'srcdoc');
         const wrong = [];
         window.errors = [];
         onerror = message => { errors.push(String(message)) };
         let made = 0;
         const look = (element, what) => {
            made++;
            const frame = element.querySelector('iframe');
            const shown = what.slice(0, 80);
            if (!frame) {
                if (!element.innerText.trim()) wrong.push('blank: ' + shown);
                return;
            }
            const flags = frame.getAttribute('sandbox').replace(' allow-top-navigation-by-user-activation', '');
            if (flags !== sandbox) wrong.push('sandbox: ' + shown);
            if (frame.srcdoc || frame.onload) wrong.push('frame: ' + shown);
            const address = element.began;
            if (!/^https?:[^<>\\s\"]*$/.test(address)) wrong.push('address: ' + shown + address.slice(0, 80));
            if ((address.split('#')[1] || '').length > 4000 || address.length > 12100) wrong.push('long: ' + shown);
            if (frame.title.length < 5 || /undefined|function/.test(frame.title)) wrong.push('title: ' + shown);
         };
         for (const name of names) for (const value of values.concat(halves)) {
            const element = document.createElement('s117-checker');
            element.setAttribute(name, value);
            here.append(element);
            look(element, name + '=' + value);
            element.remove();
         }
         for (const value of values.concat(halves)) {
            const element = document.createElement('s117-checker');
            here.append(element);
            for (const name of names) element.setAttribute(name, value);
            element.remove();
            here.append(element);
            look(element, 'all=' + value);
            element.remove();
         }
         return { made, wrong, errors, ran: window.ran === undefined }",
        &[json!(values), json!(SANDBOX)],
    );
    host.settle();
    let count = made["made"].as_u64().expect("a number");
    println!("{engine:?}: {count} elements with forged attributes");
    assert!(count > 700, "{engine:?}: {count}");
    assert_eq!(made["wrong"], json!([]), "{engine:?}");
    assert_eq!(made["errors"], json!([]), "{engine:?}");
    assert_eq!(
        host.session.script("return window.ran === undefined && errors.length === 0", &[]),
        json!(true)
    );

    // Those that would be the worst, left in the page until they have loaded what they can.
    host.session.script(
        "for (const value of arguments[0]) {
            const element = document.createElement('s117-checker');
            for (const name of ['accent', 'help-name', 'help-url', 'exit', 'lang', 'onload', 'srcdoc'])
                element.setAttribute(name, value);
            // All in sight, or they would wait.
            element.style.cssText = 'position: absolute; top: 0; width: 400px';
            here.append(element);
         }",
        &[json!(&values[..24])],
    );
    let all = host.wait_for("every checker to be there", |all| {
        all.len() == 24 && all.iter().all(|state: &State| state.is_shown() && state.height() == HEIGHT)
    });
    assert_eq!(all.len(), 24);
    let ran: Value = host.session.script("return [window.ran === undefined, errors.length]", &[]);
    assert_eq!(ran, json!([true, 0]), "{engine:?}");
}
