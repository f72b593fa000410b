//! Quotation marks -> quoted spans -> quotes.
//!
//! In: a story's tokens. Out: every span in marks ([`scan`]), and which of them are somebody's words.
//! Promises: spans are in order, do not overlap, stay in their line, and hold at least one token.

mod join;
mod marks;
mod scan;
mod verdict;

use super::document::Document;
use crate::text::Tokens;
use crate::text::is_quote;
#[allow(unused_imports, reason = "its writer is the attribution")]
pub(crate) use join::Said;
pub(crate) use join::join;
pub(crate) use scan::scan;
pub(crate) use verdict::speaks_of;

/// A span between quotation marks, the marks apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// First byte between the marks.
    pub start: u32,
    /// Byte after the last between the marks.
    pub end: u32,
    /// First token between the marks.
    pub first: usize,
    /// Token after the last between the marks; the closing mark, where there is one.
    pub last: usize,
    /// Tokens of the opening mark: `first` less this is where it starts.
    pub opening: usize,
    /// Tokens of the closing mark; 0: the line ended first, so the quote goes on in the next.
    pub closing: usize,
}

impl Quoted {
    /// The token after the closing mark.
    pub fn after(&self) -> usize {
        self.last + self.closing
    }

    /// The token after the last word or stop: quotes inside it may close with it, as in `“He said ‘no,’” Smith recalled`.
    pub fn end_of_words(&self, tokens: &Tokens) -> usize {
        let closes = |i: &usize| tokens.mark(*i).is_some_and(is_quote);
        self.last - (self.first..self.last).rev().take_while(closes).count()
    }

    /// The opening mark.
    pub fn before(&self) -> usize {
        self.first - self.opening
    }
}

/// The spans that are somebody's words, in order.
pub(crate) fn find(document: &Document) -> Vec<Quoted> {
    let mut out: Vec<Quoted> = Vec::new();
    for quoted in &document.quoted {
        if verdict::is_speech(document, quoted, out.last()) {
            out.push(*quoted);
        }
    }
    out
}
