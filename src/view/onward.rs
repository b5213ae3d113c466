//! From any result to the other journeys in one tap. The answers go along; nothing is asked twice.

use yew::prelude::*;

use super::{
    element::html,
    result::row,
    state::{Action, State},
};
use crate::{
    law::{fact::Question, journey::Journey},
    words::{self, Speech},
};

/// The other journeys, and another problem.
pub fn view(state: &State, speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    let now = state.interview.journey();
    let others = Journey::ALL.iter().copied().filter(|journey| *journey != now);
    let inside = html! {
        <>
            <p>{ page.onward_more }</p>
            <div class="buttons onward">
                if now == Journey::Problem {
                    <button
                        type="button"
                        class="button button-second"
                        data-change={Question::Issue.id()}
                        onclick={on.reform(|_| Action::Change(Question::Issue))}
                    >
                        { page.another_problem }
                    </button>
                }
                { for others.map(|journey| html! {
                    <button
                        type="button"
                        class="button button-second"
                        data-onward={journey.id()}
                        onclick={on.reform(move |_| Action::Begin(journey))}
                    >
                        { words::journey(journey, speech) }
                    </button>
                }) }
            </div>
            <p>
                <button type="button" class="plain" data-action="advise" onclick={on.reform(|_| Action::Advise)}>
                    { page.desk_go }
                </button>
            </p>
        </>
    };
    row("onward", page.onward, inside)
}
