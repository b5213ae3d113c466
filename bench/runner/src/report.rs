//! The measurements as a table, as targets met or missed, and as JSON.

use crate::measure::{MEASURES, Run, Spread, Unit};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// One page on one processor.
#[derive(Serialize)]
pub struct Column {
    /// What the scripted visitor calls the page.
    pub id: &'static str,
    /// What the table calls it.
    pub name: String,
    /// Its runs.
    pub runs: Vec<Run>,
}

impl Column {
    /// A measure of it.
    pub fn spread(&self, of: fn(&Run) -> f64) -> Spread {
        Spread::of(&self.runs.iter().map(of).collect::<Vec<_>>())
    }
}

/// All pages on a processor slowed so many times.
pub struct Round {
    /// How many times.
    pub cpu: u32,
    /// The pages.
    pub columns: Vec<Column>,
}

/// A target, as a ratio or a bound.
struct Target {
    says: &'static str,
    /// Ours and the most that it may be.
    of: fn(&Round) -> Option<(f64, f64)>,
    unit: Unit,
    /// Only where the processor is slowed so many times.
    cpu: Option<u32>,
}

/// One frame, at sixty a second.
const FRAME: f64 = 1000.0 / 60.0;

fn beside(round: &Round, peer: &str, of: fn(&Run) -> f64, part: f64) -> Option<(f64, f64)> {
    let median = |id: &str| Some(round.columns.iter().find(|column| column.id == id)?.spread(of).median);
    Some((median("ours")?, median(peer)? * part))
}

fn alone(round: &Round, of: fn(&Run) -> f64, most: f64) -> Option<(f64, f64)> {
    Some((round.columns.iter().find(|column| column.id == "ours")?.spread(of).median, most))
}

const TARGETS: [Target; 12] = [
    Target {
        says: "first question visible: no later than Preact",
        of: |round| beside(round, "preact", |run| run.visible, 1.0),
        unit: Unit::Time,
        cpu: None,
    },
    Target {
        says: "first question visible: 3 times sooner than SurveyJS",
        of: |round| beside(round, "surveyjs", |run| run.visible, 1.0 / 3.0),
        unit: Unit::Time,
        cpu: None,
    },
    Target {
        says: "first question answerable: within 1.5 times Preact",
        of: |round| beside(round, "preact", |run| run.answerable, 1.5),
        unit: Unit::Time,
        cpu: None,
    },
    Target {
        says: "first question answerable: 2 times sooner than SurveyJS",
        of: |round| beside(round, "surveyjs", |run| run.answerable, 0.5),
        unit: Unit::Time,
        cpu: None,
    },
    Target {
        says: "first question answerable: sooner than form-js",
        of: |round| beside(round, "formjs", |run| run.answerable, 1.0),
        unit: Unit::Time,
        cpu: None,
    },
    // A harder one of our own: a press may be kept long before anything answers it.
    Target {
        says: "next screen after it: within 1.5 times Preact",
        of: |round| beside(round, "preact", |run| run.answered, 1.5),
        unit: Unit::Time,
        cpu: None,
    },
    Target {
        says: "bytes: under a third of SurveyJS",
        of: |round| beside(round, "surveyjs", |run| run.bytes, 1.0 / 3.0),
        unit: Unit::Bytes,
        cpu: None,
    },
    Target {
        says: "bytes: under three quarters of form-js",
        of: |round| beside(round, "formjs", |run| run.bytes, 0.75),
        unit: Unit::Bytes,
        cpu: None,
    },
    Target {
        says: "one request",
        of: |round| alone(round, |run| run.requests, 1.0),
        unit: Unit::Count,
        cpu: None,
    },
    Target {
        says: "no request after load",
        of: |round| alone(round, |run| run.late_requests, 0.0),
        unit: Unit::Count,
        cpu: None,
    },
    Target {
        says: "tap to next question, median: one frame",
        of: |round| alone(round, |run| run.answer, FRAME),
        unit: Unit::Time,
        cpu: Some(6),
    },
    Target {
        says: "tap to next question, worst: three frames",
        of: |round| alone(round, |run| run.worst_answer, 3.0 * FRAME),
        unit: Unit::Time,
        cpu: Some(6),
    },
];

/// The table and the targets of a round, as text.
pub fn table(round: &Round) -> String {
    let mut lines: Vec<Vec<String>> =
        vec![["".to_owned()].into_iter().chain(round.columns.iter().map(|it| it.name.clone())).collect()];
    for measure in &MEASURES {
        let cell = |column: &Column| {
            let Spread { median, least, most } = column.spread(measure.of);
            let shown = measure.unit.show(median);
            if least == most || median.is_nan() {
                return shown;
            }
            let bare = |number| {
                let shown = measure.unit.show(number);
                shown.split(' ').next().unwrap_or_default().to_owned()
            };
            format!("{shown} ({}–{})", bare(least), bare(most))
        };
        let cells = round.columns.iter().map(cell);
        lines.push([measure.name.to_owned()].into_iter().chain(cells).collect());
    }
    let mut text = format!("Processor slowed {} times; median (least–most)\n\n", round.cpu);
    let width = |place: usize| lines.iter().map(|line| line[place].chars().count()).max().unwrap_or_default();
    let widths: Vec<usize> = (0..lines[0].len()).map(width).collect();
    for line in &lines {
        let _ = write!(text, "{:<width$}", line[0], width = widths[0]);
        for (cell, width) in line.iter().zip(&widths).skip(1) {
            let _ = write!(text, "  {cell:>width$}");
        }
        text.push('\n');
    }
    text.push('\n');
    for target in verdicts(round) {
        let verdict = if target.met { "met   " } else { "MISSED" };
        let (ours, most) = (target.unit.show(target.ours), target.unit.show(target.most));
        let ratio = target.ratio.map_or_else(String::new, |ratio| format!(" ({ratio:.2} of the bound)"));
        let _ = writeln!(text, "{verdict}  {}: {ours}, at most {most}{ratio}", target.says);
    }
    text
}

/// A target and how it stands.
struct Verdict {
    says: &'static str,
    unit: Unit,
    ours: f64,
    most: f64,
    /// Ours as a part of the bound, where that is not nothing.
    ratio: Option<f64>,
    met: bool,
}

fn verdicts(round: &Round) -> Vec<Verdict> {
    let mine = TARGETS.iter().filter(|target| target.cpu.is_none_or(|cpu| cpu == round.cpu));
    mine.filter_map(|target| {
        let (ours, most) = (target.of)(round)?;
        let ratio = (most > 0.0).then_some(ours / most);
        Some(Verdict { says: target.says, unit: target.unit, ours, most, ratio, met: ours <= most })
    })
    .collect()
}

/// Everything, every run included.
pub fn json(about: &Value, rounds: &[Round]) -> Value {
    let rounds: Vec<Value> = rounds
        .iter()
        .map(|round| {
            let pages: Vec<Value> = round
                .columns
                .iter()
                .map(|column| {
                    let spreads: Map<String, Value> = MEASURES
                        .iter()
                        .map(|measure| (measure.name.to_owned(), json!(column.spread(measure.of))))
                        .collect();
                    json!({ "page": column.name, "measures": spreads, "runs": column.runs })
                })
                .collect();
            let targets: Vec<Value> = verdicts(round)
                .iter()
                .map(|it| json!({ "target": it.says, "ours": it.ours, "most": it.most, "ratio": it.ratio, "met": it.met }))
                .collect();
            json!({ "cpuSlowed": round.cpu, "pages": pages, "targets": targets })
        })
        .collect();
    json!({ "about": about, "rounds": rounds })
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A round in which every number of a page is the same.
    pub fn round(cpu: u32, pages: &[(&'static str, &[f64])]) -> Round {
        let run = |number: f64| Run {
            bytes: number,
            requests: 1.0,
            late_requests: 0.0,
            first_paint: number,
            visible: number,
            answerable: number,
            answered: number,
            answer: number,
            worst_answer: number,
            finished: number,
            long_tasks: number,
            long_time: number,
            memory: number,
            elements: number,
            in_view: 1.0,
        };
        let column = |(id, numbers): &(&'static str, &[f64])| Column {
            id,
            name: format!("<{id}>"),
            runs: numbers.iter().map(|number| run(*number)).collect(),
        };
        Round { cpu, columns: pages.iter().map(column).collect() }
    }

    #[test]
    fn targets_are_met_or_missed() {
        let missed = |ours: f64, cpu: u32| -> Vec<&'static str> {
            let pages: &[(&'static str, &[f64])] =
                &[("ours", &[ours]), ("preact", &[40.0]), ("formjs", &[60.0]), ("surveyjs", &[120.0])];
            verdicts(&round(cpu, pages)).iter().filter(|it| !it.met).map(|it| it.says).collect()
        };
        assert!(missed(15.0, 6).is_empty());
        assert_eq!(missed(40.0, 4), Vec::<&str>::new(), "times of taps are bounded on the slower processor");
        assert_eq!(missed(40.0, 6), ["tap to next question, median: one frame"]);
        assert_eq!(
            missed(45.0, 4),
            [
                "first question visible: no later than Preact",
                "first question visible: 3 times sooner than SurveyJS",
                "bytes: under a third of SurveyJS",
            ]
        );
    }

    #[test]
    fn the_table_shows_medians_and_spread() {
        let text = table(&round(4, &[("ours", &[10.0, 30.0, 20.0]), ("empty", &[f64::NAN])]));
        let line = text.lines().find(|line| line.starts_with("first paint")).expect("a line");
        assert!(line.contains("20.0 ms (10.0–30.0)") && line.ends_with('–'), "{line}");
        let widths: Vec<usize> = text.lines().skip(2).take(16).map(|line| line.chars().count()).collect();
        assert!(widths.iter().all(|width| *width == widths[0]), "{text}");
    }

    #[test]
    fn json_holds_every_run() {
        let value = json(&json!({ "commit": "x" }), &[round(4, &[("ours", &[10.0, 30.0, 20.0])])]);
        let page = &value["rounds"][0]["pages"][0];
        assert_eq!(page["measures"]["first paint"], json!({ "median": 20.0, "least": 10.0, "most": 30.0 }));
        assert_eq!(page["runs"][1]["visible"], json!(30.0));
    }
}
