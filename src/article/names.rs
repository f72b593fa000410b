//! What authors call their elements: the words of `class` and `id`.

use crate::page::NodeId;
use crate::page::Page;
use crate::text::Words;
use crate::text::words::char_at;

/// The element's class names and its id, as written.
pub(super) fn names(page: &Page, node: NodeId) -> impl Iterator<Item = &str> {
    let of = |name| page.value(node, name).split_ascii_whitespace();
    of("class").chain(of("id"))
}

/// True if one of the element's names is one of `whole`, in any case.
pub(super) fn is_named(page: &Page, node: NodeId, whole: Words) -> bool {
    names(page, node).any(|name| whole.has_in_any_case(name))
}

/// True if a name holds one of `parts` (lower case) anywhere.
pub(super) fn name_holds(page: &Page, node: NodeId, parts: Words) -> bool {
    names(page, node).any(|name| holds_one(name, parts))
}

/// True if `text` holds one of `parts` (lower-case ASCII), in any case.
pub(super) fn holds_one(text: &str, parts: Words) -> bool {
    parts.iter().any(|part| holds(text, part))
}

/// True if `text` holds `part` (lower-case ASCII), in any case.
pub(super) fn holds(text: &str, part: &str) -> bool {
    let part = part.as_bytes();
    let mut windows = text.as_bytes().windows(part.len().max(1));
    // Most differ in their first byte, which costs less to see than all of them.
    windows.any(|w| {
        w.first().map(u8::to_ascii_lowercase) == part.first().copied() && w.eq_ignore_ascii_case(part)
    })
}

/// The words that make up a name: `post-authorName_x` is post, author, Name, x.
pub(super) fn words(name: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(c) = char_at(name, at).filter(|c| !c.is_alphanumeric()) {
            at += c.len_utf8();
        }
        let start = at;
        at = word_end(name, start);
        (start < at).then(|| &name[start..at])
    })
}

/// Where the word ends that starts at a byte: at a sign, or where a capital follows a small letter.
fn word_end(name: &str, start: usize) -> usize {
    let (mut at, mut is_small) = (start, false);
    while let Some(c) = char_at(name, at) {
        if !c.is_alphanumeric() || is_small && c.is_uppercase() {
            break;
        }
        is_small = c.is_lowercase();
        at += c.len_utf8();
    }
    at
}

/// Which lengths the words of some lists have, by their first letter: few other words share both.
pub(super) struct Lengths([u32; 256]);

impl Lengths {
    /// `lists`: of words shorter than 32 bytes.
    pub(super) fn of(lists: &[Words]) -> Lengths {
        let mut lengths = [0u32; 256];
        for word in lists.iter().flat_map(|list| list.iter()) {
            lengths[usize::from(word.as_bytes()[0])] |= 1 << word.len();
        }
        Lengths(lengths)
    }

    /// False for a word that, in any case, is in none of the lists.
    pub(super) fn may_have(&self, word: &str) -> bool {
        let first = word.as_bytes().first().map_or(0, u8::to_ascii_lowercase);
        word.len() < 32 && self.0[usize::from(first)] >> word.len() & 1 == 1
    }
}

/// True if a class or id of the element has one of `wanted` (lower case) among its words.
pub(super) fn has_word(page: &Page, node: NodeId, wanted: Words) -> bool {
    names(page, node).any(|name| words(name).any(|word| wanted.has_in_any_case(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fall_into_words() {
        let check = |name: &str, expected: &[&str]| assert_eq!(words(name).collect::<Vec<_>>(), expected);
        check("post-authorName_x", &["post", "author", "Name", "x"]);
        check("c__byline", &["c", "byline"]);
        check("éTé", &["é", "Té"]);
        check("", &[]);
    }

    #[test]
    fn finds_parts_in_any_case() {
        assert!(holds("wp-Caption-text", "caption"));
        assert!(!holds("cap", "caption"));
    }
}
