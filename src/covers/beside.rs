//! Scene -> what a wall does to the page around the story because it does the same to the story: the same blur on all
//! that stands beside it, the same attribute on each part of the page. Given back with the story.

use super::Action;
use super::Mark;
use super::conceal;
use super::scene::Scene;
use crate::page::NodeId;
use crate::page::NodeSet;
use crate::page::Style;
use crate::page::Tag;

/// Actions that give the parts of the page around the story back. `covered`: what lies in a cover.
pub(super) fn give_back(scene: &Scene, covered: &NodeSet) -> Vec<Action> {
    let page = scene.page;
    let up = page.upward(scene.story.root);
    let mut out = Vec::new();
    for (holder, parent) in up.filter_map(|n| Some((n, page.parent(n)?))) {
        if page.is(holder, Tag::Body) {
            break;
        }
        let spoilt = Spoilt::of(scene, holder);
        if spoilt.any() {
            let beside = page.children(parent).filter(|n| *n != holder && page.tag(*n).is_some());
            beside.filter(|n| !covered.contains(*n)).for_each(|node| spoilt.undo(scene, node, &mut out));
        }
    }
    out
}

/// How a part of the page is kept from being used.
struct Spoilt<'a> {
    style: Option<&'a Style>,
    attributes: Vec<(&'static str, &'a str)>,
}

impl<'a> Spoilt<'a> {
    fn of(scene: &Scene<'a>, node: NodeId) -> Spoilt<'a> {
        let style = scene.page.style(node).filter(|s| conceal::is_blurred(s) || s.no_pointer);
        let have = |a: &'static str| Some((a, scene.page.attr(node, a)?));
        let on = |(a, value): &(&str, &str)| *a == "inert" || *value == "true";
        Spoilt {
            style,
            attributes: ["inert", "aria-hidden"].into_iter().filter_map(have).filter(on).collect(),
        }
    }

    fn any(&self) -> bool {
        self.style.is_some() || !self.attributes.is_empty()
    }

    /// Only what is done to both alike, by one rule of the page's.
    fn undo(&self, scene: &Scene, node: NodeId, out: &mut Vec<Action>) {
        if let Some((all, own)) = self.style.zip(scene.style(node)) {
            if conceal::is_blurred(all) && all.blur == own.blur && all.filter_clear == own.filter_clear {
                out.push(Action::Mark { node, mark: Mark::Unblur });
            }
            if all.no_pointer && own.no_pointer {
                out.push(Action::Mark { node, mark: Mark::Touch });
            }
        }
        for (attribute, value) in &self.attributes {
            if scene.page.attr_is(node, attribute, value) {
                out.push(Action::Drop { node, attribute });
            }
        }
    }
}
