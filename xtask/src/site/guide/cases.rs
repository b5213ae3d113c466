//! Which shape a claim has in the case that its heading tells, and what is left of it where the right is uncertain.

use super::Guide;
use crate::Result;
use crate::guide::escape;
use s117_checker::{
    law::{
        finding::{FindingId, Shape, Strength, Topic},
        shapes::shapes,
    },
    words,
};
use std::fmt::Write;

/// The strength of a claim in the case that its heading tells, where that is not the firmest it can have: the firmest needs
/// more, or is what is left of it where the right is doubtful.
const IN_ITS_CASE: &[(FindingId, Strength)] = &[
    (FindingId::Elig28, Strength::S4),
    (FindingId::Elig17, Strength::S2),
    (FindingId::Pay24, Strength::S2),
    (FindingId::Pay06, Strength::S2),
    (FindingId::Pay18, Strength::S5),
    (FindingId::Pay22, Strength::S5),
    (FindingId::Pay23, Strength::S4),
    (FindingId::Pay25, Strength::S4),
    (FindingId::Pay21, Strength::S5),
    (FindingId::What11, Strength::S5),
];

/// The shape that a finding has in the case that its heading tells.
pub fn main_shape(id: FindingId) -> Shape {
    let strength = IN_ITS_CASE.iter().find(|(known, _)| *known == id).map(|(_, strength)| *strength);
    let shapes = shapes(id);
    let fits = |shape: &&Shape| strength.is_none() || shape.strength == strength;
    *shapes.iter().find(fits).unwrap_or(&shapes[0])
}

impl Guide<'_> {
    /// The headlines that a topic falls back on where the right is uncertain, with their leads: what most claims say.
    pub(super) fn usual(&self, topic: Topic) -> Vec<(&'static str, &'static str)> {
        let mut counted: Vec<(Shape, &'static str, &'static str, usize)> = Vec::new();
        for id in FindingId::ALL.iter().filter(|id| id.topic() == topic) {
            for shape in shapes(*id).iter().filter(|shape| shape.nation.is_none()) {
                let words = words::finding(*id, *shape, self.speech);
                let Some(lead) = words.lead else { continue };
                match counted
                    .iter_mut()
                    .find(|(known, _, headline, _)| (known, *headline) == (shape, words.headline))
                {
                    Some((.., count)) => *count += 1,
                    None => counted.push((*shape, lead, words.headline, 1)),
                }
            }
        }
        counted.sort_by_key(|(shape, .., count)| (shape.strength, shape.timing, std::cmp::Reverse(*count)));
        let mut usual: Vec<(&str, &str)> = Vec::new();
        let mut last = None;
        for (shape, lead, headline, _) in counted {
            if last != Some(shape) && !usual.contains(&(lead, headline)) {
                usual.push((lead, headline));
            }
            last = Some(shape);
        }
        usual
    }

    /// How a topic speaks where it is not certain that there is a right at all.
    pub(super) fn resting(&self, topic: Topic) -> Result<String> {
        let usual = self.usual(topic);
        if usual.is_empty() {
            return Ok(String::new());
        }
        let mut items = String::new();
        for (lead, headline) in usual {
            let _ =
                writeln!(items, "<li>{}. {} …</li>", escape(headline), escape(lead).trim_end_matches(':'));
        }
        Ok(format!(
            "<div class=\"case\">\n<h4>{}</h4>\n<div class=\"case-in flow\">\n{}<ul class=\"bullets\">\n{items}</ul>\n</div>\n</div>\n",
            self.text("resting")?,
            self.sheet.rich("resting-more")?
        ))
    }
}
