//! Money: `$5.9 million`, `HK$13bn`, `24$`, `Rs 24 lakh`, `176 Hong Kong dollars`, `$15 an hour`.

use super::Found;
use super::number;
use super::number::Number;
use super::phrase;
use crate::facts::document::Document;
use crate::text::Kind;
use crate::text::read_decimal;

/// Signs and short forms, by ISO 4217. Source: CLDR's narrow and local symbols, own choice of those the press uses.
const SIGNS: &[(&str, &str)] = &[
    ("$", "USD"),
    ("£", "GBP"),
    ("€", "EUR"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₦", "NGN"),
    ("₽", "RUB"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("₺", "TRY"),
    ("₴", "UAH"),
    ("₫", "VND"),
    ("₱", "PHP"),
    ("฿", "THB"),
    ("৳", "BDT"),
    ("₡", "CRC"),
];

/// Letters before `$`.
const DOLLARS: &[(&str, &str)] = &[
    ("a", "AUD"),
    ("au", "AUD"),
    ("c", "CAD"),
    ("ca", "CAD"),
    ("hk", "HKD"),
    ("mx", "MXN"),
    ("nt", "TWD"),
    ("nz", "NZD"),
    ("r", "BRL"),
    ("s", "SGD"),
    ("u.s", "USD"),
    ("us", "USD"),
    ("aud", "AUD"),
    ("cad", "CAD"),
    ("usd", "USD"),
];

/// Letters that stand for a currency before the digits.
const LETTERS: &[(&str, &str)] = &[
    ("Rs", "INR"),
    ("Rs.", "INR"),
    ("Tk", "BDT"),
    ("Taka", "BDT"),
    ("N", "NGN"),
    ("RM", "MYR"),
    ("Sh", "KES"),
    ("Ksh", "KES"),
    ("Fr", "CHF"),
    ("Rp", "IDR"),
    ("GH₵", "GHS"),
    ("P", "PHP"),
];

/// Codes that papers write before or after the digits.
const CODES: &[&str] = &[
    "AED", "ARS", "AUD", "BDT", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP",
    "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KES", "KRW", "MXN", "MYR", "NGN", "NOK", "NZD", "PHP", "PKR",
    "PLN", "RMB", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR",
];

/// Codes of the tables `currencies` and `cents`, from 1.
const NUMBERED: &[&str] = &[
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "HKD", "CAD", "AUD", "NGN", "RUB", "KRW", "CHF", "SEK", "NOK",
    "DKK", "BRL", "ZAR", "ILS", "TRY", "AED", "SAR", "MYR", "THB", "IDR", "PLN", "BDT", "SGD", "NZD", "MXN",
    "UAH", "KWD", "CZK", "HUF",
];

/// Letters that only count glued to the digits: `N500m`.
const GLUED_LETTERS: &[&str] = &["N", "P", "Fr", "Sh"];

/// Money that opens at token `first`.
pub(super) fn at(document: &Document, first: usize) -> Vec<Found> {
    let found = before(document, first).or_else(|| glued(document, first)).or_else(|| after(document, first));
    found.map(|found| with_rate(document, found)).into_iter().collect()
}

fn money(first: usize, end: usize, value: f64, code: &str) -> Found {
    Found { first, end, value, unit: code.to_owned(), kind: "money" }
}

/// A sign, letters or a code, then the number.
fn before(document: &Document, first: usize) -> Option<Found> {
    let (length, code) = sign_at(document, first)?;
    let number = number::at(document, first + length).filter(|number| number.is_digits)?;
    Some(money(first, number.end, number.value, code))
}

/// The currency written at a token: how many tokens, and its code.
fn sign_at(document: &Document, first: usize) -> Option<(usize, &'static str)> {
    let tokens = &document.tokens;
    let (word, folded) = (tokens.word(first), tokens.folded(first));
    let is_dollar = tokens.mark(first + 1) == Some('$') && tokens.is_glued(first + 1);
    if let Some(code) = lookup(DOLLARS, folded).filter(|_| is_dollar) {
        return Some((2, code));
    }
    let is_glued = tokens.is_glued(first + 1);
    let letters = lookup(LETTERS, word).filter(|_| is_glued || !GLUED_LETTERS.contains(&word));
    let code = CODES.iter().find(|code| **code == word).copied();
    lookup(SIGNS, word).or(letters).or(code).map(|code| (1, code))
}

fn lookup(table: &[(&str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(sign, _)| *sign == word).map(|(_, code)| *code)
}

/// Letters and digits in one token: `N500m`, `Rs24`, `EUR50`.
fn glued(document: &Document, first: usize) -> Option<Found> {
    let word = document.tokens.word(first);
    let digits = word.find(|c: char| c.is_ascii_digit())?;
    let (letters, rest) = word.split_at_checked(digits)?;
    let code = lookup(LETTERS, letters).or_else(|| CODES.iter().find(|code| **code == letters).copied())?;
    let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let value = read_decimal(rest.get(..rest.len() - unit.len())?)?;
    let factor = document.language.table("magnitudes").get(&unit.to_lowercase());
    let is_name = !unit.is_empty() && factor.is_none() || GLUED_LETTERS.contains(&letters) && value < 100.0;
    let end = first + 1;
    let (length, next) = phrase(document, "magnitudes", end).filter(|_| factor.is_none()).unwrap_or((0, 1.0));
    (!is_name).then(|| money(first, end + length, value * factor.unwrap_or(next), code))
}

/// The number, then a sign, code or word.
fn after(document: &Document, first: usize) -> Option<Found> {
    let number = number::at(document, first)?;
    let joined = phrase(document, "of-money", number.end).map_or(0, |(length, _)| length);
    let at = number.end + if number.is_large { joined } else { 0 };
    if let Some((length, code)) = phrase(document, "cents", at).filter(|_| number.value < 100.0) {
        return Some(money(first, at + length, number.value / 100.0, numbered(code)?));
    }
    if let Some((length, code)) = phrase(document, "currencies", at) {
        return Some(money(first, at + length, number.value, numbered(code)?));
    }
    sign_after(document, number, at)
}

fn numbered(code: f64) -> Option<&'static str> {
    NUMBERED.get((code as usize).checked_sub(1)?).copied()
}

/// `24$`, `5 €`, `500 USD`; not the sign of the number that follows.
fn sign_after(document: &Document, number: Number, at: usize) -> Option<Found> {
    let tokens = &document.tokens;
    let word = tokens.word(at);
    let is_next = tokens.is_glued(at + 1) && tokens.kind(at + 1) == Some(Kind::Number);
    let code = lookup(SIGNS, word).or_else(|| CODES.iter().find(|code| **code == word).copied())?;
    (number.is_digits && !is_next).then(|| money(number.first, at + 1, number.value, code))
}

/// `an hour`, `per barrel`, `/month` belong to a price.
fn with_rate(document: &Document, found: Found) -> Found {
    let slash = document.tokens.mark(found.end) == Some('/');
    let opener = if slash { Some(1) } else { phrase(document, "per", found.end).map(|(length, _)| length) };
    let unit = opener.and_then(|length| Some(length + phrase(document, "per-units", found.end + length)?.0));
    Found { end: found.end + unit.unwrap_or(0), ..found }
}
