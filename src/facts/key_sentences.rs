//! Facts -> the three to five sentences that carry the story.
//!
//! In: a [`Document`] and what was found in it. Out: [`KeySentence`]s, best first.
//! Promises: no heading, caption or line of furniture; a sentence that hangs on the one before it is marked, and chosen
//! only where it is worth that. A story too short to be told shorter has none.

mod weigh;

use super::Anchor;
use super::Facts;
use super::KeySentence;
use super::Quantity;
use super::document::Document;
use crate::order;
use crate::rules::languages::Name;
use crate::text::lower;
use weigh::Weighed;

/// At most so many are shown. Source: the key-facts schema.
const MOST: usize = 5;
/// At least so many. Source: the key-facts schema.
const FEWEST: usize = 3;
/// Of so few whole sentences no more than the fewest are shown: half of the story is no summary of it.
const SHORT: usize = 6;
/// Beyond the fewest, the words shown are at most so much of the whole sentences' words. Set by hand on short stories.
const MOST_SHARE: f32 = 0.75;
/// A story of fewer whole sentences is its own summary.
const FEWEST_SENTENCES: usize = 4;
/// What a sentence loses for content words that are shown already: for all of them.
const REPEATS: f32 = 0.5;
/// Two sentences that share more of the shorter's content words say the same.
const SAME: f32 = 0.6;
/// What a sentence loses for hanging on one that is not shown.
const HANGS: f32 = 0.6;
/// More than any sentence scores.
const COMES_FIRST: f32 = 10.0;

/// Chooses a story's key sentences, and orders the other facts by the worth of theirs.
pub(crate) fn find(document: &Document, facts: &mut Facts) {
    let weighed = weigh::all(document, facts);
    facts.key_sentences = choose(document, &weighed);
    order(document, &weighed, facts);
}

fn choose(document: &Document, weighed: &[Weighed]) -> Vec<KeySentence> {
    let words = |index: usize| document.sentences.get(index).map_or(0, |s| s.last - s.first);
    let (mut whole, mut all) = (0, 0);
    for (index, sentence) in weighed.iter().enumerate() {
        if sentence.is_whole {
            whole += 1;
            all += words(index);
        }
    }
    if whole < FEWEST_SENTENCES {
        return Vec::new();
    }
    let most = if whole > SHORT { MOST } else { FEWEST };
    let room = all as f32 * MOST_SHARE;
    let (mut chosen, mut told): (Vec<usize>, usize) = (Vec::new(), 0);
    while chosen.len() < most {
        let Some(next) = best(weighed, &chosen) else { break };
        told += words(next);
        if chosen.len() >= FEWEST && told as f32 > room {
            break;
        }
        chosen.push(next);
    }
    let shown = |index: usize| chosen.contains(&index);
    let mut keys = Vec::new();
    for index in &chosen {
        keys.extend(key_sentence(weighed, *index, index.checked_sub(1).is_some_and(shown)));
    }
    keys
}

fn key_sentence(weighed: &[Weighed], index: usize, after_shown: bool) -> Option<KeySentence> {
    let sentence = weighed.get(index)?;
    Some(KeySentence {
        sentence: index as u32,
        score: sentence.score,
        why: sentence.why.clone(),
        needs_context: sentence.hangs && !after_shown,
    })
}

/// The whole sentence that adds most to those chosen; the earlier of two equals.
fn best(weighed: &[Weighed], chosen: &[usize]) -> Option<usize> {
    let mut best: Option<(f32, usize)> = None;
    for (index, sentence) in weighed.iter().enumerate() {
        if !sentence.is_whole || chosen.contains(&index) || repeats(weighed, chosen, sentence) {
            continue;
        }
        let hangs = sentence.hangs && !index.checked_sub(1).is_some_and(|before| chosen.contains(&before));
        let lost = REPEATS * shown_share(weighed, chosen, sentence) + if hangs { HANGS } else { 0.0 };
        let worth = sentence.score - lost;
        if best.is_none_or(|(most, _)| worth > most) {
            best = Some((worth, index));
        }
    }
    best.map(|(_, index)| index)
}

/// Share of a sentence's content words that the chosen ones have.
fn shown_share(weighed: &[Weighed], chosen: &[usize], sentence: &Weighed) -> f32 {
    let is_shown = |word: &&u32| chosen.iter().filter_map(|i| weighed.get(*i)).any(|other| other.has(**word));
    sentence.words.iter().filter(is_shown).count() as f32 / sentence.words.len().max(1) as f32
}

fn repeats(weighed: &[Weighed], chosen: &[usize], sentence: &Weighed) -> bool {
    chosen.iter().filter_map(|i| weighed.get(*i)).any(|other| {
        let shared = sentence.words.iter().filter(|word| other.has(**word)).count() as f32;
        shared > SAME * sentence.words.len().min(other.words.len()).max(1) as f32
    })
}

/// Orders what was found as it is to be shown: by the score of its sentence; money and people first among amounts.
fn order(document: &Document, weighed: &[Weighed], facts: &mut Facts) {
    let score = |at: Anchor| weighed.get(at.sentence as usize).map_or(0.0, |sentence| sentence.score);
    let people = document.language.table(Name::Casualties);
    let weight = |quantity: &Quantity| {
        let comes_first = quantity.unit_kind == "money" || people.has(&lower(&quantity.unit));
        score(quantity.at) + if comes_first { COMES_FIRST } else { 0.0 }
    };
    order::sort_by(&mut facts.dates, |a, b| score(b.at).total_cmp(&score(a.at)));
    order::sort_by(&mut facts.quantities, |a, b| weight(b).total_cmp(&weight(a)));
}

#[cfg(test)]
mod tests;
