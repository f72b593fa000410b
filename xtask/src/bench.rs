//! `cargo xtask bench`: a click in the built extension against the same click done by other readers' libraries.

use crate::build;
use crate::npm;
use crate::paths;
use crate::paths::at;
use crate::toolchain::Toolchain;
use crate::tools;
use crate::tools::check;
use crate::wasm;
use anyhow::Context;
use anyhow::Result;
use serde_json::json;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Minimal extensions that do the same job with another library; `empty` is what any injection costs,
/// `shown` what showing a story costs that others found.
const RIVALS: [&str; 4] = ["empty", "shown", "readability", "defuddle"];

/// The core as WASM against the same as a native program, without a browser. `args`: `--pages N`.
pub fn core(args: &[String]) -> Result<()> {
    let toolchain = Toolchain::detect()?;
    npm::install()?;
    wasm::build(&toolchain, wasm::Module::Core, build::Size::Small)?;
    let mut natives = toolchain.cargo("build");
    natives.args(["--quiet", "--profile", "eval", "--example", "told", "--example", "pace"]);
    check("cargo build", &mut natives)?;
    let mut node = npm::node();
    node.arg("benches/pace.mjs");
    node.args(["told", "pace"].map(|name| at("target/eval/examples").join(name)));
    node.arg(pages()?);
    node.args(args.iter().position(|a| a == "--pages").and_then(|at| args.get(at + 1)));
    check("the bench of the core", &mut node)
}

/// Everything that is measured of speed, one after the other: clicks with a warm worker and with a cold one, pages that
/// grow, watching, the core, native rivals. `args`: `--pages N` of the clicks.
pub fn whole(args: &[String]) -> Result<()> {
    let named = |args: &[&str]| args.iter().map(|a| (*a).to_owned()).collect::<Vec<String>>();
    bench(args)?;
    bench(&[args, &named(&["--cold"])].concat())?;
    bench(&named(&["--growth", "1000,10000,50000,200000"]))?;
    let mut watching = npm::node();
    watching.arg("benches/browser/watching.mjs").env("CHROMIUM", tools::chromium().context("no chromium")?);
    check("the bench of watching", &mut watching)?;
    core(&[])?;
    natives()
}

/// A page read by native programs: ours, and those of others.
fn natives() -> Result<()> {
    let mut bench = Toolchain::detect()?.cargo("run");
    bench.args(["--release", "--manifest-path", "benches/native/Cargo.toml", "--"]).arg(pages()?).arg("150");
    check("the bench of native programs", &mut bench)
}

/// The folder of real pages.
fn pages() -> Result<PathBuf> {
    let data =
        paths::shared().context("the bench reads its pages from the shared data, which is not here")?;
    Ok(data.join("data/wcxb/dev/html"))
}

/// Runs the browser bench. `args` go on to `benches/browser/run.mjs` (`--pages N`, `--cold`, `--trace`, `--growth SIZES`,
/// `--json FILE`).
pub fn bench(args: &[String]) -> Result<()> {
    build::build(build::Size::Small)?;
    let mut extensions = vec![format!("plainread={}", at("dist/chromium").display())];
    for name in RIVALS {
        extensions.push(format!("{name}={}", rival(name)?.display()));
    }
    let mut node = npm::node();
    node.arg("benches/browser/run.mjs").arg("--extensions").arg(extensions.join(","));
    node.arg("--data").arg(pages()?).args(args);
    node.env("CHROMIUM", tools::chromium().context("the bench needs chromium")?);
    check("the browser bench", &mut node)
}

fn rival(name: &str) -> Result<PathBuf> {
    let folder = at("target/bench").join(name);
    fs::create_dir_all(&folder)?;
    let manifest = json!({
        "manifest_version": 3, "name": format!("bench {name}"), "version": "1",
        "permissions": ["activeTab", "scripting"], "action": {},
        "background": { "service_worker": "background.js" },
    });
    fs::write(folder.join("manifest.json"), manifest.to_string())?;
    fs::copy(at("benches/browser/rivals/background.js"), folder.join("background.js"))?;
    content(name, &folder.join("content.js"))?;
    Ok(folder)
}

fn content(name: &str, out: &Path) -> Result<()> {
    let source = format!("benches/browser/rivals/{name}.js");
    let mut esbuild = npm::tool("esbuild");
    esbuild.arg(source).args([
        "--bundle",
        "--minify",
        "--format=iife",
        "--loader:.css=text",
        "--log-level=warning",
    ]);
    check("esbuild", esbuild.arg(format!("--outfile={}", out.display())))
}
