//! The checker as JavaScript, for browsers in which WebAssembly is switched off: iOS in Lockdown Mode, Tor Browser at its
//! safer levels.
//!
//! Binaryen's wasm2js writes it from a Wasm of its own. Whatever is replaced in what other programs wrote must be there
//! exactly as often as expected, or the build stops: with a repair missing, text would go missing without a word.

use crate::paths::output;
use crate::progress::Step;
use crate::tools::JavaScript;
use crate::{Result, paths};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use std::path::Path;
use std::process::Command;

/// What rustc must compile for: wasm2js knows no tables of references.
pub const TARGET_CPU: &str = "-Ctarget-cpu=mvp";

/// What the standard library uses all the same, since it comes compiled. wasm2js has JavaScript for each.
const FEATURES: [&str; 6] = [
    "--mvp-features",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
];

/// The memory, as wasm2js writes it, and as it must be: one that stays where it is.
///
/// wasm2js lets a memory that grows move, and writes `HEAP32[f() >> 2]` for a load whose place is the result of a call. If `f`
/// makes it grow, the load reads the memory as it was before, and texts go missing without a word. What is not used of a
/// large buffer costs nothing.
const MEMORY: [(&str, &str); 2] = [
    ("return buffer.byteLength >> 16;", "return pages;"),
    (
        "if ((oldPages < newPages) && (newPages < 65536)) {",
        // Refused, as a Wasm memory at its end does it; wasm2js would claim to have grown.
        "if (pagesToAdd < 0 || newPages > MOST_PAGES) return -1;\n   pages = newPages;\n   if (false) {",
    ),
];

/// Pages of 64 kB that the checker may take: 32 MB. The tests draw every screen in that.
const MOST_PAGES: u32 = 512;

/// What the glue exports: the ways to start a Wasm.
const EXPORT: &str = "export { initSync, __wbg_init as default };";

/// The Wasm without the section that lists what its compiler may use. It lists the standard library's features too, and
/// wasm-bindgen would take them for tables of references.
pub fn without_target_features(wasm: &[u8]) -> Result<Vec<u8>> {
    const NAME: &[u8] = b"\x0ftarget_features";
    let cut = || "the Wasm for JavaScript is cut short".to_owned();
    let mut kept = wasm.get(..8).ok_or_else(cut)?.to_vec();
    let mut found = 0;
    let mut rest = &wasm[8..];
    while !rest.is_empty() {
        let (length, begin) = leb(&rest[1..]).ok_or_else(cut)?;
        let end = 1 + begin + length;
        let section = rest.get(..end).ok_or_else(cut)?;
        if section[0] == 0 && section[1 + begin..].starts_with(NAME) {
            found += 1;
        } else {
            kept.extend_from_slice(section);
        }
        rest = &rest[end..];
    }
    if found == 1 { Ok(kept) } else { Err(format!("the Wasm has {found} sections target_features, not one")) }
}

/// A number as Wasm writes it, and the bytes that it takes.
fn leb(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut number = 0;
    for (place, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((number, place + 1));
        }
    }
    None
}

/// The whole module: what wasm-bindgen wrote for this Wasm, the Wasm as JavaScript, and what starts it.
pub fn module(tools: &JavaScript, target: &Path, glue: &str, wasm: &[u8], start: &str) -> Result<String> {
    let step = Step::begin("Writing the checker as JavaScript");
    let folder = target.join("javascript");
    let file = |name: &str| folder.join(name);
    let wrong = |error: std::io::Error| format!("cannot write into {}: {error}", folder.display());
    std::fs::create_dir_all(&folder).map_err(wrong)?;

    std::fs::write(file("checker.wasm"), wasm).map_err(wrong)?;
    // wasm2js itself makes of a negative number not 0, but the largest.
    let mut lower = Command::new(&tools.node);
    lower.arg(&tools.wasm_opt).args(FEATURES).arg("--llvm-nontrapping-fptoint-lowering");
    output(lower.arg(file("checker.wasm")).arg("-o").arg(file("lowered.wasm")))?;
    let mut wasm2js = Command::new(&tools.node);
    wasm2js.arg(&tools.wasm2js).args(FEATURES).arg("-Oz");
    output(wasm2js.arg(file("lowered.wasm")).arg("-o").arg(file("checker.js")))?;
    let (checker, data) = checker(&paths::read_text(&file("checker.js"))?)?;

    std::fs::write(file("module.js"), format!("{}\n{checker}\n{start}", once(glue, EXPORT, "")?))
        .map_err(wrong)?;
    let mut esbuild = Command::new(&tools.node);
    // As old as the oldest browser with modules that the page starts in.
    esbuild.arg(&tools.esbuild).args(["--minify", "--tree-shaking=true", "--format=esm", "--target=es2018"]);
    let small = output(esbuild.args(["--charset=utf8", "--log-level=error"]).arg(file("module.js")))?;
    if small.contains("WebAssembly") {
        return Err("the checker as JavaScript still asks for WebAssembly".into());
    }
    step.done();
    Ok(format!("const s117Data={data};{small}"))
}

/// What wasm2js wrote, as one function `asmFunc` and what it needs; and the data of the memory, which start.js fills in.
fn checker(written: &str) -> Result<(String, String)> {
    const DECODE: (&str, &str) = ("  var base64ReverseLookup", "function initActiveSegments(imports) {\n");
    const PUT: &str = "  base64DecodeToExistingUint8Array(bufferView, ";
    let without_import = match written.split_once('\n') {
        Some((first, rest)) if first.starts_with("import * as ") => rest,
        _ => return Err("wasm2js did not begin with an import".into()),
    };
    let (code, _) = split(without_import, "\nvar retasmFunc = asmFunc({\n")?;
    let (before, rest) = split(code, DECODE.0)?;
    let (_, rest) = split(rest, DECODE.1)?;
    let (segments, after) = rest.split_once("\n}\n").ok_or("wasm2js did not end its data")?;
    let mut data = Vec::new();
    for line in segments.lines() {
        let segment = line.strip_prefix(PUT).and_then(|rest| rest.strip_suffix("\");"));
        let (place, packed) = segment
            .and_then(|segment| segment.split_once(", \""))
            .ok_or_else(|| format!("wasm2js wrote data in a new way: {line:.100}"))?;
        let place: u32 = place.parse().map_err(|_| format!("wasm2js wrote data at no place: {place}"))?;
        let bytes =
            BASE64.decode(packed).map_err(|error| format!("wasm2js wrote data that is none: {error}"))?;
        data.push(format!("{place},{}", literal(&bytes)));
    }
    let (top, rest) = split(after, " var buffer = new ArrayBuffer(")?;
    let (bytes, rest) = rest.split_once(");").ok_or("wasm2js made its memory in a new way")?;
    let pages = bytes.parse::<u32>().map_err(|_| format!("wasm2js made a memory of {bytes}"))? >> 16;
    let mut after = format!(
        "{top} var buffer = new ArrayBuffer({});\n var MOST_PAGES = {MOST_PAGES}, pages = {pages};{rest}",
        MOST_PAGES << 16
    );
    for (moving, still) in MEMORY {
        after = once(&after, moving, still)?;
    }
    let fill = "function initActiveSegments() { fill(bufferView); }\n";
    Ok((format!("{before}{fill}{after}"), format!("[{}]", data.join(","))))
}

/// Bytes as a string of JavaScript with a character for each. It packs a third smaller than base64, and what would end a
/// script, or what HTML does not keep, is written with signs for it.
fn literal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    text.push('"');
    for (place, byte) in bytes.iter().enumerate() {
        match byte {
            // Before a digit it would be another number.
            0 if !bytes.get(place + 1).is_some_and(u8::is_ascii_digit) => text.push_str("\\0"),
            b'"' | b'\\' => text.extend(['\\', char::from(*byte)]),
            b'\n' => text.push_str("\\n"),
            0..0x20 | b'<' | 0x7f..0xa0 => text.push_str(&format!("\\x{byte:02x}")),
            byte => text.push(char::from(*byte)),
        }
    }
    text.push('"');
    text
}

/// What stands before and after something that must be there once.
fn split<'a>(text: &'a str, at: &str) -> Result<(&'a str, &'a str)> {
    match text.matches(at).count() {
        1 => Ok(text.split_once(at).expect("it is there")),
        times => Err(format!("{times} times instead of once in what was written for JavaScript: {at}")),
    }
}

/// Replaces what must be there once.
fn once(text: &str, from: &str, to: &str) -> Result<String> {
    let (before, after) = split(text, from)?;
    Ok(format!("{before}{to}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_list_of_features_goes() {
        let head = b"\0asm\x01\0\0\0";
        let features = b"\0\x12\x0ftarget_features\x00\x00";
        let other = b"\0\x04\x03abc";
        // As linkers write a length that they filled in later.
        let code = b"\x0a\x82\x80\x00xy";
        let wasm = [&head[..], other, features, code].concat();
        assert_eq!(without_target_features(&wasm), Ok([&head[..], other, code].concat()));
        for wrong in [
            &[&head[..], other][..],
            &[&head[..], features, features],
            &[&head[..], features, &code[..5]],
            &[&head[..], features, &code[..2]],
            &[&head[..3]],
        ] {
            assert!(without_target_features(&wrong.concat()).is_err(), "{wrong:?}");
        }
    }

    const WRITTEN: &str = "import * as a from './a_bg.js';\n\n  var bufferView;\n  var base64ReverseLookup = 1;\n\
        function initActiveSegments(imports) {\n  base64DecodeToExistingUint8Array(bufferView, 8, \"AAEx\");\n  \
        base64DecodeToExistingUint8Array(bufferView, 64, \"PA==\");\n}\nfunction asmFunc(imports) {\n var buffer = new ArrayBuffer(131072);\n \
        return buffer.byteLength >> 16;\n if ((oldPages < newPages) && (newPages < 65536)) {\n }\n}\n\n\
        var retasmFunc = asmFunc({\n  \"./a_bg.js\": a,\n});\nexport var memory = retasmFunc.memory;\n";

    #[test]
    fn data_is_taken_out_and_nothing_is_exported() {
        let (code, data) = checker(WRITTEN).expect("as wasm2js writes it");
        assert_eq!(data, "[8,\"\\0\\x011\",64,\"\\x3c\"]");
        assert!(
            code.contains("fill(bufferView)")
                && code.contains("ArrayBuffer(33554432)")
                && code.contains(", pages = 2;"),
            "{code}"
        );
        for gone in ["import ", "export", "base64", "retasmFunc"] {
            assert!(!code.contains(gone), "{gone}: {code}");
        }
        for (from, to) in [
            ("import *", "const x"),
            ("base64Decode", "decode"),
            ("AAEx", "A"),
            ("function initActive", "function init"),
            ("var retasmFunc", "var other"),
            ("new ArrayBuffer", "made"),
            ("byteLength", "length"),
            ("65536", "65535"),
        ] {
            assert!(checker(&WRITTEN.replace(from, to)).is_err(), "{from}");
        }
    }

    #[test]
    fn bytes_are_written_so_that_neither_html_nor_javascript_reads_them_otherwise() {
        for (bytes, text) in [
            (&b"a\"\\\n\r"[..], r#""a\"\\\n\x0d""#),
            (b"\0", r#""\0""#),
            (b"\0a\x001", r#""\0a\x001""#),
            (b"</script\xe9\x85", "\"\\x3c/script\u{e9}\\x85\""),
        ] {
            assert_eq!(literal(bytes), text);
        }
        let all: Vec<u8> = (0..=255).collect();
        let text = literal(&all);
        assert!(text.chars().all(|sign| !sign.is_control() && sign != '<'), "{text:?}");
    }
}
