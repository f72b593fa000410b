//! Which nodes a later stage skips or reveals: how the covers' plan reaches the article.

use super::NodeId;
use super::Page;

/// A set of nodes of one page, as a bitmap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NodeSet {
    bits: Vec<u64>,
}

impl NodeSet {
    /// An empty set for `page`.
    pub fn new(page: &Page) -> NodeSet {
        NodeSet { bits: vec![0; page.len().div_ceil(64)] }
    }

    /// Adds one node.
    pub fn insert(&mut self, node: NodeId) {
        if let Some(word) = self.bits.get_mut(node.index() / 64) {
            *word |= 1 << (node.index() % 64);
        }
    }

    /// Adds a node and everything below it.
    pub fn insert_subtree(&mut self, page: &Page, node: NodeId) {
        for id in page.subtree(node) {
            self.insert(id);
        }
    }

    /// False for nodes of another, larger page.
    pub fn contains(&self, node: NodeId) -> bool {
        self.bits.get(node.index() / 64).is_some_and(|w| w >> (node.index() % 64) & 1 == 1)
    }

    /// True if nothing was added.
    pub fn is_empty(&self) -> bool {
        self.bits.iter().all(|w| *w == 0)
    }
}

/// What the plan hides and what it brings back. `skip` and `reveal` are disjoint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mask {
    /// Covers, sign-up cards, filler, parts the publisher keeps: never part of the article. Whole subtrees.
    pub skip: NodeSet,
    /// Delivered but not rendered, and the article's: to be read although the page hides it. Whole subtrees.
    pub reveal: NodeSet,
    /// Paragraphs that were delivered outside the story's place (templates, hidden stores, metadata), as plain text, in
    /// order: they follow the last paragraph.
    pub appended: Vec<String>,
}
