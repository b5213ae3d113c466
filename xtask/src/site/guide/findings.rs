//! Claims, notes and steps: the case, the answer, why, and what to do.

use super::{Guide, anchor, cases::main_shape, label};
use crate::Result;
use crate::guide::escape;
use s117_checker::{
    law::{
        finding::{FindingId, FindingKind, Nation, Shape, Strength, Timing},
        shapes::shapes,
    },
    words::{self, Contact, FindingWords},
};
use std::fmt::Write;

/// Draws findings.
pub struct Findings<'a> {
    /// The guide they stand in.
    pub guide: &'a Guide<'a>,
}

/// Shapes that are told in the same words, but perhaps with other authority in another nation.
struct Variant {
    words: &'static FindingWords,
    shapes: Vec<Shape>,
}

impl Findings<'_> {
    /// A finding in all its shapes.
    pub fn html(&self, id: FindingId) -> Result<String> {
        match id.kind() {
            FindingKind::Claim => self.claim(id),
            FindingKind::Note | FindingKind::Step => self.note_or_step(id),
        }
    }

    fn words(&self, id: FindingId, shape: Shape) -> &'static FindingWords {
        words::finding(id, shape, self.guide.speech)
    }

    /// The shape of its case in full, then what else it can be.
    fn claim(&self, id: FindingId) -> Result<String> {
        let main = self.variants(id).into_iter().next().ok_or("a finding without shapes")?;
        let (first, words) = (main_shape(id), main.words);
        let strength =
            first.strength.map_or(String::new(), |strength| self.guide.marks[strength as usize].clone());
        let mut html = format!(
            "<article class=\"case\" id=\"{}\">\n<h4>{}</h4>\n<div class=\"case-in flow\">\n\
             <div class=\"case-says\">{strength}<p><strong>{}</strong></p></div>\n",
            id.id(),
            self.guide.text(&format!("when-{}", id.id()))?,
            escape(words.headline),
        );
        html += &self.body(words)?;
        let _ = writeln!(html, "<div class=\"law-says\">\n<h5>{}</h5>", self.guide.text("law-says")?);
        if let Some(law) = words.law {
            html += &self.guide.rich(law);
        }
        for nation in [Nation::England, Nation::Wales] {
            let there = Shape { nation: Some(nation), ..first };
            if first.nation.is_none() && shapes(id).contains(&there) {
                let law = self.words(id, there).law;
                if let Some(law) = law.filter(|law| Some(*law) != words.law) {
                    let _ = writeln!(html, "<p class=\"case-where\">{}</p>", self.nation(nation)?);
                    html += &self.guide.rich(law);
                }
            }
        }
        html += &self.guide.cites(id.sources().iter());
        html += "</div>\n";
        html += &self.with(words)?;
        html += &self.otherwise(id, words)?;
        Ok(html + "</div>\n</article>\n")
    }

    fn note_or_step(&self, id: FindingId) -> Result<String> {
        let mut variants = self.variants(id);
        // A step that is told by time left begins with what is true without a date.
        let by_nation = variants.len() > 1 && variants[0].shapes[0].nation.is_some();
        let main = variants.remove(0);
        let mut html = format!(
            "<article class=\"case\" id=\"{}\">\n<h4>{}</h4>\n<div class=\"case-in flow\">\n",
            id.id(),
            escape(main.words.headline)
        );
        if by_nation {
            html += &self.heading(&main)?;
        }
        html += &self.body(main.words)?;
        if let Some(law) = main.words.law {
            let _ = writeln!(html, "<div class=\"law-says\">{}</div>", self.guide.rich(law));
        }
        html += &self.with(main.words)?;
        for variant in &variants {
            html += &self.heading(variant)?;
            if variant.words.headline != main.words.headline {
                let _ = writeln!(html, "<p><strong>{}</strong></p>", escape(variant.words.headline));
            }
            if !same_body(variant.words, main.words) {
                html += &self.body(variant.words)?;
            }
            if variant.words.contacts != main.words.contacts || variant.words.letters != main.words.letters {
                html += &self.with(variant.words)?;
            }
        }
        html += &self.guide.cites(id.sources().iter());
        Ok(html + "</div>\n</article>\n")
    }

    fn heading(&self, variant: &Variant) -> Result<String> {
        let mut pieces = Vec::new();
        for shape in &variant.shapes {
            if let Some(nation) = shape.nation {
                pieces.push(self.nation(nation)?);
            }
            if let Some(urgency) = shape.urgency {
                pieces.push(self.guide.text(&format!("urgency-{}", urgency.id()))?);
            }
        }
        Ok(format!("<p class=\"case-where\">{}</p>\n", label(&pieces)))
    }

    fn nation(&self, nation: Nation) -> Result<String> {
        self.guide.text(&format!("nation-{}", nation.id()))
    }

    /// Say, views, and the one thing to do.
    fn body(&self, words: &FindingWords) -> Result<String> {
        let mut html = self.guide.rich(words.say);
        if let Some([one, other]) = words.views {
            let _ = writeln!(
                html,
                "<ul class=\"two-views\">\n<li><p><b>{}</b></p>{}</li>\n<li><p><b>{}</b></p>{}</li>\n</ul>",
                self.guide.text("one-view")?,
                self.guide.rich(one),
                self.guide.text("other-view")?,
                self.guide.rich(other)
            );
        }
        if let Some(step) = words.do_this {
            let _ = writeln!(
                html,
                "<div class=\"do-this\"><p><b>{}</b></p>\n{}</div>",
                self.guide.text("do-this")?,
                self.guide.rich(step)
            );
        }
        Ok(html)
    }

    /// Letters that do it, and who can help.
    fn with(&self, words: &FindingWords) -> Result<String> {
        let mut html = String::new();
        let letters = words.letters.iter().map(|letter| {
            let title = words::letter(*letter, self.guide.speech).title;
            format!("<a href=\"#{}\">{}</a>", anchor("letter", letter.id()), escape(title))
        });
        let mut contacts = Vec::new();
        for contact in words.contacts {
            contacts.push(format!(
                "<a href=\"#{}\">{}</a>",
                anchor("contact", contact.id()),
                self.contact_name(*contact)?
            ));
        }
        for (what, links) in [("letter-for-this", letters.collect::<Vec<_>>()), ("help-with-this", contacts)]
        {
            if !links.is_empty() {
                let _ = writeln!(
                    html,
                    "<p class=\"caption\">{} {}</p>",
                    self.guide.text(what)?,
                    links.join("; ")
                );
            }
        }
        Ok(html)
    }

    /// A name, with the nation where another has the same name.
    fn contact_name(&self, contact: Contact) -> Result<String> {
        let named = |contact: Contact| words::contact(contact, self.guide.speech);
        let words = named(contact);
        let name = escape(words.name);
        match words.nations {
            [nation] if Contact::ALL.iter().filter(|other| named(**other).name == words.name).count() > 1 => {
                Ok(format!("{name} ({})", self.nation(*nation)?))
            }
            _ => Ok(name),
        }
    }

    /// The other shapes of a claim, but for those that only say that the right is uncertain: `resting` says it once.
    fn otherwise(&self, id: FindingId, main: &FindingWords) -> Result<String> {
        let mut html = String::new();
        let usual = self.guide.usual(id.topic());
        for variant in self.variants(id).iter().skip(1) {
            let words = variant.words;
            let usual_headline = usual.iter().any(|(_, headline)| *headline == words.headline);
            let law = words.law.filter(|law| variant.shapes[0].nation.is_none() && Some(*law) != main.law);
            if words.lead.is_some() && usual_headline && law.is_none() && same_body(words, main) {
                continue;
            }
            let _ = writeln!(
                html,
                "<div class=\"case-else flow\">\n<p>{}: <strong>{}</strong></p>",
                self.when(id, variant)?,
                escape(words.headline)
            );
            // Only what is not already above.
            let say = if words.say == main.say { &[][..] } else { words.say };
            let views = words.views.filter(|views| Some(*views) != main.views);
            let do_this = words.do_this.filter(|step| Some(*step) != main.do_this);
            html += &self.body(&FindingWords { say, views, do_this, ..*words })?;
            if let Some(law) = law {
                let _ = writeln!(html, "<div class=\"law-says\">{}</div>", self.guide.rich(law));
            }
            html += "</div>\n";
        }
        if html.is_empty() {
            return Ok(html);
        }
        Ok(format!(
            "<details class=\"open-up open-up-inline\"><summary>{}</summary>\n<div class=\"open-up-in flow\">\n{html}</div></details>\n",
            self.guide.text("or-else")?
        ))
    }

    /// When a variant is told: how certain it is, and from when.
    fn when(&self, id: FindingId, variant: &Variant) -> Result<String> {
        let main = main_shape(id);
        let mut pieces: Vec<String> = Vec::new();
        for shape in &variant.shapes {
            let strength = match (main.strength, shape.strength) {
                // What says no says “check first” once it is too old.
                (Some(Strength::S0), Some(Strength::S4)) => Some("shape-old".to_owned()),
                (before, now) if before != now => now.map(|now| format!("shape-{}", now.id())),
                _ => None,
            };
            let Some(usual) = strength else { continue };
            let own = shape.strength.map(|strength| format!("when-{}-{}", id.id(), strength.id()));
            match own.filter(|own| self.guide.sheet.has_text(own)) {
                Some(own) => pieces.push(self.guide.text(&own)?),
                None => pieces.push(self.guide.text(&usual)?),
            }
        }
        let timings: Vec<Option<Timing>> = variant.shapes.iter().map(|shape| shape.timing).collect();
        if let Some(timing) = timings[0].filter(|_| timings.iter().all(|timing| *timing == timings[0]))
            && (Some(timing) != main.timing || pieces.is_empty())
        {
            pieces.push(self.guide.text(&format!("shape-{}", timing.id()))?);
        }
        let mut seen = Vec::new();
        pieces.retain(|piece| {
            !seen.contains(piece) && {
                seen.push(piece.clone());
                true
            }
        });
        Ok(label(&pieces))
    }

    /// The shapes of a finding by their words, those of its case first. A nation that changes only the law that is
    /// cited makes no variant of a claim.
    fn variants(&self, id: FindingId) -> Vec<Variant> {
        let mut variants: Vec<Variant> = Vec::new();
        for shape in shapes(id) {
            let words = self.words(id, *shape);
            let known = variants.iter_mut().find(|known| {
                known.words.headline == words.headline
                    && known.words.lead == words.lead
                    && same_body(known.words, words)
                    && (id.kind() == FindingKind::Claim || known.words.contacts == words.contacts)
            });
            match known {
                Some(known) => known.shapes.push(*shape),
                None => variants.push(Variant { words, shapes: vec![*shape] }),
            }
        }
        let main = main_shape(id);
        variants.sort_by_key(|variant| !variant.shapes.contains(&main));
        variants
    }
}

fn same_body(one: &FindingWords, other: &FindingWords) -> bool {
    one.say == other.say && one.views == other.views && one.do_this == other.do_this
}
