//! The one way to make a [`Page`]; holds its invariants.

use super::Attr;
use super::Cap;
use super::Node;
use super::NodeData;
use super::NodeId;
use super::Page;
use super::Span;
use super::Style;
use super::Tag;
use super::Viewport;
use super::address;

/// How much of a page is taken in.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Elements and texts together.
    pub nodes: u32,
    /// Open elements above a node.
    pub depth: u32,
    /// Attributes of one element; more are dropped.
    pub attrs: u32,
    /// Text, attributes included. Units: bytes of UTF-8.
    pub bytes: u32,
}

/// Chosen so that a capped page answers within two seconds in a browser; real pages stay far below
/// (largest of 1,495 in WCXB dev: 34,000 nodes, 56 levels, 5.4 MB serialized, scripts included).
pub const LIMITS: Limits = Limits { nodes: 64_000, depth: 250, attrs: 500, bytes: 8 << 20 };

/// Builds a page from events in document order: open, attr, text, close.
pub struct PageBuilder {
    page: Page,
    /// Open elements, innermost last.
    open: Vec<u32>,
    /// The element below [`Limits::depth`] that takes in what comes: the one opened last, while it is open.
    tip: Option<u32>,
    /// Opens that were not stored (over a limit) and still wait for their close.
    refused: u32,
    limits: Limits,
}

impl PageBuilder {
    /// A builder with the default limits. `url` may be "": the page's own word is then taken for it.
    pub fn new(url: &str) -> PageBuilder {
        PageBuilder::with_limits(url, LIMITS)
    }

    /// A builder with limits of its own.
    pub fn with_limits(url: &str, limits: Limits) -> PageBuilder {
        PageBuilder {
            page: Page { url: url.to_owned(), ..Page::default() },
            open: Vec::new(),
            tip: None,
            refused: 0,
            limits,
        }
    }

    /// Makes room for so many nodes, as far as they are taken in.
    pub fn expect(&mut self, nodes: usize) {
        self.page.nodes.reserve(nodes.min(self.limits.nodes as usize));
    }

    /// Opens an element. `name` in lower case; `live` is its number at capture.
    pub fn open(&mut self, name: &str, live: Option<u32>) {
        if self.refused > 0 || self.page.nodes.len() >= self.limits.nodes as usize {
            self.page.cap.get_or_insert(Cap::Nodes);
            self.refused += 1;
            return;
        }
        let tag = Tag::from_name(name);
        let name = if tag == Tag::Other { self.keep(name) } else { Span::default() };
        let at = self.page.attrs.len() as u32;
        let attrs = Span { start: at, end: at };
        self.end_tip();
        self.push(NodeData::Element { tag, name, attrs, live: live.unwrap_or(u32::MAX) });
        let id = self.page.nodes.len() as u32 - 1;
        self.tip = self.is_deepest().then_some(id);
        self.open.push(id);
    }

    /// Adds an attribute to the element opened last, before any child of it.
    pub fn attr(&mut self, name: &str, value: &str) {
        let Some(NodeData::Element { attrs, .. }) = self.page.nodes.last().map(|n| &n.data) else { return };
        if self.refused > 0 || attrs.end - attrs.start >= self.limits.attrs {
            return;
        }
        let attr = Attr { name: self.keep(name), value: self.keep(value) };
        let Some(NodeData::Element { attrs, .. }) = self.page.nodes.last_mut().map(|n| &mut n.data) else {
            return;
        };
        self.page.attrs.push(attr);
        attrs.end = self.page.attrs.len() as u32;
    }

    /// Adds a text node; joins with a text node directly before it.
    pub fn text(&mut self, text: &str) {
        if self.refused > 0 || self.open.is_empty() || text.is_empty() {
            return;
        }
        let span = self.keep(text);
        let parent = self.parent();
        let last = self.page.nodes.last_mut().expect("an element is open");
        if let NodeData::Text(previous) = &mut last.data
            && last.parent == parent
            && previous.end == span.start
        {
            previous.end = span.end;
            return;
        }
        if self.page.nodes.len() >= self.limits.nodes as usize {
            self.page.cap.get_or_insert(Cap::Nodes);
            return;
        }
        self.push(NodeData::Text(span));
    }

    /// Closes the element opened last. More closes than opens are ignored.
    pub fn close(&mut self) {
        if self.refused > 0 {
            self.refused -= 1;
            return;
        }
        self.end_tip();
        if let Some(node) = self.open.pop()
            && !self.is_deepest()
        {
            self.page.nodes[node as usize].end = self.page.nodes.len() as u32;
        }
    }

    /// True where as many elements are open as may lie above a node.
    fn is_deepest(&self) -> bool {
        self.open.len() >= self.limits.depth as usize
    }

    /// The element that takes in what comes. What opens below the tip stands beside it, so that paragraphs of pages
    /// deeper than allowed stay paragraphs.
    fn parent(&self) -> u32 {
        let deepest = self.open.len().min(self.limits.depth as usize);
        self.tip.unwrap_or_else(|| deepest.checked_sub(1).map_or(NodeId::ROOT.0, |at| self.open[at]))
    }

    fn end_tip(&mut self) {
        if let Some(tip) = self.tip.take() {
            self.page.nodes[tip as usize].end = self.page.nodes.len() as u32;
        }
    }

    /// How many opened elements wait for their close.
    pub fn depth(&self) -> usize {
        self.open.len() + self.refused as usize
    }

    /// Says what the browser computed for the element opened last.
    pub fn style(&mut self, style: Style) {
        if self.refused > 0 || self.page.nodes.is_empty() {
            return;
        }
        let at = self.page.nodes.len() - 1;
        self.page.styles.resize_with(at + 1, || None);
        self.page.styles[at] = Some(Box::new(style));
    }

    /// Says what part of the page was in view.
    pub fn viewport(&mut self, viewport: Viewport) {
        self.page.viewport = Some(viewport);
    }

    /// Closes what is open and hands out the page.
    pub fn finish(mut self) -> Page {
        self.refused = 0;
        while !self.open.is_empty() {
            self.close();
        }
        if !self.page.styles.is_empty() {
            self.page.styles.resize_with(self.page.nodes.len(), || None);
        }
        if self.page.url.is_empty() {
            self.page.url = address::declared(&self.page).unwrap_or_default().to_owned();
        }
        self.page
    }

    fn push(&mut self, data: NodeData) {
        if self.open.len() > self.limits.depth as usize {
            self.page.cap.get_or_insert(Cap::Depth);
        }
        let parent = self.parent();
        let end = self.page.nodes.len() as u32 + 1;
        self.page.nodes.push(Node { parent, end, data });
    }

    /// Copies `text` into the page's buffer, as much of it as the limit allows.
    fn keep(&mut self, text: &str) -> Span {
        let start = self.page.text.len();
        let room = (self.limits.bytes as usize).saturating_sub(start);
        let mut text = text;
        if text.len() > room {
            self.page.cap.get_or_insert(Cap::Bytes);
            text = &text[..text.floor_char_boundary(room)];
        }
        self.page.text.push_str(text);
        Span { start: start as u32, end: self.page.text.len() as u32 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every level has a paragraph before and after the next; all stay, in order, below the deepest level allowed.
    #[test]
    fn what_is_too_deep_hangs_on_the_deepest_and_keeps_its_text() {
        let mut builder = PageBuilder::with_limits("", Limits { depth: 4, ..LIMITS });
        let paragraph = |builder: &mut PageBuilder, text: String| {
            builder.open("p", None);
            builder.text(&text);
            builder.close();
        };
        for level in 0..9 {
            builder.open("div", None);
            paragraph(&mut builder, format!("down {level} "));
            builder.text("and ");
        }
        for level in (0..9).rev() {
            paragraph(&mut builder, format!("up {level} "));
            builder.close();
        }
        let page = builder.finish();
        let levels = |word: &str, order: &mut dyn Iterator<Item = u32>| -> String {
            order.map(|i| format!("{word} {i} {}", if word == "down" { "and " } else { "" })).collect()
        };
        let expected = levels("down", &mut (0..9)) + &levels("up", &mut (0..9).rev());
        assert_eq!(page.text_content(NodeId::ROOT), expected.trim_end());
        assert_eq!(page.cap(), Some(Cap::Depth));
        for id in page.ids() {
            assert!(page.ancestors(id).count() <= 5, "{id:?}");
            assert!(page.children(id).all(|child| page.parent(child) == Some(id)), "{id:?}");
            assert!(!page.is(id, Tag::P) || !page.text_content(id).is_empty(), "{id:?}");
        }
    }
}
