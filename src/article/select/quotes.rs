//! Quotes in threads: what an answer quotes of the thread stands there already.
//!
//! In: the outline and what is kept so far. Out: the same without such quotes, their authors' names among them. A quote
//! of anything else stays.

use super::outline::Outline;
use super::tally::HASH_START;
use super::tally::hash;
use crate::order;
use crate::page::Tag;
use std::ops::Range;

/// Words in a row that are held to be the same words again. Source: F1 on WCXB dev is flat from 3 to 5.
const IN_A_ROW: usize = 4;

/// A quote is the thread's own where so much of it is said outside of quotes: whoever quotes also cuts. Units: share of
/// rows of words. Source: F1 on WCXB dev is flat from 0.6 to 0.8.
const MOSTLY: f32 = 0.6;

/// Drops quotes of what is kept elsewhere.
pub fn drop_repeated(outline: &Outline, keep: &mut [bool]) {
    let quotes = quotes(outline);
    let mut is_said = keep.to_vec();
    for quote in &quotes {
        is_said[quote.clone()].fill(false);
    }
    let mut said = rows(outline, 0..keep.len(), &is_said);
    order::sort(&mut said);
    for quote in quotes {
        let rows = rows(outline, quote.clone(), keep);
        let again = rows.iter().filter(|row| said.binary_search(row).is_ok()).count();
        if again > 0 && again as f32 >= MOSTLY * rows.len() as f32 {
            keep[quote].fill(false);
        }
    }
}

/// The passages of each quote that stands in no other. Some boards take an aside for a quote.
fn quotes(outline: &Outline) -> Vec<Range<usize>> {
    let mut quotes: Vec<Range<usize>> = Vec::new();
    for region in outline.regions.iter().filter(|r| matches!(r.tag, Tag::Blockquote | Tag::Aside)) {
        if quotes.last().is_none_or(|last| last.end <= region.passages.start) {
            quotes.push(region.passages.clone());
        }
    }
    quotes
}

/// All rows of words in those of the passages that are wanted.
fn rows(outline: &Outline, passages: Range<usize>, wanted: &[bool]) -> Vec<u32> {
    let mut rows = Vec::new();
    for i in passages {
        let words = &outline.words[outline.passages[i].words.clone()];
        if wanted[i] {
            rows.extend(
                words.windows(IN_A_ROW).map(|row| row.iter().fold(HASH_START, |h, word| hash(h, *word))),
            );
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::select::tests::seen;

    const SAID: &str = "<p>The ferry leaves the old quay at dawn. It comes back with the tide.</p>";

    /// Which passages stay of those kept before, as `x` and `-`.
    #[track_caller]
    fn check(body: &str, before: &str, after: &str) {
        let mut keep: Vec<bool> = before.chars().map(|c| c == 'x').collect();
        seen(body, |sight| drop_repeated(sight.outline, &mut keep));
        assert_eq!(keep.iter().map(|k| if *k { 'x' } else { '-' }).collect::<String>(), after, "{body}");
    }

    #[test]
    fn what_the_thread_says_is_not_said_again() {
        let answer = |quote: &str| format!("{SAID}{quote}<p>Not in winter.</p>");
        let quote = "<blockquote><div>Ann wrote:</div><p>It comes back with the tide.</p></blockquote>";
        check(&answer(quote), "xxxx", "x--x");
        check(&answer(quote), "-xxx", "-xxx");
        let titled = "<aside class='quote'><div>Ann:</div><blockquote>The ferry leaves the old quay […]</blockquote></aside>";
        check(&answer(titled), "xxxx", "x--x");
        check(&answer("<blockquote>The timetable says it sails at noon</blockquote>"), "xxx", "xxx");
        check(&answer("<blockquote>The ferry</blockquote>"), "xxx", "xxx");
    }

    #[test]
    fn a_quote_of_a_quote_is_no_source() {
        let again = "<blockquote>It sails at noon, says the timetable.</blockquote><p>No.</p>";
        check(&again.repeat(2), "xxxx", "xxxx");
    }
}
