//! Shares and measures: `6.6 per cent`, `three percentage points`, `50 kg`, `26-mile`.

use super::Found;
use super::number;
use super::number::Number;
use super::pair;
use super::phrase;
use crate::facts::document::Document;
use crate::text::Kind;

/// Shares and measures that open at token `first`: two, where two numbers share the unit.
pub(super) fn at(document: &Document, first: usize) -> Vec<Found> {
    let Some(number) = number::at(document, first).filter(|number| !is_inside(document, number.first)) else {
        return Vec::new();
    };
    if let Some((low, high)) = pair(document, number)
        && let Some(found) = with_unit(document, high)
    {
        let low = Found { first: low.first, end: low.end, value: low.value, ..found.clone() };
        return vec![low, found];
    }
    with_unit(document, number).into_iter().collect()
}

fn with_unit(document: &Document, number: Number) -> Option<Found> {
    let found = |(length, _): (usize, f64), unit: &str, kind| {
        let (first, end, unit) = (number.first, number.end + length, unit.to_owned());
        Found { first, end, value: number.value, unit, kind }
    };
    if let Some(points) = phrase(document, "percentage-points", number.end) {
        let unit = document.tokens.slice(number.end, number.end + points.0);
        return Some(found(points, unit, "percent"));
    }
    if let Some(percent) = phrase(document, "percents", number.end) {
        return Some(found(percent, "%", "percent"));
    }
    measure(document, number)
}

/// The unit right behind, or joined by a hyphen.
fn measure(document: &Document, number: Number) -> Option<Found> {
    let tokens = &document.tokens;
    let is_joined = tokens.mark(number.end) == Some('-') && tokens.is_glued(number.end);
    let at = number.end + usize::from(is_joined && number.is_digits);
    let (length, _) = phrase(document, "measures", at)?;
    let is_letter_model = tokens.is_glued(at) && !is_joined && tokens.word(at).len() == 1;
    let end = at + length;
    let unit = tokens.slice(at, end).to_owned();
    let is_worth = number.is_digits || number.value >= LEAST_IN_WORDS;
    (is_worth && !is_letter_model).then_some(Found {
        first: number.first,
        end,
        value: number.value,
        unit,
        kind: "measure",
    })
}

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
