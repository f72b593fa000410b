//! Tokens -> sentences.
//!
//! In: [`Tokens`]. Out: [`Sentence`]s in order, none empty; the end of a line always ends one.
//! A stop ends a sentence before a capital, a digit or an opening mark; an abbreviation's stop only before a word that
//! can hardly be anything but an opening (`in the U.S. The`); `said.` inside a quote only where no cue follows; none in
//! the midst of a bracket that opens within a sentence (`new stars (Alma! Brio! Cena!) and old ones`).

use super::Kind;
use super::Tokens;
use super::classes::is_closing;
use super::classes::is_quote;
use super::classes::is_stop;

/// A sentence: bytes of the text and tokens, both half-open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// First token.
    pub first: usize,
    /// Token after the last.
    pub last: usize,
}

/// What a splitter has to know of a language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Openings<'a> {
    /// Sorted, lower case: words that open a sentence and hardly a name.
    pub openers: &'a [&'a str],
    /// True where a stop after a number makes it an ordinal: `am 3. Mai`.
    pub has_ordinal_stops: bool,
}

/// Most digits of an ordinal: `31. Mai`.
const ORDINAL_DIGITS: usize = 2;

/// Longest bracket, in tokens, that is read as a remark within a sentence; what is longer holds sentences of its own.
const ASIDE_TOKENS: usize = 40;

/// Cuts tokens into sentences.
pub fn sentences(tokens: &Tokens, openings: &Openings) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut first = 0;
    let mut index = 0;
    let mut aside_end = 0;
    while index < tokens.len() {
        if index > first && index >= aside_end {
            aside_end = aside(tokens, index).unwrap_or(aside_end);
        }
        let end = if tokens.kind(index) == Some(Kind::Break) {
            Some(index)
        } else {
            end_at(tokens, index, openings).filter(|last| *last >= aside_end)
        };
        index = end.unwrap_or(index) + 1;
        if let Some(end) = end {
            let is_break = tokens.kind(end) == Some(Kind::Break);
            out.extend(sentence(tokens, first, if is_break { end } else { end + 1 }));
            first = end + 1;
        }
    }
    out.extend(sentence(tokens, first, tokens.len()));
    out
}

fn sentence(tokens: &Tokens, first: usize, last: usize) -> Option<Sentence> {
    let opening = tokens.get(first)?;
    let closing = last.checked_sub(1).filter(|i| *i >= first).and_then(|i| tokens.get(i))?;
    Some(Sentence { start: opening.start, end: closing.end, first, last })
}

/// Where the bracket that opens at `index` closes, if it does so soon and in its line.
fn aside(tokens: &Tokens, index: usize) -> Option<usize> {
    let closing = match tokens.mark(index)? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    (index + 1..tokens.len().min(index + ASIDE_TOKENS))
        .take_while(|i| tokens.kind(*i) != Some(Kind::Break))
        .find(|i| tokens.mark(*i) == Some(closing))
}

/// The sentence's last token, where the stop at `index` ends it.
fn end_at(tokens: &Tokens, index: usize, openings: &Openings) -> Option<usize> {
    let is_mark = tokens.mark(index).is_some_and(is_stop);
    let is_abbreviation = tokens.kind(index) == Some(Kind::Word) && tokens.word(index).ends_with('.');
    if !is_mark && !is_abbreviation {
        return None;
    }
    let last = closing_run(tokens, index);
    let next = last + 1;
    if tokens.get(next).is_none() || tokens.kind(next) == Some(Kind::Break) {
        return Some(last);
    }
    if tokens.is_glued(next) && !tokens.mark(last).is_some_and(is_wide_stop) {
        return None;
    }
    let is_doubtful = (is_abbreviation || is_ordinal(tokens, index, openings)) && last == index;
    let ends =
        if is_doubtful { ends_abbreviation(tokens, next, openings.openers) } else { opens(tokens, next) };
    ends.then_some(last)
}

/// `3.` before anything, where the language writes ordinals so.
fn is_ordinal(tokens: &Tokens, stop: usize, openings: &Openings) -> bool {
    let before = stop.wrapping_sub(1);
    let is_short = tokens.kind(before) == Some(Kind::Number) && tokens.word(before).len() <= ORDINAL_DIGITS;
    openings.has_ordinal_stops && is_short && tokens.is_glued(stop)
}

/// From a stop over the stops and closing marks glued to it.
fn closing_run(tokens: &Tokens, index: usize) -> usize {
    let goes_on =
        |i: usize| tokens.is_glued(i) && tokens.mark(i).is_some_and(|c| is_stop(c) || is_closing(c));
    let mut last = index;
    while goes_on(last + 1) {
        last += 1;
    }
    last
}

/// Stops of scripts that write no space after them.
fn is_wide_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡' | '」' | '』')
}

/// True where a sentence may open.
fn opens(tokens: &Tokens, index: usize) -> bool {
    match tokens.kind(index) {
        Some(Kind::Word) => !tokens.word(index).starts_with(char::is_lowercase),
        Some(Kind::Number | Kind::Link) => true,
        Some(Kind::Mark) => tokens.mark(index).is_some_and(|c| is_quote(c) || "([$£€¥¿¡—–".contains(c)),
        _ => false,
    }
}

/// True where the token after an abbreviation shows that its stop ended the sentence too.
fn ends_abbreviation(tokens: &Tokens, index: usize, openers: &[&str]) -> bool {
    let is_opener = tokens.is_capital(index) && openers.binary_search(&tokens.folded(index)).is_ok();
    // `to help the U.S. “win back” its place`: a fragment goes on.
    let opens_quote = tokens.mark(index).is_some_and(|c| matches!(c, '“' | '"' | '„' | '«'));
    is_opener || opens_quote && opens(tokens, index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Spelling;

    fn check(expected: &[&str]) {
        let abbreviations = ["Fla", "Inc", "Jr", "Nov", "Sens"];
        let text = expected.join(" ");
        let tokens = Tokens::of(&text, &Spelling { abbreviations: &abbreviations, elisions: &[] });
        let openers = ["he", "in", "the"];
        let found = sentences(&tokens, &Openings { openers: &openers, has_ordinal_stops: false });
        let found: Vec<&str> = found.iter().map(|s| &text[s.start as usize..s.end as usize]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn abbreviations_end_a_sentence_only_before_an_opener() {
        check(&[
            "Sens. Cory Booker and P.J. Fleck of the Orlando, Fla., area met at a 12 p.m. rally on Nov. 9.",
        ]);
        check(&["It was made in the U.S. Attorney’s Office.", "They left the U.S.", "The end."]);
        check(&["It helps the U.S. “win back” its place in the U.S.", "“They do,” he said."]);
        check(&[
            "AirScrub Inc. and others struck.",
            "It costs 6.6 per cent... and rises.",
            "Really?",
            "He went.",
        ]);
    }

    #[test]
    fn a_bracket_within_a_sentence_is_not_cut() {
        check(&["The new stars (Alma! Brio! Cena!) and the old ones.", "“All [of us? Yes!] are here.”"]);
        check(&["He left (nobody knew why. It was late.)", "(He said so.", "Twice.)", "Then he ate."]);
        check(&["They won (what a night!", "It was their first.", "Then they sang."]);
    }

    #[test]
    fn closing_marks_belong_to_the_sentence() {
        check(&["He said “no.”", "“Why?” asked Li.", "(It was late.)", "Then … nothing!"]);
        check(&["彼は「はい。」", "と言った。"]);
    }
}
