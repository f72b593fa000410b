//! `cargo xtask package`: what a store takes, and what its reviewers build it from.
//!
//! In: the sources. Out: `dist/plainread-<browser>-<version>.zip`, `dist/plainread-source-<version>.zip`, each the same
//! to the byte wherever it is made with the same compilers. A Firefox build with a lint warning is not packed.

use crate::archive;
use crate::archive::Entry;
use crate::build;
use crate::library;
use crate::manifest;
use crate::npm;
use crate::paths::at;
use crate::paths::root;
use crate::toolchain::Toolchain;
use crate::tools::check;
use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

/// The browsers with a store of their own; Edge takes Chromium's.
const BROWSERS: [&str; 2] = ["chromium", "firefox"];

/// What the source package says about how the binaries were made.
const MADE_WITH: &str = "MADE-WITH.txt";

/// Builds small, lints, packs. `twice`: builds the core again and fails where a package comes out otherwise.
pub fn package(twice: bool) -> Result<()> {
    let first = packed()?;
    if twice {
        build::forget_core()?;
        for ((path, bytes), (_, again)) in first.iter().zip(packed()?) {
            ensure!(*bytes == again, "{} is not reproducible", path.display());
        }
        println!("built twice: the same bytes");
    }
    for (path, bytes) in &first {
        fs::write(path, bytes)?;
        println!("{} ({} KB)", path.strip_prefix(root())?.display(), bytes.len() / 1024);
    }
    Ok(())
}

/// Every package as (path, bytes).
fn packed() -> Result<Vec<(PathBuf, Vec<u8>)>> {
    build::build(build::Size::Small)?;
    library::build(build::Size::Small)?;
    lint()?;
    let version = manifest::product_version()?;
    let path = |what: &str| at("dist").join(format!("plainread-{what}-{version}.zip"));
    let mut out = Vec::new();
    for browser in BROWSERS {
        let files = archive::folder(&at("dist").join(browser))?;
        out.push((path(browser), archive::pack(files)?));
    }
    out.push((path("source"), archive::pack(sources()?)?));
    Ok(out)
}

/// What addons.mozilla.org checks, on Firefox and Firefox for Android; a warning fails as an error does.
fn lint() -> Result<()> {
    let folder = at("dist/firefox");
    let mut web_ext = npm::tool("web-ext");
    web_ext.args(["lint", "--no-config-discovery", "--warnings-as-errors", "--boring", "--source-dir"]);
    check("web-ext lint", web_ext.arg(folder).env("NO_UPDATE_NOTIFIER", "1"))
}

/// Every file that git keeps, and what the compilers were.
fn sources() -> Result<Vec<Entry>> {
    let git = Command::new("git").args(["ls-files", "-z"]).current_dir(root()).output();
    let git = git.context("the source package lists its files with git, which is not here")?;
    ensure!(git.status.success(), "the source package is made in a git checkout");
    let names = String::from_utf8(git.stdout)?;
    let entry = |name: &str| Ok(Entry { name: name.to_owned(), bytes: read(&at(name))? });
    let mut out = names.split_terminator('\0').map(entry).collect::<Result<Vec<_>>>()?;
    out.push(Entry { name: MADE_WITH.to_owned(), bytes: made_with()?.into_bytes() });
    Ok(out)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| path.display().to_string())
}

/// The versions that decide the bytes: npm's tools and Rust's libraries are pinned by their lockfiles.
fn made_with() -> Result<String> {
    let rustc = Toolchain::detect()?.rustc_version()?;
    let node = String::from_utf8(npm::node().arg("--version").output()?.stdout)?;
    Ok(format!("{}\nnode {}\n", rustc.trim(), node.trim()))
}
