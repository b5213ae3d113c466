//! The charity's own helpline: among the people who can help, and in the foot of every screen.

use super::settings::Helpline;
use crate::words::{self, Speech};
use yew::prelude::*;

/// As one of the people who can help. What the charity gave is only ever text; its addresses are of safe kinds.
pub fn contact(own: &Helpline, speech: Speech) -> Html {
    let heading = own.name.clone().unwrap_or_else(|| words::page(speech).helpline.to_owned());
    html! {
        <li class="contact" data-helpline="own" key="own">
            <h4>{ heading }</h4>
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
                <span>{ name }</span>
            }
            { ways(own, "", speech) }
        </p>
    }
}

fn ways(own: &Helpline, class: &'static str, speech: Speech) -> Html {
    let call = own.phone.as_ref().map(|number| {
        let digits: String = number.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect();
        html! { <a class={class} href={format!("tel:{digits}")}>{ number }</a> }
    });
    let visit = own.address.as_ref().map(|address| {
        let (kind, rest) = address.split_once(':').unwrap_or_default();
        let shown = rest.trim_start_matches('/').trim_end_matches('/').to_owned();
        if kind.eq_ignore_ascii_case("https") {
            html! {
                <a href={address.clone()} target="_blank" rel="noopener noreferrer">
                    { shown }<span class="unseen">{ " " }{ words::page(speech).new_tab }</span>
                </a>
            }
        } else {
            html! { <a href={address.clone()}>{ shown }</a> }
        }
    });
    html! { <>{ call }{ visit }</> }
}
