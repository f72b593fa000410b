//! The clues in the words of a name that tell of people: given and family names, initials, words that no list knows.

use super::Clue;
use super::inner::Name;
use crate::facts::names::links::is_generation;
use crate::rules::lexicons;
use crate::text::Words;
use crate::text::word_list;

impl Name<'_> {
    /// True where the last word is a body by itself, and no family's name: `Doug Ford`.
    fn is_body_last(&self) -> bool {
        lexicons::ORGANISATIONS.has(self.last) && !lexicons::SURNAMES.has(self.last)
            || self.is_acronym(self.end - 1) && !self.is_acronym(self.first)
    }

    fn is_plain_last(&self) -> bool {
        self.is_common(self.end - 1) && !lexicons::SURNAMES.has(self.last) && !lexicons::GIVEN.has(self.last)
    }

    pub(super) fn of_given_names(self) -> Self {
        let is_name = !self.is_house() && !self.is_body_last() && !self.has_head && !self.has_joint;
        let is_given = lexicons::GIVEN.has(self.opening);
        // `Morgan Stanley`.
        let is_firm = self.clues.contains(&Clue::ListedOrganisation) && !lexicons::SURNAMES.has(self.last);
        let opens = is_name && !is_firm && (2..=4).contains(&self.words) && is_given;
        let plain_last = self.is_plain_last();
        let doubtful = lexicons::PEOPLE.has(self.opening)
            || lexicons::PLACES.has(self.opening)
            || self.is_common(self.first);
        let is_function = lexicons::FUNCTION_WORDS.has(self.last);
        let has_plain = (self.first..self.end - 1).any(|i| self.is_plain(i) || self.is_acronym(i));
        // `Dallas Ebola patient`: a town and what is no name.
        let is_thing = lexicons::PLACES.has(self.opening)
            && lexicons::OTHER_NAMES.has(self.last)
            && !lexicons::SURNAMES.has(self.last);
        let ends_plain = plain_last && self.last.ends_with('s') && has_plain || is_function || is_thing;
        let words = self.words;
        self.with(&[
            (Clue::GivenAndMore, opens && !plain_last),
            (Clue::GivenAndPlain, opens && plain_last && !doubtful),
            (Clue::GivenAlone, words == 1 && is_given),
            (Clue::PlainEnd, words > 1 && ends_plain),
        ])
    }

    pub(super) fn of_family_names(self) -> Self {
        let (opening, last, words) = (self.opening, self.last, self.words);
        // `Elka Graham`: many given names are family names as well.
        let is_new = |word: &str| {
            !lexicons::is_common(word) && !lexicons::PLACES.has(word) && !lexicons::DEMONYMS.has(word)
        };
        let is_given_last = words == 2
            && lexicons::GIVEN.has(last)
            && is_new(last)
            && is_new(opening)
            && !self.is_body_last()
            && !self.is_acronym(self.first);
        let is_last = lexicons::SURNAMES.has(last) || is_given_last;
        let is_family = lexicons::SURNAMES.has(opening);
        let (has_head, has_joint) = (self.has_head, self.has_joint);
        let is_camp = is_camp(opening);
        self.with(&[
            (Clue::FamilyAlone, words == 1 && is_family),
            (Clue::FamilyLast, !has_head && !has_joint && (2..=4).contains(&words) && is_last),
            (Clue::FamilyFirst, !has_head && !is_camp && (2..=3).contains(&words) && is_family),
            (Clue::Generation, words > 2 && is_generation(last)),
        ])
    }

    /// Acronyms, initials, small words inside.
    pub(super) fn of_letters(self) -> Self {
        let (tokens, words) = (self.tokens, self.words);
        let shouts = |i: usize| self.is_acronym(i) && !tokens.word(i).contains('.');
        let is_ordinal = |i: usize| tokens.word(i).chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        let is_long = |i: usize| shouts(i) && tokens.word(i).len() > 2 && !is_ordinal(i);
        let is_brand = is_camel(tokens.word(self.end - 1)) && !lexicons::GIVEN.has(self.opening);
        let has_small = |i: usize| tokens.word(i).contains(char::is_lowercase);
        let is_part = self.all().any(is_long) && self.all().any(has_small);
        let letters = || self.last.trim_end_matches('.').chars();
        let ends_in_letter = letters().count() == 1 && !letters().eq(['x']);
        let is_initial = |i: usize| {
            is_initial(tokens.word(i))
                && !lexicons::ORGANISATIONS.has(self.word(i))
                && !lexicons::PLACES.has(self.word(i))
        };
        let has_initial = !self.has_head && self.all().any(is_initial) && !lexicons::PLACES.has(self.last);
        let is_particle = |i: usize| {
            tokens.mark(i).is_none()
                && !tokens.is_capital(i)
                && !word_list!["of", "for", "and", "&", "the", "'s"].has(self.word(i))
        };
        let has_particle = (self.first + 1..self.end).any(is_particle);
        let (is_camel, is_acronym) = (is_camel(tokens.word(self.first)), self.is_acronym(self.first));
        self.with(&[
            (Clue::AcronymInside, words > 1 && (is_part || is_brand)),
            (Clue::EndsInInitial, words > 1 && ends_in_letter),
            (Clue::Initial, words > 1 && has_initial),
            (Clue::Particle, words > 1 && has_particle),
            (Clue::CamelCase, words == 1 && is_camel),
            (Clue::Acronym, words == 1 && is_acronym),
        ])
    }

    /// Words that no list knows.
    pub(super) fn of_what_is_new(self) -> Self {
        let (first, words) = (self.first, self.words);
        let is_known = |i: usize| {
            let word = self.word(i);
            self.is_common(i) || lexicons::is_people(word) || self.is_acronym(i)
        };
        let placed = lexicons::PLACES.has(self.opening) || lexicons::ORGANISATIONS.has(self.opening);
        let are_initials = words == 2
            && self.is_acronym(first)
            && self.opening.len() == 2
            && !lexicons::OTHER_NAMES.has(self.opening)
            && !is_known(first + 1);
        let is_pair = !is_camp(self.opening)
            && (2..=3).contains(&words)
            && !self.has_joint
            && !self.all().any(is_known);
        let is_new_pair = !placed && !self.has_head && (are_initials || is_pair);
        let is_code = self.opening.len() == 2 && self.opening.contains(|c: char| c.is_ascii_digit());
        let is_new_word = words == 1 && !is_known(first) && !is_code;
        self.with(&[(Clue::UnknownPair, is_new_pair), (Clue::UnknownWord, is_new_word)])
    }
}

/// Words that open a place more often than they are a family name.
fn is_camp(word: &str) -> bool {
    word_list!["camp", "fort", "lake", "mount", "mt", "port"].has(word)
}

fn is_initial(word: &str) -> bool {
    let letters = word.strip_suffix('.').unwrap_or("");
    !letters.is_empty() && letters.split('.').all(|part| part.chars().count() == 1)
}

/// True for `BuzzFeed`, `YouTube`; not for `McCain`, `DeSantis`.
fn is_camel(word: &str) -> bool {
    const PERSONAL: Words = word_list![
        "Mc", "Mac", "De", "Di", "Du", "Fitz", "La", "Le", "Van", "Von", "O’", "O'", "Del", "Al", "El", "Da",
    ];
    let mut before = ' ';
    let has_turn = word.chars().any(|c| {
        let turns = before.is_lowercase() && c.is_uppercase();
        before = c;
        turns
    });
    has_turn && !word.contains('-') && !PERSONAL.iter().any(|start| word.starts_with(start))
}
