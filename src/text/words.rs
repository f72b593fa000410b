//! Text -> words: runs of letters and digits.

use std::ops::Range;

/// Byte ranges of the runs of letters and digits in `text`. Apostrophes and hyphens part words.
pub fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.by_ref().find(|(_, c)| c.is_alphanumeric())?;
        while rest.peek().is_some_and(|(_, c)| c.is_alphanumeric()) {
            rest.next();
        }
        Some(start..rest.peek().map_or(text.len(), |(end, _)| *end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_letters_and_digits() {
        let text = "L’été: 100’s of «größer», 会員";
        let found: Vec<&str> = words(text).map(|range| &text[range]).collect();
        assert_eq!(found, ["L", "été", "100", "s", "of", "größer", "会員"]);
    }
}
