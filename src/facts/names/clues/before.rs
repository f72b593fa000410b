//! The clues in what stands before a mention.

use super::Clue;
use super::add;
use super::nouns::is_bearing;
use super::nouns::is_kin;
use super::nouns::is_place_noun;
use crate::facts::document::Document;
use crate::facts::names::acronyms::is_acronym;
use crate::facts::names::bodies;
use crate::facts::names::segments::Candidate;
use crate::facts::roles::rank;
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
    let in_sentence = |i: &usize| document.sentence_of(*i) == document.sentence_of(at.first);
    let Some(index) = at.first.checked_sub(1).filter(in_sentence) else { return Vec::new() };
    let back = |n: usize| at.first.checked_sub(n).filter(in_sentence).map_or("", |i| tokens.folded(i));
    let (word, second, third) = (tokens.folded(index), back(2), back(3));
    let is_lower = tokens.kind(index) == Some(Kind::Word) && !tokens.is_capital(index);
    let words = at.end - at.first;
    let is_owner = tokens.kind(at.end) == Some(Kind::Possessive);
    let is_noun = is_lower && lexicons::ORGANISATION_NOUNS.has_as(word, "before");
    // `running back Bo Orr`.
    let is_pair = || index > 0 && is_lower && lexicons::ROLES.is_whole(tokens, index - 1, index + 1);
    let is_role = is_lower && (lexicons::ROLES.has(word) || is_pair());
    let mut out = Vec::new();
    out.extend(by_word(document, at, second));
    // `the world No. 38 Ann Lee`.
    let is_ranked = words > 1 && rank(tokens, index).is_some();
    add(
        &mut out,
        &[
            (Clue::GoesBefore, !is_owner && leads_to_place(tokens, at)),
            (Clue::RoleBefore, is_ranked || words > 1 && word == "year-old"),
        ],
    );
    if word == "the" {
        behind_article(tokens, at, second, third, &mut out);
    }
    out.extend(if is_noun || bodies::is_named_here(document, at.first) {
        Some(Clue::BodyNounBefore)
    } else if is_lower && is_kin(word) {
        Some(Clue::KinBefore)
    // `local Infected Areas`: an adjective.
    } else if is_role && !word_list!["local", "senior"].has(word) {
        Some(if words > 1 { Clue::RoleBefore } else { Clue::RoleBeforeAlone })
    } else if is_lower && lexicons::CUES.has(word) && word.ends_with(['d', 's']) {
        Some(Clue::CueBefore)
    } else {
        None
    });
    if word == "," {
        let is_role = lexicons::ROLES.has(second);
        let is_person_role = is_role && !lexicons::ORGANISATION_NOUNS.has_as(second, "before");
        let is_closed = tokens.mark(at.end) == Some(',');
        // `One of the men, Ann Lee, said`.
        let is_one = || back(4) == "of" && back(5) == "one";
        let is_told =
            (2..=3).contains(&words) && is_closed && (is_one() || ends_role(tokens, index, MOST_OF_ROLE));
        // `an ecologist from Cambridge, United Kingdom, said`.
        let is_told = is_told && !lexicons::PLACES.is_whole(tokens, at.first, at.end);
        // `his wife, Ann, left`.
        let first = tokens.folded(at.first);
        let is_given = words == 1 && is_closed && lexicons::GIVEN.has(first) && !lexicons::PLACES.has(first);
        let is_theirs =
            (is_role || is_kin(second)) && word_list!["a", "her", "his", "my", "our", "their"].has(third);
        add(
            &mut out,
            &[
                (Clue::KinBefore, is_given && is_theirs),
                (Clue::RoleBefore, words > 1 && (is_person_role || is_told)),
            ],
        );
    }
    out
}

/// What the word right before says, but for an article.
fn by_word(document: &Document, at: &Candidate, second: &str) -> Option<Clue> {
    let tokens = &document.tokens;
    let index = at.first - 1;
    let first = tokens.folded(at.first);
    let words = at.end - at.first;
    let is_owner = tokens.kind(at.end) == Some(Kind::Possessive);
    Some(match tokens.folded(index) {
        // `published in Soil Science`: a journal.
        "in" if words > 1 && second == "published" => Clue::BodyNounBefore,
        "in" if is_code(tokens.word(at.first)) || tells_field(second) => return None,
        // `Frontiers in Psychology`.
        "in" if word_list!["advances", "frontiers", "trends"].has(second) && tokens.is_capital(index - 1) => {
            Clue::Thing
        }
        "in" if is_holding(second) => Clue::BodyNounBefore,
        "in" => in_before(tokens, at),
        "near" | "across" | "outside" | "throughout" | "around" | "toward" | "towards" => Clue::NearBefore,
        "to" if second == "according"
            && words == 1
            && !tokens.is_capital(at.end)
            && !lexicons::SURNAMES.has(first) =>
        {
            Clue::AccordingBefore
        }
        "from" | "to" | "into" | "between" | "leave" | "left" | "visit" | "visited" => Clue::FromBefore,
        // `who runs Orr Ferrer`, `a firm like Vandril`: of no person.
        "co-founded" | "founded" | "owns" | "runs" if !is_owner => Clue::RoleAtBefore,
        _ if lists_bodies(tokens, at.first) => Clue::BodyNounBefore,
        "of" if is_bearing(second) && !is_owner => Clue::Bearing,
        "of" if is_age(tokens, at.first) => Clue::AgeOfBefore,
        // `told WXYZ`, `As AutoWeekly reports,`: who was told or reports is most often a paper or a station.
        "told" if words == 1 && !is_owner && !lexicons::PLACES.has(first) => {
            let word = tokens.word(at.first);
            if is_acronym(word) || word.ends_with("TV") { Clue::BodyNounBefore } else { Clue::ToldBefore }
        }
        "as" if words == 1 && word_list!["reported", "reports"].has_at(tokens, at.end) => {
            Clue::AccordingBefore
        }
        "a" | "an" => Clue::ArticleBefore,
        "of" if word_list!["member", "members"].has(second) => Clue::BodyNounBefore,
        "of" if is_place_noun(second) || is_seat(second) => Clue::PlaceNounOfBefore,
        "at" if lexicons::ROLES.has(second) || ends_role(tokens, index, 1) => Clue::RoleAtBefore,
        // `MP for Leeds`: whom they stand for is where they were chosen.
        "for" if word_list!["member", "mep", "mp", "mps", "msp", "td"].has(second) => Clue::InBefore,
        "of" if word_list!["author", "authors", "co-author", "professor"].has(second) => Clue::Thing,
        "of" if word_list!["acquisition", "takeover", "subsidiary"].has(second) => Clue::BodyNounBefore,
        // `director of Georgia Sea Grant`: what is led is no person, whatever given name it opens with; not the office of
        // `the Director of Public Prosecutions`.
        "of" if words > 1 && leads(second) && !tokens.is_capital(index - 1) => Clue::RoleAtBefore,
        // `Governor Ann Lee of Kell`.
        "of" if follows_officer(tokens, index) => Clue::PlaceNounOfBefore,
        // `Minister for Foreign Affairs`: what is in her care is no body.
        "of" | "for" if word_list!["minister", "ministers"].has(second) && !lexicons::PLACES.has(first) => {
            Clue::Thing
        }
        "of" | "for" | "with" if lexicons::ROLES.has(second) => Clue::RoleOfBefore,
        _ => return None,
    })
}

/// What `the` says, and the words before it.
fn behind_article(tokens: &Tokens, at: &Candidate, second: &str, third: &str, out: &mut Vec<Clue>) {
    let words = at.end - at.first;
    let is_several = words > 1;
    if !is_several && is_river(tokens, at) {
        out.push(Clue::TheRiver);
        return;
    }
    // `across the Blue Mountains`, `along the Xingu`.
    let lies = word_list!["across", "along", "around", "in", "near", "through"].has(second);
    let is_land = lies && is_several && lexicons::PLACE_HEADS.has_at(tokens, at.end - 1)
        || second == "along" && !is_several;
    let of_role = word_list!["at", "for", "of", "with"].has(second) && lexicons::ROLES.has(third);
    let has_person = (at.first + 1..at.end - 1).any(|i| lexicons::GIVEN.has_at(tokens, i));
    let is_work = second == "of" && word_list!["author", "authors", "co-author"].has(third);
    let of_members = second == "of" && word_list!["member", "members"].has(third);
    // `told the Chronicle`: the paper that writes so.
    let is_paper = !is_several && second == "told" && is_paper(tokens.folded(at.first));
    add(
        out,
        &[
            (Clue::TheBefore, true),
            (Clue::TheAlone, is_several && stands_alone(tokens, at.end)),
            (Clue::NearBefore, is_land),
            (Clue::RoleOfBefore, of_role && is_several && !has_person),
            (Clue::AccordingBefore, second == "to" && third == "according"),
            (Clue::Thing, is_work),
            (Clue::BodyNounBefore, of_members && is_several),
            (Clue::ListedOrganisation, is_paper || !is_several && is_chamber(tokens, at.first)),
        ],
    );
}

/// Words around a chamber's name that tell of its work. Units: tokens.
const CHAMBER_REACH: usize = 14;

/// `the House voted`, `a majority in the House`: where laws are made.
fn is_chamber(tokens: &Tokens, index: usize) -> bool {
    let around = || index.saturating_sub(CHAMBER_REACH)..index + CHAMBER_REACH;
    let is_work = |i: usize| {
        word_list![
            "bill",
            "congress",
            "democrats",
            "gop",
            "lawmakers",
            "legislation",
            "majority",
            "passed",
            "republicans",
            "seats",
            "senate",
            "speaker",
            "vote",
            "voted"
        ]
        .has_at(tokens, i)
    };
    tokens.is(index, "house") && !tokens.is_capital(index + 1) && around().any(is_work)
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

/// How far before a name its list may open, as in `firms such as A, B and C`. Units: tokens.
const LIST_REACH: usize = 16;

/// `platforms like Vandril`, `firms such as Orrin, Tally and Vandril`: what a list names that says so.
fn lists_bodies(tokens: &Tokens, first: usize) -> bool {
    const OTHERS: Words = word_list![
        "agencies",
        "banks",
        "brands",
        "charities",
        "companies",
        "competitors",
        "firms",
        "giants",
        "groups",
        "organisations",
        "organizations",
        "outlets",
        "parties",
        "platforms",
        "retailers",
        "startups",
        "unions",
        "universities",
    ];
    let in_list = |i: &usize| {
        tokens.is_capital(*i)
            || tokens.mark(*i) == Some(',')
            || word_list!["and", "or", "the"].has_at(tokens, *i)
    };
    let from = first.saturating_sub(LIST_REACH);
    let open = (from..first).rev().take_while(in_list).last().unwrap_or(first);
    let back = |n: usize| tokens.folded_before(open, n);
    let noun = match back(1) {
        "like" | "including" => back(2 + usize::from(back(2) == ",")),
        "as" if back(2) == "such" => back(3 + usize::from(back(3) == ",")),
        _ => return false,
    };
    OTHERS.has(noun)
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
        "co-owner",
        "director",
        "founder",
        "owner",
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

/// `Governor Ann Lee` before the word at `end`: who holds an office of a place.
fn follows_officer(tokens: &Tokens, end: usize) -> bool {
    /// Names of an officer at most.
    const MOST_NAMES: usize = 4;
    let names = (end.saturating_sub(MOST_NAMES)..end).rev().take_while(|i| tokens.is_capital(*i));
    names.into_iter().any(|i| {
        word_list![
            "congressman",
            "congresswoman",
            "emir",
            "gov",
            "governor",
            "king",
            "mayor",
            "rep",
            "sen",
            "senator"
        ]
        .has_at(tokens, i)
            && i + 1 < end
    })
}

/// What papers are called.
fn is_paper(word: &str) -> bool {
    const PAPERS: Words = word_list![
        "chronicle",
        "courier",
        "examiner",
        "gazette",
        "herald",
        "journal",
        "mirror",
        "observer",
        "post",
        "record",
        "standard",
        "star",
        "telegraph",
        "times",
        "tribune"
    ];
    PAPERS.has(word)
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
    let back = |n: usize| tokens.folded_before(at.first, n);
    let near = |words: Words| {
        words.has(back(2)) || words.has(back(3)) && tokens.kind(at.first - 2) == Some(Kind::Word)
    };
    // `arrested in Dunmore`, of a smaller one: `from Shahapur in Gulbarga`.
    let is_within = || {
        at.end == at.first + 1
            && tokens.is(at.end, "in")
            && lexicons::PLACES.length_at(tokens, at.end + 1, at.end + 4) > 0
    };
    match back(1) {
        "to" | "into" => near(MOVES) || is_within(),
        "from" => {
            near(COMERS)
                || is_within()
                || word_list!["both", "all"].has(back(2))
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
        word_list!["at", "for", "from", "of"].has_at(tokens, i)
            && i + 1 < end
            && lexicons::ROLES.has_at(tokens, i - 1)
    })
}

/// `the Amazon`, `the Amazon river`, not `the Amazon website`.
fn is_river(tokens: &Tokens, at: &Candidate) -> bool {
    (tokens.is(at.end, "river") || stands_alone(tokens, at.end))
        && lexicons::ORGANISATIONS.get(tokens.folded(at.first)) == Some("the")
}

/// True where no noun follows the name.
pub(super) fn stands_alone(tokens: &Tokens, end: usize) -> bool {
    tokens.kind(end) != Some(Kind::Word) || lexicons::FUNCTION_WORDS.has_at(tokens, end)
}

/// `Mary Smith, 34, of` before the word at `index`.
fn is_age(tokens: &Tokens, index: usize) -> bool {
    let back = |n: usize| tokens.folded_before(index, n);
    let number = index.checked_sub(3).filter(|i| tokens.kind(*i) == Some(Kind::Number));
    back(2) == "," && word_list![",", "aged"].has(back(4)) && number.is_some_and(|i| tokens.word(i).len() < 3)
}
