//! Steps: what to do, the most useful first. They follow from the claims and read only what is known.

use super::{
    case::{Asked, Case},
    deadline::Circumstances,
    fact::{Clue, EverHeld, NationNow, SaidEnded, Whereabouts},
    finding::{
        FindingId::{self, *},
        Nation::{self, *},
        Shape,
        Strength::{S0, S3, S5},
    },
    journey::{Claims, Journey, Summary},
    ladder::ladder,
};

/// A step, and its form: the nation it is about, or how pressing it is, where that matters.
pub(super) type Step = (FindingId, Shape);

/// The nation a person lives in, as far as a step may rely on it.
pub(super) fn nation_now(case: &Case) -> Asked<Option<Nation>> {
    for (value, nation) in [
        (NationNow::England, England),
        (NationNow::Wales, Wales),
        (NationNow::Scotland, Scotland),
        (NationNow::NorthernIreland, NorthernIreland),
        (NationNow::OutsideUk, Abroad),
    ] {
        if case.known(value)? {
            return Ok(Some(nation));
        }
    }
    Ok(None)
}

/// Steps that take one form only.
pub(super) fn plain(ids: &[FindingId]) -> Vec<Step> {
    ids.iter().map(|id| (*id, Shape::default())).collect()
}

/// A step for these nations.
fn in_nations(id: FindingId, nations: &[Nation]) -> Vec<Step> {
    nations.iter().map(|nation| (id, Shape { nation: Some(*nation), ..Shape::default() })).collect()
}

/// Advocates and assessments go by the nation now; where it is not known, both, labelled (8.7.6).
pub(super) fn here(id: FindingId, nation: Option<Nation>) -> Vec<Step> {
    match nation {
        Some(England) => in_nations(id, &[England]),
        Some(Wales) => in_nations(id, &[Wales]),
        Some(Scotland | NorthernIreland | Abroad) => vec![],
        None => in_nations(id, &[England, Wales]),
    }
}

/// Who to ask outside England and Wales.
pub(super) fn elsewhere(nation: Option<Nation>) -> Vec<Step> {
    match nation {
        Some(elsewhere @ (Scotland | NorthernIreland | Abroad)) => in_nations(Act09, &[elsewhere]),
        Some(England | Wales) | None => vec![],
    }
}

/// The steps that go with these claims, in the order to take them.
pub(super) fn steps(
    journey: Journey,
    case: &Case,
    claims: &Claims,
    circumstances: &Circumstances,
) -> Asked<Vec<Step>> {
    // Where there is no right, other help comes first, whatever the visitor came for.
    let mut steps = if journey == Journey::Entitled || matches!(claims.summary.right.strength, S0 | S3) {
        of_the_right(case, &claims.summary)?
    } else {
        ladder(journey, case, claims, circumstances)?
    };
    // For those who act for someone else, whatever they ask: no rule knows who that is, so the view shows it to them.
    steps.push((Act07, Shape::default()));
    Ok(steps)
}

/// The steps that follow from the right and the ending.
fn of_the_right(case: &Case, summary: &Summary) -> Asked<Vec<Step>> {
    let nation = nation_now(case)?;
    let here = |id| here(id, nation);
    let elsewhere = || elsewhere(nation);
    let referring_back = || if nation == Some(Wales) { in_nations(Act14, &[Wales]) } else { vec![] };
    // The bodies may be English or Welsh: both routes stand, labelled.
    let complaints = || [in_nations(Act03, &[England]), in_nations(Act04, &[Wales])].concat();

    // An advocate by right: held, on leave, recalled, on a CTO, conditionally discharged; in hospital by choice
    // it depends on the nation.
    let held = [
        Whereabouts::HospitalHeld,
        Whereabouts::OnLeave,
        Whereabouts::Recalled,
        Whereabouts::OnCto,
        Whereabouts::ConditionallyDischarged,
    ];
    let advocate = if case.is_any(&held)? {
        here(Act05)
    } else if case.is(Whereabouts::HospitalByChoice)? {
        here(Act06)
    } else {
        vec![]
    };

    let by_court = case.known(EverHeld::Court)? || case.known(Clue::Judge)?;
    let court = if by_court { plain(&[AskCourt]) } else { vec![] };

    if let Some(ending) = summary.ending
        && !matches!(summary.right.id, Elig02 | Elig03)
        && ending.strength != S5
    {
        return Ok(match ending.id {
            End06 => [plain(&[WriteToBoth]), here(Act17), referring_back(), plain(&[Act13, Act16])].concat(),
            End09 => [plain(&[Act13, WriteToBoth, Act16]), complaints()].concat(),
            End13 => [plain(&[WriteToBoth, Act13, AskTeam]), complaints()].concat(),
            _ => [plain(&[WriteToBoth, Act16]), complaints(), plain(&[Act13])].concat(),
        });
    }

    Ok(match summary.right.id {
        Elig27 => [plain(&[AskTeam, Act16]), elsewhere()].concat(),
        Elig21 | Elig30 => [plain(&[Act16, WriteToBoth]), elsewhere(), plain(&[Act13])].concat(),
        Elig19 | Elig20 => plain(&[WriteToBoth, Act16, Act13]),
        Elig24 => [plain(&[Act16, AskSections, Act13]), here(Act17)].concat(),
        Elig02 | Elig03 => [plain(&[AskTeam, WriteToBoth]), advocate].concat(),
        Elig04 | Elig05 | Elig06 | Elig07 | Elig08 | Elig29 => {
            [plain(&[AskTeam]), advocate, plain(&[WriteToBoth, Act13])].concat()
        }
        Elig01 if case.known(SaidEnded::NoHelpNeverCame)? => {
            [plain(&[WriteToBoth, Act16]), complaints(), plain(&[Act13])].concat()
        }
        Elig01 => plain(&[AskTeam, WriteToBoth, Act13]),
        Elig10 | Elig17 | Elig31 => plain(&[WriteToBoth, AskTeam, Act13, Act16]),
        Elig26 => plain(&[Act16, WriteToBoth, Act13]),
        Elig14 => [plain(&[AskTeam, AskSections]), advocate, elsewhere()].concat(),
        Elig15 => [plain(&[AskCourt, AskSections, Act13]), advocate, here(Act17), elsewhere()].concat(),
        Elig16 => [plain(&[AskCourt, AskTeam]), advocate, elsewhere()].concat(),
        Elig12 | Elig13 | Elig32 => {
            [plain(&[AskSections]), court, plain(&[Act13]), elsewhere(), advocate, here(Act17)].concat()
        }
        Elig18 | Elig25 => [here(Act17), elsewhere(), advocate, plain(&[AskSections])].concat(),
        Elig33 => elsewhere(),
        Elig11 => [here(Act17), referring_back(), advocate, plain(&[AskSections])].concat(),
        // Notes and steps are never claims of the topic.
        _ => vec![],
    })
}
