//! Money: `$5.9 million`, `HK$13bn`, `24$`, `Rs 24 lakh`, `176 Hong Kong dollars`, `$15 an hour`.

use super::Found;
use super::length_of;
use super::number;
use super::number::Number;
use super::phrase;
use crate::facts::document::Document;
use crate::rules::languages::Name;
use crate::rules::lexicons;
use crate::text::Kind;
use crate::text::Words;
use crate::text::lower;
use crate::text::read_decimal;
use crate::text::word_list;

/// Signs and short forms, by ISO 4217. Source: CLDR's narrow and local symbols, own choice of those the press uses.
const SIGNS: Words = word_list![
    "$ USD", "£ GBP", "€ EUR", "¥ JPY", "₹ INR", "₦ NGN", "₽ RUB", "₩ KRW", "₪ ILS", "₺ TRY", "₴ UAH",
    "₫ VND", "₱ PHP", "฿ THB", "৳ BDT", "₡ CRC",
];

/// Letters before `$`.
const DOLLARS: Words = word_list![
    "a AUD", "au AUD", "c CAD", "ca CAD", "hk HKD", "ec XCD", "j JMD", "mx MXN", "n NAD", "nt TWD", "nz NZD",
    "r BRL", "s SGD", "tt TTD", "u.s USD", "us USD", "aud AUD", "cad CAD", "usd USD",
];

/// Letters that stand for a currency before the digits.
const LETTERS: Words = word_list![
    "Dh AED",
    "Dhs AED",
    "Rs INR",
    "Rs. INR",
    "Tk BDT",
    "Taka BDT",
    "N NGN",
    "RM MYR",
    "R ZAR",
    "Sh KES",
    "Ksh KES",
    "KSh KES",
    "Sh. KES",
    "Fr CHF",
    "Rp IDR",
    "GH₵ GHS",
    "GH¢ GHS",
    "GHC GHS",
    "P PHP",
    "Php PHP",
];

/// Codes that papers write before or after the digits.
const CODES: Words = word_list![
    "AED", "ARS", "AUD", "BDT", "BRL", "CAD", "CHF", "CLP", "CNY", "CZK", "DKK", "EGP", "EUR", "GBP", "GHS",
    "HKD", "HUF", "IDR", "ILS", "INR", "JPY", "KES", "KRW", "MXN", "MYR", "NGN", "NOK", "NZD", "PHP", "PKR",
    "PLN", "RMB", "RUB", "SAR", "SEK", "SGD", "THB", "TRY", "TWD", "TZS", "UAH", "UGX", "USD", "VND", "ZAR",
];

/// Codes of the tables `currencies` and `cents`, from 1.
const NUMBERED: Words = word_list![
    "USD", "EUR", "GBP", "JPY", "CNY", "INR", "HKD", "CAD", "AUD", "NGN", "RUB", "KRW", "CHF", "SEK", "NOK",
    "DKK", "BRL", "ZAR", "ILS", "TRY", "AED", "SAR", "MYR", "THB", "IDR", "PLN", "BDT", "SGD", "NZD", "MXN",
    "UAH", "KWD", "CZK", "HUF", "KES", "GHS", "UGX", "TZS", "ARS", "PHP", "CLP", "COP", "PKR", "LKR", "NPR",
    "EGP", "QAR", "ETB", "ZMW", "TWD", "XOF",
];

/// Letters that only count glued to the digits: `N500m`.
const GLUED_LETTERS: Words = word_list!["N", "P", "R", "Fr", "Sh"];

/// Money that opens at token `first`.
pub(super) fn at(document: &Document, first: usize) -> Vec<Found> {
    let one = || {
        let found =
            before(document, first).or_else(|| glued(document, first)).or_else(|| after(document, first));
        found.map(|found| vec![with_rate(document, found)])
    };
    range(document, first).or_else(one).unwrap_or_default()
}

fn money(first: usize, end: usize, value: f64, code: &str) -> Found {
    Found { first, end, value, unit: code.to_owned(), kind: "money" }
}

/// `$5-10 million`, `£20-£30m`, `between $5 and $10 million`: two amounts, the first in the magnitude of the second.
fn range(document: &Document, first: usize) -> Option<Vec<Found>> {
    let tokens = &document.tokens;
    let (length, code) = sign_at(document, first)?;
    let low = number::at(document, first + length).filter(|number| number.is_digits && !number.is_large)?;
    let (joined, _) = phrase(document, Name::AmountJoins, low.end)?;
    let next = low.end + joined;
    let sign = sign_at(document, next).filter(|(_, other)| *other == code).map_or(0, |(length, _)| length);
    let high = number::at(document, next + sign).filter(|high| high.is_large)?;
    let factor = number::factor(document, high)?;
    let is_between =
        word_list!["-", "–", "to"].has_at(tokens, low.end) || tokens.is_before(first, 1, "between");
    let value = number::round(low.value * factor);
    let high = with_rate(document, money(first, high.end, high.value, code));
    (is_between && value < high.value).then(|| vec![Found { value, ..high.clone() }, high])
}

/// A sign, letters or a code, then the number.
fn before(document: &Document, first: usize) -> Option<Found> {
    let (length, code) = sign_at(document, first)?;
    let number = number::at(document, first + length).filter(|number| number.is_digits)?;
    // `$84,000 CAD`: whose dollars.
    let named = self::code(document.tokens.word(number.end)).filter(|_| document.tokens.is(first, "$"));
    Some(money(first, number.end + usize::from(named.is_some()), number.value, named.unwrap_or(code)))
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
    let letters = lookup(LETTERS, word).filter(|_| is_glued || !GLUED_LETTERS.has(word));
    let letters = letters.map(|code| local(document, code));
    lookup(SIGNS, word).or(letters).or_else(|| code(word)).map(|code| (1, code))
}

/// Words back at most that say in which country money is spent. Units: tokens from the story's start.
const SCENE: usize = 2000;

/// `pesos`, `rupees` of several countries: those of the one that the story names more often than the first of them.
fn local(document: &Document, code: &'static str) -> &'static str {
    let (known, home, others) = match (code, &document.local_money) {
        ("MXN", [known, _]) => (known, "MX", word_list!["AR ARS", "CL CLP", "CO COP", "PH PHP"]),
        ("INR", [_, known]) => (known, "IN", word_list!["LK LKR", "NP NPR", "PK PKR"]),
        _ => return code,
    };
    known.get_or_init(|| told_most(document, code, home, others))
}

/// The currency of the country that is told of most: `code`, that of `home`, or one of the others.
fn told_most(document: &Document, code: &'static str, home: &str, others: Words) -> &'static str {
    let tokens = &document.tokens;
    let mut votes: Vec<(&'static str, usize)> = vec![(code, 0)];
    for i in (0..tokens.len().min(SCENE)).filter(|i| tokens.is_capital(*i)) {
        let Some((country, weight)) = country(tokens.folded(i)) else { continue };
        let vote = if country == home { Some(code) } else { lookup(others, country) };
        let Some(vote) = vote else { continue };
        match votes.iter_mut().find(|(other, _)| *other == vote) {
            Some((_, count)) => *count += weight,
            None => votes.push((vote, weight)),
        }
    }
    let most = votes.iter().map(|(_, count)| *count).max().unwrap_or_default();
    votes.iter().find(|(_, count)| *count == most).map_or(code, |(code, _)| *code)
}

/// The country that a word tells of, and how much that says: one named itself as much as many of its towns.
fn country(word: &str) -> Option<(&'static str, usize)> {
    let land = |word: &str| lexicons::PLACES.get(word).filter(|value| value.ends_with('='));
    // `Pakistani`, `Indian`.
    let people = || land(word.strip_suffix(['i', 'n'])?);
    let found = land(word).or_else(people).map(|value| (value, SCENE));
    let (value, weight) = found.or_else(|| Some((lexicons::PLACES.get(word)?, 1)))?;
    Some((value.get(..2)?, weight))
}

/// What stands behind a word in a list of pairs.
#[inline(never)]
fn lookup(pairs: Words, word: &str) -> Option<&'static str> {
    let code = |pair: &'static str| pair.split_once(' ').filter(|(sign, _)| *sign == word);
    pairs.iter().find_map(code).map(|(_, code)| code)
}

/// The word, where it is a code.
#[inline(never)]
fn code(word: &str) -> Option<&'static str> {
    CODES.iter().find(|code| *code == word)
}

/// Letters and digits in one token: `N500m`, `Rs24,000`, `EUR50`, `$A8,800`.
fn glued(document: &Document, first: usize) -> Option<Found> {
    let tokens = &document.tokens;
    let is_signed = tokens.mark(first) == Some('$') && tokens.is_glued(first + 1);
    let at = first + usize::from(is_signed);
    let word = tokens.word(at);
    let (letters, rest) = word.split_at_checked(word.find(|c: char| c.is_ascii_digit())?)?;
    let code = if is_signed {
        lookup(DOLLARS, &lower(letters))?
    } else {
        lookup(LETTERS, letters).map(|code| local(document, code)).or_else(|| code(letters))?
    };
    let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut digits = rest.get(..rest.len() - unit.len())?.to_owned();
    let mut end = at + 1;
    while unit.is_empty() && goes_on(document, end) {
        let separator = if tokens.mark(end) == Some('.') { "." } else { "" };
        digits.push_str(separator);
        digits.push_str(&tokens.word(end + 1).replace(',', ""));
        end += 2;
    }
    let magnitudes = document.language.table(Name::Magnitudes);
    let factor = magnitudes.get(&lower(unit));
    let next = phrase(document, Name::Magnitudes, end).filter(|_| factor.is_none());
    let (length, times) = next.unwrap_or((0, factor.unwrap_or(1.0)));
    let value = read_decimal(&digits)?;
    let is_small = GLUED_LETTERS.has(letters) && value < 100.0 && factor.or(next.map(|n| n.1)).is_none();
    let is_name = !unit.is_empty() && factor.is_none() || !is_signed && is_small;
    (!is_name).then(|| money(first, end + length, number::round(value * times), code))
}

/// True where a separator and more digits go on with the number: the `,000` of `Rs24,000`.
fn goes_on(document: &Document, index: usize) -> bool {
    let tokens = &document.tokens;
    let digits = tokens.word(index + 1);
    let is_number = tokens.kind(index + 1) == Some(Kind::Number);
    let joined = tokens.is_glued(index) && tokens.is_glued(index + 1) && is_number;
    let group = digits.split(',').all(|part| matches!(part.split('.').next().map_or(0, str::len), 2 | 3));
    joined && (tokens.mark(index) == Some('.') || tokens.mark(index) == Some(',') && group)
}

/// The number, then a sign, code or word.
fn after(document: &Document, first: usize) -> Option<Found> {
    let number = number::at(document, first)?;
    let joined = length_of(document, Name::OfMoney, number.end);
    let at = number.end + if number.is_large { joined } else { 0 };
    if let Some((length, code)) = phrase(document, Name::Cents, at).filter(|_| number.value < 100.0) {
        return Some(money(first, at + length, number.value / 100.0, numbered(code)?));
    }
    if number.is_large && is_currency_too(document, at) {
        let code = if document.tokens.is(at, "won") { "KRW" } else { "GBP" };
        return Some(money(first, at + 1, number.value, code));
    }
    if let Some((length, code)) = phrase(document, Name::Currencies, at) {
        let code = numbered(code)?;
        let code = if length == 1 { local(document, code) } else { code };
        return Some(money(first, at + length, number.value, code));
    }
    sign_after(document, number, at)
}

/// `2 million pounds`, `3.5tn won`: words of other senses, which count as money behind a magnitude. Not `2 million pounds of`
/// what is weighed, nor `two million won the`.
fn is_currency_too(document: &Document, index: usize) -> bool {
    let (tokens, language) = (&document.tokens, &document.language);
    let goes_on = tokens.kind(index + 1) == Some(Kind::Word);
    let next = tokens.folded(index + 1);
    let is_magnitude = index
        .checked_sub(1)
        .is_some_and(|i| language.table(Name::Magnitudes).get(tokens.folded(i)).is_some());
    match tokens.folded(index) {
        "pounds" => language.is_english() && is_magnitude && next != "of",
        "won" => {
            is_magnitude && (!goes_on || word_list!["in", "for", "to", "from", "on", "by", "and"].has(next))
        }
        _ => false,
    }
}

fn numbered(code: f64) -> Option<&'static str> {
    NUMBERED.iter().nth((code as usize).checked_sub(1)?)
}

/// `24$`, `5 €`, `500 USD`; not the sign of the number that follows.
fn sign_after(document: &Document, number: Number, at: usize) -> Option<Found> {
    let tokens = &document.tokens;
    let word = tokens.word(at);
    let is_next = tokens.is_glued(at + 1) && tokens.kind(at + 1) == Some(Kind::Number);
    let code = lookup(SIGNS, word).or_else(|| code(word))?;
    (number.is_digits && !is_next).then(|| money(number.first, at + 1, number.value, code))
}

/// `an hour`, `per barrel`, `/month` belong to a price.
fn with_rate(document: &Document, found: Found) -> Found {
    let slash = document.tokens.mark(found.end) == Some('/');
    let opener =
        if slash { Some(1) } else { phrase(document, Name::Per, found.end).map(|(length, _)| length) };
    let unit =
        opener.and_then(|length| Some(length + phrase(document, Name::PerUnits, found.end + length)?.0));
    // `$3 million a year ago`: when, not how often.
    let unit = unit.filter(|length| {
        !word_list!["ago", "earlier", "before"].has_at(&document.tokens, found.end + length)
    });
    Found { end: found.end + unit.unwrap_or(0), ..found }
}
