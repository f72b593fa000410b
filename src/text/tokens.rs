//! A text as tokens: words, numbers, marks.
//!
//! In: the text and its [`Spelling`]. Out: [`Tokens`], in order; between two neighbours stands nothing but space.
//! A word keeps its inner apostrophes and hyphens (`O’Hare`, `Zitt-James`) and the full stop of an
//! abbreviation (`Sen.`, `U.S.`, `J.`); a possessive `’s` is a token of its own, and so is the `-based` of
//! `Chicago-based`, so that the name before it is one; a number takes its separators and
//! sign of grouping (`2,500`, `6.6`) but no unit (`5bn` is two tokens, `11-game` three).

use super::classes::is_apostrophe;
use super::classes::is_hyphen;
use super::classes::is_invisible;
use super::classes::is_space;
use super::lower;
use super::push_lower;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, and digits after a letter.
    Word,
    /// Digits and the separators between them.
    Number,
    /// `’s` after a word; also the short form of "is" and "has".
    Possessive,
    /// An address: URL, mail, `@handle`, `#tag`.
    Link,
    /// The end of a line.
    Break,
    /// One character of anything else.
    Mark,
}

/// One token. Units: bytes of the text, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// What it is.
    pub kind: Kind,
    folded_start: u32,
    folded_end: u32,
}

/// What a tokeniser has to know of a language.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spelling<'a> {
    /// Sorted; words as written that keep a full stop: `Sen`, `Nov`, `Calif`.
    pub abbreviations: &'a [&'a str],
    /// Sorted, lower case; words cut off before an apostrophe: `l`, `d`, `qu`, `dell`.
    pub elisions: &'a [&'a str],
}

/// The tokens of a text.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    list: Vec<Token>,
    folded: String,
}

impl<'a> Tokens<'a> {
    /// Cuts `text` into tokens.
    pub fn of(text: &'a str, spelling: &Spelling) -> Self {
        let mut tokens = Tokens { text, list: Vec::new(), folded: String::with_capacity(text.len()) };
        let mut at = 0;
        while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
            at =
                if is_space(c) || is_invisible(c) { at + c.len_utf8() } else { tokens.take(at, c, spelling) };
        }
        tokens
    }

    /// The text they are of.
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// True for a text without a token.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All tokens, in order.
    pub fn all(&self) -> &[Token] {
        &self.list
    }

    /// The token at `index`.
    pub fn get(&self, index: usize) -> Option<Token> {
        self.list.get(index).copied()
    }

    // These are asked at a thousand places, whose copies would weigh three kilobytes.

    /// What the token at `index` is.
    #[inline(never)]
    pub fn kind(&self, index: usize) -> Option<Kind> {
        self.get(index).map(|token| token.kind)
    }

    /// The token as written; empty past the end.
    #[inline(never)]
    pub fn word(&self, index: usize) -> &'a str {
        self.get(index)
            .and_then(|token| self.text.get(token.start as usize..token.end as usize))
            .unwrap_or("")
    }

    /// The token in lower case, plain apostrophes and hyphens, without its last full stop; empty past the end.
    #[inline(never)]
    pub fn folded(&self, index: usize) -> &str {
        let range = self.get(index).map(|token| token.folded_start as usize..token.folded_end as usize);
        range.and_then(|range| self.folded.get(range)).unwrap_or("")
    }

    /// Whether the folded token is this word.
    #[inline(never)]
    pub fn is(&self, index: usize, word: &str) -> bool {
        self.folded(index) == word
    }

    /// The same of the token so many before one; empty before the first.
    #[inline(never)]
    pub fn folded_before(&self, index: usize, count: usize) -> &str {
        index.checked_sub(count).map_or("", |before| self.folded(before))
    }

    /// Whether the folded token so many before one is this word.
    #[inline(never)]
    pub fn is_before(&self, index: usize, count: usize, word: &str) -> bool {
        self.folded_before(index, count) == word
    }

    /// The character of a mark.
    #[inline(never)]
    pub fn mark(&self, index: usize) -> Option<char> {
        let is_mark = self.kind(index) == Some(Kind::Mark);
        if is_mark { self.word(index).chars().next() } else { None }
    }

    /// True where the word at `index` opens with a capital, or with an Arabic article before one: `al-Hadi`.
    #[inline(never)]
    pub fn is_capital(&self, index: usize) -> bool {
        self.kind(index) == Some(Kind::Word) && opens_with_capital(self.word(index))
    }

    /// True where nothing stands between the token at `index` and the one before it: not even the end of a line.
    #[inline(never)]
    pub fn is_glued(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|i| self.get(i));
        before
            .zip(self.get(index))
            .is_some_and(|(a, b)| a.end == b.start && a.kind != Kind::Break && b.kind != Kind::Break)
    }

    /// The first token that starts at or after `byte`.
    pub fn at_or_after(&self, byte: u32) -> usize {
        self.list.partition_point(|token| token.start < byte)
    }

    /// The text from the token `first` up to, without, the token `end`; empty where there is none.
    pub fn slice(&self, first: usize, end: usize) -> &'a str {
        let last = end.checked_sub(1).and_then(|i| self.get(i));
        let range = self.get(first).zip(last).map(|(a, b)| a.start as usize..b.end as usize);
        range.and_then(|range| self.text.get(range)).unwrap_or("")
    }

    /// Reads the token that opens at `at` with `c`; gives the byte after it.
    fn take(&mut self, at: usize, c: char, spelling: &Spelling) -> usize {
        let text = self.text;
        if let Some(end) = link_end(text, at) {
            return self.push(Kind::Link, at, end);
        }
        if c == '\n' {
            return self.push(Kind::Break, at, at + 1);
        }
        if c.is_ascii_digit() {
            return self.push(Kind::Number, at, number_end(text, at));
        }
        if c.is_alphanumeric() {
            return self.take_word(at, spelling);
        }
        self.push(Kind::Mark, at, at + c.len_utf8())
    }

    fn take_word(&mut self, at: usize, spelling: &Spelling) -> usize {
        if let Some(end) = elision_end(self.text, at, spelling) {
            return self.push(Kind::Word, at, end);
        }
        let end = word_end(self.text, at);
        let written = self.text.get(at..end).unwrap_or("");
        if let Some(cut) = possessive_start(written) {
            self.push(Kind::Word, at, at + cut);
            return self.push(Kind::Possessive, at + cut, end);
        }
        if let Some(cut) = seat_start(written) {
            self.push(Kind::Word, at, at + cut);
            return self.push(Kind::Word, at + cut, end);
        }
        let keeps_stop = self.text.get(end..).is_some_and(|rest| rest.starts_with('.')) && {
            is_initialism(written) || spelling.abbreviations.binary_search(&written).is_ok()
        };
        self.push(Kind::Word, at, if keeps_stop { end + 1 } else { end })
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) -> usize {
        let folded_start = self.folded.len();
        fold(self.text.get(start..end).unwrap_or(""), kind, &mut self.folded);
        let token = Token {
            start: start as u32,
            end: end as u32,
            kind,
            folded_start: folded_start as u32,
            folded_end: self.folded.len() as u32,
        };
        self.list.push(token);
        end
    }
}

// Called from so many places that copies of it would weigh.
#[inline(never)]
fn opens_with_capital(word: &str) -> bool {
    let opens = |word: &str| word.starts_with(char::is_uppercase);
    // Most words tell by their first byte.
    match word.as_bytes() {
        [b'a' | b'e', b'l', b'-', ..] => word.get(3..).is_some_and(opens),
        [first, ..] if first.is_ascii() => first.is_ascii_uppercase(),
        _ => opens(word),
    }
}

fn fold(written: &str, kind: Kind, out: &mut String) {
    let without_stop =
        if kind == Kind::Word { written.strip_suffix('.').unwrap_or(written) } else { written };
    if without_stop.is_ascii() {
        let start = out.len();
        out.push_str(without_stop);
        return out[start..].make_ascii_lowercase();
    }
    for c in without_stop.chars().filter(|c| !is_invisible(*c)) {
        match c {
            c if is_apostrophe(c) => out.push('\''),
            c if is_hyphen(c) => out.push('-'),
            c => push_lower(c, out),
        }
    }
}

/// Where the word that opens at `at` ends: letters and digits, joined by single apostrophes, hyphens, `&`, or dots between single letters.
fn word_end(text: &str, at: usize) -> usize {
    // Most words are letters of ASCII, and most of them end after those.
    let letters = |at: &usize| text.as_bytes().get(*at).is_some_and(u8::is_ascii_alphanumeric);
    let start = (at..text.len()).find(|at| !letters(at)).unwrap_or(text.len());
    let mut before = text.get(at..start).and_then(|word| word.chars().next_back()).unwrap_or(' ');
    let mut end = start;
    let mut rest = text.get(start..).unwrap_or("").char_indices().peekable();
    while let Some((offset, c)) = rest.next() {
        let next = rest.peek().map_or(' ', |(_, next)| *next);
        if c.is_alphanumeric() || is_invisible(c) || is_combining(c) {
            end = start + offset + c.len_utf8();
        } else if !joins(c, before, next, text.get(at..start + offset).unwrap_or("")) {
            break;
        }
        before = c;
    }
    end
}

fn joins(c: char, before: char, next: char, so_far: &str) -> bool {
    match c {
        '.' => next.is_alphabetic() && ends_in_single_letter(so_far),
        '&' | '·' => before.is_alphanumeric() && next.is_alphanumeric(),
        // Some papers write the opening mark: `Swift‘s`.
        '‘' => before.is_ascii_alphabetic() && next == 's',
        c if is_apostrophe(c) => before.is_alphanumeric() && next.is_alphabetic(),
        c if is_hyphen(c) => before.is_alphanumeric() && next.is_alphanumeric(),
        _ => false,
    }
}

/// True for `U`, `U.S`, `a.m`, `Ph.D`: what a dot may go on from.
fn ends_in_single_letter(so_far: &str) -> bool {
    let last = so_far.rsplit(['.', '-']).next().unwrap_or("");
    last.chars().count() == 1 || last == "Ph"
}

/// True for single letters with dots between them: `J`, `U.S`, `p.m`.
fn is_initialism(word: &str) -> bool {
    let mut parts = word.split('.');
    let is_long = word.contains('.');
    let is_letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    parts.all(|part| is_letter(part) || part == "Ph") && (is_long || word.chars().all(char::is_uppercase))
}

/// Marks written after the letter they change.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}')
}

/// Where a possessive `’s` begins in a word.
fn possessive_start(word: &str) -> Option<usize> {
    let stem = word.strip_suffix(['s', 'S'])?;
    let cut = stem.char_indices().next_back().filter(|(_, c)| is_apostrophe(*c) || *c == '‘')?.0;
    (cut > 0).then_some(cut)
}

/// Where the `-based` of `Chicago-based` begins in a word that opens with a capital.
fn seat_start(word: &str) -> Option<usize> {
    let stem = word.strip_suffix("based").or(word.strip_suffix("headquartered"))?;
    let cut = stem.char_indices().next_back().filter(|(_, c)| is_hyphen(*c))?.0;
    opens_with_capital(word).then_some(cut)
}

/// Where `l’`, `d’`, `dell’` ends, its apostrophe included.
fn elision_end(text: &str, at: usize, spelling: &Spelling) -> Option<usize> {
    if spelling.elisions.is_empty() {
        return None;
    }
    let rest = text.get(at..)?;
    let (cut, apostrophe) = rest.char_indices().find(|(_, c)| !c.is_alphabetic())?;
    let stem = lower(rest.get(..cut)?);
    let goes_on = rest.get(cut + apostrophe.len_utf8()..)?.starts_with(char::is_alphanumeric);
    let is_elision =
        is_apostrophe(apostrophe) && goes_on && spelling.elisions.binary_search(&stem.as_str()).is_ok();
    is_elision.then(|| at + cut + apostrophe.len_utf8())
}

/// Where the number that opens at `at` ends: digits, and single separators with a digit after them.
fn number_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut end = at;
    while is_digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && is_digit(end + 1)) {
        end += 1;
    }
    end
}

/// Where the address that opens at `at` ends. None: no address opens here.
fn link_end(text: &str, at: usize) -> Option<usize> {
    let opens_word = text.get(..at)?.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    if !opens_word {
        return None;
    }
    let rest = text.get(at..)?;
    // Most words hold none of the marks of an address.
    let mut word = rest.bytes().take_while(|b| !b.is_ascii_whitespace());
    if !word.any(|b| matches!(b, b'@' | b'#' | b'/')) && !rest.starts_with("www.") {
        return None;
    }
    let length =
        rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '“' | '»' | '(' | ')' | '<' | '>'));
    let chunk = rest.get(..length.unwrap_or(rest.len()))?;
    let chunk = chunk.trim_end_matches(['.', ',', ';', ':', '!', '?', '’', '\'', ']']);
    is_link(chunk).then_some(at + chunk.len())
}

fn is_link(chunk: &str) -> bool {
    let tagged = chunk.starts_with(['@', '#']) && chunk.chars().nth(1).is_some_and(char::is_alphanumeric);
    let mail = chunk.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    tagged || mail || has_scheme(chunk) || is_bare_address(chunk)
}

fn has_scheme(chunk: &str) -> bool {
    let scheme = chunk.split_once("://").map_or("", |(scheme, _)| scheme);
    !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// `www.example.org`, `pic.example.com/x`: at least two lower-case labels before a slash.
fn is_bare_address(chunk: &str) -> bool {
    let (host, has_path) = chunk.split_once('/').map_or((chunk, false), |(host, _)| (host, true));
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let starts = host.bytes().next().is_some_and(|b| b.is_ascii_alphabetic());
    let labels = host.split('.').count();
    starts
        && host.split('.').all(is_label)
        && (labels > 2 && host.starts_with("www.") || labels > 1 && has_path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let spelling = Spelling { abbreviations: &["Sen"], elisions: &["dell", "l"] };
        let tokens = Tokens::of(text, &spelling);
        let words: Vec<&str> = (0..tokens.len()).map(|i| tokens.word(i)).collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        check("Zitt-James’s don’t", &["Zitt-James", "’s", "don’t"]);
        check("Chicago-based web-based", &["Chicago", "-based", "web-based"]);
        check("Sen. J. Doe of the U.S. left.", &["Sen.", "J.", "Doe", "of", "the", "U.S.", "left", "."]);
        check("l’an dell'Etna AT&T", &["l’", "an", "dell'", "Etna", "AT&T"]);
    }

    #[test]
    fn numbers_leave_their_units() {
        check("$2,500.50 5bn 11-game 1980s", &["$", "2,500.50", "5", "bn", "11", "-", "game", "1980", "s"]);
    }

    #[test]
    fn addresses_are_one_token() {
        check(
            "See https://a.b/c?d=1. (me@x.org) pic.x.com/y @who #tag",
            &["See", "https://a.b/c?d=1", ".", "(", "me@x.org", ")", "pic.x.com/y", "@who", "#tag"],
        );
    }

    #[test]
    fn folding_hides_how_it_was_written() {
        let tokens = Tokens::of("DON’T U.S. non\u{2011}stop", &Spelling::default());
        assert_eq!([tokens.folded(0), tokens.folded(1), tokens.folded(2)], ["don't", "u.s", "non-stop"]);
    }
}
