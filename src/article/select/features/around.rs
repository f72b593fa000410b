//! What stands before and after a passage: neighbours, windows, its section.

use super::NONE;
use super::Sight;
use super::Sink;
use super::few;
use super::ratio;
use super::size;
use super::times;

/// Adds the features of the passage's surroundings.
pub fn put(sight: &Sight, at: usize, sink: &mut impl Sink) {
    for (offset, name) in NEIGHBOURS {
        put_neighbour(sight, at, at.checked_add_signed(*offset), name, sink);
    }
    for (reach, name) in [(5, "5"), (15, "15"), (40, "40")] {
        let end = sight.outline.passages.len().min(at + 1 + reach);
        put_window(sight, at.saturating_sub(reach)..at, "before", name, sink);
        put_window(sight, at + 1..end, "after", name, sink);
    }
    put_running(sight, at, sink);
    put_section(sight, at, sink);
}

const NEIGHBOURS: &[(isize, &str)] = &[(-3, "-3"), (-2, "-2"), (-1, "-1"), (1, "+1"), (2, "+2"), (3, "+3")];

fn put_neighbour(sight: &Sight, at: usize, other: Option<usize>, name: &str, sink: &mut impl Sink) {
    let outline = sight.outline;
    let other = other.filter(|o| *o < outline.passages.len());
    let tally = other.map(|o| &outline.passages[o].tally);
    sink.put("words of", name, tally.map_or(NONE, |t| size(t.words)));
    sink.put("links of", name, tally.map_or(NONE, |t| ratio(t.link_letters, t.letters)));
    sink.put("stops of", name, tally.map_or(NONE, |t| times(t.stops, t.words)));
    sink.put("shared levels with", name, other.map_or(NONE, |o| sight.frame.shared(outline, at, o)));
    let regions = |i: usize| &outline.regions[outline.passages[i].region];
    sink.put("looks like", name, other.map_or(NONE, |o| u8::from(regions(o).look == regions(at).look)));
}

fn put_window(sight: &Sight, range: std::ops::Range<usize>, side: &str, name: &str, sink: &mut impl Sink) {
    let weight = sight.scales.of(range.start.min(range.end)..range.end);
    let (words, running, links) = match side {
        "before" => ("words before", "running before", "links before"),
        _ => ("words after", "running after", "links after"),
    };
    sink.put(words, name, size(weight.words));
    sink.put(running, name, ratio(weight.running, weight.words));
    sink.put(links, name, ratio(weight.link_letters, weight.letters));
}

fn put_running(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let (before, after) = sight.frame.nearest_running[at];
    sink.put("passages to running", "before", before);
    sink.put("passages to running", "after", after);
}

/// A section runs from one heading to the next.
fn put_section(sight: &Sight, at: usize, sink: &mut impl Sink) {
    let section = &sight.frame.sections[sight.frame.section_of[at] as usize];
    let weight = sight.scales.of(section.passages.clone());
    sink.put("section", "level", section.level);
    sink.put("section", "words", size(weight.words));
    sink.put("section", "links", ratio(weight.link_letters, weight.letters));
    sink.put("section", "running", ratio(weight.running, weight.words));
    sink.put("section", "passages", size(section.passages.len() as u32));
    sink.put("section", "number", few(sight.frame.section_of[at] as usize));
    sink.put("section", "from heading", size((at - section.passages.start) as u32));
    let heading = &sight.outline.passages[section.passages.start];
    sink.put("section", "heading words", size(heading.tally.words));
    sink.put("section", "heading stops", few(heading.tally.stops as usize));
}
