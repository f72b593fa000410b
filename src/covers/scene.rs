//! The page as the searches of this stage look at it: its story, its viewport, and short ways to ask about a node.

use super::Cover;
use super::Mark;
use super::boxes::Boxes;
use super::story::Story;
use super::tally::Tally;
use crate::page::Hands;
use crate::page::NodeId;
use crate::page::NodeSet;
use crate::page::Overflow;
use crate::page::Page;
use crate::page::Position;
use crate::page::Rect;
use crate::page::Style;
use crate::page::Tag;
use crate::page::Viewport;

/// A page and its story.
pub(super) struct Scene<'a> {
    pub page: &'a Page,
    pub story: &'a Story,
    pub tally: &'a Tally,
    pub view: Viewport,
    /// Where the story's paragraphs are.
    pub texts: Boxes,
    /// The column the story runs in. Units: CSS px. None: nothing of it is laid out.
    pub column: Option<Rect>,
    /// True while the document, an inner scroller of the story or the story itself is kept from being used.
    pub locked: bool,
}

/// The attribute that carries the hands' marks, and its word for text they inserted: `extension/content/journal.ts`.
const MARKS: &str = "data-plainread";
const MADE: &str = "made";
/// Left of this, an element was moved off the page. Units: CSS px.
pub(super) const OFF_PAGE: f32 = -400.0;
/// A font so small that nobody reads it marks text that is not meant to be seen. Units: CSS px.
const SEEN: f32 = 4.0;
/// A shadow that spreads this far dims what is around. Units: share of the viewport's longer side.
const DIMS: f32 = 0.4;

impl<'a> Scene<'a> {
    pub fn new(page: &'a Page, story: &'a Story, tally: &'a Tally) -> Scene<'a> {
        let view = page.viewport().unwrap_or_default();
        let texts = Boxes::default();
        let mut scene = Scene { page, story, tally, view, texts, column: None, locked: false };
        scene.texts = Boxes::new(story.blocks.iter().filter_map(|b| scene.rect(b.node)));
        scene.column = scene.story_box();
        scene.locked = scene.is_locked();
        scene
    }

    pub fn style(&self, node: NodeId) -> Option<&Style> {
        self.page.style(node)
    }

    /// Units: CSS px. None: not measured, or nothing to see.
    pub fn rect(&self, node: NodeId) -> Option<Rect> {
        self.style(node)?.rect.filter(|r| r.width > 0.0 || r.height > 0.0)
    }

    /// True unless the element is known not to be rendered. What was not measured, as little text in a hidden box is
    /// not, goes by what is around it.
    pub fn rendered(&self, node: NodeId) -> bool {
        let mut around = self.page.upward(node);
        around.find_map(|n| self.style(n)).is_none_or(|s| s.rendered)
    }

    /// True if nothing of the element can be seen: not rendered, folded to nothing, or moved off the page.
    pub fn gone(&self, node: NodeId) -> bool {
        let folded = |n: NodeId| {
            let body = self.page.is(n, Tag::Body) || n == NodeId::ROOT;
            let cut = |s: &Style| s.overflow == Overflow::Clipped && s.rect.is_some_and(|r| r.height < SEEN);
            !body && self.style(n).is_some_and(|s| cut(s) || s.rect.is_some_and(|r| r.right() < OFF_PAGE))
        };
        !self.rendered(node) || folded(node) || self.page.ancestors(node).any(folded)
    }

    pub fn window(&self) -> Rect {
        Rect { x: 0.0, y: 0.0, width: self.view.width, height: self.view.height }
    }

    /// Share of the viewport the element covers, 0..=1: its box, or all where a shadow around it dims the page.
    pub fn share(&self, node: NodeId) -> f32 {
        let window = self.window();
        // Cut to its own height the same shadow is how a page fills a strip from edge to edge.
        let dims = |s: &Style| s.spread > window.width.max(window.height) * DIMS && !s.clip_path;
        if self.style(node).is_some_and(|s| s.position != Position::Sticky && dims(s)) {
            return 1.0;
        }
        let seen = self.rect(node).map_or(0.0, |r| r.overlap(window).area());
        let hit = if self.page.hits().is_empty() {
            0.0
        } else {
            self.hits_inside(node) as f32 / self.page.hits().len() as f32
        };
        if window.area() > 0.0 { (seen / window.area()).max(hit) } else { 0.0 }
    }

    /// How many points of the grid hit the element or something in it.
    pub fn hits_inside(&self, node: NodeId) -> usize {
        self.page.hits().iter().flatten().filter(|hit| self.page.is_inside(**hit, node)).count()
    }

    pub fn hid(&self, node: NodeId) -> bool {
        self.style(node).is_some_and(|s| s.hands == Hands::Hid)
    }

    pub fn made(&self, node: NodeId) -> bool {
        self.style(node).is_some_and(|s| s.hands == Hands::Made)
    }

    /// True if the hands have given text of the story back before, here or from elsewhere.
    pub fn gave_back(&self) -> bool {
        let marks = |n: NodeId| self.page.value(n, MARKS).split(' ');
        let gives = |word: &str| word == MADE || Mark::GIVE_BACK.iter().any(|m| m.name() == word);
        self.page.ids().any(|n| marks(n).any(gives))
    }

    /// All that is in one of the covers.
    pub fn covered(&self, covers: &[Cover]) -> NodeSet {
        let mut out = NodeSet::new(self.page);
        for cover in covers {
            out.insert_subtree(self.page, cover.node);
        }
        out
    }

    /// True if the element holds a paragraph of the story or its headline.
    pub fn holds_story(&self, node: NodeId) -> bool {
        self.holds_paragraph(node) || self.story.headline.is_some_and(|h| self.page.is_inside(h, node))
    }

    /// True if the element holds a paragraph of the story, or is one.
    pub fn holds_paragraph(&self, node: NodeId) -> bool {
        let first = self.story.blocks.partition_point(|b| b.node < node);
        self.story.blocks.get(first).is_some_and(|b| self.page.is_inside(b.node, node))
    }

    /// True if the element lies inside a paragraph of the story.
    pub fn in_paragraph(&self, node: NodeId) -> bool {
        let after = self.story.blocks.partition_point(|b| b.node <= node);
        after > 0 && self.page.is_inside(node, self.story.blocks[after - 1].node)
    }

    /// The smallest box around the rendered paragraphs.
    fn story_box(&self) -> Option<Rect> {
        let boxes =
            self.story.blocks.iter().filter(|b| self.rendered(b.node)).filter_map(|b| self.rect(b.node));
        boxes.filter(|r| r.width > SEEN && r.height > SEEN && r.right() > 0.0).reduce(|a, b| {
            let (x, y) = (a.x.min(b.x), a.y.min(b.y));
            let (right, bottom) = (a.right().max(b.right()), a.bottom().max(b.bottom()));
            Rect { x, y, width: right - x, height: bottom - y }
        })
    }

    /// Share of the column's width that the box spans, 0..=1. A story that is not laid out has the viewport's width.
    pub fn spans_column(&self, rect: Rect) -> f32 {
        let column = self.column.unwrap_or(self.window());
        if column.width <= 0.0 {
            return 0.0;
        }
        (rect.right().min(column.right()) - rect.x.max(column.x)).max(0.0) / column.width
    }

    fn is_locked(&self) -> bool {
        let roots = [Some(NodeId::ROOT), self.page.find(NodeId::ROOT, Tag::Body)];
        let root_locked = roots
            .into_iter()
            .flatten()
            .filter_map(|n| self.style(n))
            .any(|s| s.overflow == Overflow::Clipped || s.position == Position::Fixed || s.no_touch);
        let above = self.page.upward(self.story.root);
        root_locked || above.into_iter().any(|n| self.page.has_attr(n, "inert"))
    }

    /// True if the person's own click or key brought the element up, or what it lies in.
    pub fn opened(&self, node: NodeId) -> bool {
        let opened = |n: NodeId| self.style(n).is_some_and(|s| s.opened_by_person);
        let mut above = self.page.ancestors(node).filter(|n| !self.holds_story(*n));
        opened(node) || above.any(opened) || self.page.children(node).any(opened)
    }

    /// True where nobody asked for what came up: clicks were watched and none opened it, or there were none.
    pub fn unasked(&self, node: NodeId) -> bool {
        !self.opened(node) && (self.page.watched() || !self.clicked_a_control(node))
    }

    /// The one click the browser remembers was on a control outside `layer` that is still there, and that has nothing
    /// else to show for it.
    fn clicked_a_control(&self, layer: NodeId) -> bool {
        let Some(target) = self.page.first_input() else { return false };
        if self.page.is_inside(target, layer) {
            return false;
        }
        let mut up = self.page.upward(target).take(CONTROL_DEPTH);
        let presses =
            |n: NodeId| self.is_control(n) || matches!(self.page.tag(n), Some(Tag::Img | Tag::Label));
        let control = up.find(|n| presses(*n));
        control.is_some_and(|c| self.opens(c).is_none_or(|other| self.page.is_inside(other, layer)))
    }

    /// What a control has opened: a layer in sight that it names, or that stands right beside it.
    fn opens(&self, control: NodeId) -> Option<NodeId> {
        let page = self.page;
        let layer = |n: &NodeId| {
            let out = |s: &Style| {
                matches!(s.position, Position::Fixed | Position::Absolute) || s.top_layer.is_some()
            };
            self.rendered(*n) && self.rect(*n).is_some() && self.style(*n).is_some_and(out)
        };
        let named =
            ["aria-controls", "popovertarget", "commandfor"].into_iter().find_map(|a| page.attr(control, a));
        if let Some(id) = named {
            return page.ids().find(|n| page.attr_is(*n, "id", id)).filter(layer);
        }
        let parent = page.parent(control)?;
        let beside = page.children(parent).filter(|n| page.tag(*n).is_some() && *n >= control);
        let mut beside = beside.skip(1).take(1);
        beside.find(|n| layer(n) && !self.hid(*n))
    }

    /// True for what a person presses.
    pub fn is_control(&self, node: NodeId) -> bool {
        match self.page.tag(node) {
            Some(Tag::Button | Tag::A | Tag::Summary | Tag::Select) => true,
            Some(Tag::Input) => !self.page.attr_is(node, "type", "hidden"),
            Some(_) => matches!(self.page.attr(node, "role"), Some("button" | "link" | "menuitem" | "tab")),
            None => false,
        }
    }
}

/// A click lands this deep inside a control at most (an icon in a span in a button). Units: elements.
const CONTROL_DEPTH: usize = 4;
