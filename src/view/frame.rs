//! What stands round every screen: crisis help first, then the name, at the end how fresh the law is.

use yew::prelude::*;

use super::{
    browser,
    drawing::drawing,
    element::{classes, html},
    helpline,
    settings::Settings,
    state::{Action, Screen, State},
    whom::{self, Outcome},
};
use crate::{
    law::{
        assessment::Settled,
        date::{Date, Freshness, LAW_CHECKED, REVIEW_BY},
        interview::Interview,
    },
    words::{
        self, Language, Length, Speech, fill,
        reviewed::{Shown, reviewed},
    },
};

/// A screen in its frame.
pub fn view(
    state: &State,
    outcome: Option<&Outcome>,
    screen: Html,
    today: Date,
    settings: &Settings,
    speech: Speech,
    on: &Callback<Action>,
) -> Html {
    html! {
        <>
            { skip(speech) }
            { crisis(state, speech) }
            { top(state, speech, on) }
            <main id="main" tabindex="-1" key="main">{ screen }</main>
            { foot(state, outcome, today, settings, speech) }
        </>
    }
}

/// A link by role, but it must not change the address: that would stay in the history.
fn skip(speech: Speech) -> Html {
    let onclick = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        browser::go_to("main");
    });
    html! { <a class="skip" href="#main" {onclick}>{ words::page(speech).skip }</a> }
}

/// By class and not by `:has()`, for which browsers look at the whole page again with each element that is put in.
fn page_class(state: &State) -> Option<String> {
    let more = match state.screen {
        Screen::Start => Some("page-start"),
        Screen::Adviser => Some("page-wide"),
        _ => None,
    };
    classes!("page", more)
}

fn crisis(state: &State, speech: Speech) -> Html {
    let page = words::page(speech);
    let line = |address: &'static str, number: &'static str, says: &'static str, more: &'static str| {
        html! {
            <li>
                <a href={address}>
                    <b>{ number }</b>{ " " }<span>{ says }<span class="crisis-more">{ " " }{ more }</span></span>
                </a>
            </li>
        }
    };
    html! {
        <aside id="crisis" class="crisis" aria-labelledby="crisis-ask">
            <div class={page_class(state)}>
                <p class="crisis-ask" id="crisis-ask">{ page.crisis_ask }</p>
                <ul class="crisis-lines">
                    { line("tel:999", "999", page.crisis_999, "") }
                    { line("tel:111", "111", page.crisis_111, page.crisis_111_more) }
                    { line("tel:116123", "116 123", page.crisis_116123, "") }
                </ul>
            </div>
        </aside>
    }
}

fn top(state: &State, speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    html! {
        <header class={page_class(state)}>
            <div class="top">
                <p class="top-name">{ drawing!("sign") }{ " " }{ page.name }</p>
                if matches!(state.screen, Screen::Question(_) | Screen::Result | Screen::Sheet(_)) {
                    { whom::change(speech, on) }
                }
                { for Language::ALL.iter().filter(|it| **it != speech.language).map(|it| switch(*it, on)) }
                if state.has_short_version() {
                    { shorten(speech, on) }
                }
                if state.has_answers() {
                    <button type="button" class="plain" data-action="clear" onclick={on.reform(|_| Action::Clear)}>
                        { page.clear }
                    </button>
                }
            </div>
        </header>
    }
}

/// The way to another language, in that language. Where one is and what was answered stay.
fn switch(language: Language, on: &Callback<Action>) -> Html {
    html! {
        <button
            type="button"
            class="plain"
            data-language={language.id()}
            lang={language.id()}
            onclick={on.reform(move |_| Action::Switch(language))}
        >
            { language.own_name() }
        </button>
    }
}

/// The way to the short version and back. Its name stays, so that it can be asked for by name at any time.
fn shorten(speech: Speech, on: &Callback<Action>) -> Html {
    let other = if speech.is_short() { Length::Full } else { Length::Short };
    html! {
        <button
            type="button"
            class="plain"
            data-action="shorten"
            aria-pressed={if speech.is_short() { "true" } else { "false" }}
            onclick={on.reform(move |_| Action::Tell(other))}
        >
            { words::page(speech).short_version }
        </button>
    }
}

/// How fresh the law is, and what this page is not.
pub fn foot(
    state: &State,
    outcome: Option<&Outcome>,
    today: Date,
    settings: &Settings,
    speech: Speech,
) -> Html {
    let page = words::page(speech);
    let due = match Freshness::on(today) {
        Freshness::Current => page.next_check,
        Freshness::ReviewDue | Freshness::Stale => page.check_overdue,
    };
    html! {
        <footer class={page_class(state)}>
            <div class="foot">
                if let Some(own) = &settings.helpline {
                    { helpline::line(own, speech) }
                }
                <p>
                    <b>{ fill(page.law_checked, &[("date", &words::date(LAW_CHECKED, speech.language))]) }</b>{ " " }
                    { fill(due, &[("date", &words::date(REVIEW_BY, speech.language))]) }{ " " }{ page.covers }
                </p>
                <p>
                    if !is_reviewed(state, outcome, today, speech) {
                        { page.not_reviewed }{ " " }
                    }
                    if !reviewed(speech).is_all_read() {
                        { page.language_not_reviewed }{ " " }
                    }
                    { page.not_advice }
                </p>
            </div>
        </footer>
    }
}

/// Has a solicitor read all that is on the screen, as it is now?
fn is_reviewed(state: &State, outcome: Option<&Outcome>, today: Date, speech: Speech) -> bool {
    let reviewed = reviewed(speech);
    // Most of the time nothing is, and nobody need look what is shown.
    reviewed.is_any()
        && match state.screen {
            // The adviser page can show everything there is.
            Screen::Start | Screen::Adviser => reviewed.covers(Shown::Start),
            Screen::Question(question) => {
                // Answers so far, and the claim where it is settled, stand beside the question.
                let asked = state.interview.trail().into_iter().map(|answer| answer.question);
                let questions: Vec<_> = asked.chain([question]).collect();
                let findings = match state.interview.settled() {
                    Some(Settled::Right(claim)) => vec![claim.id],
                    Some(Settled::QualifyingStay) | None => vec![],
                };
                reviewed.covers(Shown::These { questions: &questions, findings: &findings, deadlines: false })
            }
            // A sheet is made of the result and the words of the page; a letter, and all that it shows, is named by the
            // finding that calls for it.
            Screen::Result | Screen::Sheet(_) | Screen::Letter(_) => {
                outcome.is_some_and(|outcome| is_result_reviewed(&state.interview, outcome, today, speech))
            }
        }
}

/// Has a solicitor read every text there is?
pub fn is_everything_reviewed(speech: Speech) -> bool {
    reviewed(speech).covers(Shown::Start)
}

/// Has a solicitor read all that a result shows?
pub fn is_result_reviewed(interview: &Interview, outcome: &Outcome, today: Date, speech: Speech) -> bool {
    let questions: Vec<_> = interview.trail().into_iter().map(|answer| answer.question).collect();
    let found = outcome.assessment.findings.iter().map(|finding| finding.id);
    // What would change the result is told by the headlines of other claims.
    let others = outcome.nearest.iter().map(|change| change.claim.id);
    let findings: Vec<_> = found.chain(others).collect();
    let deadlines = !interview.deadlines(today).is_empty();
    reviewed(speech).covers(Shown::These { questions: &questions, findings: &findings, deadlines })
}
