//! Continue was pressed with nothing chosen, or with a date that cannot be: said above the question and at its
//! answers.

use yew::prelude::*;

use super::{browser, choice::field_id, date_fields, draft, element::html, state::State};
use crate::{
    law::fact::Question,
    words::{self, QuestionWords, Speech},
};

/// The summary that gets the focus, with a way to each mistake, or to the first answer.
pub fn summary(state: &State, question: Question, words: &'static QuestionWords, speech: Speech) -> Html {
    let page = words::page(speech);
    let wrong = &state.wrong_dates;
    let mistakes: Vec<(String, String)> = if wrong.is_empty() {
        let date = draft::asked(&state.interview).first().filter(|_| question == Question::DatesGiven);
        let first = match date {
            Some(date) => date_fields::first_field_id(*date),
            None => question.value_ids().next().map(|value| field_id(question, value)).unwrap_or_default(),
        };
        vec![(first, words.error.to_owned())]
    } else {
        let one =
            |(kind, why): &_| (date_fields::first_field_id(*kind), date_fields::says(*kind, *why, speech));
        wrong.iter().map(one).collect()
    };
    html! {
        <div class="mistake" id="error-summary" role="alert" tabindex="-1">
            <h2>{ if wrong.is_empty() { page.mistake } else { page.mistake_date } }</h2>
            { for mistakes.into_iter().map(|(field, says)| way_to(field, says)) }
        </div>
    }
}

/// A link to a field by role. The address stays as it is: it would be in the history.
fn way_to(field: String, says: String) -> Html {
    let href = format!("#{field}");
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        browser::go_to(&field);
    });
    html! { <p><a {href} {onclick}>{ says }</a></p> }
}

/// The same at the answers.
pub fn at_field(words: &'static QuestionWords, speech: Speech) -> Html {
    html! {
        <p class="wrong-says" id="error">
            <span class="unseen">{ words::page(speech).mistake_prefix }{ " " }</span>{ words.error }
        </p>
    }
}
