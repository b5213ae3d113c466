//! What the charity's page can see of a visitor: that the checker is there, how high it is, and how often a step was
//! taken. Never an answer, a finding, a typed word, or which step it was.

use browser_tests::{
    engine::Engine,
    host::Host,
    in_every_engine,
    page::{Checker, SANDBOX, Screen, texts},
    trap::{self, Log},
    visitors::{self, Visitor},
};
use serde_json::json;
use std::collections::BTreeMap;

in_every_engine!(
    the_page_sees_nothing_of_whole_journeys,
    journeys_with_as_many_taps_look_the_same,
    the_trap_catches_a_frame_that_leaks,
);

/// What the visitor types into a letter. In no text of the checker.
const MARKER: &str = "Zqxvj Markerwort";

/// How the charity shows the checker.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// The plain frame, from another origin.
    Frame,
    /// `embed.js` of another origin.
    Element,
    /// `embed.js` on the charity's own origin.
    OwnElement,
}

/// Opens the checker in the trap, and goes into its frame.
fn open(way: Way, checker: &Checker, host: &Servers) {
    let body = match way {
        Way::Frame => format!(
            "<iframe src='{}' title=Checker sandbox='{SANDBOX}' allow=clipboard-write referrerpolicy=no-referrer
                width='100%' height=1040></iframe>",
            host.checker.address("/s117/index.html")
        ),
        Way::Element => element(&host.checker.address("/s117/embed.js")),
        Way::OwnElement => element("/s117/embed.js"),
    };
    let body = format!("<p id=aside>A charity</p>{body}");
    host.charity.put("/trap", trap::page(&body).into_bytes());
    let session = &checker.session;
    session.open(&host.charity.address("/trap"));
    session.wait_for_script(
        "the frame to be shown",
        "const frame = document.querySelector('iframe');
         return !!frame && getComputedStyle(frame).visibility === 'visible'",
        &[],
    );
    session.enter_frame();
    checker.wait_until_ready();
    session.leave_frame();
    // Every visitor's mouse comes from the same place.
    session.click("#aside");
    trap::begin(session);
    session.enter_frame();
}

fn element(script: &str) -> String {
    format!(
        "<s117-checker><a href='/elsewhere'>Open the checker</a></s117-checker><script src='{script}'></script>"
    )
}

/// The two servers of a [`Host`], whose browser has gone to a [`Checker`].
struct Servers {
    charity: browser_tests::server::Server,
    checker: browser_tests::server::Server,
}

fn start(engine: Engine) -> (Checker, Servers) {
    let Host { session, charity, checker } = Host::start(engine);
    // The whole frame is in sight: a press below the window's edge misses.
    session.heighten();
    (Checker { session, server: browser_tests::server::Server::start() }, Servers { charity, checker })
}

fn log(checker: &Checker) -> Log {
    checker.session.leave_frame();
    Log::of(&checker.session)
}

/// Fails if the log holds anything of what this visitor told and read.
fn expect_nothing(log: &Log, visitor: &Visitor, what: &str) {
    let text = log.text();
    let mut forbidden: Vec<&str> =
        vec!["Zqxvj", "Markerwort", "dispute-charge", "data-screen", "question", "Okafor"];
    forbidden.extend(visitor.told.iter().map(|(question, _)| *question));
    forbidden.extend(visitor.told.iter().flat_map(|(_, values)| *values).filter(|value| value.len() > 4));
    forbidden.extend(visitor.claims.iter().map(|(claim, _)| *claim));
    for word in forbidden {
        assert!(!text.contains(word), "{what}: the page has seen “{word}”:\n{text}");
    }
}

fn the_page_sees_nothing_of_whole_journeys(engine: Engine) {
    let (checker, host) = start(engine);
    for way in [Way::Frame, Way::Element, Way::OwnElement] {
        open(way, &checker, &host);
        let visitor = visitors::CHARGED_IN_WALES;
        checker.visit(&visitor);
        checker.write("dispute-charge");
        checker.session.click("#gap-name");
        MARKER.chars().for_each(|key| checker.session.key(key));
        checker.session.wait_for_script(
            "the words in the letter",
            "return document.querySelector('#app .paper').innerText.includes(arguments[0])",
            &[json!(MARKER)],
        );
        let log = log(&checker);
        expect_nothing(&log, &visitor, &format!("{engine:?}, {way:?}"));
        let sight = trap::sight(&checker.session);
        assert_eq!(sight["document"], json!("null"), "{engine:?}, {way:?}: no document to read");
        for read in ["window", "address", "name", "storage", "history"] {
            assert_eq!(sight[read], json!("SecurityError"), "{engine:?}, {way:?}: {read}");
        }
        println!("{engine:?}, {way:?}: the page saw {:#?}", log.messages());
        println!("{engine:?}, {way:?}: and since the first tap {:#?}", log.since);
        let known = |message: &String| {
            [
                "{\"s117-checker\":\"ready\"}",
                "{\"s117-checker\":\"top\"}",
                "{\"s117-checker\":\"height\",\"height\":",
            ]
            .iter()
            .any(|start| message.starts_with(&format!("message {start}")))
        };
        assert!(log.messages().iter().all(known), "{engine:?}: {:?}", log.messages());
    }
}

/// Answers this many questions, each time with the choice that `pick` gives; gives what was told. `None` if the
/// questions came to an end before.
fn wander(checker: &Checker, answers: usize, mut pick: impl FnMut(usize) -> usize) -> Option<Vec<String>> {
    let mut told = vec![];
    checker.begin();
    for _ in 0..answers {
        let Screen::Question(question) = checker.screen() else { return None };
        let values = texts(&checker.session.script(
            "return [...document.querySelectorAll('#app form[data-question] input[name][value]')]
                .filter(input => /radio|checkbox/.test(input.type)).map(input => input.value)",
            &[],
        ));
        let value = &values[pick(values.len())];
        checker.answer(&question, &[value]);
        told.push(format!("{question} {value}"));
    }
    Some(told)
}

/// Many visitors take as many taps, give other answers, and come to other screens: questions, and results of every
/// strength. What the page sees is the same, line by line.
fn journeys_with_as_many_taps_look_the_same(engine: Engine) {
    let (checker, host) = start(engine);
    let mut seed: u32 = 117;
    let mut next = move |most: usize| {
        // Numerical Recipes' generator: any would do, as long as it is the same every time.
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as usize % most
    };
    // By the number of answers: what was told and how it ended, and what the page saw.
    let mut logs: BTreeMap<usize, Vec<(String, Log)>> = BTreeMap::new();
    for answers in [3; 8] {
        open(Way::Element, &checker, &host);
        let Some(told) = wander(&checker, answers, &mut next) else { continue };
        let ended = format!("{told:?} to {:?} {:?}", checker.screen(), screen_claims(&checker));
        logs.entry(answers).or_default().push((ended, log(&checker)));
    }
    for visitor in [visitors::AT_HOME, visitors::LONG_AGO, visitors::CAME_BY_CHOICE] {
        open(Way::Element, &checker, &host);
        checker.visit(&visitor);
        checker.expect_claims(visitor.claims);
        logs.entry(6).or_default().push((visitor.name.to_owned(), log(&checker)));
    }
    for visitor in [visitors::IN_PRISON, visitors::HELD_NOW, visitors::CONDITIONAL] {
        open(Way::Element, &checker, &host);
        checker.visit(&visitor);
        checker.expect_claims(visitor.claims);
        logs.entry(3).or_default().push((visitor.name.to_owned(), log(&checker)));
    }
    let mut pairs = 0;
    let mut ends = std::collections::BTreeSet::new();
    for (answers, group) in &logs {
        let ((first, expected), others) = group.split_first().expect("not empty");
        for (other, log) in others {
            let what = format!("{engine:?}: {answers} answers, {first} and then {other}");
            // Before the first tap, all that differs is chance.
            for (kind, seen, expected) in [
                ("since", &log.since, &expected.since),
                ("sights", &log.sights, &expected.sights),
                ("speeds", &log.speeds, &expected.speeds),
            ] {
                let differs = seen.iter().zip(expected).find(|(seen, expected)| seen != expected);
                assert!(seen == expected, "{what}: {kind}: {differs:#?}\n{seen:#?}\n{expected:#?}");
            }
        }
        pairs += group.len() * (group.len() - 1) / 2;
        ends.extend(group.iter().map(|(ended, _)| ended.clone()));
    }
    println!("{engine:?}: {pairs} pairs of {} different journeys look the same: {ends:#?}", ends.len());
    assert!(pairs >= 20 && ends.len() >= 10, "{engine:?}: only {pairs} pairs, {ends:?}");
}

fn screen_claims(checker: &Checker) -> Vec<(String, String)> {
    if checker.screen() == Screen::Result { checker.claims() } else { vec![] }
}

/// A frame that tells everything, in every way there is: the trap must have caught each.
fn the_trap_catches_a_frame_that_leaks(engine: Engine) {
    let (checker, host) = start(engine);
    host.charity.put_html(
        "/leaky",
        "<p>Nothing yet</p><script>addEventListener('click', () => {
            const page = parent.document;
            document.querySelector('p').textContent = 'LEAK-SHOWN-2';
            parent.postMessage('LEAK-MESSAGE', '*');
            page.body.dataset.leak = 'LEAK-ATTRIBUTE';
            page.body.append('LEAK-TEXT');
            parent.dispatchEvent(new CustomEvent('leak'));
            parent.addEventListener('LEAK-LISTENER', () => {});
            parent.fetch('/LEAK-FETCH').catch(() => {});
            const request = new parent.XMLHttpRequest();
            request.open('GET', '/LEAK-XHR'); request.send();
            parent.navigator.sendBeacon('/LEAK-BEACON', '');
            parent.history.replaceState(null, '', '#LEAK-HISTORY');
            page.createElement('div').attachShadow({ mode: 'open' });
            parent.localStorage.setItem('LEAK-STORED', '1');
            parent.console.log('LEAK-CONSOLE');
            page.cookie = 'leak=LEAK-COOKIE';
            page.title = 'LEAK-TITLE';
            parent.performance.mark('LEAK-SPEED');
            frameElement.height = 77;
        })</script>",
    );
    host.charity.put("/trap", trap::page("<iframe src=/leaky width=300 height=200></iframe>").into_bytes());
    let session = &checker.session;
    session.open(&host.charity.address("/trap"));
    session.enter_frame();
    session.wait_for_script("the frame", "return document.readyState === 'complete'", &[]);
    session.leave_frame();
    trap::begin(session);
    session.enter_frame();
    session.click("p");
    let log = log(&checker);
    let since = [&*log.since, &*log.sights, &*log.speeds].concat().join("\n");
    for part in [
        "message \"LEAK-MESSAGE\"",
        "body data-leak LEAK-ATTRIBUTE",
        "LEAK-TEXT",
        "event leak on window",
        "call addEventListener LEAK-LISTENER",
        "call fetch /LEAK-FETCH",
        "call open GET /LEAK-XHR",
        "call sendBeacon /LEAK-BEACON",
        "call replaceState",
        "#LEAK-HISTORY",
        "call attachShadow",
        "call setItem LEAK-STORED",
        "call log LEAK-CONSOLE",
        "leak=LEAK-COOKIE",
        "LEAK-TITLE",
        "speed mark LEAK-SPEED",
        "height=77",
        "LEAK-SHOWN-2",
        "/LEAK-FETCH\"",
    ] {
        assert!(since.contains(part), "{engine:?}: the trap has missed {part}:\n{since}");
    }
}
