//! That `html!` draws what Yew's own macro draws.

use super::*;
use yew::{Callback, Properties, component};

/// A tree as text: Yew's own macro has the attributes in another order.
fn told(node: &VNode) -> String {
    match node {
        VNode::VTag(tag) => {
            let mut attributes: Vec<_> =
                tag.attributes.iter().map(|(name, value)| format!(" {name}={value}")).collect();
            attributes.sort();
            let field = tag.value().map(|value| format!(" value:{value}")).unwrap_or_default();
            let checked = tag.checked().map(|is| format!(" checked:{is}")).unwrap_or_default();
            let key = tag.key.as_ref().map(|key| format!(" key:{key}")).unwrap_or_default();
            let children = tag.children().map(told).unwrap_or_default();
            format!("<{}{}{field}{checked}{key}>{children}</>", tag.tag(), attributes.concat())
        }
        VNode::VText(text) => format!("“{}”", &*text.text),
        // Yew puts a list around a lone `if`, which is a list already.
        VNode::VList(list) if list.key.is_none() && matches!(list.as_slice(), [VNode::VList(_)]) => {
            told(&list[0])
        }
        VNode::VList(list) => {
            let key = list.key.as_ref().map(|key| format!("{key}:")).unwrap_or_default();
            format!("[{key}{}]", list.iter().map(told).collect::<String>())
        }
        VNode::VComp(_) => "<component/>".to_owned(),
        other => format!("{other:?}"),
    }
}

#[derive(Properties, PartialEq)]
struct Props {
    text: &'static str,
}

#[component]
fn Shout(props: &Props) -> yew::Html {
    html! { <b>{ props.text }</b> }
}

#[test]
fn draws_what_yew_draws() {
    macro_rules! both {
        ($($html:tt)*) => {
            assert_eq!(told(&html! { $($html)* }), told(&yew::html! { $($html)* }), "{}", stringify!($($html)*))
        };
    }
    let (yes, no, id, text) = (true, false, "an-id", "some text");
    let (some, none) = (Some("there"), None::<&'static str>);
    let owned = || "owned".to_owned();
    let press = || Callback::from(|_: yew::MouseEvent| {});
    let inner = || html! { <i class="inner">{ text }</i> };
    both!();
    both!(<p></p>);
    both!(<br />);
    both!(<p class="a" data-b="c">{ text }</p>);
    both!(<p class="a" {id} data-b="c" aria-label={owned()} lang={some} title={none}>{ owned() }</p>);
    both!(<button type="button" disabled={yes} hidden={no} onclick={press()}>{ text }</button>);
    both!(<form novalidate=true><input type="checkbox" value={owned()} checked={yes} /></form>);
    both!(<textarea value="inside" rows="3" />);
    both!(<select><option value={id} selected={yes}>{ text }</option></select>);
    both!(<div key={id}><p key="other">{ "one" }{ " " }<b>{ "two" }</b></p></div>);
    both!(<ul>{ for [1, 2].map(|it| html! { <li key={it}>{ it.to_string() }</li> }) }</ul>);
    both!(<ul>{ for Vec::<VNode>::new() }</ul>);
    both!(<ul><li></li>{ for [inner(), inner()] }</ul>);
    both!(<>{ text }<p>{ inner() }</p></>);
    both!(<key={id}><p></p><p></p></>);
    both!(<div>if yes { <p></p> } else { <b></b> }</div>);
    both!(<div>if no { <p></p> }<i></i></div>);
    both!(<div>if no { <p></p> } else if let Some(there) = some { { there }<b></b> } else { <i></i> }</div>);
    both!(<div>{ Some(inner()) }{ { let twice = [text, text]; twice.concat() } }</div>);
    both!(<div><Shout text="hear" /><Shout {text} /></div>);
}

#[test]
fn what_is_drawn_inside_an_expression_stays_there() {
    let outer = html! {
        <ol start={ html! { <p>{ "not seen" }</p> }.has_key().then_some("1") }>
            { for (0..2).map(|row| html! {
                <li>{ for (0..row).map(|it| html! { <b>{ it.to_string() }</b> }) }{ "end" }</li>
            }) }
        </ol>
    };
    assert_eq!(told(&outer), "<ol>[<li>[“end”]</><li>[<b>“0”</>“end”]</>]</>");
    assert_eq!(drawn(|it| (it.nodes.len(), it.given.len(), it.marks.len())), (0, 0, 0));
}

#[test]
fn classes_that_are_not_there_leave_no_attribute() {
    assert_eq!(classes!("a", Some("b"), None).as_deref(), Some("a b"));
    assert_eq!(classes!(None), None);
}
