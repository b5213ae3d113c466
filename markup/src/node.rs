//! The nodes of `html!`: how each is read, and the calls it becomes.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Block, Error, Expr, Ident, Lit, LitStr, Result, Stmt, Token, braced,
    ext::IdentExt,
    parse::{Parse, ParseStream},
    token::Brace,
};

/// The attributes that are there or not there.
const FLAGS: [&str; 8] =
    ["checked", "disabled", "hidden", "multiple", "novalidate", "open", "required", "selected"];

/// The whole of an `html!`.
pub struct Root(Option<Node>);

impl Parse for Root {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.is_empty() {
            return Ok(Self(None));
        }
        let node = input.parse()?;
        match input.is_empty() {
            true => Ok(Self(Some(node))),
            false => Err(input.error("one node stands at the root: put them into <>…</>")),
        }
    }
}

impl ToTokens for Root {
    fn to_tokens(&self, out: &mut TokenStream) {
        out.extend(match &self.0 {
            None => quote!(::yew::virtual_dom::VNode::default()),
            Some(node) => quote!({ #node crate::view::element::finish() }),
        });
    }
}

enum Node {
    Element(Element),
    List { key: Option<TokenStream>, children: Vec<Node> },
    Component(TokenStream),
    Value(TokenStream),
    Each(Expr),
    If(If),
}

/// How many nodes these become; nothing where only their drawing tells.
fn count(nodes: &[Node]) -> Option<usize> {
    let each = nodes.iter().any(|node| matches!(node, Node::Each(_)));
    (!each).then_some(nodes.len())
}

/// Draws the nodes as the children of what follows, and gives what its head says of them.
fn drawn(nodes: &[Node]) -> (TokenStream, TokenStream) {
    match count(nodes) {
        Some(count) => (quote!(#(#nodes)*), quote!(Some(#count))),
        None => (quote!(crate::view::element::mark(); #(#nodes)*), quote!(None)),
    }
}

impl Parse for Node {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(Token![if]) {
            return Ok(Self::If(input.parse()?));
        }
        if input.peek(Brace) {
            let inside;
            braced!(inside in input);
            // `for` in front of an expression, not a loop of Rust's.
            if inside.peek(Token![for]) {
                inside.parse::<Token![for]>()?;
                return Ok(Self::Each(inside.parse()?));
            }
            return Ok(Self::Value(expression(&inside)?));
        }
        if !input.peek(Token![<]) {
            return Err(input.error("expected an element, a block in braces, or `if`"));
        }
        input.parse::<Token![<]>()?;
        if input.peek(Token![>]) || input.peek(Ident) && is_key_alone(input) {
            let key = if input.peek(Token![>]) { None } else { Some(Attribute::read(input)?.value) };
            input.parse::<Token![>]>()?;
            let children = children(input)?;
            input.parse::<Token![<]>()?;
            input.parse::<Token![/]>()?;
            input.parse::<Token![>]>()?;
            return Ok(Self::List { key, children });
        }
        let name: Ident = input.call(Ident::parse_any)?;
        if name.to_string().starts_with(char::is_uppercase) {
            return component(&name, input).map(Self::Component);
        }
        Element::after_name(name, input).map(Self::Element)
    }
}

/// Is this a fragment with a key, `<key={…}>`?
fn is_key_alone(input: ParseStream) -> bool {
    let ahead = input.fork();
    ahead.call(Ident::parse_any).is_ok_and(|name| name == "key") && ahead.peek(Token![=])
}

/// Up to where an end tag begins, or the braces close.
fn children(input: ParseStream) -> Result<Vec<Node>> {
    let mut children = Vec::new();
    while !(input.is_empty() || input.peek(Token![<]) && input.peek2(Token![/])) {
        children.push(input.parse()?);
    }
    Ok(children)
}

/// What stands in braces: an expression, or statements that end in one.
fn expression(inside: ParseStream) -> Result<TokenStream> {
    let statements = inside.call(Block::parse_within)?;
    Ok(match statements.as_slice() {
        [Stmt::Expr(expression, None)] => quote!(#expression),
        _ => quote!({ #(#statements)* }),
    })
}

/// A component without children, as it stands.
fn component(name: &Ident, input: ParseStream) -> Result<TokenStream> {
    let mut properties = TokenStream::new();
    while !(input.peek(Token![/]) && input.peek2(Token![>])) {
        if input.peek(Token![>]) {
            return Err(input.error("a component here has no children: end it with `/>`"));
        }
        properties.extend([input.parse::<TokenTree>()?]);
    }
    input.parse::<Token![/]>()?;
    input.parse::<Token![>]>()?;
    Ok(quote!(::yew::html! { <#name #properties /> }))
}

impl ToTokens for Node {
    fn to_tokens(&self, out: &mut TokenStream) {
        out.extend(match self {
            Self::Element(element) => quote!(#element),
            Self::List { key, children } => list(key.as_ref(), children),
            Self::Component(component) => quote!(crate::view::element::put(#component);),
            Self::Value(value) => quote!(crate::view::element::put(#value);),
            Self::Each(values) => quote!(crate::view::element::each(#values);),
            Self::If(condition) => quote!(#condition),
        });
    }
}

fn list(key: Option<&TokenStream>, children: &[Node]) -> TokenStream {
    let given = key.iter().count();
    let (children, count) = drawn(children);
    let key = key.iter();
    quote! {
        #(crate::view::element::key(#key);)*
        #children
        crate::view::element::list(#count, #given);
    }
}

struct If {
    condition: Expr,
    then: Vec<Node>,
    otherwise: Option<Else>,
}

enum Else {
    If(Box<If>),
    Nodes(Vec<Node>),
}

impl Parse for If {
    fn parse(input: ParseStream) -> Result<Self> {
        input.parse::<Token![if]>()?;
        let condition = input.call(Expr::parse_without_eager_brace)?;
        let then = in_braces(input)?;
        let otherwise = if input.peek(Token![else]) {
            input.parse::<Token![else]>()?;
            Some(if input.peek(Token![if]) {
                Else::If(Box::new(input.parse()?))
            } else {
                Else::Nodes(in_braces(input)?)
            })
        } else {
            None
        };
        Ok(Self { condition, then, otherwise })
    }
}

fn in_braces(input: ParseStream) -> Result<Vec<Node>> {
    let inside;
    braced!(inside in input);
    let nodes = children(&inside)?;
    if inside.is_empty() { Ok(nodes) } else { Err(inside.error("this end tag has no start")) }
}

impl ToTokens for If {
    fn to_tokens(&self, out: &mut TokenStream) {
        // Always one list, if an empty one, or what follows would be taken for it.
        let Self { condition, then, otherwise } = self;
        let then = list(None, then);
        let otherwise = match otherwise {
            None => list(None, &[]),
            Some(Else::If(other)) => quote!(#other),
            Some(Else::Nodes(nodes)) => list(None, nodes),
        };
        out.extend(quote!(if #condition { #then } else { #otherwise }));
    }
}

struct Element {
    tag: LitStr,
    attributes: Vec<Attribute>,
    children: Vec<Node>,
}

struct Attribute {
    name: LitStr,
    value: TokenStream,
    /// The value, where it is a literal text.
    literal: Option<LitStr>,
}

impl Attribute {
    fn read(input: ParseStream) -> Result<Self> {
        if input.peek(Brace) {
            let inside;
            braced!(inside in input);
            let name: Ident = inside.parse()?;
            let label = LitStr::new(&name.to_string(), name.span());
            return Ok(Self { name: label, value: quote!(#name), literal: None });
        }
        let name = dashed(input)?;
        input.parse::<Token![=]>()?;
        if input.peek(Brace) {
            let inside;
            braced!(inside in input);
            return Ok(Self { name, value: expression(&inside)?, literal: None });
        }
        let literal: Lit = input.parse()?;
        let value = quote!(#literal);
        Ok(match literal {
            Lit::Str(text) if text.value().contains('\n') => {
                return Err(Error::new(text.span(), "an attribute stands on one line"));
            }
            Lit::Str(text) => Self { name, value, literal: Some(text) },
            _ => Self { name, value, literal: None },
        })
    }

    /// Does it stand among the element's attributes, or is it something that Yew keeps apart?
    fn is_plain(&self, tag: &str) -> bool {
        let name = self.name.value();
        let of_field =
            (name == "value" && matches!(tag, "input" | "textarea")) || (name == "checked" && tag == "input");
        !of_field && name != "key" && name != "ref" && !name.starts_with("on")
    }
}

/// A name with dashes in it.
fn dashed(input: ParseStream) -> Result<LitStr> {
    let first: Ident = input.call(Ident::parse_any)?;
    let mut name = first.unraw().to_string();
    while input.peek(Token![-]) {
        input.parse::<Token![-]>()?;
        let next: Ident = input.call(Ident::parse_any)?;
        name.push('-');
        name.push_str(&next.to_string());
    }
    Ok(LitStr::new(&name, first.span()))
}

impl Element {
    fn after_name(name: Ident, input: ParseStream) -> Result<Self> {
        let tag = LitStr::new(&name.to_string(), name.span());
        let mut attributes = Vec::new();
        while !input.peek(Token![>]) && !input.peek(Token![/]) {
            attributes.push(Attribute::read(input)?);
        }
        let is_void = input.peek(Token![/]);
        if is_void {
            input.parse::<Token![/]>()?;
        }
        input.parse::<Token![>]>()?;
        if is_void {
            return Ok(Self { tag, attributes, children: Vec::new() });
        }
        let children = children(input)?;
        if input.is_empty() {
            return Err(Error::new(name.span(), format!("`<{name}>` has no end")));
        }
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        let end: Ident = input.call(Ident::parse_any)?;
        if end != name {
            return Err(Error::new(end.span(), format!("`<{name}>` ends here as `</{end}>`")));
        }
        input.parse::<Token![>]>()?;
        Ok(Self { tag, attributes, children })
    }
}

/// What is always the same of an element, as one text: `Head` in `src/view/element.rs` says how it is read. One text
/// compresses better than the many slices that it stands for.
fn head(
    tag: &LitStr,
    fixed: &[&Attribute],
    given: &[&Attribute],
    values: usize,
    children: Option<usize>,
) -> String {
    let digit =
        |count: usize| char::from_digit(count as u32, 36).expect("at most 35 attributes and children");
    let mut head: String = [digit(values), digit(fixed.len()), children.map_or('-', digit)].iter().collect();
    head += &tag.value();
    let pairs = fixed.iter().flat_map(|it| [Some(&it.name), it.literal.as_ref()]).flatten();
    for part in pairs.chain(given.iter().map(|it| &it.name)) {
        head.push('\n');
        head += &part.value();
    }
    head
}

impl ToTokens for Element {
    fn to_tokens(&self, out: &mut TokenStream) {
        let tag = &self.tag;
        let (plain, special): (Vec<_>, Vec<_>) =
            self.attributes.iter().partition(|it| it.is_plain(&tag.value()));
        let (fixed, given): (Vec<_>, Vec<_>) = plain.into_iter().partition(|it| it.literal.is_some());
        let values =
            given.iter().map(|Attribute { name, value, .. }| match FLAGS.contains(&name.value().as_str()) {
                true => quote!(crate::view::element::flag(#name, #value);),
                false => quote!(crate::view::element::value(#value);),
            });
        let others = special.iter().map(|Attribute { name, value, .. }| match name.value().as_str() {
            "key" => quote!(crate::view::element::key(#value);),
            "ref" => quote!(crate::view::element::node_ref(#value);),
            "value" => quote!(crate::view::element::field_value(#value);),
            "checked" => quote!(crate::view::element::checked(#value);),
            on => {
                let on = Ident::new(on, name.span());
                quote!(crate::view::element::on(::yew::html::#on::Wrapper::__macro_new(#value));)
            }
        });
        let count = given.len() + special.len();
        let (children, _) = drawn(&self.children);
        let nodes = self::count(&self.children);
        let head = LitStr::new(&head(tag, &fixed, &given, count, nodes), tag.span());
        out.extend(quote! {
            #(#values)*
            #(#others)*
            #children
            crate::view::element::element(#head);
        });
    }
}
