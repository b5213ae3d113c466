//! Small pieces of HTML: escaped texts, and texts with paragraphs and marks.

pub use crate::guide::escape;
use crate::rich::{self, Markup};
use s117_checker::{
    law::finding::{Nation, Shape, Strength, Timing, Urgency},
    words::{Block, Term, glossary, reviewed::Text},
};

/// Items with commas, and a word before the last.
pub fn join(items: impl Iterator<Item = String>, last: &str) -> String {
    let items: Vec<String> = items.collect();
    match items.split_last() {
        None => String::new(),
        Some((one, [])) => one.clone(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// A text with paragraphs, lists and marks. Terms link to where they are explained.
pub fn rich(text: &[Block]) -> String {
    let term = |term: Term, text: &str| {
        let means = s117_checker::words::plain(glossary(term, super::rows::ENGLISH).means);
        let (id, means, text) = (anchor("term", term.id()), escape(&means), escape(text));
        format!("<a class=term href=\"#{id}\" title=\"{means}\">{text}</a>")
    };
    let say = |line: &str| format!("<blockquote><p>{line}</p></blockquote>");
    rich::rich(text, &Markup { say, list: "<ul>", term: &term })
}

/// A form that a finding takes, as a label: “S1 now”, “Wales”.
pub fn form(shape: Shape) -> String {
    let nation = shape.nation.map(|nation| match nation {
        Nation::England => "England",
        Nation::Wales => "Wales",
        Nation::Scotland => "Scotland",
        Nation::NorthernIreland => "Northern Ireland",
        Nation::Abroad => "abroad",
    });
    let timing = shape.timing.map(|timing| match timing {
        Timing::Now => "now",
        Timing::OnLeaving => "on leaving hospital",
        Timing::OnRelease => "on release",
    });
    let urgency = shape.urgency.map(|urgency| match urgency {
        Urgency::OverEightWeeks => "over 8 weeks left",
        Urgency::ThreeToEightWeeks => "3 to 8 weeks left",
        Urgency::UnderThreeWeeks => "under 3 weeks left",
        Urgency::PerhapsLate => "date passed",
    });
    let parts = [shape.strength.map(|strength| strength.id()), timing, nation, urgency];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    let text = if parts.is_empty() { "always".to_owned() } else { parts.join(" ") };
    match shape.strength {
        Some(strength) => {
            format!("<span class=\"form {}\" title=\"{}\">{text}</span>", strength.id(), in_words(strength))
        }
        None => format!("<span class=form>{text}</span>"),
    }
}

fn in_words(strength: Strength) -> &'static str {
    match strength {
        Strength::S0 => "not from this",
        Strength::S1 => "you have this right",
        Strength::S2 => "probably",
        Strength::S3 => "probably not, unless",
        Strength::S4 => "we can’t tell yet",
        Strength::S5 => "it depends",
    }
}

/// The anchor of a text. Ids hold brackets and spaces, which addresses must not.
pub fn anchor(kind: &str, id: &str) -> String {
    let id: String = id
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() || letter == '.' { letter } else { '-' })
        .collect();
    format!("{kind}-{id}")
}

/// A link to a text, by its id.
pub fn link(kind: &str, id: &str) -> String {
    format!("<a href=\"#{}\">{}</a>", anchor(kind, id), escape(id))
}

/// A link to a text, by its kind and id.
pub fn link_to(text: &Text) -> String {
    format!("<a href=\"#{}\">{} {}</a>", anchor(text.kind, text.id), text.kind, escape(text.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use s117_checker::words::Span;

    #[test]
    fn nothing_in_a_text_is_read_as_html() {
        let text = [Block::Para(&[Span::Strong("<b>"), Span::Text(" & \"x\" </p>")])];
        assert_eq!(rich(&text), "<p><strong>&lt;b&gt;</strong> &amp; &quot;x&quot; &lt;/p&gt;</p>\n");
        assert_eq!(link("source", "MHA117(1)"), "<a href=\"#source-MHA117-1-\">MHA117(1)</a>");
        assert_eq!(anchor("page", "a\"><script>"), "page-a---script-");
    }

    #[test]
    fn joins_as_people_do() {
        let joined = |items: &[&str]| join(items.iter().map(|item| (*item).to_owned()), "or");
        assert_eq!(joined(&[]), "");
        assert_eq!(joined(&["a"]), "a");
        assert_eq!(joined(&["a", "b", "c"]), "a, b or c");
    }

    #[test]
    fn every_text_has_an_anchor_of_its_own() {
        let texts = s117_checker::words::reviewed::texts(super::super::rows::ENGLISH.language);
        let mut anchors: Vec<String> = texts.iter().map(|text| anchor(text.kind, text.id)).collect();
        anchors.sort();
        let all = anchors.len();
        anchors.dedup();
        assert_eq!(anchors.len(), all);
    }
}
