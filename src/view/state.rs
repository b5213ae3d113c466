//! What a person has done so far, and what each thing that they can do changes.
//!
//! Ground facts only: all that is drawn is worked out from these. Pure, so that it is tested without a browser.

use super::{
    adviser::desk::{Desk, DeskAction, Told},
    draft::{self, Draft, Part, WrongDate},
    writing::{Act, Writing},
};
use crate::law::{
    date::{Date, LAW_CHECKED},
    deadline::{DateKind, Dates},
    fact::{Answer, Kind, NOT_SURE, Question},
    finding::FindingId,
    interview::Interview,
    journey::Journey,
    standing::Standing,
};
use crate::words::{Language, Length, Letter, Speech, Voice};

/// What is on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Screen {
    /// The first page.
    Start,
    /// One question.
    Question(Question),
    /// The result.
    Result,
    /// Every fact on one page, for people who advise.
    Adviser,
    /// A sheet to print and write on.
    Sheet(Sheet),
    /// A letter.
    Letter(Open),
}

/// A sheet to print and write on, made from the result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sheet {
    /// For a meeting.
    Meeting,
    /// A diary of calls and letters, and what to keep as proof.
    Diary,
}

/// A letter that was opened from a result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Open {
    /// Which.
    pub letter: Letter,
    /// The finding that calls for it.
    pub from: FindingId,
    /// How firmly it may speak.
    pub standing: Standing,
}

impl Open {
    /// The id of the button that opens it: Back returns there.
    pub fn button_id(self) -> String {
        format!("write-{}-{}", self.from.id(), self.letter.id())
    }
}

/// A tick that took others away, or was taken away. People who cannot see it are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unticked {
    /// "None of these" took the others away.
    Others,
    /// Another tick took "none of these" away.
    NoneOfThese,
}

/// Everything that a person has done.
#[derive(Clone, PartialEq, Debug)]
pub struct State {
    /// In which language the page speaks.
    pub language: Language,
    /// For whom this is, which is who is spoken to. No rule reads it.
    pub voice: Voice,
    /// How much is said, where a screen has a short version.
    pub length: Length,
    /// The answers given.
    pub interview: Interview,
    /// What is on the screen.
    pub screen: Screen,
    /// The values chosen on the question that is shown, before Continue.
    pub chosen: Vec<&'static str>,
    /// The dates being typed, in the order of [`DateKind::ALL`].
    pub drafts: [Draft; 4],
    /// Those that Continue could not take, and why.
    pub wrong_dates: Vec<(DateKind, WrongDate)>,
    /// What is on the adviser page beside the answers.
    pub desk: Desk,
    /// What the last tick took away.
    pub unticked: Option<Unticked>,
    /// Was Continue pressed with nothing chosen?
    pub mistake: bool,
    /// Where Change was pressed: Back returns there.
    pub changing_from: Option<Screen>,
    /// What was typed for letters.
    pub writing: Writing,
    /// The letter that Back has just left: the focus returns to its button.
    pub left: Option<Open>,
    /// How many times the screen has changed. Each time, the focus moves.
    pub turn: u32,
    /// Today, when the person last did something.
    pub today: Date,
}

/// What a person can do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Action {
    /// Change the language. Loses nothing and stays where one is.
    Switch(Language),
    /// Say for whom this is. Loses nothing and stays where one is.
    Speak(Voice),
    /// Say more, or less. Loses nothing and stays where one is.
    Tell(Length),
    /// From the end of a short result: show it in full, from its beginning.
    TellAll,
    /// Begin a journey, or go on to another with the answers given.
    Begin(Journey),
    /// Type a part of a date.
    Type(DateKind, Part, String),
    /// Say that a date is only about right, or that it is not.
    About(DateKind),
    /// Choose a value of the question that is shown, or untick it.
    Choose(&'static str),
    /// Go on with what is chosen.
    Continue,
    /// Go back one screen.
    Back,
    /// Change the answer to a question.
    Change(Question),
    /// Open a sheet, from the result.
    OpenSheet(Sheet),
    /// Open a letter.
    Open(Open),
    /// Write on it.
    Write(Act),
    /// Clear every answer and start again.
    Clear,
    /// Open the adviser page with the answers given.
    Advise,
    /// Do something there.
    Desk(DeskAction),
    /// Clear everything there, for the next person.
    ClearDesk,
}

impl Default for State {
    fn default() -> Self {
        Self {
            language: Language::English,
            voice: Voice::Me,
            length: Length::Full,
            interview: Interview::new(Journey::Entitled),
            screen: Screen::Start,
            chosen: Vec::new(),
            drafts: Default::default(),
            wrong_dates: Vec::new(),
            desk: Desk::default(),
            unticked: None,
            mistake: false,
            changing_from: None,
            writing: Writing::default(),
            left: None,
            turn: 0,
            today: LAW_CHECKED,
        }
    }
}

impl State {
    /// The state after a person has done this.
    pub fn after(&self, action: Action) -> Self {
        match action {
            Action::Switch(language) => Self { language, ..self.clone() },
            Action::Speak(voice) => Self { voice, ..self.clone() },
            Action::Tell(length) => Self { length, ..self.clone() },
            Action::TellAll => Self { length: Length::Full, turn: self.turn + 1, ..self.clone() },
            Action::Begin(journey) => Self { interview: self.interview.on(journey), ..self.clone() }.onward(),
            Action::Type(kind, part, text) => self.drafting(kind, |draft| draft.with(part, &text)),
            Action::About(kind) => self.drafting(kind, Draft::about_or_exact),
            Action::Choose(value) => self.choosing(value),
            Action::Continue => self.continuing(),
            Action::Back => self.back(),
            Action::Change(question) => Self {
                changing_from: Some(self.changing_from.unwrap_or(self.screen)),
                ..self.showing(Screen::Question(question))
            },
            Action::OpenSheet(sheet) => self.showing(Screen::Sheet(sheet)),
            Action::Clear => self.cleared(),
            Action::Advise => self.showing(Screen::Adviser),
            Action::Desk(action) => self.at_desk(action),
            Action::ClearDesk => {
                let desk = Desk { told: Told::Cleared, ..Desk::default() };
                Self { desk, screen: Screen::Adviser, ..self.cleared() }
            }
            Action::Open(open) => self.showing(Screen::Letter(open)),
            Action::Write(act) => Self { writing: self.writing.clone().after(act), ..self.clone() },
        }
    }

    /// Nothing that a person did, on the same day, in the same language and at the same length.
    fn cleared(&self) -> Self {
        let Self { language, length, today, .. } = *self;
        Self { language, length, today, turn: self.turn + 1, ..Self::default() }
    }

    /// How the screen speaks. What is kept, sent or shown to others is always in full.
    pub fn speech(&self) -> Speech {
        let speech = Speech { language: self.language, voice: self.voice, length: self.length };
        if self.has_short_version() { speech } else { speech.in_full() }
    }

    /// Can the screen be told in short?
    pub fn has_short_version(&self) -> bool {
        matches!(self.screen, Screen::Start | Screen::Question(_) | Screen::Result)
    }

    /// Can one go back from here?
    pub fn has_back(&self) -> bool {
        self.screen != Screen::Start
    }

    /// Has anything been answered or chosen that could be cleared?
    pub fn has_answers(&self) -> bool {
        self.voice != Voice::Me || !self.chosen.is_empty() || !self.interview.trail().is_empty()
    }

    /// This screen, with what was answered there before.
    fn showing(&self, screen: Screen) -> Self {
        let chosen = match screen {
            Screen::Question(question) => {
                let offered = self.interview.offered(question);
                let given = self.interview.given(question).map(Answer::ids).unwrap_or_default();
                given.into_iter().filter(|value| offered.contains(value)).collect()
            }
            Screen::Start | Screen::Result | Screen::Adviser | Screen::Sheet(_) | Screen::Letter(_) => {
                Vec::new()
            }
        };
        Self {
            language: self.language,
            voice: self.voice,
            length: self.length,
            interview: self.interview.clone(),
            screen,
            chosen,
            drafts: draft::of_dates(self.interview.dates()),
            wrong_dates: Vec::new(),
            desk: Desk { told: Told::Nothing, ..self.desk.clone() },
            unticked: None,
            mistake: false,
            changing_from: None,
            writing: self.writing.clone().about(self.interview.named_section()),
            left: None,
            turn: self.turn + 1,
            today: self.today,
        }
    }

    /// With one date typed on. A date takes "I don’t know" away.
    fn drafting(&self, kind: DateKind, typed: impl FnOnce(Draft) -> Draft) -> Self {
        let mut state = Self { chosen: vec![], ..self.clone() };
        let draft = &mut state.drafts[kind as usize];
        *draft = typed(std::mem::take(draft));
        if state.screen == Screen::Adviser { state.dated_as_typed() } else { state }
    }

    /// On the adviser page nothing waits for Continue: what can be read of the dates counts at once.
    fn dated_as_typed(&self) -> Self {
        let (dates, mut wrong) = self.typed_dates();
        // A date that is still being typed is not wrong yet.
        wrong.retain(|(_, why)| *why != WrongDate::Unfinished);
        Self { interview: self.interview.dated(dates), wrong_dates: wrong, ..self.clone() }
    }

    /// The dates that were typed, and those that cannot be taken.
    fn typed_dates(&self) -> (Dates, Vec<(DateKind, WrongDate)>) {
        let (mut dates, mut wrong) = (Dates::NONE, vec![]);
        for kind in DateKind::ALL {
            match self.drafts[*kind as usize].read(*kind, self.today) {
                Ok(given) => dates = dates.with(*kind, given),
                Err(why) => wrong.push((*kind, why)),
            }
        }
        (dates, wrong)
    }

    fn at_desk(&self, action: DeskAction) -> Self {
        let mut state = self.clone();
        // "Not known" takes the dates away.
        if matches!(action, DeskAction::Tell(Question::DatesGiven, _)) {
            state.drafts = Default::default();
            state = state.dated_as_typed();
        }
        (state.desk, state.interview) = state.desk.after(&state.interview, action);
        if state.desk.told != Told::Read {
            return state;
        }
        // Every field is made anew, and the focus goes to the top.
        Self { desk: state.desk.clone(), ..state.showing(Screen::Adviser) }
    }

    /// The next question that has no answer, or the result.
    fn onward(&self) -> Self {
        self.showing(self.interview.next().map_or(Screen::Result, Screen::Question))
    }

    fn continuing(&self) -> Self {
        let Screen::Question(question) = self.screen else { return self.clone() };
        if question == Question::DatesGiven {
            return self.continuing_with_dates();
        }
        match Answer::from_ids(question, self.chosen.iter().copied()) {
            Ok(answer) => Self { interview: self.interview.answered(answer), ..self.clone() }.onward(),
            Err(_) => Self { mistake: true, turn: self.turn + 1, ..self.clone() },
        }
    }

    /// The dates that were typed, or that none is known. A date that cannot be is a mistake that loses nothing.
    fn continuing_with_dates(&self) -> Self {
        let (dates, wrong) = self.typed_dates();
        let none_known = self.chosen == [NOT_SURE];
        if !wrong.is_empty() || (dates.is_empty() && !none_known) {
            return Self { mistake: true, wrong_dates: wrong, turn: self.turn + 1, ..self.clone() };
        }
        let mut interview = self.interview.dated(dates);
        if let (true, Ok(answer)) = (dates.is_empty(), Answer::from_ids(Question::DatesGiven, [NOT_SURE])) {
            interview = interview.answered(answer);
        }
        Self { interview, ..self.clone() }.onward()
    }

    fn back(&self) -> Self {
        if let Some(screen) = self.changing_from {
            return self.showing(screen);
        }
        let before = match self.screen {
            Screen::Start => return self.clone(),
            Screen::Adviser => None,
            Screen::Question(question) => self.interview.before(Some(question)),
            Screen::Result => self.interview.before(None),
            Screen::Sheet(_) => return self.showing(Screen::Result),
            Screen::Letter(open) => return Self { left: Some(open), ..self.showing(Screen::Result) },
        };
        self.showing(before.map_or(Screen::Start, Screen::Question))
    }

    fn choosing(&self, value: &'static str) -> Self {
        let Screen::Question(question) = self.screen else { return self.clone() };
        let (mut chosen, mut unticked) = (self.chosen.clone(), None);
        let mut drafts = self.drafts.clone();
        if question == Question::DatesGiven {
            drafts = Default::default();
        }
        match question.kind() {
            Kind::One => chosen = vec![value],
            Kind::Ticks if chosen.contains(&value) => chosen.retain(|other| *other != value),
            Kind::Ticks => {
                let none = question.none_id();
                let before = chosen.len();
                if none == Some(value) {
                    chosen.clear();
                } else {
                    chosen.retain(|other| none != Some(*other));
                }
                if chosen.len() < before {
                    unticked =
                        Some(if none == Some(value) { Unticked::Others } else { Unticked::NoneOfThese });
                }
                chosen.push(value);
            }
        }
        Self { chosen, drafts, unticked, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::deadline::plausible::Implausible;

    /// The state after these things, from the first page of the entitlement journey.
    fn after(actions: &[Action]) -> State {
        let start = State::default().after(Action::Begin(Journey::Entitled));
        actions.iter().fold(start, |state, action| state.after(action.clone()))
    }

    /// Answers every question with "not sure" until this one is shown.
    fn until(question: Question) -> State {
        let mut state = after(&[]);
        while state.screen != Screen::Question(question) {
            assert_ne!(state.screen, Screen::Result, "{} was never asked", question.id());
            state = state.after(Action::Choose(crate::law::fact::NOT_SURE)).after(Action::Continue);
        }
        state
    }

    #[test]
    fn a_journey_begins_with_its_first_question_and_back_leads_out_again() {
        let state = after(&[]);
        assert!(matches!(state.screen, Screen::Question(_)));
        assert!(!state.has_answers());
        assert_eq!(state.after(Action::Back).screen, Screen::Start);
    }

    #[test]
    fn nothing_chosen_is_a_mistake_that_loses_nothing_and_moves_the_focus() {
        let before = until(Question::EverHeld);
        let state = before.after(Action::Continue);
        assert!(state.mistake);
        assert_eq!(state.screen, before.screen);
        assert_eq!(state.interview, before.interview);
        assert!(state.turn > before.turn);
        assert!(state.after(Action::Continue).turn > state.turn);
        let put_right = state.after(Action::Choose("section-3")).after(Action::Continue);
        assert!(!put_right.mistake);
        assert_ne!(put_right.screen, before.screen);
    }

    #[test]
    fn none_of_these_and_the_others_take_each_other_away() {
        let state = until(Question::EverHeld);
        let state = state.after(Action::Choose("section-3")).after(Action::Choose("court"));
        assert_eq!((state.chosen.as_slice(), state.unticked), (["section-3", "court"].as_slice(), None));
        let none = state.after(Action::Choose("only-other-kinds"));
        assert_eq!(
            (none.chosen.as_slice(), none.unticked),
            (["only-other-kinds"].as_slice(), Some(Unticked::Others))
        );
        let other = none.after(Action::Choose("section-3"));
        assert_eq!(
            (other.chosen.as_slice(), other.unticked),
            (["section-3"].as_slice(), Some(Unticked::NoneOfThese))
        );
        assert_eq!(other.after(Action::Choose("section-3")).chosen, Vec::<&str>::new());
    }

    #[test]
    fn going_back_shows_what_was_answered() {
        let state = after(&[Action::Choose("england"), Action::Continue, Action::Back]);
        assert_eq!(state.screen, Screen::Question(Question::NationNow));
        assert_eq!(state.chosen, ["england"]);
    }

    #[test]
    fn back_from_a_change_returns_to_where_change_was_pressed() {
        let mut state = after(&[]);
        while state.screen != Screen::Result {
            state = state.after(Action::Choose(crate::law::fact::NOT_SURE)).after(Action::Continue);
        }
        let changing = state.after(Action::Change(Question::NationNow));
        assert_eq!(changing.chosen, [crate::law::fact::NOT_SURE]);
        let returned = changing.after(Action::Choose("wales")).after(Action::Back);
        assert_eq!((returned.screen, &returned.interview), (Screen::Result, &state.interview));
        assert!(matches!(state.after(Action::Back).screen, Screen::Question(_)));
    }

    #[test]
    fn a_sheet_leads_back_to_the_result_and_changes_nothing() {
        let mut state = after(&[]);
        while state.screen != Screen::Result {
            state = state.after(Action::Choose(NOT_SURE)).after(Action::Continue);
        }
        for sheet in [Sheet::Meeting, Sheet::Diary] {
            let open = state.after(Action::OpenSheet(sheet));
            assert_eq!(open.screen, Screen::Sheet(sheet));
            let back = open.after(Action::Back);
            assert_eq!((back.screen, &back.interview), (Screen::Result, &state.interview));
        }
    }

    #[test]
    fn answers_go_along_to_another_journey_and_nothing_is_asked_twice() {
        let mut state = after(&[]);
        while state.screen != Screen::Result {
            state = state.after(Action::Choose(NOT_SURE)).after(Action::Continue);
        }
        let onward = state.after(Action::Begin(Journey::WhoPays));
        let Screen::Question(question) = onward.screen else { panic!("there is more to ask") };
        assert!(state.interview.trail().iter().all(|answer| answer.question != question));
        assert_eq!(onward.after(Action::Begin(Journey::Entitled)).screen, Screen::Result);
    }

    #[test]
    fn dates_are_typed_read_and_kept_and_a_wrong_one_loses_nothing() {
        let start = State::default().after(Action::Begin(Journey::Problem));
        let mut state = start.after(Action::Choose("leaving-soon")).after(Action::Continue);
        while state.screen != Screen::Question(Question::DatesGiven) {
            state = state.after(Action::Choose(NOT_SURE)).after(Action::Continue);
        }
        let typed = |state: &State, texts: [&str; 3]| {
            Part::ALL.into_iter().zip(texts).fold(state.clone(), |state, (part, text)| {
                state.after(Action::Type(DateKind::Leaving, part, text.into()))
            })
        };
        assert!(state.after(Action::Continue).mistake, "neither a date nor “I don’t know”");
        let wrong = typed(&state, ["31", "2", "2027"]).after(Action::Continue);
        assert!(wrong.mistake);
        assert_eq!(wrong.wrong_dates, [(DateKind::Leaving, WrongDate::NotADate)]);
        assert_eq!(wrong.drafts[DateKind::Leaving as usize].text(Part::Day), "31");
        let right = typed(&wrong, ["28", "2", "2027"])
            .after(Action::About(DateKind::Leaving))
            .after(Action::Continue);
        let given = right.interview.dates().get(DateKind::Leaving).expect("the date");
        assert_eq!((given.date.to_string().as_str(), given.approximate), ("2027-02-28", true));
        assert_ne!(right.screen, state.screen);
        let far_off = typed(&state, ["28", "2", "2072"]).after(Action::Continue);
        let why = WrongDate::Implausible(Implausible::FarOff);
        assert_eq!(far_off.wrong_dates, [(DateKind::Leaving, why)]);
        let today = Date::new(2070, 1, 1);
        assert!(!State { today, ..far_off }.after(Action::Continue).mistake, "today is an input");
        let none = typed(&state, ["1", "", ""]).after(Action::Choose(NOT_SURE)).after(Action::Continue);
        assert!(none.interview.dates().is_empty() && none.screen != state.screen);
    }

    #[test]
    fn the_adviser_page_shares_the_case_and_clears_for_the_next_person() {
        let desk = |state: &State, action| state.after(Action::Desk(action));
        let typed = |state: &State, texts: [&str; 3]| {
            Part::ALL.into_iter().zip(texts).fold(state.clone(), |state, (part, text)| {
                state.after(Action::Type(DateKind::Decision, part, text.into()))
            })
        };
        let told = after(&[Action::Choose("england"), Action::Continue]).after(Action::Advise);
        assert_eq!(told.screen, Screen::Adviser);
        let told = desk(&told, DeskAction::Tell(Question::Whereabouts, vec!["on-cto"]));
        let told = typed(&told, ["31", "2", "2026"]);
        assert_eq!(
            (told.wrong_dates.as_slice(), told.interview.dates()),
            (&[(DateKind::Decision, WrongDate::NotADate)][..], Dates::NONE)
        );
        let told = typed(&told, ["3", "2", "2026"]);
        assert!(told.wrong_dates.is_empty() && told.interview.has_date(DateKind::Decision));
        // As a visitor, with the same answers: nothing is asked twice.
        assert_eq!(told.after(Action::Begin(Journey::Entitled)).screen, Screen::Result);
        assert_eq!(told.after(Action::Back).screen, Screen::Start);
        let unknown = desk(&told, DeskAction::Tell(Question::DatesGiven, vec![NOT_SURE]));
        assert!(unknown.interview.dates().is_empty() && unknown.drafts == <[Draft; 4]>::default());
        assert!(unknown.interview.told(Question::DatesGiven).is_some_and(Answer::is_unsure));
        let read = desk(&unknown, DeskAction::Read("DATE leaving = 2027-01-02 | x".into()));
        assert_eq!(read.drafts[DateKind::Leaving as usize].text(Part::Year), "2027");
        assert!(read.turn > unknown.turn && read.interview.told(Question::NationNow).is_none());
        let cleared = read.after(Action::ClearDesk);
        let desk = Desk { told: Told::Cleared, ..Desk::default() };
        assert_eq!(cleared, State { screen: Screen::Adviser, turn: read.turn + 1, desk, ..State::default() });
    }

    #[test]
    fn for_whom_it_is_can_be_changed_anywhere_and_loses_nothing() {
        let mut state = State::default().after(Action::Speak(Voice::Supporter));
        assert!(state.has_answers(), "it can be cleared");
        state = state.after(Action::Begin(Journey::Problem)).after(Action::Choose("leaving-soon"));
        let client = state.after(Action::Speak(Voice::Client));
        assert_eq!(client, State { voice: Voice::Client, ..state.clone() });
        while state.screen != Screen::Result {
            state = state.after(Action::Choose(NOT_SURE)).after(Action::Continue);
        }
        assert_eq!((state.voice, state.after(Action::Back).voice), (Voice::Supporter, Voice::Supporter));
        let me = state.after(Action::Speak(Voice::Me));
        assert_eq!(me, State { voice: Voice::Me, ..state.clone() });
        assert_eq!(state.after(Action::Clear).voice, Voice::Me);
        // Nor does another language, which stays when all else is cleared.
        let welsh = state.after(Action::Switch(Language::Welsh));
        assert_eq!(welsh, State { language: Language::Welsh, ..state.clone() });
        assert_eq!(welsh.after(Action::Back).after(Action::Clear).language, Language::Welsh);
    }

    #[test]
    fn clearing_leaves_nothing_but_the_count_of_turns() {
        let state = after(&[Action::Choose("england"), Action::Continue]);
        assert!(state.has_answers());
        let cleared = state.after(Action::Clear);
        assert_eq!(cleared, State { turn: state.turn + 1, ..State::default() });
    }
}
