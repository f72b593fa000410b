//! Which characters count as the same: publishers' systems write one thing in many ways.
//!
//! Classes instead of rewriting: offsets into the text stay what they are.

/// Everything that only keeps words apart: no-break, thin and zero-width spaces too, line ends not.
pub fn is_space(c: char) -> bool {
    c != '\n' && (c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')) || is_direction(c)
}

/// Marks that only steer the direction of writing.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters inside a word that a reader does not see.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}' | '\u{200d}')
}

/// Any way to write an apostrophe.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇' | '´')
}

/// Any hyphen that joins words.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Any dash that sets words apart, and the minus sign.
pub fn is_dash(c: char) -> bool {
    matches!(c, '\u{2012}'..='\u{2015}' | '\u{2212}')
}

/// Any mark that may open or close a quote.
pub fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '‘'
            | '‚'
            | '‛'
            | '「'
            | '」'
            | '『'
            | '』'
            | '＂'
    ) || is_apostrophe(c)
}

/// Marks that end a sentence.
pub(super) fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '｡')
}

/// Marks that may follow a stop and still belong to the sentence.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '’' | '\'' | '»' | '›' | ')' | ']' | '」' | '』' | '）')
}
