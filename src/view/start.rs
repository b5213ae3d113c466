//! The first page: what this is, for whom, what is promised, and the way in.

use yew::prelude::*;

use super::{
    drawing::drawing,
    element::{classes, html},
    rich::rich,
    settings::Settings,
    state::Action,
    whom,
};
use crate::{
    law::{interview::Interview, journey::Journey},
    words::{self, Speech, fill},
};

/// The first page.
pub fn view(settings: &Settings, speech: Speech, on: &Callback<Action>) -> Html {
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
                    { whom::ask(speech, on) }
                    <h2 class="ground-ask" id="journeys-ask">{ page.journeys_ask }</h2>
                    { journeys(settings, speech, on) }
                    <div class="asides">
                        { aside(page.aside_papers, page.aside_papers_more) }
                        { aside(page.aside_stop, page.aside_stop_more) }
                        { aside(page.aside_where, page.aside_where_more) }
                    </div>
                    { advisers(speech, on) }
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

/// The journeys, the one that the charity prefers first.
pub fn journeys(settings: &Settings, speech: Speech, on: &Callback<Action>) -> Html {
    let journeys = settings.journeys();
    html! {
        <div class="journeys">{ for journeys.iter().enumerate().map(|(place, it)| journey(*it, place == 0, speech, on)) }</div>
    }
}

/// A journey. The card is all button, and its words name it.
fn journey(journey: Journey, first: bool, speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    // The later journeys begin with the questions of the first; standing first, one says how long it is itself.
    let count = if first || journey == Journey::Entitled {
        let whole = Interview::new(journey).remaining();
        let (least, most) = (whole.least.to_string(), whole.most.to_string());
        fill(page.journey_questions, &[("least", &least), ("most", &most)])
    } else {
        page.journey_questions_more.to_owned()
    };
    let (more, picture) = match journey {
        Journey::Entitled => (page.journey_entitled_more, drawing!("journey-right")),
        Journey::WhoPays => (page.journey_who_pays_more, drawing!("journey-pays")),
        Journey::Problem => (page.journey_problem_more, drawing!("journey-problem")),
    };
    html! {
        <button
            type="button"
            class={classes!("journey", (!first).then_some("journey-other"))}
            data-journey={journey.id()}
            onclick={on.reform(move |_| Action::Begin(journey))}
            key={journey.id()}
        >
            { picture }
            <span class="journey-name">{ words::journey(journey, speech) }</span>
            <span class="journey-more">{ more }</span>
            <span class="journey-count">{ count }</span>
            { drawing!("arrow") }
        </button>
    }
}

/// The page for people who advise.
fn advisers(speech: Speech, on: &Callback<Action>) -> Html {
    let page = words::page(speech);
    html! {
        <div class="advisers">
            <p><b>{ page.desk_offer }</b>{ " " }{ page.desk_offer_more }</p>
            <button type="button" class="button button-second" data-action="advise" onclick={on.reform(|_| Action::Advise)}>
                { page.desk_go }
            </button>
        </div>
    }
}

fn aside(heading: &'static str, more: &'static str) -> Html {
    html! { <div><h3>{ heading }</h3><p>{ more }</p></div> }
}
