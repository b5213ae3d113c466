//! The few things asked of the browser beside drawing. None of them stores or sends anything.

use gloo::utils::{document, window};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlElement;

use super::settings::tell_step;
use crate::{
    law::date::{Date, LAW_CHECKED},
    words::Language,
};

/// Today by the device's clock; never before the day on which the law was checked.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let date = u16::try_from(now.get_full_year())
        .ok()
        .and_then(|year| Date::checked(year, now.get_month() as u8 + 1, now.get_date() as u8));
    date.unwrap_or(LAW_CHECKED).max(LAW_CHECKED)
}

/// Moves the focus to the element with this id, and shows the page from its top. A step of the visitor.
pub fn turn_to(id: &str) {
    focus(id);
    window().scroll_to_with_x_and_y(0.0, 0.0);
    tell_step();
}

/// Moves the focus to the element with this id, and brings it into sight. A step of the visitor.
///
/// Where it is folded away, it is unfolded first. Only the page itself scrolls: were the element asked to come into
/// sight, browsers would scroll the host page too, and where it scrolls to would tell it what is on the screen.
pub fn go_to(id: &str) {
    if let Some(folded) = document().get_element_by_id(id).and_then(|it| it.closest("details").ok().flatten())
    {
        let _ = folded.set_attribute("open", "");
    }
    if let Some(element) = focus(id) {
        let above = window().scroll_y().unwrap_or_default();
        window().scroll_to_with_x_and_y(0.0, above + element.get_bounding_client_rect().top() - room_above());
    }
    tell_step();
}

/// Takes the focus from what will be gone from the screen. Were it removed with the focus, browsers would lay out the old
/// screen and the new one together first.
pub fn let_go() {
    let focused = document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    // An element that cannot lose the focus has none.
    let _ = focused.map(|it| it.blur());
}

/// Moves the focus to the element with this id, which is in sight already.
pub fn keep_to(id: &str) {
    focus(id);
}

/// What the bar of the quick exit takes, where there is one.
fn room_above() -> f64 {
    document().get_element_by_id("exit").map_or(0.0, |bar| bar.get_bounding_client_rect().height())
}

fn focus(id: &str) -> Option<HtmlElement> {
    let element: HtmlElement = document().get_element_by_id(id)?.dyn_into().ok()?;
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).ok()?;
    Some(element)
}

/// Says in which language the page is. The title stays as it is: it names the page in both.
pub fn speak(language: Language) {
    if let Some(page) = document().document_element() {
        let _ = page.set_attribute("lang", language.tag());
    }
}

/// Opens the browser's print dialogue.
pub fn print() {
    // In a frame that may not open dialogues this does nothing, and there is nothing to tell.
    let _ = window().print();
}

/// Is the main way of pointing a finger?
pub fn by_touch() -> bool {
    window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|query| query.matches())
}

/// Tells the page that the checker has stopped, so that the guide comes back.
pub fn report_failure() {
    let failed = || {
        let page = Reflect::get(&window(), &JsValue::from_str("s117")).ok()?;
        let failed: Function = Reflect::get(&page, &JsValue::from_str("failed")).ok()?.dyn_into().ok()?;
        failed.call0(&page).ok()
    };
    // A page without a guide has nothing to bring back, and nothing more can be done from here.
    let _ = failed();
}
