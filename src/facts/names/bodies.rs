//! What in and around a name says that it names a body or a thing rather than a person.
//!
//! In: tokens and the place of a name. Out: yes or no; the clues that come of it are in `clues.rs`.

use super::acronyms::is_acronym;
use super::segments::ends_in_head;
use crate::facts::document::Document;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::word_list;

/// Last words of what is neither person, body nor place: prizes, laws, treaties, illnesses, feasts, contests.
const THING_HEADS: Words = word_list![
    "accord",
    "accords",
    "act",
    "agreement",
    "algorithm",
    "algorithms",
    "amendment",
    "analysis",
    "award",
    "awards",
    "bill",
    "championship",
    "championships",
    "charter",
    "classic",
    "clustering",
    "code",
    "coefficient",
    "convention",
    "cup",
    "cutter",
    "day",
    "declaration",
    "deficiency",
    "derby",
    "diet",
    "disease",
    "disorder",
    "election",
    "encryption",
    "equation",
    "era",
    "festival",
    "fire",
    "games",
    "gene",
    "hormone",
    "index",
    "indices",
    "interface",
    "licence",
    "licences",
    "license",
    "licenses",
    "marathon",
    "medal",
    "memorandum",
    "modeling",
    "modelling",
    "month",
    "open",
    "optimisation",
    "optimization",
    "order",
    "oscar",
    "oscars",
    "pact",
    "pathway",
    "phenomenon",
    "plan",
    "playoffs",
    "prize",
    "proposition",
    "protein",
    "protocol",
    "protocols",
    "ratio",
    "receptor",
    "recording",
    "reduction",
    "referendum",
    "reform",
    "regression",
    "scale",
    "show",
    "specification",
    "speech",
    "summit",
    "survey",
    "symptom",
    "syndrome",
    "syndromes",
    "technique",
    "techniques",
    "test",
    "theorem",
    "therapy",
    "tour",
    "tournament",
    "treaty",
    "trophy",
    "utilisation",
    "utilization",
    "vaccine",
    "virus",
    "waiver",
    "war",
    "week",
    "weekend",
    "year",
];

/// True for a town's name before `on Sea`, `upon Tyne`. Waters: own list of those in names of British towns.
pub(super) fn lies_on_water(tokens: &Tokens, first: usize, end: usize) -> bool {
    const WATERS: Words = word_list![
        "avon", "crouch", "dee", "exe", "humber", "ouse", "sea", "severn", "stour", "tees", "thames",
        "trent", "tweed", "tyne", "water", "wye",
    ];
    end == first + 1 && tokens.is_capital(end + 1) && WATERS.has_at(tokens, end + 1)
}

/// Bodies that are named by what they are for or where, whatever stands before: `Mailman School of Public Health`.
const STRONG_OPENERS: Words = word_list![
    "academy",
    "association",
    "board",
    "bureau",
    "center",
    "centre",
    "chamber",
    "college",
    "council",
    "department",
    "faculty",
    "federation",
    "foundation",
    "hospital",
    "institute",
    "institution",
    "museum",
    "school",
    "society",
    "university",
];

/// Verbs of what firms do.
const TRADES: Words = word_list![
    "acquired",
    "acquires",
    "employs",
    "manufactures",
    "operates",
    "owns",
    "specialises",
    "specializes",
    "unveiled",
    "unveils",
];

/// `HMS Queen Elizabeth`: what navies and owners write before the name of a ship.
pub(super) fn is_ship(tokens: &Tokens, first: usize) -> bool {
    word_list!["HMAS", "HMCS", "HMS", "INS", "MV", "RMS", "USCGC", "USNS", "USS"].has(tokens.word(first))
}

/// True where the last word names a thing: `Academy Awards`, `Voting Rights Act`; or the first a ship or a storm.
pub(super) fn is_thing(tokens: &Tokens, first: usize, end: usize) -> bool {
    // `Storm Prediction Center` is a body.
    let is_storm = word_list!["cyclone", "hurricane", "storm", "typhoon"].has_at(tokens, first)
        && !lexicons::ORGANISATION_HEADS.has_at(tokens, end - 1);
    end > first + 1 && (is_storm || is_ship(tokens, first) || THING_HEADS.has_at(tokens, end - 1))
}

/// `Chartered Accountants of Canada`: those of one calling, up to `of` at token `end`, where a place follows.
pub(super) fn is_profession_of(tokens: &Tokens, first: usize, end: usize) -> bool {
    let last = tokens.folded(end - 1);
    let is_calling = lexicons::ROLES.has_any_number(last) && !lexicons::ROLES.has(last);
    let at = end + 1 + usize::from(tokens.word(end + 1) == "the");
    end > first + 1
        && is_calling
        && tokens.word(end) == "of"
        && lexicons::PLACES.length_at(tokens, at, at + 3) > 0
}

/// `St. John Orr`: a saint, and more often the school or church of his name.
pub(super) fn is_saint(tokens: &Tokens, first: usize, end: usize) -> bool {
    end == first + 3
        && word_list!["saint", "st"].has_at(tokens, first)
        && lexicons::GIVEN.has_at(tokens, first + 1)
        && !ends_in_head(tokens, first, end)
}

/// What stands before a country without making a body of the two.
const DESCRIBES_NATION: Words = word_list![
    "ancient",
    "good",
    "morning",
    "today",
    "tonight",
    "central",
    "colonial",
    "communist",
    "continental",
    "digital",
    "east",
    "eastern",
    "fellow",
    "former",
    "great",
    "imperial",
    "incredible",
    "inner",
    "little",
    "lower",
    "mainland",
    "medieval",
    "metropolitan",
    "middle",
    "modern",
    "mother",
    "neighboring",
    "neighbouring",
    "new",
    "north",
    "northern",
    "occupied",
    "old",
    "outer",
    "postwar",
    "rural",
    "south",
    "southern",
    "upper",
    "urban",
    "west",
    "western",
    "young",
];

/// `Statistics Canada`, `Cancer Research UK`: plain nouns and the country they stand for.
pub(super) fn stands_for_nation(tokens: &Tokens, first: usize, end: usize) -> bool {
    let is_noun = |i: usize| {
        let word = tokens.folded(i);
        lexicons::is_common(word)
            && !DESCRIBES_NATION.has(word)
            && !lexicons::FUNCTION_WORDS.has(word)
            && !lexicons::ROLES.has_any_number(word)
            && !lexicons::TITLES.has(word)
            && !lexicons::DEMONYMS.has(word)
            && !lexicons::PLACE_HEADS.has(word)
    };
    let is_nation = |i: &usize| {
        let place = lexicons::PLACES.longest_at(tokens, *i, end).filter(|(length, _)| i + length == end);
        let is_home = word_list!["england", "scotland", "wales"].has_at(tokens, *i);
        place.is_some_and(|(_, code)| code.ends_with('=') || is_home)
    };
    let nation = (first + 1..end).find(is_nation);
    // `Housing and Schools Canada`: the end of a longer name.
    let is_plain = |i: usize| tokens.is_capital(i) && lexicons::is_common_at(tokens, i);
    let is_cut = first > 1 && tokens.is(first - 1, "and") && is_plain(first - 2);
    !is_cut && nation.is_some_and(|nation| (first..nation).all(|i| is_noun(i) && tokens.is_capital(i)))
}

/// `Bell Canada`: a firm that goes by a family’s or another firm’s name, in one country.
pub(super) fn is_branch(tokens: &Tokens, first: usize, end: usize) -> bool {
    let word = tokens.folded(first);
    let lists = [&lexicons::GIVEN, &lexicons::SURNAMES, &lexicons::ORGANISATIONS];
    end == first + 2
        && word_list!["australia", "canada", "china", "india", "japan", "uk"].has_at(tokens, first + 1)
        && lists.iter().any(|list| list.has(word))
        && !lexicons::is_common(word)
        && !lexicons::PLACES.has(word)
}

/// What firms write behind their names.
pub(super) fn is_firm(word: &str) -> bool {
    word_list!["inc", "corp", "ltd", "llc", "plc", "gmbh", "co", "incorporated", "llp"].has(word)
}

/// `Patrick Kang & Sons`.
pub(super) fn is_family_firm(tokens: &Tokens, end: usize) -> bool {
    tokens.is_before(end, 2, "&")
        && word_list!["associates", "brothers", "company", "daughters", "partners", "sons"]
            .has_at(tokens, end - 1)
}

/// True where a strong opener goes on with `of` or `for`, any with `for` or `on`.
pub(super) fn opens_strong(tokens: &Tokens, first: usize, end: usize) -> bool {
    let place = |i: usize| lexicons::PLACES.whole(tokens, i, end);
    let is_place = |i: usize| place(i).is_some();
    let is_nation = |i: usize| place(i).is_some_and(|code| code.ends_with('='));
    let opens = |i: usize| {
        let word = tokens.folded(i);
        let joint = tokens.word(i + 1);
        let is_strong = STRONG_OPENERS.has(word);
        i + 2 < end
            && (is_strong && word_list!["of", "for"].has(joint)
                || names_a_body(word) && joint == "for"
                // `Civil Liberties Union of Indiana`.
                || i > first + 1 && names_a_body(word) && joint == "of" && is_place(i + 2)
                // `Security Service of Ukraine`.
                || i == first + 1 && lexicons::ORGANISATION_HEADS.has(word) && joint == "of" && is_nation(i + 2)
                || deliberates(word) && joint == "on")
    };
    let is_league = |i: usize| is_profession_of(tokens, first, i);
    (first..end).any(|i| opens(i) || i > first + 1 && is_league(i))
}

/// True for bodies that are named by what they talk about: `Committee on Oversight`.
pub(super) fn deliberates(word: &str) -> bool {
    const BODIES: Words = word_list![
        "center",
        "centre",
        "commission",
        "committee",
        "conference",
        "council",
        "group",
        "institute",
        "panel",
        "subcommittee",
    ];
    BODIES.has(word)
}

fn names_a_body(word: &str) -> bool {
    lexicons::ORGANISATION_OPENERS.has(word) || lexicons::ORGANISATION_HEADS.has_as(word, "")
}

/// True where a place closes the name of a body: `Imperial College London`.
pub(super) fn ends_in_place(tokens: &Tokens, first: usize, end: usize) -> bool {
    let is_head = |i: usize| {
        let word = tokens.folded(i);
        STRONG_OPENERS.has(word) || word == "bank"
    };
    let closes = |i: usize| lexicons::PLACES.is_whole(tokens, i, end);
    // `BBC Scotland`, `The Guardian US`, `Fox News Latino`: a house and its branch.
    let length = lexicons::ORGANISATIONS.length_at(tokens, first, end);
    let is_house = length > 1 || length == 1 && is_acronym(tokens.word(first));
    let branch = first + length;
    let is_people = branch + 1 == end && lexicons::DEMONYMS.has_at(tokens, branch);
    is_house && branch < end && (closes(branch) || is_people)
        || (first + 1..end.saturating_sub(1)).any(|i| is_head(i) && closes(i + 1))
}

/// True where what follows says when it was founded, where it sits, or what it sells.
pub(super) fn trades(tokens: &Tokens, end: usize) -> bool {
    let word = |n: usize| tokens.folded(end + n);
    let verb = usize::from(word_list!["was", "is"].has(word(0)));
    let founded = word_list!["founded", "established", "headquartered"].has(word(1));
    let based = word(0) == "," && (word(1) == "based" || word(1) == "which" && word(3) == "based");
    verb == 1 && founded || based || TRADES.has(word(0))
}

/// Words back to a noun for a body, in `a group known as X`. Units: tokens.
const CALLED_REACH: usize = 12;

/// True where a body is given its name here: `a group known as X`, `a charity called X`, `its rival company, X,`.
pub(super) fn is_named_here(document: &Document, first: usize) -> bool {
    let tokens = &document.tokens;
    let is_the = tokens.is_before(first, 1, "the");
    let Some(at) = first.checked_sub(1 + usize::from(is_the)) else { return false };
    let back = |n: usize| tokens.folded_before(at, n);
    let is_body = |i: usize| {
        let is_noun = lexicons::ORGANISATION_NOUNS.has_as(tokens.folded(i), "before");
        is_noun && !tokens.is_capital(i)
    };
    let called = word_list!["called", "named"].has(back(0)) || back(0) == "as" && back(1) == "known";
    let from = at.saturating_sub(CALLED_REACH);
    let sentence = document.sentence_of(first);
    let told = called && (from..at).any(|i| is_body(i) && document.sentence_of(i) == sentence);
    let beside = back(0) == "," && !is_the && at > 0 && is_body(at - 1);
    told || beside || is_the && is_body(at)
}

/// Houses named after whom they belong to: `Aisha's Salon`, `St. Mary's Hospital`.
const HOUSES: Words = word_list![
    "bakery",
    "bar",
    "cafe",
    "café",
    "cathedral",
    "church",
    "college",
    "deli",
    "diner",
    "grill",
    "hospital",
    "inn",
    "kitchen",
    "pizza",
    "pub",
    "restaurant",
    "salon",
    "school",
    "store",
    "university",
];

/// True for the house behind a possessive.
pub(super) fn is_house(tokens: &Tokens, index: usize) -> bool {
    tokens.is_capital(index) && HOUSES.has_at(tokens, index)
}

/// Plain words that end the names of programmes and things as often as those of bodies.
const LOOSE_HEADS: Words = word_list!["games", "power", "products", "program", "review", "standard", "works"];

/// True for three and more plain words with a weak last one: `Teacher Retirement System`.
pub(super) fn is_long_plain(tokens: &Tokens, first: usize, end: usize) -> bool {
    let has_article = word_list!["the", "a", "an"].has_at(tokens, first);
    end > first + 2 && !has_article && !LOOSE_HEADS.has_at(tokens, end - 1)
}

/// True where an address goes on behind: the `Geek` of `Geek.com`.
pub(super) fn opens_address(tokens: &Tokens, end: usize) -> bool {
    let is_label = tokens.kind(end + 1) == Some(Kind::Word) && tokens.is_glued(end + 1);
    is_label && tokens.mark(end) == Some('.') && tokens.is_glued(end)
}

/// True for all that stands between two marks: what is named so is a work, an alias or a word.
pub(super) fn is_in_marks(tokens: &Tokens, first: usize, end: usize) -> bool {
    let opens = first.checked_sub(1).and_then(|i| tokens.mark(i));
    let skip = usize::from(matches!(tokens.mark(end), Some(',' | '.')));
    let closes = tokens.mark(end + skip);
    let is_pair =
        matches!((opens, closes), (Some('“'), Some('”')) | (Some('"'), Some('"')) | (Some('‘'), Some('’')));
    is_pair && tokens.is_glued(first)
}

/// Letters of learning, law and honour behind a name: `Wayne Martin QC`.
pub(crate) fn is_postnominal(word: &str) -> bool {
    word_list![
        "BEM", "CBE", "DBE", "Esq", "JP", "KBE", "KC", "MBE", "MD", "MEP", "MP", "MS", "MSP", "OBE", "PhD",
        "QC", "RN", "SC", "TD"
    ]
    .has(word)
}

/// The end of a person's name without letters of honour.
pub(super) fn without_letters(tokens: &Tokens, first: usize, end: usize) -> usize {
    let is_letters = end > first + 2 && is_postnominal(tokens.word(end - 1));
    let is_name = |i: usize| tokens.word(i).chars().any(char::is_lowercase);
    if is_letters && (first..end - 1).all(is_name) { end - 1 } else { end }
}

/// The end of a name that goes on over a nickname in marks: `Jane “Birdie” Doe`, from the end of what stands before it.
pub(super) fn over_nickname(tokens: &Tokens, first: usize, end: usize) -> Option<usize> {
    let is_mark = |i: usize| matches!(tokens.mark(i), Some('“' | '”' | '"' | '‘' | '’' | '\''));
    if !is_mark(end) || tokens.is_glued(end) {
        return None;
    }
    let is_word = |i: usize| tokens.kind(i) == Some(Kind::Word) && tokens.is_capital(i);
    let close = (end + 2..end + 4).find(|i| is_mark(*i))?;
    let is_whole = (end + 1..close).all(is_word) && is_word(close + 1) && !tokens.is_glued(close + 1);
    let is_title = |i: usize| lexicons::TITLES.has_at(tokens, i);
    let is_given = |i: usize| lexicons::GIVEN.has_at(tokens, i);
    // `Orrian President Tavo “Tav” Ludo`.
    let follows_title = end > first + 1 && is_title(end - 2);
    let is_person = is_whole && (is_given(first) || is_title(first) || is_given(end - 1) || follows_title);
    is_person.then_some(close + 2)
}
