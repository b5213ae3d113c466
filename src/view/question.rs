//! One question on a screen.

use yew::prelude::*;

use super::{
    choice, date_fields,
    element::{classes, html},
    mistake, picture,
    rich::rich,
    settings::{Settings, first},
    settled, so_far,
    state::{Action, State, Unticked},
    thread,
};
use crate::{
    law::{
        fact::{Kind, NOT_SURE, Question},
        finding::Nation,
        remaining::Remaining,
    },
    words::{self, QuestionWords, Speech},
};

/// The question, with help before its answers.
pub fn view(
    state: &State,
    question: Question,
    remaining: Remaining,
    settings: &Settings,
    speech: Speech,
    on: &Callback<Action>,
) -> Html {
    let (page, words) = (words::page(speech), words::question(question, speech));
    let onsubmit = on.reform(|event: SubmitEvent| {
        event.prevent_default();
        Action::Continue
    });
    let described =
        [words.hint.map(|_| "hint"), (state.mistake && state.wrong_dates.is_empty()).then_some("error")];
    let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let described = (!described.is_empty()).then_some(described);
    html! {
        <div class={classes!("page", "ask-page", speech.is_short().then_some("short"))} key={question.id()}>
            <div class="ask-side">
                <button type="button" class="back" data-action="back" onclick={on.reform(|_| Action::Back)}>
                    { page.back }
                </button>
                { thread::view(state, question, remaining, speech) }
            </div>
            <form
                class="ask"
                data-question={question.id()}
                autocomplete="off"
                novalidate=true
                method="dialog"
                {onsubmit}
            >
                if state.mistake {
                    { mistake::summary(state, question, words, speech) }
                }
                <div class={classes!(state.mistake.then_some("wrong"))}>
                <fieldset aria-describedby={described}>
                    <legend>
                        if speech.is_short() {
                            { picture::of(question) }
                        }
                        <h1 id="heading" tabindex="-1">{ words.ask }</h1>
                    </legend>
                    if let Some(hint) = words.hint {
                        <div class="ask-hint" id="hint">{ rich(hint, speech) }</div>
                    }
                    { settled::view(state, remaining, speech) }
                    { helps(words, speech) }
                    if state.mistake && state.wrong_dates.is_empty() {
                        { mistake::at_field(words, speech) }
                    }
                    { choices(state, question, words, settings, speech, on) }
                </fieldset>
                </div>
                { announcement(state, speech) }
                <div class="buttons ask-go">
                    <button type="submit" class="button">{ page.go_on }</button>
                </div>
                { so_far::view(state, speech, on) }
            </form>
        </div>
    }
}

/// How to find out and why we ask: before the answers, since that is when they help.
fn helps(words: &'static QuestionWords, speech: Speech) -> Html {
    let page = words::page(speech);
    html! {
        <div class="open-ups">
            <details class="open-up" data-open-up="find-out">
                <summary>{ page.find_out }</summary>
                <div class="open-up-in flow">{ rich(words.find_out, speech) }</div>
            </details>
            <details class="open-up" data-open-up="why">
                <summary>{ page.why }</summary>
                <div class="open-up-in flow">{ rich(words.why, speech) }</div>
            </details>
        </div>
    }
}

fn choices(
    state: &State,
    question: Question,
    words: &'static QuestionWords,
    settings: &Settings,
    speech: Speech,
    on: &Callback<Action>,
) -> Html {
    let offered = state.interview.offered(question);
    let rows = question.value_ids().zip(words.values).filter(|(value, _)| offered.contains(value));
    let (unsure, sure): (Vec<_>, Vec<_>) = rows.partition(|(value, _)| *value == NOT_SURE);
    // A charity may put its own nation first. It answers nothing.
    let own = (question == Question::NationNow).then(|| settings.nation.map(Nation::id)).flatten();
    let sure = first(sure, |(value, _)| Some(*value) == own);
    let row = |(value, words)| choice::view(state, question, value, words, on);
    if question == Question::DatesGiven {
        return html! {
            <>
                { date_fields::view(state, speech, on) }
                <p class="or">{ words::page(speech).or }</p>
                <div class="unsure">{ for unsure.into_iter().map(row) }</div>
            </>
        };
    }
    html! {
        <>
            <div class={classes!("choices", (question.kind() == Kind::Ticks).then_some("choices-ticks"))}>
                { for sure.into_iter().map(row) }
            </div>
            <p class="or">{ words::page(speech).or }</p>
            <div class="unsure">{ for unsure.into_iter().map(row) }</div>
        </>
    }
}

/// Tells people who cannot see it that a tick took others away. Always there, so that it is read out.
fn announcement(state: &State, speech: Speech) -> Html {
    let page = words::page(speech);
    let says = match state.unticked {
        None => "",
        Some(Unticked::Others) => page.others_unticked,
        Some(Unticked::NoneOfThese) => page.none_unticked,
    };
    html! { <p class="unticked" role="status">{ says }</p> }
}
