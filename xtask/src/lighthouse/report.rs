//! What one run of Lighthouse found, out of its JSON.

use crate::Result;
use serde_json::Value;

/// What is judged, by Lighthouse's own names.
pub const CATEGORIES: [&str; 4] = ["accessibility", "best-practices", "seo", PERFORMANCE];
/// The one that depends on the machine.
pub const PERFORMANCE: &str = "performance";

/// The result of one run.
#[derive(Debug, PartialEq)]
pub struct Report {
    /// Out of 100, in the order of [`CATEGORIES`]; none where an audit that counts could not be done.
    pub scores: [Option<u8>; CATEGORIES.len()],
    /// What is below full marks.
    pub misses: Vec<Miss>,
    /// What Lighthouse doubts about its own run.
    pub warnings: Vec<String>,
}

/// An audit below full marks, or one that could not be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Miss {
    /// One of [`CATEGORIES`].
    pub category: &'static str,
    /// Its id.
    pub audit: String,
    /// What Lighthouse says of it.
    pub title: String,
    /// What it names, each as one line; never empty.
    pub names: Vec<String>,
}

impl Report {
    /// Reads what `--output=json` wrote.
    pub fn read(text: &str) -> Result<Self> {
        let report: Value =
            serde_json::from_str(text).map_err(|error| format!("Lighthouse wrote no JSON: {error}"))?;
        if let Some(wrong) = report["runtimeError"]["message"].as_str() {
            return Err(format!("Lighthouse could not judge it: {wrong}"));
        }
        let mut scores = [None; CATEGORIES.len()];
        let mut misses = Vec::new();
        for (score, category) in scores.iter_mut().zip(CATEGORIES) {
            let about = &report["categories"][category];
            let audits = about["auditRefs"].as_array().filter(|audits| !audits.is_empty());
            let audits = audits.ok_or_else(|| format!("Lighthouse did not judge {category}"))?;
            // Lighthouse gives hundredths.
            *score = about["score"].as_f64().map(|score| (score * 100.0).round() as u8);
            for audit in audits {
                let id = audit["id"].as_str().unwrap_or_default();
                misses.extend(miss(category, id, &report["audits"][id])?);
            }
        }
        let warnings = report["runWarnings"].as_array().into_iter().flatten();
        let warnings = warnings.filter_map(|warning| Some(warning.as_str()?.to_owned())).collect();
        Ok(Self { scores, misses, warnings })
    }
}

fn miss(category: &'static str, id: &str, audit: &Value) -> Result<Option<Miss>> {
    let mode = audit["scoreDisplayMode"].as_str();
    let mode = mode.ok_or_else(|| format!("Lighthouse lists {id} in {category}, and says nothing of it"))?;
    match mode {
        // For people to look at, or not for this page.
        "informative" | "manual" | "notApplicable" => return Ok(None),
        "error" => {}
        _ if audit["score"].as_f64().is_some_and(|score| score >= 1.0) => return Ok(None),
        _ => {}
    }
    let mut names: Vec<String> = Vec::new();
    for item in audit["details"]["items"].as_array().into_iter().flatten() {
        let mut found = Vec::new();
        collect(item, &mut found);
        found.dedup();
        if !found.is_empty() {
            names.push(found.join(" · "));
        }
    }
    names.dedup();
    if names.is_empty() {
        let said = ["errorMessage", "explanation", "displayValue"];
        names.extend(said.iter().filter_map(|key| Some(audit[key].as_str()?.to_owned())).take(1));
    }
    if names.is_empty() {
        names.push("it does not say what".to_owned());
    }
    let title = audit["title"].as_str().unwrap_or_default().to_owned();
    Ok(Some(Miss { category, audit: id.to_owned(), title, names }))
}

/// What tells people which part of a page is meant, and why, wherever it stands in an item.
fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Object(fields) => {
            for (key, value) in fields {
                match value {
                    Value::String(text)
                        if ["snippet", "url", "reason", "description", "statistic"]
                            .contains(&key.as_str()) =>
                    {
                        found.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
                    }
                    _ => collect(value, found),
                }
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A report in which these audits of SEO are as given, and the rest is well.
    fn with(audits: &Value) -> Value {
        let mut report = json!({ "audits": audits, "categories": {}, "runWarnings": [] });
        report["audits"]["well"] = json!({ "score": 1, "scoreDisplayMode": "binary", "title": "Well" });
        for category in CATEGORIES {
            report["categories"][category] = json!({ "score": 1, "auditRefs": [{ "id": "well" }] });
        }
        let ids = audits.as_object().expect("audits").keys();
        let refs: Vec<Value> = ids.map(|id| json!({ "id": id })).collect();
        report["categories"]["seo"] = json!({ "score": 0.91, "auditRefs": refs });
        report
    }

    fn read(report: &Value) -> Result<Report> {
        Report::read(&report.to_string())
    }

    #[test]
    fn gives_scores_and_what_is_below_full_marks() {
        let report = read(&with(&json!({
            "hreflang": { "score": 0, "scoreDisplayMode": "binary", "title": "No valid hreflang", "details": { "items": [
                {
                    "source": { "type": "node", "snippet": "<link\n  hreflang=\"cy\">", "nodeLabel": "head > link" },
                    "subItems": { "items": [{ "reason": "Relative href value" }] },
                },
            ] } },
            "robots-txt": { "score": 0, "scoreDisplayMode": "binary", "title": "Not valid", "explanation": "unable" },
            "sizes": { "score": 0.5, "scoreDisplayMode": "metricSavings", "title": "Sizes" },
            "passes": { "score": 1, "scoreDisplayMode": "binary", "title": "Passes" },
        })))
        .expect("a report");
        assert_eq!(report.scores, [Some(100), Some(100), Some(91), Some(100)]);
        let missed: Vec<_> =
            report.misses.iter().map(|miss| (miss.audit.as_str(), miss.names.join("|"))).collect();
        assert_eq!(
            missed,
            [
                ("hreflang", "<link hreflang=\"cy\"> · Relative href value".to_owned()),
                ("robots-txt", "unable".to_owned()),
                ("sizes", "it does not say what".to_owned()),
            ]
        );
        assert!(report.misses.iter().all(|miss| miss.category == "seo"));
    }

    #[test]
    fn leaves_out_what_is_not_judged_and_keeps_what_could_not_be() {
        let report = read(&with(&json!({
            "informative": { "score": 0, "scoreDisplayMode": "informative" },
            "manual": { "score": null, "scoreDisplayMode": "manual" },
            "not-here": { "score": null, "scoreDisplayMode": "notApplicable" },
            "broken": { "score": null, "scoreDisplayMode": "error", "errorMessage": "no trace" },
            "unknown": { "score": null, "scoreDisplayMode": "numeric" },
        })))
        .expect("a report");
        let missed: Vec<_> = report.misses.iter().map(|miss| miss.audit.as_str()).collect();
        assert_eq!(missed, ["broken", "unknown"]);
        assert_eq!(report.misses[0].names, ["no trace"]);
    }

    #[test]
    fn a_run_that_judged_nothing_is_no_result() {
        let well = with(&json!({}));
        assert!(read(&well).expect_err("no audits").contains("did not judge seo"));
        let mut failed = with(&json!({ "passes": { "score": 1, "scoreDisplayMode": "binary" } }));
        assert!(read(&failed).is_ok());
        failed["runtimeError"] = json!({ "code": "NO_FCP", "message": "the page painted nothing" });
        assert!(read(&failed).expect_err("an error").contains("painted nothing"));
        let mut lost = with(&json!({ "passes": { "score": 1, "scoreDisplayMode": "binary" } }));
        lost["categories"]["seo"]["auditRefs"] = json!([{ "id": "lost" }]);
        assert!(read(&lost).expect_err("an audit without a result").contains("lost"));
        assert!(Report::read("").expect_err("nothing").contains("no JSON"));
    }
}
