//! The page's visible text as lines, with where each stands: what metadata is voted from where nothing is declared.

use crate::article::blocks::is_inline;
use crate::page::Mask;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::page::push_collapsed;
use crate::page::style_hides;

/// A run of text between two block boundaries.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Into the lines' buffer. Units: bytes.
    start: usize,
    end: usize,
    /// Its first text node.
    pub node: NodeId,
    /// Units: bytes of text inside links.
    pub linked: usize,
}

/// All lines of a page, in order.
#[derive(Debug, Default)]
pub(super) struct Lines {
    buffer: String,
    pub all: Vec<Line>,
}

impl Lines {
    /// Reads the lines, white space collapsed.
    pub(super) fn read(page: &Page, mask: &Mask) -> Lines {
        let mut lines = Lines::default();
        let mut open: Option<Line> = None;
        let (mut skip_to, mut link_to) = (NodeId(0), NodeId(0));
        let mut ends: Vec<NodeId> = Vec::new();
        for node in page.ids() {
            while ends.pop_if(|end| *end <= node).is_some() {
                lines.finish(open.take());
            }
            match page.tag(node) {
                _ if node < skip_to => {}
                _ if mask.skip.contains(node) => skip_to = page.end(node),
                Some(tag) if is_unseen(page, node, tag) => skip_to = page.end(node),
                Some(Tag::A) => link_to = link_to.max(page.end(node)),
                Some(tag) if !is_inline(tag) => {
                    lines.finish(open.take());
                    ends.push(page.end(node));
                }
                Some(_) => {}
                None => lines.add(page.text(node), node, node < link_to, &mut open),
            }
        }
        lines.finish(open);
        lines
    }

    /// The line's text, trimmed.
    pub(super) fn text(&self, line: &Line) -> &str {
        self.buffer[line.start..line.end].trim()
    }

    /// Index of the first line that starts at `node` or after it.
    pub(super) fn at(&self, node: NodeId) -> usize {
        self.all.partition_point(|line| line.node < node)
    }

    fn add(&mut self, text: &str, node: NodeId, linked: bool, open: &mut Option<Line>) {
        let start = self.buffer.len();
        if open.is_none() && text.trim().is_empty() {
            return;
        }
        let line = open.get_or_insert(Line { start, end: start, node, linked: 0 });
        push_collapsed(&mut self.buffer, line.start, text);
        line.linked += if linked { self.buffer.len() - start } else { 0 };
    }

    fn finish(&mut self, line: Option<Line>) {
        if let Some(mut line) = line {
            line.end = self.buffer.len();
            self.all.push(line);
            // Lines do not share characters: the next one does not see this one's last space.
            self.buffer.push('\n');
        }
    }
}

fn is_unseen(page: &Page, node: NodeId, tag: Tag) -> bool {
    matches!(tag, Tag::Head | Tag::Script | Tag::Style | Tag::Svg | Tag::Select | Tag::Textarea)
        || page.has_attr(node, "hidden")
        || page.attr(node, "style").is_some_and(style_hides)
}
