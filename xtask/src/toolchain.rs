//! A Rust compiler that can build for the browser: found, completed, or named as missing.
//!
//! Promise: cargo and rustc are always of one toolchain; mixing them by PATH order is silent and breaks builds.

use crate::paths::at;
use crate::paths::root;
use anyhow::Result;
use anyhow::bail;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

/// The one target the core is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// One complete compiler.
#[derive(Clone, Debug)]
pub struct Toolchain {
    cargo: PathBuf,
    rustc: PathBuf,
}

impl Toolchain {
    /// Finds a compiler with the WASM target; adds the target where rustup can.
    pub fn detect() -> Result<Toolchain> {
        let pairs = pairs();
        if let Some(ready) = pairs.iter().find(|t| t.has_target()) {
            return Ok(ready.clone());
        }
        for pair in &pairs {
            let rustup = pair.rustc.with_file_name("rustup");
            if rustup.is_file() {
                eprintln!("adding the {TARGET} target with rustup …");
                let added =
                    clean(&rustup).args(["target", "add", TARGET]).status().is_ok_and(|s| s.success());
                if added && pair.has_target() {
                    return Ok(pair.clone());
                }
            }
        }
        bail!("no Rust compiler here can build for {TARGET}. Install one of:\n  rustup target add {TARGET}")
    }

    /// `cargo <sub>` for the browser target, in a target folder of its own.
    pub fn cargo_wasm(&self, sub: &str) -> Command {
        let mut command = clean(&self.cargo);
        command.current_dir(root()).env("RUSTC", &self.rustc).arg(sub);
        command.args(["--target", TARGET, "--target-dir"]).arg(at("target/wasm"));
        command.env("CARGO_ENCODED_RUSTFLAGS", remap_flags());
        command
    }

    /// `cargo <sub>` for this machine.
    pub fn cargo(&self, sub: &str) -> Command {
        let mut command = clean(&self.cargo);
        command.current_dir(root()).env("RUSTC", &self.rustc).arg(sub);
        command
    }

    /// What `rustc --version` says.
    pub fn rustc_version(&self) -> Result<String> {
        Ok(String::from_utf8(clean(&self.rustc).arg("--version").output()?.stdout)?)
    }

    /// `--print target-libdir` names a folder even where the target is missing, so this looks for std itself.
    fn has_target(&self) -> bool {
        let output = clean(&self.rustc).args(["--print", "target-libdir", "--target", TARGET]).output();
        let Ok(output) = output else { return false };
        let dir = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
        fs::read_dir(dir).is_ok_and(|files| {
            files.flatten().any(|f| f.file_name().to_string_lossy().starts_with("libstd-"))
        })
    }
}

/// Every rustc on PATH that has a cargo beside it.
fn pairs() -> Vec<Toolchain> {
    let folders = env::var_os("PATH").unwrap_or_default();
    let mut found = Vec::new();
    for folder in env::split_paths(&folders) {
        let (cargo, rustc) = (folder.join("cargo"), folder.join("rustc"));
        if cargo.is_file() && rustc.is_file() {
            found.push(Toolchain { cargo, rustc });
        }
    }
    found
}

/// A command without what the outer `cargo xtask` leaks into its children.
fn clean(program: &Path) -> Command {
    let mut command = Command::new(program);
    for name in [
        "CARGO",
        "RUSTC",
        "RUSTDOC",
        "RUSTFLAGS",
        "CARGO_ENCODED_RUSTFLAGS",
        "RUSTC_WRAPPER",
        "CARGO_BUILD_TARGET",
        "CARGO_TARGET_DIR",
        "LD_LIBRARY_PATH",
    ] {
        command.env_remove(name);
    }
    command
}

/// How large a function may be, as LLVM counts, to be put where it is called. Where size counts above all that is 5, and
/// every character of a page costs two calls: so the core takes about half of the time, for a tenth more bytes. 150 would
/// be 15 KB more, for a gain too small to measure.
const INLINED: u32 = 94;

/// Panic messages carry file paths; without this the shipped WASM would name the builder's home folder and the
/// registry's host, and differ between machines.
fn remap_flags() -> OsString {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(home()?.join(".cargo")));
    let mut flags = vec![format!("--remap-path-prefix={}=.", root().display())];
    let sources = home.and_then(|h| fs::read_dir(h.join("registry/src")).ok());
    for folder in sources.into_iter().flatten().flatten() {
        flags.push(format!("--remap-path-prefix={}=dep", folder.path().display()));
    }
    flags.push("--remap-path-prefix=/usr/lib/rustlib/src/rust=rust".into());
    flags.push(format!("-Cllvm-args=-inline-threshold={INLINED}"));
    // Names that tell what generic code was made for: `cargo xtask size` reads them.
    flags.push("-Csymbol-mangling-version=v0".into());
    flags.join("\u{1f}").into()
}

/// The person's home folder.
pub fn home() -> Option<PathBuf> {
    env::var_os("HOME").map(PathBuf::from)
}
