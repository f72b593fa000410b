//! A snapshot from the hands -> [`Page`].
//!
//! Fields are asked for one by one: a list crosses in one copy instead of number by number, and what serde needs to
//! say what it found in place of what it looked for is several kilobytes of WASM.

use crate::page;
use crate::page::Mismatch;
use crate::page::Page;
use crate::page::Probe;
use crate::page::Snapshot;
use crate::page::View;
use js_sys::Array;
use js_sys::Float32Array;
use js_sys::Int32Array;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The page in a snapshot, or why the hands must capture it again with `capture("walk")`.
pub fn page(snapshot: JsValue) -> Result<Page, NoPage> {
    page::from_snapshot(&read(&Fields(snapshot))?).map_err(NoPage::Mismatch)
}

/// Why there is no page.
#[derive(Debug)]
pub enum NoPage {
    /// Not a snapshot.
    Malformed(String),
    /// The markup does not hold the elements the hands numbered.
    Mismatch(Mismatch),
}

fn read(fields: &Fields) -> Result<Snapshot, NoPage> {
    Ok(Snapshot {
        url: fields.text("url")?,
        route: fields.text("route")?,
        html: fields.text("html")?,
        elements: fields.number("elements", 0.0)? as u32,
        view: fields.get("view")?.map(|value| view(&Fields(value))).transpose()?.unwrap_or_default(),
        probe: fields.get("probe")?.map(|value| probe(&Fields(value))).transpose()?,
        chosen: fields.get("chosen")?.map(|value| number(&value, "chosen")).transpose()?.map(|n| n as u32),
    })
}

fn view(fields: &Fields) -> Result<View, NoPage> {
    Ok(View {
        width: fields.number("width", 0.0)? as f32,
        height: fields.number("height", 0.0)? as f32,
        scroll_y: fields.number("scrollY", 0.0)? as f32,
        scroll_height: fields.number("scrollHeight", 0.0)? as f32,
    })
}

fn probe(fields: &Fields) -> Result<Probe, NoPage> {
    Ok(Probe {
        boxes: Float32Array::new(&fields.list("boxes")?).to_vec(),
        marks: Float32Array::new(&fields.list("marks")?).to_vec(),
        hits: Int32Array::new(&fields.list("hits")?).to_vec(),
        columns: fields.number("columns", 0.0)? as u32,
        touched: fields.is("touched"),
        first_input: fields.number("firstInput", -1.0)? as i32,
        watched: fields.is("watched"),
    })
}

/// An object's fields. One that is not there has its default; one of another kind makes the whole malformed.
struct Fields(JsValue);

impl Fields {
    fn get(&self, name: &str) -> Result<Option<JsValue>, NoPage> {
        let value = Reflect::get(&self.0, &JsValue::from_str(name)).map_err(|_| malformed(name))?;
        Ok(Some(value).filter(|value| !value.is_undefined() && !value.is_null()))
    }

    fn text(&self, name: &str) -> Result<String, NoPage> {
        let Some(value) = self.get(name)? else { return Ok(String::new()) };
        value.as_string().ok_or_else(|| malformed(name))
    }

    fn number(&self, name: &str, default: f64) -> Result<f64, NoPage> {
        self.get(name)?.map_or(Ok(default), |value| number(&value, name))
    }

    fn list(&self, name: &str) -> Result<JsValue, NoPage> {
        let Some(value) = self.get(name)? else { return Ok(Array::new().into()) };
        Some(value).filter(Array::is_array).ok_or_else(|| malformed(name))
    }

    fn is(&self, name: &str) -> bool {
        self.get(name).is_ok_and(|value| value.is_some_and(|value| value.is_truthy()))
    }
}

fn number(value: &JsValue, name: &str) -> Result<f64, NoPage> {
    value.as_f64().ok_or_else(|| malformed(name))
}

fn malformed(name: &str) -> NoPage {
    NoPage::Malformed(["not a snapshot: ", name].concat())
}
