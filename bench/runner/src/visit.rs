//! One visit: a fresh Chromium, made slow, and the scripted visitor in the page.

use crate::{measure::Run, peers::Page, server::Server};
use browser_tests::{engine::Engine, session::Session, visitors::Visitor};
use s117_checker::law::{fact::Question, journey::Journey};
use serde_json::{Value, json};
use std::{
    panic::AssertUnwindSafe,
    thread::sleep,
    time::{Duration, Instant},
};

/// The wire, as browsers' own tools call it: slow 4G.
pub const LATENCY_MS: u32 = 150;
/// Bits per second, down.
pub const DOWN: u32 = 1_600_000;
/// Bits per second, up.
const UP: u32 = 750_000;
/// Longer than the slowest page takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(240);

/// What every visit has in common.
pub struct Visits<'a> {
    /// Where the pages come from.
    pub server: &'a Server,
    /// Who visits.
    pub visitor: &'a Visitor,
    /// The script that is the visitor.
    pub robot: String,
}

/// How to begin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Press {
    /// Once, as soon as there is something to choose.
    Once,
    /// The same, and again every 50 ms until the next screen is there.
    UntilItCounts,
}

/// Does this page keep a press that is made as soon as there is something to choose? Where it does not, the visit ends
/// without a result.
pub fn keeps_an_early_press(page: &Page, cpu: u32, visits: &Visits<'_>) -> bool {
    const ENOUGH: Duration = Duration::from_secs(45);
    open(page, cpu, Press::Once, ENOUGH, visits).is_ok()
}

/// Opens the page as this visitor on a processor slowed so many times. Gives the browser's version too.
pub fn visit(page: &Page, cpu: u32, press: Press, visits: &Visits<'_>) -> Result<(Run, String), String> {
    open(page, cpu, press, PATIENCE, visits)
}

fn open(
    page: &Page,
    cpu: u32,
    press: Press,
    patience: Duration,
    visits: &Visits<'_>,
) -> Result<(Run, String), String> {
    let Visits { server, visitor, robot } = visits;
    let session = Session::start(Engine::Chromium);
    // The browser's own start is not what is measured.
    session.open(&server.address("/empty/"));
    let told: Value = visitor.told.iter().map(|(id, values)| ((*id).to_owned(), json!(values))).collect();
    let bench = json!({
        "page": page.kind, "journey": visitor.journey, "told": told, "places": places(visitor),
        "once": press == Press::Once,
    });
    for (command, parameters) in [
        ("Network.enable", json!({})),
        ("Network.setCacheDisabled", json!({ "cacheDisabled": true })),
        (
            "Network.emulateNetworkConditions",
            json!({ "offline": false, "latency": LATENCY_MS, "downloadThroughput": DOWN / 8, "uploadThroughput": UP / 8 }),
        ),
        (
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true }),
        ),
        ("Emulation.setCPUThrottlingRate", json!({ "rate": cpu })),
        ("Page.enable", json!({})),
        (
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": format!("var bench = {bench};\n{robot}") }),
        ),
    ] {
        session.devtools(command, parameters);
    }
    let before = server.traffic();
    session.devtools("Page.navigate", json!({ "url": server.address(&format!("/{}/", page.id)) }));
    // Where a page keeps its browser from answering for too long, the session panics.
    let waited = std::panic::catch_unwind(AssertUnwindSafe(|| finished(&session, page.id, patience)));
    let result = waited.unwrap_or_else(|_| Err(format!("{}: the browser does not answer", page.id)))?;
    // Whatever a page asks for once nobody looks would come now.
    sleep(Duration::from_millis(500));
    let after = server.traffic();
    session.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 1 }));
    let early = session.script(
        "const [page] = performance.getEntriesByType('navigation');
         return performance.getEntriesByType('resource')
            .filter((it) => it.name.startsWith('http') && it.startTime <= page.loadEventEnd).length",
        &[],
    );
    let requests = after.requests - before.requests;
    let run = Run {
        bytes: (after.bytes - before.bytes) as f64,
        requests: requests as f64,
        late_requests: requests as f64 - 1.0 - early.as_f64().unwrap_or_default(),
        memory: heap(&session) + sum(&result["wasm"]),
        ..Run::read(&result)
    };
    if page.id != "empty" {
        let asked = result["asked"].as_array().map(Vec::len).unwrap_or_default();
        if asked != visitor.told.len() {
            let (name, of) = (page.id, visitor.told.len());
            return Err(format!("{name} asked {asked} questions instead of {of}: {}", result["asked"]));
        }
    }
    let version = session.devtools("Browser.getVersion", json!({}));
    Ok((run, version["product"].as_str().unwrap_or_default().to_owned()))
}

/// The same answers by their places among the values, for a page whose inputs have no values.
fn places(visitor: &Visitor) -> Value {
    let journey = Journey::ALL.iter().position(|journey| journey.id() == visitor.journey);
    let answers = visitor.told.iter().map(|(id, values)| {
        let question = Question::from_id(id).expect("a question");
        let places = values.iter().map(|value| question.value_ids().position(|known| known == *value));
        ((*id).to_owned(), json!(places.collect::<Vec<_>>()))
    });
    answers.chain([("journey".to_owned(), json!([journey]))]).collect()
}

/// What the scripted visitor measured, once they have their result.
fn finished(session: &Session, page: &str, patience: Duration) -> Result<Value, String> {
    let deadline = Instant::now() + patience;
    let mut screen = Value::Null;
    while Instant::now() < deadline {
        // Seldom: the asking takes time from the page as well.
        sleep(Duration::from_millis(400));
        let state = session.try_script("return window.bench && bench.result || null", &[]);
        let Some(result) = state else { continue };
        if let Some(error) = result["error"].as_str() {
            return Err(format!("{page}: {error}"));
        }
        if result["done"] == true {
            return Ok(result);
        }
        screen = result;
    }
    Err(format!("{page}: no result after {patience:?}; this far: {screen}"))
}

/// The JavaScript heap after a full collection, in bytes.
fn heap(session: &Session) -> f64 {
    session.devtools("HeapProfiler.collectGarbage", json!({}));
    session.devtools("Performance.enable", json!({}));
    let metrics = session.devtools("Performance.getMetrics", json!({}));
    let metrics = metrics["metrics"].as_array().map(Vec::as_slice).unwrap_or_default();
    let used = metrics.iter().find(|metric| metric["name"] == "JSHeapUsedSize");
    used.and_then(|metric| metric["value"].as_f64()).unwrap_or(f64::NAN)
}

fn sum(list: &Value) -> f64 {
    list.as_array().map(Vec::as_slice).unwrap_or_default().iter().filter_map(Value::as_f64).sum()
}
