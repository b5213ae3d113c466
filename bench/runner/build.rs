//! Takes every text that the checker's file holds out of `content/`, by the checker's own compiler of words.

// The compiler asks the law which texts there must be.
#[allow(dead_code)]
#[path = "../../src/law/mod.rs"]
mod law;

// Read by the checker's own `build.rs` too, which uses other parts of it.
#[allow(dead_code, unused_imports)]
#[path = "../../src/words/compile/mod.rs"]
mod compile;

use std::path::Path;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for read in ["src/law", "src/words/compile", "content", compile::signatures::FILE, compile::RULES] {
        println!("cargo::rerun-if-changed={}", root.join(read).display());
    }
    println!("cargo::rerun-if-changed=build.rs");
    let files = compile::read(&root).expect("content/ can be read");
    // What is wrong with them, the checker's own `build.rs` says.
    let made = compile::compile(&files, compile::LANGUAGES).expect("content/ compiles");
    let out = std::env::var("OUT_DIR").expect("Cargo sets this");
    for language in made.languages {
        let path = Path::new(&out).join(format!("{}.text", language.code));
        std::fs::write(path, language.packed.text).expect("Cargo's own folder can be written");
    }
}
