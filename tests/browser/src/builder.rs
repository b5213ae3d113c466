//! The embed builder as an editor meets it: its fields, its preview, and the block that it writes.

use crate::{engine::Engine, server::Server, session::Session, tools};
use serde_json::{Value, json};

/// A browser with the builder open.
#[derive(Debug)]
pub struct Builder {
    /// The browser.
    pub session: Session,
    /// The server that the builder came from.
    pub server: Server,
}

/// The built builder, which stands beside the checker.
pub fn page() -> Vec<u8> {
    tools::beside("builder.html")
}

impl Builder {
    /// Opens the builder in a fresh browser, at the root of a server.
    pub fn open(engine: Engine) -> Self {
        Self::open_under(Session::start(engine), "/")
    }

    /// Opens the builder in a folder of a server, with the checker beside it and under the version.
    pub fn open_under(session: Session, folder: &str) -> Self {
        let server = Server::start();
        server.put(&format!("{folder}builder.html"), page());
        for file in ["index.html", concat!("v", env!("CARGO_PKG_VERSION"), "/index.html")] {
            server.put(&format!("{folder}{file}"), tools::page());
        }
        session.open(&server.address(&format!("{folder}builder.html")));
        let builder = Self { session, server };
        builder.wait_for_preview("");
        builder
    }

    /// Opens the builder from the disk, without a server.
    pub fn open_file(engine: Engine) -> Self {
        let session = Session::start(engine);
        let file = tools::file(tools::PAGE).with_file_name("builder.html");
        session.open(url::Url::from_file_path(file).expect("an absolute path").as_str());
        let builder = Self { session, server: Server::start() };
        builder.wait_for_preview("");
        builder
    }

    /// Gives a field a value, as leaving it after typing does.
    pub fn set(&self, id: &str, value: &str) {
        self.session.script(
            "const field = document.getElementById(arguments[0]);
             field.value = arguments[1];
             for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }))",
            &[json!(id), json!(value)],
        );
    }

    /// Chooses one of a group.
    pub fn choose(&self, name: &str, value: &str) {
        self.click(&format!("[name={name}][value='{value}']"));
    }

    /// Presses a control, wherever it is on the page.
    pub fn click(&self, css: &str) {
        self.session.script(
            "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })",
            &[json!(css)],
        );
        self.session.click(css);
    }

    /// The block to copy.
    pub fn block(&self) -> String {
        self.read("return document.getElementById('block').textContent")
    }

    /// A text that a script reads.
    pub fn read(&self, script: &str) -> String {
        self.session.script(script, &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the preview that is shown has been made with this in its settings.
    pub fn wait_for_preview(&self, setting: &str) {
        self.session.wait_for_script(
            &format!("a preview with {setting:?}"),
            "const frames = document.querySelectorAll('#view-frame iframe');
             return frames.length === 1 && !frames[0].className && frames[0].src.includes(arguments[0])
                && !document.querySelector('[data-check=frame-yes]').hidden",
            &[json!(setting)],
        );
    }

    /// What a script finds inside the preview.
    pub fn in_preview(&self, script: &str) -> Value {
        self.session.enter_frame();
        let found = self.session.script(script, &[]);
        self.session.leave_frame();
        found
    }
}
