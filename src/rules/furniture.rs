//! What the lines around a story say, by language: `rules/furniture/*.txt` as one table of phrases.
//!
//! In: a line as words. Out: where which kinds of phrase stand in it. All languages at once: a line is too short
//! to tell its language. Scripts without spaces are searched letter by letter, the others word by word.

use crate::order;
use crate::text::lower;
use crate::text::words::words;
use std::ops::Range;

const FILES: &[&str] = &[
    include_str!("../../rules/furniture/common.txt"),
    include_str!("../../rules/furniture/en.txt"),
    include_str!("../../rules/furniture/de.txt"),
    include_str!("../../rules/furniture/fr.txt"),
    include_str!("../../rules/furniture/es.txt"),
    include_str!("../../rules/furniture/it.txt"),
    include_str!("../../rules/furniture/pt.txt"),
    include_str!("../../rules/furniture/nl.txt"),
    include_str!("../../rules/furniture/pl.txt"),
    include_str!("../../rules/furniture/ja.txt"),
];

/// What a phrase speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Kind {
    SignUp,
    App,
    Cookies,
    Related,
    /// What stands before a related story's headline, on the same line.
    RelatedOpener,
    Comments,
    Reply,
    Navigation,
    Share,
    Banner,
    ReadingTime,
    /// Says that the rest is to be had elsewhere.
    Preview,
    Byline,
    Staff,
    Credit,
    Agency,
    AgencyOpener,
    Section,
    Outlet,
    Published,
    Updated,
    /// Names the site that shows the story.
    Site,
    /// Names who published it first.
    Original,
    /// The reader is spoken to.
    You,
}

const KINDS: &[(&str, Kind)] = &[
    ("sign up", Kind::SignUp),
    ("app", Kind::App),
    ("cookies", Kind::Cookies),
    ("related", Kind::Related),
    ("related opener", Kind::RelatedOpener),
    ("comments", Kind::Comments),
    ("reply", Kind::Reply),
    ("navigation", Kind::Navigation),
    ("share", Kind::Share),
    ("banner", Kind::Banner),
    ("reading time", Kind::ReadingTime),
    ("preview", Kind::Preview),
    ("byline", Kind::Byline),
    ("staff", Kind::Staff),
    ("credit", Kind::Credit),
    ("agency", Kind::Agency),
    ("agency opener", Kind::AgencyOpener),
    ("section", Kind::Section),
    ("outlet", Kind::Outlet),
    ("published", Kind::Published),
    ("updated", Kind::Updated),
    ("site", Kind::Site),
    ("original", Kind::Original),
    ("you", Kind::You),
];

/// Most words a `*` stands for. Source: names of papers are rarely longer.
const MOST_ANY: usize = 4;

/// A phrase in a line. Shape: word ranges index the line's words; of scripts without spaces it is the whole line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What it speaks of.
    pub kind: Kind,
    /// The words it takes.
    pub words: Range<usize>,
    /// The words `*` stands for.
    pub any: Option<Range<usize>>,
    /// Where it stands in the line. Units: bytes.
    pub bytes: Range<usize>,
    /// Letters it takes, those of `*` apart.
    pub letters: usize,
}

/// A line's words in lower case, as phrases are looked for in them.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Shape: byte range in the line, word in lower case.
    pub words: Vec<(Range<usize>, String)>,
}

impl Words {
    /// Cuts a line.
    pub fn of(line: &str) -> Words {
        Words { words: words(line).map(|range| (range.clone(), lower(&line[range]))).collect() }
    }

    fn get(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |(_, word)| word)
    }
}

/// All phrases, by their first word.
pub struct Furniture {
    phrases: Vec<Phrase>,
    unspaced: Vec<(&'static str, Kind)>,
    /// Shape: word, number of the month 1..=12; sorted.
    months: Vec<(&'static str, u32)>,
}

struct Phrase {
    kind: Kind,
    first_only: bool,
    last_only: bool,
    words: Vec<&'static str>,
}

impl Furniture {
    /// Reads the files.
    pub fn load() -> Furniture {
        let mut out = Furniture { phrases: Vec::new(), unspaced: Vec::new(), months: Vec::new() };
        FILES.iter().for_each(|file| out.read(file));
        order::sort_by(&mut out.phrases, |a, b| a.words.cmp(&b.words));
        order::sort(&mut out.months);
        out
    }

    fn read(&mut self, file: &'static str) {
        let mut section = None;
        for line in file.lines().map(str::trim).filter(|l| !l.is_empty()) {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) {
                section = Some(name);
                continue;
            }
            // What stands above the first section is for people.
            let Some(section) = section else { continue };
            let entries = line.split(',').map(str::trim).filter(|e| !e.is_empty());
            match KINDS.iter().find(|(name, _)| *name == section) {
                Some(&(_, kind)) => entries.for_each(|entry| self.add(kind, entry)),
                None => self.read_months(entries),
            }
        }
    }

    /// The forms of each month, in the order of the year.
    fn read_months(&mut self, entries: impl Iterator<Item = &'static str>) {
        let numbered =
            entries.zip(1..).flat_map(|(forms, month)| forms.split(' ').map(move |form| (form, month)));
        self.months.extend(numbered);
    }

    fn add(&mut self, kind: Kind, entry: &'static str) {
        if entry.chars().any(is_unspaced) {
            return self.unspaced.push((entry, kind));
        }
        let (rest, first_only) = entry.strip_prefix('^').map_or((entry, false), |rest| (rest, true));
        let (rest, last_only) = rest.strip_suffix('$').map_or((rest, false), |rest| (rest, true));
        self.phrases.push(Phrase { kind, first_only, last_only, words: rest.split(' ').collect() });
    }

    /// The month a word names, 1..=12.
    pub fn month(&self, word: &str) -> Option<u32> {
        let at = self.months.partition_point(|(month, _)| *month < word);
        self.months.get(at).filter(|(month, _)| *month == word).map(|(_, number)| *number)
    }

    /// All phrases in a line, in the order they open.
    pub fn hits(&self, line: &str, words: &Words) -> Vec<Hit> {
        let mut hits: Vec<Hit> = (0..words.words.len()).flat_map(|at| self.hits_at(words, at)).collect();
        if line.chars().any(is_unspaced) {
            let whole = 0..words.words.len();
            let hit = |(entry, kind): &(&str, Kind)| {
                let start = line.rfind(entry)?;
                let bytes = start..start + entry.len();
                Some(Hit {
                    kind: *kind,
                    words: whole.clone(),
                    any: None,
                    bytes,
                    letters: entry.chars().count(),
                })
            };
            hits.extend(self.unspaced.iter().filter_map(hit));
        }
        hits
    }

    fn hits_at(&self, words: &Words, at: usize) -> Vec<Hit> {
        let word = words.get(at);
        let number = word.bytes().all(|b| b.is_ascii_digit()).then_some("#");
        let keys = [Some(word), number].into_iter().flatten();
        keys.flat_map(|key| self.opening_with(key)).filter_map(|phrase| phrase.matches(words, at)).collect()
    }

    fn opening_with(&self, key: &str) -> &[Phrase] {
        let start = self.phrases.partition_point(|p| p.words[0] < key);
        let end = self.phrases.partition_point(|p| p.words[0] <= key);
        &self.phrases[start..end]
    }
}

impl Phrase {
    fn matches(&self, words: &Words, at: usize) -> Option<Hit> {
        if self.first_only && at > 0 {
            return None;
        }
        let open = self.words.iter().position(|w| *w == "*");
        let (head, tail) = match open {
            Some(open) => (&self.words[..open], &self.words[open + 1..]),
            None => (self.words.as_slice(), [].as_slice()),
        };
        let mut letters = self.fits(words, at, head)?;
        let mut end = at + head.len();
        let any = match open {
            Some(_) => {
                let start = end;
                let stop = self.close(words, start, tail)?;
                letters += self.fits(words, stop, tail)?;
                end = stop + tail.len();
                Some(start..stop)
            }
            None => None,
        };
        let fits = !self.last_only || end == words.words.len();
        let bytes = words.words.get(at)?.0.start..words.words.get(end - 1)?.0.end;
        fits.then_some(Hit { kind: self.kind, words: at..end, any, bytes, letters })
    }

    /// Where `*` ends: before the rest of the phrase, or with the line.
    fn close(&self, words: &Words, start: usize, tail: &[&str]) -> Option<usize> {
        let stops = start + 1..=start + MOST_ANY;
        if tail.is_empty() {
            return stops.into_iter().find(|stop| *stop == words.words.len());
        }
        stops.into_iter().find(|stop| self.fits(words, *stop, tail).is_some())
    }

    /// How many letters the words take. None: they do not stand there.
    fn fits(&self, words: &Words, at: usize, phrase: &[&str]) -> Option<usize> {
        let mut letters = 0;
        for (offset, expected) in phrase.iter().enumerate() {
            let word = words.get(at + offset);
            let number = *expected == "#" && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
            if !number && word != *expected {
                return None;
            }
            letters += word.chars().count();
        }
        Some(letters)
    }
}

/// Letters of scripts that put no space between words: Han, Hiragana, Katakana, Thai.
pub fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FF9F}' | '\u{0E00}'..='\u{0E7F}' | '\u{20000}'..='\u{2FA1F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, kind: Kind, expected: Option<&str>) {
        let words = Words::of(line);
        let hits = Furniture::load().hits(line, &words);
        let least = |hit: &&Hit| hit.any.as_ref().map_or(0, |any| any.len());
        let hit = hits.iter().filter(|hit| hit.kind == kind).min_by_key(least);
        let range = hit.map(|hit| hit.any.clone().unwrap_or(hit.words.clone()));
        let found = range.map(|r| &line[words.words[r.start].0.start..words.words[r.end - 1].0.end]);
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn phrases_stand_word_by_word() {
        check("Already a member? Sign in here", Kind::SignUp, Some("Already a member"));
        check("Signed up in here", Kind::SignUp, None);
        check("23 comments", Kind::Comments, Some("23 comments"));
        check("By Jane Roe", Kind::Byline, Some("By"));
        check("Seen by Jane Roe", Kind::Byline, None);
    }

    #[test]
    fn stars_take_names() {
        check("Top stories on Newsly right now", Kind::Site, Some("Newsly"));
        check("Originally published by The Harbour Post", Kind::Original, Some("The Harbour Post"));
        check("More on how the harbour came to be closed", Kind::Site, None);
    }

    #[test]
    fn scripts_without_spaces_are_searched_by_letters() {
        check("この記事の関連記事", Kind::Related, Some("この記事の関連記事"));
    }

    #[test]
    fn every_section_has_a_kind_and_every_month_list_a_year() {
        for file in FILES {
            let sections = file.lines().filter_map(|l| l.strip_prefix('[')?.strip_suffix(']'));
            for name in sections {
                assert!(name == "months" || KINDS.iter().any(|(n, _)| *n == name), "[{name}]");
            }
            let months = file.split("[months]").nth(1).map(|f| f.split("\n\n").next().unwrap_or(""));
            if let Some(months) = months {
                assert_eq!(months.split(',').count(), 12, "{months}");
            }
        }
    }
}
