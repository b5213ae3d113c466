//! Topic `ending`: does the duty go on? The rows of 8.3, in their order.

use super::{
    case::{Asked, Case},
    claim::Claim,
    commencement::Provision,
    fact::{EndedOnCto, EndingDone, EndingReason, EverHeld, Question, SaidEnded, Value, Whereabouts},
    finding::{FindingId::*, Strength::*, Timing::Now},
};

impl SaidEnded {
    /// Somebody said that it ended, or it stopped.
    pub(super) const SAID: &[Self] = &[
        Self::JustStopped,
        Self::Both,
        Self::OnlyOne,
        Self::OtherHasNotDecided,
        Self::NotSureWho,
        Self::FoundOutLater,
    ];
    /// Nobody has said so.
    pub(super) const NO: &[Self] = &[Self::NoGetsHelp, Self::NoHelpNeverCame];
}

impl EndingReason {
    /// Reasons that are not enough on their own (4.2), and missed or refused help (4.3 adds a caution).
    pub(super) const NOT_ENOUGH: &[Self] = &[
        Self::BackToGp,
        Self::SetTime,
        Self::Dols,
        Self::BackInHospital,
        Self::CtoOrLeaveOver,
        Self::DoingWell,
        Self::MovedArea,
        Self::Budget,
        Self::OtherBodyStopped,
        Self::SavingsOrCompensation,
        Self::Working,
        Self::MovedHome,
        Self::Turned65,
        Self::NewDiagnosis,
        Self::MissingForm,
        Self::MissedOrRefused,
    ];
}

/// Is this topic opened? Unless F-END is a "no", and there is no CTO or conditional discharge now.
pub(super) fn opens(case: &Case) -> Asked<bool> {
    if case.is_any(&[Whereabouts::OnCto, Whereabouts::ConditionallyDischarged])? {
        return Ok(true);
    }
    Ok(!case.possible(SaidEnded::QUESTION).is_empty() && !case.is_any(SaidEnded::NO)?)
}

/// MHA 1983 s.117(2): the duty lasts until both bodies are satisfied, and through any CTO.
/// The first row that matches, before `right` and "not sure" cap it.
pub(super) fn ending(case: &Case) -> Asked<Claim> {
    let conditionally_discharged = case.is(Whereabouts::ConditionallyDischarged)?;
    let cto_when_ended =
        !conditionally_discharged && case.known(EverHeld::CtoOrConditional)? && case.is(EndedOnCto::Yes)?;
    if case.is(Whereabouts::OnCto)? || cto_when_ended {
        return Ok(Claim::new(End01, S1, Now));
    }
    if case.is(SaidEnded::OtherHasNotDecided)? {
        return Ok(Claim::new(End02, S1, Now));
    }
    if conditionally_discharged {
        return Ok(Claim::new(End12, S2, Now));
    }
    if case.is_any(&[SaidEnded::OnlyOne, SaidEnded::NotSureWho])? {
        return Ok(Claim::new(End16, S2, Now));
    }
    if case.is(SaidEnded::JustStopped)? {
        return Ok(Claim::new(End03, S2, Now));
    }
    if case.is(SaidEnded::FoundOutLater)? {
        return Ok(Claim::new(End09, S2, Now));
    }
    if case.is(SaidEnded::Both)? {
        if case.is_any(EndingReason::NOT_ENOUGH)? {
            return Ok(Claim::new(End05, S2, Now));
        }
        // What a proper ending needs. In writing is not among it: no notice is required today (E-06).
        let mut needed = vec![EndingDone::NeedsReassessed, EndingDone::TookPart, EndingDone::ReasonsGiven];
        if case.has_started(Provision::NoticeAndDeeming) {
            needed.push(EndingDone::InWriting);
        }
        let mut all_present = true;
        for item in needed {
            all_present &= case.is(item)?;
        }
        // Beside "not sure" an item without a tick is unknown, not absent.
        if !all_present && !case.unsure(Question::EndingDone)? {
            return Ok(Claim::new(End04, S2, Now));
        }
        if all_present && case.is_any(&[EndingReason::NoNeedNow, EndingReason::Other])? {
            return Ok(Claim::new(End06, S3, Now));
        }
    }
    Ok(Claim::new(End13, S4, Now))
}
