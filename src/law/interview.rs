//! The interview: what has been answered, what comes next, what is left. It falls out of the rules.

use super::{
    answers::Answers,
    assessment::{self, Assessment, Change, Settled},
    bodies,
    case::{Asked, Case},
    commencement::InForce,
    date::{Date, Freshness},
    deadline::{self, Circumstances, DateKind, Dates, Deadline},
    evidence::{self, Evidence},
    fact::{Answer, CourtOrder, DatesGiven, HeldUnder, Question, Value},
    finding::Nation,
    journey::Journey,
    meeting::{self, Meeting},
    picture::{self, Pictures},
    steps,
    ways::Given,
};

/// One visitor's interview.
///
/// It keeps every answer given. Only those on the trail count: an answer that no longer matters after a
/// change is set aside, unread, and stands again if the change is taken back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Interview {
    journey: Journey,
    given: Case,
    dates: Dates,
}

impl Interview {
    /// An interview in which nothing has been answered.
    pub fn new(journey: Journey) -> Self {
        Self { journey, given: Case::EMPTY, dates: Dates::NONE }
    }

    /// The same answers on another journey: what it asks too is not asked again.
    pub fn on(&self, journey: Journey) -> Self {
        Self { journey, ..self.clone() }
    }

    /// The same answers under the law with these provisions in force.
    pub fn under(&self, in_force: InForce) -> Self {
        let empty = Self { given: Case::under(in_force), ..self.clone() };
        let given = self.given.asked().map(|question| (question, self.given.possible(question)));
        Self {
            given: given.fold(empty.given, |case, (question, answers)| case.with(question, answers)),
            ..empty
        }
    }

    /// The journey it is for.
    pub fn journey(&self) -> Journey {
        self.journey
    }

    /// The same interview with this answer, in place of any earlier one to the same question.
    pub fn answered(&self, answer: Answer) -> Self {
        Self { given: self.given.answered(answer), ..self.clone() }
    }

    /// The same interview without an answer to this question.
    pub fn without(&self, question: Question) -> Self {
        Self { given: self.given.with(question, Answers::NONE), ..self.clone() }
    }

    /// The answer given to a question, whether or not it counts.
    pub fn told(&self, question: Question) -> Option<Answer> {
        self.given.answer(question)
    }

    /// The same interview with these dates. F-DATES is answered by giving one.
    pub fn dated(&self, dates: Dates) -> Self {
        let answer = if dates.is_empty() { Answers::NONE } else { DatesGiven::AtLeastOne.answers() };
        Self { given: self.given.with(Question::DatesGiven, answer), dates, ..self.clone() }
    }

    /// The dates given. They count even where the journey does not ask for them.
    pub fn dates(&self) -> Dates {
        self.dates
    }

    /// The answers that count, as the rules see them, and the questions in the order asked, with what comes next.
    fn asked(&self) -> (Case, Vec<Question>, Option<Question>) {
        let (case, order, result) = Given::new(self.given).trail(|case| self.journey.asked(case));
        (case, order, result.err().map(|ask| ask.question))
    }

    /// The answers that count, as the rules see them.
    pub fn case(&self) -> Case {
        self.asked().0
    }

    /// The answers that count, in the order asked.
    pub fn trail(&self) -> Vec<Answer> {
        let (case, order, _) = self.asked();
        order.into_iter().filter_map(|question| case.answer(question)).collect()
    }

    /// The answer that counts for a question.
    pub fn given(&self, question: Question) -> Option<Answer> {
        self.case().answer(question)
    }

    /// The next question; none once everything is answered.
    pub fn next(&self) -> Option<Question> {
        self.asked().2
    }

    /// The ids of the values that a question offers now.
    pub fn offered(&self, question: Question) -> Vec<&'static str> {
        let offered = self.case().offered(question);
        let is_offered = |value: &&str| {
            Answer::from_ids(question, [*value]).is_ok_and(|answer| answer.alone().within(offered))
        };
        question.value_ids().filter(is_offered).collect()
    }

    /// The question before this one on the trail; before the end of the trail if `question` is none.
    pub fn before(&self, question: Option<Question>) -> Option<Question> {
        let (_, order, _) = self.asked();
        let place = question.and_then(|question| order.iter().position(|asked| *asked == question));
        order[..place.unwrap_or(order.len())].last().copied()
    }

    /// The answer that names the section of a stay that counts, if just one was told, and by one number.
    pub fn named_section(&self) -> Option<Answer> {
        let case = self.case();
        let held =
            [HeldUnder::Section3, HeldUnder::Section37, HeldUnder::Section37And41, HeldUnder::Section45A];
        let named = held
            .map(|value| (Question::HeldUnder, value.answers()))
            .into_iter()
            .chain([(Question::CourtOrder, CourtOrder::HospitalDirection.answers())]);
        let by_one = named.filter_map(|(question, answers)| Answer::from_code(question, answers.single()?));
        // Of all ticks, only this one.
        let ever = Answer::from_ids(Question::EverHeld, ["section-3"]).ok();
        by_one.chain(ever).find(|answer| case.answer(answer.question) == Some(*answer))
    }

    /// What is already certain while questions remain.
    pub fn settled(&self) -> Option<Settled> {
        assessment::settled(self.journey, &self.case())
    }

    /// What the rules make of the case on this day.
    pub fn assess(&self, today: Date) -> Assessment {
        let (case, _, next) = self.asked();
        let circumstances = self.circumstances(today);
        let findings = assessment::findings(self.journey, &case, &circumstances).unwrap_or_default();
        Assessment { findings, next, freshness: Freshness::on(circumstances.today) }
    }

    /// The nation the person lives in now, if they said.
    pub fn nation_now(&self) -> Option<Nation> {
        steps::nation_now(&self.case()).ok().flatten()
    }

    /// The nation of the bodies that owe the help, if it is known.
    pub fn nation_of_bodies(&self) -> Option<Nation> {
        bodies::nation_if_known(&self.case()).ok().flatten()
    }

    /// The dates given, on this day.
    pub fn circumstances(&self, today: Date) -> Circumstances {
        Circumstances::new(self.dates, today)
    }

    /// Does a claim speak of money that was paid, and may be asked for back?
    pub(super) fn is_about_money_paid(&self) -> bool {
        let claims = self.journey.claims(&self.case());
        claims.is_ok_and(|claims| claims.others.iter().any(|(_, claim)| claim.id.is_about_money_paid()))
    }

    /// The deadlines that follow from the dates given, the most pressing first.
    pub fn deadlines(&self, today: Date) -> Vec<Deadline> {
        deadline::deadlines(&self.circumstances(today), self.nation_of_bodies(), self.is_about_money_paid())
    }

    /// What the pictures of the result show; nothing while questions are left.
    pub fn pictures(&self) -> Option<Pictures> {
        let case = self.case();
        picture::pictures(&case, &self.journey.claims(&case).ok()?).ok()
    }

    /// What to take to a meeting; nothing while questions are left, or where no such meeting is due.
    pub fn meeting(&self) -> Option<Meeting> {
        let case = self.case();
        meeting::meeting(&case, &self.journey.claims(&case).ok()?).ok()?
    }

    /// What to keep as proof; nothing while questions are left.
    pub fn evidence(&self) -> Vec<Evidence> {
        let case = self.case();
        let claims = self.journey.claims(&case).ok();
        claims.and_then(|claims| evidence::evidence(&case, &claims).ok()).unwrap_or_default()
    }

    /// Was any date of this kind given?
    pub fn has_date(&self, kind: DateKind) -> bool {
        self.dates.get(kind).is_some()
    }

    /// What would change the answer, nearest first, at most three.
    pub fn changes(&self) -> Vec<Change> {
        let (case, order, _) = self.asked();
        assessment::changes(self.journey, &case, &order).unwrap_or_default()
    }

    /// Could this question be asked, with every other answer given as it is?
    pub fn could_ask(&self, question: Question) -> bool {
        let journey = self.journey;
        let others = Given::new(self.given.with(question, Answers::NONE));
        let (case, _, right) = others.trail(|case| journey.asked_of_the_right(case));
        if asks(&others, |way| journey.asked_of_the_right(way), question) {
            return true;
        }
        match (right, journey.summary(&case)) {
            (Ok(_), Ok(summary)) => asks(&others, |way| journey.others(way, &summary), question),
            _ => {
                // Where the problem has not been named, it may be any.
                let named = case.possible(Question::Issue);
                let issues = if named.is_empty() { Question::Issue.all_answers() } else { named };
                issues.codes().any(|issue| {
                    let case = case.with(Question::Issue, Answers::only(issue));
                    journey.later_questions(&case).contains(&question)
                })
            }
        }
    }
}

/// Is there a way on which these rules ask the question?
fn asks<T>(given: &Given, rules: impl Fn(&Case) -> Asked<T> + Copy, question: Question) -> bool {
    given.every_way(rules, |way, _| way.possible(question).is_empty()) != Ok(true)
}
