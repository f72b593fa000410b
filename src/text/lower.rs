//! Text -> lower case.
//!
//! The standard library's table has an entry for each of 1,400 letters, 4.3 KB of what the extension weighs; the same as
//! runs of letters that lie equally far from their small ones is a fifth of that.

/// Letters with a small one: the first, how far on the last is, one in how many, how far on the small one is.
type Run = (u32, u8, u8, i32);

include!(concat!(env!("OUT_DIR"), "/lower.rs"));

/// In lower case, each letter by itself: a capital sigma becomes `σ` at the end of a word, too.
pub fn lower(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push_lower(c, &mut out));
    out
}

/// Adds a character in lower case.
pub fn push_lower(c: char, out: &mut String) {
    match c {
        // The one capital whose small one is two characters: `i` and a dot to stand above it.
        'İ' => out.push_str("i\u{307}"),
        c => out.push(small(c)),
    }
}

/// The small letter of a capital, or the character itself; a capital whose small one is several characters stays.
pub fn small(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let code = c as u32;
    let after = RUNS.partition_point(|(first, ..)| *first <= code);
    let Some((first, length, step, far)) = after.checked_sub(1).map(|at| RUNS[at]) else { return c };
    let on = code - first;
    let is_capital = on <= u32::from(length) && on.is_multiple_of(u32::from(step));
    if is_capital { code.checked_add_signed(far).and_then(char::from_u32).unwrap_or(c) } else { c }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_as_the_standard_library_has_it() {
        for c in char::MIN..=char::MAX {
            assert_eq!(lower(&c.to_string()), c.to_lowercase().to_string(), "{c}");
        }
        assert_eq!(lower("Ärger in İZMİR, ΟΔΟΣ 5"), "ärger in i̇zmi̇r, οδοσ 5");
    }
}
