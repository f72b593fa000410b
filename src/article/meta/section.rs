//! The story's section or kicker.

use super::linked;
use super::said::Said;
use super::said::tidy;
use super::title::fold;
use super::zone::Zone;
use super::zone::is_foreign;
use crate::article::Source;
use crate::article::Sourced;
use crate::article::names;
use crate::page::NodeId;
use crate::page::Tag;
use crate::text::Words;
use crate::text::lower;
use crate::text::word_list;

/// `<meta>` names of the section.
const TAGS: Words = word_list![
    "article:section",
    "og:article:section",
    "section",
    "parsely-section",
    "sailthru.section",
    "cxenseparse:section",
    "category",
    "article.section",
];
/// Words of class names on a section or kicker.
const NAMED: Words = word_list![
    "section", "kicker", "category", "eyebrow", "topic", "rubric", "rubrik", "ressort", "overline", "label",
    "tag",
];
/// What a line above a headline says of the page and not of the story. Own list, lower case, languages: en de fr es it
/// pt nl.
const NO_SECTION: Words = word_list![
    "advertisement",
    "advertorial",
    "anzeige",
    "article",
    "categories",
    "contact",
    "contact us",
    "departments",
    "english",
    "external link",
    "facebook",
    "faq",
    "favorites",
    "featured",
    "feedback",
    "get in touch",
    "get started",
    "home",
    "home page",
    "images",
    "inicio",
    "startseite",
    "accueil",
    "latest",
    "menu",
    "password",
    "posts",
    "publicidad",
    "publicidade",
    "publicité",
    "pubblicità",
    "advertentie",
    "sold out",
    "sponsored",
    "uncategorized",
    "werbung",
];
/// First words of what is pressed. Own list, as above.
const PRESSED: Words = word_list![
    "back",
    "become",
    "continue",
    "go",
    "help",
    "listen",
    "log",
    "login",
    "read",
    "register",
    "return",
    "search",
    "see",
    "share",
    "show",
    "sign",
    "skip",
    "subscribe",
    "view",
    "visit",
    "anmelden",
    "suche",
    "teilen",
    "zurück",
    "partager",
    "retour",
    "buscar",
    "compartir",
    "volver",
    "cerca",
    "condividi",
    "voltar",
    "delen",
    "terug",
    "zoeken",
];
/// Units: bytes, words.
const MAX_BYTES: usize = 40;
const MAX_WORDS: usize = 4;
/// Units: lines. A kicker stands right above the headline.
const REACH: usize = 4;

/// Finds the section. `taken`: folded values that stand elsewhere in the metadata.
pub(super) fn find(said: &Said, zone: &Zone, taken: &[String]) -> Option<Sourced> {
    let fits = |text: &String| is_section(text) && !taken.contains(&fold(text));
    let linked =
        said.story().and_then(|story| linked::text(story.get("articleSection"))).map(tidy).filter(fits);
    let linked = linked.map(|value| Sourced { value, source: Source::JsonLd });
    let tag = || said.tidy_tag(TAGS).filter(fits).map(|value| Sourced { value, source: Source::MetaTag });
    let shown = || {
        named(said, zone, &fits)
            .or_else(|| kicker(said, zone, &fits))
            .map(|value| Sourced { value, source: Source::Visible })
    };
    linked.or_else(tag).or_else(shown)
}

fn named(said: &Said, zone: &Zone, fits: &dyn Fn(&String) -> bool) -> Option<String> {
    let page = said.page;
    let headline = zone.headline.and_then(|i| said.lines.all.get(i))?.node;
    let above =
        zone.elements(said).take_while(|n| *n < headline).filter(|n| names::has_word(page, *n, NAMED));
    let one = |n: &NodeId| {
        page.end(*n) <= headline
            && !is_control(said, *n)
            && page.subtree(*n).filter(|t| !page.text(*t).trim().is_empty()).take(2).count() == 1
    };
    above.filter(one).map(|n| page.text_content(n)).find(fits)
}

/// The last short line right above the headline.
fn kicker(said: &Said, zone: &Zone, fits: &dyn Fn(&String) -> bool) -> Option<String> {
    let headline = zone.headline?;
    let lines = said.lines.all[headline.saturating_sub(REACH).max(zone.lines.start)..headline].iter().rev();
    let own = lines.filter(|line| {
        !is_control(said, line.node)
            && !said.page.ancestors(line.node).any(|up| is_foreign(said, up) || is_top(said, up))
    });
    own.map(|line| said.lines.text(line).to_owned()).find(fits)
}

/// True for what is pressed, and for a link that goes nowhere else.
fn is_control(said: &Said, node: NodeId) -> bool {
    let page = said.page;
    page.upward(node).any(|up| match page.tag(up) {
        Some(Tag::Button | Tag::Label | Tag::Select) => true,
        Some(Tag::A) => page.attr(up, "href").is_none_or(|href| href.starts_with('#')),
        _ => false,
    })
}

/// The site's own header holds menus, not kickers.
fn is_top(said: &Said, node: NodeId) -> bool {
    const NAMED: Words = word_list![
        "head",
        "header",
        "masthead",
        "topbar",
        "banner",
        "topbanner",
        "topnav",
        "logo",
        "breadcrumb",
        "breadcrumbs",
    ];
    let named = said.page.is(node, Tag::Header) || names::has_word(said.page, node, NAMED);
    named && !said.headings.iter().any(|h| said.page.is_inside(*h, node))
}

fn is_section(text: &str) -> bool {
    let words = text.split(' ').count();
    let shape = |c: char| c.is_alphabetic() || matches!(c, ' ' | '&' | '-' | '\'' | '’' | '/' | '+' | ',');
    let lower = lower(text);
    (2..=MAX_BYTES).contains(&text.len())
        && words <= MAX_WORDS
        && !NO_SECTION.has(&lower)
        && !lower.split([' ', '-']).next().is_some_and(|first| PRESSED.has(first))
        && text.chars().all(shape)
        && text.chars().any(char::is_alphabetic)
}
