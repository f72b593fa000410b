//! What the hands send: markup up to the first NUL, then what was measured, as numbers. Covers, article, reader.
#![no_main]

#[path = "../../tests/properties/mod.rs"]
mod properties;

use plainread::page::Probe;
use plainread::page::Snapshot;
use plainread::page::View;
use plainread::page::from_snapshot;
use plainread::page::parse_serialized;
use plainread::wire;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let end = bytes.iter().position(|b| *b == 0).unwrap_or(bytes.len());
    let (html, measured) = bytes.split_at(end);
    let Ok(html) = std::str::from_utf8(html) else { return };
    let elements = parse_serialized(html, "").elements;
    let view = View { width: 1280.0, height: 800.0, scroll_y: 0.0, scroll_height: 4_000.0 };
    let probe = Some(probe(measured, elements));
    let snapshot = Snapshot { html: html.to_owned(), elements, view, probe, ..Snapshot::default() };
    let page = from_snapshot(&snapshot).expect("the elements were counted");
    properties::hold("snapshot", &page);
    serde_json::to_string(&wire::plan(&page, &plainread::covers::find(&page))).expect("a plan crosses");
});

/// Rows of a kind, an element and a value or a box: wild numbers too.
fn probe(bytes: &[u8], elements: u32) -> Probe {
    let mut probe = Probe { columns: 3, watched: true, ..Probe::default() };
    for row in bytes.chunks_exact(8) {
        let element = u32::from(u16::from_le_bytes([row[1], row[2]])) % (elements + 2);
        let wide = |at: usize| f32::from(i16::from_le_bytes([row[at], row[at + 1]]));
        match row[0] % 4 {
            0 => {
                let (position, layer) = (f32::from(row[0] / 4 % 8), f32::from(row[7]));
                probe.boxes.extend([element as f32, position, layer, wide(3), wide(4), wide(5), wide(6)]);
            }
            1 | 2 => {
                let value = if row[4] == 255 { f32::NAN } else { wide(3) / 16.0 };
                probe.marks.extend([element as f32, f32::from(row[5] % 24), value]);
            }
            _ => probe.hits.push(element as i32 - 1),
        }
    }
    probe
}
