//! The functions of a module in the order that gzips best: each near those that it has most pieces in common with.
//!
//! In: a finished module. Out: its functions' places. Nothing else about them changes: gzip looks back no further than
//! [`REACH`], and the compiler and the glue leave functions by size.

use crate::size;
use crate::wasm;
use anyhow::Result;
use anyhow::ensure;
use std::collections::BTreeMap;
use std::collections::VecDeque;
use std::fs;
use std::path::Path;
use wasmparser::Parser;
use wasmparser::Payload;

/// How far back gzip finds what stood before. Units: bytes; its window, less what one function may take.
const REACH: usize = 30_000;

/// Ways to compare, of which the one is taken that packs best: the length of the pieces, in bytes (gzip's shortest match is
/// 3), and how many functions may have a piece, since one that more have is near wherever a function stands. By trial: none
/// is best for every build, others seldom are, and they differ by some 300 bytes.
const WAYS: [(usize, usize); 3] = [(7, 20), (7, 50), (8, 50)];

/// Arranges the functions of a module file.
pub fn arrange(file: &Path) -> Result<()> {
    let bytes = fs::read(file)?;
    let bodies = bodies(&bytes)?;
    let mut module = walrus::ModuleConfig::new().generate_producers_section(false).parse(&bytes)?;
    let ids: Vec<_> = module.funcs.iter_local().map(|(id, _)| id).collect();
    ensure!(ids.len() == bodies.len(), "functions and their bodies differ in number");
    let orders = WAYS.iter().map(|(piece, common)| order(&bodies, *piece, *common));
    let best = orders.min_by_key(|order| packed(&bodies, order)).unwrap_or_default();
    for (place, index) in best.into_iter().enumerate() {
        module.funcs.get_mut(ids[index]).name = Some(format!("{place:06}"));
    }
    module.emit_wasm_file(file)?;
    wasm::run(file, &["--reorder-functions-by-name"])
}

/// Functions' bodies in the order of the module.
fn bodies(module: &[u8]) -> Result<Vec<&[u8]>> {
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::CodeSectionEntry(body) = payload? {
            bodies.push(&module[body.range()]);
        }
    }
    Ok(bodies)
}

/// Bytes of the parts in this order, gzipped.
fn packed(parts: &[&[u8]], order: &[usize]) -> usize {
    let whole: Vec<u8> = order.iter().flat_map(|index| parts[*index]).copied().collect();
    size::gzipped(&whole).unwrap_or(usize::MAX)
}

/// Indices of the parts: after each the one of whose length the largest share stands within reach.
fn order(parts: &[&[u8]], piece: usize, common: usize) -> Vec<usize> {
    let pieces = Pieces::of(parts, piece, common);
    let mut near = Near { found: vec![0; pieces.holders.len()], scores: vec![0; parts.len()] };
    let (mut window, mut length) = (VecDeque::new(), 0);
    let mut rest: Vec<usize> = (0..parts.len()).collect();
    let mut out = Vec::new();
    while let Some(at) = best(&rest, &near.scores, parts) {
        let next = rest.remove(at);
        out.push(next);
        near.enter(&pieces, next);
        window.push_back(next);
        length += parts[next].len();
        while length > REACH && window.len() > 1 {
            let Some(gone) = window.pop_front() else { break };
            near.leave(&pieces, gone);
            length -= parts[gone].len();
        }
    }
    out
}

/// Where in `rest` the best part stands; the first of equals. None: none is left.
fn best(rest: &[usize], scores: &[usize], parts: &[&[u8]]) -> Option<usize> {
    // As products, since shares would not be exact. `max_by` takes the last of equals.
    let share = |a: &usize, b: &usize| (scores[*a] * parts[*b].len()).cmp(&(scores[*b] * parts[*a].len()));
    (0..rest.len()).rev().max_by(|a, b| share(&rest[*a], &rest[*b]))
}

/// The pieces that some parts have in common.
struct Pieces {
    /// By piece: the parts that have it.
    holders: Vec<Vec<usize>>,
    /// By part: its pieces.
    of: Vec<Vec<usize>>,
}

impl Pieces {
    fn of(parts: &[&[u8]], length: usize, common: usize) -> Pieces {
        let mut found: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
        for (index, part) in parts.iter().enumerate() {
            for piece in part.windows(length) {
                let holders = found.entry(piece).or_default();
                if holders.last() != Some(&index) {
                    holders.push(index);
                }
            }
        }
        let holders: Vec<_> = found.into_values().filter(|h| (2..common).contains(&h.len())).collect();
        let mut of = vec![Vec::new(); parts.len()];
        for (piece, parts) in holders.iter().enumerate() {
            parts.iter().for_each(|part| of[*part].push(piece));
        }
        Pieces { holders, of }
    }
}

/// What stands within reach.
struct Near {
    /// By piece: how often.
    found: Vec<usize>,
    /// By part: how many of its pieces.
    scores: Vec<usize>,
}

impl Near {
    fn enter(&mut self, pieces: &Pieces, part: usize) {
        for piece in &pieces.of[part] {
            self.found[*piece] += 1;
            if self.found[*piece] == 1 {
                pieces.holders[*piece].iter().for_each(|part| self.scores[*part] += 1);
            }
        }
    }

    fn leave(&mut self, pieces: &Pieces, part: usize) {
        for piece in &pieces.of[part] {
            self.found[*piece] -= 1;
            if self.found[*piece] == 0 {
                pieces.holders[*piece].iter().for_each(|part| self.scores[*part] -= 1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_parts_stand_together() {
        let parts: [&[u8]; 4] = [b"abcdefgh 1", b"uvwxyz 23", b"abcdefgh 4", b"uvwxyz 56"];
        assert_eq!(order(&parts, 8, 50), [0, 2, 1, 3]);
        assert_eq!(order(&[], 8, 50), Vec::<usize>::new());
    }
}
