//! A text -> the language it is written in, told by its most frequent words or by its script.
//!
//! In: running text. Out: an ISO 639-1 code, or None where nothing speaks clearly for one language.

use crate::order;
use crate::text::lower;
use crate::text::words::words;

const FILE: &str = include_str!("../../rules/function_words.txt");

/// How much of a text is looked at. Units: words. Enough: function words are a third of any text.
const LOOKED_AT: usize = 400;

/// So many words of one language must stand in the text.
const NEEDED: usize = 4;

/// The best language has so many words for each one of the next. Units: tenths.
const AHEAD: usize = 13;

/// Scripts that belong to one language, or to one far more than to others.
const SCRIPTS: &[(std::ops::RangeInclusive<char>, &str)] = &[
    ('\u{3040}'..='\u{30FF}', "ja"),
    ('\u{AC00}'..='\u{D7AF}', "ko"),
    ('\u{4E00}'..='\u{9FFF}', "zh"),
    ('\u{0600}'..='\u{06FF}', "ar"),
    ('\u{0590}'..='\u{05FF}', "he"),
    ('\u{0370}'..='\u{03FF}', "el"),
    ('\u{0400}'..='\u{04FF}', "ru"),
    ('\u{0E00}'..='\u{0E7F}', "th"),
    ('\u{0900}'..='\u{097F}', "hi"),
];

/// Share of a text's letters in a script that tells its language. Units: percent. Japanese has Han beside its own.
const IN_SCRIPT: usize = 20;

/// The language of a text.
pub fn language(text: &str) -> Option<&'static str> {
    by_script(text).or_else(|| by_words(text))
}

fn by_script(text: &str) -> Option<&'static str> {
    let letters = || text.chars().filter(|c| c.is_alphabetic()).take(LOOKED_AT * 5);
    let all = letters().count();
    let of = |range: &std::ops::RangeInclusive<char>| letters().filter(|c| range.contains(c)).count();
    SCRIPTS.iter().find(|(range, _)| all > 0 && of(range) * 100 >= all * IN_SCRIPT).map(|(_, code)| *code)
}

fn by_words(text: &str) -> Option<&'static str> {
    let found: Vec<String> = words(text).take(LOOKED_AT).map(|range| lower(&text[range])).collect();
    let lines = FILE.lines().filter_map(|line| line.split_once(": "));
    let counted = lines.filter(|(code, _)| !code.starts_with('#')).map(|(code, list)| {
        let list: Vec<&str> = list.split(", ").collect();
        (found.iter().filter(|word| list.contains(&word.as_str())).count(), code)
    });
    let mut counted: Vec<(usize, &str)> = counted.collect();
    order::sort_by(&mut counted, |a, b| b.cmp(a));
    let [(best, code), (next, _), ..] = counted[..] else { return None };
    (best >= NEEDED && best * 10 >= next * AHEAD).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(language(text), expected, "{text}");
    }

    #[test]
    fn languages_by_their_words() {
        check("The ferry that was to leave with the tide has been seen from the quay.", Some("en"));
        check("Der Turm, den der Sturm in der Nacht beschädigt hat, wird nicht mehr leuchten.", Some("de"));
        check("Le phare que les habitants ont racheté pour un euro est fermé au public.", Some("fr"));
        check("El mercado de los pueblos reabre con la mitad de las tiendas y se espera más.", Some("es"));
        check("Il mercato della città non ha più i banchi che si vedevano nel secolo scorso.", Some("it"));
        check("O telhado da fábrica não é mais do que uma horta, mas os vizinhos são felizes.", Some("pt"));
        check(
            "De boot die het eiland met het vasteland verbindt, is voor een week niet te zien.",
            Some("nl"),
        );
    }

    #[test]
    fn languages_by_their_script() {
        check("灯台の島、最後の渡し船が運航を終える", Some("ja"));
        check("Последний деревянный паром покинул пролив", Some("ru"));
    }

    #[test]
    fn no_guess() {
        check("", None);
        check("Reuters 2024 AFP dpa", None);
    }
}
