//! Packs the words of `content/`, or says everything that is wrong there.

// The compiler asks the law itself which texts there must be. Here most of the law lies idle.
#[allow(dead_code)]
#[path = "src/law/mod.rs"]
mod law;

// Read by `xtask` and by tests too, which use other parts of it.
#[allow(dead_code, unused_imports)]
#[path = "src/words/compile/mod.rs"]
mod compile;

use std::path::Path;

/// So many problems are shown; the rest are counted.
const SHOWN: usize = 40;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-cfg=diagram");
    println!("cargo::rerun-if-changed=src/law");
    for path in ["compile", "sentence.rs", "squeeze.rs"] {
        println!("cargo::rerun-if-changed=src/words/{path}");
    }
    // Not the whole folder: the words of the other pages are no reason to compile the checker again.
    for path in compile::paths() {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-changed={}", compile::signatures::FILE);
    println!("cargo::rerun-if-changed={}", compile::RULES);
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("Cargo sets this");
    let made = match compile::read(Path::new(&root)) {
        Ok(files) => compile::compile(&files, compile::LANGUAGES),
        Err(error) => {
            println!("cargo::error=content/ cannot be read: {error}");
            return;
        }
    };
    match made {
        Ok(made) => {
            let out = std::env::var("OUT_DIR").expect("Cargo sets this");
            let write = |name: &str, bytes: &[u8]| {
                std::fs::write(Path::new(&out).join(name), bytes).expect("Cargo's own folder can be written");
            };
            write("words.rs", made.code.as_bytes());
            write("diagram.rs", law::diagram::written().as_bytes());
            for language in made.languages {
                write(&format!("{}.text", language.code), language.packed.text.as_bytes());
                write(&format!("{}.index", language.code), &language.packed.index);
            }
        }
        Err(problems) => {
            for problem in problems.iter().take(SHOWN) {
                println!("cargo::error={problem}");
            }
            if problems.len() > SHOWN {
                println!("cargo::error=and {} more problems in content/", problems.len() - SHOWN);
            }
        }
    }
}
