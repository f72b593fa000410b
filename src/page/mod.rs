//! A snapshot of a page as a value: what the borders make and every stage reads.
//!
//! In: nothing; borders fill a [`PageBuilder`]. Out: [`Page`], immutable.
//! Nodes lie in document order, so the descendants of `n` are exactly `n+1 .. page.end(n)` and
//! "is inside" is two comparisons. Nothing here recurses over page depth.

mod address;
mod attrs;
mod build;
mod letters;
mod mask;
mod serialized;
mod snapshot;
mod style;
mod tag;
mod walk;

pub use attrs::JSON_BYTES;
pub use attrs::is_read;
pub use build::LIMITS;
pub use build::Limits;
pub use build::PageBuilder;
pub use mask::Mask;
pub use mask::NodeSet;
pub use serialized::parse as parse_serialized;
pub use snapshot::Mismatch;
pub use snapshot::Probe;
pub use snapshot::Snapshot;
pub use snapshot::View;
pub use snapshot::page as from_snapshot;
pub use style::Hands;
pub use style::Overflow;
pub use style::Position;
pub use style::Rect;
pub use style::Style;
pub use style::TopLayer;
pub use style::hides as style_hides;
pub use tag::Tag;
pub use walk::collapsed;
pub use walk::push_collapsed;

/// A node's place in document order. The document element is `NodeId::ROOT`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The document element (`<html>`).
    pub const ROOT: NodeId = NodeId(0);

    /// Shape: index into `Page::nodes`.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Half-open byte range into the page's one text buffer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Span {
    pub start: u32,
    pub end: u32,
}

#[derive(Clone, Debug)]
pub(crate) struct Node {
    pub parent: u32,
    /// One past the last descendant.
    pub end: u32,
    pub data: NodeData,
}

#[derive(Clone, Debug)]
pub(crate) enum NodeData {
    /// `name` is the text buffer's copy of the tag name, for tags without an entry in [`Tag`].
    Element {
        tag: Tag,
        name: Span,
        attrs: Span,
        live: u32,
    },
    Text(Span),
}

#[derive(Clone, Debug)]
pub(crate) struct Attr {
    pub name: Span,
    pub value: Span,
}

/// The visible part of the page at capture. Units: CSS px.
#[derive(Clone, Copy, PartialEq, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Viewport {
    /// Width of the layout viewport.
    pub width: f32,
    /// Height of the layout viewport.
    pub height: f32,
    /// How far the document is scrolled down.
    pub scroll_y: f32,
}

/// Which limit cut the snapshot short; the answer is then poorer and says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cap {
    /// More nodes than [`Limits::nodes`].
    Nodes,
    /// Deeper than [`Limits::depth`]: deeper elements were hung on the deepest allowed one.
    Depth,
    /// More text than [`Limits::bytes`].
    Bytes,
}

/// A page as it was delivered and, on a live page, as it looked.
#[derive(Clone, Debug, Default)]
pub struct Page {
    pub(crate) url: String,
    pub(crate) text: String,
    pub(crate) nodes: Vec<Node>,
    pub(crate) attrs: Vec<Attr>,
    /// Parallel to `nodes`; empty for a page that was never laid out (a file).
    pub(crate) styles: Vec<Option<Box<Style>>>,
    pub(crate) viewport: Option<Viewport>,
    /// Units: CSS px; 0 where unknown.
    pub(crate) scroll_height: f32,
    /// What lies on top at each point of a grid over the viewport, row by row.
    pub(crate) hits: Vec<Option<NodeId>>,
    pub(crate) hit_columns: u32,
    pub(crate) touched: bool,
    pub(crate) first_input: Option<NodeId>,
    pub(crate) watched: bool,
    pub(crate) chosen: Option<NodeId>,
    pub(crate) cap: Option<Cap>,
}

impl Page {
    /// The page's address; of a file or pasted text the one it declares, or "".
    pub fn url(&self) -> &str {
        &self.url
    }

    /// None: the page was never laid out (a file).
    pub fn viewport(&self) -> Option<Viewport> {
        self.viewport
    }

    /// Full height of the document. Units: CSS px; 0 for a page that was never laid out.
    pub fn scroll_height(&self) -> f32 {
        self.scroll_height
    }

    /// The topmost element at each point of a grid over the viewport.
    ///
    /// Shape: rows from the top; empty where nothing was measured.
    pub fn hits(&self) -> &[Option<NodeId>] {
        &self.hits
    }

    /// True if the person has clicked or typed on the page.
    pub fn touched(&self) -> bool {
        self.touched
    }

    /// What the person clicked or typed into first. None: nothing, gone, or unknown.
    pub fn first_input(&self) -> Option<NodeId> {
        self.first_input
    }

    /// True if clicks were watched from the start, so that what the person opened is known.
    pub fn watched(&self) -> bool {
        self.watched
    }

    /// The part the person pointed at as the one to read, if they did.
    pub fn chosen(&self) -> Option<NodeId> {
        self.chosen
    }

    /// The limit that cut the snapshot short, if any.
    pub fn cap(&self) -> Option<Cap> {
        self.cap
    }

    /// Number of nodes, elements and texts alike.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// True for a page without even a document element.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// All nodes in document order.
    pub fn ids(&self) -> impl DoubleEndedIterator<Item = NodeId> + use<> {
        (0..self.nodes.len() as u32).map(NodeId)
    }

    /// The element's tag. None: `node` is a text node.
    pub fn tag(&self, node: NodeId) -> Option<Tag> {
        match self.nodes[node.index()].data {
            NodeData::Element { tag, .. } => Some(tag),
            NodeData::Text(_) => None,
        }
    }

    /// True if `node` is an element with this tag.
    pub fn is(&self, node: NodeId, tag: Tag) -> bool {
        self.tag(node) == Some(tag)
    }

    /// The element's tag name in lower case, also for tags without an entry in [`Tag`]; "" for a text node.
    pub fn name(&self, node: NodeId) -> &str {
        match self.nodes[node.index()].data {
            NodeData::Element { tag: Tag::Other, name, .. } => self.slice(name),
            NodeData::Element { tag, .. } => tag.name(),
            NodeData::Text(_) => "",
        }
    }

    /// A text node's own text; "" for an element.
    pub fn text(&self, node: NodeId) -> &str {
        match self.nodes[node.index()].data {
            NodeData::Text(span) => self.slice(span),
            NodeData::Element { .. } => "",
        }
    }

    /// The value of an attribute that [`is_read`]. None: not there, or `node` is a text node.
    pub fn attr(&self, node: NodeId, name: &str) -> Option<&str> {
        debug_assert!(is_read(name), "`{name}` is missing in the list of attributes that are read");
        self.any_attr(node, name)
    }

    /// The value of an attribute that the page itself names; files have such only where it does ([`is_read`]).
    pub fn any_attr(&self, node: NodeId, name: &str) -> Option<&str> {
        // Asked more often than anything else of a page: most names differ in their length already.
        let is_named =
            |a: &&Attr| (a.name.end - a.name.start) as usize == name.len() && self.slice(a.name) == name;
        self.attr_list(node).iter().find(is_named).map(|a| self.slice(a.value))
    }

    // Asked at a hundred places, whose copies of what to make of an `Option` would weigh a kilobyte.

    /// True if the element has the attribute, whatever its value.
    #[inline(never)]
    pub fn has_attr(&self, node: NodeId, name: &str) -> bool {
        self.attr(node, name).is_some()
    }

    /// True if the attribute has this value.
    #[inline(never)]
    pub fn attr_is(&self, node: NodeId, name: &str, value: &str) -> bool {
        self.attr(node, name) == Some(value)
    }

    /// The attribute's value; "" where it is not there.
    #[inline(never)]
    pub fn value(&self, node: NodeId, name: &str) -> &str {
        self.attr(node, name).unwrap_or("")
    }

    /// The value of the first of several attributes that is there.
    #[inline(never)]
    pub fn first_attr(&self, node: NodeId, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.attr(node, name))
    }

    /// The element's attributes as (name, value), in document order.
    pub fn attrs(&self, node: NodeId) -> impl Iterator<Item = (&str, &str)> {
        self.attr_list(node).iter().map(|a| (self.slice(a.name), self.slice(a.value)))
    }

    fn attr_list(&self, node: NodeId) -> &[Attr] {
        match self.nodes[node.index()].data {
            NodeData::Element { attrs, .. } => &self.attrs[attrs.start as usize..attrs.end as usize],
            NodeData::Text(_) => &[],
        }
    }

    /// The element's number at capture, by which the hands find it again. None: text, or made by a file.
    ///
    /// Shape: index into the list of elements the capture walked, shadow roots included.
    pub fn live(&self, node: NodeId) -> Option<u32> {
        match self.nodes[node.index()].data {
            NodeData::Element { live, .. } if live != u32::MAX => Some(live),
            _ => None,
        }
    }

    /// What the browser computed for this element. None: not measured, text, or a file.
    pub fn style(&self, node: NodeId) -> Option<&Style> {
        self.styles.get(node.index())?.as_deref()
    }

    /// True where the page was laid out, so that [`Page::style`] can tell something.
    pub fn is_live(&self) -> bool {
        !self.styles.is_empty()
    }

    fn slice(&self, span: Span) -> &str {
        &self.text[span.start as usize..span.end as usize]
    }
}
