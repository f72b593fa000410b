//! The clues in what stands behind a mention.

use super::Clue;
use super::add;
use super::nouns::is_bearing;
use super::nouns::is_direction;
use super::nouns::is_kin;
use super::nouns::is_place_noun;
use super::nouns::is_work_noun;
use crate::facts::document::Document;
use crate::facts::names::acronyms::abbreviates;
use crate::facts::names::acronyms::is_acronym;
use crate::facts::names::bodies;
use crate::facts::names::segments::Candidate;
use crate::facts::names::segments::FAMILY_HEADS;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::is_dash;
use crate::text::word_list;

/// `HR`, `PR`, `MoD`: shorter ones before an official are as often no body. Units: bytes.
const LONG_ACRONYM: usize = 4;

/// What the words behind say.
pub(super) fn after(document: &Document, at: &Candidate) -> Vec<Clue> {
    let tokens = &document.tokens;
    let word = tokens.folded(at.end);
    let mut out = Vec::new();
    out.extend(acts_as_many(document, at).then_some(Clue::ActsAsMany));
    out.extend((has_bearing(tokens, at.end) || is_dateline(tokens, at)).then_some(Clue::Bearing));
    // `Leeds-based`; `the Orrin-based firm`, though no list knows where that is.
    let is_seat = word_list!["-based", "-headquartered"].has(word)
        && (lexicons::PLACES.is_whole(tokens, at.first, at.end)
            || lexicons::ORGANISATION_NOUNS.has_at(tokens, at.end + 1) && !is_acronym(tokens.word(at.first)));
    let is_place = is_seat || shares_place_noun(tokens, at.end);
    out.extend(is_place.then_some(Clue::PlaceNounAfter));
    if word == "," && !tokens.is(at.end + 1, "which") && !bodies::trades(tokens, at.end) {
        after_comma(document, at, &mut out);
    } else {
        out.extend(by_word(document, at));
    }
    out
}

/// What the word right behind says, but for a comma.
fn by_word(document: &Document, at: &Candidate) -> Option<Clue> {
    let tokens = &document.tokens;
    let word = tokens.folded(at.end);
    let next = tokens.folded(at.end + 1);
    let is_lower = tokens.kind(at.end) == Some(Kind::Word) && !tokens.is_capital(at.end);
    // `on Orrin Island who …`; but `Ann Hill who …`.
    let is_place_alone =
        || lexicons::PLACE_HEADS.has_at(tokens, at.end - 1) && !FAMILY_HEADS.has_at(tokens, at.end - 1);
    let is_news = || word == "news" && word_list!["agency", "channel", "site"].has(next);
    let is_body_noun = || {
        lexicons::ORGANISATION_NOUNS.has_as(word, "after")
            || word_list!["airline", "charity", "group", "party", "union"].has(word)
    };
    // `a BEIS spokesperson`, `BWSSB officials`.
    let is_speaker = || {
        let is_office =
            word_list!["chairman", "chairwoman", "commissioner", "official", "officials"].has(word);
        let acronym = tokens.word(at.first);
        (word.starts_with("spokes") || is_office && acronym.len() >= LONG_ACRONYM) && is_acronym(acronym)
    };
    Some(if tokens.kind(at.end) == Some(Kind::Possessive) {
        return owned(tokens, at.end + 1);
    } else if bodies::trades(tokens, at.end) {
        Clue::Trades
    } else if word == "," {
        Clue::WhichAfter
    } else if word == "(" {
        return in_brackets(tokens, at);
    } else if word == "who" && !is_place_alone() {
        Clue::WhoAfter
    } else if word == "newspaper" || is_news() {
        // `the Vandril news agency`: as good as `the news agency Vandril`.
        Clue::BodyNounBefore
    } else if is_lower && is_speaker() || is_medium(tokens, at) {
        Clue::RoleAtBefore
    } else if is_lower && is_portfolio(tokens, at) {
        Clue::Thing
    } else if is_lower && is_body_noun() {
        Clue::BodyNounAfter
    } else if is_lower && at.end > at.first + 1 && lexicons::ROLES.has(word) {
        Clue::RoleAfter
    } else if word == "of" && is_of_school(tokens, at) {
        Clue::RoleAfterComma
    } else if names_home(tokens, at) {
        Clue::PlaceNounAfter
    } else if is_lower && is_work_noun(word) {
        Clue::WorkNounAfter
    } else if is_lower && (is_place_noun(word) || next == "station" && is_station(word)) {
        Clue::PlaceNounAfter
    } else if is_lower && lexicons::CUES.has(word) && word.ends_with(['d', 's']) {
        Clue::CueAfter
    } else {
        return None;
    })
}

/// `Information Technology minister Ann Lee`: what is in her care is no body; `a Home Office minister` is of one.
fn is_portfolio(tokens: &Tokens, at: &Candidate) -> bool {
    let is_plain = |i: usize| lexicons::is_common_at(tokens, i) || !tokens.is_capital(i);
    word_list!["minister", "secretary"].has_at(tokens, at.end)
        && (at.first..at.end).all(is_plain)
        && !word_list!["department", "ministry", "office", "party", "treasury"].has_at(tokens, at.end - 1)
        && !lexicons::ORGANISATIONS.is_whole(tokens, at.first, at.end)
}

/// `Wray Grimshaw of the University of Otago`: somebody, where no word of the name is a plain one.
fn is_of_school(tokens: &Tokens, at: &Candidate) -> bool {
    /// Words up to the one that tells a school. Units: words.
    const SCHOOL_WORDS: usize = 4;
    let the = usize::from(tokens.is(at.end + 1, "the"));
    let is_school = |i: usize| word_list!["college", "institute", "school", "university"].has_at(tokens, i);
    let mut school = (at.end + 1 + the..).take_while(|i| tokens.is_capital(*i)).take(SCHOOL_WORDS);
    (2..=3).contains(&(at.end - at.first))
        && school.any(is_school)
        && !tokens.is_before(at.first, 1, "the")
        && !(at.first..at.end).any(|i| lexicons::is_common_at(tokens, i))
}

/// `AUSTIN (Local News) — Voters …` at the beginning of a line.
fn is_dateline(tokens: &Tokens, at: &Candidate) -> bool {
    /// Words in brackets: one outlet, a wire and an outlet, or a day. Units: tokens, brackets included.
    const LONGEST: usize = 8;
    let opens = at.first.checked_sub(1).is_none_or(|i| tokens.kind(i) == Some(Kind::Break));
    let word = tokens.word(at.first);
    let in_capitals = word.len() > 2 && !word.contains(char::is_lowercase);
    if !opens || !in_capitals {
        return false;
    }
    // `QUARRIN, Nov 22 — Voters …`.
    if tokens.is(at.end, ",") {
        let dash = (at.end..at.end + LONGEST).find(|i| tokens.mark(*i).is_some_and(is_dash));
        return dash.is_some_and(|dash| (at.end..dash).any(|i| tokens.kind(i) == Some(Kind::Number)));
    }
    if !tokens.is(at.end, "(") {
        return opens_story(tokens, at.first, at.end);
    }
    let close = (at.end..at.end + LONGEST).find(|i| tokens.is(*i, ")"));
    close.is_some_and(|i| tokens.mark(i + 1).is_some_and(|c| is_dash(c) || c == ':'))
}

/// `QUARRIN - The court …`, where the story begins.
pub(super) fn opens_story(tokens: &Tokens, first: usize, end: usize) -> bool {
    let is_dash_next = tokens.mark(end).is_some_and(|c| c == '-' || is_dash(c)) && !tokens.is_glued(end);
    first == 0 && is_dash_next && !lexicons::is_common_at(tokens, 0)
}

/// `Orrin, Rogers and Dunmore counties`: the last one's noun is that of all.
fn shares_place_noun(tokens: &Tokens, end: usize) -> bool {
    const NOUNS: Words =
        word_list!["cities", "counties", "districts", "islands", "provinces", "towns", "villages"];
    /// Names and what joins them. Units: tokens.
    const FURTHEST: usize = 14;
    let joins = |i: usize| word_list![",", "and"].has_at(tokens, i);
    let last = (end..end + FURTHEST).find(|i| !joins(*i) && !tokens.is_capital(*i));
    joins(end) && last.is_some_and(|i| NOUNS.has_at(tokens, i) && tokens.is_capital(i - 1))
}

/// `Dunmore residents`, `Dunmore Mayor Ann Lee`, `a Dunmore man`; not `a Sudanese man`.
fn names_home(tokens: &Tokens, at: &Candidate) -> bool {
    const DWELLERS: Words =
        word_list!["couple", "girl", "man", "mother", "native", "teen", "teenager", "woman"];
    let word = tokens.folded(at.end);
    let before = tokens.folded_before(at.first, 1);
    let name = tokens.folded(at.end - 1);
    let is_people = ["an", "ese", "i", "ic", "ish"].iter().any(|end| name.ends_with(end));
    let has_article = word_list!["a", "an", "the"].has(before);
    // `The Dunmore MP`.
    let is_seat = has_article
        && at.end == at.first + 1
        && word_list!["mep", "mp", "msp"].has(word)
        && !lexicons::is_common_at(tokens, at.first)
        && !lexicons::DEMONYMS.has_at(tokens, at.first)
        && !is_acronym(tokens.word(at.first));
    is_seat
        || word_list!["mayor", "resident", "residents", "townspeople", "villagers"].has(word)
        || at.end == at.first + 1 && has_article && !is_people && DWELLERS.has(word)
}

/// True where a town's team wins, loses or has players, in a story of sport.
pub(in crate::facts::names) fn plays(document: &Document, at: &Candidate) -> bool {
    const PLAYS: Words = word_list![
        "acquired",
        "beat",
        "beats",
        "clinched",
        "coach",
        "defeated",
        "defeats",
        "defender",
        "drew",
        "edged",
        "face",
        "faces",
        "fans",
        "fired",
        "forward",
        "goalkeeper",
        "hired",
        "host",
        "hosts",
        "led",
        "lost",
        "midfielder",
        "play",
        "played",
        "plays",
        "quarterback",
        "rallied",
        "routed",
        "scored",
        "signed",
        "snapped",
        "striker",
        "supporters",
        "thrashed",
        "trailed",
        "trails",
        "travel",
        "winger",
        "won",
    ];
    const MEETS: Words = word_list![
        "against",
        "beat",
        "beating",
        "beats",
        "defeated",
        "defeating",
        "edged",
        "face",
        "faces",
        "facing",
        "host",
        "hosting",
        "hosts",
        "over",
        "past",
        "plays",
        "routed",
        "thrashed",
        "v",
        "versus",
        "vs",
    ];
    let tokens = &document.tokens;
    let back = |n: usize| tokens.folded_before(at.first, n);
    let before = back(1);
    let meets = MEETS.has(before)
        || before == "to" && word_list!["lose", "losing", "loss", "lost"].has(back(2))
        || before == "for" && word_list!["goals", "points", "saves", "touchdowns", "yards"].has(back(2));
    let lies = word_list!["from", "in", "near", "of", "outside"].has(before);
    let is_place = |end: usize| lexicons::PLACES.is_whole(tokens, at.first, end);
    // `Barrow Town`.
    let is_club = at.end == at.first + 2
        && word_list!["city", "county", "town"].has_at(tokens, at.end - 1)
        && is_place(at.end - 1)
        && !is_place(at.end);
    // `Seattle (8-2)`, `Seattle is 8-2`, `beat Detroit, 35-27`.
    let skip = usize::from(word_list!["(", ",", "is", "was"].has_at(tokens, at.end));
    let has_score = is_score(tokens, at.end + skip);
    // `Milwaukee has won`.
    let verb = at.end + usize::from(word_list!["had", "has", "have"].has_at(tokens, at.end));
    // `the Springfield Otters`.
    let last = tokens.folded(at.end - 1);
    let is_team = before == "the"
        && at.end > at.first + 1
        && last.ends_with('s')
        && !lexicons::PLACE_HEADS.has_any_number(last)
        && (at.first + 1..at.end).any(is_place)
        && !is_place(at.end);
    is_club || is_team || ((PLAYS.has_at(tokens, verb) || has_score) && !lies || meets) && is_town(tokens, at)
}

/// Digits of a score at most.
const SCORE_DIGITS: usize = 3;

/// `35-27`.
pub(in crate::facts::names) fn is_score(tokens: &Tokens, index: usize) -> bool {
    let is_number = |i: usize| tokens.kind(i) == Some(Kind::Number) && tokens.word(i).len() <= SCORE_DIGITS;
    let is_joined = || {
        tokens.mark(index + 1).is_some_and(|c| matches!(c, '-' | '–'))
            && tokens.is_glued(index + 1)
            && tokens.is_glued(index + 2)
    };
    is_number(index) && is_joined() && is_number(index + 2)
}

/// `Boonah, south-west of Brisbane`, `Spencer, 50 km north of the city`.
fn has_bearing(tokens: &Tokens, end: usize) -> bool {
    let from = end + usize::from(tokens.mark(end) == Some(','));
    let is_distance =
        |i: usize| tokens.kind(i) == Some(Kind::Number) && tokens.kind(i + 1) == Some(Kind::Word);
    let points = |i: usize| is_bearing(tokens.folded(i)) && tokens.is(i + 1, "of");
    points(from) || is_distance(from) && points(from + 2)
}

/// True where a town does what only several can: `Newcastle have won`, `Newcastle, who are seventh`.
fn acts_as_many(document: &Document, at: &Candidate) -> bool {
    let tokens = &document.tokens;
    let is_listed = at.first.checked_sub(1).is_some_and(|i| {
        let is_first = document.opens_sentence(at.first);
        let word = tokens.folded(i);
        !is_first
            && (tokens.mark(i).is_some()
                || lexicons::FUNCTION_WORDS.has(word)
                || is_direction(word)
                || is_bearing(word))
    });
    let is_who = tokens.mark(at.end) == Some(',') && tokens.is(at.end + 1, "who");
    let is_many = word_list!["are", "were", "have"].has_at(tokens, at.end);
    (is_who || is_many) && !is_listed && is_town(tokens, at)
}

/// True for a listed place that is no country.
fn is_town(tokens: &Tokens, at: &Candidate) -> bool {
    lexicons::PLACES.whole(tokens, at.first, at.end).is_some_and(|code| !code.ends_with('='))
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
    } else if has(OFFICE)
        || tokens.is(index, "managing")
        || tokens.is(index, "chief") && word_list!["executive", "economist"].has_at(tokens, index + 1)
    {
        Some(Clue::OwnsOffice)
    } else if has(LAND) {
        Some(Clue::OwnsLand)
    } else {
        None
    }
}

fn after_comma(document: &Document, at: &Candidate, out: &mut Vec<Clue>) {
    let tokens = &document.tokens;
    let next = at.end + 1;
    let word = tokens.folded(next);
    let is_number = tokens.kind(next) == Some(Kind::Number) && tokens.word(next).len() < 3;
    let is_age =
        is_number && word_list![",", ".", "who", "and", "of", "was", "said", "from"].has_at(tokens, next + 1);
    // `Ann Lee, a 22-year-old nurse`.
    let is_aged = word_list!["a", "an", "the"].has(word) && tokens.is(next + 3, "year-old");
    // `Ann Lee of Quillon, who …`, `a councillor in Dunmore, who …`: she, not the firm or the town.
    let is_of = word_list!["at", "from", "in", "of"].has(tokens.folded_before(at.first, 1));
    let short = lexicons::REGION_ABBREVIATIONS.has(word).then_some(1);
    let listed = lexicons::PLACES.longest_at(tokens, next, next + 4).map(|(length, _)| length);
    let region = listed.or(short).filter(|_| tokens.is_capital(next));
    let closes = |end: usize| {
        word_list![",", ".", "", "-", "—", "–", "\n", "(", ")", ";"].has_at(tokens, end)
            || tokens.word(end - 1).ends_with('.')
    };
    let is_state = region.is_some_and(|length| closes(next + length)) && at.end - at.first < 4;
    // `Tally Ventures, Inc.`
    let is_firm = word_list!["inc", "llc", "llp", "ltd"].has(word);
    let is_role = !is_firm && opens_role(tokens, next);
    add(
        out,
        &[
            (Clue::AgeAfter, is_age || is_aged),
            (Clue::WhoAfter, word == "who" && !is_of),
            (Clue::StateAfter, is_state),
            (Clue::RoleAfterComma, is_role),
            (Clue::BodyAfterComma, is_firm || !is_role && opens_body_noun(tokens, next)),
        ],
    );
}

/// True where `a research organisation,`, `the environmental group that` opens.
fn opens_body_noun(tokens: &Tokens, index: usize) -> bool {
    let is_noun = |i: &usize| {
        !tokens.is_capital(*i) && lexicons::ORGANISATION_NOUNS.has_as(tokens.folded(*i), "before")
    };
    let is_word = |i: &usize| tokens.kind(*i) == Some(Kind::Word);
    let has_article = word_list!["a", "an", "the"].has_at(tokens, index);
    let noun = (index + 1..index + 6).take_while(is_word).find(is_noun).filter(|_| has_article);
    noun.is_some_and(|i| {
        let next = tokens.folded(i + 1);
        !is_word(&(i + 1)) || lexicons::FUNCTION_WORDS.has(next) || next == "based"
    })
}

/// True where `a professor`, `the company's president`, `an American actor` opens.
fn opens_role(tokens: &Tokens, index: usize) -> bool {
    let start =
        index + usize::from(word_list!["a", "an", "the", "his", "her", "its", "their"].has_at(tokens, index));
    // `Ann Lee, from Dunmore, was crowned queen`: a verb ends what is told of a name.
    let is_verb = |word: &str| word_list!["are", "had", "has", "have", "is", "was", "were", "will"].has(word);
    // `the firm's 26-year-old founder`.
    let is_age = |i: usize| tokens.kind(i) == Some(Kind::Number) && tokens.is(i + 2, "year-old");
    let age = (start..start + 3).find(|i| is_age(*i));
    (start..start + if age.is_some() { 7 } else { 4 })
        .take_while(|i| {
            matches!(tokens.kind(*i), Some(Kind::Word | Kind::Possessive))
                || age.is_some_and(|age| (age..age + 2).contains(i))
        })
        .take_while(|i| !is_verb(tokens.folded(*i)))
        .any(|i| {
            let is_body = |i: usize| lexicons::ORGANISATION_NOUNS.has_as(tokens.folded(i), "before");
            // `the parent company of`.
            lexicons::ROLES.has_at(tokens, i) && !is_body(i) && !is_body(i + 1)
        })
}

/// `the Guido Fawkes blog`: of no person.
fn is_medium(tokens: &Tokens, at: &Candidate) -> bool {
    let before = tokens.folded_before(at.first, 1);
    before == "the" && word_list!["blog", "website"].has_at(tokens, at.end)
}

/// `the Dunmore railway station`: what stations there are in a town.
fn is_station(word: &str) -> bool {
    word_list!["bus", "fire", "metro", "police", "railway", "train"].has(word)
}

fn in_brackets(tokens: &Tokens, at: &Candidate) -> Option<Clue> {
    let inside = tokens.word(at.end + 1);
    let closes = tokens.is(at.end + 2, ")");
    let age = tokens.kind(at.end + 1) == Some(Kind::Number) && inside.len() == 2;
    if closes && age {
        return Some(Clue::AgeAfter);
    }
    let is_thing = lexicons::OTHER_NAMES.has_at(tokens, at.end + 1);
    (closes && !is_thing && !is_notion(tokens, at) && is_acronym(inside))
        .then(|| abbreviates(tokens, inside, at.first, at.end))?
        .then_some(Clue::AcronymAfter)
}

/// `a Learned Word Table (LWT)`: plain words that no article makes the name of the one body, and no head of bodies.
fn is_notion(tokens: &Tokens, at: &Candidate) -> bool {
    let is_plain = |i: usize| lexicons::is_common_at(tokens, i) || !tokens.is_capital(i);
    let is_the = tokens.is_before(at.first, 1, "the");
    let is_body = |i: usize| lexicons::ORGANISATION_HEADS.has_at(tokens, i);
    !is_the && (at.first..at.end).all(is_plain) && !(at.first..at.end).any(is_body)
}
