//! Sums over the page's passages, so that any region or window is weighed by two look-ups.

use super::outline::Outline;
use super::outline::Passage;
use std::ops::Range;

/// What ranges of passages weigh.
pub struct Scales {
    /// Running sums. Shape: one entry more than passages; a range's sum is the difference of two.
    sums: Vec<Weight>,
    /// Words if the passage is running text, else 0. Shape: per passage.
    pub running_words: Vec<u32>,
    /// How much each region looks like a story's container. Shape: per region.
    pub scores: Vec<f32>,
    /// The region with the highest score.
    pub top: usize,
    /// The smallest regions that hold 60, 80 and 95 percent of the running text.
    pub mains: [usize; 3],
}

/// What a range of passages weighs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Weight {
    /// Words.
    pub words: u32,
    /// Letters and digits.
    pub letters: u32,
    /// Those of them in links.
    pub link_letters: u32,
    /// Words of running text.
    pub running: u32,
    /// Sentence ends.
    pub stops: u32,
}

/// Shares of the running text that [`Scales::mains`] hold. Units: ratio. Source: the study's probe.
const MAIN_SHARES: [f32; 3] = [0.6, 0.8, 0.95];

/// Visible characters below which a passage lends no score. Source: Readability.js.
const SCORED_CHARACTERS: u32 = 25;

/// Levels of ancestors that get a share of a passage's score. Source: Readability.js.
const SCORED_LEVELS: usize = 5;

impl Scales {
    /// Weighs a page.
    pub fn weigh(outline: &Outline) -> Scales {
        let mut scales = Scales {
            sums: sums(&outline.passages),
            running_words: outline.passages.iter().map(|p| p.tally.running_words()).collect(),
            scores: Vec::new(),
            top: 0,
            mains: [0; 3],
        };
        scales.scores = scores(outline, &scales);
        scales.top = top(&scales.scores);
        scales.mains = MAIN_SHARES.map(|share| scales.smallest(outline, share));
        scales
    }

    /// What the passages of a range weigh.
    pub fn of(&self, range: Range<usize>) -> Weight {
        let (end, start) = (&self.sums[range.end], &self.sums[range.start]);
        Weight {
            words: end.words - start.words,
            letters: end.letters - start.letters,
            link_letters: end.link_letters - start.link_letters,
            running: end.running - start.running,
            stops: end.stops - start.stops,
        }
    }

    /// What the whole page weighs.
    pub fn all(&self) -> Weight {
        self.of(0..self.running_words.len())
    }

    /// The smallest region with that share of the running text.
    fn smallest(&self, outline: &Outline, share: f32) -> usize {
        let needed = share * self.all().running as f32;
        let holds = |r: &usize| self.of(outline.regions[*r].passages.clone()).running as f32 >= needed;
        (0..outline.regions.len()).rev().find(holds).unwrap_or(0)
    }
}

impl Weight {
    /// Share of letters in links. Units: ratio.
    pub fn link_share(&self) -> f32 {
        self.link_letters as f32 / self.letters.max(1) as f32
    }
}

fn sums(passages: &[Passage]) -> Vec<Weight> {
    let mut sum = Weight::default();
    let mut sums = vec![sum];
    for tally in passages.iter().map(|passage| &passage.tally) {
        sum.words += tally.words;
        sum.letters += tally.letters;
        sum.link_letters += tally.link_letters;
        sum.running += tally.running_words();
        sum.stops += tally.stops;
        sums.push(sum);
    }
    sums
}

/// Each passage lends its weight to the regions above it. Source: Readability.js, class words apart.
fn scores(outline: &Outline, scales: &Scales) -> Vec<f32> {
    let mut scores = vec![0.0; outline.regions.len()];
    for passage in outline.passages.iter().filter(|p| p.tally.visible >= SCORED_CHARACTERS) {
        let tally = &passage.tally;
        let score = 1.0 + tally.commas as f32 + (tally.visible / 100).min(3) as f32;
        for (level, region) in outline.upward(passage.region).skip(1).take(SCORED_LEVELS).enumerate() {
            scores[region] += score / [1.0, 2.0, 6.0, 9.0, 12.0][level];
        }
    }
    for (score, region) in scores.iter_mut().zip(&outline.regions) {
        *score *= 1.0 - scales.of(region.passages.clone()).link_share();
    }
    scores
}

fn top(scores: &[f32]) -> usize {
    let mut top = 0;
    for (i, score) in scores.iter().enumerate() {
        top = if *score > scores[top] { i } else { top };
    }
    top
}
