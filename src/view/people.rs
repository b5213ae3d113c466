//! People who can help: everyone that the steps name, once. The main step has its own beside it as well.

use yew::prelude::*;

use super::{contact, result::row};
use crate::{
    law::{assessment::Assessment, finding::FindingKind},
    words::{self, Contact, Speech},
};

/// The people, in the order in which the steps name them.
pub fn view(assessment: &Assessment, speech: Speech) -> Html {
    let mut people: Vec<Contact> = vec![];
    for step in assessment.of_kind(FindingKind::Step) {
        let contacts = words::finding(step.id, step.shape, speech).contacts;
        people.extend(contacts.iter().filter(|contact| !people.contains(contact)).collect::<Vec<_>>());
    }
    if people.is_empty() {
        return html! {};
    }
    let list = people.iter().map(|contact| contact::view(*contact, speech));
    row("people", words::page(speech).people, html! { <ul class="contacts">{ for list }</ul> })
}
