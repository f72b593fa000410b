//! Numbers in digits and words: `2,500`, `2.500`, `2 500`, `5.9 million`, `24 lakh`, `two hundred`, `half a million`.

use super::measure;
use super::phrase;
use crate::facts::document::Document;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::read_decimal;

/// A number, in tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    /// First token.
    pub first: usize,
    /// Token after the last.
    pub end: usize,
    /// With its magnitude.
    pub value: f64,
    /// True where it is written in digits.
    pub is_digits: bool,
    /// True where a magnitude follows, or separators group it: surely an amount.
    pub is_large: bool,
}

/// Longer runs of digits are phone and account numbers. Units: digits.
const LONGEST_PLAIN: usize = 7;

/// The number that opens at token `first`.
pub(super) fn at(document: &Document, first: usize) -> Option<Number> {
    if let Some((length, value)) = phrase(document, Name::VagueMagnitudes, first) {
        let end = first + length;
        let vague = Number { first, end, value, is_digits: false, is_large: value > 100.0 };
        return Some(with_magnitude(document, vague)); // `a hundred thousand`
    }
    let plain = in_digits(document, first).or_else(|| in_words(document, first))?;
    let number = with_joined_magnitude(document, plain).unwrap_or_else(|| with_magnitude(document, plain));
    Some(rest(document, number).map_or(number, |whole| with_magnitude(document, whole)))
}

/// `two hundred and thirty`: hundreds in words, and what comes on top.
fn rest(document: &Document, hundreds: Number) -> Option<Number> {
    let is_whole = !hundreds.is_digits && hundreds.value >= 100.0 && (hundreds.value / 100.0).fract() == 0.0;
    let skip = usize::from(document.tokens.is(hundreds.end, "and"));
    let rest = in_words(document, hundreds.end + skip).filter(|rest| is_whole && rest.value < 100.0)?;
    Some(Number { end: rest.end, value: hundreds.value + rest.value, ..hundreds })
}

fn in_digits(document: &Document, first: usize) -> Option<Number> {
    let tokens = &document.tokens;
    if tokens.kind(first) != Some(Kind::Number) {
        return None;
    }
    let (written, end) = spaced_groups(document, first);
    let value = parse(&written, document.language.has(Name::NumberStyle, "decimal-comma"))?;
    let is_large = written.len() > 4 && written.contains([',', '.', ' ']);
    Some(Number { first, end, value, is_digits: true, is_large })
}

/// `2 500 000` where the language groups by spaces.
fn spaced_groups(document: &Document, first: usize) -> (String, usize) {
    let tokens = &document.tokens;
    let mut written = tokens.word(first).to_owned();
    let mut end = first + 1;
    // `$102 143.75`, in English papers too.
    let is_money = tokens.is_glued(first)
        && first.checked_sub(1).and_then(|i| tokens.mark(i)).is_some_and(|c| matches!(c, '$' | '£' | '€'));
    let has_style = document.language.has(Name::NumberStyle, "space-groups");
    let groups = (is_money || has_style) && written.len() <= 3;
    let is_group = |token: usize| {
        let gap = tokens.get(token).zip(tokens.get(token - 1)).map_or(9, |(b, a)| b.start - a.end);
        tokens.kind(token) == Some(Kind::Number)
            && gap <= 3
            && tokens.word(token).bytes().take_while(u8::is_ascii_digit).count() == 3
    };
    while groups && is_group(end) {
        written.push_str(tokens.word(end));
        end += 1;
    }
    // `$700 118 hours`, a row of a table.
    if !has_style && end > first + 1 && !written.ends_with('0') && !written.contains('.') {
        return (tokens.word(first).to_owned(), first + 1);
    }
    (written, end)
}

/// Reads digits with their separators. None: the separators make no number.
fn parse(written: &str, is_decimal_comma: bool) -> Option<f64> {
    let (group, decimal) = if is_decimal_comma { ('.', ',') } else { (',', '.') };
    let (whole, part) = split(written, group, decimal)?;
    if !written.contains(['.', ',']) && whole.len() > LONGEST_PLAIN {
        return None;
    }
    let whole: String = whole.chars().filter(|c| *c != group).collect();
    read_decimal(&[whole.as_str(), ".", if part.is_empty() { "0" } else { part }].concat())
}

/// Whole and decimal part; a group mark that groups nothing is a decimal mark (`2.5` in German).
fn split(written: &str, group: char, decimal: char) -> Option<(&str, &str)> {
    let (whole, part) = written.rsplit_once(decimal).unwrap_or((written, ""));
    if whole.contains(decimal) || part.contains(group) {
        return None;
    }
    if is_grouped(whole, group) {
        return Some((whole, part));
    }
    let halves =
        whole.split_once(group).filter(|(_, rest)| part.is_empty() && !rest.contains(group) && group == '.');
    halves.filter(|(_, rest)| rest.len() != 3)
}

/// Groups of three digits, or of two before the last as in India.
fn is_grouped(whole: &str, group: char) -> bool {
    let mut groups = whole.rsplit(group);
    let last = groups.next().unwrap_or("");
    let has_groups = whole.contains(group);
    (!has_groups || last.len() == 3) && groups.all(|digits| (1..=3).contains(&digits.len()))
}

/// `two`, `twenty-five`, `two hundred`: what a table of number words has, tens and ones joined.
fn in_words(document: &Document, first: usize) -> Option<Number> {
    let word = document.tokens.folded(first);
    let value = word_value(document, word)?;
    let is_article = document.language.has(Name::Articles, word);
    let number = Number { first, end: first + 1, value, is_digits: false, is_large: false };
    (value > 0.0 && !is_article).then_some(number)
}

fn word_value(document: &Document, word: &str) -> Option<f64> {
    let numbers = document.language.table(Name::Numbers);
    numbers.get(word).or_else(|| {
        let (tens, ones) = word.split_once('-')?;
        let (tens, ones) = (numbers.get(tens)?, numbers.get(ones)?);
        (tens >= 20.0 && ones < 10.0).then_some(tens + ones)
    })
}

/// `million`, `bn`, `lakh`; two of them multiply (`hundred thousand`). `$7 billion-a-year`: a rate may hang on it.
fn with_magnitude(document: &Document, plain: Number) -> Number {
    let mut number = plain;
    let opening = document.tokens.folded(plain.end).split_once('-').map(|(opening, _)| opening);
    if let Some(factor) = opening.and_then(|word| document.language.table(Name::Magnitudes).get(word))
        && plain.is_digits
        && !document.tokens.is_glued(plain.end)
    {
        let value = round(plain.value * factor);
        return Number { end: plain.end + 1, value, is_large: true, ..plain };
    }
    while let Some((length, factor)) = phrase(document, Name::Magnitudes, number.end) {
        let tokens = &document.tokens;
        let is_glued = tokens.is_glued(number.end);
        let word = tokens.folded(number.end);
        let needs_glue = document.language.has(Name::GluedMagnitudes, word);
        if measure::is_metre(document, number.end)
            || (needs_glue && !is_glued)
            || (is_glued && !number.is_digits)
            || factor * number.value >= MOST
        {
            break;
        }
        number = Number {
            end: number.end + length,
            value: round(number.value * factor),
            is_large: true,
            ..number
        };
    }
    number
}

/// `$5-million`, `400-million-a-year`: the magnitude behind a hyphen, not the letter of a `10-K`.
fn with_joined_magnitude(document: &Document, plain: Number) -> Option<Number> {
    let (tokens, language) = (&document.tokens, &document.language);
    let at = plain.end + 1;
    let is_joined = tokens.mark(plain.end) == Some('-') && tokens.is_glued(plain.end) && tokens.is_glued(at);
    let word = tokens.folded(at).split('-').next().filter(|_| is_joined && plain.is_digits)?;
    let is_letter = language.has(Name::GluedMagnitudes, word);
    let factor = language.table(Name::Magnitudes).get(word).filter(|_| !is_letter)?;
    Some(Number { end: at + 1, value: round(plain.value * factor), is_large: true, ..plain })
}

/// Nothing counted in the news is larger.
const MOST: f64 = 1e18;

/// The magnitude words of a number in digits, multiplied. None: it has none.
pub(super) fn factor(document: &Document, number: Number) -> Option<f64> {
    let plain = in_digits(document, number.first).filter(|plain| plain.end < number.end)?;
    Some(round(number.value / plain.value))
}

/// Takes away what binary fractions add: `5.9 × 1e6`.
pub(super) fn round(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn separators_of_many_countries() {
        let check = |written: &str, comma: bool, value: Option<f64>| {
            assert_eq!(parse(written, comma), value, "{written}")
        };
        check("2,500.50", false, Some(2500.5));
        check("1,00,000", false, Some(100_000.0));
        check("2.500,50", true, Some(2500.5));
        check("2.5", true, Some(2.5));
        check("3,5", false, None);
        check("1.2.3", false, None);
        check("5348469123", false, None);
    }
}
