//! Word lists that hold for names: `rules/lexicons/*.txt`, packed by `build.rs`, looked up in place.
//!
//! In: words in lower case, joined by single spaces, as [`Tokens::folded`] writes them. Out: whether a list has them.
//! The files open with `#` lines (what, source, licence), then one entry a line, sorted by bytes, with an optional
//! value after a tab. A test holds the order.

use super::packed::Packed;
use crate::text::Tokens;

/// One list. At one address, which is all that those who ask pass on: they are hundreds.
#[derive(Debug)]
pub struct Lexicon {
    entries: Packed,
    most_words: usize,
}

const fn lexicon(entries: Packed, most_words: usize) -> Lexicon {
    Lexicon { entries, most_words }
}

/// A list as it is packed.
macro_rules! packed {
    ($name:literal) => {
        Packed {
            entries: include_str!(concat!(env!("OUT_DIR"), "/", $name, ".txt")),
            starts: include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".starts")),
        }
    };
}

/// Nouns for what a person is or does.
pub static ROLES: Lexicon = lexicon(packed!("roles"), 4);
/// Words that may stand before a role noun and belong to the role.
pub static ROLE_MODIFIERS: Lexicon = lexicon(packed!("role_modifiers"), 1);
/// Words written before a name; value: gender, then `honour` or `title`.
pub static TITLES: Lexicon = lexicon(packed!("titles"), 1);
/// Given names; value: `m`, `f` or `u`, left out where the ending tells: `f` for a, e, i, else `m`.
pub static GIVEN: Lexicon = lexicon(packed!("given"), 1);
/// Family names.
pub static SURNAMES: Lexicon = lexicon(packed!("surnames"), 1);
/// Places; value: ISO 3166-1 alpha-2, then `?` where a person is as likely.
pub static PLACES: Lexicon = lexicon(packed!("places"), 5);
/// States and provinces as written after a town: `Calif`, `ont`.
pub static REGION_ABBREVIATIONS: Lexicon = lexicon(packed!("region_abbreviations"), 1);
/// People known by these words alone.
pub static PEOPLE: Lexicon = lexicon(packed!("people"), 4);
/// Last words of place names.
pub static PLACE_HEADS: Lexicon = lexicon(packed!("place_heads"), 1);
/// Peoples, faiths, directions.
pub static DEMONYMS: Lexicon = lexicon(packed!("demonyms"), 1);
/// Organisations known by these words alone.
pub static ORGANISATIONS: Lexicon = lexicon(packed!("organisations"), 5);
/// Last words of organisation names.
pub static ORGANISATION_HEADS: Lexicon = lexicon(packed!("organisation_heads"), 1);
/// First words of organisation names that go on with "of" or "for".
pub static ORGANISATION_OPENERS: Lexicon = lexicon(packed!("organisation_openers"), 1);
/// Capitalised words and acronyms that name no person, organisation or place.
pub static OTHER_NAMES: Lexicon = lexicon(packed!("other_names"), 4);
/// Words that join and point: never the first word of a name at the start of a sentence.
pub static FUNCTION_WORDS: Lexicon = lexicon(packed!("function_words"), 1);
/// Common nouns beside an organisation's name; value: `before` or `after` it.
pub static ORGANISATION_NOUNS: Lexicon = lexicon(packed!("organisation_nouns"), 1);
/// Verbs that tie words to a speaker.
pub static CUES: Lexicon = lexicon(packed!("cues"), 1);
/// English words that are rarely names, by stem.
static COMMON: Lexicon = lexicon(packed!("common"), 1);

impl Lexicon {
    /// True where the list has the words.
    #[inline(never)]
    pub fn has(&self, words: &str) -> bool {
        self.get(words).is_some()
    }

    /// True where the list has the folded token at `index`.
    #[inline(never)]
    pub fn has_at(&self, tokens: &Tokens, index: usize) -> bool {
        self.has(tokens.folded(index))
    }

    /// The value of an entry; empty where it has none. None: not in the list.
    pub fn get(&self, words: &str) -> Option<&'static str> {
        self.entries.seek(words).value.filter(|_| !words.is_empty())
    }

    /// True where the list has the words with this value.
    #[inline(never)]
    pub fn has_as(&self, words: &str, value: &str) -> bool {
        self.get(words) == Some(value)
    }

    /// The longest entry that stands at token `index`, before token `end`: how many tokens it takes, and its value.
    pub fn longest_at(&self, tokens: &Tokens, index: usize, end: usize) -> Option<(usize, &'static str)> {
        let first = self.entries.seek(tokens.folded(index));
        let mut found = first.value.filter(|_| index < end).map(|value| (1, value));
        if !first.opens || self.most_words == 1 && !tokens.is_glued(index + 1) {
            return found;
        }
        let mut words = String::from(tokens.folded(index));
        for at in index + 1..end.min(index + 2 * self.most_words) {
            if !tokens.is_glued(at) {
                words.push(' ');
            }
            words.push_str(tokens.folded(at));
            let entry = self.entries.seek(&words);
            found = entry.value.map(|value| (at + 1 - index, value)).or(found);
            if !entry.opens {
                break;
            }
        }
        found
    }

    /// How many tokens that entry takes; 0 where there is none.
    #[inline(never)]
    pub fn length_at(&self, tokens: &Tokens, index: usize, end: usize) -> usize {
        self.longest_at(tokens, index, end).map_or(0, |(length, _)| length)
    }

    /// True where an entry is all of the tokens `first..end`, and no longer one opens them.
    #[inline(never)]
    pub fn is_whole(&self, tokens: &Tokens, first: usize, end: usize) -> bool {
        self.whole(tokens, first, end).is_some()
    }

    /// The value of the entry that is all of the tokens `first..end`, where no longer one opens them.
    pub fn whole(&self, tokens: &Tokens, first: usize, end: usize) -> Option<&'static str> {
        self.longest_at(tokens, first, end)
            .filter(|(length, _)| first + length == end)
            .map(|(_, value)| value)
    }

    /// True where the list has the word or, without a plural's ending, its singular.
    pub fn has_any_number(&self, word: &str) -> bool {
        self.has(word) || self.has_stem(word, &[("ies", "y"), ("es", ""), ("s", "")])
    }

    /// The same of the folded token at `index`.
    #[inline(never)]
    pub fn has_any_number_at(&self, tokens: &Tokens, index: usize) -> bool {
        self.has_any_number(tokens.folded(index))
    }

    /// True where the list has the word with another ending.
    fn has_stem(&self, word: &str, endings: &[(&str, &str)]) -> bool {
        endings.iter().any(|(ending, instead)| {
            let stem = word.strip_suffix(ending).filter(|stem| stem.len() + instead.len() >= LEAST_STEM);
            stem.is_some_and(|stem| {
                if instead.is_empty() { self.has(stem) } else { self.has(&[stem, instead].concat()) }
            })
        })
    }
}

/// True for an English word that is rarely a name.
pub fn is_common(word: &str) -> bool {
    const ENDINGS: &[(&str, &str)] =
        &[("s", ""), ("es", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ly", "")];
    COMMON.has(word) || COMMON.has_stem(word, ENDINGS)
}

/// The same of the folded token at `index`.
#[inline(never)]
pub fn is_common_at(tokens: &Tokens, index: usize) -> bool {
    is_common(tokens.folded(index))
}

/// True for a people or its members: `Korean`, `Koreans`. The Philippines are a land.
#[inline(never)]
pub fn is_people(word: &str) -> bool {
    DEMONYMS.has(word) || DEMONYMS.has_any_number(word) && !PLACES.has(word)
}

/// Letters a stem keeps at least.
const LEAST_STEM: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! with_source {
        ($name:literal, $list:ident) => {
            (include_str!(concat!("../../rules/lexicons/", $name, ".txt")), &$list)
        };
    }

    /// Shape: the file as it is written, the list.
    const ALL: &[(&str, &Lexicon)] = &[
        with_source!("roles", ROLES),
        with_source!("role_modifiers", ROLE_MODIFIERS),
        with_source!("titles", TITLES),
        with_source!("given", GIVEN),
        with_source!("surnames", SURNAMES),
        with_source!("places", PLACES),
        with_source!("place_heads", PLACE_HEADS),
        with_source!("region_abbreviations", REGION_ABBREVIATIONS),
        with_source!("people", PEOPLE),
        with_source!("demonyms", DEMONYMS),
        with_source!("organisations", ORGANISATIONS),
        with_source!("organisation_heads", ORGANISATION_HEADS),
        with_source!("organisation_openers", ORGANISATION_OPENERS),
        with_source!("other_names", OTHER_NAMES),
        with_source!("function_words", FUNCTION_WORDS),
        with_source!("organisation_nouns", ORGANISATION_NOUNS),
        with_source!("cues", CUES),
        with_source!("common", COMMON),
    ];

    #[test]
    fn every_list_names_its_source_and_is_sorted() {
        for (source, _) in ALL {
            let (head, body): (Vec<_>, Vec<_>) = source.lines().partition(|line| line.starts_with('#'));
            assert!(head.iter().any(|line| line.contains("icence")), "no licence: {head:?}");
            let keys: Vec<_> = body.iter().map(|line| line.split('\t').next().unwrap_or("")).collect();
            let unsorted = keys.windows(2).find(|pair| pair[0].as_bytes() >= pair[1].as_bytes());
            assert_eq!(unsorted, None, "{head:?}");
        }
    }

    #[test]
    fn no_word_keeps_a_last_stop_that_tokens_do_not() {
        for (source, _) in ALL {
            let words = source.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
            assert_eq!(words.filter(|word| word.ends_with('.')).collect::<Vec<_>>(), Vec::<&str>::new());
        }
    }

    #[test]
    fn every_entry_is_found_and_none_is_longer_than_looked_for() {
        for (source, list) in ALL {
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                let (entry, value) = line.split_once('\t').unwrap_or((line, ""));
                assert_eq!(list.get(entry), Some(value), "{entry}");
                assert!(entry.split(' ').count() <= list.most_words, "{entry}");
                assert_eq!(list.get(&format!("{entry} \u{10ffff}")), None, "{entry}");
            }
            assert_eq!(list.get("# no entry"), None);
            assert_eq!(list.get(""), None);
        }
    }

    #[test]
    fn common_words_are_found_by_stem() {
        for word in ["house", "houses", "walked", "making", "quickly", "companies"] {
            assert!(is_common(word), "{word}");
        }
        for word in ["putin", "obama", "s"] {
            assert!(!is_common(word), "{word}");
        }
    }
}
