//! What grows with the questions, findings and words: the same visitor in checkers of several sizes.

use crate::{
    About, Failing,
    measure::{MEASURES, Run, Spread, Unit},
    peers::{self, Page},
    report::Column,
    server,
};
use browser_tests::visitors;
use serde_json::{Value, json};
use std::{ffi::OsString, fmt::Write, path::Path};

/// The slower of the two processors of the comparison.
const CPU: u32 = 6;

/// A checker of some size.
struct Size {
    times: usize,
    words: usize,
    bytes: usize,
}

/// Measures the pages in arguments like `4:281000:growth/4.html`: how many times, how many words, where.
pub fn run(out: &Path, runs: usize, grown: &[OsString]) -> Result<(), String> {
    const IDS: [&str; 3] = ["ours-1", "ours-4", "ours-16"];
    let (mut pages, mut sizes) = (Vec::new(), Vec::new());
    for argument in grown {
        let said = argument.to_string_lossy();
        let (times, words, path) = parts(&said).ok_or_else(|| format!("{said}: not TIMES:WORDS:FILE"))?;
        let id = IDS.into_iter().find(|id| id.strip_prefix("ours-") == Some(&times.to_string()));
        let id = id.ok_or_else(|| format!("{said}: not a size that is measured"))?;
        let html = peers::read(Path::new(path))?;
        let bytes = server::packed(&html).map_err(|error| error.to_string())?.len();
        sizes.push(Size { times, words, bytes });
        pages.push(Page { id, kind: "ours", name: format!("{times}×"), files: vec![("", html)] });
    }
    // Every visit begins there.
    pages.push(Page::empty(peers::read(&crate::sources().join("peers/empty.html"))?));
    let (rounds, browser) =
        crate::rounds(&pages, &visitors::CHARGED_IN_WALES, runs, &[CPU], Failing::IsAResult)?;
    let about = About::now(browser, runs);
    let columns = rounds.first().map(|round| round.columns.as_slice()).unwrap_or_default();
    let text = format!("{}\n\n{}", about.line(), table(&sizes, columns));
    peers::write(&out.join("growth.txt"), text.as_bytes())?;
    let json = json(&about.json(), &sizes, columns);
    let json = serde_json::to_vec_pretty(&json).map_err(|error| error.to_string())?;
    peers::write(&out.join("growth.json"), &json)?;
    println!("\n{text}\ngrowth.txt and growth.json are in {}", out.display());
    Ok(())
}

fn parts(said: &str) -> Option<(usize, usize, &str)> {
    let (times, rest) = said.split_once(':')?;
    let (words, path) = rest.split_once(':')?;
    Some((times.parse().ok()?, words.parse().ok()?, path))
}

/// What a line is called, and its number in a run.
type Line = (&'static str, fn(&Run) -> f64);

/// What is shown of each size.
const LINES: [Line; 5] = [
    ("first question answerable", |run| run.answerable),
    ("tap to next question, median", |run| run.answer),
    ("tap to next question, worst", |run| run.worst_answer),
    ("opening to result", |run| run.finished),
    ("memory after the visit", |run| run.memory),
];

fn unit(name: &str) -> Unit {
    if name.starts_with("memory") { Unit::Bytes } else { Unit::Time }
}

fn table(sizes: &[Size], columns: &[Column]) -> String {
    let mut text = format!("Processor slowed {CPU} times; median (least–most)\n\n");
    let mut line = |name: &str, cells: Vec<String>| {
        let _ = write!(text, "{name:<30}");
        for cell in cells {
            let _ = write!(text, "  {cell:>26}");
        }
        text.push('\n');
    };
    line("questions, findings and words", sizes.iter().map(|size| format!("{}×", size.times)).collect());
    line("words in content/", sizes.iter().map(|size| size.words.to_string()).collect());
    line("bytes, gzip -9", sizes.iter().map(|size| Unit::Bytes.show(size.bytes as f64)).collect());
    line(
        "bytes for a word",
        sizes.iter().map(|size| format!("{:.2}", size.bytes as f64 / size.words as f64)).collect(),
    );
    for (name, of) in LINES {
        let cell = |column: &Column| {
            let Spread { median, least, most } = column.spread(of);
            let show = |number| unit(name).show(number);
            if median.is_nan() {
                return "no result".to_owned();
            }
            format!("{} ({}–{})", show(median), bare(&show(least)), bare(&show(most)))
        };
        line(name, columns.iter().take(sizes.len()).map(cell).collect());
    }
    text.push('\n');
    for (says, by, met) in verdicts(sizes, columns) {
        let _ = writeln!(text, "{}  {says}: {by}", if met { "met   " } else { "MISSED" });
    }
    text
}

fn bare(shown: &str) -> &str {
    shown.split(' ').next().unwrap_or_default()
}

/// The largest beside the smallest.
fn verdicts(sizes: &[Size], columns: &[Column]) -> Vec<(&'static str, String, bool)> {
    let (Some(small), Some(large)) = (sizes.first(), sizes.last()) else { return Vec::new() };
    let (bytes, words) = (large.bytes as f64 / small.bytes as f64, large.words as f64 / small.words as f64);
    let mut verdicts = vec![(
        "bytes grow no faster than words",
        format!("{bytes:.1} times the bytes for {words:.1} times the words"),
        bytes <= words,
    )];
    if let (Some(small), Some(large)) = (columns.first(), columns.get(sizes.len() - 1)) {
        let worst: fn(&Run) -> f64 = |run| run.worst_answer;
        for (says, of) in
            [("time per answer is flat, median", (|run| run.answer) as fn(&Run) -> f64), ("and worst", worst)]
        {
            let [small, large] = [small, large].map(|column| column.spread(of));
            // Flat: no more than the most of the smallest, or than a tenth above its median.
            let flat = large.median <= small.most || large.median <= small.median * 1.1;
            let (from, to) = (Unit::Time.show(small.median), Unit::Time.show(large.median));
            verdicts.push((says, format!("{from} became {to}"), flat));
        }
    }
    verdicts
}

fn json(about: &Value, sizes: &[Size], columns: &[Column]) -> Value {
    let of_size = |(size, column): (&Size, &Column)| {
        let measures: serde_json::Map<String, Value> =
            MEASURES.iter().map(|it| (it.name.to_owned(), json!(column.spread(it.of)))).collect();
        json!({
            "times": size.times, "words": size.words, "bytesGzip": size.bytes, "measures": measures,
            "runs": column.runs,
        })
    };
    let targets = verdicts(sizes, columns);
    let targets: Vec<Value> =
        targets.iter().map(|(says, by, met)| json!({ "target": says, "measured": by, "met": met })).collect();
    json!({
        "about": about, "sizes": sizes.iter().zip(columns).map(of_size).collect::<Vec<_>>(), "targets": targets,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::round;

    #[test]
    fn growth_is_judged_by_the_largest_beside_the_smallest() {
        let size = |times, words, bytes| Size { times, words, bytes };
        for (large, answer, met) in [
            (size(16, 1600, 15_000), [50.0, 51.0, 52.0], [true, true, true]),
            (size(16, 1600, 17_000), [56.0, 57.0, 70.0], [false, false, false]),
        ] {
            let sizes = [size(1, 100, 1000), size(4, 400, 4000), large];
            let pages: &[(&'static str, &[f64])] = &[
                ("ours-1", &[48.0, 50.0, 51.0]),
                ("ours-4", &[50.0]),
                ("ours-16", &answer),
                ("empty", &[f64::NAN]),
            ];
            let columns = round(CPU, pages).columns;
            assert_eq!(verdicts(&sizes, &columns).iter().map(|it| it.2).collect::<Vec<_>>(), met);
            let text = table(&sizes, &columns);
            assert!(text.contains("16×") && !text.contains("NaN"), "{text}");
        }
        let sizes = [size(1, 100, 1000), size(16, 1600, 15_000)];
        let columns = round(CPU, &[("ours-1", &[50.0]), ("ours-16", &[])]).columns;
        assert_eq!(
            verdicts(&sizes, &columns).iter().map(|it| it.2).collect::<Vec<_>>(),
            [true, false, false]
        );
        assert!(table(&sizes, &columns).contains("no result"), "a page without a result has no times");
        assert_eq!(parts("4:281:a:b.html"), Some((4, 281, "a:b.html")));
        assert_eq!(parts("4:b.html"), None);
    }
}
