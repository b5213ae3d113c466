//! Every link from one file of the site to another leads somewhere, wherever the site is served.

use super::dist::Files;
use crate::Result;
use std::collections::{BTreeMap, BTreeSet};

/// A page: where it leads, and the places on it.
struct Page {
    links: BTreeSet<String>,
    places: BTreeMap<String, usize>,
}

/// Checks every link of every page; the first problems in words.
pub fn check(files: &Files) -> Result<()> {
    let html = files.iter().filter(|(name, _)| name.ends_with(".html"));
    let pages: BTreeMap<&str, Page> =
        html.map(|(name, bytes)| (name.as_str(), read(&String::from_utf8_lossy(bytes)))).collect();
    let mut problems = Vec::new();
    for (name, page) in &pages {
        for target in &page.links {
            if let Some(wrong) = wrong(files, &pages, name, target) {
                problems.push(format!("{name} links to {target}, {wrong}"));
            }
        }
    }
    if problems.is_empty() {
        return Ok(());
    }
    Err(problems.into_iter().take(20).collect::<Vec<_>>().join("\n"))
}

/// Reads a page without its scripts and templates: what a program shows is its own affair.
fn read(html: &str) -> Page {
    let mut page = Page { links: BTreeSet::new(), places: BTreeMap::new() };
    let without = without("template", &without("script", html));
    gather(&without, &mut page);
    page
}

fn without(tag: &str, html: &str) -> String {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut kept = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once(&open) {
        kept.push_str(before);
        rest = after.split_once(&close).map_or("", |(_, rest)| rest);
    }
    kept + rest
}

fn gather(html: &str, page: &mut Page) {
    let values = |attribute| html.split(attribute).skip(1).filter_map(|rest| rest.split('"').next());
    for attribute in [" href=\"", " src=\""] {
        page.links.extend(values(attribute).map(|target| target.replace("&amp;", "&")));
    }
    for id in values(" id=\"") {
        *page.places.entry(id.to_owned()).or_default() += 1;
    }
}

fn wrong(files: &Files, pages: &BTreeMap<&str, Page>, from: &str, target: &str) -> Option<&'static str> {
    if ["https:", "tel:", "mailto:", "data:"].iter().any(|scheme| target.starts_with(scheme)) {
        return None;
    }
    if target.starts_with('/') || target.contains("://") {
        return Some("which would leave the folder that the site is served from");
    }
    let (path, place) = target.split_once('#').unwrap_or((target, ""));
    let file = if path.is_empty() { from.to_owned() } else { beside(from, path)? };
    if !files.contains_key(&file) {
        return Some("which is not there");
    }
    // The checker reads settings from its fragment.
    if place.is_empty() || place.contains('=') {
        return None;
    }
    let there = pages.get(file.as_str()).and_then(|page| page.places.get(place));
    (there != Some(&1)).then_some("and there is not exactly one such place")
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
            "<template><i id=\"a\"><a href=\"#b\"></template><i id=\"a\"><a href=\"#a\">",
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
