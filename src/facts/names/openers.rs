//! Bodies that are named by what they are of or for: `Council of …`, `Alliance Against …`.

use super::bodies;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::word_list;

/// Words that join what a body is for to its name: `Council for`, `Alliance Against`.
pub(super) fn is_joint(tokens: &Tokens, index: usize) -> bool {
    word_list!["Against", "against", "for", "of"].has(tokens.word(index))
}

/// True for `Council of …`, and where a nation or a plain word stands before it: `Australian Bureau of …`.
pub(super) fn opens_body(tokens: &Tokens, first: usize, end: usize) -> bool {
    let is_opener = |i: &usize| lexicons::ORGANISATION_OPENERS.has_at(tokens, *i) && is_joint(tokens, *i + 1);
    // `Lawyers for Harwell said`: those of one man.
    if tokens.is(first, "lawyers") && end == first + 3 && !lexicons::is_common_at(tokens, end - 1) {
        return false;
    }
    if bodies::opens_strong(tokens, first, end) {
        return true;
    }
    let Some(opener) = (first..end).find(is_opener) else { return false };

    (first..opener).all(|i| {
        let word = tokens.folded(i);
        tokens.kind(i) == Some(Kind::Possessive)
            || lexicons::DEMONYMS.has(word)
            || lexicons::PLACES.has(word)
            || lexicons::is_common(word)
            || word_list!["royal", "union"].has(word)
    })
}
