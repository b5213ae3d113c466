//! Topics `charge` and `home`: what may be charged. The rows of 8.5, in their order, for each thing asked about.

use super::{
    bodies,
    case::{Asked, Case},
    claim::Claim,
    fact::{AskedToPay, Issue, KindOfHome, NationNow, Need, Plan, Question, TopUpChoice, Value, Whereabouts},
    finding::{
        FindingId::{self, *},
        Nation::{England, Wales},
        Strength::*,
    },
    journey::Summary,
};

/// A thing that money is asked for. One claim for each.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Thing {
    /// Help or care.
    Help,
    /// A care home or supported housing.
    CareHome,
    /// Rent or a service charge.
    Rent,
    /// A top-up.
    TopUp,
    /// Only a form about money.
    Form,
    /// Prescriptions.
    Prescriptions,
    /// Nothing so far.
    Nothing,
    /// The person is not sure what.
    NotSure,
}

impl Thing {
    /// Every thing.
    pub const ALL: &[Self] = &[
        Self::Help,
        Self::CareHome,
        Self::Rent,
        Self::TopUp,
        Self::Form,
        Self::Prescriptions,
        Self::Nothing,
        Self::NotSure,
    ];

    /// Its id: that of the value of F-PAY where it is one.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Help => "help",
            Self::CareHome => "care-home",
            Self::Rent => "rent",
            Self::TopUp => "top-up",
            Self::Form => "form",
            Self::Prescriptions => "prescriptions",
            Self::Nothing => "nothing",
            Self::NotSure => "not-sure",
        }
    }

    /// Is money asked for it?
    pub(super) fn is_charged(self) -> bool {
        !matches!(self, Self::Prescriptions | Self::Nothing)
    }
}

/// What money is asked for: by the problem where that says it, else by F-PAY.
pub(super) fn things(case: &Case) -> Asked<Vec<Thing>> {
    if case.known(Issue::TopUp)? {
        return Ok(vec![Thing::TopUp]);
    }
    if case.known(Issue::Prescriptions)? {
        return Ok(vec![Thing::Prescriptions]);
    }
    let mut things = vec![];
    for (tick, thing) in [
        (AskedToPay::Help, Thing::Help),
        (AskedToPay::CareHome, Thing::CareHome),
        (AskedToPay::Rent, Thing::Rent),
        (AskedToPay::TopUp, Thing::TopUp),
        (AskedToPay::Form, Thing::Form),
        (AskedToPay::Prescriptions, Thing::Prescriptions),
    ] {
        if case.is(tick)? {
            things.push(thing);
        }
    }
    if case.unsure(AskedToPay::QUESTION)? {
        things.push(Thing::NotSure);
    } else if things.is_empty() {
        things.push(Thing::Nothing);
    }
    Ok(things)
}

/// May this be charged? The first row that matches, before the right and "not sure" cap it.
pub(super) fn money(case: &Case, summary: &Summary, thing: Thing) -> Asked<Claim> {
    use Thing::*;
    let right = summary.right;
    let claim = |id, strength| Ok(Claim::new(id, strength, right.timing));
    // Told by the nation of the bodies, where that is known: the source differs.
    let by_nation = |id, strength| -> Asked<Claim> {
        Ok(Claim { nation: bodies::nation_if_known(case)?, ..Claim::new(id, strength, right.timing) })
    };

    if thing == Prescriptions && case.is(NationNow::Wales)? {
        return claim(What07, S2);
    }
    if thing.is_charged() && summary.may_have_ended() {
        return claim(Pay17, S4);
    }
    if matches!(right.strength, S0 | S3) {
        return claim(Pay14, S2);
    }
    if matches!(thing, Help | CareHome | TopUp | Form) && case.is(Need::OnlyPhysical)? {
        return claim(What02, S3);
    }
    let for_mental_health = || case.is_any(&[Need::MentalHealth, Need::Both]);
    if thing == CareHome && for_mental_health()? && !case.is(Plan::Listed)? {
        return claim(What04, S2);
    }
    if matches!(thing, Help | CareHome) && for_mental_health()? {
        return by_nation(Pay07, if case.is(Need::MentalHealth)? { S1 } else { S2 });
    }
    match thing {
        Nothing => by_nation(Pay29, S1),
        Help | CareHome | NotSure => claim(Pay28, S4),
        Form => by_nation(Pay16, if case.is(Need::MentalHealth)? { S1 } else { S2 }),
        TopUp => top_up(case, right),
        Rent => rent(case, right),
        Prescriptions => {
            let on_cto_in_england = case.is(NationNow::England)? && case.is(Whereabouts::OnCto)?;
            claim(if on_cto_in_england { What09 } else { What08 }, S4)
        }
    }
}

impl FindingId {
    /// Does this claim say that money paid may have to be given back?
    pub(super) fn is_about_money_paid(self) -> bool {
        matches!(self, Pay07 | Pay09 | Pay10 | What03 | What04 | What11)
    }
}

/// England: MHA 1983 s.117A and the regulations of 2014 reg 4. Wales: the regulations of 2015 reg 3(c).
fn top_up(case: &Case, right: Claim) -> Asked<Claim> {
    let claim = |id, strength| Ok(Claim::new(id, strength, right.timing));
    let nation = bodies::nation(case)?;
    if case.unsure(Question::TopUpChoice)? {
        return claim(Pay27, S4);
    }
    let chose_dearer = case.is(TopUpChoice::ChoseDearer)?;
    match nation {
        Some(England) => claim(if chose_dearer { Pay08 } else { Pay09 }, S2),
        Some(Wales) if chose_dearer => claim(Pay21, S5),
        Some(Wales) => claim(Pay10, if case.unsure(Question::Need)? { S2 } else { S1 }),
        _ => claim(Pay27, S4),
    }
}

/// Rent: whether the home itself is needed because of the disorder (2.3).
fn rent(case: &Case, right: Claim) -> Asked<Claim> {
    let claim = |id, strength| Ok(Claim::new(id, strength, right.timing));
    if case.is(KindOfHome::Ordinary)? {
        return claim(What05, S3);
    }
    if case.is(KindOfHome::Supported)? && case.is(Plan::Listed)? {
        return claim(What03, S1);
    }
    claim(What11, S5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thing_has_the_id_of_its_value_in_f_pay() {
        assert!(Thing::ALL.iter().map(|thing| thing.id()).eq(Question::AskedToPay.value_ids()));
    }
}
