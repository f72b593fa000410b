//! `npm/` and the core -> `dist/npm`: the library as an npm package, types and an example page included.

use crate::build::Size;
use crate::bundle;
use crate::manifest;
use crate::npm;
use crate::paths::at;
use crate::toolchain::Toolchain;
use crate::tools::check;
use crate::wasm;
use crate::wasm::Module;
use anyhow::Result;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// What goes in as it is: (source, name in the package).
const TAKEN: [(&str, &str); 5] = [
    ("npm/README.md", "README.md"),
    ("npm/example.html", "example.html"),
    ("npm/index.d.ts", "index.d.ts"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
];

/// Makes `dist/npm`.
pub fn build(size: Size) -> Result<()> {
    npm::install()?;
    wasm::build(&Toolchain::detect()?, Module::Library, size)?;
    let dist = at("dist/npm");
    let _ = fs::remove_dir_all(&dist);
    fs::create_dir_all(&dist)?;
    for (source, name) in TAKEN {
        fs::copy(at(source), dist.join(name))?;
    }
    for platform in ["web", "node"] {
        script(platform, &dist)?;
    }
    fs::copy(bundle::wasm_file(Module::Library), dist.join("plainread.wasm"))?;
    let mut package: Value = serde_json::from_str(&fs::read_to_string(at("npm/package.json"))?)?;
    package["version"] = Value::from(manifest::product_version()?);
    fs::write(dist.join("package.json"), serde_json::to_string_pretty(&package)? + "\n")?;
    let bytes = fs::metadata(dist.join("plainread.wasm"))?.len();
    println!("built dist/npm (plainread.wasm: {} KB)", bytes / 1024);
    Ok(())
}

/// One module script, readable: who uses it bundles it.
fn script(platform: &str, dist: &Path) -> Result<()> {
    let mut esbuild = npm::tool("esbuild");
    esbuild.arg(format!("npm/{platform}.ts"));
    esbuild.args(["--bundle", "--format=esm", "--target=es2023", "--charset=utf8", "--log-level=warning"]);
    esbuild.args(["--external:node:*", "--legal-comments=none"]);
    check("esbuild", esbuild.arg(format!("--outfile={}", dist.join(format!("{platform}.js")).display())))
}
