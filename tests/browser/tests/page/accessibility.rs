//! Every screen that the walk finds, in every language and scheme: axe, and what axe does not measure. Targets of 44 px,
//! names that hold what is read on the control, contrast by computed styles, and nothing lost at 320 px, at 400% zoom,
//! with large text or with the spacing of WCAG 1.4.12.

use browser_tests::{
    axe::{self, Rules, UNDECIDED},
    engine::Engine,
    in_every_engine,
    page::{Checker, texts},
    server::Server,
    session::Session,
    visitors,
    walk::{ACCENTS, Stops, Walker, call, install},
};
use s117_checker::words::Language;
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    thread,
    time::Instant,
};

in_every_engine!(planted_faults_are_found);

/// What was looked at, and what is wrong: each fault once, with the screens that have it.
#[derive(Default, Debug)]
struct Tally {
    screens: BTreeSet<String>,
    runs: u64,
    rules: u64,
    elements: u64,
    undecided: BTreeSet<String>,
    faults: BTreeMap<String, Vec<String>>,
}

impl Tally {
    fn axe(&mut self, session: &Session, screen: &str, rules: Rules) {
        let report = axe::run(session, rules);
        self.runs += 1;
        self.rules = self.rules.max(report.rules);
        self.elements += report.elements;
        self.undecided.extend(report.undecided);
        self.add(screen, report.wrong);
    }

    fn measure(&mut self, session: &Session, screen: &str, what: &[&str]) {
        let what: Vec<Value> = what.iter().map(|it| json!(it)).collect();
        self.add(screen, texts(&call(session, "measure", &what)));
    }

    fn add(&mut self, screen: &str, lines: Vec<String>) {
        for line in lines {
            self.faults.entry(line).or_default().push(screen.to_owned());
        }
    }

    /// Prints the counts, and gives the faults.
    fn tell(&self, what: &str) -> String {
        println!(
            "{what}: {} screens, {} runs of axe, up to {} rules in a run, {} elements, {} faults",
            self.screens.len(),
            self.runs,
            self.rules,
            self.elements,
            self.faults.len()
        );
        let fault = |(line, screens): (&String, &Vec<String>)| {
            format!("{line:.400}\n    on {} screens: {:.200}\n", screens.len(), screens.join("; "))
        };
        self.faults.iter().map(fault).collect()
    }

    fn finish(&self, what: &str) {
        let faults = self.tell(what);
        assert!(faults.is_empty(), "{what}:\n{faults}");
    }
}

/// Each fault planted on a page of its own is found, or the walks below prove nothing.
fn planted_faults_are_found(engine: Engine) {
    let (session, server) = (Session::start(engine), Server::start());
    server.put_html(
        "/control",
        "<div id=app><h1>Control</h1><img src='data:,'><input><p style='color: #ccc'>Hard to read.</p><h4>Out of order</h4>
         <p><button style='block-size: 20px; padding: 0'>Small</button></p>
         <button aria-label=Send style='block-size: 50px; inline-size: 50px'>Post</button>
         <div style='overflow: hidden; block-size: 8px'>Cut off</div>
         <div style='position: relative'>Below<span style='position: absolute; left: 0'>Above</span></div>
         <div style='inline-size: 2em; overflow-wrap: anywhere'>Sooner is better</div>
         <div style='inline-size: 5000px'>Too wide</div></div>",
    );
    session.open(&server.address("/control"));
    let found = axe::findings(&session);
    for rule in ["image-alt", "label", "color-contrast", "heading-order", "label-content-name-mismatch"] {
        assert!(found.iter().any(|line| line.starts_with(rule)), "{engine:?}: axe finds {rule}: {found:?}");
    }
    install(&session);
    for (measure, fault) in [
        ("targets", "px to press: button. “Small”"),
        ("names", "reads “post”, is called “send”"),
        ("names", "no name: input."),
        ("contrast", "“Hard to read.”"),
        ("clipped", "cut off: div. “Cut off”"),
        ("clipped", "on each other: div."),
        ("squeezed", "squeezed: div. “Sooner is better”"),
        ("sideways", "“Too wide”"),
    ] {
        let found = texts(&call(&session, "measure", &[json!(measure)]));
        assert!(
            found.iter().any(|line| line.contains(fault)),
            "{engine:?}: {measure} finds {fault}: {found:?}"
        );
    }
}

/// In Chromium, which alone can change scheme and size under a page. Languages go side by side.
#[test]
fn every_screen_in_every_language_and_scheme() {
    let begun = Instant::now();
    let tallies: Vec<Tally> = thread::scope(|scope| {
        let walks: Vec<_> =
            (0..Language::ALL.len()).map(|place| scope.spawn(move || walk_everywhere(place))).collect();
        walks.into_iter().map(|walk| walk.join().expect("the walk ended")).collect()
    });
    let undecided: BTreeSet<String> = tallies.iter().flat_map(|tally| tally.undecided.clone()).collect();
    let stale: Vec<_> = UNDECIDED.iter().filter(|(selector, _)| !undecided.contains(*selector)).collect();
    println!("{} languages, 2 schemes, {:?}", tallies.len(), begun.elapsed());
    let mut faults = String::new();
    for (language, tally) in Language::ALL.iter().zip(&tallies) {
        assert_eq!(tally.screens, tallies[0].screens, "{}: the same screens", language.id());
        faults += &tally.tell(language.id());
    }
    assert!(faults.is_empty(), "{faults}");
    assert!(stale.is_empty(), "axe can decide these now: {stale:?}");
}

fn walk_everywhere(place: usize) -> Tally {
    let checker = Checker::open(Engine::Chromium);
    let (session, mut tally) = (&checker.session, Tally::default());
    let scheme = |scheme: &str| {
        // Colours that are still changing are no colours.
        let features = [("prefers-color-scheme", scheme), ("prefers-reduced-motion", "reduce")];
        let features = features.map(|(name, value)| json!({ "name": name, "value": value }));
        session.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
    };
    let size = |width: u32, height: u32| {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        session.devtools("Emulation.setDeviceMetricsOverride", size);
    };
    let mut count = place;
    scheme("light");
    tally.screens = Walker::new(&checker, Stops::Every).walk(Language::ALL[place], &mut |screen| {
        let on = |how: &str| format!("{screen}{how}");
        tally.axe(session, screen, Rules::All);
        tally.measure(session, screen, &["targets", "names", "contrast"]);
        scheme("dark");
        tally.axe(session, &on(", dark"), Rules::Contrast);
        tally.measure(session, &on(", dark"), &["contrast"]);
        scheme("light");
        // 1280 by 1024 px at 400%.
        size(320, 256);
        tally.measure(session, &on(" at 320 px"), &["targets", "sideways", "clipped", "squeezed"]);
        call(session, "space", &[json!(true)]);
        tally.measure(session, &on(" at 320 px, spaced"), &["sideways", "clipped"]);
        call(session, "space", &[json!(false)]);
        size(640, 512);
        call(session, "enlarge", &[json!("200%")]);
        tally.measure(session, &on(", large text"), &["sideways", "clipped"]);
        call(session, "enlarge", &[json!("")]);
        session.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
        // Each screen is told in short in one of the languages.
        count += 1;
        if count.is_multiple_of(Language::ALL.len()) && session.count("[data-action=shorten]") > 0 {
            call(session, "shorten", &[]);
            tally.axe(session, &on(", short"), Rules::All);
            tally.measure(session, &on(", short"), &["targets", "names", "contrast"]);
            size(320, 256);
            tally.measure(
                session,
                &on(", short, at 320 px"),
                &["targets", "sideways", "clipped", "squeezed"],
            );
            session.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
            call(session, "shorten", &[]);
        }
    });
    tally
}

#[test]
fn one_screen_of_each_kind_in_firefox() {
    one_of_each_kind(Engine::Firefox, Language::ALL[0]);
}

#[test]
fn one_screen_of_each_kind_in_webkit() {
    one_of_each_kind(Engine::WebKit, *Language::ALL.last().expect("a language"));
}

/// In a frame as wide as a small phone: windows do not get that narrow in these engines.
fn one_of_each_kind(engine: Engine, language: Language) {
    let checker = Checker::open_narrow(engine, 320);
    let (session, mut tally) = (&checker.session, Tally::default());
    tally.screens = Walker::new(&checker, Stops::OneOfEachKind).walk(language, &mut |screen| {
        tally.axe(session, screen, Rules::All);
        tally.measure(session, screen, &["targets", "names", "contrast", "sideways", "clipped"]);
        call(session, "space", &[json!(true)]);
        tally.measure(session, &format!("{screen}, spaced"), &["sideways", "clipped"]);
        call(session, "space", &[json!(false)]);
    });
    assert_eq!(checker.violations(), json!([]), "{engine:?}: policy violations in a frame");
    tally.finish(&format!("{engine:?} in {}", language.id()));
}

/// Whatever colour a charity chooses, text on a mistake, on a result and on a letter can be read in both schemes.
#[test]
fn chromium_shows_text_in_every_accent() {
    let checker = Checker::open(Engine::Chromium);
    let (session, mut tally) = (&checker.session, Tally::default());
    install(session);
    let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
    session.devtools("Emulation.setEmulatedMedia", still);
    let mut look = |screen: &str| {
        for accent in ACCENTS {
            for scheme in ["light", "dark"] {
                call(session, "accent", &[json!(accent), json!(scheme)]);
                tally.measure(session, &format!("{screen} in {accent}, {scheme}"), &["contrast"]);
            }
        }
        tally.screens.insert(screen.to_owned());
    };
    look("start");
    call(session, "press", &[json!("#app button[data-journey=who-pays]")]);
    call(session, "refused", &[]);
    look("mistake");
    for (question, values) in visitors::CHARGED_IN_WALES.told {
        call(session, "answer", &[json!(question), json!(values)]);
    }
    call(session, "open", &[]);
    look("result");
    let beyond = texts(&call(session, "beyond", &[]));
    call(
        session,
        "enter",
        &[json!(beyond.iter().find(|name| name.starts_with("letter")).expect("a letter"))],
    );
    look("letter");
    session.script("window.s117.failed()", &[]);
    look("guide");
    tally.finish(&format!("{} accents", ACCENTS.len()));
}
