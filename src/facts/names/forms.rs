//! Candidates -> forms: all mentions of one spelling, what speaks for its kind, and the kind.
//!
//! In: [`Candidate`]s. Out: [`Form`]s by spelling. A form whose clues do not reach the bar of any kind has none; it
//! may still belong to another form.

use super::Kind;
use super::Mention;
use super::clues;
use super::clues::Clue;
use super::clues::Clues;
use super::runs::Usage;
use super::runs::key;
use super::segments::Candidate;
use crate::facts::document::Document;
use crate::order;
use crate::order::Map;
use crate::order::Set;
use crate::rules::lexicons;
use crate::text::Tokens;
use crate::text::word_list;

/// One spelling.
#[derive(Clone, Debug)]
pub(super) struct Form {
    /// Folded words with single spaces.
    pub key: String,
    pub words: usize,
    /// In text order, at least one.
    pub mentions: Vec<Candidate>,
    /// Mentions with words around them that place it.
    pub located: usize,
    pub clues: Clues,
    /// None: under every bar.
    pub kind: Option<Kind>,
    /// The kind it would have, were the bar lower.
    pub leaning: Option<Kind>,
    /// Sum of the clues for that kind.
    pub score: f32,
}

impl Candidate {
    /// The candidate as a mention.
    pub fn mention(&self) -> Mention {
        Mention { first: self.first, end: self.end, prefix: self.prefix }
    }
}

/// Sums of clues from which a form is a person, an organisation, a place.
const BARS: [f32; 3] = [1.95, 2.4, 2.4];
/// How far the first kind must be ahead of the second.
const LEAD: f32 = 0.4;
/// Sum from which a form leans to a kind enough to be counted as withheld.
const LEANS: f32 = 1.0;

/// The forms of a document, by spelling.
pub(super) fn of(document: &Document, candidates: &[Candidate], usage: &Usage) -> Vec<Form> {
    let mut forms: Map<String, Form> = Map::default();
    for candidate in candidates {
        let key = key(document, candidate.first, candidate.end);
        let form = forms.get_or_insert_with(key, |key| form(document, candidate, key));
        form.mentions.push(*candidate);
        let around = clues::around(document, candidate);
        form.located += usize::from(around.iter().any(|clue| clue.locates()));
        around.into_iter().for_each(|clue| form.clues.add(clue));
        if usage.is_sport && clues::plays(document, candidate) {
            form.clues.add(Clue::ActsAsMany);
        }
    }
    let mut families: Set<String> = Set::default();
    let mut sorted = Vec::with_capacity(forms.len());
    for (key, form) in forms.into_sorted() {
        if form.words == 1 {
            families.insert(key);
        }
        sorted.push(form);
    }
    let mut forms = sorted;
    for form in &mut forms {
        add_family(form, &families);
        decide(document, form, usage);
    }
    for _ in 0..PASSES {
        add_rows(document, &mut forms, usage);
    }
    add_speakers(document, &mut forms, usage);
    forms
}

/// How far a row of names is followed: `in A and B in Virginia and C and D`. Units: names.
const PASSES: usize = 6;

/// Where the names of one kind start and end.
struct Sides {
    starts: Set<usize>,
    ends: Set<usize>,
}

impl Sides {
    fn of(forms: &[Form], kind: Kind) -> Sides {
        let mut sides = Sides { starts: Set::default(), ends: Set::default() };
        for form in forms.iter().filter(|f| f.kind == Some(kind)) {
            for at in &form.mentions {
                // `the JIP and the CDPJ`, `President Ann Lee and Bo Tan`.
                sides.starts.insert(at.prefix);
                sides.ends.insert(at.end);
            }
        }
        sides
    }

    /// On how many sides a mention stands in a row with one of them; two where `and` joins them.
    fn touch(&self, tokens: &Tokens, at: &Candidate) -> usize {
        let joins = |i: usize| word_list!["and", ",", "to"].has_at(tokens, i);
        let is_last = |i: usize| tokens.is(i, "and") && tokens.is(i.wrapping_sub(1), ",");
        let end = behind_brackets(tokens, at.end);
        let the = |i: usize| i + usize::from(tokens.is(i, "the"));
        let after = joins(end).then(|| the(end + 1 + usize::from(is_last(end + 1))));
        let first = at.first - usize::from(tokens.is_before(at.first, 1, "the"));
        let before = first.checked_sub(1).filter(|i| joins(*i)).map(|i| i - usize::from(is_last(i)));
        let weight =
            |join: usize, is_there: bool| usize::from(is_there) << usize::from(tokens.is(join, "and"));
        let behind = after.is_some_and(|i| self.starts.contains(&i));
        let ahead = before.is_some_and(|i| self.ends.contains(&before_brackets(tokens, i)));
        weight(end, behind) + weight(first.saturating_sub(1), ahead)
    }
}

/// `Ann Lee (c), Bo Tan (wk) and …`: what a row says of each in a word. Units: tokens, brackets included.
const IN_BRACKETS: usize = 3;

fn behind_brackets(tokens: &Tokens, end: usize) -> usize {
    let is_short = tokens.is(end, "(") && tokens.is(end + IN_BRACKETS - 1, ")");
    end + if is_short { IN_BRACKETS } else { 0 }
}

fn before_brackets(tokens: &Tokens, end: usize) -> usize {
    let open = end.checked_sub(IN_BRACKETS).filter(|open| behind_brackets(tokens, *open) == end);
    open.unwrap_or(end)
}

/// `in Springfield and Dunmore, Kell and Orrin`: a word of no other sense that stands in a row with a place is one; so are
/// names in a row with people or bodies.
fn add_rows(document: &Document, forms: &mut [Form], usage: &Usage) {
    if !document.language.is_english() {
        return;
    }
    let tokens = &document.tokens;
    // `in Halm and Upper Tey, …`: a name of several words may be a person's; where it closes a phrase, it is none.
    let closes = |at: &Candidate| word_list![",", ".", ";", "and"].has_at(tokens, at.end);
    // `arrested at Kell Orrin, Ann Madaki, Quarrin`.
    let lies = |at: &Candidate| word_list!["at", "in"].has(tokens.folded_before(at.first, 1));
    // A word may be anything; an acronym is most often of a body.
    let needed = |form: &Form| if form.clues.has(Clue::Acronym) { 1 } else { 2 };
    let places = Sides::of(forms, Kind::Place);
    let people = Sides::of(forms, Kind::Person);
    let bodies = Sides::of(forms, Kind::Organisation);
    for form in forms.iter_mut().filter(|f| f.kind.is_none()) {
        let is_closed =
            || form.words == 1 || form.mentions.iter().all(|at| closes(at) && follows_and(tokens, at));
        let touches =
            |sides: &Sides| form.mentions.iter().map(|at| sides.touch(tokens, at)).max().unwrap_or(0);

        let clue =
            if is_unknown(form) && form.mentions.iter().all(|at| places.touch(tokens, at) > 0) && is_closed()
            {
                Clue::PlaceBeside
            } else if may_be_person(form) && touches(&people) > 0 && !form.mentions.iter().any(lies) {
                Clue::PersonBeside
            } else if may_be_body(form) && touches(&bodies) >= needed(form) {
                Clue::BodyBeside
            } else {
                continue;
            };
        form.clues.add(clue);
        decide(document, form, usage);
    }
}

/// True for two or three words that nothing speaks against being a person's name.
fn may_be_person(form: &Form) -> bool {
    (2..=3).contains(&form.words)
        && form.clues.has(Clue::UnknownPair)
        && !form.clues.has_any(&[
            Clue::PersonBeside,
            Clue::TheBefore,
            Clue::InBefore,
            Clue::InMarks,
            Clue::Thing,
        ])
}

/// True for an acronym, or a word of no known sense, that nothing tells to be a person or place.
fn may_be_body(form: &Form) -> bool {
    let is_new = form.clues.has(Clue::Acronym) || form.words == 1 && form.clues.has(Clue::UnknownWord);
    // `R`, `CS50`, `Oakland, CA`.
    let is_code = form.key.len() < 2
        || form.key.contains(|c: char| c.is_ascii_digit())
        || lexicons::REGION_ABBREVIATIONS.has(&form.key);
    let is_other = [
        Clue::BodyBeside,
        Clue::FamilyAlone,
        Clue::GivenAlone,
        Clue::InBefore,
        Clue::ListedOther,
        Clue::Demonym,
        Clue::Thing,
        Clue::InMarks,
        Clue::WhoAfter,
        Clue::Title,
    ];
    is_new && !is_code && !form.clues.has_any(&is_other)
}

fn follows_and(tokens: &Tokens, at: &Candidate) -> bool {
    tokens.is_before(at.first, 1, "and")
}

/// Shorter acronyms stand for offices and things: `AG`, `TV`. Units: letters.
const LEAST_ACRONYM: usize = 3;

/// `Lorvane said …. Lorvane's shares …`: a word of no other sense that acts and is told of again, and never stands beside a
/// given name, is no person: a story names people in full when they come first. A paper that is told something need not come again.
fn add_speakers(document: &Document, forms: &mut [Form], usage: &Usage) {
    if !document.language.is_english() {
        return;
    }
    let (mut parts, mut families): (Set<String>, Set<String>) = Default::default();
    for form in forms.iter().filter(|f| f.words > 1) {
        for part in form.key.split(' ') {
            parts.insert(part.to_owned());
        }
        // `De Blasio` of `Bill de Blasio`.
        if let (Some(Kind::Person), Some((_, rest))) = (form.kind, form.key.split_once(' '))
            && form.words > 2
        {
            families.insert(rest.to_owned());
        }
    }
    for form in forms.iter_mut().filter(|f| f.kind.is_none() && speaks(f) && !families.contains(&f.key)) {
        let is_short = form.clues.has(Clue::Acronym) && form.key.len() < LEAST_ACRONYM;
        let is_told = form.clues.has(Clue::ToldBefore);
        if (form.mentions.len() > 1 || is_told) && !is_short && (form.words > 1 || !parts.contains(&form.key))
        {
            form.clues.add(Clue::SpeaksAlone);
            decide(document, form, usage);
        }
    }
}

/// True for a word of no known sense that says, owns or sells something.
fn speaks(form: &Form) -> bool {
    let is_new = form.words > 1 || form.clues.has_any(&[Clue::UnknownWord, Clue::CamelCase, Clue::Acronym]);
    let acts = [
        Clue::CueAfter,
        Clue::OwnsOffice,
        Clue::BodyNounAfter,
        Clue::AccordingBefore,
        Clue::ToldBefore,
        Clue::Trades,
        Clue::RoleOfBefore,
        Clue::RoleAtBefore,
        Clue::WhichAfter,
    ];
    let is_other = [
        Clue::Title,
        Clue::GivenAlone,
        Clue::FamilyAlone,
        Clue::KnownPerson,
        Clue::ListedPlace,
        Clue::PlaceOrPerson,
        Clue::InBefore,
        Clue::StateAfter,
        Clue::Demonym,
        Clue::ListedOther,
        Clue::WhoAfter,
        Clue::AgeAfter,
        Clue::KinBefore,
        Clue::RoleBeforeAlone,
        Clue::InMarks,
        Clue::RoleAfterComma,
        Clue::ArticleBefore,
        Clue::PlaceNounAfter,
        Clue::PlaceBeside,
        Clue::OwnsKin,
        Clue::GivenAndMore,
        Clue::GivenAndPlain,
        Clue::FamilyLast,
        Clue::FamilyAgain,
        Clue::UnknownPair,
        Clue::Initial,
        Clue::Thing,
    ];
    is_new && form.clues.has_any(&acts) && !form.clues.has_any(&is_other)
}

/// True where nothing tells what the words name.
fn is_unknown(form: &Form) -> bool {
    let is_new = form.clues.has_any(&[Clue::UnknownWord, Clue::UnknownPair]);
    let tells_other = [
        Clue::GivenAndMore,
        Clue::GivenAlone,
        Clue::FamilyAlone,
        Clue::FamilyLast,
        Clue::Title,
        Clue::CueAfter,
        Clue::WhoAfter,
        Clue::Acronym,
        Clue::CamelCase,
        Clue::FamilyAgain,
        Clue::RoleAfterComma,
        Clue::PlaceBeside,
    ];
    is_new && !form.clues.has_any(&tells_other)
}

/// Letters of a Chinese or Vietnamese syllable at most, but for a few.
const MOST_SYLLABLE: usize = 5;

/// A second word that comes again alone, while the first does not, is most often a family name.
fn add_family(form: &mut Form, alone: &Set<String>) {
    let mut words = form.key.split(' ');
    let (Some(first), Some(last)) = (words.next(), words.next_back()) else { return };
    // `Loh Kean Yew … Loh said`: short words, the family's first.
    let is_syllable =
        |word: &str| word.chars().count() <= MOST_SYLLABLE && word.chars().all(char::is_alphabetic);
    let is_short = form.words == 3 && form.key.split(' ').all(is_syllable);
    if is_short && alone.contains(first) && form.clues.has(Clue::UnknownPair) {
        form.clues.add(Clue::FamilyFirst);
    }
    let is_given = lexicons::GIVEN.has(last) && !lexicons::SURNAMES.has(last) && lexicons::is_common(first);
    let is_plain = is_given
        || lexicons::is_common(last)
        || lexicons::PLACES.has(last)
        || lexicons::ORGANISATIONS.has(last);
    if (2..=3).contains(&form.words) && alone.contains(last) && !alone.contains(first) && !is_plain {
        form.clues.add(Clue::FamilyAgain);
    }
}

fn form(document: &Document, at: &Candidate, key: &str) -> Form {
    let mut clues = Clues::default();
    clues::inner(&document.tokens, at.first, at.end).into_iter().for_each(|clue| clues.add(clue));
    Form {
        key: key.to_owned(),
        words: at.end - at.first,
        mentions: Vec::new(),
        located: 0,
        clues,
        kind: None,
        leaning: None,
        score: 0.0,
    }
}

fn decide(document: &Document, form: &mut Form, usage: &Usage) {
    if !document.language.is_english() {
        return decide_abroad(form);
    }
    if is_generic(form, usage) {
        return;
    }
    let mut sums = form.clues.sums();
    // `in Ash Grove, Leeds`: where no match is told of, a town and not its club.
    if !usage.may_be_sport
        && form.clues.has(Clue::ListedOrganisation)
        && lexicons::PLACES.get(&form.key) == Some("GB")
    {
        sums[1] -= CLUB;
    }
    let ranked = rank(sums);
    let [(best, top), (_, second)] = ranked;
    let bar = BARS.get(best as usize).copied().unwrap_or(f32::MAX);
    form.score = top.max(0.0);
    form.leaning = (top >= LEANS).then_some(best);
    form.kind = (top >= bar && top - second >= LEAD).then_some(best);
    if form.kind == Some(Kind::Place) && is_doubtful_place(form) {
        form.kind = None;
    }
}

/// What a list of clubs counts for less where a town is as likely meant. Units: sum of clues.
const CLUB: f32 = 2.0;

/// Of so many mentions of a place at least one says where things are.
const LOCATED_SHARE: usize = 4;

/// `in Tabler` once, and nothing else tells that the word of ten sentences is a place; `in SEO`.
fn is_doubtful_place(form: &Form) -> bool {
    let tells = [
        Clue::ListedPlace,
        Clue::PlaceOrPerson,
        Clue::PlaceHead,
        Clue::PlainPlaceHead,
        Clue::FamilyOrPlaceHead,
        Clue::PlaceOpener,
        Clue::Direction,
        Clue::StateAfter,
        Clue::TheRiver,
        Clue::PlaceBeside,
    ];
    let is_short = form.clues.has(Clue::Acronym) || form.key.chars().count() == 1;
    (is_short || form.located * LOCATED_SHARE < form.mentions.len()) && !form.clues.has_any(&tells)
}

/// Where no grammar is known: listed places, and given names with more behind them.
fn decide_abroad(form: &mut Form) {
    let kind = if form.clues.has(Clue::ListedPlace) {
        Some(Kind::Place)
    } else if form.clues.has(Clue::GivenAndMore)
        && form.words < 4
        && !form.clues.has(Clue::ListedOrganisation)
    {
        Some(Kind::Person)
    } else {
        None
    };
    form.kind = kind;
    form.leaning = kind;
    form.score = if kind.is_some() { form.clues.sums().into_iter().fold(0.0, f32::max) } else { 0.0 };
}

/// True for a word that names a kind of body or place (`the Commission`), or that the text writes small elsewhere.
fn is_generic(form: &Form, usage: &Usage) -> bool {
    let word = form.key.as_str();
    let is_told = [
        Clue::ListedOrganisation,
        Clue::ListedPlace,
        Clue::PlaceOrPerson,
        Clue::StateAfter,
        Clue::Title,
        Clue::GivenAlone,
    ];
    let is_head = lexicons::ORGANISATION_HEADS.has_any_number(word)
        || lexicons::ORGANISATION_OPENERS.has(word)
        || lexicons::PLACE_HEADS.has_any_number(word)
        || lexicons::ROLES.has_any_number(word);
    let is_plain = lexicons::is_common(word) || usage.lower.contains(word);
    form.words == 1 && (is_head || is_plain) && !form.clues.has_any(&is_told)
}

fn rank(sums: [f32; 3]) -> [(Kind, f32); 2] {
    let mut all = [(Kind::Person, sums[0]), (Kind::Organisation, sums[1]), (Kind::Place, sums[2])];
    order::sort_by(&mut all, |a, b| b.1.total_cmp(&a.1));
    [all[0], all[1]]
}
