//! Ways through the tree. All linear, none recursive.

use super::NodeId;
use super::Page;
use super::Tag;
use crate::text::words::char_at;

impl Page {
    /// The parent. None: `node` is the document element.
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        (node != NodeId::ROOT).then(|| NodeId(self.nodes[node.index()].parent))
    }

    /// One past the last descendant.
    pub fn end(&self, node: NodeId) -> NodeId {
        NodeId(self.nodes[node.index()].end)
    }

    /// `node` and everything below it, in document order.
    pub fn subtree(&self, node: NodeId) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (node.0..self.end(node).0).map(NodeId)
    }

    /// True if `node` is `ancestor` or below it.
    pub fn is_inside(&self, node: NodeId, ancestor: NodeId) -> bool {
        ancestor <= node && node < self.end(ancestor)
    }

    /// Direct children, in document order.
    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let end = self.end(node);
        let first = NodeId(node.0 + 1);
        let next = move |n: &NodeId| Some(self.end(*n)).filter(|n| *n < end);
        std::iter::successors((first < end).then_some(first), next)
    }

    /// Parent, grandparent, … up to the document element.
    pub fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.parent(node), |n| self.parent(*n))
    }

    /// `node`, its parent, grandparent, … up to the document element.
    pub fn upward(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(node), |n| self.parent(*n))
    }

    /// The nearest ancestor, or `node` itself, with this tag.
    pub fn closest(&self, node: NodeId, tag: Tag) -> Option<NodeId> {
        self.upward(node).find(|n| self.is(*n, tag))
    }

    /// The first element with this tag below `node`.
    pub fn find(&self, node: NodeId, tag: Tag) -> Option<NodeId> {
        self.subtree(node).find(|n| self.is(*n, tag))
    }

    /// All text below `node`, white space collapsed and trimmed.
    pub fn text_content(&self, node: NodeId) -> String {
        let mut out = String::new();
        for id in self.subtree(node) {
            push_collapsed(&mut out, 0, self.text(id));
        }
        out.truncate(out.trim_end().len());
        out
    }
}

/// White space collapsed and trimmed.
pub fn collapsed(text: &str) -> String {
    let mut out = String::new();
    push_collapsed(&mut out, 0, text);
    out.truncate(out.trim_end().len());
    out
}

/// Appends `text` to a line of `out` that began at byte `line`: every run of white space as one space, none at its start.
pub fn push_collapsed(out: &mut String, line: usize, text: &str) {
    let (mut start, mut at) = (0, 0);
    while let Some(c) = char_at(text, at) {
        let next = at + c.len_utf8();
        if c.is_whitespace() {
            out.push_str(&text[start..at]);
            if out.len() > line && !out.ends_with(' ') {
                out.push(' ');
            }
            start = next;
        }
        at = next;
    }
    out.push_str(&text[start..]);
}
