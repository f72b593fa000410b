//! The clues in the words of a name itself.

use super::Clue;
use super::add;
use super::after::opens_story;
use super::before::stands_alone;
use super::nouns::is_direction;
use super::nouns::is_place_opener;
use super::nouns::is_region_adjective;
use crate::facts::names::acronyms::is_acronym;
use crate::facts::names::bodies;
use crate::facts::names::openers::is_joint;
use crate::facts::names::openers::opens_body;
use crate::facts::names::segments::ends_in_head;
use crate::facts::names::segments::is_family_head;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::word_list;

/// What the words of a name say, from token `first` to before `end`.
pub(in crate::facts::names) fn inner(tokens: &Tokens, first: usize, end: usize) -> Vec<Clue> {
    let listed = listed(tokens, first, end);
    let is_whole = listed.iter().any(|clue| matches!(clue, Clue::ListedPlace | Clue::ListedOrganisation));
    let has_joint = (first..end).any(|i| is_joint(tokens, i));
    let name = Name {
        tokens,
        first,
        end,
        opening: tokens.folded(first),
        last: tokens.folded(end - 1),
        words: (first..end).filter(|i| tokens.kind(*i) == Some(Kind::Word)).count(),
        is_whole,
        has_head: ends_in_head(tokens, first, end),
        has_joint,
        common: (first..end).map(|i| lexicons::is_common_at(tokens, i)).collect(),
        clues: listed,
    };
    name.of_heads()
        .of_bodies()
        .of_places()
        .of_given_names()
        .of_family_names()
        .of_letters()
        .of_what_is_new()
        .clues
}

/// A name and what is asked of it again and again.
pub(super) struct Name<'a> {
    pub(super) tokens: &'a Tokens<'a>,
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) opening: &'a str,
    pub(super) last: &'a str,
    /// Words, marks apart.
    pub(super) words: usize,
    /// True where a list has all of it.
    pub(super) is_whole: bool,
    /// True where the last word names a kind of body or place.
    pub(super) has_head: bool,
    /// True for `… of …`, `… for …`.
    pub(super) has_joint: bool,
    /// For each word: what is asked of its letters most often, and costs most.
    common: Vec<bool>,
    pub(super) clues: Vec<Clue>,
}

impl Name<'_> {
    pub(super) fn with(mut self, clues: &[(Clue, bool)]) -> Self {
        add(&mut self.clues, clues);
        self
    }

    pub(super) fn word(&self, index: usize) -> &str {
        self.tokens.folded(index)
    }

    pub(super) fn all(&self) -> std::ops::Range<usize> {
        self.first..self.end
    }

    /// True for a word that is rarely a name.
    pub(super) fn is_common(&self, index: usize) -> bool {
        index.checked_sub(self.first).and_then(|n| self.common.get(n)).is_some_and(|common| *common)
    }

    pub(super) fn is_plain(&self, index: usize) -> bool {
        let word = self.word(index);
        self.is_common(index)
            || lexicons::FUNCTION_WORDS.has(word)
            || lexicons::DEMONYMS.has(word)
            || word == "tv"
    }

    pub(super) fn is_acronym(&self, index: usize) -> bool {
        is_acronym(self.tokens.word(index)) && !opens_story(self.tokens, index, index + 1)
    }

    /// True where a last word of bodies is the last, and no other kind of place makes it one.
    fn heads(&self) -> (bool, bool) {
        let is_body_word =
            |i: usize| lexicons::ORGANISATION_HEADS.has_as(self.word(i), "") || self.word(i) == "school";
        // `Dunmore Tribune-Review`: two papers that became one.
        let paper = self.last.split_once('-').map(|(head, _)| head).filter(|head| head.len() > 3);
        let may_be = self.words > 1 && !self.is_whole;
        let body_before = (self.first..self.end - 1).any(is_body_word);
        let ends_in_place = may_be && lexicons::PLACE_HEADS.has(self.last);
        let is_place = ends_in_place && !body_before;
        let is_body = may_be && lexicons::ORGANISATION_HEADS.has(paper.unwrap_or(self.last))
            || body_before && ends_in_place;
        (is_body && !is_place, is_place)
    }

    /// Kinds of body or place that the last word names.
    fn of_heads(self) -> Self {
        let (is_body, is_place) = self.heads();
        let all_plain = self.all().all(|i| self.is_plain(i));
        let is_weak = all_plain && lexicons::ORGANISATION_HEADS.has_as(self.last, "weak");
        let is_family = is_family_head(self.tokens, self.first, self.end);
        let is_letter = self.opening.chars().count() == 1;
        // `the Arabian Sea`, `the Blue Mountains`.
        let is_water = !lexicons::FUNCTION_WORDS.has(self.opening)
            && self.words == 2
            && word_list![
                "archipelago",
                "canyon",
                "creek",
                "desert",
                "glacier",
                "gulf",
                "island",
                "islands",
                "lake",
                "mountains",
                "ocean",
                "peninsula",
                "river",
                "sands",
                "sea",
                "strait",
                "valley",
                "volcano"
            ]
            .has(self.last);
        let is_named = is_water || !all_plain && !is_letter;
        let is_long = is_body && is_weak && bodies::is_long_plain(self.tokens, self.first, self.end);
        self.with(&[
            (Clue::FamilyOrPlaceHead, is_place && is_family),
            (Clue::PlaceHead, is_place && !is_family && is_named),
            (Clue::PlainPlaceHead, is_place && !is_family && all_plain && !is_water),
            (Clue::OrganisationHead, is_body && !is_weak),
            (Clue::PlainOrganisationHead, is_body && is_weak),
            (Clue::LongPlainHead, is_long),
        ])
    }

    /// What makes it a body or a thing besides.
    fn of_bodies(self) -> Self {
        let (tokens, first, end) = (self.tokens, self.first, self.end);
        let (is_body, _) = self.heads();
        let is_firm = self.words > 1 && bodies::is_firm(self.last) || bodies::is_family_firm(tokens, end);
        let opens = opens_body(tokens, first, end);
        let is_thing = !self.is_whole && !opens && bodies::is_thing(tokens, first, end);
        let has_radio = (first + 1..end).any(|i| self.word(i) == "radio");
        let closes = has_radio || bodies::ends_in_place(tokens, first, end);
        // `Deputy Minister for Health`.
        let before_joint = (first..end).find(|i| is_joint(tokens, *i + 1)).map_or("", |i| self.word(i));
        let is_office = |word: &str| lexicons::ROLES.has(word) && !lexicons::ORGANISATION_OPENERS.has(word);
        let is_role = is_office(self.opening) || is_office(before_joint);
        let has_office = (first + 1..end)
            .any(|i| word_list!["commission", "court", "department", "office"].has(self.word(i)));
        let has_joint = self.has_joint;
        let (is_new, is_several) = (!self.is_whole, self.words > 1);
        // `Forest Regression`: no family name ends so, whatever stands before.
        let is_noun = self.last.ends_with("tion") || self.last.ends_with("sion") || self.last == "open";
        let may_be_thing = self.words > 2 || is_noun || !lexicons::GIVEN.has(self.opening);
        let is_daily = self.opening == "daily" && !self.is_common(end - 1);
        let is_house = self.is_house();
        // `R&D`, `Q&A`: no names.
        let is_joined = is_several && (first..end).any(|i| tokens.word(i).contains('&'));
        let is_plain = is_joined && self.all().all(|i| self.word(i) == "&" || self.is_plain(i));
        self.with(&[
            (Clue::CompanySuffix, is_firm),
            (Clue::OrganisationOpener, opens),
            (Clue::Thing, is_thing && may_be_thing || is_new && bodies::is_saint(tokens, first, end)),
            (Clue::OrganisationHead, is_new && bodies::is_branch(tokens, first, end)),
            (Clue::OrganisationHead, is_new && closes),
            (Clue::RoleOf, has_joint && is_role),
            (Clue::OrganisationHead, is_new && bodies::stands_for_nation(tokens, first, end)),
            (Clue::OrganisationHead, is_house && !is_body && is_new),
            (
                Clue::OrganisationHead,
                is_several && is_new && word_list!["AFC", "FC", "SV", "VfB"].has(tokens.word(first)),
            ),
            // `The Daily Nonpareil`.
            (Clue::OrganisationHead, is_several && is_new && is_daily),
            (Clue::OfficeFor, has_office && has_joint),
            (Clue::Ampersand, is_joined && !is_plain),
            (Clue::PlainAmpersand, is_plain),
        ])
    }

    pub(super) fn is_house(&self) -> bool {
        let owner = self.all().find(|i| self.tokens.kind(*i) == Some(Kind::Possessive));
        owner.is_some_and(|i| bodies::is_house(self.tokens, i + 1))
    }

    /// What opens the names of places.
    fn of_places(self) -> Self {
        let rest = self.first + 1;
        // `Isle of Orra`.
        let is_of = self.words == 3
            && self.word(rest) == "of"
            && word_list!["bay", "cape", "gulf", "isle", "lake", "mount", "sea", "strait", "vale"]
                .has(self.opening);
        let plain_rest =
            (rest + usize::from(is_of)..self.end).any(|i| self.is_plain(i) || self.is_acronym(i));
        let place = lexicons::PLACES.whole(self.tokens, rest, self.end);
        let of_state = place.is_some_and(|code| code == "US") && is_region_adjective(self.opening);
        let opens =
            (is_of || is_place_opener(self.opening)) && !lexicons::ORGANISATION_OPENERS.has(self.last);
        let is_short = (2..=3).contains(&self.words);
        let is_part = self.words > 1 && is_direction(self.opening) && place.is_some();
        self.with(&[
            (Clue::PlaceOpener, is_short && !plain_rest && opens && !of_state),
            (Clue::DirectionOfState, of_state),
            (Clue::Direction, is_part && !of_state),
        ])
    }
}

fn listed(tokens: &Tokens, first: usize, end: usize) -> Vec<Clue> {
    let is_whole = |list: &lexicons::Lexicon| list.is_whole(tokens, first, end);
    let mut out = Vec::new();
    if is_whole(&lexicons::PEOPLE) {
        out.push(Clue::KnownPerson);
    }
    if is_whole(&lexicons::ORGANISATIONS) {
        out.push(Clue::ListedOrganisation);
    } else if is_whole(&lexicons::OTHER_NAMES) {
        out.push(Clue::ListedOther);
    }
    if let Some(value) = lexicons::PLACES.whole(tokens, first, end) {
        out.push(if value.ends_with('?') { Clue::PlaceOrPerson } else { Clue::ListedPlace });
    }
    let is_abbreviation = end == first + 1 && lexicons::REGION_ABBREVIATIONS.has_at(tokens, first);
    if is_abbreviation && tokens.word(first).ends_with('.') && out.is_empty() {
        out.push(Clue::ListedOther);
    }
    let last = tokens.folded(end - 1);
    // `F-16`, `EB-5`.
    let is_model = |(letters, digits): (&str, &str)| {
        letters.len() < 3 && !digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit())
    };
    if end == first + 1 && last.split_once('-').is_some_and(is_model)
        || word_list!["islander", "islanders"].has(last)
    {
        out.push(Clue::ListedOther);
    }
    let are_people =
        end > first + 1 && last.ends_with('s') && !lexicons::DEMONYMS.has(last) && lexicons::is_people(last);
    let are_people =
        are_people || end == first + 2 && is_direction(tokens.folded(first)) && lexicons::is_people(last);
    // `Liberal Democrats`; `in the Caribbean`, and not `the Caribbean court`.
    let is_party = out.contains(&Clue::ListedOrganisation);
    let is_land =
        out.contains(&Clue::ListedPlace) && tokens.is_before(first, 1, "the") && stands_alone(tokens, end);
    if !is_party && !is_land && (are_people || (first..end).all(|i| lexicons::is_people(tokens.folded(i)))) {
        out.push(Clue::Demonym);
    }
    out
}
