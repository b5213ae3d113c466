//! What is measured, and how many runs become one number.

use serde::Serialize;
use serde_json::Value;

/// What one visit measured. Not a number: this page has no such thing.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// Bytes over the wire, headers included.
    pub bytes: f64,
    /// Requests.
    pub requests: f64,
    /// Requests after the page had loaded.
    pub late_requests: f64,
    /// From opening to the first paint, in milliseconds, as all times.
    pub first_paint: f64,
    /// Until the first screen with something to choose was drawn.
    pub visible: f64,
    /// Until the first press that was kept was made, by somebody who chooses as soon as they can.
    pub answerable: f64,
    /// Until the screen after it was drawn.
    pub answered: f64,
    /// From tap to next screen: of one visit, the middle one.
    pub answer: f64,
    /// The slowest.
    pub worst_answer: f64,
    /// From opening to the result, without the visitor's own pauses.
    pub finished: f64,
    /// Tasks of 50 ms or more.
    pub long_tasks: f64,
    /// The time in them.
    pub long_time: f64,
    /// Bytes of the JavaScript heap and of WebAssembly's memory, after the visit.
    pub memory: f64,
    /// Elements in the document, after the visit.
    pub elements: f64,
    /// 1 if the first thing to choose stood in view without scrolling, or 0.
    pub in_view: f64,
}

impl Run {
    /// Reads what the scripted visitor kept. What the browser and the server know is not in it.
    pub fn read(result: &Value) -> Self {
        let time = |name: &str| result[name].as_f64().unwrap_or(f64::NAN);
        let list = |name: &str| -> Vec<f64> {
            let list = result[name].as_array().map(Vec::as_slice).unwrap_or_default();
            list.iter().filter_map(Value::as_f64).collect()
        };
        let (answers, long) = (list("answers"), list("long"));
        Self {
            bytes: f64::NAN,
            requests: f64::NAN,
            late_requests: f64::NAN,
            first_paint: time("first-paint"),
            visible: time("visible"),
            answerable: time("answerable"),
            answered: time("answered"),
            answer: median(&answers),
            worst_answer: answers.iter().copied().fold(f64::NAN, f64::max),
            finished: time("finished"),
            long_tasks: long.len() as f64,
            // An empty sum is minus zero.
            long_time: long.iter().sum::<f64>() + 0.0,
            memory: f64::NAN,
            elements: time("elements"),
            in_view: result["inView"].as_bool().map_or(f64::NAN, |seen| f64::from(u8::from(seen))),
        }
    }
}

/// How a number is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// Milliseconds.
    Time,
    /// Bytes, shown as kilobytes of 1000.
    Bytes,
    /// A count.
    Count,
    /// 1 for yes, 0 for no.
    Whether,
}

impl Unit {
    /// The number with its unit.
    pub fn show(self, number: f64) -> String {
        match self {
            _ if number.is_nan() => "–".to_owned(),
            Self::Time if number < 100.0 => format!("{number:.1} ms"),
            Self::Time => format!("{number:.0} ms"),
            Self::Bytes => format!("{:.1} kB", number / 1000.0),
            Self::Count => format!("{number:.0}"),
            Self::Whether => if number > 0.5 { "yes" } else { "no" }.to_owned(),
        }
    }

    /// The same in few characters, for a chart.
    pub fn round(self, number: f64) -> String {
        match self {
            Self::Time if number >= 1000.0 => format!("{:.2} s", number / 1000.0),
            Self::Time if number >= 10.0 => format!("{number:.0} ms"),
            Self::Bytes if number >= 1e6 => format!("{:.1} MB", number / 1e6),
            Self::Bytes if number >= 1e4 => format!("{:.0} kB", number / 1000.0),
            _ => self.show(number),
        }
    }
}

/// A line of the table.
pub struct Measure {
    /// What it is called.
    pub name: &'static str,
    /// Its unit.
    pub unit: Unit,
    /// Its number in a run.
    pub of: fn(&Run) -> f64,
}

/// Every line of the table.
pub const MEASURES: [Measure; 15] = [
    Measure { name: "bytes over the wire", unit: Unit::Bytes, of: |run| run.bytes },
    Measure { name: "requests", unit: Unit::Count, of: |run| run.requests },
    Measure { name: "requests after load", unit: Unit::Count, of: |run| run.late_requests },
    Measure { name: "first paint", unit: Unit::Time, of: |run| run.first_paint },
    Measure { name: "first question visible", unit: Unit::Time, of: |run| run.visible },
    Measure { name: "… without scrolling", unit: Unit::Whether, of: |run| run.in_view },
    Measure { name: "first question answerable", unit: Unit::Time, of: |run| run.answerable },
    Measure { name: "next screen after it", unit: Unit::Time, of: |run| run.answered },
    Measure { name: "tap to next question, median", unit: Unit::Time, of: |run| run.answer },
    Measure { name: "tap to next question, worst", unit: Unit::Time, of: |run| run.worst_answer },
    Measure { name: "opening to result", unit: Unit::Time, of: |run| run.finished },
    Measure { name: "long tasks", unit: Unit::Count, of: |run| run.long_tasks },
    Measure { name: "time in long tasks", unit: Unit::Time, of: |run| run.long_time },
    Measure { name: "memory after the visit", unit: Unit::Bytes, of: |run| run.memory },
    Measure { name: "elements after the visit", unit: Unit::Count, of: |run| run.elements },
];

/// A median and how far the runs lie apart.
#[derive(Clone, Copy, PartialEq, Debug, Serialize)]
pub struct Spread {
    /// The middle run.
    pub median: f64,
    /// The lowest.
    pub least: f64,
    /// The highest.
    pub most: f64,
}

impl Spread {
    /// Of these runs' numbers.
    pub fn of(numbers: &[f64]) -> Self {
        Self {
            median: median(numbers),
            least: numbers.iter().copied().fold(f64::NAN, f64::min),
            most: numbers.iter().copied().fold(f64::NAN, f64::max),
        }
    }
}

/// The middle of the numbers; of two middle ones, halfway. Not a number if there are none.
pub fn median(numbers: &[f64]) -> f64 {
    let mut sorted: Vec<f64> = numbers.iter().copied().filter(|number| !number.is_nan()).collect();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => f64::NAN,
        length if length % 2 == 1 => sorted[middle],
        _ => f64::midpoint(sorted[middle - 1], sorted[middle]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn medians() {
        for (numbers, middle) in [
            (&[3.0, 1.0, 2.0][..], 2.0),
            (&[4.0, 1.0, 2.0, 3.0], 2.5),
            (&[7.0], 7.0),
            (&[f64::NAN, 5.0, 100.0, 6.0], 6.0),
        ] {
            assert_eq!(median(numbers), middle, "{numbers:?}");
        }
        assert!(median(&[]).is_nan() && median(&[f64::NAN]).is_nan());
        assert_eq!(Spread::of(&[2.0, 9.0, 4.0]), Spread { median: 4.0, least: 2.0, most: 9.0 });
    }

    #[test]
    fn a_run_is_read_and_what_is_missing_is_no_number() {
        let run = Run::read(&json!({ "visible": 12.5, "answers": [30.0, 10.0, 20.0], "long": [60.0, 70.0] }));
        assert_eq!((run.visible, run.answer, run.worst_answer), (12.5, 20.0, 30.0));
        assert_eq!((run.long_tasks, run.long_time), (2.0, 130.0));
        assert!(run.finished.is_nan() && run.first_paint.is_nan());
        let empty = Run::read(&json!({}));
        assert!(empty.answer.is_nan() && empty.worst_answer.is_nan());
        assert_eq!(empty.long_tasks, 0.0);
    }

    #[test]
    fn numbers_have_their_units() {
        for (unit, number, shown) in [
            (Unit::Time, 16.66, "16.7 ms"),
            (Unit::Time, 1234.4, "1234 ms"),
            (Unit::Bytes, 109_950.0, "110.0 kB"),
            (Unit::Count, 3.0, "3"),
            (Unit::Whether, 1.0, "yes"),
            (Unit::Time, f64::NAN, "–"),
        ] {
            assert_eq!(unit.show(number), shown);
        }
        for (unit, number, shown) in [
            (Unit::Time, 2446.4, "2.45 s"),
            (Unit::Time, 48.7, "49 ms"),
            (Unit::Bytes, 3_720_200.0, "3.7 MB"),
            (Unit::Bytes, 376_900.0, "377 kB"),
            (Unit::Bytes, 320.0, "0.3 kB"),
        ] {
            assert_eq!(unit.round(number), shown);
        }
    }
}
