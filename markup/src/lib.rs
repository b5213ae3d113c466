//! The checker's `html!`: Yew's syntax, compiled into few and small calls.
//!
//! Yew's own macro writes out, at each element, how its whole node is put together: a third of the checker's code was
//! that. This one writes a call for each value, child and element, without arguments where it can; `view::element`
//! has one place that puts the same nodes together. Components are left to Yew.

mod node;

use proc_macro::TokenStream;
use quote::quote;
use syn::parse_macro_input;

/// Draws elements: Yew's syntax, as far as the checker uses it.
///
/// One node stands at the root, or none. Attributes are literals, `{ expressions }` or `{shorthands}`; children are
/// elements, fragments, `{ expressions }`, `{ for iterators }`, `if`, `if let` and `else`, and components without children.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let root = parse_macro_input!(input as node::Root);
    quote!(#root).into()
}
