use super::*;
use crate::Numbers;
use crate::law::{
    date::LAW_CHECKED,
    deadline::{DateKind, Dates, Given},
    fact::{Answer, NOT_SURE},
};

/// Facts in any order, each with some answer.
fn everything_told(numbers: &mut Numbers) -> Vec<Answer> {
    let mut answers = vec![];
    for question in Question::ALL.iter().copied().filter(|question| *question != Question::DatesGiven) {
        let ids: Vec<&str> = question.value_ids().collect();
        answers.push(Answer::from_ids(question, [ids[numbers.below(ids.len())]]).expect("one value"));
    }
    answers.push(Answer::from_ids(Question::DatesGiven, [NOT_SURE]).expect("an answer"));
    answers
}

fn interview(answers: &[Answer]) -> Interview {
    answers.iter().fold(Interview::new(Journey::Entitled), |interview, answer| interview.answered(*answer))
}

/// What is shown while facts are missing still stands once they are told, and nothing is said in two strengths.
#[test]
fn what_is_certain_so_far_stands_when_all_is_told() {
    let mut numbers = Numbers(117);
    let (mut early, mut finished) = (0, 0);
    for _ in 0..400 {
        let all = everything_told(&mut numbers);
        let whole = interview(&all).overview(LAW_CHECKED);
        assert_eq!(whole.next, [], "everything was told");
        let claims: Vec<_> = whole.of_kind(FindingKind::Claim).collect();
        for (place, claim) in claims.iter().enumerate() {
            assert!(claims[..place].iter().all(|other| other.id != claim.id), "{} twice", claim.id.id());
            finished += 1;
        }
        let some: Vec<Answer> = all.iter().copied().filter(|_| numbers.below(8) > 0).collect();
        let part = interview(&some).overview(LAW_CHECKED);
        for claim in part.of_kind(FindingKind::Claim) {
            assert!(
                claims.iter().any(|later| later.id == claim.id && later.shape == claim.shape),
                "{} {:?} was shown and did not stand: {some:?}",
                claim.id.id(),
                claim.shape
            );
            early += usize::from(claim.because.is_empty());
        }
        for (journey, question) in &part.next {
            assert_eq!(interview(&some).on(*journey).next(), Some(*question));
        }
        assert_eq!(part.first_open().is_none(), part.next.is_empty());
    }
    assert!(early > 100 && finished > 1000, "{early} {finished}: the cases prove something");
}

#[test]
fn the_right_comes_first_and_its_question_too() {
    let nothing = interview(&[]).overview(LAW_CHECKED);
    assert_eq!(nothing.findings, []);
    assert_eq!(nothing.first_open(), Some(Question::NationNow), "and not the problem");
    assert_eq!(nothing.next.len(), 3);
    let on_cto = |ids: &[(Question, &str)]| {
        let told = ids.iter().map(|(question, id)| Answer::from_ids(*question, [*id]).expect("an answer"));
        interview(&told.collect::<Vec<_>>()).overview(LAW_CHECKED)
    };
    let told = [(Question::NationNow, "england"), (Question::Whereabouts, "on-cto")];
    let found = on_cto(&told);
    let ids: Vec<&str> = found.of_kind(FindingKind::Claim).map(|finding| finding.id.id()).collect();
    assert_eq!(ids, ["ELIG-02", "END-01"]);
    assert!(found.of_kind(FindingKind::Claim).all(|claim| !claim.because.is_empty()));
    assert_eq!(found.read, [Question::NationNow, Question::Whereabouts]);
    // The council is certain before anybody has said what is charged.
    let more = [
        (Question::LastLeft, "since-july-2022"),
        (Question::HomeBefore, "england"),
        (Question::Stays, "one"),
        (Question::WhoArgues, "nobody"),
    ];
    let found = on_cto(&[&told[..], &more].concat());
    let ids: Vec<&str> = found.of_kind(FindingKind::Claim).map(|finding| finding.id.id()).collect();
    assert_eq!(ids, ["ELIG-02", "END-01", "PAY-01", "PAY-03"]);
    assert_eq!(found.first_open(), Some(Question::AskedToPay));
}

#[test]
fn every_deadline_stands_whichever_journey_calls_for_it() {
    let told = [
        (Question::NationNow, "england"),
        (Question::Whereabouts, "on-cto"),
        (Question::LastLeft, "since-july-2022"),
        (Question::HomeBefore, "england"),
        (Question::Stays, "one"),
        (Question::WhoArgues, "nobody"),
        (Question::AskedToPay, "help"),
        (Question::Need, "mental-health"),
        (Question::ReasonToPay, "savings"),
    ];
    let told = told.map(|(question, id)| Answer::from_ids(question, [id]).expect("an answer"));
    let given = Given { date: LAW_CHECKED, approximate: false };
    let dated = interview(&told).dated(Dates::NONE.with(DateKind::Decision, Some(given)));
    let ids: Vec<&str> = dated.overview(LAW_CHECKED).deadlines.iter().map(|one| one.id.id()).collect();
    assert!(ids.contains(&"DL-01") && ids.contains(&"DL-13"), "the court, and the refund: {ids:?}");
    assert!(ids.contains(&"DL-02") && !ids.contains(&"DL-10"), "the bodies are English: {ids:?}");
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len(), "each once: {ids:?}");
}
