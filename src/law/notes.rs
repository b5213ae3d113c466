//! Notes: what else is worth knowing. They read only what is known and never ask.

use super::{
    case::{Asked, Case},
    commencement::Provision,
    fact::{
        Clue, EndingDone, EndingReason, EverHeld, HeldUnder, HomeBefore, Issue, NationNow, Need, Question,
        ReasonToPay, Under18, Value, Whereabouts,
    },
    finding::{
        FindingId::{self, *},
        Strength::{S0, S3},
        Topic,
    },
    journey::{Claims, Summary},
};

/// The notes that add to the right and the ending.
pub(super) fn of_the_right(case: &Case, summary: &Summary) -> Asked<Vec<FindingId>> {
    let mut notes = Vec::new();
    let mut note_if = |holds: bool, id| {
        if holds {
            notes.push(id);
        }
    };

    let right = summary.right;
    note_if(right.id == Elig06, LongLeaveNote);
    note_if(right.id == Elig07, ShortLeaveNote);
    note_if(matches!(right.id, Elig04 | Elig06 | Elig07), Elig09);
    note_if(matches!(right.id, Elig01 | Elig10 | Elig17 | Elig26 | Elig31), LaterStayNote);
    let custody = case.known(Whereabouts::Prison)?
        || case.known(EverHeld::FromPrison)?
        || case.known(HeldUnder::Section48)?
        || case.known(Clue::FromPrison)?;
    note_if(custody && !matches!(right.strength, S0 | S3), Elig23);

    if let Some(ending) = summary.ending {
        note_if(case.known(EndingReason::MissedOrRefused)?, End07);
        note_if(!matches!(ending.id, End01 | End02 | End12 | End06), End08);
        note_if(case.known(EndingReason::MovedArea)?, End11);
        note_if(ending.id == End06, End14);
        let asked_to_agree =
            case.known(EndingReason::MissedOrRefused)? || case.known(EndingReason::NoNeedNow)?;
        note_if(asked_to_agree, End17);
        // No notice is required today; once section 46(2) of the 2025 Act has started, it is.
        let nothing_in_writing = !case.has_started(Provision::NoticeAndDeeming)
            && !case.possible(EndingDone::QUESTION).is_empty()
            && !case.is(EndingDone::InWriting)?
            && !case.unsure(Question::EndingDone)?;
        note_if(nothing_in_writing, End10);
        note_if(nothing_in_writing, End18);
    }
    Ok(notes)
}

/// The notes that add to the other claims.
pub(super) fn of_the_rest(case: &Case, claims: &Claims) -> Asked<Vec<FindingId>> {
    let mut notes = Vec::new();
    let mut note_if = |holds: bool, id| {
        if holds {
            notes.push(id);
        }
    };
    let no_right = claims.summary.is_no();
    let money = claims.has_topic(Topic::Charge) || claims.has_topic(Topic::Home);

    note_if(claims.has_any(&[Pay02]), Elig09);
    note_if(claims.has_topic(Topic::Council) && !case.has_started(Provision::NoticeAndDeeming), Pay26);
    note_if(case.known(Under18::Yes)? && !no_right, Elig22);
    note_if(case.known(Issue::Cut)? && !no_right, End15);

    note_if(case.known(Need::Both)? && money, Pay11);
    let to_pay_back = claims.others.iter().any(|(_, claim)| claim.id.is_about_money_paid());
    note_if(to_pay_back || (case.known(Issue::ComplaintBlocked)? && !no_right), Pay12);
    note_if(case.known(ReasonToPay::Savings)? || case.known(ReasonToPay::Compensation)?, Pay13);
    note_if(case.known(ReasonToPay::ContinuingHealthcare)?, Pay15);
    note_if(claims.has_any(&[What11]) || case.known(ReasonToPay::UseHousingBenefit)?, Pay20);
    note_if(claims.has_any(&[What11]) || case.known(ReasonToPay::EveryonePaysRent)?, What06);
    note_if(claims.has_any(&[Pay08, Pay09, Pay10, Pay21, Pay27]), Relatives);
    // The rules that were read are England's. With a home abroad the bodies' nation is not known: the nation now.
    let from_abroad = case.known(HomeBefore::OutsideUk)? && !case.known(NationNow::Wales)?;
    note_if(money && !no_right && from_abroad, Overseas);
    note_if(claims.has_any(&[Dp01, Dp04, Dp08]), Dp06);
    Ok(notes)
}
