//! The picture of how the help can end: what must happen first, and what of it did, as far as the person told.

use yew::prelude::*;

use super::{element::html, result::row};
use crate::{
    law::picture::road::{Happened, Milestone, Road, Way},
    words::{self, Speech},
};

/// The road.
pub fn view(road: &Road, speech: Speech) -> Html {
    let page = words::page(speech);
    let inside = html! {
        <figure data-picture="road">
            <figcaption>{ page.road_more }</figcaption>
            <ol class="road">
                { for road.milestones.iter().map(|milestone| one(milestone, speech)) }
                <li class="road-end"><p><b>{ page.road_end }</b></p></li>
            </ol>
        </figure>
    };
    row("road", page.road, inside)
}

fn one(milestone: &Milestone, speech: Speech) -> Html {
    let page = words::page(speech);
    let way = match milestone.way {
        Way::NeedsReassessed => page.road_needs,
        Way::TookPart => page.road_part,
        Way::ReasonsGiven => page.road_reasons,
        Way::InWriting => page.road_writing,
        Way::BothSatisfied => page.road_both,
    };
    // The shape of the mark says it too: full, empty, or dotted.
    let (class, happened) = match milestone.happened {
        // Nobody can tell from outside that both are satisfied: only that both have said so.
        Happened::Yes if matches!(milestone.way, Way::BothSatisfied) => ("road-yes", page.road_both_said),
        Happened::Yes => ("road-yes", page.road_yes),
        Happened::No => ("road-no", page.road_no),
        Happened::NotEnough => ("road-no", page.road_not_enough),
        Happened::OnlyOne => ("road-no", page.road_only_one),
        Happened::CouldNot => ("road-no", page.road_could_not),
        Happened::NotKnown => ("road-open", page.road_not_known),
    };
    let from = if milestone.way.is_in_the_act() { page.road_act } else { page.road_guidance };
    html! {
        <li {class}>
            <p><span class="road-from">{ from }</span>{ " " }<b>{ way }</b></p>
            <p>{ happened }</p>
        </li>
    }
}
