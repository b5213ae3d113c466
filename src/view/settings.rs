//! What the charity has set. The page's first script has read and checked it all; here it is only taken over.

use gloo::utils::window;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

use crate::{
    law::{finding::Nation, journey::Journey},
    words::{Language, Length},
};

/// The settings that the view needs. Nothing here is an answer.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Settings {
    /// The language to begin in, where this build speaks it.
    pub language: Option<Language>,
    /// The version to begin with.
    pub length: Length,
    /// The nation that stands first among the answers.
    pub nation: Option<Nation>,
    /// The journey that stands first on the first page.
    pub journey: Option<Journey>,
    /// The charity's own helpline.
    pub helpline: Option<Helpline>,
}

/// A charity's own helpline. Text, and addresses of safe kinds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Helpline {
    /// Its name.
    pub name: Option<String>,
    /// Its telephone number.
    pub phone: Option<String>,
    /// Its web or mail address, or a number to dial.
    pub address: Option<String>,
}

impl Settings {
    /// Takes over `window.s117.settings`.
    pub fn read() -> Self {
        let settings = page().and_then(|page| Reflect::get(&page, &"settings".into()).ok());
        let text = |name: &str| Reflect::get(settings.as_ref()?, &name.into()).ok()?.as_string();
        let (name, phone, address) = (text("helpName"), text("helpPhone"), text("helpUrl"));
        let any = name.is_some() || phone.is_some() || address.is_some();
        Self {
            language: text("lang").and_then(|id| Language::ALL.iter().copied().find(|one| one.id() == id)),
            length: match text("words").as_deref() {
                Some("short") => Length::Short,
                _ => Length::Full,
            },
            nation: match text("nation").as_deref() {
                Some("england") => Some(Nation::England),
                Some("wales") => Some(Nation::Wales),
                _ => None,
            },
            journey: text("journey").and_then(|id| Journey::from_id(&id)),
            helpline: any.then_some(Helpline { name, phone, address }),
        }
    }

    /// Every journey, the one that the charity prefers first.
    pub fn journeys(&self) -> Vec<Journey> {
        first(Journey::ALL.to_vec(), |one| Some(*one) == self.journey)
    }
}

/// These in their order, but the one that fits first.
pub fn first<T>(mut all: Vec<T>, fits: impl Fn(&T) -> bool) -> Vec<T> {
    if let Some(place) = all.iter().position(fits) {
        all[..=place].rotate_right(1);
    }
    all
}

/// What the first script has left for the view.
fn page() -> Option<JsValue> {
    Reflect::get(&window(), &"s117".into()).ok()
}

/// Tells the host page that the visitor has taken a step, and nothing about it. Without a host this does nothing.
pub fn tell_step() {
    let tell = || {
        let page = page()?;
        let tell: Function = Reflect::get(&page, &"tell".into()).ok()?.dyn_into().ok()?;
        tell.call1(&page, &"top".into()).ok()
    };
    // A page without that script has no host to tell.
    let _ = tell();
}

/// Lets the page's quick exit clear the case.
pub fn on_exit(clear: impl FnMut() + 'static) {
    if let Some(page) = page() {
        let clear = Closure::<dyn FnMut()>::new(clear).into_js_value();
        let _ = Reflect::set(&page, &"clear".into(), &clear);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preferred_journey_comes_first_and_none_is_lost() {
        for journey in Journey::ALL {
            let settings = Settings { journey: Some(*journey), ..Settings::default() };
            let mut journeys = settings.journeys();
            assert_eq!(journeys[0], *journey);
            journeys.sort_by_key(|one| Journey::ALL.iter().position(|other| other == one));
            assert_eq!(journeys, Journey::ALL);
        }
        assert_eq!(Settings::default().journeys(), Journey::ALL);
        assert_eq!(first(vec![1, 2, 3, 4], |it| *it == 3), [3, 1, 2, 4]);
    }
}
