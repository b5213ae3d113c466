//! What was found, for people.

use super::Visit;
use super::report::{CATEGORIES, Miss, PERFORMANCE, Report};
use std::fmt::Write;

/// How many things an audit names before the rest is only counted.
const NAMED: usize = 3;

/// The scores of every run, then every audit below full marks with what it names.
pub fn table(reports: &[(Visit, Report)]) -> String {
    let mut out = format!("{:<10}{:<10}{:<9}", "page", "language", "form");
    for category in CATEGORIES {
        let _ = write!(out, "{category:>16}");
    }
    out.push('\n');
    for (visit, report) in reports {
        let (page, language) = (visit.page.name(), visit.language.id());
        let _ = write!(out, "{page:<10}{language:<10}{:<9}", visit.form.name());
        for score in report.scores {
            let _ = write!(out, "{:>16}", score.map_or("?".to_owned(), |score| score.to_string()));
        }
        out.push('\n');
    }
    for category in CATEGORIES {
        let _ = match category {
            PERFORMANCE => write!(out, "\n{category}, measured on this machine:\n"),
            _ => write!(out, "\n{category}, below full marks:\n"),
        };
        let before = out.len();
        for audit in audits(reports, category) {
            out += &lines(reports, &audit);
        }
        if out.len() == before {
            out += "  nothing\n";
        }
    }
    for (visit, report) in reports {
        for warning in &report.warnings {
            let _ = write!(out, "\n{}: Lighthouse warns: {warning}\n", visit.name());
        }
    }
    out
}

/// Each audit once, as it was first met.
fn audits(reports: &[(Visit, Report)], category: &str) -> Vec<Miss> {
    let mut audits: Vec<Miss> = Vec::new();
    for miss in reports.iter().flat_map(|(_, report)| &report.misses) {
        if miss.category == category && !audits.iter().any(|known| known.audit == miss.audit) {
            audits.push(miss.clone());
        }
    }
    audits
}

fn lines(reports: &[(Visit, Report)], audit: &Miss) -> String {
    let mut out = format!("  {}: {}\n", audit.audit, audit.title);
    for (visit, report) in reports {
        let same = |miss: &&Miss| miss.audit == audit.audit && miss.category == audit.category;
        let Some(miss) = report.misses.iter().find(same) else { continue };
        let mut names: Vec<String> = miss.names.iter().take(NAMED).map(|name| short(name)).collect();
        if miss.names.len() > NAMED {
            names.push(format!("and {} more", miss.names.len() - NAMED));
        }
        let _ = writeln!(out, "    {}: {}", visit.name(), names.join("; "));
    }
    out
}

/// Some snippets are whole pages.
fn short(name: &str) -> String {
    const MOST: usize = 120;
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Form, Page};
    use super::*;

    #[test]
    fn every_run_has_a_line_and_every_miss_is_named_once_for_each() {
        let miss = |category, audit: &str, names: &[String]| Miss {
            category,
            audit: audit.into(),
            title: format!("Title of {audit}"),
            names: names.to_vec(),
        };
        let five: Vec<String> = (1..=5).map(|at| format!("thing {at}")).collect();
        let mut reports = Vec::new();
        for visit in Visit::all(&[Page::Guide]) {
            let mut misses = vec![miss("seo", "hreflang", &five)];
            if visit.form == Form::Mobile {
                misses.push(miss(PERFORMANCE, "speed", &["é".repeat(300)]));
            }
            let scores = [Some(100), Some(99), None, Some(87)];
            reports.push((visit, Report { scores, misses, warnings: vec!["slow".into()] }));
        }
        let table = table(&reports);
        let row = table.lines().find(|line| line.starts_with("guide     cy        desktop")).expect("a row");
        let cells: Vec<_> = row.split_whitespace().skip(3).collect();
        assert_eq!(cells, ["100", "99", "?", "87"]);
        assert_eq!(table.matches("Title of hreflang").count(), 1, "{table}");
        assert_eq!(table.matches(": thing 1; thing 2; thing 3; and 2 more\n").count(), 4, "{table}");
        assert!(table.contains("accessibility, below full marks:\n  nothing\n"), "{table}");
        assert!(table.contains("this machine:\n  speed: Title of speed\n    guide-en-mobile: é"), "{table}");
        assert!(
            table.contains("é…\n") && table.contains("guide-cy-mobile: Lighthouse warns: slow"),
            "{table}"
        );
    }
}
