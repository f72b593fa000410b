//! Whose reports a story rests on: "With Reuters and Agence France-Presse".

use super::said::Said;
use crate::text::Words;
use crate::text::lower;
use crate::text::word_list;

/// News agencies, as they are named in such lines. Lower case.
const AGENCIES: Words = word_list![
    "reuters",
    "afp",
    "agence france-presse",
    "ap",
    "associated press",
    "dpa",
    "apa",
    "epd",
    "kna",
    "sid",
    "efe",
    "ansa",
    "pa media",
    "press association",
    "upi",
    "xinhua",
    "tass",
    "interfax",
    "kyodo",
    "yonhap",
    "pti",
    "ians",
    "ani",
    "aap",
    "australian associated press",
    "the canadian press",
    "canadian press",
    "bloomberg",
    "belga",
    "anp",
    "ritzau",
    "ntb",
    "tt",
    "lusa",
    "europa press",
    "agência brasil",
    "agencia efe",
    "pap",
    "ukrinform",
    "anadolu",
    "keystone-sda",
    "sda",
    "cnn wire",
    "agencies",
];
/// What such lines open with. Lower case.
const OPENERS: Words = word_list![
    "with",
    "additional reporting by",
    "additional reporting from",
    "with reporting by",
    "with files from",
    "with additional reporting by",
    "with agencies",
    "with agency reports",
    "mit",
    "mit material von",
    "quelle:",
    "avec",
    "con información de",
    "con",
    "com informações da",
    "com informações de",
    "com",
    "met",
    "sources:",
    "source:",
];
/// What follows the names. Lower case.
const CLOSERS: &[&str] =
    &["contributed to this report", "contributed to this story", "contributed reporting", "contributed"];
/// Units: bytes. A longer line is a sentence of the story.
const MAX_LINE: usize = 140;

/// Finds the line; the last one that is such a line.
pub(super) fn find(said: &Said) -> Option<String> {
    let lines =
        said.lines.all.iter().rev().map(|line| said.lines.text(line)).filter(|text| text.len() <= MAX_LINE);
    lines.into_iter().find(|text| is_credit(text)).map(str::to_owned)
}

/// An opener or a closer, and between them nothing but agencies.
pub(in crate::article) fn is_credit(line: &str) -> bool {
    let lower = lower(line);
    let bare = lower
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '(' | ')' | '*' | '—' | '–' | '-'));
    let opened = OPENERS
        .iter()
        .filter_map(|o| bare.strip_prefix(o))
        .filter(|rest| rest.starts_with(' '))
        .map(str::trim);
    let closed = CLOSERS
        .iter()
        .filter_map(|c| bare.strip_suffix(c))
        .map(|rest| rest.trim().trim_start_matches("the "));
    opened.chain(closed).any(names_agencies)
}

fn names_agencies(text: &str) -> bool {
    let mut names: Vec<&str> = text.split([',', '/', '&', ';']).collect();
    for and in [" and ", " und ", " et ", " y "] {
        names = names.into_iter().flat_map(|part| part.split(and)).collect();
    }
    let is_agency = |name: &str| AGENCIES.has(name.strip_prefix("the ").unwrap_or(name));
    let mut found = false;
    for name in names.into_iter().map(str::trim).filter(|name| !name.is_empty()) {
        if !is_agency(name) {
            return false;
        }
        found = true;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_of_agencies_are_credits() {
        let check = |line: &str, expected: bool| assert_eq!(is_credit(line), expected, "{line}");
        check("With Reuters and Agence France-Presse", true);
        check("The Associated Press contributed to this report.", true);
        check("(mit dpa, AFP)", true);
        check("Additional reporting by Reuters", true);
        check("With Reuters reporters on strike, nobody wrote", false);
        check("With love", false);
        check("Reuters", false);
        check("With", false);
    }
}
