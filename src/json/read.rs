//! JSON text -> value.

use super::Json;
use super::Object;

/// Lists and objects inside each other; more is no JSON that a page says something in. Source: `serde_json`.
const DEEPEST: usize = 127;

/// Reads one value. None: the text is no JSON, or too deep. Source: RFC 8259; half a surrogate pair, which JavaScript
/// writes where it cuts a text, is read as U+FFFD.
pub fn read(text: &str) -> Option<Json> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEEPEST)?;
    reader.skip_space();
    (reader.at == text.len()).then_some(value)
}

/// Each step gives None where something else stands than it reads.
struct Reader<'a> {
    text: &'a str,
    /// Units: bytes.
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek();
        self.at += 1;
        byte
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Goes over a mark and the space before it, if it stands there.
    fn skip(&mut self, mark: u8) -> bool {
        self.skip_space();
        let is_there = self.peek() == Some(mark);
        self.at += usize::from(is_there);
        is_there
    }

    /// `deeper`: how many levels may follow.
    fn value(&mut self, deeper: usize) -> Option<Json> {
        self.skip_space();
        match self.peek()? {
            b'{' => self.object(deeper.checked_sub(1)?),
            b'[' => self.list(deeper.checked_sub(1)?),
            b'"' => self.string().map(Json::Text),
            b'-' | b'0'..=b'9' => self.number(),
            _ => self.word(),
        }
    }

    fn object(&mut self, deeper: usize) -> Option<Json> {
        let mut fields = Object::default();
        self.at += 1;
        if self.skip(b'}') {
            return Some(Json::Object(fields));
        }
        loop {
            self.skip_space();
            (self.peek() == Some(b'"')).then_some(())?;
            let name = self.string()?;
            self.skip(b':').then_some(())?;
            fields.insert(name, self.value(deeper)?);
            if self.skip(b'}') {
                return Some(Json::Object(fields));
            }
            self.skip(b',').then_some(())?;
        }
    }

    fn list(&mut self, deeper: usize) -> Option<Json> {
        let mut items = Vec::new();
        self.at += 1;
        if self.skip(b']') {
            return Some(Json::List(items));
        }
        loop {
            items.push(self.value(deeper)?);
            if self.skip(b']') {
                return Some(Json::List(items));
            }
            self.skip(b',').then_some(())?;
        }
    }

    fn word(&mut self) -> Option<Json> {
        for (word, value) in [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))]
        {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Some(value);
            }
        }
        None
    }

    fn number(&mut self) -> Option<Json> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        let first = self.peek();
        let digits = self.digits()?;
        (first != Some(b'0') || digits == 1).then_some(())?;
        let end = self.at;
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        let whole = (end == self.at).then(|| self.text[start..end].parse().ok()).flatten();
        Some(whole.map_or(Json::Null, Json::Number))
    }

    /// How many there are: one at least.
    fn digits(&mut self) -> Option<usize> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        Some(self.at - start).filter(|count| *count > 0)
    }

    fn string(&mut self) -> Option<String> {
        self.at += 1;
        let (mut out, mut from) = (String::new(), self.at);
        loop {
            let here = self.at;
            match self.next()? {
                b'"' => {
                    out.push_str(&self.text[from..here]);
                    return Some(out);
                }
                b'\\' => {
                    out.push_str(&self.text[from..here]);
                    out.push(self.escaped()?);
                    from = self.at;
                }
                0..b' ' => return None,
                _ => {}
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            mark @ (b'"' | b'\\' | b'/') => mark.into(),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.unit()?,
            _ => return None,
        })
    }

    /// A UTF-16 code unit, with the one that completes it.
    fn unit(&mut self) -> Option<char> {
        let unit = self.hexadecimal()?;
        let after = self.at;
        if (0xd800..0xdc00).contains(&unit) && self.next() == Some(b'\\') && self.next() == Some(b'u') {
            let second = self.hexadecimal()?;
            if (0xdc00..0xe000).contains(&second) {
                return char::from_u32(0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00));
            }
        }
        self.at = after;
        Some(char::from_u32(unit).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    fn hexadecimal(&mut self) -> Option<u32> {
        let mut number = 0;
        for _ in 0..4 {
            number = number << 4 | char::from(self.next()?).to_digit(16)?;
        }
        Some(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::pretty;
    use serde_json::Value;

    /// As `serde_json` reads it, or nothing where that finds no JSON.
    #[track_caller]
    fn check(text: &str) {
        let theirs: Option<Value> = serde_json::from_str(text).ok();
        assert_eq!(
            read(text).map(|ours| pretty(&ours)),
            theirs.map(|theirs| format!("{theirs:#}\n")),
            "{text}"
        );
    }

    #[test]
    fn reads_as_the_library_does() {
        for text in [
            r#" { "a" : [ 1 , -2 , 0 , true , false , null ] , "b" : { } , "c" : [ ] } "#,
            r#""\"\\\/\b\f\n\r\té\u00e9\uD83D\ude00 “ü”""#,
            r#"{"a":1,"b":2,"a":3}"#,
            "9223372036854775807",
            "-9223372036854775808",
            "\r\n\t 7 \n",
        ] {
            assert!(read(text).is_some(), "{text}");
            check(text);
        }
    }

    #[test]
    fn refuses_what_the_library_refuses() {
        for text in [
            "",
            " ",
            "{",
            "[",
            "\"",
            "\"a",
            "\"\\",
            "\"\\u12",
            "\"\\u00g0\"",
            "\"\\x\"",
            "\"a\nb\"",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{\"a\":1,}",
            "{\"a\"}",
            "{\"a\" 1}",
            "{a:1}",
            "{'a':1}",
            "{1:1}",
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "1e+",
            "+1",
            "tru",
            "truely",
            "nul",
            "1 2",
            "[] x",
            "é",
            "[1}",
            "{]",
        ] {
            assert!(read(text).is_none(), "{text}");
            check(text);
        }
    }

    #[test]
    fn agrees_on_what_is_json_after_any_slip() {
        const PAGE: &str =
            r#"{"@type": ["News", "é\u00e9\n"], "n": -10, "o": {"a": [], "b": {}}, "t": true}"#;
        let check = |text: &str| {
            let theirs = serde_json::from_str::<Value>(text).is_ok();
            assert_eq!(read(text).is_some(), theirs, "{text}");
        };
        for (at, was) in PAGE.char_indices() {
            let (before, after) = (&PAGE[..at], &PAGE[at + was.len_utf8()..]);
            check(before);
            check(after);
            for slip in "{}[]:,\"\\/u0f1-+.eE tn\né\u{1}".chars() {
                check(&format!("{before}{slip}{after}"));
                check(&format!("{before}{slip}{was}{after}"));
            }
        }
    }

    #[test]
    fn numbers_that_are_not_whole_are_none() {
        for text in ["1.5", "-0.5e-3", "1E9", "18446744073709551616"] {
            assert!(matches!(read(text), Some(Json::Null)), "{text}");
        }
    }

    #[test]
    fn half_a_pair_is_told_as_unknown() {
        for (text, expected) in [
            (r#""a\ud83d""#, "a\u{fffd}"),
            (r#""\ude00b""#, "\u{fffd}b"),
            (r#""\ud83d\n""#, "\u{fffd}\n"),
            (r#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
        ] {
            assert_eq!(read(text).as_ref().and_then(Json::as_text), Some(expected), "{text}");
        }
    }

    #[test]
    fn depth_has_an_end() {
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(read(&nested(DEEPEST)).is_some() && read(&nested(DEEPEST + 1)).is_none());
        check(&nested(DEEPEST));
        check(&nested(DEEPEST + 1));
        assert!(read(&"[".repeat(1_000_000)).is_none());
    }
}
