//! Candidates -> clues: what the words of a name, and the words around it, say about its kind.
//!
//! In: a document and a [`Candidate`]. Out: [`Clue`]s, whose weights stand in one table.

mod after;
mod before;
mod inner;
mod nouns;
mod people;
mod weights;

use super::bodies;
use super::segments::Candidate;
use crate::facts::document::Document;
pub(super) use after::is_score;
pub(super) use after::plays;
pub(super) use inner::inner;
pub(super) use weights::Clue;
pub(super) use weights::Clues;

/// The clues around one mention.
pub(super) fn around(document: &Document, at: &Candidate) -> Vec<Clue> {
    if bodies::opens_address(&document.tokens, at.end) {
        return Vec::new();
    }
    let mut out = before::before(document, at);
    out.extend(after::after(document, at));
    out.extend(bodies::is_in_marks(&document.tokens, at.prefix, at.end).then_some(Clue::InMarks));
    out
}

/// Adds the clues that hold.
#[inline(never)]
fn add(out: &mut Vec<Clue>, clues: &[(Clue, bool)]) {
    out.extend(clues.iter().filter(|(_, holds)| *holds).map(|(clue, _)| *clue));
}
