//! What the project is made of besides its own code: from one registry, under licences that may be passed on, and named
//! in CONTRIBUTING with its reason. Known faults of dependencies are `cargo deny`'s and `npm audit`'s part, whose data
//! is fetched.

use crate::paths::at;
use crate::toolchain::Toolchain;
use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use serde_json::Value;
use spdx::Expression;
use spdx::ParseMode;
use std::fs;

/// Licences whose texts alone must be passed on.
const LICENCES: [&str; 7] =
    ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "Unicode-3.0", "Zlib"];

/// Where crates come from, as Cargo.lock writes it.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Fails with all that is wrong.
pub fn check(toolchain: &Toolchain) -> Result<()> {
    let metadata = metadata(toolchain)?;
    let packages = metadata["packages"].as_array().context("packages of cargo metadata")?;
    let npm: Value = serde_json::from_str(&fs::read_to_string(at("package.json"))?)?;
    let reasons = fs::read_to_string(at("CONTRIBUTING.md"))?;
    let mut faults: Vec<String> = packages.iter().filter_map(fault).collect();
    let unsaid = asked(packages).chain(names(&npm)).filter(|name| !is_named(&reasons, name));
    faults.extend(unsaid.map(|name| format!("{name}: CONTRIBUTING does not say why it is here")));
    faults.sort();
    faults.dedup();
    ensure!(faults.is_empty(), "dependencies:\n  {}", faults.join("\n  "));
    Ok(())
}

fn metadata(toolchain: &Toolchain) -> Result<Value> {
    let mut command = toolchain.cargo("metadata");
    command.args(["--format-version", "1", "--locked", "--all-features"]);
    let output = command.output().context("cargo metadata")?;
    ensure!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// What is wrong with a package that is not ours.
fn fault(package: &Value) -> Option<String> {
    let source = package["source"].as_str()?;
    let name = package["name"].as_str().unwrap_or("?");
    if source != REGISTRY {
        return Some(format!("{name}: comes from {source}"));
    }
    let licence = package["license"].as_str().unwrap_or("");
    (!is_allowed(licence)).then(|| format!("{name}: licence {licence:?}"))
}

/// True where a licence expression can be kept to by licences of [`LICENCES`].
fn is_allowed(licence: &str) -> bool {
    let allowed = |term: &spdx::LicenseReq| term.license.id().is_some_and(|id| LICENCES.contains(&id.name));
    Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| expression.evaluate(allowed))
}

/// The crates that ours ask for themselves.
fn asked(packages: &[Value]) -> impl Iterator<Item = &str> {
    let ours = packages.iter().filter(|package| package["source"].is_null());
    let asked = ours.flat_map(|package| package["dependencies"].as_array().into_iter().flatten());
    asked.filter(|one| !one["source"].is_null()).filter_map(|one| one["name"].as_str())
}

/// The npm packages asked for.
fn names(npm: &Value) -> impl Iterator<Item = &str> {
    let kinds = ["dependencies", "devDependencies"];
    kinds.into_iter().filter_map(|kind| npm[kind].as_object()).flatten().map(|(name, _)| name.as_str())
}

/// True where `text` has `name` as a word of its own in a table's row.
fn is_named(text: &str, name: &str) -> bool {
    let rows = text.lines().filter(|line| line.starts_with('|'));
    rows.filter_map(|row| row.split('|').nth(1)).any(|cell| cell.split(',').any(|one| one.trim() == name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn licences_are_kept_to_where_one_of_a_choice_can_be() {
        for good in ["MIT", "MIT/Apache-2.0", "(MIT OR GPL-3.0) AND Unicode-3.0", "Unlicense OR MIT"] {
            assert!(is_allowed(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND MPL-2.0", "my own"] {
            assert!(!is_allowed(bad), "{bad}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        let package =
            |source: &str, licence: &str| json!({"name": "a", "source": source, "license": licence});
        assert_eq!(fault(&package(REGISTRY, "MIT")), None);
        assert_eq!(fault(&json!({"name": "ours", "source": null})), None);
        assert_eq!(fault(&package("git+elsewhere", "MIT")).as_deref(), Some("a: comes from git+elsewhere"));
        assert_eq!(fault(&package(REGISTRY, "GPL-3.0")).as_deref(), Some("a: licence \"GPL-3.0\""));
    }

    #[test]
    fn a_reason_stands_in_a_row_that_begins_with_the_name() {
        let table = "zip\n| zip, flate2 | xtask | packs with serde |";
        assert_eq!(
            ["zip", "flate2", "serde", "zi"].map(|name| is_named(table, name)),
            [true, true, false, false]
        );
    }
}
