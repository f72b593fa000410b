//! `cargo xtask test`: every check of the project, in the order in which they fail fastest.

use crate::build;
use crate::dependencies;
use crate::library;
use crate::npm;
use crate::paths;
use crate::paths::at;
use crate::rules;
use crate::size;
use crate::toolchain::Toolchain;
use crate::tools;
use crate::tools::check;
use anyhow::Result;
use anyhow::ensure;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::time::Instant;

/// How far the checks go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Without browsers: a few minutes.
    Fast,
    /// Everything.
    All,
}

/// Runs the checks; stops at the first that fails.
pub fn test(reach: Reach) -> Result<()> {
    let toolchain = Toolchain::detect()?;
    npm::install()?;
    step("format", || check("cargo fmt", toolchain.cargo("fmt").args(["--all", "--check"])))?;
    step("tables of rules", rules::check)?;
    step("dependencies", || dependencies::check(&toolchain))?;
    step("lints", || lints(&toolchain))?;
    step("Rust tests", || check("cargo test", toolchain.cargo("test").args(["--workspace", "--quiet"])))?;
    step("crate", || documentation(&toolchain).and_then(|()| published(&toolchain)))?;
    step("build", || build::build(build::Size::Quick).and_then(|()| library::build(build::Size::Quick)))?;
    // The WASM as it is shipped: the tests behind it run on that.
    step("size", size::fits)?;
    step("TypeScript", typescript)?;
    step("extension", extension)?;
    step("WASM and TypeScript tests", || node_tests(&files("tests/node"), 1, &[]))?;
    if reach == Reach::All {
        step("browsers", browsers)?;
    }
    match paths::shared() {
        Some(_) => println!("shared data is here: `cargo xtask eval` scores against it"),
        None => println!("no shared data beside the repository: its scorers were not run"),
    }
    Ok(())
}

fn step(name: &str, run: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("── {name}");
    let start = Instant::now();
    run()?;
    println!("── {name}: ok, {:.0} s", start.elapsed().as_secs_f32());
    Ok(())
}

fn lints(toolchain: &Toolchain) -> Result<()> {
    let strict = ["--quiet", "--", "-D", "warnings"];
    check("clippy", toolchain.cargo("clippy").args(["--workspace", "--all-targets"]).args(strict))?;
    // The demo is the extension's core and more.
    for feature in ["demo", "library"] {
        let mut clippy = toolchain.cargo_wasm("clippy");
        check(&format!("clippy ({feature})"), clippy.args(["--lib", "--features", feature]).args(strict))?;
    }
    let mut bare = toolchain.cargo("clippy");
    check("clippy (library alone)", bare.args(["--lib", "--no-default-features"]).args(strict))
}

/// As a user of the crate sees it, without a warning.
fn documentation(toolchain: &Toolchain) -> Result<()> {
    let mut doc = toolchain.cargo("doc");
    doc.args(["--no-deps", "--lib", "--quiet"]).env("RUSTDOCFLAGS", "-D warnings");
    check("cargo doc", &mut doc)
}

/// The crate takes along what it is made of, and nothing else that happens to lie here.
fn published(toolchain: &Toolchain) -> Result<()> {
    let list = toolchain.cargo("package").args(["--list", "--allow-dirty", "--quiet"]).output()?;
    let files = String::from_utf8(list.stdout)?;
    let ours = |file: &&str| !file.contains('/') || file.starts_with("src/") || file.starts_with("rules/");
    let strays: Vec<_> = files.lines().filter(|file| !ours(file)).collect();
    ensure!(files.lines().any(|file| file == "src/lib.rs"), "cargo package lists no sources");
    ensure!(strays.is_empty(), "the crate would take along {strays:?}");
    Ok(())
}

fn typescript() -> Result<()> {
    check("tsc", npm::tool("tsc").args(["--project", "tsconfig.json"]))?;
    check("tsc (npm)", npm::tool("tsc").args(["--project", "npm/tsconfig.json"]))?;
    check(
        "prettier",
        npm::tool("prettier").args(["--check", "--log-level=warn", "extension", "npm", "www", "tests"]),
    )
}

/// What Mozilla's store would say of the package; warnings count.
fn extension() -> Result<()> {
    check(
        "web-ext lint",
        npm::tool("web-ext").args([
            "lint",
            "--source-dir=dist/firefox",
            "--warnings-as-errors",
            "--no-input",
        ]),
    )
}

fn browsers() -> Result<()> {
    let (chromium, firefox) = tools::browsers()?;
    let environment = [("CHROMIUM", chromium), ("FIREFOX", firefox), ("GECKODRIVER", tools::geckodriver()?)];
    let (measuring, others): (Vec<_>, Vec<_>) = files("tests/browser")
        .into_iter()
        .partition(|file| MEASURING.iter().any(|name| file.ends_with(name)));
    node_tests(&measuring, 1, &environment)?;
    node_tests(&others, 2, &environment)
}

/// Tests of how long something takes: nothing runs beside them. The others wait a lot, so that two at a time, even on two
/// cores, end earlier.
const MEASURING: [&str; 2] = ["speed.test.mjs", "watching.test.mjs"];

/// Every page of covers and those in `more`, in both browsers and in every way: what the gate does with a part of them.
pub fn covers(more: &Path) -> Result<()> {
    let (chromium, firefox) = tools::browsers()?;
    let environment = [
        ("CHROMIUM", chromium),
        ("FIREFOX", firefox),
        ("GECKODRIVER", tools::geckodriver()?),
        ("PLAINREAD_ALL", "1".into()),
        ("PLAINREAD_MORE", more.to_owned()),
    ];
    node_tests(&[at("tests/browser/covers.test.mjs")], 1, &environment)
}

/// Runs so many files at once.
fn node_tests(files: &[PathBuf], at_once: usize, environment: &[(&str, PathBuf)]) -> Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    let mut node = npm::node();
    node.args(["--test", "--test-reporter=spec", &format!("--test-concurrency={at_once}")]).args(files);
    node.envs(environment.iter().map(|(k, v)| (k, v)));
    check("node --test", &mut node)
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(at(folder)).into_iter().flatten().flatten();
    let mut files: Vec<_> =
        entries.map(|e| e.path()).filter(|p| p.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    files
}
