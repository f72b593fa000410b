//! Pull quotes: words of the story set large beside it. They are shown once, where the story says them.

use crate::article::Block;
use crate::article::leaf;
use crate::article::names;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::text::Words;
use crate::text::word_list;

/// Names of elements that hold one.
const NAMES: Words = word_list!["pullquote", "pull-quote", "pull_quote", "pulledquote", "blockquote-pull"];
/// Units: bytes of letters and digits. A longer quotation is part of the story, a shorter one may stand in it by chance.
const LETTERS: std::ops::RangeInclusive<usize> = 20..=400;
/// Units: quotations looked for in the story, each of which costs one pass over it.
const MAX_LOOKED_FOR: usize = 16;

/// True for an element named as a pull quote.
pub(super) fn is_pulled(page: &Page, node: NodeId) -> bool {
    let holder = matches!(
        page.tag(node),
        Some(Tag::Aside | Tag::Div | Tag::Section | Tag::Figure | Tag::P | Tag::Other)
    );
    holder && names::name_holds(page, node, NAMES)
}

/// Drops quotations whose words the story says elsewhere.
pub(super) fn once(blocks: Vec<Block>) -> Vec<Block> {
    let quoted = |block: &Block| matches!(block, Block::Quote { .. });
    if !blocks.iter().any(quoted) {
        return blocks;
    }
    let story: String =
        blocks.iter().filter(|block| !quoted(block)).map(|block| letters(block) + "|").collect();
    let mut looked_for = 0;
    let mut repeats = |block: &Block| {
        let own = letters(block);
        looked_for += 1;
        LETTERS.contains(&own.len()) && looked_for <= MAX_LOOKED_FOR && story.contains(&own)
    };
    blocks.into_iter().filter(|block| !quoted(block) || !repeats(block)).collect()
}

/// Letters and digits of a block's running text: marks of quotation differ between the two places. Who is quoted is
/// not among them.
fn letters(block: &Block) -> String {
    let blocks = match block {
        Block::Quote { blocks, .. } => blocks.as_slice(),
        block => std::slice::from_ref(block),
    };
    let lines = leaf::leaves(blocks);
    let text: String = lines.iter().map(|line| line.text()).collect();
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
