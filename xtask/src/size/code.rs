//! Code by stage, by module of the crate, by family of generic code, by function.

use super::LARGEST;
use super::gzipped;
use super::row;
use crate::traps::plain;
use anyhow::Result;
use std::collections::BTreeMap;
use wasmparser::KnownCustom;
use wasmparser::Name;
use wasmparser::Parser;
use wasmparser::Payload;
use wasmparser::TypeRef;

/// Families by what their names hold; the first that fits counts.
const FAMILIES: &[(&str, &[&str])] = &[
    ("BTreeMap and BTreeSet", &["::btree::"]),
    ("sorting", &["slice::sort", "plainread::order"]),
    ("floats as text and back", &["flt2dec", "dec2flt", "fmt::float", "zmij", "ryu"]),
    ("formatting", &["core::fmt", "alloc::fmt"]),
    ("JSON", &["serde_json"]),
    ("border", &["serde_wasm_bindgen", "wasm_bindgen", "js_sys", "plainread::wire", "plainread::web"]),
    ("iterators", &["core::iter", "from_iter", "SpecExtend", "as core::str::iter"]),
    ("text search and case", &["core::str", "alloc::str", "unicode"]),
    ("vectors and strings", &["alloc::vec", "alloc::raw_vec", "alloc::string"]),
    ("drops and clones", &["core::ptr::drop_in_place", "core::clone::Clone"]),
    ("allocator", &["dlmalloc"]),
];

/// Prints the tables.
pub fn tell(module: &[u8]) -> Result<()> {
    let bodies = functions(module)?;
    stages(&bodies)?;
    let functions: Vec<_> = bodies.into_iter().map(|(body, name)| (body.len(), name)).collect();
    table("code by module of the crate", &functions, |name| module_of(name, MODULE));
    table("code by family", &functions, |name| family(name).to_owned());
    println!("\n    bytes  largest functions");
    let mut largest = functions;
    largest.sort_by(|a, b| b.cmp(a));
    for (bytes, name) in largest.iter().take(LARGEST) {
        println!("{bytes:>9}  {}", name.chars().take(150).collect::<String>());
    }
    Ok(())
}

/// How many parts of a path name a stage, and a module of one.
const STAGE: usize = 2;
const MODULE: usize = 3;

/// What each stage's code weighs, gzipped by itself.
fn stages(bodies: &[(&[u8], String)]) -> Result<()> {
    let mut stages: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (body, name) in bodies.iter().filter(|(_, name)| name.contains("plainread::")) {
        stages.entry(module_of(name, STAGE)).or_default().extend_from_slice(body);
    }
    println!("\n    bytes  gzipped  code by stage");
    for (name, code) in stages {
        row(&name, code.len(), gzipped(&code)?);
    }
    Ok(())
}

fn table(title: &str, functions: &[(usize, String)], key: impl Fn(&str) -> String) {
    let mut sums: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (bytes, name) in functions {
        let sum = sums.entry(key(name)).or_default();
        *sum = (sum.0 + bytes, sum.1 + 1);
    }
    let mut rows: Vec<_> = sums.into_iter().collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.1));
    println!("\n    bytes functions  {title}");
    for (name, (bytes, count)) in rows {
        println!("{bytes:>9}{count:>10}  {name}");
    }
}

/// The crate's module that a function belongs to, or that generic code was made for, so many parts of its path; else
/// the foreign crate.
fn module_of(name: &str, depth: usize) -> String {
    let own = name.find("plainread::");
    let path = own.map_or(name.trim_start_matches(['<', '&', '*', '[']), |at| &name[at..]);
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(path.len());
    let parts = path[..end].split("::").filter(|part| part.starts_with(|c: char| c.is_lowercase()));
    parts.take(if own.is_some() { depth } else { 1 }).collect::<Vec<_>>().join("::")
}

fn family(name: &str) -> &'static str {
    let fits = |marks: &[&str]| marks.iter().any(|mark| name.contains(mark));
    FAMILIES.iter().find(|(_, marks)| fits(marks)).map_or("the crate's own", |(family, _)| family)
}

/// Shape: body, name.
fn functions(module: &[u8]) -> Result<Vec<(&[u8], String)>> {
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(&module[body.range()]),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(section) = section.as_known() else { continue };
                for part in section {
                    let Name::Function(map) = part? else { continue };
                    for naming in map {
                        let naming = naming?;
                        names.insert(naming.index, plain(naming.name));
                    }
                }
            }
            _ => {}
        }
    }
    let name = |index: u32| names.get(&index).cloned().unwrap_or_default();
    Ok(bodies.into_iter().zip(imported..).map(|(body, index)| (body, name(index))).collect())
}
