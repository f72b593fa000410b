//! Page -> Outline: the page as passages of text inside regions.
//!
//! A region is an element that breaks lines; a passage is a run of text between two such breaks. Both in page order.

use super::families::Families;
use super::families::Lexicon;
use super::tally::HASH_START;
use super::tally::Tally;
use super::tally::Within;
use super::tally::hash;
use crate::article::seam;
use crate::article::seam::Seam;
use crate::page::Mask;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Style;
use crate::page::Tag;
use crate::page::push_collapsed;
use std::ops::Range;

/// The page as passages inside regions.
#[derive(Debug, Default)]
pub struct Outline {
    /// Region 0 is the page.
    pub regions: Vec<Region>,
    /// In page order.
    pub passages: Vec<Passage>,
    /// Hashes of all words of all passages, in page order.
    pub words: Vec<u32>,
}

/// An element that breaks lines.
#[derive(Debug)]
pub struct Region {
    /// The element.
    pub node: NodeId,
    /// Its tag.
    pub tag: Tag,
    /// Shape: index into the regions; 0 for the page itself.
    pub parent: usize,
    /// Regions above it.
    pub depth: u16,
    /// Shape: indexes of the passages inside, all levels.
    pub passages: Range<usize>,
    /// What its class, id and kin say.
    pub families: Families,
    /// What its role attribute says.
    pub role: Role,
    /// Equal for elements with the same tag and class.
    pub look: u32,
    /// What stands inside besides text, all levels.
    pub things: Things,
}

/// Counts of what stands inside a region besides text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Things {
    /// Images and other media.
    pub images: u32,
    /// Form controls.
    pub controls: u32,
    /// Links.
    pub links: u32,
    /// `<time>`.
    pub times: u32,
}

impl Things {
    fn since(self, before: Things) -> Things {
        Things {
            images: self.images - before.images,
            controls: self.controls - before.controls,
            links: self.links - before.links,
            times: self.times - before.times,
        }
    }
}

/// ARIA roles that say where on a page something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Role {
    #[default]
    None,
    Main,
    Navigation,
    /// Complementary, banner, content info.
    Margin,
    Dialog,
    Tab,
    Other,
}

/// A run of text without a line break of its own.
#[derive(Debug)]
pub struct Passage {
    /// The innermost region. Shape: index into the regions.
    pub region: usize,
    /// Its first text node.
    pub first: NodeId,
    /// One past its last text node.
    pub end: NodeId,
    /// Its text in numbers.
    pub tally: Tally,
    /// Shape: range of [`Outline::words`].
    pub words: Range<usize>,
    /// What the addresses of its links say.
    pub links: Families,
    /// How many links it holds or stands in.
    pub link_count: u32,
    /// Inside something that is declared hidden, or that a live page draws too small to be seen.
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
        let mut out = String::new();
        for id in self.nodes() {
            push_collapsed(&mut out, 0, page.text(id));
            push_collapsed(&mut out, 0, " ");
        }
        out.truncate(out.trim_end().len());
        out
    }
}

impl Outline {
    /// The regions around a passage, innermost first, the page last.
    pub fn around(&self, passage: usize) -> impl Iterator<Item = usize> {
        self.upward(self.passages[passage].region)
    }

    /// A region and those around it, the page last.
    pub fn upward(&self, region: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(region), |r| (*r != 0).then(|| self.regions[*r].parent))
    }
}

/// Words a `<noscript>` needs to be read as the page's own text: less is an image or a counting pixel.
const NOSCRIPT_WORDS: u32 = 80;

/// Cuts the page at its line-breaking elements.
pub fn cut(page: &Page, mask: &Mask, lexicon: &Lexicon) -> Outline {
    let mut cutter = Cutter {
        page,
        mask,
        lexicon,
        outline: Outline::default(),
        open: Vec::new(),
        current: None,
        ends: Ends::default(),
        link: Families::default(),
        things: Things::default(),
        seam: None,
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
    lexicon: &'a Lexicon,
    outline: Outline,
    /// Open regions, innermost last.
    open: Vec<usize>,
    current: Option<Passage>,
    ends: Ends,
    /// What the address of the link around the current node says.
    link: Families,
    /// Counted so far.
    things: Things,
    /// The element before the current one ended right here.
    seam: Option<Seam>,
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
            let passages = self.outline.passages.len();
            let region = &mut self.outline.regions[region];
            region.passages.end = passages;
            region.things = self.things.since(region.things);
            self.open.pop();
        }
    }

    /// Handles an element; says where to go on.
    fn element(&mut self, id: NodeId, tag: Tag) -> u32 {
        let end = self.page.end(id).0;
        self.count(tag);
        if self.is_skipped(id, tag) {
            return end;
        }
        match tag {
            Tag::A => self.open_link(id, end),
            Tag::B | Tag::Strong => self.ends.bold = self.ends.bold.max(end),
            Tag::Pre => self.ends.pre = self.ends.pre.max(end),
            Tag::Br => self.line_break(id),
            _ => {}
        }
        if (is_hidden(self.page, id) || is_point(self.page, id, tag)) && !self.mask.reveal.contains(id) {
            self.ends.hidden = self.ends.hidden.max(end);
        }
        if breaks_lines(tag) {
            self.flush();
            self.enter(id, tag);
        } else {
            self.seam = seam::before(self.page, id).or(self.seam);
        }
        id.0 + 1
    }

    fn count(&mut self, tag: Tag) {
        match tag {
            Tag::Img | Tag::Video | Tag::Iframe | Tag::Picture => self.things.images += 1,
            Tag::Input | Tag::Select | Tag::Textarea | Tag::Button => self.things.controls += 1,
            Tag::A => self.things.links += 1,
            Tag::Time => self.things.times += 1,
            _ => {}
        }
    }

    fn open_link(&mut self, id: NodeId, end: u32) {
        self.ends.link = self.ends.link.max(end);
        self.link = self.page.attr(id, "href").map(|url| self.lexicon.of_link(url)).unwrap_or_default();
        self.current.as_mut().into_iter().for_each(|p| p.link_count += 1);
    }

    fn enter(&mut self, node: NodeId, tag: Tag) {
        let parent = self.open.last().copied().unwrap_or(0);
        let at = self.outline.passages.len();
        let looks = Looks::of(self.page, node, self.lexicon);
        self.outline.regions.push(Region {
            node,
            tag,
            parent,
            depth: self.open.len() as u16,
            passages: at..at,
            families: looks.families,
            role: looks.role,
            look: hash(looks.look, tag as u32),
            things: self.things,
        });
        self.open.push(self.outline.regions.len() - 1);
    }

    /// Two line breaks in a row end a passage.
    fn line_break(&mut self, id: NodeId) {
        let doubled = |p: &Passage| (p.end.0..id.0).any(|n| self.page.is(NodeId(n), Tag::Br));
        if self.current.as_ref().is_some_and(doubled) {
            self.flush();
        } else if let Some(passage) = &mut self.current {
            passage.tally.breaks += 1;
            passage.tally.end_word(&mut self.outline.words);
        }
    }

    fn text(&mut self, id: NodeId) -> u32 {
        let text = self.page.text(id);
        let Some(&region) = self.open.last() else { return id.0 + 1 };
        if text.trim_start().is_empty() {
            self.current.as_mut().into_iter().for_each(|p| p.tally.end_word(&mut self.outline.words));
            return id.0 + 1;
        }
        let within = Within { link: id.0 < self.ends.link, bold: id.0 < self.ends.bold };
        let (hidden, pre) = (id.0 < self.ends.hidden || self.is_tiny(id), id.0 < self.ends.pre);
        let words = self.outline.words.len();
        let passage = self.current.get_or_insert_with(|| Passage {
            region,
            first: id,
            end: id,
            tally: Tally::default(),
            words: words..words,
            links: Families::default(),
            link_count: u32::from(within.link),
            hidden,
            pre,
        });
        if let (Some(seam), Some(last), Some(next)) =
            (self.seam.take(), passage.tally.last, text.chars().next())
            && seam.parts(last, next)
        {
            passage.tally.end_word(&mut self.outline.words);
        }
        passage.tally.add(text, within, &mut self.outline.words);
        passage.links = passage.links.or(if within.link { self.link } else { Families::default() });
        passage.end = NodeId(id.0 + 1);
        id.0 + 1
    }

    /// In a live page: text too small to be read. What lies further above says nothing, its content may have a size of
    /// its own.
    fn is_tiny(&self, text: NodeId) -> bool {
        let parent = self.page.parent(text).filter(|_| !self.mask.reveal.contains(text));
        parent.and_then(|parent| self.page.style(parent)).is_some_and(Style::is_tiny)
    }

    fn flush(&mut self) {
        let Some(mut passage) = self.current.take() else { return };
        passage.tally.end_word(&mut self.outline.words);
        passage.words.end = self.outline.words.len();
        if passage.tally.letters > 0 {
            self.outline.passages.push(passage);
        }
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

/// What an element's attributes say about it.
struct Looks {
    families: Families,
    role: Role,
    look: u32,
}

impl Looks {
    fn of(page: &Page, node: NodeId, lexicon: &Lexicon) -> Looks {
        let mut looks = Looks { families: Families::default(), role: Role::None, look: HASH_START };
        for (name, value) in page.attrs(node) {
            match name {
                "role" => looks.role = role(value),
                "class" => looks.look = value.bytes().fold(looks.look, |h, b| hash(h, u32::from(b))),
                _ => {}
            }
            if matches!(name, "class" | "id" | "itemprop" | "data-testid" | "data-component") {
                looks.families = looks.families.or(lexicon.of_class(value));
            }
        }
        looks
    }
}

fn role(value: &str) -> Role {
    match value {
        "" | "presentation" | "none" | "group" => Role::None,
        "main" | "article" => Role::Main,
        "navigation" | "menu" | "menubar" | "search" => Role::Navigation,
        "complementary" | "banner" | "contentinfo" => Role::Margin,
        "dialog" | "alertdialog" | "alert" => Role::Dialog,
        "tab" | "tablist" | "tabpanel" => Role::Tab,
        _ => Role::Other,
    }
}

fn words_below(page: &Page, node: NodeId) -> u32 {
    let (mut tally, mut words) = (Tally::default(), Vec::new());
    for id in page.subtree(node) {
        tally.add(page.text(id), Within::default(), &mut words);
        tally.end_word(&mut words);
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

/// In a live page: lines of their own in a box too small to be seen.
fn is_point(page: &Page, node: NodeId, tag: Tag) -> bool {
    breaks_lines(tag) && page.style(node).is_some_and(Style::is_point)
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
pub(in crate::article) fn breaks_lines(tag: Tag) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Probe;
    use crate::page::Snapshot;
    use crate::page::from_snapshot;

    const BODY: f32 = 2.0;
    const PARAGRAPH: f32 = 3.0;

    /// Whether a paragraph of this width and with these marks, on itself or around it, counts as hidden.
    fn check(width: f32, marks: &[[f32; 3]], hidden: bool) {
        let probe = Probe {
            boxes: vec![PARAGRAPH, 0.0, 0.0, 10.0, 10.0, width, 1.0],
            marks: marks.concat(),
            ..Probe::default()
        };
        let html = "<html><head></head><body><p>Skip to the tides</p></body></html>";
        let html = html.to_owned();
        let page = from_snapshot(&Snapshot { html, elements: 4, probe: Some(probe), ..Snapshot::default() });
        let outline = cut(&page.expect("a page"), &Mask::default(), Lexicon::load());
        assert_eq!(outline.passages[0].hidden, hidden, "{width} {marks:?}");
    }

    #[test]
    fn what_is_drawn_too_small_is_hidden() {
        // As in `page::snapshot`: what happens to content that is too large, the size of letters.
        const CLIPPED: [f32; 3] = [PARAGRAPH, 7.0, 1.0];
        let letters = |node, size| [node, 25.0, size];
        check(300.0, &[], false);
        check(300.0, &[letters(PARAGRAPH, 1.0)], true);
        check(300.0, &[letters(PARAGRAPH, 6.0)], false);
        check(300.0, &[letters(BODY, 0.0)], false);
        check(1.0, &[CLIPPED], true);
        check(300.0, &[CLIPPED], false);
        check(0.0, &[], false);
    }
}
