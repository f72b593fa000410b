//! Covers and the reader in real browsers: every way a person starts them, all pages, and one table at the end.
//!
//! The runner beside the shared data judges in Chromium; `tests/browser/covers.test.mjs` cleans every page and gives it
//! back, in both browsers. Nothing stops at the first that fails: what failed is in the table, and is the exit status.

use super::outside::shared;
use crate::build;
use crate::bundle;
use crate::npm;
use crate::paths::at;
use crate::test;
use crate::tools::check;
use crate::wasm::Module;
use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use serde_json::Value;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Ways to start it, as the runner's options say them.
const WAYS: [(&str, &[&str]); 3] = [
    ("always on", &["--grant", "--sw", "await plainread.always('127.0.0.1')", "--when", "before"]),
    ("clean this page", &["--grant", "--sw", "await plainread.clean(tabId)"]),
    ("the reader, by the real button", &["--trigger", "action", "--reader"]),
];

/// Scores all of it. `args`: `--no-vendors`, and options of the runner.
pub fn covers(args: &[String]) -> Result<()> {
    let generic = args.iter().any(|a| a == "--no-vendors");
    let args: Vec<&String> = args.iter().filter(|a| *a != "--no-vendors").collect();
    let extension = measured(generic)?;
    let own = at("tests/browser");
    let sets: [(&str, &[&OsStr]); 2] = [
        ("shared pages", &[]),
        ("own pages", &["--pages".as_ref(), own.as_os_str(), "--split".as_ref(), "covers".as_ref()]),
    ];
    let mut rows = Vec::new();
    for (pages, set) in sets {
        for (name, way) in WAYS {
            let title = format!("{name}: {pages}{}", if generic { ", without vendor rules" } else { "" });
            println!("── {title}");
            rows.push(row(&title, &scored(&extension, way, set, &args)?));
        }
    }
    if !generic {
        println!("── all pages in both browsers, and given back exactly");
        bundle::extension("firefox")?;
        let title = "cleaned and given back: all pages, both browsers";
        let done = test::covers(&shared("eval/walls/pages/dev")?);
        rows.push((
            format!("{title:58} {}", if done.is_ok() { "all" } else { "not all, see above" }),
            done.is_ok(),
        ));
    }
    println!(
        "\n{:58} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "", "walled", "intact", "walls", "text", "previews", "false"
    );
    rows.iter().for_each(|(line, _)| println!("{line}"));
    ensure!(rows.iter().all(|(_, whole)| *whole), "not every run is as it must be");
    Ok(())
}

/// One run of the runner; its totals.
fn scored(extension: &Path, way: &[&str], set: &[&OsStr], args: &[&String]) -> Result<Value> {
    let file = at("target/eval-covers.json");
    let mut node = npm::node();
    node.arg(shared("eval/walls/run.mjs")?).arg("--extension").arg(extension);
    node.args(way).args(set).args(args).arg("--json").arg(&file);
    check("the runner", &mut node)?;
    let all: Value = serde_json::from_slice(&fs::read(file)?)?;
    all.get("totals").cloned().context("the runner wrote no totals")
}

/// A line of the table, and whether all in it is as it must be. The reader opens over the walls: there they count not.
fn row(title: &str, totals: &Value) -> (String, bool) {
    let number = |of: &str, name: &str| totals[of][name].as_u64().unwrap_or_default();
    let share = |of: &str, done: &str, all: &str| format!("{}/{}", number(of, done), number(of, all));
    let wrong = number("all", "falsePreview") + number("all", "decoyShown");
    let line = format!(
        "{title:58} {:>9} {:>9} {:>9} {:>9} {:>9} {wrong:>9}",
        share("walled", "pass", "pages"),
        share("negative", "pass", "pages"),
        share("all", "wallsGone", "walls"),
        share("all", "readOk", "paras"),
        share("all", "previewReported", "previews"),
    );
    (line, number("all", "pass") == number("all", "pages") && wrong == 0)
}

/// The extension to measure. Without the vendors' rules it has a folder of its own: nobody is to take it for the other.
fn measured(generic: bool) -> Result<PathBuf> {
    let made = build::chromium(if generic { Module::Generic } else { Module::Core })?;
    if !generic {
        return Ok(made);
    }
    let apart = at("dist/no-vendors");
    let _ = fs::remove_dir_all(&apart);
    fs::rename(made, &apart)?;
    Ok(apart)
}
