//! Topic `right`: is there a right to section 117 aftercare? The rows of 8.2, in their order.
//!
//! The order of the rows is the interview: a row asks for the facts it needs, and the first that
//! matches is the claim.

use super::{
    case::{Asked, Case},
    claim::Claim,
    fact::{
        Clue, CourtOrder, EverHeld, HeldUnder, LastLeft, Leave, LeftSince, MovedIn, NationNow, PrisonSince,
        Question, SaidEnded, Sure, Whereabouts,
    },
    finding::{
        FindingId::*,
        Strength::{self, *},
        Timing::{self, *},
    },
};

/// How a person comes within section 117(1): `QUAL` in the specification.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Route {
    /// Section 3, a hospital order, 45A, 47 or 48, or what only follows from these: a CTO, a conditional discharge.
    Listed,
    /// Moved by officials from another country while on a community order: treated as on a CTO (s.80C).
    MovedOnCommunityOrder,
    /// Moved by officials while detained or conditionally discharged: treated as under the closest provision.
    Moved,
    /// Unfit to plead or insanity, since 31 March 2005.
    UnfitOrInsanity,
    /// The same, earlier; or section 44 or 51(5).
    OlderOrOther,
}

impl Route {
    /// The firmest strength of a claim that rests on this route.
    fn at_most(self, strength: Strength) -> Strength {
        match self {
            Route::Listed | Route::MovedOnCommunityOrder => strength,
            Route::Moved | Route::UnfitOrInsanity | Route::OlderOrOther => strength.probably(),
        }
    }
}

impl HeldUnder {
    /// The sections named in section 117(1).
    const QUALIFYING: &[Self] = &[
        Self::Section3,
        Self::Section37,
        Self::Section37And41,
        Self::Section45A,
        Self::Section47,
        Self::Section48,
    ];
}

/// The route into section 117(1) by an earlier stay, if there is one. The strongest speaks.
pub(super) fn route(case: &Case) -> Asked<Option<Route>> {
    if case.is_any(&[EverHeld::Section3, EverHeld::FromPrison, EverHeld::CtoOrConditional])? {
        return Ok(Some(Route::Listed));
    }
    let court = case.is(EverHeld::Court)?;
    if court && case.is_any(&[CourtOrder::HospitalOrder, CourtOrder::HospitalDirection])? {
        return Ok(Some(Route::Listed));
    }
    if case.is(EverHeld::OtherCountry)? {
        if case.is(MovedIn::OnCommunityOrder)? {
            return Ok(Some(Route::MovedOnCommunityOrder));
        }
        if case.is_any(&[MovedIn::WhileDetained, MovedIn::WhileConditionallyDischarged])? {
            return Ok(Some(Route::Moved));
        }
    }
    if court && case.is(CourtOrder::UnfitOrInsanity)? {
        return Ok(Some(Route::UnfitOrInsanity));
    }
    if court && case.is_any(&[CourtOrder::UnfitOrInsanityBefore2005, CourtOrder::OtherOrder])? {
        return Ok(Some(Route::OlderOrOther));
    }
    Ok(None)
}

/// MHA 1983 s.117(1): whom the section covers. The first row that matches, before "not sure" caps it.
pub(super) fn right(case: &Case) -> Asked<Claim> {
    let elsewhere = case.is_any(&[NationNow::Scotland, NationNow::NorthernIreland])?;
    let abroad = case.is(NationNow::OutsideUk)?;

    let on_leave = case.is(Whereabouts::OnLeave)?;
    if on_leave && case.is(Leave::WithoutPermission)? {
        return Ok(Claim::new(Elig27, S4, Now));
    }

    let held_or_leave = on_leave || case.is(Whereabouts::HospitalHeld)?;
    let held_qualifying = held_or_leave && case.is_any(HeldUnder::QUALIFYING)?;
    let on_cto = case.is(Whereabouts::OnCto)?;
    let conditionally_discharged = case.is(Whereabouts::ConditionallyDischarged)?;
    let recalled = case.is(Whereabouts::Recalled)?;
    let in_prison = case.is(Whereabouts::Prison)?;
    let by_choice = case.is(Whereabouts::HospitalByChoice)?;
    let default_timing = if held_or_leave || recalled || by_choice { OnLeaving } else { Now };

    let settled_by_place = on_cto || conditionally_discharged || recalled || held_qualifying;
    if (elsewhere || abroad) && (settled_by_place || route(case)?.is_some()) {
        return Ok(Claim::new(if abroad { Elig30 } else { Elig21 }, S5, default_timing));
    }
    if in_prison && route(case)?.is_some() {
        return Ok(Claim::new(Elig19, S5, OnRelease));
    }
    if on_cto {
        return Ok(Claim::new(Elig02, S1, Now));
    }
    if conditionally_discharged {
        return Ok(Claim::new(Elig03, S1, Now));
    }
    if recalled {
        return Ok(Claim::new(Elig29, S1, OnLeaving));
    }
    if held_qualifying && !on_leave {
        return Ok(Claim::new(Elig04, S1, OnLeaving));
    }
    if held_qualifying {
        if case.is(Leave::EscortedOrHours)? {
            return Ok(Claim::new(Elig07, S1, OnLeaving));
        }
        let strength = if case.unsure(Question::Leave)? { S2 } else { S1 };
        return Ok(Claim::new(Elig06, strength, OnLeaving));
    }

    match route(case)? {
        Some(route) => by_earlier_stay(case, route, held_or_leave, by_choice, default_timing),
        None => no_stay_named(case, held_or_leave, in_prison, elsewhere || abroad, default_timing),
    }
}

/// The rows with `QUAL`, once those settled by place alone are past.
fn by_earlier_stay(
    case: &Case,
    route: Route,
    held_or_leave: bool,
    by_choice: bool,
    default_timing: Timing,
) -> Asked<Claim> {
    if held_or_leave && case.unsure(Question::HeldUnder)? {
        return Ok(Claim::new(Elig04, S2, OnLeaving));
    }
    // Held here can only be under a section, or a court's order, that gives no right of its own.
    let in_hospital = held_or_leave || by_choice;
    if in_hospital && !case.is(LeftSince::CameBack)? {
        let strength = if case.unsure(Question::LeftSince)? { S2 } else { S1 };
        return Ok(Claim::new(Elig05, route.at_most(strength), OnLeaving));
    }

    if case.is(LastLeft::BeforeOctober1983)? {
        return Ok(Claim::new(Elig24, S5, default_timing));
    }
    let said_ended = case.is_any(SaidEnded::SAID)?;
    if case.is(PrisonSince::Yes)? {
        return Ok(Claim::new(Elig20, S5, default_timing));
    }
    let long_ago = case.is(LastLeft::October1983ToMarch2015)? || case.unsure(Question::LastLeft)?;
    if said_ended {
        // At most: the journey makes it as firm as `ending`.
        return Ok(Claim::new(Elig28, route.at_most(if long_ago { S2 } else { S1 }), Now));
    }
    Ok(match route {
        Route::MovedOnCommunityOrder => Claim::new(Elig17, if long_ago { S2 } else { S1 }, Now),
        Route::Moved => Claim::new(Elig17, S2, Now),
        Route::UnfitOrInsanity => Claim::new(Elig31, S2, Now),
        Route::OlderOrOther => Claim::new(Elig26, S2, Now),
        Route::Listed if long_ago => Claim::new(Elig10, S2, Now),
        Route::Listed if in_hospital => Claim::new(Elig08, S1, Now),
        Route::Listed => Claim::new(Elig01, S1, Now),
    })
}

/// What may have been asked when a row without `QUAL` matches. A "not sure" to anything asked later, about money or
/// dates, leaves the right as it was.
const ASKED_WITHOUT_STAY: &[Question] = &[
    Question::Issue,
    Question::NationNow,
    Question::Whereabouts,
    Question::HeldUnder,
    Question::Leave,
    Question::EverHeld,
    Question::CourtOrder,
    Question::MovedIn,
    Question::Clue,
    Question::Sure,
];

/// The rows without `QUAL`: clues, then what is probably not, then what is plainly not.
fn no_stay_named(
    case: &Case,
    held_or_leave: bool,
    in_prison: bool,
    elsewhere: bool,
    timing: Timing,
) -> Asked<Claim> {
    if case.is_any(&[Clue::FromPrison, Clue::ConditionsAtHome])? {
        return Ok(Claim::new(Elig13, if in_prison || elsewhere { S4 } else { S2 }, timing));
    }
    if case.is_any(&[Clue::MoreThan28Days, Clue::Judge])? {
        return Ok(Claim::new(Elig32, S4, timing));
    }
    let no_clue = case.is_none_of_these(Question::Clue)?;
    if held_or_leave && no_clue && case.unsure(Question::HeldUnder)? {
        return Ok(Claim::new(Elig14, S4, timing));
    }
    let court = case.is(EverHeld::Court)?;
    if court && no_clue && case.is(CourtOrder::OnlyRemandOrInterim)? {
        return Ok(Claim::new(Elig15, S4, timing));
    }
    if !case.unsure_among(ASKED_WITHOUT_STAY)? {
        if held_or_leave && case.is(HeldUnder::RemandOrInterim)? {
            return Ok(Claim::new(Elig16, S3, timing));
        }
        if case.is(EverHeld::OtherCountry)? && case.is(MovedIn::OwnChoice)? {
            return Ok(Claim::new(Elig18, S3, timing));
        }
        if court && case.is(CourtOrder::Guardianship)? {
            return Ok(Claim::new(Elig25, S3, timing));
        }
    }
    if case.unsure_among(ASKED_WITHOUT_STAY)? || !case.is(Sure::Yes)? {
        return Ok(Claim::new(Elig12, S4, timing));
    }
    Ok(Claim::new(if elsewhere { Elig33 } else { Elig11 }, S0, timing))
}
