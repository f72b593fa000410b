//! Months: `December 2016`, `last November`, `mid-August`, `in April`.
//!
//! A month's name alone is one only where nothing makes it a name or a verb.

use super::Found;
use super::Reader;
use super::calendar::Day;
use super::value::Value;
use super::year::year_after;
use super::year::year_nearby;

/// A month, with or without its year, at token `first`.
pub(super) fn at(reader: &Reader, first: usize) -> Option<Found> {
    let (at, shift) = month_opening(reader, first);
    let month = month_name(reader, at).or_else(|| early_month(reader, at))?;
    let (year, end) = year_after(reader, at + 1);
    if let Some(year) = year {
        let value = Some(Value::Month(year, month));
        return Some(Found { first, end, value, rule: "month_year", is_relative: false, clock: None });
    }
    let end = at + 1;
    let is_alone = shift.is_none() && !is_early_late(reader, first) && at == first;
    if is_alone && month_name(reader, at).is_some() && !stands_alone(reader, at) {
        return None;
    }
    let value = reader.published.map(|published| month_value(reader, published, month, shift, first..end));
    let (rule, is_relative) = if shift.is_some() { ("month.shifted", true) } else { ("month.near", false) };
    Some(Found { first, end, value, rule, is_relative, clock: None })
}

/// How far ahead a month is still the coming one, where nothing in its sentence is past. Units: months.
const SOON: i64 = 3;

/// `last`, `this`, `next`, `early` before a month.
fn month_opening(reader: &Reader, first: usize) -> (usize, Option<&'static str>) {
    let shifts = ["last", "this", "next"];
    let shift = shifts.into_iter().find_map(|table| Some((reader.phrase(table, first)?.0, table)));
    match (shift, reader.phrase("early-late", first)) {
        (Some((length, table)), _) => (first + length, Some(table)),
        (None, Some((length, _))) => (reader.skip_marks(first + length, &['-']), None),
        (None, None) => (first, None),
    }
}

fn is_early_late(reader: &Reader, first: usize) -> bool {
    reader.phrase("early-late", first).is_some()
}

/// A month's name, written as its language writes it.
pub(super) fn month_name(reader: &Reader, token: usize) -> Option<i64> {
    let document = reader.document;
    let month = document.language.table("months").get(document.tokens.folded(token))?;
    let has_capital = document.tokens.is_capital(token);
    (has_capital || !document.language.table("capital-months").has("yes")).then_some(month as i64)
}

/// `mid-August`, one word.
fn early_month(reader: &Reader, token: usize) -> Option<i64> {
    let language = &reader.document.language;
    let (part, month) = reader.document.tokens.folded(token).split_once('-')?;
    language
        .table("months")
        .get(month)
        .filter(|_| language.table("early-late").has(part))
        .map(|month| month as i64)
}

/// True where a month's name alone is a month: no name goes on after it, and where it is doubtful something opens a time.
fn stands_alone(reader: &Reader, at: usize) -> bool {
    let document = reader.document;
    let opens = |table| reader.phrase_before(table, at).is_some();
    let name_before =
        at > 0 && document.tokens.is_capital(at - 1) && !opens("time-openers") && !opens("loose-openers");
    let is_name = document.tokens.is_capital(at + 1) || name_before;
    let is_doubtful = document.language.table("doubtful-months").has(document.tokens.folded(at));
    if is_doubtful { opens("time-openers") && !is_name } else { !is_name || opens("time-openers") }
}

fn month_value(
    reader: &Reader,
    published: Day,
    month: i64,
    shift: Option<&str>,
    tokens: std::ops::Range<usize>,
) -> Value {
    let (year, now, _) = published.civil();
    let last = if month >= now { year - 1 } else { year };
    let next = if month <= now { year + 1 } else { year };
    let year = match shift {
        Some("last") => last,
        Some("next") => next,
        Some(_) => year,
        None => year_nearby(reader, tokens.start).unwrap_or_else(|| match month == now {
            true => year,
            false if reader.looks_ahead(tokens.start, tokens.end) => next,
            false if (1..=SOON).contains(&(month - now)) && reader.tells_no_past(tokens.start) => year,
            false => last,
        }),
    };
    Value::Month(year, month)
}
