//! The last touch on finished blocks: lines out of blocks, stray rules.

use super::figure;
use super::line;
use crate::article::Block;
use crate::article::Figure;
use crate::article::Inline;
use crate::article::Meta;
use crate::article::credit;
use crate::article::meta::day;
use crate::article::meta::day::Order;
use crate::article::push_text;
use crate::rules::months::Months;

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

/// Captions that stand under their picture go into its figure, a listing's language above it goes: the listing has it.
/// Rules stand between things, none first, last or twice.
pub(super) fn tidy(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match (out.last_mut(), block) {
            (None | Some(Block::Rule), Block::Rule) => {}
            (Some(Block::Figure(figure)), Block::Paragraph(line)) if is_caption(figure, &line) => {
                figure::add_caption(figure, line);
            }
            (Some(Block::Paragraph(line)), Block::Code { language: Some(language), text })
                if says(line, &language) =>
            {
                out.pop();
                out.push(Block::Code { language: Some(language), text });
            }
            (_, block) => out.push(block),
        }
    }
    while matches!(out.last(), Some(Block::Rule)) {
        out.pop();
    }
    out
}

/// True for a line of that one word.
fn says(line: &[Inline], word: &str) -> bool {
    let mut text = String::new();
    push_text(line, &mut text);
    text.trim().eq_ignore_ascii_case(word)
}

/// True for a line under a picture that says the same as its alternative text, or who made it.
fn is_caption(figure: &Figure, line: &[Inline]) -> bool {
    /// Units: bytes. Longer is the story.
    const MAX: usize = 400;
    if figure.caption.is_some() || figure.credit.is_some() {
        return false;
    }
    let mut text = String::new();
    push_text(line, &mut text);
    if text.len() > MAX {
        return false;
    }
    let alt = figure.images.first().map_or("", |image| image.alt.as_str());
    let bare = credit::split(alt).0.trim_end_matches('.');
    let speaks = !bare.is_empty() && text.starts_with(bare);
    let (before, credit) = credit::split(&text);
    speaks || credit.is_some() && (before.is_empty() || figure.images.len() == 1)
}

/// Drops from the story what its metadata already shows: the lead image and the byline at its head, the agencies' line
/// at its end.
pub(in crate::article) fn without_shown(mut blocks: Vec<Block>, meta: &Meta) -> Vec<Block> {
    /// Units: blocks. A lead image stands no deeper: a standfirst may come before it.
    const HEAD: usize = 3;
    let lead =
        meta.lead_image.as_ref().and_then(|figure| figure.images.first()).map(|image| image.src.as_str());
    let is_lead = |block: &Block| match block {
        Block::Figure(figure) => figure.images.len() == 1 && Some(figure.images[0].src.as_str()) == lead,
        _ => false,
    };
    if let Some(at) = blocks.iter().take(HEAD).position(is_lead) {
        blocks.remove(at);
    }
    let byline = meta.byline.as_ref().map(|byline| byline.value.as_str());
    if let Some(at) = blocks.iter().take(HEAD).position(|block| is_byline(block, byline)) {
        blocks.remove(at);
    }
    let agencies = meta.agency_credit.as_deref();
    let says = |block: &Block| match block {
        Block::Paragraph(line) => {
            let mut text = String::new();
            push_text(line, &mut text);
            Some(text.as_str()) == agencies
        }
        _ => false,
    };
    if agencies.is_some() && blocks.len() > 1 {
        blocks.retain(|block| !says(block));
    }
    blocks
}

/// True for a line that says who wrote the story, perhaps when, and nothing else.
fn is_byline(block: &Block, byline: Option<&str>) -> bool {
    /// Units: words. "Words by", "Von", a date with a time and its zone.
    const BESIDE: usize = 2;
    const BESIDE_DATE: usize = 8;
    let (Block::Paragraph(line), Some(byline)) = (block, byline) else { return false };
    let mut text = String::new();
    push_text(line, &mut text);
    let Some((before, after)) = text.split_once(byline) else { return false };
    let words = |text: &str| text.split_whitespace().filter(|w| w.contains(char::is_alphanumeric)).count();
    let dated = || day::in_text(after, Months::load(), Order::MonthFirst).is_some();
    words(before) <= BESIDE && (words(after) == 0 || words(after) <= BESIDE_DATE && dated())
}
