//! The buttons that open a letter: beside the step or claim that calls for it.

use yew::prelude::*;

use super::element::{classes, html};
use super::state::{Action, Open};
use crate::{
    law::{
        assessment::Assessment,
        finding::{Finding, Nation},
        standing::Standing,
    },
    words::{self, Letter, Speech},
};

/// What the buttons of a result need.
pub struct Offers<'a> {
    /// The result.
    pub assessment: &'a Assessment,
    /// The nation of the bodies, where it is known.
    pub nation: Option<Nation>,
    /// In which language and voice.
    pub speech: Speech,
    /// What a press does.
    pub on: &'a Callback<Action>,
}

impl Offers<'_> {
    /// A button for each letter that a finding calls for; the first is the main thing to do, if the finding is.
    pub fn buttons(&self, finding: &Finding, main: bool) -> Html {
        let letters = words::finding(finding.id, finding.shape, self.speech).letters;
        let Some(standing) = Standing::of(self.assessment, finding.id, self.nation) else { return html! {} };
        if letters.is_empty() {
            return html! {};
        }
        let several = letters.len() > 1;
        let one = |(place, letter): (usize, &Letter)| {
            let open = Open { letter: *letter, from: finding.id, standing };
            let title = words::letter(*letter, self.speech).title;
            let class = classes!("button", (place > 0 || !main).then_some("button-second"));
            let onclick = self.on.reform(move |_| Action::Open(open));
            html! {
                <button type="button" id={open.button_id()} {class} data-write={letter.id()} {onclick}>
                    if several {
                        { title }
                    } else {
                        <span>{ words::page(self.speech).letter_write }<span class="unseen">{ ": " }{ title }</span></span>
                    }
                </button>
            }
        };
        html! {
            <div class="letters">
                if several {
                    <p>{ words::page(self.speech).letters_write }</p>
                }
                <div class="buttons">{ for letters.iter().enumerate().map(one) }</div>
            </div>
        }
    }

    /// How letters and calls speak that a finding calls for.
    pub fn standing(&self, finding: &Finding) -> Option<Standing> {
        Standing::of(self.assessment, finding.id, self.nation)
    }
}
