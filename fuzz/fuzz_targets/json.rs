//! JSON text, held against the library's reader: the same texts are JSON, with the same values, written the same way.
#![no_main]

use plainread::json;
use serde_json::Value;

libfuzzer_sys::fuzz_target!(|text: &str| {
    // Half a surrogate pair is an error there, and a sign unknown here; zero with a sign is a fraction there.
    if ["\\ud", "\\uD", "-0"].iter().any(|differs| text.contains(differs)) {
        json::read(text);
        return;
    }
    let ours = json::read(text).map(|value| json::pretty(&value));
    let theirs = match serde_json::from_str::<Value>(text) {
        Ok(value) => Some(format!("{:#}\n", whole(value))),
        // Where all that is wrong is that a number is too large to hold, ours has none instead.
        Err(error) if error.to_string().contains("number out of range") => return,
        Err(_) => None,
    };
    assert_eq!(ours, theirs);
});

/// The value with none in place of numbers that 64 bits with a sign do not hold.
fn whole(value: Value) -> Value {
    match value {
        Value::Number(number) if number.as_i64().is_none() => Value::Null,
        Value::Array(items) => items.into_iter().map(whole).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, whole(value))).collect(),
        other => other,
    }
}
