//! Files to keep, handed to the browser on this device.
//!
//! Only ever as a blob: a browser writes the whole text of a `data:` address into its history. File names are kept
//! there too, so they are neutral. A refused download gives no error; so the text always stands beside the button, and
//! the page says what to do if nothing was saved.

use std::rc::Rc;

use gloo::{
    file::{Blob, ObjectUrl},
    timers::callback::Timeout,
    utils::document,
};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{drawing::drawing, element::html};
use crate::words::{
    self, Language, Speech,
    document::{self, DOCX_MEDIA_TYPE, Paragraph, TEXT_MEDIA_TYPE},
};

/// How long a file stays to be fetched, in milliseconds. Saving may wait for a person to choose a folder.
const STAYS: u32 = 60_000;

/// A file, made when somebody asks for it.
pub struct File {
    /// What it is called. Neutral: it stays in the browser's list of downloads.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it.
    pub contents: Vec<u8>,
}

/// How a button looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As a button.
    Button,
    /// As a link: where there are many, or other things matter more.
    Plain,
}

/// A button that saves a file. `about` tells it apart from others with the same label, for people who do not see where
/// it stands.
pub fn button(
    form: Form,
    label: &'static str,
    about: Option<&'static str>,
    file: impl Fn() -> File + 'static,
) -> Html {
    let onclick = Callback::from(move |_| save(&file()));
    let (class, drawing) = match form {
        Form::Button => ("button button-second", drawing!("save")),
        Form::Plain => ("plain", html! {}),
    };
    html! {
        <button type="button" {class} data-action="save" {onclick}>
            { drawing }{ " " }
            <span>
                { label }
                if let Some(about) = about {
                    <span class="unseen">{ ": " }{ about }</span>
                }
            </span>
        </button>
    }
}

/// A text to keep: as a document, as plain text, and to select by hand where neither is saved.
///
/// `name` is the file's, without its ending. `title` stands over the text; none if it is empty. The text is in `language`, which
/// may be another than that of the page.
pub fn view(
    name: &'static str,
    title: &str,
    paragraphs: Vec<Paragraph>,
    language: Language,
    speech: Speech,
) -> Html {
    let page = words::page(speech);
    let plain = document::plain(title, &paragraphs);
    let text = Rc::new((title.to_owned(), paragraphs));
    let as_document = {
        let text = Rc::clone(&text);
        move || File {
            name: format!("{name}.docx"),
            media_type: DOCX_MEDIA_TYPE,
            contents: document::docx(&text.0, &text.1, language),
        }
    };
    let as_text = move || File {
        name: format!("{name}.txt"),
        media_type: TEXT_MEDIA_TYPE,
        contents: document::text_file(&text.0, &text.1),
    };
    html! {
        <div class="download">
            <div class="buttons">
                { button(Form::Button, page.save_document, None, as_document) }
                { button(Form::Button, page.save_text, None, as_text) }
            </div>
            <p class="download-more">{ page.save_document_more }{ " " }{ page.not_saved }</p>
            <details class="open-up open-up-alone" data-open-up="text">
                <summary>{ page.text_open }</summary>
                <pre class="paper" lang={language.id()}>{ plain }</pre>
            </details>
        </div>
    }
}

/// Saves a file. Nothing tells whether the browser did.
fn save(file: &File) {
    let saving = || {
        let address =
            ObjectUrl::from(Blob::new_with_options(file.contents.as_slice(), Some(file.media_type)));
        let link: HtmlElement = document().create_element("a").ok()?.dyn_into().ok()?;
        link.set_attribute("href", &address).ok()?;
        link.set_attribute("download", &file.name).ok()?;
        link.click();
        Timeout::new(STAYS, move || drop(address)).forget();
        Some(())
    };
    // Without a link nothing is saved, and the page says what to do then.
    let _ = saving();
}
