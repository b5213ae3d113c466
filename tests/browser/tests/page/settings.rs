//! What a charity sets: good settings show, bad ones break nothing, run nothing, and are told in one console line.

use browser_tests::{
    engine::Engine,
    in_every_engine,
    page::{Checker, Screen},
    server::Server,
    session::Session,
    tools, visitors,
    walk::{ACCENTS, call, install},
};
use serde_json::{Value, json};

in_every_engine!(
    settings_show_and_answer_nothing,
    two_thousand_forged_fragments_are_read_safely,
    forged_fragments_break_nothing_on_the_real_page,
    every_accent_can_be_read_in_light_and_dark,
    without_settings_nothing_is_set,
);

/// The page, with a list of console lines that is begun before its own scripts run.
fn watched() -> Server {
    let page = String::from_utf8(tools::page()).expect("text");
    let mark = "<meta charset=\"utf-8\">";
    let watch = format!(
        "{mark}<script>window.lines = []; window.ran = [];
         for (const kind of ['log', 'info', 'warn', 'error']) console[kind] = (...all) => lines.push(all.join(' '));
         window.alert = window.prompt = window.confirm = text => ran.push(text);</script>"
    );
    assert_eq!(page.matches(mark).count(), 1);
    Server::with_page(page.replacen(mark, &watch, 1).into_bytes())
}

/// Opens the page anew: another fragment alone would not load it again.
fn open(session: &Session, server: &Server, visit: usize, fragment: &str) {
    session.open(&server.address(&format!("/?{visit}{fragment}")));
}

fn settings_show_and_answer_nothing(engine: Engine) {
    let (session, server) = (Session::start(engine), watched());
    open(
        &session,
        &server,
        1,
        "#nation=wales&journey=problem&accent=rebeccapurple&font=Noto+Serif&radius=3&scheme=dark&lang=en\
         &help-name=%3Cb%3EAnn%3C/b%3E&help-phone=0300+123+4567&help-url=https://example.org/help",
    );
    let checker = Checker { session, server };
    checker.wait_until_ready();
    let session = &checker.session;
    assert_eq!(session.script("return lines", &[]), json!([]), "{engine:?}: nothing to complain of");
    let journeys = session
        .script("return [...document.querySelectorAll('[data-journey]')].map(it => it.dataset.journey)", &[]);
    assert_eq!(journeys, json!(["problem", "entitled", "who-pays"]), "{engine:?}");
    let style = session.script(
        "const style = getComputedStyle(document.body);
         return [style.fontFamily, style.getPropertyValue('--accent').trim(), document.documentElement.dataset.scheme,
             style.getPropertyValue('--radius').trim(), style.colorScheme]",
        &[],
    );
    assert!(
        style[0].as_str().is_some_and(|it| it.starts_with("\"Noto Serif\", ") && it.ends_with("sans-serif")),
        "{style}"
    );
    assert_eq!([&style[1], &style[2], &style[3]], ["#663399", "dark", "0.1875rem"], "{engine:?}");
    assert_eq!(style[4], json!("dark"), "{engine:?}: scroll bars and fields too");
    let foot = session.script("return document.querySelector('.foot [data-helpline]').innerText", &[]);
    let foot = foot.as_str().expect("text");
    assert!(
        foot.contains("<b>Ann</b>") && foot.contains("0300 123 4567"),
        "{engine:?}: only ever text: {foot}"
    );
    checker.begin();
    let offered = session
        .script("return [...document.querySelectorAll('#app input')].map(it => [it.value, it.checked])", &[]);
    assert_eq!(offered[0], json!(["wales", false]), "{engine:?}: first, and not chosen");
    assert!(offered.as_array().is_some_and(|all| all.iter().all(|it| it[1] == json!(false))), "{offered}");
    checker.walk(visitors::ON_CTO.told);
    checker.expect_claims(visitors::ON_CTO.claims);
    let people = session.text("#app [data-section=people] .contacts li:first-child");
    assert!(people.contains("<b>Ann</b>") && people.contains("example.org/help"), "{engine:?}: {people}");
    // The fragment is read, and stays as the charity wrote it.
    assert!(session.address().contains("#nation=wales&journey=problem"), "{engine:?}: {}", session.address());
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations");
}

/// Makes fragments of names, values and noise, the same each time, and reads each. Gives what went wrong.
const FORGE: &str = r##"
    let seed = 20261125;
    const below = limit => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return (seed >>> 8) % limit };
    const of = list => list[below(list.length)];
    const names = ['lang', 'nation', 'journey', 'words', 'accent', 'font', 'radius', 'scheme', 'help-name', 'help-phone',
        'help-url', 'exit', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'ACCENT', 'answer', '', ' ',
        'help-name[]', '<script>', '%', '\u0000', '💥'];
    const values = ['en', 'wales', 'problem', '#1d6140', '%231d6140', 'red', 'Arial', '8', 'dark', 'Mind', '0300 123 3393',
        'https://example.org/', 'on', '', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)',
        'java%0Ascript:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'https://a@b.example/',
        'https:javascript:alert(1)', 'https://', 'http://example.org', '//example.org', 'mailto:', 'tel:', 'tel:abc',
        'mailto:a@b.example?subject=%0d%0aBcc:x', '<img src=x onerror=alert(1)>', '<script>alert(1)</script>',
        '"><svg onload=alert(1)>', 'url(https://example.org/x)', 'red;background:url(x)', 'expression(alert(1))',
        'var(--x)', '}html{display:none', '#12345', 'rgb(1,2', 'hsl(NaN,1%,1%)', 'transparent', 'currentColor', 'inherit',
        'rgb(0 0 0 / 0)', '-1', '1e9', 'NaN', '25', '0x10', '%', '%zz', '%E0%A4%A', '%ED%A0%80', '%00', '%C0%AF', '\ud800',
        'a\u202eb', '\u0000', '"', "'", '\\', '*/', '{{7*7}}', '${alert(1)}', '1'.repeat(9000), 'x'.repeat(90)];
    const good = ['lang=en', 'nation=wales', 'journey=problem', 'accent=%23ffd500', 'accent=navy', 'font=Noto+Sans', 'words=short',
        'radius=12', 'scheme=auto', 'help-name=Mind', 'help-phone=%2B44+300+123', 'help-url=tel:111', 'exit=on'];
    const known = {
        lang: /^(en|cy)$/, nation: /^(england|wales)$/, journey: /^(entitled|who-pays|problem)$/, words: /^(full|short)$/, accent: /^#[0-9a-f]{6}$/,
        font: /^[\wÀ-ɏ .-]{1,60}$/, scheme: /^(light|dark|auto)$/, helpName: /^[^\u0000-\u001f\p{Cs}]{1,80}$/u,
        helpPhone: /^\+?[\d ()-]{3,24}$/, helpUrl: /^(https:\/\/[^@\s"'<>]+|tel:[\d +()-]+|mailto:[^\s"'<>]+@[^\s"'<>]+)$/i,
        exit: /^(on|https:\/\/[^\s"'<>]+)$/i };
    const wrong = [];
    let kept = 0, refused = 0, mended = 0;
    for (let count = 0; count < 2000; count++) {
        const pairs = Array.from({ length: below(6) }, () => below(3) ? of(good) : of(names) + of(['=', '=', '=', '==', '']) + of(values));
        let text = of(['#', '#', '##', '']) + pairs.join(of(['&', '&', '&', ';', '&&']));
        if (count % 200 === 7) text += '&help-name=' + 'y'.repeat(1 << 20);
        if (count % 3 === 1) text = text.split('').map(it => below(40) ? it : String.fromCharCode(below(65536))).join('');
        try {
            const { settings, problems } = s117Settings.read(text);
            for (const [name, value] of Object.entries(settings)) {
                const fine = name === 'radius' ? typeof value === 'number' && value >= 0 && value <= 24
                    : Object.hasOwn(known, name) && typeof value === 'string' && known[name].test(value);
                if (!fine) wrong.push([text.slice(0, 200), name, value]);
                kept++;
            }
            if (problems.length) refused++;
            if (/is too pale/.test(problems)) mended++;
            if (problems.length > 4 || problems.join().length > 900 || /[\r\n]/.test(problems)) wrong.push(problems);
        } catch (error) {
            wrong.push([text.slice(0, 200), String(error)]);
        }
    }
    return { wrong: wrong.slice(0, 5), kept, refused, mended, polluted: {}.polluted !== undefined, lines, ran };"##;

fn two_thousand_forged_fragments_are_read_safely(engine: Engine) {
    let (session, server) = (Session::start(engine), watched());
    open(&session, &server, 1, "");
    let checker = Checker { session, server };
    checker.wait_until_ready();
    let found = checker.session.script(FORGE, &[]);
    assert_eq!(found["wrong"], json!([]), "{engine:?}");
    assert_eq!(
        [&found["lines"], &found["ran"]],
        [&json!([]), &json!([])],
        "{engine:?}: reading says and runs nothing"
    );
    // The generator makes good ones and bad ones.
    let count = |name: &str| found[name].as_u64().unwrap_or_default();
    assert!(count("kept") > 300 && count("refused") > 1000 && count("mended") > 5, "{engine:?}: {found}");
}

/// For real: loaded with the page. Each still shows the usual first screen, and says one line at most.
fn forged_fragments_break_nothing_on_the_real_page(engine: Engine) {
    let long = "x".repeat(200_000);
    let forged = [
        "#accent=%23zzz&accent=red&font=%22;}*{display:none}",
        "#help-url=javascript:alert(1)&help-name=<img src=x onerror=alert(1)>",
        "#help-url=data:text/html,<script>alert(1)</script>",
        "#exit=javascript:alert(1)",
        "#exit=https://a@example.org",
        "#font=url(https://example.org/font)",
        "#radius=999999&radius=-1&scheme=pink",
        "#lang=%",
        "#lang=../../etc&nation=scotland&journey=answer",
        "#__proto__=1&constructor=2&toString=3",
        "#__proto__[accent]=red",
        "#answer=F-NAT-NOW:england",
        "#help-name=%00%01%02&help-phone=%2B%2B%2B",
        "#help-name=%E2%80%AEtxt.exe",
        "#accent=var(--paper)&accent=x",
        "#accent=transparent",
        "#=&&&=&=#=",
        "#%E0%A4%A=%E0%A4%A",
        "#<script>alert(1)</script>=1",
        &format!("#help-name={long}"),
    ];
    let (session, server) = (Session::start(engine), watched());
    let checker = Checker { session, server };
    let session = &checker.session;
    open(session, &checker.server, 0, "");
    checker.wait_until_ready();
    let usual = (checker.words(), look(session));
    for (visit, fragment) in forged.iter().enumerate() {
        open(session, &checker.server, visit + 1, fragment);
        checker.wait_until_ready();
        let what = format!("{engine:?}: {fragment:.60}");
        let found = session.script("return [lines, ran, Object.keys(s117.settings).length]", &[]);
        let lines = found[0].as_array().expect("a list");
        assert!(lines.len() == 1 && lines[0].as_str().is_some_and(|it| it.len() < 1000), "{what}: {found}");
        assert_eq!((&found[1], checker.violations()), (&json!([]), json!([])), "{what}");
        if !fragment.contains("alert(1)>") && !fragment.contains("red") {
            assert_eq!((checker.words(), look(session)), usual, "{what}: the default");
        }
    }
    // It is alive as well, and said what was wrong.
    checker.begin();
    assert!(matches!(checker.screen(), Screen::Question(_)));
    open(session, &checker.server, 99, "#accent=%23ffd500");
    checker.wait_until_ready();
    let lines = session.script("return lines", &[]);
    let said = lines[0].as_str().unwrap_or_default();
    assert!(
        said.contains("#ffd500")
            && said.contains("too pale")
            && lines.as_array().is_some_and(|it| it.len() == 1),
        "{lines}"
    );
}

/// What settings could change of the look.
fn look(session: &Session) -> Value {
    session.script(
        "const page = document.documentElement, style = getComputedStyle(document.querySelector('.journey'));
         return [page.getAttribute('style'), page.dataset.scheme || null, page.lang, style.backgroundColor,
             style.borderRadius, style.fontFamily, document.getElementById('exit').hidden]",
        &[],
    )
}

fn without_settings_nothing_is_set(engine: Engine) {
    let (session, server) = (Session::start(engine), watched());
    let checker = Checker { session, server };
    for (visit, fragment) in ["", "#", "#main", "#help-name=&exit=off"].into_iter().enumerate() {
        open(&checker.session, &checker.server, visit, fragment);
        checker.wait_until_ready();
        let found = checker.session.script(
            "return [lines, Object.keys(s117.settings), Object.isFrozen(s117.settings), document.documentElement.getAttribute('style')]",
            &[],
        );
        assert_eq!(found, json!([[], [], true, null]), "{engine:?}: {fragment}");
    }
}

/// Pairs of tokens, one on the other, and the contrast that they must have.
const PAIRS: &[(&str, &str, f64)] = &[
    ("accent-strong", "paper", 4.5),
    ("accent-strong", "wash", 4.5),
    ("on-accent", "accent-strong", 4.5),
    ("on-accent", "accent-press", 4.5),
    ("accent-press", "paper", 4.5),
    ("accent-press", "wash-deep", 4.5),
    ("on-panel", "panel", 4.5),
    ("on-panel", "panel-press", 4.5),
    ("on-panel-soft", "panel", 4.5),
    ("on-panel-soft", "panel-press", 4.5),
    ("on-deep", "deep", 4.5),
    ("ink", "paper", 4.5),
    ("ink", "wash-deep", 4.5),
    ("ink-soft", "paper", 4.5),
    ("ink-soft", "wash", 4.5),
    ("accent-soft", "paper", 3.0),
    ("accent-soft", "wash", 3.0),
    ("edge", "paper", 3.0),
    ("edge", "wash", 3.0),
];

/// Measures pairs of tokens by painting them: whatever form a browser computes a colour to.
const MEASURE: &str = "
    const pen = Object.assign(document.createElement('canvas'), { width: 1, height: 1 })
        .getContext('2d', { willReadFrequently: true });
    const probe = document.getElementById('app').appendChild(document.createElement('i'));
    const bright = token => {
        probe.style.color = `var(--${token})`;
        pen.fillStyle = '#f0f'; pen.fillStyle = getComputedStyle(probe).color; pen.fillRect(0, 0, 1, 1);
        const part = at => { const it = pen.getImageData(0, 0, 1, 1).data[at] / 255;
            return it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4 };
        return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2) + 0.05;
    };
    const ratios = arguments[0].map(([one, other]) => {
        const [a, b] = [bright(one), bright(other)];
        return Math.max(a, b) / Math.min(a, b);
    });
    probe.remove();
    return ratios;";

fn every_accent_can_be_read_in_light_and_dark(engine: Engine) {
    let (session, server) = (Session::start(engine), watched());
    let checker = Checker { session, server };
    let session = &checker.session;
    let names: Vec<_> = PAIRS.iter().map(|(one, other, _)| (one, other)).collect();
    open(session, &checker.server, 1, &format!("#accent={}", ACCENTS[0].replace('#', "%23")));
    checker.wait_until_ready();
    install(session);
    for accent in ACCENTS {
        for scheme in ["light", "dark"] {
            call(session, "accent", &[json!(accent), json!(scheme)]);
            let ratios = session.script(MEASURE, &[json!(names)]);
            for ((one, other, least), ratio) in PAIRS.iter().zip(ratios.as_array().expect("ratios")) {
                let ratio = ratio.as_f64().expect("a number");
                assert!(ratio >= *least, "{engine:?}: {accent} in {scheme}: {one} on {other} is {ratio:.2}");
            }
            // The two schemes differ, and so does what follows the accent.
            let painted = session.script(MEASURE, &[json!([["paper", "on-panel"], ["rule", "paper"]])]);
            let (paper, rule) =
                (painted[0].as_f64().expect("a number"), painted[1].as_f64().expect("a number"));
            assert_eq!(paper < 1.2, scheme == "light", "{engine:?}: {accent} in {scheme}: {paper}");
            assert!(
                rule < 3.0,
                "{engine:?}: an ornament is below what a control needs, and is measured so: {rule}"
            );
        }
    }
}
