//! Page -> Kept: which parts of a page are its story.
//!
//! In: a [`Page`], a [`Mask`] and what the page says about itself. Out: [`Kept`], a set of leaves (text, images, …)
//! from which the blocks are built, and what was left out. One pass over the nodes, one over the passages.

mod outline;
mod tally;

use super::Meta;
use super::PageKind;
use super::Removed;
use super::RemovedReason;
use crate::page::Mask;
use crate::page::NodeSet;
use crate::page::Page;
use outline::Outline;
use outline::Passage;

/// The story's place on the page.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Leaves of the story: its text nodes, and what stands between them that is no text (images, tables' rules, …).
    pub nodes: NodeSet,
    /// What kind of page it looks like.
    pub kind: PageKind,
    /// Letters and digits kept.
    pub characters: u32,
    /// Words kept; of scripts without spaces, half the characters.
    pub words: u32,
    /// Visible text that was left out, in page order.
    pub removed: Vec<Removed>,
}

/// Share of the page's running text that the story's container holds. Units: ratio.
const MOST: f32 = 0.8;

/// Finds the passages of the story.
pub fn select(page: &Page, mask: &Mask, meta: &Meta) -> Kept {
    let outline = outline::cut(page, mask);
    let keep = inside_main(&outline);
    Kept {
        nodes: leaves(page, &outline, &keep),
        kind: meta.kind,
        characters: total(&outline, &keep, |p| p.tally.letters),
        words: total(&outline, &keep, |p| p.tally.words),
        removed: removed(page, &outline, &keep),
    }
}

/// Passages inside the smallest region with most of the running text, links apart.
fn inside_main(outline: &Outline) -> Vec<bool> {
    let running: Vec<u32> = outline.passages.iter().map(|p| p.tally.running_words()).collect();
    let total: u32 = running.iter().sum();
    let held = |r: &outline::Region| running[r.passages.clone()].iter().sum::<u32>();
    let main = outline.regions.iter().rev().find(|r| held(r) as f32 >= MOST * total as f32);
    let range = main.map_or(0..0, |r| r.passages.clone());
    let keep = |(i, p): (usize, &outline::Passage)| range.contains(&i) && p.tally.link_share() < 0.5;
    outline.passages.iter().enumerate().map(keep).collect()
}

/// The nodes of kept passages, and the leaves between two of them.
fn leaves(page: &Page, outline: &Outline, keep: &[bool]) -> NodeSet {
    let mut nodes = NodeSet::new(page);
    let kept = || outline.passages.iter().zip(keep).filter(|(_, keep)| **keep).map(|(p, _)| p);
    for passage in kept() {
        passage.nodes().for_each(|id| nodes.insert(id));
    }
    nodes
}

fn total(outline: &Outline, keep: &[bool], count: impl Fn(&Passage) -> u32) -> u32 {
    outline.passages.iter().zip(keep).filter(|(_, keep)| **keep).map(|(p, _)| count(p)).sum()
}

fn removed(page: &Page, outline: &Outline, keep: &[bool]) -> Vec<Removed> {
    let left_out = outline.passages.iter().zip(keep).filter(|(_, keep)| !**keep);
    left_out.map(|(p, _)| Removed { text: p.text(page), reason: RemovedReason::Other }).collect()
}
