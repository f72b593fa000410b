//! Packs the word lists of `rules/lexicons/` for `src/rules/packed.rs`: sorted entries, each without what it shares with
//! the one before it, and beside them where the entries start that stand in full. They are a third of what the extension
//! weighs, and no page ever reads their comments; nor those of `rules/languages/`, which lose them and the white space
//! beside what separates entries.

use std::env;
use std::fs;
use std::io::Result;
use std::path::Path;

const FOLDER: &str = "rules/lexicons";
const LANGUAGES: &str = "rules/languages";

/// Every so many entries one stands in full, so that a search can start there.
const BLOCK: usize = 16;

/// Most bytes that are said to be shared: what control characters can tell, tab and line feed apart.
const MOST_SHARED: usize = 28;

fn main() -> Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed={LANGUAGES}");
    let out = env::var_os("OUT_DIR").expect("cargo names a folder");
    for file in fs::read_dir(FOLDER)? {
        let file = file?.path();
        if let Some(name) = file.file_name().filter(|_| file.extension().is_some_and(|e| e == "txt")) {
            let (entries, starts) = packed(&fs::read_to_string(&file)?);
            let out = Path::new(&out).join(name);
            fs::write(&out, entries)?;
            fs::write(out.with_extension("starts"), starts)?;
        }
    }
    let languages = Path::new(&out).join("languages");
    fs::create_dir_all(&languages)?;
    for file in fs::read_dir(LANGUAGES)? {
        let file = file?;
        fs::write(languages.join(file.file_name()), bare(&fs::read_to_string(file.path())?))?;
    }
    Ok(())
}

/// The entries, and the places of those in full as numbers of two bytes, lowest first.
fn packed(file: &str) -> (String, Vec<u8>) {
    let (mut out, mut starts) = (String::new(), Vec::new());
    let mut previous = "";
    for (n, line) in file.lines().filter(|line| !line.starts_with('#')).enumerate() {
        let full = n % BLOCK == 0;
        if full {
            let start = u16::try_from(out.len()).expect("a list is shorter than 64 KB");
            starts.extend(start.to_le_bytes());
        }
        let shared = if full { 0 } else { shared(previous, line) };
        out.push(mark(shared));
        out.push_str(&line[shared..]);
        previous = line;
    }
    (out, starts)
}

/// How many bytes two entries open with alike, at most [`MOST_SHARED`], in whole characters.
fn shared(a: &str, b: &str) -> usize {
    let alike = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b && *a != b'\t').take(MOST_SHARED).count();
    b.floor_char_boundary(alike)
}

/// The control character that tells a number of bytes: 1, 2 … without tab and line feed.
fn mark(shared: usize) -> char {
    let code = shared as u8 + 1;
    char::from(if code < b'\t' { code } else { code + 2 })
}

/// A language's file without what only people read.
fn bare(file: &str) -> String {
    let tight = |entry: &str| entry.split('=').map(str::trim).collect::<Vec<_>>().join("=");
    let lines = file.lines().map(|line| line.split('#').next().unwrap_or("").trim());
    let entries =
        lines.map(|line| line.split(',').map(tight).filter(|e| !e.is_empty()).collect::<Vec<_>>().join(","));
    entries.filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}
