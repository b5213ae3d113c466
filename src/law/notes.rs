//! Notes: what else is worth knowing. They read only what is known and never ask.

use super::{
    case::{Asked, Case},
    fact::{Clue, EndingDone, EndingReason, EverHeld, HeldUnder, Question, Value, Whereabouts},
    finding::{
        FindingId::{self, *},
        Strength::{S0, S3},
    },
    journey::Claims,
};

/// The notes that add to these claims.
pub(super) fn notes(case: &Case, claims: &Claims) -> Asked<Vec<FindingId>> {
    let mut notes = Vec::new();
    let mut note_if = |holds: bool, id| {
        if holds {
            notes.push(id);
        }
    };

    let right = claims.right;
    note_if(right.id == Elig06, LongLeaveNote);
    note_if(right.id == Elig07, ShortLeaveNote);
    note_if(matches!(right.id, Elig04 | Elig06 | Elig07), Elig09);
    note_if(matches!(right.id, Elig01 | Elig10 | Elig17 | Elig26 | Elig31), LaterStayNote);
    let custody = case.known(Whereabouts::Prison)?
        || case.known(EverHeld::FromPrison)?
        || case.known(HeldUnder::Section48)?
        || case.known(Clue::FromPrison)?;
    note_if(custody && !matches!(right.strength, S0 | S3), Elig23);

    if let Some(ending) = claims.ending {
        note_if(case.known(EndingReason::MissedOrRefused)?, End07);
        note_if(!matches!(ending.id, End01 | End02 | End12 | End06), End08);
        note_if(case.known(EndingReason::MovedArea)?, End11);
        note_if(ending.id == End06, End14);
        let asked_to_agree =
            case.known(EndingReason::MissedOrRefused)? || case.known(EndingReason::NoNeedNow)?;
        note_if(asked_to_agree, End17);
        let nothing_in_writing = !case.possible(EndingDone::QUESTION).is_empty()
            && !case.is(EndingDone::InWriting)?
            && !case.unsure(Question::EndingDone)?;
        note_if(nothing_in_writing, End10);
        note_if(nothing_in_writing, End18);
    }
    Ok(notes)
}
