//! Scene -> what lies over the story: layers out of the flow, veils, and pages shown instead of the page.
//!
//! Structure and geometry first, wording second, vendors' marks last. Each layer is scored; the weights below say
//! what speaks for and against. What holds the story is never a candidate.

use super::Cover;
use super::CoverKind;
use super::Sign;
use super::scene::Scene;
use super::voice;
use super::voice::Voice;
use crate::order::Map;
use crate::page::NodeId;
use crate::page::Position;
use crate::page::Rect;
use crate::page::Style;
use crate::page::Tag;
use crate::rules::phrases::Speaks;
use crate::rules::vendors;

/// A layer from this score on is a cover. Source: tuned on real walls and look-alikes.
const COVER: f32 = 4.0;
/// A score this far above the bar is certain.
const SURE: f32 = 4.0;
/// Shares of the viewport: all of it, a good part, a strip or a card; below the last it is a badge.
const WHOLE: f32 = 0.85;
const MUCH: f32 = 0.3;
const SOME: f32 = 0.08;
const BADGE: f32 = 0.02;
/// A veil dims at least this much of the viewport.
const VEIL: f32 = 0.5;
/// And has fewer nodes in it than this, itself included.
const SHEET: usize = 3;
/// A bar along an edge is at least this wide and touches the edge this closely. Units: share of the viewport; CSS px.
const BAR_WIDTH: f32 = 0.55;
const EDGE: f32 = 2.0;
/// A bar that asks for something says it in words of its own, not in links. Units: ratio.
const BAR_PROSE: f32 = 0.35;
/// And in more of them than a name has. Units: weighted characters.
const BAR_WORDS: u32 = 20;
/// Navigation: this many links, making up this share of the text.
const NAV_LINKS: usize = 3;
const NAV_SHARE: f32 = 0.6;
/// Smaller boxes are not seen. Units: CSS px.
const SPECK: f32 = 4.0;
/// A layer beside the story covers less of its column than this. Units: ratio.
const BESIDE: f32 = 0.15;
/// A page shown instead of the page fills this much of the viewport.
const INSTEAD: f32 = 0.3;
/// With a menu, it has at most so many links and so much text. Units: links; characters.
const GATE_LINKS: usize = 12;
const GATE_LENGTH: usize = 1500;
/// An age check asks in few words. Units: characters.
const AGE_LENGTH: usize = 1200;

/// Finds them, in document order. What the hands hid before is found again by its words.
pub(super) fn find(scene: &Scene) -> Vec<Cover> {
    let mut heard = Map::default();
    let found = pass(scene, false, &mut heard);
    let catches = |c: &Cover| scene.style(c.node).is_some_and(|s| !s.no_pointer) && !scene.hid(c.node);
    let veil = |c: &Cover| c.signs.contains(&Sign::Veil) && scene.share(c.node) > VEIL && catches(c);
    // What stands on a veil that nobody asked for is what the veil is for.
    if found.iter().any(veil) { pass(scene, true, &mut heard) } else { found }
}

/// What an element says and whose it is: much to find out, and asked for more than once.
struct Heard {
    voice: Voice,
    vendor: Option<&'static vendors::Vendor>,
}

impl Heard {
    fn of(scene: &Scene, id: NodeId) -> Heard {
        Heard { voice: voice::of(scene, id), vendor: vendor(scene, id) }
    }

    fn kind(&self) -> CoverKind {
        kind_by(self.vendor, &self.voice)
    }
}

/// Where a layer lies.
struct Place {
    /// What of it is in the window, or will be once it is scrolled to.
    seen: Rect,
    /// It lies on the story's text and scrolls with it.
    on_text: bool,
}

impl Place {
    fn of(scene: &Scene, id: NodeId, style: &Style) -> Place {
        let own = scene.rect(id).unwrap_or_default();
        let on_text = style.position == Position::Absolute && covers_text(scene, id);
        // What scrolls with the text it lies on may still be below the fold.
        let lies = if on_text { Rect { y: 0.0, ..own } } else { own };
        Place { seen: lies.overlap(scene.window()), on_text }
    }
}

fn pass(scene: &Scene, veiled: bool, heard: &mut Map<NodeId, Heard>) -> Vec<Cover> {
    let mut out = Vec::new();
    let mut skip_until = NodeId(0);
    let replaced = is_replaced(scene);
    for id in scene.page.ids() {
        if id < skip_until {
            continue;
        }
        if scene.made(id) {
            skip_until = scene.page.end(id);
        } else if scene.hid(id) {
            skip_until = scene.page.end(id);
            out.extend(hidden_before(scene, id));
        } else if let Some(cover) = layer(scene, id, veiled, heard).or_else(|| instead(scene, id, replaced)) {
            skip_until = scene.page.end(id);
            out.push(cover);
        }
    }
    if !out.is_empty() {
        let veils = veils(scene, &out);
        out.extend(veils);
    }
    out
}

/// True if one of the covers asks how old the person is.
pub(super) fn age_check(scene: &Scene, covers: &[Cover]) -> bool {
    covers.iter().any(|c| c.kind == CoverKind::AgeGate && !scene.hid(c.node))
}

fn hidden_before(scene: &Scene, id: NodeId) -> Option<Cover> {
    let heard = Heard::of(scene, id);
    let signs = || signs(scene, id, &heard);
    (heard.voice.length > 0).then(|| Cover { node: id, kind: heard.kind(), confidence: 1.0, signs: signs() })
}

fn layer(scene: &Scene, id: NodeId, veiled: bool, heard: &mut Map<NodeId, Heard>) -> Option<Cover> {
    let (style, docked) = placed(scene, id)?;
    if !(docked || is_out_of_flow(scene, id, style))
        || !style.rendered
        || scene.holds_story(id)
        || scene.opened(id)
    {
        return None;
    }
    let place = Place::of(scene, id, style);
    let hit = scene.hits_inside(id);
    if (place.seen.width < SPECK || place.seen.height < SPECK) && hit == 0 {
        return None;
    }
    let heard = &*heard.get_or_insert_with(id, |id| Heard::of(scene, *id));
    let voice = &heard.voice;
    if asks_age(voice) && scene.share(id) > MUCH {
        return Some(Cover {
            node: id,
            kind: CoverKind::AgeGate,
            confidence: 1.0,
            signs: signs(scene, id, heard),
        });
    }
    if is_own_setting(scene, id, style, voice) {
        return None;
    }
    let on_veil = veiled && hit > 0 && voice.controls > 0 && style.position != Position::Sticky;
    let score = score(scene, id, style, &place, heard) + if on_veil { 2.0 } else { 0.0 };
    let confidence = ((score - COVER) / SURE).clamp(0.0, 1.0) * 0.5 + 0.5;
    (score >= COVER).then(|| Cover {
        node: id,
        kind: heard.kind(),
        confidence,
        signs: signs(scene, id, heard),
    })
}

/// A page about cookies keeps its buttons in sight among its own paragraphs: nobody puts a banner there.
fn is_own_setting(scene: &Scene, id: NodeId, style: &Style, voice: &Voice) -> bool {
    let among = style.position == Position::Sticky && scene.page.is_inside(id, scene.story.root);
    among && voice.kind() == Some(Speaks::Consent)
}

/// The style that places an element, and whether that is its dock's: one fixed box may hold a player and, above it, what
/// asks for something. The box stays; its parts are looked at by themselves.
fn placed<'a>(scene: &'a Scene, id: NodeId) -> Option<(&'a Style, bool)> {
    let own = scene.style(id)?;
    let inner = own.position == Position::Static && own.top_layer.is_none() && own.rendered;
    let plays = |n: NodeId| scene.tally.players(scene.page, n) > 0;
    let wide = |n: NodeId| scene.rect(n).is_some_and(|r| r.width > scene.view.width * BAR_WIDTH);
    let dock = scene.page.parent(id).filter(|p| inner && plays(*p) && !plays(id) && wide(*p) && wide(id));
    let style = dock.and_then(|p| scene.style(p)).filter(|s| s.position == Position::Fixed && s.rendered);
    Some(style.map_or((own, false), |style| (style, true)))
}

/// Laid over the page by position. Absolute boxes only where they are raised, or hang on the body.
fn is_out_of_flow(scene: &Scene, id: NodeId, style: &Style) -> bool {
    let on_body =
        scene.page.parent(id).is_some_and(|p| matches!(scene.page.tag(p), Some(Tag::Body | Tag::Html)));
    match style.position {
        Position::Fixed | Position::Sticky => true,
        Position::Absolute => style.z_index.is_some_and(|z| z > 0) || on_body || covers_text(scene, id),
        _ => style.top_layer.is_some() || scene.page.is(id, Tag::Dialog),
    }
}

/// True for a box laid over paragraphs of the story.
fn covers_text(scene: &Scene, id: NodeId) -> bool {
    let Some(own) = scene.rect(id) else { return false };
    scene.texts.over(own).any(|both| both.width > SPECK && both.height > SPECK)
}

fn score(scene: &Scene, id: NodeId, style: &Style, place: &Place, heard: &Heard) -> f32 {
    let voice = &heard.voice;
    let Place { seen, on_text } = *place;
    let share =
        if on_text { scene.share(id).max(seen.area() / scene.window().area()) } else { scene.share(id) };
    let loud = voice.loudness();
    let over = seen.height > 0.0 && scene.spans_column(seen) > BESIDE || scene.column.is_none();
    let mut score = size(share);
    score += [0.0, 1.0, 2.0, 3.0][usize::from(loud)];
    score += f32::from(u8::from(scene.locked && share > SOME));
    score += f32::from(u8::from(is_dialog(scene, id, style)));
    score += f32::from(u8::from(voice.asks_for_email));
    score += frame(share, voice, loud);
    score += empty(scene, id, style, share, voice);
    if scene.unasked(id) {
        score += f32::from(u8::from(share > MUCH && over));
    } else if style.position == Position::Fixed
        || style.top_layer.is_some()
        || style.position == Position::Absolute
    {
        // The person may have opened it: only what surely speaks as a cover, and not of what they pressed.
        score -= 5.0;
    }
    if on_text && loud >= 2 {
        score += 2.0;
    }
    let badge = share <= BADGE || share >= MUCH;
    let bar = is_bar(scene, id);
    let unasked = style.position == Position::Fixed && scene.unasked(id);
    if voice.asks_for_email && !voice.composes && !bar && share < MUCH && unasked {
        // Nobody's own tool asks for an address unasked.
        score += 3.0;
    }
    if unasked && !bar && share < SOME && offers_the_app(voice) {
        score += 4.0;
    }
    let card = !badge && !bar && loud >= 2 && voice.controls > 0 && !is_beside(style, over, voice);
    if bar && unasked && chooses(voice) {
        score += 4.0;
    } else if card || (bar && asks(voice, seen.y > EDGE)) {
        score += 2.0;
    } else if bar {
        // A bar that asks for nothing is the page's own: its header, its tools.
        score -= 3.0;
    }
    score + if heard.vendor.is_some() { VENDOR } else { 0.0 } - against(scene, id, share, voice, loud)
}

fn size(share: f32) -> f32 {
    match share {
        s if s > WHOLE => 3.0,
        s if s > MUCH => 2.0,
        s if s > SOME => 1.0,
        _ => 0.0,
    }
}

/// Stuck beside the story, a call to sign up is the page's own furniture.
fn is_beside(style: &Style, over: bool, voice: &Voice) -> bool {
    let furniture = matches!(style.position, Position::Sticky | Position::Absolute);
    furniture || (!over && voice.speaking_controls == 0)
}

fn frame(share: f32, voice: &Voice, loud: u8) -> f32 {
    match voice.frame && share > SOME {
        true if loud >= 1 => 2.0,
        true if share > SOME * 2.0 => 1.0,
        _ => 0.0,
    }
}

/// A veil has nothing in it: it dims, blurs, or catches clicks.
fn empty(scene: &Scene, id: NodeId, style: &Style, share: f32, voice: &Voice) -> f32 {
    let nothing = voice.length == 0 && !voice.frame && voice.pictures == 0 && !voice.media;
    let behind = style.z_index.is_some_and(|z| z < 0) || (scene.hits_inside(id) == 0 && !style.no_pointer);
    let paints = style.backdrop_filter || style.gradient || style.background > 0.0;
    let on_top = !behind && (scene.hits_inside(id) > 0 || paints);
    if nothing && share > VEIL && on_top { 2.0 } else { 0.0 }
}

fn is_dialog(scene: &Scene, id: NodeId, style: &Style) -> bool {
    let page = scene.page;
    let modal = |n: NodeId| {
        matches!(page.attr(n, "role"), Some("dialog" | "alertdialog"))
            || page.attr_is(n, "aria-modal", "true")
    };
    style.top_layer.is_some() || page.is(id, Tag::Dialog) || modal(id) || page.children(id).any(modal)
}

fn is_bar(scene: &Scene, id: NodeId) -> bool {
    let Some(rect) = scene.rect(id) else { return false };
    let edge = rect.y <= EDGE || rect.bottom() >= scene.view.height - EDGE;
    rect.width > scene.view.width * BAR_WIDTH && edge && scene.share(id) < MUCH
}

/// A pill that floats over the page and leads out of it, into the app.
fn offers_the_app(voice: &Voice) -> bool {
    voice.kind() == Some(Speaks::App) && voice.speaking_controls > 0 && !voice.navigates && voice.links <= 1
}

/// It says what it is about, and wants an answer: "Accept" or "Reject".
fn chooses(voice: &Voice) -> bool {
    let answers = voice.speaking_controls >= 2 && voice.in_buttons > 0;
    voice.kind() == Some(Speaks::Consent) && voice.prose_says && answers && !voice.navigates
}

/// It asks for something, in prose, with something to press. `below`: not at the top, where a site's name stands.
fn asks(voice: &Voice, below: bool) -> bool {
    let words = voice.in_prose >= BAR_WORDS || (below && voice.prose_says);
    let speaks = voice.prose() >= BAR_PROSE && words;
    speaks && voice.loudness() >= 2 && voice.controls > 0 && !voice.navigates
}

/// What a vendor's marks add.
const VENDOR: f32 = 3.0;

fn against(scene: &Scene, id: NodeId, share: f32, voice: &Voice, loud: u8) -> f32 {
    let mut sum = 0.0;
    let insists = share > WHOLE && loud == 3;
    if voice.media && !insists {
        sum += 5.0;
    }
    if voice.links >= NAV_LINKS && voice.linked() > NAV_SHARE {
        sum += 4.0;
    }
    if holds_the_page(scene, id) {
        sum += 6.0;
    }
    if voice.searches {
        sum += 4.0;
    }
    if voice.composes {
        sum += 3.0;
    }
    if share < BADGE {
        sum += 3.0;
    }
    if voice.navigates || matches!(scene.page.tag(id), Some(Tag::Header | Tag::Nav | Tag::Footer)) {
        sum += 2.0;
    }
    if voice.pictures > 0 && voice.length < SPEECHLESS && share > MUCH {
        sum += 3.0;
    }
    sum
}

/// True for what carries much of the page's own navigation: hiding it would take the page away.
fn holds_the_page(scene: &Scene, id: NodeId) -> bool {
    let links = |n: NodeId| scene.tally.links(scene.page, n);
    let own = links(id);
    own >= PAGE_LINKS && own as f32 > links(NodeId::ROOT) as f32 * PAGE_SHARE
}

/// This many links, and this share of all, are the page's navigation. Units: links; ratio.
const PAGE_LINKS: u32 = 8;
const PAGE_SHARE: f32 = 0.25;

/// A layer of pictures with less text than this is a gallery. Units: characters.
const SPEECHLESS: usize = 25;

/// A page put in place of the page: the story is not rendered, and this is.
fn instead(scene: &Scene, id: NodeId, replaced: bool) -> Option<Cover> {
    scene.style(id).filter(|s| replaced && s.rendered)?;
    let holds = scene.page.is_inside(scene.story.root, id) || scene.holds_story(id);
    if holds || scene.opened(id) || scene.page.is(id, Tag::Head) || scene.share(id) < INSTEAD {
        return None;
    }
    let heard = Heard::of(scene, id);
    let voice = &heard.voice;
    let signs = || {
        let mut all = vec![Sign::InsteadOfPage];
        all.extend(signs(scene, id, &heard));
        all
    };
    if asks_age(voice) {
        return Some(Cover { node: id, kind: CoverKind::AgeGate, confidence: 1.0, signs: signs() });
    }
    // A page of its own may have a menu: a short page all the same, that says what it wants first.
    let gate = voice.loudness() == 3 && voice.links <= GATE_LINKS && voice.length < GATE_LENGTH;
    let wants = matches!(voice.kind(), Some(Speaks::SignUp | Speaks::Paywall)) && gate;
    let is_wall = voice.loudness() >= 2 && voice.controls > 0 && (!voice.navigates || wants);
    is_wall.then(|| Cover { node: id, kind: heard.kind(), confidence: 0.9, signs: signs() })
}

/// True where a page with a story shows none of it, and not because each paragraph is folded away by itself.
fn is_replaced(scene: &Scene) -> bool {
    let blocks = &scene.story.blocks;
    scene.story.headline.is_some_and(|h| scene.gone(h)) && blocks.iter().all(|b| scene.gone(b.node))
}

/// Empty sheets that came with a cover: what is left of its backdrop.
fn veils(scene: &Scene, found: &[Cover]) -> Vec<Cover> {
    let known = scene.covered(found);
    let mut out: Vec<Cover> = Vec::new();
    for id in scene.page.ids() {
        let Some(style) = scene.style(id) else { continue };
        let positioned = matches!(style.position, Position::Fixed | Position::Absolute);
        if !positioned
            || !style.rendered
            || known.contains(id)
            || scene.holds_story(id)
            || scene.hid(id)
            || scene.made(id)
        {
            continue;
        }
        let paints = style.backdrop_filter || style.gradient || style.background > 0.0;
        let behind = style.z_index.is_some_and(|z| z < 0);
        let empty = scene.page.subtree(id).nth(SHEET).is_none() && scene.page.text_content(id).is_empty();
        let whole = scene.share(id) > VEIL && style.position == Position::Fixed;
        if empty && paints && whole && !behind {
            out.push(Cover { node: id, kind: CoverKind::Other, confidence: 0.8, signs: vec![Sign::Veil] });
        }
    }
    out
}

/// An age check asks prominently, and about nothing else as much.
fn asks_age(voice: &Voice) -> bool {
    let main = voice.kind() == Some(Speaks::Age) || voice.says_prominently(Speaks::Age);
    voice.says(Speaks::Age) && main && voice.controls > 0 && voice.length < AGE_LENGTH
}

fn vendor(scene: &Scene, id: NodeId) -> Option<&'static vendors::Vendor> {
    let page = scene.page;
    let of = |n: NodeId| page.tag(n).and_then(|_| vendors::of(page.name(n), |a| page.attr(n, a)));
    let below = || page.children(id).take(3).find_map(of);
    of(id).or_else(|| of(page.parent(id)?)).or_else(below)
}

/// What it is, by its vendor or by what it says.
pub(super) fn kind(scene: &Scene, id: NodeId, voice: &Voice) -> CoverKind {
    kind_by(vendor(scene, id), voice)
}

fn kind_by(vendor: Option<&'static vendors::Vendor>, voice: &Voice) -> CoverKind {
    match vendor.map(|v| v.speaks).or(voice.kind()) {
        Some(Speaks::SignUp) => CoverKind::SignUp,
        Some(Speaks::Paywall) => CoverKind::Paywall,
        Some(Speaks::Newsletter) => CoverKind::Newsletter,
        Some(Speaks::Consent) => CoverKind::Consent,
        Some(Speaks::AdBlock) => CoverKind::AdBlock,
        Some(Speaks::App) => CoverKind::AppPrompt,
        Some(Speaks::Push) => CoverKind::PushPrompt,
        Some(Speaks::Edition) => CoverKind::EditionPicker,
        _ if voice.says(Speaks::More) => CoverKind::SignUp,
        _ => CoverKind::Other,
    }
}

fn signs(scene: &Scene, id: NodeId, heard: &Heard) -> Vec<Sign> {
    let voice = &heard.voice;
    let mut out = Vec::new();
    let share = scene.share(id);
    if share > 0.0 {
        out.push(Sign::Covers(share.min(1.0)));
    }
    if scene.style(id).is_some_and(|s| s.top_layer.is_some()) {
        out.push(Sign::TopLayer);
    }
    if scene.rect(id).is_some_and(|r| scene.spans_column(r.overlap(scene.window())) > BESIDE) {
        out.push(Sign::OnTopOfStory);
    }
    out.extend(voice.phrase.map(|p| Sign::Wording(p.to_owned())));
    if voice.asks_for_email {
        out.push(Sign::AsksForEmail);
    }
    if scene.locked {
        out.push(Sign::PageLocked);
    }
    if voice.length == 0 && !voice.frame {
        out.push(Sign::Veil);
    }
    out.extend(heard.vendor.map(|v| Sign::Vendor(v.name.to_owned())));
    out
}

#[cfg(test)]
mod tests {
    use crate::page::parse_serialized;
    use crate::rules::vendors;

    #[test]
    fn every_vendor_knows_its_sample() {
        for vendor in vendors::all() {
            let page = parse_serialized(&format!("<html>{}</html>", vendor.sample), "").page;
            let found = page.ids().find_map(|n| vendors::of(page.name(n), |a| page.attr(n, a)));
            assert_eq!(found.map(|v| v.name), Some(vendor.name));
        }
    }
}
