//! TypeScript to the few files a browser loads, and the folders around them.

use crate::manifest;
use crate::npm;
use crate::paths::at;
use crate::wasm::Module;
use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use std::fs;
use std::path::Path;

/// Entry points of the extension as (source, file in the extension).
const SCRIPTS: [(&str, &str); 5] = [
    ("extension/background/main.ts", "background.js"),
    (FIRST, "first.js"),
    ("extension/content/always.ts", "always.js"),
    ("extension/content/main.ts", "content.js"),
    ("extension/options/main.ts", "options.js"),
];

/// The one script whose value the background reads: what `look` gives.
pub const FIRST: &str = "extension/content/first.ts";

/// Entry points of the demo: its own page, and the hands in its frame.
const DEMO_SCRIPTS: [(&str, &str); 2] = [("www/main.ts", "main.js"), ("www/hands.ts", "hands.js")];

/// Folders and files that are taken over as they are.
const STATIC: [&str; 3] = ["_locales", "icons", "fonts"];

/// Makes `dist/<browser>`.
pub fn extension(browser: &str) -> Result<()> {
    let dist = at("dist").join(browser);
    let _ = fs::remove_dir_all(&dist);
    fs::create_dir_all(&dist)?;
    for (source, file) in SCRIPTS {
        script(source, &dist.join(file), "serialized")?;
    }
    for name in STATIC {
        let from = at("extension").join(name);
        if from.is_dir() {
            copy_folder(&from, &dist.join(name))?;
        }
    }
    for entry in fs::read_dir(at("extension/options"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "html" || e == "css") {
            fs::copy(&path, dist.join(path.file_name().expect("a file has a name")))?;
        }
    }
    fs::copy(wasm_file(Module::Core), dist.join("core.wasm"))?;
    fs::write(dist.join("manifest.json"), manifest::for_browser(browser)?)?;
    Ok(())
}

/// Makes `dist/www`.
pub fn demo() -> Result<()> {
    let dist = at("dist/www");
    let _ = fs::remove_dir_all(&dist);
    copy_folder(&at("www"), &dist)?;
    for file in fs::read_dir(&dist)?.flatten().filter(|f| f.path().extension().is_some_and(|e| e == "ts")) {
        fs::remove_file(file.path())?;
    }
    for (source, file) in DEMO_SCRIPTS {
        script(source, &dist.join(file), "serialized")?;
    }
    fs::copy(at("extension/icons/icon.svg"), dist.join("icon.svg"))?;
    fs::copy(wasm_file(Module::Demo), dist.join("demo.wasm"))?;
    Ok(())
}

/// Where wasm-bindgen left the module.
pub fn wasm_file(module: Module) -> std::path::PathBuf {
    at("target/bindgen").join(module.name()).join(format!("{}_bg.wasm", module.name()))
}

/// One classic script: extension contexts load no modules everywhere, and a page's copy must not share scope.
///
/// Small, since a page compiles it with each click; names of functions stay what they are only in the source.
/// `route` is how the content script takes pages in; another than the default only for measuring.
pub fn script(source: &str, out: &Path, route: &str) -> Result<()> {
    let mut esbuild = npm::tool("esbuild");
    if source == FIRST {
        esbuild.args(["--global-name=plainreadFirst", "--footer:js=plainreadFirst.look();"]);
    }
    let done = esbuild
        .arg(source)
        .arg("--minify")
        .args(["--bundle", "--format=iife", "--target=es2023", "--charset=utf8", "--log-level=warning"])
        .args(["--legal-comments=none", "--loader:.css=text"])
        .arg(format!("--define:CAPTURE_ROUTE={route:?}"))
        .arg(format!("--outfile={}", out.display()))
        .status();
    ensure!(done.context("esbuild")?.success(), "esbuild failed on {source}");
    Ok(())
}

/// Copies a folder and all below it.
pub fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
