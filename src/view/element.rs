//! What the calls of `html!` do: the same nodes that Yew's own macro writes out at each element, put together in one place.
//!
//! What is drawn lies on one stack for all: first the values of an element, then its children, then the call that
//! takes them off and lays the element down. So a call needs no more than its value, and `html!` inside `html!` no more
//! than its own. Nothing here is inlined: that each place is a short call is the point.

use std::{cell::RefCell, rc::Rc};

use yew::{
    NodeRef,
    virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText},
};

/// What is always the same of an element.
///
/// In the program it is one text: three counts, each a digit in base 36, of the values given, the fixed attributes
/// and the children (`-` if they come after a mark); then, with line feeds between them, its name, the
/// names and values of the fixed attributes, and the names of those that are given.
struct Head {
    /// Its name.
    tag: &'static str,
    /// Its attributes that are always the same.
    fixed: &'static [(&'static str, AttributeOrProperty)],
    /// The names of all attributes, the fixed ones first; none if all are fixed.
    names: &'static [&'static str],
    /// How many values were given for it: attributes in the order of their names, and what Yew keeps apart.
    given: usize,
    /// How many nodes it has; nothing if they come after a mark.
    children: Option<usize>,
}

impl Head {
    /// Reads it. For good: Yew compares where names and fixed attributes stand before it compares them.
    fn read(text: &'static str) -> &'static Self {
        let (counts, parts) = text.split_at(3);
        let mut counts = counts.chars().map(|digit| digit.to_digit(36).map(|count| count as usize));
        let mut next = || counts.next().flatten();
        let (given, fixed, children) = (next().unwrap_or_default(), next().unwrap_or_default(), next());
        let mut parts = parts.split('\n');
        let tag = parts.next().unwrap_or_default();
        let pair = |_| Some((parts.next()?, AttributeOrProperty::Static(parts.next()?)));
        let fixed: Vec<_> = (0..fixed).map_while(pair).collect();
        let mut names: Vec<_> = parts.collect();
        if !names.is_empty() {
            names.splice(0..0, fixed.iter().map(|(name, _)| *name));
        }
        Box::leak(Box::new(Self { tag, fixed: fixed.leak(), names: names.leak(), given, children }))
    }
}

/// A value that was given for an element.
enum Given {
    Attribute(Option<AttributeOrProperty>),
    Listener(Option<Rc<dyn Listener>>),
    Ref(NodeRef),
    Key(Key),
    FieldValue(AttrValue),
    Checked(bool),
}

#[derive(Default)]
struct Drawn {
    given: Vec<Given>,
    nodes: Vec<VNode>,
    marks: Vec<usize>,
    /// What was read already, in the order of where its text stands.
    heads: Vec<(&'static str, &'static Head)>,
}

impl Drawn {
    /// What the text says, which is read once.
    fn head(&mut self, text: &'static str) -> &'static Head {
        let place = |text: &str| (text.as_ptr(), text.len());
        match self.heads.binary_search_by_key(&place(text), |(text, _)| place(text)) {
            Ok(known) => self.heads[known].1,
            Err(new) => {
                let head = Head::read(text);
                self.heads.insert(new, (text, head));
                head
            }
        }
    }

    /// The nodes of what ends: the last ones, or those after the mark.
    fn take(&mut self, count: Option<usize>) -> Vec<VNode> {
        let start = match count {
            Some(count) => self.nodes.len() - count,
            None => self.marks.pop().unwrap_or_default(),
        };
        self.nodes.split_off(start)
    }

    fn element(&mut self, head: &'static str) {
        let head = self.head(head);
        let mut nodes = self.take(head.children);
        let mut element = VTag::new(head.tag);
        if let Some(children) = element.children_mut() {
            *children = match head.children {
                Some(1) => nodes.pop().unwrap_or_default(),
                _ => list_of(nodes, None),
            };
        }
        let mut values: Vec<_> = match head.names {
            [] => Vec::new(),
            _ => head.fixed.iter().map(|(_, value)| Some(among_others(value))).collect(),
        };
        let mut listeners = Vec::new();
        for given in self.given.split_off(self.given.len() - head.given) {
            match given {
                Given::Attribute(value) => values.push(value),
                Given::Listener(listener) => listeners.push(listener),
                Given::Ref(node_ref) => element.node_ref = node_ref,
                Given::Key(key) => element.key = Some(key),
                Given::FieldValue(value) => element.set_value(value),
                Given::Checked(checked) => element.set_checked(checked),
            }
        }
        element.attributes = match head.names {
            [] => Attributes::Static(head.fixed),
            keys => Attributes::Dynamic { keys, values: values.into() },
        };
        element.set_listeners(listeners.into());
        self.nodes.push(element.into());
    }
}

/// A fixed value among others that are not. Yew tells only those of one kind when it writes HTML.
fn among_others(value: &AttributeOrProperty) -> AttributeOrProperty {
    match value {
        AttributeOrProperty::Static(text) => AttributeOrProperty::Attribute(AttrValue::Static(text)),
        other => other.clone(),
    }
}

fn list_of(nodes: Vec<VNode>, key: Option<Key>) -> VNode {
    VList::with_children(nodes, key).into()
}

thread_local! {
    static DRAWN: RefCell<Drawn> = RefCell::default();
}

fn drawn<T>(change: impl FnOnce(&mut Drawn) -> T) -> T {
    DRAWN.with_borrow_mut(change)
}

#[inline(never)]
fn lay(node: VNode) {
    drawn(|it| it.nodes.push(node));
}

#[inline(never)]
fn give(given: Given) {
    drawn(|it| it.given.push(given));
}

/// What was drawn last, as the value of `html!`.
#[inline(never)]
pub fn finish() -> VNode {
    drawn(|it| it.nodes.pop()).unwrap_or_default()
}

/// From here on, nodes belong to what ends without a count.
#[inline(never)]
pub fn mark() {
    drawn(|it| it.marks.push(it.nodes.len()));
}

/// An element, of what was given and drawn for it. Its head is what `html!` wrote.
#[inline(never)]
pub fn element(head: &'static str) {
    drawn(|it| it.element(head));
}

/// A list of nodes that keeps one place, however many they are. Its key, if it has one, was given.
#[inline(never)]
pub fn list(count: Option<usize>, given: usize) {
    drawn(|it| {
        let nodes = it.take(count);
        let key = if given == 0 { None } else { it.given.pop() };
        let key = match key {
            Some(Given::Key(key)) => Some(key),
            _ => None,
        };
        it.nodes.push(list_of(nodes, key));
    });
}

/// An attribute that is there or not there.
#[inline(never)]
pub fn flag(name: &'static str, is_on: bool) {
    give(Given::Attribute(is_on.then_some(AttributeOrProperty::Attribute(AttrValue::Static(name)))));
}

/// An attribute.
pub fn value(value: impl Value) {
    value.give();
}

/// By what a node is known among its neighbours.
pub fn key(key: impl Into<Key>) {
    give(Given::Key(key.into()));
}

/// Where to find the element when it is in the page.
#[inline(never)]
pub fn node_ref(node_ref: NodeRef) {
    give(Given::Ref(node_ref));
}

/// What stands in a field.
pub fn field_value(value: impl Into<AttrValue>) {
    give(Given::FieldValue(value.into()));
}

/// Whether a field is ticked.
#[inline(never)]
pub fn checked(checked: bool) {
    give(Given::Checked(checked));
}

/// Who hears of an event.
#[inline(never)]
pub fn on(listener: Option<Rc<dyn Listener>>) {
    give(Given::Listener(listener));
}

/// A child.
pub fn put(part: impl Part) {
    part.put();
}

/// A child for each.
pub fn each<P: Part>(parts: impl IntoIterator<Item = P>) {
    parts.into_iter().for_each(Part::put);
}

/// What can be a child.
pub trait Part {
    /// Lays it down.
    fn put(self);
}

impl Part for VNode {
    #[inline(never)]
    fn put(self) {
        lay(self);
    }
}

impl Part for &'static str {
    #[inline(never)]
    fn put(self) {
        lay(VText::new(self).into());
    }
}

impl Part for &&'static str {
    #[inline(never)]
    fn put(self) {
        (*self).put();
    }
}

impl Part for String {
    #[inline(never)]
    fn put(self) {
        lay(VText::new(self).into());
    }
}

/// Without it an empty list, which keeps the place.
impl<P: Part> Part for Option<P> {
    fn put(self) {
        match self {
            Some(part) => part.put(),
            None => lay(VNode::default()),
        }
    }
}

/// What can be the value of an attribute.
pub trait Value {
    /// Gives it.
    fn give(self);
}

impl Value for &'static str {
    #[inline(never)]
    fn give(self) {
        AttrValue::Static(self).give();
    }
}

impl Value for AttrValue {
    #[inline(never)]
    fn give(self) {
        give(Given::Attribute(Some(AttributeOrProperty::Attribute(self))));
    }
}

impl Value for String {
    #[inline(never)]
    fn give(self) {
        AttrValue::from(self).give();
    }
}

/// Without it the attribute is not there.
impl<V: Value> Value for Option<V> {
    fn give(self) {
        match self {
            Some(value) => value.give(),
            None => give(Given::Attribute(None)),
        }
    }
}

/// The classes that are there, or no attribute.
#[inline(never)]
pub fn class_list(classes: &[Option<&'static str>]) -> Option<String> {
    let classes: Vec<_> = classes.iter().copied().flatten().collect();
    (!classes.is_empty()).then(|| classes.join(" "))
}

/// The classes that are there: literals, and options of them.
macro_rules! classes {
    ($($class:expr),+ $(,)?) => {
        $crate::view::element::class_list(&[$(Option::<&'static str>::from($class)),+])
    };
}
pub(super) use classes;
pub(super) use markup::html;

#[cfg(test)]
mod tests;
