//! Acronyms: which words they are made of.
//!
//! In: a document. Out: the words that an acronym in brackets right behind them spells, small words included:
//! `Food and Drug Administration (FDA)`. A story that spells an acronym out says itself where the name begins and ends.

use super::runs::is_name_word;
use crate::facts::document::Document;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::push_lower;
use crate::text::word_list;
use std::ops::Range;

/// Tokens that an acronym is looked for in, at most.
const MOST_TOKENS: usize = 14;
/// Small words inside names of bodies.
const SMALL: Words = word_list!["&", "against", "and", "for", "in", "of", "on", "the", "to"];

/// The names of a sentence that an acronym behind them spells, in order.
pub(super) fn spelled(document: &Document, first: usize, last: usize) -> Vec<Range<usize>> {
    let tokens = &document.tokens;
    let mut spelled = Vec::new();
    for open in first + 2..last {
        if tokens.mark(open) == Some('(') && tokens.mark(open + 2) == Some(')') {
            spelled.extend(spelled_before(document, first, open));
        }
    }
    spelled
}

fn spelled_before(document: &Document, floor: usize, open: usize) -> Option<Range<usize>> {
    let tokens = &document.tokens;
    let acronym = tokens.word(open + 1);
    let belongs = |i: &usize| {
        let is_small = SMALL.has_at(tokens, *i) && !tokens.is_glued(*i);
        is_small || tokens.kind(*i) == Some(Kind::Possessive) || is_name_word(document, *i)
    };
    let from = floor.max(open.saturating_sub(MOST_TOKENS));
    let start = (from..open).rev().take_while(belongs).last()?;
    let opens = |i: &usize| is_name_word(document, *i) && spells(tokens, acronym, *i, open);
    let found = (start..open.saturating_sub(1)).rev().find(opens).filter(|_| is_acronym(acronym))?;
    let owner = (start..found).find(|i| tokens.is_capital(*i) && is_owner(tokens, *i, found));
    Some(owner.unwrap_or(found)..open)
}

/// True for two to six capitals: `NATO`, `AT&T`, `U.N.`
pub(crate) fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    (2..=6).contains(&letters) && word.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '&'))
}

/// `station house officer (SHO)`: an acronym in brackets behind small words that are no kind of body.
pub(super) fn is_of_small_words(tokens: &Tokens, index: usize) -> bool {
    let acronym = tokens.word(index);
    let Some(open) = index.checked_sub(1).filter(|i| tokens.mark(*i) == Some('(') && is_acronym(acronym))
    else {
        return false;
    };
    let first = open.saturating_sub(acronym.len());
    let is_small = |i: usize| tokens.kind(i) == Some(Kind::Word) && !tokens.is_capital(i);
    (first..open).all(is_small)
        && !lexicons::ORGANISATION_HEADS.has_at(tokens, open - 1)
        && !lexicons::ORGANISATION_OPENERS.has_at(tokens, first)
        && spells(tokens, acronym, first, open)
}

/// True where the acronym is made of the words' first letters.
pub(super) fn abbreviates(tokens: &Tokens, acronym: &str, first: usize, end: usize) -> bool {
    let (letters, capitals, _) = initials(tokens, acronym, first, end);
    let is_short = letters.len() > 2 && capitals.starts_with(&letters) && end > first + 1;
    is_short || spells(tokens, acronym, first, end)
}

/// Letters an acronym in another order has at least.
const LEAST_STIRRED: usize = 4;

/// True where the first letters come in another order, as in an acronym of another language.
pub(super) fn is_stirred(tokens: &Tokens, acronym: &str, first: usize, end: usize) -> bool {
    let (letters, capitals, _) = initials(tokens, acronym, first, end);
    let sorted = |word: &str| {
        let mut letters: Vec<char> = word.chars().collect();
        crate::order::sort(&mut letters);
        letters
    };
    let open: String = capitals.chars().take(letters.len()).collect();
    letters.len() >= LEAST_STIRRED && sorted(&letters) == sorted(&open)
}

/// The same, with no word left over but a nation's.
fn spells(tokens: &Tokens, acronym: &str, first: usize, end: usize) -> bool {
    let (letters, capitals, all) = initials(tokens, acronym, first, end);
    let is_national = (first + 1..end)
        .any(|rest| is_owner(tokens, first, rest) && initials(tokens, acronym, rest, end).1 == letters);
    end > first + 1 && (letters == capitals || letters == all || is_national)
}

/// The letters of the acronym, the first ones of the capitalised words, of all words.
fn initials(tokens: &Tokens, acronym: &str, first: usize, end: usize) -> (String, String, String) {
    let (mut letters, mut capitals, mut all) = (String::new(), String::new(), String::new());
    for c in acronym.chars().filter(|c| c.is_alphabetic()) {
        push_lower(c, &mut letters);
    }
    // `UN Development Programme (UNDP)`: both letters of a union.
    let most = |i: usize| if is_acronym(tokens.word(i)) && tokens.word(i).len() == 2 { 2 } else { 1 };
    for i in (first..end).filter(|i| tokens.kind(*i) != Some(Kind::Possessive)) {
        let written = tokens.word(i).split('-');
        for (part, written) in tokens.folded(i).split('-').zip(written) {
            // `Tehrik-e-Taliban`.
            let opens_small = written.starts_with(char::is_lowercase);
            for c in part.chars().take(most(i)) {
                if tokens.is_capital(i) && !opens_small {
                    capitals.push(c);
                }
                if c.is_alphabetic() {
                    all.push(c);
                }
            }
        }
    }
    (letters, capitals, all)
}

/// True for a land or its adjective: the `New South Wales` of `New South Wales Rural Fire Service (RFS)`.
fn is_owner(tokens: &Tokens, first: usize, end: usize) -> bool {
    lexicons::PLACES.is_whole(tokens, first, end)
        || end == first + 1 && lexicons::DEMONYMS.has_at(tokens, first)
}
