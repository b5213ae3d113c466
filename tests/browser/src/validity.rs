//! HTML as the standard has it, says html-validate, a validator not ours.

use crate::tools;
use serde_json::{Value, json};
use std::{fmt, fs, path::Path, process::Command};

/// Something that the standard forbids and we do all the same.
#[derive(Debug)]
pub struct Exception {
    rule: &'static str,
    /// What the message begins with.
    pub begins: &'static str,
    /// Why we do it.
    pub why: &'static str,
}

/// All that is excepted.
pub const EXCEPTIONS: &[Exception] = &[
    Exception {
        rule: "no-multiple-main",
        begins: "Multiple <main> elements present in document",
        why: "the guide stands beside the checker, held hidden by the style so that it needs no script; others are in templates",
    },
    Exception {
        rule: "valid-autocomplete",
        begins: "autocomplete attribute cannot be used on <input type=\"radio\">",
        why: "Firefox brings answers back after a reload unless the field itself says off",
    },
    Exception {
        rule: "valid-autocomplete",
        begins: "autocomplete attribute cannot be used on <input type=\"checkbox\">",
        why: "Firefox brings answers back after a reload unless the field itself says off",
    },
    Exception {
        rule: "attribute-allowed-values",
        begins: "Attribute \"width\" has invalid value \"100%\"",
        why: "the frame that is pasted: many sites strip or forbid style attributes, and every browser reads a percentage",
    },
    Exception {
        rule: "no-deprecated-attr",
        begins: "Attribute \"frameborder\" is deprecated on <iframe> element",
        why: "the frame that is pasted: without a style attribute nothing else takes the border away",
    },
];

impl Exception {
    /// Whether this is what is excepted.
    pub fn covers(&self, fault: &Fault) -> bool {
        self.rule == fault.rule && fault.message.starts_with(self.begins)
    }
}

/// Something that the validator found.
#[derive(Debug)]
pub struct Fault {
    /// The file.
    pub file: String,
    /// The rule that is broken.
    pub rule: String,
    /// What is said of it, and where it stands.
    pub message: String,
}

impl Fault {
    /// Whether it is one of the [`EXCEPTIONS`].
    pub fn is_excepted(&self) -> bool {
        EXCEPTIONS.iter().any(|exception| exception.covers(self))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}: {}", self.file, self.rule, self.message)
    }
}

/// A page with nothing but this in it.
pub fn page_of(html: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<title>A page</title>\n</head>\n<body>\n{html}\n</body>\n</html>\n"
    )
}

/// What html-validate finds in the pages of a folder.
///
/// # Panics
///
/// Panics where it does not run.
pub fn faults(folder: &Path) -> Vec<Fault> {
    let config = folder.join("config.json");
    fs::write(&config, json!({ "root": true, "extends": ["html-validate:standard"] }).to_string())
        .expect("the settings are written");
    let found = folder.with_extension("json");
    let _ = fs::remove_file(&found);
    let output = Command::new("node")
        .arg(tools::file(tools::HTML_VALIDATE))
        // Into a file: it ends before a pipe has taken a long report.
        .arg("--formatter")
        .arg(format!("json={}", found.display()))
        .arg("--config")
        .arg(&config)
        .arg(folder)
        .output()
        .expect("node runs");
    let report = fs::read_to_string(&found).unwrap_or_else(|error| {
        panic!("html-validate wrote nothing ({error}): {}", String::from_utf8_lossy(&output.stderr))
    });
    let report: Value = serde_json::from_str(&report).expect("html-validate writes JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let of_file = |file: &Value| {
        let messages = file["messages"].as_array().expect("messages").iter();
        let fault = |found: &Value| Fault {
            file: text(&file["filePath"]),
            rule: text(&found["ruleId"]),
            message: format!("{} at {}:{}", text(&found["message"]), found["line"], found["column"]),
        };
        messages.map(fault).collect::<Vec<_>>()
    };
    report.as_array().expect("a list of files").iter().flat_map(of_file).collect()
}
