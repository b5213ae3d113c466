//! The facts in groups, one a line, each with whether it counts.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{desk::DeskAction, field_id, stays};
use crate::{
    law::{
        deadline::DateKind,
        fact::{Answer, Kind, NOT_SURE, Question},
        overview::Overview,
    },
    view::{
        date_fields,
        element::html,
        state::{Action, State},
    },
    words::{self, PageWords, Speech, fill},
};

/// A group: its heading, and its facts in the order in which the questions are asked.
type Group = (fn(&PageWords) -> &'static str, &'static [Question]);

/// Every fact, once.
const GROUPS: [Group; 6] = {
    use Question as Q;
    [
        (|page| page.desk_group_now, &[Q::NationNow, Q::Whereabouts, Q::HeldUnder, Q::Leave, Q::Under18]),
        (
            |page| page.desk_group_past,
            &[Q::EverHeld, Q::CourtOrder, Q::MovedIn, Q::LeftSince, Q::Clue, Q::Sure, Q::LastLeft],
        ),
        (
            |page| page.desk_group_ending,
            &[Q::SaidEnded, Q::PrisonSince, Q::EndedOnCto, Q::EndingReason, Q::EndingDone],
        ),
        (|page| page.desk_group_bodies, &[Q::HomeBefore, Q::Stays, Q::WhoArgues]),
        (
            |page| page.desk_group_money,
            &[Q::AskedToPay, Q::Need, Q::Plan, Q::KindOfHome, Q::TopUpChoice, Q::ReasonToPay],
        ),
        (|page| page.desk_group_problem, &[Q::Issue, Q::DrugCondition, Q::DatesGiven]),
    ]
};

/// All groups. The stays stand before the facts that follow from them.
pub fn view(state: &State, overview: &Overview, speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    // What the stays say, once for all facts.
    let said = state.desk.facts();
    let group = |(heading, facts): &Group| {
        html! {
            <section class="desk-group">
                <h3>{ heading(page) }</h3>
                if facts.contains(&Question::EverHeld) {
                    { stays::view(state, speech, on) }
                }
                { for facts.iter().map(|fact| row(state, overview, *fact, &said, speech, on)) }
            </section>
        }
    };
    GROUPS.iter().map(group).collect()
}

/// What a rule makes of a fact now.
#[derive(Clone, Copy, PartialEq)]
enum Standing {
    Needed,
    Read,
    Kept,
    Open,
}

impl Standing {
    fn of(state: &State, overview: &Overview, question: Question) -> Self {
        let told = state.interview.told(question).is_some();
        match (overview.next.iter().any(|(_, next)| *next == question), told) {
            (true, _) => Self::Needed,
            (_, true) if overview.read.contains(&question) => Self::Read,
            (_, true) => Self::Kept,
            (_, false) => Self::Open,
        }
    }

    const fn id(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::Read => "read",
            Self::Kept => "kept",
            Self::Open => "open",
        }
    }

    fn says(self, page: &PageWords) -> &'static str {
        match self {
            Self::Needed => page.desk_needed,
            Self::Read => page.desk_read,
            Self::Kept => page.desk_not_read,
            Self::Open => "",
        }
    }
}

fn row(
    state: &State,
    overview: &Overview,
    question: Question,
    said: &[Answer],
    speech: Speech,
    on: &Callback<Action>,
) -> Html {
    let page = words::page(speech);
    let standing = Standing::of(state, overview, question);
    let name =
        html! { <>{ words::fact(question, speech) }{ " " }<span class="law">{ question.id() }</span></> };
    let state_id = format!("{}-state", field_id(question));
    let given = state.interview.told(question);
    let said = said.iter().copied().find(|fact| fact.question == question);
    let from_stays = said.is_some() && said == given;
    let other = said.filter(|said| given.is_some() && Some(*said) != given);
    let mut says: Vec<String> = vec![];
    says.extend(from_stays.then(|| page.desk_from_stays.to_owned()));
    says.extend(Some(standing.says(page).to_owned()).filter(|says| !says.is_empty()));
    says.extend(other.map(|other| fill(page.desk_stays_say, &[("answer", &words::labels(other, speech))])));
    let says = html! { <p class="fact-state" id={state_id.clone()}>{ says.join(". ") }</p> };
    let (fact, standing) = (question.id(), standing.id());
    match question.kind() {
        _ if from_stays => html! {
            <div class="fact" data-fact={fact} data-standing={standing} key={fact}>
                <p class="fact-name" id={field_id(question)} tabindex="-1">{ name }</p>
                <p class="fact-told">{ given.map(|given| words::labels(given, speech)) }</p>
                { says }
            </div>
        },
        _ if question == Question::DatesGiven => html! {
            <fieldset class="fact fact-wide" data-fact={fact} data-standing={standing} key={fact}>
                <legend class="fact-name" id={field_id(question)} tabindex="-1">{ name }</legend>
                { dates(state, speech, on) }
                { says }
            </fieldset>
        },
        Kind::One => html! {
            <div class="fact" data-fact={fact} data-standing={standing} key={fact}>
                <label class="fact-name" for={field_id(question)}>{ name }</label>
                { one(state, question, state_id, speech, on) }
                { says }
            </div>
        },
        Kind::Ticks => html! {
            <fieldset class="fact" data-fact={fact} data-standing={standing} aria-describedby={state_id} key={fact}>
                <legend class="fact-name">{ name }</legend>
                <div class="fact-ticks">{ ticks(state, question, speech, on) }</div>
                { says }
            </fieldset>
        },
    }
}

/// The choices of a question with what is typed to choose them: from 1 on, and 0 for "not sure".
pub fn numbered(question: Question, speech: Speech) -> Vec<(&'static str, String)> {
    let labels = words::question(question, speech).values.iter().map(|words| words.label);
    let number = |(place, (id, label)): (usize, (&'static str, &'static str))| {
        let number = if id == NOT_SURE { 0 } else { place + 1 };
        (id, format!("{number} {label}"))
    };
    question.value_ids().zip(labels).enumerate().map(number).collect()
}

/// A choice of one. Made anew on each turn: notes that are read, or cleared facts, must show.
fn one(state: &State, question: Question, described: String, speech: Speech, on: &Callback<Action>) -> Html {
    let chosen = state.interview.told(question).map(Answer::ids).unwrap_or_default();
    let onchange = on.reform(move |event: Event| {
        let select = event.target_dyn_into::<HtmlSelectElement>();
        let value = select.map(|select| select.value()).unwrap_or_default();
        let ids = question.value_ids().filter(|id| *id == value).collect();
        Action::Desk(DeskAction::Tell(question, ids))
    });
    html! {
        <select
            id={field_id(question)}
            name={question.id()}
            autocomplete="off"
            aria-describedby={described}
            {onchange}
            key={format!("{}-{}", question.id(), state.turn)}
        >
            // Marked, where nothing is chosen: options come in from the last to the first, and the first to come is kept.
            <option value="" selected={chosen.is_empty()}>{ words::page(speech).desk_empty }</option>
            { for numbered(question, speech).into_iter().map(|(id, label)| html! {
                <option value={id} selected={chosen.contains(&id)}>{ label }</option>
            }) }
        </select>
    }
}

/// Any number of ticks. "None of these" and the others take each other away.
fn ticks(state: &State, question: Question, speech: Speech, on: &Callback<Action>) -> Html {
    let chosen = state.interview.told(question).map(Answer::ids).unwrap_or_default();
    let labels = words::question(question, speech).values;
    let tick = |(place, (id, words)): (usize, (&'static str, &'static words::ValueWords))| {
        let ids: Vec<&'static str> = if chosen.contains(&id) {
            chosen.iter().copied().filter(|other| *other != id).collect()
        } else if question.none_id() == Some(id) {
            vec![id]
        } else {
            chosen.iter().copied().filter(|other| question.none_id() != Some(*other)).chain([id]).collect()
        };
        let onchange = on.reform(move |_: Event| Action::Desk(DeskAction::Tell(question, ids.clone())));
        let input_id = if place == 0 { field_id(question) } else { format!("{}-{id}", field_id(question)) };
        html! {
            <label class="fact-tick">
                <input
                    type="checkbox"
                    id={input_id}
                    name={question.id()}
                    value={id}
                    checked={chosen.contains(&id)}
                    autocomplete="off"
                    {onchange}
                />
                <span>{ words.label }</span>
            </label>
        }
    };
    question.value_ids().zip(labels).enumerate().map(tick).collect()
}

/// The four dates, and that none is known.
fn dates(state: &State, speech: Speech, on: &Callback<Action>) -> Html {
    let question = Question::DatesGiven;
    let unsure = state.interview.told(question).is_some_and(Answer::is_unsure);
    let label = words::question(question, speech).values.last().map(|words| words.label).unwrap_or_default();
    let ids = if unsure { vec![] } else { vec![NOT_SURE] };
    html! {
        <>
            { date_fields::all(state, DateKind::ALL, speech, on) }
            <label class="fact-tick">
                <input
                    type="checkbox"
                    name={question.id()}
                    checked={unsure}
                    autocomplete="off"
                    onchange={on.reform(move |_| Action::Desk(DeskAction::Tell(question, ids.clone())))}
                />
                <span>{ label }</span>
            </label>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{Language, Voice};

    #[test]
    fn every_fact_stands_on_the_page_once() {
        let mut shown: Vec<Question> = GROUPS.iter().flat_map(|(_, facts)| *facts).copied().collect();
        shown.sort_unstable();
        assert_eq!(shown, Question::ALL);
    }

    #[test]
    fn a_number_chooses_and_nought_is_not_sure() {
        let speech = Speech::new(Language::English, Voice::Client);
        for question in Question::ALL {
            let numbered = numbered(*question, speech);
            for (place, (id, label)) in numbered.iter().enumerate() {
                let number = if *id == NOT_SURE { 0 } else { place + 1 };
                assert!(label.starts_with(&format!("{number} ")), "{}: {label}", question.id());
            }
            let zeros = numbered.iter().filter(|(_, label)| label.starts_with("0 ")).count();
            assert_eq!((zeros, numbered.last().map(|(id, _)| *id)), (1, Some(NOT_SURE)), "{}", question.id());
        }
    }
}
