//! A story that [`super::read`] gave and the hands give back -> [`Story`].

use super::fields::Fields;
use crate::facts::Story;
use crate::wire;
use wasm_bindgen::JsValue;

/// The story, or what is no story's about it.
pub(super) fn story(given: JsValue) -> Result<Story, String> {
    let fields = Fields(given);
    Ok(Story {
        title: fields.maybe_text("title")?,
        text: fields.text("text")?,
        lines: fields.text("lines")?.chars().map(wire::line_of_letter).collect(),
        published: fields.maybe_text("published")?,
        lang: fields.maybe_text("lang")?,
    })
}
