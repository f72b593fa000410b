//! Nouns and other small words that tell of what kind the name beside or behind them is.

use crate::text::Words;
use crate::text::word_list;

pub(super) fn is_place_opener(word: &str) -> bool {
    // What stands first in names of other tongues: Malay, Spanish, Arabic, Hebrew.
    const ELSEWHERE: Words = word_list![
        "beit", "bukit", "deir", "gunung", "jalan", "jebel", "kampong", "kampung", "kfar", "kota", "kuala",
        "monte", "playa", "puerto", "pulau", "sungai", "taman", "tanjung", "teluk", "wadi",
    ];
    ELSEWHERE.has(word)
        || word_list![
            "mount", "mt", "lake", "river", "cape", "fort", "port", "isle", "gulf", "st", "saint", "camp",
            "county", "co", "san", "santa", "los", "las", "el", "north", "south", "east", "west", "northern",
            "southern", "eastern", "western", "central", "upper", "lower", "greater"
        ]
        .has(word)
}

/// What part of an American state a college names itself after.
pub(super) fn is_region_adjective(word: &str) -> bool {
    word_list!["northern", "southern", "eastern", "western", "central"].has(word)
}

pub(super) fn is_direction(word: &str) -> bool {
    word_list![
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "upper",
        "lower",
        "greater",
        "downtown",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "mid",
        "inner",
        "outer"
    ]
    .has(word)
}

/// `south-west`, `northeast`: a word that points.
pub(super) fn is_bearing(word: &str) -> bool {
    const POINTS: Words =
        word_list!["east", "north", "northeast", "northwest", "south", "southeast", "southwest", "west"];
    word.split('-').all(|part| POINTS.has(part))
}

pub(super) fn is_place_noun(word: &str) -> bool {
    const NOUNS: Words = word_list![
        "airbase",
        "airfield",
        "airport",
        "archipelago",
        "area",
        "bay",
        "borough",
        "capital",
        "cities",
        "city",
        "coast",
        "constituency",
        "counties",
        "county",
        "district",
        "districts",
        "enclave",
        "hamlet",
        "island",
        "islands",
        "municipality",
        "neighborhood",
        "neighbourhood",
        "oblast",
        "outskirts",
        "peninsula",
        "port",
        "prefecture",
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

/// What is named after a place more often than it lies in one.
/// What is called after somebody or some place: works, and illnesses.
pub(super) fn is_work_noun(word: &str) -> bool {
    word_list![
        "album",
        "disease",
        "fever",
        "flu",
        "franchise",
        "line",
        "magazine",
        "movie",
        "musical",
        "novel",
        "pox",
        "sequel",
        "soundtrack",
        "virus"
    ]
    .has(word)
}

pub(super) fn is_kin(word: &str) -> bool {
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
