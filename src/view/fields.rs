//! The fields beside a letter: who writes, with what consent, and a field for each gap.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{
    element::{classes, html},
    state::Action,
    writing::{Act, Sheet},
};
use crate::words::{
    self, Gap, Language, Speech, Voice,
    letter::{self, Consent, GapKind, Telling},
    reviewed::reviewed,
};

/// The id of a gap’s field.
pub fn id(gap: Gap) -> String {
    format!("gap-{}", gap.id())
}

/// Everything beside the paper, in the language of the page.
pub fn view(sheet: &Sheet, language: Language, on: &Callback<Action>) -> Html {
    let telling = sheet.telling.in_language(language);
    let page = words::page(telling.speech);
    let Speech { language: of_letter, voice, .. } = sheet.telling.speech;
    let in_language = |this: Language| match this {
        Language::English => page.letter_in_english,
        Language::Welsh => page.letter_in_welsh,
    };
    let voices = [
        (Voice::Me, page.letter_voice_me),
        (Voice::Supporter, page.letter_voice_supporter),
        (Voice::Client, page.letter_voice_client),
    ];
    let consent = |consent: Consent| match consent {
        Consent::Signed => page.consent_signed,
        Consent::WillConfirm => page.consent_will_confirm,
        Consent::ByLaw => page.consent_by_law,
        Consent::NoneYet => page.consent_none_yet,
    };
    html! {
        <div class="letter-fields">
            <fieldset class="picks">
                <legend>{ page.letter_from }</legend>
                <div>
                    { for voices.into_iter().map(|(this, label)| {
                        pick("letter-voice", this as usize, this == voice, label, on.reform(move |_| Action::Write(Act::Voice(this))))
                    }) }
                </div>
            </fieldset>
            <fieldset class="picks">
                <legend>{ page.letter_language }</legend>
                <div>
                    { for Language::ALL.iter().copied().map(|this| {
                        pick("letter-language", this as usize, this == of_letter, in_language(this), on.reform(move |_| Action::Write(Act::Language(this))))
                    }) }
                </div>
                if !reviewed(sheet.telling.speech).is_all_read() {
                    <p class="field-hint">{ page.language_not_reviewed }</p>
                }
            </fieldset>
            if voice != Voice::Me {
                <fieldset class="picks" data-consent={sheet.telling.consent.is_some().to_string()}>
                    <legend>{ page.consent_ask }</legend>
                    <div>
                        { for Consent::ALL.into_iter().map(|this| {
                            let checked = sheet.telling.consent == Some(this);
                            pick("letter-consent", this as usize, checked, consent(this), on.reform(move |_| Action::Write(Act::Consent(this))))
                        }) }
                    </div>
                </fieldset>
            }
            <fieldset class="fields">
                <legend><h2>{ page.letter_gaps }</h2></legend>
                { for sheet.gaps().into_iter().map(|gap| field(sheet, &telling, gap, on)) }
            </fieldset>
        </div>
    }
}

fn pick(
    name: &'static str,
    place: usize,
    checked: bool,
    label: &'static str,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="pick" key={label}>
            <input type="radio" {name} value={place.to_string()} autocomplete="off" {checked} {onchange} />
            <span>{ label }</span>
        </label>
    }
}

fn field(sheet: &Sheet, telling: &Telling, gap: Gap, on: &Callback<Action>) -> Html {
    let (id, words) = (id(gap), letter::gap(gap, telling));
    let hint = words.hint.map(|_| format!("{id}-hint"));
    let value = sheet.value(gap).to_owned();
    let fill = on.reform(move |event: InputEvent| {
        let target = event.target();
        let text = target.and_then(|target| match target.dyn_into::<HtmlInputElement>() {
            Ok(input) => Some(input.value()),
            Err(target) => target.dyn_into::<HtmlTextAreaElement>().ok().map(|area| area.value()),
        });
        Action::Write(Act::Fill(gap, text.unwrap_or_default()))
    });
    let short = matches!(words.kind, GapKind::Today | GapKind::InFourteenDays | GapKind::InOneMonth);
    html! {
        <div class="field" key={gap.id()}>
            <label for={id.clone()}>{ words.label }</label>
            if let Some(text) = words.hint {
                <p class="field-hint" id={hint.clone()}>{ text }</p>
            }
            if words.kind == GapKind::Lines {
                <textarea
                    {id} class="input" rows="3" {value} aria-describedby={hint} oninput={fill}
                    autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false"
                />
            } else {
                <input
                    {id} type="text" class={classes!("input", short.then_some("input-short"))} {value} aria-describedby={hint} oninput={fill}
                    autocomplete="off" autocorrect="off" autocapitalize="off" spellcheck="false"
                />
            }
        </div>
    }
}
