//! What is decided otherwise than at an earlier commit: two versions of the decision tables, compared row by row.

use crate::{Result, paths};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// Where the tables are, below the root.
const FOLDER: &str = "tests/decisions";

/// The tables by file name, such as `right.txt`.
pub type Tables = BTreeMap<String, String>;

/// What changed in one table.
#[derive(Default, Debug, PartialEq)]
pub struct Changes {
    /// Under the same answers another finding: the answers, what was found, what is found now.
    pub otherwise: Vec<(String, String, String)>,
    /// Rows that were not there: what is found, and under which answers or with what advice.
    pub added: Vec<(String, String)>,
    /// Rows that are gone.
    pub removed: Vec<(String, String)>,
}

impl Changes {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.otherwise.len() + self.added.len() + self.removed.len()
    }
}

/// Everything that changed between two versions.
#[derive(Default, Debug)]
pub struct Since {
    /// By table: `right`, `council`, `advice`.
    pub tables: BTreeMap<String, Changes>,
    /// Findings whose rule has another fingerprint.
    pub rules: BTreeSet<String>,
}

/// The tables as they are in the folder.
pub fn now(root: &Path) -> Result<Tables> {
    let folder = root.join(FOLDER);
    let listed =
        std::fs::read_dir(&folder).map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    let mut tables = Tables::new();
    for file in listed.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".txt") {
            tables.insert(name, paths::read_text(&file.path())?);
        }
    }
    Ok(tables)
}

/// The tables as they were at a revision.
pub fn at(root: &Path, revision: &str) -> Result<Tables> {
    let git = |args: &[&str]| paths::output(Command::new("git").arg("-C").arg(root).args(args));
    git(&["rev-parse", "--git-dir"])
        .map_err(|_| format!("--since compares commits, and {} is not a git checkout", root.display()))?;
    // With `^{commit}` and after `--verify` nothing is read as an option or a path.
    let commit =
        git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])
            .map_err(|_| format!("--since {revision:?}: git knows no such commit, branch or tag"))?;
    let commit = commit.trim();
    let listed = git(&["ls-tree", "--name-only", commit, &format!("{FOLDER}/")])?;
    let mut tables = Tables::new();
    for path in listed.lines().filter(|path| path.ends_with(".txt")) {
        let name = path.rsplit('/').next().unwrap_or(path);
        tables.insert(name.to_owned(), git(&["show", &format!("{commit}:{path}")])?);
    }
    if tables.is_empty() {
        return Err(format!("--since {revision:?}: there were no decision tables in {FOLDER}/ yet"));
    }
    Ok(tables)
}

/// The rows of a version, by table: the answers or the advice, with what is found.
fn rows(tables: &Tables) -> BTreeMap<String, BTreeSet<(String, String)>> {
    let mut all: BTreeMap<String, BTreeSet<(String, String)>> = BTreeMap::new();
    for (file, text) in tables.iter().filter(|(file, _)| *file != "hashes.txt") {
        let mut table = file.trim_end_matches(".txt").to_owned();
        for line in text.lines().filter(|line| !line.starts_with("# ")) {
            if let Some(name) = line.strip_prefix("## ") {
                table = name.trim().to_owned();
            } else if let Some((found, answers)) = line.split_once("<-").or_else(|| line.split_once("->")) {
                all.entry(table.clone()).or_default().insert((answers.trim().into(), found.trim().into()));
            }
        }
    }
    all
}

fn fingerprints(tables: &Tables) -> BTreeMap<&str, &str> {
    let text = tables.get("hashes.txt").map_or("", String::as_str);
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' ')).collect()
}

/// What changed from one version to another.
pub fn compare(before: &Tables, after: &Tables) -> Since {
    let (old, new) = (rows(before), rows(after));
    let mut since = Since::default();
    let none = BTreeSet::new();
    for table in old.keys().chain(new.keys()).collect::<BTreeSet<_>>() {
        let (old, new) = (old.get(table).unwrap_or(&none), new.get(table).unwrap_or(&none));
        let mut changes = Changes::default();
        let mut gone: Vec<_> = old.difference(new).cloned().collect();
        for (answers, found) in new.difference(old) {
            // Advice is a set of lists for each claim: there a row is never the other version of another row.
            let same = gone.iter().position(|(other, _)| other == answers && table != "advice");
            match same.map(|place| gone.remove(place)) {
                Some((_, before)) => changes.otherwise.push((answers.clone(), before, found.clone())),
                None => changes.added.push((found.clone(), answers.clone())),
            }
        }
        changes.removed = gone.into_iter().map(|(answers, found)| (found, answers)).collect();
        changes.added.sort();
        changes.removed.sort();
        if changes.count() > 0 {
            since.tables.insert(table.clone(), changes);
        }
    }
    let (old, new) = (fingerprints(before), fingerprints(after));
    // An older version may have had no fingerprints at all.
    if !old.is_empty() {
        let ids = old.keys().chain(new.keys()).filter(|id| old.get(*id) != new.get(*id));
        since.rules = ids.map(|id| (*id).to_owned()).collect();
    }
    since
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tables(files: &[(&str, &str)]) -> Tables {
        files.iter().map(|(name, text)| ((*name).into(), (*text).into())).collect()
    }

    #[test]
    fn rows_are_added_removed_and_decided_otherwise() {
        let before = tables(&[
            (
                "right.txt",
                "# Head\nELIG-01 S1 now <- F-WHERE = out\nELIG-02 S1 now  <- F-WHERE = on-cto\nELIG-11 S0 now <- F-SURE = yes\n",
            ),
            ("advice.txt", "ELIG-01  -> 5.1-1, ACT-13\n"),
            ("hashes.txt", "# Head\nELIG-01 aa\nELIG-02 bb\n"),
        ]);
        let after = tables(&[
            (
                "right.txt",
                "# Other\nELIG-01 S2 now           <- F-WHERE = out\nELIG-02 S1 now <- F-WHERE = on-cto\nELIG-12 S4 now <- F-SURE = not yes\n",
            ),
            ("later.txt", "## council\n                 <- F-ARGUE = nobody\n"),
            ("advice.txt", "ELIG-02  -> 5.1-1, ACT-13\n"),
            ("hashes.txt", "ELIG-01 cc\nELIG-02 bb\nELIG-03 dd\n"),
        ]);
        let since = compare(&before, &after);
        let own = |text: &[&str]| text.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            since.tables["right"],
            Changes {
                otherwise: vec![("F-WHERE = out".into(), "ELIG-01 S1 now".into(), "ELIG-01 S2 now".into())],
                added: vec![("ELIG-12 S4 now".into(), "F-SURE = not yes".into())],
                removed: vec![("ELIG-11 S0 now".into(), "F-SURE = yes".into())],
            }
        );
        assert_eq!(since.tables["council"].added, [(String::new(), "F-ARGUE = nobody".into())]);
        let advice = &since.tables["advice"];
        assert_eq!((advice.added.len(), advice.removed.len(), advice.otherwise.len()), (1, 1, 0));
        assert_eq!(since.rules.into_iter().collect::<Vec<_>>(), own(&["ELIG-01", "ELIG-03"]));
    }

    #[test]
    fn the_same_tables_have_no_changes() {
        let same = tables(&[("right.txt", "ELIG-01 S1 now <- F-WHERE = out\n")]);
        let since = compare(&same, &same);
        assert!(since.tables.is_empty() && since.rules.is_empty());
    }

    #[test]
    fn a_folder_without_git_and_an_unknown_revision_are_said() {
        let folder = std::env::temp_dir().join(format!("s117-since-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let wrong = at(&folder, "main").expect_err("no checkout");
        assert!(wrong.contains("is not a git checkout"), "{wrong}");
        std::fs::remove_dir_all(&folder).expect("removed");

        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
        if root.join(".git").exists() {
            for revision in ["no-such-branch", "--output=x", ""] {
                let wrong = at(root, revision).expect_err("no such commit");
                assert!(wrong.contains("git knows no such commit"), "{revision:?}: {wrong}");
            }
            assert!(at(root, "HEAD").is_ok_and(|tables| tables.contains_key("right.txt")));
        }
        assert!(now(root).is_ok_and(|tables| tables.contains_key("right.txt")));
    }
}
