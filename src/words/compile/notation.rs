//! The model of a language: every value that its texts make, written as Rust writes constants.
//!
//! Fingerprints are taken of this notation, and tests read it. Here it is read back, to be [packed](super::pack).

use std::collections::HashMap;

/// What a piece of the notation says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// `"words"`.
    Text(String),
    /// `22`.
    Number(usize),
    /// `None`, `true`, `Contact::Nhs111`, or a value of the model: `W12`.
    Name(String),
    /// `tag::S1 | tag::ME`.
    AnyOf(Vec<String>),
    /// `Block::Para(…)`.
    Call(String, Vec<Value>),
    /// `TermWords { term: … }`.
    Record(String, Vec<(String, Value)>),
    /// `[…]`.
    List(Vec<Value>),
}

/// The values of a language by name.
#[derive(Debug)]
pub struct Model(HashMap<String, Value>);

impl Model {
    /// Reads lines like `static W12: TermWords = TermWords { … };`.
    pub fn read(text: &str) -> Self {
        let definition = |line: &str| {
            let (name, rest) = line.split_once("static ")?.1.split_once(": ")?;
            let (_, value) = rest.split_once(" = ")?;
            Some((name.to_owned(), Reader(value).value()))
        };
        Self(text.lines().filter_map(definition).collect())
    }

    /// The value with this name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// The value itself, where this is the name of one.
    pub fn resolve<'a>(&'a self, value: &'a Value) -> &'a Value {
        match value {
            Value::Name(name) => self.get(name).map_or(value, |named| self.resolve(named)),
            _ => value,
        }
    }

    /// The items of a list.
    pub fn items<'a>(&'a self, value: &'a Value) -> &'a [Value] {
        match self.resolve(value) {
            Value::List(items) => items,
            other => panic!("not a list: {other:?}"),
        }
    }
}

/// Reads one value from the start of what is left.
struct Reader<'a>(&'a str);

impl Reader<'_> {
    fn takes(&mut self, sign: char) -> bool {
        let rest = self.0.trim_start().strip_prefix(sign);
        self.0 = rest.unwrap_or(self.0);
        rest.is_some()
    }

    fn word(&mut self) -> String {
        let text = self.0.trim_start();
        let end = text.find(|char: char| !(char.is_ascii_alphanumeric() || matches!(char, '_' | ':')));
        let (word, rest) = text.split_at(end.unwrap_or(text.len()));
        self.0 = rest;
        word.to_owned()
    }

    fn value(&mut self) -> Value {
        while self.takes('&') {}
        if self.takes('"') {
            return Value::Text(self.text());
        }
        if self.takes('[') {
            return Value::List(self.list(']'));
        }
        let word = self.word();
        assert!(!word.is_empty(), "not a value: {}", self.0);
        if let Ok(number) = word.parse() {
            return Value::Number(number);
        }
        if self.takes('(') {
            return Value::Call(word, self.list(')'));
        }
        if self.takes('{') {
            let mut fields = Vec::new();
            while !self.takes('}') {
                let field = self.word();
                fields.push((field.trim_end_matches(':').to_owned(), self.value()));
                self.takes(',');
            }
            return Value::Record(word, fields);
        }
        let mut names = vec![word];
        while self.takes('|') {
            names.push(self.word());
        }
        if names[0].starts_with("tag::") { Value::AnyOf(names) } else { Value::Name(names.remove(0)) }
    }

    fn list(&mut self, end: char) -> Vec<Value> {
        let mut items = Vec::new();
        while !self.takes(end) {
            items.push(self.value());
            self.takes(',');
        }
        items
    }

    /// The rest of a literal as `{:?}` writes it, after its first quote.
    fn text(&mut self) -> String {
        let mut text = String::new();
        let mut chars = self.0.chars();
        while let Some(char) = chars.next().filter(|char| *char != '"') {
            text.push(match char {
                '\\' => match chars.next() {
                    Some('n') => '\n',
                    Some('t') => '\t',
                    Some('r') => '\r',
                    Some('0') => '\0',
                    Some('u') => {
                        let digits: String = chars.by_ref().skip(1).take_while(|char| *char != '}').collect();
                        u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32).expect("a character")
                    }
                    other => other.expect("a character after a backslash"),
                },
                plain => plain,
            });
        }
        self.0 = chars.as_str();
        text
    }
}

#[cfg(test)]
impl Model {
    /// What `{:?}` writes of this value: names without their paths, references as what they are to.
    pub fn debug(&self, value: &Value) -> String {
        let all =
            |values: &[Value]| values.iter().map(|value| self.debug(value)).collect::<Vec<_>>().join(", ");
        let last = |name: &str| name.rsplit("::").next().unwrap_or_default().to_owned();
        match value {
            Value::Text(text) => format!("{text:?}"),
            Value::Number(number) => number.to_string(),
            Value::Name(name) => self.get(name).map_or_else(|| last(name), |value| self.debug(value)),
            Value::AnyOf(names) => {
                use crate::words::letter::tag;
                names.iter().map(|name| tag::named(last(name).as_str())).sum::<u32>().to_string()
            }
            Value::Call(name, values) => match (name.as_str(), values.as_slice()) {
                ("Date::new", [Value::Number(year), Value::Number(month), Value::Number(day)]) => {
                    format!("Date {{ year: {year}, month: {month}, day: {day} }}")
                }
                _ => format!("{}({})", last(name), all(values)),
            },
            Value::Record(name, fields) => {
                let fields = fields.iter().map(|(name, value)| format!("{name}: {}", self.debug(value)));
                format!("{} {{ {} }}", last(name), fields.collect::<Vec<_>>().join(", "))
            }
            Value::List(values) => format!("[{}]", all(values)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let hard = "“quotes” \" \\ \n\t\u{ad}\u{200b} é {}[]() ;";
        let model = Model::read(&format!(
            "static W0: [Block; 2] = [Block::Para(&[Span::Text({hard:?})]), Block::List(&[])];\n\
             static W1: TermWords = TermWords {{ term: \"a\", means: &W0, tags: tag::S1 | tag::ME, none: None, \
             day: Date::new(2026, 11, 22) }};\n\
             static TERMS: [&[&TermWords; 1]; 1] = [&W1];\n"
        ));
        let value = model.get("TERMS").expect("the table");
        assert_eq!(
            model.debug(value),
            format!(
                "[TermWords {{ term: \"a\", means: [Para([Text({hard:?})]), List([])], tags: 2050, none: None, \
                 day: Date {{ year: 2026, month: 11, day: 22 }} }}]"
            )
        );
        assert_eq!(model.items(value).len(), 1);
        assert!(
            matches!(model.resolve(&model.items(value)[0]), Value::Record(name, _) if name == "TermWords")
        );
    }
}
