//! Our own drawings, each a file. Never with words inside: the same meaning always stands in text beside it.

use yew::prelude::*;

/// Puts a drawing of this crate into the page.
macro_rules! drawing {
    ($name:literal) => {
        $crate::view::drawing::draw(include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/src/view/drawings/",
            $name,
            ".svg"
        )))
    };
}
pub(super) use drawing;

/// Only for files of this crate: the text goes into the page as it is.
pub(super) fn draw(svg: &'static str) -> Html {
    Html::from_html_unchecked(AttrValue::Static(svg.trim_ascii_end()))
}
