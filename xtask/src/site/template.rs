//! Fills a template: `<!-- text: ID -->`, `<!-- rich: ID -->`, `<!-- slot: NAME -->`, and `{{text: ID}}` and
//! `{{value: NAME}}` in attributes. Every other comment is a note and left out.

use crate::Result;

/// What a template asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ask<'a> {
    /// A plain text, escaped.
    Text(&'a str),
    /// A text with paragraphs, as HTML.
    Rich(&'a str),
    /// HTML that the code makes.
    Slot(&'a str),
    /// A value that the code gives, escaped.
    Value(&'a str),
}

/// Fills what `template` asks for. `name` is the file, for problems; `give` gives HTML.
pub fn fill(name: &str, template: &str, give: &mut dyn FnMut(Ask<'_>) -> Result<String>) -> Result<String> {
    let mut html = String::with_capacity(template.len());
    let mut problems = Vec::new();
    let mut rest = template;
    while let Some(at) = rest.find("<!--").into_iter().chain(rest.find("{{")).min() {
        let number = 1 + template[..template.len() - rest.len() + at].matches('\n').count();
        let close = if rest[at..].starts_with('{') { "}}" } else { "-->" };
        html.push_str(&rest[..at]);
        let Some((inside, after)) = rest[at..].split_once(close) else {
            return Err(format!("{name}:{number}: there is no `{close}` for this"));
        };
        rest = after;
        let inside = inside.trim_start_matches(['<', '!', '-', '{']).trim();
        let ask = match inside.split_once(": ").map(|(what, id)| (what, id.trim())) {
            Some(("text", id)) => Some(Ask::Text(id)),
            Some(("rich", id)) if close == "-->" => Some(Ask::Rich(id)),
            Some(("slot", id)) if close == "-->" => Some(Ask::Slot(id)),
            Some(("value", id)) if close == "}}" => Some(Ask::Value(id)),
            _ if close == "-->" => None,
            _ => {
                problems.push(format!("{name}:{number}: `{{{{{inside}}}}}` is neither a text nor a value"));
                continue;
            }
        };
        match ask.map(&mut *give) {
            // Its line would stay behind, empty.
            Some(Ok(given)) if !given.is_empty() => html.push_str(given.trim_end_matches('\n')),
            None | Some(Ok(_)) => {
                if html.is_empty() || html.ends_with('\n') {
                    rest = rest.strip_prefix('\n').unwrap_or(rest);
                }
            }
            Some(Err(wrong)) if wrong.contains(".txt:") => problems.push(wrong),
            Some(Err(wrong)) => problems.push(format!("{name}:{number}: {wrong}")),
        }
    }
    html.push_str(rest);
    if problems.is_empty() { Ok(html) } else { Err(problems.join("\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn give(ask: Ask<'_>) -> Result<String> {
        match ask {
            Ask::Text("gone") => Err("no such text".into()),
            Ask::Slot("empty") => Ok(String::new()),
            ask => Ok(format!("{ask:?}\n")),
        }
    }

    #[test]
    fn fills_what_is_asked_for_and_leaves_out_notes() {
        assert_eq!(
            fill(
                "a.html",
                "<!-- A note: long. -->\n<p title=\"{{text: a}}\"><!-- text: b --></p>\n<!-- slot: empty -->\n\
                 <!--rich: c-->\n<i lang=\"{{value: d}}\"></i>\n",
                &mut give
            )
            .as_deref(),
            Ok("<p title=\"Text(\"a\")\">Text(\"b\")</p>\nRich(\"c\")\n<i lang=\"Value(\"d\")\"></i>\n")
        );
    }

    #[test]
    fn problems_name_the_line_of_the_template() {
        for (template, wrong) in [
            ("\n<!-- text: gone -->", "a.html:2: no such text"),
            ("{{rich: a}}", "a.html:1: `{{rich: a}}` is neither a text nor a value"),
            ("\n\n<!-- text", "a.html:3: there is no `-->` for this"),
            ("{{text: a", "a.html:1: there is no `}}` for this"),
        ] {
            assert_eq!(fill("a.html", template, &mut give), Err(wrong.into()));
        }
    }
}
