//! The whole checker: one state, the screen that it calls for, and where the focus goes.

use std::rc::Rc;

use yew::{platform::spawn_local, prelude::*};

use super::{
    adviser::Adviser,
    browser,
    close_watcher::CloseWatcher,
    element::html,
    frame, letter, question, result,
    settings::{self, Settings},
    sheets, start,
    state::{Action, Screen, State},
    whom::Outcome,
};
use crate::{
    law::interview::Interview,
    words::{Language, Speech, Voice},
};

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        // Asked each time: a page may stay open over midnight.
        Rc::new(State { today: browser::today(), ..(*self).clone() }.after(action))
    }
}

/// The whole checker.
#[component]
pub fn App() -> Html {
    let settings = use_memo((), |()| Settings::read());
    let state = use_reducer(|| {
        let language = settings.language.unwrap_or(Language::English);
        State { language, length: settings.length, ..State::default() }
    });
    let speech = state.speech();
    let on = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    use_effect_with(state.language, |language| browser::speak(*language));
    use_effect_with((state.turn, state.has_back()), {
        let on = on.clone();
        move |(_, has_back)| {
            let watcher = has_back.then(|| CloseWatcher::new(move || on.emit(Action::Back))).flatten();
            move || drop(watcher)
        }
    });
    use_effect_with((), {
        let on = on.clone();
        move |()| settings::on_exit(move || on.emit(Action::Clear))
    });
    // While a new screen is drawn, before the page is changed; and then as soon as it has been. An effect may come a frame
    // later, since drawing lets the browser in after 16 ms: the new screen would show where the old one was left.
    use_memo(state.turn, |turn| {
        // Not on the first drawing: nobody has done anything yet.
        if *turn > 0 {
            browser::let_go();
            let (left, mistake) = (state.left, state.mistake);
            spawn_local(async move {
                match left {
                    Some(open) => browser::go_to(&open.button_id()),
                    None => browser::turn_to(if mistake { "error-summary" } else { "heading" }),
                }
            });
        }
    });
    let today = browser::today();
    let outcome = {
        let is_shown = matches!(state.screen, Screen::Result | Screen::Sheet(_) | Screen::Letter(_));
        let of = (is_shown.then(|| state.interview.clone()), today, state.voice);
        use_memo(of, |(interview, today, voice)| {
            interview.as_ref().map(|interview| Outcome::new(interview, *today, *voice))
        })
    };
    let outcome = (*outcome).as_ref();
    // Counting what is left follows the rules every way: once for each answer, not for each tap on a choice.
    let remaining = use_memo(state.interview.clone(), Interview::remaining);
    let screen = match state.screen {
        // The first screen is drawn when the page is built: it is the same in both versions.
        Screen::Start => start::view(&settings, speech.in_full(), &on),
        Screen::Question(question) => question::view(&state, question, *remaining, &settings, speech, &on),
        Screen::Result => match outcome {
            Some(outcome) => result::view(&state, outcome, today, &settings, speech, &on),
            None => html! {},
        },
        Screen::Adviser => {
            let speech = Speech { voice: Voice::Client, ..speech };
            html! { <Adviser state={(*state).clone()} {today} {speech} on={on.clone()} /> }
        }
        Screen::Sheet(sheet) => match outcome {
            Some(outcome) => sheets::view(sheet, &state, &outcome.assessment, today, speech, &on),
            None => html! {},
        },
        Screen::Letter(open) => letter::view(&state, open, today, speech, &on),
    };
    frame::view(&state, outcome, screen, today, &settings, speech, &on)
}
