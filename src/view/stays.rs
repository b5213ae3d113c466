//! The picture of the homes and stays that decide the council: a line in time, and which home the law looks at.

use yew::prelude::*;

use super::{drawing::drawing, element::html, result::row};
use crate::{
    law::{
        fact::{Answer, Question},
        picture::stays::{Counts, Part, Remark, Span, Stays},
    },
    words::{self, Speech, fill},
};

/// The line.
pub fn view(stays: &Stays, speech: Speech) -> Html {
    let page = words::page(speech);
    let remark = stays.remark.map(|remark| match remark {
        Remark::MovingLater => page.stays_moving_later,
        Remark::OlderRules => page.stays_older_rules,
    });
    let inside = html! {
        <figure data-picture="stays">
            <ol class="stays">{ for stays.spans.iter().map(|span| one(span, speech)) }</ol>
            if let Some(remark) = remark {
                <figcaption class="caption">{ remark }</figcaption>
            }
        </figure>
    };
    row("stays", page.stays, inside)
}

fn one(span: &Span, speech: Speech) -> Html {
    let (name, more) = names(span, speech);
    let class = if span.part.is_in_hospital() {
        "stays-ward"
    } else if span.part.is_after() {
        "stays-home stays-care"
    } else {
        "stays-home"
    };
    let picture = match (span.part.is_in_hospital(), span.counts) {
        (true, _) => drawing!("ward"),
        (false, Some(_)) => drawing!("home-counts"),
        (false, None) => drawing!("home"),
    };
    html! {
        <li {class} data-counts={span.counts.map(|_| "yes")}>
            <div class="stays-picture">{ picture }</div>
            <div class="stays-words">
                <b>{ name }</b>
                if !more.is_empty() {
                    { " " }<span>{ more }</span>
                }
                if let Some(counts) = span.counts {
                    { " " }<strong class="stays-counts">{ in_words(counts, speech) }</strong>
                }
            </div>
        </li>
    }
}

/// What a stretch is called, and what the person told about it.
fn names(span: &Span, speech: Speech) -> (&'static str, String) {
    let page = words::page(speech);
    let label = |answer: Answer| words::labels(answer, speech);
    match span.part {
        Part::Earlier => (page.stays_earlier, page.stays_earlier_more.to_owned()),
        Part::HomeBefore => (page.stays_home_before, span.told.map(label).unwrap_or_default()),
        Part::Stay => {
            let more = match span.told {
                Some(answer) if answer.question == Question::LastLeft && !answer.is_unsure() => {
                    fill(page.stays_left, &[("when", &label(answer))])
                }
                _ => page.stays_latest.to_owned(),
            };
            (page.stays_stay, more)
        }
        Part::Between => (page.stays_between, page.stays_between_more.to_owned()),
        Part::Recall => (page.stays_recall, page.stays_recall_more.to_owned()),
        Part::WentTo => (page.stays_went_to, page.stays_went_to_more.to_owned()),
        Part::Now => (
            page.stays_now,
            span.told.map(|answer| words::told(answer.question, &answer.ids(), speech)).unwrap_or_default(),
        ),
        Part::WillGo => (page.stays_will_go, page.stays_will_go_more.to_owned()),
    }
}

fn in_words(counts: Counts, speech: Speech) -> &'static str {
    let page = words::page(speech);
    match counts {
        Counts::Decides => page.stays_decides,
        Counts::Probably => page.stays_probably,
        Counts::IfSettled => page.stays_if_settled,
        Counts::OnceKnown => page.stays_once_known,
        Counts::Placer => page.stays_placer,
        Counts::OneView => page.stays_one_view,
        Counts::OtherView => page.stays_other_view,
        Counts::Disputed => page.stays_disputed,
    }
}
