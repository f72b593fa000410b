//! HTML as authors write it -> Page, by html5ever, straight into an arena.

use super::ballast::without_ballast;
use super::shallow::Shallow;
use super::streamed;
use crate::page::Page;
use crate::page::PageBuilder;
use html5ever::Attribute;
use html5ever::QualName;
use html5ever::TokenizerResult;
use html5ever::interface::ElementFlags;
use html5ever::interface::NodeOrText;
use html5ever::interface::QuirksMode;
use html5ever::interface::TreeSink;
use html5ever::local_name;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::BufferQueue;
use html5ever::tokenizer::Tokenizer;
use html5ever::tokenizer::TokenizerOpts;
use html5ever::tree_builder::TreeBuilder;
use html5ever::tree_builder::TreeBuilderOpts;
use std::borrow::Cow;
use std::cell::Cell;
use std::cell::Ref;
use std::cell::RefCell;
use std::num::NonZeroU32;
use std::ops::Index;
use std::ops::IndexMut;

/// Reads HTML text into a page. Never fails: HTML has no errors, only trees.
///
/// `noscript` is parsed as markup (scripting off), as its text may be the story.
pub fn parse_html(html: &str, url: &str) -> Page {
    parse_whole(&without_ballast(html), url)
}

/// The same without taking anything out before.
pub(super) fn parse_whole(html: &str, url: &str) -> Page {
    let options = TreeBuilderOpts { scripting_enabled: false, ..Default::default() };
    let arena = Arena::default();
    arena.nodes.borrow_mut().0.reserve((html.len() / BYTES_OF_NODE).min(MOST_ROOM));
    let sink = Shallow::new(TreeBuilder::new(arena, options));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // A script's end hands control back; there is nothing to run.
    while !matches!(tokenizer.feed(&input), TokenizerResult::Done) {}
    tokenizer.end();
    let arena = tokenizer.sink.builder.sink;
    streamed::put_in_place(&arena);
    arena.into_page(url)
}

/// Bytes of markup for each node. Source: WCXB dev, the median page, without its ballast.
const BYTES_OF_NODE: usize = 40;
/// Room for so many nodes is made at once at most.
const MOST_ROOM: usize = 1 << 15;

/// A node of the tree: its number, counted from 1, so that where there may be none takes no more room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Id(NonZeroU32);

const DOCUMENT: Id = Id(NonZeroU32::MIN);

/// How far up a node's place is looked for. Source: twice as deep as the parser goes, as parts lie in parts.
const MOST_ABOVE: usize = 1024;

/// How many nodes side by side may be shown meanwhile: pages made to take long have many, and none where they end.
const MOST_BESIDE: usize = 10_000;

enum Kind {
    Document,
    Element {
        name: QualName,
        attrs: Vec<Attribute>,
        contents: Option<Id>,
    },
    Text(StrTendril),
    /// A comment that opens (true) or closes a part that React may replace.
    Boundary(bool),
    Ignored,
}

struct ArenaNode {
    kind: Kind,
    /// Elements above, as they stood when it was put in.
    depth: u32,
    parent: Option<Id>,
    previous: Option<Id>,
    next: Option<Id>,
    first: Option<Id>,
    last: Option<Id>,
}

/// In the order they were made.
#[derive(Default)]
struct Nodes(Vec<ArenaNode>);

impl Index<Id> for Nodes {
    type Output = ArenaNode;

    fn index(&self, id: Id) -> &ArenaNode {
        &self.0[id.0.get() as usize - 1]
    }
}

impl IndexMut<Id> for Nodes {
    fn index_mut(&mut self, id: Id) -> &mut ArenaNode {
        &mut self.0[id.0.get() as usize - 1]
    }
}

/// The tree while it is built; its first node is the document.
pub(super) struct Arena {
    nodes: RefCell<Nodes>,
    depth: Cell<u32>,
}

impl Default for Arena {
    fn default() -> Arena {
        let arena = Arena { nodes: RefCell::default(), depth: Cell::new(0) };
        arena.add(Kind::Document);
        arena
    }
}

impl Arena {
    fn add(&self, kind: Kind) -> Id {
        let nodes = &mut self.nodes.borrow_mut().0;
        nodes.push(ArenaNode {
            kind,
            depth: 0,
            parent: None,
            previous: None,
            next: None,
            first: None,
            last: None,
        });
        // As many nodes as numbers would take hundreds of gigabytes.
        Id(u32::try_from(nodes.len()).ok().and_then(NonZeroU32::new).expect("fewer nodes than numbers"))
    }

    /// How deep the element lies that was opened last and is not closed yet.
    pub(super) fn depth(&self) -> u32 {
        self.depth.get()
    }

    fn deepen(&self, nodes: &mut Nodes, parent: Id, id: Id) {
        nodes[id].depth = nodes[parent].depth + 1;
        if matches!(nodes[id].kind, Kind::Element { .. }) {
            self.depth.set(nodes[id].depth);
        }
    }

    fn detach(&self, id: Id) {
        let nodes = &mut *self.nodes.borrow_mut();
        let (parent, previous, next) =
            (nodes[id].parent.take(), nodes[id].previous.take(), nodes[id].next.take());
        match (previous, parent) {
            (Some(previous), _) => nodes[previous].next = next,
            (None, Some(parent)) => nodes[parent].first = next,
            (None, None) => {}
        }
        match (next, parent) {
            (Some(next), _) => nodes[next].previous = previous,
            (None, Some(parent)) => nodes[parent].last = previous,
            (None, None) => {}
        }
    }

    fn append_node(&self, parent: Id, id: Id) {
        self.detach(id);
        let nodes = &mut *self.nodes.borrow_mut();
        self.deepen(nodes, parent, id);
        let last = nodes[parent].last.replace(id);
        (nodes[id].parent, nodes[id].previous) = (Some(parent), last);
        match last {
            Some(last) => nodes[last].next = Some(id),
            None => nodes[parent].first = Some(id),
        }
    }

    fn insert_before(&self, sibling: Id, id: Id) {
        self.detach(id);
        let nodes = &mut *self.nodes.borrow_mut();
        let (parent, previous) = (nodes[sibling].parent, nodes[sibling].previous.replace(id));
        (nodes[id].parent, nodes[id].previous, nodes[id].next) = (parent, previous, Some(sibling));
        match (previous, parent) {
            (Some(previous), _) => nodes[previous].next = Some(id),
            (None, Some(parent)) => nodes[parent].first = Some(id),
            (None, None) => {}
        }
    }

    /// Joins text with a text node it would stand next to. True if it did.
    fn join(&self, at: Option<Id>, text: &StrTendril) -> bool {
        let Some(at) = at else { return false };
        let mut nodes = self.nodes.borrow_mut();
        let Kind::Text(old) = &mut nodes[at].kind else { return false };
        old.push_tendril(text);
        true
    }

    /// Elements whose id is a letter, a colon and more, each with whether it is a `<template>`; none without a template.
    pub(super) fn ids(&self) -> Vec<(Id, bool, String)> {
        let nodes = &self.nodes.borrow().0;
        let is_template = |node: &ArenaNode| matches!(node.kind, Kind::Element { contents: Some(_), .. });
        if !nodes.iter().any(is_template) {
            return Vec::new();
        }
        let id = |(at, node): (Id, &ArenaNode)| match &node.kind {
            Kind::Element { attrs, contents, .. } => {
                let id = attrs.iter().find(|attr| attr.name.local == local_name!("id"))?;
                (id.value.as_bytes().get(1) == Some(&b':'))
                    .then(|| (at, contents.is_some(), id.value.to_string()))
            }
            _ => None,
        };
        let numbers = (1..).filter_map(NonZeroU32::new).map(Id);
        numbers.zip(nodes).filter_map(id).collect()
    }

    /// True for a node of the page that does not lie inside the other.
    pub(super) fn is_beside(&self, node: Id, other: Id) -> bool {
        let nodes = self.nodes.borrow();
        let mut up = std::iter::successors(Some(node), |at| nodes[*at].parent).take(MOST_ABOVE);
        up.find(|at| *at == other || *at == DOCUMENT) == Some(DOCUMENT)
    }

    /// Takes out what follows a node up to the end of the part that React may replace; nothing, if none ends here.
    pub(super) fn empty_boundary(&self, start: Id) {
        let (mut inside, mut depth) = (Vec::new(), 0);
        let mut at = self.nodes.borrow()[start].next;
        while let Some(id) = at
            && inside.len() < MOST_BESIDE
        {
            let nodes = self.nodes.borrow();
            match nodes[id].kind {
                Kind::Boundary(false) if depth == 0 => break,
                Kind::Boundary(opens) => depth = if opens { depth + 1 } else { depth - 1 },
                _ => {}
            }
            inside.push(id);
            at = nodes[id].next;
        }
        let is_end = |id: Id| matches!(self.nodes.borrow()[id].kind, Kind::Boundary(false));
        if depth == 0 && at.is_some_and(is_end) {
            inside.into_iter().for_each(|id| self.detach(id));
        }
    }

    /// Moves all children of one node to before another.
    pub(super) fn put_children_before(&self, sibling: Id, of: Id) {
        loop {
            let first = self.nodes.borrow()[of].first;
            match first {
                Some(first) => self.insert_before(sibling, first),
                None => break,
            }
        }
    }

    fn into_page(self, url: &str) -> Page {
        let nodes = self.nodes.into_inner();
        let mut builder = PageBuilder::new(url);
        builder.expect(nodes.0.len());
        let mut elements = 0;
        let mut at = nodes[DOCUMENT].first;
        let mut resume = Vec::new();
        while let Some(id) = at {
            let node = &nodes[id];
            let mut down = None;
            match &node.kind {
                Kind::Element { name, attrs, contents } => {
                    builder.open(&name.local, Some(elements));
                    elements += 1;
                    for attr in attrs {
                        builder.attr(&attr.name.local, &attr.value);
                    }
                    down = contents.and_then(|c| nodes[c].first).or(node.first);
                    if contents.is_some() {
                        resume.push(id);
                    }
                    if down.is_none() {
                        builder.close();
                        if contents.is_some() {
                            resume.pop();
                        }
                    }
                }
                Kind::Text(text) => builder.text(text),
                Kind::Document | Kind::Boundary(_) | Kind::Ignored => {}
            }
            at = down.or_else(|| {
                let mut up = id;
                loop {
                    if let Some(next) = nodes[up].next {
                        return Some(next);
                    }
                    let parent = nodes[up].parent;
                    up = match parent {
                        Some(parent) if matches!(nodes[parent].kind, Kind::Element { .. }) => parent,
                        Some(DOCUMENT) => return None,
                        // A template's contents end: go on after the template.
                        _ => resume.pop()?,
                    };
                    builder.close();
                }
            });
        }
        builder.finish()
    }
}

impl TreeSink for Arena {
    type Handle = Id;
    type Output = Arena;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Arena {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Id {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a Id) -> Ref<'a, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| match &nodes[*target].kind {
            Kind::Element { name, .. } => name,
            _ => unreachable!("html5ever asks for names of elements only"),
        })
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> Id {
        let contents = flags.template.then(|| self.add(Kind::Ignored));
        self.add(Kind::Element { name, attrs, contents })
    }

    fn create_comment(&self, text: StrTendril) -> Id {
        // Source: `react-dom/server`; the signs after the first tell how far the part has come.
        self.add(match &*text {
            "$" | "$?" | "$!" | "$~" => Kind::Boundary(true),
            "/$" => Kind::Boundary(false),
            _ => Kind::Ignored,
        })
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Id {
        self.add(Kind::Ignored)
    }

    fn append(&self, parent: &Id, child: NodeOrText<Id>) {
        match child {
            NodeOrText::AppendNode(id) => self.append_node(*parent, id),
            NodeOrText::AppendText(text) => {
                let last = self.nodes.borrow()[*parent].last;
                if !self.join(last, &text) {
                    let id = self.add(Kind::Text(text));
                    self.append_node(*parent, id);
                }
            }
        }
    }

    fn append_based_on_parent_node(&self, element: &Id, previous: &Id, child: NodeOrText<Id>) {
        let has_parent = self.nodes.borrow()[*element].parent.is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Id) -> Id {
        match &self.nodes.borrow()[*target].kind {
            Kind::Element { contents: Some(contents), .. } => *contents,
            _ => *target,
        }
    }

    fn same_node(&self, x: &Id, y: &Id) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Id, child: NodeOrText<Id>) {
        match child {
            NodeOrText::AppendNode(id) => self.insert_before(*sibling, id),
            NodeOrText::AppendText(text) => {
                let previous = self.nodes.borrow()[*sibling].previous;
                if !self.join(previous, &text) {
                    let id = self.add(Kind::Text(text));
                    self.insert_before(*sibling, id);
                }
            }
        }
    }

    fn add_attrs_if_missing(&self, target: &Id, extra: Vec<Attribute>) {
        if let Kind::Element { attrs, .. } = &mut self.nodes.borrow_mut()[*target].kind {
            for attr in extra {
                if !attrs.iter().any(|a| a.name == attr.name) {
                    attrs.push(attr);
                }
            }
        }
    }

    fn pop(&self, node: &Id) {
        self.depth.set(self.nodes.borrow()[*node].depth.saturating_sub(1));
    }

    fn remove_from_parent(&self, target: &Id) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &Id, new_parent: &Id) {
        loop {
            let first = self.nodes.borrow()[*node].first;
            match first {
                Some(first) => self.append_node(*new_parent, first),
                None => break,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::NodeId;
    use crate::page::Tag;

    #[test]
    fn keeps_order_through_templates_and_misnesting() {
        let page = parse_html("<p>a<template><b>t</b></template>c<table><td>d<p>e", "");
        assert_eq!(page.text_content(NodeId::ROOT), "atcde");
        assert!(page.is(NodeId::ROOT, Tag::Html));
        assert!(page.find(NodeId::ROOT, Tag::Td).is_some());
    }
}
