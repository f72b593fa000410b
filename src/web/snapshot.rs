//! A snapshot from the hands -> [`Page`].

use super::fields::Fields;
use super::fields::number;
use crate::page;
use crate::page::Mismatch;
use crate::page::Page;
use crate::page::Probe;
use crate::page::Snapshot;
use crate::page::View;
use js_sys::Float32Array;
use js_sys::Int32Array;
use wasm_bindgen::JsValue;

/// The page in a snapshot, or why the hands must capture it again with `capture("walk")`.
pub fn page(snapshot: JsValue) -> Result<Page, NoPage> {
    let snapshot = read(&Fields(snapshot)).map_err(NoPage::Malformed)?;
    page::from_snapshot(&snapshot).map_err(NoPage::Mismatch)
}

/// Why there is no page.
#[derive(Debug)]
pub enum NoPage {
    /// Not a snapshot.
    Malformed(String),
    /// The markup does not hold the elements the hands numbered.
    Mismatch(Mismatch),
}

fn read(fields: &Fields) -> Result<Snapshot, String> {
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

fn view(fields: &Fields) -> Result<View, String> {
    Ok(View {
        width: fields.number("width", 0.0)? as f32,
        height: fields.number("height", 0.0)? as f32,
        scroll_y: fields.number("scrollY", 0.0)? as f32,
        scroll_height: fields.number("scrollHeight", 0.0)? as f32,
    })
}

fn probe(fields: &Fields) -> Result<Probe, String> {
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
