//! Runs -> candidates: what of a run may be a name, with the role or title written before it.
//!
//! In: [`Run`]s. Out: [`Candidate`]s in order. `US President Donald Trump` gives `US`, and `Donald Trump` with the prefix
//! `US President`; `American Airlines`, `Justice Department` stay whole.

use super::acronyms::is_acronym;
use super::bodies;
use super::links::is_generation;
use super::openers::is_joint;
use super::openers::opens_body;
use super::runs::Run;
use super::runs::Usage;
use super::runs::key;
use crate::facts::document::Document;
use crate::rules::languages::Name;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::word_list;

/// What may be a name. Units: tokens, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub first: usize,
    pub end: usize,
    /// Where the role or title before it starts; `first` where there is none.
    pub prefix: usize,
    /// True where the first word would be a capital anyway.
    pub opens: bool,
}

/// Words of a personal name at most.
const PERSON_WORDS: usize = 4;

/// Last words of places and bodies that are family names as well: Benny Hill, Lauryn House.
pub(super) const FAMILY_HEADS: Words = word_list![
    "banks", "bishop", "castle", "cave", "church", "cross", "field", "fields", "forest", "green", "grove",
    "guard", "guild", "hall", "hill", "hills", "homes", "house", "lake", "lakes", "lane", "law", "marsh",
    "meadows", "mill", "mills", "moor", "oaks", "park", "pond", "post", "press", "rivers", "rock", "star",
    "steel", "strait", "temple", "towers", "wall", "ward", "wing", "woods", "yard",
];

/// The candidates of a run.
pub(super) fn candidates(document: &Document, run: Run, usage: &Usage) -> Vec<Candidate> {
    let tokens = &document.tokens;
    if !document.language.is_english() {
        return abroad(document, run);
    }
    let Some(run) = without_opening(document, run, usage) else { return Vec::new() };
    // `Meridian Airlines Flight 370`.
    let is_flight = word_list!["flight", "flights"].has_at(tokens, run.end - 1)
        && tokens.kind(run.end) != Some(Kind::Word);
    let end = run.end - usize::from(is_flight && run.end > run.first + 1);
    // `County Road 57`: half a name.
    if tokens.kind(end) == Some(Kind::Number) && is_road(tokens, run.first, end) {
        return Vec::new();
    }
    let run = Run { end: bodies::without_letters(tokens, run.first, end), ..run };
    let mut run = without_kind(tokens, run);
    // `Gov. Ann Christie … Christie's rival`: of hers, not of the auctioneers.
    let is_theirs = tokens.kind(run.end - 1) == Some(Kind::Possessive);
    if is_theirs && run.end > run.first + 1 && usage.families.contains(tokens.folded(run.end - 2)) {
        run.end -= 1;
    }
    let whole = Candidate { first: run.first, end: run.end, prefix: run.first, opens: run.opens };
    if run.is_spelled || is_listed(tokens, run.first, run.end) || bodies::is_ship(tokens, run.first) {
        return vec![whole];
    }
    let Some(name) = name_after_role(tokens, run, usage) else {
        let first = after_rank(tokens, run.first, run.end);
        let opens = run.opens && first == run.first;
        return whole_or_parts(document, Candidate { first, prefix: first, opens, ..whole }, usage);
    };
    // `Quarrin Kings`: those of a place are a team.
    let is_team =
        name == run.end && tokens.is_capital(name - 1) && lexicons::PLACES.has_at(tokens, run.first);
    if is_team && run.end == run.first + 2 && !lexicons::ROLES.has_at(tokens, name - 1) {
        return vec![whole];
    }
    let mut out = before_role(tokens, run, name);
    if name < run.end {
        let whole = Candidate { first: name, end: run.end, prefix: run.first, opens: false };
        let parts = split_tail(document, whole, usage);
        let is_full = parts.first().is_some_and(|person| person.end > person.first + 1);
        out.extend(if is_full { parts } else { split_person(tokens, whole) });
    }
    out
}

/// Words of which every road of a kind is called, and only its number tells which.
fn is_road(tokens: &Tokens, first: usize, end: usize) -> bool {
    word_list!["highway", "road", "route"].has_at(tokens, end - 1)
        && (first..end - 1)
            .all(|i| word_list!["county", "farm", "forest", "state", "township"].has_at(tokens, i))
}

/// `the City of Quarrin` is Quarrin; the City of London is none.
fn without_kind(tokens: &Tokens, run: Run) -> Run {
    let first = run.first + 2;
    let is_kind = word_list!["city", "town", "village"].has_at(tokens, run.first);
    let opens = first < run.end && tokens.is(first - 1, "of") && tokens.is_capital(first);
    let is_own = tokens.is(first, "london") || run.is_spelled || is_listed_from(tokens, run.first, run.end);
    if is_kind && opens && !is_own { Run { first, opens: false, ..run } } else { run }
}

/// Where no grammar is known, and nouns may be capitals too: a listed place, or a given name and the family name after it.
fn abroad(document: &Document, run: Run) -> Vec<Candidate> {
    let tokens = &document.tokens;
    let candidate = |first: usize, end: usize| Candidate { first, end, prefix: first, opens: false };
    let place = |at: usize| {
        lexicons::PLACES.longest_at(tokens, at, run.end).filter(|(_, value)| !value.ends_with('?'))
    };
    let mut out = Vec::new();
    let mut at = run.first;
    while at < run.end {
        let family = family_abroad(document, at, run.end);
        let end = family.or_else(|| place(at).map(|(length, _)| at + length));
        out.extend(end.map(|end| candidate(at, end)));
        at = end.unwrap_or(at + 1);
    }
    out
}

/// Where the person ends whose given name stands at `first`: after more given names, small words and one family name.
fn family_abroad(document: &Document, first: usize, end: usize) -> Option<usize> {
    let tokens = &document.tokens;
    let is_given =
        |i: usize| lexicons::GIVEN.has_at(tokens, i) && tokens.is_capital(i) && tokens.folded(i).len() > 2;
    let mut at = first;
    while at < end && is_given(at) {
        at += 1;
    }
    let is_small = |i: usize| {
        word_list!["de", "da", "di", "do", "dos", "van", "von", "der", "den", "del", "la", "bin", "al"]
            .has(tokens.word(i))
    };
    let opens_small = at < end
        && word_list!["de", "da", "di", "do", "dos", "van", "von", "del", "bin", "al"].has(tokens.word(at));
    while opens_small && at < end && is_small(at) {
        at += 1;
    }
    let has_family = at > first && at < end && tokens.is_capital(at) && !lexicons::PLACES.has_at(tokens, at);
    let is_whole = at > first + 1 && !opens_small;
    // `Robert Koch-Institut`: a house named after somebody.
    let house_tails = document.language.table(Name::HouseTails);
    if tokens.folded(at).rsplit_once('-').is_some_and(|(_, tail)| house_tails.has(tail)) {
        return None;
    }
    has_family.then_some(at + 1).or(is_whole.then_some(at))
}

/// The run without the words that only open the sentence. None: nothing is left.
fn without_opening(document: &Document, run: Run, usage: &Usage) -> Option<Run> {
    let tokens = &document.tokens;
    let mut first = run.first;
    let is_cue = word_list!["Said", "Says"].has(tokens.word(first)) && follows_quote(tokens, first);
    first += usize::from(is_cue && run.end > first + 1);
    // "A" without a stop is no initial; "An" may be a name.
    let article = tokens.word(first) == "A" || tokens.word(first) == "An" && run.opens;
    first += usize::from(article && run.end > first + 1);
    while first < run.end
        && tokens.word(first).len() > 1
        && lexicons::FUNCTION_WORDS.has_at(tokens, first)
        && !is_listed_from(tokens, first, run.end)
    {
        let is_acronym = tokens.word(first).chars().all(|c| c.is_uppercase() || c == '.');
        let drops = if is_acronym {
            run.end - first > 2 && is_the(tokens, first)
        } else {
            run.opens || is_the(tokens, first)
        };
        if !drops {
            break;
        }
        first += 1;
    }
    let opens = run.opens;
    if opens && first == run.first && run.end - first > 1 && is_plain_opening(document, first, run.end, usage)
    {
        first += 1;
    }
    while first < run.end && !tokens.is_capital(first) {
        first += 1;
    }
    // `Founder One Hope Foundation`: whose role it is in.
    let is_founder = word_list!["ceo", "co-founder", "founder"].has_at(tokens, first);
    first += usize::from(is_founder && first + 1 < run.end && ends_in_head(tokens, first + 1, run.end));
    let is_word = |i: usize| lexicons::is_common_at(tokens, i) || usage.lower.contains(tokens.folded(i));
    let alone = opens && run.end - first == 1 && first == run.first;
    let is_family = usage.families.contains(tokens.folded(first));
    // `Nice!`
    let is_place = || {
        let place = lexicons::PLACES.get(tokens.folded(first));
        place.is_some_and(|value| value == "?" || !value.ends_with('?'))
    };
    let plain_alone = alone && !is_family && is_word(first) && !is_place();
    (first < run.end && !plain_alone).then_some(Run {
        first,
        end: run.end,
        opens: opens && first == run.first,
        is_spelled: run.is_spelled,
    })
}

fn follows_quote(tokens: &Tokens, index: usize) -> bool {
    word_list!["”", "\"", "’", "»"].has(tokens.folded_before(index, 1))
}

fn is_the(tokens: &Tokens, index: usize) -> bool {
    tokens.is(index, "the")
}

/// True where a sentence opens with a plain word before a name: `Inside Facebook`, `Critics Trump`.
fn is_plain_opening(document: &Document, first: usize, end: usize, usage: &Usage) -> bool {
    let tokens = &document.tokens;
    let word = tokens.folded(first);
    let is_plain = lexicons::is_common(word) || usage.lower.contains(word);
    let belongs = lexicons::GIVEN.has(word)
        || lexicons::TITLES.has(word)
        || lexicons::ROLES.has_any_number(word)
        || lexicons::ROLE_MODIFIERS.has(word)
        || lexicons::is_people(word)
        || lexicons::ORGANISATION_OPENERS.has(word)
        || lexicons::PLACES.has(word)
        || bodies::is_saint(tokens, first, end)
        || ends_in_head(tokens, first, end)
        || usage.inside.contains(&key(document, first, end))
        || word.ends_with('s') && bodies::stands_for_nation(tokens, first, end)
        || is_listed_from(tokens, first, end);
    is_plain && !belongs && (lexicons::GIVEN.has_at(tokens, first + 1) || is_listed(tokens, first + 1, end))
}

/// True where a list knows exactly these words.
fn is_listed(tokens: &Tokens, first: usize, end: usize) -> bool {
    let knows = |list: &lexicons::Lexicon| list.is_whole(tokens, first, end);
    knows(&lexicons::ORGANISATIONS) || knows(&lexicons::PLACES) || knows(&lexicons::OTHER_NAMES)
}

/// True where a list knows two or more of the words that open here.
fn is_listed_from(tokens: &Tokens, first: usize, end: usize) -> bool {
    let knows = |list: &lexicons::Lexicon| list.length_at(tokens, first, end) > 1;
    knows(&lexicons::ORGANISATIONS) || knows(&lexicons::PLACES)
}

/// True where the last word names a kind of organisation or place.
pub(super) fn ends_in_head(tokens: &Tokens, first: usize, end: usize) -> bool {
    let last = tokens.folded(end - 1);
    // `the St. Louis Otters`: a saint, no street.
    let is_saint = last == "st" && tokens.is_capital(end);
    end > first + 1
        && !is_saint
        && !is_family_head(tokens, first, end)
        && (lexicons::ORGANISATION_HEADS.has(last) || lexicons::PLACE_HEADS.has(last))
}

/// True for a given name and a kind of place or body that is a family name as well: `Ann Park`.
pub(super) fn is_family_head(tokens: &Tokens, first: usize, end: usize) -> bool {
    // `Taras K. Castle`.
    let has_initial = end == first + 3 && tokens.word(first + 1).trim_end_matches('.').len() == 1;
    // `in Ann Lane`: a road.
    let back = |n: usize| tokens.folded_before(first, n);
    let is_road = tokens.is(end - 1, "lane")
        && (word_list!["along", "at", "in", "off"].has(back(1))
            || back(1) == "on"
                && word_list!["crash", "fire", "found", "home", "house", "located", "parked", "shooting"]
                    .has(back(2)));
    (end == first + 2 || has_initial)
        && !is_road
        && FAMILY_HEADS.has_at(tokens, end - 1)
        && (has_initial || lexicons::GIVEN.has_at(tokens, first))
        && !lexicons::is_common_at(tokens, first)
        && !lexicons::PLACE_HEADS.has_at(tokens, first)
}

/// Length of the role noun or title at `index`, in tokens.
fn role_at(tokens: &Tokens, index: usize, end: usize) -> Option<usize> {
    // `Son Heung-min`: the kin is written small before a name. `Major League Baseball`: no officer.
    let is_league = tokens.is(index, "major") && tokens.is(index + 1, "league");
    // `Prince Rupert Mayor Ann Lee`.
    let is_town = lexicons::TITLES.has_at(tokens, index)
        && lexicons::PLACES
            .longest_at(tokens, index, end)
            .is_some_and(|(length, code)| length > 1 && !code.ends_with('?'));
    if is_town || is_league || tokens.word(index) == "Son" && index + 1 < end {
        return None;
    }
    // `Senior Austrade staff`: an adjective.
    let is_senior = |length: &usize| *length == 1 && tokens.is(index, "senior");
    let role = lexicons::ROLES.longest_at(tokens, index, end).map(|(length, _)| length);
    let role = role.filter(|length| !is_senior(length));
    // `Cr Ann Lee`; `CR Maids`.
    let is_letters = tokens.word(index) == "CR";
    let is_title = lexicons::TITLES.has_at(tokens, index) && !is_letters;
    let title = (is_title || is_honour(tokens, index)).then_some(1);
    let plural = lexicons::ROLES.has_any_number_at(tokens, index).then_some(1).filter(|n| !is_senior(n));
    role.max(title).max(plural).or_else(|| is_joined_role(tokens, index).then_some(1))
}

/// `Leg-spinner`, `ex-minister`: a role behind a hyphen, written small; not the name `Smith-Baker`.
pub(crate) fn is_joined_role(tokens: &Tokens, index: usize) -> bool {
    let tail = |word: &str| word.rfind('-').map_or(0, |at| at + 1);
    let (word, folded) = (tokens.word(index), tokens.folded(index));
    let (rank, last) = folded.split_at(tail(folded));
    let is_office = |word: &str| lexicons::TITLES.has(word) || lexicons::ROLES.has(word);
    word[tail(word)..].starts_with(char::is_lowercase) && lexicons::ROLES.has(last)
        || is_office(last) && (is_office(rank.trim_end_matches('-')) || word_list!["ex-", "then-"].has(rank))
}

/// The token after the last role in the run, where what follows may be a person. None: the run holds no such role.
fn name_after_role(tokens: &Tokens, run: Run, usage: &Usage) -> Option<usize> {
    // `Pellam Asset Advisors`.
    let is_head = |i: usize| {
        i > run.first + 1
            && i + 1 == run.end
            && tokens.is_capital(i)
            && lexicons::ORGANISATION_HEADS.has_at(tokens, i)
    };
    let is_name = |i: usize, length: usize| {
        // `Patrick Kang & Sons`.
        bodies::is_family_firm(tokens, i + 1)
            || is_head(i)
            || is_given_before_name(tokens, i, run, length)
            || is_family_role(tokens, i, run, usage)
            || is_in_body(tokens, i + length, run)
    };
    // `Tun Rashid Tun Salleh`: an honour inside a name is part of it.
    let is_inner_honour =
        |name: Option<usize>, index: usize| name.is_some_and(|name| name < index) && is_honour(tokens, index);
    let mut found = None;
    let mut index = run.first;
    while index < run.end {
        match role_at(tokens, index, run.end) {
            Some(length) if !is_name(index, length) && !is_inner_honour(found, index) => {
                index += length;
                if follows_person(tokens, index, run) {
                    found = Some(index);
                }
            }
            _ => index += 1,
        }
    }
    found
}

/// True for a title that tells of no office: `Mr`, `Dame`, the `Tan` of the Malay `Tan Sri`.
pub(crate) fn is_honour(tokens: &Tokens, index: usize) -> bool {
    lexicons::TITLES.get(tokens.folded(index)).is_some_and(|value| value.ends_with("honour"))
        || tokens.is(index, "tan") && tokens.is(index + 1, "sri")
}

/// Roles and titles that are family names as well.
const FAMILY_ROLES: Words = word_list![
    "baker",
    "banker",
    "barber",
    "baron",
    "bishop",
    "boss",
    "bowler",
    "brewer",
    "butcher",
    "butler",
    "cardinal",
    "carpenter",
    "chancellor",
    "cook",
    "cousin",
    "dean",
    "duke",
    "earl",
    "elder",
    "farmer",
    "foreman",
    "guest",
    "hacker",
    "head",
    "herr",
    "hooker",
    "hunter",
    "judge",
    "justice",
    "king",
    "lock",
    "lord",
    "major",
    "merchant",
    "monk",
    "nurse",
    "painter",
    "pope",
    "priest",
    "prince",
    "queen",
    "rector",
    "rider",
    "sen",
    "shepherd",
    "singer",
    "skipper",
    "sultan",
    "warden",
];

/// True for a family name that is a role as well, behind a given name or where the story has it so: `Mary King`, `King said`.
fn is_family_role(tokens: &Tokens, index: usize, run: Run, usage: &Usage) -> bool {
    let word = tokens.folded(index);
    let is_plural = lexicons::ROLES.has_any_number(word) && !lexicons::ROLES.has(word);
    let is_new_role = usage.families.contains(word) && !usage.lower.contains(word);
    // `Martin Luther King Jr.`
    let is_closed = index + 2 == run.end && is_generation(tokens.folded(index + 1));
    let is_last = (index + 1 == run.end || is_closed) && (FAMILY_ROLES.has(word) || is_plural || is_new_role);
    let follows_given = index.checked_sub(1).is_some_and(|i| {
        let word = tokens.folded(i);
        let is_given = lexicons::GIVEN.has(word) && !lexicons::PLACES.has(word);
        i >= run.first
            && (is_given
                || word_list!["mr", "mrs", "ms", "miss", "dr"].has(word)
                || is_new_given(tokens, i) && !is_plural)
    });
    // `Odran Hunter`: nothing tells that the word before a house or a thing.
    let follows_new = FAMILY_ROLES.has(word) && index == run.first + 1 && is_new(tokens, run.first);
    let is_titled = (run.first..index.saturating_sub(1))
        .any(|i| word_list!["mr", "mrs", "ms", "miss", "dr"].has_at(tokens, i));
    is_last
        && (follows_given || follows_new || is_titled || index == run.first && usage.families.contains(word))
}

/// `author Boyd Hunter`: a word of no other sense behind a role.
fn is_new_given(tokens: &Tokens, index: usize) -> bool {
    let follows_role = index
        .checked_sub(1)
        .is_some_and(|i| lexicons::ROLES.has_at(tokens, i) || lexicons::TITLES.has_at(tokens, i));
    follows_role && is_new(tokens, index)
}

/// A word that no list knows in another sense than that of a name.
fn is_new(tokens: &Tokens, index: usize) -> bool {
    let word = tokens.folded(index);
    let lists = [
        &lexicons::PLACES,
        &lexicons::DEMONYMS,
        &lexicons::ORGANISATIONS,
        &lexicons::ORGANISATION_OPENERS,
        &lexicons::ROLE_MODIFIERS,
    ];
    !lexicons::is_common(word)
        && !lists.iter().any(|list| list.has(word))
        && !super::acronyms::is_acronym(tokens.word(index))
}

/// True where the words up to `index` are inside a body's name: `Department of Justice`, `Federation of Master Builders`.
fn is_in_body(tokens: &Tokens, index: usize, run: Run) -> bool {
    let is_initial = tokens.word(index).len() == 2 && tokens.word(index).ends_with('.');
    let names_person = index < run.end && (is_initial || lexicons::GIVEN.has_at(tokens, index));
    // `the Central Bank of Quarrin Governor, Ann Lee`.
    let follows_place =
        index == run.end && index > run.first + 2 && lexicons::PLACES.has_at(tokens, index - 2);
    !names_person
        && !follows_place
        && opens_body(tokens, run.first, run.end)
        && (run.first..index).any(|i| is_joint(tokens, i))
}

/// True where every word from `index` on is a plain one, and no title shortened as before names stands before them.
fn is_plain_rest(tokens: &Tokens, index: usize, end: usize) -> bool {
    let is_short_title = index.checked_sub(1).is_some_and(|i| {
        tokens.word(i).ends_with('.') || word_list!["dr", "mr", "mrs", "ms"].has_at(tokens, i)
    });
    let is_plain = |i: usize| {
        let word = tokens.folded(i);
        lexicons::is_common(word)
            && !lexicons::GIVEN.has(word)
            && !lexicons::SURNAMES.has(word)
            && !lexicons::PEOPLE.has(word)
    };
    !is_short_title && (index..end).all(is_plain)
}

/// True for a word that is a role and a given name, where it opens a name: `Dean Smith`, `Bishop` aside.
fn is_given_before_name(tokens: &Tokens, index: usize, run: Run, length: usize) -> bool {
    let word = tokens.folded(index);
    if word_list!["dean", "duke", "earl", "mason"].has(word)
        && index + 1 < run.end
        && tokens.is_capital(index + 1)
    {
        return true;
    }
    length == 1
        && lexicons::GIVEN.has(word)
        && index + 2 == run.end
        && index == run.first
        && !lexicons::TITLES.has(word)
}

/// True where the words from `index` to the run's end may be a person's name, or nothing is left.
fn follows_person(tokens: &Tokens, index: usize, run: Run) -> bool {
    if index == run.end {
        return true;
    }
    // `Luiz Inácio Lula da Silva`: four names.
    let words = (index..run.end).filter(|i| tokens.is_capital(*i)).count();
    let has_joint = (index..run.end).any(|i| word_list!["&", "and", "for", "of"].has_at(tokens, i));
    let is_given = lexicons::GIVEN.has_at(tokens, index);
    let is_role_plural = !is_joined_role(tokens, index - 1)
        && !lexicons::ROLES.has_at(tokens, index - 1)
        && !lexicons::TITLES.has_at(tokens, index - 1);
    let is_plural = is_role_plural && (index > run.first + 1 || index + 1 == run.end);
    // `Student DJs`.
    let are_letters = tokens.word(index).strip_suffix('s').is_some_and(is_acronym);
    if is_plain_rest(tokens, index, run.end)
        || are_letters
        || lexicons::FUNCTION_WORDS.has_at(tokens, index)
        || is_plural && !is_given
    {
        return false;
    }
    // `Queen Elizabeth Hospital`.
    let last = tokens.folded(run.end - 1);
    let is_house = words > 1
        && !FAMILY_HEADS.has(last)
        && (lexicons::ORGANISATION_HEADS.has_as(last, "") || lexicons::PLACE_HEADS.has(last));
    if is_house {
        return false;
    }
    // `Mayor Herb Pond`; not `Prince Albert Park`.
    const OFFICES: Words = word_list![
        "coun",
        "councillor",
        "det",
        "detective",
        "dr",
        "gov",
        "governor",
        "insp",
        "inspector",
        "mayor",
        "mr",
        "mrs",
        "ms",
        "prof",
        "professor",
        "rep",
        "sen",
        "senator",
        "sgt",
    ];
    let has_office = index + 2 == run.end && OFFICES.has_at(tokens, index - 1);
    let is_family = (index + 1 == run.end || has_office)
        && FAMILY_HEADS.has(last)
        && lexicons::TITLES.has_at(tokens, index - 1);
    let heads = !is_given && !is_family && ends_in_head(tokens, run.first, run.end) && words < 3;
    let listed = lexicons::ORGANISATIONS.is_whole(tokens, index, run.end);
    let is_titled = lexicons::TITLES.has_at(tokens, index - 1)
        && !word_list!["chief", "director", "commissioner", "officer", "secretary"].has_at(tokens, index - 1);
    let may_be = is_given || is_titled || !listed;
    words <= PERSON_WORDS && !has_joint && !heads && may_be && tokens.is_capital(index)
}

/// Where the body opens in `Former Harbour Bank chief Ann Lee`; the first token where no such word stands before one.
fn after_rank(tokens: &Tokens, first: usize, end: usize) -> usize {
    const RANKS: Words = word_list![
        "acting",
        "ex",
        "former",
        "fellow",
        "incoming",
        "long-time",
        "longtime",
        "outgoing",
        "retired",
        "veteran",
    ];
    let next = first + 1;
    let is_body = || {
        lexicons::ORGANISATIONS.length_at(tokens, next, end) > 0
            || (next + 2..=(next + 4).min(end)).any(|end| ends_in_head(tokens, next, end))
    };
    if RANKS.has_at(tokens, first) && next < end && is_body() { next } else { first }
}

/// Names before the role in a run: `Google` of `Google CEO Sundar Pichai`.
fn before_role(tokens: &Tokens, run: Run, name: usize) -> Vec<Candidate> {
    let first = after_rank(tokens, run.first, name);
    let run = Run { first, opens: run.opens && first == run.first, ..run };
    let mut end = run.first;
    // `Federation of Government Employees President Ann Lee`: many are no role of hers.
    let are_many = |i: usize| {
        i + 1 < name && lexicons::ROLES.has_any_number_at(tokens, i) && !lexicons::ROLES.has_at(tokens, i)
    };
    while end < name
        && (role_at(tokens, end, name).is_none() || are_many(end))
        && !lexicons::ROLE_MODIFIERS.has_at(tokens, end)
    {
        end += 1;
    }
    // `Orr County Sheriff Ann Lee`.
    end += usize::from(end > run.first && end < name && tokens.is(end, "county"));
    while end > run.first && word_list!["of", "and", "the"].has_at(tokens, end - 1) {
        end -= 1;
    }
    let listed = lexicons::ORGANISATIONS.length_at(tokens, run.first, name);
    let end = end.max(run.first + listed);
    let is_demonym = end == run.first + 1 && lexicons::is_people(tokens.folded(run.first));
    let is_demonym = is_demonym
        || lexicons::PLACES.whole(tokens, run.first, end).is_some_and(|value| value.ends_with('='));
    let is_portfolio =
        word_list!["minister", "ministers"].has_at(tokens, end) || listed == 0 && tokens.is(end, "secretary");
    let candidate = Candidate { first: run.first, end, prefix: run.first, opens: run.opens };
    if end > run.first && !is_demonym && !is_portfolio { vec![candidate] } else { Vec::new() }
}

/// A candidate without a role: whole, or cut where a place stands before a person.
fn whole_or_parts(document: &Document, whole: Candidate, usage: &Usage) -> Vec<Candidate> {
    let tokens = &document.tokens;
    let is_adjective = lexicons::DEMONYMS.has_at(tokens, whole.first);
    let next = whole.first + 1;
    let names_person =
        whole.end >= whole.first + 3 && whole.end <= next + 3 && lexicons::GIVEN.has_at(tokens, next);
    if is_adjective && names_person && !ends_in_head(tokens, whole.first, whole.end) {
        return vec![Candidate { first: next, prefix: next, opens: false, ..whole }];
    }
    let parts = split_tail(document, whole, usage);
    if parts.is_empty() { split_person(tokens, whole) } else { parts }
}

/// `Crooked Hillary Clinton`, `Washington Post Trump`: a person behind words that are no part of the name.
fn split_tail(document: &Document, whole: Candidate, usage: &Usage) -> Vec<Candidate> {
    let tokens = &document.tokens;
    let (first, end) = (whole.first, whole.end);
    let is_plain = |i: usize| {
        let word = tokens.folded(i);
        !lexicons::GIVEN.has(word)
            && !lexicons::SURNAMES.has(word)
            && (lexicons::is_common(word) || lexicons::is_people(word) || lexicons::ROLE_MODIFIERS.has(word))
    };
    // `Tran Thi Phuong Lan`: the family's name, and two or three more.
    let is_vietnamese = |i: usize| {
        let is_family = word_list![
            "bui", "dang", "dinh", "do", "duong", "hoang", "huynh", "le", "ngo", "nguyen", "pham", "phan",
            "tran", "truong", "vo", "vu"
        ]
        .has_at(tokens, i);
        is_family && (3..=4).contains(&(end - i))
    };
    let opens = |i: &usize| {
        lexicons::GIVEN.has_at(tokens, *i) && (2..=3).contains(&(end - i))
            || *i + 1 == end && lexicons::PEOPLE.has_at(tokens, *i)
            || is_vietnamese(*i)
    };
    let listed = is_listed_from(tokens, first, end)
        || lexicons::PLACES.has_at(tokens, first)
        || lexicons::ORGANISATIONS.has_at(tokens, first);
    let is_whole = ends_in_head(tokens, first, end) || bodies::is_saint(tokens, first, end);
    let Some(cut) = (first + 1..end).find(opens).filter(|_| !is_whole) else {
        return Vec::new();
    };
    let before = Candidate { end: cut, ..whole };
    let person = Candidate { first: cut, prefix: cut, opens: false, ..whole };
    let is_known =
        usage.inside.contains(&key(document, cut, end)) && !lexicons::is_common_at(tokens, end - 1);
    let may_go = |i: usize| {
        let word = tokens.folded(i);
        // `Crooked Trump`, but `Nirav Trump`: of one word more may be the name.
        is_plain(i)
            || is_known
                && (whole.opens || end > cut + 1)
                && !lexicons::GIVEN.has(word)
                && !lexicons::SURNAMES.has(word)
    };
    // `the District of Massachusetts Joshua Levy`.
    let ends_in_place = (first..cut)
        .rev()
        .take(3)
        .any(|i| i > first && is_joint(tokens, i - 1) && lexicons::PLACES.is_whole(tokens, i, cut));
    // `Orkney Ferries Graham Sinclair`, `MP for Makerfield Josh Simons`.
    let the = usize::from(tokens.is_before(first, 1, "the"));
    let back = |n: usize| tokens.folded_before(first, n + the);
    let is_of_role = word_list!["for", "of", "at"].has(back(1))
        && lexicons::ROLES.has(back(2))
        && (end == cut + 2 || is_vietnamese(cut))
        && !lexicons::GIVEN.has_at(tokens, first);
    if ends_in_place || is_of_role || ends_in_head(tokens, first, cut) {
        vec![before, person]
    } else if (first..cut).all(may_go) && (first..end).all(|i| tokens.is_capital(i)) {
        vec![person]
    } else if listed && is_listed(tokens, first, cut) && !lexicons::GIVEN.has_at(tokens, first) {
        vec![before, person]
    } else {
        Vec::new()
    }
}

/// `Britain Liu Xiaoming`: a country written before a person of another name.
fn split_person(tokens: &Tokens, whole: Candidate) -> Vec<Candidate> {
    let place = lexicons::PLACES.longest_at(tokens, whole.first, whole.end);
    let Some((length, _)) = place.filter(|(_, value)| value.ends_with('=')) else { return vec![whole] };
    let cut = whole.first + length;
    // `ambassador to Quarria Tavo Ludo`.
    let back = |n: usize| tokens.folded_before(whole.first, n);
    let is_of_role = word_list!["for", "of", "to"].has(back(1)) && lexicons::ROLES.has(back(2));
    let is_name =
        |i: usize| is_of_role || lexicons::GIVEN.has_at(tokens, i) || lexicons::SURNAMES.has_at(tokens, i);
    if whole.end < cut + 2
        || whole.end > cut + 3
        || !is_name(cut)
        || ends_in_head(tokens, whole.first, whole.end)
    {
        return vec![whole];
    }
    let before = Candidate { end: cut, ..whole };
    vec![before, Candidate { first: cut, prefix: cut, opens: false, ..whole }]
}
