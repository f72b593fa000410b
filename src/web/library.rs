//! What the npm package asks of the core. `npm/core.ts` calls it; `npm/index.d.ts` names what it gives.

use crate::page;
use crate::wire;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Reads a page that a browser or a DOM library serialized (`outerHTML`); `url` may be "".
#[wasm_bindgen(js_name = readSerialized)]
pub fn read_serialized(html: &str, url: &str) -> Result<JsValue, JsError> {
    let page = page::parse_serialized(html, url).page;
    told(&wire::report(&crate::read(&page), url))
}

/// Reads a page copied as text.
#[wasm_bindgen(js_name = readText)]
pub fn read_text(text: &str) -> Result<JsValue, JsError> {
    told(&wire::report(&crate::read_text(text), ""))
}

/// As JSON would give it: null for None.
fn told(report: &wire::Report) -> Result<JsValue, JsError> {
    Ok(report.serialize(&Serializer::json_compatible())?)
}
