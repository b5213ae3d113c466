//! A button that copies a text, and says whether it could.

use gloo::utils::{document, window};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlTextAreaElement;
use yew::{platform::spawn_local, prelude::*};

use super::{
    drawing::drawing,
    element::{classes, html},
};
use crate::words::{self, Speech};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub text: AttrValue,
    pub label: &'static str,
    /// Is this the main thing to do on the screen?
    #[prop_or_default]
    pub main: bool,
    pub speech: Speech,
}

/// The button, and a line that tells how it went.
#[component]
pub fn Copy(props: &Props) -> Html {
    let copied = use_state(|| None::<bool>);
    let onclick = {
        let (copied, text) = (copied.clone(), props.text.clone());
        Callback::from(move |_| {
            let (copied, text) = (copied.clone(), text.clone());
            spawn_local(async move { copied.set(Some(copy(&text).await)) });
        })
    };
    // Another text has not been copied yet.
    use_effect_with(props.text.clone(), {
        let copied = copied.clone();
        move |_| copied.set(None)
    });
    let page = words::page(props.speech);
    let says = match *copied {
        None => "",
        Some(true) => page.copied,
        Some(false) => page.not_copied,
    };
    html! {
        <div class="buttons">
            <button type="button" class={classes!("button", (!props.main).then_some("button-second"))} {onclick}>
                { drawing!("copy") }{ " " }{ props.label }
            </button>
            <p class="copied" role="status">{ says }</p>
        </div>
    }
}

/// Copies by the clipboard, or where a frame may not use it, by a selection.
async fn copy(text: &str) -> bool {
    by_clipboard(text).await.is_some() || by_selection(text).unwrap_or(false)
}

async fn by_clipboard(text: &str) -> Option<()> {
    // By hand: over plain http there is no clipboard at all, and the typed interface would panic.
    let clipboard = Reflect::get(&window().navigator(), &JsValue::from_str("clipboard")).ok()?;
    let write: Function = Reflect::get(&clipboard, &JsValue::from_str("writeText")).ok()?.dyn_into().ok()?;
    let writing: Promise = write.call1(&clipboard, &JsValue::from_str(text)).ok()?.dyn_into().ok()?;
    wasm_bindgen_futures::JsFuture::from(writing).await.ok()?;
    Some(())
}

fn by_selection(text: &str) -> Option<bool> {
    let document = document();
    let body = document.body()?;
    let before = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_class_name("unseen");
    area.set_read_only(true);
    area.set_attribute("autocomplete", "off").ok()?;
    area.set_value(text);
    body.append_child(&area).ok()?;
    area.select();
    let command: Option<Function> =
        Reflect::get(&document, &JsValue::from_str("execCommand")).ok().and_then(|it| it.dyn_into().ok());
    let copied = command
        .and_then(|command| command.call1(&document, &JsValue::from_str("copy")).ok())
        .is_some_and(|it| it.is_truthy());
    area.remove();
    if let Some(before) = before.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = before.focus();
    }
    Some(copied)
}
