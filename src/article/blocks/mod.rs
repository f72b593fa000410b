//! Kept nodes -> blocks: the part of the page that is the story, as a typed tree.
//!
//! In: a [`Page`], the [`Mask`] and the set of kept nodes. Out: [`Block`]s in page order.
//! Promises: every kept text that a browser would show stands in the output, once; nesting stays under
//! [`flow::MAX_DEPTH`]; links are absolute http(s) or point inside the story. What is shown without text of its own
//! (images, players, rules) comes along where it stands between kept text.

mod code;
mod embed;
mod figure;
mod flow;
mod frame;
pub(super) mod image;
mod line;
mod math;
mod quote;
mod ruby;
mod scope;
mod table;
#[cfg(test)]
mod tests;
mod tidy;

use super::Block;
use crate::page::Mask;
use crate::page::NodeSet;
use crate::page::Page;
use flow::Flow;
pub(super) use flow::is_inline;
use scope::Scope;
pub(super) use table::holds_data;
pub(super) use tidy::without_shown;

/// Builds the story's blocks. `kept` holds text nodes; elements in it do no harm.
pub(super) fn build(page: &Page, mask: &Mask, kept: &NodeSet) -> Vec<Block> {
    let scope = Scope::new(page, mask, kept);
    let blocks = Flow::new(&scope).run();
    quote::once(tidy::tidy(blocks))
}
