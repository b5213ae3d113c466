//! Continue was pressed with nothing chosen: said above the question and at its answers.

use yew::prelude::*;

use super::{browser, choice::field_id, date_fields, draft, state::State};
use crate::{
    law::fact::Question,
    words::{self, QuestionWords, Speech, fill},
};

/// The summary that gets the focus, with a way to the first answer.
pub fn summary(state: &State, question: Question, words: &'static QuestionWords, speech: Speech) -> Html {
    let page = words::page(speech);
    let wrong = state.wrong_dates.first().copied();
    let date = wrong.or_else(|| draft::asked(&state.interview).first().copied());
    let first = match date.filter(|_| question == Question::DatesGiven) {
        Some(date) => date_fields::first_field_id(date),
        None => question.value_ids().next().map(|value| field_id(question, value)).unwrap_or_default(),
    };
    let says = match wrong {
        Some(date) => fill(page.date_wrong, &[("which", date_fields::name(date, speech))]),
        None => words.error.to_owned(),
    };
    let href = format!("#{first}");
    // The address stays as it is: it would be in the history.
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        browser::go_to(&first);
    });
    html! {
        <div class="mistake" id="error-summary" role="alert" tabindex="-1">
            <h2>{ if wrong.is_some() { page.mistake_date } else { page.mistake } }</h2>
            <p><a {href} {onclick}>{ says }</a></p>
        </div>
    }
}

/// The same at the answers.
pub fn at_field(words: &'static QuestionWords, speech: Speech) -> Html {
    html! {
        <p class="wrong-says" id="error">
            <span class="unseen">{ words::page(speech).mistake_prefix }{ " " }</span>{ words.error }
        </p>
    }
}
