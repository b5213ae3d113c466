//! A letter as paper: its paragraphs, with gaps shown as gaps, each of them to change.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::{
    browser,
    element::{classes, html},
    fields,
    state::Action,
    writing::{Act, Sheet, Shown},
};
use crate::words::{
    self, Gap, Language, Letter, Speech,
    letter::{self, Piece, Set},
};

/// The paper.
///
/// It is in the language of the letter; the names of its parts and the buttons are in that of the page.
pub fn view(sheet: &Rc<Sheet>, language: Language, on: &Callback<Action>) -> Html {
    let speech = sheet.telling.speech;
    let one = |(place, shown): (usize, &Shown)| {
        // A change belongs to one letter and its words: another paragraph at this place starts closed.
        let key = format!("{}-{}-{speech:?}", sheet.letter.id(), shown.first.place);
        html! { <Part {key} sheet={sheet.clone()} {language} {place} on={on.clone()} /> }
    };
    html! { <div class="paper" lang={speech.language.id()}>{ for sheet.shown.iter().enumerate().map(one) }</div> }
}

#[derive(Properties)]
struct Props {
    sheet: Rc<Sheet>,
    language: Language,
    place: usize,
    on: Callback<Action>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.sheet == other.sheet && self.language == other.language && self.place == other.place
    }
}

/// A paragraph: to read, or while it is being changed, in a field.
#[component]
fn Part(props: &Props) -> Html {
    let changing = use_state(|| None::<bool>);
    let sheet = &props.sheet;
    let shown = &sheet.shown[props.place];
    let speech = sheet.telling.in_language(props.language).speech;
    let page = words::page(speech);
    let id = format!("part-{}", shown.first.place);
    let button = format!("{id}-change");
    // The focus goes along, into the field and back to the button; not before anything was pressed.
    use_effect_with((*changing, id.clone(), button.clone()), |(changing, id, button)| match changing {
        Some(true) => browser::keep_to(id),
        Some(false) => browser::keep_to(button),
        None => {}
    });
    let class = match shown.first.set {
        Set::From => "paper-from",
        Set::Subject => "paper-subject",
        Set::To | Set::Body | Set::Plain | Set::Foot => "paper-text",
    };
    let lines = html! { <p {class}>{ lines(sheet, &shown.pieces) }</p> };
    if !shown.can_change() {
        return lines;
    }
    let is_open = *changing == Some(true);
    let press = |open: bool| {
        let changing = changing.clone();
        Callback::from(move |_| changing.set(Some(open)))
    };
    let put_back = {
        let (letter, first, changing) = (sheet.letter, shown.first.clone(), changing.clone());
        props.on.reform(move |_| {
            changing.set(Some(false));
            Action::Write(Act::PutBack(letter, first.clone()))
        })
    };
    let name = name(sheet.letter, shown, speech);
    html! {
        <div class={classes!("part", shown.text.is_some().then_some("part-changed"))} data-part={shown.first.place.to_string()}>
            <div class="part-bar" lang={speech.language.id()}>
                <span class="part-name">{ name }</span>
                if shown.text.is_some() {
                    <button type="button" class="plain" data-action="put-back" onclick={put_back}>
                        { page.letter_put_back }<span class="unseen">{ ": " }{ name }</span>
                    </button>
                }
                <button type="button" class="plain" id={button} aria-expanded={is_open.to_string()} onclick={press(!is_open)}>
                    { if is_open { page.letter_done } else { page.letter_change } }<span class="unseen">{ ": " }{ name }</span>
                </button>
            </div>
            if is_open {
                { field(props, shown, id, name) }
            } else {
                { lines }
            }
        </div>
    }
}

fn name(letter: Letter, shown: &Shown, speech: Speech) -> &'static str {
    let page = words::page(speech);
    match shown.first.set {
        Set::To => page.letter_to,
        Set::Subject => page.letter_subject,
        Set::From | Set::Body | Set::Plain | Set::Foot => {
            words::letter(letter, speech).parts[shown.first.place].name
        }
    }
}

fn field(props: &Props, shown: &Shown, id: String, name: &'static str) -> Html {
    let (letter, first) = (props.sheet.letter, shown.first.clone());
    let value = props.sheet.to_change(shown);
    // Browsers that grow a field with its text ignore this; for the others, a line for about fifty letters.
    let rows = value.lines().map(|line| line.chars().count() / 50 + 1).sum::<usize>().max(2);
    let oninput = props.on.reform(move |event: InputEvent| {
        let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
        let text = area.map(|area| area.value()).unwrap_or_default();
        Action::Write(Act::Change(letter, first.clone(), text))
    });
    html! {
        <textarea
            {id}
            class="part-field"
            aria-label={name}
            rows={rows.to_string()}
            {value}
            autocomplete="off"
            autocorrect="off"
            autocapitalize="off"
            spellcheck="false"
            {oninput}
        />
    }
}

/// The lines of a paragraph. A line whose optional gap is empty is not for paper.
fn lines(sheet: &Sheet, pieces: &[Piece]) -> Html {
    let mut lines: Vec<(Vec<Html>, bool)> = vec![(vec![], false)];
    for piece in pieces {
        let text = match piece {
            Piece::Text(text) => text.as_ref(),
            Piece::Gap(gap) if sheet.is_empty(*gap) => {
                if let Some((line, nothing)) = lines.last_mut() {
                    line.push(blank(sheet, *gap));
                    *nothing |= sheet.is_optional(*gap);
                }
                continue;
            }
            Piece::Gap(gap) => sheet.value(*gap),
        };
        for (place, part) in text.split('\n').enumerate() {
            if place > 0 {
                lines.push((vec![], false));
            }
            if let (Some((line, _)), false) = (lines.last_mut(), part.is_empty()) {
                line.push(html! { { part.to_owned() } });
            }
        }
    }
    lines
        .into_iter()
        .map(|(line, nothing)| {
            html! { <span class={classes!("paper-line", nothing.then_some("not-on-paper"))}>{ for line }</span> }
        })
        .collect()
}

/// A gap leads to its field.
fn blank(sheet: &Sheet, gap: Gap) -> Html {
    let onclick = Callback::from(move |_| browser::go_to(&fields::id(gap)));
    html! {
        <button type="button" class="blank" data-gap={gap.id()} {onclick}>{ letter::gap(gap, &sheet.telling).empty }</button>
    }
}
