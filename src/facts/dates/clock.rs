//! Times of day: `6:38 p.m. on Saturday, May 18`, `Wednesday at 6am`, `18.30 Uhr`.
//!
//! A time is shown only with its day: the date it is joined to, the one just before in its paragraph, or the one the lead names.

use super::Found;
use super::Reader;
use super::calendar::Day;
use super::value::Value;
use crate::rules::languages::Name;
use crate::text::Kind;

/// How far a time and its day may stand apart. Units: tokens.
const JOIN_REACH: usize = 3;
/// Letters of a time zone at most.
const LONGEST_ZONE: usize = 5;
/// Further off, a day that the lead names is not the one that is told of. Units: days.
const RECENT: i64 = 7;
/// Sentences that count as the lead.
const LEAD: usize = 3;

/// A time of day at token `first`.
pub(super) fn at(reader: &Reader, first: usize) -> Option<Found> {
    let (hour, minute, end) = digits(reader, first)?;
    let (hour, end) = half_of_day(reader, first, hour, end).or_else(|| whole_day(reader, hour, end))?;
    let clock = Some((hour, minute));
    Some(Found { first, end, value: None, rule: "clock", is_relative: true, clock })
}

/// `6`, `6:38`, `6.38`, `18h30`.
fn digits(reader: &Reader, first: usize) -> Option<(i64, i64, usize)> {
    let tokens = &reader.document.tokens;
    if tokens.kind(first) != Some(Kind::Number) || is_amount(reader, first) {
        return None;
    }
    let (hour, minute) = tokens.word(first).split_once('.').unwrap_or((tokens.word(first), "0"));
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    let is_colon =
        tokens.mark(first + 1) == Some(':') && tokens.is_glued(first + 1) && tokens.is_glued(first + 2);
    let (minute, end) = match reader.digits(first + 2).filter(|_| is_colon) {
        Some(minute) => (minute, first + 3),
        None => (minute, first + 1),
    };
    ((0..=24).contains(&hour) && (0..=59).contains(&minute)).then_some((hour, minute, end))
}

fn is_amount(reader: &Reader, first: usize) -> bool {
    let tokens = &reader.document.tokens;
    tokens.is_glued(first) && tokens.mark(first.wrapping_sub(1)).is_some_and(|c| "$€£¥.,:-".contains(c))
}

/// `p.m.`
fn half_of_day(reader: &Reader, first: usize, hour: i64, end: usize) -> Option<(i64, usize)> {
    let (length, shift) = reader.phrase(Name::ClockSuffixes, end)?;
    // "5 am" is a time; "I am 5 am I" is not: the digits come right before.
    let is_near = end > first;
    ((1..=12).contains(&hour) && is_near).then_some((hour % 12 + shift as i64, end + length))
}

/// `Uhr`, `heures`, `GMT`: hours of the whole day.
fn whole_day(reader: &Reader, hour: i64, end: usize) -> Option<(i64, usize)> {
    let (length, _) = reader.phrase(Name::ClockHours, end)?;
    (hour < 24).then_some((hour, end + length))
}

/// All that was found, times joined to their days; times without a day left out.
pub(super) fn join(reader: &Reader) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::with_capacity(reader.found.len());
    let mut all = reader.found.iter().copied().peekable();
    while let Some(found) = all.next() {
        let Some(clock) = found.clock else {
            out.push(found);
            continue;
        };
        let next = all.next_if(|next| next.clock.is_none() && is_joined(reader, found.end, next.first));
        let before = out.pop_if(|before| {
            next.is_none() && before.clock.is_none() && is_joined(reader, before.end, found.first)
        });
        match next.or(before) {
            Some(day) => out.push(joined(day, found, clock)),
            None => {
                let next = near(reader, found, clock);
                out.extend(next.filter(|next| !is_past_midnight(out.last(), next)));
            }
        }
    }
    out
}

/// `at 11.30pm on Wednesday, and then at about 1.20am`: of the night that followed, and of a day that is not named.
fn is_past_midnight(last: Option<&Found>, next: &Found) -> bool {
    const EVENING: i64 = 18;
    const MORNING: i64 = 6;
    match (last.and_then(|last| last.value), next.value) {
        (Some(Value::Time(day, late, _)), Some(Value::Time(other, early, _))) => {
            day == other && late >= EVENING && early < MORNING
        }
        _ => false,
    }
}

/// Only commas, words such as "at" and a zone stand between: `1:00am (ACDT) this morning`.
fn is_joined(reader: &Reader, end: usize, next: usize) -> bool {
    let tokens = &reader.document.tokens;
    let joins = reader.document.language.table(Name::ClockJoins);
    let is_zone =
        |word: &str| (2..=LONGEST_ZONE).contains(&word.len()) && word.bytes().all(|c| c.is_ascii_uppercase());
    let is_join = |token: usize| {
        matches!(tokens.mark(token), Some(',' | '(' | ')'))
            || joins.has(tokens.folded(token))
            || is_zone(tokens.word(token))
    };
    next >= end && next - end <= JOIN_REACH && (end..next).all(is_join)
}

fn joined(day: Found, time: Found, clock: (i64, i64)) -> Found {
    let value = match day.value {
        Some(Value::Day(day)) => Some(Value::Time(day, clock.0, clock.1)),
        other => other,
    };
    let (first, end) = (day.first.min(time.first), day.end.max(time.end));
    Found { first, end, value, ..day }
}

/// The time on the day named just before in the paragraph, or in the lead.
fn near(reader: &Reader, time: Found, clock: (i64, i64)) -> Option<Found> {
    let document = reader.document;
    let in_paragraph =
        reader.day_before(time.first).filter(|(at, _)| document.line_of(*at) == document.line_of(time.first));
    let day = in_paragraph.map(|(_, day)| day).or_else(|| lead_day(reader, &time))?;
    Some(Found { value: Some(Value::Time(day, clock.0, clock.1)), rule: "clock.near", ..time })
}

fn lead_day(reader: &Reader, time: &Found) -> Option<Day> {
    let in_lead = |found: &&Found| reader.document.sentence_of(found.first) < LEAD;
    // What was is not of a day to come.
    let latest = if reader.looks_back(time.first, time.end) { 0 } else { RECENT };
    let is_recent = |day: &Day| {
        reader.published.is_none_or(|published| (-RECENT..=latest).contains(&(day.0 - published.0)))
    };
    reader.found.iter().filter(in_lead).find_map(|found| found.value?.day().filter(is_recent))
}
