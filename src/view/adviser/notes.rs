//! Copy the case as text, paste it back in, clear it for the next person.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::desk::{Desk, DeskAction, Told};
use crate::{
    law::{date::Date, overview::Overview},
    view::{
        copy::Copy,
        element::html,
        frame::is_everything_reviewed,
        state::{Action, State},
    },
    words::{
        self, Speech,
        case_notes::{self, Unreadable},
        fill,
    },
};

/// The three ways.
pub fn view(state: &State, overview: &Overview, today: Date, speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    let reviewed = is_everything_reviewed(speech);
    let text = case_notes::write(&state.interview, &state.desk.stays(), overview, today, reviewed, speech);
    html! {
        <section class="desk-notes" aria-label={page.notes_title}>
            <Copy {text} label={page.desk_copy} main=true {speech} />
            // Made anew on each turn: nothing that was pasted stays behind.
            <Paste {speech} on={on.clone()} key={format!("paste-{}", state.turn)} />
            <Clear {speech} on={on.clone()} key={format!("clear-{}", state.turn)} />
        </section>
    }
}

/// What the last thing done came to.
pub fn told(desk: &Desk, speech: Speech) -> Html {
    let page = words::page(speech);
    match &desk.told {
        Told::Nothing => html! { <p class="unticked" role="status" /> },
        Told::Read => html! { <p class="unticked" role="status">{ page.desk_paste_done }</p> },
        Told::Cleared => html! { <p class="unticked" role="status">{ page.desk_cleared }</p> },
        Told::Unreadable(wrong) => html! {
            <div class="mistake" id="desk-mistake" role="alert">
                <p><b>{ page.desk_paste_kept }</b></p>
                <ul class="bullets">{ for wrong.iter().map(|wrong| html! { <li>{ says(wrong, speech) }</li> }) }</ul>
            </div>
        },
    }
}

fn says(wrong: &Unreadable, speech: Speech) -> String {
    /// Enough to find the line by.
    const SHOWN: usize = 80;
    let page = words::page(speech);
    match wrong {
        Unreadable::NoFacts => page.desk_paste_none.to_owned(),
        Unreadable::Line { number, text } => {
            let text: String = text.chars().take(SHOWN).collect();
            fill(page.desk_paste_line, &[("number", &number.to_string()), ("text", &text)])
        }
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    speech: Speech,
    on: Callback<Action>,
}

/// A field for notes. What is pasted stands there until it has been read.
#[component]
fn Paste(props: &Props) -> Html {
    let page = words::page(props.speech);
    let field = use_node_ref();
    let onclick = {
        let field = field.clone();
        props.on.reform(move |_| {
            let text = field.cast::<HtmlTextAreaElement>().map(|field| field.value()).unwrap_or_default();
            Action::Desk(DeskAction::Read(text))
        })
    };
    html! {
        <details class="open-up open-up-alone" data-open-up="paste">
            <summary>{ page.desk_paste }</summary>
            <form class="open-up-in flow" autocomplete="off" method="dialog" onsubmit={|event: SubmitEvent| event.prevent_default()}>
                <label for="desk-pasted">{ page.desk_paste_label }</label>
                <textarea
                    id="desk-pasted"
                    ref={field}
                    rows="6"
                    aria-describedby="desk-pasted-more"
                    autocomplete="off"
                    autocorrect="off"
                    autocapitalize="off"
                    spellcheck="false"
                />
                <p id="desk-pasted-more">{ page.desk_paste_more }</p>
                <div class="buttons">
                    <button type="button" class="button button-second" data-action="read-notes" {onclick}>{ page.desk_paste_go }</button>
                </div>
            </form>
        </details>
    }
}

/// Asks once more: facts that are gone are gone.
#[component]
fn Clear(props: &Props) -> Html {
    let page = words::page(props.speech);
    let sure = use_state(|| false);
    let ask = {
        let sure = sure.clone();
        Callback::from(move |_| sure.set(true))
    };
    let keep = {
        let sure = sure.clone();
        Callback::from(move |_| sure.set(false))
    };
    let clear = {
        let (sure, on) = (sure.clone(), props.on.clone());
        Callback::from(move |_| {
            sure.set(false);
            on.emit(Action::ClearDesk);
        })
    };
    if !*sure {
        return html! {
            <div class="buttons">
                <button type="button" class="plain" data-action="clear-desk" onclick={ask}>{ page.desk_clear }</button>
            </div>
        };
    }
    html! {
        <div class="do-this" role="alert">
            <p>{ page.desk_clear_sure }</p>
            <div class="buttons">
                <button type="button" class="button" data-action="clear-desk-yes" onclick={clear}>{ page.desk_clear_yes }</button>
                <button type="button" class="button button-second" onclick={keep}>{ page.desk_clear_no }</button>
            </div>
        </div>
    }
}
