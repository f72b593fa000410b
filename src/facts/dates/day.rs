//! Days named by their month: `17 December 2025`, `Saturday, May 18`, `Nov. 18-20`, `3. Mai`.
//!
//! A day without a year takes the one that fits: its weekday's, that of a date just before in the sentence, else the nearest
//! past one, or the nearest to come where the clause looks ahead.

use super::Found;
use super::Reader;
use super::calendar::Day;
use super::month::month_name;
use super::numeric;
use super::value::Value;
use super::year::year_after;
use super::year::year_nearby;
use super::year::year_of_story;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::is_dash;
use crate::text::word_list;

/// How far from the day of publication a bare date may lie. Units: years.
const YEARS_AROUND: i64 = 1;
/// What a date costs for lying on the wrong side of the day of publication. Units: days; more than half a year.
const WRONG_SIDE: i64 = 200;

/// Added to a feast's code where only a year makes it a day. Units: see `[feast-days]`.
const WITH_YEAR: i64 = 10_000;

/// Day and month, with or without the year.
struct DayMonth {
    month: i64,
    from: i64,
    to: i64,
    year: Option<i64>,
    end: usize,
}

/// How far back a day may have been named. Units: tokens. Keeps a text of nothing but days linear.
const NAMED_REACH: usize = 500;
/// So near to its day of the year, a named day may be meant as a day of this year. Units: days.
const ABOUT_NOW: i64 = 30;

/// A date with day and month at token `first`, a weekday before it or not.
pub(super) fn full(reader: &Reader, first: usize) -> Option<Found> {
    if let Some(found) = numeric::at(reader, first) {
        return Some(found);
    }
    if let Some(found) = one_more(reader, first) {
        return Some(found);
    }
    let (start, weekday) = weekday_before(reader, first);
    let date = day_first(reader, start)
        .or_else(|| month_first(reader, start))
        .or_else(|| feast_day(reader, start))?;
    let tokens = first..date.end;
    let ranged = year_of_range(reader, &date);
    let of_range = ranged.filter(|(_, is_written)| *is_written).map(|(year, _)| year);
    let year = date.year.or(of_range).or_else(|| year_before(reader, &date));
    let (value, rule) = match (year, named_year(reader, &date, start)) {
        (Some(year), _) => (days(year, &date), "day_month_year"),
        (None, Some(year)) => (days(year, &date), "named_day"),
        (None, None) => {
            let near = ranged.filter(|_| weekday.is_none()).map(|(year, _)| days(year, &date));
            (near.unwrap_or_else(|| without_year(reader, &date, weekday, &tokens)), "day_month.near")
        }
    };
    let is_open = value.is_none() && (reader.published.is_some() || year.is_some());
    (!is_open).then_some(Found { first, end: date.end, value, rule, is_relative: false, clock: None })
}

/// Name of the rule for a day in a row.
const ONE_MORE: &str = "day_month.row.near";

/// `Nov. 20 and 21`, `May 3, 4 and 5`: a day in a row with the one found before it.
fn one_more(reader: &Reader, first: usize) -> Option<Found> {
    let tokens = &reader.document.tokens;
    let join = first.checked_sub(1).filter(|i| word_list!["&", ",", "and", "or"].has_at(tokens, *i))?;
    // `May 3 and`, not `3 May and`.
    let is_day = |found: &Found| {
        matches!(found.rule, "day_month.near" | ONE_MORE) && month_name(reader, found.end - 1).is_none()
    };
    let before = reader.found.last().filter(|found| found.end == join && is_day(found))?;
    let (number, end) = day_number(reader, first)?;
    let value = match before.value {
        Some(Value::Day(day)) => Some(Value::Day(day.plus(number - day.civil().2))),
        _ => None,
    };
    let is_later = before.value.and_then(Value::day).is_none_or(|day| number > day.civil().2);
    (is_later && closes(reader, end)).then_some(Found { first, end, value, rule: ONE_MORE, ..*before })
}

/// True where nothing behind a bare number makes it an amount: a mark, a word that closes a phrase.
fn closes(reader: &Reader, end: usize) -> bool {
    let tokens = &reader.document.tokens;
    let is_decimal = tokens.is_glued(end) && tokens.is_glued(end + 1);
    let stops = tokens.kind(end) != Some(Kind::Word) || reader.length(Name::PhraseStops, end) > 0;
    stops && tokens.kind(end) != Some(Kind::Number) && !is_decimal
}

/// `between April 1 and June 30, 2023`, `between Jan. 5 and Feb. 10`: the year of the day that ends the range, and whether it is written.
fn year_of_range(reader: &Reader, date: &DayMonth) -> Option<(i64, bool)> {
    let (length, _) = reader.phrase(Name::RangeJoins, date.end)?;
    let (start, _) = weekday_before(reader, date.end + length);
    let last = day_first(reader, start).or_else(|| month_first(reader, start))?;
    let is_before = (date.month, date.from) <= (last.month, last.from);
    let near = || match without_year(reader, &last, None, &(start..last.end)) {
        Some(Value::Day(day) | Value::Days(day, _)) => Some(day.year()),
        _ => None,
    };
    let year = last.year.or_else(near)?;
    Some((if is_before { year } else { year - 1 }, last.year.is_some()))
}

/// `On December 7, 1941, … the December 7 attack`: the year the story itself gave this day.
fn year_before(reader: &Reader, date: &DayMonth) -> Option<i64> {
    let told = reader.latest().filter(|found| found.rule == "day_month_year");
    let days = told.filter_map(|found| found.value?.day());
    days.map(Day::civil).find(|(_, month, day)| (*month, *day) == (date.month, date.from)).map(|day| day.0)
}

/// The weekday at token `first` and the comma after it; nothing where none stands there.
fn weekday_before(reader: &Reader, first: usize) -> (usize, Option<i64>) {
    let Some((length, weekday)) = reader.phrase(Name::Weekdays, first) else { return (first, None) };
    let after = reader.skip_marks(first + length, &[',', '.']);
    let after = after + reader.length(Name::DayOpeners, after);
    (after, Some(weekday as i64))
}

/// `17 December 2025`, `the 5th of August`, `3. Mai`, `18–20 November`, `10 to 12 October`.
fn day_first(reader: &Reader, first: usize) -> Option<DayMonth> {
    let before_month = |end| month_name(reader, reader.skip_join(end)).is_some();
    let words = days_in_words(reader, first).filter(|(.., end)| before_month(*end));
    let (from, to, end) = words.or_else(|| day_range(reader, first))?;
    let month_at = reader.skip_join(end);
    let month = month_name(reader, month_at)?;
    let (year, end) = year_after(reader, month_at + 1);
    Some(DayMonth { month, from, to, year, end })
}

/// `December 17 2025`, `Jan. 6, 2026`, `Nov. 18-20`.
fn month_first(reader: &Reader, first: usize) -> Option<DayMonth> {
    let month = month_name(reader, first)?;
    let day_at = reader.skip_marks(first + 1, &[',', '.']);
    // `September the 11th`; `in May the 10 men` has no ending.
    let tokens = &reader.document.tokens;
    let is_the = tokens.is(day_at, "the") && tokens.is_glued(day_at + 2) && reader.is_word(day_at + 2);
    let day_at = day_at + usize::from(is_the);
    // `May 3 to 5 June`: the second day has a month of its own.
    let is_last = |end| month_name(reader, reader.skip_join(end)).is_none() && closes(reader, end);
    let words = days_in_words(reader, day_at).filter(|(.., end)| is_last(*end));
    let (from, to, end) = words.or_else(|| day_range(reader, day_at))?;
    let (year, end) = year_after(reader, end);
    Some(DayMonth { month, from, to, year, end })
}

/// `10 to 12`, `3 through 5`.
fn days_in_words(reader: &Reader, first: usize) -> Option<(i64, i64, usize)> {
    let (from, end) = day_number(reader, first)?;
    let (length, _) = reader.phrase(Name::RangeWords, end)?;
    let (to, end) = day_number(reader, end + length).filter(|(to, _)| *to > from)?;
    Some((from, to, end))
}

/// `Christmas Day`, `New Year’s Eve 2019`; not the `Boxing Day Test`. A code over [`WITH_YEAR`] is a day only with its year:
/// `Christmas 2012`, while `for Christmas` is a season.
fn feast_day(reader: &Reader, first: usize) -> Option<DayMonth> {
    let tokens = &reader.document.tokens;
    let (length, code) = reader.phrase(Name::FeastDays, first)?;
    let (month, day) = (code as i64 % WITH_YEAR / 100, code as i64 % 100);
    let (year, end) = year_after(reader, first + length);
    let is_name = tokens.is_capital(end) || !tokens.is_capital(first);
    let is_season = code as i64 > WITH_YEAR && year.is_none();
    (!is_name && !is_season).then_some(DayMonth { month, from: day, to: day, year, end })
}

/// One day of a month or a run of them: first, last, the token after.
fn day_range(reader: &Reader, first: usize) -> Option<(i64, i64, usize)> {
    let (from, end) = day_number(reader, first)?;
    let tokens = &reader.document.tokens;
    let is_joined = tokens.mark(end).is_some_and(|c| c == '-' || is_dash(c)) && tokens.is_glued(end);
    let last = day_number(reader, end + 1).filter(|(to, _)| is_joined && *to > from);
    Some(last.map_or((from, from, end), |(to, end)| (from, to, end)))
}

fn day_number(reader: &Reader, token: usize) -> Option<(i64, usize)> {
    let tokens = &reader.document.tokens;
    let day = reader.digits(token).filter(|day| (1..=31).contains(day) && tokens.word(token).len() <= 2)?;
    let next = token + 1;
    let is_ordinal = tokens.is_glued(next)
        && (reader.length(Name::OrdinalSuffixes, next) > 0 || has_ordinal_mark(reader, next));
    let is_clock = tokens.mark(next) == Some(':') && tokens.is_glued(next + 1) && reader.is_word(next + 1);
    let spoils = tokens.is_glued(next)
        && (tokens.mark(next).is_some_and(|c| "%/°$€£".contains(c)) || reader.is_word(next) || is_clock);
    let is_part = tokens.is_glued(token) && tokens.mark(token - 1).is_some_and(|c| "$€£#:/".contains(c));
    match is_ordinal {
        true => Some((day, next + 1)),
        false => (!spoils && !is_part).then_some((day, next)),
    }
}

/// `3.` in German, `1º` in Spanish.
fn has_ordinal_mark(reader: &Reader, token: usize) -> bool {
    let marks = reader.document.language.table(Name::OrdinalMarks);
    marks.has(reader.document.tokens.folded(token)) && !reader.document.tokens.is_glued(token + 1)
}

fn days(year: i64, date: &DayMonth) -> Option<Value> {
    let from = Day::new(year, date.month, date.from)?;
    if date.to == date.from {
        return Some(Value::Day(from));
    }
    Some(Value::Days(from, Day::new(year, date.month, date.to)?))
}

/// `the September 11 attacks`; where a story has named them so, also `on September 11`, unless that is about now.
fn named_year(reader: &Reader, date: &DayMonth, first: usize) -> Option<i64> {
    let year = reader.phrase(Name::NamedDays, first).map(|(_, year)| year as i64)?;
    let is_named_at = |at: usize| {
        let day = reader.phrase(Name::NamedDays, at).filter(|(_, of)| *of as i64 == year);
        day.is_some_and(|(length, _)| reader.length(Name::NamedDayWords, at + length) > 0)
    };
    let is_now = reader.published.is_some_and(|now| {
        let this_year = Day::new(now.year(), date.month, date.from);
        this_year.is_some_and(|day| (day.0 - now.0).abs() < ABOUT_NOW)
    });
    let is_named = reader.length(Name::NamedDayWords, date.end) > 0;
    (is_named || !is_now && (first.saturating_sub(NAMED_REACH)..first).any(is_named_at)).then_some(year)
}

/// The date in the year that fits best; None where the day of publication is not known.
fn without_year(
    reader: &Reader,
    date: &DayMonth,
    weekday: Option<i64>,
    tokens: &std::ops::Range<usize>,
) -> Option<Value> {
    let published = reader.published?;
    let years = published.year() - YEARS_AROUND..=published.year() + YEARS_AROUND;
    let mut candidates = Vec::new();
    for year in years {
        candidates.extend(Day::new(year, date.month, date.from).map(|day| (year, day)));
    }
    let fits = |day: Day| weekday.is_none_or(|weekday| day.weekday() == weekday);
    if let Some(year) =
        candidates.iter().find(|(_, day)| weekday.is_some() && fits(*day)).map(|(year, _)| *year)
    {
        return days(year, date);
    }
    if let Some(year) = year_nearby(reader, tokens.start) {
        return days(year, date);
    }
    let ahead = reader.looks_ahead(tokens.start, tokens.end);
    let is_past = reader.looks_back(tokens.start, tokens.end);
    if let Some(year) = year_of_story(reader, date.month).filter(|_| !ahead && is_past) {
        return days(year, date);
    }
    let cost = |day: Day| {
        let distance = day.0 - published.0;
        distance.abs() + if distance == 0 || (distance > 0) == ahead { 0 } else { WRONG_SIDE }
    };
    let mut best: Option<(i64, i64)> = None;
    for (year, day) in candidates {
        let cost = cost(day);
        if best.is_none_or(|(least, _)| cost < least) {
            best = Some((cost, year));
        }
    }
    days(best?.1, date)
}
