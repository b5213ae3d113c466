//! Walks the checker fast, through every kind of screen, for tests that measure something on each.
//!
//! The journeys come from [`plan`]; letters, sheets and what lies behind them are found on the results. Choices are made
//! by script and not by a mouse, and “Clear” stands between two journeys instead of a page load: the walk is about what
//! is on the screens, and the journeys' own tests are about how people get there.

use crate::{
    page::{Checker, texts},
    plan::{self, Walk},
    session::Session,
};
use s117_checker::{
    law::fact::{Kind, Question},
    words::{Language, Letter},
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The functions that drive and measure, in the page.
const LOOK: &str = include_str!("look.js");

/// Accents that a charity might choose, and some that nobody should.
pub const ACCENTS: [&str; 22] = [
    "#1d6140",
    "#005eb8",
    "#0072ce",
    "#1300c1",
    "#e6007e",
    "#ffd500",
    "#f47b20",
    "#ed1c24",
    "#00a3e0",
    "#7ac143",
    "#652f91",
    "#009639",
    "#ffffff",
    "#000000",
    "#808080",
    "yellow",
    "lime",
    "cyan",
    "hsl(210,100%,98%)",
    "rgb(255,0,255)",
    "navy",
    "#330000",
];

/// Which screens to stop at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stops {
    /// Each question, result, letter and sheet, and each in its error states.
    Every,
    /// One of each kind.
    OneOfEachKind,
}

/// A walk through the checker in one language.
#[derive(Debug)]
pub struct Walker<'a> {
    session: &'a Session,
    stops: Stops,
    seen: BTreeSet<String>,
}

impl<'a> Walker<'a> {
    /// From the first screen of a checker that was just opened.
    pub fn new(checker: &'a Checker, stops: Stops) -> Self {
        Self { session: &checker.session, stops, seen: BTreeSet::new() }
    }

    /// Walks in this language, and calls `look` with the name of each screen. Gives the names, in order.
    pub fn walk(mut self, language: Language, look: &mut dyn FnMut(&str)) -> BTreeSet<String> {
        install(self.session);
        speak(self.session, language);
        self.stop("start", "start", look);
        self.open();
        self.stop("start, open", "start, open", look);
        self.adviser_alone(look);
        let walks = match self.stops {
            Stops::Every => plan::walks(),
            Stops::OneOfEachKind => plan::few(),
        };
        for (place, walk) in walks.iter().enumerate() {
            self.journey(place, walk, look);
        }
        self.session.script("window.s117.failed()", &[]);
        self.session.wait_for("the guide", || self.session.is_shown("#guide").then_some(()));
        self.stop("guide", "guide", look);
        if self.stops == Stops::Every {
            let missing: Vec<_> = Letter::ALL
                .iter()
                .map(|letter| format!("letter {}", letter.id()))
                .chain(["meeting", "diary"].map(str::to_owned))
                .filter(|screen| !self.seen.contains(screen))
                .collect();
            assert!(missing.is_empty(), "the walk found no way to {missing:?}");
        }
        self.seen
    }

    /// Looks at the screen, unless this one, or one of its kind, was looked at before.
    fn stop(&mut self, screen: &str, kind: &str, look: &mut dyn FnMut(&str)) {
        let name = match self.stops {
            Stops::Every => screen,
            Stops::OneOfEachKind => kind,
        };
        if self.seen.insert(name.to_owned()) {
            look(screen);
        }
    }

    /// Runs one of the functions.
    fn call(&self, function: &str, arguments: &[Value]) -> Value {
        call(self.session, function, arguments)
    }

    fn open(&self) {
        self.call("open", &[]);
    }

    fn press(&self, css: &str) -> String {
        self.call("press", &[json!(css)]).as_str().unwrap_or_default().to_owned()
    }

    fn journey(&mut self, place: usize, walk: &Walk, look: &mut dyn FnMut(&str)) {
        let voice = ["me", "supporter", "client"][place % 3];
        self.call("choose", &[json!(format!("whom-{voice}"))]);
        self.press(&format!("#app button[data-journey={}]", walk.journey.id()));
        for answer in &walk.answers {
            let id = answer.question.id();
            let kind = match answer.question.kind() {
                _ if answer.question == Question::DatesGiven => "dates",
                Kind::One => "radios",
                Kind::Ticks => "ticks",
            };
            if !self.seen.contains(if self.stops == Stops::Every { id } else { kind }) {
                self.open();
                self.stop(id, kind, look);
                self.mistakes(answer.question, kind, look);
            }
            self.call("answer", &[json!(id), json!(answer.ids())]);
        }
        self.result(place, walk, look);
        self.call("clear", &[]);
    }

    /// The error states of a question.
    fn mistakes(&mut self, question: Question, kind: &str, look: &mut dyn FnMut(&str)) {
        let name = |wrong: &str| (format!("{}, {wrong}", question.id()), format!("{kind}, {wrong}"));
        self.call("refused", &[]);
        let (screen, kind_name) = name("nothing chosen");
        self.stop(&screen, &kind_name, look);
        if question != Question::DatesGiven {
            return;
        }
        for (wrong, dates) in [
            ("no dates", [["31", "2", "2026"], ["x", "1", "2026"], ["1", "13", "2026"]]),
            ("dates that cannot be", [["1", "1", "2999"], ["29", "9", "1983"], ["1", "", "2026"]]),
        ] {
            self.call("typeDates", &[json!(dates)]);
            self.call("refused", &[]);
            let (screen, kind_name) = name(wrong);
            self.stop(&screen, &kind_name, look);
        }
        self.call("typeDates", &[json!([["", "", ""], ["", "", ""], ["", "", ""]])]);
    }

    /// A result, and what lies behind its buttons.
    fn result(&mut self, place: usize, walk: &Walk, look: &mut dyn FnMut(&str)) {
        let strength = walk.says();
        // Folded, a result shows a part of what it shows open: one of each strength is enough.
        let folded = format!("result {strength}, folded");
        self.stop(&folded, &folded, look);
        self.open();
        self.stop(&format!("result {place}"), &format!("result {strength}"), look);
        for screen in texts(&self.call("beyond", &[])) {
            let kind = screen.split(' ').next().unwrap_or_default().to_owned();
            if self.seen.contains(if self.stops == Stops::Every { &screen } else { &kind }) {
                continue;
            }
            self.call("enter", &[json!(screen)]);
            self.open();
            self.stop(&screen, &kind, look);
            if kind == "letter" && !self.seen.contains("letter, filled in") {
                self.call("fillIn", &[]);
                self.stop("letter, filled in", "letter, filled in", look);
                self.call("changeForAnother", &[]);
                self.stop("letter for another, being changed", "letter, being changed", look);
            }
            self.press("#app [data-action=back]");
        }
    }

    /// The page for advisers: empty, with stays that cannot be read, with notes that cannot, and asking once more.
    fn adviser_alone(&mut self, look: &mut dyn FnMut(&str)) {
        self.press("#app [data-action=advise]");
        self.open();
        self.stop("adviser", "adviser", look);
        self.call("stays", &[]);
        self.open();
        self.stop("adviser, stays that cannot be", "adviser, stays", look);
        self.call("paste", &[json!("F-SURE = perhaps | x\nF-WHERE = nowhere | y")]);
        self.stop("adviser, notes that cannot be read", "adviser, notes", look);
        self.call("asked", &[]);
        self.stop("adviser, clear?", "adviser, clear?", look);
        self.call("cleared", &[]);
        self.press("#app [data-action=back]");
    }
}

/// Puts the functions of `look.js` into the page.
pub fn install(session: &Session) {
    session.script(LOOK, &[]);
}

/// Switches to this language, if another is spoken.
pub fn speak(session: &Session, language: Language) {
    let css = format!("#app button[data-language={}]", language.id());
    session.script("document.querySelector(arguments[0])?.click()", &[json!(css)]);
    session.wait_for(language.id(), || (session.count(&css) == 0).then_some(()));
}

/// Runs one of the functions of `look.js` in the page, where [`install`] has put them.
///
/// # Panics
///
/// Panics with its error, if it throws.
pub fn call(session: &Session, function: &str, arguments: &[Value]) -> Value {
    let script = "const [name, given, done] = arguments;
        Promise.resolve().then(() => s117Look[name](...given)).then(
            value => done({ value: value === undefined ? null : value }), error => done({ error: `${error}` }))";
    let found = session.script_with_callback(script, &[json!(function), json!(arguments)]);
    assert!(found["error"].is_null(), "{:?}: {function}{arguments:?}: {}", session.engine, found["error"]);
    found["value"].clone()
}
