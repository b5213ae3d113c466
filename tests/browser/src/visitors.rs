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
    /// The answers.
    pub told: Told,
    /// The claims of the result, in order.
    pub claims: &'static [Claim],
}

/// On a community treatment order: done after two questions.
pub const ON_CTO: Visitor = Visitor {
    name: "on-cto",
    told: &[("F-NAT-NOW", &["england"]), ("F-WHERE", &["on-cto"])],
    claims: &[("ELIG-02", "S1"), ("END-01", "S1")],
};

/// At home after section 3, with help. Strength S1.
pub const AT_HOME: Visitor = Visitor {
    name: "section-3-at-home",
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
    told: &[("F-NAT-NOW", &["england"]), ("F-WHERE", &["prison"]), ("F-SECTS", &["from-prison"])],
    claims: &[("ELIG-19", "S5")],
};

/// Only kinds of stay that give no right. Strength S0.
pub const ONLY_OTHER_KINDS: Visitor = Visitor {
    name: "only-other-kinds",
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
    told: &[("F-NAT-NOW", &["england"]), ("F-WHERE", &["hospital-held"]), ("F-HELD", &["section-3"])],
    claims: &[("ELIG-04", "S1")],
};

/// Conditionally discharged; somebody may already say that the help has ended, so that is asked.
pub const CONDITIONAL: Visitor = Visitor {
    name: "conditional-discharge",
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
    told: &[
        ("F-NAT-NOW", &["england"]),
        ("F-WHERE", &["out"]),
        ("F-SECTS", &["not-sure"]),
        ("F-CLUE", &["more-than-28-days"]),
    ],
    claims: &[("ELIG-32", "S4")],
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
];

/// One visitor for each strength, S1 to S5 and S0.
pub const EVERY_STRENGTH: &[Visitor] =
    &[AT_HOME, LONG_AGO, CAME_BY_CHOICE, NOT_SURE, IN_PRISON, ONLY_OTHER_KINDS];
