//! Footnotes: what a kept passage refers to by a raised mark belongs to the story, wherever on the page it stands.
//!
//! In: the page and what is kept so far. Out: the notes kept too. Marks are told by their place (`<sup>`), their role
//! or their brackets, never by words.

use super::outline::Outline;
use crate::article::url::Base;
use crate::order::Set;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;

/// Units: words. What is longer is a part of the page, and no note.
const MOST_WORDS: u32 = 300;

/// Units: bytes. A mark is a number, a letter or a sign.
const LONGEST_MARK: usize = 8;

/// Keeps the notes of kept passages.
pub fn keep(page: &Page, outline: &Outline, keep: &mut [bool]) {
    let base = Base::of(page);
    let mut wanted: Set<&str> = Set::default();
    for (at, passage) in outline.passages.iter().enumerate().filter(|(_, p)| p.link_count > 0) {
        if keep[at] {
            let links = passage.nodes().filter(|n| page.is(*n, Tag::A) && is_mark(page, *n));
            wanted.extend(links.filter_map(|n| base.fragment(page.attr(n, "href")?)));
        }
    }
    if wanted.is_empty() {
        return;
    }
    for node in page.ids().filter(|n| page.attr(*n, "id").is_some_and(|id| wanted.contains(id))) {
        let passages = outline.regions[around(page, outline, node)].passages.clone();
        let words: u32 = outline.passages[passages.clone()].iter().map(|p| p.tally.words).sum();
        if words <= MOST_WORDS {
            keep[passages].fill(true);
        }
    }
}

/// True for the mark in a text that leads to its note.
fn is_mark(page: &Page, link: NodeId) -> bool {
    let raised = || {
        let inside = page.ancestors(link).take(2).any(|up| page.is(up, Tag::Sup));
        inside || page.subtree(link).any(|n| page.is(n, Tag::Sup))
    };
    let text = page.text_content(link);
    let short = text.len() <= LONGEST_MARK;
    short && (text.starts_with('[') || page.attr_is(link, "role", "doc-noteref") || raised())
}

/// The innermost region around a node, or the node's own.
fn around(page: &Page, outline: &Outline, node: NodeId) -> usize {
    let last = outline.regions.partition_point(|r| r.node <= node).saturating_sub(1);
    outline.upward(last).find(|r| node < page.end(outline.regions[*r].node)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::select::families::Lexicon;
    use crate::article::select::outline;
    use crate::page::Mask;
    use crate::page::parse_serialized;

    /// The passages kept when the first one is.
    fn kept(body: &str) -> Vec<String> {
        let html = format!("<html><head></head><body>{body}</body></html>");
        let page = parse_serialized(&html, "https://news.example/a").page;
        let outline = outline::cut(&page, &Mask::default(), Lexicon::load());
        let mut kept: Vec<bool> = (0..outline.passages.len()).map(|i| i == 0).collect();
        keep(&page, &outline, &mut kept);
        let texts = outline.passages.iter().zip(kept).filter(|(_, kept)| *kept).skip(1);
        texts.map(|(p, _)| p.text(&page)).collect()
    }

    #[test]
    fn what_a_mark_leads_to_is_kept() {
        let note = "<p>Between.</p><ol><li id='n1'>The book.</li><li id='n2'>Another.</li></ol>";
        let check =
            |mark: &str, notes: &[&str]| assert_eq!(kept(&format!("<p>Said{mark}.</p>{note}")), notes);
        check("<sup><a href='#n1'>1</a></sup>", &["The book."]);
        check("<a href='https://news.example/a#n2'>[2]</a>", &["Another."]);
        check("<a href='#n1' role='doc-noteref'>*</a>", &["The book."]);
        check("<a href='#n1'>12</a>", &[]);
        check("<sup><a href='/b#n1'>1</a></sup>", &[]);
        check("<sup><a href='#none'>1</a></sup>", &[]);
    }

    #[test]
    fn a_part_of_the_page_is_no_note() {
        let part = format!(
            "<div id='all'>{}</div>",
            "<p>Some ten words that stand here over and over again now.</p>".repeat(40)
        );
        assert_eq!(kept(&format!("<p>Said<sup><a href='#all'>40</a></sup>.</p>{part}")).len(), 0);
    }
}
