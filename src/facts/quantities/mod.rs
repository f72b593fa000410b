//! Words that say how much -> amounts.
//!
//! In: a [`Document`] whose dates are taken. Out: [`Quantity`]s in text order; their tokens are marked as taken.
//! Promises: a number without a unit or a counted noun is left out; so are small counts that carry no news, lengths of time,
//! scores, and numbers that are part of a name.

mod count;
mod measure;
mod money;
mod number;

#[cfg(test)]
mod tests;

use super::Quantity;
use super::document::Document;
use super::document::Taken;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::word_list;
use number::Number;

/// An amount, in tokens.
#[derive(Clone, Debug, PartialEq)]
struct Found {
    /// First token.
    first: usize,
    /// Token after the last.
    end: usize,
    value: f64,
    unit: String,
    kind: &'static str,
}

/// A way to read an amount that opens at a token.
type Matcher = fn(&Document, usize) -> Vec<Found>;

/// In this order: a unit says more than a counted noun.
const MATCHERS: &[Matcher] = &[money::at, measure::at, count::at];

/// Finds the amounts of a document and takes their tokens.
pub(crate) fn find(document: &mut Document) -> Vec<Quantity> {
    let mut found: Vec<Found> = Vec::new();
    let mut token = 0;
    while token < document.tokens.len() {
        let mut here = if may_open(document, token) { read(document, token) } else { Vec::new() };
        if here.is_empty()
            && let Some(before) = found.last()
        {
            here.extend(count::again(document, token, before));
        }
        token += 1;
        if is_free(document, &here) {
            for one in here {
                token = token.max(one.end);
                found.push(one);
            }
        }
    }
    let mut quantities = Vec::with_capacity(found.len());
    for found in &found {
        quantities.extend(quantity(document, found));
    }
    for found in &found {
        // `three Quarrin fighters`: the name is one all the same; not where all nouns are capitals.
        let may_hold = found.kind == "count" && !document.language.has(Name::NumberStyle, "capital-nouns");
        for i in found.first..found.end {
            let is_name = may_hold && i > found.first && document.tokens.is_capital(i);
            if !is_name {
                document.take(i..i + 1, Taken::Quantity);
            }
        }
    }
    quantities
}

/// What opens at a token; empty where nothing does.
fn read(document: &Document, token: usize) -> Vec<Found> {
    for matcher in MATCHERS {
        let found = matcher(document, token);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Longest letters for a currency. Units: bytes.
const LONGEST_LETTERS: usize = 4;

/// Most words open no amount.
fn may_open(document: &Document, token: usize) -> bool {
    let (tokens, language) = (&document.tokens, &document.language);
    let word = tokens.folded(token);
    match tokens.kind(token) {
        Some(Kind::Number | Kind::Mark) => true,
        Some(Kind::Word) => {
            let is_currency = tokens.is_capital(token)
                && (word.len() <= LONGEST_LETTERS || word.contains(|c: char| c.is_ascii_digit()));
            let is_number =
                language.has(Name::Numbers, word) || language.table(Name::VagueMagnitudes).opens(word);
            is_currency || is_number || word.contains('-') || word == "magnitude"
        }
        _ => false,
    }
}

fn is_free(document: &Document, found: &[Found]) -> bool {
    found.iter().all(|found| (found.first..found.end).all(|token| document.taken(token) == Taken::Free))
}

fn quantity(document: &Document, found: &Found) -> Option<Quantity> {
    let (first, approx) = approximation(document, found.first);
    let mut at = document.anchor(first..found.end)?;
    // `2.4°C.`: the stop that an initial keeps is the sentence's.
    at.end -= u32::from(document.text(at).ends_with('.') && found.unit.ends_with(['C', 'F']));
    // `191 of the 250 files`: what a bare number counts stands elsewhere.
    let is_bare = found.kind == "count" && !document.text(at).contains(&found.unit);
    Some(Quantity {
        text: document.text(at).to_owned(),
        value: found.value,
        unit: found.unit.clone(),
        unit_kind: found.kind,
        approx,
        of: is_bare.then(|| found.unit.clone()),
        at,
    })
}

/// Longest phrase before a number. Units: tokens.
const MOST_WORDS_BEFORE: usize = 3;

/// `more than`, `up to` before an amount: where they start, and what they say.
fn approximation(document: &Document, first: usize) -> (usize, Option<&'static str>) {
    let table = document.language.table(Name::Approximations);
    let starts = first.saturating_sub(MOST_WORDS_BEFORE)..first;
    for start in starts {
        if let Some((length, code)) = table.longest_at(&document.tokens, start)
            && start + length == first
        {
            return (start, approximation_name(code as i64));
        }
    }
    (first, None)
}

fn approximation_name(code: i64) -> Option<&'static str> {
    match code {
        1 => Some("about"),
        2 => Some("at_least"),
        3 => Some("at_most"),
        4 => Some("up_to"),
        _ => None,
    }
}

/// The length of the longest phrase of a table at a token; 0 where there is none.
#[inline(never)]
fn length_of(document: &Document, table: Name, token: usize) -> usize {
    document.language.table(table).length_at(&document.tokens, token)
}

/// The length and number of the longest phrase of a table at a token.
fn phrase(document: &Document, table: Name, token: usize) -> Option<(usize, f64)> {
    document.language.table(table).longest_at(&document.tokens, token)
}

/// `about 13 to 14,000 feet`: what is that far apart is cut short.
const FARTHEST: f64 = 200.0;

/// Two numbers that share what follows them, and a magnitude: `five and even six per cent`, `1.5 to 2 million tonnes`.
fn pair(document: &Document, first: Number) -> Option<(Number, Number)> {
    let (length, _) = phrase(document, Name::AmountJoins, first.end)?;
    let second = number::at(document, first.end + length)?;
    let is_range = word_list!["-", "–", "to"].has_at(&document.tokens, first.end);
    let factor = number::factor(document, second).filter(|_| is_range && first.is_digits && !first.is_large);
    let first = Number { value: number::round(first.value * factor.unwrap_or(1.0)), ..first };
    (first.value < second.value && second.value < FARTHEST * first.value).then_some((first, second))
}
