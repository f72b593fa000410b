//! What the trainer and the evaluation see of the article stage: the same code the product runs, opened up.

use super::Article;
use super::NoArticle;
use super::meta;
use super::select;
use crate::page::Mask;
use crate::page::Page;

pub use super::select::Model;

/// A page as the trees see it.
#[derive(Debug, Default)]
pub struct Matrix {
    /// What each feature of a passage measures.
    pub passage_features: Vec<String>,
    /// What each feature of the page measures.
    pub page_features: Vec<String>,
    /// Shape: one row of bytes per passage.
    pub rows: Vec<Vec<u8>>,
    /// The page's own row.
    pub page: Vec<u8>,
    /// Shape: per passage.
    pub texts: Vec<String>,
    /// Shape: per passage.
    pub words: Vec<u32>,
    /// Element names from the page down, with their classes. Shape: per passage.
    pub chains: Vec<String>,
    /// The passages inside each element that breaks lines, as (first, one past the last).
    pub regions: Vec<(usize, usize)>,
}

/// Computes the features of a page.
pub fn matrix(page: &Page, mask: &Mask) -> Matrix {
    select::matrix(page, mask)
}

/// Finds the story with another model: how pages are predicted by a model that never saw them.
pub fn extract_with(page: &Page, mask: &Mask, model: &Model) -> Result<Article, NoArticle> {
    let meta = meta::read(page, mask);
    let kept = select::select_with(page, mask, model);
    super::judge(page, mask, meta, kept)
}
