//! One manifest for each browser: the common part with the browser's own laid over it.

use crate::paths::at;
use anyhow::Context;
use anyhow::Result;
use serde_json::Value;
use std::fs;

/// Reads `extension/manifest.json`, lays `extension/manifest.<browser>.json` over it, and gives the text.
pub fn for_browser(browser: &str) -> Result<String> {
    let mut manifest = read("extension/manifest.json")?;
    merge(&mut manifest, read(&format!("extension/manifest.{browser}.json"))?);
    manifest["version"] = Value::from(product_version()?);
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

/// The version stands once, in the product's Cargo.toml.
pub fn product_version() -> Result<String> {
    let cargo = fs::read_to_string(at("Cargo.toml"))?;
    let line =
        cargo.lines().find_map(|l| l.strip_prefix("version = \"")).context("no version in Cargo.toml")?;
    Ok(line.trim_end_matches('"').to_owned())
}

fn read(path: &str) -> Result<Value> {
    let text = fs::read_to_string(at(path)).with_context(|| path.to_owned())?;
    serde_json::from_str(&text).with_context(|| path.to_owned())
}

/// Objects are merged, everything else is replaced; `null` takes a key away.
fn merge(base: &mut Value, over: Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (key, value) in over {
                if value.is_null() {
                    base.remove(&key);
                } else {
                    merge(base.entry(key).or_insert(Value::Null), value);
                }
            }
        }
        (base, over) => *base = over,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_browsers_part_wins() {
        let mut base = json!({ "a": { "b": 1, "c": 2 }, "d": [1] });
        merge(&mut base, json!({ "a": { "b": null, "c": 3 }, "d": [2] }));
        assert_eq!(base, json!({ "a": { "c": 3 }, "d": [2] }));
    }
}
