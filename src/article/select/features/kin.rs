//! Outline -> what each region says together with those around it.
//!
//! Worked out once for each region from what the one around it says, as many passages stand in the same ones.

use super::NONE;
use super::few;
use super::ratio;
use super::size;
use super::times;
use crate::article::select::outline::Outline;
use crate::article::select::outline::Region;
use crate::article::select::scales::Scales;
use crate::article::select::scales::Weight;
use crate::page::Tag;

/// Tags whose presence around a passage is a feature.
pub const AROUND: &[Tag] = &[
    Tag::P,
    Tag::Ul,
    Tag::Ol,
    Tag::Li,
    Tag::Table,
    Tag::Article,
    Tag::Main,
    Tag::Nav,
    Tag::Header,
    Tag::Footer,
    Tag::Aside,
    Tag::Form,
    Tag::Figure,
    Tag::Blockquote,
    Tag::Section,
    Tag::Dl,
    Tag::Button,
    Tag::Label,
    Tag::Select,
    Tag::Details,
    Tag::Noscript,
];

/// Families that are counted over all regions around a passage: content, body, aside.
pub const COUNTED: usize = 3;

/// What is said of each region by itself, in order.
pub const OWN: [&str; 12] = [
    "words at level",
    "links at level",
    "running share at level",
    "running part at level",
    "stops at level",
    "passages at level",
    "images at level",
    "controls at level",
    "times at level",
    "score at level",
    "siblings at level",
    "rank at level",
];

/// What a region and those around it say. Shape: features, where nothing else is said.
#[derive(Clone)]
pub struct Kin {
    /// Of the region alone, as [`OWN`] names them.
    pub own: [u8; OWN.len()],
    /// Shape: bit n is tag n of [`AROUND`].
    pub tags: u32,
    /// Shape: bit n is role n.
    pub roles: u8,
    /// Of the outermost heading; 0 for none.
    pub heading: u8,
    /// The share of the page under the nearest region of each family.
    pub families: [u8; 64],
    /// How many regions are of a counted family, levels to the nearest, and the share of the running text under it.
    pub counts: [u8; COUNTED],
    pub gaps: [u8; COUNTED],
    pub running: [u8; COUNTED],
    /// The most siblings of any of them. Units: regions.
    pub siblings: u32,
    /// How many are articles, the outermost one's share of the page, and its number.
    pub articles: [u8; 3],
    /// Levels up to the first that also holds each of the regions that [`Marks`] names.
    pub levels: [u8; 5],
    /// What the child of the main region weighs that holds it: words, links, running text, running text after it.
    pub part: [u8; 4],
}

/// What the page's regions are held against.
pub struct Marks<'a> {
    /// Shape: per region, as in `Frame`.
    pub siblings: &'a [u32],
    pub ranks: &'a [u32],
    pub articles: &'a [usize],
    /// The main regions, the one with the highest score, the headline's. Shape: indexes of regions.
    pub others: [usize; 5],
}

/// What each region says, all those around it included.
pub fn all(outline: &Outline, scales: &Scales, marks: &Marks) -> Vec<Kin> {
    let mut all: Vec<Kin> = Vec::with_capacity(outline.regions.len());
    for (r, region) in outline.regions.iter().enumerate() {
        let mut kin = all.get(region.parent).map_or(NOBODY, |parent| parent.below());
        kin.add(outline, scales, marks, r);
        all.push(kin);
    }
    all
}

const NOBODY: Kin = Kin {
    own: [0; OWN.len()],
    tags: 0,
    roles: 0,
    heading: 0,
    families: [NONE; 64],
    counts: [0; COUNTED],
    gaps: [NONE; COUNTED],
    running: [NONE; COUNTED],
    siblings: 0,
    articles: [0, NONE, NONE],
    levels: [0; 5],
    part: [NONE; 4],
};

impl Kin {
    /// The same, a level further in.
    fn below(&self) -> Kin {
        let further = |level: u8| few(usize::from(level) + 1);
        let gaps = self.gaps.map(|gap| if gap == NONE { NONE } else { further(gap) });
        Kin { gaps, levels: self.levels.map(further), ..self.clone() }
    }

    fn add(&mut self, outline: &Outline, scales: &Scales, marks: &Marks, r: usize) {
        let region = &outline.regions[r];
        let (weight, all) = (scales.of(region.passages.clone()), scales.all());
        self.own = own(region, &weight, &all, score(scales, r), marks.siblings[r], marks.ranks[r]);
        self.tags |= AROUND.iter().position(|t| *t == region.tag).map_or(0, |i| 1 << i);
        self.roles |= 1 << region.role as u8;
        if self.heading == 0 {
            self.heading = region.tag.heading_level().unwrap_or(0);
        }
        self.siblings = self.siblings.max(marks.siblings[r]);
        if r != 0 {
            self.add_families(region.families.0, &weight, &all);
        }
        if region.tag == Tag::Article {
            if self.articles[0] == 0 {
                let number = few(marks.articles.partition_point(|a| *a < r));
                self.articles = [0, ratio(weight.words, all.words), number];
            }
            self.articles[0] = few(usize::from(self.articles[0]) + 1);
        }
        for (level, other) in self.levels.iter_mut().zip(marks.others) {
            *level = if holds(outline, r, other) { 0 } else { *level };
        }
        let [_, main, ..] = marks.others;
        if region.parent == main && r != main {
            self.part = part(outline, scales, main, region);
        }
    }

    /// A wrapper of everything says little, so shares of the page are what counts.
    fn add_families(&mut self, families: u64, weight: &Weight, all: &Weight) {
        let mut left = families;
        while left != 0 {
            let family = left.trailing_zeros() as usize;
            left &= left - 1;
            self.families[family] = ratio(weight.words, all.words);
            if family < COUNTED {
                self.counts[family] = self.counts[family].saturating_add(1);
                (self.gaps[family], self.running[family]) = (0, ratio(weight.running, all.running));
            }
        }
    }
}

fn own(
    region: &Region,
    weight: &Weight,
    all: &Weight,
    score: u8,
    siblings: u32,
    rank: u32,
) -> [u8; OWN.len()] {
    [
        size(weight.words),
        ratio(weight.link_letters, weight.letters),
        ratio(weight.running, all.running),
        ratio(weight.running, weight.words),
        times(weight.stops, weight.words),
        size(region.passages.len() as u32),
        few(region.things.images as usize),
        few(region.things.controls as usize),
        few(region.things.times as usize),
        score,
        size(siblings),
        size(rank),
    ]
}

fn score(scales: &Scales, region: usize) -> u8 {
    let (score, top) = (scales.scores[region], scales.scores[scales.top]);
    if top > 0.0 { (score / top * 250.0) as u8 } else { 0 }
}

/// True where a region also holds another one, or is it.
fn holds(outline: &Outline, r: usize, other: usize) -> bool {
    let (region, inner) = (&outline.regions[r], &outline.regions[other]);
    region.node <= inner.node && inner.passages.end <= region.passages.end && other >= r
}

fn part(outline: &Outline, scales: &Scales, main: usize, child: &Region) -> [u8; 4] {
    let (weight, all) = (scales.of(child.passages.clone()), scales.all());
    // On broken pages a region may end after the one around it.
    let end = outline.regions[main].passages.end;
    let after = scales.of(child.passages.end.min(end)..end);
    [
        size(weight.words),
        ratio(weight.link_letters, weight.letters),
        ratio(weight.running, all.running),
        ratio(after.running, all.running),
    ]
}
