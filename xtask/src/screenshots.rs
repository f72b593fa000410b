//! `cargo xtask screenshots`: the stores' pictures, of the extension as it is now.

use crate::build;
use crate::npm;
use crate::tools;
use crate::tools::check;
use anyhow::Context;
use anyhow::Result;

/// Builds, and writes `extension/store/screenshots/*.png`.
pub fn screenshots() -> Result<()> {
    build::build(build::Size::Quick)?;
    let mut node = npm::node();
    node.arg("tests/browser/screenshots.mjs");
    check("screenshots", node.env("CHROMIUM", tools::chromium().context("this needs chromium")?))
}
