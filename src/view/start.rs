//! The first page: what this is, for whom, what is promised, and the way in.

use yew::prelude::*;

use super::{drawing::drawing, rich::rich, state::Action};
use crate::{
    law::{interview::Interview, journey::Journey},
    words::{self, Speech, fill},
};

/// The first page.
pub fn view(speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    html! {
        <div data-screen="start">
            <div class="hero">
                <div class="page">
                    <h1 id="heading" tabindex="-1">{ page.start_heading }</h1>
                    <p class="lead">{ page.start_lead }</p>
                    { rich(page.start_more, speech) }
                </div>
                { scene(speech) }
            </div>
            <div class="ground">
                <div class="page">
                    { promise(speech) }
                    <h2 class="ground-ask" id="journeys-ask">{ page.journeys_ask }</h2>
                    { journey(speech, on) }
                    <div class="asides">
                        { aside(page.aside_papers, page.aside_papers_more) }
                        { aside(page.aside_stop, page.aside_stop_more) }
                        { aside(page.aside_where, page.aside_where_more) }
                    </div>
                </div>
            </div>
        </div>
    }
}

/// The street, and the two strands that lead to a home with a light on.
fn scene(speech: Speech) -> Html {
    let page = words::page(speech);
    html! {
        <div class="scene" role="img" aria-label={page.scene}>
            { drawing!("strands") }
            { drawing!("street") }
            <span class="scene-name scene-name-a" aria-hidden="true">{ page.nhs_short }</span>
            <span class="scene-name scene-name-b" aria-hidden="true">{ page.council_short }</span>
        </div>
    }
}

fn promise(speech: Speech) -> Html {
    let page = words::page(speech);
    html! {
        <div class="promise">
            { drawing!("phone") }
            <div>
                <p><b>{ page.promise }</b></p>
                <details class="open-up open-up-inline" data-open-up="check">
                    <summary>{ page.promise_check }</summary>
                    <div class="open-up-in flow">{ rich(page.promise_how, speech) }</div>
                </details>
            </div>
        </div>
    }
}

/// The one journey that works. The card is all button, and its words name it.
fn journey(speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    let whole = Interview::new(Journey::Entitled).remaining();
    let count = fill(
        page.journey_questions,
        &[("least", &whole.least.to_string()), ("most", &whole.most.to_string())],
    );
    html! {
        <button
            type="button"
            class="journey"
            data-journey="entitled"
            onclick={on.reform(|_| Action::Begin(Journey::Entitled))}
        >
            { drawing!("journey-right") }
            <span class="journey-name">{ page.journey_entitled }</span>
            <span class="journey-more">{ page.journey_entitled_more }</span>
            <span class="journey-count">{ count }</span>
            { drawing!("arrow") }
        </button>
    }
}

fn aside(heading: &'static str, more: &'static str) -> Html {
    html! { <div><h3>{ heading }</h3><p>{ more }</p></div> }
}
