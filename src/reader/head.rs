//! What stands around the story: the headline block above it, the honest word about how much came, the credits below.

use crate::article::Article;
use crate::article::Delivered;
use crate::article::Meta;
use crate::article::NextPage;
use crate::article::PreviewReason;
use crate::article::Sourced;

use super::Address;
use super::blocks;
use super::opening::Opening;
use super::step::Attr;
use super::step::Class;
use super::step::Tag;
use super::step::Word;
use super::writer::Writer;

/// Units: words a minute. Source: Brysbaert 2019, "How many words do we read per minute?": 238 for English non-fiction.
const WORDS_PER_MINUTE: u32 = 238;

/// The headline block, the lead image and, where only a part came, the word about it.
pub(super) fn write(article: &Article, opening: &Opening, page_url: &str, w: &mut Writer) {
    let meta = &article.meta;
    w.element(Tag::Header, |w| {
        if let Some(section) = &meta.section {
            w.classed(Tag::P, Class::Kicker, |w| w.text(&section.value));
        }
        if let Some(title) = &meta.title {
            w.element(Tag::H1, |w| {
                w.attr(Attr::Tabindex, "-1");
                line(&title.value, opening.title, w);
            });
        }
        if let Some(byline) = &meta.byline {
            w.classed(Tag::P, Class::Byline, |w| line(&byline.value, opening.byline, w));
        }
        w.classed(Tag::P, Class::Meta, |w| facts_of_publication(article, page_url, w));
    });
    delivered(&article.delivered, w);
    if article.cut {
        notice(Word::PageCut, w, |_| {});
    }
    if let Some(figure) = opening.lead {
        blocks::write_figure(figure, Some(Class::Lead), w);
    }
}

/// A line of the head; `sentence` is its number in the story, where the story has it too.
fn line(text: &str, sentence: Option<usize>, w: &mut Writer) {
    match sentence {
        Some(number) => w.sentence(number, text),
        None => w.text(text),
    }
}

/// The way on, credits, where the preview ends, and the way to the original.
pub(super) fn write_end(article: &Article, page_url: &str, w: &mut Writer) {
    w.classed(Tag::Footer, Class::End, |w| {
        if let Some((next, address)) = next_page(&article.meta) {
            w.classed(Tag::P, Class::Next, |w| {
                w.link(&address, |w| w.say(Word::NextPage, &[&next.number.to_string()]));
            });
        }
        if let Some(credit) = &article.meta.agency_credit {
            w.classed(Tag::P, Class::Credit, |w| w.text(credit));
        }
        if let Some(what) = lacking(&article.delivered) {
            w.classed(Tag::P, Class::Note, |w| {
                w.element(Tag::Strong, |w| w.say(what, &[]));
                w.text(" · ");
                w.say(Word::PreviewEnds, &[]);
            });
        }
        if let Some(address) = original(&article.meta, page_url) {
            w.classed(Tag::P, Class::Source, |w| {
                w.link(&address, |w| w.say(Word::OriginalPage, &[address.host()]));
            });
        }
    });
}

/// Outlet, aggregator, dates, reading time: one line, each in an element of its own.
fn facts_of_publication(article: &Article, page_url: &str, w: &mut Writer) {
    let meta = &article.meta;
    outlet(meta, page_url, w);
    if let Some(aggregator) = &meta.aggregator {
        w.element(Tag::Span, |w| w.say(Word::Via, &[&aggregator.value]));
    }
    if let Some(Sourced { value, .. }) = &meta.published {
        w.element(Tag::Span, |w| w.date(value));
    }
    if let Some(Sourced { value, .. }) = &meta.updated {
        w.element(Tag::Span, |w| {
            w.say(Word::Updated, &[]);
            w.text(" ");
            w.date(value);
        });
    }
    let minutes = article.word_count.div_ceil(WORDS_PER_MINUTE).max(1);
    w.element(Tag::Span, |w| w.say(Word::ReadingTime, &[&minutes.to_string()]));
}

/// The outlet by name, leading to the original; the host's name where no outlet is known.
fn outlet(meta: &Meta, page_url: &str, w: &mut Writer) {
    let name = meta.outlet.as_ref().map(|o| o.value.as_str());
    let address = original(meta, page_url);
    let Some(name) = name.or(address.as_ref().map(Address::host)).filter(|n| !n.is_empty()) else { return };
    w.classed(Tag::Span, Class::Outlet, |w| match &address {
        Some(address) => w.link(address, |w| w.text(name)),
        None => w.text(name),
    });
}

fn original(meta: &Meta, page_url: &str) -> Option<Address> {
    Address::link(meta.original_url.as_ref().map_or(page_url, |u| &u.value))
}

fn next_page(meta: &Meta) -> Option<(&NextPage, Address)> {
    let next = meta.next_page.as_ref()?;
    Some((next, Address::link(&next.url)?))
}

/// The word for a story that did not come whole, and the evidence where it is known.
fn delivered(delivered: &Delivered, w: &mut Writer) {
    let Some(what) = lacking(delivered) else { return };
    notice(what, w, |w| {
        if let Delivered::Preview(reason) = delivered {
            w.element(Tag::P, |w| why(reason, w));
        }
    });
}

fn notice(what: Word, w: &mut Writer, more: impl FnOnce(&mut Writer)) {
    w.classed(Tag::Div, Class::Notice, |w| {
        w.attr(Attr::Role, "note");
        w.element(Tag::P, |w| w.element(Tag::Strong, |w| w.say(what, &[])));
        more(w);
    });
}

/// Said above the story and again where it ends: a reader who has scrolled sees one of them.
fn lacking(delivered: &Delivered) -> Option<Word> {
    match delivered {
        Delivered::Full => None,
        Delivered::Withheld => Some(Word::PublisherKeeps),
        Delivered::Preview(_) => Some(Word::PreviewDelivered),
    }
}

fn why(reason: &PreviewReason, w: &mut Writer) {
    match reason {
        PreviewReason::DeclaredPaid => w.say(Word::ReasonDeclaredPaid, &[]),
        PreviewReason::SignUpCard => w.say(Word::ReasonSignUpCard, &[]),
        PreviewReason::FewerWordsThanStated { stated, delivered } => {
            w.say(Word::ReasonFewerWords, &[&stated.to_string(), &delivered.to_string()]);
        }
        PreviewReason::BreaksOff => w.say(Word::ReasonBreaksOff, &[]),
        PreviewReason::Filler => w.say(Word::ReasonFiller, &[]),
    }
}
