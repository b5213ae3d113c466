//! The checker as a program for the browser.
fn main() {
    s117_checker::view::start();
}
