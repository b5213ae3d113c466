//! The facts as an adviser gives them: stays being typed, notes being read back. Pure, so that it is tested without a
//! browser.

use crate::{
    law::{
        fact::{Answer, Question},
        interview::Interview,
        stays::{self, Left, NotAMonth, Stay, Under},
    },
    words::case_notes::{self, Unreadable},
};

/// A stay being typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StayDraft {
    /// Its own number, which it keeps when it moves: its fields move with it.
    pub serial: usize,
    /// What it was under. Until that is said, nothing follows from the stay.
    pub under: Option<Under>,
    /// When it ended, as typed.
    pub left: String,
    /// Is the person still there?
    pub still: bool,
    /// Where home was just before it.
    pub home: Option<Answer>,
}

impl StayDraft {
    fn new(serial: usize) -> Self {
        Self { serial, under: None, left: String::new(), still: false, home: None }
    }

    fn of((serial, stay): (usize, &Stay)) -> Self {
        Self {
            serial,
            under: Some(stay.under),
            left: stay.left.text(),
            still: stay.left == Left::StillThere,
            home: stay.home,
        }
    }

    /// When it ended.
    pub fn left(&self) -> Result<Left, NotAMonth> {
        if self.still { Ok(Left::StillThere) } else { Left::read(&self.left) }
    }

    fn stay(&self) -> Option<Stay> {
        // What cannot be read is told beside its field, and is not known.
        Some(Stay { under: self.under?, left: self.left().unwrap_or_default(), home: self.home })
    }
}

/// What a person can do with the facts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DeskAction {
    /// Give the answer to a question by the ids of its values, or take it back with none.
    Tell(Question, Vec<&'static str>),
    /// Add a stay, the latest.
    AddStay,
    /// Take a stay out.
    RemoveStay(usize),
    /// Move a stay up, to be earlier.
    MoveUp(usize),
    /// Say what a stay was under.
    Under(usize, Option<Under>),
    /// Type when it ended.
    Left(usize, String),
    /// Say that the person is still there, or is not.
    Still(usize),
    /// Say where home was.
    Home(usize, Option<Answer>),
    /// Read notes in place of the facts.
    Read(String),
}

/// What the last thing done came to, told once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Told {
    /// Nothing to tell.
    #[default]
    Nothing,
    /// The notes were read.
    Read,
    /// They could not be read, and nothing was changed.
    Unreadable(Vec<Unreadable>),
    /// Everything was cleared.
    Cleared,
}

/// What is on the desk beside the answers themselves.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Desk {
    /// The stays, the earliest first.
    pub stays: Vec<StayDraft>,
    /// What there is to tell.
    pub told: Told,
}

impl Desk {
    /// The stays as far as they can be read.
    pub fn stays(&self) -> Vec<Stay> {
        self.stays.iter().filter_map(StayDraft::stay).collect()
    }

    /// The facts that the stays say.
    pub fn facts(&self) -> Vec<Answer> {
        stays::facts(&self.stays())
    }

    /// The desk and the answers after a person has done this.
    pub fn after(&self, interview: &Interview, action: DeskAction) -> (Self, Interview) {
        let mut desk = Self { told: Told::Nothing, ..self.clone() };
        match action {
            DeskAction::Tell(question, ids) => {
                let told = match Answer::from_ids(question, ids) {
                    Ok(answer) => interview.answered(answer),
                    // Where it is taken back, the stays speak again.
                    Err(_) => stays::told(&interview.without(question), &[], &self.stays()),
                };
                return (desk, told);
            }
            DeskAction::Read(text) => {
                return match case_notes::read(&text) {
                    Ok(notes) => {
                        let stays = notes.stays.iter().enumerate().map(StayDraft::of).collect();
                        (Self { stays, told: Told::Read }, notes.interview.on(interview.journey()))
                    }
                    Err(wrong) => {
                        desk.told = Told::Unreadable(wrong);
                        (desk, interview.clone())
                    }
                };
            }
            DeskAction::AddStay => {
                let serial = desk.stays.iter().map(|stay| stay.serial + 1).max().unwrap_or_default();
                desk.stays.push(StayDraft::new(serial));
            }
            DeskAction::RemoveStay(place) if place < desk.stays.len() => {
                desk.stays.remove(place);
            }
            DeskAction::MoveUp(place) if (1..desk.stays.len()).contains(&place) => {
                desk.stays.swap(place - 1, place);
            }
            DeskAction::Under(place, under) => desk.change(place, |stay| stay.under = under),
            DeskAction::Left(place, text) => desk.change(place, |stay| stay.left = text),
            DeskAction::Still(place) => desk.change(place, |stay| stay.still = !stay.still),
            DeskAction::Home(place, home) => desk.change(place, |stay| stay.home = home),
            DeskAction::RemoveStay(_) | DeskAction::MoveUp(_) => {}
        }
        let told = stays::told(interview, &self.stays(), &desk.stays());
        (desk, told)
    }

    fn change(&mut self, place: usize, change: impl FnOnce(&mut StayDraft)) {
        if let Some(stay) = self.stays.get_mut(place) {
            change(stay);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::journey::Journey;

    fn after(actions: &[DeskAction]) -> (Desk, Interview) {
        let start = (Desk::default(), Interview::new(Journey::Entitled));
        actions.iter().fold(start, |(desk, interview), action| desk.after(&interview, action.clone()))
    }

    fn says(desk: &Desk, question: Question) -> Option<Answer> {
        desk.facts().into_iter().find(|fact| fact.question == question)
    }

    fn told(interview: &Interview, question: Question) -> Vec<&'static str> {
        interview.told(question).map(Answer::ids).unwrap_or_default()
    }

    #[test]
    fn facts_follow_the_stays_and_go_with_them() {
        use DeskAction::*;
        let steps = [
            Tell(Question::NationNow, vec!["wales"]),
            AddStay,
            Under(0, Some(stays::Under::Section3)),
            Left(0, "6 2014".into()),
        ];
        let (desk, one) = after(&steps);
        assert_eq!(told(&one, Question::EverHeld), ["section-3"]);
        assert_eq!(told(&one, Question::LastLeft), ["october-1983-to-march-2015"]);
        assert_eq!(says(&desk, Question::EverHeld), one.told(Question::EverHeld));
        assert_eq!(says(&desk, Question::NationNow), None);
        // What cannot be read is not known, and stays as typed.
        let (unread, unknown) = desk.after(&one, Left(0, "6 201".into()));
        assert_eq!((unread.stays[0].left(), unread.stays[0].left.as_str()), (Err(NotAMonth), "6 201"));
        assert_eq!(told(&unknown, Question::LastLeft), [""; 0]);
        // In order: the later one decides.
        let (two, more) = [AddStay, Under(1, Some(stays::Under::Section37)), Left(1, "2023".into())]
            .into_iter()
            .fold((desk, one), |(desk, interview), action| desk.after(&interview, action));
        assert_eq!(told(&more, Question::LastLeft), ["since-july-2022"]);
        assert_eq!(told(&more, Question::Stays), ["more"]);
        let (_, moved) = two.after(&more, MoveUp(1));
        assert_eq!(told(&moved, Question::LastLeft), ["october-1983-to-march-2015"]);
        let (one_left, fewer) = two.after(&more, RemoveStay(0));
        assert_eq!(told(&fewer, Question::EverHeld), ["court"]);
        let (none, nothing) = one_left.after(&fewer, RemoveStay(0));
        assert!(none.stays.is_empty());
        let left: Vec<_> =
            Question::ALL.iter().filter(|question| nothing.told(**question).is_some()).collect();
        assert_eq!(left, [&Question::NationNow], "what was told by hand stands");
    }

    #[test]
    fn an_answer_told_by_itself_stands_and_a_new_stay_says_nothing() {
        use DeskAction::*;
        let by_hand = after(&[Tell(Question::EverHeld, vec!["section-3"]), AddStay]);
        assert_eq!(told(&by_hand.1, Question::EverHeld), ["section-3"], "nobody has said what the stay was");
        let (desk, both) = by_hand.0.after(&by_hand.1, Under(0, Some(stays::Under::Section2)));
        assert_eq!(told(&both, Question::EverHeld), ["section-3"]);
        assert_eq!(says(&desk, Question::EverHeld).map(Answer::ids), Some(vec!["only-other-kinds"]));
        let (desk, taken_back) = desk.after(&both, Tell(Question::EverHeld, vec![]));
        assert_eq!(told(&taken_back, Question::EverHeld), ["only-other-kinds"]);
        let (_, again) = desk.after(&taken_back, Under(0, Some(stays::Under::Section48)));
        assert_eq!(told(&again, Question::EverHeld), ["from-prison"]);
    }

    #[test]
    fn notes_that_cannot_be_read_change_nothing() {
        use DeskAction::*;
        let before =
            after(&[AddStay, Under(0, Some(stays::Under::Section3)), Tell(Question::Sure, vec!["no"])]);
        let (desk, interview) = before.0.after(&before.1, Read("F-SURE = perhaps | x".into()));
        assert_eq!((&desk.stays, &interview), (&before.0.stays, &before.1));
        assert!(matches!(desk.told, Told::Unreadable(ref wrong) if wrong.len() == 1));
        let (desk, interview) = desk.after(&interview, Read("F-SURE = yes | x\nSTAY 1 = cto | x".into()));
        assert_eq!((desk.told, desk.stays.len()), (Told::Read, 1));
        assert_eq!(told(&interview, Question::Sure), ["yes"]);
        assert_eq!(told(&interview, Question::EverHeld), ["cto-or-conditional"]);
    }
}
