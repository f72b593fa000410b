//! Ruby: base text with its reading.

use super::scope::Scope;
use crate::page::NodeId;
use crate::page::Tag;

/// Pairs of (base, reading) in order; a base without a reading has "".
pub(super) fn read(scope: &Scope, ruby: NodeId) -> Vec<(String, String)> {
    let page = scope.page;
    let mut pairs: Vec<(String, String)> = Vec::new();
    let (mut reading_end, mut skip_to) = (ruby, ruby);
    for node in page.subtree(ruby).skip(1) {
        match page.tag(node) {
            _ if node < skip_to => {}
            Some(Tag::Rp) => skip_to = page.end(node),
            Some(Tag::Rt) => reading_end = page.end(node),
            Some(_) => {}
            None if !scope.kept.contains(node) => {}
            None => push(&mut pairs, page.text(node), node < reading_end),
        }
    }
    pairs
}

fn push(pairs: &mut Vec<(String, String)>, text: &str, is_reading: bool) {
    let text = if is_reading { text.trim() } else { text };
    match pairs.last_mut() {
        Some((_, reading)) if is_reading => reading.push_str(text),
        Some((base, reading)) if reading.is_empty() => base.push_str(text),
        _ if text.trim().is_empty() => {}
        _ => pairs.push((text.to_owned(), String::new())),
    }
}
