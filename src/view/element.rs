//! What the calls of `html!` do: the same nodes that Yew's own macro writes out at each element, put together once.

use std::rc::Rc;

use yew::{
    NodeRef,
    virtual_dom::{AttrValue, AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText},
};

/// An element, or a list, whose children are being drawn.
#[derive(Default)]
struct Open {
    /// Empty for a list.
    tag: &'static str,
    attributes: Attributes,
    /// The attributes that differ: their names, and so far the values.
    names: &'static [&'static str],
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    node_ref: NodeRef,
    key: Option<Key>,
    value: Option<AttrValue>,
    checked: Option<bool>,
    /// Where its children begin.
    start: usize,
}

/// A tree while it is drawn. Nothing here is inlined: that each place is a short call is the point.
pub struct Draw {
    open: Vec<Open>,
    nodes: Vec<VNode>,
}

impl Draw {
    /// Nothing yet.
    #[inline(never)]
    pub fn new() -> Self {
        Self { open: Vec::new(), nodes: Vec::new() }
    }

    /// The tree.
    #[inline(never)]
    pub fn finish(mut self) -> VNode {
        self.nodes.pop().unwrap_or_default()
    }

    #[inline(never)]
    fn begin(&mut self, tag: &'static str, attributes: Attributes, names: &'static [&'static str]) {
        self.open.push(Open { tag, attributes, names, start: self.nodes.len(), ..Open::default() });
    }

    /// An element without attributes begins.
    #[inline(never)]
    pub fn bare(&mut self, tag: &'static str) {
        self.begin(tag, Attributes::Static(&[]), &[]);
    }

    /// An element begins whose attributes are always the same.
    #[inline(never)]
    pub fn fixed(&mut self, tag: &'static str, attributes: &'static [(&'static str, AttributeOrProperty)]) {
        self.begin(tag, Attributes::Static(attributes), &[]);
    }

    /// An element begins; a value follows for each of these attributes, in this order.
    #[inline(never)]
    pub fn open(&mut self, tag: &'static str, names: &'static [&'static str]) {
        self.begin(tag, Attributes::Static(&[]), names);
    }

    /// A list begins: as many nodes as it has, they stand in one place.
    #[inline(never)]
    pub fn list(&mut self) {
        self.begin("", Attributes::Static(&[]), &[]);
    }

    fn now(&mut self) -> &mut Open {
        // `html!` begins before it gives anything.
        self.open.last_mut().expect("an element has begun")
    }

    #[inline(never)]
    fn give(&mut self, value: Option<AttributeOrProperty>) {
        self.now().values.push(value);
    }

    /// The next attribute, always the same.
    #[inline(never)]
    pub fn text(&mut self, value: &'static str) {
        self.give(Some(AttributeOrProperty::Static(value)));
    }

    /// The next attribute, if it is there.
    pub fn value(&mut self, value: impl Value) {
        value.give(self);
    }

    /// The next attribute, which is there or not.
    #[inline(never)]
    pub fn flag(&mut self, name: &'static str, is_on: bool) {
        self.give(is_on.then_some(AttributeOrProperty::Static(name)));
    }

    /// By what the node is known among its neighbours.
    pub fn key(&mut self, key: impl Into<Key>) {
        self.now().key = Some(key.into());
    }

    /// Where to find the element when it is in the page.
    #[inline(never)]
    pub fn node_ref(&mut self, node_ref: NodeRef) {
        self.now().node_ref = node_ref;
    }

    /// What stands in a field.
    pub fn field_value(&mut self, value: impl Into<AttrValue>) {
        self.now().value = Some(value.into());
    }

    /// Whether a field is ticked.
    #[inline(never)]
    pub fn checked(&mut self, checked: bool) {
        self.now().checked = Some(checked);
    }

    /// Who hears of an event.
    #[inline(never)]
    pub fn on(&mut self, listener: Option<Rc<dyn Listener>>) {
        self.now().listeners.push(listener);
    }

    /// A child.
    pub fn put(&mut self, part: impl Part) {
        part.put(self);
    }

    /// A child for each.
    pub fn each<P: Part>(&mut self, parts: impl IntoIterator<Item = P>) {
        parts.into_iter().for_each(|part| part.put(self));
    }

    #[inline(never)]
    fn node(&mut self, node: VNode) {
        self.nodes.push(node);
    }

    /// The list ends.
    #[inline(never)]
    pub fn end(&mut self) {
        let open = self.open.pop().unwrap_or_default();
        let nodes = self.nodes.split_off(open.start);
        self.nodes.push(list(nodes, open.key));
    }

    /// An element ends that has one child.
    #[inline(never)]
    pub fn close_on_one(&mut self) {
        let child = self.nodes.pop().unwrap_or_default();
        self.element(child);
    }

    /// An element ends.
    #[inline(never)]
    pub fn close(&mut self) {
        let start = self.now().start;
        let nodes = self.nodes.split_off(start);
        self.element(list(nodes, None));
    }

    #[inline(never)]
    fn element(&mut self, children: VNode) {
        let open = self.open.pop().unwrap_or_default();
        let mut element = VTag::new(open.tag);
        element.attributes = match open.names {
            [] => open.attributes,
            keys => Attributes::Dynamic { keys, values: open.values.into() },
        };
        element.set_listeners(open.listeners.into());
        element.node_ref = open.node_ref;
        element.key = open.key;
        if let Some(inside) = element.children_mut() {
            *inside = children;
        }
        if open.value.is_some() {
            element.set_value(open.value);
        }
        if let Some(checked) = open.checked {
            element.set_checked(checked);
        }
        self.nodes.push(element.into());
    }
}

fn list(nodes: Vec<VNode>, key: Option<Key>) -> VNode {
    VList::with_children(nodes, key).into()
}

/// What can be a child.
pub trait Part {
    /// Puts it where the drawing is.
    fn put(self, draw: &mut Draw);
}

impl Part for VNode {
    #[inline(never)]
    fn put(self, draw: &mut Draw) {
        draw.node(self);
    }
}

impl Part for &'static str {
    #[inline(never)]
    fn put(self, draw: &mut Draw) {
        draw.node(VText::new(self).into());
    }
}

impl Part for &&'static str {
    #[inline(never)]
    fn put(self, draw: &mut Draw) {
        (*self).put(draw);
    }
}

impl Part for String {
    #[inline(never)]
    fn put(self, draw: &mut Draw) {
        draw.node(VText::new(self).into());
    }
}

/// Nothing, if there is nothing: an empty list keeps its place.
impl<P: Part> Part for Option<P> {
    fn put(self, draw: &mut Draw) {
        match self {
            Some(part) => part.put(draw),
            None => draw.node(VNode::default()),
        }
    }
}

/// What can be the value of an attribute.
pub trait Value {
    /// Gives it to the element that has begun.
    fn give(self, draw: &mut Draw);
}

impl Value for &'static str {
    #[inline(never)]
    fn give(self, draw: &mut Draw) {
        draw.text(self);
    }
}

impl Value for AttrValue {
    #[inline(never)]
    fn give(self, draw: &mut Draw) {
        draw.give(Some(AttributeOrProperty::Attribute(self)));
    }
}

impl Value for String {
    #[inline(never)]
    fn give(self, draw: &mut Draw) {
        AttrValue::from(self).give(draw);
    }
}

impl<V: Value> Value for Option<V> {
    fn give(self, draw: &mut Draw) {
        match self {
            Some(value) => value.give(draw),
            None => draw.give(None),
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
