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

/// The name, what they do, how to reach them.
pub fn view(contact: Contact, speech: Speech) -> Html {
    let words = words::contact(contact, speech);
    let english = words::contact(contact, speech.in_language(Language::English));
    let call = words.phone.map(|number| {
        let digits: String = number.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect();
        html! { <a class="contact-call" href={format!("tel:{digits}")}>{ number }</a> }
    });
    let visit = words.address.map(|address| {
        let shown = address.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/');
        html! {
            <a href={address} target="_blank" rel="noopener noreferrer">
                { shown }<span class="unseen">{ " " }{ words::page(speech).new_tab }</span>
            </a>
        }
    });
    let checked = words::date(words.checked, speech.language);
    let page = words::page(speech);
    let how = if words.mark == Mark::Read { page.contact_checked } else { page.contact_listed };
    let checked = fill(how, &[("date", &checked)]);
    html! {
        <li class="contact">
            <h4 lang={original::lang(words.name, english.name, speech)}>{ words.name }</h4>
            <p>{ words.says }</p>
            { call }
            { visit }
            if let Some(text) = words.text {
                <p class="contact-text">{ text }</p>
            }
            <p class="contact-checked">{ checked }</p>
        </li>
    }
}
