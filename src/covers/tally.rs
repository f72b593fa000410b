//! Page -> sums over all before each node, so that what an element holds is one subtraction however much that is.

use super::story::weight;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;

/// Sums up to each node. Shape: one entry for each node, and one for the end.
pub(super) struct Tally {
    weights: Vec<u32>,
    links: Vec<u32>,
    players: Vec<u32>,
}

impl Tally {
    pub fn new(page: &Page) -> Tally {
        let tag = |id: NodeId, tags: &[Tag]| u32::from(page.tag(id).is_some_and(|t| tags.contains(&t)));
        Tally {
            weights: sums(page, |id| weight(page.text(id))),
            links: sums(page, |id| tag(id, &[Tag::A])),
            players: sums(page, |id| tag(id, &[Tag::Audio, Tag::Video])),
        }
    }

    /// All text in an element. Units: weighted characters.
    pub fn weight(&self, page: &Page, node: NodeId) -> u32 {
        between(&self.weights, node, page.end(node))
    }

    /// Links in an element, itself included.
    pub fn links(&self, page: &Page, node: NodeId) -> u32 {
        between(&self.links, node, page.end(node))
    }

    /// Players of sound or pictures in an element, itself included.
    pub fn players(&self, page: &Page, node: NodeId) -> u32 {
        between(&self.players, node, page.end(node))
    }
}

fn sums(page: &Page, of: impl Fn(NodeId) -> u32) -> Vec<u32> {
    let mut sum = 0u32;
    let mut sums = Vec::with_capacity(page.len() + 1);
    sums.push(0);
    for id in page.ids() {
        sum = sum.saturating_add(of(id));
        sums.push(sum);
    }
    sums
}

fn between(sums: &[u32], start: NodeId, end: NodeId) -> u32 {
    sums[end.index()] - sums[start.index()]
}
