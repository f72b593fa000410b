//! Who published the story first, who shows it, and where the original lies.

use super::said::Said;
use super::said::tidy;
use super::title;
use super::title::fold;
use super::zone::Zone;
use super::zone::in_foreign;
use crate::article::Source;
use crate::article::Sourced;
use crate::article::names;
use crate::article::url;
use crate::page::NodeId;
use crate::page::Tag;
use crate::rules::aggregators::is_aggregator;
use crate::text::Words;
use crate::text::lower;
use crate::text::word_list;

/// `<meta>` names of the site, beside Open Graph's.
const SITE: Words = word_list![
    "application-name",
    "apple-mobile-web-app-title",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "cre",
    "copyright",
];
/// `<meta>` names of the outlet a story was taken from.
const ORIGIN: Words = word_list![
    "syndication-source-name",
    "original-source-name",
    "article:source",
    "news_source",
    "source",
    "article:publisher_name",
    "provider",
];
/// `<meta>` names of the original's address. Source: Google News, "syndication-source" and "original-source".
const ORIGIN_URL: Words = word_list!["syndication-source", "original-source", "cxenseparse:origin"];
/// Words of class names on the outlet's name above a story.
const NAMED: Words =
    word_list!["publisher", "pub", "source", "provider", "outlet", "publication", "attribution", "origin"];
/// What stands before the outlet's name, lower case.
const LABELS: Words = word_list![
    "originally published on",
    "originally published by",
    "originally published in",
    "originally appeared on",
    "originally appeared in",
    "read the original on",
    "read original on",
    "read original at",
    "read the original at",
    "read the full story on",
    "view original on",
    "source:",
    "quelle:",
    "fuente:",
    "fonte:",
    "bron:",
    "via ",
];
/// Words of links to the original, lower case.
const ORIGINAL_LINKS: Words = word_list![
    "read original",
    "read the original",
    "view original",
    "original article",
    "read full article on",
    "read full story on",
    "continue reading on",
    "read on",
    "zum originalartikel",
    "lire l'article original",
    "leer artículo original",
    "leggi l'originale",
];
/// Units: bytes. A longer line is no name.
const MAX_NAME: usize = 60;

/// The three values.
#[derive(Default)]
pub(super) struct Outlet {
    pub outlet: Option<Sourced>,
    pub aggregator: Option<Sourced>,
    pub original_url: Option<Sourced>,
}

/// Finds who published the story of that headline.
pub(super) fn find(
    said: &Said,
    zone: &Zone,
    sites: &[String],
    headline: Option<&str>,
    byline: Option<&str>,
) -> Outlet {
    let site = site(said, headline, sites);
    let original_url = original_url(said);
    let shows_others = site.as_ref().is_some_and(|site| is_aggregator(&site.value))
        || url::host(&said.address).is_some_and(|host| is_aggregator(&host));
    let known = |name: &str| sites.contains(&fold(name)) || is_aggregator(name);
    let origin = declared_origin(said).or_else(|| {
        if shows_others {
            shown_origin(said, zone, byline)
        } else if original_url.is_some() {
            // One publisher's own sites point at each other, too: only words that say so name another.
            labelled(said, zone).map(visible)
        } else {
            None
        }
    });
    match origin.filter(|origin| !known(&origin.value)) {
        Some(outlet) => Outlet { outlet: Some(outlet), aggregator: site, original_url },
        None => Outlet { outlet: site, aggregator: None, original_url },
    }
}

/// The site's own name.
fn site(said: &Said, headline: Option<&str>, sites: &[String]) -> Option<Sourced> {
    let publisher =
        said.story().and_then(|story| said.linked.names(story.get("publisher")).into_iter().next());
    let linked =
        publisher.filter(|name| !name.is_empty()).map(|value| Sourced { value, source: Source::JsonLd });
    let graph = || {
        said.tidy_tag(word_list!["og:site_name"]).map(|value| Sourced { value, source: Source::OpenGraph })
    };
    let props = || {
        let publisher = said.props.iter().find(|(name, _)| *name == "publisher").map(|(_, node)| *node)?;
        let name = said.page.subtree(publisher).find(|n| said.page.attr_is(*n, "itemprop", "name"));
        let value = said.prop(name.unwrap_or(publisher));
        (!value.is_empty() && value.len() <= MAX_NAME).then_some(Sourced { value, source: Source::Microdata })
    };
    let tags = || {
        said.tidy_tag(SITE)
            .filter(|value| value.len() <= MAX_NAME)
            .map(|value| Sourced { value, source: Source::MetaTag })
    };
    let found = graph()
        .or(linked)
        .or_else(props)
        .or_else(tags)
        .or_else(|| from_title(said, headline, sites))
        .or_else(|| from_logo(said));
    found.or_else(|| url::host(&said.address).map(|value| Sourced { value, source: Source::Url }))
}

/// The last part of the `<title>` where the rest of it is the headline, or its first part where what follows is. On pages
/// of a book the heading above all is the book's: then the part that is no headline names it.
fn from_title(said: &Said, headline: Option<&str>, sites: &[String]) -> Option<Sourced> {
    let parts = title::segments(&said.title);
    let headings: Vec<String> = said.headings.iter().map(|n| fold(&said.page.text_content(*n))).collect();
    let (first, last) = (parts.first()?, parts.last()?);
    let is_heading = |range: std::ops::Range<usize>| headings.contains(&fold(&said.title[range]));
    let before = &parts[..parts.len() - 1];
    let after_headline = before.last().is_some_and(|end| is_heading(first.start..end.end));
    let before_headline = || parts.get(1).is_some_and(|second| is_heading(second.start..last.end));
    // A list of stories may have no heading; what follows its name is a motto as often, so that the address decides.
    let is_declared = || {
        let before = before.last().map(|end| fold(&said.title[first.start..end.end]));
        before == headline.map(fold) && title::is_site(&said.title[last.clone()], sites)
    };
    let name = if after_headline || is_declared() {
        last
    } else if before_headline() {
        first
    } else {
        return None;
    };
    let is_headline = |name: &str| headline.is_some_and(|headline| fold(headline) == fold(name));
    let other = if after_headline { first } else { last };
    let name =
        [name, other].map(|part| &said.title[part.clone()]).into_iter().find(|name| !is_headline(name))?;
    (name.len() <= MAX_NAME).then(|| Sourced { value: name.to_owned(), source: Source::MetaTag })
}

/// What the logo says, the first that does not lead to another site: that is a sponsor's.
fn from_logo(said: &Said) -> Option<Sourced> {
    let page = said.page;
    let is_logo = |n: &NodeId| names::has_word(page, *n, word_list!["logo", "masthead", "brand"]);
    let logo = page.ids().find(|n| page.tag(*n).is_some() && is_logo(n) && !leads_away(said, *n))?;
    let image =
        page.subtree(logo).find(|n| page.is(*n, Tag::Img)).and_then(|n| page.attr(n, "alt")).unwrap_or("");
    let is_skip_link = |n: &NodeId| page.attr(*n, "href").is_some_and(|href| href.starts_with('#'));
    let text =
        if page.subtree(logo).any(|n| is_skip_link(&n)) { String::new() } else { page.text_content(logo) };
    let value = if text.is_empty() { tidy(image) } else { text };
    let value = without_logo(&value);
    let is_name =
        value.starts_with(char::is_alphanumeric) && value.len() <= MAX_NAME && !value.ends_with("logo");
    is_name.then(|| visible(value.to_owned()))
}

/// True for a link to another site, and for what stands in one or holds one.
fn leads_away(said: &Said, logo: NodeId) -> bool {
    let page = said.page;
    let own = url::host(&said.address);
    let host = |n: NodeId| url::host(&said.base.resolve(page.attr(n, "href")?)?);
    let away =
        |n: NodeId| page.is(n, Tag::A) && host(n).is_some_and(|host| !same_site(own.as_deref(), Some(&host)));
    own.is_some() && (page.ancestors(logo).take(2).any(away) || page.subtree(logo).any(away))
}

/// A picture's description without what says that it is a logo: `Logo Harbour News white`.
fn without_logo(text: &str) -> &str {
    const COLOURS: Words = word_list!["black", "blue", "color", "colour", "dark", "light", "red", "white"];
    let is_logo = |word: &str| word.eq_ignore_ascii_case("logo");
    let mut name = text.trim();
    let mut says_logo = false;
    loop {
        let (first, rest) = name.split_once(' ').unwrap_or((name, ""));
        let (before, last) = name.rsplit_once(' ').unwrap_or(("", name));
        let is_colour = (says_logo || before.split(' ').any(is_logo)) && COLOURS.has_in_any_case(last);
        if is_logo(last) || is_colour {
            name = before;
        } else if is_logo(first) {
            name = rest;
        } else {
            return name;
        }
        says_logo = true;
    }
}

fn declared_origin(said: &Said) -> Option<Sourced> {
    let story = said.story();
    let keys = ["sourceOrganization", "isBasedOn", "provider"];
    let linked = story.and_then(|story| {
        keys[..2].iter().find_map(|key| said.linked.names(story.get(*key)).into_iter().next())
    });
    let linked = linked.filter(|name| is_short(name) && !name.contains("://"));
    let tag = || said.tidy_tag(ORIGIN).filter(|name| is_short(name) && !name.contains("://"));
    let linked = linked.map(|value| Sourced { value, source: Source::JsonLd });
    linked.or_else(|| tag().map(|value| Sourced { value, source: Source::MetaTag }))
}

/// The outlet's name as readers see it near the headline.
fn shown_origin(said: &Said, zone: &Zone, byline: Option<&str>) -> Option<Sourced> {
    let page = said.page;
    let is_named = |n: &NodeId| names::has_word(page, *n, NAMED);
    let text =
        |n: NodeId| Some(page.text_content(n)).filter(|text| is_short(text) && Some(text.as_str()) != byline);
    let named = zone.elements(said).filter(is_named).find_map(text);
    named.or_else(|| labelled(said, zone)).or_else(|| above_headline(said, zone, byline)).map(visible)
}

fn visible(value: String) -> Sourced {
    Sourced { value, source: Source::Visible }
}

fn labelled(said: &Said, zone: &Zone) -> Option<String> {
    let lines = said.lines.all[zone.lines.clone()].iter().map(|line| said.lines.text(line));
    lines.filter(|text| text.len() <= 2 * MAX_NAME).find_map(|text| {
        let lower = lower(text);
        let label = LABELS.iter().find(|label| lower.len() == text.len() && lower.starts_with(*label))?;
        Some(text[label.len()..].trim().trim_end_matches('.').to_owned()).filter(|name| is_short(name))
    })
}

/// On an aggregator the first short line above the headline that is no link, section or byline.
fn above_headline(said: &Said, zone: &Zone, byline: Option<&str>) -> Option<String> {
    /// Units: lines.
    const REACH: usize = 4;
    let headline = zone.headline?;
    let lines = headline.saturating_sub(REACH).max(zone.lines.start)..headline;
    let lines = said.lines.all[lines].iter().filter(|line| line.linked == 0 && !in_foreign(said, line.node));
    let mut names =
        lines.map(|line| said.lines.text(line)).filter(|text| is_short(text) && Some(*text) != byline);
    names.next().map(str::to_owned)
}

fn is_short(text: &str) -> bool {
    (2..=MAX_NAME).contains(&text.len())
        && text.split(' ').count() <= 7
        && !text.ends_with(['.', '!', '?', ':'])
}

/// The original's address: declared, canonical on another site, or linked as such.
fn original_url(said: &Said) -> Option<Sourced> {
    let own = url::host(said.page.url());
    let foreign = |raw: &str| {
        said.base.resolve(raw).filter(|url| {
            let host = url::host(url);
            own.is_some() && host.is_some() && !same_site(own.as_deref(), host.as_deref())
        })
    };
    let tag = ORIGIN_URL
        .iter()
        .filter_map(|name| said.tag(name))
        .find_map(foreign)
        .map(|value| Sourced { value, source: Source::MetaTag });
    let linked = || {
        let story = said.story()?;
        super::linked::text(story.get("isBasedOn"))
            .and_then(foreign)
            .map(|value| Sourced { value, source: Source::JsonLd })
    };
    let canonical = || {
        Some(said.address.as_str()).and_then(foreign).map(|value| Sourced { value, source: Source::MetaTag })
    };
    let link = || {
        let page = said.page;
        // Told by the address first, since most links of a page lead to the page's own site.
        let may_lead_away = |href: &&str| own.is_none() || href.contains("//");
        let links = page.ids().filter(|n| page.is(*n, Tag::A) && page.end(*n).0 - n.0 <= 8);
        links
            .filter_map(|n| Some((n, page.attr(n, "href").filter(may_lead_away)?)))
            .filter(|(n, _)| {
                let text = lower(&page.text_content(*n));
                ORIGINAL_LINKS.iter().any(|words| text.starts_with(words))
            })
            .find_map(|(_, href)| {
                said.base.resolve(href).filter(|url| foreign(url).is_some() || own.is_none())
            })
            .map(|value| Sourced { value, source: Source::Visible })
    };
    tag.or_else(linked).or_else(canonical).or_else(link)
}

/// A site may stand under several countries' endings.
fn same_site(a: Option<&str>, b: Option<&str>) -> bool {
    a.map(url::site_label) == b.map(url::site_label)
}
