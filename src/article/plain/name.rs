//! A line -> is it a name? Of people who write, told by capitals and length alone.

/// Small words inside names.
const PARTICLES: &[&str] = &[
    "de", "del", "della", "di", "da", "do", "dos", "du", "la", "le", "van", "von", "der", "den", "ter",
    "ten", "bin", "al", "el", "and", "und", "et", "y", "e", "en", "i", "in", "für", "for", "from", "with",
    "&",
];

/// Longest list of writers. Units: words.
const LONGEST: usize = 14;

/// Share of a name's words that are capitalised. Units: percent.
const CAPITALS: usize = 50;

/// True for one name or several, with what they write for.
pub fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').filter(|w| w.chars().any(char::is_alphanumeric)).collect();
    let capital = |w: &&&str| w.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let capitals = words.iter().filter(capital).count();
    let ends = text.ends_with(['.', '!', '?', '…', ':', ';']) && !text.ends_with("Jr.");
    (1..=LONGEST).contains(&words.len())
        && capitals * 100 >= words.len() * CAPITALS
        && words.first().is_some_and(|w| capital(&w))
        && !text.chars().any(|c| c.is_numeric())
        && !ends
}

/// True for first and last name, nothing else.
pub fn is_person(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let fits = |w: &&str| {
        let capital = w.chars().next().is_some_and(char::is_uppercase);
        let letters = w.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
        letters && (capital || PARTICLES.contains(w))
    };
    let capitals = words.iter().filter(|w| w.chars().next().is_some_and(char::is_uppercase)).count();
    (2..=5).contains(&words.len()) && capitals >= 2 && words.iter().all(fits)
}
