//! What a native build tells about pages, as it would cross to the browser: `tests/node/parity.test.mjs` has the WASM
//! core tell the same.
//!
//! `told FILE …`: one JSON line for each HTML file (gzipped or not), with the snapshot a browser would send and what
//! comes of it. No browser laid these pages out: what was measured is invented, by a fixed sequence, so that the
//! plans have something to weigh.

use plainread::page;
use plainread::page::NodeId;
use plainread::page::Page;
use plainread::page::Probe;
use plainread::page::Snapshot;
use plainread::page::Tag;
use plainread::page::View;
use plainread::wire;
use serde_json::Value;
use serde_json::json;
use std::error::Error;
use std::io::Read;
use std::io::Write;

/// Addresses on a page need one to start from.
const URL: &str = "https://example.org/news/story.html";

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::BufWriter::new(std::io::stdout());
    for file in std::env::args().skip(1) {
        writeln!(out, "{}", told(&snapshot(&html(&file)?)))?;
    }
    Ok(())
}

fn html(file: &str) -> Result<String, Box<dyn Error>> {
    let bytes = std::fs::read(file)?;
    let mut html = Vec::new();
    if bytes.starts_with(&[0x1f, 0x8b]) {
        flate2::read::MultiGzDecoder::new(&bytes[..]).read_to_end(&mut html)?;
    } else {
        html = bytes;
    }
    Ok(String::from_utf8_lossy(&html).into_owned())
}

/// Where the markup does not hold the elements that were counted, both ask for another capture.
fn told(snapshot: &Snapshot) -> Value {
    let Ok(page) = page::from_snapshot(snapshot) else {
        let (answer, plan) = (wire::answer_recapture(), wire::recapture());
        return json!({"snapshot": snapshot, "answer": answer, "facts": null, "plan": plan, "left": wire::left_out(None), "markdown": "", "json": ""});
    };
    let reading = plainread::read_story(&page);
    let facts = wire::handed(&reading).map(|story| wire::panel(&story));
    let written =
        |format| reading.article.as_ref().map_or(String::new(), |a| wire::written(a, page.url(), format));
    json!({
        "snapshot": snapshot,
        "facts": facts,
        "plan": wire::plan(&page, &reading.covers),
        "left": wire::left_out(reading.article.as_ref().ok()),
        "markdown": written("markdown"),
        "json": written("json"),
        "answer": wire::opening(reading, page.url()),
    })
}

fn snapshot(html: &str) -> Snapshot {
    let (html, elements) = serialized(&plainread::native::parse_html(html, URL));
    let view = View { width: 1280.0, height: 800.0, scroll_y: 0.0, scroll_height: 8_000.0 };
    let probe = Some(measured(elements));
    Snapshot {
        url: URL.to_owned(),
        route: "serialized".to_owned(),
        html,
        elements,
        view,
        probe,
        chosen: None,
    }
}

/// The page as a browser serializes it, without what the capture cuts out, and how many live elements it has.
fn serialized(page: &Page) -> (String, u32) {
    let mut out = String::new();
    let mut elements = 0;
    // Ends of open elements, as (one past the last descendant, end tag).
    let mut open: Vec<(NodeId, String)> = Vec::new();
    let mut drawn_until = NodeId::ROOT;
    let mut inert_until = NodeId::ROOT;
    for node in page.ids() {
        while let Some((_, tag)) = open.pop_if(|(end, _)| *end <= node) {
            out += &tag;
        }
        if node < drawn_until {
            continue;
        }
        let Some(tag) = page.tag(node) else {
            text(page, node, &mut out);
            continue;
        };
        elements += u32::from(node >= inert_until);
        start_tag(page, node, &mut out);
        let is_void = tag.is_void() && !is_in_formula(page, node);
        open.extend((!is_void).then(|| (page.end(node), format!("</{}>", page.name(node)))));
        match tag {
            Tag::Svg => drawn_until = page.end(node),
            Tag::Template | Tag::Noscript => inert_until = inert_until.max(page.end(node)),
            _ => {}
        }
    }
    out.extend(open.into_iter().rev().map(|(_, tag)| tag));
    (out, elements)
}

fn is_in_formula(page: &Page, node: NodeId) -> bool {
    page.closest(node, Tag::Math).is_some()
}

fn start_tag(page: &Page, node: NodeId, out: &mut String) {
    *out += &format!("<{}", page.name(node));
    for (name, value) in page.attrs(node) {
        *out += &format!(" {name}=\"{}\"", escaped(value).replace('"', "&quot;"));
    }
    out.push('>');
}

fn text(page: &Page, node: NodeId, out: &mut String) {
    match page.parent(node).and_then(|parent| page.tag(parent)) {
        Some(Tag::Style) => {}
        Some(Tag::Script) => {
            let kind = page.parent(node).and_then(|script| page.attr(script, "type"));
            *out += if kind == Some("application/ld+json") { page.text(node) } else { "" };
        }
        _ => *out += &escaped(page.text(node)),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('\u{a0}', "&nbsp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Kinds of marks there are, as `extension/content/probe.ts` numbers them.
const MARKS: u32 = 22;
/// One element in so many has a box, or a mark.
const SPARSE: u32 = 12;

/// Boxes, marks and hits: small whole numbers and quarters, which cross as they are.
fn measured(elements: u32) -> Probe {
    let mut random = Sequence(u64::from(elements));
    let mut probe = Probe { columns: 3, watched: true, ..Probe::default() };
    for element in 0..elements {
        if random.below(SPARSE) == 0 {
            let (position, layer) = (random.below(5), random.below(1_000));
            let (x, y) = (random.below(640), random.below(6_000));
            let (width, height) = (20 + random.below(1_260), 10 + random.below(900));
            probe.boxes.extend([element, position, layer, x, y, width, height].map(|n| n as f32));
        }
        if random.below(SPARSE) == 0 {
            let (mark, quarters) = (1 + random.below(MARKS), random.below(8));
            probe.marks.extend([element as f32, mark as f32, quarters as f32 / 4.0]);
        }
    }
    probe.hits = (0..9).map(|_| random.below(elements.max(1)) as i32).collect();
    probe
}

/// A linear congruential sequence; constants of Knuth's MMIX.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as u32 % end
    }
}
