//! Every link from one file of the site to another leads somewhere, wherever the site is served.

use super::dist::Files;
use crate::Result;
use std::collections::BTreeSet;

/// Checks every link of every page; the first problems in words.
pub fn check(files: &Files) -> Result<()> {
    let mut problems = Vec::new();
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        for target in links(&html) {
            if let Some(wrong) = wrong(files, name, &target) {
                problems.push(format!("{name} links to {target}, {wrong}"));
            }
        }
    }
    problems.dedup();
    if problems.is_empty() {
        return Ok(());
    }
    Err(problems.into_iter().take(20).collect::<Vec<_>>().join("\n"))
}

/// What stands in `href` and `src`, outside scripts: those of a program are its own affair.
fn links(html: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<script") {
        gather(before, &mut found);
        rest = after.split_once("</script>").map_or("", |(_, rest)| rest);
    }
    gather(rest, &mut found);
    found
}

fn gather(html: &str, found: &mut BTreeSet<String>) {
    for attribute in [" href=\"", " src=\""] {
        found.extend(
            html.split(attribute)
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .map(|target| target.replace("&amp;", "&")),
        );
    }
}

fn wrong(files: &Files, from: &str, target: &str) -> Option<&'static str> {
    if ["https:", "tel:", "mailto:", "data:"].iter().any(|scheme| target.starts_with(scheme)) {
        return None;
    }
    if target.starts_with('/') || target.contains("://") {
        return Some("which would leave the folder that the site is served from");
    }
    let (path, place) = target.split_once('#').unwrap_or((target, ""));
    let file = if path.is_empty() { from.to_owned() } else { beside(from, path)? };
    let Some(bytes) = files.get(&file) else { return Some("which is not there") };
    // The checker reads settings from its fragment.
    if place.is_empty() || place.contains('=') {
        return None;
    }
    let html = String::from_utf8_lossy(bytes);
    let id = format!(" id=\"{place}\"");
    (html.matches(&id).count() != 1).then_some("and there is not exactly one such place")
}

/// The file that a relative address means, seen from another file.
fn beside(from: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let file = parts.join("/");
    Some(if file.is_empty() || file.ends_with('/') { format!("{file}index.html") } else { file })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_links_that_lead_nowhere() {
        let site = |html: &str| -> Files {
            [
                ("index.html", "<p id=\"a\">"),
                ("v1/guide.html", html),
                ("v1/index.html", ""),
                ("review/index.html", ""),
            ]
            .map(|(name, html)| (name.to_owned(), html.as_bytes().to_vec()))
            .into()
        };
        for good in [
            "<a href=\"index.html\">",
            "<a href=\"../index.html#a\">",
            "<a href=\"../review/\">",
            "<a href=\"#b\"><i id=\"b\">",
            "<a href=\"index.html#lang=cy\">",
            "<a href=\"https://example.org/x#y\">",
            "<a href=\"tel:999\">",
            "<script>a = '<a href=\"gone.html\">'</script>",
            "<a href=\"../\">",
        ] {
            assert_eq!(check(&site(good)), Ok(()), "{good}");
        }
        for bad in [
            "<a href=\"gone.html\">",
            "<a href=\"/index.html\">",
            "<a href=\"../index.html#b\">",
            "<a href=\"#b\">",
            "<a href=\"http://example.org/\">",
            "<img src=\"a.png\">",
            "<i id=\"b\"><i id=\"b\"><a href=\"#b\">",
            "<a href=\"../../../gone\">",
            "<script></script><a href=\"gone.html\">",
        ] {
            assert!(check(&site(bad)).is_err(), "{bad}");
        }
    }
}
