//! The reading ages of what everybody reads first: questions and headlines in English, each line by itself.
//!
//! A line may be above the limit only for a reason, in `content/reading-age.txt`.

use super::html::escape;
use super::reading_age::{LIMIT, line_age};
use s117_checker::{
    law::{fact::Question, finding::FindingId, shapes::shapes},
    words::{self, Language, Speech, Voice},
};
use std::collections::BTreeSet;

/// A question or a headline.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    /// The id of its question or finding.
    id: &'static str,
    text: &'static str,
}

impl Line {
    /// Its reading age in years, as it is shown: “about 11” is not above 11.
    fn age(&self) -> f32 {
        line_age(self.text).unwrap_or_default().round()
    }
}

/// Every question and every headline, in every voice and shape, each wording once.
fn lines() -> Vec<Line> {
    let mut lines = BTreeSet::new();
    for voice in [Voice::Me, Voice::Supporter, Voice::Client] {
        let speech = Speech::new(Language::English, voice);
        for question in Question::ALL {
            for speech in [speech, speech.in_short()] {
                lines.insert(Line { id: question.id(), text: words::question(*question, speech).ask });
            }
        }
        for id in FindingId::ALL {
            for shape in shapes(*id).iter().copied() {
                lines.insert(Line { id: id.id(), text: words::finding(*id, shape, speech).headline });
            }
        }
    }
    lines.into_iter().collect()
}

/// How old texts are, taken together.
pub struct Ages {
    /// How many there are.
    count: usize,
    median: f32,
    oldest: f32,
    /// How many are above the limit.
    above: usize,
}

impl Ages {
    /// Of these ages; nothing if there are none.
    pub fn of(mut ages: Vec<f32>) -> Option<Self> {
        ages.sort_by(f32::total_cmp);
        Some(Self {
            count: ages.len(),
            median: *ages.get(ages.len() / 2)?,
            oldest: *ages.last()?,
            above: ages.iter().filter(|age| **age > LIMIT).count(),
        })
    }

    /// In a sentence.
    pub fn sentence(&self, what: &str) -> String {
        let Self { count, median, oldest, above } = self;
        let share = 100.0 * *above as f32 / *count as f32;
        format!(
            "{count} {what}: median {median:.0}, oldest {oldest:.0}, above {LIMIT:.0}: {above} ({share:.0}%)."
        )
    }
}

/// The part of the pack about these lines: the numbers, and those above the limit, the oldest first.
pub fn part() -> String {
    let mut lines = lines();
    let ages = Ages::of(lines.iter().map(Line::age).collect());
    let numbers = ages.map_or(String::new(), |ages| ages.sentence("questions and headlines"));
    lines.retain(|line| line.age() > LIMIT);
    lines.sort_by(|one, other| other.age().total_cmp(&one.age()));
    let items: String = lines
        .iter()
        .map(|line| format!("<li>{:.0}: <code>{}</code> {}</li>\n", line.age(), line.id, escape(line.text)))
        .collect();
    format!(
        "<p>{numbers} Each that is above has its reason in <code>content/reading-age.txt</code>.</p>\n\
         <details><summary>Those above {LIMIT:.0}</summary><ul>\n{items}</ul></details>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paths;
    use std::path::Path;

    /// A reason for which lines may be above the limit.
    struct Exception {
        /// Where it stands in its file.
        line: usize,
        /// The words for which it is.
        words: String,
        why: String,
        ids: Vec<String>,
    }

    impl Exception {
        fn is_for(&self, line: &Line) -> bool {
            contains(line, &self.words) && self.ids.iter().any(|id| id == line.id)
        }
    }

    /// A name is the same name at the start of a line, with a capital.
    fn contains(line: &Line, words: &str) -> bool {
        line.text.to_lowercase().contains(&words.to_lowercase())
    }

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace")
    }

    fn exceptions(text: &str) -> Vec<Exception> {
        let mut exceptions: Vec<Exception> = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let last = exceptions.last_mut();
            match (line.split_once(": "), line.strip_prefix("## "), last) {
                (_, Some(words), _) => exceptions.push(Exception {
                    line: at + 1,
                    words: words.into(),
                    why: String::new(),
                    ids: vec![],
                }),
                (Some(("why", why)), _, Some(last)) => last.why = why.into(),
                (Some(("ids", ids)), _, Some(last)) => last.ids = ids.split(", ").map(Into::into).collect(),
                _ => assert!(line.is_empty() || line.starts_with("//"), "line {}: {line}", at + 1),
            }
        }
        exceptions
    }

    /// What is wrong: lines above the limit without an exception, and exceptions without a line.
    fn problems(lines: &[Line], exceptions: &[Exception]) -> Vec<String> {
        let above = || lines.iter().filter(|line| line.age() > LIMIT);
        let mut problems: Vec<String> = above()
            .filter(|line| !exceptions.iter().any(|exception| exception.is_for(line)))
            .map(|line| {
                format!(
                    "{}: {} has a reading age of about {:.0}: “{}”",
                    place(line),
                    line.id,
                    line.age(),
                    line.text
                )
            })
            .collect();
        for exception in exceptions {
            let idle = exception
                .ids
                .iter()
                .filter(|id| !above().any(|line| line.id == id.as_str() && contains(line, &exception.words)));
            let at = format!("content/reading-age.txt:{}: “{}”", exception.line, exception.words);
            problems.extend(idle.map(|id| format!("{at} is not needed for {id}")));
            if exception.why.is_empty() || exception.ids.is_empty() {
                problems.push(format!("{at} lacks why or ids"));
            }
        }
        problems
    }

    /// The file and the line that a text stands in: its own entry’s, or that of its topic.
    fn place(line: &Line) -> String {
        let folder = root().join("content/en");
        let mut places = Vec::new();
        for file in std::fs::read_dir(folder).expect("the English words") {
            let path = file.expect("a file").path();
            let text = paths::read_text(&path).expect("text");
            let mut own = false;
            for (at, written) in text.lines().enumerate() {
                own = written.strip_prefix("## ").map_or(own, |id| id == line.id);
                if written.ends_with(&format!(": {}", line.text)) {
                    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                    places.push((!own, format!("content/en/{name}:{}", at + 1)));
                }
            }
        }
        places.sort();
        places.into_iter().next().map_or("content/en".into(), |(_, place)| place)
    }

    #[test]
    fn questions_and_headlines_are_readable_or_excepted_with_a_reason() {
        let kept = paths::read_text(&root().join("content/reading-age.txt")).expect("the exceptions");
        let problems = problems(&lines(), &exceptions(&kept));
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn a_line_too_old_is_named_with_its_place_and_so_is_an_idle_exception() {
        let lines = lines();
        assert!(lines.len() > 400, "{} lines", lines.len());
        let found = problems(&lines, &[]);
        assert!(
            found.iter().any(|problem| problem.starts_with("content/en/steps.txt:")
                && problem.contains("ACT-05 has a reading age of about 14")),
            "{found:?}"
        );
        let on_topic = lines.iter().find(|line| line.text == "You have this right").expect("a headline");
        assert!(place(on_topic).starts_with("content/en/strengths.txt:"), "{}", place(on_topic));
        let idle = exceptions("// A note.\n\n## this right\nwhy: To see.\nids: ELIG-02\n");
        let found = problems(&lines, &idle);
        assert!(found.contains(&"content/reading-age.txt:3: “this right” is not needed for ELIG-02".into()));
    }

    #[test]
    fn ages_taken_together() {
        let ages = Ages::of(vec![12.0, 7.0, 9.0, 11.0]).expect("ages");
        assert_eq!(ages.sentence("lines"), "4 lines: median 11, oldest 12, above 11: 1 (25%).");
        assert!(Ages::of(vec![]).is_none());
    }
}
