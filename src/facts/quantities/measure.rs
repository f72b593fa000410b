//! Shares and measures: `6.6 per cent`, `three percentage points`, `50 kg`, `26-mile`.

use super::Found;
use super::number;
use super::number::Number;
use super::pair;
use super::phrase;
use crate::facts::document::Document;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::word_list;

/// Shares and measures that open at token `first`: two, where two numbers share the unit.
pub(super) fn at(document: &Document, first: usize) -> Vec<Found> {
    if let Some(cold) = below_zero(document, first) {
        return vec![cold];
    }
    if let Some(shock) = magnitude(document, first) {
        return vec![shock];
    }
    let Some(number) = number::at(document, first).filter(|number| !is_inside(document, number.first)) else {
        return Vec::new();
    };
    if let Some((low, high)) = pair(document, number)
        && let Some(found) = with_unit(document, high)
    {
        let high = Found { first: low.first, ..found };
        return vec![Found { value: low.value, ..high.clone() }, high];
    }
    with_unit(document, number).into_iter().collect()
}

fn with_unit(document: &Document, number: Number) -> Option<Found> {
    let found = |(length, _): (usize, f64), unit: &str, kind| {
        let (first, end, unit) = (number.first, number.end + length, unit.to_owned());
        Found { first, end, value: number.value, unit, kind }
    };
    if let Some(points) = phrase(document, Name::PercentagePoints, number.end) {
        let unit = document.tokens.slice(number.end, number.end + points.0);
        return Some(found(points, unit, "percent"));
    }
    let joined = usize::from(number.is_digits && is_joined(document, number.end));
    if let Some((length, _)) = phrase(document, Name::Percents, number.end + joined) {
        return Some(found((joined + length, 0.0), "%", "percent"));
    }
    height(document, number).or_else(|| measure(document, number))
}

/// `magnitude 6.4`, `a magnitude of 6.4`.
fn magnitude(document: &Document, first: usize) -> Option<Found> {
    let unit = document.tokens.folded(first);
    let of = usize::from(document.tokens.is(first + 1, "of"));
    let number = (unit == "magnitude").then(|| number::at(document, first + 1 + of)).flatten()?;
    let (value, unit) = (number.value, unit.to_owned());
    (number.is_digits && value < 10.0).then_some(Found {
        first,
        end: number.end,
        value,
        unit,
        kind: "measure",
    })
}

/// `-12°C`.
fn below_zero(document: &Document, first: usize) -> Option<Found> {
    let tokens = &document.tokens;
    let is_minus = matches!(tokens.mark(first), Some('-' | '−' | '–')) && !tokens.is_glued(first);
    let number = number::at(document, first + 1).filter(|_| is_minus && tokens.is_glued(first + 1))?;
    let found = measure(document, number).filter(|found| is_degree(&found.unit))?;
    Some(Found { first, value: -found.value, ..found })
}

fn is_degree(unit: &str) -> bool {
    unit.starts_with(['°', '℃']) || unit.starts_with("degree") || word_list!["C", "C.", "F", "F."].has(unit)
}

/// `6ft 2in`, in feet.
fn height(document: &Document, number: Number) -> Option<Found> {
    let tokens = &document.tokens;
    let is_feet = word_list!["ft", "feet", "foot"].has_at(tokens, number.end);
    let inches = number::at(document, number.end + 1).filter(|inches| is_feet && inches.value < 12.0)?;
    let is_inches = word_list!["in", "inch", "inches", "ins"].has_at(tokens, inches.end);
    let is_short = tokens.is(inches.end, "in");
    let value = number::round(number.value + inches.value / 12.0);
    (is_inches && (!is_short || tokens.is_glued(inches.end))).then(|| Found {
        first: number.first,
        end: inches.end + 1,
        value,
        unit: tokens.word(number.end).to_owned(),
        kind: "measure",
    })
}

/// The unit right behind, or joined by a hyphen.
fn measure(document: &Document, number: Number) -> Option<Found> {
    let tokens = &document.tokens;
    // `170 million-year-old tracks`: how old, not how many.
    if number.is_large && tokens.folded(number.end - 1).ends_with("-year-old") {
        let (first, end, unit) = (number.first, number.end, "years old".to_owned());
        return Some(Found { first, end, value: number.value, unit, kind: "measure" });
    }
    let is_joined = is_joined(document, number.end);
    let at = number.end + usize::from(is_joined && number.is_digits);
    if is_joined && let Some(unit) = unit_in_word(document, at).filter(|_| number.is_digits) {
        return Some(Found { first: number.first, end: at + 1, value: number.value, unit, kind: "measure" });
    }
    let is_heat = number.is_digits
        && number.value >= LEAST_HEAT
        && word_list!["c", "f"].has_at(tokens, at)
        && tokens.is_capital(at);
    let is_heat = is_heat && tokens.is_glued(at) && !is_joined && document.language.is_english();
    let is_short = is_heat || is_metre(document, at);
    let (length, _) = phrase(document, Name::Measures, at).or(is_short.then_some((1, 0.0)))?;
    let is_letter_model = tokens.is_glued(at)
        && !is_joined
        && tokens.word(at).len() == 1
        && !is_short
        && tokens.mark(at).is_none();
    let end = at + length;
    let unit = tokens.slice(at, end);
    let unit = if is_degree(unit) { unit.trim_end_matches('.') } else { unit }.to_owned();
    // `over two inches`: measured.
    let is_bounded = || number.value > 1.0 && super::approximation(document, number.first).0 < number.first;
    let is_worth = number.is_digits || number.value >= LEAST_IN_WORDS || is_bounded();
    (is_worth && !is_letter_model).then_some(Found {
        first: number.first,
        end,
        value: number.value,
        unit,
        kind: "measure",
    })
}

/// True for the hyphen of `26-mile`.
fn is_joined(document: &Document, at: usize) -> bool {
    document.tokens.mark(at) == Some('-') && document.tokens.is_glued(at)
}

/// The `square foot` of `250,000-square-foot`, the `metre` of `200-metre-long`, in one word.
fn unit_in_word(document: &Document, at: usize) -> Option<String> {
    let measures = document.language.table(Name::Measures);
    let word = document.tokens.folded(at);
    let (unit, rest) = word.split_once('-')?;
    let whole = word.replace('-', " ");
    measures.has(&whole).then_some(whole).or((is_extent(rest) && measures.has(unit)).then(|| unit.to_owned()))
}

fn is_extent(word: &str) -> bool {
    word_list!["away", "deep", "high", "long", "tall", "thick", "wide"].has(word)
}

/// `300m tall`: no million.
pub(super) fn is_metre(document: &Document, at: usize) -> bool {
    let tokens = &document.tokens;
    tokens.is(at, "m") && tokens.is_glued(at) && is_extent(tokens.folded(at + 1))
}

/// `38C` is how warm it is, `5C` a telephone. Units: degrees.
const LEAST_HEAT: f64 = 10.0;
/// Smaller measures in words are turns of phrase: "two feet", "a mile".
const LEAST_IN_WORDS: f64 = 3.0;

/// True for a number glued to what comes before it: part of a name, a score or a time.
fn is_inside(document: &Document, first: usize) -> bool {
    let tokens = &document.tokens;
    let before = first.wrapping_sub(1);
    let is_part =
        matches!(tokens.mark(before), Some('-' | '/' | '.' | ',' | ':' | '#' | '$' | '£' | '€' | '–'));
    tokens.is_glued(first) && (tokens.kind(before) != Some(Kind::Mark) || is_part)
}
