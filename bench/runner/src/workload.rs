//! What every page has to say and ask: all texts that the checker holds, by way of the checker's own crate.

use crate::{
    flow::{After, Ended, Flow},
    html,
    texts::{self, Texts},
};
use browser_tests::visitors::Visitor;
use s117_checker::{
    law::{
        fact::{Kind, Question},
        finding::FindingId,
        journey::Journey,
        shapes::shapes,
        source::Source,
    },
    words::{self, Contact, FindingWords, Language, PageWords, QuestionWords, Speech, Voice},
};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::HashSet;

/// A text by its place among [`Workload::texts`]; three of them where the voices differ.
type Place = Value;

const VOICES: [Voice; 3] = [Voice::Me, Voice::Supporter, Voice::Client];

/// Everything that a peer carries, as it is written to `workload.json`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Workload {
    languages: Vec<LanguageName>,
    voices: Vec<Place>,
    words: Labels,
    journeys: Vec<Choice>,
    /// In an order in which the visitor of the benchmark meets theirs from first to last.
    pub questions: Vec<Asked>,
    /// Every finding in every form.
    pub findings: Vec<Found>,
    sources: Vec<SourceTexts>,
    contacts: Vec<ContactTexts>,
    results: Vec<Outcome>,
    /// The texts of both languages, at the same places.
    pub texts: Texts,
    /// What is left: letters, deadlines, glossary, myths, and the page's other words. English, then Welsh.
    pub rest: [Vec<String>; 2],
}

#[derive(Serialize)]
struct LanguageName {
    id: &'static str,
    name: &'static str,
}

/// The page's own words that the peers' screens use.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Labels {
    journeys_ask: Place,
    go_on: Place,
    back: Place,
    find_out: Place,
    why: Place,
}

#[derive(Serialize)]
struct Choice {
    id: &'static str,
    label: Place,
    more: Place,
}

/// A question with all that stands beside it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Asked {
    id: &'static str,
    ticks: bool,
    ask: Place,
    hint: Place,
    find_out: Place,
    why: Place,
    error: Place,
    values: Vec<Answer>,
    /// After which answers it comes.
    pub after: Vec<After>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    id: &'static str,
    label: Place,
    law: Place,
    hint: Place,
    told: Place,
    if_so: Place,
}

/// A finding, and what it says in each of its forms.
#[derive(Serialize)]
pub struct Found {
    id: &'static str,
    sources: Vec<usize>,
    /// Forms that say the same stand here once.
    forms: Vec<Form>,
    /// Which of them belongs to each shape of the finding.
    #[serde(skip)]
    by_shape: Vec<usize>,
}

#[derive(Serialize, PartialEq)]
#[serde(rename_all = "camelCase")]
struct Form {
    headline: Place,
    lead: Place,
    say: Place,
    law: Place,
    views: Vec<Place>,
    do_this: Place,
    contacts: Vec<usize>,
}

#[derive(Serialize)]
struct SourceTexts {
    title: Place,
    address: Place,
    copy: Place,
    says: Place,
}

#[derive(Serialize)]
struct ContactTexts {
    name: Place,
    says: Place,
    phone: Place,
    text: Place,
    address: Place,
}

/// After this last answer, these findings by their places, each with the place of its form.
#[derive(Serialize)]
struct Outcome {
    journey: &'static str,
    question: Option<&'static str>,
    value: Option<&'static str>,
    found: Vec<(usize, usize)>,
}

impl Workload {
    /// The words, with a flow that is right for this visitor.
    pub fn new(visitor: &Visitor) -> Self {
        let flow = Flow::walked(visitor);
        let mut texts = Texts::default();
        let voices: Vec<Place> = [
            |page: &PageWords| page.whom_me,
            |page: &PageWords| page.whom_supporter,
            |page: &PageWords| page.whom_client,
        ]
        .map(|of| put(&mut texts, |speech| Some(html::escape(of(words::page(speech))))))
        .into();
        let words = labels(&mut texts);
        let journeys = Journey::ALL.iter().map(|journey| choice(&mut texts, *journey)).collect();
        let questions = flow.order().into_iter().map(|question| asked(&mut texts, question, &flow)).collect();
        let findings: Vec<Found> = FindingId::ALL.iter().map(|id| found(&mut texts, *id)).collect();
        let sources = Source::ALL.iter().map(|source| {
            let mut field = |of: fn(&words::SourceWords) -> &'static str| {
                put(&mut texts, |speech| Some(html::escape(of(words::source(*source, speech)))))
            };
            SourceTexts {
                title: field(|it| it.title),
                address: field(|it| it.address),
                copy: field(|it| it.copy),
                says: field(|it| it.says),
            }
        });
        let sources = sources.collect();
        let contacts = Contact::ALL.iter().map(|contact| {
            let mut field = |of: fn(&words::ContactWords) -> Option<&'static str>| {
                put(&mut texts, |speech| of(words::contact(*contact, speech)).map(html::escape))
            };
            ContactTexts {
                name: field(|it| Some(it.name)),
                says: field(|it| Some(it.says)),
                phone: field(|it| it.phone),
                text: field(|it| it.text),
                address: field(|it| it.address),
            }
        });
        let contacts = contacts.collect();
        let results = flow.results().map(|ended| outcome(&ended, &findings)).collect();
        let rest = texts::rest(&texts);
        let languages = Language::ALL.iter().map(|it| LanguageName { id: it.id(), name: it.own_name() });
        Self {
            languages: languages.collect(),
            voices,
            words,
            journeys,
            questions,
            findings,
            sources,
            contacts,
            results,
            texts,
            rest,
        }
    }

    /// How much it is, and how much of it the peers' results never show.
    pub fn about(&self) -> Value {
        let shown: HashSet<(usize, usize)> =
            self.results.iter().flat_map(|result| result.found.iter().copied()).collect();
        let forms = |place: usize| (0..self.findings[place].forms.len()).map(move |form| (place, form));
        let places = || 0..self.findings.len();
        let texts = [0, 1].map(|language| self.texts.of(language).len() + self.rest[language].len());
        let is_never_shown = |place: &usize| !forms(*place).any(|form| shown.contains(&form));
        json!({
            "questions": self.questions.len(),
            "questionsNeverShown": self.questions.iter().filter(|question| question.after.is_empty()).count(),
            "findings": self.findings.len(),
            "findingsNeverShown": places().filter(is_never_shown).count(),
            "forms": places().flat_map(forms).count(),
            "formsNeverShown": places().flat_map(forms).filter(|form| !shown.contains(form)).count(),
            "textsOfEachLanguage": texts,
        })
    }
}

/// A text in all voices and languages; null where there is none.
fn put(texts: &mut Texts, of: impl Fn(Speech) -> Option<String>) -> Place {
    let places = VOICES.map(|voice| {
        let [english, welsh] = texts::LANGUAGES.map(|language| of(Speech::new(language, voice)));
        // A text that only one language has stands empty in the other.
        (english.is_some() || welsh.is_some())
            .then(|| texts.place(english.unwrap_or_default(), welsh.unwrap_or_default()))
    });
    match places {
        [first, second, third] if first == second && second == third => Value::from(first),
        places => Value::from(places.map(Value::from).to_vec()),
    }
}

fn labels(texts: &mut Texts) -> Labels {
    let mut field =
        |of: fn(&PageWords) -> &'static str| put(texts, |speech| Some(html::escape(of(words::page(speech)))));
    Labels {
        journeys_ask: field(|page| page.journeys_ask),
        go_on: field(|page| page.go_on),
        back: field(|page| page.back),
        find_out: field(|page| page.find_out),
        why: field(|page| page.why),
    }
}

fn choice(texts: &mut Texts, journey: Journey) -> Choice {
    let more = |page: &PageWords| match journey {
        Journey::Entitled => page.journey_entitled_more,
        Journey::WhoPays => page.journey_who_pays_more,
        Journey::Problem => page.journey_problem_more,
    };
    Choice {
        id: journey.id(),
        label: put(texts, |speech| Some(html::escape(words::journey(journey, speech)))),
        more: put(texts, |speech| Some(html::escape(more(words::page(speech))))),
    }
}

fn asked(texts: &mut Texts, question: Question, flow: &Flow) -> Asked {
    let mut field =
        |of: fn(&QuestionWords) -> Option<String>| put(texts, |speech| of(words::question(question, speech)));
    let ask = field(|it| Some(html::escape(it.ask)));
    let hint = field(|it| it.hint.map(html::rich));
    let find_out = field(|it| Some(html::rich(it.find_out)));
    let why = field(|it| Some(html::rich(it.why)));
    let error = field(|it| Some(html::escape(it.error)));
    let values = question.value_ids().enumerate().map(|(place, id)| {
        let mut field = |of: fn(&words::ValueWords) -> Option<&'static str>| {
            put(texts, |speech| of(&words::question(question, speech).values[place]).map(html::escape))
        };
        Answer {
            id,
            label: field(|it| Some(it.label)),
            law: field(|it| it.law),
            hint: field(|it| it.hint),
            told: field(|it| Some(it.told)),
            if_so: field(|it| it.if_so),
        }
    });
    let values = values.collect();
    let ticks = question.kind() == Kind::Ticks;
    Asked { id: question.id(), ticks, ask, hint, find_out, why, error, values, after: flow.before(question) }
}

fn found(texts: &mut Texts, id: FindingId) -> Found {
    let place = |source: Source| Source::ALL.iter().position(|known| *known == source).expect("a source");
    let sources = id.sources().iter().map(place).collect();
    let (mut forms, mut by_shape) = (Vec::new(), Vec::new());
    for shape in shapes(id) {
        let mut field = |of: &dyn Fn(&FindingWords) -> Option<String>| {
            put(texts, |speech| of(words::finding(id, *shape, speech)))
        };
        let said = words::finding(id, *shape, texts::FIRST);
        let contact =
            |contact: &Contact| Contact::ALL.iter().position(|it| it == contact).expect("a contact");
        let form = Form {
            headline: field(&|it| Some(html::escape(it.headline))),
            lead: field(&|it| it.lead.map(html::escape)),
            say: field(&|it| Some(html::rich(it.say))),
            law: field(&|it| it.law.map(html::rich)),
            views: (0..said.views.map_or(0, |views| views.len()))
                .map(|side| field(&|it| it.views.map(|views| html::rich(views[side]))))
                .collect(),
            do_this: field(&|it| it.do_this.map(html::rich)),
            contacts: said.contacts.iter().map(contact).collect(),
        };
        by_shape.push(forms.iter().position(|known| *known == form).unwrap_or_else(|| {
            forms.push(form);
            forms.len() - 1
        }));
    }
    Found { id: id.id(), sources, forms, by_shape }
}

fn outcome(ended: &Ended, findings: &[Found]) -> Outcome {
    let found = ended.found.iter().map(|(id, shape)| {
        let finding = *id as usize;
        let shape = shapes(*id).iter().position(|known| known == shape).expect("a shape of the finding");
        (finding, findings[finding].by_shape[shape])
    });
    Outcome {
        journey: ended.journey,
        question: ended.answer.map(|(question, _)| question.id()),
        value: ended.answer.map(|(_, value)| value),
        found: found.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use browser_tests::visitors;
    use std::sync::LazyLock;

    static WORK: LazyLock<Workload> = LazyLock::new(|| Workload::new(&visitors::CHARGED_IN_WALES));

    #[test]
    fn the_peers_carry_every_question_and_finding_and_every_text_that_the_checker_holds() {
        let work = &*WORK;
        assert_eq!(work.questions.len(), Question::COUNT);
        assert_eq!(work.findings.len(), FindingId::ALL.len());
        assert!(work.findings.iter().all(|finding| !finding.forms.is_empty()));
        for (place, language) in texts::LANGUAGES.into_iter().enumerate() {
            let carried: HashSet<String> =
                work.texts.of(place).iter().chain(&work.rest[place]).map(|text| html::bare(text)).collect();
            let held = texts::held(language);
            assert!(held.len() > 2000, "{} texts are held", held.len());
            let missing: Vec<&String> =
                held.iter().filter(|text| !carried.contains(&html::bare(text))).collect();
            assert!(missing.is_empty(), "{}: {missing:?}", language.id());
        }
    }

    #[test]
    fn a_text_has_three_places_where_the_voices_differ_and_one_where_they_do_not() {
        let work = &*WORK;
        let nation = work.questions.iter().find(|asked| asked.id == "F-NAT-NOW").expect("asked");
        let places: Vec<usize> = nation
            .ask
            .as_array()
            .expect("voices")
            .iter()
            .map(|it| it.as_u64().expect("a place") as usize)
            .collect();
        let [english, welsh] = [0, 1].map(|language| &work.texts.of(language)[places[2]]);
        let speech = Speech::new(Language::English, Voice::Client);
        assert_eq!(*english, html::escape(words::question(Question::NationNow, speech).ask));
        assert_eq!(
            *welsh,
            html::escape(words::question(Question::NationNow, speech.in_language(Language::Welsh)).ask)
        );
        assert!(nation.values[0].label.is_u64(), "a nation's name is the same in every voice");
    }
}
