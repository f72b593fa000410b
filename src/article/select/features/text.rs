//! What a passage's own text looks like.

use super::Sight;
use super::Sink;
use super::few;
use super::ratio;
use super::size;
use super::times;
use crate::article::select::outline::Passage;
use crate::article::select::tally::is_stop;

/// Adds the features of the passage's text.
pub fn put(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let passage = &sight.outline.passages[at];
    put_amounts(passage, sink);
    put_marks(passage, sink);
    put_words(sight, at, sink);
    put_links(sight, passage, sink);
}

fn put_amounts(passage: &Passage, sink: &mut impl Sink) {
    let tally = &passage.tally;
    sink.put("words", "", size(tally.words));
    sink.put("letters per word", "", few((tally.letters * 10 / tally.words.max(1)) as usize));
    sink.put("share", "links", ratio(tally.link_letters, tally.letters));
    sink.put("share", "bold", ratio(tally.bold_letters, tally.letters));
    sink.put("share", "capitals", ratio(tally.capitals, tally.letters));
    sink.put("share", "digits", ratio(tally.digits, tally.letters));
    sink.put("per word", "stops", times(tally.stops, tally.words));
    sink.put("per word", "commas", times(tally.commas, tally.words));
    sink.put("per letter", "signs", times(tally.visible - tally.letters.min(tally.visible), tally.letters));
    sink.put("count", "breaks", few(tally.breaks as usize));
}

fn put_marks(passage: &Passage, sink: &mut impl Sink) {
    let tally = &passage.tally;
    let last = match tally.last {
        Some('?' | '？' | '؟') => 4,
        Some(c) if is_stop(c) => 3,
        Some('"' | '”' | '’' | '»' | '」' | ')') => 2,
        Some(':' | '：') => 1,
        _ => 0,
    };
    let first = match tally.first {
        Some(c) if c.is_uppercase() => 4,
        Some(c) if c.is_lowercase() => 1,
        Some(c) if c.is_alphabetic() => 3,
        Some(c) if c.is_numeric() => 2,
        _ => 0,
    };
    sink.put("mark", "last", last);
    sink.put("mark", "first", first);
    sink.put("sign", "rights", u8::from(tally.signs.rights));
    sink.put("sign", "dividers", u8::from(tally.signs.dividers));
    sink.put("sign", "handles", u8::from(tally.signs.handles));
    sink.put("sign", "currency", u8::from(tally.signs.currency));
    sink.put("sign", "year", u8::from(tally.signs.year));
    sink.put("is", "hidden", u8::from(passage.hidden));
    sink.put("is", "preformatted", u8::from(passage.pre));
}

fn put_words(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let passage = &sight.outline.passages[at];
    let frame = &sight.frame;
    let words = &sight.outline.words[passage.words.clone()];
    let in_title = words.iter().filter(|w| frame.title.binary_search(w).is_ok()).count() as u32;
    sink.put("share", "words in title", ratio(in_title, words.len() as u32));
    sink.put("share", "title's words", ratio(in_title, frame.title.len() as u32));
    sink.put("count", "same text", few(frame.copies[at].0 as usize));
    sink.put("count", "same text before", few(frame.copies[at].1 as usize));
    let common = frame.vocabulary.common(passage.words.clone());
    let rare = frame.vocabulary.rare(passage.words.clone());
    sink.put("share", "common words", ratio(common, words.len() as u32));
    sink.put("share", "rare words", ratio(rare, words.len() as u32));
}

fn put_links(sight: &Sight, passage: &Passage, sink: &mut impl Sink) {
    sink.put("count", "links", few(passage.link_count as usize));
    for (n, name) in sight.lexicon.of_links() {
        sink.put("link to", name, u8::from(passage.links.has(n)));
    }
}
