//! Page -> Story: the paragraphs everything else is measured against, rendered or not.
//!
//! A coarse find: it must be right about *where* the story is, not about its edges. None without signs that the page
//! is an article at all: that protects mail, maps, forms and shops.

use super::tally::Tally;
use crate::order;
use crate::page::Hands;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Position;
use crate::page::Rect;
use crate::page::Tag;
use crate::rules::phrases::fold;
use crate::rules::phrases::runs_on;
use crate::text::word_list;
use crate::text::words::char_at;

/// The story, as covers see it.
#[derive(Clone, Debug)]
pub(super) struct Story {
    /// Its paragraphs in document order.
    pub blocks: Vec<Block>,
    /// The lowest element that holds all of them.
    pub root: NodeId,
    pub headline: Option<NodeId>,
}

/// One paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub node: NodeId,
    /// Weighted as by [`weight`].
    pub chars: u32,
    /// False for a short line that only counts because it stands between paragraphs.
    pub long: bool,
}

/// A paragraph of running text has at least this much. Units: weighted characters. Source: tuned on real news pages;
/// captions, bylines and teasers are mostly shorter.
const PARAGRAPH: u32 = 80;
/// A line among paragraphs belongs to the story from this length on. Units: weighted characters.
const LINE: u32 = 8;
/// Less than this is no story. Units: weighted characters.
const STORY: u32 = 160;
/// A heading this short may be the site's name. Units: weighted characters.
const NAME: u32 = 8;
/// Without metadata that names an article, a page needs this many paragraphs beside a headline.
const PLAIN_PARAGRAPHS: usize = 3;
/// A paragraph is mostly its own words: above this share of link text it is a list of links. Units: ratio.
const LINK_SHARE: f32 = 0.5;
/// A paragraph nobody can see counts this much when the bulk is searched: hidden stores lie off the column. Units: ratio.
const UNSEEN: f32 = 0.1;
/// What a paragraph gives to its parent, grandparent and great-grandparent. Source: Readability's ancestor scores.
const UPWARD: [f32; 3] = [1.0, 0.6, 0.35];
/// Columns overlap when they share this much of the narrower one's width. Units: ratio.
const SAME_COLUMN: f32 = 0.6;

/// Characters as a measure of text: one of a script that needs few counts for three.
pub(super) fn weight(text: &str) -> u32 {
    let (mut at, mut sum) = (0, 0);
    while let Some(c) = char_at(text, at) {
        sum += if c.is_whitespace() {
            0
        } else if runs_on(c) && !is_arabic(c) {
            3
        } else {
            1
        };
        at += c.len_utf8();
    }
    sum
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}')
}

/// Finds the story. None: no article here.
pub(super) fn find(page: &Page, tally: &Tally) -> Option<Story> {
    let headline = headline(page);
    let blocks = paragraphs(page, page.len(), headline);
    let core = core(page, &blocks)?;
    let blocks = with_lines(page, tally, members(page, tally, &blocks, core, headline));
    let root = blocks.iter().fold(core, |root, b| common(page, root, b.node));
    let total: u32 = blocks.iter().map(|b| b.chars).sum();
    let article = is_article(page)
        || (headline.is_some() && blocks.len() >= PLAIN_PARAGRAPHS && speaks_of_itself(page));
    (article && total >= STORY).then_some(Story { blocks, root, headline })
}

/// The heading that the page's own title repeats; else the first of the first level outside a layer.
fn headline(page: &Page) -> Option<NodeId> {
    let title = page.find(NodeId::ROOT, Tag::Title).map(|t| fold(&page.text_content(t))).unwrap_or_default();
    let usable = |n: &NodeId| !is_made(page, *n) && !page.ancestors(*n).any(|a| is_aside(page, a));
    let headings = |tags: &'static [Tag]| {
        page.ids().filter(move |n| page.tag(*n).is_some_and(|t| tags.contains(&t))).filter(usable)
    };
    let named = |n: &NodeId| {
        let text = fold(&page.text_content(*n));
        weight(&text) > NAME && (title.contains(&text) || weight(&title) > NAME && text.contains(&title))
    };
    let first = || headings(&[Tag::H1]).find(|n| !in_layer(page, *n));
    headings(&[Tag::H1]).find(named).or_else(first).or_else(|| headings(&[Tag::H2, Tag::H3]).find(named))
}

fn is_made(page: &Page, node: NodeId) -> bool {
    page.upward(node).any(|n| page.style(n).is_some_and(|s| s.hands == Hands::Made))
}

/// True inside what is laid over the page.
fn in_layer(page: &Page, node: NodeId) -> bool {
    page.upward(node).any(|n| is_layer(page, n))
}

fn is_layer(page: &Page, node: NodeId) -> bool {
    let role = page.value(node, "role");
    page.is(node, Tag::Dialog)
        || matches!(role, "dialog" | "alertdialog")
        || page.style(node).is_some_and(|s| {
            let raised = s.position == Position::Absolute && s.z_index.is_some_and(|z| z > 0);
            matches!(s.position, Position::Fixed | Position::Sticky) || s.top_layer.is_some() || raised
        })
}

/// Elements that hold no part of a story.
pub(super) fn is_aside(page: &Page, node: NodeId) -> bool {
    let skipped = matches!(
        page.tag(node),
        Some(
            Tag::Nav
                | Tag::Footer
                | Tag::Aside
                | Tag::Form
                | Tag::Fieldset
                | Tag::Dialog
                | Tag::Button
                | Tag::Select
                | Tag::Textarea
                | Tag::Script
                | Tag::Style
                | Tag::Template
                | Tag::Noscript
                | Tag::Head
                | Tag::Svg
                | Tag::Iframe
                | Tag::Figcaption
        )
    );
    let role = page.value(node, "role");
    let kept_out =
        word_list!["dialog", "alertdialog", "navigation", "menu", "search", "contentinfo"].has(role);
    skipped || kept_out || page.attr(node, "contenteditable").is_some_and(|v| v != "false")
}

/// Inline elements: their text is their parent's.
pub(super) fn is_inline(page: &Page, node: NodeId) -> bool {
    matches!(
        page.tag(node),
        Some(
            Tag::A
                | Tag::Abbr
                | Tag::B
                | Tag::Bdi
                | Tag::Bdo
                | Tag::Cite
                | Tag::Code
                | Tag::Del
                | Tag::Em
                | Tag::Font
                | Tag::I
                | Tag::Ins
                | Tag::Kbd
                | Tag::Mark
                | Tag::Q
                | Tag::S
                | Tag::Small
                | Tag::Span
                | Tag::Strong
                | Tag::Sub
                | Tag::Sup
                | Tag::Time
                | Tag::U
                | Tag::Var
        )
    )
}

/// Every paragraph of running text that may be a story's.
fn paragraphs(page: &Page, nodes: usize, headline: Option<NodeId>) -> Vec<Block> {
    let mut counts: Vec<(u32, u32)> = vec![(0, 0); nodes];
    let mut skip_until = NodeId(0);
    for id in page.ids() {
        if id < skip_until {
            continue;
        }
        let holds_headline = headline.is_some_and(|h| page.is_inside(h, id));
        let hands = page.style(id).map_or(Hands::Off, |s| s.hands);
        if is_aside(page, id) || hands != Hands::Off || (is_layer(page, id) && !holds_headline) {
            skip_until = page.end(id);
            continue;
        }
        let text = weight(page.text(id));
        if text > 0 {
            count(page, id, text, &mut counts);
        }
    }
    let long = |(node, (chars, links)): (usize, &(u32, u32))| {
        let mostly_links = *links as f32 > *chars as f32 * LINK_SHARE;
        (*chars >= PARAGRAPH && !mostly_links).then_some(Block {
            node: NodeId(node as u32),
            chars: *chars,
            long: true,
        })
    };
    counts.iter().enumerate().filter_map(long).collect()
}

/// Adds a text to the nearest element that is not inline.
fn count(page: &Page, text: NodeId, chars: u32, counts: &mut [(u32, u32)]) {
    let mut linked = false;
    for above in page.ancestors(text) {
        linked |= page.is(above, Tag::A);
        if !is_inline(page, above) {
            let entry = &mut counts[above.index()];
            entry.0 += chars;
            entry.1 += if linked { chars } else { 0 };
            return;
        }
    }
}

/// The element whose paragraphs weigh most.
fn core(page: &Page, blocks: &[Block]) -> Option<NodeId> {
    let mut scores: Vec<f32> = vec![0.0; page.len()];
    for block in blocks {
        let seen = if is_seen(page, block.node) { 1.0 } else { UNSEEN };
        for (above, share) in page.ancestors(block.node).zip(UPWARD) {
            if !page.is(above, Tag::Html) {
                scores[above.index()] += block.chars as f32 * share * seen;
            }
        }
    }
    let best = scores.iter().copied().fold(0.0, f32::max);
    let at = scores.iter().position(|s| *s == best && best > 0.0)?;
    Some(NodeId(at as u32))
}

fn is_seen(page: &Page, node: NodeId) -> bool {
    let hidden = |n: NodeId| page.has_attr(n, "hidden");
    page.style(node).is_none_or(|s| s.rendered && s.rect.is_none_or(|r| r.right() > 0.0 && r.bottom() > -1e6))
        && !page.upward(node).any(hidden)
}

/// The core's paragraphs, and those of its column beside or below it.
fn members(
    page: &Page,
    tally: &Tally,
    blocks: &[Block],
    core: NodeId,
    headline: Option<NodeId>,
) -> Vec<Block> {
    let column = headline.map_or(core, |h| common(page, core, h));
    let parent = page.parent(core).filter(|p| !matches!(page.tag(*p), Some(Tag::Body | Tag::Html)));
    let in_core = blocks.iter().filter(|b| page.is_inside(b.node, core)).find_map(|b| laid_out(page, b.node));
    let beside = |b: &Block| {
        page.is_inside(b.node, column)
            && parent.is_some_and(|p| page.is_inside(b.node, p))
            && (!is_seen(page, b.node) || in_same_column(page, in_core, b.node))
    };
    let belongs =
        |b: &&Block| (page.is_inside(b.node, core) || beside(b)) && !in_card(page, tally, b.node, core);
    blocks.iter().filter(belongs).copied().collect()
}

/// True for the long paragraph of a card: short in all, with something to press, and in a cover's words.
fn in_card(page: &Page, tally: &Tally, block: NodeId, core: NodeId) -> bool {
    let within = page.upward(block).take_while(|n| *n != core && !page.is(*n, Tag::Body));
    let Some(outermost) = within.take_while(|n| tally.weight(page, *n) <= CARD).last() else { return false };
    let presses = |n: NodeId| match page.tag(n) {
        Some(Tag::Button) => true,
        Some(Tag::Input) => !page.attr_is(n, "type", "hidden"),
        _ => page.attr_is(n, "role", "button"),
    };
    page.subtree(outermost).any(presses) && speaks(page, outermost)
}

/// A card holds no more text than this. Units: weighted characters.
pub(super) const CARD: u32 = 700;

/// True if a phrase of a cover stands in the element's text.
fn speaks(page: &Page, node: NodeId) -> bool {
    let mut says = false;
    crate::rules::phrases::find(&fold(&page.text_content(node)), |p| says |= p.says);
    says
}

/// Short lines between or after the paragraphs, built as they are: a quote, a last sentence.
fn with_lines(page: &Page, tally: &Tally, blocks: Vec<Block>) -> Vec<Block> {
    let mut parents: Vec<(NodeId, Option<Tag>)> =
        blocks.iter().filter_map(|b| Some((page.parent(b.node)?, page.tag(b.node)))).collect();
    order::sort(&mut parents);
    parents.dedup();
    let holds_one = |node: NodeId| {
        let first = blocks.partition_point(|b| b.node < node);
        blocks.get(first).is_some_and(|b| page.is_inside(b.node, node))
    };
    let mut lines = Vec::new();
    for (parent, tag) in parents {
        for node in page.children(parent).filter(|n| page.tag(*n) == tag) {
            let chars = tally.weight(page, node);
            if (LINE..PARAGRAPH).contains(&chars) && !holds_one(node) && is_line(page, node) {
                lines.push(Block { node, chars, long: false });
            }
        }
    }
    let mut out = blocks;
    out.append(&mut lines);
    order::sort_by_key(&mut out, |b| b.node);
    out
}

/// Plain words: nothing to press, nothing a cover would say.
fn is_line(page: &Page, node: NodeId) -> bool {
    let plain = |n: NodeId| {
        let kind = page.tag(n);
        !matches!(
            kind,
            Some(Tag::Button | Tag::Input | Tag::Form | Tag::Div | Tag::Section | Tag::A | Tag::Iframe)
        ) && page.style(n).is_none_or(|s| s.hands == Hands::Off && s.position != Position::Fixed)
    };
    page.subtree(node).filter(|n| *n != node || !page.is(*n, Tag::Div)).all(plain) && !speaks(page, node)
}

fn laid_out(page: &Page, node: NodeId) -> Option<Rect> {
    page.style(node).and_then(|s| s.rect).filter(|r| r.width > 0.0)
}

fn in_same_column(page: &Page, in_core: Option<Rect>, node: NodeId) -> bool {
    let Some(own) = laid_out(page, node) else { return !page.is_live() };
    in_core.is_some_and(|r| {
        let shared = r.right().min(own.right()) - r.x.max(own.x);
        shared >= SAME_COLUMN * r.width.min(own.width)
    })
}

/// The lowest element that holds both.
pub(super) fn common(page: &Page, a: NodeId, b: NodeId) -> NodeId {
    let mut at = a;
    while !page.is_inside(b, at) {
        let Some(above) = page.parent(at) else { return NodeId::ROOT };
        at = above;
    }
    at
}

/// Metadata that names an article.
fn is_article(page: &Page) -> bool {
    page.ids().any(|n| match page.tag(n) {
        Some(Tag::Meta) => {
            let property = page.first_attr(n, &["property", "name"]).unwrap_or_default();
            let content = page.value(n, "content");
            property == "article:published_time"
                || (property == "og:type" && content.eq_ignore_ascii_case("article"))
        }
        Some(Tag::Script) => super::declared::is_article(page, n),
        Some(_) => {
            page.attr(n, "itemtype").is_some_and(|t| t.ends_with("Article") || t.ends_with("BlogPosting"))
        }
        None => false,
    })
}

/// A page that calls itself something, with a date or a piece of its own.
fn speaks_of_itself(page: &Page) -> bool {
    page.ids().any(|n| match page.tag(n) {
        Some(Tag::Time | Tag::Article) => true,
        Some(Tag::Meta) => page.attr_is(n, "property", "og:title"),
        _ => false,
    })
}
