//! The key facts -> steps: short lists, each item leading to the sentences it stands in.

use crate::facts::Anchor;
use crate::facts::Facts;
use crate::facts::Quantity;
use crate::facts::Quote;
use crate::facts::Scope;
use crate::order;

use super::step::Attr;
use super::step::Class;
use super::step::Tag;
use super::step::Word;
use super::timeline;
use super::timeline::Moment;
use super::writer::Writer;
use std::ops::Range;

/// Units: items of one kind. The lists come best first; a panel to glance at holds what a person takes in at once.
/// Source: the key-facts schema.
const MOST: usize = 8;
/// The same for organisations, places and quotes.
const FEWER: usize = 6;
/// So many more are listed behind a fold: a story as long as a book has hundreds of figures.
const MOST_FOLDED: usize = 24;

/// Writes the panel's content. `text` is the story's text the facts are anchored in.
pub(super) fn write(facts: &Facts, text: &str, w: &mut Writer) {
    key_points(facts, text, w);
    group(Word::People, None, &facts.people, MOST, w, |person, w| {
        let role = person.role.as_ref().map(|(role, _)| role.as_str());
        named(&person.name, role, &person.mentions, w);
    });
    group(Word::Organisations, None, &facts.organisations, FEWER, w, |body, w| {
        named(&body.name, body.short.as_deref(), &body.mentions, w);
    });
    group(Word::Places, None, &facts.places, FEWER, w, |place, w| {
        named(&place.name, None, &place.mentions, w);
    });
    let moments = timeline::moments(&facts.dates, MOST);
    group(Word::Dates, Some(Class::Timeline), &moments, MOST, w, date_item);
    group(Word::Figures, None, &figures(&facts.quantities), MOST, w, figure_item);
    group(Word::Quotes, None, &facts.quotes, FEWER, w, |quote, w| quote_item(quote, text, w));
    if is_empty(facts) {
        note(Word::NoFacts, &[], w);
    }
    match facts.scope {
        Scope::All => {}
        Scope::Some => note(Word::FactsSome, &[], w),
        Scope::Few => note(Word::FactsFew, &[], w),
    }
    if facts.cut {
        note(Word::FactsCut, &[], w);
    }
    let withheld =
        facts.withheld.people + facts.withheld.organisations + facts.withheld.places + facts.withheld.quotes;
    if withheld > 0 {
        note(Word::Withheld, &[&withheld.to_string()], w);
    }
}

fn note(word: Word, about: &[&str], w: &mut Writer) {
    w.classed(Tag::P, Class::Note, |w| w.say(word, about));
}

/// True where there is nothing to show.
pub(super) fn is_empty(facts: &Facts) -> bool {
    facts.people.is_empty()
        && facts.organisations.is_empty()
        && facts.places.is_empty()
        && facts.dates.is_empty()
        && facts.quantities.is_empty()
        && facts.quotes.is_empty()
        && facts.key_sentences.is_empty()
}

/// Key sentences in the order of the article: they come best first.
fn key_points(facts: &Facts, text: &str, w: &mut Writer) {
    let mut numbers: Vec<u32> = facts.key_sentences.iter().map(|k| k.sentence).collect();
    order::sort(&mut numbers);
    group(Word::KeyPoints, None, &numbers, MOST, w, |number, w| {
        let range = facts.sentences.get(*number as usize);
        let sentence = range.and_then(|(start, end)| text.get(*start as usize..*end as usize));
        item(&[*number], w, |w| w.text(sentence.unwrap_or("")));
    });
}

/// A titled list of the first `most`; the others stand folded below it, and their number is said.
fn group<T>(
    title: Word,
    class: Option<Class>,
    items: &[T],
    most: usize,
    w: &mut Writer,
    each: impl Fn(&T, &mut Writer),
) {
    let one = |at: usize, w: &mut Writer| items.get(at).into_iter().for_each(|item| each(item, w));
    if !items.is_empty() {
        titled(title, class, items.len(), most, w, &one);
    }
}

/// The same of so many items, which `one` writes: one code for all lists.
fn titled(
    title: Word,
    class: Option<Class>,
    count: usize,
    most: usize,
    w: &mut Writer,
    one: &dyn Fn(usize, &mut Writer),
) {
    let list = |range: Range<usize>, w: &mut Writer| {
        w.element(Tag::Ul, |w| {
            if let Some(class) = class {
                w.class(class);
            }
            range.for_each(|at| w.element(Tag::Li, |w| one(at, w)));
        });
    };
    let (most, count) = (most.min(count), count.min(most + MOST_FOLDED));
    w.classed(Tag::Section, Class::Group, |w| {
        w.element(Tag::H3, |w| w.say(title, &[]));
        list(0..most, w);
        if count > most {
            w.element(Tag::Details, |w| {
                w.element(Tag::Summary, |w| w.say(Word::FactsMore, &[&(count - most).to_string()]));
                list(most..count, w);
            });
        }
    });
}

/// One item: a button that leads to its sentences, in turn where there are several.
fn item(sentences: &[u32], w: &mut Writer, inside: impl FnOnce(&mut Writer)) {
    w.classed(Tag::Button, Class::Fact, |w| {
        let numbers: Vec<String> = sentences.iter().map(u32::to_string).collect();
        w.attr(Attr::Stands, &numbers.join(" "));
        inside(w);
    });
}

fn named(name: &str, note: Option<&str>, mentions: &[Anchor], w: &mut Writer) {
    item(&sentences(mentions), w, |w| {
        w.classed(Tag::Span, Class::Name, |w| w.text(name));
        if let Some(note) = note {
            w.text(" ");
            w.classed(Tag::Span, Class::Note, |w| w.text(note));
        }
    });
}

/// A date as written and, where that says something else, the day it means.
fn date_item(Moment { date, sentences }: &Moment<'_>, w: &mut Writer) {
    item(sentences, w, |w| {
        w.classed(Tag::Span, Class::Name, |w| w.text(&date.text));
        if let Some(iso) = date.iso.as_deref().filter(|_| date.relative) {
            w.text(" ");
            w.classed(Tag::Span, Class::Note, |w| iso_date(iso, w));
        }
    });
}

/// A point in time, or a stretch of it with both its ends.
fn iso_date(iso: &str, w: &mut Writer) {
    match iso.split_once('/') {
        Some((from, to)) => {
            w.date(from);
            w.text(" – ");
            w.date(to);
        }
        None => w.date(iso),
    }
}

/// Amounts that are told again are one, with all their sentences; the best way of writing it comes first.
fn figures(quantities: &[Quantity]) -> Vec<(&Quantity, Vec<u32>)> {
    let mut figures: Vec<(&Quantity, Vec<u32>)> = Vec::new();
    for one in quantities {
        match figures.iter_mut().find(|(first, _)| is_same_amount(first, one)) {
            Some((_, sentences)) => sentences.push(one.at.sentence),
            None => figures.push((one, vec![one.at.sentence])),
        }
    }
    for (_, sentences) in &mut figures {
        order::sort(sentences);
        sentences.dedup();
    }
    figures
}

/// Both ends of a range stand in the same words.
fn is_same_amount(a: &Quantity, b: &Quantity) -> bool {
    if a.at == b.at {
        return true;
    }
    let same = a.value.total_cmp(&b.value).is_eq() && a.unit == b.unit && a.unit_kind == b.unit_kind;
    same && a.approx == b.approx && (a.of == b.of || b.of.is_none())
}

fn figure_item((quantity, sentences): &(&Quantity, Vec<u32>), w: &mut Writer) {
    item(sentences, w, |w| {
        w.classed(Tag::Span, Class::Name, |w| w.text(&quantity.text));
        if let Some(of) = quantity.of.as_deref().filter(|of| !quantity.text.contains(of)) {
            w.text(" ");
            w.classed(Tag::Span, Class::Note, |w| w.text(of));
        }
    });
}

fn quote_item(quote: &Quote, text: &str, w: &mut Writer) {
    let parts: Vec<&str> =
        quote.parts.iter().filter_map(|a| text.get(a.start as usize..a.end as usize)).collect();
    item(&sentences(&quote.parts), w, |w| {
        w.classed(Tag::Span, Class::Quote, |w| w.text(&opening(&parts.join(" … "))));
        w.text(" ");
        w.classed(Tag::Span, Class::Note, |w| match &quote.speaker {
            Some(speaker) => w.text(&speaker.name),
            None => w.say(Word::Unattributed, &[]),
        });
    });
}

/// How much of somebody's words the panel shows; the rest is a press away. Units: bytes; about fifty words.
const MOST_QUOTED: usize = 320;

/// As much of the words as is shown, up to the end of a sentence where one is near.
fn opening(words: &str) -> String {
    let Some(part) =
        words.get(..words.floor_char_boundary(MOST_QUOTED)).filter(|part| part.len() < words.len())
    else {
        return words.to_owned();
    };
    let stop = [". ", "? ", "! "].iter().filter_map(|stop| part.rfind(stop)).max();
    let end = stop.map(|at| at + 1).filter(|end| *end > MOST_QUOTED / 2).or(part.rfind(' '));
    [&part[..end.unwrap_or(part.len())], " …"].concat()
}

fn sentences(mentions: &[Anchor]) -> Vec<u32> {
    let mut numbers: Vec<u32> = mentions.iter().map(|m| m.sentence).collect();
    numbers.dedup();
    numbers
}
