//! The charity's own helpline: among the people who can help, and in the foot of every screen.

use super::{contact, element::html, settings::Helpline};
use crate::words::{self, Speech};
use yew::prelude::*;

/// As one of the people who can help. What the charity gave is only ever text; its addresses are of safe kinds.
pub fn as_contact(own: &Helpline, speech: Speech) -> Html {
    let heading = own.name.clone().unwrap_or_else(|| words::page(speech).helpline.to_owned());
    html! {
        <li class="contact" data-helpline="own" key="own">
            <h3>{ heading }</h3>
            if own.name.is_some() {
                <p>{ words::page(speech).helpline }</p>
            }
            { ways(own, "contact-call", speech) }
        </li>
    }
}

/// In one line.
pub fn line(own: &Helpline, speech: Speech) -> Html {
    html! {
        <p class="foot-helpline" data-helpline="own">
            <b>{ words::page(speech).helpline }</b>
            if let Some(name) = &own.name {
                <span>{ name.clone() }</span>
            }
            { ways(own, "", speech) }
        </p>
    }
}

fn ways(own: &Helpline, class: &'static str, speech: Speech) -> Html {
    let address = own.address.as_ref().map(|address| {
        let (kind, rest) = address.split_once(':').unwrap_or_default();
        let shown = rest.trim_matches('/');
        if kind.eq_ignore_ascii_case("https") {
            contact::visit(address, shown, speech)
        } else {
            html! { <a href={address.clone()}>{ shown.to_owned() }</a> }
        }
    });
    html! { <>{ own.phone.as_ref().map(|number| contact::call(number, class)) }{ address }</> }
}
