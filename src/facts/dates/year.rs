//! Years: `in 1980`, `the 2016 election`, `2004–2017`, `the early 1990s`, `mid-2019`; and the year that follows a month.
//!
//! A four-digit number is a year where something opens a time, or where it stands free and counts nothing.

use super::Found;
use super::Reader;
use super::calendar::Day;
use super::value::Value;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::Words;
use crate::text::is_apostrophe;
use crate::text::is_dash;
use crate::text::word_list;

/// Years that a four-digit number may be, after a word that opens a time.
const PLAUSIBLE_YEARS: std::ops::RangeInclusive<i64> = 1400..=2150;
/// The same where nothing opens a time.
const BARE_YEARS: std::ops::RangeInclusive<i64> = 1900..=2060;

/// The years that are read with `an`.
const OLD_YEARS: std::ops::RangeInclusive<i64> = 1800..=1899;

/// `in 1980`, `the 2016 election`, `2018-19`, `the 1990s`, `mid-2019`.
pub(super) fn at(reader: &Reader, first: usize) -> Option<Found> {
    let (at, part) = early_late(reader, first);
    let found = |end: usize, value: Value, rule| {
        Some(Found { first, end, value: Some(value), rule, is_relative: false, clock: None })
    };
    if let Some((end, from, to)) = decade(reader, at, part) {
        return found(end, Value::Years(from, to), "decade");
    }
    if let Some(decade) = short_decade(reader, first, at, part).or_else(|| joined_decade(reader, first)) {
        return Some(decade);
    }
    if at == first
        && let Some(year) = joined_year(reader, first)
    {
        return found(first + 1, Value::Year(year), "year");
    }
    let year = plain_year(reader, at)?;
    if let Some((end, to)) = year_range(reader, at, year) {
        let is_season = reader.length(Name::SeasonWords, end) > 0 || is_one_of_seasons(reader, at, end);
        return if is_season { None } else { found(end, Value::Years(year, to), "years") };
    }
    is_year(reader, first, at, year).then(|| found(at + 1, Value::Year(year), "year"))?
}

/// `the 2022-23 and 2023-24 school years`, `academic year 2024-25`.
fn is_one_of_seasons(reader: &Reader, at: usize, end: usize) -> bool {
    let tokens = &reader.document.tokens;
    let is_next = tokens.is(end, "and") && tokens.mark(end + 2).is_some() && tokens.is_glued(end + 2);
    let before = tokens.folded_before(at, 1);
    is_next && reader.length(Name::SeasonWords, end + 4) > 0 || word_list!["season", "year"].has(before)
}

fn early_late(reader: &Reader, first: usize) -> (usize, Option<i64>) {
    match reader.phrase(Name::EarlyLate, first) {
        Some((length, part)) => (reader.skip_marks(first + length, &['-']), Some(part as i64)),
        None => (first, None),
    }
}

/// `mid-2019`, one word.
fn joined_year(reader: &Reader, token: usize) -> Option<i64> {
    let (part, year) = reader.document.tokens.folded(token).split_once('-')?;
    let year = year.parse().ok().filter(|year| PLAUSIBLE_YEARS.contains(year))?;
    reader.document.language.has(Name::EarlyLate, part).then_some(year)
}

/// `1990s`, and `1800s`, a century.
fn decade(reader: &Reader, at: usize, part: Option<i64>) -> Option<(usize, i64, i64)> {
    let tokens = &reader.document.tokens;
    let year = reader.digits(at).filter(|year| PLAUSIBLE_YEARS.contains(year) && year % 10 == 0)?;
    // `the 1980’s`; `2020’s best film` is of the year.
    let is_opened = part.is_some() || tokens.is_before(at, 1, "the");
    let is_cut = is_opened && tokens.is_glued(at + 1) && tokens.mark(at + 1).is_some_and(is_apostrophe);
    let ending = at + 1 + usize::from(is_cut);
    let (from, to) = is_plural(reader, ending).then(|| decade_years(year, part))?;
    Some((ending + 1, from, to))
}

fn is_plural(reader: &Reader, token: usize) -> bool {
    let tokens = &reader.document.tokens;
    let is_ending = tokens.is_glued(token) && word_list!["s", "'s"].has_at(tokens, token);
    is_ending && reader.document.language.has(Name::Decades, "s")
}

/// Up to here a hundred in the plural means its hundred years.
const LAST_CENTURY: i64 = 1900;

/// Early, mid and late ones are the first four, middle three and last three years; of a century, ten times as many.
fn decade_years(year: i64, part: Option<i64>) -> (i64, i64) {
    let unit = if year % 100 == 0 && year <= LAST_CENTURY { 10 } else { 1 };
    let (from, to) = match part {
        Some(1) => (0, 4),
        Some(2) => (4, 7),
        Some(_) => (7, 10),
        None => (0, 10),
    };
    (year + unit * from, year + unit * to - 1)
}

/// `mid-1990s`, one word.
fn joined_decade(reader: &Reader, token: usize) -> Option<Found> {
    let language = &reader.document.language;
    let (part, year) = reader.document.tokens.folded(token).split_once('-')?;
    let part = language.table(Name::EarlyLate).get(part).map(|part| part as i64)?;
    let year: i64 = year.strip_suffix('s')?.parse().ok()?;
    let is_decade = PLAUSIBLE_YEARS.contains(&year) && year % 10 == 0 && language.has(Name::Decades, "s");
    let (from, to) = decade_years(year, Some(part));
    is_decade.then_some(Found {
        first: token,
        end: token + 1,
        value: Some(Value::Years(from, to)),
        rule: "decade",
        is_relative: false,
        clock: None,
    })
}

/// From here on two digits mean the last century. Units: years of a century.
const FIRST_SHORT: i64 = 20;

/// `the early ’90s`; `at` is where the apostrophe or, where nothing stands before it, the number stands.
fn short_decade(reader: &Reader, first: usize, at: usize, part: Option<i64>) -> Option<Found> {
    let tokens = &reader.document.tokens;
    let number = at + usize::from(first < at && tokens.mark(at).is_some_and(is_apostrophe));
    let is_cut = tokens.is_glued(number)
        && number.checked_sub(1).and_then(|i| tokens.mark(i)).is_some_and(is_apostrophe);
    let is_short = is_cut && tokens.word(number).len() == 2 && is_plural(reader, number + 1);
    let years = reader.digits(number).filter(|years| is_short && years % 10 == 0)?;
    let (from, to) = decade_years(years + if years < FIRST_SHORT { 2000 } else { 1900 }, part);
    let value = Some(Value::Years(from, to));
    let first = first.min(number - 1);
    Some(Found { first, end: number + 2, value, rule: "decade", is_relative: false, clock: None })
}

/// `2004–2017`, `2018-19`, `2001 to 2005`.
fn year_range(reader: &Reader, at: usize, from: i64) -> Option<(usize, i64)> {
    let tokens = &reader.document.tokens;
    let is_joined = tokens.mark(at + 1).is_some_and(|c| c == '-' || is_dash(c)) && tokens.is_glued(at + 1);
    if let Some((length, _)) = reader.phrase(Name::RangeWords, at + 1) {
        let to = plain_year(reader, at + 1 + length)?;
        let is_range = BARE_YEARS.contains(&from) && BARE_YEARS.contains(&to) && to > from;
        return is_range.then_some((at + 2 + length, to));
    }
    let to = reader.digits(at + 2).filter(|_| is_joined && tokens.is_glued(at + 2))?;
    let to = if to < 100 && tokens.word(at + 2).len() == 2 { from - from % 100 + to } else { to };
    (PLAUSIBLE_YEARS.contains(&to) && to > from).then_some((at + 3, to))
}

/// `victims of 2012 floods`, `the gold of 2016 Olympics`: what comes round is told by its year; a round number may count.
fn names_event(reader: &Reader, at: usize, year: i64) -> bool {
    const EVENTS: Words = word_list![
        "bombings",
        "bushfires",
        "championships",
        "elections",
        "finals",
        "floods",
        "games",
        "midterms",
        "olympics",
        "playoffs",
        "polls",
        "primaries",
        "protests",
        "riots",
        "wildfires",
    ];
    BARE_YEARS.contains(&year) && year % 100 != 0 && EVENTS.has_at(&reader.document.tokens, at + 1)
}

fn is_year(reader: &Reader, first: usize, at: usize, year: i64) -> bool {
    if names_event(reader, at, year) {
        return true;
    }
    if reader.document.tokens.word(at).starts_with('0') || is_counted(reader, at) {
        return false;
    }
    if reader.phrase_before(Name::TimeOpeners, at).is_some() || first < at {
        return true;
    }
    // `in an 1821 account`.
    let tokens = &reader.document.tokens;
    let is_old = OLD_YEARS.contains(&year) && tokens.is_before(at, 1, "an");
    if is_old && tokens.kind(at + 1) == Some(Kind::Word) && !tokens.is_capital(at + 1) {
        return true;
    }
    let is_recent = BARE_YEARS.contains(&year);
    let follows = |table| reader.phrase_before(table, at).is_some();
    let is_opened = follows(Name::LooseOpeners) || follows(Name::Determiners);
    is_recent && (is_opened || has_free_sides(reader, at) || is_described(reader, at))
}

/// `a small 2025 study`: one word between the article and the year, and a noun behind; `an ambitious 2035 target`.
fn is_described(reader: &Reader, at: usize) -> bool {
    let (tokens, language) = (&reader.document.tokens, &reader.document.language);
    let is_plain = |i: usize| {
        tokens.kind(i) == Some(Kind::Word)
            && !tokens.is_capital(i)
            && !language.has(Name::PhraseStops, tokens.folded(i))
    };
    let past = reader.published.zip(reader.digits(at)).is_some_and(|(day, year)| year <= day.year());
    let is_measured = reader.length(Name::Measures, at + 1) > 0;
    let opens = at > 1 && is_plain(at - 1) && has_determiner(reader, at - 1);
    let is_aim =
        word_list!["budget", "deadline", "election", "goal", "plan", "target"].has_at(tokens, at + 1);
    (past || is_aim) && opens && is_plain(at + 1) && !is_measured && language.is_english()
}

/// `2000 people`, `2000 jobs`: an amount.
fn is_counted(reader: &Reader, at: usize) -> bool {
    let tokens = &reader.document.tokens;
    let next = tokens.folded(at + 1);
    // `about 2000 pages`; `in about 2000` and `by about 2000` open a time.
    let opens_time = |i: usize| {
        [Name::TimeOpeners, Name::ForwardOpeners]
            .iter()
            .any(|table| reader.phrase_before(*table, i).is_some())
    };
    let is_about =
        at.checked_sub(1).is_some_and(|i| word_list!["about", "around"].has_at(tokens, i) && !opens_time(i));
    let opens = !is_about && reader.phrase_before(Name::TimeOpeners, at).is_some();
    let is_opened = opens || is_awaited(reader, at);
    let is_lower = tokens.kind(at + 1) == Some(Kind::Word) && !tokens.is_capital(at + 1);
    // `32 percent below 2005 levels`.
    let is_level = next == "levels" && BARE_YEARS.contains(&reader.digits(at).unwrap_or_default());
    let is_plural = is_lower
        && !is_level
        && next.len() > 3
        && next.ends_with('s')
        && !next.ends_with("ss")
        && !next.ends_with("us");
    reader.document.language.has(Name::NotYears, next)
        || (is_plural && !is_opened && !has_determiner(reader, at))
}

/// `by 2030 costs will double`: a year to come behind a word that looks ahead.
fn is_awaited(reader: &Reader, at: usize) -> bool {
    let year = reader.digits(at).zip(reader.published);
    let is_ahead =
        year.is_some_and(|(year, published)| year > published.year() && BARE_YEARS.contains(&year));
    is_ahead && reader.phrase_before(Name::ForwardOpeners, at).is_some()
}

fn has_determiner(reader: &Reader, at: usize) -> bool {
    reader.phrase_before(Name::Determiners, at).is_some()
        || at.checked_sub(1).and_then(|i| reader.document.tokens.kind(i)) == Some(Kind::Possessive)
}

/// Neither a name before (`Agenda 2030`) nor a name or number after.
fn has_free_sides(reader: &Reader, at: usize) -> bool {
    let tokens = &reader.document.tokens;
    let before = at.checked_sub(1);
    let before_kind = before.and_then(|i| tokens.kind(i));
    let opens = match before_kind {
        Some(Kind::Mark) => before.and_then(|i| tokens.mark(i)).is_some_and(|c| "(,–—".contains(c)),
        Some(Kind::Possessive) => true,
        _ => false,
    };
    let opens = opens || opens_sentence(reader, at);
    let closes = match tokens.kind(at + 1) {
        Some(Kind::Mark) => tokens
            .mark(at + 1)
            .is_some_and(|c| "),.;".contains(c) || "-–—".contains(c) && !tokens.is_glued(at + 1)),
        Some(Kind::Word) => !tokens.is_capital(at + 1),
        Some(Kind::Possessive) => true,
        _ => false,
    };
    opens && closes
}

/// `2019 hatte es gebrannt`: where nouns have capitals, a small word behind it shows that it counts nothing.
fn opens_sentence(reader: &Reader, at: usize) -> bool {
    let document = reader.document;
    let is_first = document.opens_sentence(at);
    is_first && document.language.has(Name::NumberStyle, "capital-nouns")
}

/// A year that ends a date: the year and the token after it.
pub(super) fn year_after(reader: &Reader, token: usize) -> (Option<i64>, usize) {
    let year_at = reader.skip_join(reader.skip_marks(token, &[',']));
    match plain_year(reader, year_at) {
        Some(year) => (Some(year), year_at + 1),
        None => relative_year_after(reader, token),
    }
}

/// `of last year`, `this year`, right after day or month.
fn relative_year_after(reader: &Reader, token: usize) -> (Option<i64>, usize) {
    let at = reader.skip_join(token);
    if let Some(told) = told_year(reader, at) {
        return told;
    }
    let found = reader.phrase(Name::YearsFromNow, at).zip(reader.published);
    found.map_or((None, token), |((length, years), day)| (Some(day.year() + years as i64), at + length))
}

/// `in 2016. In January of that year`: the year the story gave last.
fn told_year(reader: &Reader, at: usize) -> Option<(Option<i64>, usize)> {
    let tokens = &reader.document.tokens;
    let same = usize::from(tokens.is(at + 1, "same"));
    let is_told = matches!((tokens.folded(at), same), ("that", _) | ("the", 1));
    let is_told = is_told && tokens.is(at + 1 + same, "year");
    let year = |found: &Found| match found.value? {
        Value::Year(year) | Value::Month(year, _) => Some(year),
        Value::Day(day) => Some(day.year()),
        _ => None,
    };
    let year = reader.latest().filter(|found| !found.is_relative).find_map(year).filter(|_| is_told)?;
    Some((Some(year), at + 2 + same))
}

/// A four-digit number that may be a year, and nothing glued to it that makes it an amount.
pub(super) fn plain_year(reader: &Reader, token: usize) -> Option<i64> {
    let tokens = &reader.document.tokens;
    let year = reader.digits(token).filter(|year| PLAUSIBLE_YEARS.contains(year))?;
    // `February 26, 2025: the battery is new`, not `2000:1`.
    let is_ratio = || tokens.mark(token + 1) == Some(':') && tokens.is_glued(token + 2);
    let spoils_after = tokens.is_glued(token + 1)
        && (reader.is_word(token + 1)
            || tokens.mark(token + 1).is_some_and(|c| "%°$€£/".contains(c))
            || is_ratio());
    let spoils_before =
        tokens.is_glued(token) && tokens.mark(token.wrapping_sub(1)).is_some_and(|c| "$€£¥#./:+".contains(c));
    (!spoils_after && !spoils_before).then_some(year)
}

/// The year of a date just before in the same sentence, where it is another than that of publication.
pub(super) fn year_nearby(reader: &Reader, token: usize) -> Option<i64> {
    let sentence = reader.document.sentence_of(token);
    let before =
        reader.found.iter().rev().find(|found| reader.document.sentence_of(found.first) == sentence)?;
    let year = match before.value? {
        Value::Month(year, _) | Value::Year(year) => year,
        Value::Day(day) => day.year(),
        _ => return None,
    };
    let is_explicit = !before.is_relative && !before.rule.ends_with("near");
    // `would go on through 2030, is up for a vote on April 7`: what is still to come dates nothing.
    let is_ahead = reader.phrase_before(Name::ForwardOpeners, before.first).is_some();
    (is_explicit && !is_ahead && Some(year) != reader.published.map(Day::year)).then_some(year)
}

/// Months between a day without a year and one that the story told before with its year.
const SAME_TIME: i64 = 1;

/// `the riots of July 2021 … She was flagged on June 30`: the year of what the story told last of that time of the year.
pub(super) fn year_of_story(reader: &Reader, month: i64) -> Option<i64> {
    let published = reader.published?.year();
    let told = |found: &Found| match found.value? {
        Value::Month(year, month) if found.rule == "month_year" => Some((year, month)),
        Value::Day(day) if found.rule == "day_month_year" => Some((day.civil().0, day.civil().1)),
        _ => None,
    };
    let (year, near) = reader.latest().find_map(told)?;
    (year < published && (near - month).abs() <= SAME_TIME).then_some(year)
}
