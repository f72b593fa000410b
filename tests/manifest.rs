//! What the extension may do is pinned here: a permission more is a decision, never a side effect.

use serde_json::Value;
use serde_json::json;
use std::fs;

fn manifest(name: &str) -> Value {
    let path = format!("{}/extension/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&fs::read_to_string(path).expect("the manifest is there")).expect("it is JSON")
}

/// Every key of a manifest that lets the extension reach pages, or pages and others reach it.
const REACH: &[&str] = &[
    "content_scripts",
    "externally_connectable",
    "host_permissions",
    "optional_permissions",
    "sandbox",
    "web_accessible_resources",
];

#[test]
fn nothing_more_is_asked_for_at_install() {
    let common = manifest("manifest.json");
    assert_eq!(common["manifest_version"], 3);
    assert_eq!(common["permissions"], json!(["activeTab", "scripting", "storage", "contextMenus"]));
    assert_eq!(common["optional_host_permissions"], json!(["*://*/*"]));
    for key in REACH {
        assert_eq!(common.get(key), None, "{key}");
    }
}

#[test]
fn a_browser_adds_no_permission_of_its_own() {
    for name in ["manifest.chromium.json", "manifest.firefox.json"] {
        let own = manifest(name);
        let pinned =
            ["permissions", "optional_host_permissions", "content_security_policy", "manifest_version"];
        for key in REACH.iter().chain(&pinned) {
            assert_eq!(own.get(key), None, "{key} in {name}");
        }
    }
    let gecko = &manifest("manifest.firefox.json")["browser_specific_settings"]["gecko"];
    assert_eq!(gecko["data_collection_permissions"]["required"], json!(["none"]));
}

#[test]
fn its_own_pages_load_nothing_from_elsewhere() {
    let policy = manifest("manifest.json")["content_security_policy"]["extension_pages"].clone();
    let policy = policy.as_str().expect("a policy");
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    for source in policy.split(';').flat_map(|part| part.split_whitespace().skip(1)) {
        assert!(matches!(source, "'none'" | "'self'" | "'wasm-unsafe-eval'"), "{source} in {policy}");
    }
}

/// A section of the store texts, without its heading.
fn listed(section: &str) -> String {
    let path = format!("{}/extension/store/listing.md", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(path).expect("the store texts are there");
    let (_, after) = text.split_once(&format!("\n## {section}\n")).expect(section);
    after.split("\n## ").next().unwrap_or_default().trim().to_owned()
}

/// The Chrome Web Store takes no more. Units: characters.
const SUMMARY: usize = 132;

#[test]
fn the_store_texts_fit_and_explain_every_permission() {
    assert!((40..=SUMMARY).contains(&listed("Summary").chars().count()));
    let explained = listed("Permissions");
    let common = manifest("manifest.json");
    for key in ["permissions", "optional_host_permissions"] {
        for permission in common[key].as_array().expect("a list") {
            let name = permission.as_str().expect("a name");
            assert!(explained.contains(&format!("| `{name}`")), "{name} is not explained");
        }
    }
}
