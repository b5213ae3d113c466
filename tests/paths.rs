//! Every path through the interview, walked in process: every answer, every subset of every tick-box.

use std::{
    collections::{BTreeMap, BTreeSet},
    thread,
    time::Instant,
};

use s117_checker::law::{
    answers::Answers,
    case::Case,
    classes::{classes, outcome},
    date::{Date, HARD_DATE, LAW_CHECKED},
    fact::{Answer, Question},
    finding::{FindingId, FindingKind, Shape, Strength, Timing, Topic},
    interview::Interview,
    journey::{Journey, Summary},
    shapes::shapes,
    ways::Given,
};

const JOURNEY: Journey = Journey::Entitled;

/// What the walk saw.
#[derive(Default)]
struct Seen {
    paths: u64,
    longest: usize,
    claims: BTreeMap<(FindingId, Strength, Timing), u64>,
    asked: BTreeMap<Question, BTreeSet<u8>>,
}

impl Seen {
    fn add(&mut self, other: Self) {
        self.paths += other.paths;
        self.longest = self.longest.max(other.longest);
        for (claim, count) in other.claims {
            *self.claims.entry(claim).or_default() += count;
        }
        for (question, codes) in other.asked {
            self.asked.entry(question).or_default().extend(codes);
        }
    }
}

/// Walks every path below a case, and checks what must hold at each end.
fn walk(case: Case, order: &mut Vec<Question>, seen: &mut Seen) {
    match JOURNEY.asked(&case) {
        Ok(_) => end_of_path(&case, order, seen),
        Err(ask) => {
            let question = ask.question;
            assert!(case.possible(question).is_empty(), "{} is asked twice", question.id());
            assert!(order.len() < Question::COUNT, "the interview does not end");
            order.push(question);
            let offered = case.offered(question);
            seen.asked.entry(question).or_default().extend(offered.codes());
            for code in offered.codes() {
                walk(case.with(question, Answers::only(code)), order, seen);
            }
            order.pop();
        }
    }
}

fn end_of_path(case: &Case, order: &[Question], seen: &mut Seen) {
    let Summary { right, ending } = JOURNEY.summary(case).expect("a finished case asks nothing more");
    seen.paths += 1;
    seen.longest = seen.longest.max(order.len());
    *seen.claims.entry((right.id, right.strength, right.timing)).or_default() += 1;
    assert_eq!((right.id.kind(), right.id.topic()), (FindingKind::Claim, Topic::Right));

    let unsure = order.iter().any(|question| case.unsure(*question) == Ok(true));
    if right.strength == Strength::S0 {
        assert!(!unsure, "S0 beside a \"not sure\": {}", show(case, order));
        assert!(!has_qualifying(case), "S0 with a qualifying stay: {}", show(case, order));
    }
    if let Some(ending) = ending {
        *seen.claims.entry((ending.id, ending.strength, ending.timing)).or_default() += 1;
        assert_eq!(ending.id.topic(), Topic::Ending);
        assert_eq!(ending.timing, right.timing, "a claim that rests on the right has its timing");
        assert_eq!(
            ending.strength.resting_on(right.strength),
            ending.strength,
            "a claim that rests on the right is never firmer: {}",
            show(case, order)
        );
    }
    for claim in [Some(right), ending].into_iter().flatten() {
        let ceiling = claim.id.sources().deciding.ceiling();
        assert!(
            claim.strength != Strength::S1 || ceiling == Strength::S1,
            "{} above its mark",
            claim.id.id()
        );
    }

    // However the answers arrived, the same questions are asked in the same order, with the same end.
    let (again, order_again, result) = Given::new(*case).trail(|case| JOURNEY.asked(case));
    assert!(result.is_ok() && again == *case && order_again == order, "order matters: {}", show(case, order));

    // Another answer to one question and back again changes nothing.
    let question = order[(seen.paths % order.len() as u64) as usize];
    let given = case.possible(question);
    if let Some(other) = case.offered(question).without(given).codes().next() {
        let edited = case.with(question, Answers::only(other));
        let (restored, ..) = Given::new(edited.with(question, given)).trail(|case| JOURNEY.asked(case));
        assert!(restored == *case, "edit and restore: {}", show(case, order));
    }
}

/// Is any stay named that section 117(1) lists? Read off the answers, not asked of the rules.
fn has_qualifying(case: &Case) -> bool {
    let holds = |question: Question, values: &[&str]| {
        case.answer(question).is_some_and(|answer| answer.ids().iter().any(|id| values.contains(id)))
    };
    let held = ["section-3", "section-37", "section-37-41", "section-45a", "section-47", "section-48"];
    holds(Question::EverHeld, &["section-3", "from-prison", "cto-or-conditional"])
        || holds(Question::CourtOrder, &["hospital-order", "hospital-direction"])
        || holds(Question::HeldUnder, &held)
        || holds(Question::Whereabouts, &["recalled", "on-cto", "conditionally-discharged"])
}

fn show(case: &Case, order: &[Question]) -> String {
    let answers = order.iter().filter_map(|question| case.answer(*question));
    answers
        .map(|answer| format!("{}={}", answer.question.id(), answer.ids().join("+")))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The cases one question deep, to share among threads.
fn first_steps() -> Vec<(Case, Vec<Question>)> {
    let step = |case: Case, order: &[Question]| -> Vec<(Case, Vec<Question>)> {
        let Err(ask) = JOURNEY.asked(&case) else { return vec![(case, order.to_vec())] };
        let order: Vec<_> = order.iter().copied().chain([ask.question]).collect();
        let codes = case.offered(ask.question);
        codes.codes().map(|code| (case.with(ask.question, Answers::only(code)), order.clone())).collect()
    };
    step(Case::EMPTY, &[]).iter().flat_map(|(case, order)| step(*case, order)).collect()
}

#[test]
fn every_path_ends_in_one_honest_claim() {
    let started = Instant::now();
    let work = std::sync::Mutex::new(first_steps());
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let mut seen = Seen::default();
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let mut seen = Seen::default();
                    loop {
                        let next = work.lock().expect("no worker panics while taking work").pop();
                        let Some((case, mut order)) = next else { return seen };
                        for question in &order {
                            let code = case.possible(*question).single();
                            seen.asked.entry(*question).or_default().extend(code);
                        }
                        walk(case, &mut order, &mut seen);
                    }
                })
            })
            .collect();
        for worker in workers {
            seen.add(worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
    });

    println!(
        "{} paths, at most {} questions, walked in {:.1} s on {threads} threads",
        seen.paths,
        seen.longest,
        started.elapsed().as_secs_f64()
    );
    for ((id, strength, timing), count) in &seen.claims {
        println!("  {:8} {} {:10} {count:>9} paths", id.id(), strength.id(), timing.id());
    }

    // Every claim is reached in exactly the forms that words are written for.
    let reached: BTreeSet<(FindingId, Shape)> = seen
        .claims
        .keys()
        .map(|(id, strength, timing)| {
            (*id, Shape { strength: Some(*strength), timing: Some(*timing), ..Shape::default() })
        })
        .collect();
    let declared: BTreeSet<(FindingId, Shape)> = FindingId::ALL
        .iter()
        .filter(|id| id.kind() == FindingKind::Claim && matches!(id.topic(), Topic::Right | Topic::Ending))
        .flat_map(|id| shapes(*id).iter().map(|shape| (*id, *shape)))
        .filter(|(id, shape)| !only_once_stale(*id, *shape))
        .collect();
    assert_eq!(reached.difference(&declared).collect::<Vec<_>>(), Vec::<&(FindingId, Shape)>::new());
    assert_eq!(declared.difference(&reached).collect::<Vec<_>>(), Vec::<&(FindingId, Shape)>::new());

    // Every option of every question is offered on some path.
    for question in Question::ALL.iter().filter(|question| **question < Question::Issue) {
        let codes = question.all_answers().codes().collect::<BTreeSet<_>>();
        assert_eq!(seen.asked.get(question), Some(&codes), "{}", question.id());
    }
}

/// S0 becomes S4 once the law has not been checked for too long: a form that no path takes before.
fn only_once_stale(id: FindingId, shape: Shape) -> bool {
    matches!(id, FindingId::Elig33 | FindingId::Elig11) && shape.strength == Some(Strength::S4)
}

/// Two paths of a class, as interviews: the surest and the least sure of its answers.
fn examples(answers: &[(Question, Answers)]) -> [Interview; 2] {
    [false, true].map(|unsure| {
        answers.iter().fold(Interview::new(JOURNEY), |interview, (question, answers)| {
            let code = if unsure { answers.codes().last() } else { answers.codes().next() };
            let code = code.expect("a class has an answer to each of its questions");
            interview.answered(Answer::from_code(*question, code).expect("a code of the question"))
        })
    })
}

#[test]
fn every_class_of_paths_keeps_the_dearer_promises() {
    let started = Instant::now();
    let classes = classes();
    let mut reached: BTreeSet<(FindingId, Shape)> = BTreeSet::new();
    let mut offered_changes = 0;
    let examples = classes.iter().flat_map(|class| examples(&class.answers).map(|path| (class, path)));
    for (class, interview) in examples {
        let case = interview.case();
        let order: Vec<_> = interview.trail().iter().map(|answer| answer.question).collect();
        let context = show(&case, &order);
        assert_eq!(interview.next(), None, "{context}");
        assert_eq!(order.iter().copied().collect::<BTreeSet<_>>(), class_questions(class), "{context}");
        assert_eq!(outcome(JOURNEY, &case), Ok(class.findings.clone()), "{context}");
        reached.extend(class.findings.iter().copied());

        let assessment = interview.assess(LAW_CHECKED);
        // How to act for someone else is not shown to everyone, so it does not count.
        let steps = assessment.of_kind(FindingKind::Step).filter(|step| step.id != FindingId::Act07).count();
        for claim in assessment.claims() {
            let strength = claim.shape.strength.expect("a claim has a strength");
            assert!(steps > 0 || !matches!(strength, Strength::S4 | Strength::S5), "no step: {context}");
            assert!(!claim.because.is_empty(), "a claim without a reason: {context}");
            if strength == Strength::S1 {
                s1_survives_every_not_sure(&case, &order, claim.id.topic());
            }
        }
        let stale = interview.assess(HARD_DATE.months_later(1));
        assert!(stale.claims().all(|claim| claim.shape.strength != Some(Strength::S0)), "{context}");

        let changes = interview.changes();
        offered_changes += changes.len();
        assert!(changes.len() <= 3, "{context}");
        for change in changes {
            let before = JOURNEY.claims(&case).expect("finished");
            assert!(before.iter().all(|claim| claim != change.claim), "nothing would change: {context}");
            assert!(!could_be_brought_about(change.question, change.value), "{context}");
        }
    }
    println!(
        "{} classes, {offered_changes} changes offered, {:.1} s",
        classes.len(),
        started.elapsed().as_secs_f64()
    );

    // Every note and step has words for the forms it takes; that all of them are reached, on some journey,
    // is for the walk over the later ones.
    for (id, shape) in reached {
        assert!(shapes(id).contains(&shape), "{} in an unknown form {shape:?}", id.id());
    }
}

fn class_questions(class: &s117_checker::law::classes::Class) -> BTreeSet<Question> {
    class.answers.iter().map(|(question, _)| *question).collect()
}

/// 8.7.5, said a second time and more slowly: put every definite answer in place of each "not sure",
/// answer whatever is then asked in every way, and look for a claim of the topic that is not S1.
fn s1_survives_every_not_sure(case: &Case, order: &[Question], topic: Topic) {
    for question in order {
        if case.unsure(*question) != Ok(true) {
            continue;
        }
        let given = case.answer(*question).expect("answered");
        let ticks: Vec<_> = given.ids().into_iter().filter(|id| *id != "not-sure").collect();
        for code in case.offered(*question).without(question.unsure_answers()).codes() {
            let definite = Answer::from_code(*question, code).expect("offered");
            if !ticks.iter().all(|tick| definite.ids().contains(tick)) {
                continue;
            }
            let mut open = vec![case.answered(definite)];
            while let Some(given) = open.pop() {
                let (trail, _, result) = Given::new(given).trail(|case| JOURNEY.asked(case));
                match result {
                    Err(ask) => open.extend(
                        trail
                            .offered(ask.question)
                            .codes()
                            .map(|code| given.with(ask.question, Answers::only(code))),
                    ),
                    Ok(_) => {
                        let claims = JOURNEY.claims(&trail).expect("finished");
                        let claim = claims.iter().find(|claim| claim.id.topic() == topic);
                        assert_eq!(
                            claim.map(|claim| claim.strength),
                            Some(Strength::S1),
                            "S1 beside a \"not sure\" that matters: {}",
                            show(case, order)
                        );
                    }
                }
            }
        }
    }
}

/// What a person could bring about must never be offered as a change (8.7.9).
fn could_be_brought_about(question: Question, value: &str) -> bool {
    match question {
        Question::Whereabouts => value != "out",
        Question::PrisonSince => value == "yes",
        Question::Leave => true,
        _ => false,
    }
}

#[test]
fn the_questions_left_are_a_true_least_and_most() {
    // Against the whole tree below each case, counted answer by answer, a few questions from the start.
    fn true_range(case: Case, depth: u32, range: &mut (u32, u32)) {
        match JOURNEY.asked(&case) {
            Ok(_) => *range = (range.0.min(depth), range.1.max(depth)),
            Err(ask) => {
                for code in case.offered(ask.question).codes() {
                    true_range(case.with(ask.question, Answers::only(code)), depth + 1, range);
                }
            }
        }
    }
    let start = Interview::new(JOURNEY).remaining();
    let mut whole = (u32::MAX, 0);
    for (case, _) in first_steps() {
        let interview = case
            .asked()
            .filter_map(|question| case.answer(question))
            .fold(Interview::new(JOURNEY), |interview, answer| interview.answered(answer));
        let mut range = (u32::MAX, 0);
        true_range(case, 0, &mut range);
        let told = interview.remaining();
        assert_eq!((told.least, told.most), range, "{:?}", interview.trail());
        whole = (whole.0.min(range.0 + 2), whole.1.max(range.1 + 2));
    }
    assert_eq!((start.least, start.most), whole);
}

#[test]
fn answers_that_no_longer_matter_are_set_aside_and_stand_again() {
    let say = |interview: Interview, id: &str, values: &[&str]| {
        let question = Question::from_id(id).expect("a question");
        interview.answered(Answer::from_ids(question, values.iter().copied()).expect("an answer"))
    };
    let at_home = [
        ("F-NAT-NOW", &["england"][..]),
        ("F-WHERE", &["out"]),
        ("F-SECTS", &["section-3"]),
        ("F-WHEN", &["since-july-2022"]),
        ("F-END", &["no-gets-help"]),
        ("F-JAIL", &["no"]),
    ]
    .iter()
    .fold(Interview::new(JOURNEY), |interview, (id, values)| say(interview, id, values));
    assert_eq!(at_home.next(), None);

    let on_cto = say(at_home.clone(), "F-WHERE", &["on-cto"]);
    assert_eq!(on_cto.trail().len(), 2, "what a CTO makes needless is set aside");
    assert_eq!(on_cto.given(Question::EverHeld), None);

    let in_wales = say(at_home.clone(), "F-NAT-NOW", &["wales"]);
    assert_eq!(in_wales.next(), None, "the other answers are kept");

    let court = say(at_home.clone(), "F-SECTS", &["court"]);
    assert_eq!(court.next(), Some(Question::CourtOrder), "only what the change affects is asked");
    let court = say(court, "F-COURT", &["hospital-order"]);
    assert_eq!(court.next(), None);

    assert_eq!(say(on_cto, "F-WHERE", &["out"]), at_home);
    assert_eq!(at_home.before(None), Some(Question::PrisonSince));
    assert_eq!(at_home.before(Some(Question::EverHeld)), Some(Question::Whereabouts));
    assert_eq!(at_home.before(Some(Question::NationNow)), None);

    let date = Date::parse("2026-11-22").expect("a date");
    assert_eq!(at_home.assess(date).claims().map(|claim| claim.id.id()).collect::<Vec<_>>(), ["ELIG-01"]);
}
