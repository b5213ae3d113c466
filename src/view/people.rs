//! People who can help: the charity's own helpline, then everyone that the steps name, once. The main step has its own
//! beside it as well.

use yew::prelude::*;

use super::{contact, element::html, helpline, result::row, settings::Helpline, state::State};
use crate::{
    law::{assessment::Assessment, finding::FindingKind},
    words::{self, Contact, Speech},
};

/// So many stand in sight.
const IN_SIGHT: usize = 6;

/// The people, in the order in which the steps name them.
pub fn view(state: &State, assessment: &Assessment, own: Option<&Helpline>, speech: Speech) -> Html {
    let now = state.interview.nation_now();
    let mut people: Vec<Contact> = vec![];
    for step in assessment.of_kind(FindingKind::Step) {
        for contact in contact::helping(step, now, speech) {
            if !people.contains(&contact) {
                people.push(contact);
            }
        }
    }
    if people.is_empty() && own.is_none() {
        return html! {};
    }
    let page = words::page(speech);
    let list = |people: &[Contact], own: Option<&Helpline>| {
        html! {
            <ul class="contacts">
                if let Some(own) = own {
                    { helpline::as_contact(own, speech) }
                }
                { for people.iter().map(|it| contact::view(*it, false, speech)) }
            </ul>
        }
    };
    let (first, more) = people.split_at(people.len().min(IN_SIGHT));
    let inside = html! {
        <>
            { list(first, own) }
            if !more.is_empty() {
                <details class="open-up open-up-alone prints" data-open-up="people">
                    <summary>{ page.people_more }</summary>
                    <div class="open-up-in">{ list(more, None) }</div>
                </details>
            }
        </>
    };
    row("people", page.people, inside)
}
