//! Candidates -> clues: what the words of a name, and the words around it, say about its kind.
//!
//! In: a document and a [`Candidate`]. Out: [`Clue`]s. A clue's weight stands in one table, [`Clue::weights`]; the
//! weights were set by hand and tuned on news articles read for it.

use super::acronyms::abbreviates;
use super::acronyms::is_acronym;
use super::bodies;
use super::segments::Candidate;
use super::segments::ends_in_head;
use super::segments::is_family_head;
use crate::facts::document::Document;
use crate::order;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::word_list;

/// What may be said for or against a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Clue {
    ListedPlace,
    PlaceOrPerson,
    ListedOrganisation,
    ListedOther,
    Demonym,
    OrganisationHead,
    PlainOrganisationHead,
    LongPlainHead,
    PlainPlaceHead,
    OrganisationOpener,
    PlaceHead,
    FamilyOrPlaceHead,
    PlaceOpener,
    Direction,
    DirectionOfState,
    GivenAndMore,
    GivenAndPlain,
    GivenAlone,
    KnownPerson,
    FamilyAlone,
    FamilyAgain,
    OfficeFor,
    RoleAtBefore,
    FamilyLast,
    FamilyFirst,
    Initial,
    Particle,
    Generation,
    CamelCase,
    Acronym,
    AcronymInside,
    PlainEnd,
    EndsInInitial,
    Ampersand,
    CompanySuffix,
    UnknownPair,
    UnknownWord,
    RoleOf,
    Title,
    RoleBefore,
    RoleBeforeAlone,
    BodyNounBefore,
    PlaceNounOfBefore,
    PlaceNounAfter,
    WorkNounAfter,
    BodyNounAfter,
    InBefore,
    NearBefore,
    FromBefore,
    StateAfter,
    AgeAfter,
    WhoAfter,
    CueAfter,
    CueBefore,
    AcronymAfter,
    OwnsOffice,
    OwnsKin,
    OwnsLand,
    RoleOfBefore,
    TheBefore,
    ArticleBefore,
    KinBefore,
    RoleAfterComma,
    BodyAfterComma,
    TheRiver,
    AgeOfBefore,
    PlaceBeside,
    Thing,
    InMarks,
    AccordingBefore,
    RoleAfter,
    Trades,
    WhichAfter,
    SpeaksAlone,
}

impl Clue {
    /// What the clue adds: to person, organisation, place.
    fn weights(self) -> [f32; 3] {
        match self {
            Clue::ListedPlace => [-1.0, 0.0, 4.0],
            Clue::PlaceOrPerson => [0.3, 0.0, 2.5],
            Clue::ListedOrganisation => [-1.0, 4.0, -1.0],
            Clue::ListedOther | Clue::Demonym | Clue::RoleOf => [-6.0, -6.0, -6.0],
            Clue::OrganisationHead => [-3.0, 3.2, -1.0],
            Clue::PlainOrganisationHead => [-2.0, 2.0, -0.5],
            Clue::LongPlainHead => [0.0, 0.5, 0.0],
            Clue::PlainPlaceHead => [-2.0, -0.5, 1.6],
            Clue::OrganisationOpener => [-3.0, 3.2, -1.0],
            Clue::PlaceHead => [-3.0, -0.5, 3.2],
            // `Ann Park`: the words around must say that it is a place.
            Clue::FamilyOrPlaceHead => [-1.0, -0.5, 1.6],
            Clue::PlaceOpener => [-1.0, 0.0, 2.6],
            Clue::Direction => [-2.0, -1.0, 3.5],
            // Universities and their teams are named so too: the words around must say that it is a place.
            Clue::DirectionOfState => [-2.0, 0.0, 1.2],
            Clue::GivenAndMore => [3.2, 0.0, -0.5],
            Clue::GivenAndPlain => [2.1, 0.0, 0.0],
            Clue::GivenAlone => [0.8, 0.0, 0.0],
            Clue::KnownPerson => [3.0, -1.0, 0.0],
            Clue::FamilyAlone => [1.2, 0.0, 0.0],
            Clue::FamilyAgain => [1.5, 0.0, 0.0],
            Clue::OfficeFor => [-3.0, 3.2, -3.0],
            Clue::RoleAtBefore => [-1.0, 2.6, -0.5],
            Clue::FamilyLast => [1.6, 0.0, 0.0],
            Clue::FamilyFirst => [1.0, 0.0, 0.0],
            Clue::Initial => [2.2, -0.5, -0.5],
            Clue::Particle => [1.8, 0.0, 0.0],
            Clue::Generation => [3.0, -1.0, -1.0],
            Clue::CamelCase => [-1.5, 1.6, -1.0],
            Clue::Acronym => [-2.0, 0.8, -0.5],
            Clue::AcronymInside => [-3.0, 0.0, -0.5],
            Clue::PlainEnd => [-2.5, 0.0, -0.5],
            // Half of a name: the rest stands behind a nickname, or behind the one it shares a family name with.
            Clue::EndsInInitial => [-12.0, 0.0, 0.0],
            Clue::Ampersand => [-2.0, 2.4, -1.0],
            Clue::CompanySuffix => [-3.0, 4.0, -2.0],
            Clue::UnknownPair => [1.3, 0.0, 0.4],
            Clue::UnknownWord => [0.0, 0.0, 0.4],
            Clue::Title => [4.0, -2.0, -3.0],
            Clue::RoleBefore => [3.0, 0.0, -1.0],
            Clue::RoleBeforeAlone => [1.0, 0.3, -0.5],
            Clue::BodyNounBefore => [-1.0, 2.5, -0.5],
            Clue::PlaceNounOfBefore => [-1.0, -0.5, 3.0],
            Clue::WorkNounAfter => [-1.0, 0.5, -3.0],
            Clue::PlaceNounAfter => [-1.0, -0.5, 2.6],
            Clue::BodyNounAfter => [-0.3, 2.0, 0.0],
            Clue::InBefore => [-1.0, -0.2, 2.0],
            Clue::NearBefore => [-0.5, -0.2, 1.6],
            Clue::FromBefore => [0.0, 0.0, 0.4],
            Clue::StateAfter => [-0.5, -0.5, 2.8],
            Clue::AgeAfter => [3.2, -1.0, -1.0],
            Clue::WhoAfter => [2.2, -0.4, -1.0],
            Clue::CueAfter => [1.0, 0.6, -0.3],
            Clue::CueBefore => [1.0, 0.2, -0.3],
            Clue::AcronymAfter => [-2.0, 3.0, 0.5],
            Clue::OwnsOffice => [-0.5, 1.8, 0.2],
            Clue::OwnsKin => [2.2, -1.0, -1.0],
            Clue::OwnsLand => [-0.8, 0.0, 1.4],
            Clue::RoleOfBefore => [-1.0, 1.8, 0.4],
            Clue::TheBefore => [-2.0, 0.3, 0.0],
            Clue::ArticleBefore => [-1.5, -0.5, -0.5],
            Clue::KinBefore => [3.0, -2.0, -2.0],
            Clue::RoleAfterComma => [2.6, -0.2, -0.8],
            Clue::BodyAfterComma => [-1.5, 2.6, -1.0],
            // `the Amazon`: what a company is named after.
            Clue::TheRiver => [-2.0, -6.0, 6.0],
            Clue::AgeOfBefore => [-0.5, -0.5, 3.0],
            Clue::PlaceBeside => [-0.5, -0.5, 2.4],
            Clue::Thing => [-4.0, -4.0, -4.0],
            Clue::InMarks => [-3.6, -0.6, -2.0],
            Clue::AccordingBefore => [0.4, 2.5, -0.5],
            Clue::RoleAfter => [-0.5, 1.6, 0.3],
            Clue::Trades => [-0.3, 1.8, -0.8],
            Clue::WhichAfter => [-2.0, 0.8, 0.4],
            // Somebody would have been named in full.
            Clue::SpeaksAlone => [-1.0, 2.0, -1.0],
        }
    }
}

/// What a clue counts for when it comes more than once, in total.
const REPEATED: f32 = 1.4;

/// The clues of one written form, over all its mentions.
#[derive(Clone, Debug, Default)]
pub(super) struct Clues {
    seen: Vec<(Clue, u32)>,
}

impl Clues {
    pub fn add(&mut self, clue: Clue) {
        match self.seen.iter_mut().find(|(c, _)| *c == clue) {
            Some((_, count)) => *count += 1,
            None => self.seen.push((clue, 1)),
        }
    }

    pub fn has(&self, clue: Clue) -> bool {
        self.seen.iter().any(|(c, _)| *c == clue)
    }

    /// Sums for person, organisation, place.
    pub fn sums(&self) -> [f32; 3] {
        let mut sums = [0.0; 3];
        let mut seen = self.seen.clone();
        order::sort_by_key(&mut seen, |(clue, _)| *clue);
        for (clue, count) in seen {
            let factor = if count > 1 { REPEATED } else { 1.0 };
            let weights = clue.weights();
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += factor * weight);
        }
        sums
    }
}

/// The clues in the words of a name itself.
pub(super) fn inner(tokens: &Tokens, first: usize, end: usize) -> Vec<Clue> {
    let mut out = listed(tokens, first, end);
    let (opening, last) = (tokens.folded(first), tokens.folded(end - 1));
    let words = (first..end).filter(|i| tokens.kind(*i) == Some(Kind::Word)).count();
    let out_has_listed = out.iter().any(|clue| matches!(clue, Clue::ListedPlace | Clue::ListedOrganisation));
    let mut push = |clue: Clue, holds: bool| {
        if holds {
            out.push(clue);
        }
    };
    let heads = ends_in_head(tokens, first, end);
    let is_whole = out_has_listed;
    let is_head = |list: lexicons::Lexicon| words > 1 && !is_whole && list.has(last);
    let is_body_word = |i: usize| {
        lexicons::ORGANISATION_HEADS.get(tokens.folded(i)) == Some("") || tokens.folded(i) == "school"
    };
    let has_radio = (first + 1..end).any(|i| tokens.folded(i) == "radio");
    let body_before = (first..end - 1).any(is_body_word);
    let is_place_head = is_head(lexicons::PLACE_HEADS) && !body_before;
    let is_body_head = (is_head(lexicons::ORGANISATION_HEADS)
        || body_before && is_head(lexicons::PLACE_HEADS))
        && !is_place_head;
    let is_plain_word = |i: usize| {
        let word = tokens.folded(i);
        lexicons::is_common(word)
            || lexicons::FUNCTION_WORDS.has(word)
            || lexicons::DEMONYMS.has(word)
            || word == "tv"
    };
    let all_plain = (first..end).all(is_plain_word);
    let is_weak = all_plain && lexicons::ORGANISATION_HEADS.get(last) == Some("weak");
    let is_family = is_family_head(tokens, first, end);
    push(Clue::FamilyOrPlaceHead, is_place_head && is_family);
    let is_letter = opening.chars().count() == 1;
    push(Clue::PlaceHead, is_place_head && !is_family && !all_plain && !is_letter);
    push(Clue::PlainPlaceHead, is_place_head && !is_family && all_plain);
    push(Clue::OrganisationHead, is_body_head && !is_weak);
    push(Clue::PlainOrganisationHead, is_body_head && is_weak);
    push(Clue::LongPlainHead, is_body_head && is_weak && bodies::is_long_plain(tokens, first, end));
    push(
        Clue::CompanySuffix,
        words > 1
            && matches!(
                last,
                "inc" | "corp" | "ltd" | "llc" | "plc" | "gmbh" | "co" | "incorporated" | "llp"
            ),
    );
    let has_joint = (first..end).any(|i| is_joint(tokens, i));
    let opens = opens_body(tokens, first, end);
    push(Clue::OrganisationOpener, opens);
    let is_thing = !is_whole && !opens && bodies::is_thing(tokens, first, end);
    push(Clue::Thing, is_thing && (words > 2 || !lexicons::GIVEN.has(opening)));
    push(Clue::OrganisationHead, !is_whole && (has_radio || bodies::ends_in_place(tokens, first, end)));
    push(
        Clue::RoleOf,
        has_joint && lexicons::ROLES.has(opening) && !lexicons::ORGANISATION_OPENERS.has(opening),
    );
    let plain_rest = (first + 1..end)
        .any(|i| is_plain_word(i) || lexicons::DEMONYMS.has(tokens.folded(i)) || is_acronym(tokens.word(i)));
    let place_after =
        lexicons::PLACES.longest_at(tokens, first + 1, end).filter(|(n, _)| first + 1 + n == end);
    let of_state = place_after.is_some_and(|(_, code)| code == "US") && is_region_adjective(opening);
    let opens_place = is_place_opener(opening) && !lexicons::ORGANISATION_OPENERS.has(last);
    push(Clue::PlaceOpener, (2..=3).contains(&words) && !plain_rest && opens_place && !of_state);
    push(Clue::DirectionOfState, of_state);
    push(Clue::Direction, words > 1 && is_direction(opening) && place_after.is_some() && !of_state);
    let body_last = lexicons::ORGANISATIONS.has(last)
        || is_acronym(tokens.word(end - 1)) && !is_acronym(tokens.word(first));
    let owner = (first..end).find(|i| tokens.kind(*i) == Some(Kind::Possessive));
    let is_house = owner.is_some_and(|i| bodies::is_house(tokens, i + 1));
    push(Clue::OrganisationHead, is_house && !is_body_head && !is_whole);
    let given = !is_house
        && !body_last
        && !heads
        && !has_joint
        && (2..=4).contains(&words)
        && lexicons::GIVEN.has(opening);
    let plain_last = lexicons::is_common(last) && !lexicons::SURNAMES.has(last) && !lexicons::GIVEN.has(last);
    let doubtful = plain_last
        && (lexicons::PEOPLE.has(opening) || lexicons::PLACES.has(opening) || lexicons::is_common(opening));
    push(Clue::GivenAndMore, given && !plain_last);
    push(Clue::GivenAndPlain, given && plain_last && !doubtful);
    let shouts = |i: usize| is_acronym(tokens.word(i)) && !tokens.word(i).contains('.');
    let is_ordinal = |i: usize| tokens.word(i).chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let is_long = |i: usize| shouts(i) && tokens.word(i).len() > 2 && !is_ordinal(i);
    let is_brand = is_camel(tokens.word(end - 1)) && !lexicons::GIVEN.has(opening);
    let is_part_shouted = (first..end).any(is_long) && !(first..end).all(shouts);
    push(Clue::AcronymInside, words > 1 && (is_part_shouted || is_brand));
    let ends_plain = plain_last && last.ends_with('s') || lexicons::FUNCTION_WORDS.has(last);
    let has_plain = (first..end - 1).any(|i| is_plain_word(i) || is_acronym(tokens.word(i)));
    push(Clue::PlainEnd, words > 1 && ends_plain && (has_plain || lexicons::FUNCTION_WORDS.has(last)));
    let letters = || last.trim_end_matches('.').chars();
    push(Clue::EndsInInitial, words > 1 && letters().count() == 1 && !letters().eq(['x']));
    push(Clue::FamilyAlone, words == 1 && lexicons::SURNAMES.has(opening));
    push(
        Clue::OfficeFor,
        (first + 1..end)
            .any(|i| matches!(tokens.folded(i), "office" | "department" | "court" | "commission"))
            && has_joint,
    );
    push(Clue::GivenAlone, words == 1 && lexicons::GIVEN.has(opening));
    // `Elka Graham`: many given names are family names as well.
    let is_new = |word: &str| {
        !lexicons::is_common(word) && !lexicons::PLACES.has(word) && !lexicons::DEMONYMS.has(word)
    };
    let is_given_last =
        words == 2 && lexicons::GIVEN.has(last) && is_new(last) && is_new(opening) && !body_last;
    let is_family_last = lexicons::SURNAMES.has(last) || is_given_last && !is_acronym(tokens.word(first));
    push(Clue::FamilyLast, !heads && !has_joint && (2..=4).contains(&words) && is_family_last);
    let is_camp = matches!(opening, "camp" | "fort" | "lake" | "mount" | "mt" | "port");
    push(
        Clue::FamilyFirst,
        !heads && !is_camp && (2..=3).contains(&words) && lexicons::SURNAMES.has(opening),
    );
    push(
        Clue::Initial,
        !heads
            && words > 1
            && (first..end).any(|i| {
                is_initial(tokens.word(i))
                    && !lexicons::ORGANISATIONS.has(tokens.folded(i))
                    && !lexicons::PLACES.has(tokens.folded(i))
            })
            && !lexicons::PLACES.has(last),
    );
    push(
        Clue::Particle,
        words > 1
            && (first + 1..end).any(|i| {
                !tokens.is_capital(i)
                    && !matches!(tokens.folded(i), "of" | "for" | "and" | "&" | "the" | "'s")
            }),
    );
    push(Clue::Generation, words > 2 && matches!(last, "jr" | "sr" | "ii" | "iii" | "iv"));
    push(Clue::CamelCase, words == 1 && is_camel(tokens.word(first)));
    push(Clue::Acronym, words == 1 && is_acronym(tokens.word(first)));
    push(Clue::Ampersand, (first..end).any(|i| tokens.word(i).contains('&')));
    let is_known = |i: usize| {
        lexicons::is_common(tokens.folded(i))
            || lexicons::DEMONYMS.has_any_number(tokens.folded(i))
            || is_acronym(tokens.word(i))
    };
    let placed = lexicons::PLACES.has(opening) || lexicons::ORGANISATIONS.has(opening);
    let are_initials = words == 2
        && is_acronym(tokens.word(first))
        && opening.len() == 2
        && !lexicons::OTHER_NAMES.has(opening)
        && !is_known(first + 1);
    push(
        Clue::UnknownPair,
        are_initials && !placed && !heads
            || !placed
                && !is_camp
                && (2..=3).contains(&words)
                && !heads
                && !has_joint
                && !(first..end).any(is_known),
    );
    push(Clue::UnknownWord, words == 1 && !is_known(first));
    out
}

fn listed(tokens: &Tokens, first: usize, end: usize) -> Vec<Clue> {
    let whole = |list: lexicons::Lexicon| {
        list.longest_at(tokens, first, end).filter(|(length, _)| first + length == end)
    };
    let mut out = Vec::new();
    if whole(lexicons::PEOPLE).is_some() {
        out.push(Clue::KnownPerson);
    }
    if whole(lexicons::ORGANISATIONS).is_some() {
        out.push(Clue::ListedOrganisation);
    } else if whole(lexicons::OTHER_NAMES).is_some() {
        out.push(Clue::ListedOther);
    }
    if let Some((_, value)) = whole(lexicons::PLACES) {
        out.push(if value.ends_with('?') { Clue::PlaceOrPerson } else { Clue::ListedPlace });
    }
    let is_abbreviation = end == first + 1 && lexicons::REGION_ABBREVIATIONS.has(tokens.folded(first));
    if is_abbreviation && tokens.word(first).ends_with('.') && out.is_empty() {
        out.push(Clue::ListedOther);
    }
    let last = tokens.folded(end - 1);
    let are_people = end > first + 1
        && last.ends_with('s')
        && !lexicons::DEMONYMS.has(last)
        && lexicons::DEMONYMS.has_any_number(last);
    let are_people = are_people
        || end == first + 2 && is_direction(tokens.folded(first)) && lexicons::DEMONYMS.has_any_number(last);
    if are_people || (first..end).all(|i| lexicons::DEMONYMS.has_any_number(tokens.folded(i))) {
        out.push(Clue::Demonym);
    }
    out
}

fn is_place_opener(word: &str) -> bool {
    matches!(
        word,
        "mount"
            | "mt"
            | "lake"
            | "river"
            | "cape"
            | "fort"
            | "port"
            | "isle"
            | "gulf"
            | "st"
            | "saint"
            | "camp"
            | "san"
            | "santa"
            | "los"
            | "las"
            | "el"
            | "north"
            | "south"
            | "east"
            | "west"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "central"
            | "upper"
            | "lower"
            | "greater"
    )
}

/// What part of an American state a college names itself after.
fn is_region_adjective(word: &str) -> bool {
    matches!(word, "northern" | "southern" | "eastern" | "western" | "central")
}

fn is_direction(word: &str) -> bool {
    matches!(
        word,
        "north"
            | "south"
            | "east"
            | "west"
            | "northern"
            | "southern"
            | "eastern"
            | "western"
            | "central"
            | "upper"
            | "lower"
            | "greater"
            | "downtown"
            | "northeast"
            | "northwest"
            | "southeast"
            | "southwest"
            | "mid"
            | "inner"
            | "outer"
    )
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
    let has_turn = word.chars().zip(word.chars().skip(1)).any(|(a, b)| a.is_lowercase() && b.is_uppercase());
    has_turn && !word.contains('-') && !PERSONAL.iter().any(|start| word.starts_with(start))
}

/// The clues around one mention.
pub(super) fn around(document: &Document, at: &Candidate) -> Vec<Clue> {
    if bodies::opens_address(&document.tokens, at.end) {
        return Vec::new();
    }
    let mut out = before(document, at);
    out.extend(after(document, at));
    out.extend(bodies::is_in_marks(&document.tokens, at.prefix, at.end).then_some(Clue::InMarks));
    out
}

fn before(document: &Document, at: &Candidate) -> Vec<Clue> {
    let tokens = &document.tokens;
    if at.prefix < at.first {
        return vec![Clue::Title];
    }
    let back = |n: usize| {
        at.first.checked_sub(n).filter(|i| document.sentence_of(*i) == document.sentence_of(at.first))
    };
    let Some(index) = back(1) else { return Vec::new() };
    let word = tokens.folded(index);
    let is_lower = tokens.kind(index) == Some(Kind::Word) && !tokens.is_capital(index);
    let second = back(2).map_or("", |i| tokens.folded(i));
    let words = at.end - at.first;
    let mut out = Vec::new();
    match word {
        "in" | "In" => out.push(Clue::InBefore),
        "near" | "across" | "outside" | "throughout" | "around" | "toward" | "towards" => {
            out.push(Clue::NearBefore)
        }
        "to" if second == "according" && words == 1 && !lexicons::SURNAMES.has(tokens.folded(at.first)) => {
            out.push(Clue::AccordingBefore)
        }
        "from" | "to" | "into" | "between" | "leave" | "left" | "visit" | "visited" => {
            out.push(Clue::FromBefore)
        }
        "the" if words == 1 && is_river(tokens, at) => out.push(Clue::TheRiver),
        "the" => {
            out.push(Clue::TheBefore);
            let third = back(3).map_or("", |i| tokens.folded(i));
            let of_role = matches!(second, "of" | "for" | "with" | "at") && lexicons::ROLES.has(third);
            let has_person = (at.first + 1..at.end - 1).any(|i| lexicons::GIVEN.has(tokens.folded(i)));
            out.extend((of_role && words > 1 && !has_person).then_some(Clue::RoleOfBefore));
            out.extend((second == "to" && third == "according").then_some(Clue::AccordingBefore));
        }
        "of" if is_age(tokens, at.first) => out.push(Clue::AgeOfBefore),
        "a" | "an" => out.push(Clue::ArticleBefore),
        "of" if is_place_noun(second) => out.push(Clue::PlaceNounOfBefore),
        "at" if lexicons::ROLES.has(second) => out.push(Clue::RoleAtBefore),
        "of" | "for" | "with" if lexicons::ROLES.has(second) => out.push(Clue::RoleOfBefore),
        _ => {}
    }
    let is_noun = is_lower && lexicons::ORGANISATION_NOUNS.get(word) == Some("before");
    if is_noun || bodies::is_named_here(document, at.first) {
        out.push(Clue::BodyNounBefore);
    } else if is_lower && is_kin(word) {
        out.push(Clue::KinBefore);
    } else if is_lower && lexicons::ROLES.has(word) {
        out.push(if words > 1 { Clue::RoleBefore } else { Clue::RoleBeforeAlone });
    } else if is_lower && lexicons::CUES.has(word) && word.ends_with(['d', 's']) {
        out.push(Clue::CueBefore);
    }
    let role_comma = word == "," && back(2).is_some_and(|i| lexicons::ROLES.has(tokens.folded(i)));
    if role_comma && words > 1 {
        out.push(Clue::RoleBefore);
    }
    out
}

/// `the Amazon`, not `the Amazon website`.
fn is_river(tokens: &Tokens, at: &Candidate) -> bool {
    let next = tokens.folded(at.end);
    let stands_alone = tokens.kind(at.end) != Some(Kind::Word) || lexicons::FUNCTION_WORDS.has(next);
    stands_alone && lexicons::ORGANISATIONS.get(tokens.folded(at.first)) == Some("the")
}

/// `Mary Smith, 34, of` before the word at `index`.
fn is_age(tokens: &Tokens, index: usize) -> bool {
    let back = |n: usize| index.checked_sub(n).map_or("", |i| tokens.folded(i));
    let number = index.checked_sub(3).filter(|i| tokens.kind(*i) == Some(Kind::Number));
    back(2) == "," && back(4) == "," && number.is_some_and(|i| tokens.word(i).len() < 3)
}

fn after(document: &Document, at: &Candidate) -> Vec<Clue> {
    let tokens = &document.tokens;
    let word = tokens.folded(at.end);
    let is_lower = tokens.kind(at.end) == Some(Kind::Word) && !tokens.is_capital(at.end);
    let mut out = Vec::new();
    if tokens.kind(at.end) == Some(Kind::Possessive) {
        out.extend(owned(tokens, at.end + 1));
    } else if bodies::trades(tokens, at.end) {
        out.push(Clue::Trades);
    } else if word == "," && tokens.folded(at.end + 1) == "which" {
        out.push(Clue::WhichAfter);
    } else if word == "," {
        out.extend(after_comma(document, at));
    } else if word == "(" {
        out.extend(in_brackets(tokens, at));
    } else if word == "who" {
        out.push(Clue::WhoAfter);
    } else if is_lower && lexicons::ORGANISATION_NOUNS.get(word) == Some("after") {
        out.push(Clue::BodyNounAfter);
    } else if is_lower && at.end > at.first + 1 && lexicons::ROLES.has(word) {
        out.push(Clue::RoleAfter);
    } else if is_lower && is_work_noun(word) {
        out.push(Clue::WorkNounAfter);
    } else if is_lower && is_place_noun(word) {
        out.push(Clue::PlaceNounAfter);
    } else if is_lower && lexicons::CUES.has(word) && word.ends_with(['d', 's']) {
        out.push(Clue::CueAfter);
    }
    out
}

/// What the thing owned says about its owner.
fn owned(tokens: &Tokens, index: usize) -> Option<Clue> {
    let has = |words: Words| (index..index + 2).any(|i| words.has(tokens.folded(i)));
    const OFFICE: Words = word_list![
        "ceo",
        "shares",
        "stock",
        "board",
        "products",
        "customers",
        "subsidiary",
        "parent",
        "shareholders",
        "users",
        "employees",
        "website",
        "headquarters",
        "app",
        "founder",
        "co-founder",
        "spokesman",
        "spokeswoman",
        "boss",
        "editor",
        "players",
        "coach",
        "manager",
    ];
    const LAND: Words = word_list![
        "government",
        "capital",
        "economy",
        "parliament",
        "border",
        "borders",
        "population",
        "military",
        "prime",
        "foreign",
        "largest",
        "ruling",
        "coast",
        "airport",
        "streets",
        "citizens",
    ];
    if is_kin(tokens.folded(index))
        || has(word_list![
            "lawyer",
            "lawyers",
            "attorney",
            "attorneys",
            "life",
            "death",
            "family",
            "career",
            "face",
            "hand",
        ])
    {
        Some(Clue::OwnsKin)
    } else if has(OFFICE) {
        Some(Clue::OwnsOffice)
    } else if has(LAND) {
        Some(Clue::OwnsLand)
    } else {
        None
    }
}

fn after_comma(document: &Document, at: &Candidate) -> Vec<Clue> {
    let tokens = &document.tokens;
    let next = at.end + 1;
    let mut out = Vec::new();
    let age = tokens.kind(next) == Some(Kind::Number) && tokens.word(next).len() < 3;
    if age && matches!(tokens.folded(next + 1), "," | "." | "who" | "and" | "of" | "was" | "said" | "from") {
        out.push(Clue::AgeAfter);
    }
    if tokens.folded(next) == "who" {
        out.push(Clue::WhoAfter);
    }
    let short = lexicons::REGION_ABBREVIATIONS.has(tokens.folded(next)).then_some(1);
    let listed = lexicons::PLACES.longest_at(tokens, next, next + 4).map(|(length, _)| length);
    let region = listed.or(short).filter(|_| tokens.is_capital(next));
    let closes = |end: usize| {
        matches!(tokens.folded(end), "," | "." | "" | "-" | "—" | "–" | "\n" | ")" | ";")
            || tokens.word(end - 1).ends_with('.')
    };
    if region.is_some_and(|length| closes(next + length)) && at.end - at.first < 4 {
        out.push(Clue::StateAfter);
    }
    if opens_role(tokens, next) {
        out.push(Clue::RoleAfterComma);
    } else if opens_body_noun(tokens, next) {
        out.push(Clue::BodyAfterComma);
    }
    out
}

/// True where `a research organisation,`, `the environmental group that` opens.
fn opens_body_noun(tokens: &Tokens, index: usize) -> bool {
    let is_noun = |i: &usize| lexicons::ORGANISATION_NOUNS.get(tokens.folded(*i)) == Some("before");
    let is_word = |i: &usize| tokens.kind(*i) == Some(Kind::Word);
    let has_article = matches!(tokens.folded(index), "a" | "an" | "the");
    let noun = (index + 1..index + 6).take_while(is_word).find(is_noun).filter(|_| has_article);
    noun.is_some_and(|i| {
        let next = tokens.folded(i + 1);
        !is_word(&(i + 1)) || lexicons::FUNCTION_WORDS.has(next) || next == "based"
    })
}

/// True where `a professor`, `the company's president`, `an American actor` opens.
fn opens_role(tokens: &Tokens, index: usize) -> bool {
    let start = index
        + usize::from(matches!(tokens.folded(index), "a" | "an" | "the" | "his" | "her" | "its" | "their"));
    (start..start + 4)
        .take_while(|i| tokens.kind(*i) == Some(Kind::Word) || tokens.kind(*i) == Some(Kind::Possessive))
        .any(|i| {
            let word = tokens.folded(i);
            lexicons::ROLES.has(word) && lexicons::ORGANISATION_NOUNS.get(word) != Some("before")
        })
}

fn in_brackets(tokens: &Tokens, at: &Candidate) -> Option<Clue> {
    let inside = tokens.word(at.end + 1);
    let closes = tokens.folded(at.end + 2) == ")";
    let age = tokens.kind(at.end + 1) == Some(Kind::Number) && inside.len() == 2;
    if closes && age {
        return Some(Clue::AgeAfter);
    }
    let is_thing = lexicons::OTHER_NAMES.has(tokens.folded(at.end + 1));
    (closes && !is_thing && is_acronym(inside) && abbreviates(tokens, inside, at.first, at.end))
        .then_some(Clue::AcronymAfter)
}

fn is_place_noun(word: &str) -> bool {
    const NOUNS: Words = word_list![
        "airport",
        "area",
        "bay",
        "borough",
        "capital",
        "cities",
        "city",
        "coast",
        "counties",
        "county",
        "district",
        "districts",
        "hamlet",
        "island",
        "islands",
        "municipality",
        "neighborhood",
        "neighbourhood",
        "outskirts",
        "port",
        "province",
        "provinces",
        "region",
        "regions",
        "resort",
        "river",
        "shores",
        "state",
        "states",
        "streets",
        "suburb",
        "suburbs",
        "territory",
        "town",
        "towns",
        "township",
        "valley",
        "village",
        "villages",
    ];
    NOUNS.has(word)
}

/// Words that join what a body is for to its name: `Council for`, `Alliance Against`.
pub(super) fn is_joint(tokens: &Tokens, index: usize) -> bool {
    matches!(tokens.word(index), "of" | "for" | "Against" | "against")
}

/// True for `Council of …`, and where a nation or a plain word stands before it: `Australian Bureau of …`.
pub(super) fn opens_body(tokens: &Tokens, first: usize, end: usize) -> bool {
    let is_opener =
        |i: &usize| lexicons::ORGANISATION_OPENERS.has(tokens.folded(*i)) && is_joint(tokens, *i + 1);
    if bodies::opens_strong(tokens, first, end) {
        return true;
    }
    let Some(opener) = (first..end).find(is_opener) else { return false };
    (first..opener).all(|i| {
        let word = tokens.folded(i);
        tokens.kind(i) == Some(Kind::Possessive)
            || lexicons::DEMONYMS.has(word)
            || lexicons::PLACES.has(word)
            || lexicons::is_common(word)
    })
}

/// What is named after a place more often than it lies in one.
fn is_work_noun(word: &str) -> bool {
    matches!(
        word,
        "album" | "franchise" | "magazine" | "movie" | "musical" | "novel" | "sequel" | "soundtrack"
    )
}

fn is_kin(word: &str) -> bool {
    const KIN: Words = word_list![
        "aunt",
        "boyfriend",
        "brother",
        "cousin",
        "dad",
        "daughter",
        "ex-husband",
        "ex-wife",
        "father",
        "fiancé",
        "fiancée",
        "girlfriend",
        "grandfather",
        "grandmother",
        "grandson",
        "husband",
        "mom",
        "mother",
        "mum",
        "nephew",
        "niece",
        "sister",
        "son",
        "stepfather",
        "stepmother",
        "uncle",
        "widow",
        "wife",
    ];
    KIN.has(word)
}
