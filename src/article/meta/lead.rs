//! The image above the story, its caption and who made it.

use super::said::Said;
use super::said::tidy;
use super::zone::Zone;
use super::zone::is_foreign;
use crate::article::Figure;
use crate::article::Image;
use crate::article::Inline;
use crate::article::blocks::image;
use crate::article::credit;
use crate::article::names;
use crate::page::NodeId;
use crate::page::Tag;
use crate::text::Words;
use crate::text::word_list;

/// Words of class names on pictures that are not the story's.
const NOT_LEAD: Words = word_list![
    "avatar",
    "author",
    "logo",
    "icon",
    "badge",
    "ad",
    "ads",
    "advert",
    "banner",
    "sponsor",
    "social",
    "profile",
    "thumb",
    "thumbnail",
    "related",
    "emoji",
    "pixel",
];
/// Units: px. Declared smaller: no lead image.
const MIN_WIDTH: u32 = 200;
/// Units: elements. How far above a picture such a name still speaks of it.
const CLIMB: usize = 4;
/// Units: bytes. A longer line under a picture is the story.
const MAX_CAPTION: usize = 500;

/// Finds the lead image: the first large one around the headline, else the one the page shares.
pub(super) fn find(said: &Said, zone: &Zone) -> Option<Figure> {
    let shown = zone.elements(said).filter(|n| said.page.is(*n, Tag::Img)).find(|n| is_lead(said, *n));
    shown.and_then(|node| shown_figure(said, zone, node)).or_else(|| shared(said))
}

fn is_lead(said: &Said, node: NodeId) -> bool {
    let page = said.page;
    let width = page.attr(node, "width").and_then(|w| w.trim().trim_end_matches("px").parse::<u32>().ok());
    let beside = |n: NodeId| names::has_word(page, n, NOT_LEAD) || is_foreign(said, n);
    image::is_shown(page, node)
        && !image::is_small(page, node)
        && width.is_none_or(|w| w >= MIN_WIDTH)
        && !beside(node)
        && !page
            .ancestors(node)
            .take(CLIMB)
            .any(|up| beside(up) || page.is(up, Tag::Aside) || page.is(up, Tag::Li))
}

fn shown_figure(said: &Said, zone: &Zone, node: NodeId) -> Option<Figure> {
    let image = image::read(said.page, &said.base, node)?;
    let caption = caption(said, zone, node, &image.alt);
    Some(figure(image, caption))
}

/// Caption and credit apart; an alternative text that repeats the credit gives it up too.
fn figure(mut image: Image, caption: Option<String>) -> Figure {
    let (bare, of_alt) = credit::split(&image.alt);
    let (bare, of_alt) = (bare.trim_end_matches('.').to_owned(), of_alt.map(str::to_owned));
    if of_alt.is_some() {
        image.alt = bare;
    }
    let (text, credit) = caption.as_deref().map_or(("", None), credit::split);
    let credit = credit.map(str::to_owned).or(of_alt);
    let caption = (!text.is_empty()).then(|| vec![Inline::Text(text.to_owned())]);
    Figure { images: vec![image], caption, credit }
}

/// The `<figcaption>`, else the line under the picture where it speaks of it.
fn caption(said: &Said, zone: &Zone, node: NodeId, alt: &str) -> Option<String> {
    let page = said.page;
    if let Some(figure) = page.ancestors(node).take(CLIMB).find(|up| page.is(*up, Tag::Figure)) {
        let caption = page.find(figure, Tag::Figcaption)?;
        let range = said.lines.at(caption)..said.lines.at(page.end(caption));
        let text =
            said.lines.all[range].iter().map(|line| said.lines.text(line)).collect::<Vec<_>>().join(" ");
        return Some(text).filter(|text| !text.is_empty());
    }
    let index = said.lines.at(node);
    let line = said.lines.all.get(index).filter(|_| zone.headline != Some(index))?;
    let text = said.lines.text(line);
    let named = page
        .ancestors(line.node)
        .take(2)
        .any(|up| names::has_word(page, up, word_list!["caption", "cap", "legend", "credit", "credits"]));
    let speaks = !alt.is_empty() && (text.starts_with(alt) || alt.starts_with(text));
    let made = credit::split(text).1.is_some();
    (text.len() <= MAX_CAPTION && (speaks || made || named)).then(|| text.to_owned())
}

/// True for a picture that by its file's name stands for the site, not for the story.
fn is_emblem(src: &str) -> bool {
    const EMBLEMS: Words =
        word_list!["logo", "logos", "icon", "icons", "favicon", "avatar", "placeholder", "default", "touch"];
    let path = src.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    file.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| EMBLEMS.has(word))
}

/// `<meta>` names of the image for those who share the page: Open Graph's, then others'.
const SHARED: Words =
    word_list!["og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"];
/// How many of [`SHARED`] are Open Graph's, whose size is declared beside it.
const OPEN_GRAPH: usize = 3;

/// The image that the page gives to those who share it.
fn shared(said: &Said) -> Option<Figure> {
    let mut named = SHARED.iter().enumerate();
    let (at, src) = named
        .find_map(|(i, name)| Some((i, said.base.resolve(said.tag(name)?)?)))
        .filter(|(_, src)| !is_emblem(src))?;
    let alt = said.first_tag(word_list!["og:image:alt", "twitter:image:alt"]).map(tidy).unwrap_or_default();
    let side = |name: &str| said.tag(name)?.trim().parse::<u32>().ok().filter(|px| *px > 0);
    let size = || Some((side("og:image:width")?, side("og:image:height")?));
    let size = if at < OPEN_GRAPH { size() } else { None };
    Some(figure(Image { src, alt, size }, None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emblems_are_told_by_their_names() {
        assert!(is_emblem("https://forum.example/img/apple-touch-icon@2.png?v=1"));
        assert!(is_emblem("https://news.example/og-logo.png"));
        assert!(!is_emblem("https://news.example/logo/ferry-at-the-quay.jpg"));
        assert!(!is_emblem("https://news.example/iconic-tower.jpg?size=default"));
    }
}
