//! The browser border: what crosses to TypeScript. The only place that names wasm-bindgen, js-sys, web-sys.
//!
//! In: snapshots. Out: plans and steps. Plain data both ways; no call keeps anything. The npm package has calls of its
//! own and none of these.

#[cfg(feature = "demo")]
mod demo;
mod fields;
#[cfg(feature = "library")]
mod library;
pub mod snapshot;
mod story;

use js_sys::Array;
use js_sys::Object;
use js_sys::Reflect;
use wasm_bindgen::prelude::*;

use crate::json::Json;
use crate::page::Page;
use crate::wire;
use snapshot::NoPage;

/// Reads a page: the reader view or why there is none, and the story to find its facts in where those come later.
#[cfg_attr(not(feature = "library"), wasm_bindgen)]
pub fn read(snapshot: JsValue) -> Result<JsValue, JsError> {
    Ok(out(&match page(snapshot)? {
        Some(page) => wire::opening(crate::read_story(&page), page.url()),
        None => wire::answer_recapture(),
    }))
}

/// The key facts of a story, as [`read`] gave it.
#[cfg_attr(not(feature = "library"), wasm_bindgen)]
pub fn facts(story: JsValue) -> Result<JsValue, JsError> {
    Ok(out(&wire::panel(&story::story(story).map_err(|why| JsError::new(&why))?)))
}

/// What to do about a page's covers.
#[cfg_attr(not(feature = "library"), wasm_bindgen)]
pub fn plan(snapshot: JsValue) -> Result<JsValue, JsError> {
    Ok(out(&match page(snapshot)? {
        Some(page) => wire::plan(&page, &crate::covers::find(&page)),
        None => wire::recapture(),
    }))
}

/// The story as a file: "markdown", "text" or "json"; "" where there is none.
#[cfg_attr(not(feature = "library"), wasm_bindgen)]
pub fn write(snapshot: JsValue, format: &str) -> Result<String, JsError> {
    let Some(page) = page(snapshot)? else { return Ok(String::new()) };
    let Ok(article) = crate::read(&page).article else { return Ok(String::new()) };
    Ok(wire::written(&article, page.url(), format))
}

/// Words of the page that are not in its story, and why.
#[cfg_attr(not(feature = "library"), wasm_bindgen)]
pub fn left_out(snapshot: JsValue) -> Result<JsValue, JsError> {
    let article = page(snapshot)?.and_then(|page| crate::read(&page).article.ok());
    Ok(out(&wire::left_out(article.as_ref())))
}

/// None: the hands must capture again, the slower way.
fn page(snapshot: JsValue) -> Result<Option<Page>, JsError> {
    match snapshot::page(snapshot) {
        Ok(page) => Ok(Some(page)),
        Err(NoPage::Mismatch(_)) => Ok(None),
        Err(NoPage::Malformed(why)) => Err(JsError::new(&why)),
    }
}

/// As the same value JSON would give: absent for None. By hand: what serde needs for it is several kilobytes of WASM.
fn out(value: &Json) -> JsValue {
    match value {
        Json::Null => JsValue::UNDEFINED,
        Json::Bool(yes) => (*yes).into(),
        Json::Number(number) => (*number as f64).into(),
        Json::Text(text) => text.into(),
        Json::List(items) => {
            let list = Array::new();
            for item in items {
                list.push(&out(item));
            }
            list.into()
        }
        Json::Object(fields) => {
            let object = JsValue::from(Object::new());
            for (name, field) in fields.entries() {
                // A plain object takes any field.
                let _ = Reflect::set(&object, &name.into(), &out(field));
            }
            object
        }
    }
}
