//! What charities paste and what describes it, held together: the snippets, the script, its manifest, the settings.

use serde_json::Value;
use std::fs;

/// What an editor may set, as `embed.js`, the manifest and the page's own settings all must have it.
const SETTINGS: [&str; 12] = [
    "lang",
    "nation",
    "journey",
    "words",
    "accent",
    "font",
    "radius",
    "scheme",
    "help-name",
    "help-phone",
    "help-url",
    "exit",
];

const SANDBOX: &str =
    "allow-scripts allow-forms allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox";

fn read(file: &str) -> String {
    fs::read_to_string(format!("{}/{file}", env!("CARGO_MANIFEST_DIR")))
        .unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The text between two others.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let start = text.find(before).unwrap_or_else(|| panic!("no {before}")) + before.len();
    &text[start..][..text[start..].find(after).unwrap_or_else(|| panic!("no {after} after {before}"))]
}

/// What stands in double quotation marks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

/// The attributes of a snippet's first tag, in order.
fn attributes(html: &str) -> Vec<(String, String)> {
    let page = roxmltree::Document::parse(html).unwrap_or_else(|error| panic!("{html}: {error}"));
    let root = page.root_element();
    root.attributes().map(|it| (it.name().to_owned(), it.value().to_owned())).collect()
}

#[test]
fn the_script_knows_the_settings_and_the_sandbox() {
    let script = read("embed/embed.js");
    assert_eq!(quoted(between(&script, "const SETTINGS = [", "]")), SETTINGS);
    assert_eq!(quoted(between(&script, "const SANDBOX =", ";")), [SANDBOX]);
    assert!(!script.contains("allow-same-origin"), "the one word that must never be there");
}

#[test]
fn the_page_reads_the_same_settings() {
    let script = read("xtask/shell/settings.js");
    let table = between(&script, "var SETTINGS = {", "\n  };");
    // Each name stands at the start of a line, at the first level.
    let names = table.lines().filter_map(|line| line.strip_prefix("    ")?.split_once(": ["));
    let names: Vec<&str> = names.map(|(name, _)| name.trim_matches('"')).collect();
    assert_eq!(names, SETTINGS);
}

#[test]
fn the_manifest_names_the_attributes_of_the_script() {
    let manifest: Value = serde_json::from_str(&read("embed/custom-elements.json")).expect("JSON");
    assert_eq!(manifest["schemaVersion"], "2.1.0");
    let module = &manifest["modules"][0];
    let element = &module["declarations"][0];
    assert_eq!(element["tagName"], "s117-checker");
    assert_eq!(module["exports"][0]["declaration"]["name"], element["name"]);
    let named: Vec<_> = element["attributes"].as_array().expect("attributes").iter().collect();
    let names: Vec<_> = named.iter().map(|it| it["name"].as_str().expect("a name")).collect();
    assert_eq!(names[0], "src");
    assert_eq!(names[1..], SETTINGS);
    for attribute in named {
        let says = attribute["description"].as_str().unwrap_or_default();
        assert!(says.ends_with('.') && !says.contains('!'), "{attribute}");
    }
}

#[test]
fn the_plain_frame_has_each_attribute_as_decided() {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        attributes(&read("embed/iframe.html")),
        [
            pair("src", "https://example.org/s117/index.html"),
            pair("title", "Section 117 aftercare checker"),
            pair("sandbox", SANDBOX),
            pair("allow", "clipboard-write"),
            pair("referrerpolicy", "no-referrer"),
            pair("loading", "lazy"),
            pair("width", "100%"),
            pair("height", "960"),
        ]
    );
    assert!(read("README.md").contains(&read("embed/iframe.html")), "the README shows another frame");
}

#[test]
fn the_link_and_the_element_say_where_the_checker_is() {
    let link = read("embed/link.html");
    assert_eq!(
        attributes(&link),
        [("href".to_owned(), "https://example.org/s117/index.html".to_owned())],
        "a link works everywhere, so it has nothing else"
    );
    let element = read("embed/element.html");
    assert!(element.starts_with(&format!("<s117-checker>{}</s117-checker>\n", link.trim_end())));
    assert!(element.ends_with("<script src=\"https://example.org/s117/embed.js\" async></script>\n"));
    for snippet in ["iframe", "link", "element"] {
        let html = read(&format!("embed/{snippet}.html"));
        assert!(!html.contains("style=") && !html.contains("javascript:"), "{html}");
    }
}
