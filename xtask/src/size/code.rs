//! Code by module of the crate, by family of generic code, by function.

use super::LARGEST;
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
    let functions = functions(module)?;
    table("code by module of the crate", &functions, module_of);
    table("code by family", &functions, |name| family(name).to_owned());
    println!("\n    bytes  largest functions");
    let mut largest = functions;
    largest.sort_by(|a, b| b.cmp(a));
    for (bytes, name) in largest.iter().take(LARGEST) {
        println!("{bytes:>9}  {}", name.chars().take(150).collect::<String>());
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

/// The crate's module that a function belongs to, or that generic code was made for; else the foreign crate.
fn module_of(name: &str) -> String {
    let own = name.find("plainread::");
    let path = own.map_or(name.trim_start_matches(['<', '&', '*', '[']), |at| &name[at..]);
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(path.len());
    let parts = path[..end].split("::").filter(|part| part.starts_with(|c: char| c.is_lowercase()));
    parts.take(if own.is_some() { 3 } else { 1 }).collect::<Vec<_>>().join("::")
}

fn family(name: &str) -> &'static str {
    let fits = |marks: &[&str]| marks.iter().any(|mark| name.contains(mark));
    FAMILIES.iter().find(|(_, marks)| fits(marks)).map_or("the crate's own", |(family, _)| family)
}

/// Shape: bytes, name.
fn functions(module: &[u8]) -> Result<Vec<(usize, String)>> {
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
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
    Ok(sizes.into_iter().zip(imported..).map(|(bytes, index)| (bytes, name(index))).collect())
}
