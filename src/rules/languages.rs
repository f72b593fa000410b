//! What facts have to know of a language: `rules/languages/*.txt` as sorted tables.
//!
//! In: a BCP 47 tag. Out: [`Language`], whose tables are looked up by words in lower case.
//! The files are lines: `[table]`, then entries `words = number`, or `words` alone (number 0), several on a line
//! between commas; `#` opens a comment. Promises: every table is sorted; a table a file does not have is empty.

use crate::order;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::lower;
use crate::text::read_decimal;

mod name {
    #![allow(missing_docs, reason = "what each table is for stands in rules/languages/en.txt")]
    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}
pub use name::Name;

/// A language's file as `build.rs` leaves it: a line for each table, sorted.
macro_rules! language {
    ($code:literal) => {
        ($code, include_str!(concat!(env!("OUT_DIR"), "/languages/", $code, ".txt")))
    };
}

const FILES: &[(&str, &str)] = &[
    language!("de"),
    language!("en"),
    language!("es"),
    language!("fr"),
    language!("it"),
    language!("nl"),
    language!("pt"),
];

/// Words and phrases in lower case, each with a number; sorted.
#[derive(Clone, Debug, Default)]
pub struct Table {
    entries: Vec<(&'static str, f64)>,
    most_tokens: usize,
    /// One bit for each ASCII letter that an entry opens with, the first for all others: most words are in no table.
    openings: u128,
}

impl Table {
    /// The number of a word or phrase.
    pub fn get(&self, phrase: &str) -> Option<f64> {
        if self.openings & opening(phrase) == 0 {
            return None;
        }
        let found = self.entries.binary_search_by(|(entry, _)| (*entry).cmp(phrase)).ok()?;
        self.entries.get(found).map(|(_, number)| *number)
    }

    /// True where the table has the word or phrase.
    #[inline(never)]
    pub fn has(&self, phrase: &str) -> bool {
        self.get(phrase).is_some()
    }

    /// The longest phrase that stands at token `index`: how many tokens it takes, and its number.
    pub fn longest_at(&self, tokens: &Tokens, index: usize) -> Option<(usize, f64)> {
        let first = tokens.folded(index);
        if self.openings & opening(first) == 0 {
            return None;
        }
        let at = self.entries.partition_point(|(entry, _)| *entry < first);
        let next = self.entries.get(at).filter(|(entry, _)| !first.is_empty() && entry.starts_with(first))?;
        let mut found = (next.0 == first).then_some((1, next.1));
        if self.most_tokens < 2 {
            return found;
        }
        let mut phrase = String::from(first);
        for length in 2..=self.most_tokens {
            let last = index + length - 1;
            let word = tokens.folded(last);
            if word.is_empty() {
                break;
            }
            if tokens.kind(last) != Some(Kind::Possessive) {
                phrase.push(' ');
            }
            phrase.push_str(word);
            found = self.get(&phrase).map(|number| (length, number)).or(found);
        }
        found
    }

    /// How many tokens that phrase takes; 0 where there is none.
    #[inline(never)]
    pub fn length_at(&self, tokens: &Tokens, index: usize) -> usize {
        self.longest_at(tokens, index).map_or(0, |(length, _)| length)
    }

    /// True where one of the entries ends the word and leaves more than `rest` bytes before it.
    pub fn ends(&self, word: &str, rest: usize) -> bool {
        self.entries.iter().any(|(ending, _)| word.len() > ending.len() + rest && word.ends_with(ending))
    }

    /// True where an entry opens with the word.
    pub fn opens(&self, word: &str) -> bool {
        if self.openings & opening(word) == 0 {
            return false;
        }
        let at = self.entries.partition_point(|(entry, _)| *entry < word);
        let rest = self.entries.get(at).and_then(|(entry, _)| entry.strip_prefix(word));
        !word.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    }

    /// The words and phrases, sorted.
    pub fn words(&self) -> Vec<&'static str> {
        self.entries.iter().map(|(word, _)| *word).collect()
    }

    /// Reads a line as `build.rs` writes it.
    fn of(line: &'static str) -> Table {
        let Some((most, entries)) = line.split_at_checked(1).filter(|(_, entries)| !entries.is_empty())
        else {
            return Table::default();
        };
        let entry = |entry: &'static str| match entry.split_once('=') {
            Some((words, number)) => (words, read_decimal(number).unwrap_or(0.0)),
            None => (entry, 0.0),
        };
        let entries: Vec<_> = entries.split(',').map(entry).collect();
        Table::new(entries, usize::from(most.as_bytes()[0] - b'a'))
    }

    /// The first words of all entries of some tables.
    fn of_openers<'a>(tables: impl Iterator<Item = &'a Table>) -> Table {
        let entries = tables.flat_map(|table| &table.entries);
        let mut entries: Vec<_> = entries
            .map(|(words, _)| (words.split_once(' ').map_or(*words, |(first, _)| first), 0.0))
            .collect();
        order::sort_by(&mut entries, |a, b| a.0.cmp(b.0));
        entries.dedup();
        Table::new(entries, 1)
    }

    fn new(entries: Vec<(&'static str, f64)>, most_tokens: usize) -> Table {
        let openings = entries.iter().fold(0, |bits, (words, _)| bits | opening(words));
        Table { entries, most_tokens, openings }
    }
}

/// The bit of a word's first letter.
fn opening(word: &str) -> u128 {
    1 << word.bytes().next().filter(u8::is_ascii).unwrap_or(0)
}

/// A language's tables.
#[derive(Clone, Debug, Default)]
pub struct Language {
    /// ISO 639-1.
    pub code: &'static str,
    /// By [`Name`].
    tables: Vec<Table>,
    /// The first words of what opens a date.
    date_openers: Table,
    empty: Table,
}

/// Tables whose entries open a date.
const DATE_TABLES: &[Name] = &[
    Name::AgoBefore,
    Name::DaysFromNow,
    Name::EarlyLate,
    Name::FeastDays,
    Name::Halves,
    Name::Last,
    Name::Months,
    Name::MonthsFromNow,
    Name::Next,
    Name::Numbers,
    Name::PastSpans,
    Name::Quarters,
    Name::RangeOpeners,
    Name::Seasons,
    Name::This,
    Name::Weekdays,
    Name::WeekendsFromNow,
    Name::WeeksFromNow,
    Name::YearsFromNow,
];

impl Language {
    /// True where a date may open with the word: a quick look that spares the many.
    pub fn opens_date(&self, word: &str) -> bool {
        let opens = |word: &str| self.date_openers.has(word);
        opens(word) || word.split_once('-').is_some_and(|(part, _)| opens(part))
    }

    /// The tables for a tag such as `de-AT`; no tag is read as English. None: no tables for this language.
    pub fn of(tag: Option<&str>) -> Option<Language> {
        let tag = lower(tag.unwrap_or("en").trim());
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        let (code, file) = FILES.iter().find(|(code, _)| *code == primary)?;
        let tables: Vec<Table> = file.lines().map(Table::of).collect();
        let date_openers =
            Table::of_openers(DATE_TABLES.iter().filter_map(|name| tables.get(*name as usize)));
        Some(Language { code, tables, date_openers, empty: Table::default() })
    }

    /// True for English, of which alone more is known than the tables say. Asked at twenty places.
    #[inline(never)]
    pub fn is_english(&self) -> bool {
        self.code == "en"
    }

    /// Codes of all languages with tables.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(code, _)| *code)
    }

    /// A table by name; an empty one where the language has none.
    #[inline(never)]
    pub fn table(&self, name: Name) -> &Table {
        self.tables.get(name as usize).unwrap_or(&self.empty)
    }

    /// True where the table by that name has the folded word or phrase.
    #[inline(never)]
    pub fn has(&self, name: Name, word: &str) -> bool {
        self.table(name).has(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A language's file as it is written.
    macro_rules! source {
        ($code:literal) => {
            ($code, include_str!(concat!("../../rules/languages/", $code, ".txt")))
        };
    }

    /// Tables without which a finder would stay blind in a language.
    const NEEDED: &[Name] = &[
        Name::Months,
        Name::Weekdays,
        Name::DaysFromNow,
        Name::Units,
        Name::Numbers,
        Name::Magnitudes,
        Name::Currencies,
        Name::Percents,
        Name::Cues,
        Name::SmallWords,
        Name::HangingOpeners,
    ];

    #[test]
    fn every_language_has_what_the_finders_read() {
        for code in Language::codes() {
            let language = Language::of(Some(code)).expect("a known language");
            for (n, name) in NEEDED.iter().enumerate() {
                assert!(!language.table(*name).words().is_empty(), "{code}: table {n} of those needed");
            }
        }
    }

    #[test]
    fn no_table_stands_twice_in_a_file() {
        const SOURCES: &[(&str, &str)] = &[
            source!("de"),
            source!("en"),
            source!("es"),
            source!("fr"),
            source!("it"),
            source!("nl"),
            source!("pt"),
        ];
        assert_eq!(SOURCES.len(), FILES.len());
        for (code, file) in SOURCES {
            let mut names: Vec<&str> = file.lines().filter(|line| line.starts_with('[')).collect();
            names.sort_unstable();
            let twice: Vec<_> = names.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(twice.is_empty(), "{code}: {twice:?}");
        }
    }

    #[test]
    fn tags_and_what_is_no_language() {
        assert_eq!(Language::of(Some("de-AT")).map(|l| l.code), Some("de"));
        assert_eq!(Language::of(None).map(|l| l.code), Some("en"));
        assert!(Language::of(Some("xx")).is_none());
    }
}
