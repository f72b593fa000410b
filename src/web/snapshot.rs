//! A snapshot from the hands -> [`Page`].

use crate::page;
use crate::page::Mismatch;
use crate::page::Page;
use crate::page::Snapshot;
use wasm_bindgen::JsValue;

/// The page in a snapshot, or why the hands must capture it again with `capture("walk")`.
pub fn page(snapshot: JsValue) -> Result<Page, NoPage> {
    let snapshot: Snapshot =
        serde_wasm_bindgen::from_value(snapshot).map_err(|e| NoPage::Malformed(e.to_string()))?;
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
