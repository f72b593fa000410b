//! `yesterday`, `last week`, `earlier this year`, `over the weekend`, `three days ago`: what hangs on the day of publication.

use super::Found;
use super::Reader;
use super::calendar::Day;
use super::day;
use super::value::Value;
use super::value::shift_month;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::Words;
use crate::text::is_apostrophe;
use crate::text::word_list;

/// Codes of the table `units`.
const DAYS: f64 = 1.0;
const WEEKS: f64 = 2.0;
const MONTHS: f64 = 3.0;

/// Further back than this, "ago" is history and not reckoned from the day of publication. Units: years.
const LONGEST_AGO: i64 = 150;

/// A phrase that hangs on the day of publication, at token `first`.
pub(super) fn at(reader: &Reader, first: usize) -> Option<Found> {
    ago(reader, first)
        .or_else(|| half(reader, first))
        .or_else(|| season(reader, first))
        .or_else(|| fixed(reader, first))
        .or_else(|| weekend(reader, first))
}

fn found(
    reader: &Reader,
    tokens: (usize, usize),
    rule: &'static str,
    value: impl FnOnce(Day) -> Option<Value>,
) -> Option<Found> {
    let value = reader.published.map(value);
    let is_unreadable = value == Some(None);
    let found = Found {
        first: tokens.0,
        end: tokens.1,
        value: value.flatten(),
        rule,
        is_relative: true,
        clock: None,
    };
    (!is_unreadable).then_some(found)
}

/// Phrases of a table: so many days, weeks, months, years from now.
fn fixed(reader: &Reader, first: usize) -> Option<Found> {
    let longest = |table| reader.phrase(table, first);
    if is_in_name(reader, first) {
        return None;
    }
    if reader.document.tokens.is(first, FOLLOWING) {
        return following(reader, first);
    }
    if let Some((length, days)) = longest(Name::DaysFromNow) {
        let is_today = reader.document.tokens.is(first, "today");
        if days == 0.0 && length == 1 && is_nowadays(reader, first) {
            return None;
        }
        // These days, or the day of publication: what else the story tells decides.
        // `Starting today`.
        let opens = || reader.phrase_before(Name::ForwardOpeners, first).is_some();
        let is_sure = !is_today || reader.is_timed(first, first + length) || opens();
        if !is_sure && opens_general(reader, first) {
            return None;
        }
        let is_told =
            || reader.looks_back(first, first + length) || reader.looks_ahead(first, first + length);
        let rule = match is_sure {
            true => "day",
            false if is_told() => TOLD_TODAY,
            false => UNSURE_TODAY,
        };
        return found(reader, (first, first + length), rule, |day| Some(Value::Day(day.plus(days as i64))));
    }
    // `within the next week`, `the last month of the season`: so much time, reckoned from no day.
    let before = reader.document.tokens.folded_before(first, 1);
    if before == "the" {
        return None;
    }
    if let Some((length, weeks)) = longest(Name::WeeksFromNow).filter(|(_, weeks)| weeks.abs() <= 2.0) {
        return found(reader, (first, first + length), "week", |day| {
            Some(Value::week_from(day, weeks as i64))
        });
    }
    if let Some((length, months)) = longest(Name::MonthsFromNow) {
        return found(reader, (first, first + length), "month", |day| {
            Some(Value::month_from(day, months as i64))
        });
    }
    let (length, years) = longest(Name::YearsFromNow)?;
    // `at year-end 2024`.
    let is_end = reader.document.tokens.folded(first + length - 1).ends_with("end");
    let year = reader.digits(first + length).filter(|year| is_end && (1900..=2200).contains(year));
    if let Some(year) = year {
        let value = Some(Value::Year(year));
        let end = first + length + 1;
        return Some(Found { first, end, value, rule: "year", is_relative: false, clock: None });
    }
    if reader.document.language.has(Name::YearsNotAfter, before) {
        return None;
    }
    found(reader, (first, first + length), "year", |day| Some(Value::Year(day.year() + years as i64)))
}

/// What opens `following year`, in English.
pub(super) const FOLLOWING: &str = "following";

/// `in February …, and the following month`: reckoned from the date told last, in this sentence or the one before.
fn following(reader: &Reader, first: usize) -> Option<Found> {
    let document = reader.document;
    let is_near = |found: &&Found| document.sentence_of(found.first) + 1 >= document.sentence_of(first);
    let last = reader.found.last().filter(is_near)?.value?;
    let day = match last {
        Value::Day(day) | Value::Time(day, ..) => day,
        Value::Month(year, month) => Day::new(year, month, 1)?,
        Value::Year(year) => Day::new(year, 1, 1)?,
        _ => return None,
    };
    let value = match document.tokens.folded(first + 1) {
        "year" => Value::Year(day.year() + 1),
        "month" if !matches!(last, Value::Year(_)) => Value::month_from(day, 1),
        _ => return None,
    };
    let opens = first - usize::from(document.tokens.is_before(first, 1, "the"));
    Some(Found {
        first: opens,
        end: first + 2,
        value: Some(value),
        rule: "following",
        is_relative: false,
        clock: None,
    })
}

/// `USA Today`, `This Morning`: a capital inside a sentence.
fn is_in_name(reader: &Reader, first: usize) -> bool {
    let tokens = &reader.document.tokens;
    let before = first.checked_sub(1);
    let after_word = before
        .and_then(|token| tokens.kind(token))
        .is_some_and(|kind| matches!(kind, Kind::Word | Kind::Possessive));
    // `NBC News’ Today show`.
    let after_owner = before
        .is_some_and(|token| tokens.is_glued(token) && tokens.mark(token).is_some_and(is_apostrophe))
        && !tokens.is_glued(first);
    tokens.is_capital(first) && (after_word || after_owner)
}

/// `even today`, `today’s standards`: these days, not the day of publication.
fn is_nowadays(reader: &Reader, first: usize) -> bool {
    let tokens = &reader.document.tokens;
    let before = tokens.folded_before(first, 1);
    let is_possessive = tokens.kind(first + 1) == Some(Kind::Possessive);
    is_possessive || reader.document.language.has(Name::NotBeforeToday, before)
}

/// Name of the rule for a "today" of whose clause no verb tells what was or will be: `most of what is sold today`.
const UNSURE_TODAY: &str = "today.unsure";
/// The same where a verb further off does.
const TOLD_TODAY: &str = "today";

/// `Today, pupils learn at home`; not `Today, we're …` or `Today, the council said …`.
fn opens_general(reader: &Reader, first: usize) -> bool {
    /// Who says it stands before. Units: tokens.
    const FURTHEST: usize = 8;
    let tokens = &reader.document.tokens;
    let opens = tokens.is_capital(first) && tokens.mark(first + 1) == Some(',');
    let says = || (first..first + FURTHEST).any(|i| word_list!["announced", "said"].has_at(tokens, i));
    opens && !says() && !word_list!["i", "i'm", "we", "we're"].has_at(tokens, first + 2)
}

/// In a story that names no other day near its own, a doubtful "today" means these days; it is the day all the same where a
/// verb further off tells when, and somebody is said to have spoken.
pub(super) fn drop_unsure(reader: &mut Reader) {
    let tokens = &reader.document.tokens;
    let is_unsure = |found: &Found| matches!(found.rule, UNSURE_TODAY | TOLD_TODAY);
    let is_near = |found: &Found| found.rule.starts_with("weekday") || found.rule == "day";
    if reader.found.iter().any(is_near) || !reader.found.iter().any(is_unsure) {
        return;
    }
    let is_told = (0..tokens.len()).any(|i| tokens.is(i, "said"));
    reader.found.retain(|found| !is_unsure(found) || is_told && found.rule == TOLD_TODAY);
}

/// `this weekend`: the coming one, unless its clause tells of the past.
const THIS_WEEKEND: i64 = 2;

fn weekend(reader: &Reader, first: usize) -> Option<Found> {
    let (length, which) = reader.phrase(Name::WeekendsFromNow, first)?;
    let end = first + length;
    if let Some(named) = weekend_of(reader, first, end) {
        return Some(named);
    }
    // `They spent the weekend at home`: one spoken of before.
    const OPENERS: Words =
        word_list!["after", "before", "by", "for", "from", "of", "on", "since", "through", "until"];
    let tokens = &reader.document.tokens;
    let before = tokens.folded_before(first, 1);
    if tokens.is(first, "the") && length == 2 && !OPENERS.has(before) {
        return None;
    }
    found(reader, (first, end), "weekend", |day| {
        let saturday = day.plus(5 - day.weekday());
        let is_weekend = day.weekday() >= 5;
        let weeks = match which as i64 {
            0 if is_weekend || reader.looks_ahead(first, end) => 0,
            0 => -1,
            THIS_WEEKEND => -i64::from(!is_weekend && reader.looks_back(first, end)),
            -1 => -1,
            next => {
                if is_weekend {
                    next
                } else {
                    next - 1
                }
            }
        };
        let saturday = saturday.plus(7 * weeks);
        Some(Value::Days(saturday, saturday.plus(1)))
    })
}

/// `the weekend of July 12`, `of 12-13 July`, `of July 12 and 13`.
fn weekend_of(reader: &Reader, first: usize, end: usize) -> Option<Found> {
    let (length, _) = reader.phrase(Name::Of, end)?;
    let day = day::full(reader, end + length)?;
    let joined = reader.phrase(Name::RangeJoins, day.end).map(|(length, _)| day.end + length);
    let last = joined.filter(|at| reader.digits(*at).is_some_and(|day| day <= 31));
    let value = day.value.map(|value| match value {
        Value::Day(day) => {
            let saturday = day.plus(5 - day.weekday());
            Value::Days(saturday, saturday.plus(1))
        }
        other => other,
    });
    Some(Found { first, end: last.map_or(day.end, |at| at + 1), value, rule: "weekend", ..day })
}

/// `three days ago`, `vor drei Tagen`, `hace tres días`.
fn ago(reader: &Reader, first: usize) -> Option<Found> {
    let before = reader.length(Name::AgoBefore, first);
    let count = reader.count(first + before)?;
    let (length, unit) = reader.phrase(Name::Units, first + before + 1)?;
    let end = first + before + 1 + length;
    let after = reader.length(Name::AgoAfter, end);
    let is_range = reader.document.tokens.is_glued(first);
    if before + after == 0 || is_range {
        return None;
    }
    found(reader, (first, end + after), "ago", |day| ago_value(day, count, unit))
}

fn ago_value(day: Day, count: i64, unit: f64) -> Option<Value> {
    if unit == DAYS {
        (0..=LONGEST_AGO).contains(&count).then(|| Value::Day(day.plus(-count)))
    } else if unit == WEEKS {
        (0..=LONGEST_AGO).contains(&count).then(|| Value::week_from(day, -count))
    } else if unit == MONTHS {
        (0..=LONGEST_AGO).contains(&count).then(|| Value::month_from(day, -count))
    } else {
        // "A year ago" compares; it seldom says when.
        (2..=LONGEST_AGO).contains(&count).then(|| Value::Year(day.year() - count))
    }
}

/// `the first half of next year`, `second half of 2018`, `third quarter of this year`.
fn half(reader: &Reader, first: usize) -> Option<Found> {
    let named = |table| reader.phrase(table, first).map(|(length, part)| (table, length, part as i64));
    let (table, length, part) = named(Name::Halves).or_else(|| named(Name::Quarters))?;
    let year_at = first + length + reader.length(Name::Of, first + length);
    let Some((end, year)) = year_of(reader, year_at) else {
        let is_quarter = table == Name::Quarters;
        return if is_quarter { bare_quarter(reader, first..first + length, part) } else { None };
    };
    let value = |year: i64| match table {
        Name::Quarters => Some(Value::Quarter(year, part)),
        _ => half_year(year, part),
    };
    Some(Found {
        first,
        end,
        value: year.and_then(value),
        rule: "part_of_year",
        is_relative: reader.digits(year_at).is_none(),
        clock: None,
    })
}

/// `sales fell in the second quarter`: the latest that has begun, or the next where its clause looks ahead. Those of games
/// have no word of business beside them, and a firm's fiscal ones lie elsewhere.
fn bare_quarter(reader: &Reader, at: std::ops::Range<usize>, quarter: i64) -> Option<Found> {
    const BUSINESS: Words = word_list![
        "analysts",
        "deliveries",
        "earnings",
        "economy",
        "exports",
        "gdp",
        "income",
        "inflation",
        "loss",
        "orders",
        "output",
        "profit",
        "profits",
        "results",
        "revenue",
        "revenues",
        "sales",
        "shares",
        "shipments",
        "spending"
    ];
    let document = reader.document;
    let sentence = document.sentences.get(document.sentence_of(at.start))?;
    let word = |token: usize| document.tokens.folded(token);
    let is_fiscal = at.start.checked_sub(1).is_some_and(|before| word(before) == "fiscal");
    // `of the new year`; `of the year` is of the one at hand.
    let is_of = word(at.end) == "of";
    let is_own = is_of && word(at.end + 1) == "the" && word(at.end + 2) == "year";
    let is_of_other = is_of && !is_own;
    let is_business = (sentence.first..sentence.last).any(|token| BUSINESS.has(word(token)));
    if !is_business || is_fiscal || is_of_other {
        return None;
    }
    let value = reader.published.map(|day| {
        let (year, month, _) = day.civil();
        let now = (month + 2) / 3;
        let year = match reader.looks_ahead(at.start, at.end) {
            true => year + i64::from(quarter < now),
            false => year - i64::from(quarter > now),
        };
        Value::Quarter(year, quarter)
    });
    let end = at.end + if is_own { 3 } else { 0 };
    Some(Found { first: at.start, end, value, rule: "quarter.near", is_relative: true, clock: None })
}

fn half_year(year: i64, half: i64) -> Option<Value> {
    let (first_month, last_month, last_day) = if half == 1 { (1, 6, 30) } else { (7, 12, 31) };
    Some(Value::Days(Day::new(year, first_month, 1)?, Day::new(year, last_month, last_day)?))
}

/// A year in digits or words; the year is None where it hangs on a day that is not known.
fn year_of(reader: &Reader, token: usize) -> Option<(usize, Option<i64>)> {
    if let Some(year) = reader.digits(token).filter(|year| (1500..=2200).contains(year)) {
        return Some((token + 1, Some(year)));
    }
    let (length, years) = reader.phrase(Name::YearsFromNow, token)?;
    Some((token + length, reader.published.map(|day| day.year() + years as i64)))
}

/// `this summer`, `last spring`, `summer 2016`, `the fall of 1989`.
fn season(reader: &Reader, first: usize) -> Option<Found> {
    let (shift, name) = reader
        .shift(&[Name::This, Name::Last, Name::Next], first)
        .map_or((None, first), |(end, table)| (Some(table), end));
    let (length, month) = reader.phrase(Name::Seasons, name)?;
    let end = name + length;
    if let Some(shift) = shift {
        return found(reader, (first, end), "season", |day| {
            season_value(season_year(day, month as i64, shift)?, month as i64)
        });
    }
    let year_at = end + reader.length(Name::Of, end);
    // `winter 2022` may be the one it begins in or the one it ends in.
    let year =
        reader.digits(year_at).filter(|year| (1500..=2200).contains(year) && month as i64 != WINTER)?;
    let value = season_value(year, month as i64);
    Some(Found { first, end: year_at + 1, value, rule: "season", is_relative: false, clock: None })
}

fn season_year(day: Day, month: i64, shift: Name) -> Option<i64> {
    let (year, now, _) = day.civil();
    // Its last months lie in the next year: until they are over, the year before is meant.
    let year = if month == WINTER && now <= 2 { year - 1 } else { year };
    match shift {
        Name::Last => Some(if now > month + 2 { year } else { year - 1 }),
        Name::Next => Some(if now < month { year } else { year + 1 }),
        _ => Some(year),
    }
}

/// The month a winter begins in.
const WINTER: i64 = 12;

fn season_value(year: i64, month: i64) -> Option<Value> {
    let (last_year, last_month) = if month == WINTER { (year + 1, 2) } else { (year, month + 2) };
    let last_day = super::calendar::days_in_month(last_year, last_month);
    Some(Value::Days(Day::new(year, month, 1)?, Day::new(last_year, last_month, last_day)?))
}

/// The months or days that "the past …" so many of them spans.
pub(super) fn past_span(day: Day, count: i64, unit: f64) -> Option<Value> {
    let is_short = (2..=60).contains(&count);
    if unit == MONTHS {
        let months = Value::Months(shift_month(day, -count), shift_month(day, 0));
        return is_short.then_some(months);
    }
    (is_short && unit == DAYS).then(|| Value::Days(day.plus(1 - count), day))
}
