//! Value -> JSON text, laid out for people as `serde_json` does it.

use super::Json;

/// The value on lines of its own, two spaces deeper for each level, with a line feed at the end.
///
/// Recurses over the value's nesting: blocks nest no deeper than the article stage lets them.
pub fn pretty(value: &Json) -> String {
    let mut out = String::new();
    write(value, 0, &mut out);
    out.push('\n');
    out
}

/// A text in quotation marks.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    quote(text, &mut out);
    out
}

fn write(value: &Json, depth: usize, out: &mut String) {
    match value {
        Json::Null => out.push_str("null"),
        Json::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Json::Number(number) => out.push_str(&number.to_string()),
        Json::Text(text) => quote(text, out),
        Json::List(items) => {
            out.push('[');
            for (n, item) in items.iter().enumerate() {
                line(n > 0, depth + 1, out);
                write(item, depth + 1, out);
            }
            close(items.is_empty(), ']', depth, out);
        }
        Json::Object(fields) => {
            out.push('{');
            for (n, (key, field)) in fields.entries().enumerate() {
                line(n > 0, depth + 1, out);
                quote(key, out);
                out.push_str(": ");
                write(field, depth + 1, out);
            }
            close(fields.is_empty(), '}', depth, out);
        }
    }
}

fn line(goes_on: bool, depth: usize, out: &mut String) {
    out.push_str(if goes_on { ",\n" } else { "\n" });
    out.extend(std::iter::repeat_n("  ", depth));
}

fn close(is_empty: bool, mark: char, depth: usize, out: &mut String) {
    if !is_empty {
        line(false, depth, out);
    }
    out.push(mark);
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..' ' => {
                let code = c as u32;
                let digit = |n: u32| char::from_digit(n, 16).unwrap_or('0');
                out.push_str("\\u00");
                out.extend([digit(code >> 4), digit(code & 15)]);
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::read;
    use serde_json::json;

    #[test]
    fn as_serde_json_writes() {
        let control: String = (0..0x30).filter_map(char::from_u32).collect();
        let text = json!({
            "none": null, "yes": true, "no": false, "n": 7, "minus": -3, "large": i64::MAX,
            "text": "“quoted” \"and\" \\ é\u{7f}\u{2028}", "control": control,
            "empty": [], "nothing": {}, "list": [1, [2, {}], { "a": [null] }], "": "",
        });
        let value = read(&text.to_string()).expect("JSON");
        assert_eq!(pretty(&value), format!("{text:#}\n"));
        assert_eq!(serde_json::to_value(&value).expect("JSON"), text);
        assert_eq!(quoted(&control), json!(control).to_string());
    }
}
