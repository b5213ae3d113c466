//! The guide page says all that the checker can say, in its words.

use super::super::{Place, pages, tests::root};
use super::{cases::main_shape, *};
use crate::review::anchor;
use s117_checker::{
    law::{deadline::DeadlineId, shapes::shapes},
    words::{self, Contact, FindingWords, Letter, Term},
};
use std::sync::OnceLock;

const SPEECH: Speech = Speech::new(words::Language::English, Voice::Me);

fn page() -> &'static str {
    static PAGE: OnceLock<String> = OnceLock::new();
    PAGE.get_or_init(|| {
        let made = pages(&root(), Place::Root).unwrap_or_else(|wrong| panic!("{wrong}"));
        made.into_iter().find(|page| page.file == "guide.html").expect("the guide").html
    })
}

/// The text of some HTML as it is read, without marks.
fn text(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    text.replace("&amp;", "&").replace("&quot;", "\"")
}

/// The part of the page with this id.
fn part<'a>(page: &'a str, id: &str, end: &str) -> &'a str {
    let start = page.find(&format!(" id=\"{id}\"")).unwrap_or_else(|| panic!("no place for {id}"));
    &page[start..start + page[start..].find(end).expect("its end")]
}

fn paragraphs(words: &FindingWords) -> Vec<String> {
    let views = words.views.into_iter().flatten();
    let texts = [Some(words.say), words.law, words.do_this].into_iter().flatten().chain(views);
    texts.flat_map(|text| text.iter().map(|block| words::plain(std::slice::from_ref(block)))).collect()
}

#[test]
fn every_finding_stands_in_it_in_every_shape() {
    for id in FindingId::ALL {
        let article = text(part(page(), id.id(), "</article>"));
        for shape in shapes(*id) {
            let words = words::finding(*id, *shape, SPEECH);
            // What is said of a whole topic stands at its end.
            let place = if words.lead.is_some() { text(page()) } else { article.clone() };
            assert!(place.contains(words.headline), "{} {shape:?}: {}", id.id(), words.headline);
            for paragraph in paragraphs(words) {
                assert!(
                    paragraph.split('\n').all(|line| article.contains(line.trim_start_matches("- "))),
                    "{} {shape:?}: {paragraph}",
                    id.id()
                );
            }
        }
        for source in id.sources().iter() {
            assert!(article.contains(words::source(source, SPEECH).title), "{}: {source:?}", id.id());
        }
    }
    // The control: a text that is for supporters is not there.
    let supporter = Speech { voice: Voice::Supporter, ..SPEECH };
    let words = words::finding(FindingId::Elig02, shapes(FindingId::Elig02)[0], supporter);
    assert!(!text(page()).contains(words.headline), "{}", words.headline);
}

/// What stands below a case is what the claim says there, and not what it says where the right itself is uncertain.
#[test]
fn a_claim_is_told_as_it_is_in_its_case() {
    for id in FindingId::ALL.iter().filter(|id| id.kind() == FindingKind::Claim) {
        let words = words::finding(*id, main_shape(*id), SPEECH);
        let resting = page().matches(&format!("<li>{}. ", escape(words.headline))).count();
        assert_eq!(resting, 0, "{}: {}", id.id(), words.headline);
        let article = part(page(), id.id(), "</article>");
        let first = article.split("<strong>").nth(1).and_then(|rest| rest.split('<').next());
        assert_eq!(first, Some(escape(words.headline).as_str()), "{}", id.id());
    }
    // The control: what is said where the right is uncertain is found in such a list.
    assert_eq!(page().matches("<li>Probably none, unless you turn out to have this right. ").count(), 2);
    // Somebody says that it has ended, and nothing more is known.
    assert!(text(part(page(), "ELIG-28", "<details")).contains("We can’t tell yet"));
}

#[test]
fn everything_else_is_there_once() {
    let mut ids: Vec<String> = Vec::new();
    ids.extend(Term::ALL.iter().map(|term| anchor("term", term.id())));
    ids.extend(Contact::ALL.iter().map(|contact| anchor("contact", contact.id())));
    ids.extend(Letter::ALL.iter().map(|letter| anchor("letter", letter.id())));
    ids.extend(DeadlineId::ALL.iter().map(|deadline| deadline.id().to_owned()));
    let cited = FindingId::ALL.iter().flat_map(|id| id.sources().iter());
    ids.extend(cited.map(|source| anchor("source", source.facts().id)));
    for id in &ids {
        assert_eq!(page().matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
    for myth in words::myths(SPEECH) {
        assert!(text(page()).contains(myth.myth), "{}", myth.myth);
    }
}

#[test]
fn what_has_not_started_stands_apart() {
    let coming = part(page(), "coming", "</section>");
    for id in ["O-09", "4.6-45", "PAY-26", "END-18"] {
        assert!(coming.contains(&format!(" id=\"{id}\"")), "{id}");
        assert!(text(part(coming, id, "</article>")).contains("Not started on"), "{id}");
    }
}

#[test]
fn it_runs_nothing_and_says_when_it_is_too_old() {
    for part in ["<script", "<form", "<iframe", "<img", " onclick=", " src="] {
        assert!(!page().contains(part), "{part}");
    }
    let hard = words::date(s117_checker::law::date::HARD_DATE, SPEECH.language);
    assert!(text(page()).contains(&format!("After {hard} do not rely on it")));
}
