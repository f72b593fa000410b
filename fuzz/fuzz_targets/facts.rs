//! The story's text: names, roles, dates, amounts, quotes; the first line says language and date.
#![no_main]

#[path = "../../tests/properties/mod.rs"]
mod properties;

use plainread::facts;
use plainread::facts::LineKind;
use plainread::facts::Story;

libfuzzer_sys::fuzz_target!(|input: &str| {
    let (head, text) = input.split_once('\n').unwrap_or(("en 2024-03-12", input));
    let (lang, published) = head.split_once(' ').unwrap_or((head, ""));
    let story = Story {
        title: text.lines().next().map(str::to_owned),
        text: text.to_owned(),
        lines: text.lines().map(|_| LineKind::Paragraph).collect(),
        published: Some(published.to_owned()).filter(|day| !day.is_empty()),
        lang: Some(lang.to_owned()).filter(|lang| !lang.is_empty()),
    };
    let found = facts::pick(&story);
    properties::anchored("facts", text, &found);
    assert_eq!(found, facts::pick(&story));
});
