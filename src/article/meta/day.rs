//! Dates as pages write them -> `YYYY-MM-DD`, with the time where it is stated.
//!
//! Nothing is guessed: a date without a year, or one that can be read two ways, is none.

use crate::rules::months::Months;
use crate::text::Words;
use crate::text::word_list;
use crate::text::words::char_at;

/// A day, and what the page says about the time of day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::article) struct Day {
    pub year: u16,
    pub month: u8,
    pub day: u8,
    /// `Thh:mm[:ss][offset]`, or "".
    pub time: String,
}

/// Which of two numbers before a year is the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::article) enum Order {
    DayFirst,
    MonthFirst,
}

impl Order {
    /// English without a region is taken for American, whose pages are the most.
    pub(in crate::article) fn of(lang: Option<&str>) -> Order {
        let lang = lang.unwrap_or("en").to_ascii_lowercase();
        match lang.as_str() {
            "en" | "en-us" | "en_us" | "en-ph" => Order::MonthFirst,
            _ => Order::DayFirst,
        }
    }
}

impl Day {
    /// None: no such day, or a year in which there was no web.
    fn new(year: u32, month: u32, day: u32) -> Option<Day> {
        const YEARS: std::ops::RangeInclusive<u32> = 1990..=2099;
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let valid = YEARS.contains(&year) && (1..=days).contains(&day);
        valid.then(|| Day { year: year as u16, month: month as u8, day: day as u8, time: String::new() })
    }

    /// The day alone.
    pub(in crate::article) fn date(&self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}{}", self.year, self.month, self.day, self.time)
    }
}

/// Reads a value made for machines: ISO 8601 at its start, else any date in it.
pub(in crate::article) fn from_value(value: &str, months: &Months, order: Order) -> Option<Day> {
    let value = value.trim();
    iso(value).or_else(|| compact(value)).or_else(|| in_text(value, months, order).map(|(day, _)| day))
}

fn iso(value: &str) -> Option<Day> {
    let mut numbers = value.splitn(3, '-');
    let (year, month, rest) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if year.len() != 4 || !(1..=2).contains(&month.len()) || !(1..=2).contains(&digits) {
        return None;
    }
    let mut day = Day::new(year.parse().ok()?, month.parse().ok()?, rest[..digits].parse().ok()?)?;
    day.time = time(&rest[digits..]);
    Some(day)
}

/// `20240131` and `20240131T10:00`.
fn compact(value: &str) -> Option<Day> {
    let digits = value.get(..8).filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?;
    if value[8..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Day::new(digits[..4].parse().ok()?, digits[4..6].parse().ok()?, digits[6..].parse().ok()?)
}

/// `T10:00:00.000+02:00` without the fraction; "" where it is no time.
fn time(rest: &str) -> String {
    let Some(clock) = rest.strip_prefix(['T', 't', ' ']) else { return String::new() };
    let clock = clock.trim_start();
    let end = clock.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(clock.len());
    let parts: Vec<&str> = clock[..end].split(':').collect();
    let in_range =
        |(i, part): (usize, &&str)| part.len() == 2 && part.parse().is_ok_and(|n: u8| n < [24, 60, 61][i]);
    if !(2..=3).contains(&parts.len()) || !parts.iter().enumerate().all(in_range) {
        return String::new();
    }
    let after = clock[end..].trim_start_matches(|c: char| c == '.' || c == ',' || c.is_ascii_digit());
    ["T", &clock[..end], &offset(after)].concat()
}

fn offset(text: &str) -> String {
    let text = text.trim();
    if text.starts_with(['Z', 'z']) || text == "GMT" || text == "UTC" {
        return "Z".to_owned();
    }
    let digits: String = text.chars().skip(1).filter(|c| c.is_ascii_digit()).take(4).collect();
    match text.chars().next() {
        Some(sign @ ('+' | '-')) if digits.len() == 4 => format!("{sign}{}:{}", &digits[..2], &digits[2..]),
        _ => String::new(),
    }
}

/// A piece of text as dates are made of.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece<'a> {
    Number(u32, usize),
    Word(&'a str),
    Mark(char),
}

/// Units: pieces. A date is no longer than this.
const MAX_PIECES: usize = 9;

/// The first full date in a text, and where it stands in bytes.
pub(in crate::article) fn in_text(
    text: &str,
    months: &Months,
    order: Order,
) -> Option<(Day, std::ops::Range<usize>)> {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let (pieces, places) = pieces(text);
    (0..pieces.len()).find_map(|at| {
        let rest = &pieces[at..pieces.len().min(at + MAX_PIECES)];
        let (day, used) = named(rest, months).or_else(|| numeric(rest, order)).or_else(|| eastern(rest))?;
        Some((day, places[at].start..places[at + used - 1].end))
    })
}

/// Numbers, words and marks, and where each stands; white space falls away.
fn pieces(text: &str) -> (Vec<Piece<'_>>, Vec<std::ops::Range<usize>>) {
    let (mut pieces, mut places) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(c) = char_at(text, at) {
        let is_number = c.is_ascii_digit();
        let is_word = !is_number && c.is_alphabetic() && !is_eastern(c);
        let start = at;
        at += c.len_utf8();
        while let Some(o) = char_at(text, at)
            && (is_number && o.is_ascii_digit() || is_word && o.is_alphabetic() && !is_eastern(o))
        {
            at += o.len_utf8();
        }
        if c.is_whitespace() {
            continue;
        }
        let piece = &text[start..at];
        places.push(start..at);
        pieces.push(match is_number {
            true if piece.len() <= 4 => Piece::Number(piece.parse().unwrap_or(u32::MAX), piece.len()),
            true => Piece::Number(u32::MAX, piece.len()),
            false if is_word => Piece::Word(piece),
            false => Piece::Mark(c),
        });
    }
    (pieces, places)
}

/// Marks of year, month and day in Chinese, Japanese and Korean.
fn is_eastern(c: char) -> bool {
    matches!(c, '年' | '月' | '日' | '년' | '월' | '일')
}

/// `May 3rd, 2024`, `3. Mai 2024`, `3 de mayo de 2024`, `2024 May 3`.
fn named(pieces: &[Piece], months: &Months) -> Option<(Day, usize)> {
    let mut at = 0;
    let mut numbers: Vec<(u32, usize)> = Vec::new();
    let mut month = None;
    while at < pieces.len() && (numbers.len() < 2 || month.is_none()) {
        match pieces[at] {
            // "May 2024, 10 things": a year right after the month ends the date, without a day.
            Piece::Number(_, 4) if numbers.is_empty() && month.is_some() => return None,
            Piece::Number(n, len) if numbers.len() < 2 => numbers.push((n, len)),
            Piece::Word(word) if month.is_none() && months.number(word).is_some() => {
                month = months.number(word)
            }
            Piece::Word(word) if at > 0 && is_filler(word) => {}
            Piece::Mark('.' | ',' | '/' | '-' | '–' | '\'' | '’') if at > 0 => {}
            _ => return None,
        }
        at += 1;
    }
    let (month, [first, second]) = (month?, numbers.try_into().ok()?);
    let (year, day) = if first.1 == 4 { (first, second) } else { (second, first) };
    (year.1 == 4 && day.1 <= 2).then_some(())?;
    Some((Day::new(year.0, u32::from(month), day.0)?, at))
}

/// Words that stand inside a date.
fn is_filler(word: &str) -> bool {
    const FILLERS: Words =
        word_list!["st", "nd", "rd", "th", "of", "de", "del", "di", "er", "do", "den", "г", "року", "the"];
    FILLERS.has_in_any_case(word)
}

/// `2024-05-03`, `3.5.2024`, `5/3/2024`.
fn numeric(pieces: &[Piece], order: Order) -> Option<(Day, usize)> {
    let [
        Piece::Number(a, a_len),
        Piece::Mark(mark),
        Piece::Number(b, _),
        Piece::Mark(again),
        Piece::Number(c, c_len),
        ..,
    ] = *pieces
    else {
        return None;
    };
    if mark != again || !matches!(mark, '-' | '/' | '.' | '‑' | '–') {
        return None;
    }
    let day = match (a_len, c_len, order) {
        (4, 1 | 2, _) => Day::new(a, b, c)?,
        (1 | 2, 4, _) if mark == '.' || a > 12 => Day::new(c, b, a)?,
        (1 | 2, 4, _) if b > 12 => Day::new(c, a, b)?,
        (1 | 2, 4, Order::DayFirst) => Day::new(c, b, a)?,
        (1 | 2, 4, Order::MonthFirst) => Day::new(c, a, b)?,
        _ => return None,
    };
    Some((day, 5))
}

/// `2024年5月3日`, `2024년 5월 3일`.
fn eastern(pieces: &[Piece]) -> Option<(Day, usize)> {
    let [
        Piece::Number(year, 4),
        Piece::Mark('年' | '년'),
        Piece::Number(month, _),
        Piece::Mark('月' | '월'),
        Piece::Number(day, _),
        Piece::Mark('日' | '일'),
        ..,
    ] = *pieces
    else {
        return None;
    };
    Some((Day::new(year, month, day)?, 6))
}

/// A date in an address: `/2024/05/03/`, `/2024-05-03-slug`, `/20240503/`.
pub(in crate::article) fn in_url(url: &str) -> Option<Day> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    let number = |part: &str, len: usize| {
        (part.len() == len && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let folders = parts.windows(3).find_map(|p| {
        let day = number(p[2], 2)
            .or_else(|| number(p[2].get(..2)?, 2).filter(|_| p[2][2..].starts_with(['-', '_'])))?;
        Day::new(number(p[0], 4)?, number(p[1], 2)?, day)
    });
    let one = || {
        parts.iter().find_map(|part| {
            let start = part
                .get(..10)
                .and_then(iso)
                .filter(|_| !part[10..].starts_with(|c: char| c.is_ascii_digit()));
            start.map(|day| Day { time: String::new(), ..day }).or_else(|| compact(part))
        })
    };
    folders.or_else(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(day: Option<Day>) -> Option<String> {
        day.map(|day| day.to_string())
    }

    #[test]
    fn reads_dates_as_people_write_them() {
        let months = Months::load();
        let check = |text: &str, expected: Option<&str>| {
            let found = in_text(text, months, Order::MonthFirst).map(|(day, _)| day);
            assert_eq!(shown(found).as_deref(), expected, "{text}");
        };
        check("Published on May 3rd, 2024 at 10:00", Some("2024-05-03"));
        check("Von Ana, 3. März 2024", Some("2024-03-03"));
        check("3 de mayo de 2024", Some("2024-05-03"));
        check("le 1er août 2024", Some("2024-08-01"));
        check("Sat, 04-May-2024", Some("2024-05-04"));
        check("2024年5月3日（金）", Some("2024-05-03"));
        check("2024. 5. 3.", Some("2024-05-03"));
        check("31/01/2024", Some("2024-01-31"));
        check("01/02/2024", Some("2024-01-02"));
        check("01.02.2024", Some("2024-02-01"));
        check("May 2024", None);
        check("In May 2024, 10 people", None);
        check("3 May", None);
        check("31 February 2024", None);
        check("call 555-0199-2024", None);
        check("from May 3 to June 4, 2024", Some("2024-06-04"));
        check("", None);
    }

    #[test]
    fn reads_dates_made_for_machines() {
        let months = Months::load();
        let check = |value: &str, expected: Option<&str>| {
            assert_eq!(shown(from_value(value, months, Order::DayFirst)).as_deref(), expected, "{value}");
        };
        check("2024-05-03T10:00:00.000+0200", Some("2024-05-03T10:00:00+02:00"));
        check("2024-05-03 10:00", Some("2024-05-03T10:00"));
        check("2024-05-03T10:00:00Z", Some("2024-05-03T10:00:00Z"));
        check("2024-5-3", Some("2024-05-03"));
        check("20240503", Some("2024-05-03"));
        check("Fri, 03 May 2024 10:00:00 GMT", Some("2024-05-03"));
        check("1714730400", None);
        check("2024-13-01", None);
        check("soon é", None);
    }

    #[test]
    fn reads_dates_in_addresses() {
        let check =
            |url: &str, expected: Option<&str>| assert_eq!(shown(in_url(url)).as_deref(), expected, "{url}");
        check("https://x.example/2024/05/03/slug", Some("2024-05-03"));
        check("https://x.example/2024/05/03-slug.html", Some("2024-05-03"));
        check("https://x.example/news/2024-05-03-slug", Some("2024-05-03"));
        check("https://x.example/20240503/", Some("2024-05-03"));
        check("https://x.example/2024/05/slug", None);
        check("https://x.example/p/12345678", None);
    }
}
