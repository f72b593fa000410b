//! Running text -> steps.

use crate::article::Image;
use crate::article::Inline;
use crate::article::push_text;

use super::Address;
use super::host;
use super::place::Place;
use super::step::Attr;
use super::step::Class;
use super::step::Tag;
use super::writer::Writer;

/// Writes running text of the story; `place` moves over exactly what `article::push_text` would have pushed.
pub(super) fn write(inlines: &[Inline], place: &mut Place, w: &mut Writer) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => place.text(text, w),
            Inline::Break => {
                w.element(Tag::Br, |_| {});
                place.skip(1);
            }
            Inline::Link { url, text } => link(url, text, place, w),
            Inline::Emphasis(text) => wrap(Tag::Em, text, place, w),
            Inline::Strong(text) => wrap(Tag::Strong, text, place, w),
            Inline::Sub(text) => wrap(Tag::Sub, text, place, w),
            Inline::Sup(text) => wrap(Tag::Sup, text, place, w),
            Inline::Mark(text) => wrap(Tag::Mark, text, place, w),
            Inline::Struck(text) => wrap(Tag::S, text, place, w),
            Inline::Code(text) => w.element(Tag::Code, |w| place.text(text, w)),
            Inline::Math(text) => w.classed(Tag::Span, Class::Math, |w| place.text(text, w)),
            Inline::Ruby { base, reading } => w.element(Tag::Ruby, |w| {
                place.text(base, w);
                w.element(Tag::Rt, |w| w.text(reading));
            }),
            Inline::Direction(rtl, text) => w.element(Tag::Span, |w| {
                w.attr(Attr::Dir, if *rtl { "rtl" } else { "ltr" });
                write(text, place, w);
            }),
            Inline::Target(id) => w.element(Tag::Span, |w| w.attr(Attr::Target, id.as_str())),
            Inline::Image(image) => picture(image, Some(Class::Inline), w),
        }
    }
}

/// Running text that is not of the story's lines: captions.
pub(super) fn write_apart(inlines: &[Inline], w: &mut Writer) {
    write(inlines, &mut Place::new(&[]), w);
}

/// An image; nothing where its address may not be shown.
pub(super) fn picture(image: &Image, class: Option<Class>, w: &mut Writer) {
    let Some(src) = Address::image(&image.src) else { return };
    w.element(Tag::Img, |w| {
        w.attr(Attr::Src, src.as_str());
        w.attr(Attr::Alt, image.alt.as_str());
        if let Some((width, height)) = image.size {
            w.attr(Attr::Width, &width.to_string());
            w.attr(Attr::Height, &height.to_string());
        }
        if let Some(class) = class {
            w.class(class);
        }
    });
}

fn wrap(tag: Tag, text: &[Inline], place: &mut Place, w: &mut Writer) {
    w.element(tag, |w| write(text, place, w));
}

/// A link inside the story goes to its place there; one with an address that may not be followed is its words.
fn link(url: &str, text: &[Inline], place: &mut Place, w: &mut Writer) {
    match (url.strip_prefix('#'), Address::link(url)) {
        (Some(target), _) => w.element(Tag::A, |w| {
            w.attr(Attr::To, target);
            w.attr(Attr::Href, "#");
            write(text, place, w);
        }),
        (None, Some(address)) => {
            w.link(&address, |w| write(text, place, w));
            true_host(text, &address, w);
        }
        (None, None) => write(text, place, w),
    }
}

/// Says where a link leads whose words name another place. Not of the story's text.
fn true_host(text: &[Inline], address: &Address, w: &mut Writer) {
    let mut words = String::new();
    push_text(text, &mut words);
    if let Some(host) = host::to_show(&words, address) {
        w.text(" ");
        w.classed(Tag::Small, Class::Host, |w| w.text(&host));
    }
}
