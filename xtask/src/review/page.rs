//! The pack: its parts in order, and what they have in common.

use super::{
    decisions, findings, html, others, questions, readable, reading_age, record, signatures::Signature,
    since::Since,
};
use crate::Result;
use html::{anchor, escape, link_to};
use reading_age::reading_age;
use record::{Standing, standing};
use s117_checker::{
    law::{
        date::{LAW_CHECKED, REVIEW_BY},
        finding::Topic,
    },
    words::{
        self, Language,
        reviewed::{Text, texts},
    },
};
use std::{cell::RefCell, fmt::Write};

const STYLE: &str = include_str!("review.css");

/// What the pack is made of, beside what is compiled in.
pub struct Given<'a> {
    /// In which language.
    pub language: Language,
    /// Who has read what.
    pub signatures: &'a [Signature],
    /// The file `page.txt`.
    pub page_texts: &'a str,
    /// The guide, drawn.
    pub guide: &'a str,
    /// Decisions that changed since a revision, if that was asked for.
    pub since: Option<(&'a str, &'a Since)>,
}

/// The sorts of texts: their kind, a heading, and what one of them is called.
const KINDS: [(&str, &str, &str); 14] = [
    ("question", "Questions", "question"),
    ("finding", "Findings", "finding"),
    ("source", "Sources", "source"),
    ("deadline", "Deadlines", "deadline"),
    ("letter", "Letters", "letter"),
    ("fact", "Facts in the adviser view", "fact"),
    ("stay", "Stays in the adviser view", "stay"),
    ("gap", "Gaps in letters", "gap"),
    ("phone", "What to say on the phone", "line"),
    ("myth", "What people may have heard", "myth"),
    ("contact", "Who can help", "contact"),
    ("term", "Terms", "term"),
    ("page", "The page’s own words", "page text"),
    ("guide", "The one-screen guide", "section of the guide"),
];

/// What a topic is about, in a heading.
pub fn topic_name(topic: Topic) -> &'static str {
    match topic {
        Topic::Right => "Is there a right?",
        Topic::Ending => "Has it ended?",
        Topic::Council => "Which council?",
        Topic::Nhs => "Which NHS body?",
        Topic::Dispute => "What if the bodies disagree?",
        Topic::Charge => "May this be charged for?",
        Topic::Home => "May rent be charged?",
        Topic::What => "Is this section 117 aftercare?",
        Topic::DirectPayment => "Direct payments",
        Topic::Steps => "What to do",
    }
}

/// What every part of the pack needs.
pub struct Pack<'a> {
    /// What it is made of.
    pub given: &'a Given<'a>,
    texts: &'static [Text],
    /// The reading ages of the texts so far, each in its hardest form.
    ages: RefCell<Vec<f32>>,
}

impl Pack<'_> {
    /// How a text stands.
    pub fn standing(&self, text: &Text) -> Standing<'_> {
        standing(text, self.given.language.id(), self.given.signatures)
    }

    /// The texts of a kind.
    pub fn of_kind(&self, kind: &str) -> impl Iterator<Item = &'static Text> {
        self.texts.iter().filter(move |text| text.kind == kind)
    }

    fn text(&self, kind: &str, id: &str) -> Option<&'static Text> {
        self.texts.iter().find(|text| (text.kind, text.id) == (kind, id))
    }

    /// A text with its heading, how it stands, and on paper a place to sign. `said` is what its reading age is taken of.
    pub fn article(&self, kind: &str, id: &str, heading: &str, said: &[String], inside: &str) -> String {
        let Some(text) = self.text(kind, id) else { return inside.to_owned() };
        let oldest = said
            .iter()
            .filter_map(|said| reading_age(said))
            .fold(None, |most: Option<f32>, age| Some(most.map_or(age, |most| most.max(age))));
        self.ages.borrow_mut().extend(oldest.map(f32::round));
        let age = oldest.map_or(String::new(), |age| {
            // As it is shown: “about 11” is not above 11.
            let old = age.round() > reading_age::LIMIT;
            let class = if old { "age old" } else { "age" };
            let flag = if old { " (above 11: can it be plainer?)" } else { "" };
            format!("<span class=\"{class}\">reading age about {age:.0}{flag}</span>")
        });
        let (class, status) = self.status(text);
        format!(
            "<article id=\"{}\" class=\"text {class}\"><header><h3><code>{}</code> {heading}</h3>\
             <p class=status>{status} {age}</p></header>\n{inside}\
             <p class=sign>☐ right as it stands&emsp;☐ to change&emsp;name and date:</p></article>\n",
            anchor(kind, id),
            escape(id),
        )
    }

    /// How a text stands, as a class and in words.
    fn status(&self, text: &Text) -> (&'static str, String) {
        match self.standing(text) {
            Standing::Unread => ("unread", "<b>Not reviewed yet.</b>".into()),
            Standing::Stands(signature) if signature.is_of_solicitor() => {
                ("reviewed", format!("<b>Reviewed</b> {}.", by(signature)))
            }
            Standing::Stands(signature) => {
                ("read", format!("<b>Read</b> {}; no solicitor has signed it yet.", by(signature)))
            }
            Standing::Changed(signature) => (
                "changed",
                format!("<b>Changed since it was signed</b> {}: {}.", by(signature), change(text, signature)),
            ),
        }
    }
}

fn by(signature: &Signature) -> String {
    let Signature { who, role, date, .. } = signature;
    format!("by {} ({}) on {}", escape(who), escape(role), escape(date))
}

fn change(text: &Text, signature: &Signature) -> &'static str {
    let words = text.words != signature.words;
    let rule = text.rule != signature.rule.as_deref();
    match (words, rule, text.kind) {
        (true, false, _) => "its words",
        (_, true, "source") => "its mark",
        (true, true, _) => "its words and its rule",
        _ => "its rule",
    }
}

/// The whole page.
pub fn html(given: &Given) -> Result<String> {
    let pack = Pack { given, texts: texts(given.language), ages: RefCell::default() };
    let mut parts: Vec<(&str, &str, String)> = vec![
        ("changed", "Changed since it was signed", changed(&pack)),
        ("unread", "Not reviewed yet", unread(&pack)),
    ];
    if let Some((revision, since)) = given.since {
        parts.insert(0, ("since", "Decided otherwise", decisions::since(revision, since)));
    }
    let findings = findings::all(&pack);
    parts.push(("questions", "Questions", questions::all(&pack)));
    for (topic, inside) in findings {
        parts.push((topic.id(), topic_name(topic), inside));
    }
    parts.extend(others::all(&pack)?);
    let all =
        readable::Ages::of(pack.ages.take()).map_or(String::new(), |ages| ages.sentence("texts in full"));
    parts.push(("reading", "Reading age", format!("{}<p>{all}</p>\n", readable::part())));

    let mut body = String::new();
    let mut contents = String::new();
    for (id, heading, inside) in &parts {
        let heading = escape(heading);
        let _ = writeln!(contents, "<li><a href=\"#part-{id}\">{heading}</a></li>");
        let _ = writeln!(body, "<section id=\"part-{id}\"><h2>{heading}</h2>\n{inside}</section>");
    }
    let checked = words::date(LAW_CHECKED, given.language);
    let due = words::date(REVIEW_BY, given.language);
    Ok(format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Section 117 aftercare checker: review</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<header class=top>\n<p class=mark>Section 117 aftercare checker</p>\n\
         <h1>For review</h1>\n<p class=lead>Every question, every finding and every other text, as people read them \
         now, with the rules and sources behind them. The law was last checked on {checked}; the next check is due \
         by {due}.</p>\n{}{}</header>\n<nav aria-label=\"Contents\"><h2>Contents</h2><ol>\n{contents}</ol></nav>\n\
         <main>\n{body}</main>\n</body>\n</html>\n",
        given.language.id(),
        counts(&pack),
        how_to_read(),
    ))
}

/// How many texts of each sort are reviewed.
fn counts(pack: &Pack) -> String {
    let mut rows = String::new();
    for (kind, heading, _) in KINDS {
        let all = pack.of_kind(kind).count();
        let reviewed = pack.of_kind(kind).filter(|text| pack.standing(text).counts()).count();
        let _ = writeln!(rows, "<tr><th scope=row>{heading}</th><td>{all}</td><td>{reviewed}</td></tr>");
    }
    format!(
        "<table class=counts><thead><tr><th scope=col>Texts</th><th scope=col>there are</th>\
         <th scope=col>reviewed</th></tr></thead><tbody>\n{rows}</tbody></table>\n{}",
        other_languages(pack)
    )
}

/// How many texts of the other languages nobody who speaks them has read. Until all are, visitors are told.
fn other_languages(pack: &Pack) -> String {
    let mut lines = String::new();
    for language in Language::ALL.iter().copied().filter(|language| *language != pack.given.language) {
        let all = texts(language);
        let signed = |is: fn(&Signature) -> bool| {
            let stands = |text: &&Text| {
                let of_text = |it: &&Signature| it.is_for(text.kind, text.id, language.id());
                pack.given
                    .signatures
                    .iter()
                    .filter(of_text)
                    .any(|it| is(it) && it.stands(text.words, text.rule))
            };
            all.iter().filter(stands).count()
        };
        let (read, reviewed) = (signed(Signature::is_of_speaker), signed(Signature::is_of_solicitor));
        let _ = writeln!(
            lines,
            "<p class=counts-more>{language:?}: {} texts. {read} have been read by a {language:?} speaker, {} have not. A \
             solicitor has signed {reviewed}.</p>",
            all.len(),
            all.len() - read
        );
    }
    lines
}

fn how_to_read() -> String {
    format!(
        "<details class=how><summary>How to read and sign</summary>\n\
         <p>Each text has an id. Say what is wrong by its id, or sign it. Whoever keeps the repository writes a \
         signature with:</p>\n\
         <pre>cargo xtask review --sign \"NAME\" --role \"solicitor\" --date YYYY-MM-DD ELIG-01 F-WHERE</pre>\n\
         <p>A signature is for the words in every form and voice, and for a finding also for its rule: the rows of \
         the decision tables that end in it, and its sources with their marks. When either changes, the signature no \
         longer counts. For notes and steps, which no table holds, the rule is known by the made-up cases in which \
         they are found; a change that touches none of these cases goes unseen. How deadlines are counted is not \
         part of a signature.</p>\n\
         <p>Visitors read “{}” on every screen, until a solicitor’s signatures stand for all that the screen shows. \
         A signature in another role is shown here, and the line stays.</p>\n\
         <p><b>Strength.</b> S1 you have this right. S2 probably. S3 probably not, unless. S4 we can’t tell yet. S5 it \
         depends. S0 not from this.</p>\n\
         <p><b>Marks</b> say how well a source was confirmed: R read in the source itself, R2 read second-hand, K \
         recalled and not read again, ? not confirmed. The mark caps how firmly a claim may speak.</p>\n\
         <p><b>Reading age</b> is the Flesch–Kincaid grade of the hardest form of a text, plus five. It counts \
         words, sentences and syllables and knows nothing of meaning: a rough guide to what to look at. The aim is 9 \
         to 11. For questions and headlines 11 is kept by a test, each line by itself; what is above has its reason \
         in <code>content/reading-age.txt</code>.</p>\n</details>\n",
        escape(words::page(super::rows::ENGLISH).not_reviewed)
    )
}

/// Texts that were signed and have changed.
fn changed(pack: &Pack) -> String {
    let mut items = String::new();
    for text in pack.texts {
        if let Standing::Changed(signature) = pack.standing(text) {
            let _ = writeln!(
                items,
                "<li>{}: {}, signed {}</li>",
                link_to(text),
                change(text, signature),
                by(signature)
            );
        }
    }
    // A text that was taken out takes its signature along.
    let gone = pack.given.signatures.iter().filter(|signature| {
        signature.language == pack.given.language.id() && pack.text(&signature.kind, &signature.id).is_none()
    });
    for signature in gone {
        let (kind, id) = (escape(&signature.kind), escape(&signature.id));
        let _ = writeln!(items, "<li>{kind} {id}: no longer there, signed {}</li>", by(signature));
    }
    match items.as_str() {
        "" if pack.given.signatures.is_empty() => "<p>Nothing has been signed so far.</p>\n".into(),
        "" => "<p>Nothing: every signature stands.</p>\n".into(),
        _ => format!("<ul>\n{items}</ul>\n"),
    }
}

/// Texts that do not count as reviewed, by sort.
fn unread(pack: &Pack) -> String {
    let mut html = String::new();
    for (kind, heading, one) in KINDS {
        let left: Vec<&Text> = pack.of_kind(kind).filter(|text| !pack.standing(text).counts()).collect();
        if left.is_empty() {
            let _ = writeln!(html, "<p>{heading}: every {one} is reviewed.</p>");
            continue;
        }
        let links: Vec<String> = left.iter().map(|text| html::link(kind, text.id)).collect();
        let _ = writeln!(
            html,
            "<details><summary>{heading}: {} of {}</summary><p class=ids>{}</p></details>",
            left.len(),
            pack.of_kind(kind).count(),
            links.join(" "),
        );
    }
    html
}

#[cfg(test)]
mod tests {
    use super::super::record::{Signing, entries};
    use super::*;
    use s117_checker::law::{fact::Question, finding::FindingId, shapes::shapes};

    fn page(signatures: &[Signature], since: Option<(&str, &Since)>) -> String {
        html(&Given {
            language: Language::English,
            signatures,
            page_texts: "## name\ntext: A <name> & more\n",
            guide: "<h1>The guide</h1>",
            since,
        })
        .expect("a page")
    }

    fn signed(role: &str, ids: &[&str]) -> Vec<Signature> {
        let ids = ids.iter().map(|id| (*id).into()).collect();
        let signing = Signing {
            who: "A. <Reader>".into(),
            role: role.into(),
            date: "2026-11-24".into(),
            language: Language::English,
            ids,
        };
        entries(&signing).expect("known ids")
    }

    /// The article of one text.
    fn article<'a>(page: &'a str, anchor: &str) -> &'a str {
        let start = page.find(&format!("<article id=\"{anchor}\"")).expect("the article");
        &page[start..start + page[start..].find("</article>").expect("its end")]
    }

    #[test]
    fn every_text_stands_in_it_once_and_every_link_leads_somewhere() {
        let page = page(&[], None);
        for text in texts(Language::English) {
            let id = format!("<article id=\"{}\"", anchor(text.kind, text.id));
            assert_eq!(page.matches(&id).count(), 1, "{id}");
        }
        for id in FindingId::ALL {
            let article = article(&page, &anchor("finding", id.id()));
            for shape in shapes(*id) {
                let words = words::finding(*id, *shape, super::super::rows::ENGLISH);
                assert!(article.contains(&escape(words.headline)), "{}", id.id());
            }
            assert!(article.contains("An example that ends in it"), "{}", id.id());
            assert!(article.contains(&escape(id.sources().deciding.facts().id)), "{}", id.id());
        }
        for question in Question::ALL {
            let words = words::question(*question, super::super::rows::ENGLISH);
            assert!(article(&page, &anchor("question", question.id())).contains(&escape(words.ask)));
        }
        let mut ids: Vec<&str> =
            page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "an id is there twice");
        for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(ids.binary_search(&target).is_ok(), "#{target} leads nowhere");
        }
    }

    #[test]
    fn it_needs_nothing_from_elsewhere_and_no_text_becomes_markup() {
        let page = page(&signed("adviser", &["ELIG-01"]), None);
        for outside in ["<script", "<link", "<img", "<iframe", "@import", "url(", " src=", " onclick"] {
            assert!(!page.contains(outside), "{outside}");
        }
        assert!(page.contains("A &lt;name&gt; &amp; more") && page.contains("A. &lt;Reader&gt;"));
        assert!(!page.contains("A <name>") && !page.contains("<Reader>"));
    }

    #[test]
    fn it_says_how_each_text_stands() {
        let mut signatures = signed("solicitor", &["ELIG-01", "ELIG-02"]);
        signatures[1].rule = Some("another".into());
        signatures.extend(signed("adviser", &["F-WHERE"]));
        signatures.push(Signature { id: "ELIG-99".into(), ..signatures[0].clone() });
        let page = page(&signatures, None);
        assert!(article(&page, "finding-ELIG-01").contains("<b>Reviewed</b>"));
        assert!(article(&page, "finding-ELIG-02").contains("<b>Changed since it was signed</b>"));
        assert!(article(&page, "finding-ELIG-02").contains(": its rule."));
        assert!(article(&page, "question-F-WHERE").contains("no solicitor has signed it yet"));
        assert!(article(&page, "finding-ELIG-03").contains("<b>Not reviewed yet.</b>"));
        let changed =
            page.split("id=\"part-changed\"").nth(1).and_then(|rest| rest.split("</section>").next());
        let changed = changed.expect("the part");
        assert!(
            changed.contains("finding ELIG-02</a>: its rule")
                && changed.contains("finding ELIG-99: no longer there")
        );
        assert!(!changed.contains("ELIG-01<"));
        let unread = page.split("id=\"part-unread\"").nth(1).and_then(|rest| rest.split("</section>").next());
        let unread = unread.expect("the part");
        assert!(
            unread.contains(">ELIG-03<") && unread.contains(">F-WHERE<") && !unread.contains(">ELIG-01<")
        );
    }

    #[test]
    fn what_is_decided_otherwise_comes_first() {
        let page = page(&[], Some(("v1", &Since::default())));
        let place = |id: &str| page.find(&format!("<section id=\"part-{id}\"")).expect("the part");
        assert!(place("since") < place("changed") && place("changed") < place("unread"));
        assert!(page.contains("Every decision is the same."));
    }
}
