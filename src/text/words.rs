//! Text -> words: runs of letters and digits.

use super::push_lower;
use std::ops::Range;

/// Byte ranges of the runs of letters and digits in `text`. Apostrophes and hyphens part words.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = run_end(text, at, false);
        at = run_end(text, start, true);
        (start < at).then_some(start..at)
    })
}

/// The runs themselves.
pub fn words_of(text: &str) -> impl Iterator<Item = &str> {
    words(text).map(|range| &text[range])
}

/// Where the run of letters and digits, or of everything else, ends that `text` has at a byte.
fn run_end(text: &str, start: usize, of_letters: bool) -> usize {
    let mut at = start;
    while let Some(c) = char_at(text, at).filter(|c| c.is_alphanumeric() == of_letters) {
        at += c.len_utf8();
    }
    at
}

/// The character at a byte. Most are ASCII, and loops that see every letter of a page ask for them one by one: an
/// iterator costs two calls for each where it is not inlined. None: the text has ended.
pub fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(*byte)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// Letters and digits alone, in lower case: what two lines that say the same share, whatever stands between their words.
pub fn bare(text: &str) -> String {
    let mut out = String::new();
    text.chars().filter(|c| c.is_alphanumeric()).for_each(|c| push_lower(c, &mut out));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_letters_and_digits() {
        let text = "L’été: 100’s of «größer», 会員";
        let found: Vec<&str> = words_of(text).collect();
        assert_eq!(found, ["L", "été", "100", "s", "of", "größer", "会員"]);
        assert_eq!(words_of("").count() + words_of(" «»").count(), 0);
    }
}
