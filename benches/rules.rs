//! How long the rules take: an assessment, the next question, what would change the result, every path.
//!
//! Native and not in a browser: it is for seeing what a change of the rules costs. `cargo xtask bench` measures what a
//! visitor waits for.

use criterion::{Criterion, criterion_group, criterion_main};
use s117_checker::law::{
    date::LAW_CHECKED,
    fact::{Answer, NOT_SURE, Question},
    interview::Interview,
    journey::Journey,
    ways::Given,
};
use std::hint::black_box;

/// Somebody at home after section 3, charged for their help: the longest way that is common.
const CHARGED: &[(&str, &[&str])] = &[
    ("F-NAT-NOW", &["wales"]),
    ("F-WHERE", &["out"]),
    ("F-SECTS", &["section-3"]),
    ("F-WHEN", &["since-july-2022"]),
    ("F-END", &["no-gets-help"]),
    ("F-JAIL", &["no"]),
    ("F-NAT-BEFORE", &["wales"]),
    ("F-TIMES", &["one"]),
    ("F-ARGUE", &["nobody"]),
    ("F-PAY", &["help", "rent"]),
    ("F-NEED", &["mental-health"]),
    ("F-HOME", &["supported"]),
    ("F-PLAN", &["no-plan"]),
    ("F-PAYWHY", &["savings"]),
];

/// The interview after the first `count` of these answers.
fn told(journey: Journey, answers: &[(&str, &[&str])], count: usize) -> Interview {
    answers.iter().take(count).fold(Interview::new(journey), |interview, (question, values)| {
        let question = Question::from_id(question).expect("a question");
        interview.answered(Answer::from_ids(question, values.iter().copied()).expect("its values"))
    })
}

/// An interview to its end in which nothing is known.
fn unsure(journey: Journey) -> Interview {
    let mut interview = Interview::new(journey);
    while let Some(question) = interview.next() {
        interview =
            interview.answered(Answer::from_ids(question, [NOT_SURE]).expect("every question has it"));
    }
    interview
}

fn rules(criterion: &mut Criterion) {
    let charged = told(Journey::WhoPays, CHARGED, CHARGED.len());
    assert_eq!(charged.next(), None, "the answers lead to a result");
    assert!(charged.assess(LAW_CHECKED).claims().count() > 1, "the result has claims to make");
    let halfway = told(Journey::WhoPays, CHARGED, CHARGED.len() / 2);
    let unsure = unsure(Journey::Entitled);

    let mut group = criterion.benchmark_group("one");
    group.bench_function("assessment", |bencher| bencher.iter(|| black_box(&charged).assess(LAW_CHECKED)));
    group.bench_function("next question", |bencher| bencher.iter(|| black_box(&halfway).next()));
    group.bench_function("questions left", |bencher| bencher.iter(|| black_box(&halfway).remaining()));
    group.bench_function("questions left at the start", |bencher| {
        let start = Interview::new(Journey::Entitled);
        bencher.iter(|| black_box(&start).remaining());
    });
    group.bench_function("what would change this", |bencher| bencher.iter(|| black_box(&charged).changes()));
    group.bench_function("what would change this, nothing sure", |bencher| {
        bencher.iter(|| black_box(&unsure).changes());
    });
    group.finish();

    let mut group = criterion.benchmark_group("every path");
    group.sample_size(10);
    group.bench_function("of the right", |bencher| bencher.iter(|| black_box(every_path())));
    group.finish();
}

/// How many ways stand for all paths of the first journey.
fn every_path() -> u32 {
    let mut ways = 0;
    let all = Given::new(Interview::new(Journey::Entitled).case()).every_way(
        |case| Journey::Entitled.asked(case),
        |_, _| {
            ways += 1;
            true
        },
    );
    assert_eq!(all, Ok(true), "nothing is left to ask");
    ways
}

criterion_group!(benches, rules);
criterion_main!(benches);
