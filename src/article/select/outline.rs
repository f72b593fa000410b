//! Page -> Outline: the page as passages of text inside regions.
//!
//! A region is an element that breaks lines; a passage is a run of text between two such breaks. Both in page order.

use super::tally::Tally;
use super::tally::Within;
use crate::page::Mask;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use std::ops::Range;

/// The page as passages inside regions.
#[derive(Debug, Default)]
pub struct Outline {
    /// Region 0 is the page.
    pub regions: Vec<Region>,
    /// In page order.
    pub passages: Vec<Passage>,
}

/// An element that breaks lines.
#[derive(Debug)]
#[allow(dead_code)]
pub struct Region {
    /// The element.
    pub node: NodeId,
    /// Its tag.
    pub tag: Tag,
    /// Shape: index into the regions; 0 for the page itself.
    pub parent: usize,
    /// Shape: indexes of the passages inside, all levels.
    pub passages: Range<usize>,
}

/// A run of text without a line break of its own.
#[derive(Debug)]
#[allow(dead_code)]
pub struct Passage {
    /// The innermost region. Shape: index into the regions.
    pub region: usize,
    /// Its first text node.
    pub first: NodeId,
    /// One past its last text node.
    pub end: NodeId,
    /// Its text in numbers.
    pub tally: Tally,
    /// Inside something that a file declares hidden.
    pub hidden: bool,
    /// Inside `<pre>`.
    pub pre: bool,
}

impl Passage {
    /// All nodes between its first and last text.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> + use<> {
        (self.first.0..self.end.0).map(NodeId)
    }

    /// Its text, white space collapsed.
    pub fn text(&self, page: &Page) -> String {
        let words = self.nodes().flat_map(|id| page.text(id).split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    }
}

/// Words a `<noscript>` needs to be read as the page's own text: less is an image or a counting pixel.
const NOSCRIPT_WORDS: u32 = 80;

/// Cuts the page at its line-breaking elements.
pub fn cut(page: &Page, mask: &Mask) -> Outline {
    let mut cutter = Cutter {
        page,
        mask,
        outline: Outline::default(),
        open: Vec::new(),
        current: None,
        ends: Ends::default(),
    };
    cutter.run();
    cutter.outline
}

/// Where what stands around the current node ends. Shape: one past the last node.
#[derive(Default)]
struct Ends {
    link: u32,
    bold: u32,
    hidden: u32,
    pre: u32,
}

struct Cutter<'a> {
    page: &'a Page,
    mask: &'a Mask,
    outline: Outline,
    /// Open regions, innermost last.
    open: Vec<usize>,
    current: Option<Passage>,
    ends: Ends,
}

impl Cutter<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.page.len() as u32 {
            let id = NodeId(at);
            self.close_until(id);
            at = match self.page.tag(id) {
                None => self.text(id),
                Some(tag) => self.element(id, tag),
            };
        }
        self.close_until(NodeId(self.page.len() as u32));
    }

    fn close_until(&mut self, id: NodeId) {
        while let Some(&region) = self.open.last()
            && self.page.end(self.outline.regions[region].node) <= id
        {
            self.flush();
            self.outline.regions[region].passages.end = self.outline.passages.len();
            self.open.pop();
        }
    }

    /// Handles an element; says where to go on.
    fn element(&mut self, id: NodeId, tag: Tag) -> u32 {
        if self.is_skipped(id, tag) {
            return self.page.end(id).0;
        }
        let end = self.page.end(id).0;
        if tag == Tag::A {
            self.ends.link = self.ends.link.max(end);
        }
        if matches!(tag, Tag::B | Tag::Strong) {
            self.ends.bold = self.ends.bold.max(end);
        }
        if tag == Tag::Pre {
            self.ends.pre = self.ends.pre.max(end);
        }
        if is_hidden(self.page, id) && !self.mask.reveal.contains(id) {
            self.ends.hidden = self.ends.hidden.max(end);
        }
        if tag == Tag::Br {
            self.line_break(id);
        } else if breaks_lines(tag) {
            self.flush();
            self.enter(id, tag);
        }
        id.0 + 1
    }

    fn enter(&mut self, node: NodeId, tag: Tag) {
        let parent = self.open.last().copied().unwrap_or(0);
        let at = self.outline.passages.len();
        self.open.push(self.outline.regions.len());
        self.outline.regions.push(Region { node, tag, parent, passages: at..at });
    }

    /// Two line breaks in a row end a passage.
    fn line_break(&mut self, id: NodeId) {
        let doubled =
            self.current.as_ref().is_some_and(|p| (p.end.0..id.0).any(|n| self.page.is(NodeId(n), Tag::Br)));
        match &mut self.current {
            _ if doubled => self.flush(),
            Some(passage) => passage.tally.end_word(),
            None => {}
        }
    }

    fn text(&mut self, id: NodeId) -> u32 {
        let text = self.page.text(id);
        let Some(&region) = self.open.last() else { return id.0 + 1 };
        if text.trim().is_empty() {
            self.current.as_mut().into_iter().for_each(|p| p.tally.end_word());
            return id.0 + 1;
        }
        let within = Within { link: id.0 < self.ends.link, bold: id.0 < self.ends.bold };
        let (hidden, pre) = (id.0 < self.ends.hidden, id.0 < self.ends.pre);
        let passage = self.current.get_or_insert_with(|| Passage {
            region,
            first: id,
            end: id,
            tally: Tally::default(),
            hidden,
            pre,
        });
        passage.tally.add(text, within);
        passage.end = NodeId(id.0 + 1);
        id.0 + 1
    }

    fn flush(&mut self) {
        let full = self.current.take().filter(|p| p.tally.letters > 0);
        self.outline.passages.extend(full);
    }

    fn is_skipped(&self, id: NodeId, tag: Tag) -> bool {
        if self.mask.reveal.contains(id) {
            return false;
        }
        if self.mask.skip.contains(id) {
            return true;
        }
        match tag {
            Tag::Noscript => self.page.is_live() || words_below(self.page, id) < NOSCRIPT_WORDS,
            _ => holds_no_story(tag) || self.page.style(id).is_some_and(|s| !s.rendered),
        }
    }
}

fn words_below(page: &Page, node: NodeId) -> u32 {
    let mut tally = Tally::default();
    for id in page.subtree(node) {
        tally.add(page.text(id), Within::default());
        tally.end_word();
    }
    tally.words
}

fn is_hidden(page: &Page, node: NodeId) -> bool {
    page.attrs(node).any(|(name, value)| match name {
        "hidden" => true,
        "aria-hidden" => value == "true",
        "style" => hides(value),
        _ => false,
    })
}

fn hides(style: &str) -> bool {
    let value_of =
        |name: &str| style.find(name).map(|at| style[at + name.len()..].trim_start_matches([' ', ':']));
    value_of("display").is_some_and(|v| v.starts_with("none"))
        || value_of("visibility").is_some_and(|v| v.starts_with("hidden"))
}

/// Elements whose content is no text of the page.
fn holds_no_story(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Head
            | Tag::Script
            | Tag::Style
            | Tag::Template
            | Tag::Svg
            | Tag::Math
            | Tag::Iframe
            | Tag::Object
            | Tag::Embed
            | Tag::Textarea
            | Tag::Canvas
            | Tag::Audio
            | Tag::Video
            | Tag::Map
    )
}

/// Elements that start a new line.
fn breaks_lines(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Html
            | Tag::Body
            | Tag::Noscript
            | Tag::Address
            | Tag::Article
            | Tag::Aside
            | Tag::Blockquote
            | Tag::Button
            | Tag::Caption
            | Tag::Center
            | Tag::Dd
            | Tag::Details
            | Tag::Dialog
            | Tag::Div
            | Tag::Dl
            | Tag::Dt
            | Tag::Fieldset
            | Tag::Figcaption
            | Tag::Figure
            | Tag::Footer
            | Tag::Form
            | Tag::H1
            | Tag::H2
            | Tag::H3
            | Tag::H4
            | Tag::H5
            | Tag::H6
            | Tag::Header
            | Tag::Hgroup
            | Tag::Hr
            | Tag::Label
            | Tag::Legend
            | Tag::Li
            | Tag::Main
            | Tag::Menu
            | Tag::Nav
            | Tag::Ol
            | Tag::Option
            | Tag::P
            | Tag::Pre
            | Tag::Section
            | Tag::Select
            | Tag::Summary
            | Tag::Table
            | Tag::Tbody
            | Tag::Td
            | Tag::Tfoot
            | Tag::Th
            | Tag::Thead
            | Tag::Tr
            | Tag::Ul
    )
}
