//! What the hands captured, as it crosses the border, and the [`Page`] it becomes.
//!
//! In: [`Snapshot`], the plain data of `extension/shared/snapshot.ts` (also saved as test pages). Out: a page whose
//! [`Page::live`] numbers are the hands' own, or [`Mismatch`]: the markup does not hold the elements the hands
//! numbered, and they must take the slower way.

use super::NodeId;
use super::Page;
use super::Position;
use super::Rect;
use super::Style;
use super::Viewport;
use super::serialized;
use super::style::Hands;
use super::style::Overflow;
use super::style::TopLayer;

/// One page at one moment. `extension/shared/snapshot.ts` says what each field holds.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[allow(missing_docs)]
pub struct Snapshot {
    pub url: String,
    pub route: String,
    pub html: String,
    pub elements: u32,
    pub view: View,
    pub probe: Option<Probe>,
    pub chosen: Option<u32>,
}

/// The visible part of the page. Units: CSS px.
#[derive(Clone, Copy, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[allow(missing_docs)]
pub struct View {
    pub width: f32,
    pub height: f32,
    pub scroll_y: f32,
    pub scroll_height: f32,
}

/// What was measured.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[allow(missing_docs)]
pub struct Probe {
    pub boxes: Vec<f32>,
    pub marks: Vec<f32>,
    pub hits: Vec<i32>,
    pub columns: u32,
    pub touched: bool,
    pub first_input: i32,
    pub watched: bool,
}

impl Default for Probe {
    fn default() -> Probe {
        Probe {
            boxes: Vec::new(),
            marks: Vec::new(),
            hits: Vec::new(),
            columns: 0,
            touched: false,
            first_input: -1,
            watched: false,
        }
    }
}

/// The markup holds other elements than the hands numbered: capture again, node by node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Elements in the markup.
    pub parsed: u32,
    /// Elements the hands numbered.
    pub numbered: u32,
}

/// Length of a row of [`Probe::boxes`].
const BOX: usize = 7;
/// Length of a row of [`Probe::marks`].
const MARK: usize = 3;
/// A z-index of `auto` crosses as a number no page can set.
const AUTO: f32 = -4_294_967_296.0;

/// Reads a snapshot into a page.
pub fn page(snapshot: &Snapshot) -> Result<Page, Mismatch> {
    let parsed = serialized::parse(&snapshot.html, &snapshot.url);
    if parsed.elements != snapshot.elements {
        return Err(Mismatch { parsed: parsed.elements, numbered: snapshot.elements });
    }
    let mut page = parsed.page;
    let view = snapshot.view;
    page.viewport = Some(Viewport { width: view.width, height: view.height, scroll_y: view.scroll_y });
    page.scroll_height = view.scroll_height;
    if let Some(probe) = &snapshot.probe {
        measure(&mut page, probe, snapshot.elements);
    }
    page.chosen = snapshot.chosen.and_then(|n| page.ids().find(|id| page.live(*id) == Some(n)));
    Ok(page)
}

fn measure(page: &mut Page, probe: &Probe, elements: u32) {
    let by_number = numbered(page, elements);
    let node = |number: f32| by_number.get(number as usize).copied().filter(|n| *n != u32::MAX);
    page.styles.resize_with(page.nodes.len(), || None);
    for row in probe.boxes.chunks_exact(BOX) {
        let Some(node) = node(row[0]) else { continue };
        let style = page.styles[node as usize].get_or_insert_default();
        style.position = Position::from_code(row[1] as u32);
        style.z_index = (row[2] != AUTO).then_some(row[2] as i32);
        style.rect = Some(Rect { x: row[3], y: row[4], width: row[5], height: row[6] });
    }
    for row in probe.marks.chunks_exact(MARK) {
        let Some(node) = node(row[0]) else { continue };
        mark(page.styles[node as usize].get_or_insert_default(), row[1] as u32, row[2]);
    }
    inherit(page);
    let numbered = |number: i32| node(number as f32).filter(|_| number >= 0).map(NodeId);
    page.hits = probe.hits.iter().map(|n| numbered(*n)).collect();
    page.first_input = numbered(probe.first_input);
    page.hit_columns = probe.columns;
    page.touched = probe.touched;
    page.watched = probe.watched;
}

/// Node of each number; `u32::MAX` for a number without one.
fn numbered(page: &Page, elements: u32) -> Vec<u32> {
    let mut nodes = vec![u32::MAX; elements as usize];
    for node in page.ids() {
        if let Some(slot) = page.live(node).and_then(|n| nodes.get_mut(n as usize)) {
            *slot = node.0;
        }
    }
    nodes
}

/// The numbers are those of `MARK` in `extension/content/probe.ts`.
fn mark(style: &mut Style, code: u32, value: f32) {
    match code {
        1 => style.display_none = true,
        2 => style.invisible = true,
        3 => style.opacity = value,
        4 => style.blur = value,
        5 => style.masked = true,
        6 => style.clip_path = true,
        7 => style.overflow = if value == 1.0 { Overflow::Clipped } else { Overflow::Scrolls },
        8 => style.scroll_height = value,
        9 => style.client_height = value,
        10 => style.backdrop_filter = true,
        11 => style.gradient = true,
        12 => style.background = value,
        13 => style.no_pointer = true,
        14 => style.no_select = true,
        15 => style.text_alpha = value,
        16 => style.no_touch = true,
        17 => style.pseudo_veil = true,
        18 => style.top_layer = Some(if value == 1.0 { TopLayer::Modal } else { TopLayer::Popover }),
        19 => style.opened_by_person = true,
        20 => style.content_hidden = true,
        21 => style.hands = if value == 1.0 { Hands::Hid } else { Hands::Made },
        23 => style.filter_clear = value,
        24 => style.flattened = true,
        25 => style.font_size = Some(value),
        26 => style.spread = value,
        _ => {}
    }
}

/// Fills in `rendered`, which comes down from above.
fn inherit(page: &mut Page) {
    let mut hidden_until = 0;
    for node in 0..page.nodes.len() {
        let end = page.nodes[node].end as usize;
        let Some(style) = page.styles[node].as_deref_mut() else { continue };
        style.rendered = node >= hidden_until && !style.invisible && !style.display_none;
        if style.display_none || style.content_hidden {
            hidden_until = hidden_until.max(end);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Tag;

    fn snapshot(html: &str, elements: u32, probe: Probe) -> Snapshot {
        Snapshot { html: html.to_owned(), elements, probe: Some(probe), ..Snapshot::default() }
    }

    #[test]
    fn marks_and_boxes_reach_their_elements() {
        let probe = Probe {
            boxes: vec![1.0, 3.0, AUTO, 0.0, 10.0, 200.0, 50.0],
            marks: vec![2.0, 1.0, 1.0],
            hits: vec![1, -1],
            ..Probe::default()
        };
        let page = page(&snapshot("<html><div><p>a<b>c</b></p></div></html>", 4, probe)).unwrap();
        let div = page.style(page.find(NodeId::ROOT, Tag::Div).unwrap()).unwrap();
        assert_eq!((div.position, div.z_index), (Position::Fixed, None));
        assert_eq!(div.rect.unwrap().bottom(), 60.0);
        assert!(div.rendered);
        assert!(!page.style(page.find(NodeId::ROOT, Tag::P).unwrap()).unwrap().rendered);
        assert_eq!(page.hits, [page.find(NodeId::ROOT, Tag::Div), None]);
    }

    #[test]
    fn another_number_of_elements_is_refused() {
        let refused = page(&snapshot("<html><p></p></html>", 3, Probe::default())).unwrap_err();
        assert_eq!(refused, Mismatch { parsed: 2, numbered: 3 });
    }

    #[test]
    fn wild_numbers_are_ignored() {
        let probe = Probe {
            boxes: vec![-5.0, 1.0, 0.0, f32::NAN, 0.0, 0.0, 0.0, 1.0],
            marks: vec![1e12, 3.0, 0.5, 1.0, 99.0, 0.0],
            hits: vec![i32::MAX, i32::MIN],
            ..Probe::default()
        };
        page(&snapshot("<html><p></p></html>", 2, probe)).unwrap();
    }
}
