//! Decimal numbers as text -> numbers.
//!
//! The standard library's own reading carries a table of ten kilobytes for numbers nobody writes in a story. This one is
//! exact for up to 15 digits with exponents up to 22, and as near as its sums are for longer ones.

/// Digits that are read exactly; of longer numbers the rest only counts as magnitude. Source: those of a `u64`.
const MOST_DIGITS: u32 = 18;

/// Farther exponents are no number anybody means. Source: those an `f64` has.
const MOST_EXPONENT: i32 = 300;

/// The number: digits with at most one point, perhaps a sign before them and `e` with an exponent behind.
/// None: anything else.
pub fn read_decimal(text: &str) -> Option<f64> {
    let (negative, text) = signed(text);
    let (digits, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let (mut value, mut read, mut shift) = (0_u64, 0, 0);
    for (byte, is_part) in whole.bytes().map(|b| (b, false)).chain(part.bytes().map(|b| (b, true))) {
        let digit = char::from(byte).to_digit(10)?;
        if read < MOST_DIGITS {
            value = value * 10 + u64::from(digit);
            read += u32::from(value > 0);
            shift -= i32::from(is_part);
        } else {
            shift += i32::from(!is_part);
        }
    }
    let (down, exponent) = signed(exponent);
    let exponent: i32 = exponent.parse().ok().filter(|_| exponent.bytes().all(|b| b.is_ascii_digit()))?;
    let shift = shift.saturating_add(if down { -exponent } else { exponent });
    let is_number = !(whole.is_empty() && part.is_empty()) && shift.abs() <= MOST_EXPONENT;
    let power = (0..shift.unsigned_abs()).fold(1.0, |power: f64, _| power * 10.0);
    let value = if shift < 0 { value as f64 / power } else { value as f64 * power };
    is_number.then_some(if negative { -value } else { value })
}

fn signed(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library_reads() {
        let numbers =
            ["0", "7", "1.5", ".5", "5.", "007.250", "2.5e5", "1e12", "1E-3", "-3", "+4", "0.1", "0.3"];
        let long =
            ["123456789.123456", "999999999999999", "0.000000000000001", "12345678901234567890", "1e22"];
        let wrong = ["", ".", "-", "e5", "1e", "1,5", "1.2.3", "12a", "--1", "1e+-2", " 1", "1 000", "½"];
        for text in numbers.iter().chain(&long).chain(&wrong) {
            assert_eq!(read_decimal(text), text.parse().ok(), "{text}");
        }
        for n in 0..20_000_u32 {
            let text = format!("{}.{:03}", n.wrapping_mul(2_654_435_761) >> 12, n % 1000);
            assert_eq!(read_decimal(&text), text.parse().ok(), "{text}");
        }
    }

    #[test]
    fn what_is_too_large_for_anybody() {
        assert_eq!(read_decimal("1e400"), None);
        assert_eq!(read_decimal("1e99999999999"), None);
        assert_eq!(read_decimal("nan"), None);
    }
}
