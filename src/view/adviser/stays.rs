//! The stays in order, each on a line: what it was under, when it ended, where home was.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::{
    desk::{DeskAction, StayDraft},
    facts::numbered,
};
use crate::{
    law::{
        fact::{Answer, Question},
        stays::{Under, out_of_order},
    },
    view::element::html,
    view::state::{Action, State},
    words::{self, Speech, fill},
};

/// The list, and the way to add to it.
pub fn view(state: &State, speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    let wrong_order = out_of_order(&state.desk.stays());
    let stays = state.desk.stays.iter().enumerate();
    html! {
        <div class="desk-stays" data-stays={state.desk.stays.len().to_string()}>
            <h4>{ page.desk_stays }</h4>
            <p class="desk-stays-more">{ page.desk_stays_more }</p>
            { for stays.map(|(place, stay)| one(place, stay, wrong_order.contains(&place), state, speech, on)) }
            <button
                type="button"
                class="button button-second"
                data-action="add-stay"
                onclick={on.reform(|_| Action::Desk(DeskAction::AddStay))}
            >
                { page.desk_add_stay }
            </button>
        </div>
    }
}

fn one(
    place: usize,
    stay: &StayDraft,
    wrong_order: bool,
    state: &State,
    speech: Speech,
    on: &Callback<Action>,
) -> Html {
    let page = words::page(speech);
    let id = |field: &str| format!("stay-{}-{field}", stay.serial);
    let wrong = if stay.left().is_err() {
        Some(page.desk_left_wrong)
    } else {
        wrong_order.then_some(page.desk_order_wrong)
    };
    let act = |label: &'static str, action: DeskAction| {
        let name = fill(page.desk_stay, &[("number", &(place + 1).to_string())]);
        html! {
            <button type="button" class="plain" onclick={on.reform(move |_| Action::Desk(action.clone()))}>
                { label }<span class="unseen">{ ": " }{ name }</span>
            </button>
        }
    };
    html! {
        <fieldset class="desk-stay" data-stay={place.to_string()} key={format!("{}-{}", stay.serial, state.turn)}>
            <legend>{ fill(page.desk_stay, &[("number", &(place + 1).to_string())]) }</legend>
            <p class="desk-stay-part">
                <label for={id("under")}>{ page.desk_under }</label>
                { under(id("under"), place, stay, speech, on) }
            </p>
            <p class="desk-stay-part">
                <label for={id("left")}>{ page.desk_left }</label>
                { left(id("left"), place, stay, wrong.map(|_| id("wrong")), on) }
            </p>
            <label class="fact-tick">
                <input
                    type="checkbox"
                    checked={stay.still}
                    autocomplete="off"
                    onchange={on.reform(move |_| Action::Desk(DeskAction::Still(place)))}
                />
                <span>{ page.desk_still }</span>
            </label>
            <p class="desk-stay-part">
                <label for={id("home")}>{ page.desk_home }</label>
                { home(id("home"), place, stay, speech, on) }
            </p>
            if let Some(wrong) = wrong {
                <p class="wrong-says" id={id("wrong")}>{ wrong }</p>
            }
            <div class="desk-stay-acts">
                if place > 0 {
                    { act(page.desk_stay_earlier, DeskAction::MoveUp(place)) }
                }
                { act(page.desk_remove_stay, DeskAction::RemoveStay(place)) }
            </div>
        </fieldset>
    }
}

fn under(id: String, place: usize, stay: &StayDraft, speech: Speech, on: &Callback<Action>) -> Html {
    let onchange = on.reform(move |event: Event| {
        let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        let under = Under::ALL.iter().find(|under| Some(under.id()) == value.as_deref());
        Action::Desk(DeskAction::Under(place, under.copied()))
    });
    html! {
        <select {id} autocomplete="off" {onchange}>
            <option value="" selected={stay.under.is_none()}>{ words::page(speech).desk_empty }</option>
            { for Under::ALL.iter().map(|under| html! {
                <option value={under.id()} selected={Some(*under) == stay.under}>{ words::stay(*under, speech) }</option>
            }) }
        </select>
    }
}

fn left(id: String, place: usize, stay: &StayDraft, wrong_id: Option<String>, on: &Callback<Action>) -> Html {
    let oninput = on.reform(move |event: InputEvent| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        Action::Desk(DeskAction::Left(place, input.map(|input| input.value()).unwrap_or_default()))
    });
    html! {
        <input
            {id}
            type="text"
            maxlength="10"
            value={stay.left.clone()}
            disabled={stay.still}
            autocomplete="off"
            autocorrect="off"
            autocapitalize="off"
            spellcheck="false"
            aria-invalid={wrong_id.is_some().then_some("true")}
            aria-describedby={wrong_id}
            {oninput}
        />
    }
}

fn home(id: String, place: usize, stay: &StayDraft, speech: Speech, on: &Callback<Action>) -> Html {
    let chosen = stay.home.map(Answer::ids).unwrap_or_default();
    let onchange = on.reform(move |event: Event| {
        let value = event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value());
        Action::Desk(DeskAction::Home(place, value.and_then(|id| Answer::home_before(&id))))
    });
    html! {
        <select {id} autocomplete="off" {onchange}>
            <option value="" selected={chosen.is_empty()}>{ words::page(speech).desk_empty }</option>
            { for numbered(Question::HomeBefore, speech).into_iter().map(|(id, label)| html! {
                <option value={id} selected={chosen.contains(&id)}>{ label }</option>
            }) }
        </select>
    }
}
