//! `reviews.txt`: who has read which text, and what exactly they read.
//!
//! Knows nothing but this format, so that whoever writes signatures (`cargo xtask review --sign`) can use it too.

use std::fmt;

/// The file, below the root of the repository.
pub const FILE: &str = "reviews.txt";

/// A signature: somebody has read one text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signature {
    /// The line where it starts, from 1.
    pub line: usize,
    /// What sort of text, such as `finding`.
    pub kind: String,
    /// Its id, such as `ELIG-01`.
    pub id: String,
    /// The code of its language, such as `en`.
    pub language: String,
    /// Who read it.
    pub who: String,
    /// In which role. Only that of a [solicitor](Signature::is_of_solicitor) makes a text count as reviewed, and only that of
    /// a [speaker](Signature::is_of_speaker) takes the English away from below the Welsh.
    pub role: String,
    /// On which day: `YYYY-MM-DD`.
    pub date: String,
    /// The fingerprint of the words that were read.
    pub words: String,
    /// The fingerprint of the rule behind them, where a rule is.
    pub rule: Option<String>,
}

impl Signature {
    /// Did a solicitor sign? Their role is `solicitor`, alone or before a comma: `solicitor, Sample Law`.
    pub fn is_of_solicitor(&self) -> bool {
        self.has_role("solicitor")
    }

    /// Did somebody sign who speaks the language, in the role `Welsh speaker`, alone or before a comma?
    pub fn is_of_speaker(&self) -> bool {
        self.has_role("Welsh speaker")
    }

    fn has_role(&self, role: &str) -> bool {
        self.role.split(',').next().is_some_and(|first| first.trim().eq_ignore_ascii_case(role))
    }

    /// Is it for this text?
    pub fn is_for(&self, kind: &str, id: &str, language: &str) -> bool {
        self.kind == kind && self.id == id && self.language == language
    }

    /// Does it still stand: are words and rule what was read?
    pub fn stands(&self, words: &str, rule: Option<&str>) -> bool {
        self.words == words && self.rule.as_deref() == rule
    }
}

/// As an entry of the file.
impl fmt::Display for Signature {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "## {} {}", self.kind, self.id)?;
        for (key, value) in [
            ("language", &self.language),
            ("who", &self.who),
            ("role", &self.role),
            ("date", &self.date),
            ("words", &self.words),
        ] {
            writeln!(out, "{key}: {value}")?;
        }
        self.rule.iter().try_for_each(|rule| writeln!(out, "rule: {rule}"))
    }
}

/// Reads the file. What is wrong is said with its line.
pub fn read(text: &str) -> Result<Vec<Signature>, Vec<(usize, String)>> {
    let (mut entries, mut wrong): (Vec<Draft>, _) = (Vec::new(), Vec::new());
    for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        let line = line.trim();
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        if let Some(head) = line.strip_prefix("## ") {
            match head.trim().split_once(' ') {
                Some((kind, id)) => entries.push(Draft::new(number, kind, id.trim())),
                None => {
                    wrong.push((number, "an entry starts with a kind and an id: ## finding ELIG-01".into()));
                    // So that the fields below it are not reported too.
                    entries.push(Draft::new(number, "", ""));
                }
            }
            continue;
        }
        let Some((key, value)) = line.split_once(':').map(|(key, value)| (key.trim(), value.trim())) else {
            wrong.push((number, "a line is “key: text”, or starts an entry with ##".into()));
            continue;
        };
        let Some(entry) = entries.last_mut() else {
            wrong.push((number, "an entry must start before this line: ## finding ELIG-01".into()));
            continue;
        };
        match entry.fields.iter_mut().find(|(known, _)| *known == key) {
            None => wrong.push((number, format!("there is no key “{key}”; there are {}", KEYS.join(", ")))),
            Some((_, Some(_))) => wrong.push((number, format!("“{key}” is written twice"))),
            Some(_) if value.is_empty() => wrong.push((number, format!("“{key}” is empty"))),
            Some((_, slot)) => *slot = Some(value.to_owned()),
        }
    }
    let mut signatures = Vec::new();
    for entry in entries {
        match entry.finish() {
            Ok(signature) => signatures.push(signature),
            Err(missing) => wrong.push(missing),
        }
    }
    wrong.sort();
    if wrong.is_empty() { Ok(signatures) } else { Err(wrong) }
}

const KEYS: [&str; 6] = ["language", "who", "role", "date", "words", "rule"];

/// An entry that is being read.
struct Draft {
    line: usize,
    kind: String,
    id: String,
    fields: [(&'static str, Option<String>); 6],
}

impl Draft {
    fn new(line: usize, kind: &str, id: &str) -> Self {
        Self { line, kind: kind.into(), id: id.into(), fields: KEYS.map(|key| (key, None)) }
    }

    fn finish(self) -> Result<Signature, (usize, String)> {
        let line = self.line;
        let [language, who, role, date, words, rule] = self.fields;
        let need = |(key, value): (&str, Option<String>)| {
            value.ok_or_else(|| (line, format!("the signature has no “{key}”")))
        };
        Ok(Signature {
            line,
            kind: self.kind,
            id: self.id,
            language: need(language)?,
            who: need(who)?,
            role: need(role)?,
            date: need(date)?,
            words: need(words)?,
            rule: rule.1,
        })
    }
}
