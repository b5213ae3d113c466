//! The checker as a visitor meets it: its screens, and how to answer with a mouse or a keyboard.

use crate::{
    engine::Engine,
    server::Server,
    session::Session,
    tools,
    visitors::{Claim, Told, Visitor},
};
use serde_json::{Value, json};

/// The key that goes to the next control.
pub const TAB: char = '\u{e004}';
/// The key that presses.
pub const ENTER: char = '\u{e007}';
/// The key that goes to the next choice.
pub const DOWN: char = '\u{e015}';
/// The key that goes to the choice before.
pub const UP: char = '\u{e013}';
/// The key that closes, and leaves everything as it is here.
pub const ESCAPE: char = '\u{e00c}';
/// The key that ticks.
pub const SPACE: char = ' ';

/// What a frame around the checker is allowed: all that the checker needs, and not the origin of its host.
pub const SANDBOX: &str =
    "allow-scripts allow-forms allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox";

/// What is on the screen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Screen {
    /// The first screen.
    Start,
    /// A question, by its id.
    Question(String),
    /// The result.
    Result,
    /// A letter, by its id.
    Letter(String),
}

/// Reads the screen: its kind, and what has focus.
const SCREEN: &str = "
    const form = document.querySelector('#app form[data-question]');
    const screen = document.querySelector('#app [data-screen]');
    if (form) return { kind: 'question', question: form.dataset.question };
    return { kind: screen ? screen.dataset.screen : '', letter: screen && screen.dataset.letter };";

/// A browser with the checker open.
#[derive(Debug)]
pub struct Checker {
    /// The browser.
    pub session: Session,
    /// The server that the page came from.
    pub server: Server,
}

impl Checker {
    /// Opens the built page in a fresh browser.
    pub fn open(engine: Engine) -> Self {
        Self::open_in(Session::start(engine), Server::start())
    }

    /// Opens the page of `server` in `session`.
    pub fn open_in(session: Session, server: Server) -> Self {
        let checker = Self { session, server };
        checker.session.open(&checker.server.address("/"));
        checker.wait_until_ready();
        checker
    }

    /// Opens the built page in a frame of this width, as a small phone shows it. Browser windows do not get that
    /// narrow in every engine; a frame does.
    pub fn open_narrow(engine: Engine, width: u32) -> Self {
        Self::open_framed(engine, width, SANDBOX)
    }

    /// Opens the built page in a frame of this width, in a sandbox with these permissions. The whole frame is in
    /// sight: in Firefox and WebKit a press on what lies below the window's edge misses.
    pub fn open_framed(engine: Engine, width: u32, sandbox: &str) -> Self {
        let (session, server) = (Session::start(engine), Server::start());
        server.put_html(
            "/frame",
            &format!(
                "<iframe title=Checker src='/' width={width} height=480 frameborder=0 allow=clipboard-write
                    sandbox='{sandbox}'></iframe>"
            ),
        );
        session.open(&server.address("/frame"));
        session.enter_frame();
        let checker = Self { session, server };
        checker.wait_until_ready();
        checker
    }

    /// Opens the built page from the disk, without a server.
    pub fn open_file(engine: Engine) -> Self {
        let session = Session::start(engine);
        let address = url::Url::from_file_path(tools::file(tools::PAGE)).expect("an absolute path");
        session.open(address.as_str());
        let checker = Self { session, server: Server::start() };
        checker.wait_until_ready();
        checker
    }

    /// Waits for the first screen to be alive, not only drawn.
    pub fn wait_until_ready(&self) {
        self.session.wait_for_script(
            "the checker to start",
            "return document.documentElement.dataset.state === 'started'
                && !!document.querySelector('#app [data-screen=start] button[data-journey]')",
            &[],
        );
    }

    /// The screen shown, if the page has one now.
    pub fn screen_now(&self) -> Option<Screen> {
        let seen = self.session.try_script(SCREEN, &[])?;
        match seen["kind"].as_str()? {
            "start" => Some(Screen::Start),
            "question" => Some(Screen::Question(seen["question"].as_str()?.to_owned())),
            "result" => Some(Screen::Result),
            "letter" => Some(Screen::Letter(seen["letter"].as_str()?.to_owned())),
            _ => None,
        }
    }

    /// The screen shown.
    pub fn screen(&self) -> Screen {
        self.session.wait_for("a screen", || self.screen_now())
    }

    /// Waits until another screen than `before` is shown.
    pub fn wait_for_other_screen(&self, before: &Screen) -> Screen {
        self.session.wait_for(&format!("the screen after {before:?}"), || {
            self.screen_now().filter(|now| now != before)
        })
    }

    /// The id of the question shown.
    ///
    /// # Panics
    ///
    /// Panics if no question is shown.
    pub fn question(&self) -> String {
        match self.screen() {
            Screen::Question(id) => id,
            other => panic!("a question was expected, not {other:?}"),
        }
    }

    /// Starts the "Am I entitled?" journey with the mouse.
    pub fn begin(&self) {
        self.begin_on("entitled");
    }

    /// Starts a journey with the mouse.
    pub fn begin_on(&self, journey: &str) {
        self.session.click(&format!("#app button[data-journey={journey}]"));
        self.wait_for_other_screen(&Screen::Start);
    }

    /// Types the first date asked for, as people do: into its fields.
    pub fn type_date(&self, parts: &[&str]) {
        for (place, part) in parts.iter().enumerate() {
            self.session
                .click(&format!("#app fieldset[data-date] .date-parts p:nth-child({}) input", place + 1));
            part.chars().for_each(|key| self.session.key(key));
        }
    }

    /// Types the date with this id into its fields.
    pub fn type_date_of(&self, date: &str, parts: &[&str]) {
        for (place, part) in parts.iter().enumerate() {
            let field =
                format!("#app fieldset[data-date={date}] .date-parts p:nth-child({}) input", place + 1);
            self.session.click(&field);
            part.chars().for_each(|key| self.session.key(key));
        }
    }

    /// Chooses or ticks a value with the mouse, on its label as people do.
    pub fn choose(&self, question: &str, value: &str) {
        let found = self.session.script(
            "const input = document.querySelector(`#app input[name='${arguments[0]}'][value='${arguments[1]}']`);
             return input && input.id",
            &[json!(question), json!(value)],
        );
        let Some(id) = found.as_str().filter(|id| !id.is_empty()) else {
            panic!("{question} does not offer {value}, or its input has no id");
        };
        self.session.click(&format!("label[for='{id}']"));
    }

    /// Presses Continue.
    pub fn press_continue(&self) {
        self.session.click("#app form[data-question] button[type=submit]");
    }

    /// Begins, and lets drawing fail from then on, which the checker takes for a bug, as it is.
    pub fn break_drawing(&self) {
        self.begin();
        self.session.script(
            "const refuse = () => { throw new Error('a test refuses to draw') };
             Node.prototype.insertBefore = refuse;
             Node.prototype.appendChild = refuse;",
            &[],
        );
        self.choose("F-NAT-NOW", "england");
        // The choice alone may already have been too much.
        self.session.script("document.querySelector('#app button[type=submit]')?.click()", &[]);
    }

    /// Answers the question shown, with the mouse, and waits for the next screen.
    pub fn answer(&self, question: &str, values: &[&str]) -> Screen {
        let before = Screen::Question(question.to_owned());
        assert_eq!(self.screen(), before, "the question to answer is the one shown");
        if question == "F-DATES" && values != ["not-sure"] {
            self.type_date(values);
        } else {
            values.iter().for_each(|value| self.choose(question, value));
        }
        self.press_continue();
        self.wait_for_other_screen(&before)
    }

    /// Answers every question with what this visitor tells, until the result; gives the questions in the order
    /// they were asked.
    pub fn walk(&self, told: Told) -> Vec<String> {
        self.walk_by(told, |question, values| {
            self.answer(question, values);
        })
    }

    /// As [`Self::walk`], answering in another way.
    pub fn walk_by(&self, told: Told, answer: impl Fn(&str, &[&str])) -> Vec<String> {
        let mut asked = Vec::new();
        while let Screen::Question(question) = self.screen() {
            let Some((_, values)) = told.iter().find(|(id, _)| *id == question) else {
                panic!("{question} was asked after {asked:?}, and this visitor has no answer to it");
            };
            assert!(!asked.contains(&question), "{question} was asked twice: {asked:?}");
            answer(&question, values);
            asked.push(question);
        }
        asked
    }

    /// From the first screen to the result.
    pub fn go_to_result(&self, told: Told) -> Vec<String> {
        self.begin();
        let asked = self.walk(told);
        assert_eq!(self.screen(), Screen::Result);
        asked
    }

    /// From the first screen to this visitor's result.
    pub fn visit(&self, visitor: &Visitor) -> Vec<String> {
        self.begin_on(visitor.journey);
        let asked = self.walk(visitor.told);
        assert_eq!(self.screen(), Screen::Result, "{}", visitor.name);
        asked
    }

    /// From the first screen to this visitor's result with deadlines that are still to come: of a decision ten days
    /// ago, by the checker's own clock.
    pub fn visit_after_a_decision(&self, visitor: &Visitor) {
        self.visit(visitor);
        self.session.click("#app [data-section=deadlines] [data-change=F-DATES]");
        self.wait_for_other_screen(&Screen::Result);
        let decided = texts(&self.session.script(
            "const day = new Date(Math.max(Date.now(), new Date(2026, 10, 22, 12)) - 10 * 24 * 60 * 60 * 1000);
             return [day.getDate(), day.getMonth() + 1, day.getFullYear()].map(String)",
            &[],
        ));
        self.type_date(&decided.iter().map(String::as_str).collect::<Vec<_>>());
        self.press_continue();
        let shown = || (self.screen_now() == Some(Screen::Result)).then_some(());
        self.session.wait_for("the result with deadlines", shown);
    }

    /// Opens a letter from the result, by its first button.
    pub fn write(&self, letter: &str) {
        let css = format!("#app [data-write='{letter}']");
        self.session.script(
            "for (let folded = document.querySelector(arguments[0]).closest('details'); folded;
                folded = folded.parentElement.closest('details')) folded.open = true",
            &[json!(css)],
        );
        self.session.click(&css);
        assert_eq!(self.wait_for_other_screen(&Screen::Result), Screen::Letter(letter.to_owned()));
    }

    /// From the first screen until this question is shown.
    pub fn go_to_question(&self, told: Told, stop: &str) {
        self.begin();
        while self.question() != stop {
            let question = self.question();
            let (_, values) = told
                .iter()
                .find(|(id, _)| *id == question)
                .unwrap_or_else(|| panic!("no answer to {question}"));
            self.answer(&question, values);
        }
    }

    /// From the result to one of its sheets: `meeting` or `diary`.
    pub fn open_sheet(&self, sheet: &str) {
        self.session.click(&format!("#app [data-section=keep] [data-sheet={sheet}]"));
        self.session.wait_for_script(
            &format!("the sheet {sheet}"),
            "return !!document.querySelector(`#app [data-screen='${arguments[0]}']`)",
            &[json!(sheet)],
        );
    }

    /// From a sheet back to the result.
    pub fn back_to_result(&self) {
        self.session.click("#app [data-action=back]");
        self.session.wait_for("the result", || self.screen_now().filter(|now| *now == Screen::Result));
    }

    /// The claims on the result, as ids and strengths, in their order.
    pub fn claims(&self) -> Vec<(String, String)> {
        let claims = self.session.script(
            "return [...document.querySelectorAll('#app [data-screen=result] [data-finding][data-strength]')]
                .map(claim => [claim.dataset.finding, claim.dataset.strength])",
            &[],
        );
        pairs(&claims)
    }

    /// Checks that the result makes exactly these claims.
    pub fn expect_claims(&self, expected: &[Claim]) {
        let expected: Vec<_> =
            expected.iter().map(|(id, strength)| ((*id).to_owned(), (*strength).to_owned())).collect();
        assert_eq!(self.claims(), expected, "{:?}: the claims of the result", self.session.engine);
    }

    /// The values chosen or ticked on the screen.
    pub fn chosen(&self) -> Vec<String> {
        texts(&self.session.script(
            "return [...document.querySelectorAll('#app input:checked')].map(input => input.value)",
            &[],
        ))
    }

    /// The id of what has focus.
    pub fn focused(&self) -> String {
        let id = self.session.script("return document.activeElement ? document.activeElement.id : ''", &[]);
        id.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the element with this id has focus.
    pub fn wait_for_focus(&self, id: &str) {
        self.session.wait_for_script(
            &format!("focus on #{id} (it is on #{})", self.focused()),
            "return !!document.activeElement && document.activeElement.id === arguments[0]",
            &[json!(id)],
        );
    }

    /// The text of everything in the checker that can be read now.
    pub fn words(&self) -> String {
        let words = self.session.script("return document.querySelector('#app').innerText", &[]);
        words.as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The policy violations that the page has seen since it was opened.
    pub fn violations(&self) -> Value {
        self.session.script(
            "return window.s117 && Array.isArray(window.s117.violations)
                ? JSON.parse(JSON.stringify(window.s117.violations)) : 'window.s117.violations is missing'",
            &[],
        )
    }
}

/// A list of texts.
pub fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
}

/// A list of pairs of texts.
fn pairs(list: &Value) -> Vec<(String, String)> {
    let list = list.as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter()
        .map(|pair| {
            let text = |place: usize| pair[place].as_str().unwrap_or_default().to_owned();
            (text(0), text(1))
        })
        .collect()
}
