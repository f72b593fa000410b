//! `cargo xtask build`: from sources to `dist/`.

use crate::bundle;
use crate::npm;
use crate::paths::at;
use crate::toolchain::Toolchain;
use crate::tools::check;
use crate::wasm;
use crate::wasm::Module;
use anyhow::Result;
use std::fs;
use std::path::PathBuf;

/// How much work goes into a small WASM.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// As cargo makes it: for the edit loop.
    Quick,
    /// With wasm-opt: for packages.
    Small,
}

/// Makes `dist/chromium` only, with `core` in it: what covers are measured with.
pub fn chromium(core: Module) -> Result<PathBuf> {
    let toolchain = Toolchain::detect()?;
    npm::install()?;
    wasm::build(&toolchain, core, Size::Quick)?;
    bundle::extension("chromium")?;
    Ok(at("dist/chromium"))
}

/// Makes `dist/chromium`, `dist/firefox` and `dist/www`.
pub fn build(size: Size) -> Result<()> {
    let toolchain = Toolchain::detect()?;
    npm::install()?;
    wasm::build(&toolchain, Module::Core, size)?;
    for browser in ["chromium", "firefox"] {
        bundle::extension(browser)?;
    }
    if at("www/main.ts").is_file() {
        wasm::build(&toolchain, Module::Demo, size)?;
        bundle::demo()?;
    }
    let bytes = fs::metadata(bundle::wasm_file(Module::Core))?.len();
    println!("built dist/chromium, dist/firefox and dist/www (core.wasm: {} KB)", bytes / 1024);
    Ok(())
}

/// Takes the compiled core away, so that the next build makes it anew; what it depends on stays.
pub fn forget_core() -> Result<()> {
    let toolchain = Toolchain::detect()?;
    check("cargo clean", toolchain.cargo_wasm("clean").args(["--package", "plainread", "--profile", "wasm"]))
}
