//! What a screen reader is told: the accessibility tree of a screen as text that people can read.
//!
//! One line for each thing, in the order in which it is read, indented by what it stands in: its role, its name in
//! quotation marks, then its states. What has neither role nor name of its own is left out, as screen readers do.
//! Long text is cut: the words are proved elsewhere, and here it is what comes after what.

use crate::session::Session;
use serde_json::{Value, json};
use std::{collections::HashMap, fmt::Write as _};

/// How much of a text that is no name is shown.
const SHOWN: usize = 72;

/// States worth a word, where they are set.
const STATES: [&str; 10] = [
    "level", "checked", "pressed", "expanded", "invalid", "disabled", "required", "readonly", "focused",
    "live",
];

/// Roles that say nothing by themselves: what is in them stands in their place.
const SILENT: [&str; 6] = ["generic", "none", "presentation", "InlineTextBox", "Iframe", "Details"];

/// Text that is read as the name of a control or a group, and not once more by itself.
const NAMES: [&str; 2] = ["LabelText", "Legend"];

/// Roles that are named by the text in them, which is read once.
const NAMED_BY_TEXT: [&str; 8] =
    ["heading", "button", "link", "option", "DisclosureTriangle", "radio", "checkbox", "MenuListPopup"];

/// The tree of the screen that is shown. Chromium only.
pub fn read(session: &Session) -> String {
    let found = session.devtools("Accessibility.getFullAXTree", json!({}));
    let nodes = found["nodes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let by_id = nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let mut tree = Tree { by_id, text: String::new(), pending: None };
    if let Some(root) = nodes.first() {
        tree.node(root, 0, "");
        tree.flush();
    }
    tree.text
}

struct Tree<'a> {
    by_id: HashMap<&'a str, &'a Value>,
    text: String,
    /// Text that may go on in the next node, and how far in it stands.
    pending: Option<(usize, String)>,
}

impl<'a> Tree<'a> {
    fn children(&self, node: &'a Value) -> Vec<&'a Value> {
        let ids = node["childIds"].as_array().map(Vec::as_slice).unwrap_or_default();
        ids.iter().filter_map(|id| self.by_id.get(id.as_str()?).copied()).collect()
    }

    /// All text in it.
    fn text_in(&self, node: &'a Value) -> String {
        let inside = self.children(node).into_iter().map(|child| match text(&child["role"]["value"]) {
            "StaticText" => text(&child["name"]["value"]).to_owned(),
            _ => self.text_in(child),
        });
        squeezed(&inside.collect::<Vec<_>>().join(" "))
    }

    fn node(&mut self, node: &'a Value, depth: usize, named: &str) {
        let (role, name) = (text(&node["role"]["value"]), squeezed(text(&node["name"]["value"])));
        if node["ignored"] == json!(true) || SILENT.contains(&role) {
            for child in self.children(node) {
                self.node(child, depth, named);
            }
            return;
        }
        match role {
            _ if NAMES.contains(&role) => {
                let named = self.text_in(node);
                for child in self.children(node) {
                    self.node(child, depth, &named);
                }
                return;
            }
            "StaticText" => {
                if !named.contains(name.as_str()) {
                    self.words(depth, &name);
                }
                return;
            }
            "ListMarker" => return,
            "paragraph" | "listitem" | "strong" | "emphasis" | "mark" | "LineBreak" | "term"
            | "definition"
                if name.is_empty() =>
            {
                let block = matches!(role, "paragraph" | "listitem" | "term" | "definition");
                if block {
                    self.flush();
                }
                // A list says how far one is; a paragraph says nothing.
                let inside = if role == "listitem" { self.line(depth, "item") } else { depth };
                for child in self.children(node) {
                    self.node(child, inside, named);
                }
                if block {
                    self.flush();
                }
                return;
            }
            _ => {}
        }
        self.flush();
        let mut line = if role == "RootWebArea" { "page".to_owned() } else { role.to_owned() };
        if !name.is_empty() {
            let _ = write!(line, " “{name}”");
        }
        let value = squeezed(text(&node["value"]["value"]));
        if !value.is_empty() && value != name {
            let _ = write!(line, " = “{value}”");
        }
        let described = squeezed(text(&node["description"]["value"]));
        if !described.is_empty() {
            let _ = write!(line, ", described “{}”", cut(&described));
        }
        for state in states(node).into_iter().filter(|state| role != "RootWebArea" || state != "focused") {
            let _ = write!(line, ", {state}");
        }
        let inside = self.line(depth, &line);
        let named = if NAMED_BY_TEXT.contains(&role) { name.as_str() } else { "" };
        for child in self.children(node) {
            self.node(child, inside, named);
        }
        self.flush();
    }

    /// A line of its own; gives how far in its contents stand.
    fn line(&mut self, depth: usize, line: &str) -> usize {
        self.flush();
        let _ = writeln!(self.text, "{:1$}{line}", "", depth * 2);
        depth + 1
    }

    fn words(&mut self, depth: usize, words: &str) {
        match &mut self.pending {
            Some((at, pending)) if *at == depth => {
                pending.push(' ');
                pending.push_str(words);
            }
            _ => {
                self.flush();
                self.pending = Some((depth, words.to_owned()));
            }
        }
    }

    fn flush(&mut self) {
        if let Some((depth, words)) = self.pending.take()
            && !words.trim().is_empty()
        {
            let _ = writeln!(self.text, "{:2$}“{}”", "", cut(&squeezed(&words)), depth * 2);
        }
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// The states that are set, in words.
fn states(node: &Value) -> Vec<String> {
    let properties = node["properties"].as_array().map(Vec::as_slice).unwrap_or_default();
    let found = |state: &str| {
        let property = properties.iter().find(|it| it["name"] == json!(state))?;
        match (state, &property["value"]["value"]) {
            ("checked" | "expanded", Value::Bool(false)) => Some(format!("not {state}")),
            ("checked" | "pressed", Value::String(value)) if value == "false" => Some(format!("not {state}")),
            ("invalid" | "live", Value::String(value)) if value == "false" || value == "off" => None,
            (_, Value::Bool(false)) => None,
            ("level", value) => Some(format!("level {value}")),
            ("live", Value::String(value)) => Some(format!("live {value}")),
            _ => Some(state.to_owned()),
        }
    };
    STATES.into_iter().filter_map(found).collect()
}
