//! Words in one piece.

use super::Tokens;

/// A list of words that code holds. Shape: each after its length in bytes, as one character; at most 127.
///
/// A slice of texts costs eight bytes a word in the extension, for an address and a length that do not compress.
#[derive(Clone, Copy, Debug)]
pub struct Words(&'static str);

/// Makes a list of words as a constant.
macro_rules! word_list {
    ($($word:literal),* $(,)?) => {{
        const LENGTH: usize = 0 $(+ 1 + $word.len())*;
        const PIECE: [u8; LENGTH] = $crate::text::join(&[$($word),*]);
        const WORDS: $crate::text::Words = $crate::text::Words::new(&PIECE);
        WORDS
    }};
}
pub(crate) use word_list;

/// The words in one piece, as the compiler makes it.
pub(crate) const fn join<const LENGTH: usize>(words: &[&str]) -> [u8; LENGTH] {
    let mut out = [0; LENGTH];
    let (mut n, mut at) = (0, 0);
    while n < words.len() {
        let word = words[n].as_bytes();
        assert!(word.len() < 128, "a word is too long");
        out[at] = word.len() as u8;
        let mut i = 0;
        while i < word.len() {
            out[at + 1 + i] = word[i];
            i += 1;
        }
        at += 1 + word.len();
        n += 1;
    }
    out
}

impl Words {
    /// A list of words as [`join`] makes it.
    pub(crate) const fn new(piece: &'static [u8]) -> Words {
        match core::str::from_utf8(piece) {
            Ok(text) => Words(text),
            Err(_) => panic!("words are text"),
        }
    }

    /// The words, in order.
    pub fn iter(self) -> impl Iterator<Item = &'static str> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let end = 1 + usize::from(*rest.as_bytes().first()?);
            let (word, after) = (rest.get(1..end)?, rest.get(end..)?);
            rest = after;
            Some(word)
        })
    }

    /// True if the word is one of them.
    #[inline(never)]
    pub fn has(self, word: &str) -> bool {
        self.has_where(word, |a, b| a == b)
    }

    /// True if the folded token at `index` is one of them.
    #[inline(never)]
    pub fn has_at(self, tokens: &Tokens, index: usize) -> bool {
        self.has(tokens.folded(index))
    }

    /// True if the word is one of them, in any case of ASCII letters.
    pub fn has_in_any_case(self, word: &str) -> bool {
        self.has_where(word, <[u8]>::eq_ignore_ascii_case)
    }

    fn has_where(self, word: &str, same: impl Fn(&[u8], &[u8]) -> bool) -> bool {
        let (mut rest, word) = (self.0.as_bytes(), word.as_bytes());
        while let Some((length, after)) = rest.split_first() {
            let Some((own, others)) = after.split_at_checked(usize::from(*length)) else { break };
            // Most differ in their length, which costs less to see than their letters.
            if own.len() == word.len() && same(own, word) {
                return true;
            }
            rest = others;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_one_piece() {
        const LIST: Words = word_list!["by", "überall", ""];
        assert_eq!(LIST.iter().collect::<Vec<_>>(), ["by", "überall", ""]);
        assert!(LIST.has_in_any_case("BY") && !LIST.has_in_any_case("b") && !LIST.has("BY"));
        assert!(LIST.has("überall") && LIST.has("") && !LIST.has("b") && !LIST.has("byü"));
        assert_eq!(word_list![].iter().count(), 0);
    }
}
