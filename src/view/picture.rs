//! A picture beside each question of the short version: what it is about, at a glance. The words say it all without.

use yew::prelude::*;

use super::drawing::drawing;
use crate::law::fact::Question;

/// The picture of a question.
pub fn of(question: Question) -> Html {
    use Question::*;
    match question {
        NationNow | HomeBefore | MovedIn => drawing!("ask-place"),
        KindOfHome | TopUpChoice => drawing!("home"),
        Whereabouts | HeldUnder => drawing!("ward"),
        Leave | LeftSince => drawing!("ask-door"),
        CourtOrder | PrisonSince | DrugCondition => drawing!("ask-court"),
        EverHeld | EndedOnCto | EndingDone | Plan => drawing!("ask-paper"),
        LastLeft | Stays | Under18 | DatesGiven => drawing!("ask-day"),
        AskedToPay | ReasonToPay => drawing!("ask-money"),
        SaidEnded | EndingReason | Issue | WhoArgues => drawing!("ask-talk"),
        Clue | Sure => drawing!("ask-sure"),
        Need => drawing!("ask-need"),
    }
}
