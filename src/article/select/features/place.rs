//! Where a passage stands: its tags, class words, regions, repetition and position.

use super::NONE;
use super::Sight;
use super::Sink;
use super::distance;
use super::few;
use super::ratio;
use super::size;
use super::times;
use crate::article::select::outline::Region;
use crate::article::select::outline::Role;
use crate::page::Tag;

/// Adds the features of the passage's place.
pub fn put(sight: &Sight, at: usize, sink: &mut impl Sink) {
    put_tags(sight, at, sink);
    put_classes(sight, at, sink);
    put_levels(sight, at, sink);
    put_repetition(sight, at, sink);
    put_mains(sight, at, sink);
    put_position(sight, at, sink);
}

/// Tags whose presence around a passage is a feature.
const AROUND: &[Tag] = &[
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

/// Innermost tags, told apart by their place in this list.
const OWN: &[Tag] = &[
    Tag::P,
    Tag::H1,
    Tag::H2,
    Tag::H3,
    Tag::H4,
    Tag::H5,
    Tag::H6,
    Tag::Li,
    Tag::Td,
    Tag::Th,
    Tag::Dd,
    Tag::Dt,
    Tag::Pre,
    Tag::Blockquote,
    Tag::Figcaption,
    Tag::Caption,
    Tag::Summary,
    Tag::Div,
    Tag::Section,
    Tag::Article,
    Tag::Header,
    Tag::Label,
    Tag::Button,
    Tag::Option,
    Tag::Footer,
    Tag::Body,
];

fn put_tags(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let outline = sight.outline;
    let own = outline.regions[outline.passages[at].region].tag;
    sink.put("tag", "own", few(OWN.iter().position(|t| *t == own).unwrap_or(OWN.len())));
    let (mut around, mut roles, mut level) = (0u32, 0u8, 0);
    for region in outline.around(at).map(|r| &outline.regions[r]) {
        around |= AROUND.iter().position(|t| *t == region.tag).map_or(0, |i| 1 << i);
        roles |= 1 << region.role as u8;
        level = region.tag.heading_level().unwrap_or(level);
    }
    for (i, tag) in AROUND.iter().enumerate() {
        sink.put("inside", tag.name(), (around >> i & 1) as u8);
    }
    for (role, name) in ROLES {
        sink.put("role", name, roles >> *role as u8 & 1);
    }
    sink.put("level", "heading", level);
}

const ROLES: &[(Role, &str)] = &[
    (Role::Main, "main"),
    (Role::Navigation, "navigation"),
    (Role::Margin, "margin"),
    (Role::Dialog, "dialog"),
    (Role::Tab, "tab"),
];

/// Families that are counted over all regions around a passage: content, body, aside.
const COUNTED: usize = 3;

/// The share of the page under the nearest region of each family: a wrapper of everything says little.
fn put_classes(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let outline = sight.outline;
    let all = sight.scales.all();
    let mut nearest = [NONE; 64];
    let (mut counts, mut gaps, mut running) = ([0u8; COUNTED], [NONE; COUNTED], [NONE; COUNTED]);
    for (gap, r) in outline.around(at).enumerate().filter(|(_, r)| *r != 0) {
        let region = &outline.regions[r];
        let mut left = region.families.0;
        while left != 0 {
            let family = left.trailing_zeros() as usize;
            left &= left - 1;
            let weight = sight.scales.of(region.passages.clone());
            if nearest[family] == NONE {
                nearest[family] = ratio(weight.words, all.words);
            }
            if family < COUNTED {
                counts[family] = counts[family].saturating_add(1);
                if gaps[family] == NONE {
                    (gaps[family], running[family]) = (few(gap), ratio(weight.running, all.running));
                }
            }
        }
    }
    for (n, name) in sight.lexicon.of_classes() {
        if n < COUNTED {
            sink.put("classes around", name, counts[n]);
            sink.put("levels to class", name, gaps[n]);
            sink.put("running text under class", name, running[n]);
        }
        sink.put("page under class", name, nearest[n]);
    }
}

/// Levels of regions around a passage that are described one by one.
const LEVELS: [&str; 6] = ["0", "1", "2", "3", "4", "5"];

fn put_levels(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let (outline, all) = (sight.outline, sight.scales.all());
    let mut around = outline.around(at);
    let mut r = 0;
    for level in LEVELS {
        r = around.next().unwrap_or(r);
        let region = &outline.regions[r];
        let weight = sight.scales.of(region.passages.clone());
        sink.put("words at level", level, size(weight.words));
        sink.put("links at level", level, ratio(weight.link_letters, weight.letters));
        sink.put("running share at level", level, ratio(weight.running, all.running));
        sink.put("running part at level", level, ratio(weight.running, weight.words));
        sink.put("stops at level", level, times(weight.stops, weight.words));
        sink.put("passages at level", level, size(region.passages.len() as u32));
        sink.put("images at level", level, few(region.things.images as usize));
        sink.put("controls at level", level, few(region.things.controls as usize));
        sink.put("times at level", level, few(region.things.times as usize));
        sink.put("score at level", level, score(sight, r));
        sink.put("siblings at level", level, size(sight.frame.siblings[r]));
        sink.put("rank at level", level, size(sight.frame.ranks[r]));
    }
}

fn score(sight: &Sight, region: usize) -> u8 {
    let (score, top) = (sight.scales.scores[region], sight.scales.scores[sight.scales.top]);
    if top > 0.0 { (score / top * 250.0) as u8 } else { 0 }
}

fn put_repetition(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let (outline, frame) = (sight.outline, &sight.frame);
    let siblings =
        |levels: usize| outline.around(at).take(levels).map(|r| frame.siblings[r]).max().unwrap_or(0);
    sink.put("most siblings", "near", size(siblings(4)));
    sink.put("most siblings", "all", size(siblings(usize::MAX)));
    let alike = frame.alike(sight.outline, at);
    sink.put("alike", "passages", size(alike.passages));
    sink.put("alike", "words", ratio(alike.words, sight.scales.all().words));
    sink.put("alike", "running part", ratio(alike.running, alike.words));
    sink.put("alike", "words each", size(alike.words / alike.passages.max(1)));
    let articles: Vec<_> = outline.around(at).filter(|r| outline.regions[*r].tag == Tag::Article).collect();
    let share = |r: &usize| {
        ratio(sight.scales.of(outline.regions[*r].passages.clone()).words, sight.scales.all().words)
    };
    sink.put("articles", "around", few(articles.len()));
    sink.put("articles", "share of outermost", articles.last().map_or(NONE, share));
    sink.put(
        "articles",
        "number",
        articles.last().map_or(NONE, |r| few(frame.articles.partition_point(|a| a < r))),
    );
}

/// How the passage stands to the regions that hold most of the running text.
fn put_mains(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let (outline, scales) = (sight.outline, sight.scales);
    for (main, name) in scales.mains.iter().zip(["60", "80", "95"]) {
        sink.put("levels above shared with main", name, levels_to(outline, at, *main));
    }
    sink.put("levels above shared with", "top", levels_to(outline, at, scales.top));
    sink.put("levels below top", "", levels_from(outline, at, scales.top));
    sink.put(
        "levels above shared with",
        "headline",
        sight.frame.headline.map_or(NONE, |h| levels_to(outline, at, outline.passages[h].region)),
    );
    let [_, main, _] = scales.mains;
    let child = outline.around(at).find(|r| outline.regions[*r].parent == main && *r != main);
    let child = child.map(|r| &outline.regions[r]);
    let weight = child.map(|r: &Region| scales.of(r.passages.clone())).unwrap_or_default();
    sink.put("part of main", "words", child.map_or(NONE, |_| size(weight.words)));
    sink.put("part of main", "links", child.map_or(NONE, |_| ratio(weight.link_letters, weight.letters)));
    sink.put("part of main", "running", child.map_or(NONE, |_| ratio(weight.running, scales.all().running)));
    sink.put(
        "part of main",
        "after",
        child.map_or(NONE, |r| {
            // On broken pages a region may end after the one around it.
            let end = outline.regions[main].passages.end;
            ratio(scales.of(r.passages.end.min(end)..end).running, scales.all().running)
        }),
    );
}

/// Levels from the passage up to the first region that also holds `other`.
fn levels_to(outline: &super::Outline, at: usize, other: usize) -> u8 {
    let node = outline.regions[other].node;
    let holds = |r: usize| {
        let region = &outline.regions[r];
        region.node <= node && outline.regions[other].passages.end <= region.passages.end && other >= r
    };
    few(outline.around(at).position(holds).unwrap_or(0))
}

/// Levels from `other` up to the first region that also holds the passage.
fn levels_from(outline: &super::Outline, at: usize, other: usize) -> u8 {
    few(outline.upward(other).position(|r| outline.regions[r].passages.contains(&at)).unwrap_or(0))
}

fn put_position(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let (scales, frame) = (sight.scales, &sight.frame);
    let count = sight.outline.passages.len();
    let (all, before) = (scales.all(), scales.of(0..at));
    sink.put("place", "passages", ratio(at as u32, count as u32));
    sink.put("place", "words", ratio(before.words, all.words));
    sink.put("place", "running", ratio(before.running, all.running));
    sink.put("from headline", "passages", frame.headline.map_or(NONE, |h| distance(h, at)));
    sink.put(
        "from headline",
        "words",
        frame.headline.map_or(NONE, |h| distance(scales.of(0..h).words as usize, before.words as usize)),
    );
    sink.put("from running", "first", distance(frame.running.0, at));
    sink.put("from running", "last", distance(frame.running.1, at));
    let depth = |i: usize| sight.outline.regions[sight.outline.passages[i].region].depth as usize;
    sink.put("depth", "", few(depth(at)));
    sink.put(
        "depth",
        "below headline",
        frame.headline.map_or(NONE, |h| few(125 + depth(at) - depth(h).min(125))),
    );
    sink.put("is", "headline", u8::from(frame.headline == Some(at)));
}
