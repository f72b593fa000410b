//! Kept nodes -> blocks: the story as a typed tree.

use super::Block;
use super::Inline;
use crate::page::NodeId;
use crate::page::NodeSet;
use crate::page::Page;
use crate::page::Tag;

/// Builds the story's blocks from the nodes that belong to it.
pub fn build(page: &Page, nodes: &NodeSet) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut line = (NodeId::ROOT, String::new());
    for id in page.ids().filter(|id| nodes.contains(*id) && !page.text(*id).trim().is_empty()) {
        let home = home(page, id);
        if home != line.0 {
            blocks.extend(block(page, std::mem::replace(&mut line, (home, String::new()))));
        }
        for c in page.text(id).chars() {
            let c = if c.is_whitespace() { ' ' } else { c };
            if c != ' ' || !line.1.ends_with(' ') {
                line.1.push(c);
            }
        }
    }
    blocks.extend(block(page, line));
    blocks
}

fn block(page: &Page, (home, text): (NodeId, String)) -> Option<Block> {
    let text = text.trim();
    let inlines = vec![Inline::Text(text.to_owned())];
    let level = page.tag(home).and_then(Tag::heading_level);
    (!text.is_empty()).then(|| match level {
        Some(level) => Block::Heading { level: level.max(2), text: inlines, id: None },
        None => Block::Paragraph(inlines),
    })
}

/// The nearest element that is no phrase.
fn home(page: &Page, node: NodeId) -> NodeId {
    let phrase = |n: &NodeId| {
        matches!(
            page.tag(*n),
            Some(
                Tag::A
                    | Tag::B
                    | Tag::Strong
                    | Tag::Em
                    | Tag::I
                    | Tag::Span
                    | Tag::Code
                    | Tag::Mark
                    | Tag::Time
            )
        )
    };
    page.ancestors(node).find(|n| !phrase(n)).unwrap_or(NodeId::ROOT)
}
