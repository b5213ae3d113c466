//! What a page may leave behind: each kind of trace, as a browser can be asked about it.
//!
//! [`watch`] before, [`Traces::of`] after. The same look finds something on a control page, or "nothing found"
//! would prove nothing.

use crate::{server::Server, session::Session};
use serde_json::{Value, json};

/// Starts to watch the page: calls that would send something, start a connection or go somewhere.
///
/// The calls still happen; they are only counted. The policy's own violations are counted by the page itself,
/// from its very first script.
pub fn watch(session: &Session) {
    session.script(
        "const seen = window.s117Seen = { calls: [], left: 0, titles: 0, navigations: [] };
         const count = (owner, name) => {
            const real = owner && owner[name];
            if (typeof real !== 'function') return;
            owner[name] = new Proxy(real, {
                apply(to, self, given) { seen.calls.push(name); return Reflect.apply(to, self, given) },
                construct(to, given, by) { seen.calls.push(name); return Reflect.construct(to, given, by) },
            });
         };
         for (const name of ['fetch', 'open', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker',
            'SharedWorker', 'Image', 'RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport',
            'BroadcastChannel', 'postMessage']) count(window, name);
         count(Navigator.prototype, 'sendBeacon');
         for (const name of ['pushState', 'replaceState']) count(History.prototype, name);
         addEventListener('beforeunload', () => seen.left++);
         addEventListener('pagehide', () => seen.left++);
         addEventListener('hashchange', () => seen.navigations.push('hashchange'));
         if (window.navigation && navigation.addEventListener) navigation.addEventListener('navigate', event =>
            seen.navigations.push(`navigate: ${event.destination.url}`));
         const titled = document.head;
         new MutationObserver(() => seen.titles++).observe(titled, { subtree: true, childList: true,
            characterData: true });",
        &[],
    );
}

/// What a page has left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Traces {
    /// Cookies, as the browser holds them.
    pub cookies: Value,
    /// Keys in `localStorage` and `sessionStorage`, names of databases, caches and service workers.
    pub stored: Value,
    /// Counted calls and navigations since [`watch`].
    pub seen: Value,
    /// What the browser fetched for the page, by its own timing list.
    pub fetched: Value,
    /// The address.
    pub address: String,
    /// The title.
    pub title: String,
    /// How many entries the tab's history has.
    pub history: Value,
    /// How many requests the server has had.
    pub requests: usize,
}

const STORED: &str = "
    const done = arguments[arguments.length - 1];
    const keys = get => { try { return Object.keys(get()) } catch (error) { return [String(error)] } };
    const all = async list => { try { return await list() } catch (error) { return [String(error)] } };
    (async () => done({
        cookie: document.cookie,
        local: keys(() => localStorage),
        session: keys(() => sessionStorage),
        databases: await all(async () => (await indexedDB.databases()).map(found => found.name)),
        caches: window.caches ? await all(async () => await caches.keys()) : [],
        workers: navigator.serviceWorker
            ? await all(async () => (await navigator.serviceWorker.getRegistrations()).map(found => found.scope))
            : [],
    }))();";

impl Traces {
    /// Looks at everything now.
    pub fn of(session: &Session, server: &Server) -> Self {
        Self {
            cookies: session.cookies(),
            stored: session.script_with_callback(STORED, &[]),
            seen: session.script("return window.s117Seen || 'the page was left'", &[]),
            fetched: session
                .script("return performance.getEntriesByType('resource').map(entry => entry.name)", &[]),
            address: session.address(),
            title: session.title(),
            history: session.script("return history.length", &[]),
            requests: server.requests().len(),
        }
    }

    /// Is nothing stored?
    pub fn nothing_stored(&self) -> bool {
        self.cookies == json!([])
            && self.stored
                == json!({
                    "cookie": "", "local": [], "session": [], "databases": [], "caches": [], "workers": [],
                })
    }

    /// Was nothing called that sends, connects or goes somewhere?
    pub fn nothing_seen(&self) -> bool {
        self.seen == json!({ "calls": [], "left": 0, "titles": 0, "navigations": [] })
    }
}
