//! A charity's page that shows the checker with `embed.js`, and a small stand-in for the checker, which says only what a
//! test lets it say.

use crate::{engine::Engine, server::Server, session::Session, tools};
use serde_json::{Value, json};

/// The stand-in: it says at once that it is there, as the checker does.
pub const READY: &str = "/checker/index.html";
/// The stand-in, saying nothing by itself.
pub const QUIET: &str = "/checker/quiet.html";
/// Nothing is ever answered here.
pub const SILENT: &str = "/checker/silent.html";
/// The script.
pub const SCRIPT: &str = "/checker/embed.js";
/// The script again, as another version would be.
pub const OTHER_SCRIPT: &str = "/other/embed.js";

/// What the stand-in's height is.
pub const HEIGHT: i64 = 640;

/// A browser, a charity's server, and another one for the checker.
#[derive(Debug)]
pub struct Host {
    /// The browser.
    pub session: Session,
    /// Where the charity's pages are.
    pub charity: Server,
    /// Where the checker is: another origin.
    pub checker: Server,
}

impl Host {
    /// Starts all three.
    pub fn start(engine: Engine) -> Self {
        Self::start_in(Session::start(engine))
    }

    /// Starts the two servers, for a browser that was started.
    pub fn start_in(session: Session) -> Self {
        let (charity, checker) = (Server::start(), Server::start());
        put_checker(&charity);
        put_checker(&checker);
        Self { session, charity, checker }
    }

    /// The whole page for this body, with the script of the other origin in its head.
    pub fn page(&self, body: &str) -> String {
        format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>A charity</title>\
             <link rel=icon href='data:,'><script src='{}'></script></head><body>{body}</body></html>",
            self.checker.address(SCRIPT)
        )
    }

    /// Opens a page with this body, which has the script in its head.
    pub fn open(&self, body: &str) {
        self.open_page(&[], &self.page(body));
    }

    /// Opens a page as it is given, with these headers.
    pub fn open_page(&self, headers: &[(&str, &str)], page: &str) {
        self.charity.put_with("/host", headers, page.as_bytes().to_vec());
        self.session.open(&self.charity.address("/host"));
    }

    /// Every `<s117-checker>`: is its frame to be seen, how high and wide it is, what else is to be read in it.
    pub fn state(&self) -> Vec<State> {
        let found = self.session.script(STATE, &[]);
        let list = found.as_array().cloned().unwrap_or_default();
        list.into_iter().map(|found| State { found }).collect()
    }

    /// Waits until the state of all is as wished.
    pub fn wait_for(&self, what: &str, wish: impl Fn(&[State]) -> bool) -> Vec<State> {
        let mut seen = vec![];
        for _ in 0..400 {
            seen = self.state();
            if wish(&seen) {
                return seen;
            }
            std::thread::sleep(std::time::Duration::from_millis(40));
        }
        panic!("{:?}: waited for {what}; it is {seen:?}", self.session.engine)
    }

    /// Waits until every checker is there, with its own children put away.
    pub fn wait_until_all_are_ready(&self, what: &str) -> Vec<State> {
        self.wait_for(&format!("{what}: every checker"), |all| {
            !all.is_empty() && all.iter().all(State::is_taken_over)
        })
    }

    /// Lets the stand-in in this place say something, and the charity's page hear it.
    pub fn say(&self, place: u16, message: &str) {
        self.session.enter_frame_at(place);
        self.session.script(&format!("parent.postMessage({message}, '*')"), &[]);
        self.session.leave_frame();
        self.settle();
    }

    /// Lets messages arrive, and what follows from them be drawn.
    pub fn settle(&self) {
        self.session.script_with_callback("setTimeout(arguments[arguments.length - 1], 60)", &[]);
    }
}

/// One `<s117-checker>` as a visitor sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct State {
    found: Value,
}

impl State {
    /// Is the frame to be seen?
    pub fn is_shown(&self) -> bool {
        self.found["shown"] == json!(true)
    }

    /// How high the frame is.
    pub fn height(&self) -> i64 {
        self.found["height"].as_i64().unwrap_or(-1)
    }

    /// How wide the frame is.
    pub fn width(&self) -> i64 {
        self.found["width"].as_i64().unwrap_or(-1)
    }

    /// What can be read in the element.
    pub fn text(&self) -> &str {
        self.found["text"].as_str().unwrap_or_default()
    }

    /// The address that the frame has been given.
    pub fn src(&self) -> &str {
        self.found["src"].as_str().unwrap_or_default()
    }

    /// Is the stand-in to be seen, at its own height, and nothing else?
    pub fn is_taken_over(&self) -> bool {
        self.is_shown() && self.height() == HEIGHT && self.text().is_empty()
    }
}

const STATE: &str = "return [...document.querySelectorAll('s117-checker')].map(element => {
    const frames = element.querySelectorAll('iframe');
    if (frames.length !== 1) return { shown: false, text: element.innerText.trim(), frames: frames.length };
    const box = frames[0].getBoundingClientRect();
    return {
        shown: getComputedStyle(frames[0]).visibility === 'visible' && box.width > 0 && box.height > 0,
        height: Math.round(frames[0].offsetHeight),
        width: Math.round(frames[0].offsetWidth),
        src: frames[0].src,
        text: element.innerText.trim(),
    };
})";

/// Puts the script, the built page and the stand-ins on a server.
pub fn put_checker(server: &Server) {
    let script = tools::beside("embed.js");
    server.put_script(SCRIPT, script.clone());
    server.put_script(OTHER_SCRIPT, script);
    server.put_silence(SILENT);
    let stand_in = |says: &str| {
        format!(
            "<!doctype html><meta charset=utf-8><title>Stand-in</title><link rel=icon href='data:,'>\
             <p>The checker stands here.</p><script>{says}</script>"
        )
    };
    server.put(QUIET, stand_in("").into_bytes());
    let says = format!(
        "parent.postMessage({{ 's117-checker': 'height', height: {HEIGHT} }}, '*');
         parent.postMessage({{ 's117-checker': 'ready' }}, '*');"
    );
    server.put(READY, stand_in(&says).into_bytes());
    server.put("/s117/index.html", tools::page());
    server.put_script("/s117/embed.js", tools::beside("embed.js"));
}
