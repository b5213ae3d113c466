//! The first screen as HTML, drawn when the page is built: it is read and answered before the Wasm is there.
//!
//! As templates, which are nothing until the page's first script takes them (xtask/shell/first.js): one screen for each
//! language, and each part that a setting or the date may put in the place of another.

use std::{
    future::Future,
    pin::pin,
    task::{Context, Poll, Waker},
};

use yew::{LocalServerRenderer, prelude::*};

use super::{
    frame, helpline,
    settings::{Helpline, Settings},
    start,
    state::State,
};
use crate::{
    law::{
        date::{HARD_DATE, LAW_CHECKED, REVIEW_BY},
        journey::Journey,
    },
    words::{Language, Speech, Voice},
};

/// What is drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Part {
    /// The whole screen, as it is without settings.
    Screen,
    /// The journeys, with this one first.
    Journeys(Journey),
    /// The foot when the law should have been checked again.
    LateFoot,
    /// The line of a charity's own helpline. The script puts the charity's words in the place of these.
    Helpline,
}

/// Every template, of every language.
pub fn templates() -> String {
    let mut all = String::new();
    for language in Language::ALL {
        for (name, part) in parts() {
            let (id, html) = (language.id(), draw(*language, part));
            all += &format!("<template data-first=\"{id}\" data-part=\"{name}\">{html}</template>\n");
        }
    }
    all
}

/// The parts by the names that the script knows. The day after which the foot is late is in its name.
fn parts() -> Vec<(String, Part)> {
    let journeys = Journey::ALL.iter().skip(1).map(|it| (it.id().to_owned(), Part::Journeys(*it)));
    [("screen".to_owned(), Part::Screen)]
        .into_iter()
        .chain(journeys)
        .chain([(format!("after-{REVIEW_BY}"), Part::LateFoot), ("helpline".to_owned(), Part::Helpline)])
        .collect()
}

#[derive(Properties, PartialEq)]
struct Props {
    language: Language,
    part: Part,
}

#[component]
fn Drawn(props: &Props) -> Html {
    let speech = Speech::new(props.language, Voice::default());
    let state = State { language: props.language, ..State::default() };
    let (settings, on) = (Settings::default(), Callback::noop());
    match props.part {
        Part::Screen => {
            let screen = start::view(&settings, speech, &on);
            frame::view(&state, None, screen, LAW_CHECKED, &settings, speech, &on)
        }
        Part::Journeys(journey) => {
            start::journeys(&Settings { journey: Some(journey), ..settings }, speech, &on)
        }
        Part::LateFoot => frame::foot(&state, None, HARD_DATE, &settings, speech),
        Part::Helpline => {
            let given = |text: &str| Some(text.to_owned());
            let own = Helpline { name: given("-"), phone: given("0"), address: given("https://-") };
            helpline::line(&own, speech)
        }
    }
}

fn draw(language: Language, part: Part) -> String {
    ready(LocalServerRenderer::<Drawn>::with_props(Props { language, part }).hydratable(false).render())
}

/// Nothing here waits for anything else, so a future only has to be asked until it is done.
fn ready<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = future.as_mut().poll(&mut context) {
            return done;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values of an attribute, in their order.
    fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
        let mark = format!(" {attribute}=\"");
        html.split(&mark).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn every_language_has_the_same_screen_in_other_words() {
        let drawn = |language: &Language| draw(*language, Part::Screen);
        let english = drawn(&Language::English);
        assert!(english.contains("<h1") && english.contains("What would you like to find out?"));
        for language in Language::ALL.iter().filter(|it| **it != Language::English) {
            let other = drawn(language);
            assert_ne!(english, other);
            // What was done on one screen is done on the other by the place of its element.
            for mark in ["id", "class", "data-journey", "data-action", "value"] {
                assert_eq!(values(&english, mark), values(&other, mark), "{language:?}: {mark}");
            }
            assert_eq!(english.matches('<').count(), other.matches('<').count(), "{language:?}");
        }
        let ids = values(&english, "id");
        assert!(
            ids.contains(&"whom-me")
                && ids.iter().all(|id| values(&english, "id").iter().filter(|it| *it == id).count() == 1)
        );
    }

    #[test]
    fn settings_and_the_date_put_parts_in_the_place_of_others() {
        let english = |part| draw(Language::English, part);
        let screen = english(Part::Screen);
        assert_eq!(values(&screen, "data-journey"), ["entitled", "who-pays", "problem"]);
        assert_eq!(
            values(&english(Part::Journeys(Journey::Problem)), "data-journey"),
            ["problem", "entitled", "who-pays"]
        );
        // The screen has what they take the place of, once.
        for mark in ["class=\"journeys\"", "<footer", "class=\"foot\""] {
            assert_eq!(screen.matches(mark).count(), 1, "{mark}");
        }
        let (foot, late) = (screen.split("<footer").nth(1), english(Part::LateFoot));
        assert!(foot.is_some_and(|foot| !late.contains(foot)), "a late foot says something else");
        let all = templates();
        assert_eq!(all.matches("<template").count(), Language::ALL.len() * parts().len());
        assert!(all.contains(&format!("data-part=\"after-{REVIEW_BY}\"")));
    }

    #[test]
    fn every_field_is_kept_out_of_the_browser_s_memory() {
        let screen = draw(Language::English, Part::Screen);
        assert!(screen.matches("<input").count() == 3);
        assert_eq!(screen.matches("<input").count(), values(&screen, "autocomplete").len());
    }
}
