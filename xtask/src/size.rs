//! `cargo xtask size`: what the extension's WASM is made of, and whether it keeps its budget.
//!
//! The module is built as for packages, then told apart once with the names of its functions: bytes by section, data
//! by the file of `rules/` it comes from, code by module of the crate and by family of generic code, and the largest
//! functions. Gzipped sizes are those of the part alone: parts do not add up to the whole.

mod code;
mod data;

use crate::archive;
use crate::archive::Entry;
use crate::build::Size;
use crate::bundle;
use crate::npm;
use crate::paths::at;
use crate::toolchain::Toolchain;
use crate::wasm;
use crate::wasm::Module;
use anyhow::Result;
use anyhow::ensure;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write;
use std::path::Path;
use wasmparser::Parser;
use wasmparser::Payload;

/// What the extension's WASM may weigh, gzipped, with model, rules and word lists. Units: bytes. This holds what is
/// reached; the aim is 200,000.
const MOST: usize = 440_000;

/// What the extension may weigh packed, fonts and interface languages apart. Units: bytes.
const MOST_PACKED: usize = 500_000;

/// Folders of the extension that do not count.
const APART: [&str; 2] = ["fonts/", "_locales/"];

/// How many of the largest functions are listed.
const LARGEST: usize = 40;

/// Builds the module, or takes the one that is there, and says what it is made of.
pub fn size(built: bool) -> Result<()> {
    if !built {
        npm::install()?;
        wasm::build(&Toolchain::detect()?, Module::Core, Size::Small)?;
    }
    let bytes = wasm::with_names(Module::Core)?;
    let (mut code, mut data) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(&bytes) {
        match payload? {
            Payload::CodeSectionStart { range, .. } => code = bytes[range].to_vec(),
            Payload::DataSection(section) => {
                for segment in section {
                    data.extend_from_slice(segment?.data);
                }
            }
            _ => {}
        }
    }
    row("code", code.len(), gzipped(&code)?);
    row("data", data.len(), gzipped(&data)?);
    data::tell(&data)?;
    code::tell(&bytes)?;
    check()
}

/// Makes the module as for packages and fails where it, or the extension with it, weighs more than it may.
pub fn fits() -> Result<()> {
    wasm::build(&Toolchain::detect()?, Module::Core, Size::Small)?;
    check()
}

/// Fails where the module that is built, or the extension with it, weighs more than it may.
pub fn check() -> Result<()> {
    let bytes = fs::read(bundle::wasm_file(Module::Core))?;
    let small = gzipped(&bytes)?;
    println!("core.wasm: {} bytes, {small} gzipped; at most {MOST}", bytes.len());
    ensure!(small <= MOST, "the WASM has outgrown its budget: `cargo xtask size` shows what it is made of");
    let dist = at("dist/chromium");
    if dist.is_dir() {
        let packed = packed(&dist, bytes)?;
        println!("extension: {packed} packed, fonts and languages apart; at most {MOST_PACKED}");
        ensure!(packed <= MOST_PACKED, "the extension has outgrown its budget");
    }
    Ok(())
}

/// What an extension's folder weighs as a package with that core, [`APART`] left out. Units: bytes.
fn packed(folder: &Path, core: Vec<u8>) -> Result<usize> {
    let mut files = archive::folder(folder)?;
    files.retain(|file| !APART.iter().any(|apart| file.name.starts_with(apart)) && file.name != "core.wasm");
    files.push(Entry { name: "core.wasm".into(), bytes: core });
    Ok(archive::pack(files)?.len())
}

/// How many bytes are left of some by gzip at its best.
pub fn gzipped(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn row(name: &str, bytes: usize, gzipped: usize) {
    println!("{bytes:>9}{gzipped:>9}  {name}");
}
