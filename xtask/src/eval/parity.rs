//! The WASM core against a native build of the same code, on every page that lies with the shared data.

use crate::build;
use crate::npm;
use crate::paths::at;
use crate::toolchain::Toolchain;
use crate::tools::check;
use crate::train;
use anyhow::Result;

/// Fails at the first page that the two tell differently.
pub fn parity() -> Result<()> {
    train::data()?;
    build::build(build::Size::Quick)?;
    let mut told = Toolchain::detect()?.cargo("build");
    check("cargo build", told.args(["--quiet", "--profile", "eval", "--example", "told"]))?;
    let mut node = npm::node();
    node.args(["--test", "--test-reporter=spec"]).arg(at("tests/node/parity.test.mjs"));
    node.env("PLAINREAD_TOLD", at("target/eval/examples/told")).env("PLAINREAD_EVERY", "1");
    check("node --test", &mut node)
}
