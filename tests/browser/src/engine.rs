//! The three engines, and how each is started.

use crate::{
    process::{Driver, free_port},
    tools,
};
use serde_json::{Value, json};

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Blink: Chrome, Edge, Samsung Internet.
    Chromium,
    /// Gecko: Firefox.
    Firefox,
    /// WebKit: Safari; here WebKitGTK's MiniBrowser.
    WebKit,
}

/// What a browser is started without.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Without {
    /// Nothing: the browser as people have it.
    #[default]
    Nothing,
    /// WebAssembly, as in Lockdown Mode or Tor Browser's safer levels.
    Wasm,
    /// JavaScript.
    Script,
}

impl Engine {
    /// Every engine.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Starts this engine's driver.
    pub fn driver(self, without: Without) -> Driver {
        match self {
            Self::Chromium => Driver::start(
                &tools::file(tools::CHROMEDRIVER),
                |port| vec![format!("--port={port}")],
                &[],
                false,
            ),
            Self::Firefox => Driver::start(
                &tools::file(tools::GECKODRIVER),
                |port| {
                    let socket = free_port().to_string();
                    let port = port.to_string();
                    // Without a socket port of its own, two sessions at once fight over 9222.
                    ["--port", &port, "--websocket-port", &socket, "--log", "error"].map(str::to_owned).into()
                },
                &[],
                false,
            ),
            Self::WebKit => {
                // No bubblewrap for root, as on build machines.
                let mut environment = vec![("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1")];
                if without == Without::Wasm {
                    environment.push(("JSC_useWasm", "0"));
                }
                Driver::start(
                    &tools::file(tools::WEBKITDRIVER),
                    |port| vec![format!("--port={port}"), "--host=127.0.0.1".to_owned()],
                    &environment,
                    true,
                )
            }
        }
    }

    /// The capabilities to ask the driver for.
    pub fn capabilities(self, driver: &Driver, without: Without) -> Value {
        let profile = driver.home().join("profile").display().to_string();
        let downloads = driver.downloads().display().to_string();
        match self {
            Self::Chromium => {
                let mut arguments = vec![
                    "--headless=new".to_owned(),
                    "--no-sandbox".to_owned(),
                    "--disable-background-networking".to_owned(),
                    "--disable-component-update".to_owned(),
                    "--disable-sync".to_owned(),
                    "--no-first-run".to_owned(),
                    "--disable-gpu".to_owned(),
                    "--disable-dev-shm-usage".to_owned(),
                    "--window-size=1280,1024".to_owned(),
                    format!("--user-data-dir={profile}"),
                ];
                let mut preferences = json!({ "download.default_directory": downloads });
                match without {
                    Without::Nothing => {}
                    // `--noexpose-wasm` no longer does anything.
                    Without::Wasm => arguments.push("--js-flags=--jitless".to_owned()),
                    Without::Script => {
                        preferences["profile.managed_default_content_settings.javascript"] = json!(2);
                    }
                }
                json!({
                    "browserName": "chrome",
                    "goog:chromeOptions": {
                        "binary": tools::file(tools::CHROMIUM),
                        "args": arguments,
                        "prefs": preferences,
                    },
                })
            }
            Self::Firefox => {
                let mut preferences = json!({
                    "datareporting.policy.dataSubmissionEnabled": false,
                    "app.normandy.enabled": false,
                    // No process and no tab is made ready for later: no test has a later.
                    "dom.ipc.processPrelaunch.enabled": false,
                    "browser.newtab.preload": false,
                    // Session files are written after a second instead of fifteen, for the look at them.
                    "browser.sessionstore.interval": 1000,
                    "browser.download.dir": downloads,
                    // In the folder named above.
                    "browser.download.folderList": 2,
                });
                match without {
                    Without::Nothing => {}
                    Without::Wasm => preferences["javascript.options.wasm"] = json!(false),
                    Without::Script => preferences["javascript.enabled"] = json!(false),
                }
                json!({
                    "browserName": "firefox",
                    "moz:firefoxOptions": {
                        "binary": tools::file(tools::FIREFOX),
                        "args": ["-headless", "--width=1280", "--height=1024"],
                        "prefs": preferences,
                    },
                })
            }
            Self::WebKit => json!({ "browserName": "MiniBrowser" }),
        }
    }
}

/// Makes three tests of each function that takes an [`Engine`]: `chromium::name`, `firefox::name` and
/// `webkit::name`.
#[macro_export]
macro_rules! in_every_engine {
    ($($test:ident),+ $(,)?) => {
        mod chromium { $( #[test] fn $test() { super::$test($crate::engine::Engine::Chromium) } )+ }
        mod firefox { $( #[test] fn $test() { super::$test($crate::engine::Engine::Firefox) } )+ }
        mod webkit { $( #[test] fn $test() { super::$test($crate::engine::Engine::WebKit) } )+ }
    };
}
