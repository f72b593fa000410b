//! Bytes -> text: byte order mark, UTF-8, what the page declares, what the bytes look like; as browsers read files.
//!
//! Damage is read around: a page with a few wrong bytes is still a page. Answers `None` only where no encoding gives
//! text that is whole for the most part.

use chardetng::EncodingDetector;
use chardetng::Iso2022JpDetection;
use chardetng::Utf8Detection;
use encoding_rs::Encoding;
use encoding_rs::UTF_8;
use encoding_rs::UTF_16BE;
use encoding_rs::UTF_16LE;

/// Where a page must declare its encoding. Units: bytes. Source: HTML standard, "prescan a byte stream" says 1024;
/// real pages put scripts first and browsers read on, so a little more.
const DECLARED_WITHIN: usize = 4096;

/// How much of a file is looked at to tell UTF-16 without a mark. Units: bytes.
const LOOKED_AT: usize = 4096;

/// One broken character in this many good ones is damage; more is the wrong encoding.
const GOOD_PER_BROKEN: usize = 10;

/// One character in this many may be broken where no encoding fits without damage; more is no text.
const CHARACTERS_PER_BROKEN: usize = 20;

/// The text of a file, or None where no encoding gives one.
pub fn decode(bytes: &[u8]) -> Option<String> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return damaged(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = unmarked_utf16(bytes) {
        return damaged(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(encoded_twice(text).unwrap_or_else(|| text.to_owned()));
    }
    let encodings = [Some(UTF_8), declared(bytes), Some(guessed(bytes))];
    let mut readings = encodings.into_iter().flatten();
    readings.find_map(|encoding| readable(encoding, bytes)).or_else(|| {
        let likely = declared(bytes).unwrap_or_else(|| guessed(bytes));
        damaged(likely, bytes).or_else(|| damaged(UTF_8, bytes))
    })
}

/// What was meant by a text that a tool took for Latin-1 and saved as UTF-8 once more. None: it was not.
///
/// Such a text holds nothing beyond Latin-1, its bytes there are UTF-8, and it shows control characters in place of
/// dashes and quotation marks, which no page does that was saved once.
fn encoded_twice(text: &str) -> Option<String> {
    text.chars().any(|c| !c.is_ascii() && is_broken(c)).then_some(())?;
    let once: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    String::from_utf8(once?).ok()
}

/// True for bytes that open with a byte order mark.
pub fn is_marked(bytes: &[u8]) -> bool {
    Encoding::for_bom(bytes).is_some()
}

/// Decodes, and looks whether what came out can be what was meant.
fn readable(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let broken = text.chars().filter(|c| is_broken(*c)).count();
    let good = text.chars().filter(|c| !c.is_ascii() && !is_broken(*c)).count();
    let fits = if had_errors { broken * GOOD_PER_BROKEN <= good } else { broken <= good };
    fits.then(|| text.into_owned())
}

/// Decodes with damage, as long as most of it is whole.
fn damaged(encoding: &'static Encoding, bytes: &[u8]) -> Option<String> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let broken = text.chars().filter(|c| is_broken(*c)).count();
    (broken * CHARACTERS_PER_BROKEN <= text.chars().count()).then(|| text.into_owned())
}

/// Replacement characters, and control characters that no keyboard writes.
fn is_broken(c: char) -> bool {
    c == '\u{FFFD}' || ('\u{80}'..='\u{9F}').contains(&c)
}

/// ASCII in UTF-16 has a zero in every second byte.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(LOOKED_AT) & !1];
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let half = head.len() / 2;
    match (zeros(0), zeros(1)) {
        (0, low) if half > 0 && low * 2 > half => Some(UTF_16LE),
        (high, 0) if half > 0 && high * 2 > half => Some(UTF_16BE),
        _ => None,
    }
}

/// What `<meta charset>` or `<meta http-equiv>` says. None: nothing, or a name nobody knows.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(DECLARED_WITHIN)].to_ascii_lowercase();
    let at = head.windows(8).position(|w| w == b"charset=")? + 8;
    let label: Vec<u8> = head[at..]
        .iter()
        .copied()
        .skip_while(|b| matches!(b, b'"' | b'\'' | b' '))
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':'))
        .collect();
    let encoding = Encoding::for_label(&label)?;
    // A page whose declaration can be read byte by byte is not UTF-16, whatever it says (HTML standard).
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], expected: Option<&str>) {
        assert_eq!(decode(bytes).as_deref(), expected, "{bytes:?}");
    }

    fn utf16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn utf8_with_and_without_mark() {
        check("\u{FEFF}Grüße".as_bytes(), Some("Grüße"));
        check("Grüße".as_bytes(), Some("Grüße"));
    }

    #[test]
    fn utf16_with_and_without_mark() {
        check(&utf16("\u{FEFF}Grüße", u16::to_le_bytes), Some("Grüße"));
        check(&utf16("\u{FEFF}Grüße", u16::to_be_bytes), Some("Grüße"));
        check(&utf16("A plain line", u16::to_le_bytes), Some("A plain line"));
        check(&utf16("A plain line", u16::to_be_bytes), Some("A plain line"));
    }

    #[test]
    fn declared_and_undeclared_legacy_encodings() {
        check(b"<meta charset=windows-1252>caf\xE9 \x93x\x94", Some("<meta charset=windows-1252>café “x”"));
        check(b"<meta charset='iso-8859-2'>\xB1\xE6", Some("<meta charset='iso-8859-2'>ąć"));
        check(
            b"The caf\xE9 was closed, \x93for good\x94 he said",
            Some("The café was closed, “for good” he said"),
        );
    }

    #[test]
    fn a_damaged_letter_is_not_another_encoding() {
        let mut bytes = "Größe, Maß, Übung, Straße, Füße, Äpfel, Öl, schön, kühl".as_bytes().to_vec();
        bytes.push(0xE2);
        check(&bytes, Some("Größe, Maß, Übung, Straße, Füße, Äpfel, Öl, schön, kühl\u{FFFD}"));
    }

    #[test]
    fn damage_is_read_around() {
        check("<p>It\u{FFFD}s whole".as_bytes(), Some("<p>It\u{FFFD}s whole"));
        check("\u{95} A point".as_bytes(), Some("\u{95} A point"));
        check(&[b"\xFF\xFE".as_slice(), &[0, 0xD8].repeat(9)].concat(), None);
    }

    #[test]
    fn what_was_encoded_twice_is_read_as_it_was_meant() {
        let twice: String = "“It’s” – 5 €".bytes().map(char::from).collect();
        check(twice.as_bytes(), Some("“It’s” – 5 €"));
        check("Ã‰t\u{e9}, Â© \u{95}".as_bytes(), Some("Ã‰t\u{e9}, Â© \u{95}"));
        check("naïve".as_bytes(), Some("naïve"));
    }
}
