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

/// How much of a page is taken in.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Elements and texts together.
    pub nodes: u32,
    /// Open elements above a node.
    pub depth: u32,
    /// Text, attributes included. Units: bytes of UTF-8.
    pub bytes: u32,
}

/// Chosen so that a capped page still answers within two seconds in WASM; real pages stay far below
/// (largest of 1,495 in WCXB dev: 34,000 nodes, 56 levels, 5.4 MB serialized).
pub const LIMITS: Limits = Limits { nodes: 500_000, depth: 1_000, bytes: 64 << 20 };

/// Builds a page from events in document order: open, attr, text, close.
pub struct PageBuilder {
    page: Page,
    /// Open elements, innermost last.
    open: Vec<u32>,
    /// Opens that were not stored (over a limit) and still wait for their close.
    refused: u32,
    limits: Limits,
}

impl PageBuilder {
    /// A builder with the default limits. `url` may be "".
    pub fn new(url: &str) -> PageBuilder {
        PageBuilder::with_limits(url, LIMITS)
    }

    /// A builder with limits of its own.
    pub fn with_limits(url: &str, limits: Limits) -> PageBuilder {
        PageBuilder {
            page: Page { url: url.to_owned(), ..Page::default() },
            open: Vec::new(),
            refused: 0,
            limits,
        }
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
        self.push(NodeData::Element { tag, name, attrs, live: live.unwrap_or(u32::MAX) });
        self.open.push(self.page.nodes.len() as u32 - 1);
    }

    /// Adds an attribute to the element opened last, before any child of it.
    pub fn attr(&mut self, name: &str, value: &str) {
        if self.refused > 0 {
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
        let parent = *self.open.last().expect("not empty");
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
        if let Some(node) = self.open.pop() {
            self.page.nodes[node as usize].end = self.page.nodes.len() as u32;
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
        self.page
    }

    fn push(&mut self, data: NodeData) {
        if self.open.len() > self.limits.depth as usize {
            self.page.cap.get_or_insert(Cap::Depth);
        }
        let allowed = self.open.len().min(self.limits.depth as usize);
        let parent = if allowed == 0 { NodeId::ROOT.0 } else { self.open[allowed - 1] };
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
