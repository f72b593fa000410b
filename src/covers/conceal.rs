//! Scene -> what keeps delivered paragraphs from being read where they stand, and what would give them back.
//!
//! Clipped, faded, masked, blurred, transparent, hidden and unselectable text. What the publisher withholds from view
//! *and* declares paid stays as it is; filler stays too.

use super::Mark;
use super::declared::Declared;
use super::filler::Shown;
use super::scene::OFF_PAGE;
use super::scene::Scene;
use super::story::common;
use crate::order;
use crate::page::NodeId;
use crate::page::NodeSet;
use crate::page::Overflow;
use crate::page::Page;
use crate::page::Position;
use crate::page::Style;
use crate::page::Tag;

/// What was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Concealed {
    /// Changes that give text back, on paragraphs and on what is above them.
    pub marks: Vec<(NodeId, Mark)>,
    /// Attributes that hide or disable, to be taken away.
    pub drops: Vec<(NodeId, &'static str)>,
    /// Delivered paragraphs that cannot be read as the page stands, and are to be.
    pub hidden: Vec<NodeId>,
    /// Those that the page folds away for its readers to open.
    pub folded: Vec<NodeId>,
    /// Paragraphs the publisher keeps.
    pub withheld: Vec<NodeId>,
    /// What stands in for text and is none; in document order.
    pub filler: Vec<NodeId>,
    /// True if text is made unreadable in a way no page uses for anything else.
    pub on_purpose: bool,
}

impl Concealed {
    /// True if any of the story cannot be read as the page stands.
    pub fn keeps_back(&self) -> bool {
        !self.hidden.is_empty() || !self.withheld.is_empty() || !self.filler.is_empty()
    }

    /// True for a paragraph that is filler.
    pub fn is_filler(&self, node: NodeId) -> bool {
        self.filler.binary_search(&node).is_ok()
    }

    /// The filler in an element.
    pub fn filler_in(&self, page: &Page, node: NodeId) -> &[NodeId] {
        within(page, &self.filler, node)
    }
}

/// Content this much taller than its box is cut off; less is rounding and descenders. Units: CSS px.
const CUT: f32 = 24.0;
/// Below this opacity text is faded, below this alpha its colour is. Units: ratio.
const FADED: f32 = 0.75;
const COLOURLESS: f32 = 0.4;
/// A blur below this is a rendering trick. Units: CSS px.
const BLURRED: f32 = 0.5;
/// An inner scroller is at least this much of the viewport's height. Units: ratio.
pub(super) const SCROLLER: f32 = 0.6;
/// A document this many times as high as the viewport scrolls. Units: ratio.
const TALLER: f32 = 1.1;

/// Those of the nodes, in document order, that an element holds.
fn within<'a>(page: &Page, nodes: &'a [NodeId], element: NodeId) -> &'a [NodeId] {
    let (start, end) = (element, page.end(element));
    &nodes[nodes.partition_point(|n| *n < start)..nodes.partition_point(|n| *n < end)]
}

/// Looks at every paragraph of the story and at what is above it. `covered`: what lies in a cover.
pub(super) fn find(scene: &Scene, declared: &Declared, covered: &NodeSet) -> Concealed {
    let mut out = Concealed::default();
    let filled = filled(scene);
    let mut seen = NodeSet::new(scene.page);
    for block in scene.story.blocks.iter().filter(|b| !covered.contains(b.node)) {
        let concealed = is_concealed(scene, block.node);
        if concealed && scene.page.parent(block.node).is_some_and(|p| filled.contains(p)) {
            out.filler.push(block.node);
        } else if concealed && declared.is_paid(scene.page, block.node) && is_part(scene, block.node) {
            out.withheld.push(block.node);
        } else {
            if concealed && is_folded(scene, block.node) {
                out.folded.push(block.node);
            } else if concealed {
                out.hidden.push(block.node);
            }
            give_back(scene, block.node, &mut seen, &mut out);
        }
    }
    out.filler.extend(ghosts(scene, covered));
    order::sort(&mut out.filler);
    keep_withheld(scene, &mut out);
    out
}

/// True inside what readers open themselves: details, and the panels of tabs. Nothing is kept back there.
fn is_folded(scene: &Scene, node: NodeId) -> bool {
    let page = scene.page;
    let opens = |n: NodeId| page.is(n, Tag::Details) || page.attr_is(n, "role", "tabpanel");
    page.ancestors(node).take_while(|n| *n != scene.story.root).any(opens)
}

/// Where concealed filler stands: nobody mixes it with the story, so all that is concealed there is filler.
fn filled(scene: &Scene) -> NodeSet {
    let (concealed, read): (Vec<NodeId>, Vec<NodeId>) =
        scene.story.blocks.iter().map(|b| b.node).partition(|n| is_concealed(scene, *n));
    let shown = Shown::new(read.into_iter().map(|n| scene.page.text_content(n)));
    let mut out = NodeSet::new(scene.page);
    for node in concealed.into_iter().filter(|n| shown.is_filler(scene.page, *n)) {
        if let Some(parent) = scene.page.parent(node) {
            out.insert(parent);
        }
    }
    out
}

/// True if the paragraph cannot be read as the page stands, covers apart.
pub(super) fn is_concealed(scene: &Scene, node: NodeId) -> bool {
    let page = scene.page;
    let up = || page.upward(node);
    if !page.is_live() {
        return up().any(|n| page.has_attr(n, "hidden"));
    }
    !scene.rendered(node)
        || up().filter_map(|n| Some((n, scene.style(n)?))).any(|(n, s)| spoils(scene, n, s, node))
}

fn spoils(scene: &Scene, above: NodeId, style: &Style, node: NodeId) -> bool {
    let cut = is_cut(scene, above, style) && {
        let bottom = scene.rect(above).map_or(0.0, |r| r.bottom());
        above == node || scene.style(node).and_then(|s| s.rect).is_some_and(|r| r.y + r.height > bottom + 1.0)
    };
    let moved = style.position == Position::Absolute && style.rect.is_some_and(|r| r.right() < OFF_PAGE);
    cut || moved
        || is_blurred(style)
        || style.opacity < FADED
        || style.text_alpha < COLOURLESS
        || style.clip_path
        || style.flattened
        || (style.is_tiny() && above == node)
}

/// By a filter: blurred, faded, or drawn over by one that cannot be measured.
pub(super) fn is_blurred(style: &Style) -> bool {
    style.blur > BLURRED || style.filter_clear < FADED
}

/// True for a box that cuts its content off below, and is no window one scrolls in.
fn is_cut(scene: &Scene, node: NodeId, style: &Style) -> bool {
    let root = matches!(scene.page.tag(node), Some(Tag::Html | Tag::Body));
    let cut = style.overflow == Overflow::Clipped && style.scroll_height > style.client_height + CUT;
    cut && !root && !is_scroller(scene, node, style)
}

/// A box as high as the viewport that holds headline and story: what an app scrolls instead of the document.
pub(super) fn is_scroller(scene: &Scene, node: NodeId, style: &Style) -> bool {
    let height = scene.view.height;
    let holds = scene.story.headline.is_some_and(|h| scene.page.is_inside(h, node));
    // Where the document itself can scroll, nothing inside it stands in for it.
    let document_scrolls = scene.page.scroll_height() > height * TALLER;
    let fills = style.client_height <= height + 1.0 && style.client_height > height * SCROLLER;
    holds && fills && !document_scrolls
}

/// False where the whole page is out of sight or blurred, headline and all: that is a cover's doing, no part withheld.
fn is_part(scene: &Scene, node: NodeId) -> bool {
    let Some(headline) = scene.story.headline else { return true };
    let whole = common(scene.page, headline, node);
    let below = scene.page.upward(node).take_while(|n| *n != whole);
    below.filter_map(|n| Some((n, scene.style(n)?))).any(|(n, s)| {
        s.display_none
            || s.content_hidden
            || s.invisible && scene.rendered(headline)
            || spoils(scene, n, s, node)
    })
}

/// Everything about the paragraph, what is in it and what is above it that keeps it from being read.
fn give_back(scene: &Scene, block: NodeId, seen: &mut NodeSet, out: &mut Concealed) {
    let page = scene.page;
    let inside = page.subtree(block).filter(|n| page.tag(*n).is_some());
    for node in inside.chain(page.ancestors(block)) {
        if seen.contains(node) {
            continue;
        }
        seen.insert(node);
        let root = matches!(page.tag(node), Some(Tag::Html | Tag::Body));
        if let Some(style) = scene.style(node).filter(|_| !root) {
            marks(scene, node, style, out);
            // The size of what is above says nothing: what is inside may have its own.
            if style.is_tiny() && page.is_inside(node, block) {
                out.on_purpose = true;
                out.marks.push((node, Mark::Sized));
            }
        }
        if !page.is_inside(node, block) || node == block {
            drops(scene, node, out);
        }
    }
}

fn marks(scene: &Scene, node: NodeId, style: &Style, out: &mut Concealed) {
    let moved = style.position == Position::Absolute && style.rect.is_some_and(|r| r.right() < OFF_PAGE);
    let collapsed = style.position == Position::Absolute && style.rect.is_some_and(|r| r.height < 2.0);
    let unreadable = is_blurred(style) || style.masked || style.text_alpha < COLOURLESS;
    out.on_purpose |= unreadable;
    let wanted = [
        (style.display_none, Mark::Show),
        (style.invisible || style.content_hidden, Mark::Visible),
        (is_blurred(style), Mark::Unblur),
        (style.opacity < FADED, Mark::Opaque),
        (style.masked || style.clip_path, Mark::Unmask),
        (style.text_alpha < COLOURLESS, Mark::Ink),
        (style.no_select, Mark::Select),
        (style.no_pointer || style.no_touch, Mark::Touch),
        (style.pseudo_veil, Mark::Unveil),
        (is_cut(scene, node, style), Mark::Unclip),
        (
            moved
                || collapsed
                || style.flattened
                || (style.clip_path && style.position == Position::Absolute),
            Mark::InFlow,
        ),
    ];
    out.marks.extend(wanted.into_iter().filter(|(w, _)| *w).map(|(_, mark)| (node, mark)));
}

fn drops(scene: &Scene, node: NodeId, out: &mut Concealed) {
    for attribute in ["hidden", "inert", "aria-hidden"] {
        let on = scene.page.attr(node, attribute).is_some_and(|v| attribute != "aria-hidden" || v == "true");
        if on {
            out.drops.push((node, attribute));
        }
    }
}

/// Blurred or hidden-from-readers boxes in the column with no text worth reading: drawn bars, and the like.
fn ghosts(scene: &Scene, covered: &NodeSet) -> Vec<NodeId> {
    let page = scene.page;
    let column = scene.story.headline.map_or(scene.story.root, |h| common(page, scene.story.root, h));
    let mut out = Vec::new();
    let mut skip_until = column;
    for id in page.subtree(column) {
        if id < skip_until {
            continue;
        }
        let Some(style) = scene.style(id) else { continue };
        let blurred = style.blur > BLURRED && style.rendered;
        let tall = style.rect.is_some_and(|r| r.height > CUT && scene.spans_column(r) > 0.5);
        let pictures =
            || page.subtree(id).any(|n| matches!(page.tag(n), Some(Tag::Img | Tag::Video | Tag::Canvas)));
        if blurred && tall && !covered.contains(id) && !scene.holds_story(id) && !pictures() {
            out.push(id);
            skip_until = page.end(id);
        }
    }
    out
}

/// A box that holds what the publisher keeps is left as it is.
fn keep_withheld(scene: &Scene, out: &mut Concealed) {
    let Concealed { marks, drops, withheld, .. } = out;
    let holds = |n: NodeId| !within(scene.page, withheld, n).is_empty();
    let conceals = |m: &Mark| !matches!(m, Mark::Select | Mark::Touch);
    marks.retain(|(n, m)| !(holds(*n) && conceals(m)));
    drops.retain(|(n, a)| !(holds(*n) && *a == "hidden"));
}
