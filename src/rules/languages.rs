//! What facts have to know of a language: `rules/languages/*.txt` as sorted tables.
//!
//! In: a BCP 47 tag. Out: [`Language`], whose tables are looked up by words in lower case.
//! The files are lines: `[table]`, then entries `words = number`, or `words` alone (number 0), several on a line
//! between commas; `#` opens a comment. Promises: every table is sorted; a table a file does not have is empty.

use crate::order;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::read_decimal;
use crate::text::word_list;

/// A language's file as `build.rs` leaves it: without comments and needless spaces.
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
    most_words: usize,
}

impl Table {
    /// The number of a word or phrase.
    pub fn get(&self, phrase: &str) -> Option<f64> {
        let found = self.entries.binary_search_by(|(entry, _)| (*entry).cmp(phrase)).ok()?;
        self.entries.get(found).map(|(_, number)| *number)
    }

    /// True where the table has the word or phrase.
    pub fn has(&self, phrase: &str) -> bool {
        self.get(phrase).is_some()
    }

    /// The longest phrase that stands at token `index`: how many tokens it takes, and its number.
    pub fn longest_at(&self, tokens: &Tokens, index: usize) -> Option<(usize, f64)> {
        let first = tokens.folded(index);
        let at = self.entries.partition_point(|(entry, _)| *entry < first);
        if first.is_empty() || !self.entries.get(at).is_some_and(|(entry, _)| entry.starts_with(first)) {
            return None;
        }
        let mut phrase = String::from(first);
        let mut found = self.get(first).map(|number| (1, number));
        for length in 2..=self.most_words {
            let word = tokens.folded(index + length - 1);
            if word.is_empty() {
                break;
            }
            phrase.push(' ');
            phrase.push_str(word);
            found = self.get(&phrase).map(|number| (length, number)).or(found);
        }
        found
    }

    /// True where one of the entries ends the word and leaves more than `rest` bytes before it.
    pub fn ends(&self, word: &str, rest: usize) -> bool {
        self.entries.iter().any(|(ending, _)| word.len() > ending.len() + rest && word.ends_with(ending))
    }

    /// True where an entry opens with the word.
    pub fn opens(&self, word: &str) -> bool {
        let at = self.entries.partition_point(|(entry, _)| *entry < word);
        let rest = self.entries.get(at).and_then(|(entry, _)| entry.strip_prefix(word));
        !word.is_empty() && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    }

    /// The words and phrases, sorted.
    pub fn words(&self) -> Vec<&'static str> {
        self.entries.iter().map(|(word, _)| *word).collect()
    }

    fn close(&mut self) {
        order::sort_by(&mut self.entries, |a, b| a.0.cmp(b.0));
        self.entries.dedup_by(|a, b| a.0 == b.0);
        self.most_words = self.entries.iter().map(|(entry, _)| entry.split(' ').count()).max().unwrap_or(0);
    }
}

/// A language's tables.
#[derive(Clone, Debug, Default)]
pub struct Language {
    /// ISO 639-1.
    pub code: &'static str,
    /// Sorted by name.
    tables: Vec<(&'static str, Table)>,
    /// The first words of everything that may open a date.
    date_openers: Table,
    empty: Table,
}

/// Tables whose entries open a date.
const DATE_TABLES: Words = word_list![
    "ago-before",
    "days-from-now",
    "early-late",
    "halves",
    "last",
    "months",
    "months-from-now",
    "next",
    "numbers",
    "past-spans",
    "quarters",
    "range-openers",
    "seasons",
    "this",
    "weekdays",
    "weekends-from-now",
    "weeks-from-now",
    "years-from-now",
];

impl Language {
    /// True where a date may open with the word: a quick look that spares the many.
    pub fn opens_date(&self, word: &str) -> bool {
        self.date_openers.has(word)
            || word.split_once('-').is_some_and(|(part, _)| self.date_openers.has(part))
    }

    /// The tables for a tag such as `de-AT`; no tag is read as English. None: no tables for this language.
    pub fn of(tag: Option<&str>) -> Option<Language> {
        let tag = tag.unwrap_or("en").trim().to_lowercase();
        let primary = tag.split(['-', '_']).next().unwrap_or("");
        FILES.iter().find(|(code, _)| *code == primary).map(|(code, file)| parse(code, file))
    }

    /// Codes of all languages with tables.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(code, _)| *code)
    }

    /// A table by name; an empty one where the language has none.
    pub fn table(&self, name: &str) -> &Table {
        let found = self.tables.binary_search_by(|(entry, _)| (*entry).cmp(name)).ok();
        found.and_then(|index| self.tables.get(index)).map_or(&self.empty, |(_, table)| table)
    }
}

fn parse(code: &'static str, file: &'static str) -> Language {
    let mut language = Language { code, ..Language::default() };
    for line in file.lines() {
        match line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            Some(name) => language.tables.push((name, Table::default())),
            None => read_entries(line, &mut language),
        }
    }
    language.tables.iter_mut().for_each(|(_, table)| table.close());
    order::sort_by(&mut language.tables, |a, b| a.0.cmp(b.0));
    language.date_openers = first_words(&language);
    language
}

fn first_words(language: &Language) -> Table {
    let entries = DATE_TABLES.iter().flat_map(|name| &language.table(name).entries);
    let first = entries.map(|(entry, number)| (entry.split(' ').next().unwrap_or(entry), *number));
    let mut table = Table { entries: first.collect(), most_words: 1 };
    table.close();
    table
}

fn read_entries(line: &'static str, language: &mut Language) {
    let Some((_, table)) = language.tables.last_mut() else { return };
    for entry in line.split(',') {
        let (words, number) = entry.split_once('=').unwrap_or((entry, "0"));
        table.entries.push((words, read_decimal(number).unwrap_or(0.0)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tables without which a finder would stay blind in a language.
    const NEEDED: &[&str] = &[
        "months",
        "weekdays",
        "days-from-now",
        "units",
        "numbers",
        "magnitudes",
        "currencies",
        "percents",
        "cues",
        "small-words",
        "hanging-openers",
    ];

    #[test]
    fn every_language_has_what_the_finders_read() {
        for code in Language::codes() {
            let language = Language::of(Some(code)).expect("a known language");
            for name in NEEDED {
                assert!(!language.table(name).words().is_empty(), "{code}: {name}");
            }
        }
    }

    #[test]
    fn no_table_stands_twice_in_a_file() {
        for (code, file) in FILES {
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
