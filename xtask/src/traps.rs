//! Panics without words: nobody sees what a panic in the browser would say, only that it traps.
//!
//! In: a module with the names of its functions. Out: the same module, in which a panic traps at once. The standard
//! library comes compiled, so this cannot be asked of the compiler: here the panics' bodies and the calls of them become
//! `unreachable`, which leaves arguments and what formats them to wasm-opt as dead, and the places in the sources that
//! they would have named become zeros. `cargo xtask size` tells what that spares.

use crate::memory::Memory;
use anyhow::Result;
use std::collections::BTreeSet;
use walrus::FunctionId;
use walrus::Module;
use walrus::ir::Call;
use walrus::ir::Const;
use walrus::ir::Instr;
use walrus::ir::InstrLocId;
use walrus::ir::InstrSeq;
use walrus::ir::Unreachable;
use walrus::ir::Value;
use walrus::ir::Visitor;
use walrus::ir::VisitorMut;

/// Functions of the standard library that end in a panic, whatever they are given: how their names open.
const PANICS: &[&str] = &[
    "core::panicking::panic",
    "core::panicking::assert_failed",
    "core::slice::index::slice_index_fail",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::sort::shared::smallsort::panic_on_ord_violation",
    "core::str::slice_error_fail",
    "core::option::unwrap_failed",
    "core::option::expect_failed",
    "core::result::unwrap_failed",
    "core::cell::panic_already",
    "core::cell::lazy::panic_poisoned",
    "alloc::raw_vec::handle_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::alloc::handle_alloc_error",
];

/// Shape of a place in the sources, as the compiler lays it out: address and length of the path, line, column.
const PLACE: usize = 16;

/// Longest path that is taken for one. Units: bytes.
const LONGEST_PATH: usize = 200;

/// Takes the words from the panics of a module.
pub fn silence(module: &mut Module) -> Result<()> {
    let panics: BTreeSet<FunctionId> = module
        .funcs
        .iter_local()
        .map(|(id, _)| id)
        .filter(|id| module.funcs.get(*id).name.as_deref().is_some_and(is_panic))
        .collect();
    anyhow::ensure!(!panics.is_empty(), "no panics by name: does the module have its names?");
    let mut places = Places { panics: &panics, found: BTreeSet::new() };
    for (_, function) in module.funcs.iter_local() {
        walrus::ir::dfs_in_order(&mut places, function, function.entry_block());
    }
    let found = places.found;
    for id in &panics {
        let function = module.funcs.get_mut(*id).kind.unwrap_local_mut();
        let entry = function.entry_block();
        function.block_mut(entry).instrs = vec![(Instr::Unreachable(Unreachable {}), Default::default())];
    }
    for (_, function) in module.funcs.iter_local_mut() {
        let entry = function.entry_block();
        walrus::ir::dfs_pre_order_mut(&mut Traps { panics: &panics }, function, entry);
    }
    wipe(module, &found);
    Ok(())
}

fn is_panic(name: &str) -> bool {
    let name = plain(name);
    PANICS.iter().any(|panic| name.starts_with(panic)) || name.ends_with("::assert_failed")
}

/// A name without the compiler's marks: `core[1a2b]::a` and `core::a::h1a2b` are `core::a`.
pub fn plain(name: &str) -> String {
    let mut out = String::new();
    for (n, part) in name.split('[').enumerate() {
        let inside = part.split_once(']').filter(|(mark, _)| n > 0 && is_mark(mark));
        match inside {
            Some((_, rest)) => out.push_str(rest),
            None if n > 0 => out.extend(["[", part]),
            None => out.push_str(part),
        }
    }
    match out.rsplit_once("::h") {
        Some((head, mark)) if mark.len() == 16 && is_mark(mark) => head.to_owned(),
        _ => out,
    }
}

fn is_mark(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Collects the addresses that are given to panics as their last argument.
struct Places<'a> {
    panics: &'a BTreeSet<FunctionId>,
    found: BTreeSet<u32>,
}

impl<'i> Visitor<'i> for Places<'_> {
    fn start_instr_seq(&mut self, seq: &'i InstrSeq) {
        for pair in seq.instrs.windows(2) {
            if let [(Instr::Const(Const { value: Value::I32(address) }), _), (Instr::Call(Call { func }), _)] =
                pair
                && self.panics.contains(func)
            {
                self.found.insert(*address as u32);
            }
        }
    }
}

/// Puts a trap in the place of every call of a panic.
struct Traps<'a> {
    panics: &'a BTreeSet<FunctionId>,
}

impl VisitorMut for Traps<'_> {
    fn visit_instr_mut(&mut self, instr: &mut Instr, _: &mut InstrLocId) {
        if matches!(instr, Instr::Call(Call { func }) if self.panics.contains(func)) {
            *instr = Instr::Unreachable(Unreachable {});
        }
    }
}

/// Zeros what has the shape of a place in the sources, and its path.
fn wipe(module: &mut Module, places: &BTreeSet<u32>) {
    let mut memory = Memory(module);
    let word = |bytes: &[u8], at: usize| bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes);
    let read = |memory: &mut Memory, place: u32| {
        let bytes = memory.at(place, PLACE)?;
        let path = (word(bytes, 0)?, word(bytes, 4)? as usize);
        let is_path = path.1 <= LONGEST_PATH && memory.at(path.0, path.1)?.ends_with(b".rs");
        is_path.then_some((place, path))
    };
    let found: Vec<_> = places.iter().filter_map(|place| read(&mut memory, *place)).collect();
    for (place, (path, length)) in found {
        for (address, length) in [(place, PLACE), (path, length)] {
            if let Some(bytes) = memory.at(address, length) {
                bytes.fill(0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_marks() {
        assert_eq!(plain("core[5eb1ffc2]::panicking::panic"), "core::panicking::panic");
        assert_eq!(plain("a::b::h0123456789abcdef"), "a::b");
        assert_eq!(plain("<[u8] as a::B>::c"), "<[u8] as a::B>::c");
        assert!(is_panic("core[5eb1ffc2]::panicking::panic_bounds_check"));
        assert!(!is_panic("std[5eb1ffc2]::panicking::panic_count::increase"));
    }
}
