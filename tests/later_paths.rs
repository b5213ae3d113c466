//! Every path of the second and third journeys, over every summary of the right that a path can end in.
//!
//! Ways that no rule tells apart are followed together; how many paths they stand for is counted.

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    thread,
    time::Instant,
};

use s117_checker::{
    law::{
        answers::Answers,
        case::Case,
        claim::Claim,
        classes::{Outcome, classes, later_outcome},
        fact::{Answer, Question},
        finding::{FindingId, FindingKind, Nation, Shape, Strength, Timing, Topic},
        interview::Interview,
        journey::{Journey, Subject, Summary},
        shapes::shapes,
        ways::Given,
    },
    words::{self, Language, Speech, Voice},
};

const LATER: [Journey; 2] = [Journey::WhoPays, Journey::Problem];
const SPEECHES: [Speech; 3] = [speech(Voice::Me), speech(Voice::Supporter), speech(Voice::Client)];

const fn speech(voice: Voice) -> Speech {
    Speech::new(Language::English, voice)
}

/// What later topics may read of the history beside the summary: where the person is, since when, and F-ISSUE.
const READ_LATER: [Question; 4] =
    [Question::Issue, Question::NationNow, Question::Whereabouts, Question::LastLeft];

/// Every summary that a path of the journey ends in, with what may be read later; each once.
fn summaries(journey: Journey) -> Vec<(Summary, Case)> {
    let mut seen = HashSet::new();
    let followed = Given::new(Case::EMPTY).every_way(
        |case| journey.summary(case),
        |way, summary| {
            let kept = READ_LATER
                .iter()
                .fold(Case::EMPTY, |case, question| case.with(*question, way.possible(*question)));
            seen.insert((summary, kept));
            true
        },
    );
    assert_eq!(followed, Ok(true));
    let mut all: Vec<_> = seen.into_iter().collect();
    all.sort_by_key(|(summary, _)| *summary);
    all
}

/// For each list of what may be asked later, what was asked.
type AskedLater = BTreeMap<&'static [Question], BTreeSet<Question>>;

#[derive(Default)]
struct Seen {
    reached: HashSet<(FindingId, Shape)>,
    asked: AskedLater,
    ways: u64,
    paths: u128,
}

/// Follows every way on from one summary through the tables, and checks each end.
fn walk(journey: Journey, summary: Summary, kept: Case, seen: &mut Seen) {
    let followed = Given::any_of(kept).every_way(
        |case| journey.others(case, &summary),
        |way, claims| {
            seen.ways += 1;
            seen.paths +=
                way.asked().map(|question| u128::from(way.possible(question).len())).product::<u128>();
            check_claims(journey, &summary, way, &claims);
            let issues = way.possible(Question::Issue);
            for one in issues.codes().map(Answers::only).chain(issues.is_empty().then_some(issues)) {
                let may = journey.later_questions(&way.with(Question::Issue, one));
                let later = way.asked().filter(|question| kept.possible(*question).is_empty());
                seen.asked.entry(may).or_default().extend(later);
            }
            true
        },
    );
    assert_eq!(followed, Ok(true));
}

/// The same with the caps, the notes and the steps.
fn walk_to_the_end(journey: Journey, summary: Summary, kept: Case, seen: &mut Seen) {
    let followed = Given::any_of(kept).every_way(
        |case| later_outcome(journey, case, &summary),
        |way, outcome| {
            check(journey, &summary, way, &outcome);
            seen.reached.extend(outcome);
            true
        },
    );
    assert_eq!(followed, Ok(true));
}

fn check_claims(journey: Journey, summary: &Summary, way: &Case, claims: &[(Subject, Claim)]) {
    let right = summary.right;
    let context = || format!("{} {summary:?} {:?}", journey.id(), way.asked().collect::<Vec<_>>());
    for (place, (subject, Claim { id, strength, timing, .. })) in claims.iter().enumerate() {
        let strength = *strength;
        assert!(
            claims[..place].iter().all(|(other, _)| other != subject),
            "two claims on one subject: {}",
            context()
        );
        assert_eq!(*timing, right.timing, "the timing of the right: {} {}", id.id(), context());
        assert!(strength != Strength::S0, "S0 is for the right alone: {}", context());
        assert!(
            strength != Strength::S1 || id.sources().deciding.ceiling() == Strength::S1,
            "{} above its mark",
            id.id()
        );
        // 8.7.4, said again: these six do not rest on the right, every other claim does.
        let free = matches!(
            id,
            FindingId::Pay14
                | FindingId::Pay17
                | FindingId::What02
                | FindingId::What05
                | FindingId::What07
                | FindingId::Dp02
        );
        if !free {
            assert_eq!(strength.resting_on(right.strength), strength, "{} {}", id.id(), context());
        } else {
            assert_ne!(strength, Strength::S1, "what does not rest on the right is never S1");
        }
        if right.strength == Strength::S0 {
            assert!(
                matches!(id, FindingId::Pay14 | FindingId::What07),
                "{} under S0: {}",
                id.id(),
                context()
            );
        }
    }
    if right.strength == Strength::S1 {
        // So no "not sure" about the right can hide behind a later S1: the later cap need not look there.
        for question in READ_LATER.iter().filter(|question| **question != Question::Issue) {
            let unsure = way.possible(*question).and(question.unsure_answers());
            let asked_later = *question == Question::LastLeft;
            assert!(unsure.is_empty() || asked_later, "{} {}", question.id(), context());
        }
    }
}

fn check(journey: Journey, summary: &Summary, way: &Case, outcome: &Outcome) {
    // How to act for someone else is not shown to everyone, so it does not count.
    let steps = outcome.iter().any(|(id, _)| id.kind() == FindingKind::Step && *id != FindingId::Act07);
    for (id, shape) in outcome {
        let context = || format!("{} {summary:?} {:?}", journey.id(), way.asked().collect::<Vec<_>>());
        assert!(shapes(*id).contains(shape), "{} in a form without words: {shape:?} {}", id.id(), context());
        assert!(
            steps || !matches!(shape.strength, Some(Strength::S4 | Strength::S5)),
            "no step: {}",
            context()
        );
    }
}

/// What later tables tell apart in a summary: strength, timing, and whether it may have ended.
fn state(summary: &Summary) -> (Strength, Timing, bool) {
    let ending = summary.ending.map(|ending| ending.id);
    let may_have_ended = matches!(ending, Some(FindingId::End06 | FindingId::End13));
    (summary.right.strength, summary.right.timing, may_have_ended)
}

#[test]
fn every_later_path_keeps_the_promises() {
    let started = Instant::now();
    let threads = thread::available_parallelism().map_or(2, usize::from);
    let mut reached: HashSet<(FindingId, Shape)> = HashSet::new();
    for journey in LATER {
        let mut summaries = summaries(journey);
        let count = summaries.len();
        let mut told_apart = HashSet::new();
        summaries.retain(|(summary, kept)| told_apart.insert((state(summary), *kept)));
        let followed = summaries.len();
        let work = std::sync::Mutex::new(summaries);
        let mut seen = Seen::default();
        thread::scope(|scope| {
            let workers: Vec<_> = (0..threads)
                .map(|_| {
                    scope.spawn(|| {
                        let mut seen = Seen::default();
                        loop {
                            let next = work.lock().expect("no worker panics while taking work").pop();
                            let Some((summary, kept)) = next else { return seen };
                            walk(journey, summary, kept, &mut seen);
                            // The problems reach the same topics as who-pays, one at a time.
                            if journey == Journey::Problem {
                                walk_to_the_end(journey, summary, kept, &mut seen);
                            }
                        }
                    })
                })
                .collect();
            for worker in workers {
                let part = worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
                seen.ways += part.ways;
                seen.paths += part.paths;
                seen.reached.extend(part.reached);
                for (may, did) in part.asked {
                    seen.asked.entry(may).or_default().extend(did);
                }
            }
        });
        println!(
            "{}: {count} summaries of the right, {followed} that differ for it, {} ways on, which stand for {} paths; {:.1} s so far",
            journey.id(),
            seen.ways,
            seen.paths,
            started.elapsed().as_secs_f64()
        );
        reached.extend(seen.reached);
        // What may be asked later is asked on some path, and nothing else is.
        assert_eq!(seen.asked.len(), if journey == Journey::WhoPays { 1 } else { 8 });
        for (may, did) in seen.asked {
            assert_eq!(may.iter().copied().collect::<BTreeSet<_>>(), did, "{}", journey.id());
        }
    }

    // With the first journey, every finding is reached in exactly the forms that words are written for.
    reached.extend(classes().into_iter().flat_map(|class| class.findings));
    for journey in LATER {
        reached.extend(summaries(journey).into_iter().flat_map(|(summary, _)| {
            summary.iter().map(|claim| (claim.id, Shape::from(claim))).collect::<Vec<_>>()
        }));
    }
    let declared: HashSet<(FindingId, Shape)> = FindingId::ALL
        .iter()
        .flat_map(|id| shapes(*id).iter().map(|shape| (*id, *shape)))
        .filter(|(id, shape)| !reached_otherwise(*id, *shape))
        .collect();
    let missing: BTreeSet<_> = declared.difference(&reached).collect();
    let unknown: BTreeSet<_> =
        reached.difference(&declared).filter(|(id, shape)| !reached_otherwise(*id, *shape)).collect();
    assert!(
        missing.is_empty() && unknown.is_empty(),
        "never reached: {missing:?}\nwithout words: {unknown:?}"
    );
}

/// Forms that no path takes by its answers alone: once the law is stale, by a date, or in a preview.
fn reached_otherwise(id: FindingId, shape: Shape) -> bool {
    let stale = matches!(id, FindingId::Elig33 | FindingId::Elig11) && shape.strength == Some(Strength::S4);
    let preview = matches!(id, FindingId::PlacingCouncil | FindingId::TribunalMay);
    stale || preview || shape.urgency.is_some()
}

#[test]
fn every_charge_claim_warns_against_stopping_on_ones_own() {
    let about_a_charge = |id: &FindingId| {
        id.kind() == FindingKind::Claim
            && matches!(id.topic(), Topic::Charge | Topic::Home)
            // Nothing is charged, it is free anyway, a pharmacy charges, or it is not about section 117.
            && !["PAY-29", "WHAT-07", "WHAT-08", "WHAT-09", "PAY-14", "WHAT-02"].contains(&id.id())
    };
    let mut seen = 0;
    for id in FindingId::ALL.iter().filter(|id| about_a_charge(id)) {
        for (shape, speech) in shapes(*id).iter().flat_map(|shape| SPEECHES.map(|speech| (shape, speech))) {
            let text = words::finding(*id, *shape, speech).do_this.map(words::plain).unwrap_or_default();
            for part in ["Keep paying for now", "dispute", "pause", "advice"] {
                assert!(text.contains(part), "{} {shape:?}: no “{part}” in “{text}”", id.id());
            }
            seen += 1;
        }
    }
    assert!(seen > 150, "{seen}");
}

#[test]
fn england_and_wales_never_mix_within_a_finding() {
    // Names that belong to one nation's law or bodies.
    let of_england = [
        "integrated care board",
        "Local Government and Social Care Ombudsman",
        "Care Act",
        "Care Quality Commission",
    ];
    let of_wales = [
        "health board",
        "Llais",
        "Public Services Ombudsman for Wales",
        "Healthcare Inspectorate Wales",
        "in Wales",
    ];
    // Where the nation is not known, these name both, each labelled.
    let labelled = ["5.1-1", "5.1-2", "PAY-25", "1.7-2"];
    for id in FindingId::ALL {
        for (shape, speech) in shapes(*id).iter().flat_map(|shape| SPEECHES.map(|speech| (shape, speech))) {
            let text = words::finding(*id, *shape, speech);
            let all = [Some(text.say), text.law, text.do_this].into_iter().flatten().map(words::plain);
            let all = format!("{} {}", text.headline, all.collect::<Vec<_>>().join(" "));
            let has = |names: &[&'static str]| names.iter().find(|name| all.contains(**name)).copied();
            match shape.nation {
                Some(Nation::England) => assert_eq!(has(&of_wales), None, "{}: {all}", id.id()),
                Some(Nation::Wales) => assert_eq!(has(&of_england), None, "{}: {all}", id.id()),
                _ if labelled.contains(&id.id()) => {}
                _ => assert!(has(&of_england).is_none() || has(&of_wales).is_none(), "{}: {all}", id.id()),
            }
        }
    }
}

/// One answer to each question of a way.
fn example(journey: Journey, way: &Case) -> Interview {
    way.asked().fold(Interview::new(journey), |interview, question| {
        let code = way.possible(question).codes().next().expect("a way has an answer to each question");
        interview.answered(Answer::from_code(question, code).expect("a code of the question"))
    })
}

#[test]
fn whole_journeys_ask_nothing_twice_and_count_what_is_left() {
    // From the start, always the n-th answer offered, for many n: whole paths, counted on the way.
    let mut paths = 0;
    for journey in LATER {
        for seed in 0..400_u32 {
            let mut random = seed.wrapping_mul(2_654_435_761) | 1;
            let mut interview = Interview::new(journey);
            let (mut told, mut settled) = (vec![], None);
            while let Some(question) = interview.next() {
                let asked: Vec<_> = interview.trail().iter().map(|answer| answer.question).collect();
                assert!(!asked.contains(&question), "{} is asked twice", question.id());
                told.push((asked.len() as u32, interview.remaining()));
                random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let offered: Vec<u8> = interview.case().offered(question).codes().collect();
                let code = offered[(random >> 8) as usize % offered.len()];
                interview = interview.answered(Answer::from_code(question, code).expect("offered"));
                // No later answer changes the right.
                if let Ok(summary) = journey.summary(&interview.case()) {
                    assert_eq!(*settled.get_or_insert(summary), summary, "{:?}", interview.trail());
                }
            }
            let whole = interview.trail().len() as u32;
            for (before, remaining) in told {
                let left = whole - before;
                assert!(
                    remaining.least <= left && left <= remaining.most,
                    "{}: {left} were left, not {} to {}: {:?}",
                    journey.id(),
                    remaining.least,
                    remaining.most,
                    interview.trail()
                );
            }
            // Answers carry over, and back again.
            for other in Journey::ALL {
                let there = interview.on(*other);
                assert!(
                    there
                        .trail()
                        .iter()
                        .all(|answer| interview.given(answer.question).is_none_or(|given| given == *answer))
                );
                assert_eq!(there.on(journey), interview);
            }
            let assessment = interview.assess(s117_checker::law::date::LAW_CHECKED);
            for claim in assessment.claims() {
                assert!(
                    !claim.because.is_empty(),
                    "{} without a reason: {:?}",
                    claim.id.id(),
                    interview.trail()
                );
            }
            assert!(interview.changes().len() <= 3);
            paths += 1;
        }
    }
    println!("{paths} whole paths");
}

#[test]
fn later_claims_are_never_s1_beside_a_not_sure_that_matters() {
    // 8.7.5 said a second time, more slowly, for a right that is S1: put every definite answer in place of
    // each "not sure", answer whatever is then asked in every way, and look for one that is not S1.
    for journey in LATER {
        let Some((summary, kept)) = summaries(journey).into_iter().find(|(summary, _)| {
            summary.right.id == FindingId::Elig01 && summary.right.strength == Strength::S1
        }) else {
            panic!("ELIG-01 at S1 is reached");
        };
        let rules = |case: &Case| journey.others(case, &summary);
        let mut checked = 0;
        let followed = Given::any_of(kept).every_way(
            |case| journey.later(case, &summary),
            |way, claims| {
                let interview = example(journey, way);
                for (subject, claim) in claims.iter().filter(|(_, claim)| claim.strength == Strength::S1) {
                    for question in way.asked() {
                        let unsure = way.possible(question).and(question.unsure_answers());
                        if unsure.is_empty() {
                            continue;
                        }
                        let ticks: Vec<_> = unsure.codes().collect();
                        for definite in way.offered(question).without(question.unsure_answers()).codes() {
                            let keeps = ticks.iter().all(|code| {
                                let ids = Answer::from_code(question, *code).expect("offered").ids();
                                let now = Answer::from_code(question, definite).expect("offered").ids();
                                ids.iter().all(|id| *id == "not-sure" || now.contains(id))
                            });
                            if !keeps {
                                continue;
                            }
                            let case = example_case(way).with(question, Answers::only(definite));
                            let firm = Given::new(case).every_way(rules, |_, found| {
                                found
                                    .iter()
                                    .any(|(about, other)| about == subject && other.strength == Strength::S1)
                            });
                            assert_eq!(firm, Ok(true), "{} {:?}", claim.id.id(), interview.trail());
                            checked += 1;
                        }
                    }
                }
                true
            },
        );
        assert_eq!(followed, Ok(true));
        println!("{}: {checked} definite answers tried", journey.id());
    }
}

/// A way narrowed to one answer for each question.
fn example_case(way: &Case) -> Case {
    way.asked().fold(Case::EMPTY, |case, question| {
        let code = way.possible(question).codes().next().expect("an answer");
        case.with(question, Answers::only(code))
    })
}
