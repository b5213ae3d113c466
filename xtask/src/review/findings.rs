//! The findings: their words beside strength, sources and marks, and how one comes to them.

use super::html::{escape, form, link, rich};
use super::page::Pack;
use super::rows::{ENGLISH, Way, label};
use super::{decisions, rows, rules};
use s117_checker::{
    law::{
        answers::Answers,
        commencement::InForce,
        fact::{Answer, Question},
        finding::{FindingId, FindingKind, Shape, Topic},
        journey::Journey,
        shapes::shapes,
        source::{Mark, Source},
    },
    words::{self, FindingWords, Speech, Voice, plain},
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::sync::OnceLock;

/// A case in which a finding is found.
struct Example {
    journey: Journey,
    answers: Vec<Answer>,
    law: InForce,
}

/// How one comes to the findings: gathered once for all of them.
struct Paths {
    ways: Vec<Way>,
    examples: BTreeMap<FindingId, Example>,
    /// The claims beside which a note or step is found.
    beside: BTreeMap<FindingId, BTreeSet<FindingId>>,
}

impl Paths {
    fn gather() -> Self {
        let mut paths = Self { ways: rows::ways(), examples: BTreeMap::new(), beside: BTreeMap::new() };
        for (journey, law) in Journey::ALL.iter().flat_map(|journey| rules::laws().map(|law| (*journey, law)))
        {
            for example in rules::examples(journey, law) {
                paths.add(journey, law, example);
            }
        }
        // The rarest claims are in none of the made-up cases: one of the answers to each question of a row does it.
        for way in &paths.ways {
            let first = |(question, answers): &(Question, Answers)| {
                answers.codes().next().and_then(|code| Answer::from_code(*question, code))
            };
            if way.table == "right" && !paths.examples.contains_key(&way.finding) {
                let answers = way.answers.iter().filter_map(first).collect();
                let example = Example { journey: Journey::Entitled, answers, law: InForce::TODAY };
                paths.examples.insert(way.finding, example);
            }
        }
        paths
    }

    fn add(&mut self, journey: Journey, law: InForce, example: rules::Example) {
        // Plain examples first: under today’s law, with nothing unsure, with few answers.
        let effort = |law: InForce, answers: &[Answer]| {
            let unsure = answers.iter().filter(|answer| answer.is_unsure()).count();
            (law != InForce::TODAY, unsure, answers.len())
        };
        let claims =
            || example.findings.iter().map(|(id, _)| *id).filter(|id| id.kind() == FindingKind::Claim);
        for (id, _) in &example.findings {
            let known = self.examples.get(id);
            if known.is_none_or(|known| effort(law, &example.answers) < effort(known.law, &known.answers)) {
                self.examples.insert(*id, Example { journey, answers: example.answers.clone(), law });
            }
            if id.kind() != FindingKind::Claim {
                self.beside.entry(*id).or_default().extend(claims());
            }
        }
    }
}

/// The findings of each topic.
pub fn all(pack: &Pack) -> Vec<(Topic, String)> {
    static PATHS: OnceLock<Paths> = OnceLock::new();
    let paths = PATHS.get_or_init(Paths::gather);
    let of = |topic: Topic| FindingId::ALL.iter().filter(move |id| id.topic() == topic);
    Topic::ALL.iter().map(|topic| (*topic, of(*topic).map(|id| one(pack, *id, paths)).collect())).collect()
}

fn one(pack: &Pack, id: FindingId, paths: &Paths) -> String {
    let telling = |voice| Speech::new(pack.given.language, voice);
    let me = told(id, telling(Voice::Me));
    let mut html = me.clone();
    let mut before = me;
    for (voice, name) in [(Voice::Supporter, "a supporter"), (Voice::Client, "an adviser")] {
        let words = told(id, telling(voice));
        if words != before {
            let _ =
                writeln!(html, "<details class=voice><summary>As {name} reads it</summary>{words}</details>");
        }
        before = words;
    }
    for (voice, name) in
        [(Voice::Me, "the person"), (Voice::Supporter, "a supporter"), (Voice::Client, "an adviser")]
    {
        let words = told(id, telling(voice).in_short());
        if words != told(id, telling(voice)) {
            let _ = writeln!(
                html,
                "<details class=voice><summary>The short version, as {name} reads it</summary>{words}</details>"
            );
        }
    }
    html += &sources(id.sources().iter());
    html += &example(paths.examples.get(&id));
    let ways: Vec<&Way> = paths.ways.iter().filter(|way| way.finding == id).collect();
    html += &decisions::ways(&ways);
    if let Some(beside) = paths.beside.get(&id) {
        let links: Vec<String> = beside.iter().map(|claim| link("finding", claim.id())).collect();
        let _ = writeln!(
            html,
            "<details class=ways><summary>Found beside {} claims, in the made-up cases</summary><p class=ids>{}</p></details>",
            links.len(),
            links.join(" ")
        );
    }
    let mut said: Vec<String> = Vec::new();
    for voice in [Voice::Me, Voice::Supporter, Voice::Client] {
        for speech in [telling(voice), telling(voice).in_short()] {
            said.extend(shapes(id).iter().map(|shape| in_plain(words::finding(id, *shape, speech))));
        }
    }
    said.dedup();
    let headline =
        shapes(id).first().map_or("", |shape| words::finding(id, *shape, telling(Voice::Me)).headline);
    let heading = format!("{} <span class=kind>{}</span>", escape(headline), id.kind().id());
    pack.article("finding", id.id(), &heading, &said, &html)
}

/// The words in every form. Forms with the same words stand together.
fn told(id: FindingId, speech: Speech) -> String {
    let mut html = String::new();
    let groups = |of: &dyn Fn(&'static FindingWords) -> String| {
        let mut groups: Vec<(String, Vec<Shape>)> = Vec::new();
        for shape in shapes(id) {
            let text = of(words::finding(id, *shape, speech));
            match groups.iter_mut().find(|(known, _)| *known == text) {
                Some((_, forms)) => forms.push(*shape),
                None => groups.push((text, vec![*shape])),
            }
        }
        groups
    };
    let _ = writeln!(html, "<table class=headlines><tbody>");
    for (headline, of) in groups(&|words| words.headline.to_owned()) {
        let _ = writeln!(html, "<tr><td>{}</td><td>{}</td></tr>", forms(&of), escape(&headline));
    }
    html += "</tbody></table>\n";
    let bodies = groups(&body);
    let several = bodies.len() > 1;
    for (text, of) in bodies {
        let which = if several { format!("<p class=forms>{}</p>", forms(&of)) } else { String::new() };
        let _ = writeln!(html, "<div class=words>{which}{text}</div>");
    }
    html
}

/// Forms as labels, such as “S1 now”.
fn forms(of: &[Shape]) -> String {
    of.iter().map(|shape| form(*shape)).collect::<Vec<_>>().join(" ")
}

fn body(words: &FindingWords) -> String {
    let mut html = String::new();
    if let Some(lead) = words.lead {
        let _ = writeln!(html, "<p>{}</p>", escape(lead));
    }
    html += &rich(words.say);
    if let Some([one, other]) = words.views {
        let _ = writeln!(html, "<h4>One view</h4>{}<h4>The other view</h4>{}", rich(one), rich(other));
    }
    if let Some(law) = words.law {
        let _ = writeln!(html, "<div class=law>{}</div>", rich(law));
    }
    if let Some(step) = words.do_this {
        let _ = writeln!(html, "<h4>Do this</h4>{}", rich(step));
    }
    let contacts = words.contacts.iter().map(|contact| {
        format!(
            "<a href=\"#{}\">{}</a>",
            super::html::anchor("contact", contact.id()),
            escape(words::contact(*contact, ENGLISH).name)
        )
    });
    let letters = words.letters.iter().map(|letter| format!("letter {}", link("letter", letter.id())));
    let with: Vec<String> = contacts.chain(letters).collect();
    if !with.is_empty() {
        let _ = writeln!(html, "<p class=with>With: {}</p>", with.join("; "));
    }
    html
}

fn in_plain(words: &FindingWords) -> String {
    let parts =
        [Some(words.say), words.law, words.views.map(|[one, _]| one), words.views.map(|[_, other]| other)];
    let parts = parts.into_iter().chain([words.do_this]).flatten().map(plain);
    [words.headline.to_owned(), words.lead.unwrap_or_default().to_owned()]
        .into_iter()
        .chain(parts)
        .collect::<Vec<_>>()
        .join("\n")
}

/// How well a source was confirmed.
pub fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Read => "R, read in the source itself",
        Mark::ReadSecondHand => "R2, read second-hand",
        Mark::Recalled => "K, recalled and not read again",
        Mark::Unconfirmed => "?, not confirmed",
    }
}

/// Sources, the deciding one first.
pub fn sources(all: impl Iterator<Item = Source>) -> String {
    let mut html = String::from("<h4>Rests on</h4>\n<ul class=sources>");
    for source in all {
        let (facts, words) = (source.facts(), words::source(source, ENGLISH));
        let _ = writeln!(
            html,
            "<li>{} {}. <span class=mark>{}</span>, checked {}</li>",
            link("source", facts.id),
            escape(words.title),
            mark(facts.mark),
            escape(&words::date(facts.checked, ENGLISH.language)),
        );
    }
    html + "</ul>\n"
}

fn example(example: Option<&Example>) -> String {
    let Some(Example { journey, answers, law }) = example else {
        return "<p class=hint>None of the made-up cases ends in it.</p>\n".into();
    };
    let law =
        if *law == InForce::TODAY { "" } else { ", once a provision has started that is not in force today" };
    let journey = match journey {
        Journey::Entitled => "Am I entitled?",
        Journey::WhoPays => "Who provides and who pays?",
        Journey::Problem => "What can I do?",
    };
    let mut html = format!(
        "<details class=ways><summary>An example that ends in it</summary><p>“{journey}”{law}</p><ul class=when>"
    );
    for answer in answers {
        let labels: Vec<String> = answer.ids().into_iter().map(|id| label(answer.question, id)).collect();
        let ask = words::question(answer.question, ENGLISH).ask;
        let _ = write!(html, "<li>{} <b>{}</b></li>", escape(ask), escape(&labels.join(", ")));
    }
    html + "</ul></details>\n"
}
