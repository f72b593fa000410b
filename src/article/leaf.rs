//! The story as lines of plain text: one line for each block that holds running text.
//!
//! Facts are found in these lines and the reader marks them there, so both walk the same leaves in the same order.

use super::Article;
use super::Block;
use super::Inline;

/// What kind of text a leaf is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum LeafKind {
    Paragraph,
    Heading,
    ListItem,
    Quote,
    Cell,
    Other,
}

/// One line of running text.
#[derive(Clone, Copy, Debug)]
pub struct Leaf<'a> {
    /// What the line stands in.
    pub kind: LeafKind,
    /// The line's content.
    pub inlines: &'a [Inline],
}

impl Article {
    /// The story's lines of running text, in order. Captions, code and formulas on their own lines are not among them.
    pub fn leaves(&self) -> Vec<Leaf<'_>> {
        leaves(&self.blocks)
    }
}

/// The same for any run of blocks.
pub fn leaves(blocks: &[Block]) -> Vec<Leaf<'_>> {
    let mut out = Vec::new();
    collect(blocks, LeafKind::Paragraph, &mut out);
    out
}

/// Recurses over block nesting, which the article stage caps.
fn collect<'a>(blocks: &'a [Block], kind: LeafKind, out: &mut Vec<Leaf<'a>>) {
    for block in blocks {
        match block {
            Block::Heading { text, .. } => out.push(Leaf { kind: LeafKind::Heading, inlines: text }),
            Block::Paragraph(inlines) => out.push(Leaf { kind, inlines }),
            Block::List { items, .. } => {
                items.iter().for_each(|item| collect(&item.blocks, LeafKind::ListItem, out));
            }
            Block::Definitions(items) => items.iter().for_each(|(_, b)| collect(b, LeafKind::ListItem, out)),
            Block::Quote { blocks, cite } => {
                collect(blocks, LeafKind::Quote, out);
                out.extend(cite.as_ref().map(|inlines| Leaf { kind: LeafKind::Other, inlines }));
            }
            Block::Table(table) => {
                table.rows.iter().flatten().for_each(|cell| collect(&cell.blocks, LeafKind::Cell, out));
            }
            Block::Details { summary, blocks } => {
                out.push(Leaf { kind: LeafKind::Other, inlines: summary });
                collect(blocks, kind, out);
            }
            Block::Post(post) => collect(&post.blocks, kind, out),
            Block::Code { .. } | Block::Figure(_) | Block::Embed { .. } | Block::Math(_) | Block::Rule => {}
        }
    }
}

impl Leaf<'_> {
    /// The line as plain text, without line breaks of its own.
    pub fn text(&self) -> String {
        let mut out = String::new();
        push_text(self.inlines, &mut out);
        out
    }
}

/// Appends the plain text of `inlines`. The reader's text nodes, joined, give the same string.
pub fn push_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(t) | Inline::Code(t) | Inline::Math(t) => out.push_str(t),
            Inline::Break => out.push(' '),
            Inline::Link { text, .. } => push_text(text, out),
            Inline::Emphasis(i)
            | Inline::Strong(i)
            | Inline::Sub(i)
            | Inline::Sup(i)
            | Inline::Mark(i)
            | Inline::Struck(i)
            | Inline::Direction(_, i) => push_text(i, out),
            Inline::Ruby { base, .. } => out.push_str(base),
            Inline::Image(_) | Inline::Target(_) => {}
        }
    }
}
