//! Where two inline elements abut with no white space between them, as labels and links do that a style sets apart.
//!
//! In: a page and a node. Out: whether what came before it and what it begins with are words of their own: `Price` and
//! `12` of `<span>Price</span><span>12</span>`, not `T` and `he` of a drop cap.

use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;

/// Units: elements. How deep the end of the element before may be nested.
const MAX_DEPTH: usize = 8;

/// What abuts before a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seam {
    /// A plain inline element, before another.
    Labels,
    /// A link, before another.
    Links,
}

/// The seam before an element. None: it stands alone, or after text, white space or an element that stresses.
pub(super) fn before(page: &Page, node: NodeId) -> Option<Seam> {
    let parent = page.parent(node)?;
    let last = NodeId(node.0.checked_sub(1)?);
    let mut up = page.upward(last).take(MAX_DEPTH);
    let sibling = up.find(|n| page.parent(*n) == Some(parent))?;
    match (page.tag(sibling)?, page.tag(node)?) {
        (Tag::A, Tag::A) => Some(Seam::Links),
        (before, after) if is_label(before) && is_label(after) => Some(Seam::Labels),
        _ => None,
    }
}

fn is_label(tag: Tag) -> bool {
    matches!(tag, Tag::A | Tag::Span | Tag::Small | Tag::Time | Tag::Label | Tag::Button | Tag::Other)
}

impl Seam {
    /// Whether two letters that meet at the seam belong to two words. Labels inside one word go on in small letters.
    pub(super) fn parts(self, before: char, after: char) -> bool {
        let meet = before.is_alphanumeric() && after.is_alphanumeric();
        let goes_on =
            before.is_alphabetic() && after.is_lowercase() || before.is_numeric() && after.is_numeric();
        let unspaced = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
        let capitals = before.is_uppercase() && after.is_uppercase();
        meet && !unspaced(after) && !capitals && (self == Seam::Links || !goes_on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_part_and_halves_of_words_stay_together() {
        let check = |seam: Seam, before, after, parts| {
            assert_eq!(seam.parts(before, after), parts, "{before}{after}")
        };
        check(Seam::Labels, 'd', 'P', true);
        check(Seam::Labels, 'e', '1', true);
        check(Seam::Labels, '6', 'h', true);
        check(Seam::Labels, 'T', 'h', false);
        check(Seam::Labels, 'n', 't', false);
        check(Seam::Labels, '2', '0', false);
        check(Seam::Labels, 'A', 'B', false);
        check(Seam::Labels, '本', '語', false);
        check(Seam::Links, 'e', 'd', true);
        check(Seam::Links, '.', 'd', false);
    }
}
