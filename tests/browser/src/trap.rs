//! A charity's page that records everything it can see of the checker in it: what a pixel, a tag manager or a session
//! recorder would, and more.

use crate::{page::texts, session::Session};
use serde_json::{Value, json};

/// What the page has seen, as lines. What comes first of two things that happen at once is chance, so kinds that have
/// nothing to do with each other are kept apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Log {
    /// Until the visitor began, sorted, each line once.
    pub before: Vec<String>,
    /// Events, messages, changes and calls since then, in order.
    pub since: Vec<String>,
    /// What could be read of the frame and the page since then, in order, whenever it was another than before.
    pub sights: Vec<String>,
    /// What the browser has said of speed since then, sorted.
    pub speeds: Vec<String>,
}

impl Log {
    /// Reads the log, after late things have happened.
    pub fn of(session: &Session) -> Self {
        session.script_with_callback("setTimeout(arguments[arguments.length - 1], 350)", &[]);
        let log = session.script("trap.look(); return trap.log", &[]);
        let lines = texts(&log);
        let began = lines.iter().position(|line| line == BEGAN).expect("the visitor has begun");
        let is = |kind: &'static str| move |line: &&String| line.starts_with(kind);
        let (before, since) = (&lines[..began], &lines[began + 1..]);
        let sorted = |lines: Vec<String>| {
            let mut lines = lines;
            lines.sort();
            lines.dedup();
            lines
        };
        let first_sight = before.iter().rfind(is("sight ")).cloned();
        Self {
            // The last sight, with which the visitor begins: how often it was looked before is chance.
            before: sorted(
                before.iter().filter(|line| !is("sight ")(line)).cloned().chain(first_sight).collect(),
            ),
            since: since.iter().filter(|line| !is("sight ")(line) && !is("speed ")(line)).cloned().collect(),
            sights: since.iter().filter(is("sight ")).cloned().collect(),
            speeds: sorted(since.iter().filter(is("speed ")).cloned().collect()),
        }
    }

    /// Everything in one text.
    pub fn text(&self) -> String {
        [&*self.before, &*self.since, &*self.sights, &*self.speeds].concat().join("\n")
    }

    /// The messages, each once.
    pub fn messages(&self) -> Vec<String> {
        let mut messages: Vec<_> = self
            .before
            .iter()
            .chain(&self.since)
            .filter(|line| line.starts_with("message "))
            .cloned()
            .collect();
        messages.sort();
        messages.dedup();
        messages
    }
}

const BEGAN: &str = "-- the visitor begins";

/// Says that from now on the visitor acts.
pub fn begin(session: &Session) {
    session.script_with_callback("setTimeout(arguments[arguments.length - 1], 350)", &[]);
    session.script("trap.look(); trap.log.push(arguments[0])", &[json!(BEGAN)]);
}

/// The page for this body. The trap is its first script, before any other could run.
pub fn page(body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>A charity</title>\
         <link rel=icon href='data:,'><script>{TRAP}</script></head><body>{body}</body></html>"
    )
}

/// The value of everything that the page could read of its first frame, as the trap last saw it.
pub fn sight(session: &Session) -> Value {
    session.script("trap.look(); return trap.sight", &[])
}

// Times are left out, and what is nothing but a time: when the browser was busy.
const TRAP: &str = r#"
window.trap = (() => {
    const log = [];
    const note = line => log.push(line);
    const name = it => it === window ? 'window' : it === document ? 'document'
        : it && it.nodeName ? it.nodeName.toLowerCase() : String(it);
    // Chromium's driver marks the frames that it enters.
    const drivers = /^cd_frame_id_$/;
    const json = it => { try { return JSON.stringify(it) } catch (error) { return String(it) } };

    // Every event that any object here can have, before anybody else gets it.
    const types = new Set(['focusin', 'focusout', 'DOMContentLoaded', 'visibilitychange', 'hashchange', 'leak']);
    for (let of of [window, document, HTMLElement.prototype, HTMLIFrameElement.prototype, Document.prototype])
        for (; of; of = Object.getPrototypeOf(of))
            for (const key of Object.getOwnPropertyNames(of)) if (key.startsWith('on')) types.add(key.slice(2));
    const listen = EventTarget.prototype.addEventListener;
    for (const type of types) listen.call(window, type, event => {
        if (type === 'message') return note(`message ${json(event.data)} from ${event.origin}`);
        const where = 'clientX' in event ? ` at ${Math.round(event.clientX)},${Math.round(event.clientY)}` : '';
        note(`event ${type} on ${name(event.target)}${where}${event.key ? ' key ' + event.key : ''}`);
    }, true);

    // Every change of the page.
    new MutationObserver(changes => {
        for (const it of changes) if (!drivers.test(it.attributeName)) note(`change ${it.type} of ${name(it.target)} ${it.attributeName || ''} `
            + (it.type === 'attributes' ? it.target.getAttribute(it.attributeName)
                : [...it.addedNodes].map(name) + '/' + [...it.removedNodes].map(name) + it.target.textContent.slice(0, 99)));
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

    // Every call that recorders wrap.
    const wrap = (owner, key) => {
        const real = owner && owner[key];
        if (typeof real !== 'function') return;
        owner[key] = function (...given) {
            note(`call ${key} ${given.map(it => typeof it === 'string' ? it : name(it)).join(' ')}`);
            return new.target ? Reflect.construct(real, given) : Reflect.apply(real, this, given);
        };
    };
    wrap(EventTarget.prototype, 'addEventListener');
    wrap(Element.prototype, 'attachShadow');
    for (const key of ['fetch', 'postMessage', 'open']) wrap(window, key);
    for (const key of ['open', 'send']) wrap(XMLHttpRequest.prototype, key);
    wrap(Navigator.prototype, 'sendBeacon');
    for (const key of ['pushState', 'replaceState']) wrap(History.prototype, key);
    for (const key of ['setItem', 'getItem']) wrap(Storage.prototype, key);
    wrap(console, 'log'); wrap(console, 'warn'); wrap(console, 'error'); wrap(console, 'info');

    // What the browser says of speed.
    if (window.PerformanceObserver) for (const type of PerformanceObserver.supportedEntryTypes || [])
        new PerformanceObserver(list => list.getEntries().forEach(it => {
            if (!/^(longtask|long-animation-frame|event|first-input)$/.test(type)) note(`speed ${type} ${it.name}`);
        })).observe({ type, buffered: true });

    // What can be read of the frame and of the page around it, whenever it is another than before.
    const get = read => { try { return json(read()) } catch (error) { return error.name } };
    let last = '';
    const trap = { log, sight: {}, look() {
        const frame = document.querySelector('iframe');
        if (!frame) return;
        const inside = frame.contentWindow;
        const box = frame.getBoundingClientRect();
        trap.sight = {
            document: get(() => frame.contentDocument && frame.contentDocument.documentElement.outerHTML),
            window: get(() => inside.document.title),
            address: get(() => inside.location.href),
            name: get(() => inside.name),
            origin: get(() => inside.origin),
            storage: get(() => inside.localStorage.length),
            history: get(() => inside.history.length),
            frames: get(() => [inside.length, window.length, inside.closed]),
            attributes: [...frame.attributes].filter(it => !drivers.test(it.name))
                .map(it => it.name + '=' + it.value).sort(),
            box: [box.left, box.top, box.width, box.height].map(Math.round),
            page: [scrollX, scrollY, document.documentElement.scrollHeight, history.length, document.title,
                location.href, document.cookie, name(document.activeElement)],
            fetched: performance.getEntriesByType('resource').map(it => it.name),
            stored: get(() => Object.keys(localStorage)),
        };
        const now = json(trap.sight);
        if (now !== last) note('sight ' + now);
        last = now;
    } };
    setInterval(trap.look, 50);
    return trap;
})();
"#;
