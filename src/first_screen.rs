//! Writes the first screen as HTML, for `cargo xtask build` to put into the page.
fn main() {
    print!("{}", s117_checker::view::first::templates());
}
