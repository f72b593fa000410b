//! What was found -> the actions, in the order to carry them out, and the mask for the article.

use super::Action;
use super::Cover;
use super::Covers;
use super::Mark;
use super::Planned;
use super::Verdict;
use super::beside;
use super::boxes::Boxes;
use super::conceal::Concealed;
use super::elsewhere::Elsewhere;
use super::locks;
use super::scene::Scene;
use crate::page::Mask;
use crate::page::NodeId;
use crate::page::NodeSet;
use crate::page::Position;
use crate::page::Tag;

/// A cover of this share of the viewport may come with listeners that stop scrolling. Units: ratio.
const STOPS_SCROLLING: f32 = 0.25;
/// Fades over text are lower than this share of the viewport; higher ones are backgrounds. Units: ratio.
const FADE: f32 = 0.9;

/// Makes the plan. Top layer first, then covers, locks, text, and cards with the covers.
pub(super) fn make(
    scene: &Scene,
    covers: Vec<Cover>,
    concealed: Concealed,
    elsewhere: Elsewhere,
    verdict: Verdict,
) -> Covers {
    let mask = mask(scene, &covers, &concealed, &elsewhere);
    let mut actions = Vec::new();
    if scene.page.is_live() {
        hide(scene, &covers, &mut actions);
        let fades = fades(scene, &covers, &concealed);
        let acted = !covers.is_empty() || concealed.on_purpose;
        if !covers.is_empty() {
            unlock(scene, &covers, &mut actions);
            let beside = beside::give_back(scene, &scene.covered(&covers));
            actions.extend(beside.into_iter().map(whole));
        }
        if acted {
            give_back(scene, &concealed, &elsewhere, &mut actions);
            actions.extend(fades.into_iter().map(|node| whole(Action::Mark { node, mark: Mark::Hide })));
        }
    }
    Covers { covers, actions, mask, verdict, age_check: false }
}

fn whole(action: Action) -> Planned {
    Planned { action, cover: None }
}

/// Last cover first: what came last is on top, and giving the page back shows it again last, on top of the others.
fn hide(scene: &Scene, covers: &[Cover], actions: &mut Vec<Planned>) {
    for (index, cover) in covers.iter().enumerate().rev().filter(|(_, c)| !scene.hid(c.node)) {
        let page = scene.page;
        // The innermost first, for the same reason.
        let inside = page.subtree(cover.node).rev();
        let top = inside.filter(|n| scene.style(*n).is_some_and(|s| s.top_layer.is_some()));
        actions.extend(top.map(|node| Planned { action: Action::Close { node }, cover: Some(index) }));
        let mark = Action::Mark { node: hideable(scene, cover.node), mark: Mark::Hide };
        actions.push(Planned { action: mark, cover: Some(index) });
    }
}

/// The element itself; its host where it is a shadow root.
fn hideable(scene: &Scene, node: NodeId) -> NodeId {
    match scene.page.live(node) {
        Some(_) => node,
        None => scene.page.parent(node).unwrap_or(node),
    }
}

fn unlock(scene: &Scene, covers: &[Cover], actions: &mut Vec<Planned>) {
    let released = locks::release(scene);
    let large = covers.iter().any(|c| scene.share(c.node) > STOPS_SCROLLING);
    if !released.is_empty() || large {
        actions.push(whole(Action::FreeScrolling));
    }
    actions.extend(released.into_iter().map(whole));
}

fn give_back(scene: &Scene, concealed: &Concealed, elsewhere: &Elsewhere, actions: &mut Vec<Planned>) {
    for (node, attribute) in &concealed.drops {
        actions.push(whole(Action::Drop { node: *node, attribute }));
    }
    let mut hidden = NodeSet::new(scene.page);
    for (node, mark) in &concealed.marks {
        actions.push(whole(Action::Mark { node: *node, mark: *mark }));
        // What stands in for text under the same blur would be laid bare with it.
        let lays_bare = matches!(mark, Mark::Unblur | Mark::Opaque | Mark::Ink | Mark::Unmask | Mark::Show);
        for filler in concealed.filler_in(scene.page, *node).iter().filter(|_| lays_bare) {
            if !hidden.contains(*filler) {
                hidden.insert(*filler);
                actions.push(whole(Action::Mark { node: *filler, mark: Mark::Hide }));
            }
        }
    }
    if let Some(last) =
        scene.story.blocks.last().filter(|_| !elsewhere.kept && !elsewhere.paragraphs.is_empty())
    {
        let paragraphs = elsewhere.paragraphs.clone();
        actions.push(whole(Action::Insert { after: last.node, paragraphs }));
    }
}

/// Empty boxes with a gradient, laid over paragraphs of the story.
fn fades(scene: &Scene, covers: &[Cover], concealed: &Concealed) -> Vec<NodeId> {
    let page = scene.page;
    let kept = |node: NodeId| concealed.withheld.binary_search(&node).is_ok();
    let texts = scene.story.blocks.iter().map(|b| b.node).filter(|n| !kept(*n));
    let texts = Boxes::new(texts.filter_map(|n| scene.rect(n)));
    let over_text =
        |id: NodeId| scene.rect(id).is_some_and(|own| texts.over(own).any(|both| both.area() > 0.0));
    let covered = scene.covered(covers);
    let is_fade = |id: &NodeId| {
        let Some(style) = scene.style(*id) else { return false };
        let low = style.rect.is_some_and(|r| r.height < scene.view.height * FADE);
        let empty =
            || page.subtree(*id).skip(1).all(|n| page.text(n).trim().is_empty() && !page.is(n, Tag::Img));
        let placed = style.position != Position::Static;
        style.gradient
            && placed
            && style.rendered
            && low
            && !covered.contains(*id)
            && over_text(*id)
            && empty()
    };
    page.ids().filter(is_fade).filter(|id| !scene.hid(*id)).collect()
}

fn mask(scene: &Scene, covers: &[Cover], concealed: &Concealed, elsewhere: &Elsewhere) -> Mask {
    let page = scene.page;
    let mut skip = NodeSet::new(page);
    for cover in covers {
        skip.insert_subtree(page, cover.node);
    }
    for nodes in [&concealed.filler, &concealed.withheld] {
        nodes.iter().for_each(|node| skip.insert_subtree(page, *node));
    }
    for node in page.ids().filter(|n| scene.made(*n)) {
        skip.insert_subtree(page, node);
    }
    let (mut reveal, mut done) = (NodeSet::new(page), NodeSet::new(page));
    for block in concealed.hidden.iter().chain(&concealed.folded) {
        let unseen = |n: &NodeId| !scene.rendered(*n) || page.has_attr(*n, "hidden");
        let top = page.ancestors(*block).filter(unseen).last().unwrap_or(*block);
        if done.contains(top) {
            continue;
        }
        done.insert(top);
        for node in page.subtree(top).filter(|n| !skip.contains(*n)) {
            reveal.insert(node);
        }
    }
    let appended = if elsewhere.kept { Vec::new() } else { elsewhere.paragraphs.clone() };
    Mask { skip, reveal, appended }
}
