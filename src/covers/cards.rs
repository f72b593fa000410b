//! Scene -> sign-up cards that stand in the story's column where its text stops.
//!
//! A card is short, speaks as a cover, has something to press that speaks too, and ends the text: what follows is
//! withheld, missing, or not the story. Boxes that only accompany a whole story are the page's own and stay. Where text
//! is kept back, the card may stand right after the column too.

use super::Cover;
use super::CoverKind;
use super::Sign;
use super::conceal::Concealed;
use super::conceal::is_concealed;
use super::declared::Declared;
use super::layers;
use super::scene::Scene;
use super::story::CARD;
use super::story::common;
use super::story::weight;
use super::voice;
use super::voice::Voice;
use crate::page::NodeId;
use crate::page::Tag;
use crate::rules::phrases::Speaks;

/// A card says what it wants in this many characters, white space apart.
const SHORTEST: u32 = 12;
/// And in so many of them beside its controls. Units: weighted characters.
const PROSE: u32 = 16;
/// A card with more links is a list. Units: links.
const LINKS: usize = 4;
/// It spans this share of the column, and is this high. Units: ratio; CSS px.
const SPAN: f32 = 0.4;
const HEIGHT: f32 = 40.0;
/// How far below the column a card is sought. Units: elements.
const FOLLOWING: usize = 2;
/// A teaser has at most this much text in this many paragraphs. Units: weighted characters. Source: previews seen
/// on real sites, mostly under 700.
pub(super) const TEASER: u32 = 1100;
pub(super) const TEASER_BLOCKS: usize = 3;

/// Finds them, in document order.
pub(super) fn find(
    scene: &Scene,
    concealed: &Concealed,
    declared: &Declared,
    covers: &[Cover],
) -> Vec<Cover> {
    let page = scene.page;
    let column = scene.story.headline.map_or(scene.story.root, |h| common(page, scene.story.root, h));
    let scope = if page.is(column, Tag::Html) { scene.story.root } else { column };
    let mut out: Vec<Cover> = Vec::new();
    let text = Text::of(scene, declared, covers);
    let covered = scene.covered(covers);
    let after = if concealed.keeps_back() { following(scene, scope) } else { Vec::new() };
    let mut skip_until = scope;
    for id in page.subtree(scope).chain(after.iter().flat_map(|n| page.subtree(*n))) {
        if id < skip_until || page.tag(id).is_none() || scene.holds_story(id) {
            continue;
        }
        if covered.contains(id) || is_furniture(scene, id) || scene.in_paragraph(id) {
            skip_until = page.end(id);
        } else if let Some(card) = card(scene, concealed, &text, id)
            .filter(|card| page.is_inside(id, scope) || is_gate_by_name(card.kind))
        {
            skip_until = page.end(id);
            out.push(card);
        }
    }
    out
}

/// The elements that come next below the story's column, at most [`FOLLOWING`].
fn following(scene: &Scene, scope: NodeId) -> Vec<NodeId> {
    let page = scene.page;
    let shown = |n: &NodeId| page.tag(*n).is_some() && scene.rendered(*n);
    page.upward(scope)
        .filter_map(|n| Some((n, page.parent(n)?)))
        .map(|(n, parent)| page.children(parent).filter(|s| *s > n).filter(shown).take(FOLLOWING).collect())
        .find(|siblings: &Vec<NodeId>| !siblings.is_empty())
        .unwrap_or_default()
}

/// Outside the column, only what names itself a gate is one: a newsletter box there belongs to the page.
fn is_gate_by_name(kind: CoverKind) -> bool {
    matches!(kind, CoverKind::SignUp | CoverKind::Paywall | CoverKind::AppPrompt)
}

/// Parts of a page that hold no card of this kind, or whose cards belong to them.
fn is_furniture(scene: &Scene, id: NodeId) -> bool {
    let role = scene.page.value(id, "role");
    let tag = matches!(
        scene.page.tag(id),
        Some(
            Tag::Nav
                | Tag::Footer
                | Tag::Header
                | Tag::Details
                | Tag::Blockquote
                | Tag::Figure
                | Tag::Table
                | Tag::Script
                | Tag::Style
                | Tag::Template
                | Tag::Noscript
                | Tag::Head
        )
    );
    tag || role == "navigation" || scene.made(id)
}

fn card(scene: &Scene, concealed: &Concealed, text: &Text, id: NodeId) -> Option<Cover> {
    let page = scene.page;
    let hid = scene.hid(id);
    if !(SHORTEST..=CARD).contains(&scene.tally.weight(page, id))
        || is_inline(scene, id)
        || !(hid || is_laid_out(scene, id))
    {
        return None;
    }
    let voice = voice::of(scene, id);
    let has_date = page.subtree(id).any(|n| page.is(n, Tag::Time));
    // Where text is kept back a hint will do, and so will a field for an address.
    let loud = if concealed.keeps_back() { 1 } else { 2 };
    let speaks = voice.loudness() >= loud && (voice.speaking_controls > 0 || voice.asks_for_email);
    // A fade that reaches out of the card over the text that is cut off needs no words that we know.
    let fades = || {
        let veil = |n: NodeId| scene.style(n).is_some_and(|s| s.pseudo_veil);
        !concealed.hidden.is_empty() && voice.in_prose >= PROSE && page.subtree(id).any(veil)
    };
    let asks = voice.controls > 0 && (speaks || (concealed.keeps_back() && voice.asks_for_email) || fades());
    if !asks || has_date || voice.navigates || voice.composes || voice.searches || voice.links > LINKS {
        return None;
    }
    if !text.ends_before(id) || !text.is_gated(concealed, &voice) {
        return None;
    }
    let mut signs = vec![Sign::EndsStory];
    signs.extend(voice.phrase.map(|p| Sign::Wording(p.to_owned())));
    let kind = match layers::kind(scene, id, &voice) {
        CoverKind::Other => CoverKind::SignUp,
        kind => kind,
    };
    Some(Cover { node: id, kind, confidence: 0.8, signs })
}

fn is_inline(scene: &Scene, id: NodeId) -> bool {
    use Tag::*;
    let tag = scene.page.tag(id);
    matches!(
        tag,
        Some(A | B | Button | Em | I | Input | Label | Li | Span | Strong | H1 | H2 | H3 | H4 | H5 | H6)
    )
}

fn is_laid_out(scene: &Scene, id: NodeId) -> bool {
    if !scene.page.is_live() {
        return true;
    }
    let wide = scene.rect(id).is_some_and(|r| r.height >= HEIGHT && scene.spans_column(r) >= SPAN);
    scene.rendered(id) && wide
}

/// The story's text as anyone can read it, and what else is known of what is missing.
struct Text {
    /// Its first paragraph, and the last one that can be read. None: there is none.
    first: Option<NodeId>,
    last: Option<NodeId>,
    /// So little can be read that it may be a teaser.
    teaser: bool,
    /// The page's metadata has more of it.
    longer_body: bool,
    /// Something is declared paid, or lies under a wall.
    walled: bool,
}

impl Text {
    fn of(scene: &Scene, declared: &Declared, covers: &[Cover]) -> Text {
        let blocks = &scene.story.blocks;
        let (mut shown, mut last) = (0, None);
        for block in blocks.iter().filter(|b| !is_concealed(scene, b.node)) {
            (shown, last) = (shown + block.chars, Some(block.node));
        }
        let long = blocks.iter().filter(|b| b.long).count();
        let wall = |c: &Cover| matches!(c.kind, CoverKind::SignUp | CoverKind::Paywall);
        Text {
            first: blocks.first().map(|b| b.node),
            last,
            teaser: shown < TEASER && long <= TEASER_BLOCKS,
            longer_body: declared.body.as_ref().is_some_and(|b| weight(b) > shown + shown / 4),
            walled: declared.any() || covers.iter().any(wall),
        }
    }

    /// No paragraph that anyone can read follows the element.
    fn ends_before(&self, id: NodeId) -> bool {
        self.first.is_some_and(|n| n < id) && self.last.is_none_or(|n| n <= id)
    }

    /// What speaks so keeps something back, or stands where something is missing.
    fn is_gated(&self, concealed: &Concealed, voice: &Voice) -> bool {
        let gate_kind = matches!(
            voice.kind(),
            None | Some(Speaks::SignUp | Speaks::Paywall | Speaks::App | Speaks::AdBlock)
        );
        let more = voice.says(Speaks::More);
        concealed.keeps_back()
            || self.longer_body
            || (gate_kind && (more || self.teaser || self.walled))
            || (more && self.teaser)
    }
}
