//! Images as the reader is to load them: lazy ones resolved, counters and placeholders dropped.

use crate::article::Image;
use crate::article::names;
use crate::article::url::Base;
use crate::page::NodeId;
use crate::page::Page;
use crate::page::Tag;
use crate::page::collapsed;
use crate::text::Words;
use crate::text::read_decimal;
use crate::text::word_list;

/// Where lazy loaders keep the address. Source: attributes seen on images of WCXB dev, most frequent first.
const LAZY: Words = word_list![
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-lazy",
    "data-original-src",
    "data-orig-file",
    "data-hi-res-src",
    "data-full-src",
    "data-image",
    "data-url",
    "data-img-src",
    "data-pin-media",
    "data-full-url",
];
/// The same for a list of candidates.
const LAZY_SETS: Words = word_list!["data-srcset", "data-lazy-srcset", "data-original-set"];
/// Units: px. The reader's column on a dense screen; larger candidates only cost.
const WANTED_WIDTH: u32 = 1600;
/// Units: px. Counters are 1 or 2 px wide.
const MAX_COUNTER: u32 = 2;
/// Units: px. Declared smaller: part of a line (icons, formulas drawn as images).
const MAX_IN_LINE: u32 = 40;
/// Units: bytes. A shorter `data:` image is a placeholder. Source: 1×1 GIF and blurred previews stay below.
const MIN_DATA: usize = 1500;
/// Parts of addresses of counters and empty pictures.
const COUNTERS: Words = word_list![
    "/pixel",
    "pixel.gif",
    "spacer.gif",
    "blank.gif",
    "1x1.",
    "transparent.",
    "facebook.com/tr",
    "scorecardresearch",
    "doubleclick",
    "/beacon",
    "placeholder.",
];
/// Names of small pictures that stand for a character.
const CHARACTERS: Words =
    word_list!["emoji", "wp-smiley", "smiley", "smilie", "emoticon", "emojione", "twemoji"];
/// Units: nodes. How far before a `<noscript>` the lazy picture it doubles may stand.
const NOSCRIPT_REACH: u32 = 6;

/// True if the image can be shown and is no second copy.
pub(in crate::article) fn is_shown(page: &Page, node: NodeId) -> bool {
    !is_counter(page, node) && source(page, node).is_some() && !doubles_lazy(page, node)
}

/// Reads an `<img>`. None: no address to load it from.
pub(in crate::article) fn read(page: &Page, base: &Base, node: NodeId) -> Option<Image> {
    let raw = source(page, node)?;
    let src = if raw.starts_with("data:image/") { raw.to_owned() } else { base.resolve(raw)? };
    let size = pixels(page, node, "width").zip(pixels(page, node, "height"));
    Some(Image { src, alt: alt(page, node), size })
}

/// What the image says for those who cannot see it, white space collapsed.
fn alt(page: &Page, node: NodeId) -> String {
    collapsed(page.value(node, "alt"))
}

/// An emoji drawn as a picture is its character.
pub(super) fn as_text(page: &Page, node: NodeId) -> Option<&str> {
    let alt = page.attr(node, "alt").filter(|alt| !alt.is_empty() && alt.len() <= 32)?;
    names::name_holds(page, node, CHARACTERS).then_some(alt)
}

/// True for a picture that belongs inside a line.
pub(in crate::article) fn is_small(page: &Page, node: NodeId) -> bool {
    let small = |name| pixels(page, node, name).is_some_and(|v| v <= MAX_IN_LINE);
    small("height")
        || small("width")
        || names::has_word(page, node, word_list!["icon", "inline", "latex", "tex"])
}

fn is_counter(page: &Page, node: NodeId) -> bool {
    let tiny = |name| pixels(page, node, name).is_some_and(|v| v <= MAX_COUNTER);
    let src = page.value(node, "src");
    tiny("width")
        || tiny("height")
        || (!src.starts_with("data:") && names::holds_one(src, COUNTERS) && !has_lazy(page, node))
}

fn pixels(page: &Page, node: NodeId, name: &str) -> Option<u32> {
    let value = page.attr(node, name)?.trim();
    value.strip_suffix("px").unwrap_or(value).parse().ok()
}

fn has_lazy(page: &Page, node: NodeId) -> bool {
    LAZY.iter().chain(LAZY_SETS.iter()).any(|name| page.has_attr(node, name))
}

/// The best address the page offers, as written.
fn source(page: &Page, node: NodeId) -> Option<&str> {
    let set = |name: &str| page.attr(node, name).and_then(best_candidate);
    let lazy = || LAZY.iter().filter_map(|name| page.attr(node, name)).find(|raw| is_address(raw));
    let own = || page.attr(node, "src").filter(|src| is_picture(src));
    LAZY_SETS
        .iter()
        .find_map(set)
        .or_else(lazy)
        .or_else(|| set("srcset"))
        .or_else(|| from_picture(page, node, says_how_wide))
        .or_else(own)
        .or_else(|| from_picture(page, node, |_| true))
}

/// The first list of candidates that a `<picture>` offers beside its `<img>`, of those that are `wanted`.
fn from_picture(page: &Page, node: NodeId, wanted: fn(&str) -> bool) -> Option<&str> {
    let picture = page.parent(node).filter(|p| page.is(*p, Tag::Picture))?;
    let sources = page.children(picture).filter(|n| page.is(*n, Tag::Source));
    let set = |n: NodeId| {
        let sets = ["srcset", "data-srcset"].iter().filter_map(move |name| page.attr(n, name));
        sets.into_iter().filter(|set| wanted(set)).find_map(best_candidate)
    };
    sources.into_iter().find_map(set)
}

/// True for candidates that name widths: better than the one address of an old browser's `<img>`, which may be small.
fn says_how_wide(srcset: &str) -> bool {
    let mut words = srcset.split(|c: char| c.is_ascii_whitespace() || c == ',');
    words.any(|word| word.strip_suffix('w').is_some_and(|width| width.parse::<u32>().is_ok()))
}

fn is_address(raw: &str) -> bool {
    let raw = raw.trim();
    !raw.is_empty()
        && !raw.starts_with(['{', '[', '#'])
        && !raw.starts_with("data:")
        && raw.contains(['/', '.'])
}

/// False for what only holds the place of a picture.
fn is_picture(src: &str) -> bool {
    match src.trim().strip_prefix("data:image/") {
        Some(data) if data.starts_with("svg") => {
            const DRAWS: Words =
                word_list!["path", "rect", "circle", "image", "text", "polygon", "line", "base64"];
            names::holds_one(data, DRAWS)
        }
        Some(data) => data.len() >= MIN_DATA,
        None => is_address(src),
    }
}

/// The widest candidate up to [`WANTED_WIDTH`], else the narrowest. Source: HTML standard, "parse a srcset attribute".
fn best_candidate(srcset: &str) -> Option<&str> {
    let mut best: Option<(&str, u32)> = None;
    let mut rest = srcset;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        let url_end = rest.find(|c: char| c.is_ascii_whitespace()).unwrap_or(rest.len());
        let (url, after) = rest.split_at(url_end);
        let bare = url.trim_end_matches(',');
        let end = if bare.len() < url.len() { 0 } else { after.find(',').unwrap_or(after.len()) };
        let (descriptor, after) = after.split_at(end);
        rest = after;
        if bare.is_empty() {
            return best.map(|(url, _)| url);
        }
        let width = width_of(descriptor.trim());
        let better =
            |old: u32| if width <= WANTED_WIDTH { old > WANTED_WIDTH || width > old } else { old > width };
        if is_address(bare) && best.is_none_or(|(_, old)| better(old)) {
            best = Some((bare, width));
        }
    }
}

/// Units: px; a density of 1 is taken for 800 px.
fn width_of(descriptor: &str) -> u32 {
    const DENSITY_ONE: f64 = 800.0;
    let width = descriptor.strip_suffix('w').and_then(|w| w.trim().parse().ok());
    let density = || descriptor.strip_suffix('x').and_then(|x| read_decimal(x.trim()));
    width.unwrap_or_else(|| (density().unwrap_or(1.0).clamp(0.0, 8.0) * DENSITY_ONE) as u32)
}

/// True for the copy in `<noscript>` of a lazy picture that stands right before it.
fn doubles_lazy(page: &Page, node: NodeId) -> bool {
    let Some(noscript) = page.ancestors(node).take(3).find(|n| page.is(*n, Tag::Noscript)) else {
        return false;
    };
    let first = noscript.0.saturating_sub(NOSCRIPT_REACH);
    (first..noscript.0)
        .map(NodeId)
        .any(|n| page.is(n, Tag::Img) && !is_counter(page, n) && source(page, n).is_some())
}
