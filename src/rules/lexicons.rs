//! Word lists that hold for names: `rules/lexicons/*.txt`, looked up in place.
//!
//! In: words in lower case, joined by single spaces, as [`Tokens::folded`] writes them. Out: whether a list has them.
//! The files open with `#` lines (what, source, licence), then one entry a line, sorted by bytes, with an optional
//! value after a tab; nothing is built from them, so nothing can be stale. A test holds the order.

use crate::text::Tokens;

/// One list.
#[derive(Clone, Copy, Debug)]
pub struct Lexicon {
    lines: &'static str,
    most_words: usize,
}

const fn lexicon(file: &'static str, most_words: usize) -> Lexicon {
    Lexicon { lines: file, most_words }
}

/// Nouns for what a person is or does.
pub const ROLES: Lexicon = lexicon(include_str!("../../rules/lexicons/roles.txt"), 4);
/// Words that may stand before a role noun and belong to the role.
pub const ROLE_MODIFIERS: Lexicon = lexicon(include_str!("../../rules/lexicons/role_modifiers.txt"), 1);
/// Words written before a name; value: gender, then `honour` or `title`.
pub const TITLES: Lexicon = lexicon(include_str!("../../rules/lexicons/titles.txt"), 1);
/// Given names; value: `m`, `f` or `u`.
pub const GIVEN: Lexicon = lexicon(include_str!("../../rules/lexicons/given.txt"), 1);
/// Family names.
pub const SURNAMES: Lexicon = lexicon(include_str!("../../rules/lexicons/surnames.txt"), 1);
/// Places; value: ISO 3166-1 alpha-2, then `?` where a person is as likely.
pub const PLACES: Lexicon = lexicon(include_str!("../../rules/lexicons/places.txt"), 5);
/// States and provinces as written after a town: `Calif`, `ont`.
pub const REGION_ABBREVIATIONS: Lexicon =
    lexicon(include_str!("../../rules/lexicons/region_abbreviations.txt"), 1);
/// People known by these words alone.
pub const PEOPLE: Lexicon = lexicon(include_str!("../../rules/lexicons/people.txt"), 4);
/// Last words of place names.
pub const PLACE_HEADS: Lexicon = lexicon(include_str!("../../rules/lexicons/place_heads.txt"), 1);
/// Peoples, faiths, directions.
pub const DEMONYMS: Lexicon = lexicon(include_str!("../../rules/lexicons/demonyms.txt"), 1);
/// Organisations known by these words alone.
pub const ORGANISATIONS: Lexicon = lexicon(include_str!("../../rules/lexicons/organisations.txt"), 5);
/// Last words of organisation names.
pub const ORGANISATION_HEADS: Lexicon =
    lexicon(include_str!("../../rules/lexicons/organisation_heads.txt"), 1);
/// First words of organisation names that go on with "of" or "for".
pub const ORGANISATION_OPENERS: Lexicon =
    lexicon(include_str!("../../rules/lexicons/organisation_openers.txt"), 1);
/// Capitalised words and acronyms that name no person, organisation or place.
pub const OTHER_NAMES: Lexicon = lexicon(include_str!("../../rules/lexicons/other_names.txt"), 4);
/// Words that join and point: never the first word of a name at the start of a sentence.
pub const FUNCTION_WORDS: Lexicon = lexicon(include_str!("../../rules/lexicons/function_words.txt"), 1);
/// Common nouns beside an organisation's name; value: `before` or `after` it.
pub const ORGANISATION_NOUNS: Lexicon =
    lexicon(include_str!("../../rules/lexicons/organisation_nouns.txt"), 1);
/// Verbs that tie words to a speaker.
pub const CUES: Lexicon = lexicon(include_str!("../../rules/lexicons/cues.txt"), 1);
/// English words that are rarely names, by stem.
const COMMON: Lexicon = lexicon(include_str!("../../rules/lexicons/common.txt"), 1);

impl Lexicon {
    /// True where the list has the words.
    pub fn has(self, words: &str) -> bool {
        self.get(words).is_some()
    }

    /// The value of an entry; empty where it has none. None: not in the list.
    pub fn get(self, words: &str) -> Option<&'static str> {
        value(self.seek(words), words)
    }

    /// The longest entry that stands at token `index`, before token `end`: how many tokens it takes, and its value.
    pub fn longest_at(self, tokens: &Tokens, index: usize, end: usize) -> Option<(usize, &'static str)> {
        let mut words = String::new();
        let mut found = None;
        for at in index..end.min(index + 2 * self.most_words) {
            if at > index && !tokens.is_glued(at) {
                words.push(' ');
            }
            words.extend(tokens.folded(at).chars().map(|c| if c == '’' { '\'' } else { c }));
            let lines = self.seek(&words);
            found = value(lines, &words).map(|value| (at + 1 - index, value)).or(found);
            if !lines.starts_with(&words) {
                break;
            }
        }
        found
    }

    /// The lines from the first whose entry is not before the words in order.
    fn seek(self, words: &str) -> &'static str {
        let (mut low, mut high) = (0, self.lines.len());
        while low < high {
            let start = line_start(self.lines, (low + high) / 2);
            let line = self.lines.as_bytes().get(start..).unwrap_or_default();
            if entry(line) < words.as_bytes() {
                low = start + line.iter().position(|b| *b == b'\n').map_or(line.len(), |end| end + 1);
            } else {
                high = start;
            }
        }
        self.lines.get(low..).unwrap_or_default()
    }

    /// True where the list has the word or, without a plural's ending, its singular.
    pub fn has_any_number(self, word: &str) -> bool {
        self.has(word) || stems(word, &[("ies", "y"), ("es", ""), ("s", "")]).any(|stem| self.has(&stem))
    }
}

/// True for an English word that is rarely a name.
pub fn is_common(word: &str) -> bool {
    const ENDINGS: &[(&str, &str)] =
        &[("s", ""), ("es", ""), ("ed", ""), ("d", ""), ("ing", ""), ("ing", "e"), ("ies", "y"), ("ly", "")];
    COMMON.has(word) || stems(word, ENDINGS).any(|stem| COMMON.has(&stem))
}

/// Letters a stem keeps at least.
const LEAST_STEM: usize = 3;

fn stems<'a>(word: &'a str, endings: &'a [(&str, &str)]) -> impl Iterator<Item = String> + 'a {
    let stem =
        |(ending, instead): &(&str, &str)| word.strip_suffix(ending).map(|stem| format!("{stem}{instead}"));
    endings.iter().filter_map(stem).filter(|stem| stem.len() >= LEAST_STEM)
}

/// The entry of the first line: what stands before its value.
fn entry(lines: &[u8]) -> &[u8] {
    let end = lines.iter().position(|b| matches!(b, b'\t' | b'\n')).unwrap_or(lines.len());
    lines.get(..end).unwrap_or_default()
}

/// The value on the first line where its entry is the words.
fn value(lines: &'static str, words: &str) -> Option<&'static str> {
    let rest = lines.strip_prefix(words).filter(|_| !words.is_empty())?;
    match rest.strip_prefix('\t') {
        Some(rest) => rest.split('\n').next(),
        None => (rest.is_empty() || rest.starts_with('\n')).then_some(""),
    }
}

/// Where the line that holds byte `at` starts.
fn line_start(lines: &str, at: usize) -> usize {
    let before = lines.as_bytes().get(..at).unwrap_or_default();
    before.iter().rposition(|b| *b == b'\n').map_or(0, |i| i + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &[Lexicon] = &[
        ROLES,
        ROLE_MODIFIERS,
        TITLES,
        GIVEN,
        SURNAMES,
        PLACES,
        PLACE_HEADS,
        REGION_ABBREVIATIONS,
        PEOPLE,
        DEMONYMS,
        ORGANISATIONS,
        ORGANISATION_HEADS,
        ORGANISATION_OPENERS,
        OTHER_NAMES,
        FUNCTION_WORDS,
        ORGANISATION_NOUNS,
        CUES,
        COMMON,
    ];

    #[test]
    fn every_list_names_its_source_and_is_sorted() {
        for list in ALL {
            let (head, body): (Vec<_>, Vec<_>) = list.lines.lines().partition(|line| line.starts_with('#'));
            assert!(head.iter().any(|line| line.contains("icence")), "no licence: {head:?}");
            let keys: Vec<_> = body.iter().map(|line| line.split('\t').next().unwrap_or("")).collect();
            let unsorted = keys.windows(2).find(|pair| pair[0].as_bytes() >= pair[1].as_bytes());
            assert_eq!(unsorted, None, "{head:?}");
        }
    }

    #[test]
    fn every_entry_is_found_and_none_is_longer_than_looked_for() {
        for list in ALL {
            for line in list.lines.lines().filter(|line| !line.starts_with('#')) {
                let (entry, value) = line.split_once('\t').unwrap_or((line, ""));
                assert_eq!(list.get(entry), Some(value), "{entry}");
                assert!(entry.split(' ').count() <= list.most_words, "{entry}");
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
