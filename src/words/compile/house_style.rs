//! Sentences never to use (legal specification, 8.8), and how texts are set.

use super::format::{Entry, Field, Problems};

/// A sentence never to use, and where it may stand all the same.
struct Forbidden {
    sentence: &'static str,
    unless: Unless,
}

enum Unless {
    /// It may stand nowhere.
    Never,
    /// It may stand in these entries.
    In(&'static [&'static str]),
    /// It may stand in these entries, and where its own sentence has this word.
    InOrWith(&'static [&'static str], &'static str),
    /// It may stand where one of the few words before it is "not" or "never".
    Denied,
}

const fn never(sentence: &'static str) -> Forbidden {
    Forbidden { sentence, unless: Unless::Never }
}

/// The sentences, to the person and about the person, in lower case and without contractions, as `normal` leaves them.
const FORBIDDEN: &[Forbidden] = &[
    Forbidden { sentence: "you are not entitled", unless: Unless::In(&["ELIG-11"]) },
    Forbidden { sentence: "they are not entitled", unless: Unless::In(&["ELIG-11"]) },
    Forbidden { sentence: "you support is not entitled", unless: Unless::In(&["ELIG-11"]) },
    Forbidden { sentence: "your client is not entitled", unless: Unless::In(&["ELIG-11"]) },
    never("section 117 lasts for life"),
    never("all housing is free"),
    never("your prescriptions are free"),
    never("their prescriptions are free"),
    never("you have three months to go to court"),
    never("you have 3 months to go to court"),
    never("section 2 never matters"),
    never("they must give you written notice"),
    never("the tribunal can order aftercare"),
    never("you are not detained so you have no advocate"),
    never("you are not detained, so you have no advocate"),
    never("they are not detained so they have no advocate"),
    never("they are not detained, so they have no advocate"),
    Forbidden { sentence: "stop paying", unless: Unless::Denied },
    never("you do not have to pay this"),
    never("they do not have to pay this"),
    never("you will win"),
    never("they will win"),
    never("if you are sectioned again you will get"),
    never("if you are sectioned again, you will get"),
    never("if they are sectioned again they will get"),
    never("if they are sectioned again, they will get"),
    never("you can refuse your medication"),
    never("they can refuse their medication"),
    Forbidden { sentence: "it has not ended", unless: Unless::InOrWith(&["END-01", "END-02"], "probably") },
];

/// Reports what an entry says that no text may say. English only: another language has its own list.
pub fn check_sentences(entry: &Entry, problems: &mut Problems) {
    let of_values = entry.values.iter().flat_map(|value| &value.fields);
    for field in entry.fields.iter().chain(of_values) {
        let (text, starts) = normal(field);
        if field.key == "headline" && text.trim_end_matches('.') == "no" {
            problems.add(
                field.line,
                format!("{}: never a bare “No” as a headline; say what can help instead", entry.id),
            );
        }
        for forbidden in FORBIDDEN {
            for (at, _) in text.match_indices(forbidden.sentence) {
                if !may_stand(forbidden, &entry.id, &text, at) {
                    let line = starts
                        .iter()
                        .rev()
                        .find(|(start, _)| *start <= at)
                        .map_or(field.line, |(_, line)| *line);
                    problems.add(line, format!("{}: “{}” is never to be said", entry.id, forbidden.sentence));
                }
            }
        }
    }
}

fn may_stand(forbidden: &Forbidden, entry: &str, text: &str, at: usize) -> bool {
    let sentence_start = text[..at].rfind(['.', '?', ':', ';']).map_or(0, |end| end + 1);
    match forbidden.unless {
        Unless::Never => false,
        Unless::In(entries) => entries.contains(&entry),
        Unless::InOrWith(entries, word) => {
            let end = text[at..].find(['.', '?', ':', ';']).map_or(text.len(), |end| at + end);
            entries.contains(&entry) || text[sentence_start..end].contains(word)
        }
        Unless::Denied => text[sentence_start..at]
            .split_whitespace()
            .rev()
            .take(4)
            .any(|word| matches!(word, "not" | "never")),
    }
}

/// The text of a field in one line, lower case, without marks and contractions; and where each line begins.
fn normal(field: &Field) -> (String, Vec<(usize, usize)>) {
    let (mut text, mut starts) = (String::new(), Vec::new());
    for line in field.text.iter().filter(|line| !line.text.is_empty()) {
        if !text.is_empty() {
            text.push(' ');
        }
        starts.push((text.len(), line.number));
        let mut line = line.text.to_lowercase().replace(['*', '[', ']', '“', '”'], "").replace('’', "'");
        for (short, long) in
            [("can't", "cannot"), ("won't", "will not"), ("n't", " not"), ("'re", " are"), ("'ll", " will")]
        {
            line = line.replace(short, long);
        }
        text.push_str(&line);
    }
    (text, starts)
}

/// Reports what is not set as this project sets its texts, in any language.
pub fn check_setting(entry: &Entry, problems: &mut Problems) {
    let of_values = entry.values.iter().flat_map(|value| &value.fields);
    for field in
        entry.fields.iter().chain(of_values).filter(|field| field.key != "address" && field.key != "web")
    {
        for line in &field.text {
            for (found, instead) in [
                ("!", "no exclamation marks"),
                ("'", "write a curly apostrophe, ’"),
                ("\"", "write curly quotes, “ and ”"),
                ("  ", "one space, not two"),
                ("s117", "write “section 117”"),
                ("S117", "write “section 117”"),
            ] {
                if line.text.contains(found) {
                    problems
                        .add(line.number, format!("{}: {} has “{found}”: {instead}", entry.id, field.name()));
                }
            }
        }
    }
}
