//! What reading a page cost: time, and the size of what did it.

use web_sys::PerformanceResourceTiming;
use web_sys::wasm_bindgen::JsCast;

/// The core's work on one page.
pub(super) struct Cost {
    /// From the capture, decoded, to the reading. Units: ms.
    pub took: f64,
    /// Elements and texts of the page; None for copied text.
    pub nodes: Option<usize>,
}

impl Cost {
    /// Time and sizes in one sentence.
    pub(super) fn told(&self) -> String {
        let page = self.nodes.map(|n| format!(" for {n} nodes")).unwrap_or_default();
        let core = core_size().map(|bytes| format!(" The core is {:.0} KB.", bytes / 1000.0));
        format!("Reading it took {:.1} ms{page}.{}", self.took, core.unwrap_or_default())
    }
}

/// Units: ms since the page was opened.
pub(super) fn now() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map(|p| p.now()).unwrap_or_default()
}

/// What the module takes on disk, as the browser counted it. Units: bytes.
fn core_size() -> Option<f64> {
    let entries = web_sys::window()?.performance()?.get_entries_by_type("resource");
    let entries = entries.iter().filter_map(|e| e.dyn_into::<PerformanceResourceTiming>().ok());
    entries.filter(|e| e.name().ends_with(".wasm")).map(|e| e.decoded_body_size()).find(|size| *size > 0.0)
}
