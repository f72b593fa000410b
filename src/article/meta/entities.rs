//! Entities that stand where none should: in JSON-LD strings, in attributes escaped twice.

use crate::text::Words;
use crate::text::word_list;

/// Named entities seen there, each before what it stands for. Source: JSON-LD and meta tags of WCXB dev.
const NAMED: Words = word_list![
    "amp &",
    "quot \"",
    "apos '",
    "lt <",
    "gt >",
    "nbsp  ",
    "ndash –",
    "mdash —",
    "lsquo ‘",
    "rsquo ’",
    "ldquo “",
    "rdquo ”",
    "hellip …",
    "eacute é",
    "reg ®",
    "trade ™",
    "copy ©",
];
/// Units: bytes, `&` and `;` apart.
const MAX_NAME: usize = 8;

/// Reads `&amp;`, `&#8217;`, `&#x2019;`; what is none of these stays.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match rest
            .find(';')
            .filter(|end| *end <= MAX_NAME)
            .and_then(|end| Some((character(&rest[..end])?, end)))
        {
            Some((character, end)) => {
                out.push_str(&character);
                rest = &rest[end + 1..];
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
        return char::from_u32(code).filter(|c| !c.is_control()).map(String::from);
    }
    NAMED.iter().filter_map(|n| n.split_once(' ')).find(|(n, _)| *n == name).map(|(_, c)| c.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_knows_and_keeps_the_rest() {
        let check = |text: &str, expected: &str| assert_eq!(unescape(text), expected);
        check("a &amp; b &#8217;c&#x2019; AT&T &unknown; &", "a & b ’c’ AT&T &unknown; &");
        check("&#0;é&é;", "&#0;é&é;");
    }
}
