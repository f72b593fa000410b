//! A sorted list of names, looked through by the first letter.

use std::ops::Range;

/// Where the names of a sorted list stand that begin alike. Told by the first letter, and then nearly always by the length,
/// a name is found sooner than by halves.
pub(super) struct Letters([u8; LETTERS + 1]);

const LETTERS: usize = 26;

impl Letters {
    /// Reads a sorted list of fewer than 256 names, none of which begins with a sign behind `z`.
    pub const fn of(names: &[&str]) -> Letters {
        let mut starts = [0; LETTERS + 1];
        let mut n = 0;
        while n < names.len() {
            let mut letter = 0;
            while letter <= LETTERS {
                starts[letter] += (names[n].as_bytes()[0] < b'a' + letter as u8) as u8;
                letter += 1;
            }
            n += 1;
        }
        Letters(starts)
    }

    /// The places of those that begin as a name does; signs before `a` are all alike.
    pub fn alike(&self, name: &str) -> Range<usize> {
        let at = |letter: usize| self.0.get(letter).map_or(0, |start| usize::from(*start));
        match name.as_bytes().first() {
            Some(first @ b'a'..=b'z') => at(usize::from(first - b'a'))..at(usize::from(first - b'a') + 1),
            Some(first) if *first < b'a' => 0..at(0),
            _ => 0..0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_begin_alike_stand_together() {
        let names = ["#root", "a", "area", "b", "z"];
        let letters = Letters::of(&names);
        let alike = |name: &str| &names[letters.alike(name)];
        assert_eq!(alike("abbr"), ["a", "area"]);
        assert_eq!(alike("#x"), ["#root"]);
        assert_eq!((alike("b"), alike("z")), (&["b"][..], &["z"][..]));
        assert!(alike("c").is_empty() && alike("").is_empty() && alike("é").is_empty());
    }
}
