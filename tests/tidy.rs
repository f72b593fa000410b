//! The shape of the code, not what it does: arrows between modules, headers, left-overs, sizes.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Who may use whom. `lib.rs`, `wire`, `web` and `native` may use everything; everybody may use `order`, which sorts.
const MAY_USE: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("json", &["order"]),
    ("text", &["order"]),
    ("page", &["order", "text"]),
    ("rules", &["order", "text"]),
    ("covers", &["json", "order", "page", "rules", "text"]),
    ("article", &["json", "order", "page", "rules", "text"]),
    ("facts", &["order", "rules", "text"]),
    ("reader", &["article", "covers", "facts", "json", "order", "text"]),
];

/// Crates that belong to one border only, as (crate, folder).
const BORDERS: &[(&str, &str)] = &[
    ("wasm_bindgen", "src/web"),
    ("js_sys", "src/web"),
    ("web_sys", "src/web"),
    ("serde_wasm_bindgen", "src/web"),
    ("html5ever", "src/native"),
    ("encoding_rs", "src/native"),
    ("flate2", "src/native"),
];

/// What the core must not do: read clocks, files, randomness, or keep state.
const NOT_IN_CORE: &[&str] = &[
    "std::fs",
    "std::io",
    "std::time",
    "std::env",
    "std::thread",
    "std::sync::Mutex",
    "println!(",
    "HashMap",
];

#[test]
fn imports_follow_the_arrows() {
    let mut wrong = Vec::new();
    for (module, allowed) in MAY_USE {
        for (path, text) in rust_files(&format!("src/{module}")) {
            for used in text.split("crate::").skip(1).map(first_word) {
                if used != *module && !allowed.contains(&used) {
                    wrong.push(format!("{path}: `{module}` may not use `crate::{used}`"));
                }
            }
        }
    }
    assert_none("arrows", wrong);
}

#[test]
fn foreign_crates_stay_at_their_border() {
    let mut wrong = Vec::new();
    for (path, text) in rust_files("src") {
        for (name, folder) in BORDERS {
            if text.contains(&format!("{name}::")) && !path.starts_with(folder) {
                wrong.push(format!("{path}: `{name}` belongs to {folder}"));
            }
        }
    }
    assert_none("borders", wrong);
}

#[test]
fn the_core_is_pure() {
    let mut wrong = Vec::new();
    for (module, _) in MAY_USE {
        for (path, text) in rust_files(&format!("src/{module}")) {
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for thing in NOT_IN_CORE.iter().filter(|t| code.contains(**t)) {
                wrong.push(format!("{path}: `{thing}` in the core"));
            }
        }
    }
    assert_none("purity", wrong);
}

#[test]
fn every_file_says_what_it_is() {
    let mut wrong = Vec::new();
    for (path, text) in all_rust() {
        if !text.starts_with("//!") {
            wrong.push(format!("{path}: does not open with `//!`"));
        }
    }
    for (path, text) in files("extension", &["ts"]).into_iter().chain(files("www", &["ts"])) {
        if !text.starts_with("//") && !text.starts_with("/*") {
            wrong.push(format!("{path}: does not open with a comment that says what it is"));
        }
    }
    assert_none("headers", wrong);
}

#[test]
fn nothing_is_left_over() {
    let words =
        ["TO".to_owned() + "DO", "FIX".to_owned() + "ME", "XX".to_owned() + "X:", "dbg".to_owned() + "!("];
    let mut wrong = Vec::new();
    let scripts = ["extension", "www", "tests"].iter().flat_map(|f| files(f, &["ts", "mjs"]));
    for (path, text) in all_rust().into_iter().chain(scripts) {
        for word in words.iter().filter(|w| text.contains(w.as_str())) {
            wrong.push(format!("{path}: {word}"));
        }
    }
    assert_none("left-overs", wrong);
}

/// Page text is only ever text: nothing in the hands parses a string as markup or runs it.
#[test]
fn the_hands_parse_no_markup() {
    let forbidden =
        ["innerHTML", "outerHTML =", "insertAdjacentHTML", "document.write", "eval(", "new Function"];
    assert_none("markup", lines_with(&files("extension", &["ts"]), &forbidden, ""));
}

/// No request leaves the machine: the background may fetch its own WASM and nothing else asks at all.
#[test]
fn the_hands_ask_nobody() {
    let forbidden = ["fetch(", "XMLHttpRequest", "WebSocket", "sendBeacon", "EventSource", "import("];
    let own = "fetch(chrome.runtime.getURL(\"";
    assert_none("requests", lines_with(&files("extension", &["ts"]), &forbidden, own));
}

/// Lines of code that hold one of `forbidden`; comments and lines that hold `but` are let through.
fn lines_with(files: &[(String, String)], forbidden: &[&str], but: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, text) in files {
        for line in text.lines().map(|l| l.split("//").next().unwrap_or_default()) {
            let excused = (!but.is_empty() && line.contains(but)) || line.trim_start().starts_with('*');
            for word in forbidden.iter().filter(|w| !excused && line.contains(**w)) {
                wrong.push(format!("{path}: {word}"));
            }
        }
    }
    wrong
}

/// What the documents name is there: a path in backticks that begins with one of our folders.
#[test]
fn the_documents_name_what_exists() {
    let folders =
        [".ci/", "benches/", "examples/", "extension/", "npm/", "rules/", "src/", "tests/", "www/", "xtask/"];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    for document in ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md", "extension/store/reviewers.md"] {
        let text = fs::read_to_string(root.join(document)).expect(document);
        for path in
            text.split('`').skip(1).step_by(2).filter(|path| folders.iter().any(|f| path.starts_with(f)))
        {
            // The part before a placeholder, a wildcard or an argument.
            let named = path.split(['<', '*', ' ', ':']).next().unwrap_or_default();
            if !root.join(named).exists() {
                wrong.push(format!("{document}: {path}"));
            }
        }
    }
    assert_none("documents", wrong);
}

/// Not a failure: what to look at when there is time.
#[test]
fn long_files_are_reported() {
    for (path, text) in all_rust() {
        let lines = text.split("#[cfg(test)]").next().unwrap_or_default().lines().count();
        if lines > 400 {
            println!("{path}: {lines} lines");
        }
    }
}

fn assert_none(what: &str, wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{what}:\n{}", wrong.join("\n"));
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

fn all_rust() -> Vec<(String, String)> {
    ["src", "tests", "xtask/src", "benches"].iter().flat_map(|f| rust_files(f)).collect()
}

fn rust_files(folder: &str) -> Vec<(String, String)> {
    files(folder, &["rs"])
}

/// All files with one of these endings below `folder`, as (path from the root, text).
fn files(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut out = Vec::new();
    let mut waiting: Vec<PathBuf> = vec![root.join(folder)];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.ends_with("target") {
                continue; // the benches' own builds
            }
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().and_then(|e| e.to_str()).is_some_and(|e| endings.contains(&e)) {
                let name = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
                out.push((name, fs::read_to_string(&path).unwrap_or_default()));
            }
        }
    }
    out.sort();
    out
}
