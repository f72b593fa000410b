//! Where a link really leads, said where its own words name another place.
//!
//! In: the words and the address. Out: the host as the browser will ask for it (letters of other scripts as Punycode),
//! or nothing where the words name no host or this one.

use super::Address;
use crate::text::lower;

/// Marks that turn text around or hide in it. Source: Unicode, bidirectional formatting and zero-width characters.
const UNSEEN: [char; 15] = [
    '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}',
    '\u{2060}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{ad}', '\u{feff}',
];
/// After these what is read is not what stands there.
const OVERRIDES: [char; 2] = ['\u{202d}', '\u{202e}'];
/// What browsers take for a dot in a host. Source: UTS 46.
const DOTS: [char; 3] = ['\u{3002}', '\u{ff0e}', '\u{ff61}'];
/// Ends of names that words without `www.` are read by; two letters are a country's.
const ENDS: [&str; 8] = ["com", "org", "net", "edu", "gov", "int", "info", "biz"];
/// Two letters that are ends of files, no or rarely a country.
const FILES: [&str; 13] = ["cc", "cs", "hs", "js", "md", "ml", "mk", "pl", "ps", "py", "rs", "sh", "ts"];

/// The host to show beside a link.
pub(super) fn to_show(words: &str, address: &Address) -> Option<String> {
    let real = lower(address.host());
    let turned = words.contains(OVERRIDES);
    let named = named(words);
    let honest = named.as_ref().is_none_or(|named| is_of(&real, named) && real.is_ascii());
    ((turned || !honest) && !real.is_empty()).then(|| ascii(&real))
}

/// True for the host that was named, or one below it.
fn is_of(real: &str, named: &str) -> bool {
    real.strip_suffix(named).is_some_and(|above| above.is_empty() || above.ends_with('.'))
}

/// The host that words name: an address, or one word that looks like a host. In lower case, without `www.`.
fn named(words: &str) -> Option<String> {
    let seen: String = words.chars().filter(|c| !UNSEEN.contains(c) && !OVERRIDES.contains(c)).collect();
    let seen = lower(seen.replace(DOTS, ".").trim());
    let bare =
        seen.strip_prefix("https:").or(seen.strip_prefix("http:")).map(|rest| rest.trim_start_matches('/'));
    let address = Address::of_words(bare.unwrap_or(&seen));
    let host = address.strip_prefix("www.").unwrap_or(address);
    let (above, end) = host.rsplit_once('.')?;
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    if above.is_empty() || !host.chars().all(is_name) {
        return None;
    }
    let country = end.len() == 2 && end.bytes().all(|b| b.is_ascii_lowercase()) && !FILES.contains(&end);
    let plain = bare.is_some() || host.len() < address.len();
    (plain || country || ENDS.contains(&end) || !end.is_ascii()).then(|| host.to_owned())
}

/// As the browser asks for it. Source: RFC 3492.
fn ascii(host: &str) -> String {
    let label = |label: &str| match label.is_ascii() {
        true => label.to_owned(),
        false => punycode(label).map_or_else(|| label.to_owned(), |code| format!("xn--{code}")),
    };
    host.split('.').map(label).collect::<Vec<_>>().join(".")
}

/// Parameters of RFC 3492, section 5.
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;

/// None: too long to count.
fn punycode(label: &str) -> Option<String> {
    let mut out: String = label.chars().filter(char::is_ascii).collect();
    let basic = out.len() as u32;
    let (mut n, mut delta, mut bias, mut handled) = (128_u32, 0_u32, 72_u32, basic);
    if basic > 0 {
        out.push('-');
    }
    while let Some(next) = label.chars().map(u32::from).filter(|c| *c >= n).min() {
        delta = delta.checked_add((next - n).checked_mul(handled + 1)?)?;
        n = next;
        for c in label.chars().map(u32::from) {
            delta = if c < n { delta.checked_add(1)? } else { delta };
            if c == n {
                variable(delta, bias, &mut out);
                bias = adapted(delta, handled + 1, handled == basic);
                (delta, handled) = (0, handled + 1);
            }
        }
        (delta, n) = (delta.checked_add(1)?, n + 1);
    }
    Some(out)
}

/// One delta as digits of variable length.
fn variable(delta: u32, bias: u32, out: &mut String) {
    let digit = |d: u32| char::from(if d < 26 { b'a' + d as u8 } else { b'0' + (d - 26) as u8 });
    let (mut q, mut k) = (delta, BASE);
    loop {
        let t = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if q < t {
            return out.push(digit(q));
        }
        out.push(digit(t + (q - t) % (BASE - t)));
        (q, k) = ((q - t) / (BASE - t), k + BASE);
    }
}

fn adapted(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, url: &str, expected: Option<&str>) {
        let address = Address::link(url).expect("a link");
        assert_eq!(to_show(words, &address).as_deref(), expected, "{words} -> {url}");
    }

    #[test]
    fn words_that_name_another_host_are_given_the_true_one() {
        check("www.mybank.com", "https://evil.example/mybank.com", Some("evil.example"));
        check(
            "https://mybank.com/login",
            "https://mybank.com.evil.example/",
            Some("mybank.com.evil.example"),
        );
        check("mybank.com", "https://mybank.com@evil.example/", Some("evil.example"));
        check("mybank.com", "https://evil.example\\@mybank.com/", Some("evil.example"));
        check("my\u{200b}bank.com", "https://evil.example:8080/", Some("evil.example"));
        check("mybank。com", "https://evil.example/", Some("evil.example"));
        check("sparkasse.de", "https://evil.example/", Some("evil.example"));
        check("\u{202e}moc.knabym", "https://evil.example/", Some("evil.example"));
    }

    #[test]
    fn letters_of_other_scripts_are_shown_as_they_are_asked_for() {
        check("аpple.com", "https://аpple.com/", Some("xn--pple-43d.com"));
        check("apple.com", "https://аpple.com/", Some("xn--pple-43d.com"));
        check("bücher.example.de", "https://bücher.example.de/", Some("xn--bcher-kva.example.de"));
        check("例え.テスト", "https://例え.テスト/", Some("xn--r8jz45g.xn--zckzah"));
    }

    #[test]
    fn honest_words_are_left_alone() {
        check("the report", "https://evil.example/", None);
        check("www.example.org", "https://example.org/a", None);
        check("Example.org/about", "https://www.example.org/about", None);
        check("example.org", "https://shop.example.org:443/", None);
        check("Node.js", "https://nodejs.org/", None);
        check("README.md", "https://code.example/README.md", None);
        check("3.5", "https://evil.example/", None);
        check("U.S.", "https://evil.example/", None);
        check("end of a line.com", "https://evil.example/", None);
        check("", "https://evil.example/", None);
    }
}
