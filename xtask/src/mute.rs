//! Text without its looks for developers: quotes, escapes, and the tables of what can be printed.
//!
//! In: a module with the names of its functions. Out: the same module, in which text that is written for developers
//! writes nothing, and what only that needed is gone: functions, and as zeros their tables. Only panics write so, and
//! those are silent (`traps.rs`).

use crate::memory::Memory;
use crate::traps::plain;
use anyhow::Result;
use anyhow::ensure;
use std::collections::BTreeSet;
use walrus::FunctionId;
use walrus::Module;
use walrus::ir::Const;
use walrus::ir::Instr;
use walrus::ir::Load;
use walrus::ir::Store;
use walrus::ir::Value;
use walrus::ir::Visitor;

/// What writes text for developers. Each gives 0: no error.
const WRITERS: [&str; 2] = ["<str as core::fmt::Debug>::fmt", "<char as core::fmt::Debug>::fmt"];

/// What has tables of its own that only [`WRITERS`] need.
const READERS: [&str; 2] =
    ["core::unicode::printable::is_printable", "core::unicode::unicode_data::grapheme_extend::lookup_slow"];

/// Mutes a module.
pub fn mute(module: &mut Module) -> Result<()> {
    let tables = addresses(module, &named(module, &READERS));
    let writers = named(module, &WRITERS);
    ensure!(!writers.is_empty(), "nothing writes for developers: has its name changed?");
    for writer in writers {
        let function = module.funcs.get_mut(writer).kind.unwrap_local_mut();
        let done = Instr::Const(Const { value: Value::I32(0) });
        let entry = function.entry_block();
        function.block_mut(entry).instrs = vec![(done, Default::default())];
    }
    walrus::passes::gc::run(module);
    let all: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    let mut needed = addresses(module, &all);
    let mut memory = Memory(module);
    needed.extend(memory.words());
    for table in tables.difference(&needed) {
        let end = needed.range(table..).next().copied().unwrap_or(*table);
        if let Some(bytes) = memory.at(*table, (end - table) as usize) {
            bytes.fill(0);
        }
    }
    Ok(())
}

fn named(module: &Module, names: &[&str]) -> Vec<FunctionId> {
    let is_named = |id: &FunctionId| {
        module.funcs.get(*id).name.as_deref().is_some_and(|name| names.contains(&plain(name).as_str()))
    };
    module.funcs.iter_local().map(|(id, _)| id).filter(is_named).collect()
}

/// All that may be an address in some functions: numbers, and what loads and stores add to them.
fn addresses(module: &Module, functions: &[FunctionId]) -> BTreeSet<u32> {
    let mut found = Addresses::default();
    for id in functions {
        let function = module.funcs.get(*id).kind.unwrap_local();
        walrus::ir::dfs_in_order(&mut found, function, function.entry_block());
    }
    found.0
}

#[derive(Default)]
struct Addresses(BTreeSet<u32>);

impl<'i> Visitor<'i> for Addresses {
    fn visit_const(&mut self, number: &Const) {
        if let Value::I32(number) = number.value {
            self.0.insert(number as u32);
        }
    }

    fn visit_load(&mut self, load: &Load) {
        self.0.extend(u32::try_from(load.arg.offset));
    }

    fn visit_store(&mut self, store: &Store) {
        self.0.extend(u32::try_from(store.arg.offset));
    }
}
