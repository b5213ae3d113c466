//! The list of misses that stay, and whether it is still true.

use super::report::{Miss, PERFORMANCE, Report};
use super::{EXPLAINED, Page, Visit};
use crate::Result;

/// Begins the heading of an entry about speed.
const SPEED: &str = "performance: ";

/// A miss that stays, and why.
#[derive(Debug, PartialEq)]
pub struct Explained {
    /// Where it stands in the list.
    line: usize,
    /// One, or of speed as many as have one cause.
    audits: Vec<String>,
    /// Whether it is about speed. Then a quicker machine may not miss, and what is named are addresses and times.
    speed: bool,
    why: String,
    /// What is in all that the audit names; nothing for speed.
    says: String,
    pages: Vec<Page>,
}

impl Explained {
    /// Whether this is about such a miss on that page.
    fn is_about(&self, miss: &Miss, page: Page) -> bool {
        self.speed == (miss.category == PERFORMANCE)
            && self.audits.contains(&miss.audit)
            && self.pages.contains(&page)
    }
}

/// Reads the list. An entry without a reason, or with a page that there is not, is a mistake.
pub fn read(text: &str) -> Result<Vec<Explained>> {
    let mut all: Vec<Explained> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let wrong = |what: &str| format!("{EXPLAINED}:{}: {what}: {line}", at + 1);
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        if let Some(heading) = line.strip_prefix("## ") {
            let (speed, audits) = match heading.strip_prefix(SPEED) {
                Some(audits) => (true, audits.split(", ").map(str::to_owned).collect()),
                None => (false, vec![heading.to_owned()]),
            };
            let known = |one: &Explained| one.audits.iter().any(|audit| audits.contains(audit));
            if !speed && all.iter().any(known) {
                return Err(wrong("it is there already"));
            }
            all.push(Explained {
                line: at + 1,
                audits,
                speed,
                why: String::new(),
                says: String::new(),
                pages: Vec::new(),
            });
            continue;
        }
        let entry = all.last_mut().ok_or_else(|| wrong("an entry begins with ## and an audit"))?;
        match line.split_once(": ") {
            Some(("why", why)) => entry.why = why.to_owned(),
            Some(("says", says)) => entry.says = says.to_owned(),
            Some(("pages", pages)) => {
                for name in pages.split(", ") {
                    let page = Page::ALL.into_iter().find(|page| page.name() == name);
                    entry.pages.push(page.ok_or_else(|| wrong("there is no such page"))?);
                }
            }
            _ => return Err(wrong("an entry has why, says and pages")),
        }
    }
    let lacking = all.iter().find(|entry| {
        entry.why.trim().is_empty() || entry.speed != entry.says.trim().is_empty() || entry.pages.is_empty()
    });
    match lacking {
        Some(entry) if entry.speed => Err(format!(
            "{EXPLAINED}:{}: {} lacks why or pages, or has says",
            entry.line,
            entry.audits.join(", ")
        )),
        Some(entry) => {
            Err(format!("{EXPLAINED}:{}: {} lacks why, says or pages", entry.line, entry.audits.join(", ")))
        }
        None => Ok(all),
    }
}

/// What is wrong: misses that are not in the list, and entries that nothing misses on a page that was judged. How much
/// speed misses by is for people to judge; that it misses must be explained all the same.
pub fn problems(reports: &[(Visit, Report)], all: &[Explained]) -> Vec<String> {
    let mut problems = Vec::new();
    for (visit, report) in reports {
        for miss in &report.misses {
            let entry = all.iter().find(|one| one.is_about(miss, visit.page));
            let left: Vec<_> = miss
                .names
                .iter()
                .filter(|name| !entry.is_some_and(|entry| name.contains(&entry.says)))
                .map(String::as_str)
                .collect();
            if !left.is_empty() {
                problems.push(format!(
                    "{}: {} ({}): {}. Mend it, or say in {EXPLAINED} why it stays",
                    visit.name(),
                    miss.audit,
                    miss.title,
                    left.join("; ")
                ));
            }
        }
    }
    for entry in all.iter().filter(|entry| !entry.speed) {
        for page in &entry.pages {
            let mut judged = reports.iter().filter(|(visit, _)| visit.page == *page).peekable();
            let was_judged = judged.peek().is_some();
            let misses =
                judged.any(|(_, report)| report.misses.iter().any(|miss| entry.is_about(miss, *page)));
            if was_judged && !misses {
                let (line, audit, page) = (entry.line, entry.audits.join(", "), page.name());
                problems.push(format!("{EXPLAINED}:{line}: {audit} no longer misses on {page}: take it out"));
            }
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;
    use std::path::Path;

    const LIST: &str = "// a list\n\n## robots-txt\nwhy: the policy\nsays: unable\npages: checker, guide\n";

    fn run(page: Page, misses: &[(&'static str, &str, &[&str])]) -> Vec<(Visit, Report)> {
        let misses: Vec<Miss> = misses
            .iter()
            .map(|(category, audit, names)| Miss {
                category,
                audit: (*audit).into(),
                title: "Title".into(),
                names: names.iter().map(|name| (*name).into()).collect(),
            })
            .collect();
        let report = || Report { scores: [Some(100); 4], misses: misses.clone(), warnings: Vec::new() };
        Visit::all(&[page]).into_iter().map(|visit| (visit, report())).collect()
    }

    #[test]
    fn what_is_explained_passes_and_anything_else_fails() {
        let list = read(LIST).expect("a list");
        let robots: (_, _, &[&str]) = ("seo", "robots-txt", &["was unable to"]);
        for page in [Page::Checker, Page::Guide] {
            assert_eq!(problems(&run(page, &[robots]), &list), [""; 0]);
        }

        let found = problems(&run(Page::Guide, &[robots, ("accessibility", "contrast", &["<p>"])]), &list);
        assert_eq!(found.len(), 4, "one for each language and device: {found:?}");
        assert!(found[0].starts_with("guide-en-mobile: contrast (Title): <p>. Mend it"), "{found:?}");
        // Explained elsewhere is not explained here.
        assert_eq!(problems(&run(Page::Builder, &[robots]), &list).len(), 4);
        // The same audit for another cause is not explained.
        let other =
            problems(&run(Page::Guide, &[("seo", "robots-txt", &["was unable to", "line 3"])]), &list);
        assert!(other.len() == 4 && other[0].contains("): line 3. "), "{other:?}");
    }

    #[test]
    fn speed_is_not_judged_but_explained() {
        let slow: &[_] = &[("performance", "speed-index", &["3.2 s"][..])];
        assert_eq!(problems(&run(Page::Builder, slow), &[]).len(), 4);
        let list = read("## performance: speed-index, dom-size\nwhy: x\npages: builder\n").expect("a list");
        assert_eq!(problems(&run(Page::Builder, slow), &list), [""; 0]);
        assert_eq!(
            problems(&run(Page::Guide, slow), &list).len(),
            4,
            "explained elsewhere is not explained here"
        );
        // A quicker machine misses nothing.
        assert_eq!(problems(&run(Page::Builder, &[]), &list), [""; 0]);
        // The same audit of another category is another miss.
        assert_eq!(problems(&run(Page::Builder, &[("seo", "speed-index", &["x"])]), &list).len(), 4);
    }

    #[test]
    fn an_entry_that_nothing_misses_fails_where_it_was_judged() {
        let list = read(LIST).expect("a list");
        let found = problems(&run(Page::Guide, &[]), &list);
        assert_eq!(found, ["tests/lighthouse.txt:3: robots-txt no longer misses on guide: take it out"]);
        assert_eq!(problems(&run(Page::Builder, &[]), &list), [""; 0]);
        // A miss of performance by that name does not keep it.
        let slow = problems(&run(Page::Guide, &[("performance", "robots-txt", &["unable"])]), &list);
        assert!(slow.contains(&found[0]), "{slow:?}");
    }

    #[test]
    fn mistakes_in_the_list_are_named_with_their_line() {
        for (text, named) in [
            ("why: x\n", "lighthouse.txt:1: an entry begins with ##"),
            ("## a\nwhy: x\nsays: y\n", "lighthouse.txt:1: a lacks"),
            ("## a\nsays: y\npages: guide\n", "lighthouse.txt:1: a lacks"),
            ("## a\nwhy: x\npages: guide\n", "lighthouse.txt:1: a lacks"),
            ("## a\nwhy: x\nsays: y\npages: guide, home\n", "lighthouse.txt:4: there is no such page"),
            ("## a\nbecause: x\n", "lighthouse.txt:2: an entry has"),
            ("## performance: a, b\npages: guide\n", "lighthouse.txt:1: a, b lacks"),
            (
                "## performance: a\nwhy: x\nsays: y\npages: guide\n",
                "lighthouse.txt:1: a lacks why or pages, or has says",
            ),
            ("## a\nwhy: x\nsays: y\npages: guide\n\n## a\n", "lighthouse.txt:6: it is there already"),
        ] {
            let wrong = read(text).expect_err(text);
            assert!(wrong.contains(named), "{text}: {wrong}");
        }
    }

    #[test]
    fn the_list_can_be_read() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace");
        let list = read(&paths::read_text(&root.join(EXPLAINED)).expect("the list")).expect("no mistakes");
        assert!(!list.is_empty());
    }
}
