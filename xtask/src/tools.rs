//! What a machine needs for the browser tests: found, made, or named.

use crate::npm;
use crate::toolchain;
use crate::toolchain::Toolchain;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use anyhow::ensure;
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// Version that is known to drive Firefox's own toolbar.
const GECKODRIVER: &str = "0.37.1";

/// Chromium's program. None: not here. `CHROMIUM` overrides.
pub fn chromium() -> Option<PathBuf> {
    find("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"])
}

/// Firefox's program. None: not here. `FIREFOX` overrides.
pub fn firefox() -> Option<PathBuf> {
    find("FIREFOX", &["firefox-esr", "firefox"])
}

/// The browsers, or one message that says how to get what is missing.
pub fn browsers() -> Result<(PathBuf, PathBuf)> {
    match (chromium(), firefox()) {
        (Some(chromium), Some(firefox)) => Ok((chromium, firefox)),
        (chromium, firefox) => {
            let missing = [(chromium, "chromium"), (firefox, "firefox-esr")];
            let names: Vec<_> = missing.iter().filter(|(p, _)| p.is_none()).map(|(_, n)| *n).collect();
            bail!("the browser tests need {0}. Debian: apt-get install {0}", names.join(" "))
        }
    }
}

/// geckodriver, built from crates.io into the cache folder the first time (two to four minutes).
pub fn geckodriver() -> Result<PathBuf> {
    if let Some(path) = env::var_os("GECKODRIVER") {
        return Ok(path.into());
    }
    let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let cache = cache.or_else(|| Some(toolchain::home()?.join(".cache"))).context("no home folder")?;
    let folder = cache.join("plainread").join(format!("geckodriver-{GECKODRIVER}"));
    let program = folder.join("bin/geckodriver");
    if !program.is_file() {
        eprintln!("building geckodriver {GECKODRIVER}, once for this machine …");
        let mut cargo = Toolchain::detect()?.cargo("install");
        cargo.args(["geckodriver", "--locked", "--quiet", "--version", GECKODRIVER, "--root"]).arg(&folder);
        ensure!(cargo.status()?.success(), "geckodriver could not be built");
    }
    Ok(program)
}

/// Prints what is here.
pub fn doctor() {
    let show = |name: &str, found: Option<String>, hint: &str| match found {
        Some(what) => println!("ok       {name}: {what}"),
        None => println!("missing  {name}: {hint}"),
    };
    let path = |p: Option<PathBuf>| p.map(|p| p.display().to_string());
    let target = Toolchain::detect().ok().map(|_| toolchain::TARGET.to_owned());
    show("Rust for the browser", target, "rustup target add wasm32-unknown-unknown");
    let node = npm::node().arg("--version").output().ok();
    let node = node.map(|o| String::from_utf8_lossy(&o.stdout).trim().to_owned());
    show("Node.js 20 or later", node, "apt-get install nodejs npm");
    show("Chromium", path(chromium()), "apt-get install chromium");
    show("Firefox", path(firefox()), "apt-get install firefox-esr");
    show("pdftotext", path(find("PDFTOTEXT", &["pdftotext"])), "apt-get install poppler-utils");
    show("geckodriver", path(geckodriver().ok()), "built by `cargo xtask test`");
}

fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(path) = env::var_os(variable) {
        return Some(path.into());
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    let candidates = |name: &&str| env::split_paths(&folders).map(|f| f.join(name)).find(|p| p.is_file());
    names.iter().find_map(candidates)
}

/// Runs a command and fails with its name if it does.
pub fn check(name: &str, command: &mut Command) -> Result<()> {
    let status =
        command.status().with_context(|| format!("{name}: cannot start {:?}", command.get_program()))?;
    ensure!(status.success(), "{name} failed");
    Ok(())
}
