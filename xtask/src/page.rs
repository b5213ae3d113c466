//! Puts the parts of the page into one file, and writes the policy that allows them and nothing else.

use crate::Result;
use crate::sizes::{self, Sizes, Words};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use lzma_rust2::{LzipOptions, LzipWriter, LzmaOptions};
use sha2::{Digest, Sha256};
use std::io::Write;

/// What goes into the slots of `index.html`.
pub struct Parts<'a> {
    /// CSS.
    pub style: &'a str,
    /// The guide, as HTML.
    pub guide: &'a str,
    /// The first screen, as templates.
    pub first: &'a str,
    /// The link to the page that runs as JavaScript, if that is made too, and only in the page that runs as Wasm.
    pub link: &'a str,
    /// The first script, for every browser.
    pub watchdog: &'a str,
    /// The module that starts the Wasm.
    pub module: &'a str,
    /// The checker.
    pub wasm: &'a [u8],
    /// The words that are in it, to measure.
    pub words: &'a [Words],
}

/// Fills the slots of the template.
pub fn pack(template: &str, parts: &Parts<'_>) -> Result<(String, Sizes)> {
    let bare = sizes::without_words(parts.wasm, parts.words)?;
    // Packed twice, to measure what the words take: at the same time, as it is slow.
    let (wasm, bare) = std::thread::scope(|scope| {
        let bare = scope.spawn(|| block(&bare));
        (block(parts.wasm), bare.join().expect("packing does not panic"))
    });
    let (wasm, bare) = (wasm?, bare?);
    let page = filled(template, parts, &wasm)?;

    let [style, watchdog, module] = elements(parts);
    let [runtime, without_words] = [&wasm, &bare].map(|wasm| format!("{watchdog}{wasm}{module}"));
    let frame = page.replace(&style, "").replace(&watchdog, "").replace(&wasm, "").replace(&module, "");
    let sizes = Sizes::of(&page, [&runtime, &without_words], &style, &frame, parts.words)?;
    Ok((page, sizes))
}

/// Fills the slots of the template for a page whose module is the whole checker.
pub fn pack_javascript(template: &str, parts: &Parts<'_>) -> Result<String> {
    filled(template, parts, "")
}

/// Style, first script and module as they stand in the page.
fn elements(parts: &Parts<'_>) -> [String; 3] {
    [
        format!("<style>{}</style>", parts.style),
        format!("<script>{}</script>", parts.watchdog),
        format!("<script type=\"module\">{}</script>", parts.module),
    ]
}

/// The page around this block of Wasm, or without one.
fn filled(template: &str, parts: &Parts<'_>, wasm: &str) -> Result<String> {
    for (name, text) in [("watchdog", parts.watchdog), ("module", parts.module)] {
        closes("script", name, text)?;
    }
    closes("style", "style", parts.style)?;
    let [style, watchdog, module] = elements(parts);
    let policy = format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">",
        policy(&[parts.watchdog, parts.module], parts.style, !wasm.is_empty())
    );
    fill(
        template,
        &[
            ("policy", &policy),
            ("style", &style),
            ("guide", parts.guide.trim_end()),
            ("without-wasm", parts.link.trim_end()),
            ("first", parts.first.trim_end()),
            ("watchdog", &watchdog),
            ("wasm", wasm),
            ("module", &module),
        ],
    )
}

/// The block with the checker, for the module to unpack.
fn block(wasm: &[u8]) -> Result<String> {
    let packed = BASE64.encode(shrink(wasm)?);
    Ok(format!("<script type=\"application/octet-stream\" id=\"wasm\">{packed}</script>"))
}

/// The page's policy: these two scripts, this style, Wasm if there is any; no request, no form, no other base.
pub fn policy(scripts: &[&str], style: &str, wasm: bool) -> String {
    let mut allowed: Vec<_> = scripts.iter().map(|script| hash(script)).collect();
    if wasm {
        allowed.push("'wasm-unsafe-eval'".into());
    }
    format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; connect-src 'none'; \
         base-uri 'none'; form-action 'none'",
        allowed.join(" "),
        hash(style)
    )
}

/// A script or style, as a policy names it.
pub fn hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

/// Refuses the build if a path of the building machine stands in the page or in its Wasm.
pub fn no_paths(page: &str, wasm: &[u8], private: &[String]) -> Result<()> {
    let usual = ["/home/", "/root/", "/Users/", "\\Users\\"];
    for (name, text) in [("page", page.into()), ("Wasm", String::from_utf8_lossy(wasm))] {
        for path in private.iter().map(String::as_str).chain(usual) {
            if let Some((before, after)) = text.split_once(path) {
                let before: Vec<char> = before.chars().rev().take(20).collect();
                let before: String = before.into_iter().rev().collect();
                let after: String = after.chars().take(60).collect();
                return Err(format!(
                    "the {name} names a folder of this machine: …{}…; see `remap_flags` in xtask/src/paths.rs",
                    format!("{before}{path}{after}").escape_debug()
                ));
            }
        }
    }
    Ok(())
}

/// Fills each slot, which must stand in the template once, and leaves out its comments and indentation.
fn fill(template: &str, slots: &[(&str, &str)]) -> Result<String> {
    let mut page = String::new();
    let mut left = slots.to_vec();
    let mut rest = template;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let (comment, after) = comment.split_once("-->").ok_or("index.html: a comment has no end (`-->`)")?;
        page.push_str(&unindent(before));
        rest = after;
        if let Some(name) = comment.trim().strip_prefix("slot:") {
            let name = name.trim();
            let Some(at) = left.iter().position(|(slot, _)| *slot == name) else {
                let known = slots.iter().any(|(slot, _)| *slot == name);
                let why = if known { "stands there twice" } else { "is unknown" };
                return Err(format!("index.html: the slot `{name}` {why}"));
            };
            page.push_str(left.remove(at).1);
        } else {
            rest = rest.trim_start();
        }
    }
    page.push_str(&unindent(rest));
    match left.first() {
        None => Ok(page),
        Some((name, _)) => Err(format!("index.html: there is no slot `<!-- slot: {name} -->`")),
    }
}

fn unindent(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for (index, line) in html.split('\n').enumerate() {
        if index > 0 {
            out.push('\n');
            out.push_str(line.trim_start());
        } else {
            out.push_str(line);
        }
    }
    out
}

/// An inline script or style ends at the first thing that looks like its end, strings included.
pub fn closes(tag: &str, name: &str, text: &str) -> Result<()> {
    let small = text.to_ascii_lowercase();
    for end in [format!("</{tag}"), "<!--".to_owned()] {
        if small.contains(&end) {
            return Err(format!("the {name} contains {end:?}, which a browser would take for HTML"));
        }
    }
    Ok(())
}

/// LZMA with a checksum, in the format of lzip: a page damaged on its way does not start.
fn shrink(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = LzipOptions::with_preset(9);
    options.lzma_options.dict_size = 1 << 21;
    options.lzma_options.nice_len = LzmaOptions::NICE_LEN_MAX;
    options.lzma_options.depth_limit = 4096;
    let mut packed = LzipWriter::new(Vec::new(), options);
    let packed = packed.write_all(bytes).and_then(|()| packed.finish());
    packed.map_err(|error| format!("cannot compress the Wasm: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::Runs;
    use crate::{css, guide, paths::read_text, script};
    use lzma_rust2::LzipReader;
    use std::io::Read;
    use std::path::{Path, PathBuf};

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_path_buf()
    }

    /// The real page, around a Wasm that is none.
    fn made() -> String {
        made_to_run(Runs::Wasm)
    }

    fn made_to_run(runs: Runs) -> String {
        let root = root();
        let style = css::read(&[root.join("xtask/shell/shell.css")], &root.join("style")).expect("the style");
        let guide = guide::guide_html(&root.join("content/en")).expect("the guide");
        let watchdog = crate::shell::first_script(&root, runs).expect("the first script");
        let module = script::squeeze(&crate::shell::start(&root, runs).expect("the module"));
        let link = match runs {
            Runs::Wasm => crate::shell::link_to_javascript(&root).expect("the link"),
            Runs::JavaScript => String::new(),
        };
        let parts = Parts {
            style: &style,
            guide: &guide,
            first: "<template data-first=\"en\" data-part=\"screen\"><p>First.</p></template>",
            link: &link,
            watchdog: &watchdog,
            module: &module,
            wasm: b"\0asm, so to say",
            words: &[],
        };
        let template = read_text(&root.join("index.html")).expect("the template");
        let template = crate::shell::with_words(&template, &root.join("content")).expect("the words");
        match runs {
            Runs::Wasm => pack(&template, &parts).expect("the page").0,
            Runs::JavaScript => pack_javascript(&template, &parts).expect("the page"),
        }
    }

    fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
        assert_eq!(page.matches(from).count(), 1, "{from} must stand in the page once");
        page.split_once(from).and_then(|(_, rest)| rest.split_once(to)).expect(from).0
    }

    #[test]
    fn the_policy_allows_what_is_in_the_file_and_nothing_else() {
        let page = made();
        let style = hash(between(&page, "<style>", "</style>"));
        let watchdog = hash(between(&page, "<script>", "</script>"));
        let module = hash(between(&page, "<script type=\"module\">", "</script>"));
        let policy = between(&page, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        assert_eq!(
            policy,
            format!(
                "default-src 'none'; script-src {watchdog} {module} 'wasm-unsafe-eval'; style-src {style}; \
                 img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'"
            )
        );
        // As `printf abc | openssl dgst -sha256 -binary | base64` says.
        assert_eq!(hash("abc"), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
    }

    #[test]
    fn the_page_as_javascript_allows_no_wasm_and_does_not_lead_to_itself() {
        let page = made_to_run(Runs::JavaScript);
        let watchdog = between(&page, "<script>", "</script>");
        let module = between(&page, "<script type=\"module\">", "</script>");
        let style = hash(between(&page, "<style>", "</style>"));
        let policy = between(&page, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        assert_eq!(
            policy,
            format!(
                "default-src 'none'; script-src {} {}; style-src {style}; img-src data:; connect-src 'none'; \
                 base-uri 'none'; form-action 'none'",
                hash(watchdog),
                hash(module)
            )
        );
        assert!(!page.contains("without-wasm.html") && made().contains("href=\"without-wasm.html\""));
        assert!(!page.contains("octet-stream") && !module.contains("WebAssembly"));
        // All else is the same.
        assert_eq!(
            between(&page, "<main", "<div id=\"sentences\""),
            between(&made(), "<main", "<div id=\"sentences\"")
        );
    }

    #[test]
    fn the_page_is_ordered_so_that_a_cut_leaves_the_guide() {
        let page = made();
        let order = [
            "<!doctype html>",
            "<meta charset=\"utf-8\">",
            "Content-Security-Policy",
            "<title>",
            "<link rel=\"icon\" href=\"data:,\">",
            "<style>",
            "<div id=\"app\"></div>",
            "<main id=\"guide\">",
            "<h1>",
            "</main>",
            "<template data-first",
            "<script>",
            "<script type=\"application/octet-stream\"",
            "<script type=\"module\">",
            "</html>",
        ];
        let places: Vec<_> =
            order.map(|part| page.find(part).unwrap_or_else(|| panic!("no {part}"))).to_vec();
        assert!(places.is_sorted(), "{places:?}");
        assert_eq!(places[0], 0);
        assert_eq!(page.matches("<script").count(), 3);
        assert!(!page.contains("slot:") && !page.contains("<!--"), "a comment or a slot is left");
    }

    #[test]
    fn the_page_needs_nothing_from_elsewhere() {
        let page = made();
        for part in [" src=", "<form", "<iframe", "<img", "<base", " style=", " onclick=", "@import"] {
            assert!(!page.contains(part), "{part}");
        }
        assert_eq!(page.matches("<link ").count(), 1);
    }

    #[test]
    fn the_wasm_comes_out_as_it_went_in() {
        let page = made();
        let block = between(&page, "<script type=\"application/octet-stream\" id=\"wasm\">", "</script>");
        let packed = BASE64.decode(block).expect("base64");
        let mut wasm = Vec::new();
        LzipReader::new(packed.as_slice()).read_to_end(&mut wasm).expect("lzip");
        assert_eq!(wasm, b"\0asm, so to say");
    }

    #[test]
    fn each_slot_is_filled_once() {
        let slots = [("a", "<!-- slot: b -->"), ("b", "B")];
        // What is filled in is not read again.
        assert_eq!(
            fill("<!-- note --> x\n  <!-- slot: a -->\n  <!--slot:b-->\n", &slots).as_deref(),
            Ok("x\n<!-- slot: b -->\nB\n")
        );
        for (template, wrong) in [
            ("<!-- slot: a -->", "there is no slot `<!-- slot: b -->`"),
            ("<!-- slot: a --><!-- slot: a --><!-- slot: b -->", "the slot `a` stands there twice"),
            ("<!-- slot: c -->", "the slot `c` is unknown"),
            ("<!-- slot: a", "a comment has no end"),
        ] {
            let said = fill(template, &slots).expect_err(template);
            assert!(said.contains(wrong), "{said}");
        }
    }

    #[test]
    fn refuses_what_would_end_a_script_early() {
        let parts = |module, style| Parts {
            style,
            guide: "",
            first: "",
            link: "",
            watchdog: "",
            module,
            wasm: b"",
            words: &[],
        };
        for (module, style) in [("'</SCRIPT >'", ""), ("'<!-- <script'", ""), ("", "a{content:'</style'}")] {
            assert!(pack("", &parts(module, style)).is_err(), "{module}{style}");
        }
    }

    #[test]
    fn finds_paths_of_the_building_machine() {
        let private = ["/srv/builds/checker".to_owned()];
        assert_eq!(no_paths("a page", b"\0asm /crates/yew/src/lib.rs", &private), Ok(()));
        for leak in [
            "/srv/builds/checker/src/lib.rs",
            "/home/you/.cargo",
            "/root/.cargo",
            "/Users/you",
            "C:\\Users\\you",
        ] {
            let wasm = format!("\0asm\u{1}{leak}");
            assert!(
                no_paths("", wasm.as_bytes(), &private).is_err_and(|said| said.contains("the Wasm")),
                "{leak}"
            );
            assert!(no_paths(leak, b"", &private).is_err_and(|said| said.contains("the page")), "{leak}");
        }
    }
}
