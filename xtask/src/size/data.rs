//! Data by where it comes from.

use super::gzipped;
use super::row;
use crate::paths::at;
use crate::toolchain::TARGET;
use anyhow::Context;
use anyhow::Result;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Tells which files are in the data as they are, and how much is none of them.
pub fn tell(data: &[u8]) -> Result<()> {
    println!("\n    bytes  gzipped  data");
    let mut files = Vec::new();
    collect(&at("rules"), &mut files)?;
    collect(&at("src/rules"), &mut files)?;
    let packed = packed()?;
    collect(&packed, &mut files)?;
    files.sort();
    let mut rest = data.to_vec();
    for file in files {
        let bytes = fs::read(&file)?;
        if let Some(start) = find(&rest, &bytes) {
            rest.drain(start..start + bytes.len());
            let name = file.strip_prefix(&packed).or(file.strip_prefix(at(""))).unwrap_or(&file);
            row(&name.display().to_string(), bytes.len(), gzipped(&bytes)?);
        }
    }
    row("texts and tables of the code", rest.len(), gzipped(&rest)?);
    Ok(())
}

/// Where `build.rs` last left its lists for the browser.
fn packed() -> Result<PathBuf> {
    let builds = at("target/wasm").join(TARGET).join("wasm/build");
    let mut found = Vec::new();
    for entry in fs::read_dir(builds)? {
        let out = entry?.path().join("out");
        if out.join("given.txt").is_file() {
            found.push((fs::metadata(out.join("given.txt"))?.modified()?, out));
        }
    }
    Ok(found.into_iter().max().context("no lists: is the module built?")?.1)
}

fn find(data: &[u8], part: &[u8]) -> Option<usize> {
    let head = part.get(..part.len().min(64)).filter(|head| !head.is_empty())?;
    let starts = data.windows(head.len()).enumerate().filter(|(_, window)| *window == head);
    starts.map(|(at, _)| at).find(|at| data.get(*at..*at + part.len()) == Some(part))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
