//! Months: `December 2016`, `last November`, `mid-August`, `in April`.
//!
//! A month's name alone is one only where nothing makes it a name or a verb.

use super::Found;
use super::Reader;
use super::calendar::Day;
use super::value::Value;
use super::year::year_after;
use super::year::year_nearby;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::word_list;

/// A month, with or without its year, at token `first`.
pub(super) fn at(reader: &Reader, first: usize) -> Option<Found> {
    let (at, shift) = month_opening(reader, first);
    let month = month_name(reader, at).or_else(|| early_month(reader, at))?;
    let (year, end) = year_after(reader, at + 1);
    if let Some(year) = year {
        let value = Some(Value::Month(year, month));
        let found = Found { first, end, value, rule: "month_year", is_relative: false, clock: None };
        return Some(of_quarter(reader, found));
    }
    let end = at + 1;
    let is_alone = shift.is_none() && !is_early_late(reader, first) && at == first;
    if is_alone && month_name(reader, at).is_some() && !stands_alone(reader, at) {
        return None;
    }
    let value = reader.published.map(|published| month_value(reader, published, month, shift, first..end));
    let (rule, is_relative) = if shift.is_some() { ("month.shifted", true) } else { ("month.near", false) };
    Some(of_quarter(reader, Found { first, end, value, rule, is_relative, clock: None }))
}

/// `April-June`, `the January-March quarter`: two months in one word, in the year they end in.
pub(super) fn joined(reader: &Reader, first: usize) -> Option<Found> {
    let tokens = &reader.document.tokens;
    let (from, to) = tokens.folded(first).split_once('-')?;
    let table = reader.document.language.table(Name::Months);
    let (from, to) = (table.get(from)? as i64, table.get(to)? as i64);
    let (written, end) = year_after(reader, first + 1);
    let near = || match reader.published.map(|day| month_value(reader, day, to, None, first..end)) {
        Some(Value::Month(year, _)) => Some(year),
        _ => None,
    };
    let value = written.or_else(near).map(|year| {
        let start = if from < to { year } else { year - 1 };
        let is_quarter = to - from + 1 == QUARTER && to % QUARTER == 0;
        if is_quarter { Value::Quarter(year, to / QUARTER) } else { Value::Months((start, from), (year, to)) }
    });
    (tokens.is_capital(first) && (value.is_some() || reader.published.is_none())).then_some(Found {
        first,
        end,
        value,
        rule: "months",
        is_relative: false,
        clock: None,
    })
}

/// Months in a quarter.
const QUARTER: i64 = 3;

/// `the September quarter`: named after the month that ends it.
fn of_quarter(reader: &Reader, found: Found) -> Found {
    match found.value {
        Some(Value::Month(near, month)) if month % QUARTER == 0 && names_quarter(reader, found.end) => {
            let (year, end) = year_after(reader, found.end + 1);
            let value = Some(Value::Quarter(year.unwrap_or(near), month / QUARTER));
            Found { end, value, ..found }
        }
        _ => found,
    }
}

fn names_quarter(reader: &Reader, token: usize) -> bool {
    reader.document.tokens.is(token, "quarter")
}

/// A month in a row with another, where its name alone is no doubtful one.
pub(super) fn of_range(reader: &Reader, first: usize) -> Option<Found> {
    at(reader, first).or_else(|| {
        let month = month_name(reader, first)?;
        let end = first + 1;
        let value = reader.published.map(|published| month_value(reader, published, month, None, first..end));
        Some(Found { first, end, value, rule: "month.near", is_relative: false, clock: None })
    })
}

/// How far ahead a month is still the coming one, where nothing in its sentence is past. Units: months.
const SOON: i64 = 3;

/// `last`, `this`, `next`, `early` before a month.
fn month_opening(reader: &Reader, first: usize) -> (usize, Option<Name>) {
    match (reader.shift(&[Name::Last, Name::This, Name::Next], first), reader.phrase(Name::EarlyLate, first))
    {
        (Some((end, table)), _) => (end, Some(table)),
        (None, Some((length, _))) => (reader.skip_marks(first + length, &['-']), None),
        (None, None) => (first, None),
    }
}

fn is_early_late(reader: &Reader, first: usize) -> bool {
    reader.length(Name::EarlyLate, first) > 0
}

/// A month's name, written as its language writes it.
pub(super) fn month_name(reader: &Reader, token: usize) -> Option<i64> {
    let document = reader.document;
    let month = document.language.table(Name::Months).get(document.tokens.folded(token))?;
    let has_capital = document.tokens.is_capital(token);
    (has_capital || !document.language.has(Name::CapitalMonths, "yes")).then_some(month as i64)
}

/// `mid-August`, one word.
fn early_month(reader: &Reader, token: usize) -> Option<i64> {
    let language = &reader.document.language;
    let (part, month) = reader.document.tokens.folded(token).split_once('-')?;
    language
        .table(Name::Months)
        .get(month)
        .filter(|_| language.has(Name::EarlyLate, part))
        .map(|month| month as i64)
}

/// True where a month's name alone is a month: no name goes on after it, and where it is doubtful something opens a time.
fn stands_alone(reader: &Reader, at: usize) -> bool {
    let document = reader.document;
    let opens = |table| reader.phrase_before(table, at).is_some();
    let name_before = at > 0
        && document.tokens.is_capital(at - 1)
        && !opens(Name::TimeOpeners)
        && !opens(Name::LooseOpeners);
    let is_name = document.tokens.is_capital(at + 1) || name_before;
    let is_doubtful = document.language.has(Name::DoubtfulMonths, document.tokens.folded(at));
    if is_doubtful && names_quarter(reader, at + 1) {
        true
    } else if is_doubtful {
        (opens(Name::TimeOpeners) || follows_month(reader, at)) && !is_name || qualifies(reader, at)
    } else {
        !is_name || opens(Name::TimeOpeners)
    }
}

/// `in March and April`, `in February or March`.
fn follows_month(reader: &Reader, at: usize) -> bool {
    let joins = |join: usize| {
        let is_joint = reader.document.tokens.is(join, "or")
            || reader.phrase(Name::RangeJoins, join).is_some_and(|(length, _)| join + length == at);
        let before = reader.found.last().filter(|found| found.end == join);
        is_joint && before.is_some_and(|found| matches!(found.value, Some(Value::Month(..))))
    };
    at.checked_sub(1).is_some_and(joins)
}

/// `a June report`, `its April meeting`; `April’s figures` where the story names months.
fn qualifies(reader: &Reader, at: usize) -> bool {
    let (tokens, language) = (&reader.document.tokens, &reader.document.language);
    let is_noun = |token: usize| {
        tokens.kind(token) == Some(Kind::Word)
            && !tokens.is_capital(token)
            && !language.has(Name::PhraseStops, tokens.folded(token))
    };
    let before = tokens.folded_before(at, 1);
    // `the May government`, `the March on`: names and walks have their article too.
    let is_taken = before == "the" && word_list!["may", "march"].has_at(tokens, at);
    let names_months = || reader.latest().any(|found| matches!(found.value, Some(Value::Month(..))));
    let is_owner = tokens.kind(at + 1) == Some(Kind::Possessive) && names_months();
    let is_determined = language.has(Name::MonthDeterminers, before) && !is_taken && is_noun(at + 1);
    tokens.is_capital(at)
        && (is_determined || is_owner && is_noun(at + 2) && !tokens.is_capital(at.wrapping_sub(1)))
}

fn month_value(
    reader: &Reader,
    published: Day,
    month: i64,
    shift: Option<Name>,
    tokens: std::ops::Range<usize>,
) -> Value {
    let (year, now, _) = published.civil();
    let last = if month >= now { year - 1 } else { year };
    let next = if month <= now { year + 1 } else { year };
    let is_soon = || (1..=SOON).contains(&(month - now).rem_euclid(12)) && reader.tells_no_past(tokens.start);
    let year = match shift {
        Some(Name::Last) => last,
        Some(Name::Next) => next,
        Some(_) => year,
        None => year_nearby(reader, tokens.start).unwrap_or_else(|| match month == now {
            true => year,
            false if names_quarter(reader, tokens.end) => last,
            false if reader.looks_ahead(tokens.start, tokens.end) || is_soon() => next,
            false => last,
        }),
    };
    Value::Month(year, month)
}
