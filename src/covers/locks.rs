//! Scene -> what keeps the page from scrolling or from being used while a cover is up.

use super::Action;
use super::Mark;
use super::conceal::is_scroller;
use super::scene::Scene;
use crate::page::NodeId;
use crate::page::Overflow;
use crate::page::Position;
use crate::page::Tag;
use crate::rules::vendors;
use crate::text::Words;
use crate::text::word_list;

/// Actions that release every lock there is.
pub(super) fn release(scene: &Scene) -> Vec<Action> {
    let page = scene.page;
    let body = page.find(NodeId::ROOT, Tag::Body);
    let inner = inner_scroller(scene);
    let mut out = Vec::new();
    for root in roots(body) {
        let Some(style) = scene.style(root) else { continue };
        let fixed = matches!(style.position, Position::Fixed | Position::Absolute);
        let locked = style.overflow == Overflow::Clipped || fixed || style.no_touch || style.no_pointer;
        if locked && inner.is_none() {
            let mark = if root == NodeId::ROOT { Mark::ScrollRoot } else { Mark::ScrollBody };
            out.push(Action::Mark { node: root, mark });
        } else if style.no_touch || style.no_pointer {
            out.push(Action::Mark { node: root, mark: Mark::Touch });
        }
    }
    let veiled = |n: &NodeId| scene.style(*n).is_some_and(|s| s.pseudo_veil);
    let roots = roots(body).into_iter().filter(veiled);
    let unveil: Vec<Action> = roots.map(|node| Action::Mark { node, mark: Mark::Unveil }).collect();
    // A locked body under a free root still hands its overflow up, and the other way round.
    if out.len() == 1 && inner.is_none() {
        let other = match out[0] {
            Action::Mark { mark: Mark::ScrollRoot, .. } => body.map(|node| (node, Mark::ScrollBody)),
            _ => Some((NodeId::ROOT, Mark::ScrollRoot)),
        };
        out.extend(other.map(|(node, mark)| Action::Mark { node, mark }));
    }
    out.extend(unveil);
    out.extend(inner.map(|node| Action::Mark { node, mark: Mark::Scroll }));
    out.extend(pinned(scene).map(|node| Action::Mark { node, mark: Mark::InFlow }));
    out.extend(lock_classes(scene, body));
    out.extend(inert(scene));
    out
}

/// The document element and the body.
fn roots(body: Option<NodeId>) -> Vec<NodeId> {
    let mut roots = vec![NodeId::ROOT];
    roots.extend(body);
    roots
}

/// The app's own scroller, where it is the one that was stopped.
fn inner_scroller(scene: &Scene) -> Option<NodeId> {
    let up = scene.page.upward(scene.story.root);
    let inner = up.filter(|n| !matches!(scene.page.tag(*n), Some(Tag::Html | Tag::Body)));
    let mut stopped = inner.filter(|n| {
        scene.style(*n).is_some_and(|s| {
            s.overflow == Overflow::Clipped
                && is_scroller(scene, *n, s)
                && s.scroll_height > s.client_height + 40.0
        })
    });
    stopped.next()
}

/// A wrapper of the whole page pinned to the viewport, with nothing inside that scrolls.
fn pinned(scene: &Scene) -> Option<NodeId> {
    let page = scene.page;
    let holds = |n: NodeId| scene.story.headline.is_some_and(|h| page.is_inside(h, n));
    let root = |n: NodeId| matches!(page.tag(n), Some(Tag::Html | Tag::Body));
    let up = page.upward(scene.story.root).filter(|n| !root(*n));
    for node in up {
        let Some(style) = scene.style(node) else { continue };
        if style.overflow == Overflow::Scrolls {
            return None;
        }
        let below = |bottom: f32| bottom > scene.view.height;
        let longer = scene.column.is_some_and(|c| below(c.bottom()))
            || scene.rect(node).is_some_and(|r| below(r.bottom()));
        if style.position == Position::Fixed && holds(node) && longer {
            return Some(node);
        }
    }
    None
}

/// What pages call their own locks. Scripts that throw the page back as long as it is locked go by these.
/// Source: Bootstrap, SweetAlert, Fancybox, Magnific Popup, React Modal, Ant Design, Headless UI, and common usage.
#[rustfmt::skip]
const LOCKS: Words = word_list![
    "modal-open", "modal-active", "has-modal", "no-scroll", "noscroll", "no_scroll", "noScroll", "scroll-lock",
    "scroll-locked", "scrollLock", "scroll-disabled", "disable-scroll", "lock-scroll", "locked", "is-locked",
    "overflow-hidden", "overlay-open", "popup-open", "dialog-open", "paywall-open", "swal2-shown", "fancybox-lock",
    "mfp-open", "ReactModal__Body--open", "prevent-scroll", "stop-scroll", "stop-scrolling", "is-frozen", "frozen",
];

fn lock_classes(scene: &Scene, body: Option<NodeId>) -> Vec<Action> {
    let mut out = Vec::new();
    for node in roots(body) {
        let classes = scene.page.value(node, "class");
        for class in vendors::all().iter().flat_map(|v| v.lock_classes).copied().chain(LOCKS.iter()) {
            if classes.split_ascii_whitespace().any(|c| c == class) {
                out.push(Action::DropClass { node, class });
            }
        }
    }
    out
}

fn inert(scene: &Scene) -> Vec<Action> {
    let up = scene.page.upward(scene.story.root);
    let mut out = Vec::new();
    for node in up {
        for attribute in ["inert", "aria-hidden"] {
            if scene.page.attr(node, attribute).is_some_and(|v| attribute == "inert" || v == "true") {
                out.push(Action::Drop { node, attribute });
            }
        }
    }
    out
}
