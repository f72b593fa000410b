//! What kind of page this is, as far as it says so: decides whether a byline and a date are to be looked for.
//!
//! Points for and against, from what the page declares and from its address. Source of the points: shares of page types
//! in WCXB dev among pages with each sign, rounded.

use super::linked;
use super::linked::Described;
use super::said::Said;
use super::title::fold;
use crate::article::PageKind;
use crate::article::url;
use crate::text::Words;
use crate::text::lower;
use crate::text::word_list;

/// Folders of addresses under which stories lie.
const STORIES: Words = word_list![
    "blog",
    "blogs",
    "article",
    "articles",
    "news",
    "story",
    "stories",
    "post",
    "posts",
    "resources",
    "insights",
    "opinion",
    "magazine",
    "reviews",
    "features",
    "advice",
    "learn",
    "guide",
    "guides",
];
/// Folders under which threads lie.
const THREADS: Words = word_list![
    "thread",
    "threads",
    "t",
    "topic",
    "questions",
    "showthread",
    "viewtopic",
    "discussion",
    "discussions",
    "forum",
    "forums",
    "comments",
    "d",
    "q",
];
/// Folders under which things are sold or offered.
const OFFERS: Words = word_list![
    "product",
    "products",
    "shop",
    "dp",
    "itm",
    "store",
    "collection",
    "collections",
    "category",
    "categories",
    "c",
    "cat",
    "catalog",
    "service",
    "services",
    "solutions",
    "app",
    "pricing",
    "genre",
    "browse",
    "search",
    "list",
    "tag",
    "tags",
    "courses",
    "course",
    "programs",
    "about",
    "contact",
];
/// Folders under which documentation lies.
const MANUALS: Words = word_list!["docs", "doc", "documentation", "reference", "api", "manual", "man"];
/// Words of hosts that hold threads.
const THREAD_HOSTS: Words = word_list![
    "forum",
    "forums",
    "community",
    "discuss",
    "discourse",
    "bbs",
    "boards",
    "talk",
    "stackoverflow",
    "stackexchange",
    "reddit",
    "ycombinator",
];
/// Programs that make forums, as `<meta name="generator">` names them, lower case.
const THREAD_MAKERS: Words = word_list![
    "discourse",
    "phpbb",
    "vbulletin",
    "xenforo",
    "simple machines",
    "mybb",
    "flarum",
    "invision",
    "nodebb",
    "fluxbb",
    "vanilla",
    "bbpress",
];

/// Points from which on a page is taken for a story with author and date.
const ENOUGH: i32 = 2;

/// The page's kind and what it means for its metadata.
#[derive(Clone, Copy, Debug)]
pub(super) struct Kind {
    pub kind: PageKind,
    /// Points for a single story with author and date.
    points: i32,
}

impl Kind {
    /// True where a page of this kind has such a value. `strength`: how plainly the value itself speaks of a story.
    pub(super) fn carries(self, strength: i32) -> bool {
        self.kind == PageKind::Forum || self.points + strength >= ENOUGH
    }

    /// True where the page declares itself an article.
    pub(super) fn is_declared(self, said: &Said) -> bool {
        self.points > 0 && (is_article(said) || said.tag("article:published_time").is_some())
    }
}

/// Weighs the signs.
pub(super) fn guess(said: &Said) -> Kind {
    let folders = folders(&said.address);
    let under = |names: Words| folders.iter().rev().skip(1).any(|f| names.has(f));
    let described = said.story().map(linked::described);
    let graph = said.tag("og:type").unwrap_or("").to_ascii_lowercase();
    let sold = graph.starts_with("product")
        || graph.starts_with("og:product")
        || described == Some(Described::Product);
    let thread = is_thread(said, &folders) || described == Some(Described::Thread);
    let manual = under(MANUALS)
        || url::host(&said.address).is_some_and(|h| h.starts_with("docs.") || h.starts_with("developer."));
    let signs = [
        (described == Some(Described::Article), 3),
        (said.tag("article:published_time").is_some(), 2),
        (graph == "article", 1),
        (under(STORIES), 2),
        (super::day::in_url(&said.address).is_some(), 3),
        (!said.address.is_empty() && folders.is_empty(), -4),
        (sold, -4),
        (under(OFFERS), -3),
        (manual, -3),
        (lists(said), -3),
    ];
    let points =
        signs.iter().filter(|(is, _)| *is).map(|(_, n)| n).sum::<i32>() + slug_points(said, &folders);
    let kind = if thread {
        PageKind::Forum
    } else if manual && points < ENOUGH {
        PageKind::Documentation
    } else if sold {
        PageKind::Product
    } else if lists(said) {
        PageKind::Listing
    } else {
        PageKind::Article
    };
    Kind { kind, points }
}

fn is_article(said: &Said) -> bool {
    said.story().map(linked::described) == Some(Described::Article)
        || said.tag("og:type").is_some_and(|kind| kind.eq_ignore_ascii_case("article"))
}

/// A long last part of the address is a headline; of a page without an address the title stands in for it.
fn slug_points(said: &Said, folders: &[String]) -> i32 {
    let slug = match folders.last() {
        Some(last) => last.clone(),
        None if said.address.is_empty() => said.title.replace(' ', "-"),
        None => return 0,
    };
    match slug.split(['-', '_', '+']).filter(|w| w.len() > 1 && w.chars().all(char::is_alphabetic)).count() {
        0..=2 => 0,
        3 => 1,
        _ => 2,
    }
}

fn is_thread(said: &Said, folders: &[String]) -> bool {
    let maker = lower(said.tag("generator").unwrap_or(""));
    let host = url::host(&said.address).unwrap_or_default();
    let by_host = fold(&host).split(' ').any(|word| THREAD_HOSTS.has(word));
    let by_folder = folders
        .iter()
        .any(|f| THREADS.has(f.as_str()) || f.starts_with("showthread") || f.starts_with("viewtopic"));
    let made = THREAD_MAKERS.iter().any(|m| maker.contains(m));
    (by_host && (by_folder || made))
        || (made && folders.len() > 1)
        || folders.iter().any(|f| {
            word_list!["threads", "showthread", "viewtopic", "questions"].has(f.as_str())
                || f.starts_with("showthread.")
                || f.starts_with("viewtopic.")
        })
}

/// True for a page that declares itself a list.
fn lists(said: &Said) -> bool {
    let kinds = |o: &&crate::json::Object| {
        linked::text(o.get("@type")).is_some_and(|t| t == "CollectionPage" || t == "SearchResultsPage")
    };
    said.linked.objects().iter().any(kinds)
}

/// Parts of an address's path, lower case.
fn folders(address: &str) -> Vec<String> {
    let path = match address.split_once("://") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None => address,
    };
    let path = path.split(['?', '#']).next().unwrap_or("");
    path.split('/').filter(|part| !part.is_empty()).map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Mask;
    use crate::page::parse_serialized;

    fn check(head: &str, url: &str, kind: PageKind, carries: bool) {
        let html = format!("<html><head>{head}</head><body><p>Text.</p></body></html>");
        let page = parse_serialized(&html, url).page;
        let found = guess(&Said::gather(&page, &Mask::default()));
        assert_eq!((found.kind, found.carries(0)), (kind, carries), "{head} {url}");
    }

    #[test]
    fn a_page_without_an_address_is_told_by_what_it_says() {
        let thread = "<link rel=\"canonical\" href=\"viewtopic.php?id=7\">";
        check(thread, "", PageKind::Forum, true);
        check(thread, "https://news.example/", PageKind::Forum, true);
        check("<meta property=\"og:url\" content=\"/blog/tides\">", "", PageKind::Article, true);
        check("<title>How the old harbour clock was mended</title>", "", PageKind::Article, true);
        check("<title>Harbour clocks</title>", "", PageKind::Article, false);
        let home = "<title>How the old harbour clock was mended</title>";
        check(home, "https://news.example/", PageKind::Article, false);
    }
}
