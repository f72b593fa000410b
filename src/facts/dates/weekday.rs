//! `Sunday`, `last Friday`, `Monday night`: a weekday hangs on the day of publication, past before future.

use super::Found;
use super::Reader;
use super::calendar::Day;
use super::day;
use super::value::Value;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::word_list;

/// Days in a week.
pub(super) const WEEK: i64 = 7;

/// Which one is meant.
#[derive(Clone, Copy, PartialEq)]
enum Which {
    Last,
    Next,
    /// `this Friday`: the coming one, unless its clause tells of the past.
    This,
    ByTense,
}

/// A weekday at token `first`, with the words around it that choose which.
pub(super) fn at(reader: &Reader, first: usize) -> Option<Found> {
    let (name, which) = opening(reader, first);
    let (length, weekday) = reader.phrase(Name::Weekdays, name)?;
    if is_name(reader, first, name + length) {
        return None;
    }
    if let Some(found) = of_week(reader, first, name + length, weekday as i64) {
        return Some(found);
    }
    if let Some(found) = in_brackets(reader, first, name + length) {
        return Some(found);
    }
    let (end, which) = closing(reader, name + length, which);
    let end = end + reader.length(Name::PartsOfDay, end);
    let day = reader.published.map(|published| resolve(reader, published, weekday as i64, which, first..end));
    Some(Found { first, end, value: day.map(Value::Day), rule: rule(which), is_relative: true, clock: None })
}

/// `Tuesday last week`, `Monday of next week`.
fn of_week(reader: &Reader, first: usize, end: usize, weekday: i64) -> Option<Found> {
    let at = end + reader.length(Name::Of, end);
    let (length, weeks) = reader.phrase(Name::WeeksFromNow, at).filter(|(_, weeks)| weeks.abs() <= 2.0)?;
    let value =
        reader.published.map(|day| Value::Day(day.plus(weekday - day.weekday() + WEEK * weeks as i64)));
    Some(Found { first, end: at + length, value, rule: "weekday.week", is_relative: true, clock: None })
}

/// `Wednesday (Nov. 8)`: the day that stands in brackets behind it.
fn in_brackets(reader: &Reader, first: usize, end: usize) -> Option<Found> {
    let is_open = reader.document.tokens.mark(end) == Some('(');
    let day = is_open.then(|| day::full(reader, end + 1)).flatten().filter(|found| found.clock.is_none())?;
    Some(Found { first, end, ..day })
}

fn rule(which: Which) -> &'static str {
    match which {
        Which::Last => "weekday.last",
        Which::Next => "weekday.next",
        Which::This | Which::ByTense => "weekday.near",
    }
}

/// `last`, `next` before the weekday.
fn opening(reader: &Reader, first: usize) -> (usize, Which) {
    if let Some((length, _)) = reader.phrase(Name::Last, first) {
        return (first + length, Which::Last);
    }
    let is_this = |(length, _): &(usize, f64)| reader.length(Name::Weekdays, first + length) > 0;
    match (reader.phrase(Name::Next, first), reader.phrase(Name::This, first).filter(is_this)) {
        (Some((length, _)), _) => (first + length, Which::Next),
        // Elsewhere it is said of the last one as well, and the tables of tense are too thin to tell.
        (None, Some((length, _))) if reader.document.language.is_english() => (first + length, Which::This),
        (None, Some((length, _))) => (first + length, Which::ByTense),
        (None, None) => (first, Which::ByTense),
    }
}

/// The same after it: `vendredi dernier`.
fn closing(reader: &Reader, end: usize, which: Which) -> (usize, Which) {
    if let Some((length, _)) = reader.phrase(Name::LastAfter, end).filter(|_| which == Which::ByTense) {
        return (end + length, Which::Last);
    }
    match reader.phrase(Name::NextAfter, end).filter(|_| which == Which::ByTense) {
        Some((length, _)) => (end + length, Which::Next),
        None => (end, which),
    }
}

/// `Black Friday`, `Sunday Times`, `every Monday`, `sun` and `sat` in lower case.
fn is_name(reader: &Reader, first: usize, end: usize) -> bool {
    let tokens = &reader.document.tokens;
    let back = |n: usize| tokens.folded_before(first, n);
    let before = back(1);
    let hangs = before == "following" && back(2) == "the";
    let has = |table: Name, word: &str| reader.document.language.has(table, word);
    let after_hyphen =
        tokens.mark(end) == Some('-') && tokens.is_glued(end) && tokens.kind(end + 1) == Some(Kind::Word);
    let is_small = reader.document.language.is_english() && !tokens.is_capital(end - 1);
    let is_title =
        tokens.is_capital(end) && (has(Name::NotAfterWeekday, tokens.folded(end)) || is_show(reader, end));
    let is_address = tokens.mark(end) == Some('.') && tokens.is_glued(end) && tokens.is_glued(end + 1);
    let is_address = is_address && tokens.kind(end + 1) == Some(Kind::Word);
    // `Dec. 18, a Wednesday`: what day it was; `a Monday statement` is of one.
    let is_any = word_list!["a", "an"].has(before) && tokens.mark(end).is_some() && back(2) == ",";
    // `told The Mail on Sunday`: a paper.
    let is_paper = before == "on" && back(2) == "mail" && tokens.is_capital(first.saturating_sub(2));
    is_small
        || hangs
        || is_paper
        || after_hyphen
        || is_address
        || has(Name::NotBeforeWeekday, before)
        || is_title
        || is_any
}

/// `Monday Night Football`.
fn is_show(reader: &Reader, end: usize) -> bool {
    reader.length(Name::PartsOfDay, end) > 0 && reader.document.tokens.is_capital(end + 1)
}

/// `He met the host of Monday's debate. … On Monday, they will debate`: what a weekday owns has no tense of its own, and lies
/// ahead where a clause that looks ahead names the same day; and back where only what is past does: `They met on Friday. Ahead of
/// Friday's meeting …`.
pub(super) fn agree(reader: &mut Reader) {
    let Some(published) = reader.published else { return };
    let tokens = &reader.document.tokens;
    let day = |found: &Found| found.value.and_then(Value::day).filter(|_| found.rule == "weekday.near");
    let is_owner = |found: &Found| tokens.kind(found.end) == Some(Kind::Possessive);
    let mut told: Vec<Day> = Vec::new();
    for found in reader.found.iter().filter(|found| !is_owner(found)) {
        told.extend(day(found));
    }
    for found in reader.found.iter_mut().filter(|found| is_owner(found)) {
        let Some(here) = day(found).filter(|here| !told.contains(here)) else { continue };
        let other = here.plus(if here < published { WEEK } else { -WEEK });
        if told.contains(&other) {
            found.value = Some(Value::Day(other));
        }
    }
}

fn resolve(reader: &Reader, published: Day, weekday: i64, which: Which, at: std::ops::Range<usize>) -> Day {
    let back = (published.weekday() - weekday).rem_euclid(WEEK);
    let ahead = (weekday - published.weekday()).rem_euclid(WEEK);
    let never_today = |days: i64| if days == 0 { WEEK } else { days };
    match which {
        Which::Last => published.plus(-never_today(back)),
        Which::Next => published.plus(never_today(ahead)),
        Which::This if !reader.looks_back(at.start, at.end) => published.plus(ahead),
        Which::ByTense if back != 0 && reader.looks_ahead(at.start, at.end) => published.plus(ahead),
        Which::This | Which::ByTense => published.plus(-back),
    }
}
