//! Packs a language: its texts, each once and in reading order, and an index that says where each is used.
//!
//! Reading order puts texts that are almost the same next to each other, where compression finds them. Nothing in the
//! index is larger than it must be: a text that comes for the first time is just “the next one”. `words::unpack` reads
//! both, in the same order.

use super::language::Texts;
use super::notation::{Model, Value};
use super::squeeze::squeeze;
use crate::law::{finding::FindingId, source::Source};
use std::collections::HashMap;
use std::fmt::Debug;

/// A language, packed.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Packed {
    /// Its texts, each with [`END`] behind it, [squeezed](squeeze).
    pub text: String,
    /// Numbers in LEB128.
    pub index: Vec<u8>,
}

/// Ends a text.
pub const END: char = '\0';
/// Starts strong words.
const STRONG: char = '\u{1}';
/// Starts a term; the character behind it says which one, counted from [`FIRST_TERM`].
const TERM: char = '\u{2}';
/// Ends strong words or a term.
const CLOSE: char = '\u{3}';
/// Starts the first item of a list.
const FIRST_ITEM: char = '\u{4}';
/// Starts another item.
const ITEM: char = '\u{5}';
/// Starts words to say.
const SAY: char = '\u{6}';
/// The character of the first term.
const FIRST_TERM: usize = 0x20;

/// Tables with a row for each voice, in the order in which they are packed.
const TABLES: [&str; 13] = [
    "QUESTIONS",
    "FINDINGS",
    "DEADLINES",
    "MYTHS",
    "TERMS",
    "CONTACTS",
    "SOURCES",
    "LETTERS",
    "GAPS",
    "FACTS",
    "STAYS",
    "SHORT_QUESTIONS",
    "SHORT_FINDINGS",
];

/// Tags of the texts of letters, in the order of their bits in `words::letter::tag`.
const TAGS: [&str; 18] = [
    "S0",
    "S1",
    "S2",
    "S3",
    "S4",
    "S5",
    "NOW",
    "ON_LEAVING",
    "ON_RELEASE",
    "ENGLAND",
    "WALES",
    "ME",
    "SUPPORTER",
    "CLIENT",
    "SIGNED",
    "WILL_CONFIRM",
    "BY_LAW",
    "NONE_YET",
];

/// Packs a language. `first` is the language that names terms, contacts, letters and gaps.
pub fn pack(model: &Model, first: &Texts) -> Packed {
    let mut packer = Packer {
        model,
        variants: variants(first),
        made: Packed::default(),
        texts: Shared::default(),
        riches: Shared::default(),
        parts: Shared::default(),
        phrases: Shared::default(),
    };
    for name in TABLES {
        packer.table(packer.named(name));
    }
    for name in ["PHONE", "MONTHS"] {
        packer.value(packer.named(name));
    }
    for page in model.items(packer.named("PAGE")) {
        packer.value(page);
    }
    packer.made.text = squeeze(&packer.made.text);
    packer.made
}

/// The names of each kind in the order of their numbers.
fn variants(first: &Texts) -> HashMap<&'static str, Vec<String>> {
    fn named<T: Debug>(all: &[T]) -> Vec<String> {
        all.iter().map(|one| format!("{one:?}")).collect()
    }
    let words = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let mut variants = HashMap::from([
        ("FindingId", named(FindingId::ALL)),
        ("Source", named(Source::ALL)),
        ("Nation", words(&["England", "Wales", "Scotland", "NorthernIreland"])),
        ("Mark", words(&["Read", "ReadSecondHand", "Recalled", "Unconfirmed"])),
        ("Set", words(&["From", "To", "Subject", "Body", "Plain", "Foot"])),
        (
            "GapKind",
            words(&["Line", "Lines", "Optional", "Today", "InFourteenDays", "InOneMonth", "Section"]),
        ),
    ]);
    for (kind, names) in [
        ("Term", &first.terms),
        ("Contact", &first.contacts),
        ("Letter", &first.letters),
        ("Gap", &first.gaps),
    ] {
        variants.insert(kind, names.iter().map(|(_, name)| name.clone()).collect());
    }
    variants
}

/// What has been packed before and is only referred to again.
type Shared = HashMap<String, usize>;

struct Packer<'a> {
    model: &'a Model,
    variants: HashMap<&'static str, Vec<String>>,
    made: Packed,
    texts: Shared,
    riches: Shared,
    parts: Shared,
    phrases: Shared,
}

impl<'a> Packer<'a> {
    fn named(&self, name: &str) -> &'a Value {
        self.model.get(name).unwrap_or_else(|| panic!("no {name}"))
    }

    fn number(&mut self, mut number: usize) {
        while number > 0x7f {
            self.made.index.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.made.index.push(number as u8);
    }

    /// Refers to what has been packed, counted back from the latest: 2 and on. 1 if it comes now, for the first time.
    fn is_new(&mut self, shared: fn(&mut Self) -> &mut Shared, key: &str) -> bool {
        let known = shared(self);
        let count = known.len();
        let place = *known.entry(key.to_owned()).or_insert(count);
        let is_new = place == count;
        self.number(if is_new { 1 } else { 1 + count - place });
        is_new
    }

    fn put(&mut self, text: &str) {
        assert!(!text.contains(END), "a text has a zero in it: {text:?}");
        self.made.text.push_str(text);
        self.made.text.push(END);
    }

    /// A table: for each entry, its words in each voice and shape.
    fn table(&mut self, table: &'a Value) {
        let model = self.model;
        let voices: Vec<&[Value]> = model.items(table).iter().map(|voice| model.items(voice)).collect();
        self.number(voices[0].len());
        for entry in 0..voices[0].len() {
            let mut cells: Vec<&Value> = Vec::new();
            for voice in &voices {
                match model.resolve(&voice[entry]) {
                    Value::List(shapes) => cells.extend(shapes),
                    _ => cells.push(&voice[entry]),
                }
            }
            self.cells(&cells);
        }
    }

    /// How many, then for each: 0 and the words if they are new among these, or which of the new ones, from 1.
    fn cells(&mut self, cells: &[&'a Value]) {
        self.number(cells.len());
        let mut seen: Vec<&Value> = Vec::new();
        for cell in cells {
            if let Some(place) = seen.iter().position(|known| known == cell) {
                self.number(place + 1);
            } else {
                self.number(0);
                seen.push(cell);
                self.value(cell);
            }
        }
    }

    fn value(&mut self, value: &'a Value) {
        match value {
            Value::Text(text) => {
                if self.is_new(|packer| &mut packer.texts, text) {
                    self.put(text);
                }
            }
            Value::Number(number) => self.number(*number),
            Value::Name(name) => match (name.as_str(), self.model.get(name)) {
                (_, Some(part @ Value::Record(kind, _))) if kind == "PartWords" => {
                    if self.is_new(|packer| &mut packer.parts, name) {
                        self.value(part);
                    }
                }
                (_, Some(value)) => self.value(value),
                ("None" | "false", None) => self.number(0),
                ("true", None) => self.number(1),
                (name, None) => self.number(self.variant(name)),
            },
            Value::AnyOf(names) => {
                let bit = |name: &String| {
                    let known = TAGS.iter().position(|tag| name.strip_prefix("tag::") == Some(tag));
                    1 << known.unwrap_or_else(|| panic!("no tag {name}"))
                };
                self.number(names.iter().map(bit).sum());
            }
            Value::Call(name, values) => self.call(name, values),
            Value::Record(_, fields) => fields.iter().for_each(|(_, value)| self.value(value)),
            Value::List(items) => match items.first() {
                Some(Value::Call(name, _)) if name.starts_with("Block::") => {
                    let text = self.rich(items);
                    if self.is_new(|packer| &mut packer.riches, &text) {
                        self.put(&text);
                    }
                }
                _ => {
                    self.number(items.len());
                    items.iter().for_each(|item| self.value(item));
                }
            },
        }
    }

    fn variant(&self, name: &str) -> usize {
        let found = name
            .split_once("::")
            .and_then(|(kind, variant)| self.variants.get(kind)?.iter().position(|known| known == variant));
        found.unwrap_or_else(|| panic!("nothing is called {name}"))
    }

    fn call(&mut self, name: &str, values: &'a [Value]) {
        match (name, values) {
            ("Run::Text", [text]) => {
                self.number(0);
                self.value(text);
            }
            ("Run::Phrase", [Value::Name(name)]) => {
                self.number(1);
                if self.is_new(|packer| &mut packer.phrases, name) {
                    self.value(self.named(name));
                }
            }
            ("Run::Gap", [Value::Name(gap)]) => self.number(2 + self.variant(gap)),
            ("Some" | "Date::new", values) => values.iter().for_each(|value| self.value(value)),
            _ => panic!("cannot pack {name}"),
        }
    }

    /// A text with its paragraphs, lists and marks in it: a line for each paragraph and item.
    fn rich(&self, blocks: &[Value]) -> String {
        let mut lines: Vec<String> = Vec::new();
        for block in blocks {
            match block {
                Value::Call(kind, inner) => match (kind.as_str(), inner.as_slice()) {
                    ("Block::Para", [spans]) => lines.push(self.line(spans)),
                    ("Block::Say", [spans]) => lines.push(format!("{SAY}{}", self.line(spans))),
                    ("Block::List", [items]) => {
                        let items = self.model.items(items);
                        assert!(!items.is_empty(), "a list without items");
                        for (place, item) in items.iter().enumerate() {
                            let start = if place == 0 { FIRST_ITEM } else { ITEM };
                            lines.push(format!("{start}{}", self.line(item)));
                        }
                    }
                    _ => panic!("cannot pack {kind}"),
                },
                other => panic!("not a piece of a text: {other:?}"),
            }
        }
        lines.join("\n")
    }

    fn line(&self, spans: &Value) -> String {
        let mut line = String::new();
        for span in self.model.items(spans) {
            let (start, text) = match span {
                Value::Call(kind, inner) => match (kind.as_str(), inner.as_slice()) {
                    ("Span::Text", [Value::Text(text)]) => (String::new(), text),
                    ("Span::Strong", [Value::Text(text)]) => (STRONG.to_string(), text),
                    _ => panic!("cannot pack {kind}"),
                },
                Value::Record(_, fields) => match fields.as_slice() {
                    [(_, Value::Text(text)), (_, Value::Name(term))] => {
                        let term = u32::try_from(FIRST_TERM + self.variant(term)).ok();
                        let term = term.and_then(char::from_u32).expect("so many terms have characters");
                        (format!("{TERM}{term}"), text)
                    }
                    _ => panic!("cannot pack {fields:?}"),
                },
                other => panic!("not a run of text: {other:?}"),
            };
            assert!(!text.contains(|char: char| char < ' '), "a text has a control character: {text:?}");
            line.push_str(&start);
            line.push_str(text);
            if !start.is_empty() {
                line.push(CLOSE);
            }
        }
        line
    }
}
