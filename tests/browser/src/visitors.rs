//! Named visitors: what they tell, and the claims that their result must make.

/// Question ids with the ids of the values given.
pub type Told = &'static [(&'static str, &'static [&'static str])];

/// The id of a claim and its strength.
pub type Claim = (&'static str, &'static str);

/// Somebody who uses the checker.
#[derive(Clone, Copy, Debug)]
pub struct Visitor {
    /// A short name, for files and messages.
    pub name: &'static str,
    /// The journey they choose.
    pub journey: &'static str,
    /// The answers. To F-DATES: the day, month and year of the first date asked for.
    pub told: Told,
    /// The claims of the result, in order.
    pub claims: &'static [Claim],
}

/// On a community treatment order: done after two questions.
pub const ON_CTO: Visitor = Visitor {
    name: "on-cto",
    journey: "entitled",
    told: &[("F-NAT-NOW", &["england"]), ("F-WHERE", &["on-cto"])],
    claims: &[("ELIG-02", "S1"), ("END-01", "S1")],
};

/// At home after section 3, with help. Strength S1.
pub const AT_HOME: Visitor = Visitor {
    name: "section-3-at-home",
    journey: "entitled",
    told: &[
        ("F-NAT-NOW", &["england"]),
        ("F-WHERE", &["out"]),
        ("F-SECTS", &["section-3"]),
        ("F-WHEN", &["since-july-2022"]),
        ("F-END", &["no-gets-help"]),
        ("F-JAIL", &["no"]),
    ],
    claims: &[("ELIG-01", "S1")],
};

/// At home after section 3 some thirty years ago. Strength S2.
pub const LONG_AGO: Visitor = Visitor {
    name: "section-3-long-ago",
    journey: "entitled",
    told: &[
        ("F-NAT-NOW", &["wales"]),
        ("F-WHERE", &["out"]),
        ("F-SECTS", &["section-3"]),
        ("F-WHEN", &["october-1983-to-march-2015"]),
        ("F-END", &["no-gets-help"]),
        ("F-JAIL", &["no"]),
    ],
    claims: &[("ELIG-10", "S2")],
};

/// Held only in another country, and came by choice. Strength S3.
pub const CAME_BY_CHOICE: Visitor = Visitor {
    name: "another-country",
    journey: "entitled",
    told: &[
        ("F-NAT-NOW", &["england"]),
        ("F-WHERE", &["out"]),
        ("F-SECTS", &["other-country"]),
        ("F-MOVEDIN", &["own-choice"]),
        ("F-CLUE", &["none"]),
        ("F-SURE", &["yes"]),
    ],
    claims: &[("ELIG-18", "S3")],
};

/// Not sure about anything. Strength S4.
pub const NOT_SURE: Visitor = Visitor {
    name: "not-sure",
    journey: "entitled",
    told: &[
        ("F-NAT-NOW", &["not-sure"]),
        ("F-WHERE", &["not-sure"]),
        ("F-HELD", &["not-sure"]),
        ("F-LEAVE", &["not-sure"]),
        ("F-SECTS", &["not-sure"]),
        ("F-COURT", &["not-sure"]),
        ("F-MOVEDIN", &["not-sure"]),
        ("F-CLUE", &["not-sure"]),
        ("F-SURE", &["not-sure"]),
    ],
    claims: &[("ELIG-12", "S4")],
};

/// In prison after a move to hospital. Strength S5.
pub const IN_PRISON: Visitor = Visitor {
    name: "in-prison",
    journey: "entitled",
    told: &[("F-NAT-NOW", &["england"]), ("F-WHERE", &["prison"]), ("F-SECTS", &["from-prison"])],
    claims: &[("ELIG-19", "S5")],
};

/// Only kinds of stay that give no right. Strength S0.
pub const ONLY_OTHER_KINDS: Visitor = Visitor {
    name: "only-other-kinds",
    journey: "entitled",
    told: &[
        ("F-NAT-NOW", &["england"]),
        ("F-WHERE", &["out"]),
        ("F-SECTS", &["only-other-kinds"]),
        ("F-CLUE", &["none"]),
        ("F-SURE", &["yes"]),
    ],
    claims: &[("ELIG-11", "S0")],
};

/// Told by one body that a hospital order's aftercare has ended: two claims.
pub const TOLD_BY_ONE: Visitor = Visitor {
    name: "told-by-one-body",
    journey: "entitled",
    told: &[
        ("F-NAT-NOW", &["england"]),
        ("F-WHERE", &["out"]),
        ("F-SECTS", &["court"]),
        ("F-COURT", &["hospital-order"]),
        ("F-WHEN", &["since-july-2022"]),
        ("F-END", &["only-one"]),
        ("F-JAIL", &["no"]),
    ],
    claims: &[("ELIG-28", "S2"), ("END-16", "S2")],
};

/// Held under section 3 now: the right comes on leaving.
pub const HELD_NOW: Visitor = Visitor {
    name: "held-under-section-3",
    journey: "entitled",
    told: &[("F-NAT-NOW", &["england"]), ("F-WHERE", &["hospital-held"]), ("F-HELD", &["section-3"])],
    claims: &[("ELIG-04", "S1")],
};

/// Conditionally discharged; somebody may already say that the help has ended, so that is asked.
pub const CONDITIONAL: Visitor = Visitor {
    name: "conditional-discharge",
    journey: "entitled",
    told: &[
        ("F-NAT-NOW", &["england"]),
        ("F-WHERE", &["conditionally-discharged"]),
        ("F-END", &["no-gets-help"]),
    ],
    claims: &[("ELIG-03", "S1"), ("END-12", "S2")],
};

/// Does not know the section; was kept for ten weeks.
pub const TEN_WEEKS: Visitor = Visitor {
    name: "section-unknown-ten-weeks",
    journey: "entitled",
    told: &[
        ("F-NAT-NOW", &["england"]),
        ("F-WHERE", &["out"]),
        ("F-SECTS", &["not-sure"]),
        ("F-CLUE", &["more-than-28-days"]),
    ],
    claims: &[("ELIG-32", "S4")],
};

/// Who pays: at home in Wales, charged for help because of savings.
pub const CHARGED_IN_WALES: Visitor = Visitor {
    name: "who-pays-charged-in-wales",
    journey: "who-pays",
    told: &[
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
    ],
    claims: &[("ELIG-01", "S1"), ("PAY-04", "S1"), ("PAY-24", "S1"), ("PAY-07", "S1"), ("WHAT-11", "S5")],
};

/// Who pays: not covered, and charged. Only what people pay who are not covered.
pub const CHARGED_NOT_COVERED: Visitor = Visitor {
    name: "who-pays-not-covered",
    journey: "who-pays",
    told: &[
        ("F-NAT-NOW", &["england"]),
        ("F-WHERE", &["out"]),
        ("F-SECTS", &["only-other-kinds"]),
        ("F-CLUE", &["none"]),
        ("F-SURE", &["yes"]),
        ("F-PAY", &["care-home"]),
    ],
    claims: &[("ELIG-11", "S0"), ("PAY-14", "S2")],
};

/// What can I do: section 3 now, leaving soon, no plan.
pub const LEAVING_SOON: Visitor = Visitor {
    name: "problem-leaving-soon",
    journey: "problem",
    told: &[
        ("F-ISSUE", &["leaving-soon"]),
        ("F-NAT-NOW", &["england"]),
        ("F-WHERE", &["hospital-held"]),
        ("F-HELD", &["section-3"]),
        ("F-PLAN", &["no-plan"]),
        ("F-DATES", &["1", "12", "2026"]),
        ("F-NAT-BEFORE", &["england"]),
    ],
    claims: &[("ELIG-04", "S1")],
};

/// What can I do: two councils argue, and the section is not known.
pub const THEY_ARGUE: Visitor = Visitor {
    name: "problem-bodies-argue",
    journey: "problem",
    told: &[
        ("F-ISSUE", &["bodies-argue"]),
        ("F-NAT-NOW", &["england"]),
        ("F-WHERE", &["out"]),
        ("F-SECTS", &["not-sure"]),
        ("F-CLUE", &["more-than-28-days"]),
        ("F-WHEN", &["since-july-2022"]),
        ("F-NAT-BEFORE", &["placed-by-england"]),
        ("F-TIMES", &["one"]),
        ("F-ARGUE", &["two-councils-england"]),
    ],
    claims: &[("ELIG-32", "S4"), ("PAY-19", "S4"), ("PAY-03", "S4"), ("PAY-06", "S4")],
};

/// What can I do: refused in Wales, with no date known.
pub const REFUSED_IN_WALES: Visitor = Visitor {
    name: "problem-refused-in-wales",
    journey: "problem",
    told: &[
        ("F-ISSUE", &["refused"]),
        ("F-NAT-NOW", &["wales"]),
        ("F-WHERE", &["on-cto"]),
        ("F-NEED", &["not-sure"]),
        ("F-NAT-BEFORE", &["wales"]),
    ],
    claims: &[("ELIG-02", "S1"), ("WHAT-01", "S2")],
};

/// Who pays: two stays, placed by a council before the latest, and asked to pay for everything. The longest result.
pub const CHARGED_FOR_ALL: Visitor = Visitor {
    name: "who-pays-charged-for-all",
    journey: "who-pays",
    told: &[
        ("F-NAT-NOW", &["england"]),
        ("F-WHERE", &["out"]),
        ("F-SECTS", &["section-3"]),
        ("F-WHEN", &["since-july-2022"]),
        ("F-END", &["no-gets-help"]),
        ("F-JAIL", &["no"]),
        ("F-NAT-BEFORE", &["placed-by-england"]),
        ("F-TIMES", &["more"]),
        ("F-ARGUE", &["nhs-and-council"]),
        ("F-PAY", &["help", "care-home", "rent", "top-up"]),
        ("F-NEED", &["mental-health"]),
        ("F-PLAN", &["no-plan"]),
        ("F-HOME", &["supported"]),
        ("F-TOPUP", &["no"]),
        ("F-PAYWHY", &["everyone-pays-rent"]),
    ],
    claims: &[
        ("ELIG-01", "S1"),
        ("PAY-02", "S2"),
        ("PAY-03", "S2"),
        ("PAY-06", "S2"),
        ("PAY-07", "S1"),
        ("WHAT-04", "S2"),
        ("WHAT-11", "S5"),
        ("PAY-09", "S2"),
    ],
};

/// What can I do: a complaint is blocked, and the day of the decision is known.
pub const COMPLAINT_BLOCKED: Visitor = Visitor {
    name: "problem-complaint-blocked",
    journey: "problem",
    told: &[
        ("F-ISSUE", &["complaint-blocked"]),
        ("F-NAT-NOW", &["england"]),
        ("F-WHERE", &["out"]),
        ("F-SECTS", &["section-3"]),
        ("F-WHEN", &["since-july-2022"]),
        ("F-END", &["no-gets-help"]),
        ("F-JAIL", &["no"]),
        ("F-DATES", &["2", "11", "2026"]),
        ("F-NAT-BEFORE", &["england"]),
    ],
    claims: &[("ELIG-01", "S1")],
};

/// Every visitor above.
pub const ALL: &[Visitor] = &[
    ON_CTO,
    AT_HOME,
    LONG_AGO,
    CAME_BY_CHOICE,
    NOT_SURE,
    IN_PRISON,
    ONLY_OTHER_KINDS,
    TOLD_BY_ONE,
    HELD_NOW,
    CONDITIONAL,
    TEN_WEEKS,
    CHARGED_IN_WALES,
    CHARGED_NOT_COVERED,
    LEAVING_SOON,
    THEY_ARGUE,
    REFUSED_IN_WALES,
    CHARGED_FOR_ALL,
    COMPLAINT_BLOCKED,
];

/// One visitor for each journey after the first.
pub const LATER: &[Visitor] = &[CHARGED_IN_WALES, LEAVING_SOON, THEY_ARGUE];

/// One visitor for each strength, S1 to S5 and S0.
pub const EVERY_STRENGTH: &[Visitor] =
    &[AT_HOME, LONG_AGO, CAME_BY_CHOICE, NOT_SURE, IN_PRISON, ONLY_OTHER_KINDS];
