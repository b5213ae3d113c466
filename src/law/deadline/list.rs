//! Which deadlines follow from the dates given, the most pressing first.

use super::{
    super::finding::Nation::{self, England, Wales},
    super::order::sort_by_key,
    Age, Circumstances, DateKind, Deadline, DeadlineId, Given,
    counting::*,
};

/// The deadlines of a case, in the order of the priority logic at the end of section 7.
///
/// `bodies` is the nation of the bodies; where it is not known, both nations' deadlines stand, labelled.
/// `refund` is whether money was paid. Deadlines that count from a day the visitor is not asked for
/// (DL-08, DL-12, DL-16), or that rest on recall alone (DL-14), are not in the list.
pub fn deadlines(circumstances: &Circumstances, bodies: Option<Nation>, refund: bool) -> Vec<Deadline> {
    let dates = &circumstances.dates;
    let in_england = bodies != Some(Wales);
    let in_wales = bodies != Some(England);

    let mut complaints = vec![];
    if let Some(decided) = circumstances.decided() {
        let noticed = dates.get(DateKind::FoundOut).unwrap_or(decided);
        // Nobody learns of an event before it: the later day counts for a complaint to the body itself.
        let learned = if noticed.date < decided.date { decided } else { noticed };
        // Who has complained already goes on to the ombudsman.
        let to_bodies = dates.get(DateKind::Complaint).is_none();
        if in_england && to_bodies {
            complaints.push(from(council_complaint_england(learned.date), learned));
            complaints.push(from(nhs_complaint_england(learned.date), learned));
        }
        if in_england {
            complaints.push(from(lgsco(noticed.date), noticed));
            complaints.push(from(phso(noticed.date), noticed));
        }
        if in_wales && to_bodies {
            let concern = nhs_concern_wales(decided.date, learned.date);
            complaints.push(from(council_complaint_wales(learned.date), learned));
            complaints.push(from(concern, if concern.start == learned.date { learned } else { decided }));
        }
        if in_wales {
            complaints.push(from(psow(noticed.date), noticed));
        }
    }
    if let Some(complaint) = dates.get(DateKind::Complaint) {
        let prompts = reply_overdue(complaint.date);
        let prompt = Deadline {
            id: DeadlineId::ReplyOverdue,
            nation: None,
            start: complaint.date,
            safe: prompts.into_iter().find(|day| *day >= circumstances.today).unwrap_or(prompts[2]),
            last: None,
            approximate: false,
        };
        complaints.push(from(prompt, complaint));
        if in_wales {
            complaints.push(from(psow_referral(complaint.date), complaint));
        }
    }
    sort_by_key(&mut complaints, |deadline| deadline.safe);

    let Some(decided) = circumstances.decided() else { return complaints };
    let court = from(judicial_review(decided.date), decided);
    let mut claims = vec![from(human_rights(decided.date), decided)];
    if refund {
        claims.push(from(super::counting::refund(decided.date), decided));
    }
    match circumstances.age_of_decision() {
        // The court's clock first, and the rest by date.
        Some((Age::UnderThreeMonths, _)) => {
            let mut rest = [complaints, claims].concat();
            sort_by_key(&mut rest, |deadline| deadline.safe);
            [vec![court], rest].concat()
        }
        // Complaints and ombudsmen come before any court.
        _ => [complaints, claims, vec![court]].concat(),
    }
}

/// A deadline that counts from this date.
fn from(deadline: Deadline, given: Given) -> Deadline {
    Deadline { approximate: given.approximate, ..deadline }
}
