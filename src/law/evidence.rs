//! What to keep as proof (5.9), suited to the problem.

use super::{
    case::{Asked, Case},
    fact::{AskedToPay, Issue, Question},
    finding::Topic,
    journey::Claims,
};

/// Something to keep.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Evidence {
    /// Papers about the section.
    SectionPapers,
    /// The letter from leaving hospital.
    DischargeSummary,
    /// A list of admissions.
    Admissions,
    /// The care plan and the section 117 plan.
    Plans,
    /// The notes of meetings and reviews.
    Minutes,
    /// The names of those who were there.
    Names,
    /// Letters and messages.
    Messages,
    /// Letters that cut or end help.
    EndingLetters,
    /// Bills.
    Bills,
    /// Bank statements.
    BankStatements,
    /// The form about money, and what came of it.
    FinancialAssessment,
    /// The agreement about a top-up.
    TopUpContract,
    /// The tenancy.
    Tenancy,
}

/// What to keep in this case: what always helps, and what its problem or its claims turn on.
pub(super) fn evidence(case: &Case, claims: &Claims) -> Asked<Vec<Evidence>> {
    use Evidence::*;
    // Where it is not known what the problem is about, anything may help.
    let anything = case.known(Issue::ComplaintBlocked)?
        || case.known(Issue::SomethingElse)?
        || (!case.possible(Question::Issue).is_empty() && case.unsure(Question::Issue)?);
    let top_up = case.known(Issue::TopUp)? || case.known(AskedToPay::TopUp)?;
    let rent = case.known(AskedToPay::Rent)? || claims.has_topic(Topic::Home);
    let charged = [AskedToPay::Help, AskedToPay::CareHome, AskedToPay::Form];
    let mut money = top_up || rent || case.known(Issue::Charged)?;
    for thing in charged {
        money |= case.known(thing)?;
    }
    let ending = claims.summary.ending.is_some() || case.known(Issue::Cut)? || case.known(Issue::Refused)?;

    let mut keep = vec![SectionPapers, DischargeSummary, Admissions, Plans, Minutes, Names, Messages];
    if ending || anything {
        keep.push(EndingLetters);
    }
    if money || anything {
        keep.extend([Bills, BankStatements, FinancialAssessment]);
    }
    if top_up || anything {
        keep.push(TopUpContract);
    }
    if rent || top_up || anything {
        keep.push(Tenancy);
    }
    Ok(keep)
}
