//! One answer that can be chosen. The whole row can be pressed.

use yew::prelude::*;

use super::element::html;
use super::state::{Action, State};
use crate::{
    law::fact::{Kind, Question},
    words::ValueWords,
};

/// The `id` of a choice's field.
pub fn field_id(question: Question, value: &str) -> String {
    format!("{}-{value}", question.id())
}

/// A row: the field, its plain words, the law's name for it after them.
pub fn view(
    state: &State,
    question: Question,
    value: &'static str,
    words: &'static ValueWords,
    on: &Callback<Action>,
) -> Html {
    let id = field_id(question, value);
    let hint_id = words.hint.map(|_| format!("{id}-hint"));
    html! {
        <div class="choice" key={value}>
            <input
                type={if question.kind() == Kind::One { "radio" } else { "checkbox" }}
                name={question.id()}
                {value}
                id={id.clone()}
                checked={state.chosen.contains(&value)}
                autocomplete="off"
                aria-describedby={hint_id.clone()}
                aria-invalid={state.mistake.then_some("true")}
                onchange={on.reform(move |_| Action::Choose(value))}
            />
            <label for={id}>
                { words.label }
                if let Some(law) = words.law {
                    { " " }<span class="law">{ law }</span>
                }
            </label>
            if let Some(hint) = words.hint {
                <p id={hint_id}>{ hint }</p>
            }
        </div>
    }
}
