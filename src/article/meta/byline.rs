//! Who wrote the story: declared, or written near the headline.

use super::day;
use super::day::Order;
use super::kind::Kind;
use super::said::Said;
use super::said::tidy;
use super::title;
use super::zone::Zone;
use super::zone::in_foreign;
use crate::article::Source;
use crate::article::Sourced;
use crate::article::names;
use crate::article::posts::Place;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::rules::months::Months;
use crate::text::Words;
use crate::text::lower;
use crate::text::word_list;

/// `<meta>` names of the author.
const TAGS: Words = word_list![
    "author",
    "article:author_name",
    "sailthru.author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "cxenseparse:author",
    "creator",
    "og:author",
    "article:author",
    "citation_author",
    "byl",
    "bc:authors",
    "shareaholic:article_author_name",
    "nar_author",
    "authors",
];
/// What stands before a name, lower case, longest first where one begins another. Languages as the product speaks them.
const LABELS: Words = word_list![
    "recipe by",
    "guide by",
    "review by",
    "reviewed by",
    "analysis by",
    "opinion by",
    "interview by",
    "compiled by",
    "edited by",
    "articles by",
    "article by",
    "via",
    "originally published by",
    "article written by",
    "this article was written by",
    "written and reviewed by",
    "medically reviewed by",
    "reported by",
    "written by:",
    "written by",
    "posted by:",
    "posted by",
    "published by",
    "authored by",
    "story by",
    "words by",
    "text by",
    "article by",
    "content by",
    "contributed by",
    "created by",
    "submitted by",
    "started by",
    "asked by",
    "blog by",
    "guest post by",
    "a guest post by",
    "by:",
    "by",
    "author:",
    "authors:",
    "author",
    "authors",
    "author(s):",
    "contributor:",
    "writer:",
    "reporter:",
    "von:",
    "von",
    "autor:",
    "autorin:",
    "autoren:",
    "text:",
    "ein artikel von",
    "geschrieben von",
    "par:",
    "par",
    "écrit par",
    "publié par",
    "auteur :",
    "auteur:",
    "por:",
    "por",
    "escrito por",
    "publicado por",
    "di:",
    "di",
    "scritto da",
    "a cura di",
    "door:",
    "door",
    "geschreven door",
    "av:",
    "av",
    "af:",
    "af",
    "tekst:",
    "przez",
    "autor",
    "автор:",
    "作者：",
    "作者:",
    "著者：",
    "著者:",
    "文・",
    "文：",
    "記者：",
    "كتب:",
    "كتبه:",
    "بقلم:",
    "بقلم",
    "כתב:",
    "מאת:",
    "מאת",
    "द्वारा",
];
/// Words of classes and ids on an element that holds the author.
const NAMED: Words = word_list![
    "byline",
    "author",
    "authors",
    "writer",
    "writers",
    "contributor",
    "contributors",
    "auteur",
    "autor",
    "autoren",
    "autore",
    "redacteur",
    "creator",
    "username",
    "poster",
];
/// Words that say such an element holds something else about the author.
const BESIDE: Words = word_list![
    "bio",
    "image",
    "img",
    "photo",
    "avatar",
    "social",
    "follow",
    "description",
    "desc",
    "title",
    "role",
    "job",
    "position",
    "date",
    "time",
    "thumb",
    "picture",
    "icon",
    "links",
    "website",
    "intro",
    "excerpt",
    "more",
    "info",
    "stats",
    "rank",
    "count",
    "badge",
    "profile",
];
/// Folders in addresses of pages about authors.
const FOLDERS: Words = word_list![
    "author",
    "authors",
    "people",
    "staff",
    "contributor",
    "contributors",
    "by",
    "writer",
    "writers",
    "profile",
    "profiles",
    "autor",
    "auteur",
    "redaktion",
    "journalist",
    "reporter",
    "reporters",
    "team",
    "user",
    "users",
    "member",
    "members",
    "u",
    "@",
];
/// Words that only stand in lines about a newsroom's own.
const NEWSROOM: Words = word_list![
    "staff",
    "agencies",
    "reporter",
    "reporters",
    "correspondent",
    "correspondents",
    "editors",
    "bureau",
    "wires",
    "redaktion",
    "redacción",
    "rédaction",
    "redazione",
    "redação",
];
/// Lines and names that are no author. Lower case.
const NOBODY: Words = word_list![
    "share",
    "follow",
    "subscribe",
    "read more",
    "home",
    "login",
    "log in",
    "sign in",
    "sign up",
    "guest",
    "anonymous",
    "author",
    "authors",
    "byline",
    "by",
    "comments",
    "unknown",
    "null",
    "undefined",
    "none",
    "n/a",
    "more",
    "view profile",
    "posts",
    "website",
    "about",
    "about the author",
    "contributor",
    "writer",
    "posted",
    "published",
    "contact",
    "admin",
    "administrator",
    "webmaster",
    "super user",
    "default",
    "joined",
    "member",
    "reply",
    "quote",
    "email",
    "print",
    "save",
    "menu",
    "search",
];
/// Units: bytes, words.
const MAX_BYTES: usize = 160;
const MAX_WORDS: usize = 22;

/// Finds the byline. What names a person beats what names the site itself.
pub(super) fn find(
    said: &Said,
    zone: &Zone,
    order: Order,
    kind: Kind,
    first: Option<&Place>,
    sites: &[String],
) -> Option<Sourced> {
    let months = Months::load();
    let clean = |text: &str| name(text, months, order);
    let sourced = |source| move |value| Sourced { value, source };
    let linked = linked_names(said).and_then(|text| clean(&text)).map(sourced(Source::JsonLd));
    let tag = || tag_names(said).and_then(|text| clean(&text)).map(sourced(Source::MetaTag));
    let declared = linked.or_else(tag).map(|found| (declared_strength(&found), found));
    let signed = || first.and_then(|post| post.author.clone());
    let post = || signed().map(|value| (PLAIN, Sourced { value, source: Source::Visible }));
    let shown = || post().or_else(|| visible(said, zone, &clean));
    let is_site = |found: &Sourced| title::is_site(&found.value, sites);
    let found = match declared {
        Some(declared) if is_site(&declared.1) => shown().or(Some(declared)),
        Some(declared) => Some(declared),
        None => shown(),
    };
    let (strength, found) = found?;
    kind.carries(if is_site(&found) { AGAINST } else { strength }).then_some(found)
}

/// How plainly a byline speaks of a story. Units: points of [`Kind`].
const PLAIN: i32 = 2;
const FAIR: i32 = 1;
const NOTHING: i32 = 0;
const AGAINST: i32 = -1;

/// `<meta name=author>` stands on pages of every kind; one with a comma is written by hand: several
/// persons, or a surname first.
fn declared_strength(found: &Sourced) -> i32 {
    match found.source {
        Source::MetaTag if found.value.contains(", ") => PLAIN,
        Source::MetaTag => NOTHING,
        _ => FAIR,
    }
}

fn linked_names(said: &Said) -> Option<String> {
    let story = said.story()?;
    let names =
        ["author", "creator"].iter().map(|key| said.linked.names(story.get(*key))).find(|n| !n.is_empty())?;
    joined(names)
}

fn tag_names(said: &Said) -> Option<String> {
    let label = said.tag("twitter:label1").map(lower);
    let written = label.is_some_and(|l| {
        ["written by", "geschrieben von", "écrit par", "escrito por", "scritto da", "by", "author"]
            .contains(&l.as_str())
    });
    let card = said.tag("twitter:data1").filter(|_| written).map(tidy);
    let plain = |text: &String| !text.is_empty() && !text.contains("://");
    let all = |name: &str| joined(said.tags(name).map(tidy).filter(plain).collect());
    TAGS.iter().find_map(all).or(card)
}

/// Names without repeats, between commas.
fn joined(names: Vec<String>) -> Option<String> {
    let mut unique: Vec<String> = Vec::new();
    for name in names {
        if !name.is_empty() && !unique.contains(&name) {
            unique.push(name);
        }
    }
    (!unique.is_empty()).then(|| unique.join(", "))
}

/// What readers see around the headline, most telling first.
fn visible(said: &Said, zone: &Zone, clean: &dyn Fn(&str) -> Option<String>) -> Option<(i32, Sourced)> {
    let page = said.page;
    let elements: Vec<NodeId> = zone.elements(said).filter(|n| !holds_much(page, *n)).collect();
    let props = said.props.iter().filter(|(name, node)| *name == "author" && !in_foreign(said, *node));
    let microdata = props.filter_map(|(_, node)| clean(&prop_name(said, *node))).next();
    if let Some(value) = microdata {
        return Some((FAIR, Sourced { value, source: Source::Microdata }));
    }
    let of = |n: &NodeId| parts_name(&parts(page, *n), clean);
    let proper = |n: &NodeId| of(n).filter(|name| is_proper(name));
    let related = || elements.iter().filter(|n| has_rel_author(page, **n)).find_map(of);
    let labelled = || zone.lines.clone().find_map(|i| labelled_line(said, i, clean));
    let is_named = |n: &&NodeId| names::has_word(page, **n, NAMED) && !names::has_word(page, **n, BESIDE);
    let named = || elements.iter().filter(is_named).find_map(of);
    let filed = || elements.iter().filter(|n| is_author_link(page, **n)).find_map(proper);
    let newsroom = || newsroom_line(said, zone);
    let plain = |value| (PLAIN, value);
    let fair = |value| (FAIR, value);
    let weaker = || related().or_else(named).or_else(filed).map(fair);
    let below = || only_author(page, &of).map(fair);
    let (strength, value) =
        labelled().map(plain).or_else(weaker).or_else(|| newsroom().map(plain)).or_else(below)?;
    Some((strength, Sourced { value, source: Source::Visible }))
}

/// Whom every link to an author's page names, where they name the same one: blogs sign below the story, too.
fn only_author(page: &Page, name: &dyn Fn(&NodeId) -> Option<String>) -> Option<String> {
    let links = page.ids().filter(|n| has_rel_author(page, *n) && !holds_much(page, *n));
    let mut names = links.filter_map(|n| name(&n));
    let first = names.next()?;
    names.all(|other| other == first).then_some(first)
}

/// The element's pieces of text, tidy.
fn parts(page: &Page, node: NodeId) -> Vec<String> {
    page.subtree(node).map(|n| tidy(page.text(n))).filter(|text| !text.is_empty()).collect()
}

/// Names out of the pieces of a byline: the first that is one, and those that "and" or a comma ties to it.
fn parts_name(parts: &[String], clean: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    /// Units: pieces. Initials and labels stand before a name, not more.
    const LEAD: usize = 4;
    let mut found: Vec<String> = Vec::new();
    let mut tied = true;
    for (i, part) in parts.iter().enumerate() {
        let bare = part.trim_matches(|c: char| matches!(c, ',' | '&' | ' '));
        let ties = is_tie(part);
        if bare.is_empty() || (ties && bare.split(' ').count() == 1) {
            tied = true;
            continue;
        }
        if !found.is_empty() && !tied && !ties {
            break;
        }
        let initials = bare.len() <= 2 && i + 1 < parts.len();
        match clean(bare).filter(|_| !initials) {
            Some(name) => found.push(name),
            None if !found.is_empty() || i >= LEAD => break,
            None => continue,
        }
        tied = part.ends_with([',', '&']) || part.ends_with(" and");
    }
    joined(found)
}

/// True for a piece that ties names together.
fn is_tie(part: &str) -> bool {
    let first = lower(part.split(' ').next().unwrap_or(""));
    word_list!["and", "&", ",", "und", "et", "y", "e", "en", "with", "mit"].has(first.as_str())
}

/// True for names as people have them: two words or more, each with a capital where the script has them.
fn is_proper(name: &str) -> bool {
    const SMALL: Words = word_list![
        "de", "da", "van", "von", "der", "den", "la", "le", "di", "and", "bin", "al", "ten", "du", "dos",
        "el", "del", "y", "e", "of",
    ];
    let words: Vec<&str> = name.split(' ').collect();
    (2..=6).contains(&words.len())
        && words
            .iter()
            .all(|w| SMALL.has(w) || !w.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()))
}

/// The name inside a microdata author, else all its text.
fn prop_name(said: &Said, node: NodeId) -> String {
    let inside = said.page.subtree(node).skip(1).find(|n| said.page.attr_is(*n, "itemprop", "name"));
    said.prop(inside.unwrap_or(node))
}

/// True for an element too large to be a byline. Bounded: a byline has few nodes.
fn holds_much(page: &Page, node: NodeId) -> bool {
    /// Units: nodes.
    const MAX_NODES: u32 = 60;
    page.end(node).0 - node.0 > MAX_NODES
}

fn has_rel_author(page: &Page, node: NodeId) -> bool {
    page.attr(node, "rel").is_some_and(|rel| rel.split_whitespace().any(|r| r.eq_ignore_ascii_case("author")))
}

fn is_author_link(page: &Page, node: NodeId) -> bool {
    let folder = |part: &str| FOLDERS.has_in_any_case(part) || part.starts_with('@');
    let href = page.attr(node, "href").filter(|_| page.is(node, Tag::A));
    href.is_some_and(|href| href.split(['/', '?']).rev().skip(1).take(2).any(folder))
}

/// "By Ana Lima", in one line or with the name on the next.
fn labelled_line(said: &Said, index: usize, clean: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let line = &said.lines.all[index];
    if Some(index) == said.lines.all.len().checked_sub(1) && index == 0 {
        return None;
    }
    let text = said.lines.text(line);
    let rest = after_label(text)?;
    if text.len() > MAX_BYTES || in_foreign(said, line.node) {
        return None;
    }
    if rest.trim().is_empty() {
        return clean(said.lines.text(said.lines.all.get(index + 1)?));
    }
    // "By 2030, …" is a sentence: a name starts with a capital, where the script has them.
    (!rest.trim_start().starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit()))
        .then(|| clean(rest))
        .flatten()
}

/// What follows a label at the start of a text. None: no label.
fn after_label(text: &str) -> Option<&str> {
    let lower = lower(text);
    if lower.len() != text.len() {
        return None;
    }
    LABELS
        .iter()
        .filter(|label| lower.starts_with(*label))
        .filter_map(|label| {
            let rest = &text[label.len()..];
            let ends = !label.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric);
            ends.then_some(rest)
        })
        .min_by_key(|rest| rest.len())
}

/// "Guardian staff and agencies": a short line next to the headline that is no link.
fn newsroom_line(said: &Said, zone: &Zone) -> Option<String> {
    /// Units: lines.
    const REACH: usize = 3;
    /// Units: words.
    const WORDS: std::ops::RangeInclusive<usize> = 2..=8;
    let headline = zone.headline?;
    let near = headline.saturating_sub(REACH)..(headline + 1 + REACH).min(said.lines.all.len());
    let lines = near.filter(|i| *i != headline).map(|i| &said.lines.all[i]).filter(|line| line.linked == 0);
    let is_newsroom = |text: &&str| {
        let mut words = text.split_whitespace().map(|w| lower(w.trim_matches(',')));
        WORDS.contains(&text.split_whitespace().count())
            && words.any(|w| NEWSROOM.has(w.as_str()))
            && !text.ends_with(['.', '?', '!', ':'])
    };
    lines.map(|line| said.lines.text(line)).find(is_newsroom).map(str::to_owned)
}

/// A name out of what stands where names stand. None: nobody's.
fn name(text: &str, months: &Months, order: Order) -> Option<String> {
    let text = tidy(text);
    let mut rest = text.as_str();
    while let Some(after) = after_label(rest) {
        rest = after.trim_start_matches([':', ' ', '：']);
    }
    let end = day::in_text(rest, months, order).map_or(rest.len(), |(_, range)| range.start);
    let rest = &rest[..cut(&rest[..end])];
    let rest = rest.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '|' | '·' | '•' | '-' | '–' | '—' | ':' | ';' | '/')
    });
    is_name(rest).then(|| rest.to_owned())
}

/// Where the name ends: at a separator, or before words that lead to something else.
fn cut(text: &str) -> usize {
    const ENDS: Words = word_list![
        " | ",
        " · ",
        " • ",
        " – ",
        " — ",
        " - ",
        "published",
        "updated",
        "posted on",
        " on ",
        "⋅",
        "•",
        " last ",
        "view ",
        " view",
        "photo",
        "joined",
        "posts:",
        " in ",
        " at ",
        "last modified",
        "reviewed by",
        "edited by",
        "fact checked",
        "min read",
        "minute read",
        "follow",
        "share",
        "contributor",
        "view all",
        "read more",
        "more by",
        " for ",
        "©",
        "\u{2022}",
    ];
    let lower = lower(text);
    let known = if lower.len() == text.len() {
        ENDS.iter().filter_map(|e| lower.find(e)).filter(|at| *at > 0).min()
    } else {
        None
    };
    known.unwrap_or(text.len()).min(address(text))
}

/// Where a mail address or a handle begins that follows the name; the end of the text where none does.
fn address(text: &str) -> usize {
    let word = text.find('@').and_then(|at| text[..at].rfind(char::is_whitespace));
    word.unwrap_or(text.len())
}

fn is_name(text: &str) -> bool {
    let lower = lower(text);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let words = text.split_whitespace().count();
    letters >= 2
        && letters > digits
        && text.len() <= MAX_BYTES
        && words <= MAX_WORDS
        && !text.contains(['?', '!', '{', '<', '='])
        && !text.contains("://")
        && !NOBODY.has(lower.as_str())
}
