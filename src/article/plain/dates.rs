//! A line -> the days it names: of publication and of the last change. `None` rather than wrong.

use crate::rules::furniture::Furniture;
use crate::rules::furniture::Kind;
use crate::text::word_list;

use super::sign::Signs;

/// The days a line names, `YYYY-MM-DD`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first one that is not said to be a change.
    pub published: Option<String>,
    /// The first one that is.
    pub updated: Option<String>,
    /// The line says little else.
    pub only: bool,
}

/// Years a page may have been published in. Source: the first pages are from 1991; a four-digit number past the
/// second is no year.
const YEARS: std::ops::RangeInclusive<u32> = 1991..=2099;

/// A line with a day in it says little else if so many of its letters are in longer words. Units: letters.
const OTHER_LETTERS: usize = 16;

/// Weekdays, zones and clock words are shorter than other words. Units: letters.
const SHORT_WORD: usize = 4;

/// Finds the days in a line.
pub fn read(signs: &Signs, furniture: &Furniture) -> Days {
    let words: Vec<&str> = signs.words.words.iter().map(|(_, word)| word.as_str()).collect();
    let mut days = Days::default();
    let mut other = 0;
    let mut changed = false;
    let mut at = 0;
    while at < words.len() {
        if let Some((day, length)) = day_at(&words[at..], furniture) {
            let slot = if changed { &mut days.updated } else { &mut days.published };
            slot.get_or_insert(day);
            at += length;
            continue;
        }
        let hit = signs.hits.iter().find(|hit| hit.words.start == at && is_stamp(hit.kind));
        match hit {
            Some(hit) => {
                changed = hit.kind == Kind::Updated;
                at = hit.words.end;
            }
            None => {
                let letters = words[at].chars().filter(|c| c.is_alphabetic()).count();
                other += if letters > SHORT_WORD { letters } else { 0 };
                at += 1;
            }
        }
    }
    days.only =
        (days.published.is_some() || days.updated.is_some()) && other <= OTHER_LETTERS && !signs.sentence;
    days
}

fn is_stamp(kind: Kind) -> bool {
    matches!(kind, Kind::Published | Kind::Updated)
}

/// The day that opens `words`, and how many of them it takes.
fn day_at(words: &[&str], furniture: &Furniture) -> Option<(String, usize)> {
    let number = |at: usize| words.get(at).and_then(|w| number(w));
    let month = |at: usize| words.get(at).and_then(|w| furniture.month(w));
    let filled = |at: usize| usize::from(words.get(at).is_some_and(|w| is_filler(w)));
    if let Some(found) = unspaced(words.first()?) {
        return Some((found, 1));
    }
    // 17 April 2023, 17 de abril de 2023
    let at_month = 1 + filled(1);
    if let (Some(day), Some(month)) = (number(0), month(at_month)) {
        let at_year = at_month + 1 + filled(at_month + 1);
        return Some((iso(number(at_year)?, month, day)?, at_year + 1));
    }
    // April 17, 2023
    if let (Some(month), Some(day), Some(year)) = (month(0), number(1), number(2)) {
        return Some((iso(year, month, day)?, 3));
    }
    // 2023-04-17; 17.04.2023, where the first number can only be the day
    match (number(0)?, number(1)?, number(2)?) {
        (year, month, day) if YEARS.contains(&year) => Some((iso(year, month, day)?, 3)),
        (day, month, year) if day > 12 => Some((iso(year, month, day)?, 3)),
        _ => None,
    }
}

/// 2023年4月17日
fn unspaced(word: &str) -> Option<String> {
    let (year, rest) = word.split_once('年')?;
    let (month, rest) = rest.split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    iso(number(year)?, number(month)?, number(day)?)
}

/// "17", "17th", "1er".
fn number(word: &str) -> Option<u32> {
    let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &word[digits..];
    (digits <= 4 && (rest.is_empty() || word_list!["st", "nd", "rd", "th", "er", "º"].has(rest)))
        .then(|| word[..digits].parse().ok())?
}

fn is_filler(word: &str) -> bool {
    word_list!["de", "of", "del", "do"].has(word)
}

fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let exists = YEARS.contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    exists.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::super::lines::Line;
    use super::*;

    fn check(line: &str, published: Option<&str>, updated: Option<&str>, only: bool) {
        let furniture = Furniture::load();
        let signs = Signs::of(&Line { text: line.to_owned(), gap: false }, &furniture);
        let days = read(&signs, &furniture);
        let found = (days.published.as_deref(), days.updated.as_deref(), days.only);
        assert_eq!(found, (published, updated, only), "{line}");
    }

    #[test]
    fn days_in_many_forms() {
        check("Mon 17 Apr 2023 08.14 BST", Some("2023-04-17"), None, true);
        check("April 17, 2023", Some("2023-04-17"), None, true);
        check("Publié le 1er avril 2023 à 08h14", Some("2023-04-01"), None, true);
        check("Aktualisiert: 17. März 2023, 10:30 Uhr", None, Some("2023-03-17"), true);
        check("17.04.2023, 10:30 Uhr", Some("2023-04-17"), None, true);
        check("17 de abril de 2023", Some("2023-04-17"), None, true);
        check("2023年4月17日 5時00分", Some("2023-04-17"), None, true);
        check(
            "Published 17 April 2023. Last modified on 18 April 2023 at 9 am",
            Some("2023-04-17"),
            Some("2023-04-18"),
            true,
        );
    }

    #[test]
    fn no_guess() {
        check("04/05/2023", None, None, false);
        check("31 people in May 2023", None, None, false);
        check("The treaty of 17 April 2023 was signed by both sides.", Some("2023-04-17"), None, false);
    }
}
