//! The last touch on finished blocks: lines out of blocks, stray rules.

use super::line;
use crate::article::Block;
use crate::article::Inline;

/// Splits what stood in a heading, caption or summary into its one line and what cannot stand in a line.
pub(super) fn split_line(blocks: Vec<Block>) -> (Vec<Inline>, Vec<Block>) {
    let mut text: Vec<Inline> = Vec::new();
    let mut rest = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading { text: inlines, .. } if rest.is_empty() => {
                if !text.is_empty() {
                    line::append(&mut text, vec![Inline::Text(" ".to_owned())]);
                }
                line::append(&mut text, inlines);
            }
            block => rest.push(block),
        }
    }
    (text, rest)
}

/// Rules stand between things: none first, last or twice.
pub(super) fn tidy(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        if block != Block::Rule || out.last().is_some_and(|last| *last != Block::Rule) {
            out.push(block);
        }
    }
    while out.last() == Some(&Block::Rule) {
        out.pop();
    }
    out
}
