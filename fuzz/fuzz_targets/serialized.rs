//! Markup as a browser sends it, and anything else in its place: the parser, then every stage.
#![no_main]

#[path = "../../tests/properties/mod.rs"]
mod properties;

use plainread::page::parse_serialized;

libfuzzer_sys::fuzz_target!(|html: &str| {
    properties::hold("serialized", &parse_serialized(html, "https://example.org/a/b").page);
});
