//! Where a story of several pages goes on: the link to this page's own address with the next number.
//!
//! What the link says does not matter, its address decides: "Next" alone also leads to other stories.

use super::said::Said;
use crate::article::NextPage;
use crate::article::names;
use crate::page::Tag;
use crate::text::Words;
use crate::text::word_list;
use crate::text::words::words_of;

/// Words of addresses that come before a page's number. Own list: en, de, fr, es, pt, it, nl, sv, da, no, pl.
const PAGE_WORDS: Words = word_list![
    "page",
    "p",
    "pg",
    "paged",
    "pagenumber",
    "pageno",
    "pageindex",
    "pagenum",
    "part",
    "seite",
    "s",
    "teil",
    "pagina",
    "pag",
    "página",
    "parte",
    "sida",
    "side",
    "strona",
    "str",
];
/// Names of what has pages of its own.
const OTHER_PAGERS: Words = word_list!["comments", "comment", "replies", "disqus", "related", "archive"];
/// Units: elements. How far above a link such a name still speaks of it.
const CLIMB: usize = 6;
/// A story has fewer pages; what is larger is the number of a story.
const MOST_PAGES: u32 = 99;

/// Finds the next page.
pub(super) fn find(said: &Said) -> Option<NextPage> {
    let page = said.page;
    // On its second page, a story's bare address would lead there again.
    let bare = [without_query(page.url()), said.address.as_str()];
    let bare = bare.into_iter().filter(|bare| page_number(bare, page.url()).is_none());
    let own: Vec<&str> = std::iter::once(page.url()).chain(bare).collect();
    let other = |node| page.ancestors(node).take(CLIMB).any(|up| names::has_word(page, up, OTHER_PAGERS));
    let links = page.ids().filter(|n| page.is(*n, Tag::A) || page.is(*n, Tag::Link));
    links.filter_map(|node| Some((node, page.attr(node, "href").filter(|href| may_count(href))?))).find_map(
        |(node, href)| {
            let url = said.base.resolve(href)?;
            let number = own.iter().find_map(|own| next_number(own, &url))?;
            (!other(node)).then_some(NextPage { number, url })
        },
    )
}

/// True for an address with a number that may be a page's: told before the address is made whole, which takes longer.
fn may_count(href: &str) -> bool {
    let mut numbers = href.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    numbers.any(|digits| digits.parse().is_ok_and(|number: u32| number <= MOST_PAGES))
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}

fn without_query(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or(url)
}

/// The number of the page at `url`, if its address is that of `own` with the next number.
fn next_number(own: &str, url: &str) -> Option<u32> {
    let (mine, other) = differing(own, url);
    let (before, number, after) = around_number(other)?;
    match around_number(mine) {
        Some((b, now, a)) => {
            let follows = b == before && a == after && now.checked_add(1) == Some(number);
            (follows && number <= MOST_PAGES).then_some(number)
        }
        None => page_number(own, url).filter(|number| *number == 2),
    }
}

/// The number of the page at `url`, if its address is `first` with a page's number added.
fn page_number(first: &str, url: &str) -> Option<u32> {
    let (mine, other) = differing(first, url);
    let (before, number, after) = around_number(other)?;
    let added = is_ending(mine) && is_ending(after) && says_page(before);
    (added && (2..=MOST_PAGES).contains(&number)).then_some(number)
}

/// What is left of two addresses without what both begin and end with; no number is cut in two, and a mark in front
/// of the difference stays with it.
fn differing<'a>(a: &'a str, b: &'a str) -> (&'a str, &'a str) {
    let [a, b] = [a, b].map(|url| url.split('#').next().unwrap_or(url));
    let digit_at = |s: &str, i: usize| s.as_bytes().get(i).is_some_and(u8::is_ascii_digit);
    let mut start = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    let in_number = |i: usize| digit_at(a, i - 1) && (digit_at(a, i) || digit_at(b, i));
    while start > 0 && (in_number(start) || !a.is_char_boundary(start) || !b.is_char_boundary(start)) {
        start -= 1;
    }
    if start > 0 && a.as_bytes()[start - 1].is_ascii_punctuation() {
        start -= 1;
    }
    let (a, b) = (&a[start..], &b[start..]);
    let mut end = a.bytes().rev().zip(b.bytes().rev()).take_while(|(x, y)| x == y).count();
    let cut = |end: usize| (a.len() - end, b.len() - end);
    let inside = |end: usize| {
        let (x, y) = cut(end);
        digit_at(a, x) || digit_at(b, y) || !a.is_char_boundary(x) || !b.is_char_boundary(y)
    };
    while end > 0 && inside(end) {
        end -= 1;
    }
    let (x, y) = cut(end);
    (&a[..x], &b[..y])
}

/// The one number in `part`, and what stands before and after it. None: no number, or more than one.
fn around_number(part: &str) -> Option<(&str, u32, &str)> {
    let start = part.find(|c: char| c.is_ascii_digit())?;
    let rest = &part[start..];
    let len = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let after = &rest[len..];
    (!has_digit(after)).then_some((&part[..start], rest[..len].parse().ok()?, after))
}

/// What may end an address without saying anything: a slash, a file's ending.
fn is_ending(part: &str) -> bool {
    part.is_empty() || word_list!["/", ".html", ".htm", ".php", "index", "index.html"].has(part)
}

/// True if every word in front of the number means "page": a number alone does too, behind a mark.
fn says_page(before: &str) -> bool {
    let mut words = words_of(before);
    before.starts_with(|c: char| !c.is_alphanumeric()) && words.all(|w| PAGE_WORDS.has_in_any_case(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str) -> String {
        format!("https://news.example/{path}")
    }

    #[test]
    fn the_next_number_of_the_same_address_is_the_next_page() {
        let check = |own: &str, url: &str, number: Option<u32>| {
            assert_eq!(next_number(&at(own), &at(url)), number, "{own} {url}");
        };
        check("river", "river/2", Some(2));
        check("river/", "river/2/", Some(2));
        check("river/", "river/page/2/", Some(2));
        check("river.html", "river-2.html", Some(2));
        check("river-2.html", "river-3.html", Some(3));
        check("river", "river?page=2", Some(2));
        check("river?a=1", "river?a=1&page=2", Some(2));
        check("river?page=9", "river?page=10", Some(10));
        check("river?page=19#top", "river?page=20", Some(20));
        check("fluss", "fluss/seite-2", Some(2));
        check("2024/05/04/river", "2024/05/04/river?p=2#more", Some(2));
        check("river-2.html", "river-2.html", None);
        check("river?page=2", "river?page=1", None);
        check("river", "river/3", None);
        check("river?page=1", "river?page=3", None);
        check("story/4711", "story/4712", None);
        check("river", "river/comments/2", None);
        check("river", "river2", None);
        check("river", "rivers/2", None);
        check("river", "river?share=2", None);
        check("a", "b/2", None);
    }

    #[test]
    fn a_later_page_is_known_by_its_first() {
        assert_eq!(page_number(&at("river"), &at("river/7")), Some(7));
        assert_eq!(page_number(&at("river"), &at("river?page=3")), Some(3));
        assert_eq!(page_number(&at("river"), &at("river?visit=3")), None);
        assert_eq!(page_number(&at("river"), &at("river")), None);
    }
}
