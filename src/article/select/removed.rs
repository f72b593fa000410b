//! What was left out, and why, for the reader to judge.

use super::families::Families;
use super::families::Lexicon;
use super::features::Sight;
use super::outline::Outline;
use super::outline::Role;
use crate::article::Removed;
use crate::article::RemovedReason;
use crate::order;
use crate::page::Mask;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;

/// Class families that give a reason, strongest first.
const REASONS: [(&str, RemovedReason); 11] = [
    ("consent", RemovedReason::Banner),
    ("comment", RemovedReason::Comments),
    ("related", RemovedReason::Related),
    ("newsletter", RemovedReason::SignUp),
    ("account", RemovedReason::SignUp),
    ("advert", RemovedReason::Banner),
    ("navigation", RemovedReason::Navigation),
    ("author", RemovedReason::Metadata),
    ("dateline", RemovedReason::Metadata),
    ("foot", RemovedReason::Navigation),
    ("head", RemovedReason::Navigation),
];

/// Lists what is not kept: covers, and passages of text, in page order.
pub fn list(page: &Page, mask: &Mask, sight: &Sight, copies: &[bool], keep: &[bool]) -> Vec<Removed> {
    let outline = sight.outline;
    let families = REASONS.map(|(name, reason)| (of_class(sight.lexicon, name), reason));
    let left_out = |i: &usize| !keep[*i] && !outline.passages[*i].hidden;
    let passages = (0..keep.len()).filter(left_out).map(|i| {
        let reason = if copies[i] { RemovedReason::Repeated } else { reason(outline, &families, i) };
        (outline.passages[i].first, outline.passages[i].text(page), reason)
    });
    let mut all: Vec<(NodeId, String, RemovedReason)> = covers(page, mask).collect();
    all.extend(passages);
    all.retain(|(_, text, _)| !text.is_empty());
    order::sort_by_key(&mut all, |(node, _, _)| *node);
    all.into_iter().map(|(_, text, reason)| Removed { text, reason }).collect()
}

/// The outermost elements that the covers' plan skips.
fn covers(page: &Page, mask: &Mask) -> impl Iterator<Item = (NodeId, String, RemovedReason)> {
    let outermost = |id: &NodeId| {
        mask.skip.contains(*id) && page.parent(*id).is_none_or(|parent| !mask.skip.contains(parent))
    };
    page.ids().filter(outermost).map(|id| (id, page.text_content(id), RemovedReason::Cover))
}

/// The family of class names that has this name.
fn of_class(lexicon: &Lexicon, name: &str) -> Families {
    let found = lexicon.of_classes().find(|(_, family)| *family == name);
    Families(found.map_or(0, |(n, _)| 1 << n))
}

fn reason(outline: &Outline, families: &[(Families, RemovedReason)], passage: usize) -> RemovedReason {
    let regions = || outline.around(passage).filter(|r| *r != 0).map(|r| &outline.regions[r]);
    let is_navigation = |tag, role| {
        matches!(tag, Tag::Nav | Tag::Footer | Tag::Header | Tag::Menu | Tag::Select)
            || matches!(role, Role::Navigation | Role::Margin)
    };
    if regions().any(|r| is_navigation(r.tag, r.role)) {
        return RemovedReason::Navigation;
    }
    let found = regions().fold(Families::default(), |all, r| all.or(r.families));
    let named = families.iter().find(|(family, _)| found.meets(*family));
    named.map_or(RemovedReason::Other, |(_, reason)| *reason)
}
