//! What to do next: at most three steps, one of them the main one; the rest folded away.

use yew::prelude::*;

use super::{contact, letter::Letter, result::row, rich::rich, state::State};
use crate::{
    law::{
        assessment::Assessment,
        finding::{Finding, FindingKind, Nation},
    },
    words::{self, Speech},
};

/// How many steps stand in sight.
const IN_SIGHT: usize = 3;

/// The steps.
pub fn view(state: &State, assessment: &Assessment, speech: Speech) -> Html {
    let now = state.interview.nation_now();
    let page = words::page(speech);
    let steps: Vec<&Finding> = assessment.of_kind(FindingKind::Step).collect();
    if steps.is_empty() {
        return html! {};
    }
    let (first, more) = steps.split_at(steps.len().min(IN_SIGHT));
    let inside = html! {
        <>
            <ol class="next">
                { for first.iter().enumerate().map(|(place, step)| one(step, place == 0, now, speech)) }
            </ol>
            if !more.is_empty() {
                <details class="open-up open-up-alone" data-open-up="more">
                    <summary>{ page.next_more }</summary>
                    <ul class="next next-rest">{ for more.iter().map(|step| one(step, false, now, speech)) }</ul>
                </details>
            }
        </>
    };
    row("next", page.next, inside)
}

fn one(step: &Finding, main: bool, now: Option<Nation>, speech: Speech) -> Html {
    let contacts = if main { contact::helping(step, now, speech) } else { vec![] };
    // The same step may stand for two nations.
    let key = format!("{}-{}", step.id.id(), step.shape.nation.map_or("", Nation::id));
    let words = words::finding(step.id, step.shape, speech);
    html! {
        <li class={classes!(main.then_some("next-main"))} data-finding={step.id.id()} {key}>
            <div class="flow">
                <h3>{ words.headline }</h3>
                { rich(words.say, speech) }
                if let Some(do_this) = words.do_this {
                    { rich(do_this, speech) }
                }
                if !contacts.is_empty() {
                    <ul class="contacts">{ for contacts.into_iter().map(|it| contact::view(it, speech)) }</ul>
                }
                if let Some(letter) = words.letter {
                    <Letter {letter} {main} {speech} />
                }
            </div>
        </li>
    }
}
