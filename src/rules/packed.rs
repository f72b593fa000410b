//! Sorted entries as `build.rs` packs them, searched in place.
//!
//! Shape: each entry opens with a control character that tells how many bytes it shares with the entry before it; then
//! come its other bytes and, where it has one, a tab and its value. Beside them, as numbers of two bytes, where the
//! entries start that stand in full. Nothing is built from them: every call reads the few entries it needs.

/// A packed list.
#[derive(Clone, Copy, Debug)]
pub struct Packed {
    /// The entries.
    pub entries: &'static str,
    /// Two bytes, lowest first, for each entry in full: where it starts. Units: bytes.
    pub starts: &'static [u8],
}

/// The first entry that is not before the words in order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Found {
    /// The value of the entry that is the words; empty where it has none. None: no entry is.
    pub value: Option<&'static str>,
    /// True where the entry opens with the words.
    pub opens: bool,
}

impl Packed {
    /// Looks the words up.
    pub fn seek(self, words: &str) -> Found {
        let words = words.as_bytes();
        let bytes = self.entries.as_bytes();
        let mut at = self.block(words);
        while let Some(mark) = bytes.get(at) {
            at += 1;
            // How much of the words the entry opens with.
            let mut alike = shared(*mark);
            while at < bytes.len() && alike < words.len() && bytes[at] == words[alike] && bytes[at] >= b' ' {
                at += 1;
                alike += 1;
            }
            match (bytes.get(at).filter(|b| **b >= b' '), words.get(alike)) {
                (None, None) => return Found { value: self.value(at), opens: true },
                (_, None) => return Found { value: None, opens: true },
                (Some(a), Some(b)) if a > b => return Found::default(),
                _ => {}
            }
            at = next(bytes, at, alike);
        }
        Found::default()
    }

    /// What stands behind the tab at a byte, up to the next entry; empty where no tab does.
    fn value(self, at: usize) -> Option<&'static str> {
        let has_value = self.entries.as_bytes().get(at) == Some(&b'\t');
        if has_value {
            self.entries.get(at + 1..next(self.entries.as_bytes(), at, usize::MAX))
        } else {
            Some("")
        }
    }

    /// Where the last full entry starts that is not after the words; the first entry where all are.
    fn block(self, words: &[u8]) -> usize {
        let (starts, _) = self.starts.as_chunks::<2>();
        let start = |at: &[u8; 2]| usize::from(u16::from_le_bytes(*at));
        let after = starts.partition_point(|at| !opens_after(self.entries.as_bytes(), start(at) + 1, words));
        after.checked_sub(1).and_then(|n| starts.get(n)).map_or(0, start)
    }
}

/// True where the entry in full whose letters start at a byte comes after the words.
fn opens_after(bytes: &[u8], at: usize, words: &[u8]) -> bool {
    let entry = bytes.get(at..).unwrap_or_default();
    let same = entry.iter().zip(words).take_while(|(a, b)| a == b).count();
    match (entry.get(same).filter(|b| **b >= b' '), words.get(same)) {
        (Some(a), Some(b)) => a > b,
        (left, _) => left.is_some(),
    }
}

/// How many bytes an entry with this mark shares with the one before it.
fn shared(mark: u8) -> usize {
    usize::from(if mark < b'\t' { mark - 1 } else { mark - 3 })
}

/// Most bytes that a mark tells. Units: bytes. Source: `build.rs`, which packs the lists.
const MOST_SHARED: usize = 28;

/// The mark of entries that share so many bytes, or the highest there is.
fn mark(shared: usize) -> u8 {
    let code = shared.min(MOST_SHARED) as u8 + 1;
    if code < b'\t' { code } else { code + 2 }
}

/// The next mark after a byte of entries that share no more than `most` bytes with the one before them; the end where none
/// does. Looks at eight bytes at once: passing over entries is what a search takes its time for.
///
/// Who shares more with an entry that is before the words than the words do is before them by the same letter.
fn next(bytes: &[u8], mut at: usize, most: usize) -> usize {
    const ONES: u64 = u64::MAX / 255;
    let highest = mark(most);
    let under = ONES * u64::from(highest + 1);
    while let Some(eight) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let eight = u64::from_le_bytes(*eight);
        // The top bit of the first byte that is small enough is the lowest that stays; those of later bytes may err.
        let small = eight.wrapping_sub(under) & !eight & (ONES << 7);
        at += small.trailing_zeros() as usize / 8;
        if small != 0 {
            if bytes[at] != b'\t' {
                return at;
            }
            at += 1;
        }
    }
    let is_mark = |b: &u8| *b <= highest && *b != b'\t';
    bytes.get(at..).and_then(|rest| rest.iter().position(is_mark)).map_or(bytes.len(), |n| at + n)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// ape, apple, apply\tv, bee, beech
    const LIST: Packed =
        Packed { entries: "\u{1}ape\u{3}ple\u{5}y\tv\u{1}bee\u{4}ch", starts: &[0, 0, 12, 0] };

    fn check(words: &str, value: Option<&str>, opens: bool) {
        let found = LIST.seek(words);
        assert_eq!((found.value, found.opens), (value, opens), "{words}");
    }

    #[test]
    fn entries_and_what_opens_them() {
        for words in ["ape", "apple", "bee", "beech"] {
            check(words, Some(""), true);
        }
        check("apply", Some("v"), true);
        check("appl", None, true);
        check("b", None, true);
        check("", None, true);
    }

    #[test]
    fn what_is_not_in_the_list() {
        for words in ["aa", "apes", "appley", "applz", "be\t", "beed", "c", "v"] {
            check(words, None, false);
        }
        assert_eq!(Packed { entries: "", starts: &[] }.seek("a").value, None);
    }
}
