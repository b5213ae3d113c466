//! The view: draws findings, decides nothing.

use yew::prelude::*;

/// The whole checker.
#[component]
pub fn App() -> Html {
    html! { <main id="main"><h1 tabindex="-1">{ "Section 117 aftercare" }</h1></main> }
}

/// Puts the checker into the page's `#app`.
pub fn start() {
    let Some(root) = gloo::utils::document().get_element_by_id("app") else { return };
    yew::Renderer::<App>::with_root(root).render();
}
