//! The fields of an object from the hands.
//!
//! They are asked for one by one: a list crosses in one copy instead of number by number, and what serde needs to say what
//! it found in place of what it looked for is several kilobytes of WASM.

use js_sys::Array;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// An object's fields. One that is not there has its default; one of another kind is an error that names it.
pub(super) struct Fields(pub JsValue);

impl Fields {
    pub fn get(&self, name: &str) -> Result<Option<JsValue>, String> {
        let value = Reflect::get(&self.0, &JsValue::from_str(name)).map_err(|_| malformed(name))?;
        Ok(Some(value).filter(|value| !value.is_undefined() && !value.is_null()))
    }

    pub fn text(&self, name: &str) -> Result<String, String> {
        Ok(self.maybe_text(name)?.unwrap_or_default())
    }

    pub fn maybe_text(&self, name: &str) -> Result<Option<String>, String> {
        self.get(name)?.map(|value| value.as_string().ok_or_else(|| malformed(name))).transpose()
    }

    pub fn number(&self, name: &str, default: f64) -> Result<f64, String> {
        self.get(name)?.map_or(Ok(default), |value| number(&value, name))
    }

    pub fn list(&self, name: &str) -> Result<JsValue, String> {
        let Some(value) = self.get(name)? else { return Ok(Array::new().into()) };
        Some(value).filter(Array::is_array).ok_or_else(|| malformed(name))
    }

    pub fn is(&self, name: &str) -> bool {
        self.get(name).is_ok_and(|value| value.is_some_and(|value| value.is_truthy()))
    }
}

/// The value as a number.
pub(super) fn number(value: &JsValue, name: &str) -> Result<f64, String> {
    value.as_f64().ok_or_else(|| malformed(name))
}

fn malformed(name: &str) -> String {
    ["malformed: ", name].concat()
}
