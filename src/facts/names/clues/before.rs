//! The clues in what stands before a mention.

use super::Clue;
use super::nouns::is_bearing;
use super::nouns::is_kin;
use super::nouns::is_place_noun;
use crate::facts::document::Document;
use crate::facts::names::acronyms::is_acronym;
use crate::facts::names::bodies;
use crate::facts::names::segments::Candidate;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Tokens;
use crate::text::Words;
use crate::text::word_list;

/// What the words before say.
pub(super) fn before(document: &Document, at: &Candidate) -> Vec<Clue> {
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
    let is_owner = tokens.kind(at.end) == Some(Kind::Possessive);
    let mut out = Vec::new();
    out.extend((!is_owner && leads_to_place(tokens, at)).then_some(Clue::GoesBefore));
    match word {
        // `published in Soil Science`: a journal.
        "in" if words > 1 && second == "published" => out.push(Clue::BodyNounBefore),
        "in" if is_code(tokens.word(at.first)) || tells_field(second) => {}
        // `Frontiers in Psychology`.
        "in" if matches!(second, "advances" | "frontiers" | "trends") && tokens.is_capital(index - 1) => {
            out.push(Clue::Thing)
        }
        "in" if is_holding(second) => out.push(Clue::BodyNounBefore),
        "in" => out.push(in_before(tokens, at)),
        "near" | "across" | "outside" | "throughout" | "around" | "toward" | "towards" => {
            out.push(Clue::NearBefore)
        }
        "to" if second == "according"
            && words == 1
            && !tokens.is_capital(at.end)
            && !lexicons::SURNAMES.has(tokens.folded(at.first)) =>
        {
            out.push(Clue::AccordingBefore)
        }
        "from" | "to" | "into" | "between" | "leave" | "left" | "visit" | "visited" => {
            out.push(Clue::FromBefore)
        }
        "the" if words == 1 && is_river(tokens, at) => out.push(Clue::TheRiver),
        "the" => {
            out.push(Clue::TheBefore);
            out.extend((words > 1 && stands_alone(tokens, at.end)).then_some(Clue::TheAlone));
            let third = back(3).map_or("", |i| tokens.folded(i));
            // `across the Blue Mountains`, `along the Xingu`.
            let lies = word_list!["across", "along", "around", "in", "near", "through"].has(second);
            let is_land = lies && words > 1 && lexicons::PLACE_HEADS.has(tokens.folded(at.end - 1))
                || second == "along" && words == 1;
            out.extend(is_land.then_some(Clue::NearBefore));
            let of_role = word_list!["at", "for", "of", "with"].has(second) && lexicons::ROLES.has(third);
            let has_person = (at.first + 1..at.end - 1).any(|i| lexicons::GIVEN.has(tokens.folded(i)));
            out.extend((of_role && words > 1 && !has_person).then_some(Clue::RoleOfBefore));
            out.extend((second == "to" && third == "according").then_some(Clue::AccordingBefore));
            let is_work = second == "of" && matches!(third, "author" | "authors" | "co-author");
            out.extend(is_work.then_some(Clue::Thing));
            let of_members = second == "of" && matches!(third, "member" | "members") && words > 1;
            out.extend(of_members.then_some(Clue::BodyNounBefore));
        }
        "of" if is_bearing(second) && !is_owner => out.push(Clue::Bearing),
        "of" if is_age(tokens, at.first) => out.push(Clue::AgeOfBefore),
        // `told WXYZ`, `As AutoWeekly reports,`: who was told or reports is most often a paper or a station.
        "told"
            if words == 1
                && (is_acronym(tokens.word(at.first)) || tokens.word(at.first).ends_with("TV"))
                && !lexicons::PLACES.has(tokens.folded(at.first)) =>
        {
            out.push(Clue::BodyNounBefore)
        }
        "as" if words == 1 && matches!(tokens.folded(at.end), "reported" | "reports") => {
            out.push(Clue::AccordingBefore)
        }
        "a" | "an" => out.push(Clue::ArticleBefore),
        "of" if matches!(second, "member" | "members") => out.push(Clue::BodyNounBefore),
        "of" if is_place_noun(second) || is_seat(second) => out.push(Clue::PlaceNounOfBefore),
        "at" if lexicons::ROLES.has(second) || ends_role(tokens, at.first - 1, 1) => {
            out.push(Clue::RoleAtBefore)
        }
        // `MP for Leeds`: whom they stand for is where they were chosen.
        "for" if word_list!["member", "mep", "mp", "mps", "msp", "td"].has(second) => {
            out.push(Clue::InBefore)
        }
        "of" if word_list!["author", "authors", "co-author", "professor"].has(second) => {
            out.push(Clue::Thing)
        }
        "of" if matches!(second, "acquisition" | "takeover" | "subsidiary") => out.push(Clue::BodyNounBefore),
        // `director of Georgia Sea Grant`: what is led is no person, whatever given name it opens with; not the office of
        // `the Director of Public Prosecutions`.
        "of" if words > 1 && leads(second) && !tokens.is_capital(index - 1) => out.push(Clue::RoleAtBefore),
        "of" | "for" | "with" if lexicons::ROLES.has(second) => out.push(Clue::RoleOfBefore),
        _ => {}
    }
    let is_noun = is_lower && lexicons::ORGANISATION_NOUNS.get(word) == Some("before");
    if is_noun || bodies::is_named_here(document, at.first) {
        out.push(Clue::BodyNounBefore);
    } else if is_lower && is_kin(word) {
        out.push(Clue::KinBefore);
    } else if is_lower && lexicons::ROLES.has(word) && word != "senior" {
        out.push(if words > 1 { Clue::RoleBefore } else { Clue::RoleBeforeAlone });
    } else if is_lower && lexicons::CUES.has(word) && word.ends_with(['d', 's']) {
        out.push(Clue::CueBefore);
    }
    let is_person_role =
        |word: &str| lexicons::ROLES.has(word) && lexicons::ORGANISATION_NOUNS.get(word) != Some("before");
    let role_comma = word == ","
        && (is_person_role(second)
            || (2..=3).contains(&words)
                && tokens.mark(at.end) == Some(',')
                && ends_role(tokens, index, MOST_OF_ROLE));
    if role_comma && words > 1 {
        out.push(Clue::RoleBefore);
    }
    out
}

/// `a degree in Ceramics`, `faith in Holt`, `published in Neuron`, `a role in Gravlok`, `written in Kotlin`: what one knows, trusts,
/// plays in or writes with is no place.
fn tells_field(word: &str) -> bool {
    const FIELDS: Words = word_list![
        "appeared",
        "appearing",
        "appears",
        "bachelor's",
        "belief",
        "believe",
        "believes",
        "bug",
        "bugs",
        "cast",
        "certificate",
        "certification",
        "character",
        "class",
        "classes",
        "coded",
        "confidence",
        "course",
        "courses",
        "decline",
        "degree",
        "diploma",
        "drop",
        "expertise",
        "experts",
        "faith",
        "feature",
        "featured",
        "features",
        "flaw",
        "flaws",
        "fluent",
        "increase",
        "interest",
        "interested",
        "major",
        "majoring",
        "master's",
        "phd",
        "programming",
        "published",
        "rise",
        "role",
        "roles",
        "song",
        "specialised",
        "specialising",
        "specialist",
        "specialized",
        "specializes",
        "specializing",
        "starred",
        "starring",
        "stars",
        "surge",
        "training",
        "trust",
        "tweeted",
        "vulnerability",
        "written",
    ];
    FIELDS.has(word)
}

/// `a stake in Vandril`: what one holds a part of is a firm.
fn is_holding(word: &str) -> bool {
    word_list![
        "invest",
        "invested",
        "investing",
        "investment",
        "investor",
        "investors",
        "shareholder",
        "shares",
        "stake",
        "stock"
    ]
    .has(word)
}

/// Roles of those at the head of a body.
fn leads(word: &str) -> bool {
    word_list![
        "ceo",
        "chair",
        "chairman",
        "chairwoman",
        "co-founder",
        "dean",
        "director",
        "founder",
        "president"
    ]
    .has(word)
}

fn is_seat(word: &str) -> bool {
    const SEATS: Words = word_list![
        "archbishop",
        "bishop",
        "commune",
        "community",
        "mayor",
        "residents",
        "settlement",
        "siege",
    ];
    SEATS.has(word)
}

/// True where somebody goes to, comes from, takes or works at what is named: `fled to Quarrin`, `a woman from Quarrin`.
fn leads_to_place(tokens: &Tokens, at: &Candidate) -> bool {
    const MOVES: Words = word_list![
        "airlifted",
        "back",
        "deported",
        "diverted",
        "drive",
        "driven",
        "drove",
        "evacuated",
        "extradited",
        "fled",
        "flee",
        "flew",
        "flight",
        "flights",
        "flown",
        "fly",
        "flying",
        "headed",
        "heading",
        "home",
        "journey",
        "moved",
        "moving",
        "relocated",
        "return",
        "returned",
        "returning",
        "road",
        "route",
        "sailed",
        "then",
        "travel",
        "traveled",
        "traveling",
        "travelled",
        "travelling",
        "trek",
        "trip",
        "trips",
        "went",
    ];
    const COMERS: Words = word_list![
        "boy",
        "came",
        "comes",
        "couple",
        "deported",
        "driver",
        "drove",
        "evacuated",
        "family",
        "farmer",
        "firefighters",
        "fled",
        "flew",
        "flight",
        "flights",
        "girl",
        "hail",
        "hailed",
        "hails",
        "immigrants",
        "man",
        "men",
        "migrants",
        "moved",
        "originally",
        "people",
        "refugees",
        "residents",
        "returned",
        "returning",
        "soldier",
        "student",
        "teenager",
        "train",
        "travelled",
        "traveled",
        "villagers",
        "withdrawal",
        "withdrew",
        "woman",
        "women",
    ];
    const SITES: Words = word_list![
        "airport",
        "base",
        "barracks",
        "camp",
        "depot",
        "jail",
        "mine",
        "plant",
        "port",
        "power-station",
        "prison",
        "reactor",
        "refinery",
        "shrine",
        "station",
        "temple",
    ];
    const SEIZED: Words = word_list![
        "besieged",
        "bombed",
        "fled",
        "invaded",
        "recaptured",
        "retook",
        "seized",
        "shelled",
        "toured",
    ];
    let back = |n: usize| at.first.checked_sub(n).map_or("", |i| tokens.folded(i));
    let near = |words: Words| {
        words.has(back(2)) || words.has(back(3)) && tokens.kind(at.first - 2) == Some(Kind::Word)
    };
    match back(1) {
        "to" | "into" => near(MOVES),
        "from" => {
            near(COMERS)
                || matches!(back(2), "both" | "all")
                || is_place_noun(back(2))
                || back(2) == "," && tokens.mark(at.end) == Some(',')
        }
        "at" => SITES.has(back(2)),
        "off" => word_list!["capsized", "coast", "sank", "spill", "waters"].has(back(2)),
        word => SEIZED.has(word),
    }
}

/// `in Warsaw`; `in Tolkien’s books` tells little.
fn in_before(tokens: &Tokens, at: &Candidate) -> Clue {
    let is_owner = tokens.kind(at.end) == Some(Kind::Possessive);
    if is_owner { Clue::FromBefore } else { Clue::InBefore }
}

/// `HTML5`, `OCaml`, `C`, `CRMs`: what places are not called.
fn is_code(word: &str) -> bool {
    let is_plural = word.strip_suffix('s').is_some_and(is_acronym);
    let mut letters = word.chars().skip(1);
    let opens_large = letters.next().is_none_or(char::is_uppercase);
    is_plural
        || word.contains(|c: char| c.is_ascii_digit())
        || opens_large && !letters.any(char::is_uppercase)
}

/// Words of what a role is of at most: `the president of the town’s Islamic Society, Walli Hanifi, says`.
const MOST_OF_ROLE: usize = 7;

/// True where a role and what it is of, in so many words at most, end before the token at `end`.
fn ends_role(tokens: &Tokens, end: usize, most: usize) -> bool {
    let is_inside = |i: &usize| !matches!(tokens.kind(*i), Some(Kind::Mark | Kind::Break));
    let of = (end.saturating_sub(most + 1).max(1)..end).rev().take_while(is_inside);
    of.into_iter().any(|i| {
        word_list!["at", "for", "from", "of"].has(tokens.folded(i))
            && i + 1 < end
            && lexicons::ROLES.has(tokens.folded(i - 1))
    })
}

/// `the Amazon`, `the Amazon river`, not `the Amazon website`.
fn is_river(tokens: &Tokens, at: &Candidate) -> bool {
    (tokens.folded(at.end) == "river" || stands_alone(tokens, at.end))
        && lexicons::ORGANISATIONS.get(tokens.folded(at.first)) == Some("the")
}

/// True where no noun follows the name.
fn stands_alone(tokens: &Tokens, end: usize) -> bool {
    tokens.kind(end) != Some(Kind::Word) || lexicons::FUNCTION_WORDS.has(tokens.folded(end))
}

/// `Mary Smith, 34, of` before the word at `index`.
fn is_age(tokens: &Tokens, index: usize) -> bool {
    let back = |n: usize| index.checked_sub(n).map_or("", |i| tokens.folded(i));
    let number = index.checked_sub(3).filter(|i| tokens.kind(*i) == Some(Kind::Number));
    back(2) == "," && matches!(back(4), "," | "aged") && number.is_some_and(|i| tokens.word(i).len() < 3)
}
