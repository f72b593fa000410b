//! Scene -> paragraphs of the story that were delivered, but not where the story stands: in templates, in hidden
//! stores at the end of the page, or only in the page's metadata.

use super::declared::Declared;
use super::filler::Shown;
use super::scene::Scene;
use super::story::Block;
use super::story::is_aside;
use super::story::weight;
use super::voice;
use crate::order;
use crate::page::NodeId;
use crate::page::NodeSet;
use crate::page::Tag;
use crate::rules::phrases::fold;
use std::cell::OnceCell;

/// The missing paragraphs.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Elsewhere {
    /// As plain text, in order.
    pub paragraphs: Vec<String>,
    /// Where they stood. None: in metadata.
    pub store: Option<NodeId>,
    /// True if the publisher declares them paid: they stay where they are.
    pub kept: bool,
}

/// A paragraph in a store has at least this much. Units: weighted characters.
const PARAGRAPH: u32 = 60;
/// A store holds at least this many.
const PARAGRAPHS: usize = 2;
/// Two texts are the same when the first this many characters are.
const SAME: usize = 60;
/// A store that says more phrases than this is a dialog that waits to be shown.
const LOUD: u8 = 2;

/// The largest so many stores are read: pages that hide more hide no story in them.
const STORES: usize = 64;

/// Finds them. What stands in the story already is left out, and what lies in a cover (`covered`).
pub(super) fn find(scene: &Scene, declared: &Declared, covered: &NodeSet) -> Elsewhere {
    let have = Have { scene, text: OnceCell::new(), shown: OnceCell::new() };
    let stored = largest(scene, &stores(scene, covered), &have);
    let body = body(declared, &have);
    let length = |p: &[String]| p.iter().map(|p| weight(p)).sum::<u32>();
    let (paragraphs, store) = match stored {
        Some((store, paragraphs)) if length(&paragraphs) >= length(&body) => (paragraphs, Some(store)),
        _ => (body, None),
    };
    let kept = !paragraphs.is_empty() && store.map_or(declared.any(), |s| declared.is_paid(scene.page, s));
    Elsewhere { paragraphs, store, kept }
}

/// What stands in the story, read once somebody asks: most pages keep nothing that could be missing.
struct Have<'a> {
    scene: &'a Scene<'a>,
    text: OnceCell<String>,
    shown: OnceCell<Shown>,
}

impl Have<'_> {
    /// True for a text that the story lacks.
    fn lacks(&self, paragraph: &str) -> bool {
        let folded = fold(paragraph);
        let start = voice::start(folded.trim(), SAME);
        !start.is_empty() && !self.text().contains(start)
    }

    fn is_filler(&self, node: NodeId) -> bool {
        let shown = self.shown.get_or_init(|| Shown::new(std::iter::once(self.text().to_owned())));
        shown.is_filler(self.scene.page, node)
    }

    fn text(&self) -> &str {
        self.text.get_or_init(|| all_text(self.scene))
    }
}

/// The folded text of all that stands in the story, what the hands put back included.
fn all_text(scene: &Scene) -> String {
    let page = scene.page;
    let mut out = fold(&shown(scene, scene.story.root));
    let mut add = |node: NodeId| {
        out.push('\n');
        out.push_str(&fold(&page.text_content(node)));
    };
    for block in &scene.story.blocks {
        add(block.node);
    }
    for node in page.ids().filter(|n| scene.made(*n)) {
        add(node);
    }
    out
}

/// The text of an element without its templates: one in the story's own column is a store, too.
fn shown(scene: &Scene, node: NodeId) -> String {
    let page = scene.page;
    let mut out = String::new();
    let mut skip_until = node;
    for id in page.subtree(node) {
        if id < skip_until {
            continue;
        }
        if matches!(page.tag(id), Some(Tag::Template | Tag::Noscript)) {
            skip_until = page.end(id);
        }
        out.push_str(page.text(id));
    }
    out
}

/// The store with most new text.
fn largest(scene: &Scene, stores: &[NodeId], have: &Have) -> Option<(NodeId, Vec<String>)> {
    let mut best: Option<(u32, NodeId, Vec<String>)> = None;
    for id in stores {
        let paragraphs = continuing(scene, *id, have);
        let chars: u32 = paragraphs.iter().map(|p| weight(p)).sum();
        if !paragraphs.is_empty() && best.as_ref().is_none_or(|b| b.0 < chars) {
            best = Some((chars, *id, paragraphs));
        }
    }
    best.map(|(_, id, paragraphs)| (id, paragraphs))
}

/// The stores with most text, those first.
fn stores(scene: &Scene, covered: &NodeSet) -> Vec<NodeId> {
    let page = scene.page;
    let mut out = Vec::new();
    let mut skip_until = NodeId(0);
    for id in page.ids() {
        if id < skip_until || page.tag(id).is_none() {
            continue;
        }
        let shut =
            is_aside(page, id) && !matches!(page.tag(id), Some(Tag::Template | Tag::Noscript | Tag::Aside));
        if covered.contains(id) || (shut && !page.is(id, Tag::Head)) {
            skip_until = page.end(id);
        } else if is_store(scene, id) && !page.is_inside(scene.story.root, id) {
            skip_until = page.end(id);
            out.push(id);
        }
    }
    order::sort_by_key(&mut out, |id| std::cmp::Reverse(scene.tally.weight(page, *id)));
    out.truncate(STORES);
    out
}

/// An element whose content is there and not shown.
fn is_store(scene: &Scene, id: NodeId) -> bool {
    let page = scene.page;
    let inside_story = scene.holds_paragraph(id) || scene.in_paragraph(id);
    let unseen = scene.style(id).is_some_and(|s| {
        !s.rendered || s.opacity == 0.0 || s.rect.is_some_and(|r| r.right() < 0.0 || r.bottom() < OFF_PAGE)
    });
    let marked = page.has_attr(id, "hidden") || page.attr_is(id, "aria-hidden", "true");
    let inert = matches!(page.tag(id), Some(Tag::Template | Tag::Noscript));
    !inside_story && (inert || unseen || (marked && !scene.style(id).is_some_and(|s| s.rendered)))
}

/// Above this, something was moved off the page. Units: CSS px.
const OFF_PAGE: f32 = -3000.0;

/// The store's paragraphs that go on with the story. Empty for what is no part of one.
fn continuing(scene: &Scene, store: NodeId, have: &Have) -> Vec<String> {
    let page = scene.page;
    let fields = |n: NodeId| {
        matches!(page.tag(n), Some(Tag::Input | Tag::Button | Tag::Select | Tag::Form | Tag::Nav))
    };
    let is_enough = |texts: &[String]| texts.len() >= PARAGRAPHS;
    let texts = paragraphs(scene, store).into_iter().map(|b| page.text_content(b.node));
    // What is quick to tell first: nearly all stores hold no text at all.
    let mut texts: Vec<String> = texts.filter(|t| weight(t) >= PARAGRAPH).collect();
    if !is_enough(&texts) || page.subtree(store).any(fields) {
        return Vec::new();
    }
    texts.retain(|t| have.lacks(t));
    let is_story = || voice::of(scene, store).loudness() <= LOUD && !have.is_filler(store);
    if is_enough(&texts) && is_story() { texts } else { Vec::new() }
}

/// The innermost elements with text of their own.
fn paragraphs(scene: &Scene, store: NodeId) -> Vec<Block> {
    let page = scene.page;
    let is_block = |n: NodeId| {
        matches!(
            page.tag(n),
            Some(Tag::P | Tag::Div | Tag::Li | Tag::Section | Tag::Blockquote | Tag::Article)
        )
    };
    let leaf = |n: &NodeId| is_block(*n) && !page.subtree(*n).skip(1).any(is_block);
    let leaves = page.subtree(store).filter(leaf);
    leaves.map(|node| Block { node, chars: scene.tally.weight(page, node), long: true }).collect()
}

/// The declared body's paragraphs that the page lacks.
fn body(declared: &Declared, have: &Have) -> Vec<String> {
    let Some(body) = &declared.body else { return Vec::new() };
    let lines: Vec<&str> = body.split(['\n', '\r']).map(str::trim).filter(|l| !l.is_empty()).collect();
    let missing = |l: &&&str| weight(l) >= 1 && have.lacks(l);
    if lines.len() > 1 {
        return lines.iter().filter(missing).map(|l| (*l).to_owned()).collect();
    }
    rest(lines.first().copied().unwrap_or_default(), have).into_iter().collect()
}

/// What a body without paragraphs says after the last sentence the page has.
fn rest(body: &str, have: &Have) -> Option<String> {
    let mut from = 0;
    let mut new = 0;
    for (at, end) in body.match_indices(['.', '!', '?', '。']) {
        let next = at + end.len();
        let sentence = body[from + new..next].trim();
        if sentence.chars().count() > SAME / 2 && have.lacks(sentence) {
            break;
        }
        new = next - from;
    }
    from += new;
    let rest = body[from..].trim();
    (weight(rest) >= PARAGRAPH).then(|| rest.to_owned())
}
