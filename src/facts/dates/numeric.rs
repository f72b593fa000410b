//! Days in digits: `2023-03-12`, `12.03.2023`, `12/03/2023` where only one reading is a date.

use super::Found;
use super::Reader;
use super::calendar::Day;
use super::value::Value;
use crate::text::Kind;

/// A day in digits at token `first`.
pub(super) fn at(reader: &Reader, first: usize) -> Option<Found> {
    let tokens = &reader.document.tokens;
    let word = tokens.word(first);
    let is_number = tokens.kind(first) == Some(Kind::Number);
    let (day, end) = if is_number && word.matches('.').count() == 2 {
        let is_english = reader.document.language.is_english();
        (dotted(word, is_english)?, first + 1)
    } else {
        (separated(reader, first)?, first + 5)
    };
    let rule = "numeric";
    Some(Found { first, end, value: Some(Value::Day(day)), rule, is_relative: false, clock: None })
}

/// `12.03.2023`, `12.3.23`. In English, where days are seldom written so, `1.8.0` is a version.
fn dotted(word: &str, is_english: bool) -> Option<Day> {
    let digits = word.rsplit('.').next().map_or(0, str::len);
    if digits != 4 && (is_english || digits != 2) {
        return None;
    }
    let mut parts = word.split('.').map(|part| part.parse::<i64>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    Day::new(if (0..100).contains(&year) { year + 2000 } else { year }, month, day)
}

/// Three numbers with the same mark between them.
fn separated(reader: &Reader, first: usize) -> Option<Day> {
    let tokens = &reader.document.tokens;
    let mark = tokens.mark(first + 1).filter(|c| matches!(c, '-' | '/'))?;
    let is_whole = (1..5).all(|i| tokens.is_glued(first + i)) && tokens.mark(first + 3) == Some(mark);
    let (a, b, c) = (reader.digits(first)?, reader.digits(first + 2)?, reader.digits(first + 4)?);
    if !is_whole {
        return None;
    }
    if a > 1000 {
        return Day::new(a, b, c);
    }
    let day_first = Day::new(c, b, a).filter(|_| c > 1000);
    let month_first = Day::new(c, a, b).filter(|_| c > 1000 && reader.document.language.is_english());
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => None,
        (one, other) => one.or(other),
    }
}
