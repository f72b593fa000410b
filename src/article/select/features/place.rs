//! Where a passage stands: its tags, class words, regions, repetition and position.

use super::NONE;
use super::Sight;
use super::Sink;
use super::distance;
use super::few;
use super::kin::AROUND;
use super::kin::COUNTED;
use super::kin::OWN;
use super::ratio;
use super::size;
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

/// Innermost tags, told apart by their place in this list.
const TAGS: &[Tag] = &[
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
    sink.put("tag", "own", few(TAGS.iter().position(|t| *t == own).unwrap_or(TAGS.len())));
    let kin = sight.kin(at);
    for (i, tag) in AROUND.iter().enumerate() {
        sink.put("inside", tag.name(), (kin.tags >> i & 1) as u8);
    }
    for (role, name) in ROLES {
        sink.put("role", name, kin.roles >> *role as u8 & 1);
    }
    sink.put("level", "heading", kin.heading);
}

const ROLES: &[(Role, &str)] = &[
    (Role::Main, "main"),
    (Role::Navigation, "navigation"),
    (Role::Margin, "margin"),
    (Role::Dialog, "dialog"),
    (Role::Tab, "tab"),
];

fn put_classes(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let kin = sight.kin(at);
    for (n, name) in sight.lexicon.of_classes() {
        if n < COUNTED {
            sink.put("classes around", name, kin.counts[n]);
            sink.put("levels to class", name, kin.gaps[n]);
            sink.put("running text under class", name, kin.running[n]);
        }
        sink.put("page under class", name, kin.families[n]);
    }
}

/// Levels of regions around a passage that are described one by one.
const LEVELS: [&str; 6] = ["0", "1", "2", "3", "4", "5"];

fn put_levels(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let mut around = sight.outline.around(at);
    let mut r = 0;
    for level in LEVELS {
        r = around.next().unwrap_or(r);
        for (name, value) in OWN.iter().zip(sight.frame.kin[r].own) {
            sink.put(name, level, value);
        }
    }
}

fn put_repetition(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let (outline, frame, kin) = (sight.outline, &sight.frame, sight.kin(at));
    let near = outline.around(at).take(4).map(|r| frame.siblings[r]).max().unwrap_or(0);
    sink.put("most siblings", "near", size(near));
    sink.put("most siblings", "all", size(kin.siblings));
    let alike = frame.alike(outline, at);
    sink.put("alike", "passages", size(alike.passages));
    sink.put("alike", "words", ratio(alike.words, sight.scales.all().words));
    sink.put("alike", "running part", ratio(alike.running, alike.words));
    sink.put("alike", "words each", size(alike.words / alike.passages.max(1)));
    for (name, value) in ["around", "share of outermost", "number"].iter().zip(kin.articles) {
        sink.put("articles", name, value);
    }
}

/// How the passage stands to the regions that hold most of the running text.
fn put_mains(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let kin = sight.kin(at);
    let [levels @ .., headline] = kin.levels;
    for (name, level) in ["main 60", "main 80", "main 95", "top"].iter().zip(levels) {
        sink.put("levels above shared with", name, level);
    }
    sink.put("levels below top", "", levels_from(sight.outline, at, sight.scales.top));
    let headline = sight.frame.headline.map_or(NONE, |_| headline);
    sink.put("levels above shared with", "headline", headline);
    for (name, value) in ["words", "links", "running", "after"].iter().zip(kin.part) {
        sink.put("part of main", name, value);
    }
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
