//! What is on the page of a result, and the way to each part: on a phone a result is many screens long.

use yew::{prelude::*, virtual_dom::VNode};

use super::{answer, browser, element::html};
use crate::{
    law::{assessment::Assessment, finding::Finding},
    words::{self, Speech},
};

/// A part of the page: the name before `-heading` in the id of its heading, what it is called, and what it holds.
pub type Part<'a> = (&'static str, &'static str, &'a Html);

/// The further claims by what they are about, and these parts, where they hold something.
pub fn view(assessment: &Assessment, parts: &[Part], speech: Speech) -> Html {
    // Where several claims are about one thing, the first of them leads there.
    let first_about = |topic| assessment.claims().find(|claim| claim.id.topic() == topic);
    let is_first = |claim: &&Finding| first_about(claim.id.topic()).is_some_and(|first| first.id == claim.id);
    let about = assessment.claims().skip(1).filter(is_first);
    let about = about.filter_map(|claim| Some(one(claim.id.id(), answer::about(claim, speech)?)));
    let there = parts.iter().filter(|(_, _, inside)| matches!(inside, VNode::VTag(_)));
    let parts = there.map(|(to, name, _)| one(to, name));
    html! {
        <nav class="contents" aria-labelledby="contents">
            <h2 id="contents">{ words::page(speech).on_this_page }</h2>
            <ul class="contents-list">{ for about.chain(parts) }</ul>
        </nav>
    }
}

/// Not a link: the address must not change.
fn one(to: &'static str, name: &'static str) -> Html {
    let onclick = Callback::from(move |_| browser::go_to(&heading(to)));
    html! { <li key={to}><button type="button" class="plain" data-to={to} {onclick}>{ name }</button></li> }
}

/// The id of the heading of a part.
pub fn heading(of: &str) -> String {
    format!("{of}-heading")
}
