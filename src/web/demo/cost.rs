//! What reading a page cost: time, and the size of what did it.

use crate::Reading;
use web_sys::PerformanceResourceTiming;
use web_sys::wasm_bindgen::JsCast;

/// The core's work on one page.
pub(super) struct Cost {
    /// The first reading, with whatever the browser compiled for it. Units: ms.
    pub first: f64,
    /// The same reading once more, as any later one. Units: ms.
    pub again: f64,
    /// Elements and texts of the page; None for copied text.
    pub nodes: Option<usize>,
    /// What was read: markup, or copied text. Units: UTF-16 code units.
    pub characters: u32,
}

impl Cost {
    /// Reads twice, and tells what it cost.
    pub(super) fn of(nodes: Option<usize>, characters: u32, read: impl Fn() -> Reading) -> (Reading, Cost) {
        let started = now();
        read();
        let between = now();
        let reading = read();
        (reading, Cost { first: between - started, again: now() - between, nodes, characters })
    }

    /// Times and sizes in two sentences.
    pub(super) fn told(&self) -> String {
        let Cost { first, again, .. } = self;
        let nodes = self.nodes.map(|n| format!("{n} nodes, ")).unwrap_or_default();
        let size = f64::from(self.characters) / 1000.0;
        let core = core_size().map(|bytes| format!(" The core with this page is {:.0} KB.", bytes / 1000.0));
        format!(
            "Reading {nodes}{size:.1} KB took {again:.1} ms, and {first:.1} ms the first time.{}",
            core.unwrap_or_default()
        )
    }
}

/// Units: ms since the page was opened.
fn now() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map(|p| p.now()).unwrap_or_default()
}

/// What the module takes on disk, as the browser counted it. Units: bytes.
fn core_size() -> Option<f64> {
    let entries = web_sys::window()?.performance()?.get_entries_by_type("resource");
    let entries = entries.iter().filter_map(|e| e.dyn_into::<PerformanceResourceTiming>().ok());
    entries.filter(|e| e.name().ends_with(".wasm")).map(|e| e.decoded_body_size()).find(|size| *size > 0.0)
}
