//! The view: draws findings, decides nothing.
//!
//! One component per file; a plain function where nothing is remembered. Nothing is stored: no storage, no
//! address, no history, no title. No `style` attributes: the page's policy refuses them.

mod adviser;
mod answer;
mod app;
mod because;
mod bodies;
mod browser;
mod changes;
mod choice;
mod close_watcher;
mod contact;
mod contents;
mod copy;
mod date_fields;
mod deadlines;
mod download;
mod draft;
mod drawing;
mod element;
mod fields;
#[cfg(feature = "first")]
pub mod first;
mod frame;
mod helpline;
mod keep;
mod ladder;
mod law_says;
mod letter;
mod mistake;
mod myths;
mod next;
mod notes;
mod onward;
mod original;
mod paper;
mod people;
mod phone;
mod picture;
mod question;
mod result;
mod rich;
mod road;
mod settings;
mod settled;
mod sheet;
mod sheets;
mod so_far;
mod sources;
mod start;
mod state;
mod stays;
mod strength;
mod term;
mod thread;
mod whom;
mod write;
mod writing;

pub use app::App;

/// Puts the checker into the page's `#app`.
pub fn start() {
    // After a panic nothing on the screen can be trusted: the guide comes back in its place.
    yew::set_custom_panic_hook(Box::new(|_| browser::report_failure()));
    let Some(root) = gloo::utils::document().get_element_by_id("app") else { return };
    yew::Renderer::<App>::with_root(root).render();
}
