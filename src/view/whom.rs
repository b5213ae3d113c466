//! For whom this is: asked on the first page, and changed from any question and from the result.
//!
//! It decides who is spoken to, and whether how to act for someone else is shown. The answers and the rules stay
//! as they are.

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::{element::html, state::Action};
use crate::{
    law::{
        assessment::{Assessment, Change},
        date::Date,
        finding::{FindingId, FindingKind},
        interview::Interview,
    },
    words::{self, Speech, Voice},
};

const VOICES: [Voice; 3] = [Voice::Me, Voice::Supporter, Voice::Client];

/// The `value` of a choice.
fn id(voice: Voice) -> &'static str {
    match voice {
        Voice::Me => "me",
        Voice::Supporter => "supporter",
        Voice::Client => "client",
    }
}

/// What a choice is called, and a quiet line about it.
fn names(voice: Voice, speech: Speech) -> [&'static str; 2] {
    let page = words::page(speech);
    match voice {
        Voice::Me => [page.whom_me, page.whom_me_more],
        Voice::Supporter => [page.whom_supporter, page.whom_supporter_more],
        Voice::Client => [page.whom_client, page.whom_client_more],
    }
}

/// The question on the first page: three rows, one of them chosen.
pub fn ask(speech: Speech, on: &Callback<Action>) -> Html {
    let row = |voice: Voice| {
        let (field, more) = (format!("whom-{}", id(voice)), format!("whom-{}-more", id(voice)));
        let [name, says] = names(voice, speech);
        html! {
            <div class="choice" key={id(voice)}>
                <input
                    type="radio"
                    name="whom"
                    value={id(voice)}
                    id={field.clone()}
                    checked={speech.voice == voice}
                    autocomplete="off"
                    aria-describedby={more.clone()}
                    onchange={on.reform(move |_| Action::Speak(voice))}
                />
                <label for={field}>{ name }</label>
                <p id={more}>{ says }</p>
            </div>
        }
    };
    html! {
        <fieldset class="whom">
            <legend><h2 class="ground-ask">{ words::page(speech).whom_ask }</h2></legend>
            <div class="choices">{ for VOICES.map(row) }</div>
        </fieldset>
    }
}

/// The same as one small control, where it was asked before.
pub fn change(speech: Speech, on: &Callback<Action>) -> Html {
    let onchange = on.reform(|event: Event| {
        let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let chosen = select.and_then(|select| VOICES.into_iter().find(|voice| id(*voice) == select.value()));
        Action::Speak(chosen.unwrap_or_default())
    });
    html! {
        <div class="whom-change">
            <label for="whom">{ words::page(speech).whom_change }</label>
            <select id="whom" name="whom" autocomplete="off" {onchange}>
                { for VOICES.map(|voice| html! {
                    <option value={id(voice)} selected={speech.voice == voice} key={id(voice)}>
                        { names(voice, speech)[0] }
                    </option>
                }) }
            </select>
        </div>
    }
}

/// What the rules make of what was answered: worked out once, for all that is drawn of it.
#[derive(PartialEq)]
pub struct Outcome {
    /// What there is to show.
    pub assessment: Assessment,
    /// What would change it.
    pub nearest: Vec<Change>,
}

impl Outcome {
    /// That of these answers, on this day.
    pub fn new(interview: &Interview, today: Date, voice: Voice) -> Self {
        Self { assessment: assess(interview, today, voice), nearest: interview.changes() }
    }
}

/// What there is to show.
///
/// How to act for someone else (ACT-07) is for those who do. It stands after the main step, in sight, since it comes
/// before all that is asked or written for another.
fn assess(interview: &Interview, today: Date, voice: Voice) -> Assessment {
    let mut assessment = interview.assess(today);
    let findings = &mut assessment.findings;
    if let Some(place) = findings.iter().position(|finding| finding.id == FindingId::Act07) {
        let acting = findings.remove(place);
        let first = findings.iter().position(|finding| finding.id.kind() == FindingKind::Step);
        if voice != Voice::Me {
            findings.insert(first.map_or(findings.len(), |first| first + 1), acting);
        }
    }
    assessment
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        law::date::LAW_CHECKED,
        law::journey::Journey,
        view::state::{Action, Screen, State},
    };

    #[test]
    fn how_to_act_for_someone_else_is_shown_to_those_who_do() {
        for journey in Journey::ALL {
            let mut state = State::default().after(Action::Begin(*journey));
            while state.screen != Screen::Result {
                state = state.after(Action::Choose(crate::law::fact::NOT_SURE)).after(Action::Continue);
            }
            let steps = |voice| {
                let assessment = assess(&state.interview, LAW_CHECKED, voice);
                assessment.of_kind(FindingKind::Step).map(|step| step.id).collect::<Vec<_>>()
            };
            let mine = steps(Voice::Me);
            assert!(!mine.contains(&FindingId::Act07) && !mine.is_empty(), "{journey:?}");
            for voice in [Voice::Supporter, Voice::Client] {
                let mut theirs = steps(voice);
                assert_eq!(theirs.remove(1), FindingId::Act07, "{journey:?}, {voice:?}");
                assert_eq!(theirs, mine, "{journey:?}, {voice:?}");
            }
        }
    }
}
