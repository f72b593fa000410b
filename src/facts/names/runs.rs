//! Sentences -> runs of capitalised words, with the small words that join them.
//!
//! In: a [`Document`]. Out: [`Run`]s in order, not overlapping. Lines in headline case, where capitals tell nothing,
//! give none.

use super::acronyms;
use super::bodies;
use super::clues::is_score;
use super::openers::opens_body;
use crate::facts::document::Document;
use crate::facts::document::Taken;
use crate::order::Set;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::is_apostrophe;
use crate::text::word_list;

/// Capitalised words in a row. Units: tokens, half-open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub first: usize,
    pub end: usize,
    /// True where the first word would be a capital anyway.
    pub opens: bool,
    /// True where an acronym behind it spells it: no role or person is in it.
    pub is_spelled: bool,
}

/// Share of capitals over which a line is a headline.
const HEADLINE_SHARE: f32 = 0.7;
/// The same where a full stop ends it: sentences that introduce people are nearly all names.
const SENTENCE_SHARE: f32 = 0.92;
/// Words a headline has at least; shorter lines may be all name. Twice as many where a full stop ends it.
const HEADLINE_WORDS: usize = 5;
/// Joining words inside foreign personal names.
const PARTICLES: Words = word_list![
    "al", "am", "ben", "bin", "bint", "da", "dal", "de", "del", "della", "den", "der", "di", "do", "dos",
    "du", "el", "ibn", "la", "le", "ten", "ter", "van", "von", "zu",
];
/// Owners whose possessive is part of a name: People’s Liberation Army, Attorney’s Office.
const OWNERS: Words = word_list![
    "alzheimer",
    "attorney",
    "children",
    "general",
    "governor",
    "king",
    "mayor",
    "minister",
    "mother",
    "people",
    "president",
    "prosecutor",
    "queen",
    "sheriff",
    "state",
    "teachers",
    "veterans",
    "workers",
];

/// The runs of a document.
pub(super) fn runs(document: &Document) -> Vec<Run> {
    let mut out = Vec::new();
    for sentence in &document.sentences {
        let (first, last) = (sentence.first, sentence.last);
        if is_headline(document, first, last) {
            continue;
        }
        let mut spelled = acronyms::spelled(document, first, last).into_iter().peekable();
        let mut index = first;
        while index < last {
            while spelled.next_if(|range| range.start < index).is_some() {}
            let next = spelled.peek().cloned().unwrap_or(last..last);
            let is_spelled = next.start == index;
            if !is_spelled && !is_name_word(document, index) {
                index += 1;
                continue;
            }
            let end = if is_spelled { next.end } else { run_end(document, index, next.start) };
            out.push(Run { first: index, end, opens: opens(document, index, first), is_spelled });
            index = end;
        }
    }
    out
}

/// How the story itself writes words, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct Usage<'a> {
    /// Words it also writes in lower case, acronyms of such words among them.
    pub lower: Set<&'a str>,
    /// Last words of names that open with a given name or a title.
    pub families: Set<&'a str>,
    /// Runs it writes where a capital tells something.
    pub inside: Set<String>,
    /// True where it tells of matches.
    pub is_sport: bool,
    /// True where it may.
    pub may_be_sport: bool,
}

/// Words of sport that a story has at least, to be one of matches.
const LEAST_SPORT: usize = 4;
/// Scores that count as such words, at most: votes are written so as well.
const MOST_SCORES: usize = 2;
/// What only stories of matches speak of, a few of them together.
const SPORT: Words = word_list![
    "batsman",
    "bowler",
    "coach",
    "defender",
    "fixture",
    "fixtures",
    "goalie",
    "goalkeeper",
    "goaltender",
    "halftime",
    "half-time",
    "innings",
    "interception",
    "interceptions",
    "league",
    "linebacker",
    "matches",
    "midfielder",
    "offseason",
    "overtime",
    "playoff",
    "playoffs",
    "quarterback",
    "rebounds",
    "referee",
    "scored",
    "scorer",
    "season",
    "semifinal",
    "semifinals",
    "striker",
    "touchdown",
    "touchdowns",
    "unbeaten",
    "wicket",
    "wickets",
    "winger",
];

impl Usage<'_> {
    /// What a story tells about its own words.
    pub fn of<'a>(document: &'a Document, runs: &[Run]) -> Usage<'a> {
        let tokens = &document.tokens;
        let is_lower = |index: &usize| tokens.kind(*index) == Some(Kind::Word) && !tokens.is_capital(*index);
        let is_small = |index: &usize| is_lower(index) || acronyms::is_of_small_words(tokens, *index);
        let mut lower: Set<&str> = Set::default();
        for index in (0..tokens.len()).filter(is_small) {
            lower.insert(tokens.folded(index));
        }
        let opens_person = |i: usize| lexicons::GIVEN.has_at(tokens, i) || lexicons::TITLES.has_at(tokens, i);
        let (mut families, mut inside): (Set<&str>, Set<String>) = Default::default();
        for run in runs {
            if run.end > run.first + 1 && (opens_person(run.first) || opens_person(run.end - 2)) {
                families.insert(tokens.folded(run.end - 1));
            }
            if !run.opens {
                inside.insert(key(document, run.first, run.end));
            }
        }
        let words = SPORT.iter().filter(|word| lower.contains(word)).count();
        let scores = (0..tokens.len()).filter(|i| is_score(tokens, *i)).take(MOST_SCORES).count();
        let may_be_sport = words > 0;
        let is_sport = words > 1 && words + scores >= LEAST_SPORT;
        Usage { lower, families, inside, is_sport, may_be_sport }
    }
}

/// Folded words with single spaces.
pub(super) fn key(document: &Document, first: usize, end: usize) -> String {
    let mut key = String::new();
    for i in first..end {
        if i > first {
            key.push(' ');
        }
        key.push_str(document.tokens.folded(i));
    }
    key
}

fn is_headline(document: &Document, first: usize, last: usize) -> bool {
    let (mut all, mut capitals) = (0, 0);
    for i in (first..last).filter(|i| document.tokens.kind(*i) == Some(Kind::Word)) {
        all += 1;
        capitals += usize::from(document.tokens.is_capital(i));
    }
    let stops = last
        .checked_sub(1)
        .map(|i| document.tokens.word(i))
        .is_some_and(|word| word.ends_with(['.', ':', '”', '"']));
    let (least, share) =
        if stops { (2 * HEADLINE_WORDS, SENTENCE_SHARE) } else { (HEADLINE_WORDS, HEADLINE_SHARE) };
    all >= least && (capitals as f32 > share * all as f32 || !stops && is_title_case(document, first, last))
}

/// `2023 on Track to Break Temperature Records`: only small words are written small, and most of the others are plain.
fn is_title_case(document: &Document, first: usize, last: usize) -> bool {
    let tokens = &document.tokens;
    let is_large =
        |i: &usize| tokens.kind(*i) == Some(Kind::Word) && !lexicons::FUNCTION_WORDS.has_at(tokens, *i);
    let (mut large, mut plain) = (0, 0);
    for i in (first..last).filter(is_large) {
        if !tokens.is_capital(i) {
            return false;
        }
        large += 1;
        plain += usize::from(lexicons::is_common_at(tokens, i));
    }
    plain * 2 > large
}

/// True for a capitalised word that may belong to a name.
pub(crate) fn is_name_word(document: &Document, index: usize) -> bool {
    let tokens = &document.tokens;
    let word = tokens.word(index);
    let is_pronoun = word == "I" || word.starts_with("I'") || word.starts_with("I’");
    let is_party = word.starts_with("D-") || word.starts_with("R-");
    tokens.is_capital(index)
        && !is_party
        && !is_pronoun
        && !joins_countries(tokens.folded(index))
        && document.taken(index) == Taken::Free
        && !has_lower_tail(word)
}

/// True for the `US-Mexico` of a border: two countries, and no name of one.
fn joins_countries(word: &str) -> bool {
    let is_country = |part: &str| lexicons::PLACES.get(part).is_some_and(|code| code.ends_with('='));
    word.split_once('-').is_some_and(|(one, other)| is_country(one) && is_country(other))
        && !lexicons::PLACES.has(word)
}

/// True for `Trump-era`, `Russian-occupied`: an adjective made of a name.
fn has_lower_tail(word: &str) -> bool {
    let tail = word.rsplit('-').next().unwrap_or("");
    tail.len() < word.len()
        && tail.chars().all(char::is_lowercase)
        && (lexicons::is_common(tail) || tail.ends_with("ed"))
}

/// True where a capital tells nothing: first in the sentence, or after a mark that opens one.
fn opens(document: &Document, index: usize, first: usize) -> bool {
    let mark = |i: usize| document.tokens.mark(i);
    let is_opening = |c: char| {
        matches!(
            c,
            '“' | '"'
                | '‘'
                | '\''
                | '«'
                | '„'
                | ':'
                | '—'
                | '–'
                | '•'
                | '·'
                | '*'
                | '.'
                | '!'
                | '?'
                | '|'
                | '…'
                | '('
                | '['
        )
    };
    // `- With Riverside`, `# With Riverside`: what a list puts before its lines.
    let follows_bullet = index == first + 1 && mark(first).is_some();
    index == first || follows_bullet || index.checked_sub(1).and_then(mark).is_some_and(is_opening)
}

/// The token after the run that opens at `first`.
fn run_end(document: &Document, first: usize, last: usize) -> usize {
    let tokens = &document.tokens;
    // `Philadelphia 76ers`.
    let ends_well = |length: &usize| {
        let closing = first + length - 1;
        tokens.is_capital(closing) || tokens.is_glued(closing)
    };
    let listed = |list: &lexicons::Lexicon| {
        let length = list.length_at(tokens, first, last);
        if length > 0 && ends_well(&length) { length } else { 0 }
    };
    let mut end = first + listed(&lexicons::PLACES).max(listed(&lexicons::ORGANISATIONS)).max(1);
    while let Some(next) = next_end(document, first, end, last) {
        end = next;
    }
    end
}

/// Where the run goes on to, if it goes on.
fn next_end(document: &Document, first: usize, end: usize, last: usize) -> Option<usize> {
    let tokens = &document.tokens;
    let is_name = |i: usize| i < last && is_name_word(document, i);
    // `Police Department K-9`: what has a number is a thing beside the name.
    let has_digit = tokens.word(end).contains(|c: char| c.is_ascii_digit());
    if is_name(end) && !tokens.is_glued(end) && !(has_digit && names_a_body(tokens.folded(end - 1))) {
        return Some(end + 1);
    }
    if let Some(next) = bodies::over_nickname(tokens, first, end).filter(|next| *next <= last) {
        return Some(next);
    }
    let next = tokens.folded(end);
    let before = tokens.folded(end - 1);
    // `BBC Radio 4`.
    if tokens.kind(end) == Some(Kind::Number) && word_list!["channel", "radio"].has(before) && next.len() < 3
    {
        return Some(end + 1);
    }
    if tokens.kind(end) == Some(Kind::Possessive) {
        return (is_owned(document, first, end, last)).then_some(end + 2);
    }
    // `Bradford Magistrates’ Court`: what many own, and a mark that is no possessive of one.
    let is_many =
        before.ends_with('s') && tokens.is_glued(end) && tokens.mark(end).is_some_and(is_apostrophe);
    // `Gil Wilders' Party`: a person is no part of what is theirs.
    let is_many = is_many
        && (lexicons::is_common(before)
            || lexicons::ROLES.has_any_number(before)
            || word_list!["saint", "st"].has_at(tokens, first));
    if is_many && is_name(end + 1) && lexicons::ORGANISATION_HEADS.has_at(tokens, end + 1) {
        return Some(end + 2);
    }
    if PARTICLES.has(next) && !tokens.is_capital(end) {
        let skip = if PARTICLES.has_at(tokens, end + 1) { 2 } else { 1 };
        return is_name(end + skip).then_some(end + skip + 1);
    }
    match next {
        // `Ann Lee & Mary Smith`: two people, as likely as not of a firm's name that goes on.
        "&" if is_person(tokens, first, end) && is_person(tokens, end + 1, end + 3) && !is_name(end + 3) => {
            None
        }
        "&" => is_name(end + 1).then_some(end + 2),
        // `Vandril Inc. of Dunmore`: where it sits.
        "of" if bodies::is_firm(before) => None,
        // `the Donetsk Oblast of Ukraine`: its name stands before.
        "of" if end > first + 1 && lexicons::PLACE_HEADS.has(before) && lies_in(tokens, end + 1) => None,
        "of" if leads_on(before)
            || opens_body(tokens, first, end)
            || bodies::is_profession_of(tokens, first, end) =>
        {
            after_article(document, end + 1, last)
        }
        // `Sutton on Sea`, `Newcastle upon Tyne`.
        "on" | "upon" if bodies::lies_on_water(tokens, first, end) => Some(end + 2),
        // `Centre for Research on Clean Air`.
        "on" if bodies::deliberates(before) || before == "research" && opens_body(tokens, first, end) => {
            after_article(document, end + 1, last)
        }
        // `Leeds City Council for Labour`: whom somebody sits there for.
        "for"
            if (first..end).any(|i| names_a_body(tokens.folded(i)))
                && !lexicons::ORGANISATIONS.has_at(tokens, end + 1) =>
        {
            // `Committee for a Better Dunmore`.
            let skip = usize::from(word_list!["a", "an"].has(tokens.word(end + 1)));
            after_article(document, end + 1 + skip, last)
        }
        "and"
            if is_name(end + 1)
                && (joins_a_body(document, first, end, last)
                    || names_givers(document, first, end, last)
                    || ends_in_pair(tokens, end)
                    || comes_again(document, first, end)
                    || ends_in_house(tokens, end)) =>
        {
            Some(end + 2)
        }
        _ => None,
    }
}

/// True where a list knows a place that opens at `index`.
fn opens_place(tokens: &Tokens, index: usize, last: usize) -> bool {
    lexicons::PLACES.length_at(tokens, index, last) > 0
}

/// True for a given name and a word behind it.
fn is_person(tokens: &Tokens, first: usize, end: usize) -> bool {
    end == first + 2 && lexicons::GIVEN.has_at(tokens, first) && tokens.is_capital(end - 1)
}

/// The end of a run going on after a joining word, over a `the`.
fn after_article(document: &Document, index: usize, last: usize) -> Option<usize> {
    let tokens = &document.tokens;
    let skip = usize::from(tokens.word(index) == "the");
    let next = index + skip;
    // `the White House of President Mary Smith`: a person is no part of the name.
    let is_person = lexicons::TITLES.has_at(tokens, next) && lexicons::GIVEN.has_at(tokens, next + 1);
    (next < last && is_name_word(document, next) && !is_person).then_some(next + 1)
}

fn is_owned(document: &Document, first: usize, end: usize, last: usize) -> bool {
    let tokens = &document.tokens;
    let listed = lexicons::ORGANISATIONS.length_at(tokens, first, last) > end + 1 - first;
    // `Fishermen’s Federation`, `Women’s Institute`.
    let is_owner = OWNERS.has_at(tokens, end - 1) || tokens.folded(end - 1).ends_with("men");
    let office = word_list!["office", "department"].has_at(tokens, end + 1);
    let is_house = end + 1 < last && bodies::is_house(tokens, end + 1);
    // `St Mark's Square`.
    let is_saint = word_list!["saint", "st"].has_at(tokens, first);
    let is_house = is_house
        || is_saint
            && end + 1 < last
            && tokens.is_capital(end + 1)
            && lexicons::PLACE_HEADS.has_at(tokens, end + 1);
    // `the Prime Minister's Labour Party`: what is theirs has a name of its own.
    let is_name = !tokens.is(end - 1, "minister") && is_name_word(document, end + 1);
    listed || is_house || is_owner && end + 1 < last && (office || is_name)
}

fn names_a_body(word: &str) -> bool {
    lexicons::ORGANISATION_OPENERS.has(word)
        || lexicons::ORGANISATION_HEADS.has(word)
        || word_list!["campaign", "citizens"].has(word)
}

/// `of Ukraine`, `of the Ashanti Region`: a land, or a part of one, from token `first` on.
fn lies_in(tokens: &Tokens, first: usize) -> bool {
    let first = first + usize::from(tokens.is(first, "the"));
    let is_land = lexicons::PLACES.get(tokens.folded(first)).is_some_and(|code| code.ends_with('='));
    let is_part = lexicons::PLACE_HEADS.has_at(tokens, first + 1);
    is_land || is_part && tokens.is_capital(first) && tokens.is_capital(first + 1)
}

/// True for words after which "of" goes on with the name.
fn leads_on(word: &str) -> bool {
    const OTHERS: Words = word_list![
        "cape",
        "city",
        "commonwealth",
        "daughters",
        "duchess",
        "duke",
        "earl",
        "emirate",
        "gulf",
        "isle",
        "kingdom",
        "knights",
        "lords",
        "prince",
        "princess",
        "republic",
        "sea",
        "sons",
        "state",
        "strait",
        "university",
        "vale",
    ];
    names_a_body(word)
        || lexicons::PLACE_HEADS.has(word)
        || OTHERS.has(word)
        || word_list!["bay", "minister", "secretary", "speaker", "chief"].has(word)
}

/// True where "and" stands inside one body’s name: Food and Drug Administration, Department of Health and Human Services.
fn joins_a_body(document: &Document, first: usize, end: usize, last: usize) -> bool {
    let tokens = &document.tokens;
    let mut close = end + 1;
    while close < last && is_name_word(document, close) && !tokens.is_glued(close) {
        close += 1;
    }
    let is_adjective = |i: &usize| {
        let word = tokens.folded(*i);
        word_list!["the", "un", "u.n"].has(word) || lexicons::PLACES.has(word) || lexicons::DEMONYMS.has(word)
    };
    // `the Department of Justice and Bank of America`.
    let length = lexicons::ORGANISATIONS.length_at(tokens, end + 1, last);
    if length > 1 {
        return false;
    }
    // `the Bank of India and Harbour Trust Company`.
    if tokens.is(end.wrapping_sub(2), "of")
        && opens_place(tokens, end - 1, end)
        && !opens_place(tokens, end + 1, last)
    {
        return false;
    }
    let adjectives = (first..end).take_while(is_adjective).count();
    // `the Federal Reserve and Commerce Department`.
    let opening = first + adjectives;
    let is_two = end > opening + 1 && !tokens.is(opening + 1, "of");
    if is_two && lexicons::ORGANISATIONS.is_whole(tokens, opening, end) {
        return false;
    }
    // `Quarrin Lottery and Gaming Corporation (QLG)`.
    let is_short = tokens.is(close, "(") && tokens.is(close + 2, ")");
    if is_short && acronyms::abbreviates(tokens, tokens.word(close + 1), first, close) {
        return true;
    }
    // `Water and Safety Association Quarria`: where it sits.
    let is_home = close > end + 3 && opens_place(tokens, close - 1, close);
    close -= usize::from(is_home && lexicons::ORGANISATION_HEADS.has_at(tokens, close - 2));
    let ends_in_head = lexicons::ORGANISATION_HEADS.has_any_number_at(tokens, close - 1) && close > end + 2;
    // `the Dunmore and Orr Parish Court`: no town has an article of its own.
    let is_town = || lexicons::PLACES.whole(tokens, first, end).is_some_and(|value| !value.ends_with('='));
    if ends_in_head
        && tokens.is_before(first, 1, "the")
        && lexicons::ORGANISATION_HEADS.has_at(tokens, close - 1)
        && is_town()
    {
        return true;
    }
    // `National Oceanic and Atmospheric Administration`: no name ends in an adjective.
    let is_plain = |i: usize| {
        !lexicons::PLACES.has_at(tokens, i)
            && (lexicons::is_common_at(tokens, i) || tokens.folded(i).ends_with("ic"))
    };
    // `International Relations and Cooperation`: no family name ends so.
    let is_noun = |i: usize| {
        let tails = ["arity", "erity", "ians", "ics", "ists", "logy", "ment", "tion", "tions", "ture"];
        is_plain(i) || tails.iter().any(|tail| tokens.folded(i).ends_with(tail))
    };
    let is_of = |i: usize| word_list!["for", "of", "on"].has_at(tokens, i);
    let has_of = (first..end).any(|i| is_of(i + 1) && names_a_body(tokens.folded(i)));
    let is_body = end == first + adjectives + 1
        || !lexicons::ORGANISATION_HEADS.has_at(tokens, end - 1)
        || is_of(end.wrapping_sub(2))
        || has_of && !ends_in_head;
    is_body
        && (ends_in_head && end > first + adjectives && (first + adjectives..end).all(is_plain)
            || has_of && close > end + 2 && is_noun(close - 1) && !is_known(tokens, end + 1)
            || has_of && (is_noun(end + 1) || is_noun(end - 1) && !is_known(tokens, end + 1)))
}

/// `the Ann and Lee Orr Foundation`: an article before a given name, and a body's word at the end.
fn names_givers(document: &Document, first: usize, end: usize, last: usize) -> bool {
    let tokens = &document.tokens;
    let is_part = |i: &usize| is_name_word(document, *i) || tokens.is(*i, "&");
    let close = (end + 1..last).take_while(is_part).last().unwrap_or(end);
    end <= first + 2
        && tokens.is_before(first, 1, "the")
        && lexicons::GIVEN.has_at(tokens, first)
        && close > end + 1
        && lexicons::ORGANISATION_HEADS.has_at(tokens, close)
}

/// `Aisha's Salon` before `and Spa`.
fn ends_in_house(tokens: &Tokens, end: usize) -> bool {
    bodies::is_house(tokens, end - 1) && tokens.kind(end.wrapping_sub(2)) == Some(Kind::Possessive)
}

/// `Orr County Search and Rescue`, `the Post and Courier newspaper`.
fn ends_in_pair(tokens: &Tokens, end: usize) -> bool {
    let is_paper = tokens.is(end + 2, "newspaper") && names_a_body(tokens.folded(end + 1));
    is_paper || tokens.is(end - 1, "search") && tokens.is(end + 1, "rescue")
}

/// `Harbour Moving and Storage`: plain words joined in the same way twice, or behind a possessive, are one name.
fn comes_again(document: &Document, first: usize, end: usize) -> bool {
    let tokens = &document.tokens;
    let is_plain = |i: usize| {
        let word = tokens.folded(i);
        lexicons::is_common(word)
            && ![&lexicons::PLACES, &lexicons::DEMONYMS, &lexicons::ORGANISATIONS]
                .iter()
                .any(|list| list.has(word))
            && !lexicons::ROLES.has_any_number(word)
    };
    let stands = end > first + 1 && is_plain(end - 1) && is_plain(end + 1);
    // `Meadow Hotels and Resorts`.
    let is_plural = |i: usize| tokens.folded(i).ends_with('s') && !names_a_body(tokens.folded(i));
    if stands
        && names_a_body(tokens.folded(end - 1))
        && is_plural(end + 1)
        && tokens.folded(end - 1).ends_with('s')
    {
        return true;
    }
    let closes = tokens.is_glued(end + 2) || !tokens.is_capital(end + 2);
    let length = end + 2 - first;
    let is_same = |at: &usize| (0..length).all(|n| tokens.word(at + n) == tokens.word(first + n));
    stands && closes && (0..tokens.len()).filter(is_same).take(2).count() > 1
}

/// True for a word that opens a name of its own.
fn is_known(tokens: &Tokens, index: usize) -> bool {
    let word = tokens.folded(index);
    let lists = [&lexicons::PLACES, &lexicons::GIVEN, &lexicons::SURNAMES, &lexicons::ORGANISATIONS];
    lists.iter().any(|list| list.has(word)) || acronyms::is_acronym(tokens.word(index))
}
