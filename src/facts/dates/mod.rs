//! Words that say when -> dates.
//!
//! In: a [`Document`] and the day it was published; a dateline that names the day of writing goes before it. Out: [`Date`]s in
//! text order; their tokens are marked as taken.
//! Promises: without either day nothing relative is resolved; with one, what cannot be resolved is left out;
//! what hangs on the day somebody spoke is left out inside quotes.

mod calendar;
mod clock;
mod day;
mod month;
mod numeric;
mod relative;
mod spans;
mod tense;
mod value;
mod weekday;
mod year;

#[cfg(test)]
mod tests;

use super::Date;
use super::document::Document;
use super::document::Taken;
use crate::rules::languages::Name;
use crate::text::Kind;
use crate::text::is_dash;
use calendar::Day;
use value::Value;

/// Where a date was found, in tokens, and what it stands for.
#[derive(Clone, Copy, Debug)]
struct Found {
    /// First token.
    first: usize,
    /// Token after the last.
    end: usize,
    /// None: it hangs on a day that is not known.
    value: Option<Value>,
    /// Name of the rule.
    rule: &'static str,
    /// True where it hangs on another date.
    is_relative: bool,
    /// Hour and minute of an expression that names no day.
    clock: Option<(i64, i64)>,
}

/// What the matchers read: the document, the day of publication, what was found before.
struct Reader<'d, 'a> {
    document: &'d Document<'a>,
    published: Option<Day>,
    found: Vec<Found>,
}

/// A way to read a date that opens at a token.
type Matcher = fn(&Reader, usize) -> Option<Found>;

/// In this order: what is more exact comes first.
const MATCHERS: &[Matcher] =
    &[spans::at, day::full, relative::at, weekday::at, month::joined, month::at, year::at, clock::at];

/// Finds the dates of a document and takes their tokens.
pub(crate) fn find(document: &mut Document) -> Vec<Date> {
    let published = document.story.published.as_deref().and_then(Day::parse);
    let mut reader = Reader { document, published, found: Vec::new() };
    reader.published = day_of_writing(&reader).or(published);
    let mut token = 0;
    while token < reader.document.tokens.len() {
        let here = token;
        token += 1;
        if !may_open(reader.document, here) {
            continue;
        }
        let Some(found) = MATCHERS.iter().find_map(|matcher| matcher(&reader, here)) else { continue };
        let found = spans::led_on(&reader, found);
        token = token.max(found.end);
        let comes_again = hangs(found.rule) && reader.is_habit(found.first);
        if !comes_again {
            reader.found.push(with_opener(&reader, found));
        }
    }
    weekday::agree(&mut reader);
    relative::drop_unsure(&mut reader);
    let found = clock::join(&reader);
    let published = reader.published;
    let mut dates = Vec::with_capacity(found.len());
    for found in &found {
        dates.extend(date(document, found, published));
    }
    for found in &found {
        document.take(found.first..found.end, Taken::Date);
    }
    dates
}

/// Tokens up to the end of a dateline at most.
const DATELINE: usize = 12;
/// Later than so many days after it was written, a story is not news but a copy. Units: days.
const MOST_DELAY: i64 = 3;
/// `(Reuters) —`: what may stand between the day and the mark that closes a dateline. Units: tokens.
const MOST_CREDIT: usize = 5;

/// `ORRIN VALE (Jan 3, 2011): …`, `ORRIN, Jan 3 — …`: the day a story was written, where it opens with it. What it tells of
/// today is of that day, and not of the one it was published.
fn day_of_writing(reader: &Reader) -> Option<Day> {
    let tokens = &reader.document.tokens;
    let is_place = |i: &usize| tokens.is_capital(*i) || tokens.mark(*i).is_some_and(|c| ",(/-".contains(c));
    let found = (1..DATELINE).take_while(|i| is_place(&(i - 1))).find_map(|i| day::full(reader, i))?;
    let closes = |i: usize| tokens.mark(i).is_some_and(|c| c == ':' || is_dash(c) || c == '-');
    let is_credit = |i: &usize| tokens.is_capital(*i) || tokens.mark(*i).is_some_and(|c| ",()/".contains(c));
    let credit = (found.end..found.end + MOST_CREDIT).take_while(is_credit).count();
    let day = found.value?.day().filter(|_| closes(found.end + credit))?;
    reader.published.is_none_or(|published| (0..=MOST_DELAY).contains(&(published.0 - day.0))).then_some(day)
}

/// True for rules that take the nearest of what has a name that comes round.
fn hangs(rule: &str) -> bool {
    rule.ends_with("near") || rule == "clock"
}

/// Most words open no date.
fn may_open(document: &Document, token: usize) -> bool {
    match document.tokens.kind(token) {
        Some(Kind::Number) => true,
        Some(Kind::Word) => {
            let word = document.tokens.folded(token);
            word == relative::FOLLOWING || document.language.opens_date(word)
        }
        _ => false,
    }
}

/// `until`, `since` belong to the date.
fn with_opener(reader: &Reader, found: Found) -> Found {
    let opener = reader.phrase_before(Name::KeptOpeners, found.first);
    let is_free = |first: &usize| reader.found.last().is_none_or(|last| last.end <= *first);
    Found { first: opener.filter(is_free).unwrap_or(found.first), ..found }
}

/// None: it hangs on the moment of a quote, or stays open although the day of publication is known.
fn date(document: &Document, found: &Found, published: Option<Day>) -> Option<Date> {
    let is_open = found.value.is_none() && published.is_some();
    let is_spoken = found.is_relative && document.quoted_at(found.first).is_some();
    let at = document.anchor(found.first..found.end).filter(|_| !is_open && !is_spoken)?;
    let hangs = found.is_relative || found.rule.ends_with("near");
    Some(Date {
        text: document.text(at).to_owned(),
        iso: found.value.map(Value::iso),
        grain: found.value.map_or("", Value::grain),
        relative: found.is_relative,
        rule: found.rule,
        anchor_date: published.filter(|_| hangs).map(|day| Value::Day(day).iso()),
        at,
    })
}

impl Reader<'_, '_> {
    /// The length and number of the longest phrase of a table at a token.
    #[inline(never)]
    fn phrase(&self, table: Name, token: usize) -> Option<(usize, f64)> {
        self.document.language.table(table).longest_at(&self.document.tokens, token)
    }

    /// The length alone; 0 where there is none.
    #[inline(never)]
    fn length(&self, table: Name, token: usize) -> usize {
        self.document.language.table(table).length_at(&self.document.tokens, token)
    }

    /// Where `last`, `this` or `next` at a token ends, and the first of the tables that has it.
    #[inline(never)]
    fn shift(&self, tables: &[Name], token: usize) -> Option<(usize, Name)> {
        tables.iter().find_map(|table| Some((token + self.phrase(*table, token)?.0, *table)))
    }

    /// The first token of the longest phrase of a table that ends before a token.
    fn phrase_before(&self, table: Name, token: usize) -> Option<usize> {
        let table = self.document.language.table(table);
        let starts = token.saturating_sub(MOST_OPENING_WORDS)..token;
        starts.into_iter().find(|start| {
            let length = table.length_at(&self.document.tokens, *start);
            length > 0 && start + length == token
        })
    }

    /// A number in digits, without separators.
    #[inline(never)]
    fn digits(&self, token: usize) -> Option<i64> {
        let is_number = self.document.tokens.kind(token) == Some(Kind::Number);
        self.document.tokens.word(token).parse().ok().filter(|_| is_number)
    }

    /// A number 1.. in digits or words.
    fn count(&self, token: usize) -> Option<i64> {
        let word = self.document.tokens.folded(token);
        let number = |word: &str| self.document.language.table(Name::Numbers).get(word).map(|n| n as i64);
        // `Twenty-two years ago`.
        let joined = || word.split_once('-').and_then(|(tens, ones)| Some(number(tens)? + number(ones)?));
        self.digits(token).or_else(|| number(word)).or_else(joined)
    }

    /// The token after `token` where that is one of these marks.
    fn skip_marks(&self, token: usize, marks: &[char]) -> usize {
        let is_skipped = self.document.tokens.mark(token).is_some_and(|c| marks.contains(&c));
        if is_skipped { token + 1 } else { token }
    }

    /// The token after the word that joins the parts of a date, where one stands there.
    fn skip_join(&self, token: usize) -> usize {
        token + self.length(Name::DateJoins, token)
    }

    /// True for a word or a number.
    fn is_word(&self, token: usize) -> bool {
        matches!(self.document.tokens.kind(token), Some(Kind::Word | Kind::Number))
    }

    /// The dates found last, latest first: as many as keep the work linear.
    fn latest(&self) -> impl Iterator<Item = &Found> {
        self.found.iter().rev().take(MOST_BACK)
    }

    /// The day found last before a token.
    fn day_before(&self, token: usize) -> Option<(usize, Day)> {
        let day = |found: &Found| Some((found.first, found.value?.day()?));
        self.found.iter().rev().find_map(|found| if found.end <= token { day(found) } else { None })
    }
}

/// Dates before one that may say more of it. Units: dates; more than most stories have.
const MOST_BACK: usize = 100;

/// Longest phrase that opens a date. Units: tokens.
const MOST_OPENING_WORDS: usize = 4;
