//! Article -> Coverage: how much of what the page shows came into the story, for the person to judge.
//!
//! Counts alone, no verdict: of stories that were taken whole, nearly as many leave running text beside them (blurbs,
//! notes about authors) as of those that were not.

use super::Article;
use super::RemovedReason;
use super::plain::words_of;

/// Words of a page. Units: words, as in [`Article::word_count`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// In the story.
    pub taken: u32,
    /// In the story and beside it; what covers say does not count.
    pub all: u32,
    /// Beside it, and nothing but their text says that they do not belong to it.
    pub running: u32,
}

/// A piece of fewer words is a label or a button. Units: words. Source: the study's probe, for running text.
const RUNNING_WORDS: u32 = 12;

/// Counts what was taken and what was left.
pub fn coverage(article: &Article) -> Coverage {
    let pieces = article.removed.iter().filter(|piece| piece.reason != RemovedReason::Cover);
    let start = Coverage { taken: article.word_count, all: article.word_count, running: 0 };
    pieces.fold(start, |sum, piece| {
        let words = words_of(&piece.text);
        let runs = piece.reason == RemovedReason::Other && words >= RUNNING_WORDS;
        Coverage { all: sum.all + words, running: sum.running + if runs { words } else { 0 }, ..sum }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Removed;

    #[test]
    fn counts_what_stands_beside_the_story() {
        let long = "the ferry that was to leave at noon left at one and nobody minded";
        let pieces = [
            (long, RemovedReason::Other),
            (long, RemovedReason::Related),
            (long, RemovedReason::Cover),
            ("Share", RemovedReason::Other),
        ];
        let removed = pieces.map(|(text, reason)| Removed { text: text.to_owned(), reason }).to_vec();
        let article = Article { word_count: 100, removed, ..Article::default() };
        assert_eq!(coverage(&article), Coverage { taken: 100, all: 129, running: 14 });
        assert_eq!(coverage(&Article::default()), Coverage::default());
    }
}
