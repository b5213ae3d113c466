//! Somebody who can help, with the day on which the number was checked.

use crate::{
    law::{
        finding::{Finding, Nation},
        source::Mark,
    },
    view::original,
    words::{self, Contact, Language, Speech, fill},
};
use yew::prelude::*;

use super::element::html;
/// Those of a finding's contacts who help where the person is: an English helpline is of no use in Wales.
///
/// A finding about one nation names that nation's own.
pub fn helping(finding: &Finding, now: Option<Nation>, speech: Speech) -> Vec<Contact> {
    let nation = finding.shape.nation.or(now);
    let known = matches!(nation, Some(Nation::England | Nation::Wales));
    let contacts = words::finding(finding.id, finding.shape, speech).contacts.iter().copied();
    contacts
        .filter(|contact| {
            let nations = words::contact(*contact, speech).nations;
            !known || nation.is_none_or(|nation| nations.contains(&nation))
        })
        .collect()
}

/// The name, what they do, how to reach them: below the heading of a section, or `beside` a step, which has its own.
pub fn view(contact: Contact, beside: bool, speech: Speech) -> Html {
    let words = words::contact(contact, speech);
    let english = words::contact(contact, speech.in_language(Language::English));
    let shown = |address: &'static str| {
        address.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/')
    };
    let checked = words::date(words.checked, speech.language);
    let page = words::page(speech);
    let how = if words.mark == Mark::Read { page.contact_checked } else { page.contact_listed };
    let checked = fill(how, &[("date", &checked)]);
    let lang = original::lang(words.name, english.name, speech);
    html! {
        <li class="contact">
            if beside {
                <h4 {lang}>{ words.name }</h4>
            } else {
                <h3 {lang}>{ words.name }</h3>
            }
            <p>{ words.says }</p>
            { words.phone.map(|number| call(number, "contact-call")) }
            { words.address.map(|address| visit(address, shown(address), speech)) }
            if let Some(text) = words.text {
                <p class="contact-text">{ text }</p>
            }
            <p class="contact-checked">{ checked }</p>
        </li>
    }
}

/// A number to ring, as it is read out.
pub fn call(number: &str, class: &'static str) -> Html {
    let digits: String = number.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect();
    html! { <a class={(!class.is_empty()).then_some(class)} href={format!("tel:{digits}")}>{ number.to_owned() }</a> }
}

/// A page of theirs. It opens in a new tab: leaving this one would empty the screen.
pub fn visit(address: &str, shown: &str, speech: Speech) -> Html {
    html! {
        <a href={address.to_owned()} target="_blank" rel="noopener noreferrer">
            { shown.to_owned() }<span class="unseen">{ " " }{ words::page(speech).new_tab }</span>
        </a>
    }
}
