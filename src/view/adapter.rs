//! Temporary: stands in for the interview and the words until both are merged.
#![allow(missing_docs)]

pub mod interview {
    use crate::law::{
        date::{Date, Freshness},
        fact::{Answer, NOT_SURE, Question},
        finding::{FindingId, Nation, Strength, Timing},
    };

    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Journey {
        Entitled,
    }
    #[derive(Clone, PartialEq, Debug)]
    pub struct Interview {
        answers: Vec<Answer>,
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub struct Remaining {
        pub least: u8,
        pub most: u8,
    }
    #[derive(Clone, PartialEq, Debug)]
    pub enum Settled {
        QualifyingStay,
        Right(Finding),
    }
    #[derive(Clone, PartialEq, Debug)]
    pub struct Finding {
        pub id: FindingId,
        pub strength: Option<Strength>,
        pub timing: Option<Timing>,
        pub nation: Option<Nation>,
        pub because: Vec<Answer>,
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub struct Shape {
        pub strength: Option<Strength>,
        pub timing: Option<Timing>,
        pub nation: Option<Nation>,
    }
    #[derive(Clone, PartialEq, Debug)]
    pub struct Change {
        pub question: Question,
        pub value: &'static str,
        pub claim: Finding,
    }
    #[derive(Clone, PartialEq, Debug)]
    pub struct Assessment {
        pub findings: Vec<Finding>,
        pub next: Option<Question>,
        pub freshness: Freshness,
    }

    const ORDER: [Question; 5] = [
        Question::NationNow,
        Question::Whereabouts,
        Question::EverHeld,
        Question::LastLeft,
        Question::SaidEnded,
    ];

    impl Finding {
        pub fn shape(&self) -> Shape {
            Shape { strength: self.strength, timing: self.timing, nation: self.nation }
        }
    }

    impl Interview {
        pub fn new(_: Journey) -> Self {
            Self { answers: vec![] }
        }
        pub fn answered(&self, answer: Answer) -> Self {
            let mut answers = self.answers.clone();
            answers.retain(|known| known.question != answer.question);
            answers.push(answer);
            Self { answers }
        }
        fn asked(&self) -> Vec<Question> {
            let cto = self.given_raw(Question::Whereabouts).is_some_and(|a| a.ids() == ["on-cto"]);
            if cto {
                vec![Question::NationNow, Question::Whereabouts, Question::SaidEnded]
            } else {
                ORDER.to_vec()
            }
        }
        fn given_raw(&self, q: Question) -> Option<Answer> {
            self.answers.iter().copied().find(|a| a.question == q)
        }
        pub fn trail(&self) -> Vec<Answer> {
            self.asked().into_iter().map_while(|q| self.given_raw(q)).collect()
        }
        pub fn given(&self, q: Question) -> Option<Answer> {
            self.trail().into_iter().find(|a| a.question == q)
        }
        pub fn next(&self) -> Option<Question> {
            self.asked().into_iter().find(|q| self.given_raw(*q).is_none())
        }
        pub fn offered(&self, q: Question) -> Vec<&'static str> {
            q.value_ids().collect()
        }
        pub fn before(&self, q: Option<Question>) -> Option<Question> {
            let asked = self.asked();
            let at = q.map_or(asked.len(), |q| asked.iter().position(|x| *x == q).unwrap_or(0));
            at.checked_sub(1).map(|i| asked[i])
        }
        pub fn remaining(&self) -> Remaining {
            let left = (self.asked().len() - self.trail().len()) as u8;
            Remaining { least: left.min(2), most: left + 1 }
        }
        pub fn settled(&self) -> Option<Settled> {
            let sects = self.given(Question::EverHeld)?;
            (sects.ids().contains(&"section-3")).then_some(Settled::QualifyingStay)
        }
        pub fn assess(&self, today: Date) -> Assessment {
            let unsure = self.trail().iter().any(|a| a.is_unsure());
            let sects = self.given(Question::EverHeld).map(|a| a.ids()).unwrap_or_default();
            let strength = match () {
                _ if sects == ["only-other-kinds"] => Strength::S0,
                _ if sects.contains(&"other-country") => Strength::S5,
                _ if sects == [NOT_SURE] => Strength::S4,
                _ if sects.contains(&"court") => Strength::S3,
                _ if unsure => Strength::S2,
                _ => Strength::S1,
            };
            let id = match strength {
                Strength::S0 => FindingId::Elig11,
                Strength::S5 => FindingId::Elig19,
                Strength::S4 => FindingId::Elig12,
                _ => FindingId::Elig01,
            };
            let find = |id, strength, timing| Finding {
                id,
                strength,
                timing,
                nation: Some(Nation::England),
                because: self.trail(),
            };
            Assessment {
                findings: vec![
                    find(id, Some(strength), Some(Timing::Now)),
                    find(FindingId::End16, Some(Strength::S2), Some(Timing::Now)),
                    find(FindingId::LaterStayNote, None, None),
                    find(FindingId::End18, None, None),
                    find(FindingId::AskSections, None, None),
                    find(FindingId::AskTeam, None, None),
                    find(FindingId::Act05, None, None),
                    find(FindingId::Act13, None, None),
                ],
                next: self.next(),
                freshness: Freshness::on(today),
            }
        }
        pub fn changes(&self) -> Vec<Change> {
            vec![Change {
                question: Question::SaidEnded,
                value: "both",
                claim: Finding {
                    id: FindingId::End06,
                    strength: Some(Strength::S3),
                    timing: Some(Timing::Now),
                    nation: None,
                    because: vec![],
                },
            }]
        }
    }
}

pub mod words {
    use super::interview::Shape;
    use crate::law::{
        fact::{NOT_SURE, Question},
        finding::{FindingId, FindingKind, Strength},
        source::Source,
    };

    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Language {
        English,
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Voice {
        Me,
        Supporter,
        Client,
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub struct Speech {
        pub language: Language,
        pub voice: Voice,
    }
    pub type Rich = &'static [Block];
    #[derive(Debug)]
    pub enum Block {
        Para(&'static [Span]),
        List(&'static [&'static [Span]]),
        Say(&'static [Span]),
    }
    #[derive(Debug)]
    pub enum Span {
        Text(&'static str),
        Strong(&'static str),
        Term { text: &'static str, term: Term },
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Term {
        Held,
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Contact {
        Rethink,
        Advocate,
    }
    #[derive(Clone, Copy, PartialEq, Eq, Debug)]
    pub enum Letter {
        AskSections,
    }
    pub struct QuestionWords {
        pub ask: &'static str,
        pub hint: Option<Rich>,
        pub why: Rich,
        pub find_out: Rich,
        pub error: &'static str,
        pub values: &'static [ValueWords],
    }
    pub struct ValueWords {
        pub label: &'static str,
        pub law: Option<&'static str>,
        pub hint: Option<&'static str>,
        pub told: &'static str,
        pub if_so: Option<&'static str>,
    }
    pub struct FindingWords {
        pub headline: &'static str,
        pub say: Rich,
        pub law: Option<Rich>,
        pub views: Option<[Rich; 2]>,
        pub do_this: Option<Rich>,
        pub contacts: &'static [Contact],
        pub letter: Option<Letter>,
    }
    pub struct SourceWords {
        pub title: &'static str,
        pub address: &'static str,
        pub copy: &'static str,
        pub says: &'static str,
    }
    pub struct TermWords {
        pub term: &'static str,
        pub means: Rich,
    }
    pub struct ContactWords {
        pub name: &'static str,
        pub says: &'static str,
        pub phone: Option<&'static str>,
        pub address: Option<&'static str>,
        pub checked: &'static str,
    }
    pub struct LetterWords {
        pub title: &'static str,
        pub body: &'static str,
    }

    fn leak<T>(value: T) -> &'static T {
        Box::leak(Box::new(value))
    }

    pub fn question(q: Question, _: Speech) -> &'static QuestionWords {
        let label = |id: &'static str| -> &'static str {
            match id {
                NOT_SURE => "I’m not sure",
                "england" => "England",
                "wales" => "Wales",
                "scotland" => "Scotland",
                "hospital-held" => "In hospital, and not free to leave",
                "out" => "Out of hospital",
                "on-cto" => "At home, on a community treatment order",
                "section-3" => "For treatment",
                "court" => "A judge sent me to hospital",
                "only-other-kinds" => "None of these",
                other => Box::leak(other.replace('-', " ").into_boxed_str()),
            }
        };
        leak(QuestionWords {
            ask: match q {
                Question::NationNow => "Where do you live now?",
                Question::Whereabouts => "Where are you today?",
                Question::EverHeld => "Have any of these ever happened to you?",
                Question::LastLeft => "When did you last leave hospital?",
                Question::SaidEnded => "Has anyone said your aftercare has ended?",
                _ => "A question",
            },
            hint: Some(&[Block::Para(&[
                Span::Text("Choose the one that fits best today. You may have been "),
                Span::Term { text: "held", term: Term::Held },
                Span::Text(" for some of it."),
            ])]),
            why: &[Block::Para(&[Span::Text(
                "Some answers settle the question at once. Others need one more step.",
            )])],
            find_out: &[
                Block::Para(&[Span::Text(
                    "Look at any papers you kept. No papers? Ask the hospital’s Mental Health Act office. You can say:",
                )]),
                Block::Say(&[Span::Text(
                    "“Please tell me every section I was held under, with the start and end dates.”",
                )]),
                Block::List(&[
                    &[Span::Strong("Your GP"), Span::Text(" may have a copy.")],
                    &[Span::Text("The court or your solicitor may too.")],
                ]),
            ],
            error: "Choose where you are now, or “I’m not sure”",
            values: Vec::leak(
                q.value_ids()
                    .map(|id| ValueWords {
                        label: label(id),
                        law: (id == "section-3").then_some("section 3"),
                        hint: match id {
                            "section-3" => {
                                Some("A longer stay, which can be renewed. It often follows section 2.")
                            }
                            NOT_SURE => Some("That is fine. Many people never saw the paper."),
                            _ => None,
                        },
                        told: Box::leak(format!("You told us: {}.", label(id)).into_boxed_str()),
                        if_so: Some(Box::leak(format!("If it was {}", label(id)).into_boxed_str())),
                    })
                    .collect(),
            ),
        })
    }

    pub fn finding(id: FindingId, shape: Shape, _: Speech) -> &'static FindingWords {
        let text: &'static [Block] = &[Block::Para(&[
            Span::Text("The NHS and a council must give you "),
            Span::Term { text: "section 117 aftercare", term: Term::Held },
            Span::Text(
                ": free help with needs linked to your mental health, until both agree that you no longer need it.",
            ),
        ])];
        leak(FindingWords {
            headline: match (id.kind(), shape.strength) {
                (FindingKind::Claim, Some(Strength::S0)) => {
                    "Not from what you told us, but other help is open to you"
                }
                (FindingKind::Claim, Some(Strength::S1)) => "You have this right",
                (FindingKind::Claim, Some(Strength::S2)) if id == FindingId::End16 => {
                    "It has probably not ended"
                }
                (FindingKind::Claim, Some(Strength::S2)) => "You probably have this right",
                (FindingKind::Claim, Some(Strength::S3)) => {
                    "Probably not, unless you were also held under another section"
                }
                (FindingKind::Claim, Some(Strength::S4)) => {
                    "We can’t tell yet: find out which section it was"
                }
                (FindingKind::Claim, Some(Strength::S5)) => "It depends: get advice",
                (FindingKind::Note, _) => "A later stay does not end it",
                _ if id == FindingId::AskSections => "Ask which sections you were held under",
                _ if id == FindingId::AskTeam => "Ask your key worker",
                _ => "Ask for an advocate",
            },
            say: text,
            law: Some(&[Block::Para(&[Span::Text("It has no end date. One of them cannot end it alone.")])]),
            views: (shape.strength == Some(Strength::S5)).then_some([
                &[Block::Para(&[
                    Span::Strong("One view."),
                    Span::Text(" The right is still there and begins again when you are released."),
                ])] as Rich,
                &[Block::Para(&[
                    Span::Strong("The other view."),
                    Span::Text(" Going to prison ended it. A judge said this in passing."),
                ])] as Rich,
            ]),
            do_this: Some(&[Block::Para(&[Span::Text("Ask the hospital’s Mental Health Act office.")])]),
            contacts: if id == FindingId::Act05 { &[Contact::Rethink, Contact::Advocate] } else { &[] },
            letter: (id == FindingId::AskSections).then_some(Letter::AskSections),
        })
    }

    pub fn source(_: Source, _: Speech) -> &'static SourceWords {
        &SourceWords {
            title: "Mental Health Act 1983, section 117(1)",
            address: "https://www.legislation.gov.uk/ukpga/1983/20/section/117",
            copy: "Text of 25 March 2025.",
            says: "It applies to people held under section 3 who then leave hospital.",
        }
    }
    pub fn glossary(_: Term, _: Speech) -> &'static TermWords {
        &TermWords {
            term: "held",
            means: &[Block::Para(&[Span::Text(
                "Kept in hospital under the Mental Health Act. Some people say “sectioned”.",
            )])],
        }
    }
    pub fn contact(c: Contact, _: Speech) -> &'static ContactWords {
        match c {
            Contact::Rethink => &ContactWords {
                name: "Rethink Mental Illness advice",
                says: "Rights advice, England. Weekdays, 9.30am to 4pm.",
                phone: Some("0808 801 0525"),
                address: Some("https://www.rethink.org"),
                checked: "Checked 22 November 2026",
            },
            Contact::Advocate => &ContactWords {
                name: "An advocate near you",
                says: "Free, and on your side. Ask the council.",
                phone: None,
                address: None,
                checked: "Checked 22 November 2026",
            },
        }
    }
    pub fn letter(_: Letter, speech: Speech) -> &'static LetterWords {
        match speech.voice {
            Voice::Supporter => &LetterWords {
                title: "Ask for the sections",
                body: "Dear Mental Health Act Office,\n\nI write for someone I support. They agree to this.\n\nYours,",
            },
            _ => &LetterWords {
                title: "Ask for the sections",
                body: "Dear Mental Health Act Office,\n\nPlease tell me every section I was held under, with the start and end dates.\n\nI was in hospital at [hospital], around [dates].\n\nYours,\n[your name]",
            },
        }
    }
    pub fn fill(text: &str, with: &[(&str, &str)]) -> String {
        with.iter().fold(text.to_owned(), |text, (key, value)| text.replace(&format!("{{{key}}}"), value))
    }

    pub struct PageWords {
        pub skip: &'static str,
        pub crisis_ask: &'static str,
        pub crisis_999: &'static str,
        pub crisis_111: &'static str,
        pub crisis_116123: &'static str,
        pub name: &'static str,
        pub clear: &'static str,
        pub law_checked: &'static str,
        pub next_check: &'static str,
        pub check_overdue: &'static str,
        pub covers: &'static str,
        pub not_reviewed: &'static str,
        pub not_advice: &'static str,
        pub new_tab: &'static str,
        pub start_heading: &'static str,
        pub start_lead: &'static str,
        pub start_more: Rich,
        pub scene: &'static str,
        pub promise: &'static str,
        pub promise_check: &'static str,
        pub promise_how: Rich,
        pub journeys_ask: &'static str,
        pub journey_entitled: &'static str,
        pub journey_entitled_more: &'static str,
        pub journey_questions: &'static str,
        pub aside_papers: &'static str,
        pub aside_papers_more: &'static str,
        pub aside_stop: &'static str,
        pub aside_stop_more: &'static str,
        pub aside_where: &'static str,
        pub aside_where_more: &'static str,
        pub back: &'static str,
        pub find_out: &'static str,
        pub why: &'static str,
        pub or: &'static str,
        pub go_on: &'static str,
        pub left: &'static str,
        pub left_exact: &'static str,
        pub left_up_to: &'static str,
        pub left_one: &'static str,
        pub left_none: &'static str,
        pub settled: &'static str,
        pub settled_stay: &'static str,
        pub so_far: &'static str,
        pub change: &'static str,
        pub others_unticked: &'static str,
        pub none_unticked: &'static str,
        pub mistake: &'static str,
        pub mistake_prefix: &'static str,
        pub result: &'static str,
        pub as_the_law_stood: &'static str,
        pub to_next: &'static str,
        pub do_this: &'static str,
        pub because: &'static str,
        pub law: &'static str,
        pub means: &'static str,
        pub nhs_short: &'static str,
        pub council_short: &'static str,
        pub nhs: &'static str,
        pub nhs_england: &'static str,
        pub nhs_wales: &'static str,
        pub nhs_either: &'static str,
        pub council: &'static str,
        pub council_more: &'static str,
        pub aftercare: &'static str,
        pub aftercare_more: &'static str,
        pub you_pay: &'static str,
        pub for_it: &'static str,
        pub bodies_caption: &'static str,
        pub next: &'static str,
        pub next_more: &'static str,
        pub letter_from: &'static str,
        pub voice_me: &'static str,
        pub voice_supporter: &'static str,
        pub copy_letter: &'static str,
        pub copied: &'static str,
        pub not_copied: &'static str,
        pub changes: &'static str,
        pub then: &'static str,
        pub notes: &'static str,
        pub assumed: &'static str,
        pub assumed_more: &'static str,
        pub sources: &'static str,
        pub source_checked: &'static str,
        pub keep: &'static str,
        pub keep_more: &'static str,
        pub print: &'static str,
        pub copy_result: &'static str,
        pub restart: &'static str,
        pub all_answers: &'static str,
        pub sheet_name: &'static str,
        pub sheet_made: &'static str,
        pub review_due: &'static str,
        pub review_due_more: &'static str,
        pub stale: &'static str,
        pub stale_more: &'static str,
    }
    pub fn page(_: Speech) -> &'static PageWords {
        &PageWords {
            skip: "Skip to the checker",
            crisis_ask: "Not safe right now?",
            crisis_999: "life at risk",
            crisis_111: "NHS, press 2",
            crisis_116123: "Samaritans",
            name: "Section 117 aftercare",
            clear: "Clear answers",
            law_checked: "Law checked {date}.",
            next_check: "Next check due by {date}.",
            check_overdue: "The next check was due by {date}.",
            covers: "For England and Wales.",
            not_reviewed: "No solicitor has reviewed this yet.",
            not_advice: "This is information, not legal advice. Your answers stay on this screen.",
            new_tab: "(opens in a new tab)",
            start_heading: "Free help after hospital may be your right",
            start_lead: "Some people who were held in hospital under the Mental Health Act must be given aftercare when they leave. The NHS and a council give it together, and you do not pay for it.",
            start_more: &[Block::Para(&[
                Span::Text("The law calls it "),
                Span::Strong("section 117 aftercare"),
                Span::Text(". A stay from years ago can still count."),
            ])],
            scene: "Two lines, the NHS and a council, come together and lead to the open door of a home with its lights on.",
            promise: "Your answers stay on this screen. Nothing is saved or sent.",
            promise_check: "How you can check that",
            promise_how: &[
                Block::Para(&[Span::Text(
                    "Open this page, then switch off your Wi-Fi and mobile data. The checker still works. It has nobody to tell.",
                )]),
                Block::Para(&[Span::Text("Close the page and open it again. Your answers are gone.")]),
                Block::Para(&[Span::Text(
                    "What we cannot see or stop: the website you are on knows that you opened this page. Other people may see the page in your browser’s history.",
                )]),
            ],
            journeys_ask: "What would you like to find out?",
            journey_entitled: "Do I have this right?",
            journey_entitled_more: "See which hospital stays count, even from long ago.",
            journey_questions: "About {least} to {most} questions",
            aside_papers: "You do not need your papers",
            aside_papers_more: "You can answer “I’m not sure” to every question. We show you how to find out.",
            aside_stop: "You can stop at any time",
            aside_stop_more: "Some questions are about being held in hospital. We only ask what we need, and we say why.",
            aside_where: "You can ask for someone else",
            aside_where_more: "Answer as if you were them. For Scotland and Northern Ireland, we tell you who to ask.",
            back: "Back",
            find_out: "How to find out",
            why: "Why we ask",
            or: "or",
            go_on: "Continue",
            left: "About {least} to {most} questions left",
            left_exact: "About {most} questions left",
            left_up_to: "Up to {most} questions left",
            left_one: "This may be the last question",
            left_none: "Your other answers are kept",
            settled: "This much is clear.",
            settled_stay: "You had a hospital stay that counts.",
            so_far: "Your answers so far ({count})",
            change: "Change",
            others_unticked: "The other ticks are cleared.",
            none_unticked: "“None of these” is cleared.",
            mistake: "Choose an answer before you go on",
            mistake_prefix: "Error:",
            result: "Your result",
            as_the_law_stood: "As the law stood on {date}. Check first.",
            to_next: "See what to do next",
            do_this: "One thing to do",
            because: "Because you told us",
            law: "What the law says",
            means: "What it means",
            nhs_short: "NHS",
            council_short: "council",
            nhs: "An NHS body",
            nhs_england: "your integrated care board (ICB)",
            nhs_wales: "your local health board",
            nhs_either: "a care board or a health board",
            council: "A council",
            council_more: "its adult social care team",
            aftercare: "Your aftercare",
            aftercare_more: "It may include a key worker, medication and reviews, talking therapy, support at home, or a place to live that you need because of your mental health.",
            you_pay: "You pay",
            for_it: "for it",
            bodies_caption: "Both owe you this at the same time. How they share the cost is for them to settle, not you.",
            next: "What to do next",
            next_more: "More you can do",
            letter_from: "Who is writing?",
            voice_me: "Me",
            voice_supporter: "Someone who supports me",
            copy_letter: "Copy these words",
            copied: "Copied.",
            not_copied: "This page may not copy. Select the words and copy them yourself.",
            changes: "What would change this",
            then: "The answer would be: {headline}.",
            notes: "Good to know",
            assumed: "What you were not sure about",
            assumed_more: "When you find out, change the answer here. We ask again only what that affects.",
            sources: "Where this comes from",
            source_checked: "Checked {date}.",
            keep: "Keep this",
            keep_more: "What you print or copy stays where you put it. We keep nothing.",
            print: "Print this",
            copy_result: "Copy this as text",
            restart: "Start again",
            all_answers: "All your answers",
            sheet_name: "Section 117 aftercare",
            sheet_made: "Made on {date}, on this person’s own device.",
            review_due: "This page is due for a law check.",
            review_due_more: "It was due by {due}. The law may have changed since then. Please check with an adviser before you rely on this answer.",
            stale: "As the law stood on {date}. Check first.",
            stale_more: "Nobody has checked this page for over a year. The law may have changed. Do not rely on this answer until an adviser has looked at it.",
        }
    }
}
