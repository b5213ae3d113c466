//! Continue was pressed with nothing chosen: said above the question and at its answers.

use yew::prelude::*;

use super::{browser, choice::field_id};
use crate::{
    law::fact::Question,
    words::{self, QuestionWords, Speech},
};

/// The summary that gets the focus, with a way to the first answer.
pub fn summary(question: Question, words: &'static QuestionWords, speech: Speech) -> Html {
    let first = question.value_ids().next().map(|value| field_id(question, value)).unwrap_or_default();
    let href = format!("#{first}");
    // The address stays as it is: it would be in the history.
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        browser::go_to(&first);
    });
    html! {
        <div class="mistake" id="error-summary" role="alert" tabindex="-1">
            <h2>{ words::page(speech).mistake }</h2>
            <p><a {href} {onclick}>{ words.error }</a></p>
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
