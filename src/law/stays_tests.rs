use super::*;

/// A stay: what it was under, when it ended (`here` where it has not), where home was.
fn stay(under: &str, left: &str, home: &str) -> Stay {
    let under = *Under::ALL.iter().find(|known| known.id() == under).expect("a kind of stay");
    let left = if left == "here" { Left::StillThere } else { Left::read(left).expect("a month") };
    Stay { under, left, home: Answer::home_before(home) }
}

/// The facts of stays, as `F-SECTS section-3`.
fn told(stays: &[(&str, &str, &str)]) -> Vec<String> {
    let stays: Vec<Stay> = stays.iter().map(|(under, left, home)| stay(under, left, home)).collect();
    let mut told: Vec<String> =
        facts(&stays).into_iter().map(|it| format!("{} {}", it.question.id(), it.ids().join("+"))).collect();
    told.sort();
    told
}

#[test]
fn facts_follow_from_stays() {
    for (stays, expected) in [
        (&[][..], &[][..]),
        // Section 2 turned into section 3: one stay, and section 3 counts (W-18).
        (
            &[("section-2", "2019-03", "england"), ("section-3", "2019-05", "england")],
            &["F-NAT-BEFORE england", "F-SECTS section-3", "F-TIMES one", "F-WHEN april-2015-to-june-2022"],
        ),
        // Placed in Wales and held again there: home before the latest decides (O-02).
        (
            &[("section-3", "2014", "england"), ("section-37-41", "7 2022", "placed-by-england")],
            &[
                "F-COURT hospital-order",
                "F-NAT-BEFORE placed-by-england",
                "F-SECTS section-3+court",
                "F-TIMES more",
                "F-WHEN since-july-2022",
            ],
        ),
        // A recall is no new stay, and leaving after it is the latest leaving.
        (
            &[("section-3", "2015-03", "wales"), ("cto", "", ""), ("recall", "2015-04", "")],
            &[
                "F-NAT-BEFORE wales",
                "F-SECTS section-3+cto-or-conditional",
                "F-TIMES one",
                "F-WHEN april-2015-to-june-2022",
            ],
        ),
        // The year of a change in the law does not say on which side of it the stay ended.
        (&[("section-3", "2015", "")], &["F-SECTS section-3", "F-TIMES one"]),
        (&[("act-1959", "1979", "")], &["F-SECTS section-3", "F-TIMES one", "F-WHEN before-october-1983"]),
        // In hospital now.
        (&[("section-3", "here", "")], &["F-HELD section-3", "F-SECTS section-3", "F-TIMES one"]),
        (
            &[("section-3", "here", ""), ("informal", "here", "")],
            &["F-SECTS section-3", "F-STAY stayed-on", "F-TIMES one"],
        ),
        (
            &[("section-3", "2024", ""), ("section-2", "here", "")],
            &[
                "F-HELD another",
                "F-SECTS section-3",
                "F-STAY came-back",
                "F-TIMES one",
                "F-WHEN since-july-2022",
            ],
        ),
        (
            &[("section-3", "", ""), ("section-2", "here", "")],
            &["F-HELD another", "F-SECTS section-3", "F-TIMES one"],
        ),
        // What the papers do not say stays not sure, beside what they do.
        (&[("not-known", "2020", "england")], &["F-SECTS not-sure"]),
        (
            &[("section-47", "2020", ""), ("not-known", "", "")],
            &["F-SECTS from-prison+not-sure", "F-TIMES not-sure", "F-WHEN april-2015-to-june-2022"],
        ),
        // None that counts: the clues and "sure" are asked, and no S0 follows from a list alone.
        (&[("section-2", "2020", "england"), ("dols", "", "")], &["F-SECTS only-other-kinds"]),
        // Of several court orders, the one that reaches section 117 first.
        (
            &[("section-35-36-38", "2001", ""), ("insanity-before-2005", "2004", "")],
            &[
                "F-COURT unfit-or-insanity-before-2005",
                "F-SECTS court",
                "F-TIMES one",
                "F-WHEN october-1983-to-march-2015",
            ],
        ),
        (
            &[("other-country", "2001", ""), ("moved-detained", "2023", "scotland")],
            &[
                "F-MOVEDIN while-detained",
                "F-NAT-BEFORE scotland",
                "F-SECTS other-country",
                "F-TIMES one",
                "F-WHEN since-july-2022",
            ],
        ),
    ] {
        assert_eq!(told(stays), expected, "{stays:?}");
    }
}

/// Only the questions that the view closes to typing may be answered by a list.
#[test]
fn every_kind_answers_known_questions_and_is_found_by_its_id() {
    for under in Under::ALL {
        for left in ["", "here", "2020"] {
            for answer in facts(&[stay(under.id(), left, "england")]) {
                assert!(ANSWERED.contains(&answer.question), "{}: {}", under.id(), answer.question.id());
            }
        }
        assert_eq!(Under::ALL.iter().filter(|other| other.id() == under.id()).count(), 1);
    }
}

#[test]
fn months_are_read_as_people_write_them() {
    for (typed, text) in [
        ("6 2014", "2014-06"),
        ("06/2014", "2014-06"),
        (" 2014-06 ", "2014-06"),
        ("2014.6", "2014-06"),
        ("2014", "2014"),
        ("", ""),
    ] {
        assert_eq!(Left::read(typed).map(Left::text).as_deref(), Ok(text), "{typed}");
        assert_eq!(Left::read(text).map(Left::text).as_deref(), Ok(text), "{typed}: comes back");
    }
    for typed in
        ["June 2014", "13 2014", "0 2014", "14", "6 14", "2014 2015", "1 6 2014", "1900", "2300", "²014"]
    {
        assert_eq!(Left::read(typed), Err(NotAMonth), "{typed}");
    }
}

#[test]
fn the_boundaries_of_the_law_fall_between_months() {
    for (left, expected) in [
        ("1983-09", Some(LastLeft::BeforeOctober1983)),
        ("1983-10", Some(LastLeft::October1983ToMarch2015)),
        ("2015-03", Some(LastLeft::October1983ToMarch2015)),
        ("2015-04", Some(LastLeft::April2015ToJune2022)),
        ("2022-06", Some(LastLeft::April2015ToJune2022)),
        ("2022-07", Some(LastLeft::SinceJuly2022)),
        ("1983", None),
        ("2022", None),
        ("", None),
    ] {
        assert_eq!(Left::read(left).expect("a month").period(), expected, "{left}");
    }
}

#[test]
fn a_list_in_the_wrong_order_is_told() {
    for (lefts, expected) in [
        (&["2014", "2020", "2022-07"][..], &[][..]),
        (&["2020", "2014"], &[1]),
        (&["2020-06", "2020"], &[]),
        (&["2020-06", "", "2020-05", "2021"], &[2]),
    ] {
        let stays: Vec<Stay> = lefts.iter().map(|left| stay("section-3", left, "")).collect();
        assert_eq!(out_of_order(&stays), expected, "{lefts:?}");
    }
}
