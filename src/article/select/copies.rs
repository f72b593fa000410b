//! Text that stands on the page twice: which passages are copies of others, to count once.

use super::Guess;
use super::features::Sight;
use super::mend::PERHAPS;
use super::outline::Outline;
use super::outline::Passage;
use crate::page::Tag;

/// Words from which a passage that repeats another is a copy, and not a phrase that happens to recur.
/// Source: F1 on WCXB dev is flat from 6 to 12.
pub const COPY_WORDS: u32 = 8;

/// Up to here a part of the page that repeats passages of others says something of its own: a card with the same line
/// as its neighbours. A story for narrow screens repeats all. Units: share of words. Source: F1 on WCXB dev is flat
/// from 0.75 to 0.9.
const OF_ITS_OWN: f32 = 0.75;

/// Marks copies, and moves what speaks for them to the passage they repeat.
///
/// Pages hold a story twice for wide and narrow screens, or again where no scripts run. Cells and code repeat by nature.
pub fn take_out(sight: &Sight, guess: &mut Guess) -> Vec<bool> {
    let (outline, copy_of) = (sight.outline, &sight.frame.copy_of);
    let mut copies = vec![false; copy_of.len()];
    // Manuals say the same for each system, version and language, and are often taken for something else.
    if guess.documentation >= PERHAPS {
        return copies;
    }
    let repeated = repeated(sight, guess);
    for i in 0..copies.len() {
        let passage = &outline.passages[i];
        let follows_copy = i > 0 && copies[i - 1];
        copies[i] = repeated[i]
            && !repeats_by_nature(outline, passage)
            && (passage.tally.words >= COPY_WORDS || follows_copy);
    }
    for i in (1..copies.len()).rev() {
        let leads_copy = copies[i] && repeated[i - 1];
        copies[i - 1] |= leads_copy && !repeats_by_nature(outline, &outline.passages[i - 1]);
    }
    let probabilities = &mut guess.passages;
    for (i, original) in copy_of.iter().enumerate().filter(|(i, _)| copies[*i]) {
        if let Some(original) = original {
            probabilities[*original] = probabilities[*original].max(probabilities[i]);
        }
        probabilities[i] = 0.0;
    }
    copies
}

/// Passages that repeat another in a part of the page that says little else.
///
/// In threads, answers quote, and shops show the same goods again and again: there, all that repeats is a copy.
fn repeated(sight: &Sight, guess: &Guess) -> Vec<bool> {
    let (outline, copy_of) = (sight.outline, &sight.frame.copy_of);
    let mut sums = vec![0];
    for (passage, original) in outline.passages.iter().zip(copy_of) {
        let words = if original.is_some() { passage.tally.words } else { 0 };
        sums.push(sums[sums.len() - 1] + words);
    }
    let all_counts = guess.forum.max(guess.product) >= PERHAPS;
    let repeats = |i: usize, original: usize| {
        let is_apart = |r: &usize| !outline.regions[*r].passages.contains(&original);
        let Some(part) = outline.around(i).take_while(is_apart).last() else { return true };
        let part = outline.regions[part].passages.clone();
        let (again, all) = (sums[part.end] - sums[part.start], sight.scales.of(part).words);
        again as f32 > OF_ITS_OWN * all as f32
    };
    let is_repeated =
        |(i, original): (usize, &Option<usize>)| original.is_some_and(|o| all_counts || repeats(i, o));
    copy_of.iter().enumerate().map(is_repeated).collect()
}

fn repeats_by_nature(outline: &Outline, passage: &Passage) -> bool {
    passage.pre || matches!(outline.regions[passage.region].tag, Tag::Td | Tag::Th | Tag::Dd | Tag::Dt)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::PageKind;
    use crate::article::select::tests::seen;

    const OFFER: &str = "Not valid with other offers, and it must be shown before work begins.";

    /// Which passages are copies, on a page that is a thread as probably as said.
    fn copies(body: &str, forum: f32) -> Vec<bool> {
        copies_of(body, forum, 0.0)
    }

    fn copies_of(body: &str, forum: f32, documentation: f32) -> Vec<bool> {
        let kind = PageKind::default();
        let mut guess = Guess {
            kind,
            article: 0.0,
            forum,
            documentation,
            product: 0.0,
            service: 0.0,
            passages: vec![0.5; 4],
        };
        seen(body, |sight| take_out(sight, &mut guess))
    }

    fn card(own: &str) -> String {
        format!("<div><p>{own}</p><p>{OFFER}</p></div>")
    }

    #[test]
    fn a_line_that_each_card_has_is_no_copy() {
        let cards = card("Ten off any repair of the mains.") + &card("Half off each lamp that hangs.");
        assert_eq!(copies(&cards, 0.0), [false; 4]);
        assert_eq!(copies(&cards, 0.9), [false, false, false, true]);
    }

    #[test]
    fn a_part_for_another_screen_is_a_copy() {
        let card = card("Ten off any repair of the mains.");
        assert_eq!(copies(&(card.clone() + &card), 0.0), [false, false, true, true]);
    }

    #[test]
    fn what_may_be_a_manual_repeats_itself() {
        let step = card("Close the valve before you turn the key.");
        assert_eq!(copies_of(&(step.clone() + &step), 0.0, PERHAPS), [false; 4]);
    }
}
