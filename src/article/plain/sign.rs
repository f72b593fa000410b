//! A line -> its signs: how long it is, how it ends, and of what it speaks. No decision yet.

use super::lines::Line;
use super::lines::ends_sentence;
use crate::article::RemovedReason;
use crate::rules::furniture::Furniture;
use crate::rules::furniture::Hit;
use crate::rules::furniture::Kind;
use crate::rules::furniture::Words;
use crate::rules::furniture::is_unspaced;

/// What can be told of a line by itself.
#[derive(Clone, Debug, Default)]
pub struct Signs {
    /// Its words.
    pub words: Words,
    /// Phrases that stand in it.
    pub hits: Vec<Hit>,
    /// Length as a reader feels it: a letter of a script without spaces counts for several. Units: characters.
    pub length: usize,
    /// Letters and digits.
    pub letters: usize,
    /// It ends as a sentence does.
    pub sentence: bool,
    /// Somebody speaks from its first character on.
    pub quoted: bool,
}

/// A letter of a script without spaces says as much as this many of the others.
const UNSPACED: usize = 2;

/// Share of a line's letters that phrases of furniture must take. Units: percent. Chosen on our own fixtures:
/// "Sign up to read this article" is taken whole, "He told them to sign up for the war" by a fifth.
const TAKEN: usize = 34;

/// The same for words that also stand alone in other lines ("menu", "comments"), and for whole sentences, unless they
/// speak to the reader.
const TAKEN_BY_WORDS: usize = 70;

/// A line of at most this many letters is a label or a button.
const LABEL: usize = 60;

/// A furniture paragraph says two things of the kind in this many letters.
const LETTERS_PER_HIT: usize = 90;

impl Signs {
    /// Reads a line.
    pub fn of(line: &Line, furniture: &Furniture) -> Signs {
        let words = Words::of(&line.text);
        let unspaced = line.text.chars().filter(|c| is_unspaced(*c)).count();
        Signs {
            hits: furniture.hits(&line.text, &words),
            length: line.text.chars().count() + unspaced * (UNSPACED - 1),
            letters: words.words.iter().map(|(_, w)| w.chars().count()).sum(),
            sentence: ends_sentence(&line.text),
            quoted: line.text.starts_with(['“', '"', '„', '«', '‘', '「', '»']),
            words,
        }
    }

    /// True where a phrase of this kind stands in the line.
    pub fn has(&self, kind: Kind) -> bool {
        self.hits.iter().any(|hit| hit.kind == kind)
    }

    /// The longest phrase of this kind that opens the line.
    pub fn opens_with(&self, kind: Kind) -> Option<&Hit> {
        let opening = self.hits.iter().filter(|hit| hit.kind == kind && hit.words.start == 0);
        opening.max_by_key(|hit| hit.letters)
    }

    /// True where one phrase of this kind is the whole line.
    pub fn is_only(&self, kind: Kind) -> bool {
        self.hits.iter().any(|hit| hit.kind == kind && hit.any.is_none() && hit.letters == self.letters)
    }

    /// Share of the line's letters in phrases of these kinds, every letter once. Units: percent.
    pub fn taken_by(&self, is_kind: impl Fn(Kind) -> bool) -> usize {
        if self.letters == 0 {
            return 0;
        }
        let mut taken = vec![false; self.words.words.len()];
        let mut unspaced = 0;
        for hit in self.hits.iter().filter(|hit| is_kind(hit.kind)) {
            let letters: usize = hit.words.clone().map(|w| self.words.words[w].1.chars().count()).sum();
            if hit.letters < letters && hit.any.is_none() {
                unspaced += hit.letters;
            } else {
                hit.words.clone().for_each(|word| taken[word] = true);
            }
        }
        let words = self.words.words.iter().zip(&taken).filter(|(_, taken)| **taken);
        let spaced: usize = words.map(|((_, word), _)| word.chars().count()).sum();
        (spaced + unspaced).min(self.letters) * 100 / self.letters
    }

    /// Why the line does not belong to a story, as far as its wording tells.
    pub fn furniture(&self) -> Option<RemovedReason> {
        let kinds: Vec<&Hit> = self.hits.iter().filter(|hit| reason(hit.kind).is_some()).collect();
        let heaviest = kinds.iter().max_by_key(|hit| hit.letters)?;
        let taken = self.taken_by(|kind| reason(kind).is_some());
        let plain = kinds.iter().any(|hit| hit.words.len() > 1) && (!self.sentence || self.has(Kind::You));
        let enough = match self.letters <= LABEL {
            true if plain => taken >= TAKEN,
            true => taken >= TAKEN_BY_WORDS,
            false => {
                taken >= TAKEN / 2
                    && self.has(Kind::You)
                    && distinct(&kinds) * LETTERS_PER_HIT >= self.letters
            }
        };
        (enough && !self.quoted).then(|| reason(heaviest.kind)).flatten()
    }
}

/// Phrases that do not overlap.
fn distinct(hits: &[&Hit]) -> usize {
    let mut end = 0;
    let mut count = 0;
    for hit in hits {
        if hit.words.start >= end {
            count += 1;
            end = hit.words.end;
        }
    }
    count
}

/// Kinds of phrase that make a line furniture.
fn reason(kind: Kind) -> Option<RemovedReason> {
    Some(match kind {
        Kind::SignUp | Kind::Preview => RemovedReason::SignUp,
        Kind::App => RemovedReason::AppPrompt,
        Kind::Cookies => RemovedReason::Cover,
        Kind::Related => RemovedReason::Related,
        Kind::Comments | Kind::Reply => RemovedReason::Comments,
        Kind::Navigation | Kind::Share | Kind::ReadingTime => RemovedReason::Navigation,
        Kind::Banner => RemovedReason::Banner,
        _ => return None,
    })
}
