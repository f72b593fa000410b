//! The core for browsers: cargo → wasm-bindgen → (for release) panics without words → wasm-opt → functions in order.

use crate::arrange;
use crate::build::Size;
use crate::mute;
use crate::npm;
use crate::paths::at;
use crate::toolchain::TARGET;
use crate::toolchain::Toolchain;
use crate::traps;
use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use wasm_bindgen_cli_support::Bindgen;

/// One of the modules built from the same crate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Module {
    /// What the extension runs.
    Core,
    /// The core with the demo page's own interface.
    Demo,
    /// The core for other people's pages and programs.
    Library,
    /// The core without the vendors' rules: for measuring what the generic engine does alone.
    Generic,
}

impl Module {
    /// Name of its folder under `target/bindgen` and of its files.
    pub fn name(self) -> &'static str {
        match self {
            Module::Core | Module::Generic => "core",
            Module::Demo => "demo",
            Module::Library => "library",
        }
    }

    fn features(self) -> &'static [&'static str] {
        match self {
            Module::Core => &[],
            Module::Demo => &["--features", "demo"],
            Module::Library => &["--features", "library"],
            Module::Generic => &["--features", "no-vendors"],
        }
    }
}

/// Builds one module into `target/bindgen/<name>/`: `<name>.js`, `<name>.d.ts`, `<name>_bg.wasm`.
pub fn build(toolchain: &Toolchain, module: Module, size: Size) -> Result<()> {
    // Each module has a folder of its own: the file name under `target` is the same for both.
    println!("compiling {} to WebAssembly …", module.name());
    let mut cargo = toolchain.cargo_wasm("build");
    cargo.args(["--lib", "--profile", "wasm", "--quiet"]).args(module.features());
    ensure!(cargo.status().context("cargo")?.success(), "the {} module does not compile", module.name());
    let wasm = at("target/wasm").join(TARGET).join("wasm/plainread.wasm");
    let out = at("target/bindgen").join(module.name());
    let _ = fs::remove_dir_all(&out);
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&wasm)
        .web(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .out_name(module.name());
    // The steps for a small module go by names; wasm-opt drops them.
    bindgen.remove_name_section(size == Size::Quick).remove_producers_section(true);
    let mut made = bindgen.generate_output().context("wasm-bindgen")?;
    if size == Size::Small {
        traps::silence(made.wasm_mut())?;
        mute::mute(made.wasm_mut())?;
    }
    made.emit(&out).context("wasm-bindgen")?;
    let file = out.join(format!("{}_bg.wasm", module.name()));
    if size == Size::Small {
        fs::copy(&file, named(module))?;
        optimize(&file, &[])?;
        arrange::arrange(&file)?;
    }
    check_paths(&file)
}

/// The module before wasm-opt, with the names of its functions.
fn named(module: Module) -> PathBuf {
    at("target/bindgen").join(module.name()).join("named.wasm")
}

/// The small module once more, with the names of its functions; it must have been built.
pub fn with_names(module: Module) -> Result<Vec<u8>> {
    let file = named(module).with_extension("small.wasm");
    fs::copy(named(module), &file)?;
    optimize(&file, &["--debuginfo"])?;
    Ok(fs::read(file)?)
}

/// What leaves fewest bytes when gzipped, by trial. `-Oz` leaves fewer as they are and 20 KB more gzipped: it writes
/// alike pieces of code in different ways.
const PASSES: [&str; 14] = [
    "--dce",
    "--vacuum",
    "--dae-optimizing",
    "--duplicate-function-elimination",
    "--remove-unused-module-elements",
    "--optimize-instructions",
    "--precompute",
    "--memory-packing",
    "--low-memory-unused",
    "--optimize-added-constants",
    "--optimize-instructions",
    "--rse",
    "--reorder-locals",
    "--vacuum",
];

fn optimize(file: &Path, more: &[&str]) -> Result<()> {
    run(file, &[&PASSES, more].concat())
}

/// Runs passes of wasm-opt on a file: npm's binaryen only, Debian's older one breaks wasm-bindgen's output without
/// saying so.
pub fn run(file: &Path, passes: &[&str]) -> Result<()> {
    let features = [
        "--enable-bulk-memory",
        "--enable-bulk-memory-opt",
        "--enable-sign-ext",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-multivalue",
    ];
    let mut tool = npm::tool("wasm-opt");
    tool.args(passes).args(features).arg(file).arg("-o").arg(file);
    let done = tool.status();
    ensure!(done.context("wasm-opt")?.success(), "wasm-opt failed on {}", file.display());
    Ok(())
}

fn check_paths(file: &Path) -> Result<()> {
    let bytes = fs::read(file)?;
    let text = String::from_utf8_lossy(&bytes);
    let home = crate::toolchain::home().map(|h| format!("{}/", h.display())).unwrap_or_default();
    let leaks = text.contains("registry/src/") || (home.len() > 1 && text.contains(&home));
    ensure!(!leaks, "{} holds paths of this machine", file.display());
    Ok(())
}
