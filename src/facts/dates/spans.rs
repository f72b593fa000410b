//! Stretches of time: `from 2004 to 2017`, `between June and September`, `the past six months`.

use super::Found;
use super::Reader;
use super::day;
use super::month;
use super::relative::past_span;
use super::value::Value;
use super::weekday;
use super::weekday::WEEK;
use super::year;
use crate::rules::languages::Name;
use crate::text::Words;
use crate::text::word_list;

/// A stretch at token `first`.
pub(super) fn at(reader: &Reader, first: usize) -> Option<Found> {
    range(reader, first).or_else(|| past(reader, first))
}

/// `Nov. 24 – Dec. 1`, `Friday through Sunday`, `from Monday to Wednesday`: a day that was found, and the day it leads to.
pub(super) fn led_on(reader: &Reader, from: Found) -> Found {
    two_days(reader, &from).or_else(|| two_months(reader, &from)).unwrap_or(from)
}

/// `December 2007-June 2009`: both with their years.
fn two_months(reader: &Reader, from: &Found) -> Option<Found> {
    let tokens = &reader.document.tokens;
    let joins = tokens.is_glued(from.end) && word_list!["-", "–"].has_at(tokens, from.end);
    let to = month::at(reader, from.end + 1).filter(|to| joins && to.rule == "month_year")?;
    let Some(Value::Month(year, month)) = to.value else { return None };
    let value = months(from, (year, month)).filter(|_| from.rule == "month_year")?;
    Some(Found { end: to.end, value: Some(value), rule: "range", ..*from })
}

fn two_days(reader: &Reader, from: &Found) -> Option<Found> {
    let Some(Value::Day(start)) = from.value else { return None };
    let opener = reader.phrase_before(Name::RangeOpeners, from.first);
    let join = reader.document.tokens.folded(from.end);
    if opener.is_some_and(|first| is_moved(reader, first)) {
        return None;
    }
    let joins = word_list!["-", "through", "to", "–", "—"].has(join) || opener.is_some() && join == "and";
    let day = |token| day::full(reader, token).or_else(|| weekday::at(reader, token));
    let to = joins.then(|| day(from.end + 1)).flatten()?;
    let Some(Value::Day(last)) = to.value else { return None };
    let is_week = from.rule.starts_with("weekday") && to.rule.starts_with("weekday");
    let days = (last.0 - start.0).rem_euclid(WEEK);
    let (start, last) = match is_week {
        false => (start, last),
        true if reader.looks_back(from.first, from.end) => (start, start.plus(days)),
        true => (last.plus(-days), last),
    };
    let first = opener.unwrap_or(from.first);
    let value = Some(Value::Days(start, last));
    (start < last).then_some(Found { first, end: to.end, value, rule: "range", ..*from })
}

/// How far before a range stands the verb that moves something from one of its ends to the other. Units: tokens.
const MOVE_BACK: usize = 6;

/// `The vote was moved from Friday to Sunday`: two days, and nothing lasts from one to the other.
fn is_moved(reader: &Reader, first: usize) -> bool {
    const MOVES: Words =
        word_list!["changed", "delayed", "extended", "moved", "postponed", "pushed", "rescheduled"];
    (first.saturating_sub(MOVE_BACK)..first).any(|token| MOVES.has(reader.document.tokens.folded(token)))
}

/// Two years, months or days between words of range.
fn range(reader: &Reader, first: usize) -> Option<Found> {
    let (length, _) = reader.phrase(Name::RangeOpeners, first).filter(|_| !is_moved(reader, first))?;
    let from = part(reader, first + length)?;
    if let Some(Value::Years(..)) = from.value {
        return Some(Found { first, rule: "range", ..from });
    }
    // `from Aug. 26, 2019, to July 15, 2023`: a written year ends in a comma.
    let joint = if from.rule == "day_month_year" { reader.skip_marks(from.end, &[',']) } else { from.end };
    let (join, _) = reader.phrase(Name::RangeJoins, joint)?;
    let to = part(reader, joint + join)?;
    let value = match (from.value, to.value) {
        (Some(Value::Year(from)), Some(Value::Year(to))) if from < to => Some(Value::Years(from, to)),
        (Some(Value::Month(..)), Some(Value::Month(year, month))) => months(&from, (year, month)),
        (Some(Value::Day(from)), Some(Value::Day(to))) if from < to => Some(Value::Days(from, to)),
        (None, None) => None,
        _ => return None,
    };
    let is_empty = value.is_none() && reader.published.is_some();
    (!is_empty).then_some(Found { first, end: to.end, value, rule: "range", is_relative: false, clock: None })
}

fn part(reader: &Reader, token: usize) -> Option<Found> {
    day::full(reader, token).or_else(|| month::of_range(reader, token)).or_else(|| year::at(reader, token))
}

/// The first month lies before the second, in the year before if it must.
fn months(from: &Found, to: (i64, i64)) -> Option<Value> {
    let Some(Value::Month(year, month)) = from.value else { return None };
    let is_explicit = from.rule == "month_year";
    let start = match () {
        () if is_explicit => (year, month),
        () if month < to.1 => (to.0, month),
        () => (to.0 - 1, month),
    };
    (start < to).then_some(Value::Months(start, to))
}

/// `the past six months`.
fn past(reader: &Reader, first: usize) -> Option<Found> {
    let (length, _) = reader.phrase(Name::PastSpans, first)?;
    let count = reader.count(first + length)?;
    let (unit_length, unit) = reader.phrase(Name::Units, first + length + 1)?;
    let end = first + length + 1 + unit_length;
    let value = reader.published.map(|day| past_span(day, count, unit));
    let is_unreadable = value == Some(None);
    let found =
        Found { first, end, value: value.flatten(), rule: "past_span", is_relative: true, clock: None };
    (!is_unreadable).then_some(found)
}
