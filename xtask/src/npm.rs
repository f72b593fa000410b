//! The npm tools that the build and the tests use, installed from the lockfile.

use crate::paths::at;
use crate::paths::root;
use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use std::fs;
use std::process::Command;

/// Installs `node_modules` where it is missing or older than the lockfile.
pub fn install() -> Result<()> {
    let (lock, done) = (at("package-lock.json"), at("node_modules/.plainread-installed"));
    let wanted = fs::read_to_string(&lock).context("package-lock.json")?;
    if fs::read_to_string(&done).is_ok_and(|had| had == wanted) {
        return Ok(());
    }
    eprintln!("installing npm packages …");
    // Without warnings: one driver of the browser tests names a newer Node than the one it is tested with here.
    let quiet = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
    let npm = Command::new("npm").args(quiet).current_dir(root()).status();
    let npm =
        npm.context("npm is missing: install Node.js 20 or later (Debian: apt-get install nodejs npm)")?;
    ensure!(npm.success(), "npm ci failed");
    fs::write(done, wanted)?;
    Ok(())
}

/// A tool from `node_modules/.bin`.
pub fn tool(name: &str) -> Command {
    let mut command = Command::new(at("node_modules/.bin").join(name));
    command.current_dir(root());
    command
}

/// Node itself.
pub fn node() -> Command {
    let mut command = Command::new("node");
    command.current_dir(root());
    command
}
