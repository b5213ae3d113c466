//! Steps: what to do, the most useful first. They follow from the claims and read only what is known.

use super::{
    case::{Asked, Case},
    fact::{Clue, EverHeld, NationNow, SaidEnded, Whereabouts},
    finding::{
        FindingId::{self, *},
        Nation::{self, *},
        Strength::S5,
    },
    journey::Claims,
};

/// A step, and the nation it is about where that matters.
pub(super) type Step = (FindingId, Option<Nation>);

/// The nation a person lives in, as far as a step may rely on it.
fn nation_now(case: &Case) -> Asked<Option<Nation>> {
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

/// The steps that go with these claims, in the order to take them.
pub(super) fn steps(case: &Case, claims: &Claims) -> Asked<Vec<Step>> {
    let nation = nation_now(case)?;
    // Advocates and assessments go by the nation now; where it is not known, both, labelled (8.7.6).
    let here = |id: FindingId| -> Vec<Step> {
        let nations = match nation {
            Some(England) => &[England][..],
            Some(Wales) => &[Wales],
            Some(Scotland | NorthernIreland | Abroad) => &[],
            None => &[England, Wales],
        };
        nations.iter().map(|nation| (id, Some(*nation))).collect()
    };
    let elsewhere = || -> Vec<Step> {
        match nation {
            Some(Scotland | NorthernIreland | Abroad) => vec![(Act09, nation)],
            Some(England | Wales) | None => vec![],
        }
    };
    let referring_back =
        || -> Vec<Step> { if nation == Some(Wales) { vec![(Act14, Some(Wales))] } else { vec![] } };
    let plain = |ids: &[FindingId]| -> Vec<Step> { ids.iter().map(|id| (*id, None)).collect() };
    // The bodies may be English or Welsh: this journey does not ask, so both routes stand, labelled.
    let complaints = [(Act03, Some(England)), (Act04, Some(Wales))];

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

    if let Some(ending) = claims.ending
        && !matches!(claims.right.id, Elig02 | Elig03)
        && ending.strength != S5
    {
        return Ok(match ending.id {
            End06 => [plain(&[WriteToBoth]), here(Act17), referring_back(), plain(&[Act13, Act16])].concat(),
            End09 => [plain(&[Act13, WriteToBoth, Act16]), complaints.to_vec()].concat(),
            End13 => [plain(&[WriteToBoth, Act13, AskTeam]), complaints.to_vec()].concat(),
            _ => [plain(&[WriteToBoth, Act16]), complaints.to_vec(), plain(&[Act13])].concat(),
        });
    }

    Ok(match claims.right.id {
        Elig27 => [plain(&[AskTeam, Act16]), elsewhere()].concat(),
        Elig21 | Elig30 => [plain(&[Act16, WriteToBoth]), elsewhere(), plain(&[Act13])].concat(),
        Elig19 | Elig20 => plain(&[WriteToBoth, Act16, Act13]),
        Elig24 => [plain(&[Act16, AskSections, Act13]), here(Act17)].concat(),
        Elig02 | Elig03 => [plain(&[AskTeam, WriteToBoth]), advocate].concat(),
        Elig04 | Elig05 | Elig06 | Elig07 | Elig08 | Elig29 => {
            [plain(&[AskTeam]), advocate, plain(&[WriteToBoth, Act13])].concat()
        }
        Elig01 if case.known(SaidEnded::NoHelpNeverCame)? => {
            [plain(&[WriteToBoth, Act16]), complaints.to_vec(), plain(&[Act13])].concat()
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
