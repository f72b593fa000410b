//! Where a page says who wrote its story and when: around the headline.

use super::said::Said;
use crate::article::names;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::text::Words;
use crate::text::word_list;
use std::cell::Cell;
use std::ops::Range;

/// Units: lines above the headline. Kicker, outlet and byline stand no higher.
const ABOVE: usize = 8;
/// Units: lines below the headline.
const BELOW: usize = 40;
/// Units: bytes. A line this long without links is the story itself.
const STORY_LINE: usize = 220;
/// Units: lines of story after which the zone ends: a lead often stands between headline and byline.
const STORY_LINES: usize = 2;

/// Names of parts that speak of other stories, or of readers.
const FOREIGN: Words = word_list![
    "comment",
    "comments",
    "related",
    "recommended",
    "sidebar",
    "popular",
    "trending",
    "footer",
    "newsletter",
    "widget",
    "carousel",
    "teaser",
    "cookie",
    "consent",
    "menu",
    "nav",
    "navigation",
    "promo",
    "testimonial",
    "testimonials",
    "review",
    "reviews",
    "reply",
    "replies",
    "respond",
    "disqus",
    "more",
];

/// Lines around the headline, and the nodes they cover.
pub(super) struct Zone {
    pub lines: Range<usize>,
    pub nodes: Range<NodeId>,
    /// Index of the headline's own line.
    pub headline: Option<usize>,
}

impl Zone {
    /// `title` is the headline's element. Without one the zone lies around the first running text.
    pub(super) fn around(said: &Said, title: Option<NodeId>) -> Zone {
        let lines = &said.lines.all;
        let is_story = |i: &usize| {
            let text = said.lines.text(&lines[*i]);
            text.len() >= STORY_LINE && lines[*i].linked * 3 < text.len()
        };
        let headline = title.map(|node| said.lines.at(node)).filter(|i| *i < lines.len());
        let first = headline.or_else(|| (0..lines.len()).find(is_story)).unwrap_or(0);
        let above = if headline.is_some() { ABOVE } else { BELOW };
        let start = first.saturating_sub(above);
        let last = (first + BELOW).min(lines.len());
        let end = (first..last).filter(is_story).nth(STORY_LINES - 1).map_or(last, |i| i + 1);
        let node = |i: usize| lines.get(i).map_or(NodeId(said.page.len() as u32), |line| line.node);
        Zone { lines: start..end, nodes: node(start)..node(end), headline }
    }

    /// Elements of the zone that no foreign part holds.
    pub(super) fn elements<'a>(&self, said: &'a Said) -> impl Iterator<Item = NodeId> + use<'a> {
        let page = said.page;
        let (start, end) = (self.nodes.start, self.nodes.end);
        let mut skip_to = NodeId(0);
        (start.0..end.0).map(NodeId).filter(move |node| {
            if *node < skip_to {
                return false;
            }
            if is_foreign(said, *node) && page.end(*node) <= end {
                skip_to = page.end(*node);
                return false;
            }
            page.tag(*node).is_some()
        })
    }
}

/// True for what stands in a part of the page that is not about this story.
pub(super) fn in_foreign(said: &Said, node: NodeId) -> bool {
    said.page.ancestors(node).any(|up| is_foreign(said, up))
}

/// True for a part of the page that is not about this story.
pub(super) fn is_foreign(said: &Said, node: NodeId) -> bool {
    said.foreign.of(node, || looks_foreign(said.page, node))
}

/// Which elements are [`is_foreign`], each told once: each value looks around the same headline, and up from there.
pub(super) struct Known(Vec<Cell<Option<bool>>>);

impl Known {
    /// Nothing is known of the page yet.
    pub(super) fn new(page: &Page) -> Known {
        Known(vec![Cell::new(None); page.len()])
    }

    fn of(&self, node: NodeId, tell: impl Fn() -> bool) -> bool {
        let Some(known) = self.0.get(node.index()) else { return tell() };
        if known.get().is_none() {
            known.set(Some(tell()));
        }
        known.get() == Some(true)
    }
}

fn looks_foreign(page: &Page, node: NodeId) -> bool {
    match page.tag(node) {
        Some(Tag::Nav | Tag::Footer | Tag::Form | Tag::Select | Tag::Svg | Tag::Script | Tag::Style) => true,
        Some(Tag::Body | Tag::Html | Tag::Main | Tag::Article) | None => false,
        Some(_) => names::has_word(page, node, FOREIGN),
    }
}
