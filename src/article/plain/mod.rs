//! A page copied as text -> Article: which of its lines are the story, and what the others say about it.
//!
//! In: text without markup, as it comes from the clipboard. Out: the same [`Article`] a page gives.

use super::Article;
use super::Block;
use super::Inline;
use super::NoArticle;

/// A story needs this much running text. Units: characters.
const MIN_STORY: u32 = 140;

/// Finds the story in a page copied as text.
pub fn extract(text: &str) -> Result<Article, NoArticle> {
    let paragraphs: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    let found = paragraphs.iter().map(|p| p.chars().count() as u32).sum();
    if found < MIN_STORY {
        return Err(NoArticle { characters_found: found, characters_needed: MIN_STORY });
    }
    let block = |p: &&str| Block::Paragraph(vec![Inline::Text((*p).to_owned())]);
    Ok(Article {
        blocks: paragraphs.iter().map(block).collect(),
        word_count: text.split_whitespace().count() as u32,
        ..Article::default()
    })
}
