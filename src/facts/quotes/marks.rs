//! Which marks open a quote, and which close it.
//!
//! By shape where the shape says it (`“ ” „ « 「`), by the side that touches a word where it does not (`" ' ’ » “`).

use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::is_apostrophe;
use crate::text::is_dash;
use crate::text::word_list;

/// A kind of quote: its opening mark, up to what it lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `“…”`, `„…“`, `"…"`, `‘‘…’’`: one kind, because publishers mix them.
    Double,
    /// `‘…’`, `'…'`, `‚…‘`.
    Single,
    /// `«…»`, `‹…›`, and `»…«` turned inwards.
    Angle,
    /// `「…」`, `『…』`.
    Corner,
}

/// Words that open with an apostrophe of their own.
const CLIPPED: Words = word_list!["bout", "cause", "em", "n", "round", "s", "til", "till", "tis", "twas"];

/// The style that opens at token `index`, and how many tokens its mark takes.
pub(super) fn opening(tokens: &Tokens, index: usize) -> Option<(Style, usize)> {
    match tokens.mark(index)? {
        '„' | '‟' => Some((Style::Double, 1)),
        '“' | '”' | '"' | '＂' => {
            // `"“No,” he said."`: both marks open the same words.
            let is_twice = tokens.is_glued(index + 1) && tokens.mark(index + 1) == Some('“');
            opens_word(tokens, index).then_some((Style::Double, 1 + usize::from(is_twice)))
        }
        '«' | '»' | '‹' | '›' => opens_angle(tokens, index).then_some((Style::Angle, 1)),
        '「' | '『' => Some((Style::Corner, 1)),
        '‘' | '‚' | '‛' | '\'' | '’' | '`' => opens_single(tokens, index),
        _ => None,
    }
}

/// How many tokens the mark at `index` takes, where it closes a quote of this style.
pub(super) fn closing(tokens: &Tokens, index: usize, style: Style) -> Option<usize> {
    let c = tokens.mark(index)?;
    match style {
        Style::Double if matches!(c, '”' | '＂') => Some(1),
        Style::Double if matches!(c, '"' | '“') => (!reopens(tokens, index)).then_some(1),
        Style::Double => is_doubled(tokens, index, is_apostrophe).then_some(2),
        Style::Single => closes_single(tokens, index).then_some(1),
        Style::Angle => (matches!(c, '»' | '«' | '›' | '‹') && !reopens(tokens, index)).then_some(1),
        Style::Corner => matches!(c, '」' | '』').then_some(1),
    }
}

/// True where a mark inside a quote opens another: the close before it is missing.
pub(super) fn reopens(tokens: &Tokens, index: usize) -> bool {
    !is_touched_before(tokens, index) && touches_after(tokens, index)
}

/// True where a word, or a mark that may open a sentence, touches from the right.
fn touches_after(tokens: &Tokens, index: usize) -> bool {
    let is_words = tokens.kind(index + 1).is_some_and(|kind| kind != Kind::Break);
    let is_end = tokens.mark(index + 1).is_some_and(|c| ",.;:!?)]}».".contains(c));
    tokens.is_glued(index + 1) && is_words && !is_end
}

/// True where the mark may open: nothing touches it from the left alone.
fn opens_word(tokens: &Tokens, index: usize) -> bool {
    let is_inch_mark = tokens.is_glued(index) && tokens.kind(index.wrapping_sub(1)) == Some(Kind::Number);
    !is_inch_mark
        && (touches_after(tokens, index) || !is_touched_before(tokens, index))
        && !ends_line(tokens, index)
}

fn opens_angle(tokens: &Tokens, index: usize) -> bool {
    let is_left = matches!(tokens.mark(index), Some('«' | '‹'));
    let is_free = !is_touched_before(tokens, index);
    !ends_line(tokens, index) && is_free && (is_left || touches_after(tokens, index))
}

/// `‘` before a word; two of them are a double mark.
fn opens_single(tokens: &Tokens, index: usize) -> Option<(Style, usize)> {
    let is_double = is_doubled(tokens, index, |c| is_apostrophe(c) || matches!(c, '‘' | '`'));
    let length = if is_double { 2 } else { 1 };
    let next = index + length;
    let touches_word = tokens.is_glued(next) && tokens.kind(next).is_some_and(|kind| kind != Kind::Break);
    if is_touched_before(tokens, index) || !touches_word || is_clipped(tokens, index) {
        return None;
    }
    if tokens.mark(index) == Some('`') && !is_double {
        return None;
    }
    Some((if is_double { Style::Double } else { Style::Single }, length))
}

/// `’em`, `’90s`: an apostrophe, not a quote.
fn is_clipped(tokens: &Tokens, index: usize) -> bool {
    let is_apostrophe = tokens.mark(index).is_some_and(is_apostrophe);
    let is_decade = tokens.kind(index + 1) == Some(Kind::Number) && tokens.word(index + 1).len() == 2;
    is_apostrophe && (is_decade || CLIPPED.has_at(tokens, index + 1))
}

/// A single mark after a word and before none.
fn closes_single(tokens: &Tokens, index: usize) -> bool {
    let is_mark = tokens.mark(index).is_some_and(|c| is_apostrophe(c) || c == '‘');
    let before_word = tokens.is_glued(index + 1)
        && matches!(tokens.kind(index + 1), Some(Kind::Word | Kind::Number | Kind::Possessive));
    is_mark && tokens.is_glued(index) && !before_word
}

/// True where the single close at `index` may be a plural's apostrophe: `the Huskies’ quarterback`.
pub(super) fn may_be_plural(tokens: &Tokens, index: usize) -> bool {
    let after_plural = index.checked_sub(1).is_some_and(|i| tokens.folded(i).ends_with('s'));
    after_plural && tokens.kind(index + 1) == Some(Kind::Word)
}

fn is_doubled(tokens: &Tokens, index: usize, is_half: impl Fn(char) -> bool) -> bool {
    let is = |i: usize| tokens.mark(i).is_some_and(&is_half);
    is(index) && is(index + 1) && tokens.is_glued(index + 1)
}

/// True where a word, number or stop touches the mark from the left.
fn is_touched_before(tokens: &Tokens, index: usize) -> bool {
    let Some(before) = index.checked_sub(1) else { return false };
    let opens_too = |c: char| is_dash(c) || "([{-/“‘\"'„«:…¿¡=".contains(c);
    tokens.is_glued(index)
        && tokens.kind(before) != Some(Kind::Break)
        && !tokens.mark(before).is_some_and(opens_too)
}

fn ends_line(tokens: &Tokens, index: usize) -> bool {
    matches!(tokens.kind(index + 1), None | Some(Kind::Break))
}
