//! One browser, driven by blocking calls. Every call has a time limit, so a driver that hangs fails its test.

use crate::{
    engine::{Engine, Without},
    process::Driver,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use fantoccini::{
    Client, ClientBuilder, Locator,
    actions::{InputSource, KeyAction, KeyActions},
    error::CmdError,
    wd::WebDriverCompatibleCommand,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    future::Future,
    path::{Path, PathBuf},
    thread::sleep,
    time::{Duration, Instant},
};
use tokio::{
    runtime::{Builder, Runtime},
    time::timeout,
};

/// How long one call may take. Far longer than any call does take, also on a busy machine.
const CALL: Duration = Duration::from_secs(90);
/// How long a condition may take to come true.
const WAIT: Duration = Duration::from_secs(30);

/// A browser with a profile of its own. Dropping it closes the browser and ends its driver.
#[derive(Debug)]
pub struct Session {
    client: Option<Client>,
    runtime: Runtime,
    driver: Driver,
    /// Its engine.
    pub engine: Engine,
}

impl Session {
    /// Starts a browser as people have it.
    pub fn start(engine: Engine) -> Self {
        Self::start_without(engine, Without::Nothing)
    }

    /// Starts a browser without something.
    pub fn start_without(engine: Engine, without: Without) -> Self {
        let driver = engine.driver(without);
        let Value::Object(mut capabilities) = engine.capabilities(&driver, without) else {
            unreachable!("capabilities are an object")
        };
        // A script may take as long as any other call.
        capabilities.insert("timeouts".into(), json!({ "script": CALL.as_millis() as u64 }));
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let address = format!("http://127.0.0.1:{}/", driver.port);
        let client = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            timeout(CALL, builder.capabilities(capabilities).connect(&address)).await
        });
        let client = match client {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => panic!("{engine:?} does not start: {error}\n{}", driver.log()),
            Err(_) => panic!("{engine:?} does not start within {CALL:?}\n{}", driver.log()),
        };
        Self { client: Some(client), runtime, driver, engine }
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("open until dropped")
    }

    fn run<T>(&self, what: &str, call: impl Future<Output = Result<T, CmdError>>) -> Result<T, CmdError> {
        match self.runtime.block_on(async { timeout(CALL, call).await }) {
            Ok(result) => result,
            Err(_) => panic!("{:?}: {what} took longer than {CALL:?}\n{}", self.engine, self.driver.log()),
        }
    }

    fn must<T>(&self, what: &str, call: impl Future<Output = Result<T, CmdError>>) -> T {
        self.run(what, call).unwrap_or_else(|error| panic!("{:?}: {what}: {error}", self.engine))
    }

    /// Opens an address.
    pub fn open(&self, address: &str) {
        self.must(&format!("open {address}"), self.client().goto(address));
    }

    /// The browser's Back.
    pub fn back(&self) {
        self.must("go back", self.client().back());
    }

    /// The browser's Reload.
    pub fn reload(&self) {
        self.must("reload", self.client().refresh());
    }

    /// The address shown.
    pub fn address(&self) -> String {
        self.must("read the address", self.client().current_url()).to_string()
    }

    /// The page's title.
    pub fn title(&self) -> String {
        self.must("read the title", self.client().title())
    }

    /// The cookies that the browser holds for the page.
    pub fn cookies(&self) -> Value {
        let names = self.must("read the cookies", async {
            let cookies = self.client().get_all_cookies().await?;
            Ok(cookies.iter().map(|cookie| cookie.name().to_owned()).collect::<Vec<_>>())
        });
        json!(names)
    }

    /// Runs a script and gives what it returns.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.must(&format!("run {script:.200}"), self.client().execute(script, arguments.to_vec()))
    }

    /// Runs a script; `None` if it fails, as it does while the browser is between two pages.
    pub fn try_script(&self, script: &str, arguments: &[Value]) -> Option<Value> {
        self.run(&format!("run {script:.200}"), self.client().execute(script, arguments.to_vec())).ok()
    }

    /// Runs a script that ends by calling its last argument.
    pub fn script_with_callback(&self, script: &str, arguments: &[Value]) -> Value {
        self.must(&format!("run {script:.200}"), self.client().execute_async(script, arguments.to_vec()))
    }

    /// Presses with the mouse on the first element that fits, scrolling to it as the driver does.
    pub fn click(&self, css: &str) {
        self.must(&format!("press {css}"), async {
            self.client().find(Locator::Css(css)).await?.click().await
        });
    }

    /// Presses as [`Self::click`] does, on what may take the page away, also to a page that does not come.
    pub fn click_and_leave(&self, css: &str) {
        let _ = self.run(&format!("press {css}"), async {
            self.client().find(Locator::Css(css)).await?.click().await
        });
    }

    /// Types into the first element that fits, or names a file to a field for files.
    pub fn type_into(&self, css: &str, text: &str) {
        self.must(&format!("type into {css}"), async {
            self.client().find(Locator::Css(css)).await?.send_keys(text).await
        });
    }

    /// Chooses the value of a drop-down list, as the driver does.
    pub fn select(&self, css: &str, value: &str) {
        self.must(&format!("choose {value} of {css}"), async {
            self.client().find(Locator::Css(css)).await?.select_by_value(value).await
        });
    }

    /// Is the first element that fits shown? `false` if there is none.
    pub fn is_shown(&self, css: &str) -> bool {
        self.must(&format!("look for {css}"), async {
            match self.client().find_all(Locator::Css(css)).await?.first() {
                Some(element) => element.is_displayed().await,
                None => Ok(false),
            }
        })
    }

    /// The visible text of the first element that fits.
    pub fn text(&self, css: &str) -> String {
        self.must(&format!("read {css}"), async { self.client().find(Locator::Css(css)).await?.text().await })
    }

    /// How many elements fit.
    pub fn count(&self, css: &str) -> usize {
        self.must(&format!("count {css}"), self.client().find_all(Locator::Css(css))).len()
    }

    /// Presses and lets go of one key, as on a keyboard.
    pub fn key(&self, key: char) {
        let press = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key });
        self.must("press a key", self.client().perform_actions(press));
    }

    /// Presses a key many times, as fast as a quick hand does; with Shift held, if so wanted.
    pub fn key_again(&self, key: char, times: usize, shift: bool) {
        const SHIFT: char = '\u{e008}';
        let mut press = KeyActions::new("keyboard".to_owned());
        if shift {
            press = press.then(KeyAction::Down { value: SHIFT });
        }
        for _ in 0..times {
            press = press
                .then(KeyAction::Down { value: key })
                .then(KeyAction::Up { value: key })
                .then(KeyAction::Pause { duration: Duration::from_millis(20) });
        }
        if shift {
            press = press.then(KeyAction::Up { value: SHIFT });
        }
        self.must("press a key again and again", self.client().perform_actions(press));
    }

    /// The folder that everything this browser writes goes into.
    pub fn home(&self) -> &Path {
        self.driver.home()
    }

    /// The folder that this browser saves files in.
    pub fn downloads(&self) -> PathBuf {
        self.driver.downloads()
    }

    /// Makes the window higher than any frame of the checker at this width, and waits until it is.
    pub fn heighten(&self) {
        self.must("heighten the window", self.client().set_window_size(1280, 1500));
        self.wait_for_script("the window to be higher", "return window.innerHeight > 1200", &[]);
    }

    /// Goes into the first frame of the page.
    pub fn enter_frame(&self) {
        self.must("enter the frame", self.client().enter_frame(0));
    }

    /// Goes into a frame of the page, by its place in the document. A number alone would mean the order in which frames
    /// were made.
    pub fn enter_frame_at(&self, place: usize) {
        self.must("enter a frame", async {
            let frames = self.client().find_all(Locator::Css("iframe")).await?;
            frames.get(place).expect("as many frames").enter_frame().await
        });
    }

    /// Goes out to the page that holds the frame.
    pub fn leave_frame(&self) {
        self.must("leave the frame", self.client().enter_parent_frame());
    }

    /// The page printed as A4, as PDF. WebKitGTK's driver has no such command.
    pub fn print(&self) -> Vec<u8> {
        let body = json!({ "page": { "width": 21.0, "height": 29.7 }, "background": false });
        let pdf = self.issue("print", "print", body);
        STANDARD.decode(pdf.as_str().expect("text")).expect("base64")
    }

    /// A command of the Chrome DevTools protocol. Chromium only.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "only Chromium has the DevTools protocol");
        self.issue(command, "goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// Lets it be noon of this day on every page that is opened from now on. Chromium only.
    pub fn set_day(&self, day: &str) {
        let clock = format!(
            "const now = new Date('{day}T12:00:00Z').getTime(), Real = Date;
             globalThis.Date = class extends Real {{
                 constructor(...given) {{ if (given.length) super(...given); else super(now); }}
                 static now() {{ return now; }}
             }};"
        );
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": clock }));
    }

    fn issue(&self, what: &str, path: &'static str, body: Value) -> Value {
        self.must(what, self.client().issue_cmd(Post { path, body: body.to_string() }))
    }

    /// Waits until `look` finds something.
    pub fn wait_for<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let deadline = Instant::now() + WAIT;
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(Instant::now() < deadline, "{:?}: waited {WAIT:?} for {what}", self.engine);
            sleep(Duration::from_millis(40));
        }
    }

    /// Waits until a script returns true.
    pub fn wait_for_script(&self, what: &str, script: &str, arguments: &[Value]) {
        self.wait_for(what, || (self.try_script(script, arguments) == Some(Value::Bool(true))).then_some(()));
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // Asked politely first, so that browsers can close their profile; the driver's own end comes after.
        if let Some(client) = self.client.take() {
            let _ = self.runtime.block_on(async { timeout(Duration::from_secs(20), client.close()).await });
        }
    }
}

/// A command that the client has no name for.
#[derive(Debug)]
struct Post {
    path: &'static str,
    body: String,
}

impl WebDriverCompatibleCommand for Post {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.clone()))
    }
}
