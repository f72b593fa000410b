//! Years: `in 1980`, `the 2016 election`, `2004–2017`, `the early 1990s`, `mid-2019`; and the year that follows a month.
//!
//! A four-digit number is a year where something opens a time, or where it stands free and counts nothing.

use super::Found;
use super::Reader;
use super::calendar::Day;
use super::value::Value;
use crate::text::Kind;
use crate::text::is_dash;

/// Years that a four-digit number may be, after a word that opens a time.
const PLAUSIBLE_YEARS: std::ops::RangeInclusive<i64> = 1400..=2150;
/// The same where nothing opens a time.
const BARE_YEARS: std::ops::RangeInclusive<i64> = 1900..=2060;

/// `in 1980`, `the 2016 election`, `2018-19`, `the 1990s`, `mid-2019`.
pub(super) fn at(reader: &Reader, first: usize) -> Option<Found> {
    let (at, part) = early_late(reader, first);
    let found = |end: usize, value: Value, rule| {
        Some(Found { first, end, value: Some(value), rule, is_relative: false, clock: None })
    };
    if let Some((from, to)) = decade(reader, at, part) {
        return found(at + 2, Value::Years(from, to), "decade");
    }
    if at == first
        && let Some(year) = joined_year(reader, first)
    {
        return found(first + 1, Value::Year(year), "year");
    }
    let year = plain_year(reader, at)?;
    if let Some((end, to)) = year_range(reader, at, year) {
        let is_season = reader.phrase("season-words", end).is_some();
        return if is_season { None } else { found(end, Value::Years(year, to), "years") };
    }
    is_year(reader, first, at, year).then(|| found(at + 1, Value::Year(year), "year"))?
}

fn early_late(reader: &Reader, first: usize) -> (usize, Option<i64>) {
    match reader.phrase("early-late", first) {
        Some((length, part)) => (reader.skip_marks(first + length, &['-']), Some(part as i64)),
        None => (first, None),
    }
}

/// `mid-2019`, one word.
fn joined_year(reader: &Reader, token: usize) -> Option<i64> {
    let (part, year) = reader.document.tokens.folded(token).split_once('-')?;
    let year = year.parse().ok().filter(|year| PLAUSIBLE_YEARS.contains(year))?;
    reader.document.language.table("early-late").has(part).then_some(year)
}

/// `1990s`; early, mid and late ones are its first four, middle three and last three years.
fn decade(reader: &Reader, at: usize, part: Option<i64>) -> Option<(i64, i64)> {
    let tokens = &reader.document.tokens;
    let year = reader.digits(at).filter(|year| PLAUSIBLE_YEARS.contains(year) && year % 10 == 0)?;
    let is_plural = tokens.is_glued(at + 1) && matches!(tokens.folded(at + 1), "s" | "'s");
    let (from, to) = match part {
        Some(1) => (0, 3),
        Some(2) => (4, 6),
        Some(_) => (7, 9),
        None => (0, 9),
    };
    (is_plural && reader.document.language.table("decades").has("s")).then_some((year + from, year + to))
}

/// `2004–2017`, `2018-19`.
fn year_range(reader: &Reader, at: usize, from: i64) -> Option<(usize, i64)> {
    let tokens = &reader.document.tokens;
    let is_joined = tokens.mark(at + 1).is_some_and(|c| c == '-' || is_dash(c)) && tokens.is_glued(at + 1);
    let to = reader.digits(at + 2).filter(|_| is_joined && tokens.is_glued(at + 2))?;
    let to = if to < 100 && tokens.word(at + 2).len() == 2 { from - from % 100 + to } else { to };
    (PLAUSIBLE_YEARS.contains(&to) && to > from).then_some((at + 3, to))
}

fn is_year(reader: &Reader, first: usize, at: usize, year: i64) -> bool {
    if reader.document.tokens.word(at).starts_with('0') || is_counted(reader, at) {
        return false;
    }
    if reader.phrase_before("time-openers", at).is_some() || first < at {
        return true;
    }
    let is_recent = BARE_YEARS.contains(&year);
    let is_opened =
        ["loose-openers", "determiners"].into_iter().any(|table| reader.phrase_before(table, at).is_some());
    is_recent && (is_opened || has_free_sides(reader, at))
}

/// `2000 people`, `2000 jobs`: an amount.
fn is_counted(reader: &Reader, at: usize) -> bool {
    let tokens = &reader.document.tokens;
    let next = tokens.folded(at + 1);
    let is_opened = reader.phrase_before("time-openers", at).is_some();
    let is_lower = tokens.kind(at + 1) == Some(Kind::Word) && !tokens.is_capital(at + 1);
    let is_plural =
        is_lower && next.len() > 3 && next.ends_with('s') && !next.ends_with("ss") && !next.ends_with("us");
    reader.document.language.table("not-years").has(next)
        || (is_plural && !is_opened && !has_determiner(reader, at))
}

fn has_determiner(reader: &Reader, at: usize) -> bool {
    reader.phrase_before("determiners", at).is_some()
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
        Some(Kind::Mark) => tokens.mark(at + 1).is_some_and(|c| "),.;".contains(c)),
        Some(Kind::Word) => !tokens.is_capital(at + 1),
        Some(Kind::Possessive) => true,
        _ => false,
    };
    opens && closes
}

/// `2019 hatte es gebrannt`: where nouns have capitals, a small word behind it shows that it counts nothing.
fn opens_sentence(reader: &Reader, at: usize) -> bool {
    let document = reader.document;
    let is_first = document.sentences.get(document.sentence_of(at)).is_some_and(|s| s.first == at);
    is_first && document.language.table("number-style").has("capital-nouns")
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
    let found = reader.phrase("years-from-now", at).zip(reader.published);
    found.map_or((None, token), |((length, years), day)| (Some(day.year() + years as i64), at + length))
}

/// A four-digit number that may be a year, and nothing glued to it that makes it an amount.
pub(super) fn plain_year(reader: &Reader, token: usize) -> Option<i64> {
    let tokens = &reader.document.tokens;
    let year = reader.digits(token).filter(|year| PLAUSIBLE_YEARS.contains(year))?;
    let spoils_after = tokens.is_glued(token + 1)
        && (reader.is_word(token + 1) || tokens.mark(token + 1).is_some_and(|c| "%°$€£/:".contains(c)));
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
    (is_explicit && Some(year) != reader.published.map(Day::year)).then_some(year)
}
