//! A text to copy. It can always be read and selected, where copying is refused too.

use yew::prelude::*;

use super::copy::Copy;
use crate::words::{self, Speech};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub letter: words::Letter,
    /// Is this the main thing to do?
    pub main: bool,
    pub speech: Speech,
}

/// A letter of at most this many characters stands open where it is the main thing to do.
const SHORT: usize = 1000;

/// The letter, in the voice of the one for whom the page speaks.
#[component]
pub fn Letter(props: &Props) -> Html {
    let page = words::page(props.speech);
    let words = words::letter(props.letter, props.speech);
    let letter = html! {
        <div class="letter">
            <pre class="paper">{ words.body }</pre>
            <Copy text={words.body} label={page.copy_letter} main={props.main} speech={props.speech} />
        </div>
    };
    if props.main && words.body.chars().count() <= SHORT {
        return letter;
    }
    // Folded away where it is not the main thing to do, or long: a letter fills a phone's screen.
    html! {
        <details class="open-up open-up-alone" data-open-up="letter">
            <summary>{ page.letter_open }</summary>
            { letter }
        </details>
    }
}
