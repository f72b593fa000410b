//! The headline: the `<h1>` that the page's own titles speak of, or the part of them that is no site name.

use super::said::Said;
use super::said::tidy;
use crate::article::Source;
use crate::article::Sourced;
use crate::order;
use crate::page::NodeId;
use crate::page::Tag;
use crate::text::lower;
use crate::text::word_list;
use crate::text::words::words_of;

/// Units: bytes. A longer `<h1>` wraps more than a headline.
const MAX_TITLE: usize = 300;
/// Units: ratio (F1 of words). From here on a heading and a title speak of the same. Source: WCXB dev, best of 0.3 to 0.8.
const SAME: f32 = 0.5;
/// The same where the page is an article, whose `<h1>` is the headline even when titles are written for search engines.
const SAME_ON_ARTICLE: f32 = 0.15;

/// A headline and, where it stands on the page, its element.
pub(super) struct Title {
    pub title: Option<Sourced>,
    pub node: Option<NodeId>,
}

/// Chooses the headline. `sites`: folded names of the site.
pub(super) fn choose(said: &Said, sites: &[String], is_article: bool) -> Title {
    let graph = said.tidy_tag(word_list!["og:title", "twitter:title"]).unwrap_or_default();
    let declared = [(graph.as_str(), Source::OpenGraph), (said.title.as_str(), Source::MetaTag)];
    let spans = [runs(&graph), runs(&said.title)].concat();
    let headings = headings(said, sites, &declared);
    let best = headings.iter().map(|(node, text)| {
        let closeness = spans.iter().map(|span| similarity(text, span)).fold(0.0, f32::max);
        (*node, text, closeness)
    });
    // The first of the best: `max_by` would take the last.
    let best = best.reduce(|a, b| if b.2 > a.2 { b } else { a });
    let needed = if is_article { SAME_ON_ARTICLE } else { SAME };
    if let Some((node, text, _)) = best.filter(|(_, _, close)| *close >= needed || spans.is_empty()) {
        let value = without_site(text, sites);
        return Title { title: Some(Sourced { value, source: Source::Visible }), node: Some(node) };
    }
    let order = if is_article { [declared[0], declared[1]] } else { [declared[1], declared[0]] };
    let found = order.iter().find(|(text, _)| !text.is_empty()).map(|(text, source)| {
        let value = if is_article { without_site(text, sites) } else { first_segment(text, sites) };
        Sourced { value, source: *source }
    });
    let heading =
        || headings.first().map(|(_, text)| Sourced { value: text.clone(), source: Source::Visible });
    Title {
        title: found.or_else(heading),
        node: best.map(|(node, _, _)| node).filter(|_| headings.len() == 1),
    }
}

/// Headings that may be the headline: not the site's own name.
fn headings(said: &Said, sites: &[String], declared: &[(&str, Source)]) -> Vec<(NodeId, String)> {
    let last_parts: Vec<String> = declared.iter().filter_map(|(t, _)| site_part(t, sites)).collect();
    let read = said.headings.iter().map(|node| (*node, heading_text(said, *node)));
    read.filter(|(node, text)| {
        let folded = fold(text);
        !folded.is_empty()
            && text.len() <= MAX_TITLE
            && !sites.contains(&folded)
            && !last_parts.contains(&folded)
            && !leads_home(said, *node)
            && !is_in_footer(said, *node)
    })
    .collect()
}

/// The last part of a title with several, folded, unless the first one is the site's name.
fn site_part(title: &str, sites: &[String]) -> Option<String> {
    let parts = segments(title);
    let (first, last) = (parts.first()?, parts.last()?);
    (parts.len() > 1 && !is_site(&title[first.clone()], sites)).then(|| fold(&title[last.clone()]))
}

/// A heading's text with a space where a line breaks; permalink marks go.
fn heading_text(said: &Said, node: NodeId) -> String {
    let lines = &said.lines;
    let range = lines.at(node)..lines.at(said.page.end(node));
    let text = lines.all[range].iter().map(|line| lines.text(line)).collect::<Vec<_>>().join(" ");
    let text = if text.is_empty() { said.page.text_content(node) } else { text };
    tidy(text.trim_end_matches(['¶', '#', '🔗', '§']))
}

/// True for a heading that is a link to the site's front page: a logo.
fn leads_home(said: &Said, node: NodeId) -> bool {
    let page = said.page;
    let leads_home = |n: NodeId| {
        let Some(href) = page.attr(n, "href").map(str::trim) else { return false };
        let path = href
            .split_once("://")
            .map_or(href, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
        path.is_empty() || word_list!["/", "index.html", "index.php", "./"].has(path)
    };
    let inside = page.find(node, Tag::A);
    let mut around = page.ancestors(node).take(2).filter(|n| page.is(*n, Tag::A));
    said.headings.len() > 1 && (inside.is_some_and(leads_home) || around.any(leads_home))
}

/// True for a heading in the foot of the page; a story may have a foot of its own.
fn is_in_footer(said: &Said, node: NodeId) -> bool {
    let page = said.page;
    let sections = page.ancestors(node).find(|n| page.is(*n, Tag::Footer) || page.is(*n, Tag::Article));
    sections.is_some_and(|n| page.is(n, Tag::Footer))
}

/// Lower-case words with single spaces: what two spellings of the same title share.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in words_of(text) {
        out.push_str(if out.is_empty() { "" } else { " " });
        out.push_str(&lower(word));
    }
    out
}

/// F1 of the words of two texts.
fn similarity(a: &str, b: &str) -> f32 {
    let (a, b) = (fold(a), fold(b));
    if a == b {
        return 1.0;
    }
    let mut left: Vec<&str> = b.split(' ').collect();
    let (n_a, n_b) = (a.split(' ').count(), left.len());
    let mut shared = 0;
    for word in a.split(' ') {
        if let Some(at) = left.iter().position(|w| *w == word) {
            left.swap_remove(at);
            shared += 1;
        }
    }
    // Equal texts alone reach 1: another order of the same words does not.
    (2 * shared) as f32 / (n_a + n_b) as f32 * 0.999
}

/// Parts of a title between separators. Units: bytes.
pub(super) fn segments(title: &str) -> Vec<std::ops::Range<usize>> {
    let mut out = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < title.len() {
        let rest = &title[at..];
        match separator(rest, title[..at].ends_with(char::is_whitespace)) {
            Some(len) => {
                out.push(start..at);
                at += len;
                start = at;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    out.push(start..title.len());
    out.retain(|range| !title[range.clone()].trim().is_empty());
    out.into_iter().map(|range| trimmed(title, range)).collect()
}

fn trimmed(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let part = &text[range.clone()];
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

/// How long a separator at the start of `rest` is. Bars part by themselves, others between spaces.
fn separator(rest: &str, after_space: bool) -> Option<usize> {
    const MARKS: &[char] = &['-', '–', '—', '·', ':', '»', '«', '>', '•', '/', '~', '|'];
    let first = rest.chars().next()?;
    if matches!(first, '|' | '»' | '｜') {
        return Some(first.len_utf8());
    }
    let len = rest.find(|c: char| !MARKS.contains(&c)).unwrap_or(0);
    (after_space && len > 0 && rest[len..].starts_with(char::is_whitespace)).then_some(len)
}

/// Every run of neighbouring parts.
fn runs(title: &str) -> Vec<&str> {
    /// Units: parts. Titles with more are lists of key words.
    const MAX_PARTS: usize = 8;
    let parts = segments(title);
    let parts = &parts[..parts.len().min(MAX_PARTS)];
    let mut out = Vec::new();
    for (i, first) in parts.iter().enumerate() {
        out.extend(parts[i..].iter().map(|last| &title[first.start..last.end]));
    }
    out
}

/// True if a part of a title is the site's name.
pub(super) fn is_site(part: &str, sites: &[String]) -> bool {
    /// Units: letters. Shorter names are found in too many words.
    const MIN_LETTERS: usize = 4;
    let solid = |text: &str| text.chars().filter(|c| *c != ' ').collect::<String>();
    let part = solid(&fold(part));
    sites.iter().map(|site| solid(site)).any(|site| {
        part == site
            || (part.len() >= MIN_LETTERS
                && site.len() >= MIN_LETTERS
                && (site.starts_with(&part) || part.starts_with(&site))
                && part.len() <= 2 * site.len())
    })
}

/// Drops the site's name from either end, and what stands behind a bar.
fn without_site(title: &str, sites: &[String]) -> String {
    let mut parts = segments(title);
    let bar = |parts: &[std::ops::Range<usize>]| {
        parts.len() > 1 && title[parts[parts.len() - 2].end..parts[parts.len() - 1].start].contains('|')
    };
    while parts.len() > 1 && (is_site(&title[parts[parts.len() - 1].clone()], sites) || bar(&parts)) {
        parts.pop();
    }
    if parts.len() > 1 && is_site(&title[parts[0].clone()], sites) {
        parts.remove(0);
    }
    match (parts.first(), parts.last()) {
        (Some(first), Some(last)) => title[first.start..last.end].to_owned(),
        _ => title.to_owned(),
    }
}

fn first_segment(title: &str, sites: &[String]) -> String {
    let parts = segments(title);
    let first = parts.iter().find(|part| !is_site(&title[(*part).clone()], sites)).or(parts.first());
    first.map_or_else(|| title.to_owned(), |part| title[part.clone()].to_owned())
}

/// Folded names of the site, as far as the page gives them.
pub(super) fn site_names(said: &Said) -> Vec<String> {
    let declared =
        ["og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "twitter:site"];
    let mut sites: Vec<String> = declared.iter().filter_map(|name| said.tag(name)).map(fold).collect();
    let publisher = said.linked.objects().into_iter().find_map(|o| o.get("publisher"));
    sites.extend(said.linked.names(publisher).iter().map(|name| fold(name)));
    if let Some(host) = crate::article::url::host(&said.address) {
        sites.push(fold(&host));
        sites.push(fold(crate::article::url::site_label(&host)));
    }
    sites.retain(|site| !site.is_empty());
    order::sort(&mut sites);
    sites.dedup();
    sites
}
